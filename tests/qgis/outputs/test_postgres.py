# SPDX-License-Identifier: GPL-2.0-or-later
"""Results on a PostgreSQL server, which is started here where its programs and PostGIS are installed.

What broke: results of `postgis:` and `postgres:` were written and then called failed, and every failure was called a
full disk.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest
from frontline_change.processing.outputs.moves import Step
from layers import box, layer
from qgis.core import QgsVectorLayerExporter

GUARD_S = 60


def program(name):
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(found[-1]) if found else None)


@pytest.fixture(scope="module")
def server():
    """A function that runs SQL on a server of our own, and its address."""
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


def pair(east=31.1):
    return {
        "BEFORE": layer("front_20250602", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250702", box(30, 50, east, 51)),
    }


@pytest.mark.parametrize("prefix", ["postgis:", "postgres:", "postgis://", "postgres://"])
def test_a_table_on_a_server(sectorchange, server, prefix):
    """Written, read again, and replaced by the next run."""
    for east in (31.1, 31.2):
        outcome = sectorchange(**pair(east), CHANGE=f'{prefix}{server.address} table="public"."change" (geom)')
        made = outcome.layer("CHANGE")
        assert (made.providerType(), made.featureCount()) == ("postgres", 1)
        assert float(*server("SELECT gained_km2 FROM change")) == outcome["GAINED_KM2"] > 0
    server("DROP TABLE change")


def test_several_tables_and_a_file(sectorchange, server, tmp_path):
    places = {name: f'postgis:{server.address} table="public"."{name.lower()}" (geom)' for name in ("CHANGE", "GAINED")}
    outcome = sectorchange(**pair(), **places, DEPTH=str(tmp_path / "depth.gpkg"))
    for name in ("CHANGE", "GAINED", "DEPTH"):
        assert outcome.layer(name).featureCount() > 0
    server("DROP TABLE change, gained")


def test_a_table_that_is_read_on_the_server(sectorchange, server):
    before, uri = pair()["BEFORE"], f'{server.address} table="public"."map" (geom)'
    code, message = QgsVectorLayerExporter.exportLayer(pair()["AFTER"], uri, "postgres", before.crs())
    assert code == QgsVectorLayerExporter.NoError, message
    rows = server("SELECT count(*) FROM map")
    message = sectorchange.refusal(
        BEFORE=before, AFTER=f"postgres://{uri}", AFTER_DATE="2025-07-02", CHANGE=f"postgis:{uri}"
    )
    assert "over the input AFTER" in message
    assert server("SELECT count(*) FROM map") == rows
    server("DROP TABLE map")


@pytest.mark.parametrize(
    ("address", "table", "cause"),
    [
        ({}, '"nowhere"."change"', "The database has no schema “nowhere”. Create it, or choose another one."),
        ({"user='postgres'": "user='reader'"}, '"closed"."change"', "This user may not write there."),
        ({"port=": "port=1"}, '"public"."change"', "The server cannot be reached, or refuses the connection."),
        ({"dbname='war'": "dbname='peace'"}, '"public"."change"', "The server cannot be reached, or refuses"),
    ],
)
def test_the_cause_of_a_failure(sectorchange, server, address, table, cause):
    text = server.address
    for old, new in address.items():
        text = text.replace(old, new)
    message = sectorchange.refusal(**pair(), CHANGE=f"postgis:{text} password='very secret' table={table} (geom)")
    assert f". {cause}" in message
    assert "disk" not in message
    assert "secret" not in message


def names_of_tables(server):
    return set(server("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) - {"spatial_ref_sys"}


def test_a_failure_leaves_old_tables_and_files_and_no_new_ones(sectorchange, server, tmp_path):
    """The second table cannot be replaced, since a view reads it."""
    path = tmp_path / "depth.geojson"
    places = {name: f'postgis:{server.address} table="public"."{name.lower()}" (geom)' for name in ("CHANGE", "GAINED")}
    first = sectorchange(**pair(), **places, DEPTH=str(path))
    server("CREATE VIEW mine AS SELECT area_km2 FROM gained")
    before = path.read_bytes()
    message = sectorchange.refusal(**pair(31.2), **places, DEPTH=str(path))
    assert "cannot drop table" in message
    assert float(*server("SELECT gained_km2 FROM change")) == first["GAINED_KM2"]
    assert names_of_tables(server) == {"change", "gained"}
    assert path.read_bytes() == before
    server("DROP TABLE change, gained CASCADE")


def test_a_file_that_fails_leaves_the_tables(sectorchange, server, tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Step, "finish", fail)
    places = {"CHANGE": f'postgis:{server.address} table="change" (geom)', "DEPTH": str(tmp_path / "depth.geojson")}
    assert "The disk is full." in sectorchange.refusal(**pair(), **places)
    assert names_of_tables(server) == set()
    assert list(tmp_path.iterdir()) == []


def test_a_table_is_loaded_and_styled(frontline, project, in_english, server):
    from qgis import processing

    address = f'postgres:{server.address} table="change" (geom)'
    processing.runAndLoadResults("frontline:sectorchange", {**pair(), "CHANGE": address})
    (made,) = project.mapLayers().values()
    assert (made.providerType(), made.featureCount()) == ("postgres", 1)
    assert made.customProperty("frontline/method")
    project.clear()
    server("DROP TABLE change")
