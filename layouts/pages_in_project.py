# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps pages in a project: the layout in its list, and the layers that only pages show out of the layer tree."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsLayoutItemLegend, QgsLayoutItemMap, QgsMapLayer, QgsPrintLayout, QgsProject

from .change_layers import PAGE_PROPERTY


def add_layers(project: QgsProject, layers: Iterable[QgsMapLayer]) -> None:
    """Add the layers of a page to a project, outside the layer tree; those of pages that are gone are removed."""
    drop_unused(project)
    project.addMapLayers(list(layers), False)


def add_page(project: QgsProject, layout: QgsPrintLayout, name: str) -> str:
    """Add a layout to a project and return its name, with a number where there is one of this name."""
    manager, number, free = project.layoutManager(), 1, name
    while manager.layoutByName(free) is not None:
        number += 1
        free = f"{name} ({number})"
    layout.setName(free)
    manager.addLayout(layout)
    return free


def drop_unused(project: QgsProject) -> None:
    """Remove the layers of pages that are not in the project any more."""
    shown: set[str] = set()
    for layout in project.layoutManager().printLayouts():
        for item in layout.items():
            if isinstance(item, QgsLayoutItemMap):
                shown.update(layer.id() for layer in item.layers())
            elif isinstance(item, QgsLayoutItemLegend):
                shown.update(item.model().rootGroup().findLayerIds())
    own = (layer for layer in project.mapLayers().values() if layer.customProperty(PAGE_PROPERTY))
    project.removeMapLayers([layer.id() for layer in own if layer.id() not in shown])
