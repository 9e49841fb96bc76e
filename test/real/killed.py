#!/usr/bin/env python3
"""killed.py dies|stopped|killed TMPDIR LINKER TOOL...: ends a link that is too long for a command line.

dies: LINKER ends by a signal itself. stopped: TOOL gets SIGTERM while LINKER runs. killed: both get SIGKILL.
Fails if the signal is lost, if a file is left in TMPDIR, or if LINKER did not get its arguments.
"""

import os
import signal
import subprocess
import sys
import time

how, tmpdir, linker, *tool = sys.argv[1:]
folder = os.path.dirname(tmpdir)
response, received = os.path.join(folder, "arguments.rsp"), os.path.join(folder, "read")
with open(response, "w") as file:
    file.writelines(f"-L/long/{n}/{'x' * 200}\n" for n in range(12000))
if os.path.exists(received):
    os.remove(received)
environment = {**os.environ, "TMPDIR": tmpdir, "LAMBDA_CC_LLD": linker}
process = subprocess.Popen([*tool, "@" + response, "a.o"], env=environment, start_new_session=True)
for _ in range(400):
    if os.path.exists(received):
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
with open(received) as file:
    if "/long/11999/" not in file.read():
        sys.exit("the linker did not get its arguments")
