# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings the layers of a run into the project: one group at the top, dated names, our styles."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import Qgis, QgsLayerTreeGroup, QgsMapLayer, QgsMessageLog, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from .. import styles
from .algorithm_runner import LOG

OUTPUT_PROPERTY = "frontline_change/output"  # on every layer and group of ours: which output it is


# From top to bottom, as the layers lie on the map. The key of a style is its output's name in lower case.
DRAWING_ORDER = ("PLACES_CHANGED", "DEPTH", "GAINED", "LOST", "CHANGE")


def add_results(
    project: QgsProject, outputs: Mapping[str, QgsVectorLayer], title: str, dates: str
) -> QgsLayerTreeGroup:
    """Add the layers among `outputs` as a new group `title` above everything; `dates` go into their names."""
    group = QgsLayerTreeGroup(title)
    group.setCustomProperty(OUTPUT_PROPERTY, "run")
    for output in DRAWING_ORDER:
        layer = outputs.get(output)
        if not isinstance(layer, QgsVectorLayer):
            continue
        layer.setName(f"{_name(output)} {dates}")
        layer.setCustomProperty(OUTPUT_PROPERTY, output)
        _style(layer, output.lower())
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    project.layerTreeRoot().insertChildNode(0, group)
    for expanded in (False, True):  # the layer panel unfolds a group only when it is told of a change
        group.setExpanded(expanded)
    return group


def is_result(layer: QgsMapLayer) -> bool:
    """Return whether the layer came out of a run, and so is no map to measure."""
    return bool(layer.customProperty(OUTPUT_PROPERTY))


def _style(layer: QgsVectorLayer, key: str) -> None:
    try:
        styles.apply(layer, key)
    except styles.StyleError as error:  # the numbers are worth having all the same
        QgsMessageLog.logMessage(str(error), LOG, Qgis.MessageLevel.Warning)


def _name(output: str) -> str:
    return {
        "PLACES_CHANGED": QCoreApplication.translate("FrontlineChange", "Places changed"),
        "DEPTH": QCoreApplication.translate("FrontlineChange", "Depth"),
        "GAINED": QCoreApplication.translate("FrontlineChange", "Gained"),
        "LOST": QCoreApplication.translate("FrontlineChange", "Lost"),
        "CHANGE": QCoreApplication.translate("FrontlineChange", "Change per sector"),
    }[output]
