# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared functions of the readers: polygons from mixed geometries, dates from names and fields, classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError
from ...findings import Finding
from ...libraries import shapely
from ..class_values import value_text
from ..control_words import classes_by_words, may_hold_classes
from ..dates import DateError
from ..snapshots import (
    CLASS_FIELD_FOUND,
    CLASSES_BY_WORDS,
    CONTROL_CLASSES,
    LINES,
    NO_GEOMETRY,
    POINTS,
    UNKNOWN_CLASS,
    RawMap,
    Snapshot,
    is_class_field,
)
from ._date_fields import by_instant, require_field
from ._date_names import conflict, instant_of
from ._record import ReadOptions

_POINT_TYPES = (0, 4)
_LINE_TYPES = (1, 2, 5)
_COLLECTION_TYPE = 7


class Polygons(NamedTuple):
    """The features of a map with an area: their row numbers, their polygons, and notes on what was left out."""

    rows: NDArray[np.int64]
    polygons: NDArray[np.object_]
    notes: tuple[Finding, ...]


def polygons_of(raw: RawMap) -> Polygons:
    """Return the polygons of a map, also from collections; points, lines and missing geometries are counted."""
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
    notes = tuple(Finding(kind, count) for kind, count in counts if count)
    return Polygons(rows, shapely.force_2d(geometries[rows]), raw.notes + notes)


def _labels(geometries: NDArray[np.object_]) -> int:
    """How many points lie in collections with a polygon."""
    collections = geometries[shapely.get_type_id(geometries) == _COLLECTION_TYPE]
    types = [shapely.get_type_id(_parts(collection)) for collection in collections]
    return sum(int(np.isin(own, _POINT_TYPES).sum()) for own in types if 3 in own)


def _parts(collection: Any) -> NDArray[np.object_]:
    """The simple geometries of a collection, at any depth of nesting."""
    parts = shapely.get_parts(collection)
    while np.isin(shapely.get_type_id(parts), (4, 5, 6, 7)).any():
        parts = shapely.get_parts(parts)
    return parts


def dated(
    raw: RawMap,
    found: Polygons,
    classes: Sequence[str],
    source: str,
    date_field: str | None,
    options: ReadOptions,
    notes: Iterable[Finding] = (),
) -> list[Snapshot]:
    """Return the snapshots of a map: one for each instant of its date field, or a single one without a field."""
    notes = (*found.notes, *notes)
    if date_field is None or not raw.attributes:
        try:
            instant, date_notes = instant_of(raw, options)
        except DateError as error:
            if raw.attributes:
                raise
            raise DateError(
                "“{layer}” has no features, and no date in its name. Choose a layer with polygons, or give the date on "
                "which nothing is held.",
                layer=raw.title,
            ) from error
        return [snapshot(raw, instant, found.polygons, found.rows, classes, source, (*notes, *date_notes))]
    days, date_notes = by_instant(raw, found.rows, date_field, options)
    notes += date_notes
    if len(days) == 1:
        notes += conflict(days[0][0], options)
    return [
        snapshot(raw, instant, found.polygons[at], found.rows[at], [classes[index] for index in at], source, notes)
        for instant, at in days
    ]


def snapshot(
    raw: RawMap,
    instant: datetime,
    polygons: NDArray[np.object_],
    rows: NDArray[np.int64],
    classes: Sequence[str],
    source: str,
    notes: Iterable[Finding] = (),
    origin: str | None = None,
) -> Snapshot:
    """Return a snapshot from polygons, and the map row and class of each, in the same order."""
    labels = np.asarray(classes, dtype=object)
    found = [key for key in CONTROL_CLASSES if (labels == key).any()]
    return Snapshot(
        instant,
        {key: polygons[labels == key] for key in found},
        source,
        origin or origin_of(raw),
        raw.crs_wkt,
        tuple(notes),
        {key: rows[labels == key] for key in found},
        raw.attributes,
    )


def origin_of(raw: RawMap) -> str:
    """Return the file of a map, or its layer if there is no file."""
    return raw.path.name if raw.path else raw.title


def unknown_class_notes(names: Iterable[str]) -> tuple[Finding, ...]:
    """Return a note for each unknown class name, with the number of its occurrences."""
    return tuple(Finding(UNKNOWN_CLASS, count, (name,)) for name, count in sorted(Counter(names).items()))


def require_features(raw: RawMap) -> None:
    """Raise InputError for a map without a feature, which has no date of its own."""
    if not raw.attributes:
        raise InputError("“{layer}” has no features. Choose a layer or file with polygons.", layer=raw.title)


def require_polygons(raw: RawMap, found: Polygons) -> None:
    """Raise InputError for a map without a polygon; one without any feature shows that nothing is held."""
    if raw.attributes and not len(found.rows):
        raise InputError(
            "“{layer}” has {count} features, none of them a polygon. Choose a layer or file with the polygons of the "
            "held area.",
            layer=raw.title,
            count=len(raw.attributes),
        )


def polygons_alone(raw: RawMap) -> Polygons:
    """Return the polygons of a map that should contain nothing else; raise InputError for other geometries.

    The points and lines of a drawing are only counted, and so are points in a collection with polygons: its labels.
    """
    found = polygons_of(raw)
    require_polygons(raw, found)
    counts = {note.kind: note.count for note in found.notes}
    is_mixed = LINES in counts or counts.get(POINTS, 0) > _labels(raw.geometries)
    if is_mixed and not raw.is_drawing:
        raise InputError(
            "“{layer}” mixes {polygons} polygons with {points} points and {lines} lines. Choose a layer of polygons "
            "only; from front lines make the held area first.",
            layer=raw.title,
            polygons=len(found.rows),
            points=counts.get(POINTS, 0),
            lines=counts.get(LINES, 0),
        )
    return found


def class_field_of(
    raw: RawMap, rows: NDArray[np.int64], options: ReadOptions
) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the class field: the given one, or one with our words, or one whose words mean the same; and a note."""
    if options.class_field is not None or not raw.attributes:
        return options.class_field, ()
    field = next((name for name in raw.fields if is_class_field(name, raw.values(name))), None)
    if field is not None:
        return field, (Finding(CLASS_FIELD_FOUND, 1, (field,)),)
    columns = {name: [raw.attributes[row].get(name) for row in rows] for name in raw.fields}
    return class_field_by_words(columns), ()


def class_field_by_words(columns: Mapping[str, Sequence[Any]]) -> str | None:
    """Return the field whose values all mean a control class, one of them held; None if there is none."""
    return next(
        (
            name
            for name, values in columns.items()
            if may_hold_classes(name)
            and classes_by_words(dict.fromkeys(map(value_text, values)))
            and len(set(map(value_text, values))) > 1  # one kind alone is held anyway
        ),
        None,
    )


def classes_of(raw: RawMap, rows: NDArray[np.int64], class_field: str | None) -> tuple[list[str], tuple[Finding, ...]]:
    """Return the control class of each row from a field; all `held` without a field.

    The field has our words, or words that all mean the same as one of them, which is noted; others are `other`.
    """
    if class_field is None or not raw.attributes:
        return ["held"] * len(rows), ()
    require_field(raw, class_field)
    return classes_of_words([raw.attributes[row].get(class_field) for row in rows], class_field)


def classes_of_words(words: Sequence[Any], class_field: str) -> tuple[list[str], tuple[Finding, ...]]:
    """Return the control class of each word of a class field, and notes as `classes_of` does."""
    texts = [value_text(word) for word in words]
    keys = [text.casefold() for text in texts]
    if not set(keys) <= set(CONTROL_CLASSES):
        known = classes_by_words(dict.fromkeys(texts))
        if known is not None:
            names = (class_field, *(f"{text}: {found}" for text, found in known.items()))
            return [known[text] for text in texts], (Finding(CLASSES_BY_WORDS, len(texts), names),)
    unknown = [text or "(empty)" for text, key in zip(texts, keys) if key not in CONTROL_CLASSES]
    return [key if key in CONTROL_CLASSES else "other" for key in keys], unknown_class_notes(unknown)
