# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates as people and publishers write them in, instants in UTC out; what is ambiguous or misspelt is refused."""

from datetime import date, datetime, timedelta, timezone

import pytest
from frontline_change.core.maps import dates
from frontline_change.core.maps.dates import (
    MONTH_WORDS,
    DateError,
    UnclearDateError,
    find_instant,
    readings,
    to_instant,
)
from frontline_change.core.maps.dates.columns import orders_in_names, recent_notes
from frontline_change.core.maps.dates.names import readings_in_name
from hypothesis import given
from hypothesis import strategies as st
from instants import utc

EVE = "2025-06-30"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2025, 6, 30), EVE),
        (datetime(2025, 6, 30, 21, 14), "2025-06-30 21:14"),
        (datetime(2025, 6, 30, 1, tzinfo=timezone(timedelta(hours=3))), "2025-06-29 22:00"),
        (1751314076, "2025-06-30 20:07:56"),
        (1751314076.5, "2025-06-30 20:07:56.500000"),
        (1751314076000, "2025-06-30 20:07:56"),
        ("1751314076", "2025-06-30 20:07:56"),
        ("1751314076000", "2025-06-30 20:07:56"),
        (20250630, EVE),
        ("20250630", EVE),
        ("20250630T211442Z", "2025-06-30 21:14:42"),
        ("20250630211442", "2025-06-30 21:14:42"),
        ("2025-06-30", EVE),
        (" 2025-06-30 ", EVE),
        ("2025/06/30", EVE),
        ("2025-06-30T21:14:42+03:00", "2025-06-30 18:14:42"),
        ("2025-06-30T21:14:42-0330", "2025-07-01 00:44:42"),
        ("2025-06-30 21:14", "2025-06-30 21:14"),
        ("2025-06-30T21:14:42.123Z", "2025-06-30 21:14:42.123000"),
        ("2025-06-30 21:14:42 UTC", "2025-06-30 21:14:42"),
        ("30.06.2025", EVE),
        ("03.04.2025", "2025-04-03"),
        ("30.06.2025 21:14", "2025-06-30 21:14"),
        ("30/06/2025", EVE),
        ("6/30/2025 9:14:42 PM", "2025-06-30 21:14:42"),
        ("6/30/2025 12:00:00 AM", EVE),
        ("3/3/2025", "2025-03-03"),
        ("300625", EVE),
        ("30.06.25", EVE),
        ("June 30, 2025", EVE),
        ("30 June 2025", EVE),
        ("30th of June 2025", EVE),
        ("Jun 30 2025, 21:14", "2025-06-30 21:14"),
        ("30JUN2025", EVE),
        ("30-Jun-2025", EVE),
        ("30 Jun 25", EVE),
        ("30 червня 2025", EVE),
        ("30 червня 2025 року", EVE),
        ("30 июня 2025 г.", EVE),
        ("30. Juni 2025", EVE),
        ("1. März 2025", "2025-03-01"),
        ("1er août 2025", "2025-08-01"),
        ("le 30 juin 2025", EVE),
        ("7 мая 2025", "2025-05-07"),
        ("1-Jun-25", "2025-06-01"),  # as spreadsheets in English write it
        ("Mon Jun 30 2025", EVE),
        ("Mon, 30 Jun 2025 21:14:42 +0300", "2025-06-30 18:14:42"),
        ("Mon Jun 30 2025 21:14:42 GMT+0300 (Eastern European Summer Time)", "2025-06-30 18:14:42"),
        ("2025年6月30日", EVE),
        ("2025年06月30日 21:14", "2025-06-30 21:14"),
        ("２０２５年６月３０日", EVE),
        ("2025년 6월 30일", EVE),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_value_becomes_an_instant(value, expected):
    instant = to_instant(value)
    assert instant == utc(expected)
    assert instant.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "year", ["0001", "0033", "0099", "0100", "0999", "1582", "1899", "1914", "1989", "2101", "9999"]
)
@pytest.mark.parametrize(
    "form",
    ["{}-10-13", "{}/10/13", "{}-10-13T00:00:00Z", "{}1013", "{}1013T0000Z", "13.10.{}", "10/13/{}", "13 Oct {}"],
)  # fmt: skip
def test_a_value_may_be_of_any_year_in_four_digits(form, year):
    assert to_instant(form.format(year)) == utc(f"{year}-10-13")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(1, 1, 1), "0001-01-01"),
        (date(9999, 12, 31), "9999-12-31"),
        (datetime(33, 4, 3, 15), "0033-04-03 15:00"),
        (datetime(1914, 8, 3, 1, tzinfo=timezone(timedelta(hours=1))), "1914-08-03"),
        (19140803, "1914-08-03"),
        (19140803.0, "1914-08-03"),
        ("0001-01-01T03:00+03:00", "0001-01-01"),
        ("1582-10-10", "1582-10-10"),  # left out in Rome, and there in the proleptic Gregorian calendar
        ("0400-02-29", "0400-02-29"),
    ],
)
def test_dates_before_1990_are_read_as_they_stand(value, expected):
    assert to_instant(value) == utc(expected)


def test_two_digits_are_of_this_century_and_four_never():
    assert to_instant("30.06.25") == to_instant("30 Jun 25") == utc(EVE)
    assert to_instant("30.06.0025") == to_instant("30 Jun 0025") == utc("0025-06-30")
    assert to_instant("0025-06-30") == utc("0025-06-30")


def test_a_short_year_is_recent_where_another_reading_is_long_ago():
    """`Control_25_06_01.kml` may be of 2001 or of 2025. It is read alike in a folder and alone, and that is noted."""
    year = date.today().year - 1
    names = [f"Control_{year % 100:02d}_06_01", f"Control_{year % 100:02d}_07_01"]
    expected = [datetime(year, month, 1, tzinfo=timezone.utc) for month in (6, 7)]
    assert [find_instant(name) for name in names] == expected
    orders = orders_in_names(names)
    assert [find_instant(name, None, orders) for name in names] == expected
    dates = [readings_in_name(name)[0] for name in names]
    (note,) = recent_notes(dates, orders)
    assert (note.kind, note.count) == ("recent_dates", 2)
    assert note.names[0] == f"{year % 100:02d}_06_01 = {year}-06-01"


def test_two_recent_readings_of_a_short_year_stay_unclear():
    year = date.today().year % 100
    with pytest.raises(DateError, match="ambiguous"):
        find_instant(f"Control_01_06_{year:02d}")
    assert recent_notes(readings_in_name("front_2025-06-01"), None) == ()


@pytest.mark.parametrize("value", ["03/04/2025", "3-4-2025", "030425", "01.02.03", "03/04/2025 10:00"])
def test_ambiguous_dates_are_refused_with_the_readings(value):
    with pytest.raises(DateError, match=r"ambiguous.*\d{4}-\d\d-\d\d, .*YYYY-MM-DD"):
        to_instant(value)


@pytest.mark.parametrize(
    "value",
    [
        "2025-02-29", "31.06.2025", "20251301", "2025-06-30 25:00", "13/13/2025", "June 2025", "30 June", "yesterday",
        "", "   ", None, True, float("nan"), float("inf"), 12, -1, 10**400,
        "30 June 2025 or so", "2025年6月31日", "1 Jun 5",
        "2025-06-30T21:14:42+99:00", "999999", b"2025-06-30", "9" * 400, "٢٠٢٥-٠٦-٣٠",
        "0000-01-01", "10000-01-01", "999-12-31", "-0044-03-15", "1900-02-29", "1914-02-30", "13.10.999",
        "0001-01-01T00:59+01:00", "9999-12-31T23:00-01:00",
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-1))),
        "-1748736000", 602294400, "191408031200", "19140803120000", "101011121314",  # as likely Unix times
    ],
)  # fmt: skip
def test_nonsense_is_refused(value):
    with pytest.raises(DateError):
        to_instant(value)


def test_the_refusal_names_the_years_that_can_be_read():
    with pytest.raises(DateError, match=r"“1914-02-30”.*no day of the calendar.*YYYY-MM-DD.*0001 to 9999"):
        to_instant("1914-02-30")


def test_every_month_word_is_read_in_any_case():
    for number, words in enumerate(MONTH_WORDS, 1):
        for word in words.split():
            assert to_instant(f"17 {word} 2024") == to_instant(f"17 {word.upper()} 2024") == utc(f"2024-{number:02}-17")


def test_a_reading_in_the_future_does_not_count(monkeypatch):
    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2031, 1, 1, tzinfo=tz)

    monkeypatch.setattr(readings, "datetime", Later)
    with pytest.raises(DateError, match="2025-06-30, 2030-06-25"):
        to_instant("300625")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("deepstatemap_data_20250602", "2025-06-02"),
        ("deepstatemap_data_20250602.geojson", "2025-06-02"),
        ("1748723682", "2025-05-31 20:34:42"),
        ("1748723682.geojson", "2025-05-31 20:34:42"),
        ("deepstate-1748723682000", "2025-05-31 20:34:42"),
        ("UkraineControlMapAO17AUG2024", "2024-08-17"),
        ("UkraineControlMapAO17JUL2024geo", "2024-07-17"),
        ("UkraineCOntrolMapAO13APR2022", "2022-04-13"),
        ("ClaimedRussianTerritoryinUkraineAPR132022", "2022-04-13"),
        ("ISW_APR022023", "2023-04-02"),
        ("aldmark_2025-06-01", "2025-06-01"),
        ("front 30.06.2025 final", EVE),
        ("front_30_06_2025", EVE),
        ("front 300625", EVE),
        ("2025_06_30 front (2)", EVE),
        ("June 30, 2025", EVE),
        ("Front am 30. Juni 2025", EVE),
        ("лінія фронту 30 червня 2025", EVE),
        ("支配地域2025年6月30日", EVE),
        ("2025-06-30T211442Z", "2025-06-30 21:14:42"),
        ("map_20250630_211442", "2025-06-30 21:14:42"),
        ("2025-06-30 front 30.06.2025", EVE),
        ("20250630 deepstate 2025-06-30T20:07:56", "2025-06-30 20:07:56"),
        ("v2 2025-06-30 EPSG_32637", EVE),
        ("front 30.06.25", EVE),
        ("front 30 Jun 25", EVE),
        ("2025-06-30 12-30-45 front", "2025-06-30 12:30:45"),
        ("2025-06-30 12:30", "2025-06-30 12:30"),
        ("2025-06-30 front 030425", EVE),
        ("02 June 30, 2025", EVE),
        ("area_482913_2025-06-30", EVE),
        ("May 12, 2025 sector 3", "2025-05-12"),
        ("poly_1914-08-03", "1914-08-03"),
        ("poly_1914-08-03.geojson", "1914-08-03"),
        ("1914_08_03 front", "1914-08-03"),
        ("front 1914-08-03T16:30Z", "1914-08-03 16:30"),
        ("limes_0033-04-03", "0033-04-03"),
        ("0999-12-31", "0999-12-31"),
        ("Map 1582-10-10 (v2)", "1582-10-10"),
        ("front_9999-12-31", "9999-12-31"),
        ("front_2202-08-17", "2202-08-17"),
        ("front 03.08.1914", "1914-08-03"),
        ("front 25-08-1914", "1914-08-25"),
        ("front_19140803", "1914-08-03"),
        ("front 3 August 1914", "1914-08-03"),
        ("AO25AUG1914", "1914-08-25"),
        ("Battle of 14 October 1066", "1066-10-14"),
    ],
)
def test_date_in_a_name(name, expected):
    assert find_instant(name) == utc(expected)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "snapshots",
        "oblasts",
        "front",
        "EPSG_4326",
        "utm32637",
        "v1.2.3",
        "v10.11.12",
        "v10.11.12.13",
        "sector 12",
        "June_2025_Timelapse",
        "ClaimedRussianTerritoryinUkraineAPR13",
        "UkraineControlMapAO30A_Merge_APR",
        "AssessedRussianControl_AUG",
        "layer_999999",
        "relation_1574364",
        "31 March",
        "map 20251345",
        "layer_3f2504e0_4f89_11d3_9a0c_030520250602",
        "march of the 12",
        "9876543210",
        "a1748723682",
        "36.830000_47.980000",
        "decision12",
        "maya 12",
        "5000",
        "UkrainianOctober",
        "relation_1574-36-41",
        "plot 1234-05-678",
        "A1234-05-06",
        "482913-05-06",
        "0.1234-05-06",
        "12340506",
        "1234_05_06",
        "602294400",
    ],
)
def test_other_numbers_are_no_dates(name):
    assert find_instant(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "ClaimedUkrainianCounteroffensivesDEC060205",
        "UkraineControlMapAO02FEB22024",
        "ReportedUkrainianPartisanWarfareNOV092924",
        "UkraineControlMapAO17AUG2202",
        "UkraineControlMapAO31JUN2025",
        "front_20250631",
        "front 2025-13-01",
        "front 31.06.2025",
        "front 030425",
        "front 03-04-2025",
        "front_21140803",
        "front 3 August 0914",
        "front 03-08-1914",
        "front 1914-02-30",
        "front 1914-13-01",
        "front 0033-02-30",
    ],
)
def test_misspelt_impossible_and_ambiguous_names_are_refused(name):
    with pytest.raises(DateError):
        find_instant(name)


@pytest.mark.parametrize(
    "name",
    [
        "2025-06-30_2025-07-31",
        "June 30, 2025 to July 1, 2025",
        "1748723682 20250630",
        "20250630T1000 20250630T1200",
        "1914-08-03_1914-08-25",
        "1914-08-03 2025-06-30",
    ],
)
def test_two_dates_in_one_name_are_refused(name):
    with pytest.raises(DateError, match="more than one date"):
        find_instant(name)


@pytest.mark.parametrize(
    ("name", "pattern", "expected"),
    [
        ("front 030425", "%d%m%y", "2025-04-03"),
        ("front 030425", "%m%d%y", "2025-03-04"),
        ("2025-05-24_2025-05-27", "_%Y-%m-%d", "2025-05-27"),
        ("map 3 avril 2025", "%d %B %Y", "2025-04-03"),
        ("map 2025181", "%Y%j", "2025-06-30"),
        ("x1751314076", "x%s", "2025-06-30 20:07:56"),
        ("map 20250630 2114", "%Y%m%d %H%M", "2025-06-30 21:14"),
        ("day30month6of2025", r"day(?P<day>\d+)month(?P<month>\d+)of(?P<year>\d+)", EVE),
        ("old 2024-01-01 new 2025-06-30", r"new (\S+)", EVE),
        ("map30.06.2025", r"\d+\.\d+\.\d+", EVE),
        ("front 03081914", "%d%m%Y", "1914-08-03"),
        ("front 1914215", "%Y%j", "1914-08-03"),
        ("front 030814", "%d%m%y", "2014-08-03"),
        ("front 0033 04 03", "%Y %m %d", "0033-04-03"),
        ("front 030425", "%Y-%m-%d", None),
        ("front", r"\d{8}", None),
    ],
)
def test_pattern_points_to_the_date(name, pattern, expected):
    assert find_instant(name, pattern) == (expected and utc(expected))


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("30 06", "%d %m %Q"),
        ("30 06", "%d %m"),
        ("31062025", "%d%m%Y"),
        ("front", "(front"),
        ("front 03-04-2025", r"\d+-\d+-\d+"),
        ("front 0000181", "%Y%j"),
        ("front 9999366", "%Y%j"),
        ("front 1914000", "%Y%j"),
        ("y999m12d31", r"y(?P<year>\d+)m(?P<month>\d+)d(?P<day>\d+)"),
        ("2025-06-XX", r"(?P<year>\S+)-(?P<month>\S+)-(?P<day>\S+)"),
        ("ab 181", r"(?P<year>\S+) (?P<yearday>\d+)"),
        ("2025 1x1", r"(?P<year>\S+) (?P<yearday>\S+)"),
        ("2025-06-30T1x", r"(?P<year>\d+)-(?P<month>\d+)-(?P<day>\d+)T(?P<hour>\S+)"),
    ],
)
def test_bad_patterns_are_explained(name, pattern):
    with pytest.raises(DateError):
        find_instant(name, pattern)


@pytest.mark.parametrize(
    ("text", "day", "minute", "second"),
    [
        ("0033-04-03T18:05:09", "0033-04-03", "0033-04-03 18:05", "0033-04-03T18:05:09"),
        ("9999-12-31T00:00:00.5", "9999-12-31", "9999-12-31 00:00", "9999-12-31T00:00:00"),
    ],
)
def test_instants_are_written_with_four_digits_for_the_year(text, day, minute, second):
    instant = to_instant(text)
    assert (dates.iso_day(instant), dates.iso_minute(instant), dates.iso_second(instant)) == (day, minute, second)


@given(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 31)), st.integers(-14 * 60, 14 * 60))
def test_iso_text_comes_back_as_the_same_instant(local, offset_minutes):
    instant = local.replace(tzinfo=timezone(timedelta(minutes=offset_minutes)))
    assert to_instant(instant.isoformat()) == to_instant(instant) == instant


@given(st.text(st.sampled_from("0123456789 .-/_:TZAO+juneматвня"), max_size=24) | st.text(max_size=24))
def test_any_text_is_read_or_refused_but_never_breaks(text):
    for read in (to_instant, find_instant):
        try:
            instant = read(text)
        except DateError:
            continue
        assert instant is None or instant.utcoffset() == timedelta(0)


@pytest.mark.parametrize("text", ["33-04-03", "03.04.33", "30/06/99", "300633", "30 Jun 33", "99/12/31"])
def test_a_year_of_two_digits_after_next_year_is_not_guessed(text):
    with pytest.raises(UnclearDateError, match=r"two digits and would be 20[369]\d, which is in the future"):
        to_instant(text)


def test_next_year_may_have_two_digits_and_any_year_four():
    next_year = datetime.now(timezone.utc).year + 1
    assert find_instant(f"front_3112{next_year % 100:02}", "front_%d%m%y") == utc(f"{next_year}-12-31")
    assert to_instant("2033-04-03") == to_instant("3 Apr 2033") == to_instant("APR032033") == utc("2033-04-03")


def test_a_pattern_of_two_digits_is_not_guessed_either():
    assert find_instant("front_030425", "front_%d%m%y") == utc("2025-04-03")
    for name, pattern in (("front_030433", "front_%d%m%y"), ("front_33123", "front_%y%j")):
        with pytest.raises(UnclearDateError, match="would be 2033"):
            find_instant(name, pattern)
