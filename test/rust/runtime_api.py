#!/usr/bin/env python3
"""Runs a Lambda function as Lambda does, against a Runtime API of its own on loopback, and prints what it answers to each event.

runtime_api.py [--root GLIBC] [--qemu ARCH] PROGRAM EVENT...   EVENT is JSON; --root is a folder of test/real-glibc.sh's

A line for each event: `response: ` or `error: `, and the JSON. Exits with 1 if the function ends before it has answered, or takes too long.
"""

import argparse
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
import time

from root import lay_out

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


def environment(port):
    """What Lambda sets that functions can't do without."""
    return {
        "PATH": os.environ["PATH"],
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{port}",
        "AWS_LAMBDA_FUNCTION_NAME": "test",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
        "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/test",
        "AWS_LAMBDA_LOG_STREAM_NAME": "test",
        "AWS_REGION": "us-east-1",
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", metavar="GLIBC")
    parser.add_argument("--qemu", metavar="ARCH")
    parser.add_argument("program")
    parser.add_argument("events", nargs="+", metavar="EVENT")
    args = parser.parse_args()

    server = Server(("127.0.0.1", 0), RuntimeApi)
    server.events = Events([json.dumps(json.loads(event)) for event in args.events])
    threading.Thread(target=server.serve_forever, daemon=True).start()

    with tempfile.TemporaryDirectory() as folder:
        command = [f"qemu-{args.qemu}-static"] * bool(args.qemu) + [args.program]
        if args.root:
            command = lay_out(os.path.join(folder, "root"), args.program, args.root, args.qemu)
        function = subprocess.Popen(command, env=environment(server.server_address[1]), stdout=sys.stderr)
        end = time.time() + 120
        while not server.events.all.wait(0.05) and function.poll() is None and time.time() < end:
            pass
        answered = server.events.all.is_set()
        ended = function.poll()
        function.kill()
        function.wait()
    for line in server.events.answers.values():
        print(line)
    if not answered:
        sys.exit(f"{args.program}: " + ("no answer in time" if ended is None else f"ended with {ended} before it answered"))


main()
