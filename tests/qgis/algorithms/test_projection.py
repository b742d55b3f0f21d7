# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:projection on land of known area that is taken strip by strip: paces, what is left, and refusals."""

import json
from datetime import date, timedelta

import pytest
from layers import box, box_km2, layer
from qgis.core import NULL, QgsProcessingException

TARGET_KM2 = box_km2(31, 50, 33, 51)


def series(*easts, first="2025-01-01", step_days=1):
    """A map every `step_days`, each given by how far east of 30° E the side holds land between 50° and 51° N."""
    start = date.fromisoformat(first)
    days = [(f"{start + timedelta(days=step_days * number)}",) for number in range(len(easts))]
    return layer("maps", *(box(30, 50, east, 51) for east in easts), fields="date:date", rows=days)


def target(name="East", west=31, east=33):
    return layer("targets", box(west, 50, east, 51), fields="name:string", rows=[(name,)])


def test_pace_and_time_at_a_steady_advance(projection):
    """A hundredth of a degree a day: what is left of two degrees takes as many days as hundredths are left."""
    outcome = projection(SNAPSHOTS=series(*(31 + day / 100 for day in range(101))), SECTORS=target(), WINDOWS="30,all")
    rows = outcome.rows("PROJECTION")
    assert [row["window"] for row in rows] == ["30", "all"]
    for row in rows:
        assert row["pace_km2_day"] == pytest.approx(TARGET_KM2 / 200, rel=1e-3)
        assert row["target_km2"] == pytest.approx(TARGET_KM2, rel=1e-4)
        assert row["held_pct"] == pytest.approx(50, abs=0.01)
        assert row["days_needed"] == pytest.approx(100, abs=0.2)
        assert row["years_needed"] == pytest.approx(100 / 365.25, abs=1e-3)
        assert row["net_sqmi"] == pytest.approx(row["net_km2"] / 2.589988, rel=1e-6)
        assert row["verdict"] == "at this pace"
    assert "0.3 to 0.3 years. This is arithmetic, not a forecast." in outcome["HEADLINE"]
    assert json.loads(outcome["METHOD"])["windows_days"] == ["30", "all"]


def test_the_years_have_a_range_from_the_error_of_the_pace(projection):
    """The same rest at the pace 1.96 errors higher and lower; none where the error is as large as the pace."""
    maps = series(*(31 + day / 100 for day in range(101)))
    rows = projection(SNAPSHOTS=maps, SECTORS=target(), WINDOWS="30,all").rows("PROJECTION")
    for row in rows:
        paces = [row["pace_km2_day"] + sign * 1.959964 * row["pace_se_km2_day"] for sign in (1, -1)]
        years = [row["remaining_km2"] / pace / 365.25 for pace in paces]
        assert [row["years_low"], row["years_high"]] == pytest.approx(years, rel=1e-6)
        assert row["years_low"] < row["years_needed"] < row["years_high"]
    assert rows[0]["years_high"] - rows[0]["years_low"] > rows[1]["years_high"] - rows[1]["years_low"]
    (unsure,) = projection(SNAPSHOTS=maps, SECTORS=target(), WINDOWS="30", POSITION_ERROR=50_000).rows("PROJECTION")
    assert unsure["years_needed"] == pytest.approx(rows[0]["years_needed"])
    assert (unsure["years_low"], unsure["years_high"]) == (NULL, NULL)


def test_the_pace_as_it_was_on_an_earlier_day(projection):
    """Ten days of a tenth of a degree, then ten of two: on the eleventh nobody knew of the second ten."""
    easts = [31 + day / 100 for day in range(11)] + [31.1 + day / 50 for day in range(1, 11)]
    maps = series(*easts)
    asked = {"SNAPSHOTS": maps, "SECTORS": target(), "WINDOWS": "10,all"}
    (ten, whole) = projection(**asked, LAST_DATE="2025-01-11").rows("PROJECTION")
    assert ten["pace_km2_day"] == whole["pace_km2_day"] == pytest.approx(TARGET_KM2 / 200, rel=1e-3)
    assert [row["pace_km2_day"] for row in projection(**asked).rows("PROJECTION")] == [
        pytest.approx(TARGET_KM2 * share / 200, rel=1e-3) for share in (2, 1.5)
    ]
    with pytest.raises(QgsProcessingException, match="fewer than two dates"):
        projection(**asked, LAST_DATE="2025-01-01")


@pytest.mark.parametrize(
    ("easts", "verdict"),
    [
        ((31.5, 31.5, 31.5), "nothing moved in this window, so there is no pace to project"),
        ((31.5, 31.4, 31.3), "the side lost ground in this window, so there is nothing to project"),
        ((32.9, 33.0, 33.1), "nothing is left to take"),
    ],
)
def test_what_makes_no_sense_is_refused_politely(projection, easts, verdict):
    outcome = projection(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="all")
    (row,) = outcome.rows("PROJECTION")
    assert row["verdict"] == verdict
    assert row["days_needed"] == NULL
    assert row["years_needed"] == row["years_low"] == row["years_high"] == NULL
    assert outcome["HEADLINE"] == f"No projection for East (window all): {verdict}."


def test_windows_of_different_direction_are_no_trend(projection):
    easts = [31.5 + day / 100 for day in range(61)] + [32.1 - day / 100 for day in range(1, 21)]
    rows = projection(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="10,all").rows("PROJECTION")
    assert [row["verdict"] for row in rows] == [
        "the side lost ground in this window, so there is nothing to project",
        "the windows differ in direction, so none of them is a trend",
    ]


def test_several_targets_are_projected_apart_and_together(projection):
    targets = layer(
        "targets", box(31, 50, 32, 51), box(32, 50, 33, 51), fields="name:string", rows=[("Near",), ("Far",)]
    )
    rows = projection(SNAPSHOTS=series(31, 31.2, 31.4), SECTORS=targets, WINDOWS="all").rows("PROJECTION")
    found = {row["target"]: row for row in rows}
    assert set(found) == {"Near", "Far", "all"}
    assert found["all"]["remaining_km2"] == pytest.approx(
        found["Near"]["remaining_km2"] + found["Far"]["remaining_km2"], abs=1e-6
    )
    assert found["Far"]["years_needed"] == NULL
    assert found["Near"]["last_moved"].toString("yyyy-MM-dd") == "2025-01-03"
    assert found["Far"]["last_moved"] == NULL


def test_a_daily_quantity_is_divided_by_the_pace_and_quoted_with_its_source(projection):
    outcome = projection(
        SNAPSHOTS=series(31, 31.1),
        SECTORS=target(),
        WINDOWS="all",
        QUANTITY_PER_DAY=1000,
        QUANTITY_NAME="reported losses",
        QUANTITY_SOURCE="a ministry",
    )
    (row,) = outcome.rows("PROJECTION")
    assert row["quantity_per_km2"] == pytest.approx(1000 / (TARGET_KM2 / 20), rel=1e-3)
    assert json.loads(outcome["METHOD"])["quantity"]["quantity_source"] == "a ministry"


def test_a_stall_shows_in_the_trend(projection):
    easts = [31 + day / 100 for day in range(41)] + [31.4] * 40
    outcome = projection(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="all", TREND="TEMPORARY_OUTPUT")
    found = [
        (row["date_before"].toString("yyyy-MM-dd"), round(row["pace_km2_day"], 2)) for row in outcome.rows("TREND")
    ]
    assert found == [("2025-01-01", round(TARGET_KM2 / 200, 2)), ("2025-02-10", 0.0)]


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"WINDOWS": "30,soon"}, "WINDOWS holds “soon”, which is no number of days. Give days, a century of them at"),
        ({"WINDOWS": "nan"}, "WINDOWS holds “nan”, which is no number of days."),
        ({"WINDOWS": "inf"}, "WINDOWS holds “inf”, which is no number of days."),
        ({"WINDOWS": "30,1e9"}, "WINDOWS holds “1e9”, which is no number of days."),
        ({"WINDOWS": "-5"}, "WINDOWS holds “-5”, which is no number of days."),
        ({"WINDOWS": "365"}, "The series is shorter than every window in WINDOWS. Add “all”, which takes all of it."),
    ],
)
def test_windows_that_cannot_be_used(projection, parameters, message):
    assert message in projection.refusal(SNAPSHOTS=series(31, 31.1), SECTORS=target(), **parameters)


def test_one_window_gives_one_pace_and_no_range(projection):
    headline = projection(SNAPSHOTS=series(31, 31.1, 31.2), SECTORS=target(), WINDOWS="all")["HEADLINE"]
    assert headline.startswith("At a pace of ") and " to " not in headline


def test_a_single_map_has_no_pace(projection):
    message = projection.refusal(SNAPSHOTS=series(31), SECTORS=target(), WINDOWS="all")
    assert message == "Layer “maps” holds a single map; a pace needs maps of at least two dates."


@pytest.mark.parametrize("around", [(-10, 0, 179, 80), (-180, -90, 180, 90)], ids=["189°", "the Earth"])
def test_a_target_wider_than_half_the_earth_has_its_whole_area(projection, around):
    targets = layer("targets", box(*around), fields="name:string", rows=[("wide",)])
    outcome = projection(SNAPSHOTS=series(*(31 + day / 100 for day in range(101))), SECTORS=targets, WINDOWS="30")
    (row,) = outcome.rows("PROJECTION")
    assert row["target_km2"] == pytest.approx(box_km2(*around), rel=2e-5)
    assert row["held_km2"] == pytest.approx(box_km2(30, 50, 32, 51), rel=1e-4)
