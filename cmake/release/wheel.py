#!/usr/bin/env python3
"""wheel.py STAGE DESTINATION --version V --host MACHINE --summary S: a Python wheel of what was installed in STAGE. Prints its path.

pip puts bin/ on PATH and the rest beside it, so that an environment is a prefix as any other. A wheel is a zip, which has no links:
a name of lambda-cc is a script there that calls it.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

# Fully static: it runs wherever the oldest that pip knows of runs.
PLATFORMS = ["manylinux_2_17", "manylinux2014", "musllinux_1_1"]

# It begins as lib/toolchain/Whose.cpp says. By a link to it, as pipx makes them, $0 is that link.
SCRIPT = """#!/bin/sh
# lambda-cc, by one of its names, where there are no links
here=$0
[ ! -h "$here" ] || here=$(readlink -f "$here")
exec "${here%%/*}/%(way)s" %(name)s"$@"
"""

METADATA = """Metadata-Version: 2.1
Name: lambda-cc
Version: %(version)s
Summary: %(summary)s
License: Apache-2.0
Requires-Python: >=3.8
Description-Content-Type: text/markdown

"""


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def script(way, name):
    """What stands for a link that leads `way`, from its own folder, to lambda-cc."""
    return SCRIPT % {"way": way, "name": "" if name == "lambda-cc" else f"as {name} "}


def copy(stage, part, destination):
    """The folder `part` of the stage, with scripts for the links to lambda-cc."""
    for folder, _, files in os.walk(os.path.join(stage, part)):
        to = os.path.join(destination, os.path.relpath(folder, stage))
        os.makedirs(to, exist_ok=True)
        for file in files:
            source = os.path.join(folder, file)
            if os.path.basename(os.path.realpath(source)) == "lambda-cc" and os.path.islink(source):
                write(os.path.join(to, file), script(os.readlink(source), file), 0o755)
            else:  # a link of a sysroot's is as well a copy
                shutil.copy2(source, to)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("stage")
    parser.add_argument("destination")
    for option in ("--version", "--host", "--summary"):
        parser.add_argument(option, required=True)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        data = os.path.join(work, f"lambda_cc-{args.version}.data")
        info = os.path.join(work, f"lambda_cc-{args.version}.dist-info")
        for part in ("libexec", "share"):
            copy(args.stage, part, os.path.join(data, "data"))
        copy(args.stage, "bin", data)
        os.rename(os.path.join(data, "bin"), os.path.join(data, "scripts"))
        with open(os.path.join(args.stage, "share", "doc", "lambda-cc", "README.md"), encoding="utf-8") as readme:
            write(os.path.join(info, "METADATA"), METADATA % vars(args) + readme.read())
        write(os.path.join(info, "WHEEL"), "Wheel-Version: 1.0\nGenerator: lambda-cc\nRoot-Is-Purelib: false\n" +
              "".join(f"Tag: py3-none-{platform}_{args.host}\n" for platform in PLATFORMS))
        packed = subprocess.check_output([sys.executable, "-m", "wheel", "pack", "--dest-dir", args.destination, work], text=True)
    name = packed.strip().split("Repacking wheel as ")[-1].removesuffix("...OK")
    print(name)


if __name__ == "__main__":
    main()
