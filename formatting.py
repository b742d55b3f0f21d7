# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers, units and dates as text for people and for programs: the same on map, table, chart, page and headline.

Numbers follow the user's locale, dates are in UTC. Nothing here measures; values stay metric until they are shown.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Union

from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

ONE_DECIMAL_BELOW = 99.95  # larger values are printed as whole numbers
ERROR_ONE_DECIMAL_BELOW = 9.95  # an error has two significant digits
NOTHING_BELOW = 0.05  # a value that rounds to 0.0 is not printed as a change
NO_READING = "–"  # printed for a missing value
PLUS_MINUS = "\u202f±\u202f"  # with narrow no-break spaces

KM_PER_MI = 1.609344  # the international mile of 1959, exact
KM2_PER = {"km2": 1.0, "sqmi": KM_PER_MI**2, "ha": 0.01, "acres": KM_PER_MI**2 / 640}  # exact

PERIOD_NAME = re.compile(r"(\d{4})(?:-Q([1-4])|-W(\d\d)|-(\d\d)(?:-(\d\d))?)?")

AREA, PACE, LENGTH = "km2", "km2_day", "km"  # the units that can be converted for display
AREA_UNITS = tuple(KM2_PER)
LENGTH_UNITS = ("km", "mi")


@dataclass(frozen=True)
class Units:
    """The units of areas and lengths that a user has chosen for display."""

    area: str = "km2"  # or "sqmi", "ha", "acres"
    length: str = "km"  # or "mi"

    def __post_init__(self) -> None:
        if self.area not in AREA_UNITS or self.length not in LENGTH_UNITS:
            raise ValueError(f"Units are one of {AREA_UNITS} and one of {LENGTH_UNITS}, not {self.area}, {self.length}")

    def factor(self, unit: str) -> float:
        """Return the factor from this metric unit to the unit of display."""
        if unit in (AREA, PACE):
            return 1 / KM2_PER[self.area]
        return 1 / KM_PER_MI if unit == LENGTH and self.length == "mi" else 1.0

    def name(self, unit: str) -> str:
        """Return the printed name of the unit for AREA, PACE or LENGTH; empty for any other unit."""
        tr = QCoreApplication.translate
        if unit == AREA:
            return {
                "km2": tr("FrontlineChange", "km²"),
                "sqmi": tr("FrontlineChange", "sq mi"),
                "ha": tr("FrontlineChange", "ha"),
                "acres": tr("FrontlineChange", "acres"),
            }[self.area]
        if unit == PACE:
            return {
                "km2": tr("FrontlineChange", "km² a day"),
                "sqmi": tr("FrontlineChange", "sq mi a day"),
                "ha": tr("FrontlineChange", "ha a day"),
                "acres": tr("FrontlineChange", "acres a day"),
            }[self.area]
        if unit == LENGTH:
            return tr("FrontlineChange", "mi") if self.length == "mi" else tr("FrontlineChange", "km")
        return ""


# Numbers without a unit


def number(value: float, decimals: int, locale: QLocale | None = None) -> str:
    """Return a number with this many decimals, in the form of a locale (None: the user's)."""
    return (locale or QLocale()).toString(float(value), "f", decimals)


def significant(value: float, digits: int = 6) -> str:
    """Return a number with at most this many significant digits, without trailing zeros: `500`, `0.7`."""
    return QLocale().toString(float(value), "g", digits)


def in_full(value: float) -> str:
    """Return a number with all its digits."""
    return QLocale().toString(float(value), "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest)


def count(value: int) -> str:
    """Return a whole number."""
    return QLocale().toString(value)


def figure(value: float, *, signed: bool = False, locale: QLocale | None = None) -> str:
    """Return a number for print: whole from a hundred on, else with one decimal; `0` where it rounds to 0.0."""
    size = abs(value)
    if size < NOTHING_BELOW:
        return number(0, 0, locale)
    sign = "−" if value < 0 else "+" if signed else ""
    return sign + number(size, 0 if size >= ONE_DECIMAL_BELOW else 1, locale)


def error_figure(value: float, locale: QLocale | None = None) -> str:
    """Return a standard error with its two significant digits: `31`, `5.7`."""
    return number(value, 1 if value < ERROR_ONE_DECIMAL_BELOW else 0, locale)


# Quantities with their unit


def area_text(area_km2: float, *, signed: bool = False) -> str:
    """Return an area for print: `557 km²`, `85.3 km²`, signed `+400 km²` or `−3.8 km²`."""
    text = QCoreApplication.translate("FrontlineChange", "{number} km²")
    return text.format(number=figure(area_km2, signed=signed))


def exact_km2(area_m2: float) -> str:
    """Return a small area in km², without the unit: `0.042`."""
    return number(area_m2 / 1e6, 3)


def error_text(area_km2: float) -> str:
    """Return the standard error of an area: `31 km²`, `5.7 km²`."""
    return QCoreApplication.translate("FrontlineChange", "{number} km²").format(number=error_figure(area_km2))


def plus_minus_text(area_km2: float | None, units: Units) -> str:
    """Return the standard error of an area with its sign: `± 31 km²`; empty for none."""
    if area_km2 is None:
        return ""
    text = QCoreApplication.translate("FrontlineChange", "± {error} {unit}")
    return text.format(error=error_figure(area_km2 * units.factor(AREA)), unit=units.name(AREA))


def depth_text(depth_km: float) -> str:
    """Return a depth for print: `12.6 km`."""
    return QCoreApplication.translate("FrontlineChange", "{number} km").format(number=number(depth_km, 1))


def metres_text(length_m: float) -> str:
    """Return a short length for print: `340 m`, `1.2 km`."""
    if abs(length_m) >= 1000:
        return depth_text(length_m / 1000)
    return QCoreApplication.translate("FrontlineChange", "{number} m").format(number=number(round(length_m), 0))


def pace_text(area_km2_day: float) -> str:
    """Return a pace for print: `18.5 km² a day`."""
    size = number(abs(area_km2_day), 1)
    shown = size if size == number(0.0, 1) or area_km2_day > 0 else f"−{size}"
    return QCoreApplication.translate("FrontlineChange", "{number} km² a day").format(number=shown)


def days_text(days: float) -> str:
    """Return a duration: `one day`, `30 days`, `1.5 days`."""
    if days == 1:
        return QCoreApplication.translate("FrontlineChange", "one day")
    text = QCoreApplication.translate("FrontlineChange", "{days} days")
    return text.format(days=number(days, 0 if abs(days - round(days)) < 0.05 else 1))


# Values of a table


def plain(value: Any) -> Any:
    """Return the value, or None for NaN and infinity."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def rounded(value: Any, decimals: int | None, *, signed: bool = False) -> str:
    """Return a value for a table: `399.5`, `+0.02`, `0`, and a dash for None."""
    if value is None:
        return NO_READING
    if isinstance(value, QDateTime):
        return utc_text(value)
    if isinstance(value, bool):
        return yes_no(value)
    if decimals is None or isinstance(value, str):
        return str(value)
    if value == 0:
        return "0"
    sign = "−" if value < 0 else "+" if signed else ""
    return sign + number(abs(value), decimals)


def exact(value: Any) -> str:
    """Return a value for copying: up to six decimals, the locale's decimal sign; empty for None."""
    if isinstance(value, bool):
        return yes_no(value)
    text = exact_in_file(value)
    return text.replace(".", QLocale().decimalPoint()) if isinstance(value, (int, float)) else text


def exact_in_file(value: Any) -> str:
    """Return a value for data files: ISO dates (UTC), decimal points, `true`; empty for None."""
    if value is None:
        return ""
    if isinstance(value, QDateTime):
        return utc_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, (int, float)):
        return " ".join(str(value).split())
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return text if text != "-0" else "0"


def yes_no(value: bool) -> str:
    """Return a truth value as text."""
    tr = QCoreApplication.translate
    return tr("FrontlineChange", "yes") if value else tr("FrontlineChange", "no")


# Dates and instants for people

Day = Union[date, datetime, QDate, QDateTime]


def day_text(day: Day, *, with_year: bool = True) -> str:
    """Return a day: `2 June 2025`, `2 June`."""
    return QLocale().toString(_day(day), "d MMMM yyyy" if with_year else "d MMMM")


def short_day_text(day: Day, *, with_year: bool = True) -> str:
    """Return a day in short: `2 Jun 2025`, `2 Jun`."""
    return QLocale().toString(_day(day), "d MMM yyyy" if with_year else "d MMM")


def month_text(day: Day) -> str:
    """Return the month of a day: `June 2025`."""
    return QLocale().toString(_day(day), "MMMM yyyy")


def short_month_text(day: Day, *, with_year: bool = True) -> str:
    """Return the month of a day in short: `Jun 2025`, `Jun`."""
    return QLocale().toString(_day(day), "MMM yyyy" if with_year else "MMM")


def instant_text(instant: datetime | QDateTime) -> str:
    """Return an instant, with the time of day unless it is midnight UTC: `2 June 2025, 18:00 UTC`."""
    return _with_time(day_text(instant), instant)


def short_instant_text(instant: datetime | QDateTime) -> str:
    """Return an instant in short: `2 Jun 2025, 18:00 UTC`."""
    return _with_time(short_day_text(instant), instant)


def short_span_text(first: Day, last: Day) -> str:
    """Return two days in the shortest form, for names: `2 Jun – 2 Jul 2025`."""
    with_year = _day(first).year() != _day(last).year()
    return f"{short_day_text(first, with_year=with_year)} – {short_day_text(last)}"


def local_text(instant: QDateTime) -> str:
    """Return an instant in the machine's time zone, in the short form of the locale."""
    return QLocale().toString(instant.toLocalTime(), QLocale.FormatType.ShortFormat)


def span_text(first: datetime | QDateTime, last: datetime | QDateTime) -> str:
    """Return two instants as an adverb: `from 2 June 2025 to 2 July 2025`."""
    text = QCoreApplication.translate("FrontlineChange", "from {first} to {last}")
    return text.format(first=instant_text(first), last=instant_text(last))


def period_text(name: str, kind: str) -> str:
    """Return a period by its name as an adverb; a name of another form, or of no date, is returned unchanged.

    `2025-06` is `in June 2025`, `2025-Q2` `in the second quarter of 2025`, `2025-W23` `in the week of 2 June 2025`,
    `2025` `in 2025`; `2025-06-14` is `on 14 June 2025`, or of the kind `custom` `in the period from 14 June 2025`, of
    `week` `in the week of 14 June 2025`.
    """
    found = PERIOD_NAME.fullmatch(name.strip())
    first = nominal_day(name)
    if found is None or first is None:
        return name
    tr = QCoreApplication.translate
    _, quarter, week, month, day = found.groups()
    if quarter:
        text = (
            tr("FrontlineChange", "in the first quarter of {year}"),
            tr("FrontlineChange", "in the second quarter of {year}"),
            tr("FrontlineChange", "in the third quarter of {year}"),
            tr("FrontlineChange", "in the fourth quarter of {year}"),
        )[int(quarter) - 1]
    elif week:
        text = tr("FrontlineChange", "in the week of {day}")
    elif day:
        if kind == "custom":
            text = tr("FrontlineChange", "in the period from {day}")
        else:
            text = (
                tr("FrontlineChange", "in the week of {day}") if kind == "week" else tr("FrontlineChange", "on {day}")
            )
    else:
        text = tr("FrontlineChange", "in {month} {year}") if month else tr("FrontlineChange", "in {year}")
    return text.format(year=first.year, month=QLocale().standaloneMonthName(first.month), day=day_text(first))


def period_title(name: str) -> str:
    """Return a period by its name as a title: `June 2025`, `14 June 2025`; other names are returned unchanged."""
    found, first = PERIOD_NAME.fullmatch(name.strip()), nominal_day(name)
    if found is None or first is None or not found[4]:
        return name
    return day_text(first) if found[5] else f"{QLocale().standaloneMonthName(first.month)} {first.year}"


def nominal_day(period: str) -> date | None:
    """Return the day on which a period begins by its name (2025, 2025-06, 2025-Q2, 2025-W23, 2025-06-14), else None.

    The maps in effect on that day are often some days older.
    """
    found = PERIOD_NAME.fullmatch(period.strip())
    if found is None:
        return None
    year, quarter, week, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if week:
            return date.fromisocalendar(year, week, 1)
        return date(year, 3 * quarter - 2 if quarter else month or 1, day or 1)
    except ValueError:
        return None


# Dates and instants for programs, in UTC


def iso(instant: datetime | QDateTime | None) -> str:
    """Return an instant in ISO format: `2025-06-02T18:00:00Z`; empty for None."""
    if instant is None:
        return ""
    if isinstance(instant, QDateTime):
        return instant.toUTC().toString(Qt.DateFormat.ISODate)
    return instant.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def iso_day(day: Day) -> str:
    """Return the day of an instant: `2025-06-02`."""
    return _day(day).toString("yyyy-MM-dd")


def iso_span(first: Day, last: Day) -> str:
    """Return two days for the title of a layer: `2025-06-02 – 2025-07-02`."""
    return f"{iso_day(first)} – {iso_day(last)}"


def utc_text(instant: QDateTime, finest: str = "second") -> str:
    """Return an instant in the shortest ISO form: the date alone at midnight, `2025-06-02 18:00`.

    `finest` is the smallest unit printed: `minute`, `second` or `millisecond`.
    """
    utc = instant.toUTC()
    time = utc.time()
    if time.msec() and finest == "millisecond":
        return utc.toString("yyyy-MM-dd HH:mm:ss.zzz")
    if time.second() and finest != "minute":
        return utc.toString("yyyy-MM-dd HH:mm:ss")
    return utc.toString("yyyy-MM-dd HH:mm" if time.hour() or time.minute() else "yyyy-MM-dd")


def _day(day: Day) -> QDate:
    if isinstance(day, QDateTime):
        return day.toUTC().date()
    return day if isinstance(day, QDate) else QDate(day.year, day.month, day.day)


def _with_time(day: str, instant: datetime | QDateTime) -> str:
    if isinstance(instant, QDateTime):
        time = instant.toUTC().time()
        hour, minute = time.hour(), time.minute()
    else:
        hour, minute = instant.hour, instant.minute
    if not (hour or minute):
        return day
    text = QCoreApplication.translate("FrontlineChange", "{date}, {time} UTC")
    return text.format(date=day, time=f"{hour:02}:{minute:02}")
