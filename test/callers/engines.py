#!/usr/bin/env python3
"""engines.py icecc[-alone]|sccache-dist[-alone] FOLDER COMMAND...: runs COMMAND with the daemons of a distributed compiler.

All run in a network of their own, which has loopback alone. So their ports are free, and nobody else reaches them. Needs root. Their files
and logs are in FOLDER. The daemons end with COMMAND.

icecc: a scheduler, and the daemons `here`, which compiles nothing for others, and `there`, to which all compiles go.
sccache-dist: a scheduler, a build server, and an sccache server that has no cached object.
icecc-alone, sccache-dist-alone: the same without another machine that answers.
"""

import ctypes
import fcntl
import os
import signal
import socket
import struct
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1
SIOCSIFFLAGS, IFF_UP, IFF_LOOPBACK = 0x8914, 1, 8
ICECC_PORT, SCHEDULER_PORT, BUILDER_PORT, CLIENT_PORT = 10246, 10600, 10501, 4226

engine, folder, *command = sys.argv[1:]
folder = os.path.abspath(folder)
daemons = []


def end_with_us():
    """A test that is killed leaves no daemon."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def start(name, words, **variables):
    with open(f"{folder}/{name}.out", "w") as out:
        daemons.append(subprocess.Popen(words, env={**os.environ, **variables}, start_new_session=True, preexec_fn=end_with_us,
                                        stdin=subprocess.DEVNULL, stdout=out, stderr=out))


def wait_for(what, is_true):
    for _ in range(600):
        if is_true():
            return
        time.sleep(0.1)
    sys.exit(f"engines.py: error: after a minute: no {what}")


def answers(port):
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", port)) == 0


def has_line(log, text):
    path = f"{folder}/logs/{log}"
    return os.path.exists(path) and text in open(path, errors="replace").read()


def icecc(alone):
    """The daemons run as the user icecc, who needs a folder to write in. ICECC_TEST_ variables are those of icecream's own tests: two daemons
    on a machine have two sockets, and a compile goes to the host that it prefers."""
    names = ["here"] if alone else ["here", "there"]
    for name in ["logs", *names]:
        os.makedirs(f"{folder}/{name}", exist_ok=True)
        os.chmod(f"{folder}/{name}", 0o777)
    start("scheduler", ["icecc-scheduler", "-l", f"{folder}/logs/scheduler", "-n", "tests", "-vvv"])
    for name in names:
        options = ["--no-remote"] if name == "here" else ["-p", str(ICECC_PORT)]
        start(name, ["iceccd", "-s", "127.0.0.1", "-n", "tests", "-N", name, "-b", f"{folder}/{name}/environments", "-l", f"{folder}/logs/{name}",
                     "-vvv", *options], ICECC_TEST_SOCKET=f"{folder}/{name}/socket")
    for name in names:
        wait_for(f"login of {name}", lambda name=name: has_line("scheduler", f"login {name} "))
    return {"ICECC_TEST_SOCKET": f"{folder}/here/socket", "ICECC_TEST_REMOTEBUILD": "1", "ICECC_PREFERRED_HOST": "there",
            "ICECC_DEBUG": "debug", "ICECC_LOGFILE": f"{folder}/logs/client"}


def sccache_dist(alone):
    scheduler = f'scheduler_url = "http://127.0.0.1:{SCHEDULER_PORT}"\n'
    files = {
        "scheduler.conf": f'public_addr = "127.0.0.1:{SCHEDULER_PORT}"\n[client_auth]\ntype = "token"\ntoken = "c"\n'
                          '[server_auth]\ntype = "token"\ntoken = "s"\n',
        "server.conf": f'cache_dir = "{folder}/there"\npublic_addr = "127.0.0.1:{BUILDER_PORT}"\n{scheduler}'
                       f'[builder]\ntype = "overlay"\nbuild_dir = "{folder}/build"\nbwrap_path = "/usr/bin/bwrap"\n'
                       '[scheduler_auth]\ntype = "token"\ntoken = "s"\n',
        "client.conf": f'[dist]\n{scheduler}cache_dir = "{folder}/here"\n[dist.auth]\ntype = "token"\ntoken = "c"\n',
    }
    for name, text in files.items():
        with open(f"{folder}/{name}", "w") as file:
            file.write(text)
    own = {"SCCACHE_NO_DAEMON": "1", "SCCACHE_LOG": "info"}
    if not alone:
        start("scheduler", ["sccache-dist", "scheduler", "--config", f"{folder}/scheduler.conf"], **own)
        wait_for("scheduler", lambda: answers(SCHEDULER_PORT))
        start("server", ["sccache-dist", "server", "--config", f"{folder}/server.conf"], **own)
        wait_for("build server", lambda: answers(BUILDER_PORT))
    clients = {"SCCACHE_SERVER_PORT": str(CLIENT_PORT), "SCCACHE_CONF": f"{folder}/client.conf", "SCCACHE_DIR": f"{folder}/cache"}
    start("client", ["sccache"], **own, **clients, SCCACHE_START_SERVER="1")
    wait_for("server of sccache", lambda: answers(CLIENT_PORT))
    return clients


def main():
    if os.environ.get("ENGINES_APART") != "1":
        os.environ["ENGINES_APART"] = "1"
        os.execvp("unshare", ["unshare", "--net", sys.executable, "-B", *sys.argv])
    with socket.socket() as sock:
        fcntl.ioctl(sock, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP | IFF_LOOPBACK))
    os.makedirs(folder, exist_ok=True)
    begin = {"icecc": icecc, "sccache-dist": sccache_dist}[engine.removesuffix("-alone")]
    try:
        clients = begin(engine.endswith("-alone"))
        status = subprocess.run(command, env={**os.environ, **clients}).returncode
    finally:
        for daemon in daemons:
            os.killpg(daemon.pid, signal.SIGKILL)
    sys.exit(status)


main()
