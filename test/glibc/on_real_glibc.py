#!/usr/bin/env python3
"""Links a program for some ceilings and runs it on real glibcs that are not older.

on_real_glibc.py --glibc FOLDER --work FOLDER --arch ARCH [--plugin C_FILE] -- COMPILE...

COMPILE is a command line in which {tool} stands for the start of a tool's name with its ceiling, x86_64-unknown-linux-gnu-2_17,
{out} for its output, {work} for the folder of this ceiling and {link} for the arguments that make a linker use the
real glibc. FOLDER is made by test/real-glibc.sh. A program is right if it needs nothing above the ceiling, exits with 0
and ends with a line `ok …`; on a glibc below the ceiling the loader must refuse it.
"""

import argparse
import os
import platform
import re
import subprocess
import sys

import dynsym

JUDGES = {"2.17": ["2.17", "2.41"], "2.26": ["2.31", "2.41"], "2.34": ["2.36"], "2.41": ["2.41"]}
TOO_OLD = {"2.34": "2.31"}


def number(version):
    return tuple(map(int, version.split(".")))


def needed(program):
    """The highest GLIBC_x.y that `program` needs, as a reader that is not ours sees it."""
    output = subprocess.check_output(["llvm-readelf-19", "--version-info", program], text=True)
    return max((version for version in re.findall(r"GLIBC_([0-9.]+)", output)), key=number)


def run(arch, program, *arguments):
    emulator = [] if arch == platform.machine() else [f"qemu-{arch}-static"]
    return subprocess.run(["timeout", "100", *emulator, program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace")


def build(arguments, ceiling, judge):
    """The program, and the plugin that it loads, linked for the loader and libraries of `judge`."""
    libraries = os.path.join(arguments.glibc, judge, arguments.arch)
    work = os.path.join(arguments.work, f"{arguments.arch}-{ceiling}-{judge}")
    os.makedirs(work, exist_ok=True)
    words = {"tool": f"{arguments.arch}-unknown-linux-gnu-{ceiling.replace('.', '_')}", "out": os.path.join(work, "program"),
             "work": work}
    link = [f"--dynamic-linker={libraries}/{dynsym.LOADERS[arguments.arch]}", f"-rpath={libraries}", "--disable-new-dtags"]
    command = ["env", "LAMBDA_CC_VERIFY=off"]  # its loader is that of a glibc beside the machine's own
    for word in arguments.compile:
        prefix = word.removesuffix("{link}")
        command += [f"{prefix}-Wl,{option}" for option in link] if prefix != word else [word.format(**words)]
    plugin = []
    if arguments.plugin:
        plugin = [os.path.join(work, "plugin.so")]
        subprocess.run([words["tool"] + "-gcc", "-shared", "-fPIC", arguments.plugin, "-o", *plugin], check=True)
    subprocess.run(command, check=True)
    return [words["out"], *plugin]


def main():
    parser = argparse.ArgumentParser()
    for option in ("--glibc", "--work", "--arch"):
        parser.add_argument(option, required=True)
    parser.add_argument("--plugin")
    parser.add_argument("compile", nargs="+")
    arguments = parser.parse_args()
    failed = False

    def fail(what, output=""):
        nonlocal failed
        failed = True
        print(f"{arguments.arch}, built for {ceiling}, on {judge}: {what}\n{output}", file=sys.stderr)

    for ceiling, judges in JUDGES.items():
        for judge in judges:
            files = build(arguments, ceiling, judge)
            for file in files:
                if number(needed(file)) > number(ceiling):
                    fail(f"{file} needs {needed(file)}")
            done = run(arguments.arch, *files)
            lines = done.stdout.splitlines()
            if done.returncode != 0 or not lines or not lines[-1].startswith("ok "):
                fail(f"exit status {done.returncode}", done.stdout)
        if ceiling in TOO_OLD:
            judge = TOO_OLD[ceiling]
            done = run(arguments.arch, *build(arguments, ceiling, judge))
            if done.returncode == 0 or f"version `GLIBC_{ceiling}' not found" not in done.stdout:
                fail("it should have been refused", done.stdout)
    sys.exit(failed)


main()
