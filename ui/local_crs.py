# SPDX-License-Identifier: GPL-2.0-or-later
"""Offers an equal-area projection where a map of degrees would distort the result; nothing changes unasked."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QPushButton

from .map_link import MapLink
from .results.result import Result
from .settings import SCOPE

KEY = "projection_offered"  # of the project's entry: once is enough
CHANGED = ("GAINED", "LOST", "CAPTURE")
PLACED_BY = (*CHANGED, "HELD")  # the first of these with an extent is the centre


class LocalCrs(QObject):
    """Offers the projection in QGIS's message bar, once per project."""

    def __init__(self, iface: Any, project: QgsProject, map_link: MapLink, parent: QObject) -> None:
        super().__init__(parent)
        self._iface, self._project, self._map_link = iface, project, map_link
        self._item: Any = None

    def offer(self, result: Result) -> None:
        """Offer it where the project's coordinates are degrees, or it has none."""
        crs = self._project.crs()
        if (crs.isValid() and not crs.isGeographic()) or self._project.readBoolEntry(SCOPE, KEY, False)[0]:
            return
        centre = self._centre(result)
        if centre is None:
            return
        self._project.writeEntryBool(SCOPE, KEY, True)
        tr = QCoreApplication.translate
        bar = self._iface.messageBar()
        self._item = bar.createMessage(tr("FrontlineChange", "The map is stretched: it is drawn in degrees."))
        button = QPushButton(tr("FrontlineChange", "Use equal-area projection"))
        button.setToolTip(tr("FrontlineChange", "Figures do not depend on the projection of the map."))
        button.clicked.connect(lambda _checked: self._use(centre, result))
        self._item.layout().addWidget(button)
        bar.pushWidget(self._item, Qgis.MessageLevel.Info)

    def withdraw(self) -> None:
        """Remove the offer, when the project or the dock is closed."""
        item, self._item = self._item, None
        if item is not None and item in self._iface.messageBar().items():
            self._iface.messageBar().popWidget(item)

    def _centre(self, result: Result) -> QgsPointXY | None:
        """Return the longitude and latitude of the middle of the change; None where nothing has a place."""
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        for layer in map(self._layer, (result.layer_ids.get(output, "") for output in PLACED_BY)):
            if layer is not None and not layer.extent().isEmpty():
                to_degrees = QgsCoordinateTransform(layer.crs(), degrees, self._project)
                return to_degrees.transform(layer.extent().center())
        return None

    def _use(self, centre: QgsPointXY, result: Result) -> None:
        self.withdraw()
        self._project.setCrs(_equal_area(round(centre.y()), round(centre.x())))
        layers = map(self._layer, (result.layer_ids.get(output, "") for output in CHANGED))
        self._map_link.zoom_to_change([layer for layer in layers if layer is not None])

    def _layer(self, layer_id: str) -> QgsVectorLayer | None:
        layer = self._project.mapLayer(layer_id)
        return layer if isinstance(layer, QgsVectorLayer) else None


def _equal_area(latitude: int, longitude: int) -> QgsCoordinateReferenceSystem:
    """Return the projection with a name that QGIS shows."""
    crs = QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={latitude} +lon_0={longitude} +datum=WGS84 +units=m +no_defs"
    )
    name = f"Equal area, {abs(latitude)} {'NS'[latitude < 0]} {abs(longitude)} {'EW'[longitude < 0]}"  # WKT is ASCII
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    return QgsCoordinateReferenceSystem.fromWkt(wkt.replace('"unknown"', f'"{name}"', 1))
