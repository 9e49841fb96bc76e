#!/usr/bin/env python3
"""Runs a program in an empty root with a DNS server of this script in its resolv.conf, and then prints how that was queried.

dns_server.py [--qemu ARCH] PROGRAM

Each name has 40 addresses, 10.0.0.0 to 10.0.0.39, and none of IPv6. Only the answer by TCP has them: the one by UDP is marked as truncated.
"""

import argparse
import ctypes
import fcntl
import os
import socket
import socketserver
import struct
import subprocess
import sys
import tempfile
import threading

from root import lay_out

ADDRESS = "127.0.53.53"  # port 53 of 127.0.0.1 may be another's, if we have no network namespace
CLONE_NEWNET, SIOCSIFFLAGS, IFF_UP = 0x40000000, 0x8914, 1
A, AAAA = 1, 28


def enter_own_network():
    """As root of a container there may be none, and then it is the machine's loopback."""
    if os.geteuid() != 0:
        os.execvp("unshare", ["unshare", "--map-root-user", "--net", sys.executable, "-B", *sys.argv])
    if ctypes.CDLL(None).unshare(CLONE_NEWNET) != 0:
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))


def answer(question, whole):
    name_end = question.index(b"\0", 12) + 1
    kind = struct.unpack_from(">H", question, name_end)[0]
    records = [b"\xc0\x0c" + struct.pack(">HHIH4B", A, 1, 60, 4, 10, 0, 0, last) for last in range(40)] if kind == A else []
    cut = records and not whole
    header = question[:2] + struct.pack(">HHHHH", 0x8580 | (0x0200 if cut else 0), 1, 0 if cut else len(records), 0, 0)
    return header + question[12 : name_end + 4] + (b"" if cut else b"".join(records))


class Udp(socketserver.BaseRequestHandler):
    def handle(self):
        question, server = self.request
        queried.add("udp")
        server.sendto(answer(question, whole=False), self.client_address)


class Tcp(socketserver.StreamRequestHandler):
    def handle(self):
        queried.add("tcp")
        question = self.rfile.read(struct.unpack(">H", self.rfile.read(2))[0])
        told = answer(question, whole=True)
        self.wfile.write(struct.pack(">H", len(told)) + told)


queried = set()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--qemu", metavar="ARCH")
    parser.add_argument("program")
    args = parser.parse_args()
    enter_own_network()
    for server in [socketserver.ThreadingUDPServer((ADDRESS, 53), Udp), socketserver.ThreadingTCPServer((ADDRESS, 53), Tcp)]:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()

    with tempfile.TemporaryDirectory() as folder:
        root = os.path.join(folder, "root")
        command = lay_out(root, args.program, qemu=args.qemu)
        os.mkdir(os.path.join(root, "etc"))
        with open(os.path.join(root, "etc", "resolv.conf"), "w") as file:
            file.write(f"nameserver {ADDRESS}\n")
        status = subprocess.run(command, timeout=100).returncode
    print("queried by " + " and by ".join(sorted(queried, reverse=True)))
    sys.exit(status)


main()
