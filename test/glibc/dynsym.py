"""What a shared library exports, as llvm-readelf prints it: another reader than ours."""

import collections
import subprocess

# size is 0 for a function: a link does not use the size of code.
Export = collections.namedtuple("Export", "name version default kind size binding")

READELF = "llvm-readelf-19"
LIBRARIES = ["libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1", "libresolv.so.2", "libanl.so.1"]
LOADERS = {"x86_64": "ld-linux-x86-64.so.2", "aarch64": "ld-linux-aarch64.so.1"}


def exports(library):
    """{Export: address}. Left out is what no program can use: GLIBC_PRIVATE, the names of the versions, and what only keeps a version
    alive in a library that has nothing else of it."""
    lines = subprocess.run([READELF, "--dyn-syms", "--wide", library], check=True, capture_output=True, text=True).stdout.splitlines()
    found = {}
    for line in lines:
        # 7: 000000000006ded0   292 FUNC    GLOBAL DEFAULT    13 putwchar@@GLIBC_2.2.5
        words = line.split()
        if len(words) != 8 or not words[0][:-1].isdigit() or words[6] == "UND":
            continue
        _, address, size, kind, binding, _, _, symbol = words
        name, at, version = symbol.partition("@")
        default = version.startswith("@")
        version = version.lstrip("@")
        if not at or version == "GLIBC_PRIVATE" or name == version or name.endswith("_version_placeholder"):
            continue
        # The loader calls an IFUNC to learn which function to take. To a link it is a function.
        kind = "FUNC" if kind == "IFUNC" else kind
        size = int(size, 0) if kind == "OBJECT" else 0
        found[Export(name, version, default, kind, size, binding)] = int(address, 16)
    return found


def glibc(folder, arch):
    """{library: {Export: address}} of a glibc. The others leave out what libc has, and another version of it is not a default: some
    symbols were in both, and a link takes libc's."""
    result, in_libc = {}, set()
    for library in LIBRARIES + [LOADERS[arch]]:
        names = {name for name, _ in in_libc}
        result[library] = {export._replace(default=export.default and export.name not in names): address
                           for export, address in exports(f"{folder}/{library}").items() if export[:2] not in in_libc}
        if library == "libc.so.6":
            in_libc = {export[:2] for export in result[library]}
    return result
