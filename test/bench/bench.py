#!/usr/bin/env python3
"""bench.py [--rows REGEX] [--runs 15] [--json FILE] [--svg FILE] [--summary FILE] [--markdown]: measures lambda-cc against others that do the same work.

With --rows, the other rows of --json's FILE keep their earlier results, if the machine and the peers are the same.

A row is one piece of work and one peer: the program that our tool runs, called without our tool ("alone"), Debian's clang and ld.lld, cargo-zigbuild,
zig, GNU's compilers, mold. peers.py describes each. The two run in turn. The bench prints the median of the ratios of the pairs, and the middle half
of them (measure.py).
All rows take some 40 minutes on two cores, mostly for zig, which builds libc for the cold rows. The first time cargo also downloads and builds the
projects that are linked, in build/bench. rows.py is the table. Exit status 1: a row failed. A missed limit is only printed, because a time is never
a test.

Our tools read the environment: LAMBDA_CC_CLANG=… and LAMBDA_CC_LLD=… before the command run the whole table with another clang and ld.lld. The last
rows do that themselves, for each provider on this machine.

Where the two sides differ:
  - zig compiles and links with its own clang and ld.lld, its own musl, libc++ and compiler-rt. The other side of "alone" uses our sysroot.
  - cargo-zigbuild's script adds -g to each compile and link. Links of Rust have the same arguments on both sides, with C objects of our tools.
  - With --strip-debug zig leaves out the symbol table; ours keeps it, as rustc expects. Sizes are those of stripped programs.
  - GNU's cross compiler links Debian's glibc as it is, dynamically, and for aarch64: so does ours in its rows, with the ceiling 2.26.
  - host programs (build scripts) are linked by the machine's cc on both sides of a whole build. Ours has "PATH alone" of README; theirs first
    runs rustc and zig for their versions, as it does for its users.
  - Rust's programs for musl are position-independent with ours, as rustc sets it; cargo-zigbuild's are not, so they have no relocations (.rela.dyn).
  - configure may get other answers from zig than from clang; then the bench prints a warning.
  - "nothing cached" and "cold": zig's cache is removed before each run. lambda-cc does not have a cache. The kernel's cache of the disk stays.
    "caches warm": zig keeps each object that it compiled, and ours compiles through ccache (LAMBDA_CC_CACHE). cargo's target folder is empty.
  - instructions are those of the tool's own process. Ours prints its plan (-###) in place of the exec, which costs as much; the others' counts do
    not include the Python, the zig and the clang that they start.
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
from rows import SUMMARY, table

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HOW = {"seconds": measure.seconds, "user seconds": measure.user_seconds, "instructions": measure.instructions, "size": measure.size}


def runs_of(row, runs):
    return {"many": 5 * runs, "some": runs, "few": max(1, min(3, runs // 7)), "once": 1}[row.runs]


def differs(row, ours, theirs):
    """How the outputs of a row differ, if both sides must do the same work; else ""."""
    if row.same == "bytes":
        ours.before()
        ours.run()
        theirs.run()  # with the same input
        if not measure.same_bytes(ours.output, theirs.output):
            return f"{ours.output} is not what {row.peer} made"
    if row.same == "runs" and measure.printed_by(ours.output) != measure.printed_by(theirs.output):
        return f"{ours.output} does not do what {theirs.output} does"
    return ""


def run(row, runs):
    ours, theirs = row.sides()
    pairs = measure.measure(ours, theirs, runs_of(row, runs), HOW[row.unit], row.cold)
    if wrong := differs(row, ours, theirs):
        raise Failed(wrong)
    return pairs


def with_kept(everything, measured, kept):
    """The rows with a result of now or of an earlier run, in the table's order."""
    now = dict(measured)
    return [(row, now.get(row) or kept[row.work, row.peer]) for row in everything if row in now or (row.work, row.peer) in kept]


def write(path, text):
    with open(f"{path}.new", "w") as file:
        file.write(text)
    os.replace(f"{path}.new", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prefix", default=f"{SOURCE}/build/prefix", type=os.path.abspath, help="the installed lambda-cc")
    parser.add_argument("--rust", default=f"{SOURCE}/build/rust", type=os.path.abspath, help="the output of test/rust-std.sh")
    parser.add_argument("--peers", default=f"{SOURCE}/build/peers", type=os.path.abspath, help="a Python virtual environment, made if it is missing")
    parser.add_argument("--kept", default=f"{SOURCE}/build/bench", type=os.path.abspath, help="the folder of the projects that cargo builds once")
    parser.add_argument("--rows", default="", metavar="REGEX", help="only rows with a match in their work and peer, as 'link.*mold'")
    parser.add_argument("--runs", default=15, type=int, help="pairs for a row; five times as many if they are short, 1 to 3 if they are long")
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--svg", metavar="FILE", help="a chart of all rows")
    parser.add_argument("--summary", metavar="FILE", help="README's chart: a few rows")
    parser.add_argument("--draw", action="store_true", help="measure nothing: draw and print the rows of --json's FILE")
    parser.add_argument("--markdown", action="store_true", help="print the table in Markdown at the end")
    parser.add_argument("--list", action="store_true", help="print the names of the rows")
    args = parser.parse_args()

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # an exception, so that the temporary folder is removed
    os.makedirs(args.kept, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.kept, prefix="run-") as work:
        tools = Tools(args.prefix, args.rust, args.peers, work, args.kept)
        everything = table(tools)
        rows = [row for row in everything if re.search(args.rows, f"{row.work} {row.peer}")]
        if not rows:
            sys.exit(f"bench.py: error: no row matches '{args.rows}'\n>>> bench.py --list prints the names of the rows")
        if args.list:
            return print("\n".join(f"{row.work}, {row.peer}" for row in rows))
        if args.draw:
            if not args.json:
                parser.error("--draw needs --json FILE")
            machine, kept = report.stored(args.json)
            return show(args, with_kept(everything, [], kept), machine)
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
        if args.json:  # after each row, so that a run that is stopped keeps its results
            write(args.json, report.as_json(machine, with_kept(everything, measured, kept), left_out))
    missed = [row for row, pairs in measured if not report.verdict(row, pairs)[1]]
    print(f"{len(measured)} rows in {(time.time() - start) / 60:.0f} minutes, {len(left_out)} not measured, {len(missed)} over their limit")
    for row, pairs in measured:
        if row in missed:
            print(f"missed: {row.work}, {row.peer}: {report.share(pairs.ratio)}, at most {row.limit.text(row.unit)}")
    show(args, with_kept(everything, measured, kept), machine)
    return 1 if failed else 0


def show(args, measured, machine):
    ratios = [(row.work, row.peer, pairs.ratio) for row, pairs in measured]
    if args.svg:
        write(args.svg, chart.draw(ratios, report.machine_line(machine)))
    if args.summary:
        write(args.summary, chart.draw([ratio for ratio in ratios if ratio[:2] in SUMMARY], "docs/speed.md has the machine, the versions and all rows"))
    if args.markdown:
        print(report.markdown(measured))


if __name__ == "__main__":
    sys.exit(main())
