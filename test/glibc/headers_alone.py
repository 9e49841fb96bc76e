"""headers_alone.py TRIPLE HEADERS: whether each of the headers HEADERS can be the only one, for each ceiling, in C and in C++.

Below its version a header says which glibc it needs, and nothing else. Those below bits/ are parts of others.
"""
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

triple, headers = sys.argv[1:]
arch = triple.split("-")[0]
names = [name for name, *only in (row.split() for row in open(headers) if not row.startswith("#"))
         if only in ([], [arch]) and not name.startswith(("bits/", "gnu/lib-names-"))]


def compile_all(ceiling, suffix):
    """One process for all files: -Xclang gives it the others, and it goes on with the next after an error."""
    first, *others = [f"{name}.{suffix}" for name in names]
    ran = subprocess.run([f"{triple}-2_{ceiling}-gcc", "-fsyntax-only", "-Werror", "-Wno-#warnings", "-D_GNU_SOURCE", "-ferror-limit=0",
                          *(["-nostdinc++"] if suffix == "cpp" else []),
                          *[word for other in others for word in ("-Xclang", other)], first], cwd=folder, capture_output=True, text=True)
    refused = {}
    for name, version in re.findall(r'error: "<(\S+)> needs glibc 2\.(\d+)"', ran.stderr):
        refused[name] = int(version)
    errors = [line for line in ran.stderr.splitlines() if " error: " in line and "needs glibc" not in line]
    return errors, refused


with tempfile.TemporaryDirectory() as folder:
    for name in names:
        for suffix in ("c", "cpp"):
            os.makedirs(os.path.dirname(f"{folder}/{name}"), exist_ok=True)
            with open(f"{folder}/{name}.{suffix}", "w") as file:
                file.write(f"#include <{name}>\n")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = {(ceiling, suffix): pool.submit(compile_all, ceiling, suffix)
                for ceiling in (17, 26, 31, 34, 36) for suffix in ("c", "cpp")}

needs = runs[17, "c"].result()[1]
for (ceiling, suffix), run in runs.items():
    errors, refused = run.result()
    for line in errors:
        print(f"2.{ceiling} {suffix}: {line}")
    if refused != {name: version for name, version in needs.items() if version > ceiling}:
        print(f"2.{ceiling} {suffix}: refused are {refused}")
print(f"{triple}: {len(names)} headers, newer than 2.17:", *(f"{name} 2.{needs[name]}" for name in sorted(needs)))
