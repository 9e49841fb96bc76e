"""objects_equal.py CORPUS --hand C C++ --ours C C++: compiles each line of CORPUS/list with a compiler as it is called by hand, and
with a tool of ours, and says which outputs differ. C and C++ are commands, of words between blanks."""

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


def compiled(commands, words):
    """The bytes that come out. A compiler that fails or prints anything is of no use here, whosever it is."""
    source, options = words[0], words[1:]
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
