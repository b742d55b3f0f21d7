# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn front lines: which features of a layer belong to which date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from ..arrays import Integers
from ..errors import InputError
from ..findings import Finding
from .dates import iso_day, iso_minute
from .readers import ReadOptions
from .readers._date_fields import DateField, by_instant, find_date_field
from .snapshots import RawMap


@dataclass(frozen=True)
class LineDates:
    """The feature indices of each instant in time order (all under None without a date field), the field, and notes."""

    rows: dict[datetime | None, Integers]
    field: str | None
    notes: tuple[Finding, ...]


def line_dates(raw: RawMap, options: ReadOptions) -> LineDates:
    """Return the dates of lines by the date field of `options`, else by the one that is found as in maps.

    Raises InputError if the layer has no such field, or the date of a feature cannot be read.
    """
    every = np.arange(len(raw.attributes))
    found = DateField(options.date_field)
    if found.name is None:
        found = find_date_field(raw, every.tolist(), options)
    if found.name is None:
        if found.refusal is not None:
            raise found.refusal
        return LineDates({None: every}, None, found.notes)
    days, notes = by_instant(raw, every, found.name, options)
    return LineDates(dict(days), found.name, (*found.notes, *notes))


def rows_as_of(raw: RawMap, dates: LineDates, given: datetime | None, parameter: str) -> Integers:
    """Return the features of the last date at or before the given one, or of the only date.

    Raises InputError, naming the parameter for the date, if there are several dates and none is given, or if all dates
    are later.
    """
    if len(dates.rows) == 1:
        return next(iter(dates.rows.values()))
    known = [instant for instant in dates.rows if instant is not None]
    span = {"first": iso_day(known[0]), "last": iso_day(known[-1])}
    if given is None:
        raise InputError(
            "Layer “{layer}” holds lines of {count} dates, from {first} to {last}. Say which one to use with "
            "{parameter}.",
            layer=raw.title,
            count=len(known),
            parameter=parameter,
            **span,
        )
    earlier = [instant for instant in known if instant <= given]
    if not earlier:
        raise InputError(
            "Layer “{layer}” has no lines of {date} or before: they run from {first} to {last}. Give a date within "
            "that time.",
            layer=raw.title,
            date=iso_minute(given),
            **span,
        )
    return dates.rows[earlier[-1]]
