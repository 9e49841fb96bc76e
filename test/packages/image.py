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

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import containerfile  # noqa: E402

NOT_RUN = [
    (r"FROM rust:.*-bookworm", "the root is a Debian 12 with Rust"),
    (r"RUN rustup target add .*", "the root has no rustup, and the std of the targets"),
]

file, context, state, architecture, command, *in_root = sys.argv[1:]
arguments, variables, folder = {"TARGETARCH": architecture}, {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}, "/"


def filled(text):
    return re.sub(r"\$\{?(\w+)\}?", lambda found: variables.get(found[1], arguments.get(found[1], "")), text)


def run(script):
    environment = [f"--env={name}={value}" for name, value in variables.items()]
    subprocess.run([*in_root, *environment, "--", "sh", "-euc", f"mkdir -p {folder} && cd {folder} && {script}"], check=True)


for line in containerfile.instructions(file, NOT_RUN):
    instruction, _, rest = line.partition(" ")
    if instruction == "ARG":
        if rest not in arguments:
            sys.exit(f"no builder sets {rest}")
    elif instruction == "COPY":
        source, target = filled(rest).split()
        files = glob.glob(os.path.join(context, source))
        if not files:
            sys.exit(f"no file is {source}")
        for path in files:
            os.makedirs(f"{state}/upper{target}", exist_ok=True)
            shutil.copy(path, f"{state}/upper{target}")
    elif instruction == "RUN":
        run(rest)
    elif instruction == "ENV":
        name, _, value = rest.partition("=")
        variables[name] = filled(value)
    elif instruction == "WORKDIR":
        folder = rest
    else:
        sys.exit(f"no instruction: {line}")
run(command)
