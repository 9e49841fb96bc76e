#!/usr/bin/env python3
"""Builds a program with each package of pkg-config, and runs it.

use_packages.py --libraries FOLDER --tools FOLDER --triple TRIPLE --work FOLDER [--ceiling 2_17 --root FOLDER] [--static] PACKAGE...

The source is Inputs/packages/PACKAGE.c. All flags come from the .pc files in FOLDER/TRIPLE/pkgconfig; TOOLS has the compilers, which find no
library themselves. --root has the loader and the libraries of the glibc to run with. Prints what the programs print, each after its name.
"""
import argparse
import os
import platform
import subprocess
import sys

PROGRAMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Inputs", "packages")
LOADERS = {"x86_64": "ld-linux-x86-64.so.2", "aarch64": "ld-linux-aarch64.so.1"}


def main():
    parser = argparse.ArgumentParser()
    for option in ["libraries", "tools", "triple", "work"]:
        parser.add_argument(f"--{option}", required=True)
    parser.add_argument("--root")
    parser.add_argument("--ceiling")
    parser.add_argument("--static", action="store_true")
    parser.add_argument("packages", nargs="+")
    args = parser.parse_args()
    arch = args.triple.split("-")[0]
    environment = {**os.environ, "PKG_CONFIG_LIBDIR": os.path.join(args.libraries, args.triple, "pkgconfig"), "PKG_CONFIG_PATH": ""}
    run = ["timeout", "100", *([] if arch == platform.machine() else [f"qemu-{arch}-static"])]
    options = ["-static", "-no-pie"] if args.static else []
    if args.root:
        options += [f"-Wl,--dynamic-linker={args.root}/{LOADERS[arch]}", f"-Wl,-rpath={args.root}"]
        environment["LAMBDA_CC_VERIFY"] = "off"  # that loader is not Lambda's
    compiler = os.path.join(args.tools, f"{args.triple}{'-' + args.ceiling if args.ceiling else ''}-gcc")
    for package in args.packages:
        flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", package], text=True, env=environment).split()
        program = os.path.join(args.work, f"{package}-{args.triple}")
        source = os.path.join(PROGRAMS, f"{'libssl' if package == 'openssl' else package}.c")
        subprocess.run([compiler, *options, source, *flags, "-o", program], check=True, env=environment)
        print(f"{package}:", flush=True)
        if subprocess.run([*run, program]).returncode != 0:
            sys.exit(f"{package} failed for {args.triple}")


if __name__ == "__main__":
    main()
