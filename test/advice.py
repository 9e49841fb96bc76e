#!/usr/bin/env python3
"""advice.py [--offline] [--list] [LIBRARY...]: checks the rows of lib/advice/LibraryAdvice.cpp against the crates' manifests.

A row names crates, their versions and their features. Crates change: a feature gets another name, or a new version has another default. For each
crate of a row this reads what `cargo info` prints, and reports

- a crate that does not exist,
- a version that is not the newest one,
- a feature that no crate of the row has.

LIBRARY limits it to the rows of these libraries, as -l names them. `--list` prints what would be checked. Exit status 1 if a row is wrong.

`--offline` reads only what cargo has downloaded, and skips the other crates: `cmake/test.sh --all` runs that after the builds of test/rust and
test/crates. Without it, this queries the registry for each of the 250 crates, one in a second: for a maintainer, before a release.
CARGO is the cargo to run, 1.82 or newer.
"""

import argparse
import functools
import os
import pathlib
import re
import subprocess
import sys
import time

SOURCE = pathlib.Path(__file__).resolve().parent.parent / "lib/advice/LibraryAdvice.cpp"
CRATE = r"[a-zA-Z][\w-]*"
# Other text at the places of crates and features.
NOT_CRATES = {"and", "or", "in", "build", "unset", "leave", "take", "its", "link", "layer", "rights", "runtime", "features", "feature"}
NOT_FEATURES = {"the", "its", "a", "an", "no", "out", "in", "it", "that", "these", "for", "unset", "and", "or"}
# "CRATE 1.2 with the features a, b and c": the list ends before the next crate, and before "x out".
LISTED = rf"(?:,? and |, )(?!{CRATE} with\b){CRATE}\b(?! (?:out|unset))"
WITH = rf"\b({CRATE})(?: (\d[\d.]*))? with (?:the features? )?({CRATE}(?:{LISTED})*)"
# Written as a crate, but a project of several.
PROJECTS = {"gtk-rs", "RustCrypto"}


def rows():
    """(libraries, crates, cure) of each row of the table."""
    text = SOURCE.read_text(encoding="utf-8")
    table = text[text.index("LibraryAdvice table[]"):text.index("// clang-format on")]
    for line in table.splitlines():
        if found := re.fullmatch(r'\s*\{"([^"]*)", "([^"]*)", "([^"]*)"\},', line):
            yield found.groups()


def words_of(text):
    """The names in "a, b and c"."""
    return [word for word in re.split(r",? and |, | or ", text.strip()) if re.fullmatch(CRATE, word)]


def claims(crates, cure):
    """What a row claims: {crate: version or ""}, and features as (crate or "", version, feature)."""
    named = {}
    for part in re.split(r", (?![^(]*\))", crates):
        if found := re.match(rf"({CRATE})(?: (\d[\d.]*))?", part):
            named[found[1]] = found[2] or ""
        for inner in re.findall(r"\(([^)]*)\)", part):
            for user in re.split(r", ", inner):
                name = re.match(CRATE, user)[0]
                if not user.startswith(name + "'s"):
                    named.setdefault(name, "")
    features = []
    for clause in re.split(r"[;:()]|\. ", cure):
        clause = clause.strip()
        for crate, version, listed in re.findall(WITH, clause):
            if crate in NOT_CRATES or listed.split()[0] in NOT_FEATURES or listed[0].isupper():
                continue
            named.setdefault(crate, "")
            features += [(crate, version, feature) for feature in words_of(listed) if feature not in NOT_FEATURES and not feature[0].isupper()]
        for feature in re.findall(rf"(?:take|leave) (?:the feature )?({CRATE}) (?:out|in)\b", clause):
            features += [("", "", feature)] * (feature not in NOT_FEATURES)
        for feature in re.findall(rf"\badd ({CRATE})\b", clause):
            features.append(("", "", feature))
    if found := re.search(r"in pure Rust: ([^;.(]*)", cure):
        for name in words_of(re.sub(r" (?:with|for|where|from|its) .*?(?=,|$)", "", found[1])):
            named.setdefault(name, "")
    return {name: version for name, version in named.items() if name not in NOT_CRATES | PROJECTS}, features


@functools.cache
def info(crate, version, offline):
    """(newest version, features) by `cargo info`, or None."""
    time.sleep(0 if offline else 1)
    command = [os.environ.get("CARGO", "cargo"), "info", "--verbose", *["--offline"] * offline, f"{crate}@{version}" if version else crate]
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    newest = re.search(r"^version: (\S+)(?: \(latest (\S+)\))?", done.stdout, re.M)
    block = re.search(r"^features:\n((?: .*\n)*)", done.stdout, re.M)
    return newest[1], set(re.findall(r"^ [ +]([\w-]+) ", block[1], re.M)) if block else set()


def problems(row, offline):
    """What is wrong in a row."""
    _, crates, cure = row
    named, features = claims(crates, cure)
    known = {}
    for crate, version in named.items():
        found = info(crate, "", offline)
        if found is None and not offline:
            yield f"{crate} does not exist"
        if found is None:
            continue
        known[crate] = found[1]
        if version and not (found[0] + ".").startswith(version + "."):
            yield f"{crate} {version} is now {found[0]}"
    for crate, version, feature in features:
        if crate and version:
            found = info(crate, version, offline)
            have = found[1] if found else None
        else:
            have = known.get(crate) if crate else set().union(*known.values()) if len(known) == len(named) else None
        if have is not None and feature not in have:
            yield f"{crate or 'no crate'} {version} has {'no' if crate else 'the'} feature {feature}".replace("  ", " ")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("libraries", nargs="*", metavar="LIBRARY")
    parser.add_argument("--offline", action="store_true")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    wrong, known, unknown = 0, set(), set()
    for row in rows():
        if args.libraries and not set(args.libraries) & set(row[0].split()):
            continue
        if args.list:
            named, features = claims(*row[1:])
            print(row[0].split()[0], named, *("/".join(filter(None, feature)) for feature in features))
            continue
        for problem in problems(row, args.offline):
            wrong += 1
            print(f"{row[0].split()[0]}: {problem}")
        for crate in claims(*row[1:])[0]:
            (known if info(crate, "", args.offline) else unknown).add(crate)
    if not args.list:
        print(f"checked {len(known)} crates, skipped {len(unknown)}")
    sys.exit(wrong > 0 or not args.list and not known)


if __name__ == "__main__":
    main()
