# SPDX-License-Identifier: GPL-2.0-or-later
"""Streams the snapshots of one layer in time order: dates and extent are surveyed first, geometry is read as needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from ... import formatting
from ...core.errors import InputError
from ...core.findings import Finding
from ...core.maps.dates import DateError, date_field_of, to_instant
from ...core.maps.snapshots import CLASS_FIELD_NAMES, CONTROL_CLASSES, is_class_field
from .. import messages
from ..progress import Progress
from .layers import LayerInput
from .maps import publishers_of, warn_of_wide_edges

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.polygons import MeasurableArea

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
    _kept: dict[int, bytes | None] = field(repr=False)
    _lies_in_time_order: bool

    @classmethod
    def survey(
        cls,
        layer: LayerInput,
        classes: tuple[str, ...],
        date_field: str | None,
        class_field: str | None,
        progress: Progress,
    ) -> SeriesReader:
        """Read dates, classes and extent of a layer; a field that is None is found by its name.

        Warns of unknown classes. Raises InputError, naming layer and feature, when the layer cannot be used.
        """
        import numpy as np

        from ...core.geometry.geodesy import Frame, to_lonlat

        date_field, class_field = _fields_of(layer, date_field, class_field)
        features: dict[datetime, dict[str, list[int]]] = {}
        known: dict[Any, datetime] = {}
        unknown_classes: dict[str, int] = {}
        kept: dict[int, bytes | None] = {}
        boxes = []
        latest, lies_in_time_order = datetime.min.replace(tzinfo=timezone.utc), True
        for number, (identifier, (date, word), box) in enumerate(layer.survey((date_field, class_field), kept), 1):
            progress.check()
            if date not in known:
                known[date] = _instant(layer, date_field, date, number)
            instant = known[date]
            lies_in_time_order &= latest <= instant
            latest = instant
            by_class = features.setdefault(instant, {})
            key = class_of(word, class_field)
            if key is None:
                unknown_classes[str(word)] = unknown_classes.get(str(word), 0) + 1
                key = "other"
            if box is not None:
                by_class.setdefault(key, []).append(identifier)
                if key in classes:
                    boxes.append(box)
        for word, count in unknown_classes.items():
            progress.warn(messages.finding_text(Finding("unknown_class", count, (word,)), layer.name))
        if not boxes:
            raise InputError(
                "Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another "
                "layer.",
                layer=layer.name,
                classes=", ".join(classes),
            )
        if class_field is None:
            cls._warn_of_differences(layer, date_field, progress)
        corners = np.array(boxes).reshape(-1, 2)  # west and south, east and north of one box after the other
        frame = Frame.around_boxes(to_lonlat(corners, layer.crs_wkt, layer.name).reshape(-1, 4))
        return cls(layer, classes, date_field, class_field, sorted(features), frame, features, kept, lies_in_time_order)

    @staticmethod
    def _warn_of_differences(layer: LayerInput, date_field: str, progress: Progress) -> None:
        """Warn if the polygons of a date differ though all count as held."""
        from ...core.maps.unclassed import telling_field, unclassed_finding

        own = [field.name() for index, field in enumerate(layer.fields) if index not in layer.key_fields]
        names = [name for name in own if name != date_field]
        if not names:
            return
        maps: dict[Any, list[tuple[int, dict[str, Any]]]] = {}
        for identifier, (date, *values) in layer.attributes([date_field, *names]):
            progress.check()
            maps.setdefault(date, []).append((identifier, dict(zip(names, values))))
        for features in maps.values():
            features.sort(key=lambda feature: feature[0])
            identifiers, attributes = [number for number, _ in features], [values for _, values in features]
            if telling_field(names, attributes) is not None:
                shapes = layer.shapes(layer.binaries(identifiers))
                finding = unclassed_finding(names, attributes, (), shapes, layer.crs_wkt)
                progress.warn(messages.finding_text(finding, layer.name))
                return

    def classes_found(self) -> set[str]:
        """Return all control classes in the maps of the layer."""
        return {key for by_class in self._features.values() for key in by_class}

    def held_areas(
        self, instants: Sequence[datetime], progress: Progress, classes: tuple[str, ...] | None = None
    ) -> Iterator[MeasurableArea]:
        """Yield the held area at each of these instants, in time order; the same object while the map is unchanged.

        `classes` defaults to the classes of the survey. Warns of repaired polygons.
        """
        from ...core.geometry.polygons import area_as_drawn, lonlat_polygons

        before, held = None, None
        for instant, binaries in self._maps(instants, self.classes if classes is None else classes):
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
        names = [self.date_field, field] + ([self.class_field] if self.class_field else [])
        for _, (date, value, *word) in self.layer.attributes(names):
            key = class_of(word[0] if word else None, self.class_field) or "other"
            if value is not None and key in self.classes:
                found[to_instant(date)].add(value)
        return list(found.values())

    def publishers(self, instants: Iterable[datetime]) -> list[str]:
        """Return the names of the publishers of prepared snapshots at these instants; of other layers none is known."""
        if not {field.name() for field in self.layer.fields} >= set(PREPARED_FIELDS):
            return []
        sources = dict(zip(self.instants, self.values("source")))
        found = (str(value).split(", ") for instant in instants for value in sorted(sources[instant], key=str))
        return publishers_of(source for values in found for source in values)

    def _maps(
        self, instants: Sequence[datetime], classes: tuple[str, ...]
    ) -> Iterator[tuple[datetime, list[bytes | None]]]:
        """The geometries of each instant: from the survey, or streamed in the layer's order, or read by id."""
        chosen = {
            instant: [
                identifier for key, found in self._features[instant].items() if key in classes for identifier in found
            ]
            for instant in instants
        }
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


def class_of(word: Any, class_field: str | None) -> str | None:
    """Return the control class of a field's value; None for an unknown one. Without a class field it is `held`."""
    if class_field is None:
        return "held"
    key = str(word if word is not None else "").strip().casefold()
    return key if key in CONTROL_CLASSES else None


def _fields_of(layer: LayerInput, date_field: str | None, class_field: str | None) -> tuple[str, str | None]:
    """The date field and the class field (None: there is none), found by their names unless given."""
    names = [field.name() for field in layer.fields]
    if set(PREPARED_FIELDS) <= set(names):
        class_field = class_field or "class"
    date_field = date_field or date_field_of(names)
    if class_field is None:
        called_so = [name for name in names if name.casefold() in CLASS_FIELD_NAMES]
        class_field = next((name for name in called_so if is_class_field(name, layer.values(name))), None)
    if date_field is None:
        raise InputError(
            "Layer “{layer}” has no date field that could be found. Name it in DATE_FIELD. Its fields are: {fields}.",
            layer=layer.name,
            fields=", ".join(names) or "–",
        )
    _require_fields(layer, date_field, *filter(None, [class_field]))
    return date_field, class_field


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


def _instant(layer: LayerInput, field: str, value: Any, number: int) -> datetime:
    """The instant of a value in the date field; `number` is the feature's number, from 1."""
    try:
        return to_instant(value)
    except DateError as error:
        raise InputError(
            "Layer “{layer}”: feature {number} has no date that can be read in the field “{field}” ({value}). "
            "Repair or leave out that feature.",
            layer=layer.name,
            number=number,
            field=field,
            value=value,
        ) from error
