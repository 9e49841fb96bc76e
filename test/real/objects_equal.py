"""objects_equal.py CORPUS --hand C C++ --ours C C++: compiles each line of CORPUS/list with a compiler called by hand, and with our tool.

Prints which outputs differ. C and C++ are commands with their arguments, separated by spaces.
"""

import argparse
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

parser = argparse.ArgumentParser()
parser.add_argument("corpus")
parser.add_argument("--hand", nargs=2, required=True)
parser.add_argument("--ours", nargs=2, required=True)
arguments = parser.parse_args()
counts = {"equal": 0, "different": 0, "failed": 0}


def compiled(commands, line):
    """The bytes of the output, or None if the compiler fails or prints anything."""
    source, options = line[0], line[1:]
    output = os.path.abspath("hand" if commands is arguments.hand else "ours")
    command = commands[source.endswith(".cpp")].split() + options
    if not {"-c", "-S", "-E"} & set(options):
        command.append("-c")
    run = subprocess.run(command + [source, "-o", output], cwd=arguments.corpus, capture_output=True, text=True)
    if run.returncode or run.stdout or run.stderr:
        print(f"failed: {' '.join(command)} {source}: {run.returncode}\n{run.stdout}{run.stderr}")
        return None
    with open(output, "rb") as file:
        return file.read()


with open(os.path.join(arguments.corpus, "list")) as lines, ThreadPoolExecutor() as pool:
    for line in lines:
        if line.startswith("#"):
            continue
        hand, ours = pool.map(compiled, [arguments.hand, arguments.ours], [line.split()] * 2)
        result = "failed" if not hand or not ours else "equal" if hand == ours else "different"
        counts[result] += 1
        if result != "equal":
            print(f"{result}: {line}", end="")
print(*[f"{count} {result}" for result, count in counts.items()], sep=", ")
