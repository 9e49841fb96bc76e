#!/usr/bin/env python3
"""trace.py --writes FILE [--temporary] [--gcc] -- COMMAND...: runs COMMAND under strace and fails if it

- opens a header, object, library or compiler of the host for the target,
- starts a program that is neither the tool itself nor clang nor ld.lld, nor the executable of both, llvm,
- writes anything but FILE (with --temporary: or a file of clang's in TMPDIR, between a compile and its link).

With --gcc it may start the host's gcc, with its cc1 and its as, and open gcc's own headers.
"""

import os
import re
import subprocess
import sys
import tempfile

split = sys.argv.index("--")
options, command = sys.argv[1:split], sys.argv[split + 1:]
output = options[options.index("--writes") + 1]
temporary = os.environ.get("TMPDIR", "/tmp") if "--temporary" in options else None

with tempfile.NamedTemporaryFile("r") as log:
    # A program loads its own shared libraries before it does anything: what ld.so opens is the host's.
    calls = "trace=execve,openat,?open,?creat,?rename,?renameat,?renameat2,?unlink,?unlinkat,?mkdir,?mkdirat,?link,?linkat,?truncate"
    subprocess.run(["strace", "-f", "-y", "-o", log.name, "-e", calls, *command], check=True)
    lines = log.read().splitlines()

HOST = re.compile(r"^(/usr/include|/usr/(x86_64|aarch64)-linux-gnu/(include|lib)|/usr/local/include|/usr/lib/gcc|/usr/(local/)?lib(64|/[^/]*-linux-gnu)?/[^/]*\.(o|a)$"
                  r"|/lib(64)?/[^/]*\.(o|a)$|/usr/bin/[^/]*(gcc|g\+\+)[^/]*$)")
PROGRAMS = re.compile(r"^(.*/)?((x86_64|aarch64)-unknown-linux-(musl|gnu)-[^/]+|clang(\+\+)?(-\d+)?|ld\.lld(-\d+)?|lld|llvm)$")
GCC = re.compile(r"^(/usr/lib/gcc(-cross)?(/[^/]+)?$|/usr/bin/((x86_64|aarch64)-linux-gnu-)?(gcc(-\d+)?|as)|/usr/lib/gcc(-cross)?/[^/]+/\d+/(cc1|include/[^/]*|specs)"
                 r"|/usr/(x86_64|aarch64)-linux-gnu/bin/as|as)$")

wrong = []
for line in lines:
    call = re.match(r'^\d+ +(\w+)\((.*)', line)
    if not call or " = -1 " in line:
        continue
    name, rest = call.groups()
    paths = re.findall(r'"([^"]*)"', rest)
    if name == "execve":
        if not PROGRAMS.match(paths[0]) and not ("--gcc" in options and GCC.match(os.path.abspath(paths[0]))):
            wrong.append(f"started {paths[0]}")
        continue
    path = os.path.abspath(paths[-1])
    if name in ("openat", "open"):
        if HOST.match(path) and not ("--gcc" in options and GCC.match(path)):
            wrong.append(f"opened {path}")
        if not re.search(r"O_(WRONLY|RDWR|CREAT)", rest):
            continue
    # The linker and clang write a file beside the output, with a name that begins with the output's, and rename it. Our folder holds a
    # linked output until it is accepted.
    path = re.sub(r"/\.lambda-cc-[0-9a-f]{8}(?=/|$)", "", path)
    if name in ("mkdir", "mkdirat") and path == os.path.dirname(output):
        continue
    allowed = path == "/dev/null" or path.startswith(os.path.splitext(output)[0]) or (temporary and path.startswith(temporary))
    if not allowed:
        wrong.append(f"{name} {path}")

if wrong:
    sys.exit("\n".join(sorted(set(wrong))))
