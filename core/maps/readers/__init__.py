# SPDX-License-Identifier: GPL-2.0-or-later
"""The conventions of each publisher, one file each. A new file with a `SOURCE` is a new publisher.

Records are light: their keys and titles can be listed without numpy or shapely.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from typing import TYPE_CHECKING

from ...errors import InputError
from ..dates import DateError, date_field_of
from ._record import ReadOptions as ReadOptions
from ._record import Source as Source

if TYPE_CHECKING:
    from ..snapshots import RawMap, Snapshot

# Files whose names start with an underscore are shared tools, not publishers.
SOURCES: dict[str, Source] = {
    module.SOURCE.key: module.SOURCE
    for module in (
        importlib.import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
        if not found.name.startswith("_")
    )
}


def recognise(raw: RawMap) -> Source:
    """Return the publisher whose conventions a map follows; `generic` if none is known.

    Raises InputError if several match: then the user must choose one.
    """
    claimants = [source for source in SOURCES.values() if source.recognises(raw)]
    if len(claimants) > 1:
        raise InputError(
            "“{layer}” looks like a map of several publishers: {publishers}. Say which one it is.",
            layer=raw.title,
            publishers=", ".join(f"{source.title} (“{source.key}”)" for source in claimants),
        )
    return claimants[0] if claimants else SOURCES["generic"]


def read_snapshots(raw: RawMap, source: Source, options: ReadOptions) -> tuple[list[Snapshot], str | None]:
    """Return the snapshots of a map in time order, and the field of their dates (None: the dates are from no field).

    A map of an unknown publisher is searched for a field with a name for dates; if it has none, the names are searched.
    The given instant applies to maps without a date field. Raises InputError, naming the map, if it cannot be read.
    """
    field = options.date_field
    if source.key == "prepared":
        field = field or "date"
    elif source.key == "generic" and field is None and options.date_pattern is None:
        guessed = date_field_of(raw.fields)
        if guessed:
            try:
                return source.read(raw, ReadOptions(date_field=guessed, class_field=options.class_field)), guessed
            except DateError:
                pass  # the field has the name of a date field but no dates, so the names are searched
    return source.read(raw, replace(options, instant=None if field else options.instant, date_field=field)), field
