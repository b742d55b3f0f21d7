# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:createsectors by every method: on drawings whose areas are known, on the real front, and on bad input."""

import csv
import json

import pytest
from layers import box, box_km2, layer
from qgis.core import QgsGeometry

KM_PER_DEGREE = 111.2  # of latitude, near 50° N


def areas(outcome):
    return {row["sector"]: row["area_km2"] for row in outcome.rows("SECTORS")}


def assert_is_partition(outcome, area_km2=None, gaps_km2=0.0):
    """By QGIS's own overlay of the written layer, and by what the algorithm says itself."""
    shapes = [feature.geometry() for feature in outcome.layer("SECTORS").getFeatures()]
    assert all(shape.isGeosValid() for shape in shapes)
    whole = QgsGeometry.unaryUnion(shapes)
    degrees = sum(shape.area() for shape in shapes)
    assert degrees == pytest.approx(whole.area(), rel=1e-9)
    assert outcome["OVERLAP_KM2"] < 1e-6
    assert outcome["GAPS_KM2"] == pytest.approx(gaps_km2, abs=1e-3)
    assert outcome["COUNT"] == len(shapes)
    if area_km2 is not None:
        assert outcome["AREA_KM2"] == pytest.approx(area_km2, rel=1e-5)
    assert sum(areas(outcome).values()) == pytest.approx(outcome["AREA_KM2"], rel=1e-9)


# Regions


def test_all_units_of_ukraine_under_their_names(createsectors):
    outcome = createsectors(METHOD="regions", COUNTRY="Ukraine")
    rows = outcome.rows("SECTORS")
    assert len(rows) == 27
    assert {"Kyiv", "Kyiv (city)", "Crimea", "Sevastopol", "Odesa", "Donetsk"} <= {row["sector"] for row in rows}
    assert {row["code"][:3] for row in rows} == {"UA-"}
    assert all(row["coarse"] and row["method"] == "regions" for row in rows)
    assert [row["sector"] for row in rows] == sorted(row["sector"] for row in rows)
    assert any("coarse" in warning for warning in outcome.feedback.warnings)
    assert outcome.layer("SECTORS").crs().authid() == "EPSG:4326"
    assert_is_partition(outcome, 599_167)  # QgsDistanceArea on WGS 84 gives 599 168


def test_regions_of_another_country_and_of_none(createsectors):
    assert_is_partition(createsectors(METHOD="regions", COUNTRY="DE"))
    assert "Did you mean Ukraine" in createsectors.refusal(METHOD="regions", COUNTRY="Ukrain")
    assert "COUNTRY" in createsectors.refusal(METHOD="regions")


# A polygon layer


def regions(*shapes, names=()):
    return layer("regions", *shapes, fields="name:string", rows=[(name,) for name in names])


def test_a_layer_becomes_a_partition(createsectors):
    drawn = regions(box(30, 50, 31, 51), box(30.9, 50, 32, 51), box(32, 50, 33, 51), names=("West", "Middle ", None))
    outcome = createsectors(LAYER=drawn)
    assert areas(outcome) == pytest.approx(
        {"West": box_km2(30, 50, 30.95, 51), "Middle": box_km2(30.95, 50, 32, 51), "sector 3": box_km2(32, 50, 33, 51)},
        rel=1e-3,
    )
    assert_is_partition(outcome, box_km2(30, 50, 33, 51))
    warnings = "\n".join(outcome.feedback.warnings)
    assert "sector 3" in warnings
    assert f"West, Middle overlapped by {box_km2(30.9, 50, 31, 51):.3f} km²" in warnings
    assert not any(row["coarse"] for row in outcome.rows("SECTORS"))


def test_gaps_are_filled_on_demand(createsectors):
    frame = "POLYGON((30 50,31 50,31 51,30 51,30 50),(30.4 50.4,30.6 50.4,30.6 50.6,30.4 50.6,30.4 50.4))"
    gap_km2 = box_km2(30.4, 50.4, 30.6, 50.6)
    left = createsectors(LAYER=regions(frame, names=("A",)))
    assert_is_partition(left, box_km2(30, 50, 31, 51) - gap_km2, gap_km2)
    assert_is_partition(createsectors(LAYER=regions(frame, names=("A",)), FILL_GAPS=True), box_km2(30, 50, 31, 51))


def test_the_theatre_is_filled_to_its_edge(createsectors):
    outcome = createsectors(
        LAYER=regions(box(30, 50, 30.2, 51), box(30.8, 50, 31.5, 51), names=("A", "B")),
        THEATRE=layer("land", box(30, 50, 31, 51)),
        FILL_GAPS=True,
    )
    half = box_km2(30, 50, 30.5, 51)
    assert areas(outcome) == pytest.approx({"A": half, "B": half}, rel=0.01)
    assert_is_partition(outcome, box_km2(30, 50, 31, 51))


def test_an_invalid_polygon_is_repaired_and_named(createsectors):
    bow_tie = "POLYGON((30 50,31 51,31 50,30 51,30 50))"
    outcome = createsectors(LAYER=regions(bow_tie, names=("Bow",)))
    assert any("feature 1" in warning for warning in outcome.feedback.warnings)
    assert_is_partition(outcome)


# Places


def places(*points, names):
    return layer(
        "places", *(f"POINT({lon} {lat})" for lon, lat in points), kind="Point", fields="name:string",
        rows=[(name,) for name in names],
    )  # fmt: skip


def test_two_places_share_the_land_between_them(createsectors):
    outcome = createsectors(
        METHOD="places",
        LAYER=places((30.25, 50.5), (30.75, 50.5), (35, 50), (30.25, 50.5), names=("A", "B", "Far", "Again")),
        THEATRE=layer("land", box(30, 50, 31, 51)),
        RADIUS=200_000,
    )
    half = box_km2(30, 50, 30.5, 51)
    assert areas(outcome) == pytest.approx({"A": half, "B": half}, rel=1e-3)
    warnings = "\n".join(outcome.feedback.warnings)
    assert "outside the theatre, without a sector: 1 (Far)" in warnings
    assert "on the spot of an earlier one, without a sector: 1 (Again)" in warnings
    assert_is_partition(outcome, box_km2(30, 50, 31, 51))


def test_places_from_a_table(createsectors, tmp_path):
    path = tmp_path / "places.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("name", "lon", "lat"), ("A", 30.25, 50.5), ("B", 30.75, 50.5), ("Lost", "", "")])
    outcome = createsectors(METHOD="places", LAYER=str(path), RADIUS=10_000)
    assert areas(outcome) == pytest.approx({"A": 314.1, "B": 314.1}, abs=0.2)
    assert any("Lost" in warning for warning in outcome.feedback.warnings)
    path.write_text("name,where\nA,north\n", encoding="utf-8")
    assert "lon and lat" in createsectors.refusal(METHOD="places", LAYER=str(path), RADIUS=10_000)


def test_all_places_outside(createsectors):
    message = createsectors.refusal(
        METHOD="places", LAYER=places((35, 50), names=("Far",)), THEATRE=layer("land", box(30, 50, 31, 51))
    )
    assert "None of the 1 places lies in the theatre" in message


# Front and corridors


def test_along_the_front_of_a_map(createsectors):
    """Land held west of 31° E; the coast in the south and the border in the north are no front."""
    outcome = createsectors(
        METHOD="front",
        LAYER=layer("map_20250630", box(28, 50, 31, 52)),
        THEATRE=layer("land", box(29, 50, 33, 52)),
        LENGTH=20_000,
        DEPTH=10_000,
        EDGE_TOLERANCE=1000,
    )
    front_km = 2 * KM_PER_DEGREE - 2
    assert outcome["COUNT"] == round(front_km / 20)
    assert sum(areas(outcome).values()) == pytest.approx(front_km * 20, rel=0.002)
    assert max(areas(outcome).values()) == pytest.approx(min(areas(outcome).values()), rel=0.002)
    assert_is_partition(outcome)
    centres = [feature.geometry().centroid().asPoint().y() for feature in outcome.layer("SECTORS").getFeatures()]
    assert centres == sorted(centres)  # held on the left: from south to north


def test_along_a_front_given_as_lines(createsectors):
    front = layer(
        "front",
        "LINESTRING(31 50,31 50.5)",
        "LINESTRING(31 50.5,31 51)",
        "LINESTRING(32 50,32 51)",
        kind="LineString",
        fields="date:date",
        rows=[("2025-06-01",), ("2025-06-01",), ("2025-07-01",)],
    )
    options = {"METHOD": "front", "LAYER": front, "LENGTH": 28_000, "DEPTH": 5_000}
    assert "lines of 2 dates, from 2025-06-01 to 2025-07-01" in createsectors.refusal(**options)
    outcome = createsectors(**options, DATE="2025-06-20")
    assert outcome["COUNT"] == 4
    assert outcome["AREA_KM2"] == pytest.approx(KM_PER_DEGREE * 10, rel=0.002)
    assert outcome.layer("SECTORS").extent().center().x() == pytest.approx(31, abs=0.001)
    assert "2025-06-01 to 2025-07-01" in createsectors.refusal(**options, DATE="2025-05-01")


def test_the_front_of_a_map_needs_a_theatre(createsectors):
    message = createsectors.refusal(METHOD="front", LAYER=layer("map_20250630", box(30, 50, 31, 52)))
    assert "THEATRE" in message


def test_corridors(createsectors):
    axes = layer(
        "axes", "LINESTRING(31 50,31 50.5)", "LINESTRING(31 50.5,31 51)", "LINESTRING(30.5 50.25,31.5 50.25)",
        kind="LineString", fields="name:string", rows=[("north",), ("north",), ("east",)],
    )  # fmt: skip
    outcome = createsectors(METHOD="corridors", LAYER=axes, WIDTH=10_000)
    assert set(areas(outcome)) == {"north", "east"}
    assert_is_partition(outcome)
    assert outcome["AREA_KM2"] == pytest.approx(KM_PER_DEGREE * 10 + 71.4 * 10 - 100, rel=0.005)


# Bad input


def test_what_cannot_be_made(createsectors):
    square, dot = layer("land", box(30, 50, 31, 51)), places((30, 50), names=("A",))
    assert "needs a layer" in createsectors.refusal(METHOD="partition")
    assert "no polygons" in createsectors.refusal(METHOD="partition", LAYER=dot)
    assert "no lines" in createsectors.refusal(METHOD="corridors", LAYER=square)
    assert "no points or polygons" in createsectors.refusal(METHOD="places", LAYER=layer("none", kind="Point"))
    assert "RADIUS is 0" in createsectors.refusal(METHOD="places", LAYER=dot, RADIUS=0)
    assert "no field “title”" in createsectors.refusal(METHOD="places", LAYER=dot, NAME_FIELD="title")
    elsewhere = layer("elsewhere", box(60, 10, 61, 11))
    assert "No sector has any ground" in createsectors.refusal(METHOD="partition", LAYER=square, THEATRE=elsewhere)
    assert "METHOD" in createsectors.refusal(METHOD="voronoi", LAYER=dot)
    assert "too short" in createsectors.refusal(
        METHOD="front", LAYER=layer("f", "LINESTRING(31 50,31 50.1)", kind="LineString")
    )


def test_the_method_card_states_what_was_done(createsectors):
    outcome = createsectors(METHOD="places", LAYER=places((30, 50), names=("A",)), RADIUS=5000)
    card = json.loads(outcome["METHOD"])
    assert card["algorithm"] == "frontline:createsectors"
    assert card["method_of_sectors"] == "places"
    assert card["settings"]["RADIUS"] == "5000"
    assert json.loads(outcome.layer("SECTORS").metadata().history()[0]) == card
    assert outcome["HEADLINE"] == "Sectors: 1, with 78.5 km² in all; a partition (no overlaps, no gaps enclosed)."


# Real maps


@pytest.mark.shared_data
def test_the_real_front_in_sectors(createsectors, shared_data):
    outcome = createsectors(
        METHOD="front",
        LAYER=str(shared_data / "deepstate_raw" / "1751314076.geojson"),
        THEATRE=str(shared_data / "oblasts.gpkg"),
        LENGTH=40_000,
    )
    assert 15 <= outcome["COUNT"] <= 30
    assert_is_partition(outcome, gaps_km2=outcome["GAPS_KM2"])
    assert outcome.rows("SECTORS")[0]["sector"] == "front 01"


@pytest.mark.shared_data
def test_real_regions_stay_as_they_are(createsectors, shared_data):
    outcome = createsectors(LAYER=str(shared_data / "oblasts.gpkg"))
    assert outcome["COUNT"] == 25
    assert outcome.feedback.warnings == []
    assert_is_partition(outcome, 599_094)


def test_sectors_wider_than_half_the_earth_are_as_drawn(createsectors):
    drawn = layer("drawn", box(-10, 0, 179, 80), box(179, 0, 190, 80), fields="name:string", rows=[("a",), ("b",)])
    outcome = createsectors(METHOD="partition", LAYER=drawn)
    assert areas(outcome) == pytest.approx({"a": box_km2(-10, 0, 179, 80), "b": box_km2(179, 0, 190, 80)}, rel=2e-5)
    assert any("“drawn”: edges that span 180°" in warning for warning in outcome.feedback.warnings)


def test_sectors_of_the_whole_earth_are_refused_by_name(createsectors):
    drawn = layer("drawn", box(-180, -90, 180, 90), fields="name:string", rows=[("a",)])
    message = createsectors.refusal(METHOD="partition", LAYER=drawn)
    assert message.startswith("Layer “drawn”: feature 1 reaches to the other side of the Earth")
