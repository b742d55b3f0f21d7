# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates of a column or a folder: together they show the order of day and month; what stays unclear is one question."""

import time

import pytest
from frontline_change.core.maps.dates import DateError, find_date, find_instant, to_instant
from frontline_change.core.maps.dates.columns import is_date, orders_in_names, read_column, read_text_column
from frontline_change.core.maps.dates.names import month_or_year_in_name
from frontline_change.core.maps.dates.pattern_cost import is_quick
from frontline_change.core.maps.dates.patterns import by_pattern
from instants import utc


def days(values, **options):
    return [f"{instant:%Y-%m-%d}" for instant in read_column("perims", "date", values, **options).instants]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["8/3/2025", "8/25/2025", "9/5/2025"], ["2025-08-03", "2025-08-25", "2025-09-05"]),
        (["3/8/2025", "25/8/2025", "5/9/2025"], ["2025-08-03", "2025-08-25", "2025-09-05"]),
        (["8/3/1914", "8/25/1914"], ["1914-08-03", "1914-08-25"]),
        (["8-3-2025 10:00", "8-25-2025 11:00"], ["2025-08-03", "2025-08-25"]),
        (["08/03/25", "08/25/25"], ["2025-08-03", "2025-08-25"]),
        (["25_06_01", "25_06_30"], ["2025-06-01", "2025-06-30"]),  # 25 June 2030 is in the future
        (["250601", "250630"], ["2025-06-01", "2025-06-30"]),
        (["10.11.13", "11.25.13"], None),
        (["3/3/2025", "4/4/2025"], ["2025-03-03", "2025-04-04"]),
        (["8/25/2025", "01.02.2025"], ["2025-08-25", "2025-02-01"]),  # dots mean the day first, whatever slashes show
    ],
)
def test_one_value_proves_the_order_of_all(values, expected):
    if expected is None:
        with pytest.raises(DateError):
            days(values)
    else:
        assert days(values) == expected


def test_two_values_that_prove_different_orders_are_named():
    with pytest.raises(
        DateError, match=r"“25/8/2025” \(feature 2\) and “8/25/2025” \(feature 4\) cannot both be right"
    ):
        days(["1/2/2025", "25/8/2025", "3/4/2025", "8/25/2025"])


def test_without_proof_one_question_names_the_pattern_of_each_reading():
    message = (
        r"feature 1 .*“8/3/2025” is ambiguous: it may mean 2025-03-08, 2025-08-03.*DATE_PATTERN: %d/%m/%Y, %m/%d/%Y"
    )
    with pytest.raises(DateError, match=message):
        days(["8/3/2025", "9/5/2025"])
    assert days(["8/3/2025", "9/5/2025"], pattern="%m/%d/%Y") == ["2025-08-03", "2025-09-05"]
    assert days(["8/3/2025", "9/5/2025"], pattern="%d/%m/%Y") == ["2025-03-08", "2025-05-09"]


@pytest.mark.parametrize("value", ["10.11.30", "10/11/30", "10-11-30", "101130"])
def test_an_old_year_is_not_preferred_to_one_in_the_future(value):
    """It may be 10 November 1930, so neither 2010 nor 2030 is taken in silence."""
    with pytest.raises(DateError, match=r"ambiguous: it may mean 2010-11-30, 2030-1[01]-1[01]"):
        to_instant(value)
    with pytest.raises(DateError, match="ambiguous"):
        days([value])
    with pytest.raises(DateError, match="ambiguous"):
        find_instant(f"front {value}")


def test_a_column_proves_the_order_of_old_years():
    assert days(["10-11-12", "10-25-12"]) == ["2012-10-11", "2012-10-25"]


def test_empty_values_are_named_by_feature():
    with pytest.raises(DateError, match=r"2 features have no date in its field “date”: feature 3, 4. Correct"):
        days(["2025-06-01", "2025-07-01", None, " "])
    column = read_column("marks", "date", ["2025-06-01", None], may_be_empty=True)
    assert column.instants == [utc("2025-06-01"), None]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05", "2024-05-01"),
        ("05/2024", "2024-05-01"),
        ("May 2024", "2024-05-01"),
        ("травень 2024", "2024-05-01"),
        ("2005", "2005-01-01"),
        (2005, "2005-01-01"),
        ("1914", "1914-01-01"),
    ],
)
def test_a_month_or_a_year_stands_for_its_first_day_and_is_noted(value, expected):
    column = read_column("glaciers", "year", [value, "2025-06-30"])
    assert column.instants == [utc(expected), utc("2025-06-30")]
    (note,) = column.notes
    assert (note.kind, note.count) == ("coarse_dates", 1)
    assert note.names[0].endswith(f"= {expected}")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("control_2025-05", "2025-05-01"),
        ("control_2025_05", "2025-05-01"),
        ("control 05-2025", "2025-05-01"),
        ("control_202505", "2025-05-01"),
        ("June_2025_Timelapse", "2025-06-01"),
        ("glaciers_2005", "2005-01-01"),
        ("front 1914", "1914-01-01"),
        ("EPSG_2100 glaciers", None),
        ("utm 2005", None),
        ("plan 2095", None),
        ("from 2005 to 2015", None),
        ("5000", None),
        ("relation_20055", None),
        ("v2.2005", None),
    ],
)
def test_months_and_years_in_names(name, expected):
    found = month_or_year_in_name(name)
    assert (found and found.instant()) == (expected and utc(expected))


def test_a_folder_shows_the_order_of_its_names():
    names = ["Control_25_05_21", "Control_25_05_22", "Control_25_06_30"]
    assert orders_in_names(names[:2]) == {}  # 25 May 2021 or 21 May 2025
    orders = orders_in_names(names)
    assert [find_instant(name, None, orders) for name in names] == [
        utc("2025-05-21"),
        utc("2025-05-22"),
        utc("2025-06-30"),
    ]
    months_first = orders_in_names(["front 05-06-2025", "front 05-25-2025"])
    assert find_instant("front 05-06-2025", None, months_first) == utc("2025-05-06")
    assert orders_in_names(["front 25-05-2025", "front 05-25-2025"]) == {}


def test_an_unclear_name_asks_for_the_pattern():
    with pytest.raises(DateError, match=r"“25_06_21” is ambiguous.*DATE_PATTERN: %d_%m_%y, %y_%m_%d"):
        find_instant("Control_25_06_21")
    assert find_instant("Control_25_06_21", "%y_%m_%d") == utc("2025-06-21")


def test_a_time_after_six_digits_is_read():
    orders = orders_in_names(["250530_0630", "250531_1830"])
    assert find_instant("250531_1830", None, orders) == utc("2025-05-31 18:30")


def test_dates_inside_texts():
    paths = [f"C:\\Users\\x\\2020-01-01\\control_2025-0{month}-01.geojson" for month in (6, 7)]
    assert read_text_column("merged", "path", paths).instants == [utc("2025-06-01"), utc("2025-07-01")]
    assert read_text_column("merged", "layer", ["a 2025-06-01", "b"]) is None
    assert read_text_column("merged", "id", ["300625"]) is None  # digits alone may be an identifier
    assert read_text_column("merged", "id", [20250601]) is None


@pytest.mark.parametrize(
    ("pattern", "expected", "precision"), [("%Y", "2005-01-01", "year"), ("%Y-%m", "2005-07-01", "month")]
)
def test_a_pattern_may_give_a_month_or_a_year(pattern, expected, precision):
    found = find_date("glaciers_2005-07", pattern)
    assert (found.instant(), found.precision) == (utc(expected), precision)


def test_in_a_path_the_match_nearest_to_the_file_counts():
    path = "/data/2020/05/01/maps/2024/06/02/map"
    assert by_pattern(path, "%Y/%m/%d", last=True).instant() == utc("2024-06-02")


HOSTILE = [r"(a+)+b", r"(a+)+$", r"(a|a)*b", r"a*a*a*a*a*$", r"(.*)*x", r"(\w+\s?)*$", r"(?=(a+)+b)", r"(x+x+)+y"]


@pytest.mark.parametrize("pattern", HOSTILE)
def test_an_expression_that_could_run_for_years_is_refused(pattern):
    begun = time.perf_counter()
    with pytest.raises(DateError, match="could take hours"):
        find_instant("a" * 60 + "!", pattern)
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d+\.\d+\.\d+",
        r".*_(\d{8})_.*",
        r"^.*?(\d+)-(\d+)-(\d+).*$",
        r"(?:\d+-)+x",
        r"\D*(\d+)\D+(\d+)\D+(\d+)",
        ".*.*x",
    ],
)
def test_an_expression_that_is_allowed_is_quick(pattern):
    assert is_quick(pattern, 200)
    begun = time.perf_counter()
    for text in ("a" * 300, "1" * 300, "1-" * 150, "1." * 150, "_1" * 150):
        try:
            by_pattern(text, pattern)
        except DateError:
            continue
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize("value", [10**400, -(10**400), float("inf"), float("nan")])
def test_a_number_that_is_too_large_is_no_date(value):
    """What broke: an OverflowError."""
    assert not is_date(value)


@pytest.mark.parametrize("value", [2005, 2005.0, "2005"])
def test_a_year_is_one_however_it_is_stored(value):
    assert is_date(value)
