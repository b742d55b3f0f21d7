# SPDX-License-Identifier: GPL-2.0-or-later
"""The date of a map of one day: given by the user, or in the name of the layer, the file or a folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from ...findings import Finding
from ..dates import DateError, find_date, iso_day
from ..dates.columns import coarse_notes, recent_notes
from ..dates.names import month_or_year_in_name
from ..dates.patterns import by_pattern
from ..dates.readings import DAY, MONTH, YEAR, Readings
from ..snapshots import (
    DATE_CONFLICT,
    DATE_IN_FOLDER,
    NAME_CONFLICT,
    RawMap,
)
from ._record import ReadOptions

PATTERN_SHOWN = 100  # letters
FOLDERS_READ = 3  # of a path, from the file upwards: year, month and day


def instant_of(raw: RawMap, options: ReadOptions) -> tuple[datetime, tuple[Finding, ...]]:
    """Return the instant of a map of one day: the user's date, else the first name with a date.

    If the user gives only the day, the map's own time on that day is used. A different date in another name, or from
    the user, is noted. A month or a year in a name stands for its first day, which is noted; of folders only the first
    with a day or a month counts. Raises DateError if there is no date.
    """
    given = options.instant
    if given is not None:
        found = next(_in_names(raw, options, lenient=True), None)
        if found is not None and found.precision != DAY:
            return given, () if _contains(found, given) else conflict(found.instant(), options)
        instant = None if found is None else found.instant(options.date_orders)
        notes = conflict(instant, options)
        return (instant, notes) if instant and given.time() == time() and not notes else (given, notes)
    dates = list(_in_names(raw, options, lenient=False))
    if not dates:
        folder = _in_folders(raw, options)
        if folder is None:
            raise _not_found(raw, options)
        instant = folder.instant(options.date_orders)
        notes = (*coarse_notes([folder]), *recent_notes([folder], options.date_orders))
        return instant, (Finding(DATE_IN_FOLDER, 1, (iso_day(instant),)), *notes)
    instants = [one.instant(options.date_orders) for one in dates if one.precision == dates[0].precision]
    days = list(dict.fromkeys(map(iso_day, instants)))
    notes = (Finding(NAME_CONFLICT, len(days), tuple(days)),) if len(days) > 1 else ()
    return instants[0], (*notes, *coarse_notes(dates[:1]), *recent_notes(dates[:1], options.date_orders))


def conflict(found: datetime | None, options: ReadOptions) -> tuple[Finding, ...]:
    """Return a note if the user's date is on another day than the map's own."""
    if found is None or options.instant is None or found.date() == options.instant.date():
        return ()
    return (Finding(DATE_CONFLICT, 1, (iso_day(found),)),)


def pattern_is_in_name(raw: RawMap, pattern: str | None) -> bool:
    """Return whether the user's pattern matches a name of the map: then its fields are not searched for dates."""
    return pattern is not None and any(by_pattern(name, pattern) for name in raw.names)


def _in_names(raw: RawMap, options: ReadOptions, lenient: bool) -> Iterator[Readings]:
    """The dates in a map's names, those of a day first; one that cannot be read is ignored if there is another."""
    results = [_in_name(name, options) for name in raw.names]
    dates = [one for one in results if isinstance(one, Readings)]
    refused = next((one for one in reversed(results) if isinstance(one, DateError)), None)
    if not dates and not refused and not options.date_pattern:
        dates = [found for found in map(month_or_year_in_name, raw.names) if found]
    yield from sorted(dates, key=lambda one: (DAY, MONTH, YEAR).index(one.precision))
    if refused and not dates and not lenient:
        raise DateError(
            "The date of “{layer}” cannot be read from its name. {reason}", layer=raw.title, reason=refused
        ) from refused


def _in_name(name: str, options: ReadOptions) -> Readings | DateError | None:
    """The date in a name, or the reason why it cannot be read."""
    try:
        found = find_date(name, options.date_pattern, options.date_orders)
        if found:
            found.instant(options.date_orders)
    except DateError as error:
        return error
    return found


def has_day_in_name(raw: RawMap, options: ReadOptions) -> bool:
    """Whether a name gives a day, or a date that must be made clear."""
    try:
        return any(one.precision == DAY for one in _in_names(raw, options, lenient=False))
    except DateError:
        return True


def _in_folders(raw: RawMap, options: ReadOptions) -> Readings | None:
    """The date in the path of a map's file: by the pattern, else a day or a month in the nearest folders."""
    if raw.path is None:
        return None
    if options.date_pattern:
        return by_pattern(raw.path.with_suffix("").as_posix(), options.date_pattern, last=True)
    names = list(raw.path.parent.parts[1:])[-FOLDERS_READ:]
    joined = "/".join([*names, raw.path.stem])
    dates = (_in_name(text, options) for text in (joined, *reversed(names)))
    found = next((one for one in dates if isinstance(one, Readings)), None)
    if found is not None:
        return found
    months = (found for found in map(month_or_year_in_name, reversed(names)) if found and found.precision == MONTH)
    return next(months, None)


def _contains(coarse: Readings, instant: datetime) -> bool:
    """Whether an instant lies in the month or year that a text gives."""
    first = coarse.instant()
    return instant.year == first.year and (coarse.precision == YEAR or instant.month == first.month)


def _not_found(raw: RawMap, options: ReadOptions) -> DateError:
    fields = ", ".join(raw.fields) or "–"
    if options.date_pattern:
        pattern = options.date_pattern
        return DateError(
            "The date pattern “{pattern}” matches neither the name nor the path of “{layer}”. Correct it, or give the "
            "date or a date field (there are: {fields}).",
            pattern=f"{pattern[:PATTERN_SHOWN]}…" if len(pattern) > PATTERN_SHOWN else pattern,
            layer=raw.title,
            fields=fields,
        )
    return DateError(
        "No date is found in the name of “{layer}”. Give the date, a date field (there are: {fields}) or a pattern "
        "for the name.",
        layer=raw.title,
        fields=fields,
    )
