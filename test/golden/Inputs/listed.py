"""listed.py ZIP: prints the files of a zip in their order: mode, time, size, how they are packed, name."""
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as packed:
    assert packed.testzip() is None
    for info in packed.infolist():
        time = "{}-{:02}-{:02} {:02}:{:02}:{:02}".format(*info.date_time)
        system = {3: "unix"}.get(info.create_system, "other")
        packing = {zipfile.ZIP_DEFLATED: "deflated"}.get(info.compress_type, "other")
        print(f"{info.external_attr >> 16:o} {time} {info.file_size} {system} {packing} {info.filename}")
