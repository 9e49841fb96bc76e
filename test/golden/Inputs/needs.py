"""needs.py FILE [--program] [--machine NUMBER] [--soname NAME] [--runpath FOLDERS] [--mark TEXT] NEEDED...: writes an ELF file without code.

It is a shared library, or a program for glibc. NEEDED are the libraries that its loader would look for. Files with another TEXT differ.
"""
import argparse
import struct

parser = argparse.ArgumentParser()
parser.add_argument("file")
parser.add_argument("needed", nargs="*")
parser.add_argument("--program", action="store_true")
parser.add_argument("--machine", type=int, default=62)  # EM_X86_64; EM_AARCH64 is 183
for option in ["soname", "runpath", "mark"]:
    parser.add_argument(f"--{option}", default="")
args = parser.parse_intermixed_args()

strings = b"\0"


def add(text):
    global strings
    at, strings = len(strings), strings + text.encode() + b"\0"
    return at


loader = {62: "/lib64/ld-linux-x86-64.so.2", 183: "/lib/ld-linux-aarch64.so.1"}.get(args.machine, "")
interpreter = add(loader)
entries = [(1, add(name)) for name in args.needed]  # DT_NEEDED
entries += [(tag, add(value)) for tag, value in [(14, args.soname), (29, args.runpath)] if value]  # DT_SONAME, DT_RUNPATH
add(args.mark)

headers = 4  # PT_LOAD, PT_DYNAMIC, PT_GNU_STACK and PT_INTERP
dynamic = 64 + headers * 56
at = dynamic + 16 * (len(entries) + 3)
entries += [(5, at), (10, len(strings)), (0, 0)]  # DT_STRTAB, DT_STRSZ, DT_NULL
end = at + len(strings)
out = b"\x7fELF\x02\x01\x01" + bytes(9)
out += struct.pack("<HHIQQQIHHHHHH", 2 if args.program else 3, args.machine, 1, 4096, 64, 0, 0, 64, 56, headers, 64, 0, 0)
out += struct.pack("<IIQQQQQQ", 1, 5, 0, 0, 0, end, end, 0x10000)
out += struct.pack("<IIQQQQQQ", 2, 6, dynamic, dynamic, dynamic, 16 * len(entries), 16 * len(entries), 8)
out += struct.pack("<IIQQQQQQ", 0x6474E551, 6, 0, 0, 0, 0, 0, 16)
length = len(loader) + 1
out += struct.pack("<IIQQQQQQ", 3 if args.program else 0, 4, at + interpreter, at + interpreter, 0, length, length, 1)
out += b"".join(struct.pack("<QQ", *entry) for entry in entries) + strings
with open(args.file, "wb") as file:
    file.write(out)
