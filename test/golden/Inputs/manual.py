"""Asks a manual page, argv[1], for each of the commands on standard input, for their options, and for our variables."""
import re
import subprocess
import sys

page = open(sys.argv[1]).read().replace(r"\-", "-")
wanted = set()
for line in sys.stdin:
    command = line.split("\t")[0]
    wanted.add(f".Cm {command}" if command[0] != "-" else f"Fl {command[1:]}")
    options = subprocess.check_output(["lambda-cc", "complete", "--", "lambda-cc", command], text=True)
    wanted |= {f".Op Fl {name}" for name in re.findall(r"^-(-[a-z-]+)", options, flags=re.M)}
variables = subprocess.run(["lambda-cc", "doctor"], text=True, stdout=subprocess.PIPE, env={"PATH": "", "LAMBDA_CC_": ""},
                           executable=subprocess.check_output(["sh", "-c", "command -v lambda-cc"], text=True).strip()).stdout
variables = re.findall(r"LAMBDA_CC_[A-Z]+", variables)
assert len(wanted) > 15 and len(variables) >= 5, (wanted, variables)
missing = sorted(word for word in wanted | set(variables) if word not in page)
sys.exit(f"the page does not name {missing}" if missing else 0)
