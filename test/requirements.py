#!/usr/bin/env python3
"""requirements.py: fails, and says why, where requirements.md beside it is no table of requirements and their tests:

- an id has one row, in at most 12 words, and that names a test, or says `none: ` and why;
- each test, program of crates/, suite of unit/ and folder that a row names is there;
- each id that a test's comments give after `callers.md` has a row.
"""

import pathlib
import re
import sys

here = pathlib.Path(__file__).resolve().parent
tests = {str(path.relative_to(here).with_suffix("")): path for path in here.glob("*/*.test")}
tests |= {f"crates/{path.parent.name}": path for path in here.glob("crates/*/Cargo.toml")}
suites = {suite for path in here.glob("unit/*.cpp") for suite in re.findall(r"^TEST(?:_F)?\((\w+),", path.read_text(), re.MULTILINE)}
kinds = "|".join(sorted({name.split("/")[0] for name in tests} | {"golden", "real", "rust", "callers", "slow"}))
ID = r"(?:PK|SC|E-|[A-Z])\d+[a-z]?"

wrong, rows = [], {}
for number, line in enumerate((here / "requirements.md").read_text().splitlines(), 1):
    if not line.startswith("|") or line.startswith(("| id |", "|---")):
        continue
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    if len(cells) != 3 or not re.fullmatch(ID, cells[0]) or not cells[1]:
        wrong.append(f"line {number}: no row of an id, a requirement and its tests: {line}")
        continue
    name, requirement, shown = cells
    if name in rows:
        wrong.append(f"{name}: has two rows")
    rows[name] = shown
    if len(requirement.split()) > 12:
        wrong.append(f"{name}: is told in more than 12 words")

    named = re.findall(rf"(?<![\w/-])(?:{kinds})/[\w-]+", shown)
    units = re.findall(r"unit: (\w+)", shown)
    wrong += [f"{name}: there is no test/{test}.test" for test in named if test not in tests]
    wrong += [f"{name}: test/unit has no suite {unit}" for unit in units if unit not in suites]
    if re.match(r"none:", shown):
        if not re.match(r"none: \S", shown):
            wrong.append(f"{name}: has no test, and no reason for it")
        continue
    # What stands before `in part: ` is a list, in which a word that is no test would go unseen.
    for item in shown.split("; in part: ")[0].split(", "):
        if item not in named and item != "bench" and not re.fullmatch(r"unit: \w+", item):
            wrong.append(f"{name}: '{item}' is no test, and the row doesn't begin with none:")

for test, path in tests.items():
    comments = " ".join(line.lstrip("# ") for line in path.read_text().splitlines() if line.startswith("#"))
    for told in re.findall(r"\(callers\.md ([^)]*)\)", comments):
        wrong += [f"{name}: has no row, and test/{test}.test is about it" for name in re.findall(rf"\b{ID}\b", told) if name not in rows]

if not rows:
    wrong.append("requirements.md has no rows")
if wrong:
    sys.exit("\n".join(wrong))
none = sum(shown.startswith("none:") for shown in rows.values())
part = sum("in part:" in shown and not shown.startswith("none:") for shown in rows.values())
print(f"{len(rows)} requirements: {len(rows) - none - part} with tests, {part} in part, {none} without")
