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

NOT_RUN = [
    (r"RUN cargo install .*", "it takes minutes; PATH has that version"),
]

containerfile, stages = sys.argv[1:]
context = os.path.dirname(containerfile)
folder = None


def in_stage(stage, path):
    return os.path.normpath(os.path.join(stage, re.sub("^/(project/)?", "", path)))


used = set()
for line in open(containerfile, encoding="utf-8"):
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    print(f"-- {line}", flush=True)
    if left := [row for row in NOT_RUN if re.fullmatch(row[0], line)]:
        used.update(left)
    elif stage := re.fullmatch(r"FROM (\S+)(?: AS (\S+))?", line):
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
if len(used) != len(NOT_RUN):
    sys.exit(f"no instruction is {[row[0] for row in NOT_RUN if row not in used]}")
