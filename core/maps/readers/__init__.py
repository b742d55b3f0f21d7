# SPDX-License-Identifier: GPL-2.0-or-later
"""The conventions of each publisher, one file each. A new file with a `SOURCE` is a new publisher.

Records are light: keys and titles can be listed where neither numpy nor shapely is installed.
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
    """The publisher whose conventions a map follows; `generic` when it is nobody's that is known.

    Raises InputError when several claim it: then the user must say which.
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
    """The snapshots of a map in time order, and the field that their dates come from (None: not a field).

    Maps of nobody known are asked for a field that is called date; where it holds none, the names are. The given
    instant is for maps without a date field. Raises InputError, naming the map, when it cannot be read.
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
                pass  # a field that is called date and holds none: the date is looked for in the names
    return source.read(raw, replace(options, instant=None if field else options.instant, date_field=field)), field
