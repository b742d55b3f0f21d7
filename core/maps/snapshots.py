# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything known for one instant: polygons with a control class; and a map as read, before interpretation."""

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

# In order of precedence: where classes overlap in a map, the earlier one keeps the ground.
CONTROL_CLASSES = ("held", "contested", "claimed", "liberated", "other")

# Kinds of findings about maps. The first four count what was left out; the others name classes, dates or sources.
POINTS = "points"
LINES = "lines"
NO_GEOMETRY = "no_geometry"
COLLAPSED_RINGS = "collapsed_rings"
UNKNOWN_CLASS = "unknown_class"
DATE_CONFLICT = "date_conflict"
NAME_CONFLICT = "name_conflict"
SEVERAL_SOURCES = "several_sources"
CLASS_FIELD_FOUND = "class_field_found"
CLASSES_BY_WORDS = "classes_by_words"
NO_FEATURES = "no_features"
DATES_UNREAD = "dates_unread"
DATES_EMPTY = "dates_empty"
DATE_FIELDS = "date_fields"
DATE_IN_TEXT = "date_in_text"
DATE_IN_FOLDER = "date_in_folder"

CLASS_FIELD_NAMES = ("class", "control", "control_class", "status")


@dataclass(frozen=True, eq=False)
class RawMap:
    """One file or layer as read, before its features are interpreted.

    `attributes` and `geometries` have one item per feature, in the same order; a geometry may be None or of any type,
    in the CRS `crs_wkt` (None: unknown). `fields` are the names of the attributes in order. `styles` are the colours in
    which the map itself draws the features, or the ids of its styles; empty where it has none. `service` is the address
    of the web service that the map was loaded from; empty for a file. `is_drawing` is whether its points and lines are
    labels beside the areas, as in KML, and no second kind of data.
    """

    title: str
    path: Path | None
    attributes: list[dict[str, Any]]
    geometries: NDArray[np.object_]
    crs_wkt: str | None
    fields: tuple[str, ...]
    notes: tuple[Finding, ...] = ()
    styles: tuple[str, ...] = ()
    service: str = ""
    is_drawing: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names that may contain a date, the most reliable first: the title, the file's name."""
        stem = self.path.stem if self.path else ""
        return tuple(dict.fromkeys(name for name in (self.title, stem) if name))

    @property
    def area_count(self) -> int:
        """The number of features that have an area, alone or in a collection."""
        from ..libraries import shapely

        return int((shapely.area(self.geometries) > 0).sum())

    def values(self, name: str) -> list[Any]:
        """The values of one attribute for all features; None for a feature that lacks it."""
        return [attributes.get(name) for attributes in self.attributes]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything known for one instant.

    `polygons` are the polygons and multipolygons by control class in the map's own CRS, as drawn: not repaired,
    possibly overlapping. `rows` are the indices of their features in the map (from 0). `attributes` are those of all
    features of the map, including other instants. `source` is the key of the publisher's record, `origin` the file or
    layer. `is_unclassed` is whether all polygons are held because the map has no classes.
    """

    instant: datetime
    polygons: dict[str, NDArray[np.object_]]
    source: str
    origin: str
    crs_wkt: str | None
    notes: tuple[Finding, ...] = field(default=())
    rows: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    attributes: Sequence[Mapping[str, Any]] = ()
    is_unclassed: bool = False

    def chosen(self, classes: Iterable[str]) -> NDArray[np.object_]:
        """The polygons of these classes in one object array; empty if the map has none of them."""
        import numpy as np

        return _joined(self.polygons, classes, np.empty(0, dtype=object))

    def chosen_rows(self, classes: Iterable[str]) -> NDArray[np.int64]:
        """The indices in the map of the features of `chosen`, in the same order."""
        import numpy as np

        return _joined(self.rows, classes, np.empty(0, dtype=np.int64))

    def values(self, name: str, classes: Iterable[str]) -> list[Any]:
        """The distinct values of a field for the features of these classes, without nulls."""
        found = (self.attributes[row].get(name) for row in self.chosen_rows(classes).tolist())
        return list(dict.fromkeys(value for value in found if value is not None))


def _joined(by_class: dict[str, NDArray[Any]], classes: Iterable[str], nothing: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    wanted = set(classes)
    parts = [values for key, values in by_class.items() if key in wanted]
    return np.concatenate(parts) if parts else nothing


def is_class_field(name: str, words: Iterable[object]) -> bool:
    """Whether a field has the name of a class field and contains only the names of control classes."""
    found = {str(word).strip().casefold() for word in words}
    return name.casefold() in CLASS_FIELD_NAMES and bool(found) and found <= set(CONTROL_CLASSES)


class NoSnapshotError(InputError):
    """There is no snapshot as of the requested instant; `first` and `last` are the instants of the series."""

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
    """Return the snapshot as of an instant: the last one at or before it, in any order of the series.

    Raises NoSnapshotError if all of them are later, or there are none.
    """
    instants = [snapshot.instant for snapshot in snapshots]
    before = [snapshot for snapshot in snapshots if snapshot.instant <= instant]
    if not before:
        raise NoSnapshotError(instant, min(instants, default=None), max(instants, default=None))
    return max(before, key=lambda snapshot: snapshot.instant)


def requested_snapshot(snapshots: Sequence[Snapshot], instant: datetime | None, is_dated: bool) -> Snapshot:
    """Return the snapshot of one map as of the requested instant, or the only one that there is.

    `is_dated` is whether the map has a date field: then its own date counts, and a difference from the instant is
    noted. Raises NoSnapshotError as `as_of` does, and ValueError if there are several and no instant is given.
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
