# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:transects on dated lines and a drawn baseline: straight shorelines whose rates are known, line by line."""

import json

import numpy as np
import pytest
from frontline_change.core.libraries import pyproj
from layers import layer
from qgis.core import NULL

GEOD = pyproj.Geod(ellps="WGS84")
SOUTH, NORTH, BASE = 0.0, 0.1, 30.0  # on the equator, where a degree of longitude is a·π/180 metres, and 11 km north
DATES = ("1990-01-01", "2000-01-01", "2005-01-01", "2010-01-01", "2020-01-01")
EAST_M = (100.0, 130.0, 120.0, 160.0, 175.0)  # of the shorelines from the baseline at the equator
ERRORS_M = (10.0, 5.0, 5.0, 2.0, 1.0)


def east(metres):
    """The longitude some metres east of the baseline at the equator."""
    return GEOD.fwd(BASE, 0, 90, metres)[0]


def meridian(lon, south=SOUTH, north=NORTH):
    return f"LINESTRING({lon} {south},{lon} {north})"


def shorelines(metres=EAST_M, dates=DATES, errors=ERRORS_M, name="shorelines"):
    rows = [(day, error) for day, error in zip(dates, errors)]
    return layer(
        name, *(meridian(east(m)) for m in metres), kind="LineString", fields="date:string,unc:double", rows=rows
    )


def baseline(metres=0.0, backwards=False):
    shape = meridian(east(metres)) if not backwards else f"LINESTRING({east(metres)} {NORTH},{east(metres)} {SOUTH})"
    return layer("baseline", shape, kind="LineString")


def run(transects, lines=None, **options):
    given = {"BASELINE": baseline(), "SPACING": 1000, "SMOOTHING": 500, "LENGTH": 2000, "TIME_UNIT": "365.25days"}
    return transects(SNAPSHOTS=lines or shorelines(), **{**given, **options})


def years(dates=DATES):
    return (np.array(dates, dtype="datetime64[D]") - np.datetime64(dates[0])).astype(float) / 365.25


def test_the_statistics_of_straight_shorelines(transects):
    """By numpy's own least squares; the transects near the equator have the distances as they were drawn."""
    outcome = run(transects, ERROR_FIELD="unc")
    rows = outcome.rows("TRANSECTS")
    assert len(rows) == 11  # 11.06 km
    row, t, d, u = rows[0], years(), np.array(EAST_M), np.array(ERRORS_M)
    assert row["readings"] == 5
    assert row["sce_m"] == pytest.approx(75, abs=0.01)
    assert row["nsm_m"] == pytest.approx(75, abs=0.01)
    assert row["epr_m_unit"] == pytest.approx(75 / t[-1], rel=1e-4)
    assert row["epr_se_m_unit"] == pytest.approx(np.hypot(10, 1) / t[-1], rel=1e-6)
    assert row["days"] == 10957
    for name, weights in (("lrr", np.ones(5)), ("wlr", 1 / u**2)):
        slope, intercept = np.polyfit(t, d, 1, w=np.sqrt(weights))
        mean_t, mean_d = np.average(t, weights=weights), np.average(d, weights=weights)
        left_over = (weights * (d - slope * t - intercept) ** 2).sum()
        se = np.sqrt(left_over / 3) / np.sqrt((weights * (t - mean_t) ** 2).sum())
        assert row[f"{name}_m_unit"] == pytest.approx(slope, rel=1e-4)
        assert row[f"{name}_r2"] == pytest.approx(1 - left_over / (weights * (d - mean_d) ** 2).sum(), rel=1e-4)
        assert row[f"{name}_se_m_unit"] == pytest.approx(se, rel=1e-4)
        assert row[f"{name}_ci_m_unit"] == pytest.approx(3.182446 * se, rel=1e-4)  # Student's t of 3 at 95 %
    assert outcome.feedback.warnings == []


def test_no_area_is_made_up(transects):
    outcome = run(transects)
    assert outcome["NET_KM2"] is None
    assert {row["net_km2"] for row in outcome.rows("TRANSECTS")} == {NULL}
    assert {row["outcome"] for row in outcome.rows("TRANSECTS")} == {"advance"}
    assert outcome["ADVANCE_MEAN_KM"] == pytest.approx(0.075, rel=1e-3)


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    ("metres", "positive", "moved_m"), [(0, "away", 75), (0, "towards", -75), (500, "away", -75), (500, "towards", 75)]
)
def test_the_sign_is_that_of_the_baseline(transects, backwards, metres, positive, moved_m):
    outcome = run(transects, BASELINE=baseline(metres, backwards), POSITIVE=positive)
    assert outcome.rows("TRANSECTS")[0]["nsm_m"] == pytest.approx(moved_m, abs=0.01)
    assert outcome.feedback.warnings == []


def test_a_baseline_among_the_lines_is_reported(transects):
    """Lines 100 and 120 m from the land's end lie behind a baseline at 125 m; the others lie before it."""
    outcome = run(transects, BASELINE=baseline(125), CROSSING="nearest")
    assert outcome.rows("TRANSECTS")[0]["nsm_m"] == pytest.approx(75, abs=0.01)
    mixed = run(transects, shorelines((100, 90, 95, 140, 150)), BASELINE=baseline(125))
    assert mixed.rows("TRANSECTS")[0]["nsm_m"] == pytest.approx(-50, abs=0.01)
    broken = layer("base", meridian(east(125), 0, 0.05), meridian(east(0), 0.05, 0.1), kind="LineString")
    assert run(transects, BASELINE=broken).rows("TRANSECTS")[-1]["nsm_m"] == pytest.approx(75, rel=1e-3)


def test_lines_on_both_sides_of_one_baseline_are_reported(transects):
    lines = layer(
        "coast",
        *(f"LINESTRING({east(m)} 0,{east(m)} 0.06,{east(-m)} 0.07,{east(-m)} 0.1)" for m in (100, 150)),
        kind="LineString",
        fields="date:string",
        rows=[("2000-01-01",), ("2010-01-01",)],
    )
    outcome = run(transects, lines)
    first, last = outcome.rows("TRANSECTS")[0], outcome.rows("TRANSECTS")[-1]
    assert (first["nsm_m"], last["nsm_m"]) == (pytest.approx(50, abs=0.01), pytest.approx(-50, abs=0.01))
    (warning,) = outcome.feedback.warnings
    assert "3 of 11 transects" in warning or "4 of 11 transects" in warning


def test_every_line_keeps_its_error(transects):
    """On one date the south was surveyed to 1 m and the north to 20 m."""
    shapes = [meridian(east(100)), meridian(east(150), 0, 0.05), meridian(east(150), 0.05, 0.1)]
    rows = [("2000-01-01", 3.0), ("2010-01-01", 4.0), ("2010-01-01", 40.0)]
    lines = layer("coast", *shapes, kind="LineString", fields="date:string,unc:double", rows=rows)
    outcome = run(transects, lines, ERROR_FIELD="unc")
    first, last = outcome.rows("TRANSECTS")[0], outcome.rows("TRANSECTS")[-1]
    assert first["epr_se_m_unit"] * (3653 / 365.25) == pytest.approx(5, rel=1e-6)
    assert last["epr_se_m_unit"] * (3653 / 365.25) == pytest.approx(np.hypot(3, 40), rel=1e-6)
    card = json.loads(outcome["METHOD"])
    assert "4.0" in json.dumps(card) and "40.0" in json.dumps(card)


def test_an_error_that_is_missing_or_none(transects):
    outcome = run(transects, shorelines(errors=(10, None, 5, 2, 1)), ERROR_FIELD="unc", POSITION_ERROR=7)
    assert any("1 features have no position error" in text and "7 m" in text for text in outcome.feedback.warnings)
    said = transects.refusal(
        SNAPSHOTS=shorelines(errors=(10, -3, 5, 2, 1)), BASELINE=baseline(), ERROR_FIELD="unc", SPACING=1000
    )
    assert "feature 2" in said and "-3" in said


def test_all_dates_count_whatever_the_period(transects):
    days = ("2020-01-03", "2020-01-10", "2020-01-20", "2020-01-25", "2020-02-02")
    assert run(transects, shorelines(dates=days), PERIOD="month").rows("TRANSECTS")[0]["readings"] == 5
    some = run(transects, shorelines(dates=days), FIRST_DATE="2020-01-10", LAST_DATE="2020-01-26")
    assert some.rows("TRANSECTS")[0]["readings"] == 3


def test_transects_that_are_not_trimmed_cross(transects):
    """Both sides of a corner face a line across it: near the corner transects meet before they reach it."""
    corner = layer("base", "LINESTRING(30 0.04,30 0,30.04 0)", kind="LineString")
    across = [f"LINESTRING({east(m)} 0,30 {m / 110574})" for m in (4800, 5200)]
    lines = layer("coast", *across, kind="LineString", fields="date:string", rows=[("2000-01-01",), ("2010-01-01",)])
    options = {"BASELINE": corner, "SPACING": 500, "SMOOTHING": 200, "LENGTH": 8000}
    trimmed, whole = (run(transects, lines, TRIM=trim, **options) for trim in (True, False))
    assert trimmed["READ_COUNT"] < whole["READ_COUNT"] == whole["TRANSECT_COUNT"]


def test_a_year_has_the_days_that_were_chosen(transects):
    rates = {
        unit: run(transects, TIME_UNIT=unit).rows("TRANSECTS")[0]["lrr_m_unit"] for unit in ("365days", "365.25days")
    }
    assert rates["365.25days"] / rates["365days"] == pytest.approx(365.25 / 365, rel=1e-9)


def test_lines_without_a_baseline_say_what_is_needed(transects):
    said = transects.refusal(SNAPSHOTS=shorelines(), SPACING=1000)
    assert all(word in said for word in ("THEATRE", "MARKS", "SIDE"))


def test_one_date_is_no_movement(transects):
    said = transects.refusal(SNAPSHOTS=shorelines(EAST_M[:1]), BASELINE=baseline(), SPACING=1000)
    assert "two" in said


def test_positions_are_those_of_the_lines(transects):
    outcome = run(transects, ERROR_FIELD="unc", READINGS="TEMPORARY_OUTPUT")
    first = [row for row in outcome.rows("READINGS") if row["transect"] == 1]
    assert [row["position_m"] for row in first] == pytest.approx(EAST_M, abs=0.01)
    assert [row["error_m"] for row in first] == list(ERRORS_M)
