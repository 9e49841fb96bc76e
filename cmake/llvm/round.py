#!/usr/bin/env python3
"""round.py SOURCE: reads a profile as text, and prints it smaller. The optimizer compares counts by their order of magnitude, so four bits of
each are kept. Comments are left out. @SOURCE@ replaces SOURCE, the folder of the source."""
import re
import sys

BITS = 4


def rounded(count):
    drop = max(count.bit_length() - BITS, 0)
    return count >> drop << drop


source = sys.argv[1]
left = 0  # counters that follow
# A function has its name, its hash, the number of its counters, and the counters; then maybe the targets of its calls, `NAME:COUNT` each.
state = "name"
for line in sys.stdin:
    line = line.rstrip("\n")
    if line.startswith("#"):
        continue
    if line.startswith(":"):  # what kind of profile it is
        print(line)
    elif not line:
        state = "name"
        print()
    elif state == "name":
        print(line.replace(source, "@SOURCE@"))
        state = "hash"
    elif state == "hash":
        print(line)
        state = "counters"
    elif state == "counters":
        print(line)
        left = int(line)
        state = "counts"
    elif left:
        print(rounded(int(line)))
        left -= 1
    else:
        target = re.fullmatch(r"(.*):(\d+)", line)
        print(f"{target[1].replace(source, '@SOURCE@')}:{rounded(int(target[2]))}" if target else line)
