"""Puts file argv[1] into the archive argv[2], as the member argv[3]."""
import sys

content = open(sys.argv[1], "rb").read()
with open(sys.argv[2], "wb") as archive:
    archive.write(b"!<arch>\n" + f"{sys.argv[3] + '/':<16}{0:<12}{0:<6}{0:<6}{644:<8}{len(content):<10}`\n".encode() + content)
