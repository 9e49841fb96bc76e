#!/usr/bin/env python3
"""world.py --root FOLDER --fake FOLDER --tool FILE [--add FILE]... [--without PATH]... COMMAND...: runs COMMAND in a root that is laid out as a Mac.

FILE of --tool is lambda-cc with a Mac's facts (test/CMakeLists.txt), and --fake an installation with empty sysroots. It is in /opt/lambda-cc.
All other programs only record how they are called, a line each in FOLDER/ran:

    /usr/bin                             shims of Apple, which run the same name of the Command Line Tools. Without these they open a dialog
    /Library/Developer/CommandLineTools  Apple's clang, ld, ar and others, and an SDK
    --add FILE                           another program, such as /opt/homebrew/opt/llvm/bin/clang
    --without PATH                       what this Mac lacks, such as /Library/Developer/CommandLineTools

PATH is that of a new Mac with Homebrew and rustup, with our drop-in folder first. HOME is /Users/me.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys

CLT = "/Library/Developer/CommandLineTools"
# `xcrun --find` finds them there.
TOOLS = ["clang", "clang++", "cc", "c++", "gcc", "g++", "ld", "ar", "ranlib", "strip", "nm", "libtool", "as"]
PATH = ":".join(["/opt/lambda-cc/libexec/lambda-cc/drop-in", "/opt/lambda-cc/bin", "/Users/me/.cargo/bin", "/opt/homebrew/bin", "/usr/local/bin",
                 "/usr/bin", "/bin", "/usr/sbin", "/sbin"])

RECORDED = """#!/bin/sh
printf '%s' "$0" >>/ran
for arg; do printf ' %s' "$arg" >>/ran; done
for name in SDKROOT MACOSX_DEPLOYMENT_TARGET DEVELOPER_DIR CPATH LIBRARY_PATH; do
  eval "[ -z \\"\\${$name+set}\\" ] || printf ' [%s=%s]' $name \\"\\$$name\\" >>/ran"
done
echo >>/ran
"""
CLANG = RECORDED + """case " $* " in *" --version "*) echo "Apple clang version 17.0.0 (clang-1700.0.13.5)" ;; esac
"""
SHIM = f"""#!/bin/sh
[ -e {CLT}/usr/bin/NAME ] || {{ echo "$0 opened a dialog" >>/ran; exit 1; }}
exec {CLT}/usr/bin/NAME "$@"
"""
XCODE_SELECT = f"""#!/bin/sh
[ -d {CLT} ] || {{ echo "xcode-select: error: unable to get active developer directory" >&2; exit 2; }}
echo {CLT}
"""


def write(path, text="", mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def copy_program(root, program, to):
    """With the libraries that it is linked to."""
    os.makedirs(os.path.dirname(root + to), exist_ok=True)
    shutil.copy(program, root + to)
    listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=False).stdout
    for library in re.findall(r"(/\S+) \(0x", listed):
        os.makedirs(root + os.path.dirname(library), exist_ok=True)
        shutil.copy(library, root + library)


def lay_out(root, args):
    copy_program(root, os.path.realpath("/bin/sh"), "/bin/sh")
    shutil.copytree(args.fake, f"{root}/opt/lambda-cc", symlinks=True, ignore=lambda folder, names: ["llvm"] if folder == args.fake else [])
    copy_program(root, args.tool, "/opt/lambda-cc/bin/lambda-cc")
    for name in TOOLS:
        write(f"{root}/usr/bin/{name}", SHIM.replace("NAME", name), 0o755)
        write(f"{root}{CLT}/usr/bin/{name}", CLANG if name in ("clang", "cc") else RECORDED, 0o755)
    write(f"{root}/usr/bin/xcode-select", XCODE_SELECT, 0o755)
    write(f"{root}{CLT}/usr/lib/clang/17/include/stddef.h")
    write(f"{root}{CLT}/SDKs/MacOSX.sdk/usr/include/stdio.h", "#error of macOS\n")
    for program in args.add:
        write(root + program, RECORDED, 0o755)
    for path in args.without:
        if os.path.isdir(root + path):
            shutil.rmtree(root + path)
        else:
            os.remove(root + path)
    for folder in ["proc", "dev", "tmp", "Users/me/project"]:
        os.makedirs(f"{root}/{folder}")
    write(f"{root}/ran")


def main():
    parser = argparse.ArgumentParser()
    for name in ["root", "fake", "tool"]:
        parser.add_argument(f"--{name}", required=True, type=os.path.abspath)
    for name in ["add", "without"]:
        parser.add_argument(f"--{name}", action="append", default=[])
    parser.add_argument("command", nargs=argparse.REMAINDER)
    args = parser.parse_args()
    root = args.root
    if not os.path.exists(root):
        lay_out(root, args)
    script = "".join(shlex.join(["mount", "--rbind", f"/{folder}", f"{root}/{folder}"]) + "\n" for folder in ["proc", "dev"])
    script += 'root=$1; shift; exec chroot "$root" /bin/sh -c \'cd "$HOME/project" && exec "$@"\' sh "$@"'
    environment = {"PATH": PATH, "HOME": "/Users/me", "TMPDIR": "/tmp", "LANG": "en_US.UTF-8"}
    environment.update({name: value for name, value in os.environ.items() if name == "ASAN_OPTIONS"})
    inside = ["env", "-i", *(f"{name}={value}" for name, value in environment.items()), shutil.which("sh"), "-euc", script, "sh", root, *args.command]
    # The mounts are in a namespace of their own, and end with the command.
    sys.exit(subprocess.call(["unshare", "-rm", *inside]))


if __name__ == "__main__":
    main()
