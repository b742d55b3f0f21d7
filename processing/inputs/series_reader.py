# SPDX-License-Identifier: GPL-2.0-or-later
"""Streams the snapshots of one layer in time order: dates and extent are surveyed first, geometry is read as needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingFeedback

from ...core.errors import InputError
from ...core.maps.dates import DateError, to_instant
from ...core.maps.snapshots import CLASS_FIELD_NAMES, CONTROL_CLASSES, Note, is_class_field
from .. import wording
from ..bridge import LayerInput, date_field_of
from ..cancelling import check_cancel

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.polygons import DrawnArea, HeldArea

PREPARED_FIELDS = ("date", "class", "source", "origin")


@dataclass
class SeriesReader:
    """The snapshots of a layer: `instants` in time order, and the features that stand for each."""

    layer: LayerInput
    classes: tuple[str, ...]
    feedback: QgsProcessingFeedback
    date_field: str | None = None
    class_field: str | None = None
    instants: list[datetime] = field(default_factory=list)
    frame: Frame | None = None
    unknown_classes: dict[str, int] = field(default_factory=dict)

    def survey(self) -> None:
        """Read dates, classes and extent. Raises InputError, naming layer and feature, for what cannot be used."""
        import numpy as np

        from ...core.geometry.geodesy import Frame, to_lonlat

        self._find_fields()
        features: dict[datetime, list[int]] = {}
        known: dict[Any, datetime] = {}
        boxes = []
        latest = datetime.min.replace(tzinfo=timezone.utc)
        self._lie_in_time_order = True
        wanted = (self.date_field, self.class_field)
        self._kept: dict[int, bytes | None] = {}
        for number, (identifier, (date, word), box) in enumerate(self.layer.survey(wanted, self._kept), 1):
            check_cancel(self.feedback)
            instant = self._instant(date, number, known)
            self._lie_in_time_order &= latest <= instant
            latest = instant
            chosen = features.setdefault(instant, [])
            if self.is_chosen(word) and box is not None:
                chosen.append(identifier)
                boxes.append(box)
        for word, count in self.unknown_classes.items():
            self.feedback.pushWarning(wording.note_text(Note("unknown_class", count, word), self.layer.name))
        if not boxes:
            raise InputError(
                "Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another "
                "layer.",
                layer=self.layer.name,
                classes=", ".join(self.classes),
            )
        self.instants = sorted(features)
        self._features = features
        west, south, east, north = np.array(boxes).T
        corners = np.concatenate([np.column_stack([west, south]), np.column_stack([east, north])])
        self.frame = Frame.around(to_lonlat(corners, self.layer.crs_wkt, self.layer.name))

    def held_areas(self) -> Iterator[HeldArea | DrawnArea]:
        """Yield the held area of each instant in time order; the same object again where nothing was redrawn."""
        from ...core.geometry.polygons import area_as_drawn, lonlat_polygons, lonlat_rings

        before, held = None, None
        for instant, binaries in self._maps():
            check_cancel(self.feedback)
            if before is None or binaries != before:
                crs_wkt, name = self.layer.crs_wkt, f"{self.layer.name}, {wording.date_text(instant)}"
                drawn = lonlat_rings(binaries, crs_wkt, name)
                drawn = drawn or lonlat_polygons(self.layer.shapes(binaries), crs_wkt, name)
                held = area_as_drawn(drawn, self.frame, held)
                if held.repairs:
                    text = wording.repair_text(held.repairs, f"{self.layer.name}, {instant:%Y-%m-%d}")
                    self.feedback.pushWarning(text)
            before = binaries
            yield held

    def _maps(self) -> Iterator[tuple[datetime, list[bytes | None]]]:
        """The geometries of each instant: kept ones, or as they lie in the layer in time order, or by id."""
        if self._kept:
            for instant in self.instants:
                yield instant, [self._kept[identifier] for identifier in sorted(self._features[instant])]
            return
        if len(self.instants) < len(self._features) or not self._lie_in_time_order:
            for instant in self.instants:
                yield instant, self.layer.binaries(self._features[instant])
            return
        instant_of = {identifier: instant for instant, chosen in self._features.items() for identifier in chosen}
        waiting = iter(self.instants)
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

    def _find_fields(self) -> None:
        names = [field.name() for field in self.layer.fields]
        if set(PREPARED_FIELDS) <= set(names):
            self.class_field = self.class_field or "class"
        self.date_field = self.date_field or date_field_of(names)
        if self.class_field is None:
            self.class_field = next((name for name in names if is_class_field(name, self._words(name))), None)
        if self.date_field is None:
            raise InputError(
                "Layer “{layer}” has no date field that could be found. Name it in DATE_FIELD. Its fields are: "
                "{fields}.",
                layer=self.layer.name,
                fields=", ".join(names) or "–",
            )
        for name in filter(None, (self.date_field, self.class_field)):
            if name not in names:
                raise InputError(
                    "Layer “{layer}” has no field “{field}”. Its fields are: {fields}.",
                    layer=self.layer.name,
                    field=name,
                    fields=", ".join(names) or "–",
                )

    def _words(self, name: str) -> list[Any]:
        """The values of a field that may hold control classes; none of any other field."""
        return self.layer.values(name) if name.casefold() in CLASS_FIELD_NAMES else []

    def _instant(self, value: Any, number: int, known: dict[Any, datetime]) -> datetime:
        """The instant of a feature; each distinct value is read once."""
        if value not in known:
            try:
                known[value] = to_instant(value)
            except DateError as error:
                raise InputError(
                    "Layer “{layer}”: feature {number} has no date that can be read in the field “{field}” ({value}). "
                    "Mend or leave out that feature.",
                    layer=self.layer.name,
                    number=number,
                    field=self.date_field,
                    value=value,
                ) from error
        return known[value]

    def is_chosen(self, word: Any) -> bool:
        """Whether a feature's class counts. Without a class field every polygon is held."""
        if self.class_field is None:
            return "held" in self.classes
        key = str(word if word is not None else "").strip().casefold()
        if key not in CONTROL_CLASSES:
            self.unknown_classes[str(word)] = self.unknown_classes.get(str(word), 0) + 1
            key = "other"
        return key in self.classes
