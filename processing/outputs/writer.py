# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes result layers one after the other; whatever a failed run has begun to write is removed again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsLayerMetadata,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..base import check_cancel
from ..tables.fields import qgs_fields
from .method_card import save_with_output
from .postprocess import look_when_loaded

SHAPEFILE_NAME_LENGTH = 10
UNKNOWN = -1  # features of a format that does not count them


@dataclass(frozen=True)
class Output:
    """One result layer: which parameter, its table and geometry type, its title, style and features.

    Features that have a length are computed already, and only read back one by one while they are written.
    """

    parameter: str
    table: Mapping[str, str]
    geometry: QgsWkbTypes.Type
    title: str
    style: str | None
    features: Iterable[QgsFeature]


class OutputWriter:
    """Writes the outputs that were asked for, each finished before the next begins (they may share one database)."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        crs: QgsCoordinateReferenceSystem,
        metadata: QgsLayerMetadata,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._feedback = feedback
        self._crs = crs
        self._metadata = metadata
        self._written: dict[str, str] = {}

    def write(self, outputs: Iterable[Output]) -> dict[str, str]:
        """Write the outputs that are wanted and return their destinations by parameter.

        A cancel is heeded until the first is opened, which may overwrite an older result; from then on they are
        finished. Raises QgsProcessingException.
        """
        wanted = [output for output in outputs if self._parameters.get(output.parameter) not in (None, "")]
        features = [
            output.features if isinstance(output.features, Collection) else list(self._until_cancelled(output.features))
            for output in wanted
        ]
        try:
            for output, made in zip(wanted, features):
                self._write(output, made)
        except BaseException:
            self._take_back()
            raise
        return self._written

    def _until_cancelled(self, features: Iterable[QgsFeature]) -> Iterator[QgsFeature]:
        for feature in features:
            check_cancel(self._feedback)
            yield feature

    def _write(self, output: Output, features: Collection[QgsFeature]) -> None:
        fields = qgs_fields(output.table)
        sink, destination = self._algorithm.parameterAsSink(
            self._parameters, output.parameter, self._context, fields, output.geometry, self._crs
        )
        if sink is None:
            raise QgsProcessingException(self._algorithm.invalidSinkError(self._parameters, output.parameter))
        self._written[output.parameter] = destination
        accepted = all(sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert) for feature in features)
        accepted = accepted and sink.flushBuffer()
        reason = sink.lastError()
        del sink  # closes the file; a database takes the features in only now, or does not
        if not accepted or self._count(destination) not in (len(features), UNKNOWN):
            text = QCoreApplication.translate(
                "FrontlineChange", "{parameter} could not be written to {destination}. Is the disk full? {reason}"
            )
            raise QgsProcessingException(
                text.format(parameter=output.parameter, destination=destination, reason=reason).rstrip()
            )
        self._warn_about_names(destination, fields)
        metadata = self._metadata.clone() if hasattr(self._metadata, "clone") else QgsLayerMetadata(self._metadata)
        metadata.setTitle(output.title)
        save_with_output(destination, metadata, self._context)
        look_when_loaded(self._context, destination, output.title, output.style, metadata)

    def _count(self, destination: str) -> int | None:
        """How many features a finished output holds; None where it cannot be read."""
        layer = QgsProcessingUtils.mapLayerFromString(destination, self._context)
        return layer.featureCount() if layer is not None else None

    def _warn_about_names(self, destination: str, fields: QgsFields) -> None:
        long_names = [field.name() for field in fields if len(field.name()) > SHAPEFILE_NAME_LENGTH]
        if destination.lower().endswith(".shp") and long_names:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "A Shapefile cuts field names to ten characters and loses times of day; {count} fields of "
                "{destination} are affected. A GeoPackage keeps them.",
            )
            self._feedback.pushWarning(text.format(count=len(long_names), destination=destination))

    def _take_back(self) -> None:
        """Remove what this run has written to files; temporary layers vanish with the run."""
        for destination in self._written.values():
            layer = QgsProcessingUtils.mapLayerFromString(destination, self._context)
            if layer is not None:
                self._context.temporaryLayerStore().removeMapLayer(layer)  # closes the file
            parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
            path = Path(parts.get("path") or destination)
            if path.is_file() and parts.get("layerName"):
                _drop_table(path, parts["layerName"])
            elif path.is_file():
                _remove(path)
        self._written.clear()


def _remove(path: Path) -> None:
    """Remove a file with what lies beside it as part of it."""
    if path.suffix.lower() == ".shp":
        QgsVectorFileWriter.deleteShapeFile(str(path))
    for part in (path, path.with_suffix(".qmd"), *(Path(f"{path}{tail}") for tail in ("-wal", "-shm", "-journal"))):
        part.unlink(missing_ok=True)


def _drop_table(path: Path, table: str) -> None:
    """Remove one layer of a database file; the file itself where it was the only one."""
    from osgeo import ogr

    database = ogr.Open(str(path), 1)
    if database is None:
        return
    names = [database.GetLayer(index).GetName() for index in range(database.GetLayerCount())]
    if table in names:
        database.DeleteLayer(names.index(table))
    database = None
    if names == [table]:
        _remove(path)
