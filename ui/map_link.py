# SPDX-License-Identifier: GPL-2.0-or-later
"""Links a result and the map: outlines, flashes and zooms to rows; reports features selected on the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import (
    QgsCoordinateTransform,
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from .animation import Animation
from .map_outline import MapOutline

FEATURES_AT_MOST = 5000
AROUND = 1.3  # times the extent of the change
PLACE_SCALE = 150_000  # of a single place: a town and what lies around it
LARGEST_SCALE = 50_000  # small changes keep some of the map around them
# Ground that changed, and is no noise; in dates of capture is also ground that did not change.
CHANGED = "\"kind\" <> 'noise' AND coalesce(attribute($currentfeature, 'change'), '') <> 'none'"

Features = Sequence[tuple[QgsVectorLayer, list[int]]]  # by layer and ids


class MapLink(QObject):
    """Works on the canvas for the layers of one result at a time. Call `remove` in the end."""

    picked = pyqtSignal(object, object)  # layer and feature id that a person selected on the map

    def __init__(
        self, canvas: QgsMapCanvas, project: QgsProject, parent: QObject, window: QWidget | None = None
    ) -> None:
        """`window` is QGIS's main window, which has the panel of the temporal controller."""
        super().__init__(parent)
        self._canvas, self._project = canvas, project
        self._animation = Animation(canvas, window)
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
        self.outline.show_features([(layer, feature_ids)])
        self._canvas.zoomToFeatureIds(layer, feature_ids)
        is_place = layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
        if is_place and len(feature_ids) == 1 and self._canvas.scale() > PLACE_SCALE:  # QGIS only centres on a point
            self._canvas.zoomScale(PLACE_SCALE)
        self._canvas.flashFeatureIds(layer, feature_ids)

    def show_ground(self, ground: Features, outlined: Features) -> None:
        """Zoom to features of ground and flash them; outline those, or the sectors around them."""
        self.outline.show_features(outlined)
        self._zoom((layer, QgsFeatureRequest().setFilterFids(ids)) for layer, ids in ground)
        for layer, ids in ground:
            self._canvas.flashFeatureIds(layer, ids)

    def zoom_to_change(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Show all ground of these layers that is not noise, with some space around; nothing where there is none."""
        self._zoom((layer, QgsFeatureRequest().setFilterExpression(CHANGED)) for layer in layers)

    def _zoom(self, parts: Iterable[tuple[QgsVectorLayer, QgsFeatureRequest]]) -> None:
        """Show the features that are asked for, with some space around; nothing where there are none."""
        extent = QgsRectangle()
        extent.setMinimal()
        for layer, request in parts:
            to_map = QgsCoordinateTransform(layer.crs(), self._canvas.mapSettings().destinationCrs(), self._project)
            for feature in layer.getFeatures(request.setLimit(FEATURES_AT_MOST)):
                box = to_map.transformBoundingBox(feature.geometry().boundingBox())
                if box.isFinite():
                    extent.combineExtentWith(box)
        if extent.width() > 0 and extent.height() > 0:
            extent.scale(AROUND)
            self._canvas.setExtent(extent)
            if self._canvas.scale() < LARGEST_SCALE:
                self._canvas.zoomScale(LARGEST_SCALE)
            self._canvas.refresh()

    def play(self, frames: Sequence[QgsDateTimeRange]) -> bool:
        """Play frames with QGIS's temporal controller; return whether this QGIS can."""
        return self._animation.play(frames)

    def stop_playing(self) -> None:
        """Show all times again, if frames were played."""
        self._animation.stop()

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
