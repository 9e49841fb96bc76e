#!/usr/bin/env python3
"""facts.py: prints the rows about Lambda that nobody has compared with their source for half a year.

AWS changes its days of support, its instances and its images. A row of a table in lib/ has Checked{"2026-11-28", "the source"}, with the day of the
last comparison. After a new one, change the row and that day.
"""

import argparse
import datetime
import glob
import os
import re
import sys

LIB = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "lib")
HALF_A_YEAR = datetime.timedelta(days=183)
CHECKED = re.compile(r'Checked\{\s*"([^"]*)",\s*"([^"]*)"\}')
NAME = re.compile(r'^ *\{"([^"]*)"', re.MULTILINE)  # the first string of a row, which begins its line


class Failed(Exception):
    """One headline, and lines of evidence and advice."""


def rows(lib):
    """(file, name, day, source) of each row with Checked{}."""
    for file in sorted(glob.glob(os.path.join(glob.escape(lib), "*", "*.cpp"))):
        with open(file, encoding="utf-8") as stream:
            text = stream.read()
        for found in CHECKED.finditer(text):
            names = NAME.findall(text[: found.start()])
            where = f"{os.path.relpath(file, os.path.join(lib, os.pardir))}:{text.count(chr(10), 0, found.start()) + 1}"
            try:
                day = datetime.date.fromisoformat(found[1])
            except ValueError as error:
                raise Failed(f"{where}: no day '{found[1]}'", "write it as 2026-11-28") from error
            if not names:
                raise Failed(f"{where}: a row without a name", "its first string is its name, and begins its line")
            yield where, names[-1], day, found[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--on", metavar="DAY", type=datetime.date.fromisoformat, default=datetime.date.today(), help="as if that were today")
    parser.add_argument("--lib", metavar="FOLDER", default=LIB, help="the folder with the tables")
    options = parser.parse_args()
    known = list(rows(options.lib))
    if not known:
        raise Failed(f"no row in '{options.lib}'", "a row has Checked{\"2026-11-28\", \"the source\"}")
    old = [row for row in known if options.on - row[2] > HALF_A_YEAR]
    for where, name, day, source in old:
        print(f"{where}: '{name}' was checked on {day}: {source}")
    print(f"{len(old)} of {len(known)} rows are older than half a year")
    return 1 if old else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failed:
        headline, *evidence = failed.args
        print("\n>>> ".join([f"facts.py: error: {headline}", *evidence]), file=sys.stderr)
        sys.exit(2)
