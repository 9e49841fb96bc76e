"""every_symbol.py --arch ARCH --ceiling C --lists GLIBC-2.31 GLIBC-2.41 --hidden HIDDEN.TSV [--real DIR] -- LINK...

LINK, a compiler with the libraries, links one source that refers to each name of glibc's lists. What it finds, and in which version, is
compared with a real glibc of that version in DIR, or else with the lists and the table of hidden names.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import dynsym

FOLDERS = {"x86_64": "x86_64/64", "aarch64": "aarch64"}
STEMS = ["libc", "libm", "libpthread", "libdl", "librt", "libutil", "libresolv", "libanl", "ld"]

# What libc_nonshared.a adds, so that it links at each ceiling. Some came to libc later, and then bind to a version of it.
STATIC = set("""stat fstat lstat fstatat stat64 fstat64 lstat64 fstatat64 mknod mknodat fcntl64 __libc_single_threaded
                atexit at_quick_exit pthread_atfork __stack_chk_fail_local""".split())


def number(version):
    return [int(part) for part in version.removeprefix("GLIBC_").split(".")]


def listed(tree, arch):
    """{(stem, name): [versions]}"""
    found = {}
    for stem in STEMS:
        path = pathlib.Path(tree, "sysdeps/unix/sysv/linux", FOLDERS[arch], f"{stem}.abilist")
        for line in path.read_text().splitlines():
            version, name, *_ = line.split()
            found.setdefault((stem, name), []).append(version)
    return found


def hidden_by_table(path, arch, ceiling):
    for line in pathlib.Path(path).read_text().splitlines():
        if not line.startswith("#"):
            library, which, since, _, names = line.split("\t")
            if which in ("both", arch) and number(since) <= ceiling:
                yield from ((library.split(".")[0].split("-")[0], name) for name in names.split())


def lists_at(options, ceiling):
    old, new = (listed(tree, options.arch) for tree in options.lists)
    if ceiling >= [2, 34]:
        return new
    for (stem, name), versions in new.items():
        if stem in ("libc", "libm"):
            old.setdefault((stem, name), []).extend(version for version in versions if number(version) > [2, 31])
    return old


def expected_by_lists(options, ceiling):
    """{name: version} of what links. What several libraries have is taken from libc."""
    hidden = set(hidden_by_table(options.hidden, options.arch, ceiling))
    found = {}
    for (stem, name), versions in sorted(lists_at(options, ceiling).items(), key=lambda row: row[0][0] == "libc"):
        fitting = [version for version in versions if number(version) <= ceiling]
        if fitting and (stem, name) not in hidden:
            found[name] = max(fitting, key=number)
    return found


def expected_by_real(folder, arch):
    return {export.name: export.version
            for exports in dynsym.glibc(folder, arch).values() for export in exports if export.default}


def linked(options, names):
    """({name: version} of what the output refers to, the names that the linker missed)"""
    with tempfile.TemporaryDirectory() as scratch:
        source, output = os.path.join(scratch, "all.s"), os.path.join(scratch, "all")
        pathlib.Path(source).write_text(".globl _start\n_start:\n.data\n" + "".join(f".quad {name}\n" for name in sorted(names)))
        linked = subprocess.run(options.link + [source, "-o", output], stderr=subprocess.PIPE, text=True)
        if not os.path.exists(output):
            sys.exit(f"the link made nothing:\n{linked.stderr}")
        symbols = subprocess.run([dynsym.READELF, "--dyn-syms", "--wide", output], check=True, stdout=subprocess.PIPE, text=True).stdout
    found = dict(re.findall(r" UND (\w+)@([\w.]+)", symbols))
    return found, set(re.findall(r"undefined symbol: (\w+)", linked.stderr))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--arch", required=True)
    parser.add_argument("--ceiling", required=True)
    parser.add_argument("--lists", required=True, nargs=2)
    parser.add_argument("--hidden", required=True)
    parser.add_argument("--real")
    parser.add_argument("link", nargs="+")
    options = parser.parse_args()

    ceiling = number(options.ceiling)
    names = {name for tree in options.lists for arch in FOLDERS for _, name in listed(tree, arch)} | STATIC
    real = options.real and f"{options.real}/{options.ceiling}/{options.arch}"
    if real and os.path.exists(f"{real}/libc.so.6"):
        judge, expected = "a real glibc", expected_by_real(real, options.arch)
    else:
        judge, expected = "glibc's lists", expected_by_lists(options, ceiling)
    expected = {name: version for name, version in expected.items() if name in names}

    found, missed = linked(options, names)
    differences = [f"{name}: expected {expected.get(name)}, found {found.get(name)}"
                   for name in names - STATIC if expected.get(name) != found.get(name)]
    differences += [f"{name}: links without a version" for name in names - STATIC if name not in found and name not in missed]
    differences += [f"{name}: does not link" for name in STATIC & missed]
    differences += [f"{name}: expected {expected[name]} of libc" for name in STATIC if name in expected and name not in found]
    print("\n".join(sorted(differences)) or f"{options.ceiling}: {len(found)} of {len(names)} names link, judged by {judge}")
    return bool(differences)


sys.exit(main())
