# SPDX-License-Identifier: GPL-2.0-or-later
"""Our own prepared snapshots: one feature per instant and class, with the fields date, class, source and origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._record import ReadOptions, Source

if TYPE_CHECKING:
    from ..snapshots import RawMap, Snapshot

FIELDS = ("date", "class", "source", "origin")


def _recognises(raw: RawMap) -> bool:
    return set(FIELDS) <= set(raw.fields)


def _read(raw: RawMap, options: ReadOptions) -> list[Snapshot]:
    import numpy as np

    from ...findings import Finding
    from ..snapshots import NO_GEOMETRY, SEVERAL_SOURCES
    from ._date_fields import by_instant
    from ._reading import classes_of, polygons_alone, require_features, snapshot

    require_features(raw)
    found = polygons_alone(raw)
    classes, unknown = classes_of(raw, np.arange(len(raw.attributes)), options.class_field or "class")
    sources = [str(own.get("source") or SOURCE.key) for own in raw.attributes]
    origins = [str(own.get("origin") or raw.title) for own in raw.attributes]
    distinct = sorted(set(sources))
    mixed = (Finding(SEVERAL_SOURCES, len(distinct), tuple(distinct)),) if len(distinct) > 1 else ()
    days, date_notes = by_instant(raw, np.arange(len(raw.attributes)), options.date_field or "date", options)
    notes = tuple(note for note in found.notes if note.kind != NO_GEOMETRY) + unknown + mixed + date_notes
    polygons = np.full(len(raw.attributes), None, dtype=object)
    polygons[found.rows] = found.polygons
    snapshots = []
    for instant, rows in days:
        drawn = rows[np.isin(rows, found.rows)]  # a feature without a geometry stands for a date with nothing held
        source = ", ".join(dict.fromkeys(sources[row] for row in rows))
        origin = ", ".join(dict.fromkeys(origins[row] for row in rows))
        labels = [classes[row] for row in drawn]
        snapshots.append(snapshot(raw, instant, polygons[drawn], drawn, labels, source, notes, origin))
    return snapshots


SOURCE = Source(
    key="prepared",
    title="Prepared snapshots",
    recognises=_recognises,
    read=_read,
    step_days=None,
    lag_days=0.0,
    conventions="Written by “Prepare snapshots”: fields date (UTC), class, source and origin, many dates in one layer.",
)
