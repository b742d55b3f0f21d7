# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads dates in every common form as instants in UTC: field values, and dates in names.

Nothing is guessed. A date that can be read in two ways is refused, and the message shows what to give instead. Readings
in the future are ignored, because a map cannot be drawn before its day.

The calendar is the proleptic Gregorian one with the years 1 to 9999, as in ISO 8601, Python and Qt. A year of four
digits is taken literally in values and in ISO dates. Two digits are a year of this century, next year at the latest.
Unix times, and digits and words in names, are dates only within the usual years; other numbers are not dates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from numbers import Real

from ..errors import InputError

DATE_FIELD_NAMES = ("date", "datetime", "day")
USUAL_YEARS = range(1990, 2101)
FIRST_SECOND = datetime(USUAL_YEARS[0], 1, 1, tzinfo=timezone.utc).timestamp()
LAST_SECOND = datetime(USUAL_YEARS[-1], 1, 1, tzinfo=timezone.utc).timestamp()

# English, Ukrainian, Russian, German, French: nominative, genitive, abbreviations. Accents do not matter.
MONTH_WORDS = (
    "january jan січень січня січ январь января янв januar jänner janvier janv",
    "february feb лютий лютого лют февраль февраля фев февр februar février févr fév",
    "march mar березень березня бер март марта мар märz maerz mrz mars",
    "april apr квітень квітня квіт кві апрель апреля апр avril avr",
    "may травень травня трав тра май мая mai",
    "june jun червень червня черв чер июнь июня июн juni juin",
    "july jul липень липня лип июль июля июл juli juillet juil",
    "august aug серпень серпня серп сер август августа авг août",
    "september sep sept вересень вересня вер сентябрь сентября сен сент septembre",
    "october oct жовтень жовтня жовт жов октябрь октября окт oktober okt octobre",
    "november nov листопад листопада лист лис ноябрь ноября ноя нояб novembre",
    "december dec грудень грудня груд гру декабрь декабря дек dezember dez décembre déc",
)
# Words that may occur next to a date without changing it.
FILLER = {"of", "the", "st", "nd", "rd", "th", "er", "le", "de", "den", "року", "рік", "р", "год", "года", "г"}

Reading = tuple[int, int, int]


class DateError(InputError):
    """A value or a name gives no instant, or more than one; the message shows what to give instead."""


class UnclearDateError(DateError):
    """A value is a date, but it can be read in more than one way, or its century is unclear."""


def to_instant(value: object) -> datetime:
    """Return the instant of one value of a date field, or of one date typed by the user.

    Accepts dates, datetimes (naive: UTC), Unix seconds and milliseconds (numbers or digits), and text in ISO form, or
    as 20250630, 30.06.2025, 300625, 30/06/2025, "June 30, 2025", with month names in five languages. A date without a
    time is 00:00 UTC. A year of four digits may be any from 0001 to 9999.

    Returns an aware datetime in UTC. Raises DateError for a value that is ambiguous (03/04/2025), impossible, not a
    date, or after next year by a year of two digits (33-04-03).
    """
    if isinstance(value, datetime):
        return _in_utc(value if value.tzinfo else value.replace(tzinfo=timezone.utc), value)
    if isinstance(value, date):
        return datetime.combine(value, time(), timezone.utc)
    if isinstance(value, Real) and not isinstance(value, bool):
        return _from_number(value)
    if isinstance(value, str):
        return _from_text(value, value)
    raise _no_date(value)


def date_field_of(names: Iterable[str]) -> str | None:
    """Return the field named date, datetime or day; None if there is none, or more than one."""
    found = date_fields_of(names)
    return found[0] if len(found) == 1 else None


def date_fields_of(names: Iterable[str]) -> list[str]:
    """Return the fields named date, datetime or day."""
    return [name for name in names if name.casefold() in DATE_FIELD_NAMES]


def find_instant(name: str, pattern: str | None = None) -> datetime | None:
    """Return the instant in the name of a layer or file, or None if there is none.

    `pattern` describes its position: in strptime syntax (`front_%d%m%y`, month names in five languages, `%s` for Unix
    seconds) or as a regular expression. The date is then its groups `year month day hour minute second`, its first
    group, or its whole match. Without a pattern the usual forms are searched for, also without separators
    (`MapAO17AUG2024`). Other numbers (versions, identifiers, CRS codes) are ignored.

    Raises DateError for two different dates in one name, and for an ambiguous, impossible or misspelt date
    (`DEC060205`, `02FEB22024`).
    """
    if pattern:
        return _by_pattern(name, pattern)
    text = _prepared(name)
    found: list[datetime] = []
    for find in (_find_year_first, _find_spelt, _find_year_last, _find_unix):
        for start, end, instant in list(find(text)):
            found.append(instant)
            text = text[:start] + " " * (end - start) + text[end:]
    if not found:
        _refuse_misspelt(text)
        found.extend(_find_two_digit_years(text))
    days = {instant.date() for instant in found}
    clocks = {instant for instant in found if instant.time() != time()}
    if len(days) > 1 or len(clocks) > 1:
        raise DateError(
            "“{name}” holds more than one date ({dates}). Give the date, or a pattern that points to it.",
            name=name,
            dates=", ".join(sorted({_shown(instant) for instant in found})),
        )
    return max(found, default=None)


def iso_day(instant: datetime) -> str:
    """Return the day of an instant as 0033-04-03 (strftime pads years before 1000 differently on some systems)."""
    return instant.date().isoformat()


def iso_minute(instant: datetime) -> str:
    """Return an instant as 0033-04-03 18:00, in its own time zone."""
    return instant.replace(tzinfo=None).isoformat(" ", "minutes")


def iso_second(instant: datetime) -> str:
    """Return an instant as 0033-04-03T18:00:00, in its own time zone."""
    return instant.replace(tzinfo=None).isoformat(timespec="seconds")


# Values -------------------------------------------------------------------------------------------------------------

_TIME = (
    r"(?:(?:T|,?\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d+))?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?"
)
_COMPACT_TIME = r"(?:T(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)"
_WITH_SEPARATORS = re.compile(r"(\d{1,4})([-./_])(\d{1,2})\2(\d{1,4})" + _TIME + r"$", re.ASCII | re.IGNORECASE)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})" + _COMPACT_TIME + r"?$", re.ASCII)
_COMPACT_DIGITS = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?$",
    re.ASCII,
)
_DATE_AND_TIME = re.compile(r"(?P<date>.*?)" + _TIME + r"$", re.ASCII | re.IGNORECASE)


def _from_number(value: Real) -> datetime:
    """Unix time, or a date as digits in a numeric field (20250630)."""
    try:
        number = float(value)
    except OverflowError as error:
        raise _no_date(value) from error
    from_unix = _from_unix(number)
    if from_unix:
        return from_unix
    if number.is_integer():
        return _from_text(str(int(number)), value)
    raise _no_date(value)


def _from_text(text: str, value: object) -> datetime:
    text = " ".join(text.split())
    if re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII):
        from_unix = _from_unix(float(text))
        if from_unix:
            return from_unix
        if re.fullmatch(r"\d{6}", text, re.ASCII):
            return _at(_only(_six_digit_readings(text), text, is_year_short=True))
    digits = _COMPACT_DIGITS.match(text)
    if digits and int(digits["year"]) not in USUAL_YEARS:  # just as likely Unix milliseconds of an earlier year
        raise _no_date(value)
    compact = digits or _COMPACT.match(text)
    if compact:
        return _at(_existing(compact["year"], compact["month"], compact["day"], value), compact.groupdict(), value)
    separated = _WITH_SEPARATORS.match(text)
    if separated:
        first, separator, second, third = separated.group(1, 2, 3, 4)
        readings = _separated_readings(first, separator, second, third)
        return _at(_only(readings, text, is_year_short=len(first + third) <= 4), separated.groupdict(), value)
    spelt = _DATE_AND_TIME.match(text)
    if spelt:
        is_year_short = not re.search(r"\d{4}", spelt["date"])
        return _at(_only(_spelt_alone(_plain(spelt["date"])), text, is_year_short), spelt.groupdict(), value)
    raise _no_date(value)


def _from_unix(number: float) -> datetime | None:
    """Unix seconds or milliseconds within the plausible years; None for any other number."""
    for seconds in (number, number / 1000):
        if FIRST_SECOND <= seconds < LAST_SECOND:
            return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
    return None


def _separated_readings(first: str, separator: str, second: str, third: str) -> list[Reading]:
    """Readings of three numbers: year first implies month second; dots imply day first; otherwise unknown."""
    if len(first) == 4:
        orders = ["ymd"] if len(third) <= 2 else []
    elif len(third) == 4:
        orders = ["dmy"] if separator == "." else ["dmy", "mdy"]
    elif len(third) == 2 and len(first) <= 2:
        orders = ["dmy", "ymd"] if separator == "." else ["dmy", "mdy", "ymd"]
    else:
        orders = []
    return [reading for order in orders for reading in _ordered((first, second, third), order)]


def _six_digit_readings(digits: str) -> list[Reading]:
    numbers = digits[:2], digits[2:4], digits[4:]
    return [reading for order in ("dmy", "mdy", "ymd") for reading in _ordered(numbers, order)]


def _ordered(numbers: tuple[str, str, str], order: str) -> list[Reading]:
    parts = dict(zip(order, numbers))
    reading = _year(parts["y"]), int(parts["m"]), int(parts["d"])
    return [reading] if _exists(*reading) else []


def _year(digits: str) -> int:
    """A year of four digits literally, a year of two digits in this century."""
    return int(digits) + (2000 if len(digits) <= 2 else 0)


def _spelt_alone(text: str) -> list[Reading]:
    """Readings of a text that is only a date with its month in letters, apart from filler words."""
    for form in (*_SPELT_FORMS, _SPELT_SHORT):
        match = form.search(text)
        if match:
            beside = text[: match.start()] + " " + text[match.end() :]
            return _spelt_readings(match) if set(re.findall(r"\w+", beside)) <= FILLER else []
    return []


def _spelt_readings(match: re.Match[str]) -> list[Reading]:
    """Day and year next to a named month: four digits are the year; of two pairs, either may be the year."""
    month, day, year = MONTHS[match["month"]], match["day"], match["year"]
    pairs = [(_year(year), int(day))]
    if len(year) == 2:
        pairs.append((_year(day), int(year)))
    return [(year, month, day) for year, day in pairs if _exists(year, month, day)]


def _only(readings: list[Reading], text: str, is_year_short: bool = False) -> Reading:
    """The only remaining reading; raises DateError if there is none or more than one.

    `is_year_short` is whether the year has two digits: then it is next year at the latest.
    """
    distinct = sorted(set(readings))
    if len(distinct) > 1:
        distinct = [reading for reading in distinct if date(*reading) <= _tomorrow()] or distinct
    if not distinct:
        raise _no_date(text)
    if len(distinct) > 1:
        raise UnclearDateError(
            "“{text}” is ambiguous: it may mean {readings}. Give the date as YYYY-MM-DD, or a pattern for it.",
            text=text.strip(),
            readings=", ".join(date(*reading).isoformat() for reading in distinct),
        )
    if is_year_short:
        _require_century(distinct[0][0], text)
    return distinct[0]


def _require_century(year: int, text: str) -> None:
    """Raise UnclearDateError if a year that was given by two digits is after next year."""
    if year > _tomorrow().year + 1:
        raise UnclearDateError(
            "The year of “{text}” has two digits and would be {year}, which is in the future; it is not guessed. Give "
            "the date as YYYY-MM-DD.",
            text=text.strip(),
            year=year,
        )


def _at(reading: Reading, clock: dict[str, str | None] | None = None, value: object = None) -> datetime:
    """A day with the time of day found next to it."""
    parts = clock or {}
    hour, minute, second = (int(parts.get(key) or 0) for key in ("hour", "minute", "second"))
    half = (parts.get("half") or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise _no_date(value)
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    microsecond = int(f"{parts.get('fraction') or 0:0<6}"[:6])
    try:
        local = datetime(*reading, hour, minute, second, microsecond, tzinfo=_zone(parts.get("zone")))
    except ValueError as error:
        raise _no_date(value) from error
    return _in_utc(local, value)


def _in_utc(local: datetime, value: object) -> datetime:
    """A local time in UTC. Raises DateError if the result lies outside the years 1 to 9999."""
    try:
        return local.astimezone(timezone.utc)
    except OverflowError as error:
        raise _no_date(value) from error


def _zone(text: str | None) -> timezone:
    if not text or text.upper() in ("Z", "UTC", "GMT"):
        return timezone.utc
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _existing(year: str, month: str, day: str, value: object) -> Reading:
    if not _exists(int(year), int(month), int(day)):
        raise _no_date(value)
    return int(year), int(month), int(day)


def _tomorrow() -> date:
    """The last day that a map may have today, anywhere on Earth."""
    return datetime.now(timezone.utc).date() + timedelta(days=1)


def _plain(word: str) -> str:
    """A word without accents and in lower case, so that “Août” is “aout”."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _shown(instant: datetime) -> str:
    return instant.date().isoformat() if instant.time() == time() else instant.isoformat()


def _no_date(value: object) -> DateError:
    return DateError(
        "“{value}” is not a date that can be read, or no day of the calendar. Give it as YYYY-MM-DD, with a year from "
        "0001 to 9999.",
        value=str(value).strip()[:80],
    )


def _misspelt(text: str) -> DateError:
    return DateError(
        "The date in “{text}” is misspelt; it is not guessed. Give the date as YYYY-MM-DD.", text=text.strip(" ._,-")
    )


MONTHS = {_plain(word): number for number, words in enumerate(MONTH_WORDS, 1) for word in words.split()}
_MONTH = rf"(?<![^\W\d_])(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![^\W\d_])"
_GAP = r"[ ,._-]{0,3}(?:of )?"
_ORDINAL = r"(?:st|nd|rd|th|er)?"
_SPELT_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<!\d)(?P<day>\d{{1,2}}){_MONTH}{_GAP}(?P<year>\d{{4}})(?!\d)",
        rf"(?<![^\W_])(?P<day>\d{{1,2}}){_ORDINAL}{_GAP}{_MONTH}{_GAP}(?P<year>\d{{4}})(?!\d)",
        rf"{_MONTH}{_GAP}(?P<day>\d{{1,2}}){_ORDINAL}[ ,._-]{{1,3}}(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<year>\d{{4}}){_GAP}{_MONTH}{_GAP}(?P<day>\d{{1,2}})(?!\d)",
        rf"{_MONTH}(?P<day>\d\d)(?P<year>\d{{4}})(?!\d)",
    )
)
_SPELT_SHORT = re.compile(rf"(?<!\d)(?P<day>\d\d){_ORDINAL}{_GAP}{_MONTH}{_GAP}(?P<year>\d\d)(?!\d)")
_GLUED_MONTH = re.compile(rf"(?P<before>\d*){_MONTH}(?P<after>\d*)")

# Names --------------------------------------------------------------------------------------------------------------
# Each finder yields (start, end, instant) of what it found in a prepared name.

_Found = Iterator[tuple[int, int, datetime]]

_UUID = re.compile(r"[0-9a-f]{8}([-_]?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}", re.IGNORECASE)
_CAPITALS_AFTER_TEXT = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=AO)(?=[A-Z]{3,9}\d)")
_CLOCK = (
    r"(?:t(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?(?:[.]\d+)?(?P<zone>z|[+-]\d\d:?\d\d)?"
    r"|[ _-](?P<hour2>[01]\d|2[0-3])(?P<between>[:.-]?)(?P<minute2>[0-5]\d)(?P=between)(?P<second2>[0-5]\d)"
    r"|[ _](?P<hour3>[01]\d|2[0-3]):(?P<minute3>[0-5]\d))?"
)
_CENTURIES = ("19", "20", "21")
_YEAR_FIRST = re.compile(  # other centuries only as a separate date in ISO form: 0033-04-03
    rf"(?<!\d)(?<!\d[.])(?P<year>(?:{'|'.join(_CENTURIES)})\d\d|(?<![^\W_])\d{{4}}(?=-\d\d-\d\d))"
    r"(?:(?P<sep>[-_./ ])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})|(?P<month2>\d\d)(?P<day2>\d\d))"
    + _CLOCK
    + r"(?!\d)",
    re.ASCII,
)
_YEAR_LAST = re.compile(r"(?<!\d)(?<!\d[.])(\d{1,2})([-_./ ])(\d{1,2})\2(\d{4})(?!\d)(?![.]\d)", re.ASCII)
_UNIX = re.compile(r"(?<![0-9a-z.])(\d{10}|\d{13})(?![0-9a-z])(?![.]\d)", re.ASCII)
_SEPARATED_SHORT = re.compile(r"(?<![0-9a-z])(?<!\d[.])(\d\d)([-_./])(\d\d)\2(\d\d)(?![0-9a-z])(?![.]\d)", re.ASCII)
_SIX_DIGITS = re.compile(r"(?<![0-9a-z.])(\d{6})(?![0-9a-z])(?![.]\d)", re.ASCII)


def _prepared(name: str) -> str:
    """A name without accents and in lower case, with joined words separated and identifiers blanked."""
    return _plain(_CAPITALS_AFTER_TEXT.sub(" ", _UUID.sub(" ", name)))


def _find_year_first(text: str) -> _Found:
    for match in _YEAR_FIRST.finditer(text):
        part = match.groupdict()
        month, day = part["month"] or part["month2"], part["day"] or part["day2"]
        is_plain = part["sep"] and part["year"].startswith(_CENTURIES)
        if not is_plain and not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
            continue  # another kind of number
        if not part["sep"] and int(part["year"]) not in USUAL_YEARS:
            raise _no_date(match[0])
        clock = {key: part[key] or part[f"{key}2"] or part.get(f"{key}3") for key in ("hour", "minute", "second")}
        reading = _existing(part["year"], month, day, match[0])
        yield match.start(), match.end(), _at(reading, {**clock, "zone": part["zone"]}, match[0])


def _find_spelt(text: str) -> _Found:
    for form in _SPELT_FORMS:
        for match in form.finditer(text):
            readings = _usual(_spelt_readings(match))
            if readings:
                yield match.start(), match.end(), _at(_only(readings, match[0]))
            elif int(match["day"]) <= 31:
                raise _misspelt(match[0])


def _find_year_last(text: str) -> _Found:
    for match in _YEAR_LAST.finditer(text):
        first, separator, second, year = match.groups()
        readings = _usual(_separated_readings(first, separator, second, year))
        if readings:
            yield match.start(), match.end(), _at(_only(readings, match[0]))
        elif max(int(first), int(second)) <= 31 and int(year) in USUAL_YEARS:
            raise _no_date(match[0])


def _find_unix(text: str) -> _Found:
    for match in _UNIX.finditer(text):
        instant = _from_unix(float(match[0]))
        if instant and instant.date() <= _tomorrow():
            yield match.start(), match.end(), instant


def _usual(readings: list[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading[0] in USUAL_YEARS]


def _refuse_misspelt(text: str) -> None:
    """Refuse digits joined to a month that form no date; a month without a day or a year is simply no date."""
    for match in _GLUED_MONTH.finditer(text):
        digits = match["before"] + match["after"]
        if len(digits) > 4 or (len(digits) == 4 and int(digits) not in USUAL_YEARS):
            raise _misspelt(match[0])


def _find_two_digit_years(text: str) -> Iterator[datetime]:
    """Dates such as 300625: searched for only if no clearer form is found, because such digits are often no date."""
    found = [(match[0], _spelt_readings(match)) for match in _SPELT_SHORT.finditer(text)]
    found += [(match[0], _separated_readings(*match.groups())) for match in _SEPARATED_SHORT.finditer(text)]
    found += [(match[0], _six_digit_readings(match[0])) for match in _SIX_DIGITS.finditer(text)]
    for digits, readings in found:
        past = [reading for reading in readings if date(*reading) <= _tomorrow()]
        if past:
            yield _at(_only(past, digits))


# Patterns -----------------------------------------------------------------------------------------------------------

_DIRECTIVES = {
    "Y": r"(?P<year>\d{4})",
    "y": r"(?P<year>\d\d)",
    "m": r"(?P<month>\d{1,2})",
    "b": r"(?P<month>[^\W\d_]+)",
    "B": r"(?P<month>[^\W\d_]+)",
    "d": r"(?P<day>\d{1,2})",
    "j": r"(?P<yearday>\d{3})",
    "H": r"(?P<hour>\d{1,2})",
    "M": r"(?P<minute>\d\d)",
    "S": r"(?P<second>\d\d)",
    "f": r"(?P<fraction>\d{1,6})",
    "z": r"(?P<zone>Z|[+-]\d\d:?\d\d)",
    "s": r"(?P<unix>\d{9,13})",
    "%": "%",
}


def _by_pattern(name: str, pattern: str) -> datetime | None:
    """The instant at the position given by the user's pattern; None if the pattern does not match the name."""
    match = _compiled(pattern).search(name)
    if not match:
        return None
    try:
        return _from_match(match, name, pattern)
    except ValueError as error:  # a named group of the user's own expression holds more than digits
        raise _no_date(match[0]) from error


def _from_match(match: re.Match[str], name: str, pattern: str) -> datetime:
    """The instant in the named groups of a match, else in its first group, else in all of it."""
    parts = {key: value for key, value in match.groupdict().items() if value}
    if "unix" in parts:
        return to_instant(parts["unix"])
    if "year" not in parts:
        return to_instant(next((group for group in match.groups() if group), match[0]))
    if len(parts["year"]) not in (2, 4):
        raise _no_date(match[0])
    year = _year(parts["year"])
    if len(parts["year"]) == 2:
        _require_century(year, match[0])
    if "yearday" in parts:
        try:
            day = date(year, 1, 1) + timedelta(days=int(parts["yearday"]) - 1)
        except (ValueError, OverflowError) as error:
            raise _no_date(match[0]) from error
        if day.year != year:
            raise _no_date(match[0])
        return _at((day.year, day.month, day.day), dict(parts), name)
    if "month" not in parts or "day" not in parts:
        raise DateError("The date pattern “{pattern}” must give a day, a month and a year.", pattern=pattern)
    month = parts["month"]
    number = int(month) if month.isdecimal() else MONTHS.get(_plain(month), 0)
    return _at(_existing(str(year), str(number), parts["day"], match[0]), dict(parts), name)


def _compiled(pattern: str) -> re.Pattern[str]:
    """A regular expression for a pattern in strptime syntax, or for a pattern that is one already."""
    try:
        if "%" not in pattern:
            return re.compile(pattern, re.IGNORECASE)
        parts = re.split(r"%(.)", pattern)
        regex = "".join(_DIRECTIVES[part] if index % 2 else re.escape(part) for index, part in enumerate(parts))
        before, after = "" if parts[0] else r"(?<!\d)", "" if parts[-1] else r"(?!\d)"
        return re.compile(before + regex + after, re.IGNORECASE)
    except KeyError as error:
        raise DateError(
            "The date pattern “{pattern}” has {directive}; known are {known}.",
            pattern=pattern,
            directive=f"%{error.args[0]}",
            known=" ".join(f"%{key}" for key in _DIRECTIVES),
        ) from error
    except (re.error, OverflowError, RecursionError) as error:
        raise DateError(
            "The date pattern “{pattern}” is no valid regular expression: {reason}.", pattern=pattern[:80], reason=error
        ) from error
