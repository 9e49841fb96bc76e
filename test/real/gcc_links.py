#!/usr/bin/env python3
"""gcc_links.py --prefix P: links a source with each option of clang by a tool that runs GCC. A program must be the target's, with no loader."""

import argparse
import os
import pathlib
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--prefix", required=True)
args = parser.parse_args()
environment = {**os.environ, "LAMBDA_CC_GCC": "auto"}
pathlib.Path("a.c").write_text("int main(void) { return 0; }\n")

# Options that begin with these letters are for the compiler alone, and are most of all.
COMPILER = ("-W", "-f", "-m", "-D", "-U", "-I")
listed = subprocess.check_output(["clang-19", "--autocomplete=-"], text=True).splitlines()
options = sorted({line.split("\t")[0] for line in listed if not line.startswith(COMPILER)})
wrong = []
linked = 0
for option in options:
    subprocess.run([f"{args.prefix}/bin/x86_64-unknown-linux-musl-gcc", option + "x" * option.endswith("="), "a.c"], stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment)
    for made in pathlib.Path(".").iterdir():
        if made.name == "a.out":
            linked += 1
            if b"/ld-linux" in made.read_bytes():
                wrong.append(f"{option}: a program of the host")
        if made.name != "a.c":
            made.unlink()
if len(options) < 300 or linked < 30:
    wrong.append(f"only {len(options)} options and {linked} programs")
if wrong:
    sys.exit("\n".join(wrong))
