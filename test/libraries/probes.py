#!/usr/bin/env python3
"""probes.py --prefix P --rust R --work W TARGET [PROGRAM...]: builds the programs of test/crates for a target twice, with the libraries of
lambda-cc and without them, and compares.

They bring the libraries that they need, so ours must not change what a build script or a configure script finds. Compared is what
each build script prints for cargo, the files that a configure script or CMake writes about what it found, and which symbols a program leaves to
shared libraries. Fails if they differ and `CHANGES` has no row.
"""
import argparse
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
CRATES = os.path.join(HERE, "..", "crates")

# Differences that are right: a crate, a line of what changes in it, and why.
LIBZ = "libz-sys takes a zlib that pkg-config finds, and builds its own only where there is none"
ZLIB = "<prefix>/share/lambda-cc/libraries/<triple>/pkgconfig/../zlib"
CHANGES = [
    ("libz-sys", "+", "cargo:rustc-link-lib=z", LIBZ),
    ("libz-sys", "+", f"cargo:include={ZLIB}/include", LIBZ),
    ("libz-sys", "+", f"cargo:rustc-link-search=native={ZLIB}/lib", LIBZ),
]

# Of CMake's cache only the answers: find_package() keeps the paths of what it found there, also of what the options then leave out.
ANSWER = re.compile(r"^\w+:(BOOL|STRING)=|^(HAVE|HAS)_\w+:")

# What a configure script or CMake writes about the machine.
FOUND = ["config.h", "*_config.h", "config.mk", "CMakeCache.txt", "Makefile.config"]


def programs(target):
    for name in sorted(os.listdir(CRATES)):
        manifest = os.path.join(CRATES, name, "Cargo.toml")
        if os.path.exists(manifest):
            with open(manifest, "rb") as file:
                metadata = tomllib.load(file)["package"]["metadata"]["corpus"]
            if target in metadata.get("targets", [target]):
                yield name, metadata


def without_libraries(prefix, copy):
    """A copy of an installation, without its libraries."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(prefix, copy, symlinks=True, ignore=lambda folder, names: ["libraries"] if folder.endswith("share/lambda-cc") else [])
    return copy


class Builds:
    """The programs, built by an installation."""

    def __init__(self, args, prefix, name):
        self.args, self.prefix, self.output = args, prefix, os.path.join(args.work, name)
        self.target = os.path.join(self.output, args.target)
        self.programs = {}

    def build(self, program, metadata):
        path = f"{self.prefix}/libexec/lambda-cc/drop-in:{self.args.rust}/self-contained/bin:/usr/local/bin:/usr/bin:/bin"
        command = ["env", "cargo", "build", "--locked", "--package", f"{program}@0.0.0", "--target", self.args.target,
                   "--profile", metadata.get("profile", "dev"), "--message-format", "json-render-diagnostics"]
        if metadata.get("environment"):
            command = [f"{self.prefix}/bin/lambda-cc", "exec", "--target", self.args.target, "--", *command[1:]]
        done = subprocess.run(command, cwd=CRATES, stdout=subprocess.PIPE, text=True, check=False,
                              env={"PATH": path, "HOME": os.environ["HOME"], "CARGO_TARGET_DIR": self.output})
        if done.returncode:
            sys.exit(f"probes.py: error: cargo build of {program} for {self.args.target} by {self.prefix} failed")
        for message in map(json.loads, done.stdout.splitlines()):
            if message.get("executable"):
                self.programs[program] = message["executable"]

    def same_paths(self, text):
        """Without what differs by the folder: the paths, and the hashes of folders below build/."""
        for path, name in ((self.target, "<output>/<target>"), (self.output, "<output>"), (self.prefix, "<prefix>"), (self.args.target, "<triple>")):
            text = text.replace(path, name)
        return re.sub(r"(<output>/\S+/build/[^/]+)-[0-9a-f]{16}", r"\1", text)

    def facts(self):
        """A set of lines (CRATE, KIND, TEXT)."""
        facts = set()
        for output in glob.glob(f"{self.target}/*/build/*/output"):
            folder = os.path.dirname(output)
            crate = os.path.basename(folder).rpartition("-")[0]
            with open(output, encoding="utf-8", errors="replace") as file:
                for line in file:
                    if line.startswith("cargo:") and not re.match("cargo:+(rerun-if|warning)", line):
                        facts.add((crate, "build script", self.same_paths(line.strip())))
            for pattern in FOUND:
                for path in glob.glob(f"{folder}/out/**/{pattern}", recursive=True):
                    with open(path, encoding="utf-8", errors="replace") as file:
                        facts |= {(crate, os.path.relpath(path, folder), self.same_paths(line.strip()))
                                  for line in file if line.strip() and not line.startswith(("//", "# "))
                                  and (pattern != "CMakeCache.txt" or ANSWER.match(line))}
        for name, path in self.programs.items():
            symbols = subprocess.check_output(["llvm-readelf-19", "--dyn-symbols", "--needed-libs", path], text=True)
            facts |= {(name, "program", line) for line in re.findall(r"UND (\S+)|^  (\S+\.so\S*)$", symbols, flags=re.M)}
        return facts


def main():
    parser = argparse.ArgumentParser()
    for option in ("--prefix", "--rust", "--work"):
        parser.add_argument(option, required=True)
    parser.add_argument("target")
    parser.add_argument("programs", nargs="*")
    args = parser.parse_args()
    os.makedirs(args.work, exist_ok=True)
    having = Builds(args, args.prefix, "with")
    lacking = Builds(args, without_libraries(args.prefix, os.path.join(args.work, "prefix")), "without")
    for name, metadata in programs(args.target):
        if not args.programs or name in args.programs:
            for builds in (having, lacking):
                builds.build(name, metadata)
    facts = {"-": lacking.facts(), "+": having.facts()}
    known = {(crate, sign, text) for crate, sign, text, _ in CHANGES}
    seen, failed = set(), False
    for crate, kind, sign, text in sorted((crate, kind, sign, str(text)) for sign, other in ("-+", "+-")
                                          for crate, kind, text in facts[sign] - facts[other]):
        seen.add((crate, sign, text))
        if (crate, sign, text) not in known:
            failed = True
            print(f"{crate}: {kind}: {sign} {text}")
    for row in sorted(known - seen) if not args.programs else []:
        failed = True
        print(f"not seen: {row}")
    sys.exit(failed)


main()
