#!/usr/bin/env python3
"""gcc_settled.py --prefix P --list gcc-options.txt: finds an option of clang that the GCC of PATH takes, too, and that nobody has compared.

An option that both have by its whole name must be in the list, under its kind. Of the others GCC can take one for a shorter option with a value:
-Rpass= for -R. Then the list or a row of lib/plan/GccRules.cpp must have it. GCC rejects all the rest, which is what lambda-cc relies on.
Warnings are left out: they change no object, and GCC rejects one that it does not have.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--prefix", required=True)
parser.add_argument("--list", required=True)
args = parser.parse_args()
environment = {**os.environ, "LC_ALL": "C", "LAMBDA_CC_GCC": "auto"}
pathlib.Path("a.c").write_text("int f(int x) { return x; }\n")
pathlib.Path("a.o").touch()

# Queries, which end a call of gcc, and options that need a value of their own. Then GCC's families: what follows is the name of a register.
LEFT_OUT = re.compile(r"-W|--?(print-|help|version|dump|verify|v$|###|target-help|x$|specs|save-temps|o$)|-ffixed-[a-z]\d+$|-fcall-saved-x\d+$")
listed = {word for line in pathlib.Path(args.list).read_text().splitlines() if not line.startswith("#") for word in line.split()}
autocompleted = subprocess.check_output(["clang-19", "--autocomplete=-"], text=True).splitlines()
names = sorted({line.split("\t")[0] for line in autocompleted if line.startswith("-") and not LEFT_OUT.match(line.split("\t")[0])})


def with_value(option):
    return option + "1" * option.endswith("=")


def run(program, *options):
    return subprocess.run([program, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, env=environment,
                          stdin=subprocess.DEVNULL)


def is_changed(tool, option):
    """Whether a row refuses, drops or replaces the option."""
    plan = run(tool, "-###", "-c", "a.c", with_value(option), "a.o")
    return plan.returncode != 0 or f" {with_value(option)}" not in plan.stdout.splitlines()[-1]


wrong = []
for machine in ["x86_64", "aarch64"]:
    gcc, tool = f"{machine}-linux-gnu-gcc", f"{args.prefix}/bin/{machine}-unknown-linux-musl-gcc"
    own = set(subprocess.check_output([gcc, "--completion=-"], text=True).split("\n"))
    both = [name for name in names if name in own or name.endswith("=") and any(each.startswith(name) for each in own)]
    wrong += [f"{gcc}: {name} is in both: compare them, and add it to gcc-options.txt" for name in both if name not in listed]
    begun = [name for name in names if name not in both and any(name[:end] in own for end in range(2, len(name)))]
    # Each is followed by a file, which is its value if it takes one. GCC reports all that it does not know at once.
    printed = run(gcc, "-###", "-c", "a.c", *[word for name in begun for word in (with_value(name), "a.o")]).stdout
    unknown = set(re.findall(r"unrecognized command-line option '([^']*)'", printed))
    taken = [name for name in begun if with_value(name) not in unknown and name not in listed]
    for name in taken:
        if not is_changed(tool, name) and run(gcc, "-fsyntax-only", "a.c", with_value(name), "a.o").returncode == 0:
            wrong.append(f"{gcc}: takes {name} for a shorter option: add a row to GccRules.cpp, or add it to gcc-options.txt")
    if len(both) < 400 or len(unknown) < 100 or len(taken) < 20:
        wrong.append(f"{gcc}: only {len(both)} options of both, {len(unknown)} unknown ones and {len(taken)} with a shorter name")
if wrong:
    sys.exit("\n".join(wrong))
