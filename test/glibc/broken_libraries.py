#!/usr/bin/env python3
"""broken_libraries.py FOLDER LIBRARY... -- LINK...: links with thousands of copies of the libraries in which bytes are wrong.

The linker reports what is wrong with a library, or its version is too new: the tool ends with 0, or with 1 and its own message, and
never by a signal or with a sanitizer's report. LINK has a linker that prints a line and writes the same file each time. The copies
are the same in each run.
"""

import os
import random
import subprocess
import sys

COPIES, BATCH = 1500, 100
end = sys.argv.index("--")
folder, *libraries = sys.argv[1:end]
link = sys.argv[end + 1:]
chance = random.Random(6)


def broken(content):
    content = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8))):
        # Headers are at both ends, so these are hit most.
        at = chance.choice((chance.randrange(64), chance.randrange(len(content)), len(content) - 1 - chance.randrange(1200)))
        content[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        if chance.random() < 0.3:  # a count or an offset as large as can be
            at &= ~3
            content[at:at + 4] = b"\xf0\xff\xff\xff"
    return content[:chance.randrange(len(content))] if chance.random() < 0.1 else content


os.makedirs(folder, exist_ok=True)
files = []
for number in range(COPIES):
    library = libraries[number % len(libraries)]
    files.append(os.path.join(folder, f"{number}.so"))
    with open(library, "rb") as source, open(files[-1], "wb") as copy:
        copy.write(broken(source.read()))

refused = 0
while files:
    batch = files[:BATCH]
    done = subprocess.run(["timeout", "10", *link, *batch], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode == 0:
        files = files[BATCH:]
        continue
    named = [file for file in batch if f"'{file}' " in done.stdout.split("\n")[0]]
    if done.returncode != 1 or ": error: '" not in done.stdout or "Sanitizer" in done.stdout or not named:
        sys.exit(f"exit status {done.returncode}, one of {batch[0]} to {batch[-1]}:\n{done.stdout}")
    refused += 1
    files.remove(named[0])
print(f"{COPIES - refused} left to the linker, {refused} refused")
sys.exit(not refused)
