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
    from ..snapshots import SEVERAL_SOURCES, Note
    from ._reading import by_instant, classes_of, polygons_alone, snapshot

    found = polygons_alone(raw)
    classes, unknown = classes_of(raw, found.rows, options.class_field or "class")
    sources = [str(raw.attributes[row].get("source") or SOURCE.key) for row in found.rows]
    origins = [str(raw.attributes[row].get("origin") or raw.title) for row in found.rows]
    distinct = sorted(set(sources))
    mixed = (Note(SEVERAL_SOURCES, len(distinct), ", ".join(distinct)),) if len(distinct) > 1 else ()
    notes = found.notes + unknown + mixed
    return [
        snapshot(
            raw,
            instant,
            found.polygons[rows],
            found.rows[rows],
            [classes[row] for row in rows],
            ", ".join(dict.fromkeys(sources[row] for row in rows)),
            notes,
            ", ".join(dict.fromkeys(origins[row] for row in rows)),
        )
        for instant, rows in by_instant(raw, found.rows, options.date_field or "date")
    ]


SOURCE = Source(
    key="prepared",
    title="Prepared snapshots",
    recognises=_recognises,
    read=_read,
    step_days=None,
    lag_days=0.0,
    conventions="Written by “Prepare snapshots”: fields date (UTC), class, source and origin, many dates in one layer.",
)
