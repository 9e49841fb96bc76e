#!/usr/bin/env python3
"""docs.py --prefix P --path FOLDER... --work W [--project FOLDER] [PAGE...]: runs the commands of README.md and docs/, as a person does
who reads the page.

Each page is read from its top in one shell, in a copy of the project, with the drop-in folder on PATH. What a fenced block is:

    sh, fish    commands, one a line; each must succeed
    console     commands behind "$ ", and below each what it prints: "…" is any text of a line, a line "…" any lines. The status is not checked.
    toml        `# .cargo/config.toml` in the first line: the project's file from here on. `# Cargo.toml`: cargo must find the crates and features.
    yaml        the `run:` lines of a GitHub job, each in a shell with the variables of the steps before, and what our own action configures;
                the `script:` of a GitLab job, in one shell
    json        is parsed
    text        is not checked

A block of any language that begins with `# NAME` or `// NAME` is that file of the project, if FILES has the name.

A command that is not run is in NOT_RUN, with the reason. Builds of the project are checked: machine, libc and glibc of what they made. AROUND has
what else belongs to a command. A row that no command matches is an error, and so is a link to a file or heading that does not exist.

Fails with FILE:LINE of each command that failed.
"""

import argparse
import contextlib
import json
import os
import pathlib
import platform
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
import tomllib

import yaml

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SECONDS = 300  # for one command
MOST = 40  # lines that are shown of what a failed command printed
FLAGS = re.M | re.S
FILES = ["template.yaml", "Makefile", "app.js", "serverless.yml", ".goreleaser.yaml", "MODULE.bazel", "WORKSPACE", ".bazelrc", "Containerfile"]
# SAM, CDK and Serverless would report each call over the network, and Serverless would look for a newer version.
QUIET = {"SAM_CLI_TELEMETRY": "0", "CDK_DISABLE_CLI_TELEMETRY": "true", "SLS_TELEMETRY_DISABLED": "1", "SLS_NOTIFICATIONS_MODE": "off"}

# (page, command) that is not run, and why. Both are regular expressions for the whole.
NOT_RUN = [
    (r".*", r"sh cmake/quickstart\.sh.*", "the gate runs its steps: packages, sysroots, and the example in rust/example-with-linker"),
    (r".*", r"sh cmake/test\.sh.*", "it is the gate itself"),
    (r".*", r"sudo (apt-get|mkdir|cmake --install) .*", "sudo changes the machine; real/installed-prefix-moves runs cmake --install"),
    (r".*", r"rustup target add .*", "the machine may have no rustup; test/rust-std.sh runs it where there is one"),
    (r".*", r"(tar|sudo apt-get install \./|pip install) ?.*(lambda-cc|lambda_cc)[-_].*", "`sh cmake/test.sh --all` runs it: packages/"),
    (r".*", r"sh cmake/release\.sh|sh test/packages/prepare\.sh .*", "`sh cmake/test.sh --all` runs it; three hours"),
    (r".*", r"python3 cmake/pins\.py", "needs Debian's mirror; gate/pins-name-fixes runs it with a faked apt"),
    (r".*", r"python3 test/bench/bench\.py .*", "40 minutes; rust/bench-prints-table runs two of its rows"),
    (r"docs/cargo-lambda\.md", r"cargo lambda (watch|invoke) .*", "serves until it is ended; callers/lambda-watch-answers runs both"),
    (r"docs/caches\.md", r"(icecc-create-env|export ICECC_VERSION|LAMBDA_CC_CACHE=icecc) ?.*", "needs daemons: callers/icecc-compiles-elsewhere"),
    (r"docs/deploy\.md", r"aws .*", "needs an account with AWS"),
    (r"docs/hosts\.md", r"python3 -m venv .*", "needs PyPI; the gate makes build/zig so, and docs/host-steps-run builds as the page does"),
    (r"docs/hosts\.md", r"xattr .*", "is a command of macOS"),
    (r"docs/hosts\.md", r"cargo new .*", "the page's project has C, too"),
    (r"docs/hosts\.md", r"py -m venv .*|Expand-Archive .*|Rename-Item .*|\$env:PATH = .*", "PowerShell is not installed"),
    (r"docs/ci\.md", r"docker .*", "needs Docker and another image; packages/image-builds-function runs the instructions"),
    (r"docs/callers/cargo-chef\.md", r"docker .*", "needs Docker and another image; callers/cargo-chef-cooks-once runs the instructions"),
    (r"docs/ci\.md", r"sudo mkdir .*|curl .*|apt-get .*|mkdir .*", "installs on a runner, from an address of the user's"),
    (r"docs/setup\.md", r".* \| Out-String .*", "PowerShell is not installed; golden/environment-formats checks the text"),
]

# (page, command), and what the shell runs before and after the command. It must succeed, too.
AROUND = [
    (r".*", r".*\bcargo\b.* build\b.*", "touch answer.c src/main.rs", ""),  # so that cargo compiles and links again
    (r"docs/libraries\.md", r"export PKG_CONFIG_PATH_.*", "",
     "PKG_CONFIG_PATH=$PKG_CONFIG_PATH_aarch64_unknown_linux_musl aarch64-unknown-linux-musl-pkg-config --libs answer"
     " | grep -e '-L.*/arm/lib -lanswer'"),
    (r"docs/build-systems\.md", r"cmake --build .*", "", "aarch64-unknown-linux-musl-readelf -h build/arm/hello | grep AArch64"),
    (r"docs/build-systems\.md", r"ninja .*", "", "aarch64-unknown-linux-musl-readelf -h build/meson/hello | grep AArch64"),
    (r"docs/build-systems\.md", r".*\bmake .*", "", "aarch64-unknown-linux-musl-readelf -h hello | grep AArch64"),
    (r"docs/cargo-lambda\.md", r"LAMBDA_CC_GLIBC=2\.17 .*", "", "lambda-cc check target/lambda-2.17/my-function"),
    (r"docs/errors\.md", r"cargo build .* \| lambda-cc explain -", "sed -i s/answer/missing/ answer.c",  # so that the link fails
     "sed -i s/missing/answer/ answer.c"),
    (r"docs/errors\.md", r"make hello .*", "", "test ! -e hello"),
    (r"docs/setup\.md", r"lambda-cc init --undo", "", "test ! -e .cargo/config.toml"),
    (r"docs/setup\.md", r"lambda-cc install .*", "", "test -x ~/.local/bin/aarch64-unknown-linux-musl-gcc"),
]


class Wrong(Exception):
    pass


class Block:
    """A fenced block of a page."""

    def __init__(self, line, language, lines):
        self.line, self.language, self.lines = line, language, lines

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"


def blocks(text):
    found = None
    for number, line in enumerate(text.splitlines(), 1):
        if found is None:
            if fence := re.match(r"( *)```(\S*)\s*$", line):
                indent, found = len(fence[1]), Block(number, fence[2], [])
        elif line.strip() == "```":
            yield found
            found = None
        else:
            found.lines.append(line[indent:] if not line[:indent].strip() else line)
    if found:
        raise Wrong(f"{found.line}: the block does not end")


def commands(block):
    """(line, command, printed) of each command of a block of shell; printed is None where the page does not show it."""
    lines = list(enumerate(block.lines, block.line + 1))
    while lines:
        number, line = lines.pop(0)
        if block.language == "console":
            if not line.startswith("$ "):
                raise Wrong(f"{number}: console: a command begins with '$ '")
            line = line[2:]
        while line.endswith("\\") and lines:
            line += "\n" + lines.pop(0)[1]
        printed = None
        if block.language == "console":
            printed = []
            while lines and not lines[0][1].startswith("$ "):
                printed.append(lines.pop(0)[1])
        if line.strip() and not line.lstrip().startswith("#"):
            # The text after " # " is for the reader.
            yield number, re.sub(r"\s+# .*$", "", line).strip(), printed


def matching(rows, page, command, used):
    """The rows for a command, which are added to `used`."""
    found = [row for row in rows if re.fullmatch(row[0], page) and re.fullmatch(row[1], command, FLAGS)]
    used.update(found)
    return found


def pattern(printed):
    """A regular expression for what a console block shows."""
    lines = "".join(r"(?:.*\n)*?" if line.strip() == "…" else ".*".join(map(re.escape, line.rstrip().split("…"))) + "\n" for line in printed)
    return re.compile(lines)


class Shell:
    """bash, which keeps folder and variables between commands."""

    def __init__(self, program, work, folder, environment):
        self.work = work
        self.shell = subprocess.Popen(program, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                      start_new_session=True)

    def run(self, command):
        """(status, output) of a command."""
        script, output = self.work / "command", self.work / "output"
        script.write_text(command + "\n")
        output.write_text("")
        try:
            self.shell.stdin.write(f". '{script}' >'{output}' 2>&1 </dev/null; echo $?\n")
            self.shell.stdin.flush()
        except BrokenPipeError:
            return 124, ""
        timer = threading.Timer(SECONDS, os.killpg, (self.shell.pid, signal.SIGKILL))
        timer.start()
        status = self.shell.stdout.readline().strip()
        timer.cancel()
        return int(status) if status else 124, output.read_text(errors="replace")

    def end(self):
        with contextlib.suppress(BrokenPipeError):
            self.shell.stdin.close()
        self.shell.wait()


class Runner:
    def __init__(self, args):
        self.args = args
        self.work = pathlib.Path(args.work)
        self.prefix = os.path.realpath(args.prefix)
        self.project = self.work / "my-function"
        self.used = set()
        self.wrong = []
        self.ran = self.left = 0
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def fail(self, page, line, what):
        lines = what.splitlines()
        self.wrong.append("\n".join([f"{page}:{line}: {lines[0]}", *(lines[1:] if len(lines) <= MOST else ["…", *lines[-MOST:]])]))

    # The project is laid out anew for each page; what cargo built stays.
    def lay_out(self):
        kept = self.work / "target"
        if (self.project / "target").exists():
            shutil.move(self.project / "target", kept)
        shutil.rmtree(self.project, ignore_errors=True)
        shutil.copytree(self.args.project, self.project)
        if (self.project / "configure.ac").exists():
            if not (self.work / "configure").exists():
                subprocess.run(["autoconf", "--output", self.work / "configure"], cwd=self.project, check=True)
            shutil.copy(self.work / "configure", self.project)
        if kept.exists():
            shutil.move(kept, self.project / "target")
        home = self.work / "home"
        shutil.rmtree(home, ignore_errors=True)
        # The machine's own registries of crates, of Go's modules and of npm's packages.
        cargo_home = pathlib.Path(os.environ.get("CARGO_HOME", os.path.expanduser("~/.cargo")))
        (home / ".cargo").mkdir(parents=True)
        for name in ["registry", "git"]:
            (cargo_home / name).mkdir(parents=True, exist_ok=True)
            (home / ".cargo" / name).symlink_to(cargo_home / name)
        for name in ["config.toml", "config"]:
            if (cargo_home / name).exists():
                shutil.copy(cargo_home / name, home / ".cargo")
        for name in [".npmrc", ".config/go/env"]:
            if (file := pathlib.Path.home() / name).exists():
                (home / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, home / name)
        certificates = {name: value for name, value in os.environ.items() if "_CERT" in name or name.endswith("_CA_BUNDLE")}
        path = os.pathsep.join([*self.args.path, "/usr/local/bin", "/usr/bin", "/bin"])
        return {**certificates, **QUIET, "PATH": path, "HOME": str(home), "CARGO_HOME": f"{home}/.cargo",
                "LANG": "C.UTF-8", "RUSTUP_HOME": os.environ.get("RUSTUP_HOME", os.path.expanduser("~/.rustup")), "TMPDIR": str(self.work)}

    def here(self, text):
        """A page's text with the paths of this machine."""
        return text.replace("/opt/lambda-cc", self.prefix)

    def command(self, page, line, shell, command, printed):
        if matching(NOT_RUN, page, command, self.used):
            self.left += 1
            return
        self.ran += 1
        rows = matching(AROUND, page, command, self.used)
        self.around(page, line, shell, command, [before for _, _, before, _ in rows])
        start = time.monotonic()
        status, output = shell.run(self.here(command))
        seconds = time.monotonic() - start
        if self.args.verbose:
            print(f"{page}:{line}: {seconds:.1f} s: {command}", flush=True)
        if status == 124:
            self.fail(page, line, f"ended the shell, or took more than {SECONDS} s: {command}\n{output}")
            return
        if printed is None and status != 0:
            self.fail(page, line, f"exit status {status}: {command}\n{output}")
            return
        if printed is not None and not pattern(map(self.here, printed)).fullmatch(output if output.endswith("\n") or not output else output + "\n"):
            self.fail(page, line, f"does not print what the page shows: {command}\n{output}")
            return
        if printed is None:
            self.built(page, line, shell, command)
        self.around(page, line, shell, command, [after for _, _, _, after in rows])

    def around(self, page, line, shell, command, others):
        for other in filter(None, others):
            status, output = shell.run(self.here(other))
            if status != 0:
                self.fail(page, line, f"at {command}: exit status {status}: {other}\n{output}")

    # A build of the project makes a program of the target, in the folder that cargo names.
    def built(self, page, line, shell, command):
        if not re.search(r"\bcargo build\b", command) or "|" in command:
            return
        for target in re.findall(r"--target[ =](\w+-unknown-linux-\w+)", command[command.index("cargo"):]):
            folder = re.search(r"--target-dir (\S+)", command)
            profile = "release" if "--release" in command else "debug"
            program = f"{folder[1] if folder else 'target'}/{target}/{profile}/my-function"
            status, output = shell.run(f"{self.prefix}/bin/{target}-readelf -hlV {program}")
            machine = {"x86_64": "X86-64", "aarch64": "AArch64"}[target.split("-")[0]]
            if status != 0 or machine not in output:
                self.fail(page, line, f"did not make a program for {target}: {command}\n{output}")
            elif ("INTERP" in output) == target.endswith("-musl"):
                self.fail(page, line, f"made a program with the wrong libc: {command}\n{output}")
            elif target.endswith("-musl"):
                arch = target.split("-")[0]
                status, output = shell.run(program if arch == platform.machine() else f"qemu-{arch}-static {program}")
                if status != 0 or output != "the answer is 42\n":
                    self.fail(page, line, f"made a program that does not run: {command}\n{output}")
            else:
                newest = max(int(minor) for minor in re.findall(r"GLIBC_2\.(\d+)", output))
                said = re.search(r"(?:LAMBDA_CC_GLIBC=|-linux-gnu\.)2\.(\d+)", command)
                ceiling = int(said[1]) if said else 34 if "al2023" in command else 26
                if newest > ceiling:
                    self.fail(page, line, f"made a program that needs glibc 2.{newest}: {command}")

    def toml(self, page, block, shell):
        name = re.fullmatch(r"# (\.cargo/config\.toml|Cargo\.toml)( .*)?", block.lines[0])
        try:
            tomllib.loads(block.text)
        except tomllib.TOMLDecodeError as error:
            raise Wrong(f"{block.line}: toml: {error}") from error
        if not name:
            raise Wrong(f"{block.line}: toml: the first line names the file: # .cargo/config.toml or # Cargo.toml")
        if name[1] == "Cargo.toml":
            crate = self.work / "crate"
            (crate / "src").mkdir(parents=True, exist_ok=True)
            (crate / "src" / "lib.rs").touch()
            (crate / "Cargo.lock").unlink(missing_ok=True)
            (crate / "Cargo.toml").write_text('[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n[workspace]\n' + block.text)
            status, output = shell.run(f"cargo generate-lockfile --quiet --manifest-path '{crate}/Cargo.toml'")
        else:
            (self.project / ".cargo").mkdir(exist_ok=True)
            (self.project / ".cargo" / "config.toml").write_text(self.here(block.text))
            status, output = shell.run("cargo metadata --no-deps --format-version 1")
        if status != 0:
            raise Wrong(f"{block.line}: toml: cargo does not take it:\n{output}")
        self.ran += 1

    def yaml(self, page, block, environment):
        try:
            parsed = yaml.load(block.text, yaml.BaseLoader)  # GitHub reads each scalar as text
        except yaml.YAMLError as error:
            raise Wrong(f"{block.line}: yaml: {error}") from error

        def line_of(command):
            first = command.splitlines()[0]
            return next((block.line + 1 + number for number, line in enumerate(block.lines) if first in line), block.line)

        # A workflow of GitHub's, the steps of one, or GitLab's jobs.
        parsed = {"jobs": {"a": {"steps": parsed}}} if isinstance(parsed, list) else parsed
        jobs = parsed["jobs"].values() if "jobs" in parsed else [job for job in parsed.values() if isinstance(job, dict)]
        count = 0
        for job in jobs:
            variables = {**environment, **{key: str(value) for key, value in job.get("env", {}).items()}}
            if "steps" in job:  # GitHub's: a shell for each step, and two files between them
                for name in ["GITHUB_ENV", "GITHUB_PATH"]:
                    (self.work / name).write_text("")
                    variables[name] = str(self.work / name)
                for step in job["steps"]:
                    if re.match(r"\w+/lambda-cc@", step.get("uses", "")):
                        step = {"run": self.action(block, step["with"])}
                    if "run" not in step:
                        continue
                    count += 1
                    runner = [sys.executable, str(HERE.parent / "callers" / "runner.py"), variables["GITHUB_ENV"], variables["GITHUB_PATH"],
                              "bash", "--norc"]
                    shell = Shell(runner, self.work, self.project, {**variables, **{key: str(value) for key, value in step.get("env", {}).items()}})
                    for number, command, _ in commands(Block(line_of(step["run"]) - 1, "sh", step["run"].splitlines())):
                        self.command(page, number, shell, command, None)
                    shell.end()
            else:  # GitLab's: one shell
                shell = Shell(["bash", "--norc"], self.work, self.project, variables)
                for command in [*job.get("before_script", []), *job.get("script", [])]:
                    count += 1
                    self.command(page, line_of(command), shell, command, None)
                shell.end()
        if not count:
            raise Wrong(f"{block.line}: yaml: no command was found in it")

    def action(self, block, inputs):
        """The command that action.yml ends with, without the download (callers/action-installs-package)."""
        known = yaml.load((ROOT / "action.yml").read_text(), yaml.BaseLoader)["inputs"]
        if wrong := [*(inputs.keys() - known.keys()), *({name for name in known if "default" not in known[name]} - inputs.keys())]:
            raise Wrong(f"{block.line}: yaml: not an input of action.yml, or one that it requires: {', '.join(sorted(wrong))}")
        return " ".join(["/opt/lambda-cc/bin/lambda-cc env --format github", *(f"--target {each}" for each in inputs.get("targets", "").split())])

    def page(self, name):
        path = ROOT / name  # an absolute name stays
        text = path.read_text()
        environment = self.lay_out()
        self.links(name, path, text)
        try:
            found = list(blocks(text))
        except Wrong as wrong:
            self.wrong.append(f"{name}:{wrong}")
            return
        drop_in = f"{self.prefix}/libexec/lambda-cc/drop-in"
        # A page that itself puts the folder on PATH, and a CI job, begin without it.
        person = environment if "export PATH=/opt/lambda-cc/libexec" in text else {**environment, "PATH": f"{drop_in}:{environment['PATH']}"}
        shell = Shell(["bash", "--norc"], self.work, self.project, person)
        for block in found:
            try:
                if (file := re.match(r"(?:#|//) (\S+)\n", block.text)) and file[1] in FILES:
                    (self.project / file[1]).write_text(self.here(block.text))
                elif block.language in {"sh", "console"}:
                    for number, command, printed in commands(block):
                        self.command(name, number, shell, command, printed)
                elif block.language == "fish":
                    for number, command, printed in commands(block):
                        self.command(name, number, shell, f"fish --no-config -c {shlex.quote(command)}", printed)
                elif block.language == "powershell":
                    for number, command, printed in commands(block):
                        if not matching(NOT_RUN, name, command, self.used):
                            raise Wrong(f"{number}: PowerShell is not installed, and NOT_RUN does not have: {command}")
                        self.left += 1
                elif block.language == "toml":
                    self.toml(name, block, shell)
                elif block.language == "yaml":
                    self.yaml(name, block, environment)
                elif block.language == "json":
                    try:
                        json.loads(block.text)
                    except ValueError as error:
                        raise Wrong(f"{block.line}: json: {error}") from error
                elif block.language != "text":
                    raise Wrong(f"{block.line}: '{block.language}': a block is sh, fish, powershell, console, toml, yaml, json or text")
            except Wrong as wrong:
                self.wrong.append(f"{name}:{wrong}")
        shell.end()

    def links(self, name, path, text):
        for number, line in enumerate(text.splitlines(), 1):
            for target in re.findall(r"(?:\]\(|src=\")([^)\"\s]+)[)\"]", re.sub(r"`[^`]*`", "", line)):
                if re.match(r"\w+:", target):
                    continue
                file, _, heading = target.partition("#")
                to = path.parent / file if file else path
                if not to.exists():
                    self.fail(name, number, f"links to {target}, which does not exist")
                elif heading and heading not in headings(to.read_text()):
                    self.fail(name, number, f"links to {target}, a heading that does not exist")


def headings(text):
    """The anchors of a page, as GitHub makes them."""
    text = re.sub(r"^```.*?^```", "", text, flags=FLAGS)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in re.findall(r"^#+ (.*)$", text, re.M)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prefix", required=True, help="an installation of lambda-cc")
    parser.add_argument("--path", action="append", default=[], metavar="FOLDER", help="has cargo, or cargo-lambda, or zig")
    parser.add_argument("--work", required=True, help="a folder that is removed first")
    parser.add_argument("--project", default=HERE / "Inputs" / "project", metavar="FOLDER", help="what the pages build")
    parser.add_argument("--verbose", action="store_true", help="print each command and its seconds")
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="without it, all pages")
    args = parser.parse_args()

    # The others of docs/callers have a test each, with their own project.
    names = [f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md")) if page.name != "requirements.md"]
    pages = args.pages or ["README.md", "docs/callers/README.md", *names]
    runner = Runner(args)
    for page in pages:
        runner.page(page)
    for row in [] if args.pages else NOT_RUN + AROUND:
        if row not in runner.used and not row[0].startswith("docs/callers/"):
            runner.wrong.append(f"docs.py: no command of {row[0]} is {row[1]}")
    print("\n".join(runner.wrong) if runner.wrong else f"{runner.ran} commands of {len(pages)} pages were run, {runner.left} were not")
    return 1 if runner.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
