#!/usr/bin/env python3
"""servers.py postgres|mariadb|mimic -- COMMAND...: runs COMMAND while a database server listens on a free port of 127.0.0.1.

postgres   PostgreSQL. `scram` has a password that SCRAM-SHA-256 proves
mariadb    MariaDB. `ed25519` and `native` each have the password that the plugin of that name proves
mimic      PyPI's mysql-mimic, as a MySQL, in build/mysql-mimic. Its users are named after the plugins of mimic.py

Each user has the password `secret`, and each connection must use TLS. The server's certificate is signed by a CA of the test's own, and is
valid for `localhost` and 127.0.0.1. What COMMAND finds in its environment:

SERVER_HOST, SERVER_PORT, SERVER_USER, SERVER_PASSWORD, SERVER_DATABASE   SERVER_USER is the first user above
SERVER_CA             the file of the CA's certificate
SERVER_FOLDER         a folder that holds the CA's certificate as ca.pem, the certificate of a CA that signed nothing as other.pem, and nothing else
DATABASE_URL          the same in a URL, without TLS's settings
PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, PGSSLMODE=verify-full, PGSSLROOTCERT   for libpq, with postgres

PostgreSQL and MariaDB run as `nobody` if we are root. It ends with COMMAND, and the exit status is COMMAND's.
"""

import argparse
import ctypes
import glob
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PR_SET_PDEATHSIG = 1
NOBODY = 65534
HERE = os.path.dirname(os.path.realpath(__file__))
MIMIC = os.path.join(HERE, "..", "..", "build", "mysql-mimic", "bin", "python")


def end_with_us():
    """A test that is killed leaves no server."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def start(command, **more):
    """Starts a program, as nobody if we are root: PostgreSQL refuses to be root. nobody may not be able to read our own scripts."""
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 and command[0] != MIMIC else {}
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, preexec_fn=end_with_us, **user, **more)


def must(command):
    process = start(command, stdout=subprocess.PIPE, text=True)
    output = process.communicate()[0]
    if process.returncode:
        sys.exit(f"{command[0]} failed with {process.returncode}:\n{output}")


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def write(path, text, mode=0o600):
    with open(path, "w") as file:
        file.write(text)
    os.chmod(path, mode)


def make_certificates(server, shown):
    """The server's key and certificate in the folder `server`, those of the CAs in `shown`."""
    def openssl(*args):
        subprocess.run(["openssl", *args], check=True, cwd=server, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    for ca in ["ca", "other"]:
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN=test {ca}", "-keyout", f"{ca}.key",
                "-out", f"{shown}/{ca}.pem")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "request.pem")
    write(f"{server}/extensions", "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n")
    openssl("x509", "-req", "-days", "2", "-in", "request.pem", "-CA", f"{shown}/ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-extfile", "extensions", "-out", "cert.pem")


def own_by_server(folder):
    if os.geteuid() == 0:
        for name in ["", *os.listdir(folder)]:
            os.chown(os.path.join(folder, name), NOBODY, NOBODY)


class Postgres:
    user, scheme, database = "scram", "postgres", "postgres"

    def __init__(self, folder):
        self.folder = folder
        # The newest version. Debian does not put the programs on PATH.
        found = glob.glob("/usr/lib/postgresql/*/bin/initdb") + [shutil.which("initdb") or ""]
        self.bin = os.path.dirname(max(found, key=lambda path: [int(part) for part in path.split("/") if part.isdigit()]))
        write(f"{folder}/password", "secret\n")
        write(f"{folder}/pg_hba.conf", "hostssl all all 127.0.0.1/32 scram-sha-256\n")
        own_by_server(folder)
        must([f"{self.bin}/initdb", "--pgdata", f"{folder}/data", "--username", self.user, "--pwfile", f"{folder}/password",
              "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync"])

    def command(self, port):
        settings = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": "", "hba_file": f"{self.folder}/pg_hba.conf",
                    "ssl": "on", "ssl_cert_file": f"{self.folder}/cert.pem", "ssl_key_file": f"{self.folder}/key.pem", "fsync": "off"}
        return [f"{self.bin}/postgres", "-D", f"{self.folder}/data"] + [f"--{name}={value}" for name, value in settings.items()]

    def ready(self, port):
        """It accepts a connection before it has started, and then refuses it by a message."""
        return subprocess.run([f"{self.bin}/pg_isready", "--quiet", "--host", "127.0.0.1", "--port", str(port)]).returncode == 0

    def variables(self, port, ca):
        return {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": self.user, "PGPASSWORD": "secret", "PGDATABASE": "postgres",
                "PGSSLMODE": "verify-full", "PGSSLROOTCERT": ca}


def greets(port):
    """A server of MySQL's protocol sends the first packet."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as sock:
            return bool(sock.recv(1))
    except OSError:
        return False


class MariaDb:
    user, scheme, database = "ed25519", "mysql", "test"

    def __init__(self, folder):
        self.folder = folder
        write(f"{folder}/init.sql", "CREATE DATABASE test;\n" + "".join(
            f"CREATE USER {user}@'%' IDENTIFIED VIA {plugin} USING PASSWORD('secret') REQUIRE SSL;\nGRANT ALL ON test.* TO {user}@'%';\n"
            for user, plugin in [("ed25519", "ed25519"), ("native", "mysql_native_password")]))
        own_by_server(folder)
        must(["mariadb-install-db", "--no-defaults", f"--datadir={folder}/data", f"--tmpdir={folder}",
              "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"])

    def command(self, port):
        return [shutil.which("mariadbd") or "/usr/sbin/mariadbd", "--no-defaults", f"--datadir={self.folder}/data", f"--port={port}",
                "--bind-address=127.0.0.1", f"--socket={self.folder}/socket", f"--pid-file={self.folder}/pid", f"--tmpdir={self.folder}",
                f"--init-file={self.folder}/init.sql", "--plugin-load-add=auth_ed25519", "--skip-name-resolve", "--innodb-buffer-pool-size=16M",
                f"--ssl-cert={self.folder}/cert.pem", f"--ssl-key={self.folder}/key.pem"]

    def ready(self, port):
        return greets(port)

    def variables(self, port, ca):
        return {}


class Mimic:
    user, scheme, database = "caching_sha2_password", "mysql", "test"

    def __init__(self, folder):
        self.folder = folder
        own_by_server(folder)

    def command(self, port):
        return [MIMIC, "-B", os.path.join(HERE, "mimic.py"), str(port), f"{self.folder}/cert.pem", f"{self.folder}/key.pem"]

    def ready(self, port):
        return greets(port)

    def variables(self, port, ca):
        return {}


def serve(server, folder):
    """Another may take the port between our question and the server's: then it ends at once."""
    log = f"{folder}/log"
    for _ in range(5):
        port = free_port()
        with open(log, "w") as output:
            process = start(server.command(port), stdout=output, cwd=folder)
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            if server.ready(port):
                return process, port
            time.sleep(0.05)
        stop(process)
    sys.exit(f"the server does not start:\n{open(log).read()}")


def stop(process):
    """On SIGQUIT PostgreSQL ends at once, with all its processes. The others have one process."""
    process.send_signal(signal.SIGQUIT if process.args[0].endswith("/postgres") else signal.SIGKILL)
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("server", choices=["postgres", "mariadb", "mimic"])
    parser.add_argument("command", nargs="+")
    args = parser.parse_args()

    # In /tmp, as the path of MariaDB's socket may have 107 bytes. nobody may pass through it, too.
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="lambda-cc-server-") as root:
        os.chmod(root, 0o755)
        folder, shown = f"{root}/server", f"{root}/shown"
        os.mkdir(folder, 0o700)
        os.mkdir(shown, 0o755)
        make_certificates(folder, shown)
        server = {"postgres": Postgres, "mariadb": MariaDb, "mimic": Mimic}[args.server](folder)
        process, port = serve(server, folder)
        ca = f"{shown}/ca.pem"
        try:
            status = subprocess.run(args.command, env={
                **os.environ, "SERVER_HOST": "127.0.0.1", "SERVER_PORT": str(port), "SERVER_USER": server.user, "SERVER_PASSWORD": "secret",
                "SERVER_DATABASE": server.database, "SERVER_CA": ca, "SERVER_FOLDER": shown,
                "DATABASE_URL": f"{server.scheme}://{server.user}:secret@127.0.0.1:{port}/{server.database}",
                **server.variables(port, ca)}).returncode
        finally:
            stop(process)
        # As a shell does for a command that a signal ended.
        sys.exit(status if status >= 0 else 128 - status)


if __name__ == "__main__":
    main()
