#!/usr/bin/env python3
"""server.py sccache|distccd FOLDER COMMAND...: runs COMMAND while a server of that name listens on a free port of 127.0.0.1.

The server writes only in FOLDER, and ends with COMMAND. distccd compiles with the tools that FOLDER/commands lists, and with those on
PATH alone, as nobody if we are root: it refuses to be root.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time

name, folder, *command = sys.argv[1:]
folder = os.path.realpath(folder)
PR_SET_PDEATHSIG = 1


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def end_with_us():
    """A test that is killed leaves no server."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def settings(port):
    """How the server is started, its environment, and the environment of the clients."""
    if name == "sccache":
        clients = {"SCCACHE_SERVER_PORT": str(port), "SCCACHE_DIR": f"{folder}/cache", "SCCACHE_CONF": f"{folder}/none"}
        return ["sccache"], {**clients, "SCCACHE_START_SERVER": "1", "SCCACHE_NO_DAEMON": "1", "SCCACHE_IDLE_TIMEOUT": "120"}, clients
    os.makedirs(f"{folder}/state", exist_ok=True)
    os.makedirs(f"{folder}/daemon", exist_ok=True)
    os.chmod(f"{folder}/daemon", 0o777)
    server = ["distccd", "--no-detach", "--daemon", "--user", "nobody", "--listen", "127.0.0.1", "--allow", "127.0.0.1", "--port", str(port),
              "--jobs", "2", "--verbose", "--log-file", f"{folder}/daemon/log"]
    return (server, {"DISTCC_CMDLIST": f"{folder}/commands", "DISTCCD_PATH": os.environ["PATH"], "TMPDIR": f"{folder}/daemon"},
            {"DISTCC_HOSTS": f"127.0.0.1:{port}", "DISTCC_DIR": f"{folder}/state", "DISTCC_FALLBACK": "0"})


def start():
    """Another may take the port between our question and the server's: then it ends at once."""
    for _ in range(5):
        port = free_port()
        words, own, clients = settings(port)
        server = subprocess.Popen(words, env={**os.environ, **own}, start_new_session=True, preexec_fn=end_with_us, stdin=subprocess.DEVNULL,
                                  stdout=open(f"{folder}/server.log", "w"), stderr=subprocess.STDOUT)
        for _ in range(200):
            if server.poll() is not None:
                break
            with socket.socket() as sock:
                if sock.connect_ex(("127.0.0.1", port)) == 0:
                    return server, clients
            time.sleep(0.05)
        else:
            os.killpg(server.pid, signal.SIGKILL)
    sys.exit(f"{name} does not start:\n" + open(f"{folder}/server.log").read())


os.makedirs(folder, exist_ok=True)
server, clients = start()
try:
    status = subprocess.run(command, env={**os.environ, **clients}).returncode
finally:
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()
sys.exit(status)
