#!/usr/bin/env python3
"""gate.py [--all]: all tests, from a fresh clone. cmake/test.sh installs what it needs, and calls it.

The gate builds a release and the same under ASan and UBSan, builds or restores the sysroots, runs the tests and checks the sources. The
build with sanitizers makes no calls that only Linux has (LAMBDA_CC_PORTABLE). Each part writes build/gate/PART.log. At the end a table shows
the minutes of each part; the last line is `N passed, N failed, N skipped`.

--all runs also what takes hours: the tests that test/long.txt marks so, each program of test/crates for all its targets, the packages in
fresh Debian roots (as root), clang-tidy with each file alone, the crates that our advice names, the fuzzers, and mutations. It records
when it ran last.
"""
import argparse
import concurrent.futures
import contextlib
import datetime
import glob
import json
import os
import platform
import re
import subprocess
import sys
import time
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
REPORTS = os.path.join(ROOT, "build", "gate")
LIT = "/usr/lib/llvm-19/build/utils/lit/lit.py"
KINDS = ["gate", "golden", "real", "glibc", "rust", "callers", "docs", "slow", "crates", "libraries", "windows"]
# Sanitizers see our own code, so they run the kinds that call it most often, and of the others one build by rustc and one by cc-rs.
# The same build has LAMBDA_CC_PORTABLE, since a third build and its tests would take minutes: the release tests the calls of Linux.
SANITIZED = ["golden", "real", "glibc"]
SANITIZED_TOO = ["rust/self-contained-links", "callers/cc-rs-by-path"]

sys.path.insert(0, HERE)
import report  # noqa: E402


def log_of(part):
    return os.path.join(REPORTS, re.sub(r"\W+", "-", part) + ".log")


def lines_of(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.readlines()


class Failed(Exception):
    """Nothing can follow."""


class Gate:
    def __init__(self):
        self.results, self.parts, self.start = [], [], time.monotonic()
        os.makedirs(REPORTS, exist_ok=True)

    def run(self, part, command, log=None, environment=None):
        """Runs a command as a part, and returns its exit status. Its wall time and the CPU time of all its processes are kept."""
        start = time.monotonic()
        again = not log and any(name == part for name, *_ in self.parts)
        with open(log or log_of(part), "ab" if again else "wb") as file:
            try:
                process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=file, stderr=file,
                                           env={**os.environ, **(environment or {})})
            except OSError as error:
                file.write(f"{command[0]} can't be started: {error.strerror}\n".encode())
                self.parts.append((part, 0.0, 0.0))
                return 127
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.parts.append((part, time.monotonic() - start, usage.ru_utime + usage.ru_stime))
        return process.returncode

    def installed(self, seconds):
        """test.sh took so long to install packages."""
        self.start -= seconds
        self.parts.append(("packages", seconds, 0.0))

    def must(self, part, *commands):
        print(f"-- {part}", flush=True)
        for command in commands:
            if self.run(part, command):
                print("".join(lines_of(log_of(part))[-60:]))
                self.results.append(report.Result(part, "failed", text=f"failed: {' '.join(command)}"))
                raise Failed(part)

    def add(self, results):
        for result in results:
            if result.outcome == "failed":
                print(f"FAIL: {result.name}\n{result.text}\n", flush=True)
        self.results += results

    def count(self, part, runner, command, path, kinds=(), environment=None):
        """Runs a runner that writes the report `path`, and counts its tests."""
        print(f"-- {part}", flush=True)
        with contextlib.suppress(FileNotFoundError):
            os.remove(path)
        status = self.run(part, command, environment=environment)
        self.add([report.Result(f"{runner}: {result.name}", result.outcome, result.seconds, result.text)
                  for result in report.read(path, status, kinds)])

    def check(self, part, name, command):
        """One check, with its output if it fails."""
        log = log_of(name)
        status = self.run(part, ["sh", "-c", command], log=log)
        self.add([report.Result(name, "failed" if status else "passed", text="".join(lines_of(log)))])

    def guarded(self, function, *args):
        """Calls a function. Any exception of it is recorded as a failure, and Failed."""
        try:
            function(*args)
        except Failed:
            raise
        except Exception as error:
            self.add([report.Result(function.__name__, "failed", text=traceback.format_exc())])
            raise Failed(function.__name__) from error

    def at_once(self, *functions):
        """Runs functions in threads. Fails if one does, after all have ended."""
        with concurrent.futures.ThreadPoolExecutor(len(functions)) as pool:
            running = [pool.submit(self.guarded, function) for function in functions]
        for each in running:
            each.result()

    def table(self):
        total = {}
        for part, wall, cpu in self.parts:
            walls, cpus = total.get(part, (0, 0))
            total[part] = (walls + wall, cpus + cpu)
        rows = [(part, *times) for part, times in total.items()]
        rows.append(("whole (parts overlap)", time.monotonic() - self.start, sum(cpu for _, _, cpu in rows)))
        lines = [f"{'part':28} {'minutes':>8} {'of CPU':>8}"]
        return "\n".join(lines + [f"{part:28} {wall / 60:8.1f} {cpu / 60:8.1f}" for part, wall, cpu in rows])


class LongTests:
    """The rows of long.txt."""

    def __init__(self):
        self.seconds, self.only_in_all = {}, []
        with open(os.path.join(HERE, "long.txt"), encoding="utf-8") as file:
            for line in file:
                if line.strip() and not line.startswith("#"):
                    name, where, seconds, _ = line.split(None, 3)
                    self.seconds[name] = float(seconds)
                    self.only_in_all += [name] if where == "all" else []

    def seed(self, folder):
        """lit starts the slowest tests first if it knows their times."""
        path = os.path.join(folder, "out", ".lit_test_times.txt")
        if not os.path.exists(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(f"{seconds:e} {name}{'' if name.startswith('crates/') else '.test'}\n" for name, seconds in self.seconds.items())

    def without_row(self, results):
        """Prints the tests that took long and have no row: their reason is missing."""
        for result in results:
            name = result.name.split(": ", 1)[-1].removesuffix(".test")
            if result.seconds > 60 and name not in self.seconds and result.name.startswith("release"):
                print(f"-- {name} took {result.seconds:.0f} s and has no row in test/long.txt")


def tests_of_linux_calls():
    """The tests that a build with LAMBDA_CC_PORTABLE can't pass. The release runs them."""
    files = [path for kind in SANITIZED for path in glob.glob(os.path.join(HERE, kind, "*.test"))]
    return [os.path.relpath(path, HERE).removesuffix(".test") for path in sorted(files)
            if any(re.match("# REQUIRES:.*linux-calls", line) for line in lines_of(path))]


def golden_by_wine(everything):
    """The golden tests that run a second time, with lambda-cc.exe: the rows of windows/golden.txt."""
    rows = [line.split() for line in lines_of(os.path.join(HERE, "windows", "golden.txt")) if line.strip() and not line.startswith("#")]
    return [f"golden/{name}" for name, where in rows if everything or where == "gate"]


def pattern(names, end):
    return "^lambda-cc :: (" + "|".join(re.escape(name) for name in names) + ")" + end


def without(names):
    return ["--filter-out", pattern(names, r"(\.test)?$")] if names else []


def lit(preset, *options):
    return [sys.executable, LIT, "-v", *options, os.path.join(ROOT, "build", preset, "test")]


def reports(name):
    return os.path.join(REPORTS, f"{name}.xml")


def unit_tests(gate, preset):
    gate.count(f"unit tests, {preset}", f"{preset} unit", [f"build/{preset}/test/unit-tests", f"--gtest_output=xml:{reports(f'unit-{preset}')}"],
               reports(f"unit-{preset}"))


def build(gate):
    sources = os.environ.get("LAMBDA_CC_SOURCES")
    presets = ("release", "asan")
    with_sources = [f"-DLAMBDA_CC_SOURCES={sources}"] if sources else []
    with_llvm = f"-DLAMBDA_CC_LLVM={ROOT}/build/llvm/{platform.machine()}"
    gate.must("configure", *[["cmake", "--preset", preset, *with_sources, with_llvm] for preset in presets])

    def builds():
        for preset in presets:
            gate.must(f"build {preset}", ["cmake", "--build", "--preset", preset, "-j", str(os.cpu_count())])

    def sysroots():
        gate.must("sysroots", ["sh", "cmake/sysroots.sh"])
        print("".join(line for line in lines_of(log_of("sysroots")) if line.startswith("-- sysroots: ")), end="", flush=True)
        gate.must("Rust's std", ["sh", "test/rust-std.sh", "build/rust", "build/sysroots"])

    def fetches():
        gate.must("glibcs, zig, callers, cargo-lambda, mysql-mimic, actionlint", ["sh", "test/real-glibc.sh", "build/glibc"], ["sh", "-ec", """
            sh cmake/release/zig.sh
            sh test/windows.sh build/zig-windows
            sh test/callers.sh build/callers
            # Without it gate/workflows-are-valid does not run, and counts as failed.
            [ -x build/actionlint/bin/actionlint ] || sh test/actionlint.sh build/actionlint || true
            [ -x build/mysql-mimic/bin/python ] ||
              { python3 -m venv build/mysql-mimic && build/mysql-mimic/bin/pip --quiet install mysql-mimic==3.0.5; }
            # --no-deps: --compiler cargo needs no zig, and then it has none.
            [ -x build/cargo-lambda/bin/cargo-lambda ] ||
              { python3 -m venv build/cargo-lambda && build/cargo-lambda/bin/pip --quiet install --no-deps cargo-lambda==1.9.2; }"""])

        # Without packages it needs neither sysroots nor libraries. zig's own libraries for Windows are built once, too.
        windows = "release-windows-x86_64"
        gate.must("build for Windows", ["cmake", "--preset", windows, "-DLAMBDA_CC_PACKS=OFF", *with_sources],
                  ["cmake", "--build", "--preset", windows, "--target", "lambda-cc", "-j", str(os.cpu_count())])

    # The sysroots' configure steps and the downloads leave a core idle, and the compiles fill it.
    gate.at_once(builds, sysroots, fetches)
    gate.must("libraries", ["sh", "cmake/libraries.sh"])  # built by this lambda-cc with these sysroots
    print("".join(line for line in lines_of(log_of("libraries")) if line.startswith("-- libraries: ")), end="", flush=True)
    # Its build takes an hour, so the gate does not do it. Without it report.py counts its tests as skipped.
    gate.must("our own clang, if the cache has it", ["sh", "cmake/llvm.sh", "cached", platform.machine()])
    if os.path.exists(f"{ROOT}/build/llvm/x86_64/made-of"):
        gate.must("Debian's clang of the same LLVM", ["sh", "test/plain-llvm.sh", "build/plain-llvm"])


def tests(gate, long_tests, everything):
    left_out = [] if everything else long_tests.only_in_all
    for preset in ("release", "asan"):
        long_tests.seed(os.path.join(ROOT, "build", preset, "test"))
    targets = ["--param", "targets=all"] if everything else []
    gate.count("tests, release", "release", lit("release", "--filter", pattern(KINDS, "/"), *without(left_out), *targets,
                                                f"--xunit-xml-output={reports('lit-release')}"), reports("lit-release"), KINDS)
    gate.count("tests, by wine", "wine", lit("release", "--param", "wine", "--filter", pattern(golden_by_wine(everything), r"\.test$"),
                                             f"--xunit-xml-output={reports('lit-wine')}"), reports("lit-wine"), ["golden"])
    unit_tests(gate, "release")
    ours = "^(" + "|".join([*KINDS, "corpus", "golden-by-wine", "packages", "unit"]) + ")$"
    gate.count("other tests", "ctest", ["ctest", "--test-dir", "build/release", "--exclude-regex", ours, "--output-junit", reports("ctest")],
               reports("ctest"))
    sanitized = pattern([*(f"{kind}/" for kind in SANITIZED), *(f"{name}.test" for name in SANITIZED_TOO)], "")
    gate.count("tests, asan", "asan", lit("asan", "--filter", sanitized, *without([*left_out, *tests_of_linux_calls()]),
                                          f"--xunit-xml-output={reports('lit-asan')}"), reports("lit-asan"), SANITIZED)
    unit_tests(gate, "asan")


def checks(gate):
    print("-- checks", flush=True)
    gate.check("checks", "clang-format", "find lib shim test/unit -name '*.cpp' -o -name '*.h' | xargs clang-format-19 --dry-run -Werror")
    gate.check("checks", "headers-compile-alone", "cmake --build --preset release --target all_verify_interface_header_sets")
    gate.check("checks", "no-include-around-the-order", '! grep -rn "#include \\"\\.\\." lib shim')
    # glibc is 0.8 MB of it. In the packages it is musl, and test/packages allows 2.5 MB.
    gate.check("checks", "size-at-most-2.7-MB", 'test "$(stat -c %s build/release/shim/lambda-cc)" -le 2700000')
    gate.check("checks", "fully-static", "! readelf -l build/release/shim/lambda-cc | grep INTERP")
    # Every header that the C++ runtimes and compiler-rt were compiled with is the sysroot's, LLVM's or clang's.
    targets = subprocess.check_output(["build/release/shim/lambda-cc", "targets", "--format", "json"], cwd=ROOT)
    for triple in [row["target"] for row in json.loads(targets)]:
        for step in ("compiler-rt", "cxx"):
            deps = f"build/sysroots/.build/{triple}/{step}/deps"
            gate.check("checks", f"no-host-headers-in-{step}-of-{triple}",
                       f"test $(wc -l <{deps}) -gt 1000 && ! grep -E '^ +/usr/(local/)?include' {deps}")
    print("-- clang-tidy", flush=True)
    gate.check("clang-tidy", "clang-tidy", f"{sys.executable} -B test/tidy.py build/release")


def everything_else(gate):
    print("-- clang-tidy, each file alone", flush=True)
    gate.check("clang-tidy, each file alone", "clang-tidy-each-file", f"{sys.executable} -B test/tidy.py --each build/release")
    print("-- advice", flush=True)
    cargo = os.path.join(ROOT, "build", "rust", "self-contained", "bin", "cargo")
    gate.check("advice", "advice-names-features", f"CARGO={cargo} {sys.executable} -B test/advice.py --offline")
    print("-- fuzzers", flush=True)
    gate.check("fuzzers", "fuzzers", "cmake --install build/release >/dev/null && sh test/fuzz.sh 60")
    print("-- mutations", flush=True)
    gate.check("mutations", "mutations", f"{sys.executable} -B test/mutate.py --minutes 60")
    print("".join(lines_of(log_of("mutations"))), end="", flush=True)
    gate.must("packages", ["sh", "cmake/release.sh"], ["sh", "test/packages/prepare.sh"])
    gate.count("packages, tested", "packages", lit("release", "--filter", pattern(["packages"], "/"),
                                                   f"--xunit-xml-output={reports('lit-packages')}"), reports("lit-packages"), ["packages"])


def commit():
    try:
        return subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return "unknown"


def records():
    """Where the last run of --all is recorded: for all clones, and for this one."""
    caches = [os.environ.get("XDG_CACHE_HOME", ""), os.path.join(os.environ.get("HOME", ""), ".cache")]
    folders = [os.path.join(cache, "lambda-cc") for cache in caches if os.path.isabs(cache)][:1]  # XDG ignores relative paths
    return [os.path.join(folder, "all-last-ran") for folder in [*folders, os.path.join(ROOT, "build")]]


def record(line):
    for path in records():
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(line + "\n")


def last_record():
    for path in records():
        with contextlib.suppress(OSError), open(path, encoding="utf-8", errors="replace") as file:
            return file.read().strip()
    return "never on this machine"


def windows_callers(gate, everything):
    """Their sources are wheels. build() makes the pip that fetches them."""
    gate.must("callers for Windows", ["sh", "test/windows-callers.sh", "build/windows", *(["rust"] if everything else [])])
    print("".join(line for line in lines_of(log_of("callers for Windows")) if line.startswith("-- ")), end="", flush=True)


def run_all(gate, everything):
    long_tests = LongTests()
    try:
        build(gate)
        windows_callers(gate, everything)
        if everything:
            gate.must("SAM, Bazel, cargo-chef", ["sh", "test/callers.sh", "build/sam", "sam.txt"], ["sh", "cmake/packages.sh", "callers"],
                      ["sh", "test/cargo-install.sh", "build/cargo-chef", "build/rust/self-contained", "cargo-chef"])
            gate.must("goreleaser", ["sh", "test/goreleaser.sh", "build/goreleaser"])
            gate.must("sccache-dist", ["sh", "test/cargo-install.sh", "build/sccache-dist", "build/rust/self-contained", "sccache"])
        tests(gate, long_tests, everything)
        checks(gate)
        if everything:
            everything_else(gate)
    finally:
        long_tests.without_row(gate.results)


def main():
    parser = argparse.ArgumentParser(prog="test.sh", description="All tests, from a fresh clone.")
    parser.add_argument("--all", action="store_true", help="also what takes hours")
    parser.add_argument("--started", type=float, help=argparse.SUPPRESS)  # when test.sh began to install packages
    args = parser.parse_args()
    gate = Gate()
    if args.started:
        gate.installed(time.time() - args.started)
    try:
        gate.guarded(run_all, gate, args.all)
    except Failed as error:
        print(f"-- {error} failed, and what follows needs it")
    print(gate.table())
    if args.all:
        record(f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC, commit {commit()}: {report.last_line(gate.results)}")
    print(f"sh cmake/test.sh --all ran last: {last_record()}")
    print(report.last_line(gate.results))
    sys.exit(1 if report.count(gate.results)[1] else 0)


if __name__ == "__main__":
    main()
