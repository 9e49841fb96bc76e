#!/usr/bin/env python3
"""Makes stub libraries for glibc's shared libraries: names and versions, for links against an old glibc, and no code.

    stubs.py --arch ARCH --old GLIBC-2.31 --new GLIBC-2.41 --clang CLANG --lld LD.LLD --output DIR [--ceiling 2.26]...

A ceiling is the newest glibc that a program may need; each has a folder, DIR/2.17 to DIR/2.41. For its own tests glibc has lists of
the symbols of its libraries, each with the version that it came with. So the lists of a newer glibc show the symbols of an older one.
In 2.34 libpthread, libdl, librt, libutil and libanl moved into libc, and the lists no longer show the former library. So the lists of
2.31 are used up to 2.33, and those of 2.41 from 2.34 on.

The tables beside this file have the facts that are not in the lists: hidden.tsv, aliases.tsv, weak.tsv, and libgcc_s.tsv, which is GCC's.
"""

import argparse
import collections
import concurrent.futures
import functools
import os
import pathlib
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CEILINGS = [(2, minor) for minor in range(17, 42)]
FIRST_MERGED = (2, 34)

ABILISTS = {"x86_64": "sysdeps/unix/sysv/linux/x86_64/64", "aarch64": "sysdeps/unix/sysv/linux/aarch64"}
EMULATIONS = {"x86_64": "elf_x86_64", "aarch64": "aarch64linux"}
LOADERS = {"x86_64": "ld-linux-x86-64.so.2", "aarch64": "ld-linux-aarch64.so.1"}

# libc is first. A symbol of libc is left out of the other libraries; another version of it is there, but never the default.
# Rust's shared std was linked with librt of 2.17, and needs clock_gettime@GLIBC_2.2.5.
LIBRARIES = ["libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1", "libresolv.so.2", "libanl.so.1"]
MERGED = ["libpthread", "libdl", "librt", "libutil", "libanl"]

# These were in librt, and in libc as GLIBC_2.17. 2.31 moved the old version to libc, too. Only x86_64 has the old version.
CLOCKS = {"clock_getcpuclockid", "clock_getres", "clock_gettime", "clock_nanosleep", "clock_settime"}

# size is None for a function. default: the version for a link that does not name one.
Symbol = collections.namedtuple("Symbol", "name version size default weak")


def number(version):
    """GLIBC_2.2.5 or 2.2.5 as (2, 2, 5), to compare versions: as text 2.10 is less than 2.2."""
    return tuple(int(part) for part in version.split("_")[-1].split("."))


def dotted(ceiling):
    return ".".join(map(str, ceiling))


def table(name, *columns):
    """The rows of a table for this arch. The last column is a list of names."""
    for line in (HERE / name).read_text().splitlines():
        if not line.startswith("#"):
            row = dict(zip(columns, line.split("\t")))
            row["names"] = row["names"].split(" ")
            yield row


class Facts:
    """The rows of the tables for one arch."""

    def __init__(self, arch):
        def ours(row):
            return row["arch"] in (arch, "both")

        self.arch = arch
        self.hidden_since = {
            (row["library"], name): number(row["since"])
            for row in table("hidden.tsv", "library", "arch", "since", "read", "names") if ours(row)
            for name in row["names"]}
        self.weak_at = {
            (row["library"], name): row["at"].split(",")
            for row in table("weak.tsv", "library", "arch", "at", "names") if ours(row)
            for name in row["names"]}
        self.aliases = {
            (row["library"], name): (row["names"][0], row["versions"])
            for row in table("aliases.tsv", "library", "arch", "versions", "names") if ours(row)
            for name in row["names"]}
        self.libgcc_s = [
            (name, row["version"], None if row["size"] == "-" else int(row["size"]))
            for row in table("libgcc_s.tsv", "arch", "version", "size", "names") if ours(row)
            for name in row["names"]]

    def hidden(self, library, name, ceiling):
        return self.hidden_since.get((library, name), (9,)) <= ceiling

    def place(self, library, name, version):
        """Equal for symbols with the same address."""
        first, versions = self.aliases.get((library, name), (name, "each"))
        return first, version if versions == "each" else "all"

    def weak(self, library, name, ceiling):
        """The table is of four glibcs. Before 2.31 the one of 2.17 is used, before 2.34, which moved most symbols, the one of 2.31."""
        since = {(2, 31): "2.31", FIRST_MERGED: "2.36", (2, 41): "2.41"}
        measured = next((name for first, name in reversed(since.items()) if ceiling >= first), "2.17")
        return measured in self.weak_at.get((library, name), ())


def list_path(tree, arch, library):
    stem = "ld" if library.startswith("ld-") else library.split(".")[0]
    return pathlib.Path(tree, ABILISTS[arch], stem + ".abilist")


@functools.cache
def abilist(path):
    """[(name, version, size)]"""
    rows = []
    for line in path.read_text().splitlines():
        version, name, kind, *size = line.split()
        rows.append((name, version, int(size[0], 0) if kind == "D" else None))
    return rows


def rows_at(old, new, ceiling):
    """The symbols of one library at a ceiling, from the lists of two glibcs."""
    if ceiling >= FIRST_MERGED:
        rows = abilist(new)
    else:
        # 2.32 moved four functions from libpthread to libc, with their old versions and a new one each.
        late = {name for name, version, _ in abilist(new) if (2, 31) < number(version) <= ceiling}
        rows = [row for row in abilist(old) if row[0] not in late] + [row for row in abilist(new) if row[0] in late]
    return [row for row in rows if number(row[1]) <= ceiling]


def symbols_of(facts, library, rows, ceiling, of_libc=()):
    """The newest version of a name is the default, unless the name is hidden or libc has it."""
    newest = {}
    for name, version, _ in rows:
        newest[name] = max(number(version), newest.get(name, ()))
    return [Symbol(name, version, size,
                   default=(newest[name] == number(version) and name not in of_libc
                            and not facts.hidden(library, name, ceiling)),
                   weak=facts.weak(library, name, ceiling))
            for name, version, size in rows]


def symbols_at(facts, old, new, ceiling):
    """{library: [Symbol]}."""
    result, in_libc = {}, set()
    for library in LIBRARIES + [LOADERS[facts.arch]]:
        lists = (list_path(tree, facts.arch, library) for tree in (old, new))
        rows = [row for row in rows_at(*lists, ceiling) if row[:2] not in in_libc]
        if library == "libc.so.6" and ceiling < (2, 31):
            clocks = [row for row in rows if row[0] in CLOCKS and row[1] == "GLIBC_2.2.5"]
            rows = [row for row in rows if row not in clocks]
        elif library == "librt.so.1" and ceiling < (2, 31):
            rows += clocks
        result[library] = symbols_of(facts, library, rows, ceiling, {name for name, _ in in_libc})
        if library == "libc.so.6":
            in_libc = {row[:2] for row in rows}
    return result


def assembly(facts, library, symbols):
    """One label for each symbol; .symver sets its name and version. Names of one group have one address: if a program has a copy of
    `environ`, a linker must see that `__environ` is the same object."""
    places = collections.defaultdict(list)
    for symbol in sorted(symbols, key=lambda symbol: (symbol.name, number(symbol.version))):
        places[symbol.size is None, facts.place(library, symbol.name, symbol.version)].append(symbol)

    lines = [".text"]
    labels = 0
    for functions in (True, False):
        for (is_function, _), there in places.items():
            if is_function != functions:
                continue
            size = max(symbol.size or 4 for symbol in there)
            if not is_function:
                # A copy in the program has the alignment of the address that it is copied from. Some sizes are not a power of
                # two.
                lines.append(f".balign {min(32, 1 << size.bit_length() - 1)}")
            for symbol in there:
                labels += 1
                at = "@@" if symbol.default else "@"
                lines += [f".{'weak' if symbol.weak else 'globl'} l{labels}",
                          f".type l{labels}, %{'function' if is_function else 'object'}",
                          f".size l{labels}, {symbol.size or 4}",
                          f".symver l{labels}, {symbol.name}{at}{symbol.version}, remove",
                          f"l{labels}:"]
            lines.append(f".skip {size}")
        lines.append(".bss")
    return "\n".join(lines) + "\n"


def write_library(options, facts, folders, library, symbols, versions):
    versions = sorted({symbol.version for symbol in symbols}, key=number) + list(versions)
    with tempfile.TemporaryDirectory() as scratch:
        source, object_, script = (os.path.join(scratch, name) for name in ("stub.s", "stub.o", "stub.map"))
        pathlib.Path(source).write_text(assembly(facts, library, symbols))
        pathlib.Path(script).write_text("".join(f"{version} {{}};\n" for version in versions))
        subprocess.run([options.clang, f"--target={options.arch}-unknown-linux-gnu", "-c", source, "-o", object_], check=True)
        subprocess.run([options.lld, "-m", EMULATIONS[options.arch], "-shared", "-s", "--hash-style=gnu", "--build-id=none",
                        "-z", "noseparate-code", f"--soname={library}", f"--version-script={script}",
                        object_, "-o", folders[0] / library], check=True)
    for folder in folders[1:]:
        shutil.copy(folders[0] / library, folder / library)


def write_names(arch, folder, ceiling):
    """The files that -l finds. libc.so names files without a folder, so that the sysroot can be moved."""
    (folder / "libc.so").write_text(
        f"/* A linker script. */\nGROUP ( libc.so.6 libc_nonshared.a AS_NEEDED ( {LOADERS[arch]} ) )\n")
    for library in LIBRARIES[1:]:
        stem = library.split(".")[0]
        shared, archive = folder / f"{stem}.so", folder / f"{stem}.a"
        shared.unlink(missing_ok=True)
        if stem in MERGED and ceiling >= FIRST_MERGED:
            archive.write_text("!<arch>\n")
        else:
            shared.symlink_to(library)


def main():
    parser = argparse.ArgumentParser(description="Makes stub libraries for glibc's shared libraries.")
    parser.add_argument("--arch", required=True, choices=sorted(ABILISTS))
    parser.add_argument("--old", required=True, type=pathlib.Path, help="the source of glibc 2.31")
    parser.add_argument("--new", required=True, type=pathlib.Path, help="the source of glibc 2.41")
    parser.add_argument("--clang", required=True)
    parser.add_argument("--lld", required=True)
    parser.add_argument("--output", required=True, type=pathlib.Path)
    parser.add_argument("--ceiling", action="append", type=number, choices=CEILINGS, help="may be repeated; all ceilings by default")
    options = parser.parse_args()

    facts = Facts(options.arch)
    options.output.mkdir(parents=True, exist_ok=True)
    # The folders of each library. Many libraries are equal at several ceilings.
    wanted = collections.defaultdict(list)
    wanted["libgcc_s.so.1", tuple(symbols_of(facts, "libgcc_s.so.1", facts.libgcc_s, CEILINGS[0])), ()].append(options.output)
    for ceiling in options.ceiling or CEILINGS:
        folder = options.output / dotted(ceiling)
        folder.mkdir(exist_ok=True)
        write_names(options.arch, folder, ceiling)
        for library, symbols in symbols_at(facts, options.old, options.new, ceiling).items():
            # A program with packed relocations (DT_RELR) needs this version of libc, so that a loader without DT_RELR rejects
            # it.
            packs = library == "libc.so.6" and ceiling >= (2, 36)
            wanted[library, tuple(symbols), ("GLIBC_ABI_DT_RELR",) if packs else ()].append(folder)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for job in [pool.submit(write_library, options, facts, folders, *what) for what, folders in wanted.items()]:
            job.result()


if __name__ == "__main__":
    main()
