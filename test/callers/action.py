#!/usr/bin/env python3
"""action.py --packages FOLDER --work WORK [--runner OS-ARCH] [INPUT=VALUE...] [-- COMMAND...]: runs the steps of action.yml as a runner of
GitHub's does, then COMMAND as a later step of the job.

The form of the file is that of docs.github.com, "Metadata syntax". An HTTP server of its own has FOLDER: it is the input `url`, unless that
is given. The runner's folders are in WORK. Prints what the steps print, and which files were fetched. Ends with the status of the first that
fails.
"""

import argparse
import functools
import http.server
import os
import pathlib
import re
import subprocess
import sys
import threading

import yaml

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Server(http.server.SimpleHTTPRequestHandler):
    def log_request(self, *_):
        print(f"fetched {self.path}", flush=True)

    def log_message(self, *_):
        pass


def main():
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    parser = argparse.ArgumentParser()
    parser.add_argument("--packages", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--runner", default="Linux-X64")
    parser.add_argument("inputs", nargs="*")
    args = parser.parse_args(sys.argv[1:end])

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=args.packages))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    given = {"url": f"http://127.0.0.1:{server.server_port}", **dict(each.split("=", 1) for each in args.inputs)}

    action = yaml.load((ROOT / "action.yml").read_text(), yaml.BaseLoader)
    inputs = {name: given.pop(name, row.get("default")) for name, row in action["inputs"].items()}
    if lost := [name for name, value in inputs.items() if value is None]:
        sys.exit(f"no input {lost}")
    if given:
        sys.exit(f"action.yml has no input {[*given]}")

    system, _, machine = args.runner.partition("-")
    environment = {**os.environ, "RUNNER_OS": system, "RUNNER_ARCH": machine, "GITHUB_ACTION_PATH": str(ROOT)}
    # The folders of Windows have backslashes.
    for name, folder in [("RUNNER_TEMP", "a\\_temp"), ("RUNNER_TOOL_CACHE", "RUNNER_TOOL_CACHE")]:
        (args.work / folder).mkdir(parents=True, exist_ok=True)
        environment[name] = str(args.work / folder)
    for name in ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT"]:
        (args.work / name).write_text("")
        environment[name] = str(args.work / name)

    def run(command, more):
        runner = [sys.executable, HERE / "runner.py", environment["GITHUB_ENV"], environment["GITHUB_PATH"]]
        status = subprocess.run([*runner, *command], env={**environment, **more}, check=False).returncode
        if status:
            sys.exit(status)

    def filled(text):
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        return re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda found: known[found[1]], text)

    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash", step  # a composite step must name its shell
        run(["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", filled(step["run"])],
            {name: filled(value) for name, value in step.get("env", {}).items()})
    if end < len(sys.argv):
        run(sys.argv[end + 1:], {})


main()
