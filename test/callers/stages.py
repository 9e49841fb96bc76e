#!/usr/bin/env python3
"""stages.py CONTAINERFILE STAGES: runs the instructions of a Containerfile as a builder of images does. Its folder is the context.

Each stage is a folder of STAGES, the last one STAGES/image. It stands for the stage's /project and /, and begins as a copy of the stage after
FROM. Other images are this machine. Each instruction is printed before its output. One that this does not know is an error.
"""

import os
import re
import shutil
import subprocess
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import containerfile  # noqa: E402

NOT_RUN = [
    (r"RUN cargo install .*", "it takes minutes; PATH has that version"),
]

file, stages = sys.argv[1:]
context = os.path.dirname(file)
folder = None


def in_stage(stage, path):
    return os.path.normpath(os.path.join(stage, re.sub("^/(project/)?", "", path)))


for line in containerfile.instructions(file, NOT_RUN):
    if stage := re.fullmatch(r"FROM (\S+)(?: AS (\S+))?", line):
        folder, base = os.path.join(stages, stage[2] or "image"), os.path.join(stages, stage[1])
        if os.path.exists(base):
            shutil.copytree(base, folder)
        else:
            os.makedirs(folder)
    elif copied := re.fullmatch(r"COPY (?:--from=(\S+) )?(\S+) (\S+)", line):
        # Builders keep the time of a file, too, by which cargo sees changes.
        source = in_stage(os.path.join(stages, copied[1]) if copied[1] else context, copied[2])
        if os.path.isdir(source):
            shutil.copytree(source, in_stage(folder, copied[3]), dirs_exist_ok=True)
        else:
            shutil.copy2(source, in_stage(folder, copied[3]))
    elif line.startswith("RUN "):
        subprocess.run(["sh", "-euc", line.removeprefix("RUN ")], cwd=folder, stderr=subprocess.STDOUT, check=True)
    else:
        sys.exit(f"no instruction: {line}")
