# SPDX-License-Identifier: GPL-2.0-or-later
"""Adds the layers of a run to the project, as one group at the top with dated names and our styles; removes them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsMessageLog,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import styles
from ..processing.outputs.features import set_headings
from ..processing.parameters.measuring import PLACES, SECTORS
from ..styles.base_map import is_base
from .run_feedback import LOG
from .settings import PersonSettings

OUTPUT_PROPERTY = "frontline_change/output"  # on every layer and group of ours: which output it is
RUN_PROPERTY = "frontline_change/run"  # on the group: identifies the run
RESULT_PROPERTY = "frontline_change/result"  # on the group: the result without its layers, as JSON

_POINTS = QgsWkbTypes.GeometryType.PointGeometry
_DRAWN_BY_RESULTS = (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.LineGeometry)

NOT_DRAWN = ("SNAPSHOTS",)  # added to be measured again, not shown on the map


@dataclass
class AddedGroup:
    """The layers that a run has added to the project, and their appearance at that time."""

    signature: tuple[Any, ...]
    run: str
    title: str
    appearances: dict[str, str]  # by layer id: name, state and style
    hidden: list[str]  # ids of the layers that were measured and hidden
    is_kept: bool = False  # in files: stays when the same question is asked again


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
        record: str = "",
        copies: Mapping[str, QgsVectorLayer] | None = None,
    ) -> Iterator[None]:
        """Add the layers among `outputs` as a group above everything; `dates` are put into their names.

        The group holds `record`, from which the result is shown when the project is opened again.

        `copies` are quiet copies of places and sectors, which join them. Removes an unchanged group with the same
        `signature`, unless it has one of the layers with `input_ids`. Yields after each layer, so that the interface
        stays responsive.
        """
        self._drop_same(signature, input_ids)
        self._fold_others()
        copies = copies or {}
        hidden = self._hide_maps(input_ids, _kinds_drawn(outputs, copies))
        group = QgsLayerTreeGroup(title)
        group.setCustomProperty(OUTPUT_PROPERTY, "run")
        layers: list[QgsVectorLayer] = []
        for output in (*_with_copies(order), *NOT_DRAWN):
            layer = copies.get(output) or outputs.get(output)
            if not isinstance(layer, QgsVectorLayer):
                continue
            layer.setName(" ".join(filter(None, (name_of(output), "" if output in copies else dates))))
            layer.setCustomProperty(OUTPUT_PROPERTY, output)
            self._style(layer, _style_key(output, layer, outputs.get("CHANGE")))
            yield
            self._project.addMapLayer(layer, False)
            node = group.addLayer(layer)
            node.setExpanded(False)
            node.setItemVisibilityChecked(output not in NOT_DRAWN)
            layers.append(layer)
            yield
        run = hashlib.sha1("".join(layer.id() for layer in layers).encode(), usedforsecurity=False).hexdigest()
        group.setCustomProperty(RUN_PROPERTY, run)
        group.setCustomProperty(RESULT_PROPERTY, record)
        self._project.layerTreeRoot().insertChildNode(0, group)
        for expanded in (False, True):  # the layer panel expands a group only when the state changes
            group.setExpanded(expanded)
        yield
        appearances = {}
        for layer in layers:
            appearances[layer.id()] = _appearance(layer)
            yield
        self._added.append(AddedGroup(signature, run, title, appearances, hidden))

    def adopt(self, group: QgsLayerTreeGroup, signature: tuple[Any, ...], *, is_kept: bool) -> None:
        """Take over a group that the project was saved with."""
        layers = [node.layer() for node in group.findLayers() if node.layer() is not None]
        appearances = {layer.id(): _appearance(layer) for layer in layers}
        self._added.append(
            AddedGroup(signature, group.customProperty(RUN_PROPERTY), group.name(), appearances, [], is_kept)
        )

    def keep(self, layer_ids: Collection[str]) -> None:
        """Let the group with these layers stay when the same question is asked again."""
        for added in self._added:
            added.is_kept = added.is_kept or bool(set(layer_ids) & set(added.appearances))

    def remove(self, layer_ids: Sequence[str]) -> None:
        """Remove the layers of a result from the project, and its group when nothing else is in it."""
        for added in [one for one in self._added if set(layer_ids) & set(one.appearances)]:
            self._remove(added)

    def show_only(self, layer_ids: Collection[str], input_ids: Collection[str]) -> None:
        """Show the group with these layers, and hide other results and the layers that were measured."""
        root = self._project.layerTreeRoot()
        for added in self._added:
            group = self._group(added)
            if group is not None:
                group.setItemVisibilityChecked(bool(set(layer_ids) & set(added.appearances)))
        for node in root.findLayers():
            if node.layerId() in set(input_ids) - set(layer_ids):
                node.setItemVisibilityChecked(False)

    def show_start(self, layer: QgsVectorLayer) -> None:
        """Show the ground held before too, from which the ground gained grows while it is played."""
        renderer = layer.renderer()
        index = renderer.categoryIndexForValue("before") if isinstance(renderer, QgsCategorizedSymbolRenderer) else -1
        if index < 0:
            return
        untouched = [added for added in self._added if added.appearances.get(layer.id()) == _appearance(layer)]
        renderer.updateCategoryRenderState(index, True)
        layer.triggerRepaint()
        layer.emitStyleChanged()
        for added in untouched:
            added.appearances[layer.id()] = _appearance(layer)

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
        for added in [one for one in self._added if one.signature == signature and not one.is_kept]:
            if self._is_untouched(added) and not set(input_ids) & set(added.appearances):
                self._remove(added)

    def _fold_others(self) -> None:
        """Hide earlier results, so that the map shows one at a time; a tick in the layer panel shows them again."""
        for group in map(self._group, self._added):
            if group is not None:
                group.setItemVisibilityChecked(False)
                group.setExpanded(False)

    def _hide_maps(self, input_ids: Collection[str], kinds: Collection[QgsWkbTypes.GeometryType]) -> list[str]:
        """Hide the layers of these kinds that were measured and have no style of ours: the result shows what they do.

        Returns the ids of those that were hidden, now or for a result that is still there.
        """
        before = {layer_id for added in self._added for layer_id in added.hidden}
        hidden = []
        for node in self._project.layerTreeRoot().findLayers():
            layer = node.layer()
            is_drawn = isinstance(layer, QgsVectorLayer) and layer.geometryType() in kinds
            if not is_drawn or node.layerId() not in input_ids or layer.customProperty(styles.STYLE_PROPERTY):
                continue
            if node.itemVisibilityChecked():
                node.setItemVisibilityChecked(False)
                hidden.append(node.layerId())
            elif node.layerId() in before:
                hidden.append(node.layerId())
        return hidden

    def _remove(self, added: AddedGroup) -> None:
        """Remove a group, and show again what no other result hides."""
        self._added.remove(added)
        group = self._group(added)
        self._project.removeMapLayers([one for one in added.appearances if self._project.mapLayer(one) is not None])
        if group is not None and not group.children():
            group.parent().removeChildNode(group)
        others = {layer_id for other in self._added for layer_id in other.hidden}
        for layer_id in set(added.hidden) - others:
            node = self._project.layerTreeRoot().findLayer(layer_id)
            if node is not None:
                node.setItemVisibilityChecked(True)

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
    """Return whether the layer is the output of a run, or of the base map below it, and so no map to measure."""
    return bool(layer.customProperty(OUTPUT_PROPERTY)) or is_base(layer)


def name_of(output: str) -> str:
    """Return what the layer of an output is called."""
    tr = QCoreApplication.translate
    names = {
        "PLACES_CHANGED": tr("FrontlineChange", "Places changed"),
        PLACES: tr("FrontlineChange", "Places"),
        "DEPTH": tr("FrontlineChange", "Depth"),
        "FRONTS": tr("FrontlineChange", "Front"),
        "HELD": tr("FrontlineChange", "Held"),
        "GAINED": tr("FrontlineChange", "Gained"),
        "LOST": tr("FrontlineChange", "Lost"),
        "CHANGE": tr("FrontlineChange", "Change per sector"),
        "SERIES": tr("FrontlineChange", "Change by period"),
        "CAPTURE": tr("FrontlineChange", "Date of capture"),
        "STATUS": tr("FrontlineChange", "Status of places"),
        "LOG": tr("FrontlineChange", "Log of places"),
        "SUMMARY": tr("FrontlineChange", "Captured by period"),
        "SNAPSHOTS": tr("FrontlineChange", "Snapshots"),
        SECTORS: tr("FrontlineChange", "Sectors"),
    }
    return names.get(output, output)


def _kinds_drawn(outputs: Collection[str], copies: Collection[str]) -> tuple[QgsWkbTypes.GeometryType, ...]:
    """Return the kinds of layers that a result draws itself; the status of places is drawn upon the maps."""
    if "STATUS" in outputs:
        return (_POINTS,)
    return (*_DRAWN_BY_RESULTS, _POINTS) if PLACES in copies else _DRAWN_BY_RESULTS


def _with_copies(order: Sequence[str]) -> list[str]:
    """Return an order of outputs with the copies: places below those that changed, sectors above the ground held."""
    at = order.index("HELD") if "HELD" in order else 0
    drawn = [*order[:at], SECTORS, *order[at:]]
    return [*drawn[:1], PLACES, *drawn[1:]]


def _style_key(output: str, layer: QgsVectorLayer, sectors: QgsVectorLayer | None) -> str:
    """Return the style of an output; held ground lies over the colours of sectors, where there are any.

    Ground that moved has the colours of its periods, where there are several.
    """
    by_period, period = f"{output.lower()}_by_period", layer.fields().lookupField("period")
    if by_period in styles.STYLES and period >= 0 and len(layer.uniqueValues(period)) > 1:
        return by_period
    if output == SECTORS:
        return "sectors_quiet"
    if output == "STATUS":
        return "place_status"
    if output == "HELD" and (sectors is None or sectors.extent().isEmpty()):
        return "held_area"
    return output.lower()


def _appearance(layer: QgsMapLayer) -> str:
    """Return something that differs when a person has renamed, edited, filtered or restyled the layer."""
    style = QgsMapLayerStyle()
    style.readFromLayer(layer)
    state = (layer.name(), layer.isEditable(), layer.isModified(), layer.subsetString(), layer.featureCount())
    return hashlib.sha1(f"{state}{style.xmlData()}".encode(), usedforsecurity=False).hexdigest()
