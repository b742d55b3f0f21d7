# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:transects on a straight front that moves known distances, and with every input that cannot be measured."""

import json

import numpy as np
import pytest
from frontline_change.core.libraries import pyproj
from layers import box, box_km2, layer, maps

GEOD = pyproj.Geod(ellps="WGS84")
LAND = (29, 49.5, 33, 50.5)
SOUTH, NORTH = 49.4, 50.6  # of the held ground: beyond the land, so that only its east edge is front
DATES = ("2025-01-01", "2025-01-11", "2025-01-31", "2025-03-02")
EAST = (31.0, 31.02, 31.06, 31.12)


def held_to(*easts, dates=DATES, fields="date:date", extra=()):
    """Land held from 28° E to a meridian, on one date after the other."""
    shapes = [box(28, SOUTH, east, NORTH) for east in easts]
    more = extra or [()] * len(easts)
    return maps(*((day, shape, *own) for day, shape, own in zip(dates, shapes, more)), fields=fields)


def land():
    return layer("land", box(*LAND))


def metres(west, east, latitude=50.0):
    """From one meridian to another along a parallel."""
    return GEOD.inv(west, latitude, east, latitude)[2]


def run(algorithm, *easts, **options):
    dated = held_to(*(easts or EAST))
    return algorithm(**{"SNAPSHOTS": dated, "THEATRE": land(), "PERIOD": "snapshot", "SPACING": 2000, **options})


def test_two_dates(transects):
    outcome = run(transects, 31.0, 31.04)
    rows = outcome.rows("TRANSECTS")
    assert outcome["TRANSECT_COUNT"] == outcome["READ_COUNT"] == len(rows) > 40
    for row in rows:
        assert row["outcome"] == "advance"
        assert row["advance_km"] == pytest.approx(metres(31, 31.04) / 1000, rel=0.01)
        assert row["nsm_m"] == row["sce_m"] == pytest.approx(row["advance_km"] * 1000)
        assert row["days"] == 10
        assert row["epr_m_unit"] == pytest.approx(row["nsm_m"] / 10)
        assert row["advance_se_km"] == pytest.approx(0.5 * 2**0.5)
        assert row["significant"] is True
        assert row["bearing_deg"] == pytest.approx(90, abs=1)
        assert not row["lrr_m_unit"] and row["readings"] == 2  # NULL, which is no None
    (summary,) = outcome.rows("SUMMARY")
    assert summary["sector"] == "all"
    assert summary["front_km"] == pytest.approx(sum(row["front_km"] for row in rows))
    assert (summary["read_pct"], summary["advancing_pct"], summary["retreating_pct"]) == (100, 100, 0)
    assert "2.9 km on average" in outcome["HEADLINE"]
    assert any("need three" in message for message in outcome.feedback.infos)
    assert outcome.feedback.warnings == []


@pytest.mark.parametrize(
    ("shape", "mean", "farthest"),
    [
        (box(28, SOUTH, 31.04, NORTH), "advanced by 2.9 km", "The farthest advance is 2.9 km."),
        (box(28, SOUTH, 30.96, NORTH), "retreated by 2.9 km", "The farthest retreat is 2.9 km."),
        (
            "POLYGON((28 49.4,31.04 49.4,31.04 50,30.92 50,30.92 50.6,28 50.6,28 49.4))",
            "retreated by 1.4 km",
            "The farthest advance is 2.9 km, the farthest retreat 5.7 km.",
        ),
        (box(28, SOUTH, 31, NORTH), "did not move", "beyond the error of the maps (1.96 standard errors)."),
    ],
)
def test_the_headline_distinguishes_advance_from_retreat(transects, shape, mean, farthest):
    """By Geod 0.04 degrees of longitude are 2.87 km here and 0.08 degrees 5.74 km; the two halves meet at 50° N."""
    dated = layer("maps", box(28, SOUTH, 31, NORTH), shape, fields="date:date", rows=[(day,) for day in DATES[:2]])
    outcome = transects(SNAPSHOTS=dated, THEATRE=land(), PERIOD="snapshot", SPACING=2000, SMOOTHING=0)
    assert f"the front {mean} on average" in outcome["HEADLINE"]
    assert outcome["HEADLINE"].endswith(farthest)


def test_the_mean_is_area_over_length(transects):
    outcome = run(transects, 31.0, 31.04)
    (summary,) = outcome.rows("SUMMARY")
    south, north = 49.5 + 2000 / 111_200, 50.5 - 2000 / 111_200  # the front keeps off the land's edge
    net_km2 = sum(row["net_km2"] for row in outcome.rows("TRANSECTS"))
    assert net_km2 == pytest.approx(box_km2(31, south, 31.04, north), rel=1e-3)
    assert summary["net_mean_km"] == pytest.approx(net_km2 / summary["front_km"])
    assert summary["net_mean_km"] == pytest.approx(summary["advance_mean_km"], rel=1e-3)
    assert outcome["NET_MEAN_KM"] == summary["net_mean_km"]


SAWTOOTH = (
    "28 49.4,{0} 49.4," + ",".join(f"{{{i % 2}}} {49.5 + i / 20}" for i in range(21)) + ",{0} 50.6,28 50.6,28 49.4"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SAWTOOTH.format(31, 31.15), SAWTOOTH.format(31.1, 31.25)),
        (SAWTOOTH.format(31, 31.15), "28 49.4,31.15 49.4,31.15 50.6,28 50.6,28 49.4"),
        (SAWTOOTH.format(31.1, 31.3), SAWTOOTH.format(31, 31.05)),
    ],
)
@pytest.mark.parametrize("smoothing", [0, 10000])
def test_net_is_the_area_of_the_maps_however_the_front_bends(transects, before, after, smoothing):
    """Strips across a sawtooth overlap and leave gaps; the ground nearest to each transect does not."""
    shapes = [f"POLYGON(({ring}))" for ring in (before, after)]
    dated = layer("maps", *shapes, fields="date:date", rows=[(day,) for day in DATES[:2]])
    outcome = transects(SNAPSHOTS=dated, PERIOD="snapshot", SPACING=1000, SMOOTHING=smoothing, LENGTH=20000)
    net_km2 = ring_km2(after) - ring_km2(before)
    assert outcome["NET_KM2"] == pytest.approx(net_km2, abs=0.01)
    assert sum(row["net_km2"] for row in outcome.rows("TRANSECTS")) == pytest.approx(net_km2, abs=0.01)
    (summary,) = outcome.rows("SUMMARY")
    assert summary["net_km2"] == pytest.approx(net_km2, abs=0.01)


def ring_km2(ring):
    """The area of a ring in longitude and latitude on the ellipsoid, its edges straight in the drawing."""
    points = np.array([[float(value) for value in point.split()] for point in ring.split(",")])
    steps = np.linspace(0, 1, 200)[:, None, None]
    fine = (points[:-1] + steps * np.diff(points, axis=0)).transpose(1, 0, 2).reshape(-1, 2)
    return abs(GEOD.polygon_area_perimeter(*fine.T)[0]) / 1e6


def test_net_per_sector_is_that_of_change_per_sector(transects, sectorchange):
    shapes = [box(28, SOUTH, 31, NORTH), "POLYGON((28 49.4,31.2 49.4,31.2 50,30.9 50,30.9 50.6,28 50.6,28 49.4))"]
    dated = layer("maps", *shapes, fields="date:date", rows=[(day,) for day in DATES[:2]])
    halves = layer(
        "halves", box(29, 49.8, 33, 50.5), box(29, 49.5, 33, 49.8), fields="name:string", rows=[("North",), ("South",)]
    )
    outcome = transects(SNAPSHOTS=dated, THEATRE=land(), SECTORS=halves, PERIOD="snapshot", SPACING=2000)
    change = sectorchange(
        BEFORE=dated, AFTER=dated, BEFORE_DATE=DATES[0], AFTER_DATE=DATES[1], SECTORS=halves, DATE_FIELD="date"
    )
    ours = {row["sector"]: row["net_km2"] for row in outcome.rows("SUMMARY")}
    assert ours == pytest.approx({row["sector"]: row["net_km2"] for row in change.rows("CHANGE")}, abs=0.01)
    assert outcome["NET_KM2"] == pytest.approx(change["NET_KM2"], abs=0.01)
    assert "NET_KM2 is the area held on the last map" in json.loads(outcome["METHOD"])["method"]


def test_many_dates(transects):
    """Positions 0, 1.43, 4.29, 8.58 km at 0, 10, 30, 60 days: 143 m a day, exactly steady."""
    outcome = run(transects, TIME_UNIT="30days")
    for row in outcome.rows("TRANSECTS"):
        assert (row["readings"], row["days"], row["unit_days"]) == (4, 60, 30)
        rate = metres(31, 31.12) / 2
        assert row["lrr_m_unit"] == pytest.approx(rate, rel=0.01)
        assert row["wlr_m_unit"] == pytest.approx(row["lrr_m_unit"])
        assert row["epr_m_unit"] == pytest.approx(rate, rel=0.01)
        assert row["epr_se_m_unit"] == pytest.approx(500 * 2**0.5 / 2)
        assert row["lrr_r2"] == pytest.approx(1, abs=1e-6)
        assert row["lrr_ci_m_unit"] < 10
        assert row["trend_significant"] is True
    readings = outcome.rows("READINGS")
    assert len(readings) == 4 * outcome["TRANSECT_COUNT"]
    assert [row["position_m"] for row in readings[:4]] == pytest.approx(
        [metres(31, east) for east in EAST], rel=0.01, abs=0.01
    )
    assert {row["date"].toString("yyyy-MM-dd") for row in readings} == set(DATES)
    (summary,) = outcome.rows("SUMMARY")
    assert summary["trend_pct"] == 100
    assert summary["lrr_mean_m_unit"] == pytest.approx(metres(31, 31.12) / 2, rel=0.01)


def test_a_retreat_and_a_front_that_stands_still(transects):
    outcome = run(transects, 31.0, 30.95)
    for row in outcome.rows("TRANSECTS"):
        assert row["outcome"] == "retreat"
        assert row["advance_km"] == pytest.approx(-metres(30.95, 31) / 1000, rel=0.01)
    outcome = run(transects, 31.0, 31.0)
    for row in outcome.rows("TRANSECTS"):
        assert (row["outcome"], row["advance_km"], row["significant"], row["net_km2"]) == ("still", 0, False, 0)
    assert outcome["ADVANCE_MEAN_KM"] == 0


def test_no_reading_is_null_and_no_zero(transects):
    outcome = run(transects, 31.0, 31.04, LENGTH=2000)
    for row in outcome.rows("TRANSECTS"):
        assert row["outcome"] == "closed"  # gained as far as the transect reaches
        assert row["advance_km"] != 0 and not isinstance(row["advance_km"], float)
        assert row["net_km2"] == pytest.approx(metres(31, 31.04) / 1000 * row["front_km"], rel=0.02)
    assert outcome["ADVANCE_MEAN_KM"] is None and outcome["READ_COUNT"] == 0
    assert any("No transect has a reading" in message for message in outcome.feedback.warnings)
    assert "none of" in outcome["HEADLINE"]


def test_movement_that_cannot_be_read_is_in_the_headline(transects):
    """South of 50° the side lost all it held within reach; what is read in the north stood still."""
    shapes = box(28, SOUTH, 31, NORTH), "POLYGON((28 50,31 50,31 50.6,28 50.6,28 50))"
    dated = layer("maps", *shapes, fields="date:date", rows=[(day,) for day in DATES[:2]])
    outcome = transects(SNAPSHOTS=dated, THEATRE=land(), PERIOD="snapshot", SPACING=2000, SMOOTHING=0)
    closed = [row["outcome"] for row in outcome.rows("TRANSECTS")].count("closed")
    assert closed == outcome["TRANSECT_COUNT"] - outcome["READ_COUNT"] > 20
    assert "the front did not move on average" in outcome["HEADLINE"]
    assert outcome["HEADLINE"].endswith(
        f" Transects on which ground changed hands and no front is left to read: {closed}; their movement is not in "
        "the mean."
    )


def test_lines_run_from_the_old_front_to_the_new(transects):
    outcome = run(transects, 31.0, 31.04)
    for feature in outcome.layer("TRANSECTS").getFeatures():
        start, end = feature.geometry().asPolyline()
        assert (start.x(), end.x()) == pytest.approx((31, 31.04), abs=1e-3)


def test_per_sector(transects):
    sectors = layer(
        "sectors", box(30, 49, 32, 50), box(30, 50, 32, 51), fields="name:string", rows=[("South",), ("North",)]
    )
    outcome = run(transects, 31.0, 31.04, SECTORS=sectors)
    rows = {row["sector"]: row for row in outcome.rows("SUMMARY")}
    assert list(rows) == ["North", "South", "outside all sectors"]
    assert rows["North"]["transects"] == pytest.approx(rows["South"]["transects"], abs=2)
    assert rows["outside all sectors"]["transects"] == 0
    assert not isinstance(rows["outside all sectors"]["advance_mean_km"], float)


def test_dates_and_periods_choose_the_maps(transects):
    outcome = run(transects, FIRST_DATE="2025-01-12", LAST_DATE="2025-02-15", PERIOD="all")
    used = json.loads(outcome["METHOD"])["snapshots"]["used"]
    assert used == ["2025-01-11T00:00:00Z", "2025-01-31T00:00:00Z"]
    outcome = run(transects, PERIOD="month")
    used = json.loads(outcome["METHOD"])["snapshots"]["used"]
    assert used == ["2025-01-01T00:00:00Z", "2025-01-31T00:00:00Z", "2025-03-02T00:00:00Z"]


def test_a_baseline_behind_the_front(transects):
    line = layer("road", "LINESTRING(30.5 49.6, 30.5 50.4)", kind="LineString")
    outcome = run(transects, 31.0, 31.04, BASELINE=line, LENGTH=60000)
    assert {row["outcome"] for row in outcome.rows("TRANSECTS")} == {"advance"}
    first = outcome.rows("READINGS")[0]
    assert first["position_m"] == pytest.approx(metres(30.5, 31, 49.6), rel=0.01)


def test_the_edge_of_the_theatre_is_no_front_of_a_baseline(transects):
    """North of 50° the side holds all land up to the coast at 33° E, drawn a little differently in each map."""
    maps_shapes = [
        f"POLYGON((28 49.4,{east} 49.4,{east} 50,{coast} 50,{coast} 50.6,28 50.6,28 49.4))"
        for east, coast in ((31, 33.0), (31.04, 33.0003))
    ]
    dated = layer("maps", *maps_shapes, fields="date:date", rows=[(day,) for day in DATES[:2]])
    line = layer("road", "MULTILINESTRING((30.5 49.6, 30.5 49.9), (30.5 50.1, 30.5 50.4))", kind="MultiLineString")
    outcome = transects(
        SNAPSHOTS=dated, THEATRE=land(), PERIOD="snapshot", SPACING=2000, BASELINE=line, LENGTH=250_000, SMOOTHING=0
    )
    rows = outcome.rows("TRANSECTS")
    across_front, along_coast = ([row for row in rows if row["line"] == line] for line in (1, 2))
    assert len(along_coast) == len(across_front) == 17
    assert {(row["outcome"], row["readings"]) for row in along_coast} == {("none", 0)}
    assert not any(isinstance(row["nsm_m"], float) for row in along_coast)
    assert [row["advance_km"] for row in across_front] == pytest.approx([metres(31, 31.04) / 1000] * 17, rel=0.02)


@pytest.mark.parametrize(("moved_m", "outcome"), [(2e-6, "still"), (0.9, "still"), (1.1, "advance"), (-1.1, "retreat")])
def test_a_movement_below_one_metre_is_none(transects, moved_m, outcome):
    found = run(transects, 31.0, 31.0 + moved_m / metres(31, 32))
    assert {row["outcome"] for row in found.rows("TRANSECTS")} == {outcome}


def test_a_transect_without_the_oldest_front_says_what_the_others_show(transects):
    """From the baseline the first front lies out of reach; the two later ones do not."""
    line = layer("road", "LINESTRING(31.5 49.6, 31.5 50.4)", kind="LineString")
    dated = held_to(30.9, 31.2, 31.3, dates=DATES[:3])
    outcome = transects(SNAPSHOTS=dated, THEATRE=land(), PERIOD="snapshot", SPACING=5000, BASELINE=line, LENGTH=25000)
    for row in outcome.rows("TRANSECTS"):
        assert (row["outcome"], row["readings"], row["significant"]) == ("advance", 2, True)
        assert row["date_before"].toString("yyyy-MM-dd") == DATES[1]
        assert row["nsm_m"] == pytest.approx(metres(31.2, 31.3), rel=0.01)
        assert not isinstance(row["advance_km"], float)  # the first map has no reading
    dated = held_to(30.9, 31.3, dates=DATES[:2])
    outcome = transects(SNAPSHOTS=dated, THEATRE=land(), PERIOD="snapshot", SPACING=5000, BASELINE=line, LENGTH=25000)
    assert {row["outcome"] for row in outcome.rows("TRANSECTS")} == {"none"}


def test_errors_of_each_map(transects):
    extra = [(300.0,), (400.0,)]
    dated = held_to(31.0, 31.005, fields="date:date,sigma:double", extra=extra)
    outcome = transects(SNAPSHOTS=dated, THEATRE=land(), PERIOD="all", ERROR_FIELD="sigma", SPACING=5000)
    for row in outcome.rows("TRANSECTS"):
        assert row["advance_se_km"] == pytest.approx(0.5)
        assert row["significant"] is False
    assert outcome.feedback.warnings == []


def test_home_counts_as_held(transects):
    """Ground is taken up to the border: where the side's own land begins, no front is left."""
    outcome = run(transects, 32.8, 33.0)
    assert {row["outcome"] for row in outcome.rows("TRANSECTS")} == {"advance"}
    outcome = run(transects, 32.8, 33.0, HOME=layer("home", box(33, 49, 35, 51)))
    assert {row["outcome"] for row in outcome.rows("TRANSECTS")} == {"closed"}


# What cannot be measured, or only with a warning


def test_missing_errors_are_replaced_with_a_warning(transects):
    dated = held_to(31.0, 31.04, fields="date:date,sigma:double", extra=[(300.0,), (None,)])
    outcome = transects(SNAPSHOTS=dated, THEATRE=land(), PERIOD="all", ERROR_FIELD="sigma", SPACING=5000)
    assert any(
        "1 maps have no position error" in message and "2025-01-11" in message for message in outcome.feedback.warnings
    )
    assert outcome.rows("TRANSECTS")[0]["advance_se_km"] == pytest.approx((0.3**2 + 0.5**2) ** 0.5)


def test_an_absurd_error_is_refused(transects):
    dated = held_to(31.0, 31.04, fields="date:date,sigma:double", extra=[(300.0,), (-5.0,)])
    message = transects.refusal(SNAPSHOTS=dated, THEATRE=land(), PERIOD="all", ERROR_FIELD="sigma")
    assert "11 January 2025" in message and "0 or more" in message


def test_without_a_theatre_the_coast_is_front_and_that_is_reported(transects):
    outcome = run(transects, 31.0, 31.04, THEATRE=None)
    assert any("whole edge of the held area" in message for message in outcome.feedback.warnings)
    assert outcome["TRANSECT_COUNT"] > 100


@pytest.mark.parametrize("dates", [("2025-01-01",), ("2025-01-01", "2025-01-01")])
def test_one_date_gives_no_movement(transects, dates):
    dated = held_to(*EAST[: len(dates)], dates=dates)
    message = transects.refusal(SNAPSHOTS=dated, THEATRE=land())
    assert message == "A series needs maps of at least two dates; there is only 1."


def test_a_span_without_maps_is_refused(transects):
    message = transects.refusal(SNAPSHOTS=held_to(*EAST), THEATRE=land(), LAST_DATE="2024-01-01")
    assert "run from 1 January 2025 to 2 March 2025" in message


def test_a_spacing_larger_than_the_front_is_refused(transects):
    message = transects.refusal(SNAPSHOTS=held_to(*EAST), THEATRE=land(), SPACING=500_000)
    assert "500,000 m is larger than the line" in message and "SPACING" in message


def test_a_theatre_without_front_is_refused(transects):
    message = transects.refusal(SNAPSHOTS=held_to(*EAST), THEATRE=layer("elsewhere", box(40, 49, 42, 50)))
    assert "no front" in message and "theatre" in message


ABSURD = [("SPACING", -500), ("SPACING", 0), ("SMOOTHING", -1), ("LENGTH", 0), ("LENGTH", 1e9), ("LEVEL", 120)]


@pytest.mark.parametrize(("name", "value"), [*ABSURD, ("POSITION_ERROR", -3)])
def test_absurd_numbers_are_refused_by_name(transects, name, value):
    assert name in transects.refusal(SNAPSHOTS=held_to(*EAST), THEATRE=land(), **{name: value})


def test_a_baseline_of_no_length_is_refused(transects):
    line = layer("dot", "LINESTRING(30.5 50, 30.5 50)", kind="LineString")
    message = transects.refusal(SNAPSHOTS=held_to(*EAST), THEATRE=land(), BASELINE=line)
    assert "“dot”" in message and "BASELINE" in message and "no lines of any length" in message


def test_a_baseline_that_crosses_the_front_many_times_is_measured_with_a_warning(transects):
    zigzag = ",".join(f"{30.95 if number % 2 else 31.05} {49.6 + number / 20}" for number in range(17))
    line = layer("zigzag", f"LINESTRING({zigzag})", kind="LineString")
    outcome = run(transects, 31.0, 31.04, BASELINE=line, SMOOTHING=40000)
    assert any("“zigzag” crosses" in message and "16 times" in message for message in outcome.feedback.warnings)
    assert outcome["READ_COUNT"] == outcome["TRANSECT_COUNT"] > 0
    for row in outcome.rows("TRANSECTS"):
        assert row["advance_km"] == pytest.approx(metres(31, 31.04) / 1000, rel=0.1)


def test_a_bad_day_in_starts_is_named(transects):
    message = transects.refusal(SNAPSHOTS=held_to(*EAST), PERIOD="custom", STARTS="2025-01-05, soon")
    assert "STARTS" in message and "soon" in message


# The real front


@pytest.mark.shared_data
@pytest.mark.slow
def test_thirteen_month_ends_along_the_whole_front_take_seconds(transects, shared_data):
    import time

    regions = f"{shared_data / 'oblasts.gpkg'}|layername=oblasts"
    begin = time.process_time()
    outcome = transects(
        SNAPSHOTS=f"{shared_data / 'deepstate_daily.gpkg'}|layername=snapshots",
        PERIOD="month",
        FIRST_DATE="2024-08-02",
        LAST_DATE="2025-08-02",
        OFFSET_DAYS=1,
        THEATRE=regions,
        SECTORS=regions,
    )
    assert len(json.loads(outcome["METHOD"])["snapshots"]["used"]) == 13
    assert outcome["TRANSECT_COUNT"] > 2000
    assert time.process_time() - begin < 30
