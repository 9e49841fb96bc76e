"""Builds a program of the corpus for a target, verified, with nothing but the drop-in folder on PATH, and runs it where nothing else is:
for musl in an empty folder, for glibc in one with a glibc. Prints what the build cost, and the size of what it made.

corpus.py --prefix P --rust R --glibc G --cargo-lambda L --work W PROGRAM TARGET

G holds real glibcs, as test/real-glibc.sh fetches them; W gets a target folder for each target, which programs share. Fails where the
build or the program does, or where the program prints something else than its `expected`. What a program needs beside that, its
Cargo.toml says in [package.metadata.corpus]:

    gate = [TARGET]      where it is built for each commit
    targets = [TARGET]   where it can be built at all, if not everywhere
    profile = "dev"      of cargo
    assembly.ARCH = []   patterns of symbols that it has where no assembly was left out
    environment = true   it is built by `lambda-cc exec`: PATH is not enough
    server = true        it is given the URL of a page, and the certificate to trust
    function = true      it is Lambda's: asks a Runtime API for events
    library = "load.c"   it is loaded by that program
    proc = true          it has a /proc
"""
import argparse
import contextlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "rust"))
import runtime_api  # noqa: E402
from page import serve_page  # noqa: E402
from root import lay_out  # noqa: E402

OLDEST_GLIBC = "2.31"  # of those that are fetched, the first with what a program for 2.26 may need


class Build:
    """A program for a target."""

    def __init__(self, args):
        self.args = args
        with open(os.path.join(HERE, args.program, "Cargo.toml"), "rb") as file:
            self.said = tomllib.load(file)["package"]["metadata"]["corpus"]
        self.arch, _, _, self.libc = args.target.split("-")
        self.qemu = None if self.arch == platform.machine() else self.arch
        self.glibc = f"{args.glibc}/{OLDEST_GLIBC}/{self.arch}" if self.libc == "gnu" else None

    def cargo(self):
        """Builds it; `seconds` and `file` are what came of that."""
        drop_in = f"{self.args.prefix}/libexec/lambda-cc/drop-in"
        environment = {
            "PATH": f"{drop_in}:/usr/local/bin:/usr/bin:/bin",
            "HOME": os.environ["HOME"],
            "RUSTC": f"{self.args.rust}/self-contained/bin/rustc",
            "CARGO_TARGET_DIR": os.path.join(self.args.work, self.args.target),
        }
        command = [f"{self.args.rust}/self-contained/bin/cargo", "build", "--locked", "--package", f"{self.args.program}@0.0.0",
                   "--target", self.args.target, "--profile", self.said.get("profile", "dev"), "--message-format", "json-render-diagnostics"]
        if self.said.get("environment"):
            command = [f"{drop_in}/lambda-cc", "exec", "--target", self.args.target, "--", *command]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=HERE, env=environment, stdout=subprocess.PIPE, text=True, check=False)
        self.seconds = time.perf_counter() - start
        if done.returncode:
            sys.exit(f"corpus.py: error: cargo build of {self.args.program} for {self.args.target} failed")
        messages = [json.loads(line) for line in done.stdout.splitlines()]
        made = [message for message in messages if message["reason"] == "compiler-artifact"
                and f"{HERE}/{self.args.program}#" in message["package_id"] and "custom-build" not in message["target"]["kind"]]
        self.file = made[-1]["executable"] or made[-1]["filenames"][0]

    def missing(self):
        """The symbols that it is without."""
        wanted = self.said.get("assembly", {}).get(self.arch, [])
        symbols = subprocess.check_output([f"{self.args.prefix}/bin/{self.args.target}-nm", self.file], text=True).splitlines() if wanted else []
        return [name for name in wanted if not any(re.fullmatch(f".* [tT] {name}", symbol) for symbol in symbols)]

    def printed(self):
        with contextlib.ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            root = os.path.join(folder, "root")
            command = lay_out(root, self.loader(folder), self.glibc, self.qemu)
            os.mkdir(os.path.join(root, "tmp"))
            if self.said.get("proc"):  # std finds its own symbols there
                os.mkdir(os.path.join(root, "proc"))
                command = ["unshare", "--mount", *["--map-root-user"] * (os.geteuid() != 0),
                           "sh", "-c", 'mount --rbind /proc "$0/proc" && exec "$@"', root, *command]
            if self.said.get("function"):
                return self.answers(command, root, *stack.enter_context(serve_page(folder)), os.path.join(folder, "ca.pem"))
            environment = {}
            if self.said.get("server"):
                url, proxy = stack.enter_context(serve_page(folder))
                shutil.copy(os.path.join(folder, "ca.pem"), root)
                command += [url, "/ca.pem"]
                if self.libc == "musl":  # an empty root has no /etc/hosts
                    environment["https_proxy"] = proxy
            return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=300).stdout

    def loader(self, folder):
        """The program to run: of a library one in C that loads it, by the name that it has where it runs."""
        if not self.said.get("library"):
            return self.file
        program = os.path.join(folder, "load")
        subprocess.run([f"{self.args.prefix}/bin/{self.args.target}-gcc", os.path.join(HERE, self.args.program, self.said["library"]), "-ldl",
                        "-o", program], check=True)
        os.makedirs(os.path.join(folder, "root"))
        shutil.copy(self.file, os.path.join(folder, "root", "library.so"))
        return program

    def answers(self, command, root, url, proxy, certificate):
        """Of a function, to two Runtime APIs: one of ours, and one of others'."""
        with open(certificate, encoding="ascii") as file:
            event = {"url": url, "certificate": file.read(), "proxy": proxy}
        events = [json.dumps(event), json.dumps(event), json.dumps({**event, "proxy": None})]
        os.environ["PATH"] = f"{self.args.rust}/self-contained/bin:{os.environ['PATH']}"  # cargo-lambda runs cargo
        said = ""
        for watch in [None, f"{self.args.cargo_lambda}/bin/cargo-lambda"]:
            lines, problem = runtime_api.answers(self.args.program, events, command, watch)
            if problem:
                sys.exit(f"corpus.py: error: {self.args.program} for {self.args.target}: {problem}, after {lines}")
            said += f"to {'cargo lambda watch' if watch else 'our Runtime API'}:\n" + "\n".join(lines) + "\n"
            shutil.rmtree(os.path.join(root, "tmp"))
            os.mkdir(os.path.join(root, "tmp"))
        return said


def main():
    parser = argparse.ArgumentParser()
    for option in ("--prefix", "--rust", "--glibc", "--cargo-lambda", "--work"):
        parser.add_argument(option, required=True)
    parser.add_argument("program")
    parser.add_argument("target")
    args = parser.parse_args()
    build = Build(args)
    build.cargo()
    print(f"{args.program:20} {args.target:28} {build.seconds:7.1f} s {os.path.getsize(build.file) / 1024:8.0f} KB", flush=True)
    if missing := build.missing():
        sys.exit(f"corpus.py: error: {args.program} for {args.target} is without {', '.join(missing)}")
    printed = build.printed()
    with open(os.path.join(HERE, args.program, "expected"), encoding="utf-8") as expected:
        if printed != expected.read():
            sys.exit(f"corpus.py: error: {args.program} for {args.target} printed\n{printed}")


main()
