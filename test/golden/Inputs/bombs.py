"""Writes shared.zip, in which 200 files of 240 MB are the same bytes, apart.zip, in which each of two has its own, and many.zip, with 2^18 + 1
files."""
import struct
import zlib

MEBIBYTES = 240
squeeze = zlib.compressobj(1, zlib.DEFLATED, -15)
packed, crc = b"", 0
for i in range(MEBIBYTES):
    part = (b"\x7fELF" if i == 0 else b"\0" * 4) + bytes((1 << 20) - 4)
    packed += squeeze.compress(part)
    crc = zlib.crc32(part, crc)
packed += squeeze.flush()


def write(name, files):
    """Each of `files` is a name and whether its bytes are those of the one before."""
    with open(name, "wb") as archive:
        entries = b""
        for file, shares in files:
            common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, len(packed), MEBIBYTES << 20, len(file), 0)
            if not shares:
                start = archive.tell()
                archive.write(b"PK\3\4" + common + file + packed)
            entries += b"PK\1\2" + struct.pack("<H", 3 << 8 | 20) + common + struct.pack("<HHHII", 0, 0, 0, 0o100755 << 16, start) + file
        end = archive.tell()
        archive.write(entries + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(entries), end, 0))


write("shared.zip", [(b"bootstrap", i > 0) for i in range(200)])
write("apart.zip", [(b"bootstrap", False), (b"lib/libmine.so", False)])

many = (1 << 18) + 1
common = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, 0, 0, 0, 1, 0)
entries = (b"PK\1\2" + struct.pack("<H", 3 << 8 | 20) + common + struct.pack("<HHHII", 0, 0, 0, 0o100644 << 16, 0) + b"a") * many
with open("many.zip", "wb") as archive:
    archive.write(b"PK\3\4" + common + b"a")
    start = archive.tell()
    archive.write(entries)
    end = archive.tell()
    archive.write(b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, many, many, len(entries), start))
    archive.write(b"PK\6\7" + struct.pack("<IQI", 0, end, 1))
    archive.write(b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0))
