# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:extractfront on straight fronts of known length, on many dates, on the real front, and on bad input."""

import json

import pytest
from frontline_change.core.libraries import pyproj
from layers import box, layer
from qgis.core import NULL

GEOD = pyproj.Geod(ellps="WGS84")
SOUTH, NORTH = 50.0, 51.0
LAND = box(29, SOUTH, 33, NORTH)
PARALLELS_KM = GEOD.inv(31, SOUTH, 31, NORTH)[2] / 1000  # a meridian from edge to edge


def map_to(east, name="map_20250630"):
    """Land held from beyond the western edge to a meridian, which is the front."""
    return layer(name, box(28, SOUTH - 1, east, NORTH + 1))


def land():
    return layer("land", LAND)


def lengths(outcome, tolerance_m=0.0, field="front_km"):
    return {
        (f"{row['date'].date().toPyDate()}", row["sector"]): row[field]
        for row in outcome.rows("LENGTHS")
        if row["tolerance_m"] == tolerance_m
    }


def by_status(outcome):
    found = {}
    for row in outcome.rows("FRONT"):
        found[row["status"]] = found.get(row["status"], 0) + row["length_km"]
    return found


def test_a_straight_front_of_one_map(extractfront):
    outcome = extractfront(SNAPSHOTS=map_to(31), THEATRE=land(), EDGE_TOLERANCE=1000)
    assert outcome["FRONT_KM"] == pytest.approx(PARALLELS_KM - 2, abs=0.01)
    assert outcome["MOVED_KM"] is None
    assert outcome["DATES_USED"] == "2025-06-30T00:00:00Z"
    (row,) = outcome.rows("FRONT")
    assert (row["status"], row["sector"], row["until"]) == ("front", "all", NULL)
    assert row["length_km"] == pytest.approx(outcome["FRONT_KM"])
    assert [row["tolerance_m"] for row in outcome.rows("LENGTHS")] == [0, 500, 1000, 2000, 5000]
    assert all(row["front_km"] == pytest.approx(PARALLELS_KM - 2, abs=0.01) for row in outcome.rows("LENGTHS"))
    (feature,) = outcome.layer("FRONT").getFeatures()
    (line,) = feature.geometry().asMultiPolyline()
    assert line[0].y() < line[-1].y()  # held in the west: on the left of who walks north


def test_sectors_share_the_front(extractfront):
    halves = layer(
        "sectors", box(30, 50, 33, 50.5), box(30, 50.5, 33, 50.8), fields="name:string", rows=[("South",), ("North",)]
    )
    outcome = extractfront(SNAPSHOTS=map_to(31), THEATRE=land(), EDGE_TOLERANCE=1000, SECTORS=halves)
    found = {sector: km for (_, sector), km in lengths(outcome, 1000).items()}
    assert list(found) == ["North", "South", "outside all sectors"]
    south_km = GEOD.inv(31, 50, 31, 50.5)[2] / 1000 - 1
    assert found["South"] == pytest.approx(south_km, abs=0.01)
    assert sum(found.values()) == pytest.approx(PARALLELS_KM - 2, abs=0.01)


def test_of_two_maps_what_moved(extractfront):
    """The northern half of the front moved by 7 km, the southern not."""
    after = layer("map_20250730", "POLYGON((28 49,31 49,31 50.5,31.1 50.5,31.1 52,28 52,28 49))")
    outcome = extractfront(SNAPSHOTS=after, BEFORE=map_to(31), THEATRE=land(), EDGE_TOLERANCE=1000)
    step_km = GEOD.inv(31, 50.5, 31.1, 50.5)[2] / 1000
    moved_km = GEOD.inv(31.1, 50.5, 31.1, NORTH)[2] / 1000 - 1 + step_km - 0.1
    assert outcome["MOVED_KM"] == pytest.approx(moved_km, abs=0.06)
    found = by_status(outcome)
    assert found["moved"] == pytest.approx(moved_km, abs=0.06)
    assert found["moved"] + found["still"] == pytest.approx(outcome["FRONT_KM"], abs=1e-6)
    assert found["front"] == pytest.approx(PARALLELS_KM - 2, abs=0.01)
    dates = lengths(outcome, field="moved_km")
    assert dates == {("2025-06-30", "all"): NULL, ("2025-07-30", "all"): pytest.approx(moved_km, abs=0.06)}
    untils = {row["status"]: row["until"] for row in outcome.rows("FRONT")}
    assert untils["front"].date().toPyDate().isoformat() == "2025-07-30"
    assert untils["moved"] == NULL


def many(*days):
    return layer(
        "many", *(box(28, SOUTH - 1, 31 + 0.1 * number, NORTH + 1) for number in range(len(days))),
        fields="date:date,class:string", rows=[(day, "held") for day in days],
    )  # fmt: skip


def test_dates_of_a_layer_of_many(extractfront):
    snapshots = many("2025-06-01", "2025-06-11", "2025-06-21")
    everything = extractfront(SNAPSHOTS=snapshots, THEATRE=land())
    assert len(lengths(everything)) == 3
    some = extractfront(SNAPSHOTS=snapshots, THEATRE=land(), DATES="2025-06-30, 2025-06-12", TOLERANCES="250")
    assert list(lengths(some, 250)) == [("2025-06-11", "all"), ("2025-06-21", "all")]
    assert some["MOVED_KM"] == pytest.approx(some["FRONT_KM"])
    message = extractfront.refusal(SNAPSHOTS=snapshots, THEATRE=land(), DATES="2025-05-01")
    assert "DATES cannot be used" in message
    assert "2025-06-01" in message


def test_a_date_that_no_map_reaches_is_reported_and_has_no_front_of_another_day(extractfront):
    """Maps come every ten days: the last stands for the next ten, and for what is later with a warning."""
    snapshots = many("2025-06-01", "2025-06-11", "2025-06-21")
    given = {"SNAPSHOTS": snapshots, "THEATRE": land(), "TOLERANCES": "250"}
    within = extractfront(**given, DATES="2025-07-01")
    assert within.feedback.warnings == [] and list(lengths(within, 250)) == [("2025-06-21", "all")]
    late = extractfront(**given, DATES="2025-06-12,2025-07-02")
    assert list(lengths(late, 250)) == [("2025-06-11", "all"), ("2025-06-21", "all")]
    assert late.feedback.warnings == [
        "DATES: the map of 21 June 2025 stands for 2 July 2025, though it is 11 days older: layer “many” has none "
        "between. What is drawn and measured is the front of 21 June 2025."
    ]
    early = extractfront(**given, DATES="2025-05-31,2025-06-12")
    assert list(lengths(early, 250)) == [("2025-06-11", "all")]
    assert early["DATES_USED"] == "2025-06-11T00:00:00Z"
    assert early.feedback.warnings == [
        "DATES: layer “many” has no map of 31 May 2025 or before, so there is no front of that date. Its first map is "
        "of 1 June 2025."
    ]


def test_a_gap_between_maps_is_reported_too(extractfront):
    snapshots = many("2025-06-01", "2025-06-02", "2025-06-03", "2025-06-20")
    outcome = extractfront(SNAPSHOTS=snapshots, THEATRE=land(), DATES="2025-06-10")
    assert outcome["DATES_USED"] == "2025-06-03T00:00:00Z"
    (warning,) = outcome.feedback.warnings
    assert "the map of 3 June 2025 stands for 10 June 2025" in warning


def test_a_map_with_a_date_in_its_name_is_of_no_other_day(extractfront):
    """What broke: it was drawn as the front of whatever date was given."""
    message = extractfront.refusal(SNAPSHOTS=map_to(31), THEATRE=land(), DATES="2025-06-29")
    assert "DATES cannot be used" in message and "2025-06-30" in message
    same_day = extractfront(SNAPSHOTS=map_to(31), THEATRE=land(), DATES="2025-06-30")
    assert same_day.feedback.warnings == []
    for dates in ("2025-07-01", "2025-07-01,2025-06-30"):
        outcome = extractfront(SNAPSHOTS=map_to(31), THEATRE=land(), DATES=dates)
        assert outcome["DATES_USED"] == "2025-06-30T00:00:00Z"
        (warning,) = outcome.feedback.warnings
        assert "the map of 30 June 2025 stands for 1 July 2025, though it is one day older" in warning


def test_an_edge_tolerance_that_takes_all_of_the_theatre_is_reported(extractfront):
    """Without a stretch of front there is none of which could be said how much of it moved."""
    outcome = extractfront(SNAPSHOTS=many("2025-06-01", "2025-06-11"), THEATRE=land(), EDGE_TOLERANCE=900_000)
    assert any(
        "no ground of the theatre" in message and "EDGE_TOLERANCE" in message for message in outcome.feedback.warnings
    )
    assert outcome["FRONT_KM"] == 0
    assert outcome["MOVED_KM"] is None
    assert "nan" not in outcome["HEADLINE"]


def test_a_mask_is_measured_apart(extractfront):
    river = layer("river", "LINESTRING(30 50.5,32 50.5)", kind="LineString")
    outcome = extractfront(SNAPSHOTS=map_to(31), THEATRE=land(), EDGE_TOLERANCE=1000, MASK=river, MASK_DISTANCE=10_000)
    assert lengths(outcome, field="masked_km")["2025-06-30", "all"] == pytest.approx(20, abs=0.02)
    assert outcome["FRONT_KM"] == pytest.approx(PARALLELS_KM - 22, abs=0.03)
    assert by_status(outcome) == pytest.approx({"front": PARALLELS_KM - 22, "masked": 20}, abs=0.03)
    assert {row["stretches"] for row in outcome.rows("LENGTHS")} == {2}
    lake = layer("lake", box(30.9, 50.4, 31.1, 50.6))
    wide = extractfront(SNAPSHOTS=map_to(31), THEATRE=land(), MASK=lake, MASK_DISTANCE=0, EDGE_TOLERANCE=1000)
    assert lengths(wide, field="masked_km")["2025-06-30", "all"] == pytest.approx(
        GEOD.inv(31, 50.4, 31, 50.6)[2] / 1000, abs=0.02
    )


def test_gaps_are_no_front(extractfront):
    pieces = layer("map_20250630", box(28, 49, 30, 52), box(30.00001, 49, 31, 52))  # 0.7 m apart
    closed = extractfront(SNAPSHOTS=pieces, THEATRE=land(), EDGE_TOLERANCE=1000)
    assert closed["FRONT_KM"] == pytest.approx(PARALLELS_KM - 2, abs=0.01)
    assert any("1 seams" in info for info in closed.feedback.infos)
    left = extractfront(SNAPSHOTS=pieces, THEATRE=land(), EDGE_TOLERANCE=1000, SEAM_WIDTH=0)
    assert left["FRONT_KM"] == pytest.approx(3 * (PARALLELS_KM - 2), abs=0.03)


def test_without_a_theatre_there_is_a_line_but_no_length(extractfront):
    outcome = extractfront(SNAPSHOTS=map_to(31))
    assert outcome["FRONT_KM"] is None
    (row,) = outcome.rows("FRONT")
    assert (row["status"], row["length_km"]) == ("boundary", NULL)
    assert all(row["front_km"] == NULL and row["stretches"] == NULL for row in outcome.rows("LENGTHS"))
    assert "no honest length" in outcome["HEADLINE"]


def test_other_classes_and_the_method_card(extractfront):
    maps = layer(
        "map_20250630", box(28, 49, 31, 52), box(31, 49, 31.5, 52), fields="class:string",
        rows=[("held",), ("contested",)],
    )  # fmt: skip
    wide = extractfront(SNAPSHOTS=maps, THEATRE=land(), CLASS_FIELD="class", CLASSES=["held", "contested"])
    assert wide.layer("FRONT").extent().center().x() == pytest.approx(31.5)
    card = json.loads(wide["METHOD"])
    assert card["classes"] == ["held", "contested"]
    assert card["tolerances_m"] == [0, 500, 1000, 2000, 5000]
    assert (card["edge_tolerance_m"], card["move_distance_m"], card["seam_width_m"]) == (2000, 100, 5)
    assert json.loads(wide.layer("LENGTHS").metadata().history()[0]) == card


def test_what_cannot_be_drawn(extractfront):
    one, theatre = map_to(31), land()
    assert "TOLERANCES" in extractfront.refusal(SNAPSHOTS=one, THEATRE=theatre, TOLERANCES="a few")
    assert "TOLERANCES" in extractfront.refusal(SNAPSHOTS=one, THEATRE=theatre, TOLERANCES="-5")
    assert "TOLERANCES" in extractfront.refusal(SNAPSHOTS=one, THEATRE=theatre, TOLERANCES="0,1e12")
    assert "DATES" in extractfront.refusal(SNAPSHOTS=one, THEATRE=theatre, DATES="someday")
    assert "no polygons of the classes claimed" in extractfront.refusal(SNAPSHOTS=one, CLASSES=["claimed"])
    later = map_to(32, "map_20250801")
    assert "not earlier" in extractfront.refusal(SNAPSHOTS=one, BEFORE=later, THEATRE=theatre)
    assert "Give the date" in extractfront.refusal(SNAPSHOTS=map_to(31, "undated"), THEATRE=theatre)
    dot = layer("dot", "POINT(30 50)", kind="Point")
    assert "neither lines nor polygons" in extractfront.refusal(SNAPSHOTS=one, THEATRE=theatre, MASK=dot)


def test_an_undated_map_with_its_date_given(extractfront):
    outcome = extractfront(SNAPSHOTS=map_to(31, "undated"), THEATRE=land(), DATES="2025-06-30")
    assert outcome["DATES_USED"] == "2025-06-30T00:00:00Z"


def test_a_theatre_elsewhere_has_no_front(extractfront):
    outcome = extractfront(SNAPSHOTS=map_to(31), THEATRE=layer("elsewhere", box(60, 10, 61, 11)))
    assert outcome["FRONT_KM"] == 0
    assert outcome.rows("FRONT") == []


def test_the_same_length_as_sectorchange(extractfront, sectorchange):
    """Two algorithms, one definition; sectorchange knows nothing of gaps."""
    before = map_to(30.9, "map_20250601")
    pair = {"THEATRE": land(), "SECTORS": layer("s", box(30, 50, 33, 50.5), fields="name:string", rows=[("A",)])}
    changed = sectorchange(BEFORE=before, AFTER=map_to(31), **pair)
    drawn = extractfront(SNAPSHOTS=map_to(31), **pair)
    ours = {sector: km for (_, sector), km in lengths(drawn).items()}
    assert ours == pytest.approx({row["sector"]: row["front_after_km"] for row in changed.rows()}, abs=1e-3)


@pytest.mark.shared_data
def test_the_real_front_meets_the_figure_that_commanders_quote(extractfront, shared_data):
    """1,000 to 1,250 km, where bends of 500 m to 2 km are left out; docs/front-length.md has the whole table."""
    folder = shared_data / "deepstate_raw"
    outcome = extractfront(
        SNAPSHOTS=str(folder / "1751314076.geojson"),
        BEFORE=str(folder / "1748723682.geojson"),
        THEATRE=str(shared_data / "oblasts.gpkg"),
    )
    june = {row["tolerance_m"]: row["front_km"] for row in outcome.rows("LENGTHS")[-5:]}
    assert june == pytest.approx({0: 1295, 500: 1236, 1000: 1170, 2000: 1089, 5000: 982}, abs=1)
    assert all(1000 < june[tolerance] < 1250 for tolerance in (500, 1000, 2000))
    assert outcome["MOVED_KM"] == pytest.approx(365, abs=1)
