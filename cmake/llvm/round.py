#!/usr/bin/env python3
"""round.py SOURCE: reads a profile as text, and prints it smaller. @SOURCE@ replaces SOURCE, the folder of the source. Comments are left out.

A function that never ran stays if it is large: with zeros clang takes it as cold, without them it optimizes and imports it like any other."""
import sys

BITS = 4  # kept of each count: the optimizer compares them by their order of magnitude
COUNTERS = 6  # of the smallest function that stays without having run: of what never ran, those have 85 of 100 counters, and 36 of 100 names


def rounded(count):
    drop = max(count.bit_length() - BITS, 0)
    return count >> drop << drop


def target(line):
    name, colon, count = line.rpartition(":")
    return f"{name}:{rounded(int(count))}" if colon else line


def smaller(function):
    """FUNCTION has its name, its hash, the number of its counters, and the counters; then maybe the targets of its calls, `NAME:COUNT` each."""
    end = 3 + int(function[2])
    counts = [rounded(int(line)) for line in function[3:end]]
    if not any(counts) and len(counts) < COUNTERS:
        return []
    return [*function[:3], *counts, *map(target, function[end:])]


def main(source):
    function = []
    for line in [*sys.stdin, "\n"]:
        line = line.rstrip("\n")
        if line.startswith(":"):  # what kind of profile it is
            print(line)
        elif line and not line.startswith("#"):
            function.append(line.replace(source, "@SOURCE@"))
        elif not line and function:
            if kept := smaller(function):
                print(*kept, "", sep="\n")
            function = []


main(sys.argv[1])
