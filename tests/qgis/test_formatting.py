# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers, units and dates as text: what each kind looks like in English and in Ukrainian, and for programs."""

from datetime import datetime, timezone

import pytest
from frontline_change import formatting
from frontline_change.formatting import AREA, LENGTH, PACE, Units
from qgis.PyQt.QtCore import QDate, QDateTime, QLocale, Qt, QTime

pytestmark = pytest.mark.usefixtures("in_english")

EVENING = datetime(2025, 6, 2, 18, 5, tzinfo=timezone.utc)
NIGHT = datetime(2025, 6, 2, tzinfo=timezone.utc)


def qt(instant: datetime) -> QDateTime:
    """The same instant as Qt has it, as a clock two hours ahead shows it."""
    utc = QDateTime(
        QDate(instant.year, instant.month, instant.day), QTime(instant.hour, instant.minute), Qt.TimeSpec.UTC
    )
    return utc.toOffsetFromUtc(7200)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (formatting.figure(399.5), "400"),
        (formatting.figure(-99.94, signed=True), "−99.9"),
        (formatting.figure(0.049, signed=True), "0"),
        (formatting.area_text(1556.4), "1,556 km²"),
        (formatting.area_text(85.34, signed=True), "+85.3 km²"),
        (formatting.error_text(9.96), "10 km²"),
        (formatting.plus_minus_text(5.72, Units()), "± 5.7 km²"),
        (formatting.plus_minus_text(5.72, Units(area="sqmi")), "± 2.2 sq mi"),
        (formatting.plus_minus_text(None, Units()), ""),
        (formatting.depth_text(12.61), "12.6 km"),
        (formatting.metres_text(340.4), "340 m"),
        (formatting.metres_text(-1240.0), "-1.2 km"),
        (formatting.pace_text(-18.46), "−18.5 km² a day"),
        (formatting.pace_text(-0.01), "0.0 km² a day"),
        (formatting.days_text(1), "one day"),
        (formatting.days_text(30.04), "30 days"),
        (formatting.days_text(1.5), "1.5 days"),
        (formatting.significant(0.7), "0.7"),
        (formatting.exact_km2(41_700.0), "0.042"),
    ],
)
def test_quantities(text, expected):
    assert text == expected


@pytest.mark.parametrize("of", [lambda instant: instant, qt])
def test_instants_are_those_of_utc_whoever_holds_them(of):
    assert formatting.instant_text(of(EVENING)) == "2 June 2025, 18:05 UTC"
    assert formatting.instant_text(of(NIGHT)) == "2 June 2025"
    assert formatting.short_instant_text(of(EVENING)) == "2 Jun 2025, 18:05 UTC"
    assert formatting.day_text(of(EVENING)) == "2 June 2025"
    assert formatting.month_text(of(EVENING)) == "June 2025"
    assert formatting.short_month_text(of(NIGHT), with_year=False) == "Jun"
    assert formatting.iso(of(EVENING)) == "2025-06-02T18:05:00Z"
    assert formatting.iso_day(of(NIGHT)) == "2025-06-02"
    assert formatting.iso_span(of(NIGHT), of(EVENING)) == "2025-06-02 – 2025-06-02"


def test_an_instant_for_a_cell_is_no_finer_than_asked_for():
    instant = QDateTime(QDate(2025, 6, 2), QTime(18, 5, 7, 250), Qt.TimeSpec.UTC)
    assert formatting.utc_text(instant, "millisecond") == "2025-06-02 18:05:07.250"
    assert formatting.utc_text(instant) == "2025-06-02 18:05:07"
    assert formatting.utc_text(instant, "minute") == "2025-06-02 18:05"


def test_other_units_are_exact():
    units = Units(area="sqmi", length="mi")
    assert 2.589988110336 * units.factor(AREA) == pytest.approx(1, rel=1e-15)
    assert (units.factor(PACE), 1.609344 * units.factor(LENGTH), units.factor("m")) == (units.factor(AREA), 1.0, 1.0)
    assert [units.name(unit) for unit in (AREA, PACE, LENGTH, "m")] == ["sq mi", "sq mi a day", "mi", ""]
    with pytest.raises(ValueError, match="roods"):
        Units(area="roods")


def test_hectares_and_acres_are_exact():
    """An acre is 4,840 square yards of 0.9144 m."""
    hectares, acres = Units(area="ha"), Units(area="acres")
    assert (hectares.factor(AREA), hectares.factor(PACE)) == (100, 100)
    assert acres.factor(AREA) * 4840 * 0.9144**2 / 1e6 == pytest.approx(1, rel=1e-15)
    assert [hectares.name(AREA), hectares.name(PACE), acres.name(AREA), acres.name(PACE)] == [
        *("ha", "ha a day"),
        *("acres", "acres a day"),
    ]
    assert formatting.plus_minus_text(5.72, hectares) == "± 572 ha"


def test_in_ukrainian(ukrainian):
    assert formatting.area_text(-85.34) == "−85,3 км²"
    assert (
        formatting.instant_text(EVENING) == f"{QLocale('uk_UA').toString(QDate(2025, 6, 2), 'd MMMM yyyy')}, 18:05 UTC"
    )
    assert formatting.exact_in_file(1.5) == "1.5"


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("2024-11", "month", "in November 2024"),
        ("2025-Q1", "quarter", "in the first quarter of 2025"),
        ("2025-Q4", "quarter", "in the fourth quarter of 2025"),
        ("2025-W01", "week", "in the week of 30 December 2024"),
        ("2025-06-05", "week", "in the week of 5 June 2025"),
        ("2025", "year", "in 2025"),
        ("2025-06-14", "day", "on 14 June 2025"),
        ("2025-06-14", "custom", "in the period from 14 June 2025"),
        ("2025-13", "month", "2025-13"),
        ("autumn", "custom", "autumn"),
    ],
)
def test_periods_in_words(name, kind, expected):
    assert formatting.period_text(name, kind) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2025-06", "June 2025"),
        ("2025-06-14", "14 June 2025"),
        ("2025-W23", "2025-W23"),
        ("2025-Q2", "2025-Q2"),
        ("2025", "2025"),
        ("2025-13", "2025-13"),
        ("autumn", "autumn"),
    ],
)
def test_periods_as_titles(name, expected):
    assert formatting.period_title(name) == expected


def test_a_day_without_its_year():
    assert formatting.day_text(EVENING, with_year=False) == "2 June"


def test_a_month_by_itself_is_in_the_nominative():
    """Ukrainian has “листопада” in a date and “листопад” alone."""
    QLocale.setDefault(QLocale("uk_UA"))
    assert "листопад 2024" in formatting.period_text("2024-11", "month")
    assert formatting.period_text("2024-11-02", "day").endswith("2 листопада 2024")


def test_two_instants_as_a_span():
    assert formatting.span_text(NIGHT, EVENING) == "from 2 June 2025 to 2 June 2025, 18:05 UTC"
