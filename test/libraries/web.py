#!/usr/bin/env python3
"""web.py page|git -- COMMAND...: runs COMMAND while an HTTPS server listens on a free port of 127.0.0.1.

page   a page for each path
git    a repository with one commit, for git's smart protocol

The server's certificate is that of servers.py. What COMMAND finds in its environment:

SERVER_URL      of the page or the repository
SERVER_FOLDER   a folder that holds the CA's certificate as ca.pem, the certificate of a CA that signed nothing as other.pem, and nothing else

It ends with COMMAND, and the exit status is COMMAND's.
"""
import argparse
import http.server
import os
import ssl
import subprocess
import sys
import tempfile
import urllib.parse

from servers import make_certificates

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rust"))
from page import Page, serve  # noqa: E402


def git(*args, **more):
    identity = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in [("NAME", "test"), ("EMAIL", "test@localhost")]}
    return subprocess.run(["git", *args], env={"PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", **identity},
                          check=True, stdout=subprocess.PIPE, **more).stdout


def make_repository(folder):
    """repository.git: a commit of two files, so four objects."""
    git("init", "--quiet", "--initial-branch=main", f"{folder}/work")
    for name in ["one", "two"]:
        with open(f"{folder}/work/{name}", "w") as file:
            file.write(name * 1000)
    git("add", ".", cwd=f"{folder}/work")
    git("commit", "--quiet", "--message", "A commit for lambda-cc: äöü", cwd=f"{folder}/work")
    git("clone", "--quiet", "--bare", f"{folder}/work", f"{folder}/repository.git")


class Repository(http.server.BaseHTTPRequestHandler):
    """Passes each request to git's CGI program."""
    protocol_version = "HTTP/1.1"
    folder = ""

    def do_GET(self):
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        answer = subprocess.run(["git", "http-backend"], input=body, stdout=subprocess.PIPE, check=True, env={
            "PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": self.folder, "GIT_HTTP_EXPORT_ALL": "1", "REQUEST_METHOD": self.command,
            "PATH_INFO": urllib.parse.unquote(path), "QUERY_STRING": query, "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)), "GIT_PROTOCOL": self.headers.get("Git-Protocol", "")}).stdout
        head, _, page = answer.partition(b"\r\n\r\n")
        fields = [line.partition(": ")[::2] for line in head.decode().split("\r\n")]
        self.send_response(int(dict(fields).get("Status", "200").split()[0]))
        for name, value in fields:
            if name != "Status":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_POST = do_GET

    def log_message(self, *args):
        pass


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("server", choices=["page", "git"])
    parser.add_argument("command", nargs="+")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        server, shown = f"{root}/server", f"{root}/shown"
        os.mkdir(server)
        os.mkdir(shown)
        make_certificates(server, shown)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{server}/cert.pem", f"{server}/key.pem")
        handler = Page
        if args.server == "git":
            make_repository(root)
            handler = type("OfThisFolder", (Repository,), {"folder": root})
        https = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        # A client that refuses the certificate ends its thread, which must not report it, and not the server.
        https.socket = context.wrap_socket(https.socket, server_side=True, do_handshake_on_connect=False)
        https.handle_error = lambda request, client: None
        path = "repository.git" if args.server == "git" else ""
        status = subprocess.run(args.command, env={**os.environ, "SERVER_URL": f"https://127.0.0.1:{serve(https)}/{path}",
                                                   "SERVER_FOLDER": shown}).returncode
    # As a shell does for a command that a signal ended.
    sys.exit(status if status >= 0 else 128 - status)


main()
