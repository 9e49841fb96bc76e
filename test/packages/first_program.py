#!/usr/bin/env python3
"""first_program.py [--runs 3]: measures the seconds from `pip install` to the first linked program, for lambda-cc and for cargo-zigbuild.

Each run has a new virtual environment, downloads all packages, and begins without zig's cache. lambda-cc has its own clang and ld.lld, and
lambda-cc-tools uses zig's here. Our wheels are files, and the others come from the network. The program is ring 0.17 of test/crates, with C and
assembly, for musl. Needs the output of cmake/release.sh and test/packages/prepare.sh.
"""

import argparse
import glob
import os
import platform
import statistics
import subprocess
import tempfile
import time

BUILD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "build")
ZIG = "ziglang==0.17.1"


def run(work, packages, command):
    """Returns the seconds of pip, and of the build after it."""
    venv = os.path.join(work, "venv")
    subprocess.run(["python3", "-m", "venv", venv], check=True)
    rust = os.path.realpath(f"{BUILD}/rust/self-contained")
    began = time.time()
    subprocess.run([f"{venv}/bin/pip", "--quiet", "--no-cache-dir", "--disable-pip-version-check", "install", *packages], check=True)
    installed = time.time()
    zig = glob.glob(f"{venv}/lib/python3*/site-packages/ziglang/zig")
    compiler = {"LAMBDA_CC_CLANG": zig[0], "LAMBDA_CC_LLD": zig[0]} if zig else {}
    subprocess.run([f"{rust}/bin/cargo", command, "--quiet", "--offline", "--locked", "--release", "--target", "x86_64-unknown-linux-musl",
                    "-p", "ring-017"], check=True, cwd=f"{BUILD}/vendored/crates/project",
                   env={"PATH": f"{venv}/libexec/lambda-cc/drop-in:{venv}/bin:{rust}/bin:/usr/bin:/bin", "HOME": work,
                        "RUSTC": f"{rust}/bin/rustc", "CARGO_HOME": f"{work}/cargo", "CARGO_TARGET_DIR": f"{work}/target",
                        **compiler})
    built = time.time()
    subprocess.run([f"{work}/target/x86_64-unknown-linux-musl/release/ring-017"], check=True, stdout=subprocess.DEVNULL)
    return installed - began, built - installed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    compiler, tools = (glob.glob(f"{BUILD}/release-{platform.machine()}/{name}-*.whl")[0] for name in ("lambda_cc", "lambda_cc_tools"))
    ways = {"lambda-cc": ([compiler, tools], "build"), "lambda-cc-tools with zig": ([tools, ZIG], "build"),
            "cargo-zigbuild": (["cargo-zigbuild==0.24.0", ZIG], "zigbuild")}
    seconds = {name: [] for name in ways}
    for _ in range(args.runs):
        for name, (packages, command) in ways.items():
            with tempfile.TemporaryDirectory() as work:
                seconds[name].append(run(work, packages, command))
    for name, runs in seconds.items():
        pip, build = (statistics.median(column) for column in zip(*runs))
        print(f"{name}: {pip:.1f} s of pip, {build:.1f} s of the build, {pip + build:.1f} s in all; runs:",
              *(f"{a:.1f}+{b:.1f}" for a, b in runs))


main()
