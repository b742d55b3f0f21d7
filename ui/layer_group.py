# SPDX-License-Identifier: GPL-2.0-or-later
"""Adds the layers of a run to the project, as one group at the top with dated names and our styles; removes them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsMessageLog,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import styles
from ..processing.outputs.features import set_headings
from .run_feedback import LOG
from .settings import PersonSettings

OUTPUT_PROPERTY = "frontline_change/output"  # on every layer and group of ours: which output it is
RUN_PROPERTY = "frontline_change/run"  # on the group: identifies the run

# The key of a style is its output's name in lower case, but for these.
STYLE_KEYS = {"CAPTURE": "capture"}
NOT_DRAWN = ("SNAPSHOTS",)  # added to be measured again, not shown on the map


@dataclass
class AddedGroup:
    """The layers that a run has added to the project, and their appearance at that time."""

    signature: tuple[Any, ...]
    run: str
    title: str
    appearances: dict[str, str]  # by layer id: name, state and style


class LayerGroups:
    """The groups of this session's runs. A run replaces the group of an earlier run that asked the same question."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._added: list[AddedGroup] = []

    def add(
        self,
        outputs: Mapping[str, Any],
        order: Sequence[str],
        title: str,
        dates: str,
        signature: tuple[Any, ...],
        input_ids: Collection[str] = (),
    ) -> Iterator[None]:
        """Add the layers among `outputs` as a group above everything; `dates` are put into
        their names.

        Removes an unchanged group with the same `signature`, unless it has one of the layers with `input_ids`. Yields
        after each layer, so that the interface stays responsive.
        """
        self._drop_same(signature, input_ids)
        self._fold_others()
        group = QgsLayerTreeGroup(title)
        group.setCustomProperty(OUTPUT_PROPERTY, "run")
        layers: list[QgsVectorLayer] = []
        for output in (*order, *NOT_DRAWN):
            layer = outputs.get(output)
            if not isinstance(layer, QgsVectorLayer):
                continue
            layer.setName(" ".join(filter(None, (name_of(output), dates))))
            layer.setCustomProperty(OUTPUT_PROPERTY, output)
            self._style(layer, STYLE_KEYS.get(output, output.lower()))
            yield
            self._project.addMapLayer(layer, False)
            node = group.addLayer(layer)
            node.setExpanded(False)
            node.setItemVisibilityChecked(output not in NOT_DRAWN)
            layers.append(layer)
            yield
        run = hashlib.sha1("".join(layer.id() for layer in layers).encode(), usedforsecurity=False).hexdigest()
        group.setCustomProperty(RUN_PROPERTY, run)
        self._project.layerTreeRoot().insertChildNode(0, group)
        for expanded in (False, True):  # the layer panel expands a group only when the state changes
            group.setExpanded(expanded)
        yield
        self._added.append(AddedGroup(signature, run, title, {layer.id(): _appearance(layer) for layer in layers}))

    def remove(self, layer_ids: Sequence[str]) -> None:
        """Remove the layers of a result from the project, and its group when nothing else is in it."""
        for added in [one for one in self._added if set(layer_ids) & set(one.appearances)]:
            self._remove(added)

    def restyle(self, variant: str) -> None:
        """Show all results in the project in a variant of our styles."""
        untouched = {
            layer_id: added
            for added in self._added
            for layer_id, appearance in added.appearances.items()
            if self._project.mapLayer(layer_id) is not None
            and _appearance(self._project.mapLayer(layer_id)) == appearance
        }
        for trouble in styles.restyle(self._project, variant):
            QgsMessageLog.logMessage(trouble, LOG, Qgis.MessageLevel.Warning)
        for layer_id, added in untouched.items():
            added.appearances[layer_id] = _appearance(self._project.mapLayer(layer_id))

    def forget(self) -> None:
        """Forget the groups, when the project is closed."""
        self._added.clear()

    def _drop_same(self, signature: tuple[Any, ...], input_ids: Collection[str]) -> None:
        for added in [one for one in self._added if one.signature == signature]:
            if self._is_untouched(added) and not set(input_ids) & set(added.appearances):
                self._remove(added)

    def _fold_others(self) -> None:
        """Hide earlier results, so that the map shows one at a time; a tick in the layer panel shows them again."""
        for group in map(self._group, self._added):
            if group is not None:
                group.setItemVisibilityChecked(False)
                group.setExpanded(False)

    def _remove(self, added: AddedGroup) -> None:
        self._added.remove(added)
        group = self._group(added)
        self._project.removeMapLayers([one for one in added.appearances if self._project.mapLayer(one) is not None])
        if group is not None and not group.children():
            group.parent().removeChildNode(group)

    def _is_untouched(self, added: AddedGroup) -> bool:
        """Return whether group and layers are unchanged: a person who changed anything wants to keep them."""
        group = self._group(added)
        if group is None or group.name() != added.title:
            return False
        nodes = group.children()
        if not all(isinstance(node, QgsLayerTreeLayer) for node in nodes):
            return False
        if {node.layerId() for node in nodes} != set(added.appearances):
            return False
        return all(
            node.layer() is not None and _appearance(node.layer()) == added.appearances[node.layerId()]
            for node in nodes
        )

    def _group(self, added: AddedGroup) -> QgsLayerTreeGroup | None:
        groups = self._project.layerTreeRoot().findGroups(True)
        return next((group for group in groups if group.customProperty(RUN_PROPERTY) == added.run), None)

    def _style(self, layer: QgsVectorLayer, key: str) -> None:
        set_headings(layer)
        if key not in styles.STYLES or not layer.isSpatial():
            return
        try:
            styles.apply(layer, key, PersonSettings().get("style"))
        except styles.StyleError as error:  # the numbers are useful all the same
            QgsMessageLog.logMessage(str(error), LOG, Qgis.MessageLevel.Warning)


def is_result(layer: QgsMapLayer) -> bool:
    """Return whether the layer is the output of a run, and so no map to measure."""
    return bool(layer.customProperty(OUTPUT_PROPERTY))


def name_of(output: str) -> str:
    """Return what the layer of an output is called."""
    tr = QCoreApplication.translate
    names = {
        "PLACES_CHANGED": tr("FrontlineChange", "Places changed"),
        "DEPTH": tr("FrontlineChange", "Depth"),
        "GAINED": tr("FrontlineChange", "Gained"),
        "LOST": tr("FrontlineChange", "Lost"),
        "CHANGE": tr("FrontlineChange", "Change per sector"),
        "SERIES": tr("FrontlineChange", "Change by period"),
        "CAPTURE": tr("FrontlineChange", "Date of capture"),
        "SUMMARY": tr("FrontlineChange", "Captured by period"),
        "SNAPSHOTS": tr("FrontlineChange", "Snapshots"),
        "SECTORS": tr("FrontlineChange", "Sectors"),
    }
    return names.get(output, output)


def _appearance(layer: QgsMapLayer) -> str:
    """Return something that differs when a person has renamed, edited, filtered or restyled the layer."""
    style = QgsMapLayerStyle()
    style.readFromLayer(layer)
    state = (layer.name(), layer.isEditable(), layer.isModified(), layer.subsetString(), layer.featureCount())
    return hashlib.sha1(f"{state}{style.xmlData()}".encode(), usedforsecurity=False).hexdigest()
