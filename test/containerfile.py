"""The instructions of a Containerfile, for the tests that run them as a builder of images does."""
import re
import sys


def instructions(containerfile, not_run):
    """Yields each instruction but those that a row of `not_run` matches, a regular expression and a reason. A row without a match is an error."""
    unused = list(not_run)
    for line in open(containerfile, encoding="utf-8"):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        print(f"-- {line}", flush=True)
        matches = [row for row in not_run if re.fullmatch(row[0], line)]
        unused = [row for row in unused if row not in matches]
        if not matches:
            yield line
    if unused:
        sys.exit(f"no instruction is {[row[0] for row in unused]}")
