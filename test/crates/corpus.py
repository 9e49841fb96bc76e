"""Builds a program of the corpus for a target, with verification and with only the drop-in folder on PATH. Runs it in a root folder that
is empty for musl, and has only a glibc for glibc. Prints the seconds of the build, and the size of the program. With --gcc the GCC of PATH
compiles its C.

corpus.py --prefix P --rust R --glibc G --cargo-lambda L --work W [--gcc] PROGRAM TARGET

G has real glibcs, as test/real-glibc.sh fetches them; W gets a target folder for each target, which the programs share. Fails if the
build or the program fails, or if the program's output differs from its file `expected`. [package.metadata.corpus] in a program's
Cargo.toml sets:

    gate = [TARGET]      the targets of the gate, for each commit
    targets = [TARGET]   the targets that it can be built for, if not all
    gcc = [TARGET]       those of the gate with --gcc; a program without it has C++, or no C
    profile = "dev"      cargo's profile
    assembly.ARCH = []   patterns of symbols that only its assembly defines
    environment = true   PATH is not enough: it is built by `lambda-cc exec`
    server = true        its arguments are the URL of a page, and the certificate to trust
    function = true      it is a Lambda function: it gets events from a Runtime API
    library = "load.c"   it is a library, which this program loads
    proc = true          it needs /proc
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

OLDEST_GLIBC = "2.31"  # the oldest fetched glibc that runs programs for 2.26


class Build:
    """A program for a target."""

    def __init__(self, args):
        self.args = args
        with open(os.path.join(HERE, args.program, "Cargo.toml"), "rb") as file:
            self.metadata = tomllib.load(file)["package"]["metadata"]["corpus"]
        self.arch, _, _, self.libc = args.target.split("-")
        self.qemu = None if self.arch == platform.machine() else self.arch
        self.glibc = f"{args.glibc}/{OLDEST_GLIBC}/{self.arch}" if self.libc == "gnu" else None

    def cargo(self):
        """Builds it. Sets `seconds`, the time, and `file`, the program or library."""
        drop_in = f"{self.args.prefix}/libexec/lambda-cc/drop-in"
        environment = {
            "PATH": f"{drop_in}:/usr/local/bin:/usr/bin:/bin",
            "HOME": os.environ["HOME"],
            "RUSTC": f"{self.args.rust}/self-contained/bin/rustc",
            "CARGO_TARGET_DIR": os.path.join(self.args.work, self.args.target + ".gcc" * self.args.gcc),
            **({"LAMBDA_CC_GCC": "auto"} if self.args.gcc else {}),
        }
        command = [f"{self.args.rust}/self-contained/bin/cargo", "build", "--locked", "--package", f"{self.args.program}@0.0.0",
                   "--target", self.args.target, "--profile", self.metadata.get("profile", "dev"), "--message-format", "json-render-diagnostics"]
        if self.metadata.get("environment"):
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
        """The symbols of `assembly` that it does not have."""
        wanted = self.metadata.get("assembly", {}).get(self.arch, [])
        symbols = subprocess.check_output([f"{self.args.prefix}/bin/{self.args.target}-nm", self.file], text=True).splitlines() if wanted else []
        return [name for name in wanted if not any(re.fullmatch(f".* [tT] {name}", symbol) for symbol in symbols)]

    def is_by_gcc(self):
        """Whether the GCC of PATH compiled a part of it. Rust's std for musl has objects of another GCC."""
        version = subprocess.check_output([f"{self.args.prefix}/bin/{self.args.target}-gcc", "--version"], text=True,
                                          env={**os.environ, "LAMBDA_CC_GCC": "auto"}).splitlines()[0]
        comment = subprocess.check_output(["llvm-readelf-19", "-p", ".comment", self.file], text=True)
        return f"GCC: {version.partition(' ')[2]}" in comment

    def printed(self):
        """Runs it in a root of its own. Returns its output."""
        with contextlib.ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            root = os.path.join(folder, "root")
            command = lay_out(root, self.loader(folder), self.glibc, self.qemu)
            os.mkdir(os.path.join(root, "tmp"))
            if self.metadata.get("proc"):  # std reads its own symbols there
                os.mkdir(os.path.join(root, "proc"))
                command = ["unshare", "--mount", *["--map-root-user"] * (os.geteuid() != 0),
                           "sh", "-c", 'mount --rbind /proc "$0/proc" && exec "$@"', root, *command]
            if self.metadata.get("function"):
                return self.answers(command, root, *stack.enter_context(serve_page(folder)), os.path.join(folder, "ca.pem"))
            environment = {}
            if self.metadata.get("server"):
                url, proxy = stack.enter_context(serve_page(folder))
                shutil.copy(os.path.join(folder, "ca.pem"), root)
                command += [url, "/ca.pem"]
                if self.libc == "musl":  # an empty root has no /etc/hosts
                    environment["https_proxy"] = proxy
            return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=300).stdout

    def loader(self, folder):
        """The program to run. For a library this is a C program that loads it as library.so."""
        if not self.metadata.get("library"):
            return self.file
        program = os.path.join(folder, "load")
        subprocess.run([f"{self.args.prefix}/bin/{self.args.target}-gcc", os.path.join(HERE, self.args.program, self.metadata["library"]), "-ldl",
                        "-o", program], check=True)
        os.makedirs(os.path.join(folder, "root"))
        shutil.copy(self.file, os.path.join(folder, "root", "library.so"))
        return program

    def answers(self, command, root, url, proxy, certificate):
        """The answers of a function to two Runtime APIs: our own, and cargo-lambda's."""
        with open(certificate, encoding="ascii") as file:
            event = {"url": url, "certificate": file.read(), "proxy": proxy}
        events = [json.dumps(event), json.dumps(event), json.dumps({**event, "proxy": None})]
        os.environ["PATH"] = f"{self.args.rust}/self-contained/bin:{os.environ['PATH']}"  # cargo-lambda runs cargo
        printed = ""
        for watch in [None, f"{self.args.cargo_lambda}/bin/cargo-lambda"]:
            lines, problem = runtime_api.answers(self.args.program, events, command, watch)
            if problem:
                sys.exit(f"corpus.py: error: {self.args.program} for {self.args.target}: {problem}, after {lines}")
            printed += f"to {'cargo lambda watch' if watch else 'our Runtime API'}:\n" + "\n".join(lines) + "\n"
            shutil.rmtree(os.path.join(root, "tmp"))
            os.mkdir(os.path.join(root, "tmp"))
        return printed


def main():
    parser = argparse.ArgumentParser()
    for option in ("--prefix", "--rust", "--glibc", "--cargo-lambda", "--work"):
        parser.add_argument(option, required=True)
    parser.add_argument("--gcc", action="store_true")
    parser.add_argument("program")
    parser.add_argument("target")
    args = parser.parse_args()
    build = Build(args)
    build.cargo()
    print(f"{args.program:20} {args.target:28} {build.seconds:7.1f} s {os.path.getsize(build.file) / 1024:8.0f} KB", flush=True)
    if missing := build.missing():
        sys.exit(f"corpus.py: error: {args.program} for {args.target} does not have {', '.join(missing)}")
    if args.gcc and not build.is_by_gcc():
        sys.exit(f"corpus.py: error: {args.program} for {args.target} has no object of GCC")
    printed = build.printed()
    with open(os.path.join(HERE, args.program, "expected"), encoding="utf-8") as expected:
        if printed != expected.read():
            sys.exit(f"corpus.py: error: {args.program} for {args.target} printed\n{printed}")


main()
