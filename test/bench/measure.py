"""Pairs of runs, and what they say: medians, and the ratios and differences of the pairs with the middle half of them.

The two commands of a row run in turn, and their order within a pair turns, too (A B, B A, A B, …): the machine's drift, and what one run
leaves to the next, is in both halves. A ratio is that of one pair, so that a slow minute counts on both sides of it.
"""

import dataclasses
import os
import re
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
    """What one side of a row runs. `before` makes what each run must find (a changed input, an empty cache), and is not measured."""
    argv: list
    env: dict = dataclasses.field(default_factory=dict)
    cwd: str = None
    before: Callable = nothing
    output: str = None

    def run(self):
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(self.argv, env={**os.environ, **self.env}, cwd=self.cwd, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            if done.returncode:
                said.seek(0)
                text = said.read().decode(errors="replace").strip()
                raise Failed(f"{' '.join(self.argv)[:300]} ended with {done.returncode}\n{text[-2000:]}")


def seconds(command):
    command.before()
    start = time.perf_counter()
    command.run()
    return time.perf_counter() - start


def instructions(command):
    """Those of the tool alone, to its end: not those of the Python, the zig and the clang that it starts. A script counts as what it becomes."""
    command.before()
    done = subprocess.run(["valgrind", "--tool=callgrind", "--trace-children=yes", "--trace-children-skip=*python*,*zig,*clang*,*lld*",
                           "--callgrind-out-file=/dev/null", *command.argv], env={**os.environ, **command.env}, cwd=command.cwd,
                          stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    counts = re.findall(r"^==\d+== Collected : (\d+)", done.stderr, re.M)
    if done.returncode or not counts:
        raise Failed(f"valgrind {' '.join(command.argv)[:300]} ended with {done.returncode}\n{done.stderr[-2000:]}")
    return max(map(int, counts))


def size(command):
    """That of the file which the command makes."""
    command.before()
    command.run()
    return os.path.getsize(command.output)


@dataclasses.dataclass(frozen=True)
class Spread:
    """A median, and where the middle half of the values begins and ends."""
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
    """What a row measured: (ours, theirs), in the order of time."""
    pairs: list
    of: str = ""  # which lambda-cc

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
    """`cold`: the first run of each side is measured as well, since `before` puts back what a run leaves."""
    if how is not seconds:  # the same each time
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


def says(program):
    """What a program prints that is run without arguments, and its status, or None where this machine can't run it. Not what it complains of:
    a panic has the thread's number in it."""
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
