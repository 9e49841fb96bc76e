#!/usr/bin/env python3
"""gcc_runtime.py --prefix P --source S: finds a function of GCC's libgcc that the sysroots lack, and that no advice on a failed link names.

Objects of GCC call functions of libgcc. compiler-rt and libunwind of the sysroots have most of them. For the others lib/advice/LinkAdvice.cpp has the
start of the name, so that the message of a link has a cure.
"""

import argparse
import pathlib
import re
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--prefix", required=True)
parser.add_argument("--source", required=True)
args = parser.parse_args()

# What only libgcc itself calls, or code that calls another function of this kind, which has advice: __bid_, __morestack, __avx_savms64.
OWN = re.compile(r"__udiv_w_sdiv|__sfp_|__dfp_|__gcc_bcmp|__negtf2|__bid\d|__binary\d+_to_bid|isinfd\d+|__aarch64_sync_cache_range|__generic_|"
                 r"__splitstack_|__stack_split_|__wrap_pthread_create|__(avx|sse)_resms64|DW\.ref\.")


def symbols(*files):
    printed = subprocess.run(["llvm-nm-19", "--defined-only", "--extern-only", "--format=posix", *files], capture_output=True, text=True, check=True)
    return {line.split()[0] for line in printed.stdout.splitlines() if re.match(r"\S+ [TWVD]", line)}


advice = (pathlib.Path(args.source).parent / "lib" / "advice" / "LinkAdvice.cpp").read_text()
named = tuple(re.findall(r'\{"([^"]+)", "gcc"\}', advice))
wrong = [] if len(named) > 20 else [f"only {len(named)} names were found in LinkAdvice.cpp"]
for machine in ["x86_64", "aarch64"]:
    archive = subprocess.check_output([f"{machine}-linux-gnu-gcc", "-print-libgcc-file-name"], text=True).strip()
    lib = f"{args.prefix}/share/lambda-cc/sysroots/{machine}-unknown-linux-musl/lib"
    functions = symbols(archive)
    lacking = functions - symbols(f"{lib}/libclang_rt.builtins.a", f"{lib}/libunwind.a")
    wrong += [f"{machine}: {name} is in neither, and has no advice" for name in sorted(lacking) if not name.startswith(named) and not OWN.match(name)]
    if len(functions) < 200 or len(lacking) < 10:
        wrong.append(f"{machine}: only {len(functions)} functions, and {len(lacking)} that the sysroot lacks")
if wrong:
    sys.exit("\n".join(wrong))
