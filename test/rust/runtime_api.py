#!/usr/bin/env python3
"""Runs a Lambda function as Lambda does, against a Runtime API on loopback, and prints its answer to each event.

runtime_api.py [--root GLIBC] [--qemu ARCH] [--layer ZIP] [--watch CARGO_LAMBDA] PROGRAM EVENT...

EVENT is JSON. --root is a folder of test/real-glibc.sh's. With it, PROGRAM may be a zip, which is unpacked to /var/task, and --layer another, which
is unpacked to /opt.
The Runtime API is this script's own, or with --watch that of `cargo lambda watch`. A line for each event: `response: ` or `error: `, and the JSON.
Exits with 1 if the function ends before it has answered, or takes too long.
"""

import argparse
import contextlib
import http.server
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from root import LIBRARIES, deploy, lay_out

API = "/2018-06-01/runtime"


class Events:
    def __init__(self, events):
        self.waiting = list(enumerate(events, 1))
        self.answers = {}
        self.count = len(events)
        self.all = threading.Event()

    def answer(self, path, kind, body):
        self.answers[path] = f"{kind}: {body}"
        if len(self.answers) == self.count or kind == "init error":
            self.all.set()


class RuntimeApi(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path != f"{API}/invocation/next":
            return self.reply(404, b"{}")
        if not self.server.events.waiting:
            time.sleep(3600)  # as Lambda does: the answer comes with the next event
        number, event = self.server.events.waiting.pop(0)
        return self.reply(200, event.encode(), {
            "Lambda-Runtime-Aws-Request-Id": f"request-{number}",
            "Lambda-Runtime-Deadline-Ms": str(int((time.time() + 60) * 1000)),
            "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:us-east-1:123456789012:function:test",
            "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1",
        })

    def do_POST(self):
        body = self.body().decode()
        kinds = {"init/error": "init error"}
        for number in range(1, self.server.events.count + 1):
            kinds |= {f"invocation/request-{number}/{kind}": kind for kind in ["response", "error"]}
        kind = kinds.get(self.path.removeprefix(f"{API}/"))
        if not kind:
            return self.reply(404, b"{}")
        self.reply(202, b'{"status":"OK"}')
        return self.server.events.answer(self.path, kind, body)

    def body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        chunks = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            chunks += self.rfile.read(size)
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return chunks

    def reply(self, status, body, headers={}):
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, address):
        if not isinstance(sys.exc_info()[1], ConnectionError):  # the function was ended while it waited
            super().handle_error(request, address)


class OwnApi:
    """A Runtime API of this script: the events that a function requests, and its answers."""

    def __init__(self, events):
        self.server = Server(("127.0.0.1", 0), RuntimeApi)
        self.server.events = self.events = Events(events)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"127.0.0.1:{self.server.server_address[1]}"

    def answered(self):
        return self.events.all.wait(0.05)

    def answers(self):
        return list(self.events.answers.values())

    def close(self):
        self.server.shutdown()


class Watch:
    """The Runtime API of `cargo lambda watch`, which others wrote. It starts no function: the function requests events from it."""

    def __init__(self, events, cargo_lambda):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/2015-03-31/functions/test/invocations"
        self.address = f"http://127.0.0.1:{port}/.rt/test"
        self.said = []
        self.folder = tempfile.TemporaryDirectory()
        self.make_package()
        command = [cargo_lambda, "lambda", "watch", "--only-lambda-apis", "--invoke-address", "127.0.0.1", "--invoke-port", str(port)]
        self.process = subprocess.Popen(command, cwd=self.folder.name, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.time() + 30
        while time.time() < end and self.process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.05)
        self.thread = threading.Thread(target=self.invoke, args=(events,), daemon=True)
        self.thread.start()

    def make_package(self):
        """The command needs a package in its folder, though it builds nothing."""
        os.mkdir(os.path.join(self.folder.name, "src"))
        for name, text in [("Cargo.toml", '[package]\nname = "test"\nversion = "0.0.0"\n[workspace]\n'), ("src/main.rs", "fn main() {}\n")]:
            with open(os.path.join(self.folder.name, name), "w") as file:
                file.write(text)

    def invoke(self, events):
        for event in events:
            try:
                with urllib.request.urlopen(urllib.request.Request(self.url, event.encode()), timeout=100) as answer:
                    self.said.append(f"response: {answer.read().decode()}")
            except urllib.error.HTTPError as error:
                self.said.append(f"error: {error.read().decode()}")

    def answered(self):
        self.thread.join(0.05)
        return not self.thread.is_alive()

    def answers(self):
        return self.said

    def close(self):
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()


def environment(address):
    """What Lambda sets that functions can't do without."""
    return {
        "PATH": os.environ["PATH"],
        "AWS_LAMBDA_RUNTIME_API": address,
        "AWS_LAMBDA_FUNCTION_NAME": "test",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
        "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/test",
        "AWS_LAMBDA_LOG_STREAM_NAME": "test",
        "AWS_REGION": "us-east-1",
    }


def answers(program, events, command=None, watch=None):
    """What `program`, started by `command`, answers to events, which are JSON, and how it ended, if it did, before it had answered all."""
    api = Watch(events, watch) if watch else OwnApi(events)
    with contextlib.closing(api):
        function = subprocess.Popen(command or [program], env=environment(api.address), stdout=sys.stderr)
        end = time.time() + 120
        while not (all_answered := api.answered()) and function.poll() is None and time.time() < end:
            pass
        ended = function.poll()
        function.kill()
        function.wait()
    return api.answers(), None if all_answered else "no answer in time" if ended is None else f"ended with {ended} before it answered"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", metavar="GLIBC")
    parser.add_argument("--qemu", metavar="ARCH")
    parser.add_argument("--layer", metavar="ZIP")
    parser.add_argument("--watch", metavar="CARGO_LAMBDA")
    parser.add_argument("program")
    parser.add_argument("events", nargs="+", metavar="EVENT")
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        command = [f"qemu-{args.qemu}-static"] * bool(args.qemu) + [args.program]
        if args.root and args.program.endswith(".zip"):
            root = os.path.join(folder, "root")
            command = ["env", f"LD_LIBRARY_PATH={LIBRARIES}", *lay_out(root, "/dev/null", args.root, args.qemu)[:-1], "/var/task/bootstrap"]
            deploy(root, args.program)
            if args.layer:
                deploy(root, args.layer, "opt")
        elif args.root:
            command = lay_out(os.path.join(folder, "root"), args.program, args.root, args.qemu)
        lines, problem = answers(args.program, [json.dumps(json.loads(event)) for event in args.events], command, args.watch)
    for line in lines:
        print(line)
    if problem:
        sys.exit(f"{args.program}: {problem}")


if __name__ == "__main__":
    main()
