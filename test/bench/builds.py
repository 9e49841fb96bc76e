"""Whole builds: cargo's, from nothing, and a configure script."""

import json
import os
import shutil
import subprocess

from links import SOURCE, counter
from measure import Command, warn
from peers import MUSL, behind

# What is built: the project, the program, and what cargo must be told to build that alone. Each calls C in another way.
PROGRAMS = {
    "ring": ("test/crates", "ring-017", ["--package", "ring-017@0.0.0"]),  # many small files, C and assembly, by cc-rs
    "libffi": ("test/slow/Inputs/libffi", "libffi", []),  # a configure script and make; jemalloc's takes minutes for each of eight builds
    "the example": ("test/example", "fetch-page", []),    # ring 0.16 among a hundred crates of Rust
}


def clean_build(tools, name, side, cache=""):
    """`cargo build --release`, or cargo-zigbuild's, of a project that nothing was built of. "cold": zig has no libc either. "ccache": for us."""
    folder, made, words = PROGRAMS[name]
    copy = os.path.join(tools.work, f"build-{made}-{side}")
    if not os.path.exists(copy):
        shutil.copytree(os.path.join(SOURCE, folder), copy, ignore=shutil.ignore_patterns("target"))
        fetch, env = tools.cargo()
        Command([*fetch, "fetch", "--locked", "--target", MUSL], env, copy).run()
    command, env = tools.zigbuild() if side == "zigbuild" else tools.cargo()
    if cache == "ccache":
        env = {**env, **tools.ccache()}

    def forget():
        shutil.rmtree(f"{copy}/target", ignore_errors=True)
        if cache == "cold":
            tools.forget()

    return Command([*command, *["build"] * (side == "ours"), "--locked", "--offline", "--release", "--target", MUSL, *words],
                   {**env, "CARGO_TARGET_DIR": f"{copy}/target", "CARGO_PROFILE_RELEASE_STRIP": "symbols"}, copy, forget,
                   f"{copy}/target/{MUSL}/release/{made}")


def cold_builds(tools, name):
    return clean_build(tools, name, "ours"), clean_build(tools, name, "zigbuild", "cold")


def warm_builds(tools, name):
    """Both have built it once before: zig keeps each object that it compiled, as ccache does for us."""
    return clean_build(tools, name, "ours", "ccache"), clean_build(tools, name, "zigbuild")


def programs_of_builds(tools, name):
    """The programs that the clean builds left, stripped. Where none ran, they are built now."""
    commands = []
    for side in "ours", "zigbuild":
        build = clean_build(tools, name, side)
        if not os.path.exists(build.output):
            build.before()
            build.run()
        commands.append(Command(["true"], output=build.output))
    return commands


#===- configure ----------------------------------------------------------------===#

def jemallocs_source(tools):
    """jemalloc's source with its configure, as the crate has them."""
    source = os.path.join(tools.work, "jemalloc")
    if os.path.exists(source):
        return source
    cargo, env = tools.cargo()
    metadata = subprocess.check_output([*cargo, "metadata", "--quiet", "--locked", "--format-version=1", "--manifest-path",
                                        os.path.join(SOURCE, "test/slow/Inputs/jemalloc/Cargo.toml")], env={**os.environ, **env}, text=True)
    crate = next(os.path.dirname(package["manifest_path"]) for package in json.loads(metadata)["packages"]
                 if package["name"] == "tikv-jemalloc-sys")
    shutil.copytree(os.path.join(crate, "jemalloc"), source)
    shutil.copy(os.path.join(crate, "configure", "configure"), source)
    return source


def configure(tools, name, cc):
    """jemalloc's configure with CC=`cc`. Each run has another -D, so that no cache knows its programs."""
    source, folder = jemallocs_source(tools), os.path.join(tools.work, f"configure-{name}")
    os.makedirs(folder, exist_ok=True)
    site = os.path.join(folder, "site")

    def before():
        with open(site, "w") as file:
            file.write(f"CPPFLAGS=-DRUN={next(counter)}\n")

    return Command(["sh", os.path.join(source, "configure"), f"--host={MUSL}", f"--build={os.uname().machine}-unknown-linux-gnu", f"CC={cc}",
                    "--disable-cxx", "--enable-doc=no", "--enable-shared=no", "--with-version=5.3.1-0-g0", "--with-jemalloc-prefix=je_"],
                   {**tools.zig_env(), "CONFIG_SITE": site}, folder, before)


def answers(command, cc):
    command.before()
    log = subprocess.run(command.argv, env={**os.environ, **command.env}, cwd=command.cwd, check=True, stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return [line.replace(cc, "CC") for line in log.splitlines() if line.startswith("checking ")]


def configures(tools, peer):
    """Both sides must get the same answers, or they don't do the same work."""
    clang = behind(Command([tools.ours(), "-c", "a.c"])).argv
    clang = " ".join(clang[:2] if clang[1] == "clang" else clang[:1])
    sysroot = os.path.join(tools.prefix, "share/lambda-cc/sysroots", MUSL)
    cc = {
        "lambda-cc": tools.ours(),
        "clang": f"{clang} --target={MUSL} --sysroot={sysroot} -fuse-ld=lld -static-pie -Wno-unused-command-line-argument",
        "cargo-zigbuild": peer == "cargo-zigbuild" and tools.zigcc(MUSL),
    }
    ours, theirs = (configure(tools, name, cc[name]) for name in ("lambda-cc", peer))
    said = [answers(command, cc[name]) for command, name in ((ours, "lambda-cc"), (theirs, peer))]
    differ = [pair for pair in zip(*said) if pair[0] != pair[1]]
    if differ or len(said[0]) != len(said[1]):
        warn(f"of {len(said[0])} checks of configure, {len(differ)} have other answers by {peer}, such as: {' / '.join(differ[0]) if differ else ''}")
    return ours, theirs
