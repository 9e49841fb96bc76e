#!/usr/bin/env python3
"""Runs the example against an HTTPS server on loopback, with a certificate made for the test, and checks the page's text.

fetch_page.py [--chroot] PROGRAM            runs PROGRAM; with --chroot in a folder that holds it and the CA and nothing else
fetch_page.py [--chroot] --qemu ARCH PROGRAM   through qemu-user
fetch_page.py --root GLIBC PROGRAM          in a folder with that glibc, in which the server's name is looked up, too
"""

import argparse
import http.server
import os
import shutil
import socket
import socketserver
import ssl
import subprocess
import sys
import tempfile
import threading

from root import lay_out

PAGE = "A page for lambda-cc: äöü\n"


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = PAGE.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Proxy(socketserver.StreamRequestHandler):
    """CONNECT, so that nothing has to be looked up in an empty chroot, which has no /etc/hosts."""

    def handle(self):
        port = int(self.rfile.readline().split()[1].rpartition(b":")[2])
        while self.rfile.readline().strip():
            pass
        with socket.create_connection(("127.0.0.1", port)) as server:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            back = threading.Thread(target=pump, args=(server, self.connection), daemon=True)
            back.start()
            pump(self.connection, server)
            back.join()


def pump(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


class Threaded(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    allow_reuse_address = True


def make_certificates(folder):
    def openssl(*args):
        subprocess.run(["openssl", *args], check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test CA",
            "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "request.pem")
    with open(os.path.join(folder, "extensions"), "w") as file:
        file.write("subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")
    openssl("x509", "-req", "-days", "2", "-in", "request.pem", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-extfile", "extensions", "-out", "cert.pem")


def serve(server):
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--chroot", action="store_true")
    parser.add_argument("--root", metavar="GLIBC", help="a folder of test/real-glibc.sh's")
    parser.add_argument("--qemu")
    parser.add_argument("program")
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        make_certificates(folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem"))
        https = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
        https.socket = context.wrap_socket(https.socket, server_side=True)
        url = f"https://localhost:{serve(https)}/"
        proxy = f"http://127.0.0.1:{serve(Threaded(('127.0.0.1', 0), Proxy))}"

        command, environment = [args.program], {}
        ca = os.path.join(folder, "ca.pem")
        if args.chroot or args.root:
            root = os.path.join(folder, "root")
            command = lay_out(root, args.program, args.root, args.qemu)
            shutil.copy(ca, root)
            ca = "/ca.pem"
            if not args.root:
                environment["https_proxy"] = proxy
        elif args.qemu:
            command = [f"qemu-{args.qemu}-static", args.program]
        done = subprocess.run([*command, url, ca], env={"PATH": os.environ["PATH"], **environment},
                              stdout=subprocess.PIPE, timeout=120)
        if done.returncode or done.stdout.decode() != PAGE:
            sys.exit(f"exit status {done.returncode}, and instead of the page: {done.stdout!r}")
        print(done.stdout.decode(), end="")


main()
