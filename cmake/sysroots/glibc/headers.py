#!/usr/bin/env python3
"""headers.py --arch x86_64|aarch64 --source GLIBC --output INCLUDE --new LIB: glibc's public headers, one set for every ceiling.

glibc builds its headers for its own version. These headers work for each version from 2.17 to that of the source. The compiler is
run with -D__GLIBC_MINOR__=<ceiling>, and a function that this glibc does not have is not declared. So a program or a configure
script that has its own version of the function finds glibc's missing.

The ABI lists in the source show the version that each function came with. A declaration that mentions a function newer than 2.17
gets an #if. The tables below have the versions that are not in the lists. A header that is new as a whole goes into
LIB/<ceiling>/include, so that __has_include is right, too.
"""
import argparse
import os
import re
import sys

import stubs

OLDEST, NEWEST = (minor for _, minor in (stubs.CEILINGS[0], stubs.CEILINGS[-1]))
NEVER = 1000  # in no library of ours

# Where a header is searched for before the other folders of the source: from specific to general, in the order of glibc's
# configure.
SYSDEPS = {
    "x86_64": """unix/sysv/linux/x86_64/64 unix/sysv/linux/x86_64 unix/sysv/linux/x86 x86/nptl unix/sysv/linux/wordsize-64
        x86_64/nptl unix/sysv/linux nptl pthread gnu unix/inet unix/sysv unix/x86_64 unix posix x86_64/64 x86_64/fpu x86/fpu
        x86_64 x86 ieee754/float128 ieee754/ldbl-96 ieee754/dbl-64 ieee754/flt-32 wordsize-64 ieee754 generic""",
    "aarch64": """unix/sysv/linux/aarch64 aarch64/nptl unix/sysv/linux/generic unix/sysv/linux/wordsize-64 unix/sysv/linux nptl
        pthread gnu unix/inet unix/sysv unix posix aarch64/fpu aarch64/multiarch aarch64 wordsize-64 ieee754/ldbl-128
        ieee754/dbl-64 ieee754/flt-32 ieee754 generic""",
}

# libc_nonshared.a has these for every ceiling, also where the lists have none of them.
NONSHARED = "stat fstat lstat fstatat stat64 fstat64 lstat64 fstatat64 mknod mknodat".split()

# An old function has such a name in C23. features.h has the version of all of them, see by_hand().
OTHER_NAMES = "__isoc23_"

# Names newer than the oldest ceiling that are not in the lists: macros, inline functions, types. Or the lists have a wrong
# version.
ALSO = {
    "iseqsig": 25, "iscanonical": 25, "issubnormal": 25, "iszero": 25, "issignaling": 18,
    "mount_attr": NEVER, "fsconfig_command": NEVER,  # linux/mount.h has them, see sys/mount.h below
    "crypt": NEVER, "encrypt": NEVER, "setkey": NEVER,  # of libcrypt, which provided.al2023 does not have
    "epoll_params": 40, "POSIX_SPAWN_SETCGROUP": 39,
    "bindresvport6": NEVER, "getumask": NEVER,  # declared, but in no library
    # Up to 2.30 these took their numbers by value.
    **{f"totalorder{mag}{type}": 31 for mag in ("", "mag") for type in ("", "f", "l")},
    # Macros of tgmath.h. The lists have the functions that they call, which end in l.
    "dadd": 28, "ddiv": 28, "dmul": 28, "dsub": 28, "dfma": 35, "dsqrt": 35,
}

# Whole headers that are newer than the oldest ceiling.
NEW_HEADERS = {
    "stdbit.h": 39, "sys/ifunc.h": 30, "sys/pidfd.h": 36, "sys/platform/x86.h": 33, "sys/random.h": 25, "sys/rseq.h": 35,
    "sys/single_threaded.h": 32, "threads.h": 28,
}
# The same for parts of another header, which must work without them. By the macros of dl_find_object.h libunwind finds out that
# the function exists.
NEW_PARTS = {"bits/statx.h": 28, "bits/rseq.h": 35, "bits/dl_find_object.h": 35}

LIB_NAMES = {
    "libc.so.6": "LIBC_SO", "libm.so.6": "LIBM_SO", "libpthread.so.0": "LIBPTHREAD_SO", "libdl.so.2": "LIBDL_SO",
    "librt.so.1": "LIBRT_SO", "libresolv.so.2": "LIBRESOLV_SO", "libutil.so.1": "LIBUTIL_SO", "libanl.so.1": "LIBANL_SO",
    "libgcc_s.so.1": "LIBGCC_S_SO",
}
LOADER = {"x86_64": ("ld-linux-x86-64.so.2", "LD_LINUX_X86_64_SO"), "aarch64": ("ld-linux-aarch64.so.1", "LD_LINUX_AARCH64_SO")}
ABI_NAME = {"x86_64": "64", "aarch64": "lp64"}

# Functions that always fail, which autoconf checks for, and the version in which they were implemented or removed.
STUBS = {"chflags": 0, "fchflags": 0, "gtty": 0, "revoke": 0, "setlogin": 0, "sigreturn": 0, "stty": 0,
         "lchmod": 32, "fattach": 30, "fdetach": 30, "getmsg": 30, "putmsg": 30}


def introduced(source, arch):
    """The minor version that each name came with, in any library."""
    since = {}
    for library in [*stubs.LIBRARIES, stubs.LOADERS[arch]]:
        for name, version, _ in stubs.abilist(stubs.list_path(source, arch, library)):
            since[name] = min(since.get(name, NEVER), stubs.number(version)[1])
    return since


def find(name, source, arch):
    # The vector functions are in libmvec, which our sysroots do not have.
    sysdeps = [] if name == "bits/math-vector.h" else [f"sysdeps/{folder}" for folder in SYSDEPS[arch].split()]
    # The folder bits/ is only searched for names that begin with bits/: its headers have the names of other headers.
    own = [folder for folder in sorted(os.listdir(source)) if folder not in ("bits", "hurd", "htl", "include", "mach", "sysdeps")]
    for folder in sysdeps + own + [".", "include"]:
        if os.path.isfile(f"{source}/{folder}/{name}"):
            return f"{source}/{folder}/{name}"
    sys.exit(f"headers.py: error: no '{name}' in {source}")


def lines_with_comments(text):
    """Pairs of a line, with and without its comments. A directive that continues in the next line is one line."""
    bare = re.sub(r"/\*.*?\*/", lambda comment: re.sub(r"[^\n]", " ", comment[0]), text, flags=re.S)
    goes_on = set()
    for comment in re.finditer(r"/\*.*?\*/", text, flags=re.S):
        first = text.count("\n", 0, comment.start())
        goes_on.update(range(first, first + comment[0].count("\n")))
    pair = ["", ""]
    # Not splitlines(): some headers have form feeds.
    for number, (line, code) in enumerate(zip(text.split("\n"), bare.split("\n"))):
        pair[0] += line + "\n"
        pair[1] += code + "\n"
        if not line.endswith("\\") and not (number in goes_on and pair[1].lstrip().startswith("#")):
            yield tuple(pair)
            pair = ["", ""]


def pieces(text):
    """Cuts a header into directives, declarations and the text between them. Yields each with and without comments."""
    whole = code = ""
    for line, bare in lines_with_comments(text):
        stripped = bare.strip()
        if not code and (not stripped or stripped in "{};" or stripped.startswith("#")
                         or re.fullmatch(r'__(BEGIN|END)_DECLS|extern "C(\+\+)?"( *\{)?', stripped)):
            yield line, bare if stripped.startswith("#") else ""
            continue
        whole += line
        code += bare
        plain = re.sub(r"^\s*#.*?(?<!\\)$", "", code, flags=re.M | re.S)  # a declaration may have directives inside
        if stripped.startswith("#") or any(plain.count(a) > plain.count(b) for a, b in ("()", "{}")):
            continue
        head, brace, _ = plain.partition("{")
        function = brace and "(" in head and not re.match(r"\s*(typedef|struct|union|enum)\b", head)
        if stripped.endswith(";") or (function and stripped.endswith("}")):
            yield whole, code
            whole = code = ""
    yield whole, code


def needed(code, newer):
    """The newest version that a directive or a declaration mentions, and the names in it that are newer than the oldest ceiling."""
    if code.lstrip().startswith("#") and not re.match(r"\s*#\s*define\b", code):
        return 0, set()
    # "struct statx *" is not the function statx; "struct mallinfo2 {" defines what it names.
    code = re.sub(r'"[^"\n]*"', '""', code)
    code = re.sub(r"\b(struct|enum)\s+\w+(?!\w|\s*\{)", "", code)
    names = {name for name in re.findall(r"\w+", code) if name in newer}
    # __MATHCALL_NAME (add) declares the functions that add and return a narrower type. They came together: fadd shows the
    # version.
    names |= {f"f{op}" for op in re.findall(r"__MATHCALL_NAME \((\w+)\)", code) if f"f{op}" in newer}
    return max((newer[name] for name in names), default=0), names


def instead(code, since):
    """The declaration for ceilings below the version: the function without its redirection, or nothing."""
    redirect = re.compile(r"__REDIRECT(\w*)\s*\(\s*(\w+),\s*(.*),\s*(\w+)\s*\)", re.S)
    if (match := redirect.search(code)) and since.get(match[2], NEVER) <= OLDEST:
        return redirect.sub(lambda m: f"{m[2]} {m[3]}" + (" __THROW" if m[1] else ""), code)
    return ""


def guard(text, newer, since):
    out, waiting, open_ = "", "", 0
    count = 0
    for whole, code in pieces(text.removesuffix("\n")):
        version, names = needed(code, newer) if code else (0, set())
        if names and all(since.get(f"__{name}", NEVER) <= OLDEST for name in names):
            # Functions of libresolv, which had such names before they moved into libc.
            whole = (f"#if __GLIBC_MINOR__ < {version}\n" + "".join(f"# define {name} __{name}\n" for name in sorted(names))
                     + f"#endif\n{whole}")
            version = 0
        other = instead(code, since) if version else ""
        if open_ and version == open_ and not other:
            out, waiting = out + waiting + whole, ""
            continue
        if not code and not whole.strip().startswith(("{", "}", "__", "extern")):
            waiting += whole
            continue
        if open_:
            out += "#endif\n"
        out, waiting, open_ = out + waiting, "", 0
        if version == NEVER:
            continue
        if version:
            count += 1
            out += f"#if __GLIBC_MINOR__ >= {version}\n{whole}"
            if other:
                out += f"#else\n{other}#endif\n"
            else:
                open_ = version
        else:
            out += whole
    return out + ("#endif\n" if open_ else "") + waiting, count


def replace(text, pattern, by):
    text, count = re.subn(pattern, by, text, flags=re.M)
    if not count:
        sys.exit(f"headers.py: error: '{pattern}' is to be replaced, and is not in this glibc")
    return text


def by_hand(name, text, newer):
    """Changes that the lists don't show. They come before the guards. A pattern that does not match is an error."""
    if name == "features.h":
        text = replace(text, r"^#define\s+__GLIBC_MINOR__\s+(\d+)\n", "")
        text = replace(text, r"^(#define\s+_FEATURES_H.*\n)", rf"\1\n#ifndef __GLIBC_MINOR__\n# define __GLIBC_MINOR__ {NEWEST}\n#endif\n")
        text = replace(text, r"^#ifdef\s+_DYNAMIC_STACK_SIZE_SOURCE$",
                       "#if defined _DYNAMIC_STACK_SIZE_SOURCE && __GLIBC_MINOR__ >= 34")
        # strtol(), scanf() and theirs read 0b numbers as C23 wants from 2.38 on, by functions with another name.
        text = replace(text, r"^(# define __GLIBC_USE_C23_STRTOL) 1$", r"\1 (__GLIBC_MINOR__ >= 38)")
    elif name == "inttypes.h":
        # Formats of printf() and scanf() with %b, which scanf() has from 2.38 on.
        text = replace(text, r"^# if __GLIBC_USE \(ISOC23\)$", "# if __GLIBC_USE (ISOC23) && __GLIBC_MINOR__ >= 38")
    elif name == "bits/confname.h":
        # sysconf() of an older glibc returns -1 for these, and programs would use that as the size of a stack.
        text = replace(text, r"^( *_SC_MINSIGSTKSZ,\n.*\n\n *_SC_SIGSTKSZ\n#define.*\n)", r"#if __GLIBC_MINOR__ >= 34\n\1#endif\n")
    elif name == "stdc-predef.h":
        text = replace(text, r"^(#define\s+_STDC_PREDEF_H.*\n)", r"\1\n#if defined __GLIBC_MINOR__ && __GLIBC_MINOR__ < 28\n"
                       r"# define __STDC_NO_THREADS__ 1\n#endif\n")
    elif name in ("bits/floatn.h", "bits/floatn-common.h"):
        if "__float128" in text:
            # 2.41 is the first that has _Float128 of x86_64 for clang.
            text = replace(text, r"\|\| __glibc_clang_prereq \(3, 4\)\n# define __HAVE_FLOAT128 1",
                           "|| (__glibc_clang_prereq (3, 4) && __GLIBC_MINOR__ >= 41)\n# define __HAVE_FLOAT128 1")
        # A type exists from the version of its functions on.
        for type_, macro in (("f128", "128"), ("f32", "32"), ("f64", "64"), ("f32x", "32X"), ("f64x", "64X")):
            since = newer[f"strto{type_}"]
            text = re.sub(rf"^(#\s*define __HAVE_FLOAT{macro}) 1$", rf"\1 (__GLIBC_MINOR__ >= {since})", text, flags=re.M)
    elif name == "tgmath.h":
        # For GCC: 2.26 has _Float128 and no _Float64x.
        text = replace(text, r"^(# if \(\(__HAVE_FLOAT64X && !__HAVE_FLOAT128\)\s+\\\n.*)\)$", r"\1 && __GLIBC_MINOR__ >= 27)")
    elif name == "sys/mount.h":
        # From 2.36 on, this header has the functions that linux/mount.h has the types of.
        text = replace(text, r"^#ifdef __has_include$", "#if defined __has_include && __GLIBC_MINOR__ >= 36")
    elif name == "bits/sched.h":
        # Programs that call the kernel themselves define the type.
        text = replace(text, r'^(/\* Use "" to work around(?:.*\n)*?# endif /\* !SCHED_ATTR_SIZE_VER0 \*/\n)',
                       r"# if __GLIBC_MINOR__ >= 41\n\1# endif\n")
    elif name == "bits/fcntl2.h":
        # With clang the address of openat() must not be ambiguous. open() has no such overload, either.
        text = replace(text, r"^__fortify_function_error_function .*\n(?:.*\n)*? +__fortify_clang_unavailable .*;\n\n", "")
    # As in later releases of 2.41. Up to 2.40 pthread_cond_t has two numbers more, which the initializer must set to 0.
    elif name == "bits/thread-shared-types.h":
        text = replace(text, r"^( +)unsigned int __g_signals\[2\];\n",
                       r"\g<0>\1unsigned int __unused_initialized_1;\n\1unsigned int __unused_initialized_2;\n")
    elif name == "pthread.h":
        text = replace(text, r"^(#define PTHREAD_COND_INITIALIZER .*\{0, 0\}) \} \}$", r"\1, 0, 0 } }")
    # As in later releases: a program's macro `sz` must not change an inline function.
    return re.sub(r"\bsz\b", "__sz", text) if "__glibc_objsize" in text else text


def generated(source, arch):
    """The headers that glibc's build generates, for the libraries of our sysroots."""
    with open(f"{source}/sysdeps/unix/sysv/linux/syscall-names.list") as file:
        calls = re.findall(r"^(?!kernel)\w+$", file.read(), flags=re.M)
    abi = ABI_NAME[arch]
    loader, macro = LOADER[arch]
    libraries = {"LD_SO": loader, macro: loader, **{macro: name for name, macro in LIB_NAMES.items()}}
    return {
        "bits/syscall.h": '#ifndef _SYSCALL_H\n# error "include <sys/syscall.h>"\n#endif\n'
                          + "".join(f"#ifdef __NR_{call}\n# define SYS_{call} __NR_{call}\n#endif\n" for call in calls),
        "gnu/lib-names.h": f"#ifndef __GNU_LIB_NAMES_H\n#define __GNU_LIB_NAMES_H 1\n#include <gnu/lib-names-{abi}.h>\n#endif\n",
        f"gnu/lib-names-{abi}.h": '#ifndef __GNU_LIB_NAMES_H\n# error "include <gnu/lib-names.h>"\n#endif\n'
                                  + "".join(f'#define {macro} "{name}"\n' for macro, name in sorted(libraries.items())),
        "gnu/stubs.h": f"#include <gnu/stubs-{abi}.h>\n",
        f"gnu/stubs-{abi}.h": "".join(f"#define __stub_{name}\n" if not until else
                                      f"#if __GLIBC_MINOR__ < {until}\n# define __stub_{name}\n#endif\n"
                                      for name, until in STUBS.items()),
    }


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--arch", choices=SYSDEPS, required=True)
    options.add_argument("--source", required=True)
    options.add_argument("--output", required=True)
    options.add_argument("--new", required=True)
    arguments = options.parse_args()
    source, arch = arguments.source, arguments.arch

    since = introduced(source, arch)
    newer = {name: version for name, version in since.items()
             if version > OLDEST and name not in NONSHARED and not name.startswith(OTHER_NAMES)} | ALSO
    made = generated(source, arch)
    files = guards = 0
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "headers.txt")) as rows:
        for row in rows:
            name, *only = row.split("#")[0].split() or [""]
            if not name or (only and arch not in only):
                continue
            if name in made:
                text = made[name]
            else:
                with open(find(name, source, arch), encoding="utf-8") as file:
                    text = file.read()
                text = by_hand(name, text, newer)
                text, count = guard(text, newer, since)
                guards += count
                if name in NEW_PARTS:
                    text = f"#if __GLIBC_MINOR__ >= {NEW_PARTS[name]}\n{text}#endif\n"
            folders = [arguments.output]
            if name in NEW_HEADERS:
                folders = [f"{arguments.new}/2.{ceiling}/include" for ceiling in range(NEW_HEADERS[name], NEWEST + 1)]
            for folder in folders:
                os.makedirs(os.path.dirname(f"{folder}/{name}"), exist_ok=True)
                with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
                    file.write(text)
            files += 1
    print(f"-- {arch}: {files} headers of glibc, {guards} guards")


if __name__ == "__main__":
    main()
