# SPDX-License-Identifier: GPL-2.0-or-later
"""Neue Zürcher Zeitung (from Liveuamap): what stayed, was gained and was lost in the period that ends on the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dates import iso_day
from ._record import ReadOptions, Source

if TYPE_CHECKING:
    from ..snapshots import RawMap, Snapshot

TYPES = {"nochange": "held", "gains": "held", "losses": "liberated"}
# The end of the period. An answer requested for one day may be of an earlier one, which the file's name does not
# show. The maps of 2022 have only `date`.
DATE_FIELDS = ("_dateto", "date")


def _recognises(raw: RawMap) -> bool:
    types = set(raw.values("type"))
    return {"date", "type", "view"} <= set(raw.fields) and "nochange" in types and types <= set(TYPES)


def _read(raw: RawMap, options: ReadOptions) -> list[Snapshot]:
    from ...errors import InputError
    from ._reading import dated, polygons_of, require_polygons

    found = polygons_of(raw)
    require_polygons(raw, found)
    classes = [TYPES[raw.attributes[row]["type"]] for row in found.rows]
    date_field = next(field for field in DATE_FIELDS if field in raw.fields)
    snapshots = dated(raw, found, classes, SOURCE.key, date_field, options)
    if len(snapshots) > 1:
        raise InputError(
            "“{layer}” mixes periods that end on different days ({days}). Ask the service for one day, or split it.",
            layer=raw.title,
            days=", ".join(iso_day(one.instant) for one in snapshots),
        )
    return snapshots


SOURCE = Source(
    key="nzz",
    title="Neue Zürcher Zeitung",
    credit="Neue Zürcher Zeitung, based on Liveuamap",
    recognises=_recognises,
    read=_read,
    reads_date_field=False,
    step_days=7.0,
    lag_days=0.0,
    conventions=(
        "The date is the end of the features' period (_dateto), whatever the file is called. Unchanged and gained "
        "ground is held, lost ground liberated. Ground held before 24 February 2022 is not drawn."
    ),
)
