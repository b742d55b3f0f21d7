# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:projection on land of known area that is taken strip by strip: paces, what is left, and refusals."""

import json
import math
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from layers import box, box_km2, layer, maps
from qgis.core import NULL, QgsProcessingException
from qgis.PyQt.QtGui import QImage

TARGET_KM2 = box_km2(31, 50, 33, 51)


def series(*easts, first="2025-01-01", step_days=1):
    """A map every `step_days`, each given by how far east of 30° E the side holds land between 50° and 51° N."""
    start = date.fromisoformat(first)
    days = (start + timedelta(days=step_days * number) for number in range(len(easts)))
    return maps(*((f"{day}", box(30, 50, east, 51)) for day, east in zip(days, easts)))


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


def uneven_easts():
    """131 days on which slow and fast times of some weeks alternate, 0.002 to 0.02 degrees a day."""
    steps = [step for step, days in ((0.01, 30), (0.004, 25), (0.02, 35), (0.002, 40)) for _ in range(days)]
    return [31 + sum(steps[:day]) for day in range(131)]


def test_the_years_have_a_range_from_how_such_paces_held_earlier(projection):
    """The paces of ten days before and after each earlier date, and their range, computed from the longitudes alone."""
    easts = uneven_easts()
    outcome = projection(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="10", BACKTEST="TEMPORARY_OUTPUT")
    (row,), backtest = outcome.rows("PROJECTION"), outcome.rows("BACKTEST")
    numbers = [date.fromisoformat(each["date"].toString("yyyy-MM-dd")) for each in backtest]
    numbers = [(day - date(2025, 1, 1)).days for day in numbers]
    before = [(easts[day] - easts[day - 10]) / 10 * TARGET_KM2 / 2 for day in numbers]
    after = [(easts[day + 10] - easts[day]) / 10 * TARGET_KM2 / 2 for day in numbers]
    changes = sorted(abs(one - other) for one, other in zip(before, after))
    assert len(numbers) == row["backtests"] == 20
    assert (numbers[0], numbers[-1]) == (10, 120)
    assert [each["pace_km2_day"] for each in backtest] == pytest.approx(before, rel=1e-3)
    assert [each["next_pace_km2_day"] for each in backtest] == pytest.approx(after, rel=1e-3)
    half_km2_day = changes[16]  # the ⌈0.8 · 21⌉-th of twenty
    paces = [row["pace_km2_day"] - half_km2_day, row["pace_km2_day"] + half_km2_day]
    assert [row["pace_low_km2_day"], row["pace_high_km2_day"]] == pytest.approx(paces, rel=1e-3)
    assert row["years_low"] == pytest.approx(row["remaining_km2"] / paces[1] / 365.25, rel=1e-3)
    assert paces[0] < 0  # slow at last
    assert row["years_high"] == NULL
    assert row["range_verdict"] == "no upper limit: such paces changed by more than this pace"


def test_hit_rates_are_those_of_the_backtests(projection):
    outcome = projection(SNAPSHOTS=series(*uneven_easts()), SECTORS=target(), WINDOWS="10", BACKTEST="TEMPORARY_OUTPUT")
    (row,), backtest = outcome.rows("PROJECTION"), outcome.rows("BACKTEST")
    for each in backtest:
        change = abs(each["next_pace_km2_day"] - each["pace_km2_day"])
        assert each["is_within_se"] == (change <= 1.959964 * each["pace_se_km2_day"])
        inside = each["pace_low_km2_day"] <= each["next_pace_km2_day"] <= each["pace_high_km2_day"]
        assert each["is_within_range"] == inside
    assert row["hit_rate_pct"] == pytest.approx(sum(each["is_within_range"] for each in backtest) / 20 * 100)
    assert row["se_hit_rate_pct"] == pytest.approx(sum(each["is_within_se"] for each in backtest) / 20 * 100)
    assert f"20 earlier dates, hit rate {row['hit_rate_pct']:.0f} %" in outcome["HEADLINE"]
    assert "95" not in outcome["HEADLINE"]


def test_the_range_of_a_steady_pace_is_narrow(projection):
    easts = [31 + day / 100 for day in range(101)]
    outcome = projection(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="20,all")
    twenty, whole = outcome.rows("PROJECTION")
    assert twenty["years_low"] == pytest.approx(twenty["years_needed"], rel=1e-3)
    assert twenty["years_high"] == pytest.approx(twenty["years_needed"], rel=1e-3)
    assert (twenty["range_verdict"], twenty["se_hit_rate_pct"]) == (
        "from the changes of such paces after earlier dates",
        100,
    )
    assert [whole[name] for name in ("years_low", "years_high", "pace_low_km2_day", "hit_rate_pct")] == [NULL] * 4
    assert (whole["backtests"], whole["range_verdict"]) == (0, "no range: the series is too short for this window")
    assert whole["years_needed"] == pytest.approx(100 / 365.25, abs=1e-3)


def test_paces_that_had_only_just_begun_have_no_range(projection):
    """Ninety days still, then ten of advance: that still times stayed still is no test of an advance."""
    easts = [31.0] * 91 + [31 + day / 100 for day in range(1, 11)]
    outcome = projection(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="10", BACKTEST="TEMPORARY_OUTPUT")
    (row,) = outcome.rows("PROJECTION")
    assert row["years_needed"] != NULL
    assert (row["years_low"], row["years_high"], row["hit_rate_pct"]) == (NULL, NULL, NULL)
    assert row["range_verdict"] == "no range: too few earlier dates had a pace to project"
    assert outcome.rows("BACKTEST") == []
    assert outcome["HEADLINE"].endswith("No range is given: too few earlier dates had such paces.")


@pytest.mark.parametrize("step", [0.01, -0.01])
def test_a_pace_within_its_error_is_refused(projection, step):
    """A hundredth of a degree a day, by maps whose lines may be 50 km off."""
    easts = [32 + day * step for day in range(31)]
    outcome = projection(
        SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="all", POSITION_ERROR=50_000, QUANTITY_PER_DAY=1000
    )
    (row,) = outcome.rows("PROJECTION")
    assert abs(row["pace_km2_day"]) < 1.96 * row["pace_se_km2_day"]
    assert row["verdict"] == ("the pace does not exceed 1.96 of its standard errors, so there may be none to project")
    for name in ("days_needed", "years_needed", "years_low", "years_high", "quantity_per_km2"):
        assert row[name] == NULL
    assert outcome["HEADLINE"] == f"No projection for East (window all): {row['verdict']}."


def test_as_much_gained_as_lost_is_not_called_still(projection):
    """Half a degree is left and the next one taken: the net is zero, but nobody can say that nothing moved."""
    held = maps(("2025-01-01", box(31, 50, 31.5, 51)), ("2025-02-01", box(31.5, 50, 32, 51)))
    (row,) = projection(SNAPSHOTS=held, SECTORS=target(), WINDOWS="all").rows("PROJECTION")
    assert row["net_km2"] == pytest.approx(0, abs=1e-3)
    assert row["verdict"].startswith("the pace does not exceed 1.96 of its standard errors")
    assert row["years_needed"] == NULL


def test_the_pace_as_it_was_on_an_earlier_day(projection):
    """Ten days of a tenth of a degree, then ten of two: on the eleventh nobody knew of the second ten."""
    easts = [31 + day / 100 for day in range(11)] + [31.1 + day / 50 for day in range(1, 11)]
    asked = {"SNAPSHOTS": series(*easts), "SECTORS": target(), "WINDOWS": "10,all"}
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


def test_a_window_does_not_hide_that_the_last_month_went_the_other_way(projection):
    """Sixty days forwards, forty back: the whole series advanced, and so did the window of 90 days."""
    easts = [31 + day / 50 for day in range(61)] + [32.2 - day / 100 for day in range(1, 41)]
    for window in ("all", "90"):
        (row,) = projection(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS=window).rows("PROJECTION")
        assert row["pace_km2_day"] > 1.96 * row["pace_se_km2_day"]
        assert row["verdict"] == "the windows differ in direction, so none of them is a trend"
        assert row["years_needed"] == NULL


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


@pytest.mark.shared_data
def test_the_pace_of_the_daily_archive_changes_where_an_analyst_found_it(projection, archive):
    """10.5, from 22 October 2024 24.5, from 5 December 8.0 km² a day; what followed needs the maps of a later year."""
    outcome = projection(**archive, WINDOWS="all", TREND="TEMPORARY_OUTPUT")
    (first, second, third, *later) = (row for row in outcome.rows("TREND") if row["target"] == "all")
    begins = [row["date_before"].toString("yyyy-MM-dd") for row in (first, second, third)]
    assert begins == ["2024-07-08", "2024-10-22", "2024-12-05"]
    paces = [row["pace_km2_day"] for row in (first, second, third)]
    assert paces == pytest.approx([10.5, 24.5, 8.0], abs=0.3)
    assert later[0]["date_before"].toString("yyyy-MM") == "2025-05"


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


# Walk-forward, chart, and areas that readers know


def test_the_walk_forward_counts_are_those_of_the_backtests(projection):
    outcome = projection(SNAPSHOTS=series(*uneven_easts()), SECTORS=target(), WINDOWS="10", BACKTEST="TEMPORARY_OUTPUT")
    (row,), backtest = outcome.rows("PROJECTION"), outcome.rows("BACKTEST")
    tested = [each for each in backtest if each["is_within_known"] != NULL]
    assert row["known_tests"] == len(tested) == sum(each["known_dates"] >= 4 for each in backtest) > 10
    assert row["known_hits"] == sum(each["is_within_known"] for each in tested)
    assert row["known_hit_rate_pct"] == pytest.approx(100 * row["known_hits"] / row["known_tests"])
    assert row["hit_rate_pct"] == pytest.approx(100 * row["hits"] / row["backtests"])
    assert row["se_hit_rate_pct"] == pytest.approx(100 * row["se_hits"] / row["backtests"])
    for each in backtest:
        earlier = [one for one in backtest if one["date_after"] <= each["date"]]
        assert each["known_dates"] == len(earlier)
        days = each["date"].daysTo(each["date_after"])
        assert each["projected_km2"] == pytest.approx(each["held_km2"] + each["pace_km2_day"] * days)
        assert each["came_km2"] == pytest.approx(each["held_km2"] + each["next_pace_km2_day"] * days)
        if each in tested:
            changes = sorted(abs(one["next_pace_km2_day"] - one["pace_km2_day"]) for one in earlier)
            half_km2_day = changes[min(math.ceil(0.8 * (len(changes) + 1)), len(changes)) - 1]
            assert each["known_high_km2_day"] - each["pace_km2_day"] == pytest.approx(half_km2_day)
            inside = each["known_low_km2_day"] <= each["next_pace_km2_day"] <= each["known_high_km2_day"]
            assert each["is_within_known"] == inside


def ranged_easts():
    """Steady weeks and a quicker end, so that the range does not reach zero."""
    steps = [step for step in (0.010, 0.011, 0.009, 0.012, 0.010, 0.011, 0.010, 0.012) for _ in range(15)]
    return [31 + sum(steps[:day]) for day in range(len(steps) + 1)]


def svg_texts(path):
    return ["".join(one.itertext()).strip() for one in ET.parse(path).iter() if one.tag.endswith("text")]


def test_a_chart_of_what_was_held_and_the_range_ahead(projection, tmp_path):
    path = tmp_path / "pace.svg"
    given = {"SNAPSHOTS": series(*ranged_easts()), "SECTORS": target(), "WINDOWS": "10,20", "LANGUAGE": "en"}
    outcome = projection(**given, CHART=str(path), CREDIT="Somebody")
    assert outcome["CHART"] == str(path)
    texts = " ".join(svg_texts(path))
    row = max((row for row in outcome.rows("PROJECTION") if row["years_low"] != NULL), key=lambda row: row["days"])
    assert row["window"] == "20"
    assert "East: net change, and the range at this pace" in texts
    assert f"{20 * row['pace_low_km2_day']:+,.0f} km² to {20 * row['pace_high_km2_day']:+,.0f} km²" in texts
    assert f"{row['known_hits']} of {row['known_tests']} held" in texts
    assert "Maps: Somebody." in texts
    assert "1 Jan 2025" in texts and "21 May 2025" in texts  # 120 days on and 20 ahead
    picture = tmp_path / "pace.png"
    projection(**given, CHART=str(picture))
    assert QImage(str(picture)).width() == 2400
    assert sorted(one.name for one in tmp_path.iterdir()) == ["pace.png", "pace.svg"]


def test_a_chart_without_a_range_says_so(projection, tmp_path):
    path = tmp_path / "pace.svg"
    projection(SNAPSHOTS=series(31, 31.2, 31.4), SECTORS=target(), WINDOWS="all", LANGUAGE="uk", CHART=str(path))
    texts = " ".join(svg_texts(path))
    assert "Меж немає" in texts and "East: чиста зміна" in texts


@pytest.mark.parametrize("name", ["pace.pdf", "pace"])
def test_a_chart_of_another_kind_is_refused_before_the_run(projection, tmp_path, name):
    message = projection.refusal(SNAPSHOTS=series(31, 31.1), SECTORS=target(), CHART=str(tmp_path / name))
    assert message == f"CHART is saved as .png, .svg, not as {name}. Give it one of these endings."


def known_areas(*rows, fields="name:string,area_acres:double,language:string,source:string"):
    return layer("known", *[None] * len(rows), kind="NoGeometry", fields=fields, rows=rows)


def test_readers_get_areas_of_their_own_language(projection):
    """2 of 200 hundredths of a degree: a table in acres, of which 640 are a square mile."""
    gained_km2 = TARGET_KM2 / 100
    acres = gained_km2 / 2.589988110336 * 640
    areas = known_areas(
        ("Leeds", 2 * acres, "en", "a survey"), ("Львів", acres / 2, "uk-UA", ""), ("Everywhere", 50 * acres, "", "")
    )
    given = {"SNAPSHOTS": series(31, 31.01, 31.02), "SECTORS": target(), "WINDOWS": "all", "AREAS_TABLE": areas}

    def like(language):
        (row,) = projection(**given, AREAS_LANGUAGE=language).rows("PROJECTION")
        return row["about_as_large_as"], row["about_as_large_km2"]

    assert like("en") == ("0.5 × Leeds (a survey)", pytest.approx(2 * gained_km2, rel=1e-3))
    assert like("uk") == ("2 × Львів (known)", pytest.approx(gained_km2 / 2, rel=1e-3))
    assert like("de")[0] == "0.02 × Everywhere (known)"
    given.pop("AREAS_TABLE")
    outcome = projection(**given, AREAS_LANGUAGE="uk")
    assert outcome.feedback.warnings[0].startswith("AREAS_LANGUAGE chooses among the areas of AREAS_TABLE, and none is")
    (row,) = outcome.rows("PROJECTION")
    assert row["net_acres"] == pytest.approx(row["net_km2"] * 247.105381, rel=1e-8)
    assert row["net_ha"] == pytest.approx(100 * row["net_km2"])


@pytest.mark.parametrize(
    ("rows", "fields", "message"),
    [
        ([("A", 1.0)], "name:string,size:double", "needs a field name and one field with areas"),
        (
            [("A", 1.0, 2.0)],
            "name:string,area_km2:double,area_ha:double",
            "needs a field name and one field with areas",
        ),
        ([("A", 1.0), ("B", 0.0)], "name:string,area_km2:double", "row 2 (“B”) needs a name and an area above zero"),
        ([("A", 1.0), ("", 2.0)], "name:string,area_km2:double", "row 2 (“”) needs a name and an area above zero"),
        ([("A", 1.0, "de")], "name:string,area_km2:double,language:string", "no area for AREAS_LANGUAGE “uk”. Its"),
    ],
)
def test_tables_of_areas_that_cannot_be_used(projection, rows, fields, message):
    given = {"SNAPSHOTS": series(31, 31.1), "SECTORS": target(), "AREAS_LANGUAGE": "uk"}
    assert message in projection.refusal(**given, AREAS_TABLE=known_areas(*rows, fields=fields))


def test_a_window_since_a_date(projection):
    easts = [31 + day / 100 for day in range(101)]
    (row,) = projection(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="2025-04-01").rows("PROJECTION")
    assert (row["window"], row["days"]) == ("2025-04-01", 10)
    assert row["pace_km2_day"] == pytest.approx(TARGET_KM2 / 200, rel=1e-3)
    message = projection.refusal(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="2025-02-30")
    assert message.startswith("WINDOWS cannot be used.")


# Targets without an area of their own


def test_a_target_inside_another_is_named_and_the_other_measured(projection):
    targets = layer(
        "targets", box(31, 50, 33, 51), box(31.5, 50.2, 32, 50.5), fields="name:string", rows=[("A",), ("B",)]
    )
    outcome = projection(SNAPSHOTS=series(31, 31.2, 31.4), SECTORS=targets, WINDOWS="all", TREND="TEMPORARY_OUTPUT")
    found = {row["target"]: row for row in outcome.rows("PROJECTION")}
    assert found["A"]["target_km2"] == found["all"]["target_km2"] == pytest.approx(TARGET_KM2, rel=1e-4)
    assert found["A"]["net_km2"] == pytest.approx(TARGET_KM2 / 5, rel=1e-3)
    assert found["A"]["verdict"] == found["all"]["verdict"] == "at this pace"
    assert found["B"]["verdict"] == "the target has no area of its own: it lies in other targets, or is too small"
    assert {found["B"][name] for name in ("net_km2", "pace_km2_day", "held_pct", "remaining_km2", "years_needed")} == {
        NULL
    }
    assert {row["target"] for row in outcome.rows("TREND")} == {"A", "all"}
    (warning,) = (text for text in outcome.feedback.warnings if "no area of their own" in text)
    assert warning.startswith("Layer “targets”: these targets") and "not measured: B." in warning


def test_a_target_that_vanishes_on_the_millimetre_is_named_and_the_other_measured(projection):
    grain = "POLYGON((36 47, 36.0000000001 47, 36.0000000001 47.0000000001, 36 47))"
    targets = layer("targets", grain, box(31, 50, 33, 51), fields="name:string", rows=[("Grain",), ("East",)])
    outcome = projection(SNAPSHOTS=series(31, 31.2), SECTORS=targets, WINDOWS="all")
    (row,) = outcome.rows("PROJECTION")
    assert (row["target"], row["verdict"]) == ("East", "at this pace")
    assert "Layer “targets”: features without an area left out: 1 (Grain)." in outcome.feedback.warnings


def test_targets_of_which_none_has_an_area_are_refused(projection):
    grain = "POLYGON((36 47, 36.0000000001 47, 36.0000000001 47.0000000001, 36 47))"
    targets = layer("tiny", grain, fields="name:string", rows=[("Grain",)])
    message = projection.refusal(SNAPSHOTS=series(31, 31.2), SECTORS=targets, WINDOWS="all")
    assert message == "Layer “tiny”: no polygon has an area. Choose a layer of polygons that have one."


# Series with gaps, and short ones


def test_a_window_that_begins_in_a_gap_says_how_long_it_is(projection):
    held = maps(
        *((f"2025-01-0{day}", box(30, 50, 31 + day / 100, 51)) for day in range(1, 6)),
        *((f"2025-03-0{day}", box(30, 50, 31.2 + day / 100, 51)) for day in range(1, 6)),
    )
    outcome = projection(SNAPSHOTS=held, SECTORS=target(), WINDOWS="30,all")
    thirty, whole = outcome.rows("PROJECTION")
    assert (thirty["days"], whole["days"]) == (59, 63)
    assert thirty["pace_km2_day"] == pytest.approx(TARGET_KM2 / 2 * 0.2 / 59, rel=1e-3)
    (warning,) = (text for text in outcome.feedback.warnings if "window of 30 days" in text)
    assert "is 59 days long" in warning and "5 January 2025" in warning


def test_windows_that_begin_with_a_map_of_their_day_are_no_reason_to_warn(projection):
    outcome = projection(SNAPSHOTS=series(*(31 + day / 100 for day in range(41))), SECTORS=target(), WINDOWS="30,all")
    assert outcome.feedback.warnings == []


def test_two_maps_have_one_pace_and_one_interval(projection):
    outcome = projection(SNAPSHOTS=series(31, 31.1), SECTORS=target(), TREND="TEMPORARY_OUTPUT")
    (row,), (interval,) = outcome.rows("PROJECTION"), outcome.rows("TREND")
    assert (row["window"], row["days"], row["verdict"]) == ("all", 1, "at this pace")
    assert row["range_verdict"] == "no range: the series is too short for this window"
    assert interval["pace_km2_day"] == pytest.approx(row["pace_km2_day"])


def test_a_series_that_only_loses_has_paces_and_no_projection(projection):
    easts = [32 - day / 100 for day in range(101)]
    outcome = projection(SNAPSHOTS=series(*easts), SECTORS=target(), WINDOWS="20,all", TREND="TEMPORARY_OUTPUT")
    for row in outcome.rows("PROJECTION"):
        assert row["pace_km2_day"] == pytest.approx(-TARGET_KM2 / 200, rel=1e-3)
        assert row["verdict"] == "the side lost ground in this window, so there is nothing to project"
        assert [row[name] for name in ("years_needed", "years_low", "years_high")] == [NULL] * 3
    (interval,) = outcome.rows("TREND")
    assert interval["pace_km2_day"] == pytest.approx(-TARGET_KM2 / 200, rel=1e-3)


def test_maps_that_are_all_equal_have_one_interval_without_pace(projection):
    outcome = projection(SNAPSHOTS=series(*[31.5] * 60), SECTORS=target(), WINDOWS="20,all", TREND="TEMPORARY_OUTPUT")
    assert {row["verdict"] for row in outcome.rows("PROJECTION")} == {
        "nothing moved in this window, so there is no pace to project"
    }
    (interval,) = outcome.rows("TREND")
    assert (interval["pace_km2_day"], interval["days"]) == (0, 59)


@pytest.mark.parametrize("around", [(-10, 0, 179, 80), (-180, -90, 180, 90)], ids=["189°", "the Earth"])
def test_a_target_wider_than_half_the_earth_has_its_whole_area(projection, around):
    targets = layer("targets", box(*around), fields="name:string", rows=[("wide",)])
    outcome = projection(SNAPSHOTS=series(*(31 + day / 100 for day in range(101))), SECTORS=targets, WINDOWS="30")
    (row,) = outcome.rows("PROJECTION")
    assert row["target_km2"] == pytest.approx(box_km2(*around), rel=2e-5)
    assert row["held_km2"] == pytest.approx(box_km2(30, 50, 32, 51), rel=1e-4)
