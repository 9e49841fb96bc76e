"""headers_alone.py TRIPLE HEADERS: whether each of the headers HEADERS can be the only one, for each ceiling, in C and in C++.

Below its version a header does not exist. Those below bits/ are parts of others.
"""
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

CEILINGS = 17, 26, 31, 34, 36, 41
triple, headers = sys.argv[1:]
arch = triple.split("-")[0]
names = [name for name, *only in (row.split() for row in open(headers) if not row.startswith("#"))
         if only in ([], [arch]) and not name.startswith(("bits/", "gnu/lib-names-"))]


def compile_all(ceiling, suffix):
    """One process for all files: -Xclang gives it the others, and it goes on with the next after an error."""
    first, *others = [f"{name}.{suffix}" for name in names]
    ran = subprocess.run([f"{triple}-2_{ceiling}-gcc", "-fsyntax-only", "-Werror", "-Wno-#warnings",
                          "-Wno-error=#pragma-messages", "-D_GNU_SOURCE", "-ferror-limit=0",
                          *(["-nostdinc++"] if suffix == "cpp" else []),
                          *[word for other in others for word in ("-Xclang", other)], first], cwd=folder, capture_output=True, text=True)
    return re.findall(r".* error: .*", ran.stderr), set(re.findall(r"warning: no <(\S+)>", ran.stderr))


with tempfile.TemporaryDirectory() as folder:
    for name in names:
        for suffix in ("c", "cpp"):
            os.makedirs(os.path.dirname(f"{folder}/{name}"), exist_ok=True)
            with open(f"{folder}/{name}.{suffix}", "w") as file:
                file.write(f'#if __has_include(<{name}>)\n#include <{name}>\n#else\n#pragma message("no <{name}>")\n#endif\n')
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = {(ceiling, suffix): pool.submit(compile_all, ceiling, suffix)
                for ceiling in CEILINGS for suffix in ("c", "cpp")}

for (ceiling, suffix), run in runs.items():
    for line in run.result()[0]:
        print(f"2.{ceiling} {suffix}: {line}")
    print(f"2.{ceiling} {suffix}: {len(names)} headers without", *sorted(run.result()[1]))
