"""Types each line of argv[2:] and a tab into a zsh that has the completions of folder argv[1], and prints the completed line."""
import os
import pty
import re
import subprocess
import sys
import time

folder, lines = sys.argv[1], sys.argv[2:]
ours, theirs = pty.openpty()
zsh = subprocess.Popen(["zsh", "-f", "-i"], stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
                       env={**os.environ, "TERM": "dumb", "PS1": ""})


def read_until(end, seconds=20):
    seen, limit = b"", time.monotonic() + seconds
    while not re.search(end, seen):
        if time.monotonic() > limit:
            sys.exit(f"zsh did not come to {end!r}: {seen!r}")
        seen += os.read(ours, 4096)
    return seen


os.write(ours, f"fpath=({folder} $fpath); autoload -U compinit; compinit -u -D; unsetopt zle_bracketed_paste; stty -echo\n"
               f"bindkey '^I' expand-or-complete; show() {{ print -r -- \"<$BUFFER>\"; zle kill-buffer }}; zle -N show\n"
               f"bindkey '^O' show; echo rea''dy\n".encode())
read_until(rb"ready")
for line in lines:
    os.write(ours, line.encode() + b"\t\x0f")
    print(re.search(rb"<([^>]*?) ?>", read_until(rb"<[^>]*>")).group(1).decode())
zsh.kill()
