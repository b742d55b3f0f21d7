# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:reach on strips beyond a border or a river, on one date and between two, and what it refuses."""

import pytest
from frontline_change.core.libraries import pyproj
from layers import box, box_km2, layer

GEOD = pyproj.Geod(ellps="WGS84")
NORTH = 50.04  # of the strip held beyond the land's south edge, which is the parallel of 50° N
EARLIER, LATER = "front_20250602", "front_20250702"


def km(south, north, longitude=31.0):
    """Along a meridian from one latitude to another."""
    return GEOD.inv(longitude, south, longitude, north)[2] / 1000


def land():
    """Two regions side by side: the edge between them is no border."""
    return layer("regions", box(30, 50, 31, 51), box(31, 50, 32, 51), fields="name:string", rows=[("West",), ("East",)])


def strip(name=LATER, west=30.6, east=31.4, north=NORTH):
    return layer(name, box(west, 49.9, east, north))


@pytest.fixture
def found(reach):
    """The reach of a strip beyond the border, per region."""
    return reach(AFTER=strip(), REFERENCE=land(), SECTORS=land(), DISTANCE=20000)


def test_a_strip_per_sector(found):
    rows = {row["sector"]: row for row in found.rows("REACH")}
    assert list(rows) == ["East", "West", "outside all sectors"]
    for name in ("East", "West"):
        row = rows[name]
        assert row["reach_max_km"] == pytest.approx(km(50, NORTH), abs=0.01)
        assert row["reach_mean_km"] == pytest.approx(km(50, NORTH), rel=0.02)
        assert row["covered_km"] == pytest.approx(GEOD.inv(31, 50, 31.4, 50)[2] / 1000, abs=0.7)
        assert row["strip_km2"] == pytest.approx(box_km2(31, 50, 31.4, NORTH), rel=0.001)
        assert row["reach_se_km"] == 0.5
        assert 0 < row["strip_se_km2"] < row["strip_km2"]
        assert not isinstance(row["reach_max_before_km"], float)
    rest = rows["outside all sectors"]
    assert rest["strip_km2"] == 0 and rest["line_km"] == 0 and not isinstance(rest["reach_max_km"], float)
    assert found["REACH_MAX_KM"] == pytest.approx(km(50, NORTH), abs=0.01)
    assert found["STRIP_KM2"] == pytest.approx(box_km2(30.6, 50, 31.4, NORTH), rel=0.001)
    assert found["REACH_MAX_CHANGE_KM"] is None
    assert "4.4 km (± 0.5 km) beyond the line in" in found["HEADLINE"]
    assert found.feedback.warnings == []


def test_the_profile_distinguishes_held_from_free_and_runs_along_the_border(found):
    rows = found.rows("PROFILE")
    held = [row for row in rows if row["held"]]
    assert 80 < len(held) < len(rows)
    assert all(row["reach_km"] == pytest.approx(km(50, NORTH), rel=0.02) for row in held)
    assert all(row["from_km"] == pytest.approx(0, abs=0.01) for row in held)
    assert all(row["reach_km"] == 0 for row in rows if not row["held"])
    along = [row["along_km"] for row in rows]
    assert along == sorted(along) and along[0] > 0
    shapes = [feature.geometry() for feature in found.layer("PROFILE").getFeatures()]
    assert [shape.isNull() for shape in shapes] == [not row["held"] for row in rows]


def test_the_strip_is_what_is_held_beyond(found):
    assert {row["sector"] for row in found.rows("STRIP")} == {"East", "West"}
    assert sum(row["area_km2"] for row in found.rows("STRIP")) == pytest.approx(found["STRIP_KM2"])


def test_change_between_two_maps(reach):
    outcome = reach(AFTER=strip(), BEFORE=strip(EARLIER, north=50.01), REFERENCE=land(), DISTANCE=20000)
    (row,) = outcome.rows("REACH")
    assert row["sector"] == "all"
    assert row["reach_max_before_km"] == pytest.approx(km(50, 50.01), abs=0.01)
    assert row["reach_max_change_km"] == pytest.approx(km(50.01, NORTH), abs=0.01)
    assert row["reach_change_se_km"] == pytest.approx(0.5 * 2**0.5)
    assert row["strip_change_km2"] == pytest.approx(box_km2(30.6, 50.01, 31.4, NORTH), rel=0.001)
    assert row["strip_change_se_km2"] > 0
    assert outcome["REACH_MAX_CHANGE_KM"] == row["reach_max_change_km"]
    assert outcome["DATE_BEFORE_USED"] == "2025-06-02T00:00:00Z"
    assert "On 2 June 2025 it had reached 1.1 km" in outcome["HEADLINE"]
    held = [row for row in outcome.rows("PROFILE") if row["held"]]
    assert all(row["change_km"] == pytest.approx(row["reach_km"] - row["reach_before_km"]) for row in held)


def test_the_same_map_twice_has_not_changed(reach):
    outcome = reach(AFTER=strip(), BEFORE=strip(EARLIER), REFERENCE=land(), DISTANCE=20000)
    (row,) = outcome.rows("REACH")
    assert (row["reach_max_change_km"], row["reach_change_se_km"]) == (0, 0)
    assert (row["strip_change_km2"], row["strip_change_se_km2"]) == (0, 0)


def test_a_lodgement_is_included(reach):
    outcome = reach(AFTER=layer(LATER, box(30.6, 50.05, 31.4, 50.08)), REFERENCE=land(), DISTANCE=20000)
    (row,) = outcome.rows("REACH")
    assert row["reach_max_km"] == pytest.approx(km(50, 50.08), abs=0.01)
    assert all(
        row["from_km"] == pytest.approx(km(50, 50.05), rel=0.02) for row in outcome.rows("PROFILE") if row["held"]
    )


@pytest.mark.parametrize(("side", "expected_km2"), [("auto", "north"), ("left", "north"), ("right", "south")])
def test_a_river_has_two_banks(reach, side, expected_km2):
    river = layer("river", "LINESTRING(30 50, 32 50)", kind="LineString")
    both = layer(LATER, box(30.6, 50, 31.4, NORTH), box(30.8, 49.95, 31.0, 50))
    outcome = reach(AFTER=both, REFERENCE=river, SIDE=side, DISTANCE=20000)
    areas = {"north": box_km2(30.6, 50, 31.4, NORTH), "south": box_km2(30.8, 49.95, 31.0, 50)}
    # The river is a straight line in degrees and so are the edges, cut at different places: a little lies between.
    assert outcome["STRIP_KM2"] == pytest.approx(areas[expected_km2], rel=0.002)


def test_classes_widen_what_is_held(reach):
    both = layer(
        LATER,
        box(30.6, 49.9, 31.4, NORTH),
        box(30.6, NORTH, 31.4, 50.06),
        fields="class:string",
        rows=[("held",), ("contested",)],
    )
    narrow = reach(AFTER=both, REFERENCE=land(), DISTANCE=20000)
    wide = reach(AFTER=both, REFERENCE=land(), DISTANCE=20000, CLASSES=["held", "contested"])
    assert narrow["REACH_MAX_KM"] == pytest.approx(km(50, NORTH), abs=0.01)
    assert wide["REACH_MAX_KM"] == pytest.approx(km(50, 50.06), abs=0.01)


# What cannot be measured, or only with a warning


def test_held_ground_that_goes_on_is_reported(reach):
    outcome = reach(AFTER=strip(), REFERENCE=land(), DISTANCE=2000)
    assert any("farther than DISTANCE (2.0 km)" in message for message in outcome.feedback.warnings)
    assert "more than 2.0 km" in outcome["HEADLINE"]


def test_a_reach_cut_by_the_distance_is_marked_as_a_lower_bound(reach):
    """East the ground goes on to 4.4 km, west it ends at 2.2 km, which is less than the distance of 3 km."""
    dated = layer(LATER, box(31, 49.9, 31.4, NORTH), box(30.6, 49.9, 31, 50.02))
    outcome = reach(AFTER=dated, BEFORE=strip(EARLIER, north=50.01), REFERENCE=land(), SECTORS=land(), DISTANCE=3000)
    rows = {row["sector"]: row for row in outcome.rows("REACH")}
    east, west = rows["East"], rows["West"]
    assert (east["reach_at_least"], east["reach_before_at_least"]) == (True, False)
    assert east["reach_max_km"] == pytest.approx(3, abs=0.01)
    for unknown in ("reach_se_km", "reach_max_change_km", "reach_change_se_km"):
        assert not isinstance(east[unknown], float)
        assert isinstance(west[unknown], float)
    assert west["reach_at_least"] is False and rows["outside all sectors"]["reach_at_least"] is False
    assert west["reach_max_change_km"] == pytest.approx(km(50.01, 50.02), abs=0.01)
    assert outcome["REACH_AT_LEAST_COUNT"] == 1
    assert outcome["REACH_MAX_CHANGE_KM"] is None
    (warning,) = [message for message in outcome.feedback.warnings if "lower bound" in message]
    assert "from the line in: East." in warning and "in 1 of 3 rows" in warning
    assert "reached more than 3.0 km beyond the line in East" in outcome["HEADLINE"]
    assert "±" not in outcome["HEADLINE"]
    profile = [row for row in outcome.rows("PROFILE") if row["held"]]
    assert {(row["sector"], row["reach_at_least"]) for row in profile} == {("East", True), ("West", False)}
    assert not any(isinstance(row["change_km"], float) for row in profile if row["reach_at_least"])


def test_ground_that_ends_just_within_the_distance_is_no_lower_bound(reach):
    outcome = reach(AFTER=strip(), REFERENCE=land(), DISTANCE=1000 * km(50, NORTH) + 5)
    (row,) = outcome.rows("REACH")
    assert (row["reach_at_least"], row["reach_se_km"]) == (False, 0.5)
    assert outcome["REACH_AT_LEAST_COUNT"] == 0 and outcome.feedback.warnings == []


def test_a_reach_that_was_cut_before_has_no_change(reach):
    before = strip(EARLIER)
    outcome = reach(AFTER=strip(north=50.01), BEFORE=before, REFERENCE=land(), DISTANCE=3000)
    (row,) = outcome.rows("REACH")
    assert (row["reach_at_least"], row["reach_before_at_least"]) == (False, True)
    assert row["reach_se_km"] == 0.5 and not isinstance(row["reach_max_change_km"], float)
    assert outcome["HEADLINE"].endswith("On 2 June 2025 it had reached more than 3.0 km there.")
    assert any("lower bound" in message for message in outcome.feedback.warnings)


def test_no_held_ground_beyond_the_line_is_zero_and_reported(reach):
    outcome = reach(AFTER=layer(LATER, box(30.6, 49.8, 31.4, 49.9)), REFERENCE=land(), DISTANCE=20000)
    (row,) = outcome.rows("REACH")
    assert (row["reach_max_km"], row["covered_km"], row["strip_km2"]) == (0, 0, 0)
    assert row["line_km"] > 100
    assert not isinstance(row["reach_mean_km"], float)
    assert any("No ground of the classes held is held within" in message for message in outcome.feedback.warnings)
    assert outcome["HEADLINE"] == "On 2 July 2025 no ground was held beyond the line."


def test_a_line_that_never_meets_the_theatre_is_refused(reach):
    message = reach.refusal(AFTER=strip(), REFERENCE=land(), THEATRE=layer("elsewhere", box(40, 50, 41, 51)))
    assert "never meets the theatre" in message and "right layers" in message


def test_a_line_of_no_length_is_refused(reach):
    dot = layer("dot", "LINESTRING(30 50, 30 50)", kind="LineString")
    message = reach.refusal(AFTER=strip(), REFERENCE=dot)
    assert "“dot”" in message and "no lines of any length" in message


def test_maps_in_the_wrong_order_are_refused(reach):
    message = reach.refusal(AFTER=strip(EARLIER), BEFORE=strip(LATER), REFERENCE=land())
    assert "not later" in message and "2 July 2025" in message


def test_a_class_that_is_not_there_is_refused(reach):
    message = reach.refusal(AFTER=strip(), REFERENCE=land(), CLASSES=["claimed"])
    assert "claimed" in message and LATER in message


@pytest.mark.parametrize(
    ("name", "value"), [("SPACING", -1), ("DISTANCE", 0), ("DISTANCE", 1e9), ("SMOOTHING", -5), ("SIDE", "front")]
)
def test_absurd_values_are_refused_by_name(reach, name, value):
    assert name in reach.refusal(AFTER=strip(), REFERENCE=land(), **{name: value})


def test_a_spacing_larger_than_the_line_is_refused(reach):
    assert "SPACING" in reach.refusal(AFTER=strip(), REFERENCE=land(), SPACING=5_000_000)
