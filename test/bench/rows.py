"""The table: the work, the peer, and the limit of each row."""

import dataclasses
from typing import Callable

import builds
import compiles
import links
import report
from peers import ARM_GNU, GNU, MUSL, alone, debians, program


@dataclasses.dataclass(frozen=True)
class AtMost:
    """The limit of a row: a share of the peer's value, an addition to it, or an amount."""
    ratio: float = None
    extra: float = None
    amount: float = None

    def keeps(self, pairs):
        if self.ratio is not None:
            return pairs.ratio.median <= self.ratio
        if self.extra is not None:
            return pairs.extra.median <= self.extra
        return pairs.ours.median <= self.amount

    def text(self, unit):
        if self.ratio is not None:
            return f"{self.ratio:g}"
        return f"+{report.amount(self.extra, unit)}" if self.extra is not None else report.amount(self.amount, unit)


@dataclasses.dataclass(frozen=True)
class Row:
    """`sides` prepares the work and returns both commands. `Command.before` prepares each run."""
    work: str
    peer: str
    sides: Callable
    limit: AtMost = None
    runs: str = "many"  # "many" is five times --runs, for less than half a second; "some" is --runs; "few" a seventh of it, 1 to 3; "once"
    unit: str = "seconds"  # or "user seconds", "instructions" or "size"
    cold: bool = False  # each run begins without caches, so that a first run is not needed
    same: str = ""  # what must be equal in the end: the "bytes" of the outputs, or their status and output when they "run"


ALONE = AtMost(ratio=1.05)
LINK = AtMost(ratio=0.5)
COMPILE = AtMost(extra=0.0015)
CALL = AtMost(amount=2_000_000)
NOT_MORE = AtMost(ratio=1)


# The rows of README's chart: a compile beside two peers, and three of what people wait for.
SUMMARY = [("one small compile", "cargo-zigbuild"), ("one small compile", "gcc"), ("jemalloc's configure", "cargo-zigbuild"),
           ("clean build of ring, cold", "cargo-zigbuild"), ("clean build of the example, caches warm", "cargo-zigbuild")]


class Works:
    """Each piece of work as a pair of commands, prepared for the first row that needs it."""

    def __init__(self, tools):
        self.tools, self.prepared = tools, {}
        self.cc, self.arm = [tools.ours()], [tools.ours(ARM_GNU)]

    def once(self, key, make):
        """Prepares something that several rows share. If that fails, it fails for each of them, and is not tried again."""
        if key not in self.prepared:
            try:
                self.prepared[key] = make()
            except Exception as error:
                self.prepared[key] = error
        if isinstance(self.prepared[key], Exception):
            raise self.prepared[key]
        return self.prepared[key]

    #===- the peers, as compilers ------------------------------------------------===#

    def zigcc(self, triple=MUSL, tool="cc"):
        return [self.once(("zigcc", triple, tool), lambda: self.tools.zigcc(triple, tool))]

    def zig(self):
        return [self.tools.zig, "cc", "-target", "x86_64-linux-musl"]

    #===- compiles ------------------------------------------------------------------===#

    def one(self, name, other, ours=None, env=None):
        return compiles.compile_one(self.tools, "ours", ours or self.cc, env), compiles.compile_one(self.tools, name, other)

    def one_alone(self, clang=None):
        return compiles.compile_alone(self.tools, clang and {"LAMBDA_CC_CLANG": clang})

    def one_by_debian(self):
        return compiles.compile_alone(self.tools, other=debians("clang"))

    def sqlite(self):
        return compiles.compile_sqlite(self.tools, "ours", self.cc)

    def sqlite_by_debian(self):
        return self.sqlite(), alone(self.sqlite(), debians("clang"))

    def sqlite_by_gcc(self):
        return self.sqlite(), compiles.compile_sqlite(self.tools, "gcc", [program("gcc", "apt-get install gcc")])

    def many(self, name, other, ours=None):
        return (compiles.compile_many(self.tools, "arm" if ours else "ours", ours or self.cc), compiles.compile_many(self.tools, name, other))

    def many_alone(self):
        clang = compiles.compile_alone(self.tools)[1].argv
        return self.many("clang", clang[:clang.index("-O2")])

    def instructions(self, name, other):
        """Ours runs with -###, which ends before the exec of clang."""
        program("valgrind", "apt-get install valgrind")
        ours, theirs = self.one(name, other)
        return dataclasses.replace(ours, argv=[ours.argv[0], "-###", *ours.argv[1:]]), theirs

    #===- programs of C and C++, compiled and linked in one call ----------------------===#

    def c_program(self, cold):
        """For musl, static and position-independent like Rust's programs."""
        return (compiles.program_from(self.tools, "ours", [*self.cc, "-static-pie"], "c", cold),
                compiles.program_from(self.tools, "zigbuild", [*self.zigcc(), "-static-pie"], "c", cold))

    def cxx_program(self, cold):
        return (compiles.program_from(self.tools, "ours", [self.tools.ours(GNU, "g++")], "cpp", cold),
                compiles.program_from(self.tools, "zigbuild", self.zigcc(GNU, "cxx"), "cpp", cold))

    #===- links ---------------------------------------------------------------------===#

    def example(self):
        return self.once("example", lambda: links.record(self.tools, "example", MUSL, "test/example", "--release"))

    def largest(self):
        return self.once("largest", lambda: links.record(self.tools, "largest", MUSL, "test/crates", "--package", "reqwest-aws-lc@0.0.0"))

    def hello(self):
        return self.once("hello", lambda: links.record(self.tools, "hello", GNU, "test/rust/Inputs/hello", "--release"))

    def objects(self, triple=MUSL):
        return self.once(("objects", triple), lambda: links.ten_thousand(self.tools, triple))

    def link_alone(self, link, *more, env=None):
        return link.by(self.cc, *more, env=env), link.alone(self.cc, *more, env=env)

    def link_by_debian(self, link):
        return link.by(self.cc), link.alone(self.cc, env=debians("ld.lld"))

    def link_by_mold(self, link):
        program("mold", "apt-get install mold")
        return self.link_alone(link(), "-fuse-ld=mold")

    def link_by_zig(self, link):
        return link.by(self.cc), link.by(self.zigcc(), env=self.tools.zig_env())

    def link_by_gcc(self):
        gcc = self.gcc()
        link = self.objects(ARM_GNU)
        return link.by(self.arm), link.by(gcc)

    def gcc(self):
        return [program("aarch64-linux-gnu-gcc", "apt-get install gcc-aarch64-linux-gnu libc6-dev-arm64-cross")]

    def unverified(self):
        return self.example().by(self.cc), self.example().by(self.cc, env={"LAMBDA_CC_VERIFY": "off"})

    def rust_link(self, cold):
        link = self.hello()

        def before():
            if cold:
                self.tools.forget()
            link.change()

        return link.by([self.tools.ours(GNU)]), link.by(self.zigcc(GNU), env=self.tools.zig_env(), before=before)


def table(tools):
    w = Works(tools)
    clangs = {"Debian's clang": lambda: program("clang-19", "apt-get install clang-19"), "zig's clang": lambda: tools.zig}
    linkers = {"Debian's ld.lld": lambda: program("ld.lld-19", "apt-get install lld-19"), "zig's ld.lld": lambda: tools.zig, "rust-lld": tools.rust_lld}
    zigbuild = "cargo-zigbuild"
    return [
        Row("one small compile", "clang alone", w.one_alone, COMPILE, same="bytes"),
        Row("one small compile", "Debian's clang", w.one_by_debian),
        Row("one small compile", zigbuild, lambda: w.one("zigbuild", w.zigcc()), AtMost(ratio=0.2)),
        Row("one small compile", "zig", lambda: w.one("zig", w.zig()), AtMost(ratio=0.4)),
        Row("one small compile", "gcc", lambda: w.one("gcc", w.gcc(), w.arm), AtMost(ratio=0.6)),
        Row("500 small compiles", "clang alone", w.many_alone, runs="few", cold=True),
        Row("500 small compiles", zigbuild, lambda: w.many("zigbuild", w.zigcc()), AtMost(ratio=0.2), "few", cold=True),
        Row("500 small compiles", "gcc", lambda: w.many("gcc", w.gcc(), w.arm), AtMost(ratio=0.7), "few", cold=True),
        Row("SQLite with -O2", "Debian's clang", w.sqlite_by_debian, AtMost(ratio=0.7), "few", "user seconds"),
        Row("SQLite with -O2", "gcc", w.sqlite_by_gcc, AtMost(ratio=0.55), "few", "user seconds"),
        Row("start-up of a compile, instructions", zigbuild, lambda: w.instructions("zigbuild", w.zigcc()), CALL, unit="instructions"),
        Row("start-up of a compile, instructions", "zig", lambda: w.instructions("zig", w.zig()), CALL, unit="instructions"),

        Row("link of the example", "ld.lld alone", lambda: w.link_alone(w.example()), ALONE, same="bytes"),
        Row("link of the example", "Debian's ld.lld", lambda: w.link_by_debian(w.example()), AtMost(ratio=0.7), same="runs"),
        Row("link of the example", zigbuild, lambda: w.link_by_zig(w.example()), AtMost(ratio=0.35), "some", same="runs"),
        Row("link of the example, by mold", "mold alone", lambda: w.link_by_mold(w.example), ALONE, same="bytes"),
        Row("link of the example, verified or not", "ourselves", w.unverified, AtMost(ratio=1.03), same="bytes"),
        Row("link of the largest program", "ld.lld alone", lambda: w.link_alone(w.largest()), ALONE, "some", same="bytes"),
        Row("link of the largest program", "Debian's ld.lld", lambda: w.link_by_debian(w.largest()), AtMost(ratio=0.7), "some", same="runs"),
        Row("link of the largest program", zigbuild, lambda: w.link_by_zig(w.largest()), AtMost(ratio=0.4), "some", same="runs"),
        Row("link of the largest program, by mold", "mold alone", lambda: w.link_by_mold(w.largest), ALONE, "some", same="bytes"),
        Row("link of 10,000 objects", "ld.lld alone", lambda: w.link_alone(w.objects()), ALONE, "some", same="bytes"),
        Row("link of 10,000 objects", "Debian's ld.lld", lambda: w.link_by_debian(w.objects()), AtMost(ratio=0.8), "some", same="runs"),
        Row("link of 10,000 objects", zigbuild, lambda: w.link_by_zig(w.objects()), AtMost(ratio=0.45), "few", same="runs"),
        Row("link of 10,000 objects", "gcc", w.link_by_gcc, runs="once", cold=True),
        Row("link of 10,000 objects, by mold", "mold alone", lambda: w.link_by_mold(w.objects), ALONE, "some", same="bytes"),

        Row("jemalloc's configure", "clang alone", lambda: builds.configures(tools, "clang"), AtMost(ratio=1.1), "few", cold=True),
        Row("jemalloc's configure", "Debian's clang", lambda: builds.configures(tools, "clang", debians("clang")), AtMost(ratio=0.5), "few", cold=True),
        Row("jemalloc's configure", zigbuild, lambda: builds.configures(tools, zigbuild), AtMost(ratio=0.4), "few", cold=True),

        Row("first C program for musl, nothing cached", zigbuild, lambda: w.c_program(True), LINK, "few", cold=True, same="runs"),
        Row("C program for musl, after an edit", zigbuild, lambda: w.c_program(False), runs="some", same="runs"),
        Row("first C++ program for glibc, nothing cached", zigbuild, lambda: w.cxx_program(True), LINK, "once", cold=True, same="runs"),
        Row("C++ program for glibc, after an edit", zigbuild, lambda: w.cxx_program(False), runs="few", same="runs"),
        # The program's output is not compared: its backtrace has names with ours, and does not have them without the symbol table.
        Row("first link of Rust for glibc, nothing cached", zigbuild, lambda: w.rust_link(True), LINK, "few", cold=True),
        Row("link of Rust for glibc, after an edit", zigbuild, lambda: w.rust_link(False), LINK, "some"),

        *(row for name, cold, warm, runs in (("ring", 0.15, 0.6, "few"), ("libffi", 0.7, 1, "once"), ("the example", 0.5, 1, "once")) for row in (
            Row(f"clean build of {name}, cold", zigbuild, lambda name=name: builds.cold_builds(tools, name), AtMost(ratio=cold), runs, cold=True,
                same="runs"),
            Row(f"clean build of {name}, caches warm", zigbuild, lambda name=name: builds.warm_builds(tools, name), AtMost(ratio=warm), "few",
                same="runs"),
            Row(f"size of {name}, stripped", zigbuild, lambda name=name: builds.programs_of_builds(tools, name), NOT_MORE, unit="size"))),

        *(Row(f"one small compile, {name}", "it alone", lambda clang=clang: w.one_alone(clang()), COMPILE, same="bytes")
          for name, clang in clangs.items()),
        Row("one small compile, zig's clang", zigbuild, lambda: w.one("zigbuild", w.zigcc(), env={"LAMBDA_CC_CLANG": tools.zig})),
        *(Row(f"link of the example, {name}", "it alone", lambda linker=linker: w.link_alone(w.example(), env={"LAMBDA_CC_LLD": linker()}),
              ALONE, same="bytes")
          for name, linker in linkers.items()),
        Row("link of the example, zig's ld.lld", zigbuild, lambda: (w.example().by(w.cc, env={"LAMBDA_CC_LLD": tools.zig}),
                                                                     w.link_by_zig(w.example())[1]), LINK, "some", same="runs"),
    ]
