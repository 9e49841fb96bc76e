#!/usr/bin/env python3
"""at_once.py COUNT TARGET LINKER CARGO...: builds a package of COUNT programs for TARGET with CARGO and -j COUNT, all links at once.

Each link waits until all of them have begun. Fails if a link fails, if a program prints another number than its own, or if a file is
left that cargo does not make.
"""

import os
import pathlib
import subprocess
import sys
import threading
import time

count, target, linker, *cargo = sys.argv[1:]
count = int(count)
here = pathlib.Path.cwd()
(here / "src/bin").mkdir(parents=True)
(here / "begun").mkdir()
(here / "passed").mkdir()
(here / "tmp").mkdir()
(here / "Cargo.toml").write_text('[package]\nname = "many"\nversion = "0.1.0"\nedition = "2021"\n[profile.dev]\ndebug = 0\n[workspace]\n')
for number in range(count):
    (here / f"src/bin/p{number}.rs").write_text(f'fn main() {{ println!("{{}}", {number}u64.pow(2)); }}\n')

# rustc links by the file's name. Opening a pipe for reading waits for a writer.
gate = here / "gate" / os.path.basename(linker)
gate.parent.mkdir()
gate.write_text(f'#!/bin/sh\n: > {here}/begun/$$\nread -r line < {here}/pipe\n: > {here}/passed/$$\nexec {linker} "$@"\n')
gate.chmod(0o755)
os.mkfifo(here / "pipe")

variable = f"CARGO_TARGET_{target.upper().replace('-', '_')}_LINKER"
build = subprocess.Popen([*cargo, "build", "--offline", f"-j{count}", "--target", target], stdin=subprocess.DEVNULL,
                         env={**os.environ, variable: str(gate), "TMPDIR": str(here / "tmp")})


def let_go():
    """All that wait at the pipe when it is opened read the same: nothing."""
    while len(os.listdir(here / "begun")) < count and build.poll() is None:
        time.sleep(0.05)
    time.sleep(0.5)  # the last one is on its way from its file to the pipe
    print(f"{len(os.listdir(here / 'begun')) - len(os.listdir(here / 'passed'))} links at once", flush=True)
    while build.poll() is None:
        try:
            os.close(os.open(here / "pipe", os.O_WRONLY | os.O_NONBLOCK))
        except OSError:  # ENXIO: nobody waits any more
            pass
        time.sleep(0.2)


opener = threading.Thread(target=let_go)
opener.start()
status = build.wait(timeout=300)
opener.join()
if status:
    sys.exit(status)
if len(os.listdir(here / "begun")) != count:
    sys.exit(f"{len(os.listdir(here / 'begun'))} links, not {count}")
folder = here / "target" / target / "debug"
for number in range(count):
    printed = subprocess.run([folder / f"p{number}"], capture_output=True, text=True, check=True).stdout
    if printed != f"{number * number}\n":
        sys.exit(f"p{number} prints '{printed}'")
left = [str(path) for path in folder.rglob("*.tmp*")] + os.listdir(here / "tmp")
if left:
    sys.exit(f"left: {left}")
