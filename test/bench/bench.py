#!/usr/bin/env python3
"""bench.py [--prefix build/prefix] [--rust build/rust] [--runs 25]: what a call through lambda-cc costs over the program behind it.
bench.py --peers …: what links for glibc 2.26 cost with lambda-cc, and with cargo-zigbuild and zig from PyPI.

Each row runs two commands in turn, A B A B …, and prints the median of each, and the median of the ratios and differences of the
pairs with the middle half of them: the machine's drift is in both halves of a pair. The other command of a row is what -###
prints for the first, so both do the same work. For configure it is clang with the options that a person would give it.

zig builds libc and libc++ when a link first asks for them, and keeps them in a cache. "Nothing cached" means that this cache is
removed before each run; what the kernel holds of the disk stays, for both. lambda-cc has no cache to remove.
"""

import argparse
import itertools
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TRIPLE = "x86_64-unknown-linux-musl"
GNU = "x86_64-unknown-linux-gnu"
PEERS = ["cargo-zigbuild==0.24.0", "ziglang==0.17.1"]

# Stands in for the linker in one cargo build: keeps the objects that rustc deletes after the link, the arguments and the environment.
RECORDER = """#!/usr/bin/env python3
import json, os, shutil, sys
args = []
for arg in sys.argv[1:]:
    if arg.endswith(".o") and os.path.exists(arg) and "/rustlib/" not in arg:
        kept = os.path.join({keep!r}, str(len(args)) + "-" + os.path.basename(arg))
        shutil.copy(arg, kept)
        arg = kept
    args.append(arg)
with open({line!r}, "w") as file:
    json.dump([args, dict(os.environ)], file)
os.execv({tool!r}, [{tool!r}, *sys.argv[1:]])
"""


def behind(command):
    """The command that -### prints for `command`."""
    done = subprocess.run([command[0], "-###", *command[1:]], stderr=subprocess.PIPE, text=True, check=True)
    return shlex.split(done.stderr.splitlines()[-1])


def seconds(command, env=None, before=lambda: None):
    before()
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def header(other):
    print(f"{'':34} {'lambda-cc':>11} {other:>11}   {'ratio (middle half)':22}   {'difference (middle half)':26}   at most")


def compare(name, ours, other, runs, limit, other_env=None, **how):
    others = {**how, "env": other_env} if other_env else how
    seconds(ours, **how)
    seconds(other, **others)
    pairs = [(seconds(ours, **how), seconds(other, **others)) for _ in range(runs)]
    ratios = sorted(a / b for a, b in pairs)
    extra = sorted((a - b) * 1000 for a, b in pairs)
    quarter = runs // 4
    print(f"{name:34} {statistics.median(a for a, _ in pairs) * 1000:8.1f} ms {statistics.median(b for _, b in pairs) * 1000:8.1f} ms"
          f"   {statistics.median(ratios):5.3f} ({ratios[quarter]:.3f} to {ratios[-quarter - 1]:.3f})"
          f"   {statistics.median(extra):+6.2f} ms ({extra[quarter]:+.2f} to {extra[-quarter - 1]:+.2f})   {limit}")


def record_link(work, triple, cc, project, cargo, env):
    """The arguments and the environment of a project's real link by `cc`, with all its files still there."""
    folder = tempfile.mkdtemp(dir=work)
    copy, keep, line, recorder = (os.path.join(folder, name) for name in ("project", "keep", "line", f"{triple}-recorder"))
    shutil.copytree(os.path.join(SOURCE, project), copy, ignore=shutil.ignore_patterns("target"))
    os.mkdir(keep)
    with open(recorder, "w") as file:
        file.write(RECORDER.format(keep=keep, line=line, tool=cc))
    os.chmod(recorder, 0o755)
    subprocess.run(cargo, cwd=copy, check=True,
                   env={**os.environ, **env, f"CARGO_TARGET_{triple.replace('-', '_').upper()}_LINKER": recorder})
    args, env = json.load(open(line))
    args[args.index("-o") + 1] = os.path.join(folder, "out")
    return args, env


def prepare_configure(work, prefix, rust):
    """jemalloc's configure in two folders: by our gcc, and by clang. Both must give the same answers to its checks."""
    manifest = os.path.join(SOURCE, "test/slow/Inputs/jemalloc/Cargo.toml")
    metadata = subprocess.check_output([f"{rust}/self-contained/bin/cargo", "metadata", "--quiet", "--locked", "--format-version=1",
                                        "--manifest-path", manifest], text=True)
    crate = next(os.path.dirname(package["manifest_path"]) for package in json.loads(metadata)["packages"]
                 if package["name"] == "tikv-jemalloc-sys")
    source = os.path.join(work, "jemalloc")
    shutil.copytree(os.path.join(crate, "jemalloc"), source)
    shutil.copy(os.path.join(crate, "configure", "configure"), source)

    clang = behind([os.path.join(prefix, "bin", f"{TRIPLE}-gcc"), "-c", "a.c"])[0]
    sysroot = os.path.join(prefix, "share/lambda-cc/sysroots", TRIPLE)
    commands = {}
    for name, cc in {
        "ours": os.path.join(prefix, "bin", f"{TRIPLE}-gcc"),
        "clang": f"{clang} --target={TRIPLE} --sysroot={sysroot} -fuse-ld=lld -static-pie -Wno-unused-command-line-argument",
    }.items():
        folder = os.path.join(work, name)
        os.mkdir(folder)
        commands[name] = ["env", "-C", folder, f"CC={cc}", "sh", os.path.join(source, "configure"), f"--host={TRIPLE}",
                          f"--build={os.uname().machine}-unknown-linux-gnu", "--disable-cxx", "--enable-doc=no", "--enable-shared=no",
                          "--with-version=5.3.1-0-g0", "--with-jemalloc-prefix=je_"]
        log = subprocess.run(commands[name], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
        with open(os.path.join(folder, "answers"), "w") as file:
            file.writelines(line.replace(cc, "CC") + "\n" for line in log.splitlines() if line.startswith("checking "))
    ours, other = (open(os.path.join(work, name, "answers")).read() for name in commands)
    if ours != other:
        subprocess.run(["diff", os.path.join(work, "ours/answers"), os.path.join(work, "clang/answers")])
        sys.exit("bench.py: error: configure got other answers from our gcc than from clang")
    return len(ours.splitlines()), commands["ours"], commands["clang"]


def bench_alone(work, prefix, rust, runs):
    cc = os.path.join(prefix, "bin", f"{TRIPLE}-gcc")
    args, _ = record_link(
        work, TRIPLE, cc, "test/example",
        [f"{rust}/self-contained/bin/cargo", "build", "--quiet", "--locked", "--release", "--target", TRIPLE],
        {"RUSTC": f"{rust}/self-contained/bin/rustc", f"CC_{TRIPLE.replace('-', '_')}": cc,
         f"AR_{TRIPLE.replace('-', '_')}": os.path.join(prefix, "bin", f"{TRIPLE}-ar")})
    link = [cc, *args]
    small = os.path.join(work, "small.c")
    with open(small, "w") as file:
        file.write("#include <stdio.h>\nint main(void) { puts(\"small\"); }\n")
    compile_one = [cc, "-O2", "-c", small, "-o", os.path.join(work, "small.o")]
    link_one = [cc, os.path.join(work, "small.o"), "-o", os.path.join(work, "small")]
    subprocess.run(compile_one, check=True)

    print(f"{subprocess.check_output([behind(link)[0], '--version'], text=True).split('(')[0].strip()}, "
          f"{subprocess.check_output([behind(compile_one)[0], '--version'], text=True).splitlines()[0]}, "
          f"{os.cpu_count()} cores, {runs} pairs")
    header("alone")
    compare("link of the example, release", link, behind(link), runs, "1.10")
    unverified = {**os.environ, "LAMBDA_CC_VERIFY": "off"}
    compare("the same, verified or not", link, link, runs, "1.03", other_env=unverified)
    compare("one small C compile", compile_one, behind(compile_one), runs, "+3 ms")
    compare("link of one small object", link_one, behind(link_one), runs, "")
    checks, ours, clang = prepare_configure(work, prefix, rust)
    compare(f"jemalloc's configure, {checks} checks", ours, clang, max(3, runs // 5), "1.10")
    compare("start-up: -### against true", [cc, "-###", *compile_one[1:]], [shutil.which("true")], runs, "")


def bench_peers(work, prefix, rust, runs):
    peers = os.path.join(SOURCE, "build/peers/bin")
    if not os.path.exists(f"{peers}/cargo-zigbuild"):
        subprocess.run([sys.executable, "-m", "venv", os.path.dirname(peers)], check=True)
        subprocess.run([f"{peers}/pip", "--quiet", "install", *PEERS], check=True)

    cache = os.path.join(work, "zig-cache")
    os.environ.update(ZIG_GLOBAL_CACHE_DIR=cache, ZIG_LOCAL_CACHE_DIR=cache)

    # cargo-zigbuild leaves us the linker that CARGO_TARGET_…_LINKER names. Its own, a script, is also what it gives to cc-rs.
    cc = os.path.join(prefix, "bin", f"{GNU}-gcc")
    args, env = record_link(
        work, GNU, cc, "test/rust/Inputs/hello",
        [f"{peers}/cargo-zigbuild", "zigbuild", "--quiet", "--release", "--target", f"{GNU}.2.26"],
        {"CARGO": f"{rust}/self-contained/bin/cargo", "RUSTC": f"{rust}/self-contained/bin/rustc",
         "CARGO_ZIGBUILD_PYTHON_PATH": f"{peers}/python3", "CARGO_ZIGBUILD_CACHE_DIR": os.path.join(work, "zigbuild")})
    link, zig_link = [cc, *args], [env[f"CC_{GNU.replace('-', '_')}"], *args]

    source = os.path.join(work, "hello.cpp")
    build = ["-O2", source, "-o", os.path.join(work, "hello")]
    cxx, zig_cxx = [f"{cc[:-3]}g++", *build], [f"{peers}/python-zig", "c++", "-target", "x86_64-linux-gnu.2.26", *build]
    edits = itertools.count()

    def edit():
        """zig also keeps each object that it compiled: a source that it saw is not compiled again."""
        with open(source, "w") as file:
            file.write(f"#include <iostream>\nint main() {{ std::cout << \"hello {next(edits)}\\n\"; }}\n")

    def forget():
        shutil.rmtree(cache, ignore_errors=True)
        edit()

    few = min(3, runs)
    print(f"{', '.join(PEERS)}, {os.cpu_count()} cores, {runs} pairs, {few} with nothing cached, load {os.getloadavg()[0]:.1f} before")
    header("zig")
    compare("first link of Rust, nothing cached", link, zig_link, few, "", env=env, before=forget)
    compare("the same link again", link, zig_link, runs, "", env=env)
    compare("first C++ program, nothing cached", cxx, zig_cxx, few, "", before=forget)
    compare("the same after an edit", cxx, zig_cxx, runs, "", before=edit)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prefix", default=f"{SOURCE}/build/prefix", type=os.path.abspath)
    parser.add_argument("--rust", default=f"{SOURCE}/build/rust", type=os.path.abspath)
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--peers", action="store_true")
    args = parser.parse_args()
    cc = os.path.join(args.prefix, "bin", f"{TRIPLE}-gcc")
    if not os.path.exists(cc):
        sys.exit(f"bench.py: error: no tool '{cc}'\n>>> run sh cmake/quickstart.sh first")

    with tempfile.TemporaryDirectory() as work:
        bench = bench_peers if args.peers else bench_alone
        bench(work, args.prefix, args.rust, args.runs)


main()
