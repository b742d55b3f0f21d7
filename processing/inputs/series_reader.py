# SPDX-License-Identifier: GPL-2.0-or-later
"""Streams the snapshots of one layer in time order: dates and extent are surveyed first, geometry is read as needed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...core.findings import Finding
from ...core.maps.dates import date_field_of
from .. import messages
from ..progress import Progress
from .held_areas import warn_of_wide_edges
from .layers import LayerInput
from .maps import publishers_of
from .series_classes import class_field_of, classes_of_series, refuse_exchange_in_series
from .whole_files import refuse_hidden_polygons

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.polygons import MeasurableArea
    from ...core.maps.class_values import ClassValues

PREPARED_FIELDS = ("date", "class", "source", "origin")


@dataclass(frozen=True)
class SeriesReader:
    """The snapshots of a surveyed layer: `instants` in time order, and the features of each by control class.

    `frame` is the working frame around all features of `classes`. Small layers keep their geometries from the survey.
    """

    layer: LayerInput
    classes: tuple[str, ...]
    date_field: str
    class_field: str | None
    instants: list[datetime]
    frame: Frame
    _features: dict[datetime, dict[str, list[int]]] = field(repr=False)
    _class_of: dict[int, str] = field(repr=False)
    _kept: dict[int, bytes | None] = field(repr=False)
    _instant_of: dict[Any, datetime] = field(repr=False)  # by the value of the date field
    _lies_in_time_order: bool

    @classmethod
    def survey(
        cls,
        layer: LayerInput,
        classes: tuple[str, ...],
        date_field: str | None,
        class_field: str | None,
        progress: Progress,
        values: ClassValues | None = None,
        date_pattern: str | None = None,
    ) -> SeriesReader:
        """Read dates, classes and extent of a layer; a field that is None is found by its name.

        `values` are the values of each class. Warns of unknown classes and of dates on which nothing is held. Raises
        InputError, naming layer and feature, when the layer cannot be used.
        """
        import numpy as np

        from ...core.geometry.geodesy import Frame, to_lonlat

        date_field, class_field = _fields_of(layer, date_field, class_field, date_pattern, progress)
        by = classes_of_series(layer, date_field, class_field, values, progress)
        class_field = by.field
        class_of: dict[int, str] = {}
        features: dict[Any, dict[str, list[int]]] = {}  # by the value of the date field
        order: list[Any] = []  # these values as they lie in the layer, repeated ones left out
        numbers: dict[Any, int] = {}  # of the first feature with each value
        unknown_classes: dict[str, int] = {}
        kept: dict[int, bytes | None] = {}
        boxes, shown, without_geometry = [], 0, 0
        for number, (identifier, (date, word), box) in enumerate(layer.survey((date_field, class_field), kept), 1):
            progress.check()
            if not order or order[-1] != date:
                order.append(date)
            numbers.setdefault(date, number)
            by_class = features.setdefault(date, {})
            key = by.of(identifier, word)
            if key is None:
                unknown_classes[str(word)] = unknown_classes.get(str(word), 0) + 1
                key = "other"
            class_of[identifier] = key
            without_geometry += box is None
            if box is not None:
                shown += box[0] < box[2] and box[1] < box[3]
                by_class.setdefault(key, []).append(identifier)
                if key in classes:
                    boxes.append(box)
        refuse_hidden_polygons(layer, shown)
        known = _instants(layer, date_field, numbers, date_pattern, progress)
        by_instant = _joined(features, known)
        dates_held = sorted(instant for instant, by_class in by_instant.items() if by_class.get("held"))
        if class_field is None and not values and len(dates_held) > 1:
            first, last = (by_instant[end]["held"] for end in (dates_held[0], dates_held[-1]))
            refuse_exchange_in_series(layer, date_field, first, last, progress)
        for word, count in unknown_classes.items():
            progress.warn(messages.finding_text(Finding("unknown_class", count, (word,)), layer.name))
        if not boxes:
            raise InputError(
                "Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another "
                "layer.",
                layer=layer.name,
                classes=", ".join(classes),
            )
        if without_geometry and not is_prepared(layer):  # there it says that nothing is held
            progress.warn(messages.finding_text(Finding("no_geometry", without_geometry), layer.name))
        _warn_of_empty_maps(layer, by_instant, classes, progress)
        corners = np.array(boxes).reshape(-1, 2)  # west and south, east and north of one box after the other
        frame = Frame.around_boxes(to_lonlat(corners, layer.crs_wkt, layer.name).reshape(-1, 4))
        lies_in_time_order = all(known[one] <= known[two] for one, two in zip(order, order[1:]))
        instants = sorted(by_instant)
        return cls(
            *(layer, classes, date_field, class_field, instants, frame),
            *(by_instant, class_of, kept, known, lies_in_time_order),
        )

    def classes_found(self) -> set[str]:
        """Return all control classes in the maps of the layer."""
        return {key for by_class in self._features.values() for key in by_class}

    def held_areas(
        self, instants: Sequence[datetime], progress: Progress, classes: tuple[str, ...] | None = None
    ) -> Iterator[MeasurableArea]:
        """Yield the held area at each of these instants, in time order; the same object while the map is unchanged.

        `classes` defaults to the classes of the survey. Warns of repaired polygons.
        """
        return self.areas_of(self.features(self.classes if classes is None else classes), instants, progress)

    def features(self, classes: Collection[str]) -> dict[datetime, list[int]]:
        """Return the ids of the features of these classes at each instant."""
        return {
            instant: [identifier for key, found in by_class.items() if key in classes for identifier in found]
            for instant, by_class in self._features.items()
        }

    def areas_of(
        self, features: Mapping[datetime, Sequence[int]], instants: Sequence[datetime], progress: Progress
    ) -> Iterator[MeasurableArea]:
        """Yield the area of some features, by id, at each of these instants, as `held_areas` does."""
        from ...core.geometry.polygons import area_as_drawn, lonlat_polygons

        before, held = None, None
        for instant, binaries in self._maps(instants, features):
            progress.check()
            if before is None or binaries != before:
                crs_wkt, name = self.layer.crs_wkt, f"{self.layer.name}, {formatting.instant_text(instant)}"
                drawn = lonlat_polygons(self.layer.shapes(binaries), crs_wkt, name)
                warn_of_wide_edges(drawn, progress)
                held = area_as_drawn(drawn, self.frame, held)
                if held.repairs:
                    progress.warn(
                        messages.repair_text(held.repairs, f"{self.layer.name}, {formatting.iso_day(instant)}")
                    )
            before = binaries
            yield held

    def values(self, field: str) -> list[set[Any]]:
        """Return for each instant the values of a field in features of the chosen classes, without nulls.

        Raises InputError when the layer has no such field.
        """
        _require_fields(self.layer, field)
        found: dict[datetime, set[Any]] = {instant: set() for instant in self.instants}
        for identifier, (date, value) in self.layer.attributes([self.date_field, field]):
            if value is not None and self._class_of[identifier] in self.classes:
                found[self._instant_of[date]].add(value)
        return list(found.values())

    def values_by_feature(self, field: str) -> dict[int, Any]:
        """Return the value of a field for each feature by its id. Raises InputError when there is no such field."""
        _require_fields(self.layer, field)
        return {identifier: value for identifier, (value,) in self.layer.attributes([field])}

    def sources(self, instants: Iterable[datetime]) -> list[str]:
        """Return the keys of the sources of prepared snapshots at these instants; none for other layers."""
        if not is_prepared(self.layer):
            return []
        sources = dict(zip(self.instants, self.values("source")))
        found = (str(value).split(", ") for instant in instants for value in sorted(sources[instant], key=str))
        return [source for values in found for source in values]

    def publishers(self, instants: Iterable[datetime]) -> list[str]:
        """Return the names of the publishers of prepared snapshots at these instants; of other layers none is known."""
        return publishers_of(self.sources(instants))

    def _maps(
        self, instants: Sequence[datetime], features: Mapping[datetime, Sequence[int]]
    ) -> Iterator[tuple[datetime, list[bytes | None]]]:
        """The geometries of each instant: from the survey, or streamed in the layer's order, or read by id."""
        chosen = {instant: list(features.get(instant, ())) for instant in instants}
        if self._kept:
            for instant in instants:
                yield instant, [self._kept[identifier] for identifier in sorted(chosen[instant])]
            return
        if len(instants) < len(self._features) or not self._lies_in_time_order:
            for instant in instants:
                yield instant, self.layer.binaries(chosen[instant])
            return
        instant_of = {identifier: instant for instant, found in chosen.items() for identifier in found}
        waiting = iter(instants)
        current = next(waiting)
        found: list[bytes | None] = []
        for identifier, binary in self.layer.stream():
            while current != instant_of.get(identifier, current):
                yield current, found
                current, found = next(waiting), []
            if identifier in instant_of:
                found.append(binary)
        yield current, found
        for instant in waiting:
            yield instant, []


def is_prepared(layer: LayerInput) -> bool:
    """Return whether a layer has the fields of prepared snapshots."""
    return {field.name() for field in layer.fields} >= set(PREPARED_FIELDS)


def _warn_of_empty_maps(
    layer: LayerInput,
    features: Mapping[datetime, Mapping[str, Sequence[int]]],
    classes: tuple[str, ...],
    progress: Progress,
) -> None:
    """Warn of dates on which nothing is held."""
    empty = [instant for instant, by_class in sorted(features.items()) if not any(map(by_class.get, classes))]
    if empty and "held" in classes:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Layer “{layer}” has nothing of the classes {classes} on {count} of its dates ({dates}).",
        )
        shown = [formatting.iso_day(instant) for instant in empty[: messages.NAMED_AT_MOST]]
        dates = ", ".join(shown) + (", …" if len(empty) > len(shown) else "")
        progress.warn(text.format(layer=layer.name, classes=", ".join(classes), count=len(empty), dates=dates))


def _fields_of(
    layer: LayerInput, date_field: str | None, class_field: str | None, pattern: str | None, progress: Progress
) -> tuple[str, str | None]:
    """The date field and the class field (None: there is none), found by names and values unless given."""
    names = [field.name() for field in layer.fields]
    if set(PREPARED_FIELDS) <= set(names):
        class_field = class_field or "class"
    date_field = date_field or date_field_of(names) or _found_date_field(layer, names, pattern, progress)
    class_field = class_field or class_field_of(layer, names)
    if date_field is None:
        raise InputError(
            "Layer “{layer}” has no date field that could be found. Name it in DATE_FIELD. Its fields are: {fields}.",
            layer=layer.name,
            fields=", ".join(names) or "–",
        )
    _require_fields(layer, date_field, *filter(None, [class_field]))
    return date_field, class_field


def _found_date_field(layer: LayerInput, names: list[str], pattern: str | None, progress: Progress) -> str | None:
    """Of several date fields the one that agrees with the others, or else a field whose texts hold dates."""
    import numpy as np

    from ...core.maps.readers import ReadOptions
    from ...core.maps.readers._date_fields import find_date_field
    from ...core.maps.snapshots import RawMap

    attributes = [dict(zip(names, values)) for _, values in layer.attributes(names)]
    raw = RawMap(layer.name, layer.path, attributes, np.empty(0, dtype=object), None, tuple(names))
    options = ReadOptions(date_pattern=pattern)
    found = find_date_field(raw, range(len(attributes)), options, is_series=True)
    for note in found.notes:
        progress.warn(messages.finding_text(note, layer.name))
    return found.name


def _require_fields(layer: LayerInput, *wanted: str) -> None:
    names = [field.name() for field in layer.fields]
    for name in wanted:
        if name not in names:
            raise InputError(
                "Layer “{layer}” has no field “{field}”. Its fields are: {fields}.",
                layer=layer.name,
                field=name,
                fields=", ".join(names) or "–",
            )


def _instants(
    layer: LayerInput, field: str, numbers: dict[Any, int], pattern: str | None, progress: Progress
) -> dict[Any, datetime]:
    """The instant of each value in the date field; `numbers` are those of the first features with them, from 1."""
    from ...core.maps.dates.columns import read_column

    in_text = date_field_of([field]) is None
    column = read_column(layer.name, field, numbers, pattern, in_text=in_text, numbers=list(numbers.values()))
    for note in column.notes:
        progress.warn(messages.finding_text(note, layer.name))
    return dict(zip(numbers, column.instants))


def _joined(
    features: dict[Any, dict[str, list[int]]], instant_of: dict[Any, datetime]
) -> dict[datetime, dict[str, list[int]]]:
    """The features by instant and class: values of several forms may be of one instant."""
    joined: dict[datetime, dict[str, list[int]]] = {}
    for value, by_class in features.items():
        found = joined.setdefault(instant_of[value], {})
        for key, identifiers in by_class.items():
            found.setdefault(key, []).extend(identifiers)
    return joined
