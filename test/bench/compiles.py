"""Compiles of C: one, many, and the first on a machine."""

import os
import shlex

from builds import crate
from links import counter
from measure import Command
from peers import alone

SMALL = "#include <stdio.h>\nint small(int n) { return printf(\"%d\\n\", n + RUN); }\n"
MANY = 500


def compile_one(tools, name, cc, env=None):
    """A small file, compiled as by cc-rs. It has another number each time, because zig keeps each object that it compiled."""
    source = os.path.join(tools.work, "small.c")
    output = os.path.join(tools.work, f"small-{name}.o")

    def edit():
        with open(source, "w") as file:
            file.write(SMALL.replace("RUN", str(next(counter))))

    return Command([*cc, "-O2", "-ffunction-sections", "-fdata-sections", "-fPIC", "-c", source, "-o", output],
                   {**tools.zig_env(), **(env or {})}, None, edit, output)


def compile_alone(tools, env=None, other=None):
    """One compile by our tool, and one by the clang that it runs, or that it would run with the variables `other`."""
    ours = compile_one(tools, "ours", [tools.ours()], env)
    return ours, alone(ours, other)


def compile_sqlite(tools, name, cc):
    """SQLite's one file of 9 MB, optimized."""
    output = os.path.join(tools.work, f"sqlite-{name}.o")
    return Command([*cc, "-O2", "-c", os.path.join(crate(tools, "test/crates", "libsqlite3-sys"), "sqlite3", "sqlite3.c"), "-o", output], output=output)


def compile_many(tools, name, cc):
    """500 small files, a process for each, as many at once as there are cores, as with cc-rs and make. A header changes each time."""
    folder = os.path.join(tools.work, f"many-{name}")
    os.makedirs(folder, exist_ok=True)
    for n in range(MANY):
        with open(f"{folder}/{n}.c", "w") as file:
            file.write(f"#include <stdio.h>\n#include <string.h>\n#include \"run.h\"\n"
                       f"int small_{n}(const char *s) {{ return printf(\"%zu\\n\", strlen(s) + RUN + {n}); }}\n")
    with open(f"{folder}/Makefile", "w") as file:
        file.write(f"all: $(patsubst %,%.o,$(shell seq 0 {MANY - 1}))\n"
                   f"%.o: %.c\n\t{shlex.join(cc)} -O2 -ffunction-sections -fdata-sections -fPIC -c $< -o $@\n")

    def edit():
        with open(f"{folder}/run.h", "w") as file:
            file.write(f"#define RUN {next(counter)}\n")

    return Command(["make", "--silent", "--always-make", f"--jobs={os.cpu_count()}", "-C", folder], tools.zig_env(), None, edit)


def program_from(tools, name, cc, language, cold):
    """A small program, compiled and linked in one call. `cold`: zig must build libc and libc++ first."""
    source = os.path.join(tools.work, f"hello.{language}")
    output = os.path.join(tools.work, f"hello-{language}-{name}")

    def edit():
        if cold:
            tools.forget()
        with open(source, "w") as file:
            file.write(f"// run {next(counter)}\n")
            file.write("#include <iostream>\nint main() { std::cout << \"hello\\n\"; }\n" if language == "cpp" else
                       "#include <stdio.h>\nint main(void) { puts(\"hello\"); }\n")

    return Command([*cc, "-O2", source, "-o", output], tools.zig_env(), None, edit, output)
