"""Packs into the zip argv[1]: each PLACE=FILE is a program, each PLACE:TARGET a symbolic link."""
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as packed:
    for argument in sys.argv[2:]:
        is_link = ":" in argument
        place, target = argument.split(":" if is_link else "=")
        info = zipfile.ZipInfo(place)
        info.create_system, info.external_attr = 3, (0o120777 if is_link else 0o100755) << 16
        info.compress_type = zipfile.ZIP_DEFLATED
        packed.writestr(info, target if is_link else open(target, "rb").read())
