# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared functions of the readers: polygons from mixed geometries, dates from names and fields, classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError
from ...findings import Finding
from ...libraries import shapely
from ..dates import DateError, UnclearDateError, find_instant, iso_day, to_instant
from ..snapshots import (
    CONTROL_CLASSES,
    DATE_CONFLICT,
    DATE_FIELDS,
    DATES_EMPTY,
    DATES_UNREAD,
    LINES,
    NAME_CONFLICT,
    NO_GEOMETRY,
    POINTS,
    UNKNOWN_CLASS,
    RawMap,
    Snapshot,
)
from ._record import ReadOptions

_POINT_TYPES = (0, 4)
_LINE_TYPES = (1, 2, 5)
_COLLECTION_TYPE = 7
_NAMED_AT_MOST = 10


class Polygons(NamedTuple):
    """The features of a map with an area: their row numbers, their polygons, and notes on what was left out."""

    rows: NDArray[np.int64]
    polygons: NDArray[np.object_]
    notes: tuple[Finding, ...]


def polygons_of(raw: RawMap) -> Polygons:
    """Return the polygons of a map, also from collections; points, lines and missing geometries are counted."""
    geometries = raw.geometries.copy()
    points = lines = 0
    for row in np.flatnonzero(shapely.get_type_id(geometries) == _COLLECTION_TYPE):
        parts = _parts(geometries[row])
        types = shapely.get_type_id(parts)
        points += int(np.isin(types, _POINT_TYPES).sum())
        lines += int(np.isin(types, _LINE_TYPES).sum())
        geometries[row] = shapely.multipolygons(parts[types == 3])
    types = shapely.get_type_id(geometries)
    missing = shapely.is_missing(geometries) | shapely.is_empty(geometries)
    point, line = np.isin(types, _POINT_TYPES) & ~missing, np.isin(types, _LINE_TYPES) & ~missing
    rows = np.flatnonzero(~(missing | point | line))
    counts = (
        (POINTS, points + int(point.sum())),
        (LINES, lines + int(line.sum())),
        (NO_GEOMETRY, int(missing.sum())),
    )
    notes = tuple(Finding(kind, count) for kind, count in counts if count)
    return Polygons(rows, shapely.force_2d(geometries[rows]), raw.notes + notes)


def _parts(collection: Any) -> NDArray[np.object_]:
    """The simple geometries of a collection, at any depth of nesting."""
    parts = shapely.get_parts(collection)
    while np.isin(shapely.get_type_id(parts), (4, 5, 6, 7)).any():
        parts = shapely.get_parts(parts)
    return parts


def dated(
    raw: RawMap,
    found: Polygons,
    classes: Sequence[str],
    source: str,
    date_field: str | None,
    options: ReadOptions,
    notes: Iterable[Finding] = (),
) -> list[Snapshot]:
    """Return the snapshots of a map: one for each instant of its date field, or a single one without a field."""
    notes = (*found.notes, *notes)
    if date_field is None:
        instant, date_notes = instant_of(raw, options)
        return [snapshot(raw, instant, found.polygons, found.rows, classes, source, (*notes, *date_notes))]
    days = by_instant(raw, found.rows, date_field, options.date_pattern)
    if len(days) == 1:
        notes += _conflict(days[0][0], options)
    return [
        snapshot(raw, instant, found.polygons[at], found.rows[at], [classes[index] for index in at], source, notes)
        for instant, at in days
    ]


def instant_of(raw: RawMap, options: ReadOptions) -> tuple[datetime, tuple[Finding, ...]]:
    """Return the instant of a map of one day: the user's date, else the first name with a date.

    If the user gives only the day, the map's own time on that day is used. A different date in another name, or from
    the user, is noted. Raises DateError if there is no date.
    """
    given = options.instant
    if given is not None:
        found = next((instant for instant in _in_names(raw, options, lenient=True)), None)
        notes = _conflict(found, options)
        return (found, notes) if found and given.time() == time() and not notes else (given, notes)
    instants = list(_in_names(raw, options, lenient=False))
    if not instants:
        raise DateError(
            "No date is found in the name of “{layer}”. Give the date, a date field (there are: {fields}) or a pattern "
            "for the name.",
            layer=raw.title,
            fields=", ".join(raw.fields) or "–",
        )
    days = list(dict.fromkeys(iso_day(instant) for instant in instants))
    return instants[0], (Finding(NAME_CONFLICT, len(days), tuple(days)),) if len(days) > 1 else ()


def _in_names(raw: RawMap, options: ReadOptions, lenient: bool) -> Iterator[datetime]:
    """The dates in a map's names; one that cannot be read is ignored if there is another, or if lenient."""
    refused = None
    found = False
    for name in raw.names:
        try:
            instant = find_instant(name, options.date_pattern)
        except DateError as error:
            refused = error
            continue
        if instant:
            found = True
            yield instant
    if refused and not found and not lenient:
        raise DateError(
            "The date of “{layer}” cannot be read from its name. {reason}", layer=raw.title, reason=refused
        ) from refused


def _conflict(found: datetime | None, options: ReadOptions) -> tuple[Finding, ...]:
    """A note if the user's date is on another day than the map's own."""
    if found is None or options.instant is None or found.date() == options.instant.date():
        return ()
    return (Finding(DATE_CONFLICT, 1, (iso_day(found),)),)


def snapshot(
    raw: RawMap,
    instant: datetime,
    polygons: NDArray[np.object_],
    rows: NDArray[np.int64],
    classes: Sequence[str],
    source: str,
    notes: Iterable[Finding] = (),
    origin: str | None = None,
) -> Snapshot:
    """Return a snapshot from polygons, and the map row and class of each, in the same order."""
    labels = np.asarray(classes, dtype=object)
    found = [key for key in CONTROL_CLASSES if (labels == key).any()]
    return Snapshot(
        instant,
        {key: polygons[labels == key] for key in found},
        source,
        origin or origin_of(raw),
        raw.crs_wkt,
        tuple(notes),
        {key: rows[labels == key] for key in found},
        raw.attributes,
    )


def origin_of(raw: RawMap) -> str:
    """Return the file of a map, or its layer if there is no file."""
    return raw.path.name if raw.path else raw.title


def unknown_class_notes(names: Iterable[str]) -> tuple[Finding, ...]:
    """Return a note for each unknown class name, with the number of its occurrences."""
    return tuple(Finding(UNKNOWN_CLASS, count, (name,)) for name, count in sorted(Counter(names).items()))


def require_polygons(raw: RawMap, found: Polygons) -> None:
    """Raise InputError for a map without a polygon."""
    if not raw.attributes:
        raise InputError("“{layer}” has no features. Choose a layer or file with polygons.", layer=raw.title)
    if not len(found.rows):
        raise InputError(
            "“{layer}” has {count} features, none of them a polygon. Choose a layer or file with the polygons of the "
            "held area.",
            layer=raw.title,
            count=len(raw.attributes),
        )


def polygons_alone(raw: RawMap) -> Polygons:
    """Return the polygons of a map that should contain nothing else; raise InputError for other geometries."""
    found = polygons_of(raw)
    require_polygons(raw, found)
    counts = {note.kind: note.count for note in found.notes}
    if counts.keys() & {POINTS, LINES}:
        raise InputError(
            "“{layer}” mixes {polygons} polygons with {points} points and {lines} lines. Choose a layer of polygons "
            "only; from front lines make the held area first.",
            layer=raw.title,
            polygons=len(found.rows),
            points=counts.get(POINTS, 0),
            lines=counts.get(LINES, 0),
        )
    return found


def classes_of(raw: RawMap, rows: NDArray[np.int64], class_field: str | None) -> tuple[list[str], tuple[Finding, ...]]:
    """Return the control class of each row from a field with our words; all `held` without a field, others `other`."""
    if class_field is None:
        return ["held"] * len(rows), ()
    require_field(raw, class_field)
    words = [raw.attributes[row].get(class_field) for row in rows]
    keys = [str(word).strip().casefold() for word in words]
    unknown = [
        "(empty)" if word is None or not str(word).strip() else str(word).strip()
        for word, key in zip(words, keys)
        if key not in CONTROL_CLASSES
    ]
    return [key if key in CONTROL_CLASSES else "other" for key in keys], unknown_class_notes(unknown)


def by_instant(
    raw: RawMap, rows: NDArray[np.int64], date_field: str, date_pattern: str | None = None
) -> list[tuple[datetime, NDArray[np.int64]]]:
    """Return, for each instant of a date field in time order, the indices into `rows` of its features.

    `date_pattern` describes dates in a text field that are unclear without it. Raises DateError naming a feature whose
    date cannot be read: otherwise its ground would be lost silently.
    """
    require_field(raw, date_field)
    indices: dict[datetime, list[int]] = {}
    for index, row in enumerate(rows):
        value = raw.attributes[row].get(date_field)
        if _is_empty(value):
            raise DateError(
                "“{layer}”: feature {feature} has no date in its field “{field}”. Correct or delete it.",
                layer=raw.title,
                feature=row + 1,
                field=date_field,
            )
        try:
            instant = _instant_of_value(value, date_pattern)
        except DateError as error:
            raise DateError(
                "“{layer}”: the date of feature {feature} cannot be read from its field “{field}”. {reason}",
                layer=raw.title,
                feature=row + 1,
                field=date_field,
                reason=error,
            ) from error
        indices.setdefault(instant, []).append(index)
    return [(instant, np.asarray(indices[instant])) for instant in sorted(indices)]


def _instant_of_value(value: object, date_pattern: str | None) -> datetime:
    """The instant of a value; by the pattern if the value is a text that cannot be read without it."""
    try:
        return to_instant(value)
    except DateError:
        instant = find_instant(value, date_pattern) if date_pattern and isinstance(value, str) else None
        if instant is None:
            raise
        return instant


def note_on_date_field(raw: RawMap, date_field: str, is_dated: bool, refusal: DateError) -> Finding:
    """Return a note on a field named like a date field that holds no dates, so that the map's name is searched.

    `refusal` is why the field cannot be read, and is raised if any value is a date: then the features would be merged
    into one map, or the date would be lost. With a date from the user (`is_dated`), one unclear value is only noted.
    """
    rows = polygons_of(raw).rows.tolist()
    values = {row: raw.attributes[row].get(date_field) for row in rows}
    filled = {row: value for row, value in values.items() if not _is_empty(value)}
    distinct = _distinct(filled.values())
    may_be_unclear = is_dated and len(filled) == len(values) and len(distinct) == 1
    for value in distinct:
        if _is_date(value) or (_is_unclear(value) and not may_be_unclear):
            raise refusal
    if not filled:
        return Finding(DATES_EMPTY, len(values), (date_field,))
    named = islice(filled.items(), _NAMED_AT_MOST)
    shown = tuple(f"#{row + 1} {date_field} = “{str(value).strip()[:80]}”" for row, value in named)
    return Finding(DATES_UNREAD, len(filled), shown)


def note_on_date_fields(raw: RawMap, rows: Sequence[int], date_fields: Sequence[str]) -> Finding:
    """Return a note on several fields named like date fields; none is used. `rows` are the features that count.

    Raises DateError if one of them holds several dates: the layer has maps of many dates, not one.
    """
    for date_field in date_fields:
        values = _distinct(raw.attributes[row].get(date_field) for row in rows)
        if len({to_instant(value) for value in values if _is_date(value)}) > 1:
            raise DateError(
                "“{layer}” has several fields that may hold its dates: {fields}. Choose one as the date field.",
                layer=raw.title,
                fields=", ".join(date_fields),
            )
    return Finding(DATE_FIELDS, len(date_fields), tuple(date_fields))


def _is_date(value: object) -> bool:
    try:
        to_instant(value)
    except DateError:
        return False
    return True


def _is_unclear(value: object) -> bool:
    try:
        to_instant(value)
    except DateError as error:
        return isinstance(error, UnclearDateError)
    return False


def _distinct(values: Iterable[object]) -> list[object]:
    """The distinct values, also of kinds that cannot be hashed."""
    return list({repr(value): value for value in values}.values())


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def require_field(raw: RawMap, name: str) -> None:
    """Raise InputError for a field that the map does not have, and list the fields that it has."""
    if name not in raw.fields:
        raise InputError(
            "“{layer}” has no field “{field}”. Its fields are: {fields}.",
            layer=raw.title,
            field=name,
            fields=", ".join(raw.fields) or "–",
        )
