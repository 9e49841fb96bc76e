"""Packs folder argv[1] into argv[2]; with --windows as a machine without modes does."""
import os
import sys
import zipfile

folder, archive = sys.argv[1:3]
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
    for parent, _, names in os.walk(folder):
        for name in sorted(names):
            file = os.path.join(parent, name)
            info = zipfile.ZipInfo.from_file(file, os.path.relpath(file, folder))
            info.compress_type = zipfile.ZIP_DEFLATED
            if "--windows" in sys.argv:
                info.create_system, info.external_attr = 0, 0
            packed.writestr(info, open(file, "rb").read())
