"""file_check.py FILECHECK ARGUMENT...: FileCheck for the golden tests by wine. Its input is translated (tool.py), since it may be a file
that a tool wrote."""
import subprocess
import sys

import tool

arguments, data = [], None
for argument in sys.argv[1:]:
    if argument.startswith("--input-file="):
        with open(argument.partition("=")[2], "rb") as file:
            data = file.read()
    else:
        arguments.append(argument)
if data is None:
    data = sys.stdin.buffer.read()
sys.exit(subprocess.run(arguments, input=tool.as_on_linux(data), check=False).returncode)
