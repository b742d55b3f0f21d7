# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates in fields: what cannot be read is refused or noted with the feature; the date in the name never hides it."""

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.maps.dated_lines import line_dates
from frontline_change.core.maps.readers import SOURCES, ReadOptions, read_snapshots
from instants import utc

NAMED, GIVEN = utc("2025-06-01"), utc("2025-07-15")


def read(raw, source="generic", **options):
    """The instants, the field of the dates, and the notes as (kind, count, names)."""
    snapshots, field = read_snapshots(raw, SOURCES[source], ReadOptions(**options))
    notes = [(note.kind, note.count, note.names) for note in snapshots[0].notes]
    return [one.instant for one in snapshots], field, notes


def rows(*values, field="date"):
    return [{field: value} for value in values]


@pytest.mark.parametrize("given", [None, GIVEN], ids=["undated", "given"])
@pytest.mark.parametrize(
    ("values", "message"),
    [
        (("2025-05-31", "soon"), "feature 2 cannot be read from its field “date”. “soon” is not a date"),
        (("soon", "2025-05-31"), "feature 1 cannot be read from its field “date”. “soon” is not a date"),
        (("2025-05-31", "", "2025-05-30"), "feature 2 has no date in its field “date”"),
        (("2025-05-31", " "), "feature 2 has no date in its field “date”"),
        ((None, "2025-05-31"), "feature 1 has no date in its field “date”"),
        (("03/04/2025", "04/04/2025"), "feature 1 .*“03/04/2025” is ambiguous: it may mean 2025-03-04, 2025-04-03"),
        (("25/04/2025", "04/25/2025"), "“25/04/2025” .feature 1. and “04/25/2025” .feature 2. cannot both be right"),
        (("n/a", "03/04/2025"), "feature 1 cannot be read"),
        (("33-04-03", "34-04-03"), "feature 1 .*two digits and would be 2033"),
        ((20250601, 7), "feature 2 .*“7” is not a date"),
        ((1748736000, -1), "feature 2 .*“-1” is not a date"),
    ],
)
def test_a_field_of_dates_with_others_is_refused_whatever_the_name_says(raw_map, values, message, given):
    with pytest.raises(InputError, match=message):
        read(raw_map(*rows(*values), name="front_20250601"), instant=given)


@pytest.mark.parametrize("value", ["03/04/2025", "33-04-03"])
def test_an_unclear_date_is_refused_unless_a_person_gave_the_date_of_the_map(raw_map, value):
    raw = raw_map(*rows(value, value), name="front_20250601")
    with pytest.raises(InputError, match=r"feature 1 .*“date”"):
        read(raw)
    note = ("dates_unread", 2, (f"#1 date = “{value}”", f"#2 date = “{value}”"))
    assert read(raw, instant=GIVEN)[:2] == ([GIVEN], None)
    assert note in read(raw, instant=GIVEN)[2]


@pytest.mark.parametrize(("given", "expected"), [(None, NAMED), (GIVEN, GIVEN)])
@pytest.mark.parametrize(
    ("values", "note"),
    [
        (("n/a", "?"), ("dates_unread", 2, ("#1 day = “n/a”", "#2 day = “?”"))),
        (("n/a", None), ("dates_unread", 1, ("#1 day = “n/a”",))),
        ((1, 2, 3), ("dates_unread", 3, ("#1 day = “1”", "#2 day = “2”", "#3 day = “3”"))),
        ((float("nan"), 45810), ("dates_unread", 2, ("#1 day = “nan”", "#2 day = “45810”"))),
        (({"y": 2025}, [1]), ("dates_unread", 2, ("#1 day = “{'y': 2025}”", "#2 day = “[1]”"))),
        ((None, ""), ("dates_empty", 2, ("day",))),
    ],
)
def test_a_field_without_any_date_is_noted_with_its_values(raw_map, values, note, given, expected):
    instants, field, notes = read(raw_map(*rows(*values, field="day"), name="front_20250601"), instant=given)
    assert (instants, field) == ([expected], None)
    assert note in notes


def test_where_neither_field_nor_name_has_a_date_both_are_named(raw_map):
    with pytest.raises(InputError, match=r"feature 1 .*“n/a” is not a date.*No date is found in the name of “front”"):
        read(raw_map(*rows("n/a"), name="front"))


def test_dates_in_mixed_forms_are_read_one_by_one(raw_map):
    values = ("2025-06-02", "2.6.2025", 20250602, "20250602", 1748822400, "1748822400", "June 2, 2025", "25/12/2024")
    instants, field, _ = read(raw_map(*rows(*values), name="front_20250601"))
    assert (instants, field) == ([utc("2024-12-25"), utc("2025-06-02")], "date")


@pytest.mark.parametrize("values", [("n/a", "n/a"), ("03/04/2025", "03/04/2025"), ("", ""), (None, None), (1, 2)])
def test_a_field_chosen_by_a_person_is_never_passed_over(raw_map, values):
    for given in (None, GIVEN):
        with pytest.raises(InputError, match=r"feature 1 .*“when”|“when”: feature 1, 2"):
            read(raw_map(*rows(*values, field="when"), name="front_20250601"), date_field="when", instant=given)


def test_a_pattern_describes_the_dates_of_a_field_too(raw_map):
    raw = raw_map(*rows("03/04/2025", "04/05/2025", "2025-06-01", field="when"), name="front_20250601")
    days = [utc("2025-04-03"), utc("2025-05-04"), utc("2025-06-01")]
    assert read(raw, date_field="when", date_pattern="%d/%m/%Y")[:2] == (days, "when")
    with pytest.raises(InputError, match=r"feature 1 .*“when”.*ambiguous"):
        read(raw, date_field="when", date_pattern="%d.%m.%Y")


def test_of_two_date_fields_none_is_used_in_silence(raw_map):
    one_day = raw_map(*[{"date": "2025-05-31", "day": "Saturday"}] * 2, name="front_20250601")
    assert read(one_day) == ([NAMED], None, [("date_fields", 2, ("date", "day"))])
    two_days = [{"date": "2025-05-31", "day": "Saturday"}, {"date": "2025-05-30", "day": "Friday"}]
    with pytest.raises(
        InputError,
        match=r"several fields .*: date, day. Choose one .*Feature 1: date = 2025-05-31, day = Saturday",
    ):
        read(raw_map(*two_days, name="front_20250601"))
    assert line_dates(one_day, ReadOptions()).field is None
    with pytest.raises(InputError, match="several fields"):
        line_dates(raw_map(*two_days), ReadOptions())


@pytest.mark.parametrize("source", ["deepstate", "deepstatedaily"])
def test_a_publisher_that_dates_its_files_says_that_the_chosen_field_is_not_used(raw_map, source):
    raw = raw_map({"when": "2025-05-31", "name": "Occupied"}, name="front_20250601")
    assert read(raw, source, date_field="when")[:2] == ([NAMED], None)
    assert ("date_field_unused", 1, ("when",)) in read(raw, source, date_field="when")[2]
