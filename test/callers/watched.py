"""watched.py FUNCTION EVENT ARGUMENT...: runs `cargo lambda watch ARGUMENT...` on a free port of 127.0.0.1, and invokes FUNCTION with EVENT.

Prints the answer, as `cargo lambda invoke` does. What `cargo lambda watch` prints is shown if there is none.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time

SECONDS = 200  # for the compile, on a busy machine

function, event, *arguments = sys.argv[1:]
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
address = ["--invoke-address", "127.0.0.1", "--invoke-port", str(port)]
with tempfile.TemporaryFile("w+") as printed:
    watch = subprocess.Popen(["cargo", "lambda", "watch", *address, *arguments], stdout=printed, stderr=printed, start_new_session=True)
    status = 1
    try:
        end = time.monotonic() + SECONDS
        while watch.poll() is None and time.monotonic() < end:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.05)
        with contextlib.suppress(subprocess.TimeoutExpired):
            status = subprocess.run(["cargo", "lambda", "invoke", *address, "--data-ascii", event, function], timeout=SECONDS).returncode
    finally:
        watch.terminate()  # it ends the function
        with contextlib.suppress(subprocess.TimeoutExpired):
            watch.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(watch.pid, signal.SIGKILL)
    if status != 0:
        printed.seek(0)
        sys.stderr.write(printed.read()[-4000:])
sys.exit(status)
