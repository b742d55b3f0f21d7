# SPDX-License-Identifier: GPL-2.0-or-later
"""Front lines as somebody drew them: which features of a layer belong to which date."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from ..arrays import Integers
from ..errors import InputError
from .readers._reading import by_instant, require_field
from .snapshots import RawMap


def rows_by_date(raw: RawMap, date_field: str | None) -> dict[datetime | None, Integers]:
    """Return the features of each instant of a date field in time order; all of them under None without a field.

    Raises InputError when the layer has no such field, or a feature no date that can be read.
    """
    every = np.arange(len(raw.attributes))
    if date_field is None:
        return {None: every}
    require_field(raw, date_field)
    return dict(by_instant(raw, every, date_field))


def rows_as_of(raw: RawMap, date_field: str | None, given: datetime | None, parameter: str) -> Integers:
    """Return the features of the last date at or before the one given, or of the only date there is.

    Raises InputError, naming the parameter that takes the date, when there are several and none is given, or all come
    later.
    """
    dates = rows_by_date(raw, date_field)
    if len(dates) == 1:
        return next(iter(dates.values()))
    known = [instant for instant in dates if instant is not None]
    span = {"first": f"{known[0]:%Y-%m-%d}", "last": f"{known[-1]:%Y-%m-%d}"}
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
            date=f"{given:%Y-%m-%d %H:%M}",
            **span,
        )
    return dates[earlier[-1]]
