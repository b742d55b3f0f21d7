# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:axisadvance on a straight front that moves along roads, and with roads that cannot be measured."""

import pytest
from frontline_change.core.libraries import pyproj
from layers import box, box_km2, layer, maps

GEOD = pyproj.Geod(ellps="WGS84")
DATES = ("2025-01-01", "2025-01-11", "2025-01-31")
EAST = (31.0, 31.02, 31.06)
ROAD = "LINESTRING(30.9 50, 31.3 50)"
BENT = "LINESTRING(30.9 50, 31.02 50, 31.02 50.2)"


def held_to(*easts, dates=DATES):
    """Land held from 28° E to a meridian, on one date after the other."""
    return maps(*((day, box(28, 49, east, 51)) for day, east in zip(dates, easts)))


def roads(*shapes, names=("To the town", "Round the hill"), fields="name:string", rows=None):
    return layer(
        "roads", *shapes, kind="LineString", fields=fields, rows=rows or [(name,) for name in names[: len(shapes)]]
    )


def km(west, east, latitude=50.0):
    return GEOD.inv(west, latitude, east, latitude)[2] / 1000


def run(algorithm, *easts, axes=None, **options):
    dated = held_to(*(easts or EAST))
    return algorithm(**{"SNAPSHOTS": dated, "AXES": axes or roads(ROAD), "PERIOD": "snapshot", **options})


def test_every_method_agrees_on_a_straight_front(axisadvance):
    outcome = run(axisadvance)
    first, second = outcome.rows("ADVANCE")
    for row, west, east, days in ((first, 31.0, 31.02, 10), (second, 31.02, 31.06, 20)):
        assert (row["axis"], row["outcome"], row["days"]) == ("To the town", "advance", days)
        for name in ("advance_km", "box_km", "curved_box_km"):
            assert row[name] == pytest.approx(km(west, east), rel=0.003)
        assert row["position_before_km"] == pytest.approx(km(30.9, west), rel=0.001)
        assert row["position_km"] == pytest.approx(km(30.9, east), rel=0.001)
        assert row["left_km"] == pytest.approx(km(east, 31.3), rel=0.001)
        assert row["axis_km"] == pytest.approx(km(30.9, 31.3), rel=0.001)
        assert row["advance_m_day"] == pytest.approx(row["advance_km"] * 1000 / days)
        assert row["advance_se_km"] == pytest.approx(0.5 * 2**0.5)
    assert first["significant"] is True and first["advance_km"] > 1.96 * first["advance_se_km"]
    assert second["advance_total_km"] == pytest.approx(km(31.0, 31.06), rel=0.001)
    assert outcome["ADVANCE_MAX_KM"] == second["advance_total_km"]
    assert outcome["LEFT_MIN_KM"] == second["left_km"]
    assert "4.3 km along the axis “To the town” (± 0.7 km)" in outcome["HEADLINE"]
    assert outcome.feedback.warnings == []


def test_stretches_positions_and_boxes(axisadvance):
    outcome = run(axisadvance)
    lines = [feature.geometry().asPolyline() for feature in outcome.layer("ADVANCE").getFeatures()]
    assert [(line[0].x(), line[-1].x()) for line in lines] == [
        pytest.approx((31.0, 31.02), abs=1e-4),
        pytest.approx((31.02, 31.06), abs=1e-4),
    ]
    points = [feature.geometry().asPoint().x() for feature in outcome.layer("POSITIONS").getFeatures()]
    assert points == pytest.approx(EAST, abs=1e-4)
    boxes = {row["method"]: row for row in outcome.rows("BOXES")}
    assert set(boxes) == {"box", "curved box"}
    for row in boxes.values():
        assert row["area_km2"] == pytest.approx(km(30.9, 31.3) * 5, rel=0.005)


NORTH_ROAD = "LINESTRING(30.9 50.5, 31.3 50.5)"


def halves(south, north):
    """Land held to one meridian south of 50.25° N and to another north of it."""
    return f"POLYGON((28 49,{south} 49,{south} 50.25,{north} 50.25,{north} 51,28 51,28 49))"


@pytest.mark.parametrize(
    ("south", "north", "moved"),
    [
        (31.06, 31.02, "the front advanced by 4.3 km along the axis “South” (± 0.7 km), the most of 2 axes; 17.2 km"),
        (30.98, 30.94, "the front retreated by 4.3 km along the axis “North” (± 0.7 km), the most of 2 axes; 25.5 km"),
        (31.02, 30.94, "the front advanced by 1.4 km along the axis “South” (± 0.7 km), the most of 2 axes; 20.1 km"),
        (31.0, 30.94, "the front retreated by 4.3 km along the axis “North” (± 0.7 km), the most of 2 axes; 25.5 km"),
        (31.0, 31.0, "the front did not move along any of 2 axes."),
    ],
)
def test_the_headline_names_the_largest_movement_by_its_right_word(axisadvance, south, north, moved):
    shapes = halves(31, 31), halves(south, north)
    dated = layer("maps", *shapes, fields="date:date", rows=[(day,) for day in DATES[:2]])
    axes = roads(ROAD, NORTH_ROAD, names=("South", "North"))
    outcome = axisadvance(SNAPSHOTS=dated, AXES=axes, PERIOD="snapshot")
    headline = outcome["HEADLINE"]
    ends = [halfway - 31 for halfway in (south, north)]
    for name, largest in (("ADVANCE_MAX_KM", max(ends)), ("RETREAT_MAX_KM", max(-end for end in ends))):
        # What broke: where both axes retreated, the largest advance was the smaller retreat, below zero.
        expected = pytest.approx(largest * km(31, 32, 50.25), rel=0.02) if largest >= 0 else None
        assert outcome[name] == expected
    assert headline.startswith(f"From 1 January 2025 to 11 January 2025 {moved}")
    both = "It retreated the most along the axis “North”: by 4.3 km (± 0.7 km)."
    assert headline.endswith(both) == (south > 31 > north)


def test_less_than_a_metre_is_no_movement(axisadvance):
    for moved_km, outcome in ((0.0009, "still"), (-0.0009, "still"), (0.0011, "advance"), (-0.0011, "retreat")):
        (row,) = run(axisadvance, 31.0, 31.0 + moved_km / km(31, 32), POSITION_ERROR=0).rows("ADVANCE")
        assert (row["outcome"], row["significant"]) == (outcome, outcome != "still")


@pytest.mark.parametrize(
    ("east", "moved"),
    [
        (31.06, "the front advanced by 4.3 km along the axis “To the town” (± 0.7 km); 17.2 km are left to its end."),
        (30.94, "the front retreated by 4.3 km along the axis “To the town” (± 0.7 km); 25.8 km are left to its end."),
        (31.0, "the front did not move along the axis “To the town”; 21.5 km are left to its end."),
    ],
)
def test_the_headline_of_one_axis_names_no_most(axisadvance, east, moved):
    headline = run(axisadvance, 31.0, east)["HEADLINE"]
    assert headline == f"From 1 January 2025 to 11 January 2025 {moved}"


def test_a_push_beside_the_road_is_in_the_boxes_only(axisadvance):
    dated = layer(
        "maps",
        box(28, 49, 31, 51),
        box(28, 49, 31, 51),
        box(31, 50.005, 31.1, 50.015),
        fields="date:date",
        rows=[("2025-01-01",), ("2025-01-11",), ("2025-01-11",)],
    )
    outcome = axisadvance(SNAPSHOTS=dated, AXES=roads(ROAD), PERIOD="all", WIDTH=6000)
    (row,) = outcome.rows("ADVANCE")
    assert (row["outcome"], row["advance_km"], row["advance_se_km"], row["significant"]) == ("still", 0, 0, False)
    pushed_km2 = box_km2(31, 50.005, 31.1, 50.015)
    assert row["box_km"] == pytest.approx(pushed_km2 / 6, rel=0.01)
    assert row["box_se_km"] > 0


def test_a_bent_road_and_a_straight_one(axisadvance):
    outcome = run(axisadvance, 31.0, 31.01, axes=roads(ROAD, BENT), PERIOD="all")
    rows = {row["axis"]: row for row in outcome.rows("ADVANCE")}
    assert set(rows) == {"To the town", "Round the hill"} and outcome["AXIS_COUNT"] == 2
    assert rows["Round the hill"]["advance_km"] == pytest.approx(km(31.0, 31.01), rel=0.01)
    bend_km = GEOD.inv(31.02, 50, 31.02, 50.2)[2] / 1000
    assert rows["Round the hill"]["left_km"] == pytest.approx(km(31.01, 31.02) + bend_km, rel=0.001)


def test_a_retreat_is_negative_and_runs_back(axisadvance):
    outcome = run(axisadvance, 31.0, 30.95, PERIOD="all")
    (row,) = outcome.rows("ADVANCE")
    assert row["outcome"] == "retreat" and row["advance_km"] == pytest.approx(-km(30.95, 31), rel=0.01)
    (feature,) = outcome.layer("ADVANCE").getFeatures()
    line = feature.geometry().asPolyline()
    assert line[0].x() > line[-1].x()


def test_widths_of_their_own(axisadvance):
    axes = roads(ROAD, BENT, fields="name:string,wide:double", rows=[("A", 2000.0), ("B", None)])
    outcome = run(axisadvance, axes=axes, WIDTH_FIELD="wide", WIDTH=7000)
    assert {row["axis"]: row["width_km"] for row in outcome.rows("ADVANCE")} == {"A": 2, "B": 7}


def test_the_end_is_reached(axisadvance):
    outcome = run(axisadvance, 31.0, 32.0, PERIOD="all")
    (row,) = outcome.rows("ADVANCE")
    assert row["left_km"] == 0
    assert row["position_km"] == pytest.approx(row["axis_km"])


# What cannot be measured, or only with a word about it


def test_an_axis_drawn_the_other_way_is_turned_round(axisadvance):
    outcome = run(axisadvance, axes=roads("LINESTRING(31.3 50, 30.9 50)"))
    assert any("“To the town” is drawn towards held ground" in message for message in outcome.feedback.infos)
    assert outcome.rows("ADVANCE")[0]["advance_km"] == pytest.approx(km(31.0, 31.02), rel=0.003)


def test_an_axis_ahead_of_the_front_has_no_reading(axisadvance):
    outcome = run(axisadvance, axes=roads("LINESTRING(31.5 50, 31.9 50)"))
    assert any(
        "“To the town” begins in ground that is held on none of the dates" in s for s in outcome.feedback.warnings
    )
    for row in outcome.rows("ADVANCE"):
        assert row["outcome"] == "none"
        assert not isinstance(row["advance_km"], float) and not isinstance(row["left_km"], float)
        assert row["box_km"] == 0
    assert outcome["ADVANCE_MAX_KM"] is None and outcome["LEFT_MIN_KM"] is None
    assert "cannot be read on the axis “To the town”" in outcome["HEADLINE"]


def test_axes_of_zero_length_are_refused(axisadvance):
    message = axisadvance.refusal(SNAPSHOTS=held_to(*EAST), AXES=roads("LINESTRING(31 50, 31 50)"))
    assert "“roads”" in message and "AXES" in message and "no lines of any length" in message


def test_an_axis_of_zero_length_among_others_is_left_out_by_number(axisadvance):
    outcome = run(axisadvance, axes=roads(ROAD, "LINESTRING(31 50, 31 50)"))
    assert any("feature 2 is no line of any length" in message for message in outcome.feedback.warnings)
    assert {row["axis"] for row in outcome.rows("ADVANCE")} == {"To the town"}


def test_an_axis_of_separate_lines_is_measured_line_by_line(axisadvance):
    pieces = "MULTILINESTRING((30.9 50, 31.01 50),(31.02 50, 31.3 50))"
    axes = layer("roads", pieces, kind="MultiLineString", fields="name:string", rows=[("Broken",)])
    outcome = run(axisadvance, axes=axes, PERIOD="all")
    assert any("“Broken” consists of 2 separate lines" in message for message in outcome.feedback.warnings)
    assert {row["axis"] for row in outcome.rows("ADVANCE")} == {"Broken (1)", "Broken (2)"}


@pytest.mark.parametrize("width", [-200.0, 0.0, 1e9])
def test_an_absurd_width_in_the_field_is_refused(axisadvance, width):
    axes = roads(ROAD, fields="name:string,wide:double", rows=[("A", width)])
    message = axisadvance.refusal(SNAPSHOTS=held_to(*EAST), AXES=axes, WIDTH_FIELD="wide")
    assert "feature 1" in message and "“wide”" in message and "above 0" in message


@pytest.mark.parametrize("name", ["WIDTH_FIELD", "AXIS_FIELD"])
def test_a_missing_field_is_refused_instead_of_the_general_width(axisadvance, name):
    axes = roads(ROAD, fields="name:string", rows=[("A",)])
    message = axisadvance.refusal(SNAPSHOTS=held_to(*EAST), AXES=axes, **{name: "wide"})
    assert message == "Layer “roads” has no field “wide”. Its fields are: name."


@pytest.mark.parametrize(
    ("name", "value"), [("WIDTH", -5), ("WIDTH", 0), ("WIDTH", 1e9), ("POSITION_ERROR", -1), ("CROSSING", "third")]
)
def test_absurd_values_are_refused_by_name(axisadvance, name, value):
    assert name in axisadvance.refusal(SNAPSHOTS=held_to(*EAST), AXES=roads(ROAD), **{name: value})


def test_one_date_gives_no_advance(axisadvance):
    message = axisadvance.refusal(SNAPSHOTS=held_to(31.0, dates=DATES[:1]), AXES=roads(ROAD))
    assert message == "A series needs maps of at least two dates; there is only 1."
