"""Runs argv[1:] with a closed pipe as standard output, first with SIGPIPE as it is, then ignored. Prints each exit status and the messages."""
import os
import signal
import subprocess
import sys

for ignored in False, True:
    reader, writer = os.pipe()
    os.close(reader)
    if ignored:
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    done = subprocess.run(sys.argv[1:], stdout=writer, stderr=subprocess.PIPE, text=True, restore_signals=not ignored)
    os.close(writer)
    print(f"{done.returncode}\n{done.stderr}", end="")
