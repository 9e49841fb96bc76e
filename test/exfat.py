"""Runs a command with an exfat file system, which ignores case and has no links, in FOLDER.

exfat.py FOLDER COMMAND...: FOLDER is removed at the end. exfat.py --can: whether this machine can mount one, by the exit status.
It needs root, FUSE, a loop device, and Debian's exfat-fuse and exfatprogs.
"""

import os
import subprocess
import sys
import tempfile

MEBIBYTES = 900


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise OSError(f"{command[0]}: {(done.stderr + done.stdout).strip()}")
    return done.stdout.strip()


def with_exfat(folder, command):
    os.makedirs(folder)
    with tempfile.NamedTemporaryFile() as disk:
        os.truncate(disk.name, MEBIBYTES << 20)
        run("mkfs.exfat", "-c", "4K", disk.name)
        loop = run("losetup", "--find", "--show", disk.name)
        try:
            run("mount.exfat-fuse", loop, folder)
            try:
                return subprocess.run(command).returncode
            finally:
                run("umount", folder)
        finally:
            run("losetup", "--detach", loop)
            os.rmdir(folder)


if __name__ == "__main__":
    if sys.argv[1] != "--can":
        sys.exit(with_exfat(sys.argv[1], sys.argv[2:]))
    try:
        with tempfile.TemporaryDirectory() as parent:
            sys.exit(with_exfat(os.path.join(parent, "exfat"), ["true"]))
    except OSError:
        sys.exit(1)
