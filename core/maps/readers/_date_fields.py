# SPDX-License-Identifier: GPL-2.0-or-later
"""The field of a map's dates: by its name, or one whose texts hold dates; and the features of each instant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError
from ...findings import Finding
from ..dates import DateError, date_fields_of
from ..dates.columns import (
    DateColumn,
    is_date,
    is_empty,
    is_unclear,
    read_column,
    read_text_column,
)
from ..snapshots import (
    DATE_FIELDS,
    DATE_IN_TEXT,
    DATES_EMPTY,
    DATES_UNREAD,
    RawMap,
)
from ._date_names import has_day_in_name, pattern_is_in_name
from ._record import ReadOptions

MERGED_FIELDS = ("layer", "path")  # QGIS's “Merge vector layers” writes there where a feature comes from
_NAMED_AT_MOST = 10


@dataclass(frozen=True)
class DateField:
    """The field of a map's dates (None: there is none), and notes. `refusal` is why a field named so is not used."""

    name: str | None = None
    notes: tuple[Finding, ...] = ()
    refusal: DateError | None = None


def find_date_field(raw: RawMap, rows: Sequence[int], options: ReadOptions, *, is_series: bool = False) -> DateField:
    """Return the field of a map's dates: one with the name of a date field, else one whose texts hold dates.

    `rows` are the features that count. A text is searched if neither the user nor a name gives a day; the fields of a
    merged layer go before its name. The name of a series does not count. Raises DateError if some of the dates cannot
    be read, or fields differ.
    """
    if not is_series and pattern_is_in_name(raw, options.date_pattern):
        return DateField()
    found = _named_field(raw, rows, date_fields_of(raw.fields), options)
    if found.name is not None:
        return found
    merged = [name for name in raw.fields if name.casefold() in MERGED_FIELDS]
    columns = _text_columns(raw, rows, merged, options)
    if len({instant for column in columns.values() for instant in column.instants}) > 1:
        return _of_texts(raw, columns, found)
    if options.instant is not None or (not is_series and has_day_in_name(raw, options)):
        return found
    others = [name for name in raw.fields if name not in merged and name not in date_fields_of(raw.fields)]
    columns = columns or _text_columns(raw, rows, others, options)
    return _of_texts(raw, columns, found) if columns else found


def by_instant(
    raw: RawMap, rows: NDArray[np.int64], date_field: str, options: ReadOptions
) -> tuple[list[tuple[datetime, NDArray[np.int64]]], tuple[Finding, ...]]:
    """Return, for each instant of a date field in time order, the indices into `rows` of its features; and notes.

    Raises DateError naming a feature whose date cannot be read: otherwise its ground would be lost silently.
    """
    require_field(raw, date_field)
    column = _column(raw, rows.tolist(), date_field, options)
    indices: dict[datetime, list[int]] = {}
    for index, instant in enumerate(column.instants):
        if instant is not None:
            indices.setdefault(instant, []).append(index)
    return [(instant, np.asarray(indices[instant])) for instant in sorted(indices)], column.notes


def _column(raw: RawMap, rows: Sequence[int], field: str, options: ReadOptions) -> DateColumn:
    values = [raw.attributes[row].get(field) for row in rows]
    numbers = [row + 1 for row in rows]
    in_text = not date_fields_of([field])
    return read_column(
        raw.title, field, values, options.date_pattern, orders=options.date_orders, in_text=in_text, numbers=numbers
    )


def _column_or_none(raw: RawMap, rows: Sequence[int], field: str, options: ReadOptions) -> DateColumn | None:
    try:
        return _column(raw, rows, field, options)
    except DateError:
        return None


def _named_field(raw: RawMap, rows: Sequence[int], fields: list[str], options: ReadOptions) -> DateField:
    """The field with the name of a date field whose values are dates; several must agree."""
    if len(fields) > 1:
        return _agreeing_field(raw, rows, fields, options)
    if not fields:
        return DateField()
    try:
        _column(raw, rows, fields[0], options)
    except DateError as error:
        note = _note_on_date_field(raw, rows, fields[0], options.instant is not None, error)
        return DateField(None, (note,), error)
    return DateField(fields[0])


def _agreeing_field(raw: RawMap, rows: Sequence[int], fields: list[str], options: ReadOptions) -> DateField:
    """The field with the times of day among several date fields with equal days; None, with a note, if they differ.

    Raises DateError if they differ and one of them holds several dates: the layer has maps of many dates, not one.
    """
    found = {field: _column_or_none(raw, rows, field, options) for field in fields}
    columns = {field: column for field, column in found.items() if column is not None}
    days = {name: [one and one.date() for one in column.instants] for name, column in columns.items()}
    if len(columns) == len(fields) and len({tuple(each) for each in days.values()}) == 1:
        has_times = (
            field for field, column in columns.items() if any(one and one.time() != time() for one in column.instants)
        )
        return DateField(next(has_times, fields[0]))
    if any(len(set(each)) > 1 for each in days.values()):
        raise _differing(raw, rows, fields)
    return DateField(None, (Finding(DATE_FIELDS, len(fields), tuple(fields)),))


def _text_columns(
    raw: RawMap, rows: Sequence[int], fields: Iterable[str], options: ReadOptions
) -> dict[str, DateColumn]:
    found = {}
    for field in fields:
        values = [raw.attributes[row].get(field) for row in rows]
        column = read_text_column(raw.title, field, values, options.date_pattern)
        if column is not None:
            found[field] = column
    return found


def _of_texts(raw: RawMap, columns: dict[str, DateColumn], found: DateField) -> DateField:
    """The first of the fields whose texts hold dates. Raises DateError if their days differ."""
    days = {tuple(instant and instant.date() for instant in column.instants) for column in columns.values()}
    if len(days) > 1:
        raise DateError(
            "“{layer}” has no date field. The texts of several fields hold dates, and these differ: {fields}. Choose "
            "one as the date field.",
            layer=raw.title,
            fields=", ".join(columns),
        )
    name = next(iter(columns))
    return DateField(name, (*found.notes, Finding(DATE_IN_TEXT, len(columns[name].instants), (name,))))


def _differing(raw: RawMap, rows: Sequence[int], fields: Sequence[str]) -> DateError:
    values = [[raw.attributes[row].get(field) for field in fields] for row in rows]
    index = next((index for index, found in enumerate(values) if len(set(map(str, found))) > 1), 0)
    return DateError(
        "“{layer}” has several fields that may hold its dates: {fields}. Choose one as the date field. (Feature "
        "{feature}: {values}.)",
        layer=raw.title,
        fields=", ".join(fields),
        feature=rows[index] + 1,
        values=", ".join(f"{field} = {value}" for field, value in zip(fields, values[index])),
    )


def _note_on_date_field(
    raw: RawMap, rows: Sequence[int], date_field: str, is_dated: bool, refusal: DateError
) -> Finding:
    """A note on a field named like a date field that holds no dates, so that the map's name is searched.

    `refusal` is why the field cannot be read, and is raised if any value is a date: then the features would be merged
    into one map, or the date would be lost. With a date from the user (`is_dated`), one unclear value is only noted.
    """
    values = {row: raw.attributes[row].get(date_field) for row in rows}
    filled = {row: value for row, value in values.items() if not is_empty(value)}
    distinct = list({repr(value): value for value in filled.values()}.values())  # some kinds cannot be hashed
    may_be_unclear = is_dated and len(filled) == len(values) and len(distinct) == 1
    for value in distinct:
        if is_date(value) or (is_unclear(value) and not may_be_unclear):
            raise refusal
    if not filled:
        return Finding(DATES_EMPTY, len(values), (date_field,))
    named = islice(filled.items(), _NAMED_AT_MOST)
    shown = tuple(f"#{row + 1} {date_field} = “{str(value).strip()[:80]}”" for row, value in named)
    return Finding(DATES_UNREAD, len(filled), shown)


def require_field(raw: RawMap, name: str) -> None:
    """Raise InputError for a field that the map does not have, and list the fields that it has."""
    if name not in raw.fields:
        raise InputError(
            "“{layer}” has no field “{field}”. Its fields are: {fields}.",
            layer=raw.title,
            field=name,
            fields=", ".join(raw.fields) or "–",
        )
