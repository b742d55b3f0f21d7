# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of all parameters of one run, read by their declared types before the run leaves the layers' thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ...core.maps.dates import DateError, to_instant
from ..conversion import plain_value
from ..inputs.layers import LayerInput, layer_input

if TYPE_CHECKING:
    from ..inputs.map_files import LoadedLayer

Reader = Callable[[QgsProcessingAlgorithm, dict[str, Any], QgsProcessingParameterDefinition, QgsProcessingContext], Any]


class RunParameters:
    """What the user gave for one run. Nothing in it needs QGIS's layers or their thread any more.

    Made in `prepareAlgorithm`, the only moment at which QGIS lets an algorithm touch the layers of a project.
    """

    def __init__(self, algorithm: QgsProcessingAlgorithm, given: dict[str, Any], context: QgsProcessingContext) -> None:
        self._wanted = {name for name, value in given.items() if value not in (None, "")}
        self._values = {
            definition.name(): READERS[definition.type()](algorithm, given, definition, context)
            for definition in algorithm.parameterDefinitions()
            if definition.type() in READERS
        }
        self._shown = {
            definition.name(): _shown(algorithm, given, definition, context)
            for definition in algorithm.parameterDefinitions()
            if definition.type() in READERS and not isinstance(self._values.get(definition.name()), LayerInput)
        }

    def layer(self, name: str) -> LayerInput:
        """Return the layer of a parameter that must be given."""
        return self._values[name]

    def optional_layer(self, name: str) -> LayerInput | None:
        """Return the layer of a parameter; None where it was left out, or the algorithm has no such parameter."""
        return self._values.get(name)

    def map_layers(self, name: str) -> list[LoadedLayer]:
        """Return the layers of a parameter that takes many; those of polygons come first."""
        return self._values[name]

    def layer_name(self, name: str) -> str | None:
        """Return the name of a layer that may have been left out, for the method card."""
        layer = self.optional_layer(name)
        return layer.name if layer else None

    def number(self, name: str) -> float:
        """Return a number."""
        return self._values[name]

    def optional_number(self, name: str) -> float | None:
        """Return a number; None where it was left out."""
        return self._values[name]

    def text(self, name: str) -> str:
        """Return a text without spaces around it; empty where it was left out."""
        return self._values[name]

    def choice(self, name: str) -> str:
        """Return the one value that was chosen."""
        return self._values[name]

    def choices(self, name: str) -> tuple[str, ...]:
        """Return all values that were chosen."""
        return self._values[name]

    def flag(self, name: str) -> bool:
        """Return whether a box is ticked."""
        return self._values[name]

    def field(self, name: str) -> str | None:
        """Return the name of a field; None where it was left out, or the algorithm has no such parameter."""
        return self._values.get(name)

    def date(self, name: str) -> datetime | None:
        """Return an instant in UTC; None where it was left out, or the algorithm has no such parameter.

        Text is read by our own rules, so that no machine's zone enters. Raises InputError naming the parameter.
        """
        value = self._values.get(name)
        try:
            return None if value is None else to_instant(value)
        except DateError as error:
            raise InputError("{parameter} cannot be used. {reason}", parameter=name, reason=error) from error

    def dates(self, name: str) -> list[datetime]:
        """Return the instants of a comma-separated list, as it was given. Raises InputError naming the parameter."""
        try:
            return [to_instant(part.strip()) for part in self.text(name).split(",") if part.strip()]
        except DateError as error:
            raise InputError("{parameter} cannot be used. {reason}", parameter=name, reason=error) from error

    def shown(self, name: str) -> str:
        """Return the value of a parameter as text, for the method card; empty where it was left out."""
        return self._shown[name]

    def is_wanted(self, output: str) -> bool:
        """Return whether somebody asked for an output."""
        return output in self._wanted

    def __contains__(self, name: str) -> bool:
        return name in self._values


def _shown(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str:
    if definition.type() == "enum" and definition.allowMultiple():
        return ",".join(algorithm.parameterAsEnumStrings(given, definition.name(), context))
    return algorithm.parameterAsString(given, definition.name(), context)


def _layer(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> LayerInput | None:
    return layer_input(algorithm, given, definition.name(), context)


def _layers(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> list[LoadedLayer]:
    from ..inputs.map_files import LoadedLayer

    found = algorithm.parameterAsLayerList(given, definition.name(), context)
    layers = [layer for layer in found if isinstance(layer, QgsVectorLayer)]
    # QGIS may show one file as several layers; the one with its areas goes first.
    layers.sort(key=lambda layer: layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry)
    return [LoadedLayer(layer) for layer in layers]


def _number(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> float | None:
    name = definition.name()
    if definition.defaultValue() is None and given.get(name) is None:
        return None
    return algorithm.parameterAsDouble(given, name, context)


def _text(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str:
    return algorithm.parameterAsString(given, definition.name(), context).strip()


def _choice(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str | tuple[str, ...]:
    name = definition.name()
    if definition.allowMultiple():
        return tuple(algorithm.parameterAsEnumStrings(given, name, context))
    return algorithm.parameterAsEnumString(given, name, context)


def _flag(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> bool:
    return algorithm.parameterAsBool(given, definition.name(), context)


def _field(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str | None:
    read = getattr(algorithm, "parameterAsStrings", None) or algorithm.parameterAsFields  # deprecated since 3.40
    return (read(given, definition.name(), context) or [None])[0]


def _date(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str | datetime | None:
    value = given.get(definition.name())
    if isinstance(value, str) and value.strip():
        return value
    picked = algorithm.parameterAsDateTime(given, definition.name(), context)
    return plain_value(picked) if picked.isValid() else None


READERS: dict[str, Reader] = {
    "source": _layer,
    "vector": _layer,
    "multilayer": _layers,
    "number": _number,
    "distance": _number,
    "string": _text,
    "expression": _text,
    "file": _text,
    "enum": _choice,
    "boolean": _flag,
    "field": _field,
    "datetime": _date,
}
