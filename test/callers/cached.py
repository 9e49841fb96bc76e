"""cached.py CACHE PREFIX WORK: compiles the same source with the same options through LAMBDA_CC_CACHE=CACHE, ccache or sccache.

It compiles for different targets, ceilings and CPUs, then again, and once more after a header in a sysroot has changed. Prints how many
objects are the same as without a cache, and how many came from it. server.py runs sccache's server.
"""
import os
import re
import shutil
import subprocess
import sys

MUSL = "x86_64-unknown-linux-musl"
COMPILES = [  # name, tool, environment, source
    ("musl", f"{MUSL}-gcc", {}, "a.c"),
    ("arm", "aarch64-unknown-linux-musl-gcc", {}, "a.c"),
    ("newest", "x86_64-unknown-linux-gnu-gcc", {"LAMBDA_CC_GLIBC": "2.41"}, "minor.c"),
    ("oldest", "x86_64-unknown-linux-gnu-gcc", {"LAMBDA_CC_GLIBC": "2.17"}, "minor.c"),
    ("named", "x86_64-unknown-linux-gnu-2_28-gcc", {}, "minor.c"),
    ("cpu", f"{MUSL}-gcc", {"TARGET": MUSL, "HOST": "x86_64-unknown-linux-gnu", "RUSTFLAGS": "-C target-cpu=x86-64-v3"}, "a.c"),
    ("cxx", f"{MUSL}-g++", {}, "a.cc"),
    ("sysroot", f"{MUSL}-gcc", {}, "answer.c"),
]
SOURCES = {
    "a.c": "int f(int n, const int *a) { int sum = 0; for (int i = 0; i < n; ++i) sum += a[i]; return sum; }\n",
    "minor.c": "#include <features.h>\nint f(void) { return __GLIBC_MINOR__; }\n",
    "a.cc": "#include <string>\nstd::string f(int n) { return std::to_string(n); }\n",
    "answer.c": "#include <answer.h>\nint f(void) { return ANSWER; }\n",
}


def main():
    cache, prefix, work = sys.argv[1:]
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    os.chdir(work)
    own = copy_with_sysroot(prefix, os.path.join(work, "own"))
    for name, text in SOURCES.items():
        with open(name, "w") as file:
            file.write(text)
    environment = {**os.environ, "CCACHE_DIR": f"{work}/ccache"}

    def compile_all(folder, chosen):
        os.mkdir(folder)
        for name, tool, variables, source in COMPILES:
            bin = f"{own if name == 'sysroot' else prefix}/bin"
            done = subprocess.run([f"{bin}/{tool}", "-O2", "-c", source, "-o", f"{folder}/{name}.o"], stderr=subprocess.PIPE, text=True,
                                  env={**environment, **variables, "LAMBDA_CC_CACHE": chosen}, check=False)
            if done.returncode or done.stderr:  # a message of the cache is a "no" for cc-rs
                sys.exit(f"{name}: exit status {done.returncode}, {done.stderr}")

    def hits():
        command = ["ccache", "--print-stats"] if cache == "ccache" else ["sccache", "--show-stats"]
        stats = subprocess.check_output(command, env=environment, text=True)
        return sum(int(n) for n in re.findall(r"^(?:direct_cache_hit|preprocessed_cache_hit|Cache hits)\s+(\d+)$", stats, re.MULTILINE))

    before = 0
    for what in ["first", "again", "with another header in the sysroot"]:
        if what.startswith("with"):
            write_answer(own, 43)
        compile_all(f"{what}-without", "off")
        compile_all(what, cache)
        same = sum(read(f"{what}/{name}.o") == read(f"{what}-without/{name}.o") for name, *_ in COMPILES)
        print(f"{what}: {same} objects as without a cache, {hits() - before} out of it", flush=True)
        before = hits()


def copy_with_sysroot(prefix, own):
    """An installation with a sysroot of its own, which may be changed."""
    shutil.copytree(f"{prefix}/bin", f"{own}/bin", symlinks=True)
    shutil.copytree(f"{prefix}/share/lambda-cc/sysroots/{MUSL}", f"{own}/share/lambda-cc/sysroots/{MUSL}")
    write_answer(own, 42)
    return own


def write_answer(own, answer):
    with open(f"{own}/share/lambda-cc/sysroots/{MUSL}/include/answer.h", "w") as file:
        file.write(f"#define ANSWER {answer}\n")


def read(path):
    with open(path, "rb") as file:
        return file.read()


main()
