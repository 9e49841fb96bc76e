#!/usr/bin/env python3
"""decisions.py SYSROOTS: checks by a link each feature that the C++ runtimes and compiler-rt found in the libc of a sysroot.

CMake keeps each decision as HAS_x or HAVE_x in the CMakeCache.txt of a build, below SYSROOTS/.build. A row of the tables has its
meaning. Prints each decision that is false, and each that has no row.
"""

import concurrent.futures
import glob
import os
import re
import subprocess
import sys
import tempfile

# A function, and the library that has it. A build has a subset of them.
FUNCTIONS = {
    "COMPILER_RT_HAS_GCC_S_LIB": ("gcc_s", "__gcc_personality_v0"),
    "COMPILER_RT_HAS_LIBATOMIC": ("atomic", "__atomic_load_8"),
    "COMPILER_RT_HAS_LIBC": ("c", "fopen"),
    "COMPILER_RT_HAS_LIBCXX": ("c++", "__cxa_throw"),
    "COMPILER_RT_HAS_LIBDL": ("dl", "dlopen"),
    "COMPILER_RT_HAS_LIBEXECINFO": ("execinfo", "backtrace"),
    "COMPILER_RT_HAS_LIBM": ("m", "pow"),
    "COMPILER_RT_HAS_LIBPTHREAD": ("pthread", "pthread_create"),
    "COMPILER_RT_HAS_LIBRT": ("rt", "shm_open"),
    "COMPILER_RT_HAS_LIBSTDCXX": ("stdc++", "__cxa_throw"),
    "COMPILER_RT_HAS_LIBUNWIND": ("unwind", "_Unwind_GetRegionStart"),
    "COMPILER_RT_HAS_AUXV": ("c", "getauxval"),
    "COMPILER_RT_TARGET_HAS_FCNTL_LCK": ("c", "fcntl"),
    "COMPILER_RT_TARGET_HAS_UNAME": ("c", "uname"),
    "HAVE_UNWIND_H": ("unwind", "_Unwind_Backtrace"),
    "LIBCXXABI_HAS_CXA_THREAD_ATEXIT_IMPL": ("c", "__cxa_thread_atexit_impl"),
    "LIBCXXABI_HAS_C_LIB": ("c", "fopen"),
    "LIBCXXABI_HAS_DL_LIB": ("dl", "dladdr"),
    "LIBCXXABI_HAS_PTHREAD_LIB": ("pthread", "pthread_once"),
    "LIBCXX_HAS_PTHREAD_LIB": ("pthread", "pthread_create"),
    "LIBCXX_HAS_RT_LIB": ("rt", "clock_gettime"),
    "LIBUNWIND_HAS_C_LIB": ("c", "fopen"),
    "LIBUNWIND_HAS_DL_LIB": ("dl", "dladdr"),
    "LIBUNWIND_HAS_PTHREAD_LIB": ("pthread", "pthread_once"),
}

# A type of the compiler's.
TYPES = {f"COMPILER_RT_HAS_{arch}_{kind}": spelling for arch in ("x86_64", "aarch64")
         for kind, spelling in (("FLOAT16", "_Float16"), ("BFLOAT16", "__bf16"))}

# Features of clang and ld.lld, whatever the libc is; and that the libc is musl, which our scripts set.
OPTIONS = re.compile(r".*_FLAG$|COMPILER_RT_HAS_(FUNC_SYMBOL|FTLS_MODEL_INITIAL_EXEC|TRIVIAL_AUTO_INIT|VERSION_SCRIPT|Z_TEXT|WNO_\w+)$"
                     r"|COMPILER_RT_TARGET_HAS_ATOMICS$|LIBCXX_HAS_MUSL_LIBC$|HAVE_(libunwind|libcxxabi|libcxx)$")


def decided(cache):
    with open(cache) as file:
        return re.findall(r"^(\w*HA(?:S|VE)_\w+):\w+=(?:1|ON|TRUE|YES)$", file.read(), flags=re.M)


def program(what):
    """Its source, and the library that it is linked with."""
    if what in TYPES:
        return f"{TYPES[what]} twice({TYPES[what]} x) {{ return x + x; }} int main(void) {{ return (int)twice(0); }}", "c"
    library, function = FUNCTIONS[what]
    return f"char {function}(void); int main(void) {{ return {function}(); }}", library


def link(job):
    tool, source, library = job
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run([f"{tool}-gcc", "-fno-builtin", "-w", "-xc", "-", f"-l{library}", "-o", os.path.join(folder, "program")],
                              input=source, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def main():
    caches = glob.glob(os.path.join(sys.argv[1], ".build/*/*/CMakeCache.txt"))
    jobs = set()  # a tool, a source and a library
    for cache in caches:
        triple = cache.split("/")[-3]
        tool = triple + ("-2_17" if triple.endswith("-gnu") else "")
        for what in decided(cache):
            if what in FUNCTIONS or what in TYPES:
                jobs.add((tool, *program(what)))
            elif not OPTIONS.match(what):
                print(f"{triple}: {what} was decided, and has no row in decisions.py")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (tool, source, library), done in zip(jobs, pool.map(link, jobs)):
            if done.returncode != 0:
                print(f"{tool}: -l{library}: {source}\n{done.stdout}")
    print(f"{len(caches)} builds")


main()
