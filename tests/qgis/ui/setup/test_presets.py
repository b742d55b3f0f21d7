# SPDX-License-Identifier: GPL-2.0-or-later
"""Spans by name, and the labels of the time scale: calendars counted by hand."""

import pytest
from frontline_change.processing.conversion import instant_of
from frontline_change.processing.inputs.spans import (
    LAST_MONTH,
    LAST_STEP,
    LAST_WEEK,
    PRESETS,
    SINCE,
    WHOLE,
    shifted_span,
    span_for,
)
from frontline_change.ui.setup.found_maps import FoundMap
from frontline_change.ui.setup.presets import preset_help, preset_text, span_among
from frontline_change.ui.setup.time_scale import label_box, labels_for
from qt_instants import utc


def days(first, last):
    begin = utc(first)
    return [begin.addDays(number) for number in range(begin.daysTo(utc(last)) + 1)]


def span(preset, instants, **more):
    """The days of the span that a preset chooses, as text."""
    found = span_for(preset, [instant_of(instant) for instant in instants], **more)
    return found and tuple(instants[index].toString("yyyy-MM-dd") for index in found)


DAILY = days("2025-04-20", "2025-06-20")
MOMENTS = [instant_of(instant) for instant in DAILY]


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        (LAST_STEP, ("2025-06-19", "2025-06-20")),
        (LAST_WEEK, ("2025-06-13", "2025-06-20")),
        (LAST_MONTH, ("2025-05-01", "2025-06-01")),  # June is not over
        (WHOLE, ("2025-04-20", "2025-06-20")),
    ],
)
def test_daily_maps(preset, expected):
    assert span(preset, DAILY) == expected


def test_since_takes_the_map_that_stood_on_that_day():
    sparse = [utc(day) for day in ("2025-01-01", "2025-02-10", "2025-03-20")]
    assert span(SINCE, sparse, since=utc("2025-02-20")) == ("2025-02-10", "2025-03-20")
    assert span(SINCE, sparse, since=utc("2025-02-10")) == ("2025-02-10", "2025-03-20")
    assert span(SINCE, sparse, since=utc("2024-06-01")) == ("2025-01-01", "2025-03-20")  # all there is
    assert span(SINCE, sparse, since=utc("2025-03-20")) is None
    assert span(SINCE, sparse, since=utc("2026-01-01")) is None
    assert span(SINCE, sparse) is None


def test_a_month_is_over_when_its_last_map_is_younger_than_a_step():
    """Maps of each evening: that of 30 June stands for the end of June."""
    evenings = [utc(f"2025-{month:02}-{day:02} 20:00") for month in (5, 6) for day in range(1, 31)]
    assert span(LAST_MONTH, evenings) == ("2025-05-30", "2025-06-30")
    assert span(LAST_MONTH, evenings[:-2]) is None  # May begins before the first map


def test_maps_of_the_first_of_each_month():
    monthly = [utc(f"2025-{month:02}-01") for month in range(1, 7)]
    assert span(LAST_MONTH, monthly) == ("2025-05-01", "2025-06-01")


def test_a_month_of_maps_that_are_dated_a_day_late():
    late = days("2025-04-20", "2025-06-02")
    assert span(LAST_MONTH, late, offset_days=1.0) == ("2025-05-02", "2025-06-02")
    a_day_short = days("2025-03-20", "2025-06-01")  # May is over with the map of 2 June
    assert span(LAST_MONTH, a_day_short, offset_days=1.0) == ("2025-04-02", "2025-05-02")


def test_the_last_month_at_the_turn_of_the_year():
    assert span(LAST_MONTH, days("2024-11-15", "2025-01-10")) == ("2024-12-01", "2025-01-01")


@pytest.mark.parametrize(
    ("ends", "period", "expected"),
    [
        (("2025-05-01", "2025-06-01"), "month", ("2025-05-02", "2025-06-02")),
        (("2025-04-25", "2025-06-01"), "month", ("2025-04-25", "2025-06-02")),  # 25 April begins no month
        (("2025-05-05", "2025-05-12"), "week", ("2025-05-06", "2025-05-13")),  # Mondays
        (("2025-05-06", "2025-05-13"), "week", ("2025-05-06", "2025-05-13")),
        (("2025-05-06", "2025-05-13"), "day", ("2025-05-07", "2025-05-14")),
        (("2025-05-10", "2025-06-20"), "day", ("2025-05-11", "2025-06-20")),  # there is no later map
    ],
)
def test_ends_that_begin_a_period_move_with_the_calendar(ends, period, expected):
    first, last = shifted_span(MOMENTS, [utc(day) for day in ends], period, 0.0, 1.0)
    assert tuple(DAILY[index].toString("yyyy-MM-dd") for index in (first, last)) == expected
    back = shifted_span(MOMENTS, [DAILY[first], DAILY[last]], period, 1.0, 0.0)
    if expected != ends and expected[1] != "2025-06-20":
        assert tuple(DAILY[index].toString("yyyy-MM-dd") for index in back) == ends


def test_missing_days_are_stood_for_by_the_map_before():
    with_holes = [day for day in DAILY if day not in (utc("2025-05-01"), utc("2025-06-13"))]
    assert span(LAST_MONTH, with_holes) == ("2025-04-30", "2025-06-01")
    assert span(LAST_WEEK, with_holes) == ("2025-06-12", "2025-06-20")


def test_a_month_in_which_no_map_came_is_passed_over():
    sparse = [*days("2025-03-20", "2025-05-01"), utc("2025-06-10")]
    assert span(LAST_MONTH, sparse) == ("2025-04-01", "2025-05-01")


def test_several_maps_of_one_instant_are_no_step():
    first, second = instant_of(utc("2025-06-01")), instant_of(utc("2025-06-02"))
    assert span_for(LAST_STEP, [first, second, second]) == (0, 2)
    assert span_for(WHOLE, [first] * 3) is None


@pytest.mark.parametrize("preset", PRESETS)
def test_fewer_than_two_maps_make_no_span(preset):
    assert span_for(preset, [], since=utc("2025-01-01")) is None
    assert span_for(preset, [instant_of(utc("2025-06-01"))], since=utc("2025-01-01")) is None


def found(source, *instants):
    return [FoundMap(source, source, instant, source, ("held",), False, False) for instant in instants]


def among(preset, *groups, **more):
    """The sources and days of the span, of maps of several sources in time order."""
    maps = sorted((one for group in groups for one in group), key=lambda one: one.instant.toMSecsSinceEpoch())
    span = span_among(preset, maps, **more)
    return span and [(maps[index].source, maps[index].instant.toString("yyyy-MM-dd")) for index in span]


def test_both_ends_are_of_one_source():
    deepstate = found("deepstate", *days("2025-04-20", "2025-06-20"))
    isw = found("isw", *days("2025-05-25", "2025-06-21"))
    assert among(WHOLE, deepstate, isw) == [("deepstate", "2025-04-20"), ("deepstate", "2025-06-20")]
    assert among(LAST_STEP, deepstate, isw) == [("deepstate", "2025-06-19"), ("deepstate", "2025-06-20")]
    assert among(LAST_STEP, deepstate[:2], isw[:2]) == [("isw", "2025-05-25"), ("isw", "2025-05-26")]  # the latest
    assert among(LAST_STEP, deepstate[:1], isw[:1]) is None


def test_a_source_that_has_no_such_span_gives_way():
    many = found("deepstate", *days("2025-06-01", "2025-06-20"))
    whole = found("isw", utc("2025-03-01"), utc("2025-05-01"), utc("2025-06-01"))
    assert among(LAST_MONTH, many, whole) == [("isw", "2025-05-01"), ("isw", "2025-06-01")]


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_has_a_name_and_an_explanation(preset):
    assert preset_text(preset)
    assert preset_help(preset).endswith(".")


# The scale below the strip


def labels(first, last, width_px, width_of=lambda text: 7.0 * len(text)):
    return [
        label.text
        for label in labels_for(utc(first).toMSecsSinceEpoch(), utc(last).toMSecsSinceEpoch(), width_px, 10.0, width_of)
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-06-01", "2025-06-04", ["1 Jun 2025", "2 Jun", "3 Jun", "4 Jun"]),
        ("2025-05-20", "2025-07-20", ["21 May 2025", "1 Jun", "11 Jun", "21 Jun", "1 Jul", "11 Jul"]),
        ("2024-10-15", "2025-02-15", ["Nov 2024", "Dec", "Jan 2025", "Feb"]),
        ("2020-03-01", "2025-03-01", ["2021", "2022", "2023", "2024", "2025"]),
    ],
)
def test_labels_are_as_fine_as_fits(in_english, first, last, expected):
    assert labels(first, last, 560.0) == expected


@pytest.mark.parametrize("years", [0, 1, 3, 10, 40, 130])
@pytest.mark.parametrize("width_px", [60.0, 250.0, 440.0, 2000.0])
def test_labels_never_meet(in_english, years, width_px):
    first, last = utc("1995-03-07"), utc("1995-03-07").addYears(years).addDays(11)
    first_ms, last_ms = first.toMSecsSinceEpoch(), last.toMSecsSinceEpoch()
    found = labels_for(first_ms, last_ms, width_px, 10.0, lambda text: 7.0 * len(text))
    ends = [
        label_box((one.time_ms - first_ms) * width_px / (last_ms - first_ms), 7.0 * len(one.text), width_px, 10.0)
        for one in found
    ]
    assert all(before[1] < after[0] for before, after in zip(ends, ends[1:]))
    assert found or width_px < 100


def test_no_labels_for_a_single_instant():
    assert labels("2025-06-01", "2025-06-01", 400.0) == []
