# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:controlfromlines on straight fronts of many dates, as input of others, on the real front, on bad input."""

import json

import pytest
from layers import box, box_km2, layer
from qgis.core import NULL

LAND = (29, 50, 33, 51)


def land():
    return layer("land", box(*LAND))


def fronts(*easts, days=("2025-06-01", "2025-07-01", "2025-08-01"), south=50.01, north=50.99):
    """Fronts along meridians, which end a kilometre short of the land's edge, held ground on their left."""
    shapes = [f"LINESTRING({east} {south},{east} {north})" for east in easts]
    return layer("fronts", *shapes, kind="LineString", fields="date:date", rows=[(day,) for day in days])


def marks(*positions, fields="", rows=()):
    return layer("marks", *(f"POINT({x} {y})" for x, y in positions), kind="Point", fields=fields, rows=rows)


def held_km2(east):
    return box_km2(LAND[0], LAND[1], east, LAND[3])


def by_date(outcome, field="area_km2", name="SNAPSHOTS"):
    return {row["date"].date().toPyDate().isoformat(): row[field] for row in outcome.rows(name)}


def test_several_dates_in_one_layer(controlfromlines):
    outcome = controlfromlines(LINES=fronts(31, 31.2, 30.9), THEATRE=land(), MARKS=marks((29.5, 50.5)))
    assert by_date(outcome) == pytest.approx(
        {"2025-06-01": held_km2(31), "2025-07-01": held_km2(31.2), "2025-08-01": held_km2(30.9)}, abs=0.5
    )
    rows = outcome.rows("SNAPSHOTS")
    assert {(row["class"], row["source"], row["origin"]) for row in rows} == {("held", "lines", "fronts")}
    assert [row["until"] == NULL for row in rows] == [False, False, True]
    assert outcome["SNAPSHOT_COUNT"] == 3
    assert outcome["HELD_KM2"] == pytest.approx(held_km2(30.9), abs=0.5)
    assert set(by_date(outcome, "extensions", "LOG").values()) == {2}
    assert all(row["extension_max_m"] == pytest.approx(1112, abs=5) for row in outcome.rows("LOG"))
    assert {row["kind"] for row in outcome.rows("JOINS")} == {"extension"}
    assert outcome.feedback.warnings == []


def test_left_and_right(controlfromlines):
    front = fronts(31, days=("2025-06-01",))
    west = controlfromlines(LINES=front, THEATRE=land(), SIDE="left")
    east = controlfromlines(LINES=front, THEATRE=land(), SIDE="right")
    assert west["HELD_KM2"] == pytest.approx(held_km2(31), abs=0.5)
    assert west["HELD_KM2"] + east["HELD_KM2"] == pytest.approx(box_km2(*LAND), abs=0.01)


def test_the_result_is_a_map_like_any_other(controlfromlines, sectorchange):
    made = controlfromlines(LINES=fronts(31, 31.2, 30.9), THEATRE=land(), SIDE="left")
    snapshots = made.layer("SNAPSHOTS")
    changed = sectorchange(BEFORE=snapshots, AFTER=snapshots, BEFORE_DATE="2025-06-01", AFTER_DATE="2025-07-01")
    assert changed["NET_KM2"] == pytest.approx(held_km2(31.2) - held_km2(31), abs=0.5)
    assert changed.row()["held_before_km2"] == pytest.approx(by_date(made)["2025-06-01"], abs=0.01)


def test_gaps_are_bridged_and_reported(controlfromlines):
    broken = layer("front_20250601", "LINESTRING(31 50,31 50.4)", "LINESTRING(31 50.406,31 51)", kind="LineString")
    outcome = controlfromlines(LINES=broken, THEATRE=land(), SIDE="left")
    (row,) = outcome.rows("LOG")
    assert (row["bridges"], row["lines"]) == (1, 2)
    assert row["bridge_max_m"] == pytest.approx(667, abs=2)
    assert outcome["BRIDGE_MAX_M"] == row["bridge_max_m"]
    assert outcome["HELD_KM2"] == pytest.approx(held_km2(31), abs=0.05)
    (join,) = outcome.layer("JOINS").getFeatures()
    assert join["kind"] == "bridge"
    assert join.geometry().boundingBox().center().y() == pytest.approx(50.403, abs=1e-3)
    message = controlfromlines.refusal(
        LINES=broken, THEATRE=land(), SIDE="left", BRIDGE_DISTANCE=300, EXTEND_DISTANCE=300
    )
    assert "do not separate the sides" in message
    assert "50.406, 31.000" in message


def test_pockets_and_dated_marks(controlfromlines):
    ring = "LINESTRING(32 50.4,32.2 50.4,32.2 50.6,32 50.6,32 50.4)"
    both = layer(
        "fronts", "LINESTRING(31 50,31 51)", ring, "LINESTRING(31 50,31 51)", ring, kind="LineString",
        fields="date:date", rows=[("2025-06-01",), ("2025-06-01",), ("2025-07-01",), ("2025-07-01",)],
    )  # fmt: skip
    dated = marks((29.5, 50.5), (32.1, 50.5), fields="date:date", rows=[(None,), ("2025-07-01",)])
    outcome = controlfromlines(LINES=both, THEATRE=land(), MARKS=dated)
    pocket_km2 = box_km2(32, 50.4, 32.2, 50.6)
    assert by_date(outcome) == pytest.approx(
        {"2025-06-01": held_km2(31), "2025-07-01": held_km2(31) + pocket_km2}, abs=0.05
    )


def test_what_should_be_known_is_reported(controlfromlines):
    island = layer("land", box(*LAND), box(34, 50, 34.2, 50.2))
    lines = layer("front_20250601", "LINESTRING(31 50,31 51)", "LINESTRING(32 50.5,32.02 50.5)", kind="LineString")
    outcome = controlfromlines(LINES=lines, THEATRE=island, SIDE="left", MARKS=marks((40, 50)), EXTEND_DISTANCE=100)
    (warning,) = outcome.feedback.warnings
    assert "1 lines, 1.4 km in all, separate nothing (at 50.500" in warning
    assert "1 marks lie outside the theatre" in warning
    assert f"{box_km2(34, 50, 34.2, 50.2):.0f} km² of land that no line borders" in warning
    assert outcome.rows("LOG")[0]["warning"] in warning
    assert json.loads(outcome["METHOD"])["side"] == "left"


def test_what_cannot_be_made(controlfromlines):
    front = fronts(31, days=("2025-06-01",))
    assert "MARKS" in controlfromlines.refusal(LINES=front, THEATRE=land())
    elsewhere = layer("elsewhere", box(60, 10, 61, 11))
    assert "No line of 1 June 2025 lies in the theatre" in controlfromlines.refusal(
        LINES=front, THEATRE=elsewhere, SIDE="left"
    )
    assert "no lines of any length" in controlfromlines.refusal(
        LINES=layer("none", kind="LineString"), THEATRE=land(), SIDE="left"
    )
    undated = layer("front", "LINESTRING(31 50,31 51)", kind="LineString")
    assert "No date" in controlfromlines.refusal(LINES=undated, THEATRE=land(), SIDE="left")
    outcome = controlfromlines(LINES=undated, THEATRE=land(), SIDE="left", DATE="2025-06-01")
    assert list(by_date(outcome)) == ["2025-06-01"]
    nameless = layer("f", "LINESTRING(31 50,31 51)", kind="LineString", fields="date:date", rows=[(None,)])
    assert "feature 1 has no date" in controlfromlines.refusal(LINES=nameless, THEATRE=land(), SIDE="left")


@pytest.mark.shared_data
def test_the_real_front_there_and_back(controlfromlines, extractfront, sectorchange, shared_data):
    """Extract the front of two real maps as lines and make ground of them again: the change between them remains."""
    theatre = str(shared_data / "oblasts.gpkg")
    folder = shared_data / "deepstate_raw"
    drawn = extractfront(
        SNAPSHOTS=str(folder / "1751314076.geojson"),
        BEFORE=str(folder / "1748723682.geojson"),
        THEATRE=theatre,
        EDGE_TOLERANCE=3000,
        TOLERANCES="0",
    )
    made = controlfromlines(LINES=drawn.layer("FRONT"), THEATRE=theatre, SIDE="left")
    assert made["SNAPSHOT_COUNT"] == 2
    snapshots = made.layer("SNAPSHOTS")
    net = sectorchange(BEFORE=snapshots, AFTER=snapshots, BEFORE_DATE="2025-06-01", AFTER_DATE="2025-07-01")["NET_KM2"]
    assert net == pytest.approx(541.6, abs=15)  # 556.5 less the 14.9 beyond the regions' border near Sumy


@pytest.mark.parametrize("moved_deg", [0.0, 0.001])
def test_a_front_drawn_twice_is_refused(controlfromlines, moved_deg):
    shape = "LINESTRING({} 50.2,31.02 50.4,31 50.8)"
    twice = layer("front_20250601", shape.format(31), shape.format(31 + moved_deg), kind="LineString")
    said = controlfromlines.refusal(LINES=twice, THEATRE=land(), MARKS=marks((29.5, 50.5)))
    assert "drawn twice" in said
    assert "(feature 1, 2)" in said
    assert "1 June 2025" in said


def test_the_parts_of_one_feature_are_lines_too(controlfromlines):
    shape = "(31 50,31 51)"
    twice = layer("front_20250601", f"MULTILINESTRING({shape},{shape})", kind="MultiLineString")
    assert "drawn twice" in controlfromlines.refusal(LINES=twice, THEATRE=land(), SIDE="left")


def test_the_same_front_on_two_dates_is_not_drawn_twice(controlfromlines):
    assert controlfromlines(LINES=fronts(31, 31), THEATRE=land(), SIDE="left")["SNAPSHOT_COUNT"] == 2


@pytest.mark.parametrize("shape", [None, "LINESTRING EMPTY", "LINESTRING(31 50.5,31 50.5)"])
def test_a_feature_without_a_line_is_reported_with_its_date(controlfromlines, shape):
    rows = [("2025-06-01",), ("2025-07-01",)]
    some = layer("fronts", "LINESTRING(31 50,31 51)", shape, kind="LineString", fields="date:date", rows=rows)
    outcome = controlfromlines(LINES=some, THEATRE=land(), SIDE="left")
    assert outcome["SNAPSHOT_COUNT"] == 1
    (warning,) = outcome.feedback.warnings
    assert "1 features have no line" in warning
    assert "feature 2 (2025-07-01)" in warning


def test_only_the_end_in_the_land_is_named(controlfromlines):
    short = layer("front_20250601", "LINESTRING(31 50,31 50.4)", kind="LineString")
    said = controlfromlines.refusal(LINES=short, THEATRE=land(), SIDE="left")
    assert "ends at 50.400, 31.000, farther" in said
