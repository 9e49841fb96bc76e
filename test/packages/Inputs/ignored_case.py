"""ignored_case.py PACKAGE FOLDER TOOL: unpacks PACKAGE in FOLDER, a file system that ignores case, as people on that host do, and builds from it.

TOOL is this machine's lambda-cc, by the names of four compilers in the package's bin. It finds the sysroots and libraries of the package.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import zipfile

C = """
#include <linux/netfilter/xt_MARK.h>
#include <linux/netfilter/xt_mark.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <zlib.h>
static void *half(void *value) { return *(double *)value = sqrt(*(double *)value), NULL; }
int main(void) {
  double value = 1764;
  pthread_t thread;
  if (pthread_create(&thread, NULL, half, &value) || pthread_join(thread, NULL)) return 1;
  printf("%d %d\\n", (int)value, zlibVersion()[0] - '0');
}
"""
CXX = """
#include <iostream>
#include <stdexcept>
#include <vector>
int main() {
  try { std::cout << std::vector<int>{1}.at(7) << "\\n"; } catch (const std::out_of_range &) { std::cout << "caught 7\\n"; }
}
"""


def unpack(package, folder):
    """Returns the prefix, and the names that the package has."""
    if package.suffix == ".xz":
        with tarfile.open(package) as file:
            names = [member.name for member in file if not member.isdir()]
            file.extractall(folder)
        return folder / names[0].split("/")[0], names
    with zipfile.ZipFile(package) as file:
        names = [name for name in file.namelist() if not name.endswith("/")]
        file.extractall(folder)
    if package.suffix == ".zip":
        return folder / names[0].split("/")[0], names
    # pip does this with a wheel.
    data = next(folder.glob("*.data"))
    shutil.move(data / "scripts", data / "data" / "bin")
    return data / "data", names


def output_of(program, arch, libc):
    """What it prints. For arm64's glibc, which is not here: the machine of the file."""
    if arch == "aarch64" and libc == "gnu":
        return program.read_bytes()[18]
    emulator = ["qemu-aarch64-static"] if arch == "aarch64" else []
    return subprocess.run([*emulator, program.absolute()], check=True, capture_output=True, text=True, timeout=60).stdout.strip()


def main():
    package, folder, tool = map(pathlib.Path, sys.argv[1:])
    prefix, names = unpack(package, folder)
    files = sum(path.is_symlink() or path.is_file() for path in folder.rglob("*"))
    twins = len(names) - len({name.lower() for name in names})
    assert files == len(names) - twins, f"{files} files of {len(names)} names"
    pathlib.Path("one.c").write_text(C, encoding="utf-8")
    pathlib.Path("two.cpp").write_text(CXX, encoding="utf-8")
    for arch, libc in [("x86_64", "musl"), ("aarch64", "musl"), ("x86_64", "gnu"), ("aarch64", "gnu")]:
        triple = f"{arch}-unknown-linux-{libc}"
        for role in ["gcc", "g++", *(["2_26-ld", "2_26-as"] if libc == "gnu" else ["ld", "as"])]: # clang runs ld and as
            name = prefix / "bin" / f"{triple}-{role}"
            name.unlink(missing_ok=True)
            shutil.copy(tool, name)
        subprocess.run([prefix / "bin" / f"{triple}-gcc", "one.c", "-o", "c", "-lm", "-lpthread", "-ldl", "-lz"], check=True)
        subprocess.run([prefix / "bin" / f"{triple}-g++", "two.cpp", "-o", "cpp", "-static-libstdc++"], check=True)
        print(triple, *[output_of(pathlib.Path(kind), arch, libc) for kind in ["c", "cpp"]], flush=True)
    links = sum(path.is_symlink() for path in (prefix / "share").rglob("*"))
    print(links, "links in share,", twins, "names once")


if __name__ == "__main__":
    main()
