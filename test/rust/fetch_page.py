#!/usr/bin/env python3
"""Runs the example against an HTTPS server on loopback, with a certificate made for the test, and checks the page's text.

fetch_page.py [--chroot] PROGRAM            runs PROGRAM; with --chroot in a folder that holds it and the CA and nothing else
fetch_page.py [--chroot] --qemu ARCH PROGRAM   through qemu-user
fetch_page.py --root GLIBC PROGRAM          in a folder with that glibc, in which the server's name is looked up, too
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

from page import PAGE, serve_page
from root import lay_out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--chroot", action="store_true")
    parser.add_argument("--root", metavar="GLIBC", help="a folder of test/real-glibc.sh's")
    parser.add_argument("--qemu")
    parser.add_argument("program")
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder, serve_page(folder) as (url, proxy):
        command, environment = [args.program], {}
        ca = os.path.join(folder, "ca.pem")
        if args.chroot or args.root:
            root = os.path.join(folder, "root")
            command = lay_out(root, args.program, args.root, args.qemu)
            shutil.copy(ca, root)
            ca = "/ca.pem"
            if not args.root:
                environment["https_proxy"] = proxy
        elif args.qemu:
            command = [f"qemu-{args.qemu}-static", args.program]
        done = subprocess.run([*command, url, ca], env={"PATH": os.environ["PATH"], **environment},
                              stdout=subprocess.PIPE, timeout=120)
        if done.returncode or done.stdout.decode() != PAGE:
            sys.exit(f"exit status {done.returncode}, and instead of the page: {done.stdout!r}")
        print(done.stdout.decode(), end="")


main()
