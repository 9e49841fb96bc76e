"""Runs lambda-cc several times at once, kills some, and looks at what is there: at_once.py install, init or undo.

The kills come at moments of a fixed seed, but machines differ in speed: a fault shows in most of the runs, not in all."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time

# 1,837 names on a busy disk take seconds.
held = tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
folder = held.name
chance = random.Random(33)
own = os.path.realpath(subprocess.check_output(["sh", "-c", "command -v lambda-cc"], text=True).strip())


def run(*words):
    return subprocess.Popen(["lambda-cc", *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def finish(process, killed=False):
    errors = process.communicate(timeout=60)[1]
    if not killed and process.returncode:
        sys.exit(f"{process.args}: {errors}")


def read(file):
    """A link's target, or a script's text and mode; None where neither is there. Another may replace one by the other meanwhile."""
    while True:
        try:
            return os.readlink(file)
        except FileNotFoundError:
            return None
        except OSError:
            pass  # no link
        try:
            with open(os.open(file, os.O_RDONLY | os.O_NOFOLLOW)) as script:
                return script.read(), os.fstat(script.fileno()).st_mode & 0o777
        except OSError:
            pass  # a link by now


def look(names):
    """Each name that is there is a link to lambda-cc, or a whole script."""
    for name in names:
        found = read(os.path.join(folder, name))
        if isinstance(found, tuple):
            text, mode = found
            assert text.startswith("#!/bin/sh\n") and text.endswith(' "$@"\n') and mode == 0o755, (name, found)
        else:
            assert found in (None, own), (name, found)


def installs():
    names = subprocess.check_output(["lambda-cc", "names"], text=True).split() + ["lambda-cc"]
    with open(os.path.join(folder, "mine"), "w") as file:
        file.write("mine")
    for turn in range(4):
        copy = ["--copy"] if turn % 2 else []
        victim, *others = [run("install", *copy, folder) for _ in range(3)]
        time.sleep(chance.uniform(0, 0.06))
        victim.send_signal(signal.SIGKILL)
        look(chance.sample(names, 50))
        finish(victim, killed=True)
        for process in others:
            finish(process)
        look(names)
        # The last of them may be the one that was killed.
        assert set(os.listdir(folder)) - {".lambda-cc-new"} == {*names, "mine"}, os.listdir(folder)
        if turn % 2:  # all anew
            for name in names:
                os.remove(os.path.join(folder, name))
        alone = run("install", *copy, folder)
        time.sleep(chance.uniform(0, 0.03))
        alone.send_signal(signal.SIGKILL)
        finish(alone, killed=True)
        look(names)
        finish(run("install", *copy, folder))
        assert set(os.listdir(folder)) == {*names, "mine"}, os.listdir(folder)
    with open(os.path.join(folder, "mine")) as file:
        assert file.read() == "mine"


def inits():
    targets = ["x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl", "x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"]
    config = os.path.join(folder, ".cargo", "config.toml")
    for _ in range(4):
        for process in [run("init", folder, "--target", target) for target in targets]:
            finish(process)
        with open(config) as file:
            text = file.read()
        for target in targets:
            assert text.count(f"[target.{target}] # lambda-cc\n") == 1, text
        assert os.listdir(os.path.dirname(config)) == ["config.toml"], os.listdir(os.path.dirname(config))
        os.remove(config)
        os.rmdir(os.path.dirname(config))


def undoes():
    """The undo of one process removes the folder that another has just made or is about to write to."""
    options = ["--target", "x86_64-unknown-linux-musl", folder]
    for _ in range(40):
        for process in [run("init", *command, *options) for command in [[], ["--undo"], [], ["--undo"]]]:
            finish(process)
        finish(run("init", "--undo", *options))
        assert os.listdir(folder) == [], os.listdir(folder)


{"install": installs, "init": inits, "undo": undoes}[sys.argv[1]]()
