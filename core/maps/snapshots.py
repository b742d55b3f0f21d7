# SPDX-License-Identifier: GPL-2.0-or-later
"""What is known for one instant: polygons with a control class; and a map as read, before it is understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..findings import Finding
from .dates import iso_day, iso_minute

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# In order of precedence: where classes overlap in a map, the earlier one has the ground.
CONTROL_CLASSES = ("held", "contested", "claimed", "liberated", "other")

# Kinds of findings about maps. The first four count what was left out; the others name class, dates or sources.
POINTS = "points"
LINES = "lines"
NO_GEOMETRY = "no_geometry"
COLLAPSED_RINGS = "collapsed_rings"
UNKNOWN_CLASS = "unknown_class"
DATE_CONFLICT = "date_conflict"
NAME_CONFLICT = "name_conflict"
SEVERAL_SOURCES = "several_sources"
CLASS_FIELD_FOUND = "class_field_found"

CLASS_FIELD_NAMES = ("class", "control", "control_class", "status")


@dataclass(frozen=True, eq=False)
class RawMap:
    """One file or layer as it was read, before anybody knows what its features mean.

    `attributes` and `geometries` run in step, a feature each; a geometry may be None or of any type, in the CRS
    `crs_wkt` (None: unknown). `fields` are the names of the attributes in order.
    """

    title: str
    path: Path | None
    attributes: list[dict[str, Any]]
    geometries: NDArray[np.object_]
    crs_wkt: str | None
    fields: tuple[str, ...]
    notes: tuple[Finding, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Where a date may hide, in the order of trust: the title, the file's name."""
        stem = self.path.stem if self.path else ""
        return tuple(dict.fromkeys(name for name in (self.title, stem) if name))

    def values(self, name: str) -> list[Any]:
        """The attribute of that name of every feature; None where a feature lacks it."""
        return [attributes.get(name) for attributes in self.attributes]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything known for one instant.

    `polygons` holds by control class the polygons and multipolygons in the map's own CRS, as drawn: not repaired,
    possibly overlapping; `rows` the feature of the map (from 0) that each came from; `attributes` what the map says of
    its features, of this instant or not. `source` is the key of the publisher's record, `origin` the file or layer.
    """

    instant: datetime
    polygons: dict[str, NDArray[np.object_]]
    source: str
    origin: str
    crs_wkt: str | None
    notes: tuple[Finding, ...] = field(default=())
    rows: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    attributes: Sequence[Mapping[str, Any]] = ()

    def chosen(self, classes: Iterable[str]) -> NDArray[np.object_]:
        """The polygons of these classes in one object array; empty when the map has none of them."""
        import numpy as np

        return _joined(self.polygons, classes, np.empty(0, dtype=object))

    def chosen_rows(self, classes: Iterable[str]) -> NDArray[np.int64]:
        """The features of the map that `chosen` came from, in the same order."""
        import numpy as np

        return _joined(self.rows, classes, np.empty(0, dtype=np.int64))

    def values(self, name: str, classes: Iterable[str]) -> list[Any]:
        """The distinct values that the features of these classes have in a field, nulls left out."""
        found = (self.attributes[row].get(name) for row in self.chosen_rows(classes).tolist())
        return list(dict.fromkeys(value for value in found if value is not None))


def _joined(by_class: dict[str, NDArray[Any]], classes: Iterable[str], nothing: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    wanted = set(classes)
    parts = [values for key, values in by_class.items() if key in wanted]
    return np.concatenate(parts) if parts else nothing


def is_class_field(name: str, words: Iterable[object]) -> bool:
    """Whether a field is called as one with control classes is, and holds our words and nothing else."""
    found = {str(word).strip().casefold() for word in words}
    return name.casefold() in CLASS_FIELD_NAMES and bool(found) and found <= set(CONTROL_CLASSES)


class NoSnapshotError(InputError):
    """No snapshot stands for the instant asked for; `first` and `last` are the instants that there are."""

    def __init__(self, instant: datetime, first: datetime | None, last: datetime | None) -> None:
        if first and last:
            super().__init__(
                "There is no map from {instant} or before: the maps run from {first} to {last} (UTC). Ask for a date "
                "within that time.",
                instant=iso_minute(instant),
                first=iso_minute(first),
                last=iso_minute(last),
            )
        else:
            super().__init__("There are no maps to choose from.")
        self.instant, self.first, self.last = instant, first, last


def as_of(snapshots: Sequence[Snapshot], instant: datetime) -> Snapshot:
    """The snapshot that stands for an instant: the last one at or before it, whatever the order of the series.

    Raises NoSnapshotError when all of them come later, or there are none.
    """
    instants = [snapshot.instant for snapshot in snapshots]
    before = [snapshot for snapshot in snapshots if snapshot.instant <= instant]
    if not before:
        raise NoSnapshotError(instant, min(instants, default=None), max(instants, default=None))
    return max(before, key=lambda snapshot: snapshot.instant)


def standing_for(snapshots: Sequence[Snapshot], instant: datetime | None, is_dated: bool) -> Snapshot:
    """The snapshot of one map that stands for the instant asked for, or the only one that there is.

    `is_dated` tells that the map has a date field: then its own date counts, and one that differs from the instant is
    noted. Raises NoSnapshotError as `as_of` does, and ValueError where there are several and no instant to choose by.
    """
    only = snapshots[0]
    if len(snapshots) == 1 and (instant is None or not is_dated or instant.date() == only.instant.date()):
        return only
    if instant is None:
        raise ValueError("several snapshots, and no instant to choose by")
    snapshot_used = as_of(snapshots, instant)
    if len(snapshots) == 1:
        conflict = Finding(DATE_CONFLICT, 1, (iso_day(only.instant),))
        snapshot_used = replace(snapshot_used, notes=(*snapshot_used.notes, conflict))
    return snapshot_used
