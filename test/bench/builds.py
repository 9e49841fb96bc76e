"""Whole builds: clean builds by cargo, and a configure script."""

import json
import os
import shutil
import subprocess
import tempfile

from links import SOURCE, counter
from measure import Command, warn
from peers import MUSL, behind

# The programs: the project's folder, the program, and cargo's arguments for that program alone. Each project calls C in another way.
PROGRAMS = {
    "ring": ("test/crates", "ring-017", ["--package", "ring-017@0.0.0"]),  # many small files of C and assembly, by cc-rs
    "libffi": ("test/slow/Inputs/libffi", "libffi", []),  # a configure script and make; jemalloc's would take minutes in each of eight builds
    "the example": ("test/example", "fetch-page", []),    # ring 0.16 among a hundred crates of Rust
}


def clean_build(tools, name, side, cache=""):
    """A clean `cargo build --release`, or cargo-zigbuild's. `cache`: "cold" also removes zig's libc, "ccache" sets LAMBDA_CC_CACHE for our tools."""
    folder, made, arguments = PROGRAMS[name]
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

    return Command([*command, *["build"] * (side == "ours"), "--locked", "--offline", "--release", "--target", MUSL, *arguments],
                   {**env, "CARGO_TARGET_DIR": f"{copy}/target", "CARGO_PROFILE_RELEASE_STRIP": "symbols"}, copy, forget,
                   f"{copy}/target/{MUSL}/release/{made}")


def cold_builds(tools, name):
    return clean_build(tools, name, "ours"), clean_build(tools, name, "zigbuild", "cold")


def warm_builds(tools, name):
    """Both sides have built it once before: zig keeps each object that it compiled, and ccache keeps ours."""
    return clean_build(tools, name, "ours", "ccache"), clean_build(tools, name, "zigbuild")


def programs_of_builds(tools, name):
    """The stripped programs of the clean builds, which are built now if they are missing."""
    commands = []
    for side in "ours", "zigbuild":
        build = clean_build(tools, name, side)
        if not os.path.exists(build.output):
            build.before()
            build.run()
        commands.append(Command(["true"], output=build.output))
    return commands


#===- configure ----------------------------------------------------------------===#

def crate(tools, project, name):
    """The folder of a crate's source, which cargo downloads for `project`."""
    cargo, env = tools.cargo()
    metadata = subprocess.check_output([*cargo, "metadata", "--quiet", "--locked", "--format-version=1", "--manifest-path",
                                        os.path.join(SOURCE, project, "Cargo.toml")], env={**os.environ, **env}, text=True)
    return next(os.path.dirname(package["manifest_path"]) for package in json.loads(metadata)["packages"] if package["name"] == name)


def jemallocs_source(tools):
    """jemalloc's source with its configure script, from the crate."""
    source = os.path.join(tools.work, "jemalloc")
    if os.path.exists(source):
        return source
    found = crate(tools, "test/slow/Inputs/jemalloc", "tikv-jemalloc-sys")
    shutil.copytree(os.path.join(found, "jemalloc"), source)
    shutil.copy(os.path.join(found, "configure", "configure"), source)
    return source


def configure(tools, name, cc):
    """jemalloc's configure with CC=`cc`. Each run has another -D, so that no cache has its programs."""
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
    """The lines "checking …" of a configure script."""
    command.before()
    log = subprocess.run(command.argv, env={**os.environ, **command.env}, cwd=command.cwd, check=True, stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return [line.replace(cc, "CC") for line in log.splitlines() if line.startswith("checking ")]


def configures(tools, peer, env=None):
    """jemalloc's configure on both sides. Warns if the answers differ, because then the work does, too. The peer "clang" is the one that our tool
    runs, or would run with the variables `env`."""
    program, first, *_ = behind(Command([tools.ours(), "-c", "a.c"], env or {})).argv
    clang = program
    if first == "clang":  # one executable, or zig: it has no ld.lld beside it
        folder = tempfile.mkdtemp(dir=tools.work)
        with open(f"{folder}/ld.lld", "w") as script:
            script.write(f'#!/bin/sh\nexec {program} ld.lld "$@"\n')
        os.chmod(f"{folder}/ld.lld", 0o755)
        clang = f"{program} clang -B{folder}"
    sysroot = os.path.join(tools.prefix, "share/lambda-cc/sysroots", MUSL)
    cc = {
        "lambda-cc": tools.ours(),
        "clang": f"{clang} --target={MUSL} --sysroot={sysroot} -fuse-ld=lld -static-pie -Wno-unused-command-line-argument",
        "cargo-zigbuild": peer == "cargo-zigbuild" and tools.zigcc(MUSL),
    }
    ours, theirs = (configure(tools, name, cc[name]) for name in ("lambda-cc", peer))
    checks = [answers(command, cc[name]) for command, name in ((ours, "lambda-cc"), (theirs, peer))]
    differ = [pair for pair in zip(*checks) if pair[0] != pair[1]]
    if differ or len(checks[0]) != len(checks[1]):
        warn(f"of {len(checks[0])} checks of configure, {len(differ)} have other answers with {peer}, such as: {' / '.join(differ[0]) if differ else ''}")
    return ours, theirs
