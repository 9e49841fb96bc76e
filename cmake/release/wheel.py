#!/usr/bin/env python3
"""wheel.py STAGE DESTINATION --name N --version V --system SYSTEM --machine MACHINE --summary S [--requires WHEEL]: packs what is installed
in STAGE as a Python wheel. Prints its path.

With --requires it packs only our own LLVM, and pip installs WHEEL of the same version beside it, which has the rest: PyPI takes at most 100 MB in
one file.

pip installs bin/ on PATH and the rest beside it, so a virtual environment is a prefix like any other. A wheel can't contain links:
in their place it has scripts that run lambda-cc. For Windows there are no links: each tool is an .exe already.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

# The names that pip has for a system and a machine. The executable for Linux is static: it runs on the oldest systems.
PLATFORMS = {
    "linux": ["manylinux_2_17_{}", "manylinux2014_{}", "musllinux_1_1_{}"],
    "macos": ["macosx_11_0_{}"],
    "windows": ["win_amd64"],
}

# lib/toolchain recognizes a script by these first two lines (scriptBegins). pipx makes a link to the script: $0 is that link.
SCRIPT = """#!/bin/sh
# lambda-cc, by one of its names, where there are no links
here=$0
while [ -h "$here" ]; do # macOS 11 has no readlink -f
  link=$(readlink "$here")
  case $link in /*) here=$link ;; *) here=${here%%/*}/$link ;; esac
done
exec "${here%%/*}/%(way)s" %(name)s"$@"
"""

# In place of bin/clang-22, a link to our own LLVM. A cache such as sccache knows a compiler by the bytes of its file: the last line of this one
# differs for each LLVM.
CLANG = """#!/bin/sh
exec "${0%%/*}/llvm" clang "$@"
# sha256 of llvm: %s
"""

METADATA = """Metadata-Version: 2.1
Name: %(name)s
Version: %(version)s
Summary: %(summary)s
License: Apache-2.0
Requires-Python: >=3.8
%(requirement)sDescription-Content-Type: text/markdown

"""


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def script(way, name):
    """The script in place of a link `name` to lambda-cc, with the relative path `way`."""
    return SCRIPT % {"way": way, "name": "" if name == "lambda-cc" else f"as {name} "}


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy(stage, part, destination):
    """Copies the folder `part` of the stage, with scripts in place of links to lambda-cc and to our own LLVM."""
    for folder, _, files in os.walk(os.path.join(stage, part)):
        to = os.path.join(destination, os.path.relpath(folder, stage))
        os.makedirs(to, exist_ok=True)
        for file in files:
            source = os.path.join(folder, file)
            program = os.path.basename(os.path.realpath(source)) if os.path.islink(source) else None
            if program == "lambda-cc":
                write(os.path.join(to, file), script(os.readlink(source), file), 0o755)
            elif program == "llvm":
                write(os.path.join(to, file), CLANG % digest(source), 0o755)
            else:  # of a sysroot's link a copy will do
                shutil.copy2(source, to)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("stage")
    parser.add_argument("destination")
    for option in ("--name", "--version", "--system", "--machine", "--summary"):
        parser.add_argument(option, required=True)
    parser.add_argument("--requires", metavar="WHEEL")
    args = parser.parse_args()
    requirement = f"Requires-Dist: {args.requires} (=={args.version})\n" if args.requires else ""
    with tempfile.TemporaryDirectory() as work:
        begin = f"{args.name.replace('-', '_')}-{args.version}"
        data = os.path.join(work, f"{begin}.data")
        info = os.path.join(work, f"{begin}.dist-info")
        for part in ["libexec/lambda-cc/llvm"] if args.requires else ["libexec", "share"]:
            copy(args.stage, part, os.path.join(data, "data"))
        if args.requires:  # a file of its own, which has musl and mimalloc in its programs
            shutil.copytree(os.path.join(args.stage, "share/doc/lambda-cc/licences"), os.path.join(info, "licenses"))
        else:
            copy(args.stage, "bin", data)
            os.rename(os.path.join(data, "bin"), os.path.join(data, "scripts"))
        with open(os.path.join(args.stage, "share", "doc", "lambda-cc", "README.md"), encoding="utf-8") as readme:
            write(os.path.join(info, "METADATA"), METADATA % {**vars(args), "requirement": requirement} + readme.read())
        write(os.path.join(info, "WHEEL"), "Wheel-Version: 1.0\nGenerator: lambda-cc\nRoot-Is-Purelib: false\n" +
              "".join(f"Tag: py3-none-{platform.format(args.machine)}\n" for platform in PLATFORMS[args.system]))
        packed = subprocess.check_output([sys.executable, "-m", "wheel", "pack", "--dest-dir", args.destination, work], text=True)
    name = packed.strip().split("Repacking wheel as ")[-1].removesuffix("...OK")
    print(name)


if __name__ == "__main__":
    main()
