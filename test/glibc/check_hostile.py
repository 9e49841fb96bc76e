"""check_hostile.py LAMBDA-CC PROGRAM MIB: lets LAMBDA-CC check hostile files that are made of PROGRAM.

It must end with a finding for each, and need at most MIB MiB of memory.
"""
import json
import os
import random
import resource
import struct
import subprocess
import sys
import zipfile

tool, good = sys.argv[1], open(sys.argv[2], "rb").read()
chance = random.Random(7)
os.makedirs("hostile", exist_ok=True)


def zipped(name, **files):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    return open(name, "rb").read()


def check(files):
    done = subprocess.run([tool, "check", *files], capture_output=True, timeout=300)
    reported = [line for line in done.stdout.splitlines() if line.split(b":")[0] in (b"ok", b"warning", b"error")]
    if done.returncode not in (0, 1) or done.stderr or len(reported) < len(files):
        sys.exit(f"status {done.returncode}, {len(reported)} findings of {len(files)} files, such as {files[:3]}: {done.stderr[-2000:]!r}")
    return done.stdout.decode(errors="replace")


def write(name, content):
    with open(f"hostile/{name}", "wb") as file:
        file.write(content)
    return f"hostile/{name}"


# Headers and the dynamic section decide; most turns are there.
dynamic = good.index(b"libc.so.6")
spots = [range(0, 1024), range(max(0, dynamic - 2048), dynamic + 2048), range(len(good))]
broken = []
archive = zipped("good.zip", bootstrap=good, **{"lib/a.so": good})
for i in range(600):
    for content, kind in (good, "elf"), (archive, "zip"):
        mangled = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            where = chance.choice(chance.choice(spots)) % len(mangled) if kind == "elf" else chance.randrange(len(mangled))
            mangled[where] = chance.choice([0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)])
        if chance.random() < 0.2:
            del mangled[chance.randrange(len(mangled)):]
        broken.append(write(f"{i}.{kind}", bytes(mangled)))
check(broken)

# 100 MB that list as much as fits of what is read as a list: libraries, folders, versions, symbols, headers. They are written in pieces: a child
# counts what its parent had as its own.
size, start = 100 << 20, 0x1000
tags = {"needed": 1, "strings": 5, "symbols": 6, "runpath": 29, "hash": 0x6FFFFEF5,
        "versions": 0x6FFFFFF0, "needs": 0x6FFFFFFE, "definitions": 0x6FFFFFFC}


def listing(name, tags_of_rest, rest, headers=2):
    def segment(kind, offset, length):
        return struct.pack("<IIQQQQQQ", kind, 4, offset, offset, offset, length, length, 4096)

    header = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, headers, 64, 0, 0)
    dynamic = b"".join(struct.pack("<qQ", tags[tag], start) for tag in ["strings", *tags_of_rest])
    length = len(dynamic) if tags_of_rest else size - 0xFF0 # else what follows is the list
    with open(f"hostile/{name}", "wb") as file:
        segments = segment(1, 0, size) + segment(2, 0xFF0 if not tags_of_rest else 0x800, length)
        file.write((header + segments).ljust(0x800, b"\0") + dynamic.ljust(0x7F0, b"\0"))
        file.write(struct.pack("<qQ", tags["strings"], start))
        for _ in range(99):
            file.write((rest * ((1 << 20) // len(rest) + 1))[:1 << 20])
        file.truncate(size)
    return f"hostile/{name}"


needed = struct.pack("<qQ", tags["needed"], 0x20000) * 4096 # each under a name that takes four times its size to print
lists = [
    listing("controls", [], needed + b"\1" * ((1 << 20) - len(needed))),
    listing("libraries", [], struct.pack("<qQ", tags["needed"], 4)),
    listing("folders", ["runpath"], b"f:"),
    listing("needs", ["needs"], struct.pack("<HHIII", 1, 0, 0, 0, 16)),
    listing("links", ["needs", "definitions"], struct.pack("<HHIII", 1, 1, 1, 16, 1)),
    listing("symbols", ["symbols", "versions", "needs", "hash"], b"\1"),
    listing("headers", ["needs"], b"\1", headers=0xFFFE),
]
if r"needs \x01\x01" not in check(lists):
    sys.exit("no library with a name of control characters")
rows = json.loads(subprocess.run([tool, "check", "--format", "json", *lists], capture_output=True, timeout=300).stdout)
if [row["file"] for row in rows] != lists:
    sys.exit(f"JSON of other files: {rows}"[:2000])
with open("hostile/huge", "wb") as file: # mostly a hole
    file.write(good)
    file.truncate(3 << 30)
bomb = "hostile/bomb.zip"
with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
    with archive.open("bootstrap", "w", force_zip64=True) as inside:
        for _ in range(600):
            inside.write(b"\x7fELF" + bytes((1 << 20) - 4))
many = "hostile/many.zip"
with zipfile.ZipFile(many, "w") as archive:
    for i in range(20000):
        archive.writestr(f"lib/{i}/{'x' * 200}", b"\x7fELF")
with open("hostile/script", "wb") as file:
    file.write(b"#!")
    for _ in range(100):
        file.write(b"x" * (1 << 20))
printed = check(["hostile/huge", bomb, many, "hostile/script"])
for expected in ["'hostile/bomb.zip' is 629145600 bytes unpacked", "'hostile/bomb.zip' is not checked from 'bootstrap' on"]:
    if expected not in printed:
        sys.exit(f"no {expected!r} in {printed[:2000]}")
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
if peak > int(sys.argv[3]):
    sys.exit(f"{peak} MiB of memory")
