#!/usr/bin/env python3
"""musl_host.py --root FOLDER --musl FOLDER --zig FOLDER --prefix FOLDER --rust FOLDER [--in-root] COMMAND...

Runs COMMAND, mostly cargo, as on a host with musl, such as Alpine. There is no Rust for one in any registry. So cargo and rustc are this
machine's, and a rustc before them reports the triple of musl for the host's. Each cc and ar that they run, runs in --root instead. That
has musl's loader, a static busybox and zig, and no glibc: a program for this machine doesn't start there. With --in-root COMMAND runs there, too.

    /host/cc                    the host's own compiler: zig's clang, for programs with musl's loader. It writes its arguments to $LOG
    /host/include/own-header.h  what only the host's compiler finds
    /bin/sh                     a program of that compiler: its loader shows lambda-cc which libc the host has

PATH is that of an image with the drop-in folder first. The folders that a link reads are there under their own paths. rustc loads procedural
macros into itself. So after it has linked one for musl, which stays as libNAME-HASH.so.musl, it makes the one that it loads with this machine's cc.
"""

import argparse
import os
import shlex
import shutil
import subprocess
import sys

TRIPLE = "x86_64-unknown-linux-musl"

CC = """#!/bin/busybox sh
echo "cc: $*" >>"${LOG:-/dev/null}"
exec /zig/zig clang --target=x86_64-linux-musl --sysroot=/host --ld-path=/host/lib/ld.lld -B/host/crt -L/host/lib -L/host/crt \\
  -isystem /host/include -Wno-unused-command-line-argument "$@"
"""
LLD = '#!/bin/busybox sh\nexec /zig/zig ld.lld "$@"\n'

SHELL = """
int execv(const char *, char *const *);
int main(int argc, char **argv) { return argv[0] = "sh", execv("/bin/busybox", argv); }
"""

# `chroot` leaves the folder. PATH keeps what rustc puts first: a folder of its own host's.
IN_ROOT = """#!/bin/sh
rust=$(printf %s "$PATH" | tr : '\\n' | grep -m 1 /lib/rustlib/ | sed 's,rustlib/x86_64-unknown-linux-gnu,rustlib/{triple},; s,$,:,')
exec chroot {root} /bin/busybox env PATH="$rust{path}" TMPDIR=/tmp /bin/busybox sh -c 'cd "$0" && exec "$@"' "$PWD" {name} "$@"
"""

RUSTC = """#!/bin/sh
set -eu
case " $* " in
  *" -vV "*) {rustc} "$@" | sed 's/^host: .*/host: {triple}/' ;;
  *" --target "*) exec {rustc} "$@" ;;
  *" --crate-type proc-macro "*" --out-dir "*)
    {rustc} --target {triple} "$@"
    name=$(printf '%s\\n' "$@" | sed -n 's/^extra-filename=//p') folder=$(printf '%s\\n' "$@" | sed -n '/^--out-dir$/{{n;p}}')
    for made in "$folder"/lib*"$name.so"; do cp "$made" "$made.musl"; done
    exec {rustc} -C linker=/usr/bin/cc "$@" ;;
  *) exec {rustc} --target {triple} "$@" ;;
esac
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
    os.chmod(path, 0o755)


def lay_out(root, args):
    for name, to in [("ld-musl-x86_64.so.1", "lib"), ("busybox", "bin")]:
        os.makedirs(f"{root}/{to}")
        shutil.copy(f"{args.musl}/{name}", f"{root}/{to}")
    # musl's loader is its libc.so. Its unwinder is rustc's, in place of GCC's libgcc_s.
    os.makedirs(f"{root}/host/lib")
    shutil.copy(f"{args.musl}/ld-musl-x86_64.so.1", f"{root}/host/lib/libc.so")
    write(f"{root}/host/lib/libgcc_s.so", "INPUT(-lunwind)\n")
    write(f"{root}/host/lib/libgcc.a", "!<arch>\n")
    write(f"{root}/host/cc", CC)
    write(f"{root}/host/lib/ld.lld", LLD)
    write(f"{root}/host/include/own-header.h", "#define FROM_HOST 7\n")
    for folder in ["host/crt", "zig", "proc", "dev", "tmp"]:
        os.makedirs(f"{root}/{folder}")


def main():
    parser = argparse.ArgumentParser()
    for name in ["root", "musl", "zig", "prefix", "rust"]:
        parser.add_argument(f"--{name}", required=True, type=os.path.abspath)
    parser.add_argument("--in-root", action="store_true")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    args = parser.parse_args()
    root, work = args.root, os.path.dirname(args.root)
    rust = os.path.realpath(f"{args.rust}/self-contained")
    is_new = not os.path.exists(root)
    if is_new:
        lay_out(root, args)
    path = f"{args.prefix}/libexec/lambda-cc/drop-in:/host:/zig:/bin"
    outside = f"{work}/outside"
    quoted = {"root": shlex.quote(root), "path": path, "triple": TRIPLE, "rustc": shlex.quote(f"{rust}/bin/rustc")}
    for name in ["cc", "ar"]:
        tool = shlex.quote(f"{args.prefix}/libexec/lambda-cc/drop-in/{name}")  # busybox would run its own ar
        write(f"{outside}/{name}", IN_ROOT.format(name=tool, **quoted))
    write(f"{outside}/in-root", IN_ROOT.format(name="", **quoted))
    write(f"{outside}/rustc", RUSTC.format(**quoted))
    if not os.path.exists(f"{outside}/cargo"):
        os.symlink(f"{rust}/bin/cargo", f"{outside}/cargo")

    mounts = [(args.zig, "/zig"), (f"{rust}/lib/rustlib/{TRIPLE}/lib/self-contained", "/host/crt"), ("/proc", "/proc"), ("/dev", "/dev")]
    for folder in [work, args.prefix, rust, *(os.path.realpath(f"{args.prefix}/share/lambda-cc/{part}") for part in ["sysroots", "libraries"])]:
        mounts.append((folder, folder))
    script = ""
    for folder, inside in mounts:
        if os.path.isdir(folder):
            os.makedirs(root + inside, exist_ok=True)
            script += shlex.join(["mount", "--rbind", folder, root + inside]) + "\n"
    if is_new:
        write(f"{root}/tmp/sh.c", SHELL)
        script += shlex.join([f"{outside}/in-root", "/host/cc", "/tmp/sh.c", "-o", "/bin/sh"]) + "\n"
    command = [f"{outside}/in-root", *args.command] if args.in_root else args.command
    script += "exec " + shlex.join(command) + "\n"
    environment = {**os.environ, "PATH": f"{outside}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "RUSTC": f"{outside}/rustc"}
    # The mounts are in a namespace of their own, and end with the command.
    sys.exit(subprocess.call(["unshare", "-rm", "sh", "-euc", script], env=environment))


main()
