"""objects_equal.py CORPUS [--vendors] --hand C C++ --ours C C++: compiles each line of CORPUS/list with a compiler called by hand, and with our tool.

Prints which outputs differ. C and C++ are commands with their arguments, separated by spaces. With --vendors the two are builds of one LLVM with
other names: their own names are not compared. They are in debug information, so that is compared as assembly.
"""

import argparse
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

parser = argparse.ArgumentParser()
parser.add_argument("corpus")
parser.add_argument("--vendors", action="store_true")
parser.add_argument("--hand", nargs=2, required=True)
parser.add_argument("--ours", nargs=2, required=True)
arguments = parser.parse_args()
counts = {"equal": 0, "different": 0, "failed": 0}


def compiled(commands, line):
    """The bytes of the output, or None if the compiler fails or prints anything."""
    source, options = line[0], line[1:]
    output = os.path.abspath("hand" if commands is arguments.hand else "ours")
    command = commands[source.endswith(".cpp")].split() + options
    if arguments.vendors:
        command += ["-fno-ident", "-U__VERSION__", '-D__VERSION__="clang"']
    if not {"-c", "-S", "-E"} & set(options):
        debug = any(option.startswith("-g") for option in options)
        command += ["-S", "-fno-verbose-asm"] if debug and arguments.vendors else ["-c"]
    run = subprocess.run(command + [source, "-o", output], cwd=arguments.corpus, capture_output=True, text=True)
    if run.returncode or run.stdout or run.stderr:
        print(f"failed: {' '.join(command)} {source}: {run.returncode}\n{run.stdout}{run.stderr}")
        return None
    with open(output, "rb") as file:
        content = file.read()
    return re.sub(rb'[-\w ]*\bclang version [^"]*|(?<=__clang_version__ ").*', b"clang", content) if arguments.vendors else content


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
