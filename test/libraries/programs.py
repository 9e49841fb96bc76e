#!/usr/bin/env python3
"""Builds programs of Inputs/programs for a target, with only the drop-in folder on PATH, and runs each in a root folder that is empty for musl,
and has only a glibc for glibc.

programs.py --prefix P --rust R --glibc G --work W [--init] TARGET [PROGRAM...]

G has real glibcs, as test/real-glibc.sh fetches them; W gets a target folder for each target. Without PROGRAM all are built but those with
the key by-name. Fails if a build or a program fails, or if a program's output differs from its file `expected`. With --init
`lambda-cc init` configures a copy of the programs, and the drop-in folder is not on PATH.

[package.metadata] in a program's Cargo.toml sets:

    alone = true         a call of cargo builds it alone: it wants other features of a crate than another program
    by-name = true       it is built only by its name

It has [[package.metadata.runs]], one for each time that it is run:

    arguments = []       its arguments
    environment = {}     its variables, and no others but the server's
    server = "git"       a server of web.py or servers.py. ca.pem and other.pem, as they describe them, are in its root, and in its environment
                         is SERVER_URL or DATABASE_URL
"""
import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.join(HERE, "Inputs", "programs")
sys.path.insert(0, os.path.join(HERE, "..", "rust"))
from root import lay_out  # noqa: E402

OLDEST_GLIBC = "2.31"  # the oldest fetched glibc that runs programs for 2.26


def metadata():
    """The metadata of each program, by its name."""
    found = {}
    for name in sorted(os.listdir(SOURCE)):
        if os.path.exists(manifest := os.path.join(SOURCE, name, "Cargo.toml")):
            with open(manifest, "rb") as file:
                found[name] = tomllib.load(file)["package"]["metadata"]
    return found


class Programs:
    def __init__(self, args):
        self.args = args
        self.arch, _, _, self.libc = args.target.split("-")
        self.folder, self.path = SOURCE, f"{args.prefix}/libexec/lambda-cc/drop-in:{args.rust}/self-contained/bin:/usr/local/bin:/usr/bin:/bin"
        self.output = os.path.join(args.work, args.target)
        if args.init:
            self.folder, self.path = f"{args.work}/init/programs", self.path.partition(":")[2]
            self.output = f"{args.work}/init/{args.target}"
            shutil.rmtree(self.folder, ignore_errors=True)
            shutil.copytree(SOURCE, self.folder)
            subprocess.run([f"{args.prefix}/bin/lambda-cc", "init", "--target", args.target], cwd=self.folder, check=True)

    def build(self, programs):
        """Returns the file of each program."""
        command = ["cargo", "build", "--locked", "--target", self.args.target, "--message-format", "json-render-diagnostics"]
        command += [word for program in programs for word in ("--package", program)]
        environment = {"PATH": self.path, "HOME": os.environ["HOME"], "CARGO_TARGET_DIR": self.output}
        done = subprocess.run(["env", *command], cwd=self.folder, env=environment, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            sys.exit(f"programs.py: error: cargo build of {', '.join(programs)} for {self.args.target} failed")
        messages = [json.loads(line) for line in done.stdout.splitlines()]
        files = {message["target"]["name"]: message["executable"] for message in messages if message.get("executable")}
        return {program: files[program] for program in programs}

    def printed(self, file, run):
        """Runs it in a root of its own. Returns its output."""
        with tempfile.TemporaryDirectory() as folder:
            root = os.path.join(folder, "root")
            qemu = None if self.arch == platform.machine() else self.arch
            glibc = f"{self.args.glibc}/{OLDEST_GLIBC}/{self.arch}" if self.libc == "gnu" else None
            command = ["timeout", "60", *lay_out(root, file, glibc, qemu), *run.get("arguments", [])]
            os.mkdir(os.path.join(root, "tmp"))
            variables = [f"{name}={value}" for name, value in run.get("environment", {}).items()]
            if server := run.get("server"):
                script = os.path.join(HERE, "web.py" if server in ("page", "git") else "servers.py")
                shown = 'cp "$SERVER_FOLDER"/*.pem "$0" && exec env -i SERVER_URL="$SERVER_URL" DATABASE_URL="$DATABASE_URL" "$@"'
                command = [sys.executable, "-B", script, server, "--", "sh", "-c", shown, root, *variables, *command]
            else:
                command = ["env", "-i", *variables, *command]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, timeout=300)
            return done.stdout + (f"exit status {done.returncode}\n" if done.returncode else "")


def main():
    parser = argparse.ArgumentParser()
    for option in ("--prefix", "--rust", "--glibc", "--work"):
        parser.add_argument(option, required=True)
    parser.add_argument("--init", action="store_true")
    parser.add_argument("target")
    parser.add_argument("programs", nargs="*")
    args = parser.parse_args()
    programs = Programs(args)
    known = metadata()
    names = args.programs or [name for name, keys in known.items() if not keys.get("by-name")]
    together = [name for name in names if not known[name].get("alone")]
    files = {}
    for group in [together] * bool(together) + [[name] for name in names if name not in together]:
        files |= programs.build(group)
    failed = False
    for name in names:
        printed = "".join(programs.printed(files[name], run) for run in known[name]["runs"])
        with open(os.path.join(SOURCE, name, "expected"), encoding="utf-8") as expected:
            if printed != expected.read():
                failed = True
                print(f"programs.py: error: {name} for {args.target} printed\n{printed}", file=sys.stderr)
    sys.exit(failed)


main()
