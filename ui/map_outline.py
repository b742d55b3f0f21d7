# SPDX-License-Identifier: GPL-2.0-or-later
"""An outline on the map around what a person has picked from the table.

A selection would cover the whole sector, and with it the map below.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

WIDTH = 3


class MapOutline:
    """One rubber band on a canvas, in the project's selection colour with a dark edge. `remove` it in the end."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        self._canvas, self._project = canvas, project
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setFillColor(QColor(Qt.GlobalColor.transparent))
        self._band.setSecondaryStrokeColor(QColor(Qt.GlobalColor.black))
        self._band.setWidth(WIDTH)

    def show_features(self, features: Iterable[tuple[QgsVectorLayer, Iterable[int]]]) -> None:
        """Outline features, given by layer and ids."""
        self.clear()
        self._band.setStrokeColor(self._project.selectionColor())
        for layer, feature_ids in features:
            request = QgsFeatureRequest().setFilterFids(list(feature_ids)).setNoAttributes()
            for feature in layer.getFeatures(request):
                self._band.addGeometry(feature.geometry(), layer)

    def clear(self) -> None:
        """Outline nothing."""
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def remove(self) -> None:
        """Take the rubber band from the canvas for good."""
        self._canvas.scene().removeItem(self._band)
