# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:changeseries, its periods compared: on land whose areas are known, and on what was printed."""

import csv
import json
from datetime import date, timedelta

import gpkg
import pytest
import reference
from layers import box, box_km2, layer, maps
from qgis.core import NULL

AREA = {"MEASURES": "area", "COMPARISONS": "TEMPORARY_OUTPUT"}
# How far east the land reaches at the beginning of each month from March 2024 to June 2025; a map of 10 March is first.
EASTS = {
    "2024-03-10": 31,
    "2024-04-01": 31.5,
    "2024-05-01": 31.6,
    "2024-06-01": 31.9,
    "2024-07-01": 32.05,
    "2025-04-01": 32.1,
    "2025-05-01": 32.3,
    "2025-06-01": 32.2,
    "2025-06-20": 32.8,
}


def held(east):
    return box(30, 50, east, 51)


def gain_km2(west, east):
    return box_km2(west, 50, east, 51)


def column(rows, *names):
    """Some fields of every row, NULL as None."""
    return [tuple(None if row[name] == NULL else row[name] for name in names) for row in rows]


@pytest.fixture
def months(changeseries):
    """The row of each month."""
    series = maps(*((day, held(east)) for day, east in EASTS.items()))
    rows = changeseries(SNAPSHOTS=series, PERIOD="month", **AREA).rows("COMPARISONS")
    return {row["period"]: row for row in rows}


def test_a_month_beside_the_one_before(months):
    june, may_km2 = months["2024-06"], gain_km2(31.6, 31.9)
    assert june["previous_period"] == "2024-05"
    assert june["previous_net_km2"] == pytest.approx(may_km2, abs=0.01)
    assert june["previous_net_se_km2"] == months["2024-05"]["net_se_km2"]
    assert june["previous_difference_km2"] == pytest.approx(gain_km2(31.9, 32.05) - may_km2, abs=0.01)
    assert june["previous_difference_se_km2"] == june["net_se_km2"] + june["previous_net_se_km2"]
    assert june["previous_change_pct"] == pytest.approx(
        -50, abs=0.001
    )  # a tenth and a half after three tenths of a degree


def test_a_month_beside_that_of_a_year_before(months):
    may = months["2025-05"]
    assert may["year_before_period"] == "2024-05"
    assert may["net_km2"] == pytest.approx(-gain_km2(32.2, 32.3), abs=0.01)
    assert may["year_before_net_km2"] == pytest.approx(gain_km2(31.6, 31.9), abs=0.01)
    assert may["year_before_difference_km2"] == pytest.approx(-gain_km2(31.6, 32.0), abs=0.01)
    assert may["year_before_change_pct"] == pytest.approx(-400 / 3, abs=0.001)
    two = may["net_se_km2"], months["2024-05"]["net_se_km2"]
    assert may["year_before_difference_se_km2"] == pytest.approx((two[0] ** 2 + two[1] ** 2) ** 0.5)


def test_a_month_that_is_not_whole_has_its_figures_and_no_comparison(months):
    first, last = months["2024-03"], months["2025-06"]
    assert first["net_km2"] == pytest.approx(gain_km2(31, 31.5), abs=0.01)
    none = [name for name in first if name.startswith(("previous_", "year_", "rank", "largest", "smallest"))]
    assert len(none) == 18
    assert column([first, last], *none) == [(None,) * 18] * 2
    assert column([first, last], "complete", "remark") == [
        (False, "not compared: the maps do not span it"),
        (True, "not compared: it has 30 days, and its maps are 19 days apart"),
    ]
    assert months["2024-08"]["remark"] == "not compared: no map came within it"
    assert months["2025-03"]["remark"] == "not compared: it has 31 days, and its maps are 274 days apart"


def test_what_is_not_whole_is_not_compared_with_either(months):
    assert column([months["2024-04"], months["2025-04"]], "previous_period", "previous_net_km2", "remark") == [
        (None, None, "no comparison with March 2024: the maps do not span it"),
        (None, None, "no comparison with March 2025: it has 31 days, and its maps are 274 days apart"),
    ]


def test_ranks_in_figures_and_in_words(months):
    """Nets of 1, 3, 1.5 and, after a long gap, 2 and -1 tenths of a degree; March 2024 with 5 is no whole month."""
    whole = [months[name] for name in ("2024-04", "2024-05", "2024-06", "2025-04", "2025-05")]
    figures = ("rank_largest", "rank_smallest", "ranked_periods", "largest_since", "smallest_since")
    assert column(whole, *figures) == [
        (4, 2, 5, None, None),
        (1, 5, 5, None, "2024-04"),
        (3, 3, 5, "2024-05", "2024-04"),
        (2, 4, 5, "2024-05", "2024-06"),
        (5, 1, 5, "2025-04", None),
    ]
    assert column(whole, "rank_text")[-1] == (
        "smallest net of all 5 periods from April 2024 on; not counted: July 2024, August 2024, September 2024, …",
    )


def test_each_sector_is_compared_with_itself(changeseries):
    sectors = layer(
        "ab", box(29, 49, 31.55, 52), box(31.55, 49, 33, 52), fields="name:string", rows=[("West",), ("East",)]
    )
    series = maps(*((day, held(east)) for day, east in EASTS.items()))
    outcome = changeseries(SNAPSHOTS=series, SECTORS=sectors, PERIOD="month", **AREA)
    may = {row["sector"]: row for row in outcome.rows("COMPARISONS") if row["period"] == "2024-05"}
    assert set(may) == {"West", "East", "outside all sectors"}
    assert may["West"]["previous_net_km2"] == pytest.approx(gain_km2(31.5, 31.55), abs=0.01)
    assert may["East"]["previous_change_pct"] == pytest.approx(500, abs=0.01)  # six twentieths of a degree after one
    assert column([may["outside all sectors"]], "previous_difference_km2", "previous_change_pct") == [(0, None)]


def test_a_share_of_the_ground_gained_has_its_numerator_and_denominator_in_the_row(changeseries):
    sectors = layer(
        "ab", box(29, 49, 31.1, 52), box(31.1, 49, 33, 52), fields="name:string", rows=[("West",), ("East",)]
    )
    series = maps(("2025-05-01", held(31)), ("2025-06-01", held(31.5)))
    rows = changeseries(SNAPSHOTS=series, SECTORS=sectors, MEASURES="area").rows("SERIES")
    assert [row["gained_all_km2"] for row in rows] == pytest.approx([gain_km2(31, 31.5)] * 3, abs=0.01)
    shares = {row["sector"]: row["share_pct"] for row in rows}
    assert shares == pytest.approx({"West": 20, "East": 80, "outside all sectors": 0}, abs=0.01)


def test_a_percentage_has_its_numerator_and_denominator_in_the_row(months):
    for row in months.values():
        for prefix in ("previous", "year_before"):
            if row[f"{prefix}_change_pct"] != NULL:
                ratio = row[f"{prefix}_difference_km2"] / row[f"{prefix}_net_km2"]
                assert row[f"{prefix}_change_pct"] == pytest.approx(100 * ratio)


# Shares and totals


def test_shares_of_an_area_of_ones_own(changeseries):
    """Of 1,000,000 km²."""
    series = maps(("2025-05-01", held(31)), ("2025-06-01", held(31.5)), ("2025-07-01", held(31.4)))
    given = {"DENOMINATOR_AREA_KM2": 1_000_000, "DENOMINATOR_NAME": "a made-up country"}
    outcome = changeseries(SNAPSHOTS=series, PERIOD="month", **given, **AREA)
    may, june = outcome.rows("COMPARISONS")
    assert column([may, june], "denominator_name", "denominator_km2") == [("a made-up country", 1_000_000)] * 2
    assert may["net_points"] == pytest.approx(gain_km2(31, 31.5) / 10_000, abs=1e-5)
    assert june["net_points"] == pytest.approx(-gain_km2(31.4, 31.5) / 10_000, abs=1e-5)
    assert june["held_share_pct"] == pytest.approx(gain_km2(30, 31.4) / 10_000, abs=1e-4)
    assert june["running_points"] == pytest.approx(gain_km2(31, 31.4) / 10_000, abs=1e-5)
    assert column([june], "sector_km2", "sector_held_pct") == [(None, None)]
    (month, _) = rolling(changeseries, series, PERIOD="month", WINDOWS="31", **given)
    assert column([month], "denominator_name", "denominator_km2") == [("a made-up country", 1_000_000)]
    assert month["net_points"] == pytest.approx(may["net_points"])
    assert json.loads(outcome["METHOD"])["denominator"] == {"name": "a made-up country", "area_km2": 1_000_000}


def test_shares_of_the_theatre_and_of_sectors(changeseries):
    theatre = layer("Island", box(30, 50, 34, 51))
    sectors = layer("ab", box(30, 50, 32, 51), box(32, 50, 34, 51), fields="name:string", rows=[("West",), ("East",)])
    series = maps(("2025-05-01", held(31)), ("2025-06-01", held(33)))
    outcome = changeseries(SNAPSHOTS=series, PERIOD="month", THEATRE=theatre, SECTORS=sectors, **AREA)
    rows = {row["sector"]: row for row in outcome.rows("COMPARISONS")}
    assert column(rows.values(), "denominator_name") == [("Island",)] * 3
    assert rows["West"]["denominator_km2"] == pytest.approx(gain_km2(30, 34), abs=0.01)
    assert column(
        [rows["West"], rows["East"]], "net_points", "held_share_pct", "sector_net_points", "sector_held_pct"
    ) == [
        pytest.approx((25, 50, 50, 100), abs=1e-4),
        pytest.approx((25, 25, 50, 50), abs=1e-4),
    ]
    assert not [text for text in outcome.feedback.warnings if "numerator" in text]


def test_held_ground_outside_the_theatre_is_named(changeseries):
    theatre = layer("Island", box(30, 50, 31.5, 51))
    series = maps(("2025-05-01", held(31)), ("2025-06-01", held(32)))
    outcome = changeseries(SNAPSHOTS=series, PERIOD="month", THEATRE=theatre, **AREA)
    (warning,) = [text for text in outcome.feedback.warnings if "numerator" in text]
    half, whole = (f"{gain_km2(west, 32):,.0f} km²" for west in (31.5, 30))
    assert warning.startswith(f"Shares of “Island”: {half} of {whole} held on the last map lie outside of it.")


def test_a_share_is_of_something_with_a_name(changeseries):
    series = maps(("2025-05-01", held(31)), ("2025-06-01", held(32)))
    assert "Give DENOMINATOR_NAME" in changeseries.refusal(SNAPSHOTS=series, DENOMINATOR_AREA_KM2=100, **AREA)
    assert "Give DENOMINATOR_AREA_KM2" in changeseries.refusal(SNAPSHOTS=series, DENOMINATOR_NAME="a country", **AREA)


def test_a_month_in_square_miles_and_beside_a_known_area(months):
    """A tenth of a degree at 50° to 51° N is about 790 km²: as large as New York City."""
    april = months["2024-04"]
    assert april["net_sqmi"] == pytest.approx(april["net_km2"] / 1.609344**2)
    assert april["about_as_large_as"].startswith("1 × New York City (US Census Bureau")
    assert april["about_as_large_km2"] == 778.2


def test_the_running_total_since_a_day(changeseries):
    """With a map at the beginning of each month and one in the middle of June."""
    series = maps(
        ("2025-05-01", held(31)),
        ("2025-06-01", held(31.5)),
        ("2025-06-15", held(31.4)),
        ("2025-07-01", held(31.6)),
        ("2025-08-01", held(32)),
    )
    rows = changeseries(SNAPSHOTS=series, PERIOD="month", **AREA).rows("COMPARISONS")
    assert [row["running_total_km2"] for row in rows] == pytest.approx(
        [gain_km2(31, east) for east in (31.5, 31.6, 32)], abs=0.02
    )
    rows = changeseries(SNAPSHOTS=series, PERIOD="month", TOTAL_SINCE="2025-06-15", **AREA).rows("COMPARISONS")
    assert column(rows, "running_total_km2", "total_since")[0] == (None, None)
    assert [row["total_since"].toString("yyyy-MM-dd") for row in rows[1:]] == ["2025-06-15"] * 2
    assert [row["running_total_km2"] for row in rows[1:]] == pytest.approx(
        [gain_km2(31.4, 31.6), gain_km2(31.4, 32)], abs=0.02
    )
    assert [row["running_days"] for row in rows[1:]] == [16, 47]
    assert rows[2]["running_km2_day"] == pytest.approx(rows[2]["running_total_km2"] / 47)
    moved = changeseries(SNAPSHOTS=series, PERIOD="month", TOTAL_SINCE="2025-06-14", OFFSET_DAYS=1, **AREA)
    assert moved.rows("COMPARISONS")[-1]["total_since"].toString("yyyy-MM-dd") == "2025-06-15"


@pytest.mark.parametrize("day", ["2025-04-30", "2025-06-02"])
def test_a_total_since_a_day_without_a_map_is_refused(changeseries, day):
    series = maps(("2025-05-01", held(31)), ("2025-06-01", held(32)))
    message = changeseries.refusal(SNAPSHOTS=series, TOTAL_SINCE=day, **AREA)
    assert "TOTAL_SINCE: the measured maps run from 1 May 2025 to 1 June 2025 and do not reach" in message


# Weeks


def test_weeks_from_thursday_to_wednesday(changeseries):
    """29 May 2025 was a Thursday."""
    series = every_day("2025-05-29", 22, lambda day: 31 + day * day / 1000)
    outcome = changeseries(SNAPSHOTS=series, PERIOD="week", WEEK_START="thursday", **AREA)
    rows = outcome.rows("COMPARISONS")
    assert column(rows, "period", "previous_period") == [
        ("2025-05-29", None),
        ("2025-06-05", "2025-05-29"),
        ("2025-06-12", "2025-06-05"),
    ]
    assert [row["net_km2"] for row in rows] == pytest.approx(
        [gain_km2(31 + first**2 / 1000, 31 + (first + 7) ** 2 / 1000) for first in (0, 7, 14)], abs=0.01
    )
    assert json.loads(outcome["METHOD"])["week_start"] == "thursday"
    assert "the largest gain was in the week of 12 June 2025" in outcome["HEADLINE"]
    assert rows[-1]["rank_text"] == "largest net of all 3 periods from 29 May 2025 on"


# Rolling windows


def rolling(changeseries, series, **given):
    return changeseries(SNAPSHOTS=series, MEASURES="area", ROLLING="TEMPORARY_OUTPUT", **given).rows("ROLLING")


def iso(value):
    return None if value == NULL else value.toString("yyyy-MM-dd")


def test_a_window_has_net_and_gross_and_the_window_before(changeseries):
    """Three maps two days apart each: on to 31.5, back to 31.4, on to 31.7."""
    series = maps(
        *((f"2025-05-0{day}", held(east)) for day, east in ((1, 31), (3, 31.5), (5, 31.4), (7, 31.7), (9, 31.7)))
    )
    rows = rolling(changeseries, series, PERIOD="month", WINDOWS="4,2")
    assert [(row["window_days"], iso(row["date_before"]), iso(row["date_after"])) for row in rows] == [
        *((4, f"2025-05-0{day}", f"2025-05-0{day + 4}") for day in (1, 3, 5)),
        *((2, f"2025-05-0{day}", f"2025-05-0{day + 2}") for day in (1, 3, 5, 7)),
    ]
    second = rows[1]
    assert second["gained_sum_km2"] == pytest.approx(gain_km2(31.4, 31.7), abs=0.01)
    assert second["lost_sum_km2"] == pytest.approx(gain_km2(31.4, 31.5), abs=0.01)
    assert second["net_km2"] == pytest.approx(gain_km2(31.5, 31.7), abs=0.01)
    assert second["net_km2_day"] == pytest.approx(second["net_km2"] / 4)
    assert column([second], "complete", "previous_net_km2") == [(True, None)]
    third = rows[2]
    assert iso(third["previous_date_before"]) == "2025-05-01"
    assert third["previous_net_km2"] == pytest.approx(gain_km2(31, 31.4), abs=0.01)
    assert third["previous_change_pct"] == pytest.approx(-25, abs=0.01)  # three tenths of a degree after four
    assert iso(rows[-1]["previous_date_before"]) == "2025-05-05"


@pytest.mark.parametrize("windows", ["7,soon", "0", "-7", "nan", "1e9"])
def test_a_window_that_is_no_number_of_days_is_refused(changeseries, windows):
    series = maps(("2025-05-01", held(31)), ("2025-06-01", held(32)))
    assert "is no number of days" in changeseries.refusal(SNAPSHOTS=series, WINDOWS=windows, **AREA)


@pytest.mark.shared_data
def test_windows_over_the_archive_have_the_net_of_their_two_maps(changeseries, archive):
    """In each region: what is held on the last map less what is held on the first."""
    daily = changeseries(
        **archive,
        PERIOD="snapshot",
        FIRST_DATE="2025-06-01",
        MEASURES="area",
        ROLLING="TEMPORARY_OUTPUT",
        WINDOWS="7,28",
    )
    held_km2 = {(iso(row["date_after"]), row["sector"]): row["held_after_km2"] for row in daily.rows("SERIES")}
    rows = [row for row in daily.rows("ROLLING") if (iso(row["date_before"]), row["sector"]) in held_km2]
    assert len(rows) > 2000
    for row in rows:
        ends = (held_km2[iso(row[name]), row["sector"]] for name in ("date_after", "date_before"))
        assert row["net_km2"] == pytest.approx(next(ends) - next(ends), abs=1e-3)
        assert row["net_km2"] == pytest.approx(row["gained_sum_km2"] - row["lost_sum_km2"], abs=1e-9)
        assert row["complete"] == (abs(row["days"] - row["window_days"]) <= row["window_days"] / 10)


# Spans


def spans(changeseries, series, text, **given):
    outcome = changeseries(SNAPSHOTS=series, MEASURES="area", SPANS=text, SPANS_COMPARED="TEMPORARY_OUTPUT", **given)
    return outcome.rows("SPANS_COMPARED")


def every_day(first, count, east_of):
    """A map a day."""
    start = date.fromisoformat(first)
    return maps(*((f"{start + timedelta(days=day)}", held(east_of(day))) for day in range(count)))


MAY = every_day("2025-05-01", 32, lambda day: 31 + day / 100 if day < 19 else 31.19 + (day - 19) / 50)


def test_two_parts_of_a_month(changeseries):
    """A hundredth of a degree a day until 19 May, then two: both days of a span count."""
    first, second = spans(changeseries, MAY, "2025-05-01/2025-05-19; 2025-05-20/2025-05-31")
    assert (first["days"], second["days"]) == (19, 12)
    assert first["net_km2"] == pytest.approx(gain_km2(31, 31.19), abs=0.01)
    assert second["net_km2"] == pytest.approx(gain_km2(31.19, 31.43), abs=0.01)
    assert column([first], "previous_span", "previous_net_km2", "pace_change_pct") == [(None, None, None)]
    assert second["previous_span"] == "2025-05-01/2025-05-19"
    assert second["previous_net_km2_day"] == first["net_km2_day"]
    assert second["pace_change_pct"] == pytest.approx(100, abs=0.01)
    none = ("previous_difference_km2", "previous_difference_se_km2", "previous_change_pct")
    assert column([second], *none) == [(None,) * 3]
    assert second["remark"] == "not as long as the span before: only the paces are compared"


def test_two_weeks_against_the_two_before(changeseries):
    first, second, apart = spans(
        changeseries, MAY, "2025-05-01/2025-05-14;2025-05-15/2025-05-28;2025-05-01/2025-05-13", OFFSET_DAYS=1
    )
    assert second["previous_difference_km2"] == pytest.approx(second["net_km2"] - first["net_km2"])
    assert second["previous_change_pct"] == pytest.approx(100 * (second["net_km2"] / first["net_km2"] - 1))
    assert second["previous_difference_se_km2"] == first["net_se_km2"] + second["net_se_km2"]
    assert apart["previous_difference_se_km2"] == pytest.approx(
        (apart["net_se_km2"] ** 2 + second["net_se_km2"] ** 2) ** 0.5
    )
    assert [iso(row["date_before"]) for row in (first, second)] == ["2025-05-02", "2025-05-16"]
    assert column([first, second], "remark") == [(None,)] * 2


def test_a_span_has_the_figures_of_the_same_period(changeseries):
    sectors = layer(
        "ab", box(29, 49, 31.2, 52), box(31.2, 49, 33, 52), fields="name:string", rows=[("West",), ("East",)]
    )
    given = {"SNAPSHOTS": MAY, "SECTORS": sectors, "PERIOD": "month", "NOISE_WIDTH": 500}
    outcome = changeseries(**given, SPANS="2025-05-01/2025-05-31", SPANS_COMPARED="TEMPORARY_OUTPUT", **AREA)
    names = ("sector", "gained_km2", "lost_km2", "net_km2", "net_se_km2", "significant", "net_km2_day", "days")
    assert column(outcome.rows("SPANS_COMPARED"), *names) == column(outcome.rows("SERIES"), *names)


def test_a_span_with_too_few_maps_states_so(changeseries):
    series = maps(("2025-05-01", held(31)), ("2025-05-11", held(31.2)), ("2025-05-31", held(31.4)))
    first, second = spans(changeseries, series, "2025-05-01/2025-05-19;2025-05-12/2025-05-14")
    assert first["remark"] == "it has 19 days, and its maps are 10 days apart"
    assert column([second], "net_km2", "date_before", "remark") == [(None, None, "no map came within it")]


@pytest.mark.parametrize(
    "text",
    ["May", "2025-05-01", "2025-05-02/2025-05-01", "2025-05-01/2025-05-02/2025-05-03", "2025-05-01T12:00/2025-05-02"],
)
def test_a_span_that_is_none_is_refused(changeseries, text):
    assert f"SPANS holds “{text}”" in changeseries.refusal(SNAPSHOTS=MAY, SPANS=text, **AREA)


def test_a_span_ends_with_the_map_of_its_last_evening(changeseries):
    """Maps of evenings: that of 31 May shows what is held at the beginning of June."""
    evenings = maps(
        *((f"2025-05-{day:02}T22:00:00Z", held(31 + day / 100)) for day in range(1, 32)), fields="date:string"
    )
    (row,) = spans(changeseries, evenings, "2025-05-11/2025-05-31")
    assert (iso(row["date_before"]), iso(row["date_after"])) == ("2025-05-10", "2025-05-31")
    assert row["net_km2"] == pytest.approx(gain_km2(31.1, 31.31), abs=0.01)
    assert "do not reach" in changeseries.refusal(SNAPSHOTS=evenings, SPANS="2025-05-11/2025-06-01", **AREA)


def test_a_span_that_the_maps_do_not_reach_is_refused(changeseries):
    message = changeseries.refusal(SNAPSHOTS=MAY, SPANS="2025-05-20/2025-06-01", **AREA)
    assert "SPANS, “2025-05-20/2025-06-01”: the measured maps run from 1 May 2025 to 1 June 2025" in message
    assert "do not reach 2 June 2025" in message


@pytest.mark.shared_data
def test_what_was_printed_of_august_2025(changeseries, archive, shared_data):
    """Printed: 464 km² in August after 564 in July, 18 % less, the smallest since May."""
    rows = changeseries(SNAPSHOTS=archive["SNAPSHOTS"], PERIOD="month", OFFSET_DAYS=1, **AREA).rows("COMPARISONS")
    ours = {row["period"]: row for row in rows}
    with (shared_data / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        lines = [row for row in csv.DictReader(file) if row["publisher"] == "DeepState"]
    printed = {row["month"]: float(row["revised_km2"] or row["net_km2"]) for row in lines}
    july, august = printed["2025-07"], printed["2025-08"]
    row = ours["2025-08"]
    assert (round(row["net_km2"]), round(row["previous_net_km2"])) == (august, july)
    assert row["previous_change_pct"] == pytest.approx(100 * (august - july) / july, abs=0.1)
    later = [month for month in sorted(printed) if month < "2025-08" and printed[month] <= august]
    assert row["smallest_since"] == later[-1] == "2025-05"
    assert row["rank_text"] == "smallest net since May 2025 (+440 km²), the smallest of 3 from June 2025 on"
    june = ours["2025-06"]
    larger = [month for month in sorted(printed) if month < "2025-06" and printed[month] >= printed["2025-06"]]
    assert june["largest_since"] == larger[-1] == "2024-11"


@pytest.mark.shared_data
def test_spans_and_windows_of_the_archive_are_those_of_a_plain_overlay(changeseries, archive, shared_data):
    """Two parts of August 2025, and the 28 days before 2 September."""
    days, shapes = gpkg.read(shared_data / "deepstate_daily.gpkg", "snapshots", "date")
    held_on = {str(day)[:10]: shape for day, shape in zip(days, shapes)}
    outcome = changeseries(
        SNAPSHOTS=archive["SNAPSHOTS"],
        PERIOD="month",
        FIRST_DATE="2025-07-01",
        OFFSET_DAYS=1,
        MEASURES="area",
        SPANS="2025-08-01/2025-08-19;2025-08-20/2025-08-31",
        SPANS_COMPARED="TEMPORARY_OUTPUT",
        WINDOWS="28",
        ROLLING="TEMPORARY_OUTPUT",
    )
    rows = outcome.rows("SPANS_COMPARED")
    assert [(iso(row["date_before"]), iso(row["date_after"])) for row in rows] == [
        ("2025-08-02", "2025-08-21"),
        ("2025-08-21", "2025-09-02"),
    ]
    for row in rows:
        expected = reference.gained_lost_km2(*(held_on[iso(row[name])] for name in ("date_before", "date_after")))
        assert (row["gained_km2"], row["lost_km2"]) == pytest.approx(expected, abs=0.05)
    (window,) = [row for row in outcome.rows("ROLLING") if iso(row["date_after"]) == "2025-09-02"]
    gained_km2, lost_km2 = reference.gained_lost_km2(held_on["2025-08-05"], held_on["2025-09-02"])
    assert iso(window["date_before"]) == "2025-08-05"
    assert window["net_km2"] == pytest.approx(gained_km2 - lost_km2, abs=0.05)
