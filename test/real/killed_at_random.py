#!/usr/bin/env python3
"""killed_at_random.py COUNT SEED: ends COUNT compiles and links by SIGKILL, four at a time, with all their processes, each at a random moment.

Fails if an output is neither whole nor absent, if a file is left that clang and ld.lld alone would not leave, or if the next run fails.

A process that gets SIGKILL cannot clean up. clang and ld.lld write each file under another name, beside it, and rename it, so there
is never a partial one; they leave that other file. We leave the folder that holds a linked output until it is accepted.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time

count, seed = int(sys.argv[1]), int(sys.argv[2])
print(f"seed {seed}")
dice = random.Random(seed)
tool = "x86_64-unknown-linux-musl-"

with open("many.c", "w") as file:
    file.writelines(f"int f{n}(int *a, int n) {{ for (int i = 0; i < n; i++) a[i] += a[n - i] * {n}; return a[{n}]; }}\n" for n in range(60))
with open("main.cc", "w") as file:
    file.write('#include <iostream>\nextern "C" int f7(int *, int);\n'
               "int main() { int a[200] = {1}; std::cout << f7(a, 100) << std::endl; }\n")
subprocess.run([tool + "g++", "-g", "-c", "main.cc"], check=True)
subprocess.run([tool + "gcc", "-g", "-c", "many.c"], check=True)

# A link is made by us, and a compile and a link in one by clang's driver, which runs our ld.
jobs = {
    "object": [tool + "gcc", "-g", "-O2", "-c", "many.c"],
    "program": [tool + "g++", "main.o", "many.o"],
    "joined": [tool + "ld", "-r", "main.o", "many.o"],
    "driven": [tool + "g++", "-O2", "main.o", "-xc", "many.c"],
}
BESIDE = re.compile(r"\w+-[0-9a-f]{8}\.tmp|\w+\.tmp[0-9a-f]{7}|\.lambda-cc-[0-9a-f]{8}")  # clang's, ld.lld's, ours
OF_DRIVER = re.compile(r"many-[0-9a-f]{6}(\.o|-[0-9a-f]{8}\.o\.tmp)")      # its object, between compile and link


def run(name, folder):
    os.makedirs(f"{folder}/tmp", exist_ok=True)
    return subprocess.Popen([*jobs[name], "-o", f"{folder}/{name}"], env={**os.environ, "TMPDIR": f"{folder}/tmp"}, start_new_session=True)


def read(path):
    with open(path, "rb") as file:
        return file.read()


# Four at a time, as they are when they are killed.
whole, takes = {}, {}
for _ in range(2):
    begin = {name: (run(name, f"whole-{name}"), time.monotonic()) for name in jobs}
    for name, (process, at) in begin.items():
        if process.wait():
            sys.exit(f"{name} fails by itself")
for name in jobs:
    at = time.monotonic()
    run(name, f"whole-{name}").wait()
    takes[name] = 2 * (time.monotonic() - at)  # on two cores
    whole[name] = read(f"whole-{name}/{name}")

killed = left = 0
for wave in range(count // len(jobs)):
    running = sorted((time.monotonic() + dice.uniform(0, takes[name]), run(name, f"out-{wave}-{name}"), name) for name in jobs)
    for end, process, name in running:
        time.sleep(max(0, end - time.monotonic()))
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        killed += process.wait() == -signal.SIGKILL
    for _, _, name in running:
        folder = f"out-{wave}-{name}"
        if os.path.exists(f"{folder}/{name}") and read(f"{folder}/{name}") != whole[name]:
            sys.exit(f"{folder}/{name} is there in part")
        beside, temporary = set(os.listdir(folder)) - {"tmp", name}, os.listdir(f"{folder}/tmp")
        strange = [file for file in beside if not BESIDE.fullmatch(file)] + [file for file in temporary if not OF_DRIVER.fullmatch(file)]
        if strange:
            sys.exit(f"left in {folder}: {strange}")
        left += len(beside) + len(temporary)
        if (wave + 1) * 10 >= count // len(jobs) * 9 and (run(name, folder).wait() or read(f"{folder}/{name}") != whole[name]):
            sys.exit(f"{folder}/{name} is not made again")
print(f"{killed} of {count} killed at work, {left} files of clang's, ld.lld's and ours left")
if killed < count // 3:
    sys.exit("too few")
