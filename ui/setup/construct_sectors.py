# SPDX-License-Identifier: GPL-2.0-or-later
"""The parameters of `createsectors` for each method; a person is asked only for what cannot be known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QInputDialog, QMessageBox, QWidget

from ...processing.inputs.map_values import parameters_for
from .choices import BEFORE, Setup
from .sectors_row import CORRIDORS, FRONT, PLACES, REGIONS

ALGORITHM = "frontline:createsectors"
UKRAINE, UKRAINE_FIPS = "UA", "UP"  # the map's country attributes follow who rules a region, its FIPS codes do not


def ask_for(method: str, setup: Setup, project: QgsProject, parent: QWidget) -> dict[str, Any] | None:
    """Return the parameters for a method; ask for what is missing. None if the person cancelled."""
    if method == REGIONS:
        country = country_of(setup.layers[BEFORE], project) or _ask_country(parent)
        return {"METHOD": REGIONS, "COUNTRY": country} if country else None
    if method == FRONT:
        parameters = {"METHOD": FRONT, "LAYER": setup.layers[BEFORE], "DATE": setup.dates[BEFORE]}
        if "held" in setup.classes.values():
            parameters |= parameters_for(setup.values, setup.classes)
        if "THEATRE" in setup.options:
            parameters["THEATRE"] = setup.options["THEATRE"]
        return parameters
    kinds = QgsWkbTypes.GeometryType
    kind = {PLACES: kinds.PointGeometry, CORRIDORS: kinds.LineGeometry}[method]
    layer = _ask_layer(method, kind, project, parent)
    return {"METHOD": method, "LAYER": layer} if layer is not None else None


def needs_dialog(parameters: dict[str, Any]) -> bool:
    """Return whether a person has to choose more than can be guessed: the front needs its map and the land around."""
    return parameters["METHOD"] == FRONT and not (parameters.get("LAYER") and parameters.get("THEATRE"))


def country_of(layer: QgsVectorLayer | None, project: QgsProject) -> str:
    """Return the ISO code of the country that holds the middle of a layer, by QGIS's world map; empty when unknown."""
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    world = QgsVectorLayer(f"{path}|layername=states_provinces", "world_map", "ogr")
    if layer is None or not world.isValid() or layer.extent().isEmpty():
        return ""
    try:
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        extent = QgsCoordinateTransform(layer.crs(), wgs84, project).transformBoundingBox(layer.extent())
    except QgsCsException:
        return ""
    middle = QgsGeometry.fromPointXY(QgsPointXY(extent.center()))
    request = QgsFeatureRequest(middle.boundingBox().buffered(1e-6))
    for region in world.getFeatures(request):
        if region.geometry().contains(middle):
            return UKRAINE if str(region["fips"]).startswith(UKRAINE_FIPS) else str(region["iso_a2"])
    return ""


def _ask_country(parent: QWidget) -> str:
    tr = QCoreApplication.translate
    text, accepted = QInputDialog.getText(
        parent,
        tr("FrontlineChange", "Sectors from regions"),
        tr("FrontlineChange", "Country, in English or by its ISO code such as UA:"),
    )
    return text.strip() if accepted else ""


def _ask_layer(method: str, kind: Any, project: QgsProject, parent: QWidget) -> QgsVectorLayer | None:
    tr = QCoreApplication.translate
    titles = {
        PLACES: tr("FrontlineChange", "Sectors around places"),
        CORRIDORS: tr("FrontlineChange", "Sectors along axes"),
    }
    layers = {
        layer.name(): layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.geometryType() == kind
    }
    if not layers:
        texts = {
            PLACES: tr("FrontlineChange", "Add a layer of points to the project first, for example of towns."),
            CORRIDORS: tr("FrontlineChange", "Add a layer of lines to the project first, for example roads."),
        }
        QMessageBox.information(parent, titles[method], texts[method])
        return None
    name, accepted = QInputDialog.getItem(
        parent, titles[method], tr("FrontlineChange", "Layer:"), sorted(layers), 0, False
    )
    return layers[name] if accepted else None
