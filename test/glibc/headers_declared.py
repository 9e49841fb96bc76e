"""headers_declared.py GLIBC TRIPLE HEADERS: whether the headers declare what the ceiling has.

Compiles one file that includes all of the headers HEADERS, for each ceiling and in each mode, and compares what clang understood
with the ABI lists of the source GLIBC: every function and object that is declared is in a library of the ceiling under the name
that a call would use, and whatever the newest ceiling declares and an older one has is declared there, too.
"""
import concurrent.futures
import os
import re
import subprocess
import sys

glibc, triple, headers = sys.argv[1:]
arch = triple.split("-")[0]

CEILINGS = [17, 26, 31, 34, 36, 38, 41]
MODES = {
    "default": [],
    "posix": ["-std=c99", "-D_XOPEN_SOURCE=700"],
    "gnu": ["-D_GNU_SOURCE"],
    "large-files": ["-D_GNU_SOURCE", "-D_FILE_OFFSET_BITS=64", "-D_TIME_BITS=64"],
    "fortified": ["-D_GNU_SOURCE", "-D_FORTIFY_SOURCE=3", "-O2"],
    "c++": ["-D_GNU_SOURCE", "-xc++", "-std=c++17", "-nostdinc++"],
}

# libc_nonshared.a has them below 2.33, and the last three always.
NONSHARED = set("""stat fstat lstat fstatat stat64 fstat64 lstat64 fstatat64 mknod mknodat
    atexit at_quick_exit pthread_atfork""".split())
# What the compiler, the linker, a program or a library for LD_AUDIT defines, what glibc declares for itself only, and
# the kernel for no one.
NOT_GLIBCS = set("""alloca _DYNAMIC __bb_head telcmds slc_names authtype_names encrypt_names enctype_names _ns_flagdata
    _argp_input __argp_input _option_is_end __option_is_end _option_is_short __option_is_short seqbuf_dump
    __openat64_missing_mode __openat64_too_many_args""".split())
HIDING = "NamespaceDecl CXXRecordDecl FunctionTemplateDecl ClassTemplateDecl ClassTemplateSpecializationDecl".split()
OTHERS = re.compile("__builtin_|la_")
# The macro PTHREAD_STACK_MIN of 2.34 calls it.
ONLY_NEWER = {"__sysconf"}
# Until 2.30 they took their numbers by value: a function of that name, but not the one that these headers could declare.
CHANGED = re.compile("totalorder")
# Of x86_64: clang has _Float128 with the headers of 2.41, and not with those of 2.36.
FLOAT128 = re.compile("f128")


def abi():
    since = {}
    folder = {"x86_64": "x86_64/64", "aarch64": "aarch64"}[arch]
    for library in "libc libm libpthread libdl librt libresolv libutil libanl ld".split():
        for line in open(f"{glibc}/sysdeps/unix/sysv/linux/{folder}/{library}.abilist"):
            version, name, *_ = line.split()
            if numbers := re.fullmatch(r"GLIBC_2\.(\d+)(\.\d+)?", version):
                since[name] = min(since.get(name, 99), int(numbers[1]))
    return since


def source():
    names = [row.split() for row in open(headers) if not row.startswith("#")]
    return "".join(f"#if __has_include(<{name}>)\n#include <{name}>\n#endif\n" for name, *only in names
                   if only in ([], [arch]) and not name.startswith(("bits/", "gnu/lib-names-", "gnu/stubs-")))


def declared(ceiling, mode):
    """The symbols of what is declared and not defined in the headers."""
    ran = subprocess.run([f"{triple}-2_{ceiling}-gcc", "-fsyntax-only", "-w", "-ferror-limit=0", "-Xclang", "-ast-dump", "-xc",
                          *MODES[mode], "-"], input=source(), capture_output=True, text=True)
    errors = [line for line in ran.stderr.splitlines() if " error: " in line]
    if errors:
        sys.exit("\n".join([f"{triple} 2.{ceiling} {mode}:", *errors]))
    symbols = {}
    namespaces = []  # depths of those that hold what C doesn't see
    current = None  # depth and name of what is declared, and whether it had been
    for line in ran.stdout.splitlines():
        depth = len(re.match(r"[| `-]*", line)[0])
        kind = line[depth:].split(" ", 1)[0]
        if current and depth <= current[0]:
            current = None
        while namespaces and depth <= namespaces[-1]:
            namespaces.pop()
        if kind in HIDING:
            namespaces.append(depth)
        elif kind in ("FunctionDecl", "VarDecl") and not current and not namespaces:
            before, _, after = line.partition(" '")
            *_, implicit, name = before.split()
            current = (depth, name, name in symbols)
            if implicit != "implicit" and not re.search(r"' static\b", after):
                symbols.setdefault(name, name)
        elif current and depth == current[0] + 2 and current[1] in symbols:
            if kind == "AsmLabelAttr":
                symbols[current[1]] = re.search(r'"(.*?)"', line)[1]
            elif kind == "CompoundStmt" and not current[2]:
                del symbols[current[1]]  # it is all there
    return set(symbols.values())


since = abi()
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    runs = {(ceiling, mode): pool.submit(declared, ceiling, mode) for mode in MODES for ceiling in CEILINGS}
    found = {key: run.result() for key, run in runs.items()}
for (ceiling, mode), symbols in found.items():
    has = {name for name in since if since[name] <= ceiling}
    # math.h declares each function twice, sin as __sin, too, which is for glibc itself.
    twice = {f"__{symbol}" for symbol in symbols & has}
    for symbol in sorted(symbols - has - NONSHARED - NOT_GLIBCS - twice):
        if not OTHERS.match(symbol):
            print(f"2.{ceiling} {mode}: '{symbol}' is declared, and no library has it")
    missing = (found[CEILINGS[-1], mode] & has) - symbols - ONLY_NEWER
    for symbol in sorted(missing):
        if (ceiling >= 31 or not CHANGED.match(symbol)) and (arch != "x86_64" or ceiling >= 41 or not FLOAT128.search(symbol)):
            print(f"2.{ceiling} {mode}: '{symbol}' is in a library, and not declared")
print(f"{triple}: {len(runs)} runs, {min(map(len, found.values()))} to {max(map(len, found.values()))} symbols")
