#!/usr/bin/env python3
"""signalled.py PHASE SIGNAL COMMAND... -o OUTPUT: sends SIGNAL to a link while it is in PHASE, which strace delays.

Fails if the tool does not end by that signal, if the output exists, or if anything else is left beside it.

    starting    the linker is being started
    linking     the linker runs: LAMBDA_CC_LLD names one that waits and makes a file `started`
    judging     the linker has ended, and its output is being judged
"""

import os
import re
import signal
import subprocess
import sys
import time

phase, name, *command = sys.argv[1:]
number = getattr(signal, name)
output = command[-1]
before = set(os.listdir("."))
if number != signal.SIGKILL:
    signal.signal(number, signal.SIG_DFL)  # our caller may ignore it
calls = {"starting": "clone,clone3,vfork:delay_exit=3000000", "judging": "wait4:delay_exit=3000000"}
if phase in calls:
    call = calls[phase].split(":")[0]
    command = ["strace", "-D", "-qq", "-o", "log", "-e", f"trace={call}", "-e", f"inject={calls[phase]}", *command]
tool = subprocess.Popen(command)


def reached():
    if phase == "linking":
        return os.path.exists("started")
    with open("log") as log:  # strace logs a call before it delays it
        return re.search(r"\b(clone3?|vfork|wait4)\(", log.read())


end = time.monotonic() + 60
while not (os.path.exists("log") or phase == "linking") or not reached():
    if time.monotonic() > end or tool.poll() is not None:
        sys.exit(f"{phase} was never reached")
    time.sleep(0.05)
time.sleep(0.3)
tool.send_signal(number)
status = tool.wait(timeout=60)
time.sleep(3 if phase == "linking" else 0)  # an orphaned linker writes now
if status != -number:
    sys.exit(f"exit status {status}, not that of {name}")
if os.path.exists(output):
    sys.exit(f"{output} is there")
left = set(os.listdir(".")) - before - {"log", "started"}
if number == signal.SIGKILL:
    left = {file for file in left if not re.fullmatch(r"\.lambda-cc-[0-9a-f]{8}", file)}
if left:
    sys.exit(f"left: {left}")
