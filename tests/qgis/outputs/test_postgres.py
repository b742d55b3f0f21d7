# SPDX-License-Identifier: GPL-2.0-or-later
"""Results on a PostgreSQL server, which is started here where its programs and PostGIS are installed.

What broke: results of `postgis:` and `postgres:` were written and then called failed, and every failure was called a
full disk.
"""

import pytest
from frontline_change.processing.outputs.moves import Step
from layers import box, layer
from qgis.core import QgsVectorLayerExporter


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
    """The tables there, without PostGIS's own and the one in which newer QGIS keeps the metadata of layers."""
    tables = server("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return set(tables) - {"spatial_ref_sys", "qgis_layer_metadata"}


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


def test_a_table_is_loaded_and_styled(frontline, project, in_english, server, no_layer_tree):
    from qgis import processing

    address = f'postgres:{server.address} table="change" (geom)'
    processing.runAndLoadResults("frontline:sectorchange", {**pair(), "CHANGE": address})
    (made,) = project.mapLayers().values()
    assert (made.providerType(), made.featureCount()) == ("postgres", 1)
    assert made.customProperty("frontline/method")
    project.clear()
    server("DROP TABLE change")
