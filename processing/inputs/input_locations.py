# SPDX-License-Identifier: GPL-2.0-or-later
"""The locations of a run's inputs: layers, files, and the maps in folders."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from ...core.errors import InputError
from ..locations import FileLocation, Location, locations_of
from .map_files import layers_in, list_folder
from .own_results import layers_made_from

ONE_LAYER = (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer, QgsProcessingParameterMapLayer)


@dataclass(frozen=True)
class InputLocation:
    """One location that a run reads, with its parameter and the name of its layer or file."""

    parameter: str
    name: str
    location: Location


@dataclass(frozen=True)
class MapFile(FileLocation):
    """A file in a folder of maps; its polygon layers are read, except results made from the folder’s `files`."""

    files: frozenset[str] = frozenset()

    @property
    def layers(self) -> Collection[str]:
        """The layers that are read."""
        try:
            return [one.layer for one in layers_in(self.paths[0]) if one.layer not in self._results[0]]
        except InputError:
            return []

    @property
    def is_read(self) -> bool:
        """Whether anything in the file is read."""
        return not self._results[1]

    @cached_property
    def _results(self) -> tuple[set[str], bool]:
        return layers_made_from(self.paths[0], self.files - {self.paths[0].name})


def input_locations(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Iterator[InputLocation]:
    """Yield the locations of all given inputs; unreadable ones are skipped."""
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        value = parameters.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        if isinstance(definition, ONE_LAYER):
            layers = [algorithm.parameterAsVectorLayer({name: value}, name, context)]
        elif isinstance(definition, QgsProcessingParameterMultipleLayers):
            layers = algorithm.parameterAsLayerList(parameters, name, context)
        elif isinstance(definition, QgsProcessingParameterFile):
            path = algorithm.parameterAsFile(parameters, name, context)
            yield from (InputLocation(name, one.paths[0].name, one) for one in _files(definition, path))
            continue
        else:
            continue
        for layer in layers:
            if isinstance(layer, QgsVectorLayer):
                yield from (InputLocation(name, layer.name(), one) for one in locations_of(layer, context))


def _files(definition: QgsProcessingParameterFile, path: str) -> list[FileLocation]:
    if not path:
        return []
    if definition.behavior() == QgsProcessingParameterFile.Behavior.File:
        return [FileLocation((Path(path),))]
    try:
        found = list_folder(Path(path)).files
        names = frozenset(file.name for file in found)
        return [MapFile((file,), files=names) for file in found]
    except InputError:
        return []
