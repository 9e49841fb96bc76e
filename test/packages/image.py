#!/usr/bin/env python3
"""image.py CONTAINERFILE CONTEXT STATE ARCHITECTURE COMMAND IN_ROOT...: runs the instructions of a Containerfile in a root of roots.sh, as a
builder of images does, and then the shell's COMMAND, as in a container of the image. IN_ROOT is the command of in_root.py for STATE.

The root stands for the instructions in NOT_RUN. An instruction that this does not know is an error.
"""

import glob
import os
import re
import shutil
import subprocess
import sys

NOT_RUN = [
    (r"FROM rust:.*-bookworm", "the root is a Debian 12 with Rust"),
    (r"RUN rustup target add .*", "the root has no rustup, and the std of the targets"),
]

containerfile, context, state, architecture, command, *in_root = sys.argv[1:]
arguments, variables, folder = {"TARGETARCH": architecture}, {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}, "/"


def filled(text):
    return re.sub(r"\$\{?(\w+)\}?", lambda found: variables.get(found[1], arguments.get(found[1], "")), text)


def run(script):
    environment = [f"--env={name}={value}" for name, value in variables.items()]
    subprocess.run([*in_root, *environment, "--", "sh", "-euc", f"mkdir -p {folder} && cd {folder} && {script}"], check=True)


used = set()
for line in open(containerfile, encoding="utf-8"):
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    if left := [row for row in NOT_RUN if re.fullmatch(row[0], line)]:
        used.update(left)
        continue
    instruction, _, rest = line.partition(" ")
    if instruction == "ARG":
        if rest not in arguments:
            sys.exit(f"no builder sets {rest}")
    elif instruction == "COPY":
        source, target = filled(rest).split()
        files = glob.glob(os.path.join(context, source))
        if not files:
            sys.exit(f"no file is {source}")
        for file in files:
            os.makedirs(f"{state}/upper{target}", exist_ok=True)
            shutil.copy(file, f"{state}/upper{target}")
    elif instruction == "RUN":
        run(rest)
    elif instruction == "ENV":
        name, _, value = rest.partition("=")
        variables[name] = filled(value)
    elif instruction == "WORKDIR":
        folder = rest
    else:
        sys.exit(f"no instruction: {line}")
if len(used) != len(NOT_RUN):
    sys.exit(f"no instruction is {[row[0] for row in NOT_RUN if row not in used]}")
run(command)
