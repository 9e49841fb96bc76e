"""The peers of lambda-cc: how each is installed, and how it is called.

    clang, ld.lld   the program that our tool runs, with the same arguments and inputs, as -### prints them
    Debian's        clang and ld.lld 19 (apt-get install clang-19 lld-19), with the arguments and inputs that our tool would give them
    cargo-zigbuild  with ziglang, both from PyPI, in build/peers. Its compiler and linker is the script that it configures for cargo and cc-rs
    zig             `zig cc` of that ziglang, without the start of cargo-zigbuild's script and of Python
    gcc             for SQLite Debian's gcc (apt-get install gcc). Else Debian's cross compiler for aarch64 and GNU ld (apt-get install
                    gcc-aarch64-linux-gnu libc6-dev-arm64-cross). It links Debian's glibc, so our side of its rows is aarch64-unknown-linux-gnu
    mold            Debian's (apt-get install mold)

If a peer is missing, its rows are left out, with a line about what to install.
"""

import dataclasses
import functools
import glob
import os
import platform
import shlex
import shutil
import subprocess
import sys

from measure import Command

PYPI = ["cargo-zigbuild==0.24.0", "ziglang==0.17.1"]
MUSL = "x86_64-unknown-linux-musl"
GNU = "x86_64-unknown-linux-gnu"
ARM_GNU = "aarch64-unknown-linux-gnu"
CEILING = ".2.26"  # the default of our -gnu tools; an argument for cargo-zigbuild


class Missing(Exception):
    """A row that can't be measured on this machine: what is missing, and how to install it."""


def program(name, install):
    found = shutil.which(name)
    if not found:
        raise Missing(f"no {name}: {install}")
    return found


def behind(command):
    """The command that our tool runs for `command`: the same work, by clang or ld.lld alone."""
    done = subprocess.run([command.argv[0], "-###", *command.argv[1:]], env={**os.environ, **command.env}, cwd=command.cwd,
                          stderr=subprocess.PIPE, text=True, check=True)
    return Command(shlex.split(done.stderr.splitlines()[-1]), command.env, command.cwd, command.before, command.output)


def alone(ours, env=None):
    """The same without our tool, to an output of its own. `env` chooses another clang or ld.lld."""
    theirs, output = behind(dataclasses.replace(ours, env={**ours.env, **(env or {})})), ours.output + "-alone"
    return Command([output if arg == ours.output else arg for arg in theirs.argv], theirs.env, None, theirs.before, output)


def debians(name):
    """The variable with which our tool runs Debian's clang or ld.lld."""
    variable, package = {"clang": ("LAMBDA_CC_CLANG", "clang"), "ld.lld": ("LAMBDA_CC_LLD", "lld")}[name]
    return {variable: program(f"{name}-19", f"apt-get install {package}-19")}


def first_line(*argv):
    if not shutil.which(argv[0]):
        return ""
    done = subprocess.run(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return done.stdout.splitlines()[0].strip() if done.stdout else ""


def version_behind(argv):
    found = behind(Command(argv)).argv  # zig and rust-lld are several programs, selected by an argument
    length = 3 if found[1] == "-flavor" else 2 if found[1] in ("clang", "ld.lld") else 1
    return first_line(*found[:length], "--version")


class Tools:
    """The programs of all sides, and their environments. `work` is a folder for this run only. `kept` is the folder of cargo's builds for the links
    that are recorded, and stays for the next run."""

    def __init__(self, prefix, rust, venv, work, kept):
        self.prefix, self.rust, self.venv, self.work, self.kept = prefix, f"{rust}/self-contained/bin", venv, work, kept
        self.zig_cache = os.path.join(work, "zig-cache")

    #===- ours -----------------------------------------------------------------===#

    def ours(self, triple=MUSL, tool="gcc"):
        return os.path.join(self.prefix, "bin", f"{triple}-{tool}")

    def cargo(self):
        """cargo with our drop-in folder first on PATH, and nothing else of ours."""
        self.need_rust()
        return [f"{self.rust}/cargo"], {"RUSTC": f"{self.rust}/rustc",
                                        "PATH": f"{self.prefix}/libexec/lambda-cc/drop-in:{os.environ['PATH']}"}

    def need_rust(self):
        if not os.path.exists(f"{self.rust}/cargo"):
            raise Missing(f"no {self.rust}/cargo: sh test/rust-std.sh build/rust build/sysroots")

    @functools.cache
    def ccache(self):
        """The variables with which our tools compile through a ccache of this run's own. Checks once that the tools use it: older ones ignore the
        variable."""
        program("ccache", "apt-get install ccache")
        folder = os.path.join(self.work, "ccache")
        env = {"LAMBDA_CC_CACHE": "ccache", "CCACHE_DIR": folder}
        source = os.path.join(self.work, "cached.c")
        with open(source, "w") as file:
            file.write("int cached;\n")
        Command([self.ours(), "-c", source, "-o", f"{source}.o"], env).run()
        if not os.path.exists(folder):
            raise Missing("these tools do not support LAMBDA_CC_CACHE=ccache")
        return env

    #===- other providers of clang and ld.lld ----------------------------------------------===#

    def rust_lld(self):
        found = self.rust_llds()
        if not found:
            raise Missing("no rust-lld: it comes with rustup's Rust, not with Debian's")
        return found[0]

    def rust_llds(self):
        return glob.glob(os.path.realpath(f"{self.rust}/../lib/rustlib") + "/*/bin/rust-lld")

    #===- zig ----------------------------------------------------------------------===#

    @functools.cached_property
    def zig(self):
        if not os.path.exists(f"{self.venv}/bin/cargo-zigbuild"):
            subprocess.run([sys.executable, "-m", "venv", self.venv], check=True)
            subprocess.run([f"{self.venv}/bin/pip", "--quiet", "install", *PYPI], check=True)
        return glob.glob(f"{self.venv}/lib/python3*/site-packages/ziglang/zig")[0]

    def zig_env(self):
        """A cache of this run's own, which a row may empty."""
        return {"ZIG_GLOBAL_CACHE_DIR": self.zig_cache, "ZIG_LOCAL_CACHE_DIR": self.zig_cache}

    def forget(self):
        shutil.rmtree(self.zig_cache, ignore_errors=True)

    def zigbuild(self):
        """cargo-zigbuild as pip installs it, with the same cargo and rustc as ours."""
        self.need_rust()
        assert self.zig
        return [f"{self.venv}/bin/cargo-zigbuild", "zigbuild"], {
            **self.zig_env(), "CARGO": f"{self.rust}/cargo", "RUSTC": f"{self.rust}/rustc",
            "CARGO_ZIGBUILD_PYTHON_PATH": f"{self.venv}/bin/python3", "CARGO_ZIGBUILD_CACHE_DIR": os.path.join(self.work, "zigbuild")}

    @functools.cache
    def zigcc(self, triple, tool="cc"):
        """The script that cargo-zigbuild sets as cargo's linker and as cc-rs' CC or CXX. A build of an empty project writes it."""
        project = os.path.join(self.work, "empty-crate")
        os.makedirs(f"{project}/src", exist_ok=True)
        with open(f"{project}/Cargo.toml", "w") as file:
            file.write('[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n')
        with open(f"{project}/src/lib.rs", "w"):
            pass
        command, env = self.zigbuild()
        Command([*command, "--quiet", "--target", triple + (CEILING if triple.endswith("-gnu") else "")], env, project).run()
        scripts = glob.glob(f"{self.work}/zigbuild/cargo-zigbuild/*/wrappers/*/zig{tool}-{triple}*.sh")
        return scripts[0]

    #===- the machine and the versions ------------------------------------------------------===#

    def machine(self):
        """The machine and the versions of all programs, for the table's first line and for JSON."""
        with open("/proc/cpuinfo") as file:
            model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), platform.machine())
        source = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        versions = {
            "lambda-cc": first_line("git", "-C", source, "describe", "--always", "--dirty"),
            "clang": version_behind([self.ours(), "-c", "a.c"]),
            "ld.lld": version_behind([self.ours(), "a.o"]),
            # "LLD 22.1.2", without the folder of its sources
            **{"rust-lld": " ".join(first_line(file, "-flavor", "gnu", "--version").split()[:2]) for file in self.rust_llds()},
            "rustc": first_line(f"{self.rust}/rustc", "--version"),
            **{name: version for name, _, version in (row.partition("==") for row in PYPI) if os.path.exists(self.venv)},
            **{name: first_line(name, "--version") for name in ("aarch64-linux-gnu-gcc", "mold", "ccache", "valgrind")},
        }
        return {"cpu": model, "cores": os.cpu_count(), "os": platform.freedesktop_os_release().get("PRETTY_NAME", ""),
                "kernel": platform.release(), "load before": round(os.getloadavg()[0], 1),
                "versions": {name: version for name, version in versions.items() if version}}
