#!/usr/bin/env python3
"""Starts a function as Lambda does, with /var/task/bootstrap, a glibc and nothing else in its root. Prints its output and, as Lambda's
log does, how it ended or why it did not start.

start_function.py [--glibc FOLDER] [--qemu ARCH] [--cpu MODEL] [--layer LAYER] TASK   TASK is the program, the zip, or the folder that the zip was made of

FOLDER is one of test/real-glibc.sh's, LAYER a zip or folder.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile

from root import LIBRARIES, deploy, lay_out


def main():
    parser = argparse.ArgumentParser()
    for option in ("--glibc", "--qemu", "--cpu", "--layer"):
        parser.add_argument(option)
    parser.add_argument("task")
    args = parser.parse_args()
    if os.geteuid() != 0:
        os.execvp("unshare", ["unshare", "--map-root-user", sys.executable, *sys.argv])

    with tempfile.TemporaryDirectory() as folder:
        root = os.path.join(folder, "root")
        lay_out(root, "/dev/null", args.glibc, args.qemu)
        deploy(root, args.task)
        if args.layer:
            deploy(root, args.layer, "opt")
        emulator = ["/qemu"] * bool(args.qemu) + ["-cpu", args.cpu] * bool(args.cpu)
        try:
            # Not by chroot and env: their execvp passes to sh what the system cannot execute.
            done = subprocess.run([*emulator, "/var/task/bootstrap"], env={"LD_LIBRARY_PATH": LIBRARIES}, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True, timeout=100,
                                  preexec_fn=lambda: (os.chroot(root), os.chdir("/var/task")))
        except OSError as error:
            return print(f"fork/exec {error.filename}: {error.strerror.lower()}")
    print(done.stdout, end="")
    if done.returncode < 0:
        return print(f"signal: {signal.strsignal(-done.returncode).lower()}")
    return print(f"exit status {done.returncode}")


main()
