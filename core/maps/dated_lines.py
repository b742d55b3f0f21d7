# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn front lines: which features of a layer belong to which date."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from ..arrays import Integers
from ..errors import InputError
from .dates import date_fields_of, iso_day, iso_minute
from .readers._reading import by_instant, note_on_date_fields, require_field
from .snapshots import RawMap


def date_field_of_lines(raw: RawMap) -> str | None:
    """Return the field of the lines' dates, found by its name; None if there is none.

    Raises InputError if several fields are named so, and one of them holds several dates.
    """
    found = date_fields_of(raw.fields)
    if len(found) > 1:
        note_on_date_fields(raw, np.arange(len(raw.attributes)).tolist(), found)
    return found[0] if len(found) == 1 else None


def rows_by_date(raw: RawMap, date_field: str | None) -> dict[datetime | None, Integers]:
    """Return the feature indices of each instant of a date field in time order; without a field all are under None.

    Raises InputError if the layer has no such field, or the date of a feature cannot be read.
    """
    every = np.arange(len(raw.attributes))
    if date_field is None:
        return {None: every}
    require_field(raw, date_field)
    return dict(by_instant(raw, every, date_field))


def rows_as_of(raw: RawMap, date_field: str | None, given: datetime | None, parameter: str) -> Integers:
    """Return the features of the last date at or before the given one, or of the only date.

    Raises InputError, naming the parameter for the date, if there are several dates and none is given, or if all dates
    are later.
    """
    dates = rows_by_date(raw, date_field)
    if len(dates) == 1:
        return next(iter(dates.values()))
    known = [instant for instant in dates if instant is not None]
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
    return dates[earlier[-1]]
