#!/usr/bin/env python3
"""gcc_options.py --prefix P --source S: checks the rows of lib/plan/GccRules.cpp and the CPUs of lib/plan/CpuFlags.cpp with the real GCC of PATH.

A row of GccRules.cpp must be needed: gcc rejects the option, warns of it, or writes or reads what no other tool here can use. With it, a tool of ours
compiles, and prints nothing. gcc must know the names of CpuFlags.cpp for its version.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--prefix", required=True)
parser.add_argument("--source", required=True)
args = parser.parse_args()
lib = pathlib.Path(args.source).parent / "lib" / "plan"
environment = {**os.environ, "LAMBDA_CC_GCC": "auto", "LAMBDA_CC_VERIFY": "off"}
pathlib.Path("a.c").write_text("int f(int x) { return x; }\n")

# Options with a value of their own, which is the next argument.
SEPARATE = {"-fdebug-compilation-dir", "-Xanalyzer", "-isystem-after", "-stdlib++-isystem", "-cxx-isystem", "-specs", "--specs"}
VALUES = {"-ferror-limit=": "3", "-fcrash-diagnostics=": "off", "-flto=": "thin", "-fembed-bitcode=": "off", "-gen-reproducer=": "off",
          "-flto-jobs=": "2"}
FOLLOWED = {"--driver-mode=g++": ["--driver-mode=gcc"]}  # the last decides, and the source is C
# gcc accepts these, for another option, or they would change what it reads or writes.
ACCEPTED = {"-Rpass=", "-Rpass-missed=", "-Rpass-analysis=", "-flto", "-specs", "-specs=", "--specs", "--specs="}


def run(program, *options):
    """Whether it succeeds and prints nothing, and what it printed."""
    done = subprocess.run([program, *options, "-c", "a.c", "-o", "a.o"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                          env=environment)
    return done.returncode == 0 and not done.stdout, done.stdout


wrong = []
rows = re.findall(r'^    \{"(-[^"]*)",\s*Act::(Drop|Replace),', (lib / "GccRules.cpp").read_text(), re.MULTILINE)
pathlib.Path("empty").mkdir(exist_ok=True)
pathlib.Path("none.specs").write_text("")
for spelling, _ in rows:
    value = "none.specs" if "specs" in spelling else "empty"
    option = [spelling + VALUES.get(spelling, value) if spelling.endswith("=") else spelling, *[value] * (spelling in SEPARATE)]
    option += FOLLOWED.get(spelling, [])
    accepted, _ = run("x86_64-linux-gnu-gcc", *option)
    if accepted and spelling not in ACCEPTED:
        wrong.append(f"gcc accepts {spelling}")
    silent, printed = run(f"{args.prefix}/bin/x86_64-unknown-linux-musl-gcc", *option)
    if not silent:
        wrong.append(f"not silent: {spelling}: {printed}")

cpus = (lib / "CpuFlags.cpp").read_text()
checked = 0
for machine, table, option in [("x86_64", "gccX86Cpus", "-march={}"), ("x86_64", "gccX86Features", "-m{}"), ("aarch64", "gccArmCpus", "-mcpu={}"),
                               ("aarch64", "gccArmExtensions", "-mcpu=generic+{}")]:
    gcc = f"{machine}-linux-gnu-gcc"
    major = int(subprocess.check_output([gcc, "-dumpversion"], text=True).split(".")[0])
    names = re.search(rf"{table}\[\] = \{{(.*?)\n\}}", cpus, re.DOTALL).group(1)
    for name, since in re.findall(r'\{"([^"]+)", (\d+)\}', names):
        known, printed = run(gcc, option.format(name))
        checked += 1
        if int(since) <= major and not known:
            wrong.append(f"{gcc} does not know {name}: {printed}")
if len(rows) < 80 or checked < 60:
    wrong.append(f"only {len(rows)} rows and {checked} names were found")
if wrong:
    sys.exit("\n".join(wrong))
