#!/usr/bin/env python3
"""mutate.py [--minutes N] [--seed S] [FILE...]: breaks rows of tables, conditions and severities, one at a time, and lists what no test sees.

Each mutant is built in build/mutate, from a copy of the sources, without optimisation. The unit tests and the golden tests run until one
fails. Verdicts and advice are also tested by links: if these tests pass, those of SECOND run, where there are sysroots. A mutant that passes
all of them survives: its file, line and change are printed. One that doesn't compile is not counted. The files take turns, and the seed
decides the order, so that a short run sees something of each.

The exit status is 1 if the tests fail without a change, or if nothing could be tested.
"""
import argparse
import collections
import os
import random
import re
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIT = "/usr/lib/llvm-19/build/utils/lit/lit.py"
WORK = os.path.join(ROOT, "build", "mutate")
SOURCE = os.path.join(WORK, "source")
BUILD = os.path.join(WORK, "build")
FILES = ["lib/plan/Answers.cpp", "lib/plan/CcRules.cpp", "lib/plan/HostVariables.cpp", "lib/plan/LinkPieces.cpp", "lib/plan/LinkerRules.cpp",
         "lib/plan/Refusals.cpp", "lib/verify/Judge.cpp", "lib/link/JudgeLink.cpp", "lib/advice/ForeignSymbols.cpp",
         "lib/advice/LibraryAdvice.cpp", "lib/advice/LinkAdvice.cpp", "lib/advice/LinkerMessages.cpp"]
SECOND = ("glibc/(check-(makes|reports)-|links-are-verified|brought-libraries-accepted|failed-links-advised|foreign-|weak-versions-fatal)"
          "|real/(error-|ifuncs-need-glibc|instructions-not-there|runtime-libraries-advised)")
# These take a third of the time of the golden tests, and are about names, time limits and zips.
APART = "golden/(commands-at-once|names-are-installed|check-unpacks-little|cleared-environment-ends)"

Mutant = collections.namedtuple("Mutant", "file line kind before after")  # before and after: texts of whole lines

# What a line that matches is replaced by. Each is a mutant of its own.
REPLACEMENTS = [
    ("severity", r"Finding::Error", "Finding::Warning"),
    ("severity", r"Finding::Warning", "Finding::Error"),
    ("severity", r"Finding::Note", "Finding::Warning"),
    ("action", r"Action::(Drop|Refuse|NotOfHost)", "Action::Pass"),
    ("condition", r"^(\s*(?:\} else )?if )\(((?!.* = ).*)\)( \{)?$", r"\1(!(\2))\3"),
    ("condition", r" && ", " || "),
    ("condition", r" \|\| ", " && "),
    ("condition", r" == ", " != "),
    ("condition", r" != ", " == "),
    ("condition", r"return true;", "return false;"),
    ("condition", r"return false;", "return true;"),
]


def mutants(file, text):
    lines = text.splitlines(keepends=True)
    found = []
    for number, line in enumerate(lines):
        if line.lstrip().startswith(("//", "#")):
            continue
        if re.match(r"    \{", line):  # a row of a table, over lines up to where its braces close
            depth = 0
            for end in range(number, min(number + 12, len(lines))):
                depth += lines[end].count("{") - lines[end].count("}")
                if depth == 0:
                    break
            if depth == 0 and re.search(r"\},(\s*//.*)?$", lines[end].rstrip()):
                found.append(Mutant(file, number, "row removed", "".join(lines[number:end + 1]), ""))
        for kind, pattern, replacement in REPLACEMENTS:
            after = re.sub(pattern, replacement, line.rstrip("\n"), count=1) + "\n"
            if after != line:
                found.append(Mutant(file, number, kind, line, after))
    return found


def changed(text, mutant):
    lines = text.splitlines(keepends=True)
    count = len(mutant.before.splitlines())
    return "".join(lines[:mutant.line]) + mutant.after + "".join(lines[mutant.line + count:])


def in_turns(by_file, seed):
    """The mutants, one of each file in turn, each file's in an order that the seed decides."""
    order = random.Random(seed)
    for each in by_file.values():
        order.shuffle(each)
    while any(by_file.values()):
        for each in by_file.values():
            if each:
                yield each.pop()


def passes(command, seconds=600):
    """Whether it ends well. A mutant may never end."""
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, timeout=seconds,
                              check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def lit(pattern, *options):
    return [sys.executable, LIT, "-q", "--max-failures", "1", *options, "--filter", f":: ({pattern})", os.path.join(BUILD, "test")]


def compiles():
    return passes(["ninja", "-C", BUILD, "lambda-cc", "unit-tests"])


def seen_by(file):
    """Which tests fail: unit, golden or linking; None if all pass."""
    if not passes([f"{BUILD}/test/unit-tests"]):
        return "unit"
    if not passes(lit("golden/", "--filter-out", APART)):
        return "golden"
    return "linking" if not file.startswith("lib/plan/") and has_sysroots() and not passes(lit(SECOND)) else None


def has_sysroots():
    return os.path.exists(os.path.join(ROOT, "build", "sysroots", "x86_64-unknown-linux-musl", "made-of"))


def prepare():
    shutil.rmtree(SOURCE, ignore_errors=True)
    for file in subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True).split("\0"):
        if file and os.path.isfile(os.path.join(ROOT, file)):
            os.makedirs(os.path.dirname(os.path.join(SOURCE, file)), exist_ok=True)
            shutil.copy2(os.path.join(ROOT, file), os.path.join(SOURCE, file))
    places = {"SYSROOTS": "sysroots", "RUST": "rust", "GLIBC": "glibc", "ZIG": "zig", "CARGO_LAMBDA": "cargo-lambda"}
    subprocess.run(["cmake", "-G", "Ninja", "-S", SOURCE, "-B", BUILD, "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0",
                    "-DCMAKE_CXX_COMPILER=clang++-19", "-DLAMBDA_CC_STATIC=OFF", "-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld",
                    *[f"-DLAMBDA_CC_{name}={ROOT}/build/{folder}" for name, folder in places.items()]], stdout=subprocess.DEVNULL, check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=20, help="start no mutant after that")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--list", action="store_true", help="print the mutants, and test none")
    parser.add_argument("files", nargs="*", default=FILES)
    args = parser.parse_args()
    texts = {}
    for file in args.files:
        with open(os.path.join(ROOT, file), encoding="utf-8") as source:
            texts[file] = source.read()
    by_file = {file: mutants(file, text) for file, text in texts.items()}
    total = sum(map(len, by_file.values()))
    if args.list:
        for mutant in in_turns(by_file, args.seed):
            print(f"{mutant.file}:{mutant.line + 1}: {mutant.kind}: {mutant.before.strip()} -> {mutant.after.strip()}")
        return
    end = time.monotonic() + args.minutes * 60
    prepare()
    if not compiles():
        sys.exit(f"mutate.py: error: the sources don't build\n>>> ninja -C {BUILD} shows why")
    if failing := seen_by("lib/verify"):
        sys.exit(f"mutate.py: error: {failing} tests fail without a change\n>>> their folder is {BUILD}/test")
    seen, survivors = collections.Counter(), []
    for mutant in in_turns(by_file, args.seed):
        if time.monotonic() > end:
            break
        path = os.path.join(SOURCE, mutant.file)
        with open(path, "w", encoding="utf-8") as file:
            file.write(changed(texts[mutant.file], mutant))
        if compiles():
            by = seen_by(mutant.file)
            seen[by] += 1
            if not by:
                survivors.append(mutant)
                print(f"{mutant.file}:{mutant.line + 1}: {mutant.kind}: {mutant.before.strip()} -> {mutant.after.strip()}", flush=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(texts[mutant.file])
    tested = sum(seen.values())
    print(f"{len(survivors)} of {tested} mutants survived, of {total} that there are (seed {args.seed}); "
          f"{seen['unit']} were seen by unit tests, {seen['golden']} by golden tests, {seen['linking']} by links")
    if not tested:
        sys.exit("mutate.py: error: no mutant could be tested")


main()
