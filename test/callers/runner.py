"""runner.py ENV PATH COMMAND...: runs COMMAND as a GitHub runner runs the next step, with what was appended to its two files.

The form of the files is that of docs.github.com, "Workflow commands": NAME=VALUE, or NAME<<END, lines and END; a folder a line, of which
the last comes first on PATH.
"""

import os
import sys

variables, folders, *command = sys.argv[1:]
environment = dict(os.environ)
lines = iter(open(variables).read().splitlines())
for line in lines:
    name, equals, value = line.partition("=")
    if "<<" in name:
        name, _, end = line.partition("<<")
        value = "\n".join(iter(lambda: next(lines), end))
    elif not equals:
        sys.exit(f"runner.py: error: no variable in '{line}'")
    environment[name] = value
path = [*reversed(open(folders).read().splitlines()), environment["PATH"]]
environment["PATH"] = os.pathsep.join(path)
os.execvpe(command[0], command, environment)
