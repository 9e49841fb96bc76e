#!/usr/bin/env python3
"""steps.py WORKFLOW JOB WORK: runs the `run:` steps of a job of GitHub's in the folder WORK, with the first row of its matrix.

A step that is not run is in NOT_RUN, with the reason. Steps with `uses:` are not run: WORK has what they bring. Stops at the first step that
fails, and prints its output.
"""

import os
import pathlib
import re
import subprocess
import sys

import yaml

RUNNER = pathlib.Path(__file__).resolve().parent.parent / "callers" / "runner.py"
NOT_RUN = [
    (r"rustup target add .*", "the machine may have no rustup; test/rust-std.sh made a Rust with these targets"),
    (r"python -m pip install ziglang==.*", "the machine has a clang, which comes first"),
]

workflow, name, work = sys.argv[1:]
job = yaml.load(pathlib.Path(workflow).read_text(), yaml.BaseLoader)["jobs"][name]
row = job["strategy"]["matrix"]["include"][0]
work = pathlib.Path(work)
files = {variable: str(work / variable) for variable in ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"]}
for file in files.values():
    pathlib.Path(file).touch()


def filled(text):
    """The text with this row of the matrix."""
    return re.sub(r"\$\{\{ matrix\.(\w+) \}\}", lambda found: row[found[1]], text)


environment = {**os.environ, **files, **{key: filled(value) for key, value in job.get("env", {}).items()}}
used, ran = set(), 0
for step in job["steps"]:
    if "run" not in step:
        continue
    if left := [each for each in NOT_RUN if re.fullmatch(each[0], step["run"])]:
        used.update(left)
        continue
    ran += 1
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", filled(step["run"])]
    done = subprocess.run([sys.executable, RUNNER, files["GITHUB_ENV"], files["GITHUB_PATH"], *shell], cwd=work, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        sys.exit(f"exit status {done.returncode}: {step['run']}\n{done.stdout}")
if rest := [each[0] for each in NOT_RUN if each not in used]:
    sys.exit(f"no step is {rest}")
print(f"{ran} steps were run, {len(used)} were not")
