#!/usr/bin/env python3
"""link_lines.py COUNT SEED: makes COUNT random links, each twice in the same folder with the same files.

Once our tool links, once the command that our tool plans, which is ld.lld or clang. The files that appear, change or vanish must be the
same, with the same contents. One difference is intended: a link that fails leaves no program of an earlier link.
"""

import os
import random
import re
import shlex
import shutil
import subprocess
import sys

count, seed = int(sys.argv[1]), int(sys.argv[2])
print(f"seed {seed}")
dice = random.Random(seed)
tool = "x86_64-unknown-linux-musl-"
work = os.path.abspath("work")

# Names that follow from the output's: they would be wrong if it were linked under another one.
outputs = [[], ["-o", "prog"], ["-oprog"], ["-o", "./prog"], ["-o", "sub//prog"], ["-o", "a b/prog"], ["-Wl,-o,prog"],
           ["-Wl,--output=prog"], ["-o", "other", "-Wl,-o,prog"], ["-o", "v.map"], ["-o", "libf.a"],
           ["-o", "main.o"], ["-o", "no/folder"], ["-o", "keep.txt"], ["-o", "link"]]
inputs = [["main.o"], ["main.o", "-L.", "-lf"], ["undefined.o"], ["main.o", "none.o"], ["main.o", "-lnone"], ["main.c"],
          ["-O1", "-flto", "main.c", "f.c"], ["main.o", "f.c"], []]
options = [["-Wl,-Map=m.txt"], ["-Wl,-Map,sub/m.txt"], ["-Wl,--dependency-file=d.d"], ["-Wl,--dependency-file", "-Wl,d.d"],
           ["-Wl,--reproduce=r.tar"], ["-save-temps"], ["-gsplit-dwarf", "-g"], ["-Wl,--save-temps"], ["-Wl,--time-trace"],
           ["-Wl,--version-script=v.map"], ["-r"], ["-shared"],
           ["-static", "-no-pie"], ["-nostdlib", "-Wl,-e,main"],
           ["-Wl,--lto-emit-asm"], ["-Wl,--oformat=binary"], ["-s"], ["-Wl,--emit-relocs"]]
questions = [["-Wl,--version"], ["-Wl,--help"], ["-v"], ["-Wl,-v"], ["-Wl,--print-map"]]


def fresh():
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree("files", work, symlinks=True)


def tree():
    files = {}
    for folder, _, names in os.walk(work):
        for name in names:
            path = os.path.join(folder, name)
            own = os.path.relpath(path, work)
            if os.path.islink(path):
                files[own] = os.readlink(path)
            else:
                with open(path, "rb") as file:
                    files[own] = file.read()
    return files


def run(command):
    fresh()
    before = tree()
    end = subprocess.run(command, cwd=work, capture_output=True)
    after = tree()
    return end.returncode, {name: after.get(name) for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def comparable(changed):
    """A time trace has times, and a tar file of --reproduce the command. clang's objects between compile and link have random names."""
    def of(name, content):
        if content is None or isinstance(content, str):
            return content
        if name.endswith((".time-trace", ".tar")):
            return "there"
        return re.sub(rb"(/\w+)-[0-9a-f]{6}\.o", rb"\1.o", content)

    return {name: of(name, content) for name, content in changed.items()}


os.makedirs("files/sub")
os.makedirs("files/a b")
sources = {"main.c": "int f(void); int main(void) { return 0; }\n", "f.c": "int f(void) { return 3; }\n",
           "undefined.c": "int g(void); int main(void) { return g(); }\n",
           "v.map": "{ global: main; local: *; };\n", "keep.txt": "keep\n", "a.out": "keep\n"}
for name, text in sources.items():
    with open(f"files/{name}", "w") as file:
        file.write(text)
subprocess.run([tool + "gcc", "-c", "main.c", "f.c", "undefined.c"], cwd="files", check=True)
subprocess.run([tool + "ar", "rcs", "libf.a", "f.o"], cwd="files", check=True)
subprocess.run([tool + "gcc", "main.o", "-o", "prog"], cwd="files", check=True)
os.symlink("prog", "files/link")

failed = queried = 0
for _ in range(count):
    arguments = dice.choice(inputs) + dice.choice(outputs)
    for more in dice.sample(options, dice.randrange(4)):
        arguments += more
    if dice.random() < 0.15:
        arguments += dice.choice(questions)
        queried += 1
    line = [tool + "gcc", *arguments]
    fresh()
    plan = subprocess.run([*line, "-###"], cwd=work, capture_output=True, text=True)
    if plan.returncode:
        continue  # refused before
    backend = [word for word in shlex.split(plan.stderr.strip().splitlines()[-1])]
    while any(word.startswith("--lambda-cc-") for word in backend):
        at = next(at for at, word in enumerate(backend) if word.startswith("--lambda-cc-"))
        linker = backend[at].removeprefix("--lambda-cc-linker=") if "linker=" in backend[at] else None
        del backend[at - 1:at + 1]
        if linker and os.path.basename(linker) == "llvm":  # LLVM's driver build, which is ld.lld by that name
            if not os.path.lexists("ld.lld"):
                os.symlink(linker, "ld.lld")
            linker = os.path.abspath("ld.lld")
        if linker:
            backend = ["--ld-path=" + linker if word.startswith("--ld-path=") else word for word in backend]
    ours, theirs = run(line), run(backend)
    if (ours[0] == 0) != (theirs[0] == 0):
        sys.exit(f"exit status {ours[0]}, not {theirs[0]}: {shlex.join(line)}")
    changed, expected = comparable(ours[1]), comparable(theirs[1])
    if theirs[0]:
        failed += 1
        stale = {name for name in changed if changed[name] is None and name not in expected}
        # Of the link to prog the link goes, as ld.lld would replace it.
        if stale - {"link" if "link" in arguments else "prog"}:
            sys.exit(f"{stale} is removed by a link that fails: {shlex.join(line)}")
        changed = {name: content for name, content in changed.items() if name not in stale}
    if "no/folder" in arguments:  # refused by us before the linker is run
        expected = {name: content for name, content in expected.items() if name in changed}
    if changed != expected:
        differ = {name for name in changed.keys() | expected.keys() if changed.get(name, 0) != expected.get(name, 0)}
        sys.exit(f"{sorted(differ)} differ from {shlex.join(backend)}: {shlex.join(line)}")
print(f"{count} links, of which {failed} fail and {queried} have a question")
if failed < count // 20 or queried < count // 20:
    sys.exit("too few of a kind")
