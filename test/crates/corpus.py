"""Builds a program of the corpus for a target with nothing but the drop-in folder on PATH, verified, and runs it where nothing else is: for musl in an empty folder,
for glibc in one with a glibc. Prints what it cost.

corpus.py --prefix P --rust R --glibc G --work W PROGRAM TARGET

G holds real glibcs, as test/real-glibc.sh fetches them; W has a target folder for each target, which programs share. Fails where the build or the program does, or
where the program prints something else than its `expected`.
"""
import argparse
import contextlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "rust"))
from page import serve_page  # noqa: E402
from root import lay_out  # noqa: E402

OLDEST_GLIBC = "2.31"  # of those that are fetched, the first with what a program for 2.26 may need


def metadata(program):
    with open(os.path.join(HERE, program, "Cargo.toml"), "rb") as file:
        return tomllib.load(file)["package"].get("metadata", {}).get("corpus", {})


def build(args, said):
    """The seconds that it took, and the files that it made."""
    environment = {
        "PATH": f"{args.prefix}/libexec/lambda-cc/drop-in:/usr/local/bin:/usr/bin:/bin",
        "HOME": os.environ["HOME"],
        "RUSTC": f"{args.rust}/self-contained/bin/rustc",
        "CARGO_TARGET_DIR": os.path.join(args.work, args.target),
    }
    command = [f"{args.rust}/self-contained/bin/cargo", "build", "--locked", "--package", f"{args.program}@0.0.0", "--target", args.target,
               "--profile", said.get("profile", "dev"), "--message-format", "json-render-diagnostics"]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=HERE, env=environment, stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"corpus.py: error: cargo build of {args.program} for {args.target} failed")
    messages = [json.loads(line) for line in done.stdout.splitlines()]
    made = [message for message in messages
            if message["reason"] == "compiler-artifact" and message["target"]["name"] == args.program.replace("-", "_" if said.get("library") else "-")]
    return seconds, made[-1]["executable"] or made[-1]["filenames"][0]


def run(args, said, file):
    arch, _, _, libc = args.target.split("-")
    qemu = None if arch == platform.machine() else arch
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        root = os.path.join(folder, "root")
        command = lay_out(root, file, f"{args.glibc}/{OLDEST_GLIBC}/{arch}" if libc == "gnu" else None, qemu)
        environment = {}
        if said.get("proc"):  # std finds its own symbols there
            os.mkdir(os.path.join(root, "proc"))
            command = ["unshare", "--mount", *["--map-root-user"] * (os.geteuid() != 0),
                       "sh", "-c", 'mount --rbind /proc "$0/proc" && exec "$@"', root, *command]
        if said.get("server"):
            url, proxy = stack.enter_context(serve_page(folder))
            shutil.copy(os.path.join(folder, "ca.pem"), root)
            command += [url, "/ca.pem"]
            if libc == "musl":  # an empty root has no /etc/hosts
                environment["https_proxy"] = proxy
        return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=300).stdout


def main():
    parser = argparse.ArgumentParser()
    for option in ("--prefix", "--rust", "--glibc", "--work"):
        parser.add_argument(option, required=True)
    parser.add_argument("program")
    parser.add_argument("target")
    args = parser.parse_args()
    said = metadata(args.program)
    seconds, file = build(args, said)
    print(f"{args.program:20} {args.target:28} {seconds:7.1f} s {os.path.getsize(file) / 1024:8.0f} KB")
    printed = run(args, said, file)
    with open(os.path.join(HERE, args.program, "expected")) as expected:
        if printed != expected.read():
            sys.exit(f"corpus.py: error: {args.program} for {args.target} printed\n{printed}")


main()
