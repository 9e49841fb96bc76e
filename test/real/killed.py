#!/usr/bin/env python3
"""killed.py dies|stopped|killed TMPDIR LINKER TOOL...: a link that is too long for a command line, with a linker that dies of a signal, or one that is still at work
when TOOL is told to stop, or when all are killed. Fails where the signal is lost, where a file is left in TMPDIR, or where LINKER wasn't told the words."""

import os
import signal
import subprocess
import sys
import time

how, tmpdir, linker, *tool = sys.argv[1:]
folder = os.path.dirname(tmpdir)
words, told = os.path.join(folder, "words.rsp"), os.path.join(folder, "told")
with open(words, "w") as file:
    file.writelines(f"-L/long/{n}/{'x' * 200}\n" for n in range(12000))
if os.path.exists(told):
    os.remove(told)
process = subprocess.Popen([*tool, "@" + words, "a.o"], env={**os.environ, "TMPDIR": tmpdir, "LAMBDA_CC_LLD": linker}, start_new_session=True)
for _ in range(400):
    if os.path.exists(told):
        break
    time.sleep(0.05)
time.sleep(0.2)
if how == "stopped":
    process.send_signal(signal.SIGTERM)
elif how == "killed":
    os.killpg(process.pid, signal.SIGKILL)
status = process.wait(timeout=30)
expected = {"dies": -signal.SIGSEGV, "stopped": 143, "killed": -signal.SIGKILL}[how]
if status != expected:
    sys.exit(f"exit status {status}, not {expected}")
if os.listdir(tmpdir):
    sys.exit(f"left in TMPDIR: {os.listdir(tmpdir)}")
with open(told) as file:
    if "/long/11999/" not in file.read():
        sys.exit("the linker wasn't told the words")
