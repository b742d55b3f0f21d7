# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person has chosen in the dock, and whether a layer can be chosen as a map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerType, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QDateTime

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

    @property
    def sectors_name(self) -> str:
        """The name of the sector layer; empty without one."""
        sectors = self.layers[SECTORS]
        return sectors.name() if sectors is not None else ""


def is_map(layer: QgsMapLayer) -> bool:
    """Return whether a layer may be a map or sectors: polygons, and none of our results."""
    return (
        layer.type() == QgsMapLayerType.VectorLayer
        and layer.isValid()
        and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        and not is_result(layer)
    )
