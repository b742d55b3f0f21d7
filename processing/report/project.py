# SPDX-License-Identifier: GPL-2.0-or-later
"""The GeoPackage of a report with its styles, and a project of QGIS that shows it on the base map."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsReferencedRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ... import styles
from ...layouts.template import PageError
from ...styles import base_map

DATABASE, PROJECT = "report.gpkg", "project.qgz"
LAYERS = ("PLACES_CHANGED", "DEPTH", "FRONTS", "GAINED", "LOST", "HELD", "CHANGE")  # the topmost first
HIDDEN = ("CHANGE",)
ACCOUNT = re.compile(rb"""( saveUser(?:Full)?=")[^"]*(")""")  # in the first element of a project


def save_styles(database: Path, names: Sequence[str], side_colour: str) -> None:
    """Style the layers of the report, and keep each style in the database as the layer's default. Raises PageError."""
    for name in names:
        layer = QgsVectorLayer(f"{database}|layername={name}", name, "ogr")
        styles.apply(layer, name.lower(), side_colour=side_colour)
        problem = layer.saveStyleToDatabase(name.lower(), "Frontline Change", True, "")
        if problem:
            text = QCoreApplication.translate("FrontlineChange", "The style of {layer} could not be saved: {reason}")
            raise PageError(text.format(layer=name, reason=problem))


def save_project(folder: Path, names: Sequence[str], title: str, crs_wkt: str, side_colour: str) -> None:
    """Write the project, with paths relative to the folder. Raises PageError."""
    project = QgsProject()
    project.setTitle(title)
    about = project.metadata()
    about.setAuthor("")
    project.setMetadata(about)
    path = folder / PROJECT
    project.setFileName(str(path))
    for name in (one for one in LAYERS if one in names):
        layer = QgsVectorLayer(f"{folder / DATABASE}|layername={name}", name, "ogr")
        styles.apply(layer, name.lower(), side_colour=side_colour)
        project.addMapLayer(layer, False)
        node = project.layerTreeRoot().addLayer(layer)
        node.setExpanded(False)
        node.setItemVisibilityChecked(name not in HIDDEN)
        if name == "GAINED":
            extent = layer.extent()
            extent.scale(1.2)
            project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, layer.crs()))
    change = [layer for layer in project.mapLayers().values() if layer.name() == "CHANGE"]
    for layer in base_map.base_layers(clear_of=base_map.ground_of(change, project)):
        project.addMapLayer(layer, False)
        project.layerTreeRoot().addLayer(layer).setExpanded(False)
    project.setCrs(QgsCoordinateReferenceSystem.fromWkt(crs_wkt))
    if not project.write(str(path)):
        text = QCoreApplication.translate("FrontlineChange", "The project {path} could not be written: {reason}")
        raise PageError(text.format(path=path, reason=project.error()))
    _without_names(path)


def _without_names(path: Path) -> None:
    """Take the account of whoever saved it out of a project: reports are published."""
    with zipfile.ZipFile(path) as archive:
        members = [(member, archive.read(member)) for member in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members:
            is_project = member.filename.endswith(".qgs")
            archive.writestr(member, ACCOUNT.sub(rb"\1\2", content, count=2) if is_project else content)
