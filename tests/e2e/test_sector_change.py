# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:sectorchange in the real qgis_process, from the installed zip: numbers, outputs, refusals, exit codes."""

import json
import sqlite3
from pathlib import Path

import pytest
from checkout import PUBLIC

ALGORITHM = "frontline:sectorchange"


def map_of(sample, date: str) -> Path:
    return next(path for path in sample.maps if date in path.name)


def table_of(database: Path, name: str) -> list[dict]:
    """Return the rows of a table of a GeoPackage, read without QGIS."""
    with sqlite3.connect(database) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]


@pytest.fixture(scope="module")
def year(qgis, sample, tmp_path_factory) -> tuple[dict, Path]:
    """The outputs of the sample's whole year, all layers in one GeoPackage, and that GeoPackage."""
    database = tmp_path_factory.mktemp("year") / "all in one.gpkg"
    layers = {name: f"ogr:dbname='{database}' table=\"{name}\" (geom)" for name in PUBLIC[ALGORITHM]["layers"]}
    outcome = qgis.run(
        ALGORITHM,
        BEFORE=sample.maps[0],
        AFTER=sample.maps[-1],
        CLASS_FIELD="class",
        SECTORS=sample.sectors,
        THEATRE=sample.theatre,
        HOME=sample.home,
        PLACES=sample.places,
        **layers,
    )
    return outcome.results, database


@pytest.fixture(scope="module")
def truth(sample) -> dict:
    """What the drawing of the sample implies for that year."""
    return json.loads(sample.truth.read_text(encoding="utf-8"))["first_to_last"]


def test_rows_are_the_sectors_and_the_rest(year, truth):
    rows = table_of(year[1], "CHANGE")
    assert {row["sector"] for row in rows} == set(truth["gained_km2"]) - {"all"}


@pytest.mark.parametrize("field", ["gained_km2", "lost_km2", "net_km2", "noise_lost_km2", "lodgement_km2"])
def test_areas_are_those_of_the_drawing(year, truth, field):
    for row in table_of(year[1], "CHANGE"):
        assert row[field] == pytest.approx(truth[field][row["sector"]], abs=0.001), row["sector"]


def test_advance_is_that_of_the_drawing(year, truth):
    for row in table_of(year[1], "CHANGE"):
        expected = truth["advance"]["max_km"][row["sector"]]
        assert row["advance_max_km"] == (expected if expected is None else pytest.approx(expected, abs=0.02))


@pytest.mark.parametrize("layer", PUBLIC[ALGORITHM]["layers"])
def test_layers_have_the_public_fields(year, layer):
    assert set(PUBLIC[ALGORITHM]["layers"][layer]) - set(table_of(year[1], layer)[0]) == set()


def test_numbers_are_those_of_the_layers(year, truth):
    results, database = year
    assert results["GAINED_KM2"] == pytest.approx(truth["gained_km2"]["all"], abs=0.001)
    assert results["LOST_KM2"] == pytest.approx(truth["lost_km2"]["all"], abs=0.001)
    assert results["ADVANCE_MAX_KM"] == pytest.approx(truth["advance"]["max_km"]["all"], abs=0.02)
    rows, parts = table_of(database, "CHANGE"), table_of(database, "GAINED")
    assert sum(row["gained_km2"] for row in rows) == pytest.approx(results["GAINED_KM2"], abs=1e-6)
    assert sum(part["area_km2"] for part in parts) == pytest.approx(results["GAINED_KM2"], abs=1e-6)
    assert sum(row["net_km2"] for row in rows) == pytest.approx(results["NET_KM2"], abs=1e-6)


def test_who_holds_what_is_that_of_the_rows(year):
    held, rows = table_of(year[1], "HELD"), table_of(year[1], "CHANGE")
    for day in ("before", "after"):
        areas = [row["area_km2"] for row in held if row["map"] == day]
        assert sum(areas) == pytest.approx(sum(row[f"held_{day}_km2"] for row in rows), abs=0.001)


def test_places_that_changed_hands_are_named(year, truth):
    gained = {row["place"] for row in table_of(year[1], "PLACES_CHANGED") if row["change"] == "gained"}
    assert gained == set(truth["places_gained"])


def test_the_method_card_is_in_the_output_and_in_the_layers(year):
    results, database = year
    card = json.loads(results["METHOD"])
    assert card
    stored = [row["metadata"] for row in table_of(database, "gpkg_metadata")]
    assert any("noise" in text.lower() for text in stored), stored


def test_the_invalid_map_of_the_sample_is_repaired_and_measured(qgis, sample, tmp_path):
    outcome = qgis.run(
        ALGORITHM,
        BEFORE=map_of(sample, "2018-05-01"),
        AFTER=map_of(sample, "2018-06-01"),
        CLASS_FIELD="class",
        CHANGE=tmp_path / "change.gpkg",
    )
    pairs = json.loads(sample.truth.read_text(encoding="utf-8"))["pairs"]
    gained_km2 = next(pair["gained_km2"]["all"] for pair in pairs if pair["after"] == "2018-06-01")
    assert outcome.results["GAINED_KM2"] == pytest.approx(gained_km2, abs=0.001)
    (row,) = table_of(tmp_path / "change.gpkg", "change")
    assert row["sector"] == "all"


def test_a_missing_file_ends_with_a_message_and_no_output(qgis, sample, tmp_path):
    change = tmp_path / "change.gpkg"
    outcome = qgis.run(ALGORITHM, BEFORE=tmp_path / "absent.geojson", AFTER=sample.maps[0], CHANGE=change)
    assert outcome.code != 0
    assert "BEFORE" in outcome.output or "absent.geojson" in outcome.output
    assert not change.exists()


def test_after_earlier_than_before_is_refused(qgis, sample, tmp_path):
    change = tmp_path / "change.gpkg"
    outcome = qgis.run(ALGORITHM, BEFORE=sample.maps[3], AFTER=sample.maps[0], CLASS_FIELD="class", CHANGE=change)
    assert outcome.code != 0
    assert "swap" in outcome.output.lower(), outcome.output
    assert not change.exists()


def test_a_map_of_two_sides_is_asked_about_and_answered(qgis, tmp_path):
    """In square degrees of the map the border moves by a fifth of a degree; areas are checked elsewhere."""

    def two_sides(name, border):
        features = [
            {
                "type": "Feature",
                "properties": {"controlled_by": side},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [[[west, 50], [east, 50], [east, 51], [west, 51], [west, 50]]],
                },
            }
            for side, west, east in (("RSF", 30, border), ("SAF", border, 32))
        ]
        path = tmp_path / name
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        return path

    maps = {"BEFORE": two_sides("f_2025-06-01.geojson", 31), "AFTER": two_sides("f_2025-07-01.geojson", 31.2)}
    outcome = qgis.run(ALGORITHM, **maps, CHANGE=tmp_path / "asked.gpkg")
    assert outcome.code != 0
    assert "Found in “controlled_by”: RSF (" in outcome.output
    assert "Give HELD_VALUES the values of the side that is measured" in outcome.output
    assert not (tmp_path / "asked.gpkg").exists()
    outcome = qgis.run(ALGORITHM, **maps, HELD_VALUES="rsf", CHANGE=tmp_path / "answered.gpkg")
    assert outcome.results["GAINED_KM2"] > 1500
    assert "SAF (1)" in outcome.output


def test_without_shapely_the_algorithm_is_listed_and_states_what_is_missing(qgis_without_shapely, sample, tmp_path):
    assert ALGORITHM in qgis_without_shapely.process("list").stdout
    outcome = qgis_without_shapely.run(
        ALGORITHM, BEFORE=sample.maps[0], AFTER=sample.maps[1], CLASS_FIELD="class", CHANGE=tmp_path / "x.gpkg"
    )
    assert outcome.code != 0
    assert "shapely" in outcome.output


@pytest.mark.shared_data
def test_june_2025(qgis, shared_data, tmp_path):
    """The advance of June 2025 by region, which other people have measured too."""
    before, after = (next((shared_data / "deepstate_daily").glob(f"*{day}*")) for day in ("20250602", "20250702"))
    change = tmp_path / "change.gpkg"
    results = qgis.run(
        ALGORITHM, BEFORE=before, AFTER=after, SECTORS=shared_data / "oblasts.gpkg", SECTOR_FIELD="name", CHANGE=change
    ).results
    assert results["NET_KM2"] == pytest.approx(556.5, abs=0.3)
    assert results["GAINED_KM2"] == pytest.approx(556.6, abs=0.3)
    assert results["LOST_KM2"] == pytest.approx(0.0, abs=0.3)
    net_km2 = {row["sector"]: row["net_km2"] for row in table_of(change, "change")}
    assert sum(net_km2.values()) == pytest.approx(results["NET_KM2"], abs=1e-6)
    for name, expected_km2 in {"Donetsk": 399.5, "Sumy": 85.3, "Kharkiv": 19.8, "outside all sectors": 14.9}.items():
        found_km2 = next(value for sector, value in net_km2.items() if name in sector)
        assert found_km2 == pytest.approx(expected_km2, abs=0.3), name


@pytest.mark.shared_data
def test_june_2025_straight_from_the_publishers_files(qgis, shared_data, tmp_path):
    raw = shared_data / "deepstate_raw"
    results = qgis.run(
        ALGORITHM,
        BEFORE=raw / "1748723682.geojson",
        AFTER=raw / "1751314076.geojson",
        CHANGE=tmp_path / "change.gpkg",
    ).results
    assert results["NET_KM2"] == pytest.approx(556.5, abs=0.3)
