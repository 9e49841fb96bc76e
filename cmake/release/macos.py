#!/usr/bin/env python3
"""macos.py CPU FILE...: checks what macOS 11 requires of a program for `CPU`, arm64 or x86_64, because no Mac is here to run it.

A file is an executable, a tarball or a wheel; of these two each executable for macOS in it is checked. Prints nothing if all is right.
    - the CPU, the oldest version of macOS, and no library but libSystem
    - the ad-hoc signature, without which macOS on arm64 kills a program: its hashes of all pages
    - each import is in the libSystem of macOS 11.0, by the headers of Apple that zig has: clang knows from them since when
Needs build/zig (zig.sh), and llvm-nm and llvm-objdump 19.
"""

import glob
import hashlib
import os
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile

CPUS = {"arm64": (0x0100000C, "aarch64"), "x86_64": (0x01000007, "x86_64")}
OLDEST = (11, 0)
MAGIC = 0xFEEDFACF
EXECUTE, LINKED_TO_NAMES, ANY_ADDRESS = 2, 0x80, 0x200000  # MH_EXECUTE, MH_TWOLEVEL, MH_PIE
MACOS = 1
LIBRARY, SEGMENT, SIGNATURE, VERSION = 0xC, 0x19, 0x1D, 0x32
# What the loader of macOS 11 knows, and one of our executables may have. Not: other ways to name a library, rpaths, chained fixups.
COMMANDS = {
    0x02: "LC_SYMTAB", 0x0B: "LC_DYSYMTAB", LIBRARY: "LC_LOAD_DYLIB", 0x0E: "LC_LOAD_DYLINKER", SEGMENT: "LC_SEGMENT_64", 0x1B: "LC_UUID",
    SIGNATURE: "LC_CODE_SIGNATURE", 0x26: "LC_FUNCTION_STARTS", 0x29: "LC_DATA_IN_CODE", 0x2A: "LC_SOURCE_VERSION", VERSION: "LC_BUILD_VERSION",
    0x80000022: "LC_DYLD_INFO_ONLY", 0x80000028: "LC_MAIN",
}
ADHOC, MAIN_BINARY, SHA256 = 2, 1, 2

# The headers that declare what lambda-cc, LLVM and libc++ import.
HEADERS = """
copyfile.h crt_externs.h ctype.h dirent.h dlfcn.h errno.h fcntl.h libproc.h locale.h mach-o/dyld.h mach/mach.h malloc/malloc.h math.h nl_types.h
poll.h pthread.h pthread/qos.h pwd.h setjmp.h signal.h spawn.h stdio.h stdlib.h string.h strings.h sys/attr.h sys/clonefile.h sys/file.h sys/mman.h
sys/mount.h sys/param.h sys/resource.h sys/stat.h sys/sysctl.h sys/utsname.h sys/wait.h time.h unistd.h unwind.h wchar.h xlocale.h
""".split()
# What no header declares: compilers, linkers and the C++ library refer to them. They are older than macOS 10.15 (Apple's Libc, dyld and
# compiler-rt as published with it). zig has no <sys/xattr.h>: getxattr is there since 10.4.
UNDECLARED = {"dyld_stub_binder", "__tlv_bootstrap", "___cxa_atexit", "___udivti3", "___bzero", "_environ", "_getxattr"}


class Wrong(Exception):
    pass


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def load_commands(data, machine):
    """(command, its bytes) of each."""
    if len(data) < 32 or struct.unpack_from("<I", data)[0] != MAGIC:
        raise Wrong("not an executable for macOS")
    _, cpu, subtype, kind, count, _, flags, _ = struct.unpack_from("<8I", data)
    if cpu != machine or subtype & 0xFF not in (0, 3):
        raise Wrong(f"for the CPU {cpu:#x}, subtype {subtype:#x}")
    if kind != EXECUTE or not flags & LINKED_TO_NAMES or not flags & ANY_ADDRESS:
        raise Wrong(f"kind {kind}, flags {flags:#x}: not a program that is loaded at any address and names its libraries")
    offset = 32
    for _ in range(count):
        command, size = struct.unpack_from("<2I", data, offset)
        if command not in COMMANDS:
            raise Wrong(f"load command {command:#x}, which is not known to be right for macOS 11")
        yield command, data[offset:offset + size]
        offset += size


def check_signature(data, command, text_size):
    """The kernel compares the hash of each page that it loads."""
    start, size = struct.unpack_from("<2I", command, 8)
    blob = data[start:start + size]
    if start + size != len(data):
        raise Wrong("its signature is not at its end")
    magic, length, count = struct.unpack_from(">3I", blob)
    if magic != 0xFADE0CC0 or length > size:
        raise Wrong("its signature cannot be read")
    index = dict(struct.unpack_from(">2I", blob, 12 + 8 * i) for i in range(count))
    directory = blob[index.get(0, length):]
    if len(directory) < 88:
        raise Wrong("its signature has no hashes")
    magic, _, version, flags, hashes, _, _, pages, signed = struct.unpack_from(">9I", directory)
    hash_size, hash_type, _, page_bits = struct.unpack_from("4B", directory, 36)
    _, text_end, text_flags = struct.unpack_from(">3Q", directory, 64)
    if magic != 0xFADE0C02 or version < 0x20400 or not flags & ADHOC or hash_type != SHA256 or hash_size != 32:
        raise Wrong(f"its signature has version {version:#x}, flags {flags:#x}, hashes {hash_type}")
    page = 1 << page_bits
    if signed != start or pages != -(-signed // page):
        raise Wrong(f"{signed} of {start} bytes are signed, in {pages} pages of {page}")
    if text_end != text_size or not text_flags & MAIN_BINARY:
        raise Wrong(f"its signature has {text_end} bytes of code, of {text_size}, and flags {text_flags:#x}")
    for i in range(pages):
        hashed = hashlib.sha256(data[i * page:min((i + 1) * page, signed)]).digest()
        if hashed != directory[hashes + i * hash_size:hashes + (i + 1) * hash_size]:
            raise Wrong(f"page {i} was changed after it was signed: macOS kills the program")


def imports_of(path):
    """The names that the loader looks up, each of which is bound to libSystem."""
    names = set(run("llvm-nm-19", "--just-symbol-name", "--undefined-only", path).stdout.split())
    for line in run("llvm-objdump-19", "--macho", "--bind", "--lazy-bind", path).stdout.splitlines():
        row = re.fullmatch(r"__\w+ +\S+ +0x[0-9A-F]+ +(?:pointer +-?\d+ +)?(\S+) +(\S+)(?: \(weak import\))?", line)
        if row and row[1] != "libSystem":
            raise Wrong(f"{row[2]} is bound to {row[1]}")
        if row:
            names.add(row[2])
    if not names:
        raise Wrong("no import could be read")
    return names


def check_imports(names, architecture, work):
    """A source that names each import compiles for macOS 11.0, and its object has the same imports."""
    zig = glob.glob(os.path.join(os.path.dirname(__file__), "../../build/zig/lib/python*/site-packages/ziglang/zig"))
    if not zig:
        sys.exit("macos.py: error: no zig in build/zig\n>>> sh cmake/release/zig.sh")
    declared = sorted(names - UNDECLARED)
    source, compiled = os.path.join(work, "imports.c"), os.path.join(work, "imports.o")
    with open(source, "w", encoding="utf-8") as file:
        file.write("".join(f"#include <{header}>\n" for header in HEADERS) + "const void *const imports[] = {\n")
        # _stat$INODE64 is the name of a version that the headers choose for `stat`.
        file.write("".join(f"    (const void *)&{re.sub('[$].*', '', name.removeprefix('_'))},\n" for name in declared) + "};\n")
    done = run(zig[0], "cc", "-target", f"{architecture}-macos.{OLDEST[0]}.{OLDEST[1]}", "-ferror-limit=0",
               "-Wno-deprecated-declarations", "-Werror=unguarded-availability", "-c", source, "-o", compiled)
    if done.returncode:
        errors = re.findall(r"^\S+: error: (.*?)(?: \[-W.*)?$", done.stderr, flags=re.M)
        raise Wrong("\n>>> ".join(sorted(errors) or [done.stderr]))
    others = set(run("llvm-nm-19", "--just-symbol-name", "--undefined-only", compiled).stdout.split()) ^ set(declared)
    if others:
        raise Wrong("the headers name other versions of " + ", ".join(sorted(others)))


def check(data, cpu):
    machine, architecture = CPUS[cpu]
    signature, versions, libraries, text_size = None, [], [], 0
    for command, content in load_commands(data, machine):
        if command == SIGNATURE:
            signature = content
        elif command == LIBRARY:
            libraries.append(content[struct.unpack_from("<I", content, 8)[0]:].rstrip(b"\0").decode())
        elif command == VERSION:
            platform, version = struct.unpack_from("<2I", content, 8)
            versions.append((platform, (version >> 16, version >> 8 & 0xFF)))
        elif command == SEGMENT and content[8:24].rstrip(b"\0") == b"__TEXT":
            text_size = struct.unpack_from("<Q", content, 48)[0]
    if versions != [(MACOS, OLDEST)]:
        raise Wrong(f"its platforms and oldest versions are {versions}")
    if libraries != ["/usr/lib/libSystem.B.dylib"]:
        raise Wrong(f"its libraries are {', '.join(libraries) or 'none'}")
    if signature is None and cpu == "arm64":
        raise Wrong("not signed: macOS on arm64 kills the program")
    if signature is not None:
        check_signature(data, signature, text_size)
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "program")
        with open(path, "wb") as file:
            file.write(data)
        check_imports(imports_of(path), architecture, work)


def programs_of(path):
    """(name, whether it is executable, contents) of the executables in a package, or of the file itself."""
    def begins(file):
        return file.read(4) == struct.pack("<I", MAGIC)
    if path.endswith(".tar.xz"):
        with tarfile.open(path) as package:
            for member in package:
                if member.isfile() and begins(package.extractfile(member)):
                    yield member.name, bool(member.mode & 0o111), package.extractfile(member).read()
    elif path.endswith(".whl"):
        with zipfile.ZipFile(path) as package:
            for member in package.infolist():
                if not member.is_dir() and begins(package.open(member)):
                    yield member.filename, bool(member.external_attr >> 16 & 0o111), package.read(member)
    else:
        with open(path, "rb") as file:
            yield "", os.access(path, os.X_OK), file.read()


def main():
    cpu, failed, seen = sys.argv[1], False, {}
    for path in sys.argv[2:]:
        found = False
        for name, is_executable, data in programs_of(path):
            found = True
            try:
                if not is_executable:
                    raise Wrong("its mode does not let it be executed")
                if hashlib.sha256(data).digest() not in seen:
                    check(data, cpu)
                seen[hashlib.sha256(data).digest()] = True
            except (Wrong, struct.error) as wrong:
                failed = True
                print(f"macos.py: error: {path}{name and ': '}{name}\n>>> {wrong}", file=sys.stderr)
        if not found:
            failed = True
            print(f"macos.py: error: {path}\n>>> it has no executable for macOS", file=sys.stderr)
    sys.exit(failed)


if __name__ == "__main__":
    main()
