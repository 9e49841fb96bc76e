"""Packs the program argv[2] as `bootstrap` into argv[3], in the way that argv[1] names."""
import sys
import warnings
import zipfile

warnings.simplefilter("ignore")  # a path that is there twice
kind, program, archive = sys.argv[1:]
content = open(program, "rb").read()


def entry(name, mode=0o100755, method=zipfile.ZIP_DEFLATED):
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr, info.compress_type = 3, mode << 16, method
    return info


with zipfile.ZipFile(archive, "w") as packed:
    if kind in {"link", "chain", "dangling"}:
        if kind != "dangling":
            packed.writestr(entry("bin/real"), content)
        packed.writestr(entry("bootstrap", 0o120777), "bin/next" if kind == "chain" else "bin/real")
        if kind == "chain":
            packed.writestr(entry("bin/next", 0o120777), "../bin/./real")
    elif kind in {"folder", "twice"}:
        packed.writestr(entry("bootstrap"), content)
        packed.writestr(entry("bootstrap" if kind == "twice" else "bootstrap/data"), content)
    elif kind == "large":
        packed.writestr(entry("bootstrap"), content)
        packed.writestr(entry("data"), bytes(150 << 20))
        packed.writestr(entry("link", 0o120777), "data")
    elif kind == "fifo":
        packed.writestr(entry("bootstrap"), content)
        packed.writestr(entry("pipe", 0o010644), "")
    else:
        name = {"dotted": "./bootstrap", "absolute": "/bootstrap", "above": "../bootstrap"}.get(kind, "bootstrap")
        packed.writestr(entry(name, method=zipfile.ZIP_BZIP2 if kind == "bzip2" else zipfile.ZIP_DEFLATED), content)
if kind == "encrypted":
    # Python does not encrypt: only the flags are set, as in a zip with a password.
    with open(archive, "rb+") as file:
        data = bytearray(file.read())
        data[data.index(b"PK\1\2") + 8] |= 1
        data[data.index(b"PK\3\4") + 6] |= 1
        file.seek(0)
        file.write(data)
elif kind == "short":
    # More bytes are listed than were packed, as after a change of one bit. The checksum is of what was packed.
    with open(archive, "rb+") as file:
        data = bytearray(file.read())
        for at in data.index(b"PK\1\2") + 24, data.index(b"PK\3\4") + 22:
            data[at + 1] += 1
        file.seek(0)
        file.write(data)
