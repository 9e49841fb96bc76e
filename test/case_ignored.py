"""Runs a command with a file system that ignores case, as those of macOS and Windows do, in FOLDER.

case_ignored.py KIND FOLDER COMMAND...: FOLDER is removed at the end. KIND is exfat, which has no links, or ntfs, which has them.
case_ignored.py KIND --can: whether this machine can mount one, by the exit status. It needs root, FUSE, a loop device, and
Debian's exfat-fuse and exfatprogs, or ntfs-3g.
"""

import os
import subprocess
import sys
import tempfile

MEBIBYTES = 1500
KINDS = {
    "exfat": (["mkfs.exfat", "-c", "4K"], ["mount.exfat-fuse"]),
    "ntfs": (["mkfs.ntfs", "--quick", "--force", "--quiet"], ["lowntfs-3g", "-o", "ignore_case"]),
}


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise OSError(f"{command[0]}: {(done.stderr + done.stdout).strip()}")
    return done.stdout.strip()


def with_mounted(kind, folder, command):
    make, mount = KINDS[kind]
    os.makedirs(folder)
    with tempfile.NamedTemporaryFile() as disk:
        os.truncate(disk.name, MEBIBYTES << 20)
        run(*make, disk.name)
        loop = run("losetup", "--find", "--show", disk.name)
        try:
            run(*mount, loop, folder)
            try:
                return subprocess.run(command).returncode
            finally:
                run("umount", folder)
        finally:
            run("losetup", "--detach", loop)
            os.rmdir(folder)


if __name__ == "__main__":
    if sys.argv[2] != "--can":
        sys.exit(with_mounted(sys.argv[1], sys.argv[2], sys.argv[3:]))
    try:
        with tempfile.TemporaryDirectory() as parent:
            sys.exit(with_mounted(sys.argv[1], os.path.join(parent, "mounted"), ["true"]))
    except OSError:
        sys.exit(1)
