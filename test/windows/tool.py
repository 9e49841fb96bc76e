"""A tool of the golden tests by wine: runs lambda-cc.exe in place of the lambda-cc of Linux. lay_out() makes a file for each name, which
calls main().

It translates between the test, which is for Linux, and the program of Windows:

- PATH and HOME are set as PATH and USERPROFILE, with the folders of drive Z:, which is the root of the machine.
- A program NAME of the test is a script. Windows needs NAME.exe beside it: a program that runs the script (Inputs/stand_in.c). Where NAME
  is a link to a tool of ours, NAME.exe is our launcher, with the file lambda-cc.path, as `lambda-cc install` makes them.
- Z:\\folder\\name.exe in the output is printed as /folder/name.
"""
import filecmp
import glob
import os
import re
import shutil
import subprocess
import sys
import threading

OWN_END = "# A tool of lambda-cc, by wine.\n"  # the last line of each file of lay_out()


def replace(path, make):
    """Makes a file beside its place, and renames it: tests run at once."""
    make(f"{path}.{os.getpid()}")
    os.replace(f"{path}.{os.getpid()}", path)


def is_own(path):
    try:
        with open(path, "rb") as file:
            return file.read(2000).endswith(OWN_END.encode())
    except OSError:
        return False


def can_start(path):
    """Whether Linux has the program in a script's first line."""
    with open(path, "rb") as file:
        first = file.readline(2000)
    return not first.startswith(b"#!") or os.path.exists(first[2:].split()[0])


class Machine:
    def __init__(self, state, work):
        self.state, self.work = state, work  # the folder of wine's files and of the programs; where tests write
        self.stand_in, self.launcher = f"{state}/as-windows.exe", f"{state}/launcher.exe"

    def is_made(self, path):
        return any(os.path.exists(program) and os.path.samefile(path, program) for program in [self.stand_in, self.launcher])

    def make_program(self, path):
        """NAME.exe for NAME."""
        exe = f"{path}.exe"
        own_exe = os.path.join(os.path.dirname(path), "lambda-cc.exe")
        if os.path.exists(own_exe) and not self.is_made(own_exe):
            if is_own(f"{os.path.dirname(path)}/lambda-cc") and filecmp.cmp(own_exe, self.launcher, shallow=False):
                self.write_path(path, self.lambda_cc_of(path))  # a copy of a folder leads to its own lambda-cc.exe
            return  # an installation has its programs
        gone = os.readlink(path) if os.path.islink(path) and not os.path.exists(path) else ""
        if os.path.basename(gone) != "lambda-cc" and not (os.path.isfile(path) and os.access(path, os.X_OK)):
            if os.path.exists(exe) and self.is_made(exe):
                os.remove(exe)
            return
        own = gone or is_own(path)
        if not gone and not can_start(path):
            replace(exe, lambda part: shutil.copy2(path, part))
            return
        program = self.launcher if own else self.stand_in
        if os.path.exists(exe) and os.path.samefile(exe, program):
            return
        replace(exe, lambda part: os.link(program, part))
        if own:
            self.write_path(path, f"{gone}.exe" if gone else self.lambda_cc_of(path))

    def write_path(self, path, exe):
        with open(os.path.join(os.path.dirname(path), "lambda-cc.path"), "w", encoding="utf-16-le") as file:
            file.write(windows_path(exe))

    def lambda_cc_of(self, tool):
        """The lambda-cc.exe that a tool of ours runs. A copy of lambda-cc has none beside it yet."""
        file = os.path.realpath(tool)
        exe = os.path.join(os.path.dirname(file), "lambda-cc.exe")
        if not os.path.exists(exe):
            if os.path.basename(file) != "lambda-cc":
                exe = f"{file}.exe"
            replace(exe, lambda part: shutil.copy2(f"{self.state}/lambda-cc.exe", part))
        folder = os.path.dirname(exe)
        if not os.path.exists(f"{folder}/whole"):  # the test's own installation
            for name in os.listdir(folder):
                if name != "lambda-cc" and "." not in name and is_own(f"{folder}/{name}") and not os.path.exists(f"{folder}/{name}.exe"):
                    replace(f"{folder}/{name}.exe", lambda part: os.link(self.launcher, part))
        return exe

    def make_unsearched(self, text):
        """In the folder of a test that `text` names, the programs that lambda-cc finds without PATH."""
        for folder in set(re.findall(rf"{re.escape(self.work)}/out/[^:'\"\s]*?/Output/[^:/'\"]*[.]tmp", text)):
            for place, _, files in os.walk(folder):
                if os.path.basename(os.path.dirname(os.path.dirname(place))) == "rustlib" or os.path.basename(place) == "ziglang":
                    for name in files:
                        if name in ("rust-lld", "zig"):
                            self.make_program(f"{place}/{name}")

    def make_programs(self, folder):
        folder = os.path.abspath(folder)
        if not folder.startswith(self.work + "/") or not os.path.isdir(folder):
            return
        for name in os.listdir(folder):
            if name.endswith(".exe"):
                self.make_program(f"{folder}/{name[:-4]}")
            elif "." not in name or name == "ld.lld":
                self.make_program(f"{folder}/{name}")


def windows_path(path):
    return ("Z:" if path.startswith("/") else "") + path.replace("/", "\\")


PATH = rb"(?:[Zz]:[\\/]|~\\)[^\s\"'`,:;<>|()]*"
PLAIN = rb"[\w/.+=:,@%^{}\[\]-]*"  # what a shell reads as it is


def as_on_linux(text):
    """The output of a tool, or a file that it wrote."""

    def path(match):
        return re.sub(rb"\\\\?", b"/", re.sub(b"^[Zz]:", b"", match[0]))

    def quoted(inner):  # for a shell, because it has backslashes
        inner = re.sub(PATH.replace(rb"\s", b""), path, inner)
        return inner if re.fullmatch(PLAIN, inner) else b"'" + inner + b"'"

    # The headline of an error has quotes of its own.
    text = re.sub(rb"(^(?:[\w.+-]+: )?(?:error|warning): .*)|'([^'\n]*[Zz]:\\[^'\n]*)'(?=[\s)]|$)",
                  lambda match: match[1] or quoted(match[2]), text, flags=re.M)
    text = re.sub(PATH, path, text)
    text = re.sub(rb"(?<=[\w/]);(?=/)", b":", text)  # PATH
    return re.sub(rb"\.exe\b", b"", text)


def for_windows(value, work):
    """An argument, or the value of a variable."""
    if "/" in value and re.fullmatch(r"(/[^:]*)?(:(/[^:]*)?)+", value):
        value = value.replace(":", ";")
    return re.sub(f"(?<!:){re.escape(work)}(?=/)", f"Z:{work}", value)


def copy(source, target):
    """The lines of a pipe to a file descriptor."""
    with os.fdopen(source, "rb") as file:
        for line in file:
            with_errors = as_on_linux(line)
            while with_errors:
                with_errors = with_errors[os.write(target, with_errors):]


def configs(work):
    """The programs that cargo's configurations name by a path, as lines."""
    folder = os.getcwd()
    while folder.startswith(work + "/"):
        for file in glob.glob(f"{glob.escape(folder)}/.cargo/config*"):
            if os.path.isfile(file):
                with open(file, encoding="utf-8", errors="replace") as config:
                    yield from (os.path.join(folder, name) for name in re.findall(r'"([^"\n]*/[^"\n]*)"', config.read()))
        folder = os.path.dirname(folder)


def main(state, work, path):
    machine = Machine(state, work)
    environment = {name: value for name, value in os.environ.items() if name not in ("PATH", "HOME", "TMPDIR")}
    search = os.environ.get("PATH")
    for folder in (search or "").split(":"):
        machine.make_programs(folder or ".")
    values = "\n".join([*environment.values(), *sys.argv[1:], *configs(work)])
    for value in re.findall(rf"{re.escape(work)}/[^\n\"]*", values):
        if os.path.isfile(value) and os.access(value, os.X_OK):
            machine.make_program(value)
    machine.make_unsearched(" ".join([os.getcwd(), search or "", *sys.argv[1:]]))
    name = os.path.basename(path)
    exe = machine.lambda_cc_of(path)
    is_plain = name == "lambda-cc" or os.path.basename(exe) != "lambda-cc.exe"
    arguments = [] if is_plain else ["as", name]

    folders = {}
    for variable, value in [("LIT_PATH", search), ("LIT_HOME", os.environ.get("HOME")), ("LIT_TMP", os.environ.get("TMPDIR", "/tmp"))]:
        if value is not None:
            folders[variable] = ";".join(windows_path(folder) for folder in value.split(":"))
    environment = {name: for_windows(value, work) for name, value in environment.items()}
    environment |= folders | {"WINEPREFIX": f"{state}/wine", "WINEDEBUG": "-all", "LANG": "C.UTF-8"}
    arguments += [for_windows(argument, work) for argument in sys.argv[1:]]
    command = ["/usr/lib/wine/wine64", machine.stand_in, exe, *arguments]

    is_one = os.path.sameopenfile(1, 2)
    ends = [os.pipe() for _ in range(1 if is_one else 2)]
    copies = [threading.Thread(target=copy, args=(reader, target)) for (reader, _), target in zip(ends, [1, 2])]
    process = subprocess.Popen(command, env=environment, stdout=ends[0][1], stderr=ends[-1][1])
    for _, writer in ends:
        os.close(writer)
    for each in copies:
        each.start()
    for each in copies:
        each.join()
    status = process.wait()
    sys.exit(status if status >= 0 else 128 - status)


def prepare(state, build, tools):
    """The programs that lay_out() and main() use, and wine's folder."""
    os.makedirs(state, exist_ok=True)
    for source in [f"{build}/lambda-cc.exe", f"{build}/launcher.exe", f"{tools}/as-windows.exe"]:
        path = f"{state}/{os.path.basename(source)}"
        if not os.path.exists(path) or not filecmp.cmp(source, path, shallow=False):
            replace(path, lambda part, source=source: shutil.copy2(source, part))
    here = os.path.dirname(os.path.abspath(__file__))
    subprocess.run(["sh", f"{here}/wine.sh", f"{state}/wine", "", f"{state}/lambda-cc.exe", "names"], check=True, stdout=subprocess.DEVNULL)


def lay_out(state, work, prefix, names, windows_names):
    """In the folder bin of an installation: lambda-cc.exe, the launchers, and a file for each name of Linux."""
    folder = f"{prefix}/bin"
    os.makedirs(folder, exist_ok=True)
    text = (f"#!{sys.executable} -SE\nimport sys\nsys.path.insert(0, {os.path.dirname(os.path.abspath(__file__))!r})\nimport tool\n"
            f"tool.main({state!r}, {work!r}, sys.argv[0])\n{OWN_END}")

    def write(path):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, 0o755)

    def install(source, name):
        replace(f"{folder}/{name}", lambda part: os.link(source, part))

    replace(f"{state}/tool", write)
    install(f"{state}/lambda-cc.exe", "lambda-cc.exe")
    install(f"{state}/tool", "whole")
    for name in ["lambda-cc", *names]:
        install(f"{state}/tool", name)
    for name in windows_names:
        install(f"{state}/launcher.exe", name)
