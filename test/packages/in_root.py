#!/usr/bin/env python3
"""in_root.py --root FOLDER --state FOLDER [--offline] [--bind FROM=TO]... [--protect FOLDER]... [--env NAME=VALUE]... -- COMMAND...

Runs COMMAND in a root of roots.sh. The root does not change: new files go into the --state folder, and the next call with the same state
has them, too. FROM, a file or a folder of this machine, is TO in the root, and read-only. A FOLDER of the root is read-only with --protect.
--offline takes the network away.
"""

import argparse
import os
import shlex
import subprocess
import sys

HOUR = "3600"
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"  # this machine's, because its network may have a certificate authority of its own
VARIABLES = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8",
             "DEBIAN_FRONTEND": "noninteractive", "PIP_CERT": CERTIFICATES, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", required=True)
    parser.add_argument("--state", required=True)
    parser.add_argument("--offline", action="store_true")
    parser.add_argument("--bind", action="append", default=[])
    parser.add_argument("--protect", action="append", default=[])
    parser.add_argument("--env", action="append", default=[])
    parser.add_argument("command", nargs="+")
    args = parser.parse_args()

    root, upper, work = (os.path.join(os.path.abspath(args.state), name) for name in ("root", "upper", "work"))
    for folder in (root, upper, work):
        os.makedirs(folder, exist_ok=True)
    mounts = [["mount", "-t", "overlay", "overlay", "-o", f"lowerdir={os.path.abspath(args.root)},upperdir={upper},workdir={work}", root],
              ["mount", "-t", "proc", "proc", f"{root}/proc"],
              ["mount", "--rbind", "/dev", f"{root}/dev"]]
    for bind in [f"{CERTIFICATES}={CERTIFICATES}", *args.bind, *(f"{root}{folder}={folder}" for folder in args.protect)]:
        source, _, inside = bind.partition("=")
        inside = root + inside
        if os.path.isdir(source):
            mounts += [["mkdir", "-p", inside]]
        else:
            mounts += [["mkdir", "-p", os.path.dirname(inside)], ["touch", inside]]
        mounts += [["mount", "--bind", source, inside], ["mount", "-o", "remount,ro,bind", inside]]
    variables = [f"{name}={value}" for name, value in VARIABLES.items()] + args.env
    inside = ["timeout", HOUR, "chroot", root, "env", "-i", *variables, *args.command]
    script = "\n".join(map(shlex.join, mounts)) + "\nexec " + shlex.join(inside)
    # The mounts are in a namespace of their own, and end with the command.
    apart = ["unshare", "--mount", "--propagation", "private"] + (["--net"] if args.offline else [])
    sys.exit(subprocess.call([*apart, "sh", "-euc", script]))


main()
