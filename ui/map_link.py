# SPDX-License-Identifier: GPL-2.0-or-later
"""Links a result and the map: outlines, flashes and zooms to rows; reports features selected on the map."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .map_outline import MapOutline


class MapLink(QObject):
    """Works on the canvas for the layers of one result at a time. Call `remove` in the end."""

    picked = pyqtSignal(object, object)  # layer and feature id that a person selected on the map

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.outline = MapOutline(canvas, project)
        self._watched: list[QgsVectorLayer] = []

    def watch(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Report features selected in these layers, and in no others."""
        self.release()
        for layer in layers:
            layer.selectionChanged.connect(self._on_selection)
            self._watched.append(layer)

    def release(self) -> None:
        """Stop watching layers."""
        for layer in self._watched:
            if not sip.isdeleted(layer):
                layer.selectionChanged.disconnect(self._on_selection)
        self._watched.clear()

    def show_on_map(self, layer: QgsVectorLayer, feature_ids: list[int]) -> None:
        """Outline, zoom to and flash features."""
        self.outline.show_features(layer, feature_ids)
        self._canvas.zoomToFeatureIds(layer, feature_ids)
        self._canvas.flashFeatureIds(layer, feature_ids)

    def clear_map(self) -> None:
        """Remove the outline from the map."""
        self.outline.clear()

    def remove(self) -> None:
        """Remove everything from the canvas and disconnect from the layers."""
        self.release()
        self.outline.remove()

    def _on_selection(self, selected: list[int], _deselected: list[int], _cleared: bool) -> None:
        if len(selected) == 1:
            self.picked.emit(self.sender(), selected[0])
