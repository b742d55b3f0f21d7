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
from ...findings import Finding
from ..dates import DateError
from ..own_results import refuse_result
from ..snapshots import NO_FEATURES
from ._record import ReadOptions as ReadOptions
from ._record import Source as Source

if TYPE_CHECKING:
    from ..snapshots import RawMap, Snapshot

DATE_FIELD_UNUSED = "date_field_unused"

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

    A map of an unknown publisher is searched for a field with a name for dates; if it has none, or the field holds no
    date at all, the names are searched. The given instant applies to maps without a date field. Raises InputError,
    naming the map, if it cannot be read.
    """
    snapshots, field = _read(raw, source, options)
    if not raw.attributes:
        snapshots = [replace(one, notes=(*one.notes, Finding(NO_FEATURES))) for one in snapshots]
    if options.class_values:
        from ..class_values import with_class_values

        snapshots = with_class_values(raw, snapshots, options.class_values, options.class_field)
    return snapshots, field


def _read(raw: RawMap, source: Source, options: ReadOptions) -> tuple[list[Snapshot], str | None]:
    """The snapshots by the conventions of the publisher, and the field of their dates."""
    field = options.date_field if raw.attributes else None
    if source.key != "prepared":
        refuse_result(raw.title, raw.fields)
    if source.key == "prepared":
        field = field or "date"
    elif source.key == "generic" and field is None:
        return _read_generic(raw, source, options)
    elif field and not source.reads_date_field:
        raw = replace(raw, notes=(*raw.notes, Finding(DATE_FIELD_UNUSED, 1, (field,))))
        field = None
    return source.read(raw, replace(options, instant=None if field else options.instant, date_field=field)), field


def _read_generic(raw: RawMap, source: Source, options: ReadOptions) -> tuple[list[Snapshot], str | None]:
    """The snapshots of a map whose date field is found; and that field, None if its names are used."""
    from ._date_fields import find_date_field
    from ._reading import polygons_of

    if not raw.fields:
        return source.read(raw, options), None
    found = find_date_field(raw, polygons_of(raw).rows.tolist(), options)
    raw = replace(raw, notes=(*raw.notes, *found.notes))
    if found.name is not None:
        return source.read(raw, replace(options, instant=None, date_field=found.name)), found.name
    if found.refusal is None:
        return source.read(raw, options), None
    try:
        return source.read(raw, options), None
    except DateError as error:
        raise DateError("{field_reason} {name_reason}", field_reason=found.refusal, name_reason=error) from error
