"""manual.py PAGE README < COMMANDS: fails where the manual page lacks a command, an option of one, or a variable of ours.

COMMANDS is what `lambda-cc complete lambda-cc` prints. README's table of variables must have each of ours, and no other.
"""

import re
import subprocess
import sys

page = open(sys.argv[1]).read().replace(r"\-", "-")
synopsis = page.split(".Sh SYNOPSIS")[1].split(".Sh")[0].split(".Nm\n")
wanted, missing = 0, []
for line in sys.stdin:
    command = line.split("\t")[0]
    if command[0] == "-":
        wanted, missing = wanted + 1, missing + [command] * (f"Fl {command[1:]}" not in synopsis[-1])
        continue
    own = [part for part in synopsis if part.startswith(f".Cm {command}\n")]
    options = subprocess.check_output(["lambda-cc", "complete", "--", "lambda-cc", command], text=True)
    for wording in [f".It Cm {command}\n"] + [f".Op Fl {name}" for name in re.findall(r"^-(-[a-z-]+)", options, flags=re.M)]:
        found = wording in (page if wording.startswith(".It") else own[0] if own else "")
        wanted, missing = wanted + 1, missing + [f"{command}: {wording}"] * (not found)
variables = subprocess.run(["lambda-cc", "doctor"], text=True, stdout=subprocess.PIPE, env={"PATH": "", "LAMBDA_CC_": ""},
                           executable=subprocess.check_output(["sh", "-c", "command -v lambda-cc"], text=True).strip()).stdout
variables = re.findall(r"LAMBDA_CC_[A-Z]+", variables)
assert wanted > 20 and len(variables) >= 5, (wanted, variables)
missing += [name for name in variables if name not in page]
rows = re.findall(r"^\| `(LAMBDA_CC_[A-Z]+)` \|", open(sys.argv[2]).read(), flags=re.M)
missing += [name for name in variables if name not in rows] + [name for name in rows if name not in variables]
sys.exit(f"the page does not name {missing}" if missing else 0)
