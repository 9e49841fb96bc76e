#!/usr/bin/env python3
"""stages.py [--prefix FOLDER] [--runs 40]: where the time of one small compile and of one link goes.

strace prints when a process makes some of its calls, and a stage ends with one of them. The shortest time of each stage is printed, since all else
that runs on the machine only adds to it. strace itself adds some 0.03 ms to each call that it prints. Needs strace (apt-get install strace).
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile

from measure import Failed
from peers import Missing, Tools, program
from rows import Works

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CALLS = "execve,open,openat,sigaltstack,rename,renameat,exit_group"

# The name of a stage, and the call that ends it: the first one after the end of the stage before. sigaltstack is the first call of main().
START = [("lambda-cc finds what to run", r"execve\("), ("the kernel starts the process, and LLVM's constructors run", r"sigaltstack\(")]
COMPILE = [*START,
           ("clang's driver", r"open(at)?\(.*small\.c\""),
           ("the front end starts: identifiers, builtins", r"open(at)?\(.*stdio\.h\""),
           ("from the first token to the object", r"rename(at)?\("),
           ("destructors", r"exit_group\("),
           ("the kernel ends the process", r"\+\+\+ exited")]
LINK = [*START,
        ("ld.lld opens its inputs", r"open(at)?\(.*\.tmp[0-9a-f]*\".*O_CREAT"),
        ("symbols, sections, relocations", r"open(at)?\(.*\.tmp[0-9a-f]*\".*O_CREAT"),
        ("the output is written", r"rename(at)?\("),
        ("the kernel ends the process", r"SIGCHLD"),
        ("lambda-cc checks the output, and moves it to its place", r"exit_group\("),
        ("the kernel ends its process", r"\+\+\+ exited")]


def traced(command):
    """The calls of one run, as (seconds, text)."""
    command.before()
    done = subprocess.run([program("strace", "apt-get install strace"), "-f", "--seccomp-bpf", "-ttt", "-e", f"trace={CALLS}", *command.argv],
                          env={**os.environ, **command.env}, cwd=command.cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True, errors="replace")
    if done.returncode:
        raise Failed(f"{' '.join(command.argv)[:300]} ended with {done.returncode}\n{done.stderr[-2000:]}")
    return [(float(time), text) for time, text in re.findall(r"^(?:\[pid +\d+\] )?(\d+\.\d+) (.*)$", done.stderr, re.M)]


def seconds(command, stages):
    """How long each stage of one run took."""
    calls = iter(traced(command))
    start, _ = next(calls)
    took = []
    for name, call in stages:
        end = next((time for time, text in calls if re.search(call, text)), None)
        if end is None:
            raise Failed(f"strace has no call that ends '{name}'")
        took.append(end - start)
        start = end
    return took


def table(title, command, stages, runs):
    shortest = [min(column) for column in zip(*(seconds(command, stages) for _ in range(runs)))]
    print(f"| {title} | ms |\n|---|---|")
    for (name, _), took in zip(stages, shortest):
        print(f"| {name} | {took * 1000:.2f} |")
    print(f"| in all | {sum(shortest) * 1000:.2f} |\n", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prefix", default=f"{SOURCE}/build/prefix", type=os.path.abspath, help="the installed lambda-cc")
    parser.add_argument("--runs", default=40, type=int)
    args = parser.parse_args()
    kept = f"{SOURCE}/build/bench"
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    os.makedirs(kept, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=kept, prefix="run-") as work:
            works = Works(Tools(args.prefix, f"{SOURCE}/build/rust", f"{SOURCE}/build/peers", work, kept))
            table("one small compile", works.one_alone()[0], COMPILE, args.runs)
            table("link of the example", works.example().by(works.cc), LINK, args.runs)
    except (Failed, Missing) as error:
        sys.exit(f"stages.py: error: {error}")


main()
