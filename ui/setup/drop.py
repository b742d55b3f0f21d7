# SPDX-License-Identifier: GPL-2.0-or-later
"""Loads map files and folders that are dropped or chosen; files that QGIS would read wrongly are to be prepared."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsMimeDataUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QMimeData, QObject, pyqtSignal

from ...processing.inputs.dropped_files import ReadableLayer, SortedFiles, sort_files
from ..background_task import BackgroundTask
from ..chunked_work import ChunkedWork

PREPARE = "frontline:preparesnapshots"
UNGROUPED_AT_MOST = 3  # more files than these go into a group


@dataclass
class Added:
    """The outcome for files and folders: layers in the project, what is no map and why, what must be prepared first.

    `places` are layers of settlements in the project.
    """

    layers: list[QgsVectorLayer] = field(default_factory=list)
    places: list[QgsVectorLayer] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    to_prepare: list[str] = field(default_factory=list)

    def preparations(self) -> list[tuple[str, dict[str, Any]]]:
        """Return which algorithm to run with which parameters for what must be prepared: one run a folder."""
        folders = [path for path in self.to_prepare if Path(path).is_dir()]
        files = [path for path in self.to_prepare if path not in folders]
        runs: list[dict[str, Any]] = [{"FOLDER": folder} for folder in folders]
        if files:
            runs.append({"LAYERS": files})
        return [(PREPARE, {**run, "SNAPSHOTS": "TEMPORARY_OUTPUT"}) for run in runs]


def paths_of(mime: QMimeData) -> list[str]:
    """Return the files and folders dragged from a file manager or from QGIS's browser."""
    paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    if not paths and QgsMimeDataUtils.isUriList(mime):
        for uri in QgsMimeDataUtils.decodeUriList(mime):
            parts = QgsProviderRegistry.instance().decodeUri(uri.providerKey or "ogr", uri.uri)
            paths.append(parts.get("path") or "")
    return list(dict.fromkeys(path for path in paths if path))


def load_maps(paths: Iterable[str], project: QgsProject) -> Added:
    """Inspect files and folders and add their maps to the project at once; `MapLoader` does not block."""
    loading = _Loading(sort_files(paths), project)
    while loading.add_one():
        pass
    return loading.added


class MapLoader(QObject):
    """Loads maps without blocking: files are inspected in a task, layers are added a few at a time.

    `done` carries the outcome as `Added`. After `cancel` it is not emitted; layers that were added stay.
    """

    done = pyqtSignal(object)
    progressed = pyqtSignal(float)  # percent

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._waiting: list[str] = []
        self._task: BackgroundTask | None = None
        self._chunked_work = ChunkedWork(self)

    @property
    def is_loading(self) -> bool:
        """Whether files are being inspected or added."""
        return self._task is not None or self._chunked_work.is_working

    def load(self, paths: Sequence[str]) -> None:
        """Inspect these and add what is a map; paths given while others are loaded wait."""
        self._waiting += paths
        if self.is_loading or not self._waiting:
            return
        chosen, self._waiting = self._waiting, []
        title = QCoreApplication.translate("FrontlineChange", "Reading map files")
        self._task = BackgroundTask(title, lambda task: sort_files(chosen, task.is_over, task.setProgress))
        self._task.ended.connect(self._on_sorted)
        self._task.progressChanged.connect(self._on_progress)
        self._task.start()

    def cancel(self) -> None:
        """Stop; layers that are in the project stay there."""
        self._waiting.clear()
        self._chunked_work.stop()
        task, self._task = self._task, None
        if task is not None:
            task.give_up()

    def _on_progress(self, percent: float) -> None:
        if self._task is not None:
            self.progressed.emit(percent / 2)

    def _on_sorted(self, found: SortedFiles | None) -> None:
        if sip.isdeleted(self):
            return
        self._task = None
        loading = _Loading(found or SortedFiles(), self._project)
        self._chunked_work.start(self._add(loading), lambda: self._on_added(loading.added))

    def _add(self, loading: _Loading) -> Iterator[None]:
        """Add one layer after the other; yield after each."""
        while not sip.isdeleted(self._project) and loading.add_one():
            self.progressed.emit(50 + loading.percent / 2)
            yield

    def _on_added(self, added: Added) -> None:
        if not sip.isdeleted(self._project):  # QGIS is closing
            self.done.emit(added)
            self.load([])


class _Loading:
    """Adds layers to the project one by one: those of a folder, or many single files, in a collapsed group."""

    def __init__(self, found: SortedFiles, project: QgsProject) -> None:
        self.added = Added(refused=list(found.refused), to_prepare=list(found.to_prepare))
        self._project = project
        self._waiting = iter([*found.layers, *found.places])
        self._places = found.places
        self._count, self._done = len(found.layers) + len(found.places), 0
        self._groups: dict[str, QgsLayerTreeGroup] = {}
        self._loaded = {_address(layer.source()) for layer in _file_layers(project)}
        ungrouped = [one for one in found.layers if not one.folder]
        self._name_of_ungrouped = _folder_of(ungrouped[0].uri) if len(ungrouped) > UNGROUPED_AT_MOST else ""

    @property
    def percent(self) -> float:
        """How much of it is added."""
        return 100 * self._done / max(self._count, 1)

    def add_one(self) -> bool:
        """Add the next layer; return whether there was one."""
        one = next(self._waiting, None)
        if one is None:
            return False
        self._done += 1
        if _address(one.uri) in self._loaded:
            text = QCoreApplication.translate("FrontlineChange", "Already in the project.")
            self.added.refused.append((one.name, text))
            return True
        options = QgsVectorLayer.LayerOptions(self._project.transformContext())
        options.skipCrsValidation = True  # a layer without CRS is refused when it is measured; do not ask here
        options.loadDefaultStyle = True
        layer = QgsVectorLayer(one.uri, one.name, "ogr", options)
        if not layer.isValid():
            text = QCoreApplication.translate("FrontlineChange", "QGIS cannot read it.")
            self.added.refused.append((one.name, text))
            return True
        if one in self._places:
            self._add_places(layer, one)
            return True
        if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:  # collections, with areas among others
            self.added.to_prepare.append(one.uri.split("|")[0])
            return True
        self._add(layer, one)
        self.added.layers.append(layer)
        return True

    def _add_places(self, layer: QgsVectorLayer, one: ReadableLayer) -> None:
        """Add a table of settlements, whose columns are in degrees."""
        if layer.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
            text = QCoreApplication.translate("FrontlineChange", "QGIS cannot read its columns lat and lon as numbers.")
            self.added.refused.append((one.name, text))
            return
        layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
        self._add(layer, one)
        self.added.places.append(layer)

    def _add(self, layer: QgsVectorLayer, one: ReadableLayer) -> None:
        self._loaded.add(_address(one.uri))
        self._project.addMapLayer(layer, False)
        self._group_for(one).addLayer(layer).setExpanded(False)

    def _group_for(self, one: ReadableLayer) -> QgsLayerTreeGroup:
        """Return where to add a layer: the group of its folder, or the root."""
        root = self._project.layerTreeRoot()
        name = one.folder or self._name_of_ungrouped
        if not name:
            return root
        if name not in self._groups or sip.isdeleted(self._groups[name]):
            self._groups[name] = root.insertGroup(0, name)
            self._groups[name].setExpanded(False)
        return self._groups[name]


def _file_layers(project: QgsProject) -> list[QgsVectorLayer]:
    return [layer for layer in project.mapLayers().values() if layer.providerType() == "ogr"]


def _address(source: str) -> tuple[str, str]:
    """Return what identifies a layer in a file, however its source is written."""
    path, *parts = source.split("|")
    names = sorted(part for part in parts if part.startswith(("layername=", "layerid=")))
    return os.path.normcase(os.path.normpath(path)), "|".join(names)


def _folder_of(uri: str) -> str:
    return Path(uri.split("|")[0]).parent.name
