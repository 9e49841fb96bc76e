#!/usr/bin/env python3
"""tidy.py [--each] BUILD [FOLDER...]: clang-tidy over lib and shim, with the compile commands of BUILD.

Most of its time goes to LLVM's headers, so the files of a folder are checked as one: that takes a quarter of the time. Where two files of
a folder define the same name, and so don't compile as one, its halves are tried. --each checks each file alone, so that a check that looks
at the main file only finds all.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

TIDY = ["clang-tidy-19", "--quiet", f"--config-file={os.path.abspath('.clang-tidy')}"]


def sources(build, folders):
    """The entries of compile_commands.json, by folder."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    found = collections.defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry["file"]):
        folder = os.path.relpath(os.path.dirname(entry["file"]))
        if folder.split("/")[0] in ("lib", "shim") and (not folders or folder in folders):
            found[folder].append(entry)
    return found


def as_one(entries, work):
    """A file that includes the files of entries, with its compile command; None if it doesn't compile."""
    name = os.path.join(work, re.sub(r"\W", "-", os.path.relpath(entries[0]["file"])) + f"-and-{len(entries) - 1}.cpp")
    with open(name, "w", encoding="utf-8") as file:
        file.writelines(f"#include \"{entry['file']}\"\n" for entry in entries)
    words = shlex.split(entries[0]["command"])
    at = words.index("-o")
    del words[at:at + 2]
    words[words.index("-c") + 1] = name
    words = [word for word in words if os.path.basename(word) not in ("ccache", "sccache")]
    done = subprocess.run([*words, "-fsyntax-only"], cwd=entries[0]["directory"], capture_output=True, check=False)
    return None if done.returncode else {"directory": entries[0]["directory"], "file": name, "arguments": words}


def grouped(entries, work):
    """The entries as few files that compile, and those that are left alone."""
    if len(entries) == 1:
        return [], entries
    if one := as_one(entries, work):
        return [one], []
    half = len(entries) // 2
    (ones, alone), (more, others) = grouped(entries[:half], work), grouped(entries[half:], work)
    return ones + more, alone + others


def tidy(job):
    database, file, options = job
    done = subprocess.run([*TIDY, *options, "-p", database, file], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", action="store_true")
    parser.add_argument("build")
    parser.add_argument("folders", nargs="*")
    args = parser.parse_args()
    found = sources(args.build, args.folders)
    if not found:
        sys.exit("tidy.py: error: no sources in compile_commands.json")
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        folders = found.values()
        groups = [([], entries) for entries in folders] if args.each else list(pool.map(lambda entries: grouped(entries, work), folders))
        ones = [one for group, _ in groups for one in group]
        with open(os.path.join(work, "compile_commands.json"), "w", encoding="utf-8") as file:
            json.dump(ones, file)
        # What is included is not the main file, so the filter must name it, and each #include of a .cpp is meant.
        options = ["--header-filter=/(lib|shim)/.*[.](h|cpp)$", "--checks=-bugprone-suspicious-include"]
        jobs = [(work, one["file"], options) for one in ones]
        jobs += [(args.build, entry["file"], []) for _, alone in groups for entry in alone]
        failed = [output for output in pool.map(tidy, jobs) if output]
    print(f"{len(jobs)} runs for {sum(map(len, found.values()))} files")
    print("".join(failed), end="")
    sys.exit(1 if failed else 0)


main()
