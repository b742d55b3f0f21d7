# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes result layers one after the other; a cancelled or failed run leaves none behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..progress import DONE, Progress
from ..result_marks import identifier
from . import write_errors
from .database import count, rows_of_csv
from .destinations import TEMPORARY, destination_text
from .features import instants_as_text, qgs_fields, with_instants_as_text
from .method_card import describe_result, layer_metadata, method_card, save_with_file
from .postprocess import style_when_loaded
from .results import Output, Results
from .server_tables import PREFIX as POSTGRES
from .server_tables import StagedTables, is_staged_on_server
from .staged_outputs import StagedOutputs, is_file

SHAPEFILE_NAME_LENGTH = 10
SHAPEFILE_TEXT_BYTES = 254
UNKNOWN = -1  # features of a format that does not count them


def write_results(
    results: Results,
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    progress: Progress,
) -> dict[str, Any]:
    """Write the requested layers, each with the method card, and return all outputs of the algorithm."""
    card = method_card(f"frontline:{algorithm.name()}", {"headline": results.headline, **results.facts})
    metadata = layer_metadata("", results.headline, card)
    writer = OutputWriter(algorithm, parameters, context, progress, results.crs, metadata)
    written = writer.write(results.outputs)
    progress.percent(DONE)
    progress.info(results.headline)
    return {**written, **results.values, "HEADLINE": results.headline, "METHOD": card}


class OutputWriter:
    """Writes the requested outputs, each finished before the next begins (they may share one database).

    Files, and tables in files, are staged and moved to their destinations together when all are complete, so a run
    that is cancelled or fails before then changes nothing. Outputs on a server are written just before the move.
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        progress: Progress,
        crs: QgsCoordinateReferenceSystem,
        metadata: QgsLayerMetadata,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._progress = progress
        self._crs = crs
        self._metadata = metadata
        self._staged = StagedOutputs()
        self._tables = StagedTables()
        self._written: dict[str, str] = {}

    def write(self, outputs: Iterable[Output]) -> dict[str, str]:
        """Write the requested outputs and return their destinations by parameter.

        A cancel stops the run until the first output is moved to its destination or written to a server; after that
        all of them are finished. Raises Cancelled and QgsProcessingException.
        """
        wanted = [output for output in outputs if self._is_wanted(output.parameter)]
        on_server = {output.parameter for output in wanted if self._is_on_server(output.parameter)}
        loaded = self._context.layersToLoadOnCompletion()
        try:
            for output in wanted:
                if output.parameter not in on_server:
                    self._write(output, self._until_cancelled(output.features))
            made = [
                (output, list(self._until_cancelled(output.features)))
                for output in wanted
                if output.parameter in on_server
            ]
            self._progress.check()
            for output, features in made:
                self._write(output, features)
            self._move_to_destinations(wanted)
        except BaseException:
            self._remove_temporary_layers()
            self._context.setLayersToLoadOnCompletion(loaded)
            raise
        finally:
            self._staged.discard()
            self._tables.discard()
        for output in wanted:
            destination, card = self._written[output.parameter], self._card(output)
            describe_result(destination, card, self._context)
            style_when_loaded(self._context, destination, output.title, output.style, card)
        return self._written

    def _until_cancelled(self, features: Iterable[QgsFeature]) -> Iterator[QgsFeature]:
        for feature in features:
            self._progress.check()
            yield feature

    def _is_wanted(self, parameter: str) -> bool:
        """Whether an output has a destination; QGIS's batch dialog gives an empty one for those left empty."""
        return self._parameters.get(parameter) is not None and self._given(parameter) != ""

    def _is_on_server(self, parameter: str) -> bool:
        """Whether writing an output changes existing data at once: a table on a server, or a layer appended to."""
        value, given = self._parameters[parameter], self._given(parameter)
        adds = isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping()
        return adds or not (is_file(given) or given.startswith(TEMPORARY))

    def _final(self, text: str) -> str:
        """A text with the destinations instead of the staged files and tables."""
        return self._tables.final(self._staged.final(text))

    def _given(self, parameter: str) -> str:
        """The destination of an output as text."""
        return destination_text(self._parameters[parameter], self._context)

    def _staged_value(self, parameter: str) -> Any:
        """The destination parameter with the staged path; with the given destination where the output is not a file."""
        value, staged = self._parameters[parameter], self._given(parameter)
        if isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping():
            return value
        if is_file(staged):
            try:
                staged = self._staged.stage(staged)
            except OSError as error:
                raise self._refusal(parameter, staged, error) from error
        elif is_staged_on_server(staged):
            staged = self._tables.stage(staged)
        if not isinstance(value, QgsProcessingOutputLayerDefinition):
            return staged
        definition = QgsProcessingOutputLayerDefinition(value)
        definition.sink = QgsProperty.fromValue(staged)
        return definition

    def _write(self, output: Output, features: Iterable[QgsFeature]) -> None:
        table = output.table
        if self._given(output.parameter).lower().endswith(".csv"):  # CSV has no types, and GDAL drops the time zone
            table, features = instants_as_text(table), with_instants_as_text(table, features)
        fields = qgs_fields(table)
        parameters = {**self._parameters, output.parameter: self._staged_value(output.parameter)}
        try:
            sink, destination = self._algorithm.parameterAsSink(
                parameters, output.parameter, self._context, fields, output.geometry, self._crs
            )
        except QgsProcessingException as error:
            reason = self._final(str(error))
            raise self._refusal(output.parameter, self._given(output.parameter), reason) from error
        if sink is None:
            raise QgsProcessingException(self._algorithm.invalidSinkError(self._parameters, output.parameter))
        self._written[output.parameter] = destination
        final, given, accepted, cut = self._final(destination), 0, True, 0
        is_shapefile = final.lower().endswith(".shp")
        try:
            for feature in features:
                if is_shapefile and any(map(_is_cut, feature.attributes())):
                    cut += 1
                accepted = sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert) and accepted
                given += 1
            accepted = accepted and sink.flushBuffer()
            reason = sink.lastError()
        finally:
            del sink  # closes the file; a database inserts the features only now, or fails
        taken = self._count(destination)
        if not accepted or taken not in (given, UNKNOWN):
            raise self._refusal(output.parameter, final, reason, (taken or 0, given))
        if self._staged.final(destination) != destination:
            self._save_card(destination, final, self._card(output))
        self._warn_about_names(final, fields)
        if cut:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "A Shapefile cuts texts to {longest} bytes; in {destination} names of {count} rows are cut, and may no "
                "longer differ. A GeoPackage keeps them.",
            )
            self._progress.warn(text.format(longest=SHAPEFILE_TEXT_BYTES, destination=final, count=cut))

    def _count(self, destination: str) -> int | None:
        """The number of features in a finished output; None where it cannot be read."""
        if destination.startswith(POSTGRES):
            layer = QgsVectorLayer(destination[len(POSTGRES) :], "", "postgres")
            return layer.featureCount() if layer.isValid() else None
        if self._final(destination) != destination:
            parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
            if parts["path"].lower().endswith(".csv"):
                return rows_of_csv(Path(parts["path"]))
            return count(Path(parts["path"]), parts.get("layerName"))
        layer = QgsProcessingUtils.mapLayerFromString(destination, self._context)
        return layer.featureCount() if layer is not None else None

    def _move_to_destinations(self, wanted: Iterable[Output]) -> None:
        """Move what is staged. The method cards move with the files; cards of added tables are saved afterwards."""
        final = {parameter: self._final(staged) for parameter, staged in self._written.items()}
        if final == self._written:
            return

        def save_cards() -> None:
            for output in wanted:
                staged = self._written[output.parameter]
                if any(path.as_posix() in staged for path in self._staged.added):
                    save_with_file(final[output.parameter], self._card(output))

        try:
            kept = self._staged.move_to_destinations(self._progress.check, save_cards, self._tables.publish)
        except OSError as error:
            moved = [parameter for parameter, destination in final.items() if destination != self._written[parameter]]
            name = Path(error.filename2 or error.filename or "").name
            ends = (f"{Path(name).stem}.", f'"{name}"')  # of a file, or of a table on a server
            parameter = next((one for one in moved if name and any(end in final[one] for end in ends)), moved[0])
            raise self._refusal(parameter, final[parameter], error) from error
        for path in kept:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "{path} is not by this plugin and was kept, so the method card is not saved beside the result. QGIS "
                "will show that file as its metadata.",
            )
            self._progress.warn(text.format(path=path))
        named = {self._written[parameter]: destination for parameter, destination in final.items()}
        self._written = final
        loaded = self._context.layersToLoadOnCompletion()
        self._context.setLayersToLoadOnCompletion({named.get(text, text): how for text, how in loaded.items()})

    def _card(self, output: Output) -> QgsLayerMetadata:
        metadata = self._metadata.clone() if hasattr(self._metadata, "clone") else QgsLayerMetadata(self._metadata)
        metadata.setTitle(output.title)
        metadata.setIdentifier(identifier(self._algorithm.name(), output.parameter))
        return metadata

    def _save_card(self, staged: str, destination: str, card: QgsLayerMetadata) -> None:
        reason = save_with_file(staged, card)
        if reason:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "The result is complete, but the method card could not be saved with {destination}: {reason}.",
            )
            self._progress.warn(text.format(destination=destination, reason=reason.rstrip(".")))

    def _refusal(
        self, parameter: str, destination: str, reason: OSError | str, taken: tuple[int, int] | None = None
    ) -> QgsProcessingException:
        """The message that an output could not be written. `taken`: features written, and all."""
        tr = QCoreApplication.translate
        cause = write_errors.cause(self._given(parameter), reason, self._algorithm.loaded_layers)
        if not cause and taken is not None:
            text = tr(
                "FrontlineChange",
                "This format took {taken} of {given} features. Choose another one, such as .gpkg.",
            )
            cause = text.format(taken=taken[0], given=taken[1])
        if self._staged.kept is not None:
            text = tr("FrontlineChange", "The older result is kept in {folder}; the next run there puts it back.")
            cause = f"{cause} {text.format(folder=self._staged.kept)}"
        return write_errors.refusal(parameter, destination, cause)

    def _warn_about_names(self, destination: str, fields: QgsFields) -> None:
        long_names = [field.name() for field in fields if len(field.name()) > SHAPEFILE_NAME_LENGTH]
        if destination.lower().endswith(".shp") and long_names:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "A Shapefile cuts field names to ten characters and loses times of day; {count} fields of "
                "{destination} are affected. A GeoPackage keeps them.",
            )
            self._progress.warn(text.format(count=len(long_names), destination=destination))

    def _remove_temporary_layers(self) -> None:
        for destination in self._written.values():
            layer = self._context.temporaryLayerStore().mapLayer(destination)
            if layer is not None:
                self._context.temporaryLayerStore().removeMapLayer(layer)


def _is_cut(value: Any) -> bool:
    """Whether a Shapefile would cut a text."""
    return isinstance(value, str) and len(value.encode()) > SHAPEFILE_TEXT_BYTES
