#!/usr/bin/env python3
"""killed.py dies|waits TMPDIR TOOL LINKER: a link that is too long for a command line, with a linker that dies of a signal, or one
that is still at work when TOOL is told to stop. Fails where the signal is lost or a file is left in TMPDIR."""

import os
import signal
import subprocess
import sys
import time

how, tmpdir, tool, linker = sys.argv[1:]
words = os.path.join(os.path.dirname(tmpdir), "words.rsp")
with open(words, "w") as file:
    file.writelines(f"-L/long/{n}/{'x' * 200}\n" for n in range(12000))
process = subprocess.Popen([tool, "@" + words, "a.o"], env={**os.environ, "TMPDIR": tmpdir, "LAMBDA_CC_LLD": linker})
if how == "waits":
    for _ in range(200):
        if os.listdir(tmpdir):
            break
        time.sleep(0.05)
    time.sleep(0.2)
    process.send_signal(signal.SIGTERM)
status = process.wait(timeout=30)
expected = -signal.SIGSEGV if how == "dies" else 143
if status != expected:
    sys.exit(f"exit status {status}, not {expected}")
if os.listdir(tmpdir):
    sys.exit(f"left in TMPDIR: {os.listdir(tmpdir)}")
