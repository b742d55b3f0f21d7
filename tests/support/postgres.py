# SPDX-License-Identifier: GPL-2.0-or-later
"""A PostgreSQL server with PostGIS for tests, started here where its programs are installed."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

GUARD_S = 60


def program(name):
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(found[-1]) if found else None)


@contextmanager
def running_server():
    """A function that runs SQL on a server of our own, and as `address` where QGIS finds it; skips where none is."""
    initdb, postgres, psql = (program(name) for name in ("initdb", "postgres", "psql"))
    if not (initdb and postgres and psql):
        pytest.skip("PostgreSQL is not installed")
    owner = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        if "postgres" not in {entry.pw_name for entry in pwd.getpwall()}:
            pytest.skip("there is no user postgres to run the server")
        owner = {"user": "postgres", "group": "postgres"}
    folder = Path(tempfile.mkdtemp(prefix="frontline-postgres-"))
    if owner:
        shutil.chown(folder, **owner)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    subprocess.run(
        [initdb, "-D", folder / "data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N"],
        **owner, check=True, capture_output=True, cwd=folder,
    )  # fmt: skip
    arguments = ["-p", str(port), "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={folder}"]
    running = subprocess.Popen(
        [postgres, "-D", folder / "data", *arguments], **owner, cwd=folder, stderr=subprocess.DEVNULL
    )

    def sql(text, database="war"):
        address = ["-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "-d", database]
        command = [psql, *address, "-w", "-tA", "-v", "ON_ERROR_STOP=1", "-c", text]
        done = subprocess.run(command, capture_output=True, text=True, timeout=GUARD_S, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    try:
        ready = [program("pg_isready"), "-h", "127.0.0.1", "-p", str(port), "-t", str(GUARD_S), "-q"]
        while subprocess.run(ready, check=False).returncode:
            assert running.poll() is None
        sql("CREATE DATABASE war", "postgres")
        if not sql("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'"):
            pytest.skip("PostGIS is not installed")
        sql("CREATE EXTENSION postgis")
        sql("CREATE ROLE reader LOGIN; CREATE SCHEMA closed")
        sql.address = f"dbname='war' host=127.0.0.1 port={port} user='postgres' sslmode=disable"
        yield sql
    finally:
        running.send_signal(signal.SIGINT)  # at once, whatever connections QGIS keeps
        running.wait(GUARD_S)
        shutil.rmtree(folder, ignore_errors=True)
