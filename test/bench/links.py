"""The links of real projects, recorded in one build and repeated with each linker, and a link of 10,000 objects.

Before each run one input changes, as after an edit: zig keeps the outputs of links, and would only copy one. The change is bytes after the end of
rustc's object, which linkers do not read, so the output is the same.
"""

import hashlib
import itertools
import json
import os
import shutil

from measure import Command
from peers import MUSL, alone

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
counter = itertools.count(1)

# The linker of one cargo build: keeps the objects that rustc deletes after the link, and the arguments, and then links.
RECORDER = """#!/usr/bin/env python3
import json, os, shutil, sys
args = []
for arg in sys.argv[1:]:
    if arg.endswith(".o") and os.path.exists(arg) and "/rustlib/" not in arg:
        kept = os.path.join(os.environ["BENCH_KEEP"], str(len(args)) + "-" + os.path.basename(arg))
        shutil.copy(arg, kept)
        arg = kept
    args.append(arg)
with open(os.environ["BENCH_LINE"], "w") as file:
    json.dump(args, file)
os.execv(os.environ["BENCH_TOOL"], [os.environ["BENCH_TOOL"], *sys.argv[1:]])
"""


class Link:
    """A link with all its files, for any compiler driver. `changed` is the input that changes each time."""

    def __init__(self, args, changed, folder):
        self.args, self.changed, self.folder = args, changed, folder
        with open(changed, "rb") as file:
            self.unchanged = file.read()

    def change(self):
        with open(self.changed, "wb") as file:
            file.write(self.unchanged + b"run %012d" % next(counter))

    def by(self, linker, *more, env=None, before=None):
        """The link by `linker`, a command, to an output of its own, so that the outputs of two linkers can be compared."""
        digest = hashlib.sha256(repr((linker, more, env)).encode()).hexdigest()[:12]
        output = os.path.join(self.folder, f"out-{digest}")
        return Command([*linker, *(output if arg == "{output}" else arg for arg in self.args), *more], env or {}, None,
                       before or self.change, output)

    def alone(self, linker, *more, env=None):
        """The same link by the linker that our tool runs, to another output."""
        return alone(self.by(linker, *more, env=env))


def record(tools, name, triple, project, *cargo_args):
    """Records a project's link. Its dependencies stay in tools.kept from run to run. The program itself is built and linked again, because its
    sources are newer (`shutil.copy` does not keep times)."""
    folder, target = os.path.join(tools.work, f"link-{name}"), os.path.join(tools.kept, name)
    copy, keep, line = (os.path.join(folder, part) for part in ("project", "keep", "line"))
    recorder = os.path.join(target, f"{triple}-recorder")  # the same path each time: with another linker cargo would build everything again
    shutil.copytree(os.path.join(SOURCE, project), copy, ignore=shutil.ignore_patterns("target"), copy_function=shutil.copy)
    os.mkdir(keep)
    os.makedirs(target, exist_ok=True)
    with open(recorder, "w") as file:
        file.write(RECORDER)
    os.chmod(recorder, 0o755)
    cargo, env = tools.cargo()
    locked = ["--locked"] * os.path.exists(f"{copy}/Cargo.lock")  # a project without dependencies does not have one
    Command([*cargo, "build", *locked, "--target", triple, *cargo_args],
            {**env, "CARGO_TARGET_DIR": target, f"CARGO_TARGET_{triple.replace('-', '_').upper()}_LINKER": recorder,
             "BENCH_KEEP": keep, "BENCH_LINE": line, "BENCH_TOOL": tools.ours(triple)}, copy).run()
    with open(line) as file:
        args = json.load(file)
    args[args.index("-o") + 1] = "{output}"
    changed = next(arg for arg in args if arg.startswith(keep) and arg.endswith(".rcgu.o"))
    return Link(args, changed, folder)


# Some functions, some of them weak or static, data and a string, as in a small C++ or Rust object. Numbers of five digits in the names are
# replaced in the object file, to make 10,000 objects without a compiler.
TEMPLATE = """
int own_00000(int), next_11111(int);
static const char text_00000[] = "object 00000 has this";
int data_00000 = 7;
__attribute__((noinline)) static int hidden(int n) { return n + text_00000[n & 15]; }
__attribute__((weak)) int shared(int n) { return n ^ 3; }
int other_00000(int n) { return hidden(n) + data_00000; }
int own_00000(int n) { data_00000 += n & 1; return (next_11111(n + 1) ^ shared(n)) + other_00000(n); }
"""
LAST = "#include <stdio.h>\nint own_00000(int);\nint own_10000(int n) { return n; }\nint main(void) { printf(\"%d\\n\", own_00000(1)); }\n"
OBJECTS = 10000


def ten_thousand(tools, triple=MUSL):
    """A program of 10,000 objects in a response file. Each calls a function of the next."""
    folder = os.path.join(tools.work, f"objects-{triple}")
    os.mkdir(folder)
    for name, text in ("template", TEMPLATE), ("last", LAST):
        with open(f"{folder}/{name}.c", "w") as file:
            file.write(text)
        Command([tools.ours(triple), "-O1", "-fPIE", "-ffunction-sections", "-fdata-sections", "-c", f"{folder}/{name}.c", "-o", f"{folder}/{name}.o"]).run()
    with open(f"{folder}/template.o", "rb") as file:
        template = file.read()
    files = [f"{folder}/last.o"]
    for n in range(OBJECTS):
        files.append(f"{folder}/{n}.o")
        with open(files[-1], "wb") as file:
            file.write(template.replace(b"_00000", b"_%05d" % n).replace(b"next_11111", b"own_%05d\0" % (n + 1)).replace(b"object 00000", b"object %05d" % n))
    response = f"{folder}/objects.rsp"
    link = Link(["@" + response, "-o", "{output}"] + ["-static-pie"] * (triple == MUSL), files[0], folder)
    change = link.change

    def change_and_write():  # cargo-zigbuild overwrites the response file
        change()
        with open(response, "w") as file:
            file.write("\n".join(files) + "\n")

    link.change = change_and_write
    change_and_write()
    return link
