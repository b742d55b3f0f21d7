# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps a result: its temporary layers go into one GeoPackage, and the project shows them from there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDataProvider,
    QgsFields,
    QgsLayerMetadata,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...processing.outputs import moves, write_errors
from ...processing.outputs.features import set_headings
from ...processing.outputs.method_card import save_with_file
from ...processing.progress import Cancelled
from ..background_task import BackgroundTask
from ..chunked_work import ChunkedWork

ENDING = ".gpkg"
FEATURES_AT_ONCE = 100  # between two looks at whether to stop


class ResultKeeper(QObject):
    """Keeps one result at a time. Writes in a thread; a file is complete or is not there."""

    kept = pyqtSignal(list)  # the ids of the layers, once the project shows them from the file
    failed = pyqtSignal(str)  # in words for people

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._task: BackgroundTask | None = None
        self._chunked_work = ChunkedWork(self)

    @property
    def is_working(self) -> bool:
        """Whether a result is being written or shown from its file."""
        return self._task is not None or self._chunked_work.is_working

    def keep(self, layers: Sequence[tuple[str, QgsVectorLayer]], path: str) -> None:
        """Write layers, each with the name of its table, into a new GeoPackage; one that exists is replaced."""
        if self.is_working:
            return
        target = Path(path if Path(path).suffix.lower() == ENDING else f"{path}{ENDING}")
        problem = self._problem(layers, target)
        if problem:
            self.failed.emit(problem)
            return
        tables = [_Table.of(name, layer) for name, layer in layers]
        title = QCoreApplication.translate("FrontlineChange", "Keeping the result")
        work = partial(_write, tables, target, self._project.transformContext())
        self._task = BackgroundTask(title, work)
        self._task.ended.connect(lambda outcome: self._ended(tables, target, outcome))
        self._task.start()

    def stop(self) -> None:
        """Give up what is being written, and report nothing."""
        self._chunked_work.stop()
        if self._task is not None:
            self._task.give_up()
            self._task = None

    def _problem(self, layers: Sequence[tuple[str, QgsVectorLayer]], target: Path) -> str:
        """Return why the layers cannot be kept there; empty if nothing is known."""
        tr = QCoreApplication.translate
        edited = [layer.name() for _name, layer in layers if layer.isEditable()]
        if edited:
            text = tr("FrontlineChange", "“{layer}” is being edited. Save or discard its edits, then keep the result.")
            return text.format(layer=edited[0])
        filtered = [layer.name() for _name, layer in layers if layer.subsetString()]
        if filtered:
            text = tr("FrontlineChange", "“{layer}” has a filter. Remove it, then keep the result.")
            return text.format(layer=filtered[0])
        users = [layer.name() for layer in self._project.mapLayers().values() if _file_of(layer) == target.resolve()]
        if users:
            text = tr(
                "FrontlineChange",
                "The result was not kept: {file} is open as the layer “{layer}” of this project. Choose another file.",
            )
            return text.format(file=target.name, layer=users[0])
        hindrance = write_errors.hindrance(target)
        return _not_kept(hindrance) if hindrance else ""

    def _ended(self, tables: Sequence[_Table], target: Path, outcome: Any) -> None:
        self._task = None
        if outcome is None:
            self.failed.emit(QCoreApplication.translate("FrontlineChange", "Stopped; the result was not kept."))
        elif outcome:
            loaded = {layer.source(): layer.name() for layer in self._project.mapLayers().values()}
            self.failed.emit(_not_kept(write_errors.cause(str(target), outcome[0], loaded)))
        else:
            self._chunked_work.start(self._show(tables, target), lambda: self.kept.emit([t.layer_id for t in tables]))

    def _show(self, tables: Sequence[_Table], target: Path) -> Iterator[None]:
        """Make the layers of the project show the tables; ids, names, positions and styles stay."""
        for table in tables:
            layer = self._project.mapLayer(table.layer_id)
            if layer is None or layer.isEditable():
                continue
            options = QgsDataProvider.ProviderOptions()
            layer.setDataSource(f"{target}|layername={table.name}", layer.name(), "ogr", options, False)
            set_headings(layer)
            yield
            if layer.isSpatial():  # for other projects that show the file
                layer.saveStyleToDatabase(table.name, "", True, "")
            layer.triggerRepaint()
            yield


@dataclass(frozen=True)
class _Table:
    """A layer as the thread needs it, which must not touch the layer itself."""

    layer_id: str
    name: str
    source: QgsVectorLayerFeatureSource
    count: int
    fields: QgsFields
    geometry: QgsWkbTypes.Type
    crs: QgsCoordinateReferenceSystem
    metadata: QgsLayerMetadata

    @classmethod
    def of(cls, name: str, layer: QgsVectorLayer) -> _Table:
        """Return a layer as it is now."""
        return cls(
            layer.id(),
            name,
            QgsVectorLayerFeatureSource(layer),
            layer.featureCount(),
            layer.fields(),
            layer.wkbType(),
            layer.crs(),
            layer.metadata().clone(),
        )


def _write(
    tables: Sequence[_Table], target: Path, transform: QgsCoordinateTransformContext, task: BackgroundTask
) -> list[OSError | str]:
    """Write the tables with their method cards, and move the file to its place. Returns what went wrong.

    Raises Cancelled.
    """
    staged = target.with_name(f".{target.stem}.{os.getpid()}.part{ENDING}")
    try:
        done, whole = 0, sum(table.count for table in tables) or 1
        for number, table in enumerate(tables):
            problem = _write_table(table, staged, number == 0, transform, task, (done, whole))
            if problem:
                return [problem]
            done += table.count
        for table in tables:
            problem = save_with_file(f"{staged}|layername={table.name}", table.metadata)
            if problem:
                return [problem]
        moves.replace(staged, target)
    except OSError as error:
        return [error]
    finally:
        for left_over in (staged, Path(f"{staged}-wal"), Path(f"{staged}-shm"), Path(f"{staged}-journal")):
            with suppress(OSError):
                left_over.unlink()
    return []


def _write_table(
    table: _Table,
    staged: Path,
    is_first: bool,
    transform: QgsCoordinateTransformContext,
    task: BackgroundTask,
    progress: tuple[int, int],
) -> str:
    """Write one table into the file, and return why that failed. `progress`: features done, of how many."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", table.name
    options.actionOnExistingFile = (
        QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteFile
        if is_first
        else QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    )
    writer = QgsVectorFileWriter.create(str(staged), table.fields, table.geometry, table.crs, transform, options)
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        return writer.errorMessage()
    done, whole = progress
    for number, feature in enumerate(table.source.getFeatures()):
        if not writer.addFeature(feature):
            return writer.errorMessage()
        if number % FEATURES_AT_ONCE == 0:
            if task.is_over():
                raise Cancelled
            task.setProgress(100 * (done + number) / whole)
    if not writer.flushBuffer():
        return writer.errorMessage()
    del writer  # closes the file
    return ""


def _not_kept(cause: str) -> str:
    text = QCoreApplication.translate("FrontlineChange", "The result was not kept. {cause}")
    return text.format(cause=cause)


def _file_of(layer: QgsVectorLayer) -> Path | None:
    """Return the file that a layer shows; None for one without."""
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
    return Path(path).resolve() if path else None
