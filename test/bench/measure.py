"""Measures pairs of runs: medians, and the ratios and differences of the pairs, with the middle half of them.

The two commands of a row run in turn, and the order within a pair alternates (A B, B A, A B, …). So a drift of the machine, and the effect of a run
on the next, are equal for both. A ratio is that of one pair, so that a slow minute affects both sides of it.
"""

import dataclasses
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Callable


class Failed(Exception):
    """A command of a row did not do its work."""


def nothing():
    pass


@dataclasses.dataclass(frozen=True)
class Command:
    """The command of one side of a row. `before` prepares each run (a changed input, an empty cache), and is not measured."""
    argv: list
    env: dict = dataclasses.field(default_factory=dict)
    cwd: str = None
    before: Callable = nothing
    output: str = None

    def run(self):
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(self.argv, env={**os.environ, **self.env}, cwd=self.cwd, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
            if done.returncode:
                output.seek(0)
                text = output.read().decode(errors="replace").strip()
                raise Failed(f"{' '.join(self.argv)[:300]} ended with {done.returncode}\n{text[-2000:]}")


def seconds(command):
    command.before()
    start = time.perf_counter()
    command.run()
    return time.perf_counter() - start


def user_seconds(command):
    """The time of all processes of the command in user mode. It depends on what else runs less than the time on the clock."""
    command.before()
    start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command.run()
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - start


def instructions(command):
    """The instructions of the tool's own process, without those of the Python, the zig and the clang that it starts. A script counts with the program
    that it execs."""
    command.before()
    done = subprocess.run(["valgrind", "--tool=callgrind", "--trace-children=yes", "--trace-children-skip=*python*,*zig,*clang*,*lld*",
                           "--callgrind-out-file=/dev/null", *command.argv], env={**os.environ, **command.env}, cwd=command.cwd,
                          stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    counts = re.findall(r"^==\d+== Collected : (\d+)", done.stderr, re.M)
    if done.returncode or not counts:
        raise Failed(f"valgrind {' '.join(command.argv)[:300]} ended with {done.returncode}\n{done.stderr[-2000:]}")
    return max(map(int, counts))


def size(command):
    """The size of the command's output."""
    command.before()
    command.run()
    return os.path.getsize(command.output)


@dataclasses.dataclass(frozen=True)
class Spread:
    """A median, and the ends of the middle half of the values."""
    median: float
    low: float
    high: float

    @staticmethod
    def of(values):
        values = sorted(values)
        quarter = len(values) // 4
        return Spread(statistics.median(values), values[quarter], values[-quarter - 1])


@dataclasses.dataclass(frozen=True)
class Pairs:
    """The values of a row, as (ours, theirs), in the order of time."""
    pairs: list
    of: str = ""  # the version of lambda-cc

    @property
    def ours(self):
        return Spread.of([a for a, _ in self.pairs])

    @property
    def theirs(self):
        return Spread.of([b for _, b in self.pairs])

    @property
    def ratio(self):
        return Spread.of([a / b for a, b in self.pairs])

    @property
    def extra(self):
        return Spread.of([a - b for a, b in self.pairs])


def measure(ours, theirs, runs, how=seconds, cold=False):
    """`cold`: the first run of each side is measured, too, because `before` removes what a run leaves."""
    if how not in (seconds, user_seconds):  # the value is the same each time
        runs, cold = 1, True
    if not cold:
        how(ours)
        how(theirs)
    pairs = []
    for n in range(runs):
        if n % 2 == 0:
            a = how(ours)
            b = how(theirs)
        else:
            b = how(theirs)
            a = how(ours)
        pairs.append((a, b))
    return Pairs(pairs)


def printed_by(program):
    """The status and the output of a program without arguments, or None if this machine can't run it. Without standard error, where a panic
    prints the thread's number."""
    with open(program, "rb") as file:
        machine = int.from_bytes(file.read(20)[18:20], "little")
    if {62: "x86_64", 183: "aarch64"}[machine] != os.uname().machine:
        return None
    done = subprocess.run([program], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    return done.returncode, done.stdout


def same_bytes(one, other):
    with open(one, "rb") as a, open(other, "rb") as b:
        return a.read() == b.read()


def warn(text):
    print(f"bench.py: warning: {text}", file=sys.stderr)
