# SPDX-License-Identifier: GPL-2.0-or-later
"""What a printed map shows: an equal-area projection and a rectangle around the features that matter."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .template import PageError

_WGS84 = "EPSG:4326"
_MIN_WIDTH_M = 20_000.0  # a narrower map would not be recognisable
_AROUND = 0.12  # margin around the focus, as a share of the shown width


class Focus(NamedTuple):
    """Features that a map must show: all of a layer, or those for which an expression is true."""

    layer: QgsVectorLayer
    expression: str = ""


def equal_area_crs(focus: Sequence[Focus], project: QgsProject) -> QgsCoordinateReferenceSystem:
    """Return an equal-area projection centred on the focus, also across the date line.

    Raises PageError when `focus` has no feature with a geometry.
    """
    x = y = z = 0.0
    for box in _boxes(focus, QgsCoordinateReferenceSystem(_WGS84), project):
        longitude, latitude = math.radians(box.center().x()), math.radians(box.center().y())
        x += math.cos(latitude) * math.cos(longitude)
        y += math.cos(latitude) * math.sin(longitude)
        z += math.sin(latitude)
    if not x and not y and not z:
        raise PageError(
            QCoreApplication.translate("FrontlineChange", "There is nothing to draw: no feature has a geometry.")
        )
    latitude, longitude = round(math.degrees(math.atan2(z, math.hypot(x, y)))), round(math.degrees(math.atan2(y, x)))
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={latitude} +lon_0={longitude} +datum=WGS84 +units=m +no_defs"
    )


def extent_around(focus: Sequence[Focus], crs: QgsCoordinateReferenceSystem, project: QgsProject) -> QgsRectangle:
    """Return the rectangle around the focus in a projection in metres, with a margin."""
    extent = QgsRectangle()
    extent.setMinimal()
    for box in _boxes(focus, crs, project):
        extent.combineExtentWith(box)
    grow = max(_AROUND * max(extent.width(), extent.height()), (_MIN_WIDTH_M - extent.width()) / 2)
    return extent.buffered(grow)


def has_match(layer: QgsVectorLayer, expression: str) -> bool:
    """Return whether a layer has a feature for which an expression is true."""
    return any(True for _ in layer.getFeatures(QgsFeatureRequest().setFilterExpression(expression).setLimit(1)))


def has_features(
    layer: QgsVectorLayer, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> bool:
    """Return whether a layer has a feature in a rectangle of a projection."""
    to_layer = QgsCoordinateTransform(crs, layer.crs(), project)
    request = QgsFeatureRequest().setNoAttributes().setFlags(QgsFeatureRequest.Flag.ExactIntersect).setLimit(1)
    return any(True for _ in layer.getFeatures(request.setFilterRect(to_layer.transformBoundingBox(extent))))


def _boxes(focus: Sequence[Focus], crs: QgsCoordinateReferenceSystem, project: QgsProject) -> Iterator[QgsRectangle]:
    """Yield the bounding box in `crs` of every part of the features of the focus."""
    for layer, expression in focus:
        request = QgsFeatureRequest()
        if expression:
            request.setFilterExpression(expression)
        transform = QgsCoordinateTransform(layer.crs(), crs, project)
        for feature in layer.getFeatures(request.setNoAttributes() if not expression else request):
            if feature.geometry().isEmpty():
                continue
            for part in feature.geometry().constParts():  # each: one feature may lie on both sides of the date line
                with suppress(QgsCsException):  # beyond what the projection covers
                    box = transform.transformBoundingBox(part.boundingBox())
                    if box.isFinite():
                        yield box
