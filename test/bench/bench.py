#!/usr/bin/env python3
"""bench.py [--rows REGEX] [--runs 15] [--json FILE] [--svg FILE] [--markdown]: what lambda-cc takes, of what others take for the same work.

With --rows, what the other rows of --json's FILE measured before, on the same machine with the same peers, stays.

A row is one piece of work and one other who does it: the program behind our tool, called without us ("alone"), cargo-zigbuild, zig, GNU's cross
compiler, mold. peers.py tells what each is. The two run in turn, and the median of the ratios of the pairs is given with the middle half of them
(measure.py). All rows take some 40 minutes on two cores: most of it is zig's, which builds libc for the cold rows. The first time cargo also
downloads and builds what is linked, in build/bench. rows.py is the table. Exit status 1: a row failed. A limit that is missed is only told, since a time is never a test.

The environment reaches our tools: LAMBDA_CC_CLANG=… and LAMBDA_CC_LLD=… before the command run the whole table with other providers of clang and
ld.lld. The last rows do that themselves, for each provider that there is.

Where both sides don't do quite the same:
  - zig compiles and links with its own clang and ld.lld, its own musl, libc++ and compiler-rt. The other side of "alone" has our sysroot.
  - cargo-zigbuild's script adds -g to each compile and link. Links of Rust say the same words on both sides, with C objects that ours compiled.
  - zig leaves out the symbol table of a link that says --strip-debug; ours keeps it, as rustc means it. Sizes are those of stripped programs.
  - GNU's cross compiler links Debian's glibc as it is, dynamically, and for aarch64: so do ours there, with the ceiling 2.26.
  - host programs (build scripts) are linked by the machine's cc on both sides of a whole build. Ours has "PATH alone" of README; theirs first
    asks rustc and zig for versions, as it does for its users.
  - Rust's programs for musl are position-independent by ours, as rustc asks; cargo-zigbuild's are not, so they lack the relocations (.rela.dyn).
  - configure may get other answers from zig than from clang; then the bench says so.
  - "nothing cached" and "cold" mean that zig's cache is removed before each run. lambda-cc has none. What the kernel holds of the disk stays.
    "caches warm": zig keeps each object that it compiled, and ours compiles through ccache (LAMBDA_CC_CACHE). cargo's target folder is empty.
  - instructions are those of the tool's own process. Ours prints its plan (-###) instead of becoming it, which costs as much; the others' counts
    are without the Python, the zig and the clang that they start.
"""

import argparse
import dataclasses
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import chart
import measure
import report
from measure import Failed
from peers import Missing, Tools
from rows import table

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HOW = {"seconds": measure.seconds, "instructions": measure.instructions, "size": measure.size}


def runs_of(row, runs):
    return {"many": 5 * runs, "some": runs, "few": max(1, min(3, runs // 7)), "once": 1}[row.runs]


def differs(row, ours, theirs):
    """What is wrong with the outputs of a row whose sides must have done the same work, or ""."""
    if row.same == "bytes":
        ours.before()
        ours.run()
        theirs.run()  # of the same input
        if not measure.same_bytes(ours.output, theirs.output):
            return f"{ours.output} is not what {row.peer} made"
    if row.same == "runs" and measure.says(ours.output) != measure.says(theirs.output):
        return f"{ours.output} does not do what {theirs.output} does"
    return ""


def run(row, runs):
    ours, theirs = row.sides()
    pairs = measure.measure(ours, theirs, runs_of(row, runs), HOW[row.unit], row.cold)
    if wrong := differs(row, ours, theirs):
        raise Failed(wrong)
    return pairs


def with_kept(everything, measured, kept):
    """The rows that were measured now or before, in the table's order."""
    now = dict(measured)
    return [(row, now.get(row) or kept[row.work, row.peer]) for row in everything if row in now or (row.work, row.peer) in kept]


def write(path, text):
    with open(f"{path}.new", "w") as file:
        file.write(text)
    os.replace(f"{path}.new", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prefix", default=f"{SOURCE}/build/prefix", type=os.path.abspath, help="lambda-cc, installed")
    parser.add_argument("--rust", default=f"{SOURCE}/build/rust", type=os.path.abspath, help="what test/rust-std.sh made")
    parser.add_argument("--peers", default=f"{SOURCE}/build/peers", type=os.path.abspath, help="a Python virtual environment; made where there is none")
    parser.add_argument("--kept", default=f"{SOURCE}/build/bench", type=os.path.abspath, help="what cargo builds once; everything else is temporary")
    parser.add_argument("--rows", default="", metavar="REGEX", help="only rows whose work and peer it is found in, as 'link.*mold'")
    parser.add_argument("--runs", default=15, type=int, help="pairs of a row; five times as many where they are short, and 1 to 3 where they are long")
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--svg", metavar="FILE")
    parser.add_argument("--markdown", action="store_true", help="print README's table at the end")
    parser.add_argument("--list", action="store_true", help="print the names of the rows")
    args = parser.parse_args()

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # as an exception, so that the temporary folder goes
    os.makedirs(args.kept, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.kept, prefix="run-") as work:
        tools = Tools(args.prefix, args.rust, args.peers, work, args.kept)
        everything = table(tools)
        rows = [row for row in everything if re.search(args.rows, f"{row.work} {row.peer}")]
        if not rows:
            sys.exit(f"bench.py: error: no row is called '{args.rows}'\n>>> bench.py --list says how they are called")
        if args.list:
            return print("\n".join(f"{row.work}, {row.peer}" for row in rows))
        if not os.path.exists(tools.ours()):
            sys.exit(f"bench.py: error: no tool '{tools.ours()}'\n>>> run sh cmake/quickstart.sh first")
        return bench(args, tools, rows, everything)


def bench(args, tools, rows, everything):
    machine, start = tools.machine(), time.time()
    try:
        kept = report.earlier(args.json, machine) if args.json and len(rows) < len(everything) else {}
    except Failed as failure:
        sys.exit(f"bench.py: error: {failure}\n>>> write to another file, or measure all rows again")
    print(report.machine_line(machine), report.HEADER, sep="\n", flush=True)
    measured, left_out, failed = [], [], 0
    for row in rows:
        began = time.time()
        kept.pop((row.work, row.peer), None)
        try:
            measured.append((row, dataclasses.replace(run(row, args.runs), of=machine["versions"]["lambda-cc"])))
            print(f"{time.time() - began:6.0f} s  {report.line(*measured[-1])}", flush=True)
        except Missing as missing:
            left_out.append((row, str(missing)))
            print(f"{'':10}{row.work:46} {row.peer:16} left out: {missing}", flush=True)
        except (Failed, OSError, subprocess.SubprocessError) as failure:
            failed += 1
            left_out.append((row, str(failure)))
            print(f"{'':10}{row.work:46} {row.peer:16} failed: {failure}", flush=True)
        if args.json:  # after each row: a run that is stopped has not been for nothing
            write(args.json, report.as_json(machine, with_kept(everything, measured, kept), left_out))
    missed = [row for row, pairs in measured if not report.verdict(row, pairs)[1]]
    print(f"{len(measured)} rows in {(time.time() - start) / 60:.0f} minutes, {len(left_out)} not measured, {len(missed)} beyond what they may be")
    for row, pairs in measured:
        if row in missed:
            print(f"missed: {row.work}, {row.peer}: {report.share(pairs.ratio)}, at most {row.limit.says(row.unit)}")
    measured = with_kept(everything, measured, kept)
    if args.svg:
        write(args.svg, chart.draw([(row.work, row.peer, pairs.ratio) for row, pairs in measured], report.machine_line(machine)))
    if args.markdown:
        print(report.markdown(measured))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
