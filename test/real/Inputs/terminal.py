"""terminal.py COMMAND...: runs the command at a terminal of its own, and prints what that shows."""

import os
import pty
import sys

child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
output = b""
try:
    while part := os.read(terminal, 4096):
        output += part
except OSError:  # the end, on Linux
    pass
sys.stdout.write(output.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
