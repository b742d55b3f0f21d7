# SPDX-License-Identifier: GPL-2.0-or-later
"""Steps that readers share: polygons out of mixed geometries, dates out of names and fields, classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..dates import DateError, find_instant, to_instant
from ..errors import InputError
from ..libraries import shapely
from ..snapshots import (
    CONTROL_CLASSES,
    DATE_CONFLICT,
    LINES,
    NO_GEOMETRY,
    POINTS,
    UNKNOWN_CLASS,
    Note,
    RawMap,
    Snapshot,
)
from ._record import ReadOptions

_POINT_TYPES = (0, 4)
_LINE_TYPES = (1, 2, 5)
_COLLECTION_TYPE = 7


class Polygons(NamedTuple):
    """The features of a map that have an area: their row numbers, their polygons, and notes on what was left out."""

    rows: NDArray[np.int64]
    polygons: NDArray[np.object_]
    notes: tuple[Note, ...]


def polygons_of(raw: RawMap) -> Polygons:
    """The polygons of a map, those inside collections too; points, lines and features without geometry are counted."""
    geometries = raw.geometries.copy()
    points = lines = 0
    for row in np.flatnonzero(shapely.get_type_id(geometries) == _COLLECTION_TYPE):
        parts = _parts(geometries[row])
        types = shapely.get_type_id(parts)
        points += int(np.isin(types, _POINT_TYPES).sum())
        lines += int(np.isin(types, _LINE_TYPES).sum())
        geometries[row] = shapely.multipolygons(parts[types == 3])
    types = shapely.get_type_id(geometries)
    missing = shapely.is_missing(geometries) | shapely.is_empty(geometries)
    point, line = np.isin(types, _POINT_TYPES) & ~missing, np.isin(types, _LINE_TYPES) & ~missing
    rows = np.flatnonzero(~(missing | point | line))
    counts = (
        (POINTS, points + int(point.sum())),
        (LINES, lines + int(line.sum())),
        (NO_GEOMETRY, int(missing.sum())),
    )
    notes = tuple(Note(kind, count) for kind, count in counts if count)
    return Polygons(rows, shapely.force_2d(geometries[rows]), raw.notes + notes)


def _parts(collection: Any) -> NDArray[np.object_]:
    """The simple geometries of a collection, however deeply nested."""
    parts = shapely.get_parts(collection)
    while np.isin(shapely.get_type_id(parts), (4, 5, 6, 7)).any():
        parts = shapely.get_parts(parts)
    return parts


def instant_of(raw: RawMap, options: ReadOptions) -> tuple[datetime, tuple[Note, ...]]:
    """The instant of a map that stands for one day: the user's word, else the first of its names with a date.

    A user's date that differs from the name's goes before it and is noted. Raises DateError when there is none.
    """
    found = None
    for name in raw.names:
        try:
            found = find_instant(name, options.date_pattern)
        except DateError:
            if options.instant is None:
                raise
        if found:
            break
    if options.instant is None:
        if found is None:
            names = " or ".join(f"“{name}”" for name in raw.names)
            fields = f" Its fields are: {', '.join(raw.fields)}." if raw.fields else ""
            raise DateError(f"No date is found in the name {names}. Give the date, a date field or a pattern.{fields}")
        return found, ()
    if found is not None and found.date() != options.instant.date():
        return options.instant, (Note(DATE_CONFLICT, 1, f"{found:%Y-%m-%d}"),)
    return options.instant, ()


def snapshot(
    raw: RawMap,
    instant: datetime,
    polygons: NDArray[np.object_],
    classes: Sequence[str],
    source: str,
    notes: Iterable[Note] = (),
    origin: str | None = None,
) -> Snapshot:
    """A snapshot from polygons and the class of each, run in step."""
    labels = np.asarray(classes, dtype=object)
    by_class = {key: polygons[labels == key] for key in CONTROL_CLASSES if (labels == key).any()}
    return Snapshot(instant, by_class, source, origin or origin_of(raw), raw.crs_wkt, tuple(notes))


def origin_of(raw: RawMap) -> str:
    """The file or, for a layer without one, the layer that a map came from."""
    return raw.path.name if raw.path else raw.title


def unknown_class_notes(names: Iterable[str]) -> tuple[Note, ...]:
    """A note for each class name that nobody knows, with how often it came."""
    return tuple(Note(UNKNOWN_CLASS, count, name) for name, count in sorted(Counter(names).items()))


def require_polygons(raw: RawMap, found: Polygons) -> None:
    """Refuse a map without a single polygon."""
    if len(found.rows):
        return
    what = f"{len(raw.attributes)} features, none of them a polygon" if raw.attributes else "no features"
    raise InputError(f"“{raw.title}” has {what}. Choose a layer or file with the polygons of the held area.")


def polygons_alone(raw: RawMap) -> Polygons:
    """The polygons of a map that should hold nothing else; points, lines and mixtures are refused."""
    found = polygons_of(raw)
    strange = {note.kind: note.count for note in found.notes if note.kind in (POINTS, LINES)}
    if strange:
        what = " and ".join(f"{count} {kind}" for kind, count in strange.items())
        raise InputError(
            f"“{raw.title}” holds {what} beside {len(found.rows)} polygons. Choose a layer of polygons only"
            f"{', or make the held area from lines first' if LINES in strange else ''}."
        )
    require_polygons(raw, found)
    return found


def classes_of(raw: RawMap, rows: NDArray[np.int64], class_field: str | None) -> tuple[list[str], tuple[Note, ...]]:
    """The control class of each row by a field in our words; without a field all are held, other words are `other`."""
    if class_field is None:
        return ["held"] * len(rows), ()
    require_field(raw, class_field)
    words = [raw.attributes[row].get(class_field) for row in rows]
    keys = [str(word).strip().casefold() for word in words]
    unknown = [
        "(empty)" if word is None or not str(word).strip() else str(word).strip()
        for word, key in zip(words, keys)
        if key not in CONTROL_CLASSES
    ]
    return [key if key in CONTROL_CLASSES else "other" for key in keys], unknown_class_notes(unknown)


def by_instant(raw: RawMap, rows: NDArray[np.int64], date_field: str) -> list[tuple[datetime, NDArray[np.int64]]]:
    """The places within `rows` that belong to each instant of a date field, in time order.

    Raises DateError naming the feature whose date cannot be read: ground without a date would be lost silently.
    """
    require_field(raw, date_field)
    places: dict[datetime, list[int]] = {}
    for place, row in enumerate(rows):
        value = raw.attributes[row].get(date_field)
        try:
            instant = to_instant(value)
        except DateError as error:
            what = "has no date" if value is None else f"has no date that can be read: {error}"
            raise DateError(
                f"“{raw.title}”: feature {row + 1} {what} (field “{date_field}”). Mend or leave out that feature."
            ) from error
        places.setdefault(instant, []).append(place)
    return [(instant, np.asarray(places[instant])) for instant in sorted(places)]


def require_field(raw: RawMap, name: str) -> None:
    """Refuse a field that the map does not have, and say which it has."""
    if name not in raw.fields:
        fields = ", ".join(raw.fields) or "none"
        raise InputError(f"“{raw.title}” has no field “{name}”. Its fields are: {fields}.")
