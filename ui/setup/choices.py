# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person has chosen in the dock, and whether a layer can be chosen as a map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerType, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QDateTime

from ...processing.inputs.map_values import MapValues
from ..layer_group import is_result
from .modes import PAIR, Mode

BEFORE, AFTER, SECTORS = "BEFORE", "AFTER", "SECTORS"
MAPS = (BEFORE, AFTER)
FIRST_DAY, LISTED = "FIRST_DAY", "LISTED"  # other fields for dates: of a span, of the list


@dataclass
class Setup:
    """What is chosen in the dock."""

    layers: dict[str, QgsVectorLayer | None]  # by BEFORE, AFTER, SECTORS
    dates: dict[str, QDateTime | None]  # by BEFORE, AFTER; as shown, found or corrected
    sector_field: str = ""
    options: dict[str, Any] = field(default_factory=dict)  # parameters that are not at their default
    option_texts: list[str] = field(default_factory=list)  # the same in words
    mode: Mode = field(default_factory=lambda: Mode(PAIR))
    file: str = ""  # GeoPackage to save the results in; empty: temporary layers
    date_problems: dict[str, str] = field(default_factory=dict)  # by field, why what is typed there is no date
    is_searching: bool = False  # whether maps, and so their dates, are still being looked for
    values: MapValues = field(default_factory=MapValues)  # by which the maps differ, where their classes are asked for
    classes: dict[str, str] = field(default_factory=dict)  # the class chosen for each of these values
    offset_days: float = 0.0  # by which the ends of periods are shifted for a publisher's calendar
    preset: str = ""  # by which the span was chosen; empty for a choice of one's own
    side_name: str = ""  # empty: “the side”
    side_colour: str = ""  # `#rrggbb`; empty: the usual colours

    @property
    def with_lines(self) -> QgsVectorLayer | None:
        """The first of the maps that is front lines; None if both are polygons."""
        return next((layer for layer in map(self.layers.get, MAPS) if has_lines(layer)), None)

    @property
    def misses_side(self) -> bool:
        """Whether maps are front lines and it is not known which ground behind them is held."""
        is_known = "SIDE" in self.options or "MARKS" in self.options
        return self.with_lines is not None and not (is_known and "THEATRE" in self.options)

    @property
    def misses_classes(self) -> bool:
        """Whether it has to be said which ground is the side's."""
        return bool(self.values.question) and "held" not in self.classes.values()

    @property
    def sectors_name(self) -> str:
        """The name of the sector layer; empty without one."""
        sectors = self.layers[SECTORS]
        return sectors.name() if sectors is not None else ""


def is_area(layer: QgsMapLayer) -> bool:
    """Return whether a layer may be a map or sectors: polygons, and none of our results."""
    return _is_of(layer, QgsWkbTypes.GeometryType.PolygonGeometry)


def has_lines(layer: QgsMapLayer | None) -> bool:
    """Return whether a layer may hold front lines: all of its file, not the lines beside the polygons of a map."""
    is_part = layer is not None and "geometrytype=" in layer.source().lower()
    return layer is not None and not is_part and _is_of(layer, QgsWkbTypes.GeometryType.LineGeometry)


def is_map(layer: QgsMapLayer) -> bool:
    """Return whether a layer may be a map: polygons or front lines, and none of our results."""
    return is_area(layer) or has_lines(layer)


def _is_of(layer: QgsMapLayer, kind: QgsWkbTypes.GeometryType) -> bool:
    return (
        layer.type() == QgsMapLayerType.VectorLayer
        and layer.isValid()
        and layer.geometryType() == kind
        and not is_result(layer)
    )
