#!/usr/bin/env python3
"""requirements.py: checks docs/requirements.md, the table of what callers need and of the tests that show it.

It fails, and prints each row at fault, unless:

- each id has one row of four cells: the id, a short requirement (see LONGEST), who needs it with the source, and the tests;
- the tests are a list, which may end in `in part:` and what no test shows; or `none:` and the reason;
- each test, program of crates/, suite of unit/ and folder that a row names exists;
- each id that a test's comments cite, as in `(requirements.md G1)`, has a row.
"""

import pathlib
import re
import sys

here = pathlib.Path(__file__).resolve().parent
page = here.parent / "docs" / "requirements.md"
tests = {str(path.relative_to(here).with_suffix("")): path for path in here.glob("*/*.test")}
tests |= {f"crates/{path.parent.name}": path for path in here.glob("crates/*/Cargo.toml")}
suites = {suite for path in here.glob("unit/*.cpp") for suite in re.findall(r"^TEST(?:_F)?\((\w+),", path.read_text(), re.MULTILINE)}
kinds = "|".join(sorted({name.split("/")[0] for name in tests}))
ID = r"(?:PK|SC|E-|[A-Z])\d+[a-z]?"
LONGEST = 20  # a requirement, counted by its spaces

wrong, rows = [], {}
for number, line in enumerate(page.read_text().splitlines(), 1):
    if not line.startswith("|") or line.startswith(("| id |", "|---")):
        continue
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
    if len(cells) != 4 or not re.fullmatch(ID, cells[0]) or not all(cells):
        wrong.append(f"line {number}: not a row of an id, a requirement, its source and its tests: {line}")
        continue
    name, requirement, _, shown = cells
    shown = shown.replace("`", "")
    if name in rows:
        wrong.append(f"{name}: has two rows")
    rows[name] = shown
    if len(requirement.split()) > LONGEST:
        wrong.append(f"{name}: the requirement is longer than {LONGEST}, counted by its spaces")

    named = re.findall(rf"(?<![\w/-])(?:{kinds})/[\w-]+", shown)
    units = re.findall(r"unit: (\w+)", shown)
    wrong += [f"{name}: test/{test}.test does not exist" for test in named if test not in tests]
    wrong += [f"{name}: test/unit does not have a suite {unit}" for unit in units if unit not in suites]
    if shown.startswith("none:"):
        if not re.match(r"none: \S", shown):
            wrong.append(f"{name}: 'none:' needs a reason")
        continue
    # Before `in part: ` is a list. Without this check a misspelt test would count as a comment.
    for item in shown.split("; in part: ")[0].split(", "):
        if item not in named and item != "bench" and not re.fullmatch(r"unit: \w+", item):
            wrong.append(f"{name}: '{item}' is not a test, and the row does not begin with none:")

for test, path in tests.items():
    comments = " ".join(line.lstrip("# ") for line in path.read_text().splitlines() if line.startswith("#"))
    for cited in re.findall(r"\(requirements\.md,? ([^)]*)\)", comments):
        wrong += [f"{name}: test/{test}.test cites it, and it does not have a row" for name in re.findall(rf"\b{ID}\b", cited) if name not in rows]

if not rows:
    wrong.append("docs/requirements.md does not have a row")
if wrong:
    sys.exit("\n".join(wrong))
none = sum(shown.startswith("none:") for shown in rows.values())
part = sum("in part:" in shown and not shown.startswith("none:") for shown in rows.values())
print(f"{len(rows)} requirements: {len(rows) - none - part} with tests, {part} in part, {none} without")
