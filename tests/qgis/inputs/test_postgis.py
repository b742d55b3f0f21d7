# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps on a PostGIS server: from a table, a view and a query, in the right order of time; results into a schema."""

import pytest
from layers import box, maps
from qgis.core import QgsVectorLayer

DATED = {"2025-07-03": 31.4, "2025-05-01": 31, "2025-06-10": 31.1}  # not in the order of time
OPTIONS = {"PERIOD": "snapshot", "MEASURES": "area"}
KM2 = 1e-6


@pytest.fixture(scope="module")
def table(server):
    """A table of dated maps, with instants in a zone and maps that count in a class only; and a view of it."""
    rows = ", ".join(
        f"('{day} 02:00+02', 'held', ST_Multi(ST_GeomFromText('{box(30, 50, east, 51)}', 4326)))"
        for day, east in DATED.items()
    )
    server(
        "CREATE SCHEMA results;"
        "CREATE TABLE maps (id serial PRIMARY KEY, date timestamptz, class text, geom geometry(MultiPolygon, 4326));"
        f"INSERT INTO maps (date, class, geom) VALUES {rows};"
        "CREATE VIEW latest AS SELECT * FROM maps WHERE date >= '2025-06-01'"
    )
    yield server
    server("DROP VIEW latest; DROP TABLE maps; DROP SCHEMA results CASCADE")


def source(server, text, key="id"):
    found = QgsVectorLayer(f"{server.address} key='{key}' srid=4326 table={text} (geom)", "maps", "postgres")
    assert found.isValid()
    return found


def figures(outcome):
    names = ("period", "held_before_km2", "held_after_km2", "gained_km2", "lost_km2")
    return [tuple(row[name] for name in names) for row in outcome.rows("SERIES")]


@pytest.fixture
def expected(changeseries):
    return figures(
        changeseries(SNAPSHOTS=maps(*((day, box(30, 50, east, 51)) for day, east in DATED.items())), **OPTIONS)
    )


def assert_equal(found, wanted):
    assert [row[0] for row in found] == [row[0] for row in wanted]
    for row, other in zip(found, wanted):
        assert row[1:] == pytest.approx(other[1:], abs=KM2)


@pytest.mark.parametrize(
    "text", ['"public"."maps"', '"(SELECT * FROM maps ORDER BY class, date DESC)"'], ids=["table", "query"]
)
def test_a_series_from_the_server(changeseries, table, expected, text):
    assert [row[0] for row in expected] == ["2025-05-01", "2025-06-10"]
    assert_equal(figures(changeseries(SNAPSHOTS=source(table, text), **OPTIONS)), expected)


def test_a_series_from_a_view(changeseries, table, expected):
    assert_equal(figures(changeseries(SNAPSHOTS=source(table, '"public"."latest"'), **OPTIONS)), expected[1:])


def test_results_into_a_schema(changeseries, table, expected):
    """What a team does: maps and results on one server."""
    destination = f'postgis:{table.address} table="results"."series"'
    changeseries(SNAPSHOTS=source(table, '"public"."maps"'), SERIES=destination, **OPTIONS)
    rows = table("SELECT gained_km2 FROM results.series ORDER BY period")
    assert [float(text) for text in rows] == pytest.approx([row[3] for row in expected], abs=KM2)


def test_a_pair_of_one_table(sectorchange, table):
    dates = {"BEFORE_DATE": "2025-05-01", "AFTER_DATE": "2025-07-03"}
    before, after = (maps((day, box(30, 50, DATED[day], 51))) for day in dates.values())
    expected_km2 = sectorchange(BEFORE=before, AFTER=after)["GAINED_KM2"]
    whole = source(table, '"public"."maps"')
    assert sectorchange(BEFORE=whole, AFTER=whole, **dates)["GAINED_KM2"] == pytest.approx(expected_km2, abs=KM2)
