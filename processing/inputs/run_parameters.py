# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of all parameters of one run, read by their declared types in the layers' thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProperty,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ...core.maps.dates import DateError, to_instant
from ..conversion import plain_value
from ..parameters.series import OFFSET_DAYS, is_auto
from ..parameters.side import SIDE_COLOUR, SIDE_NAME
from .file_layers import crs_text, given_crs
from .layers import LayerInput, layer_input

if TYPE_CHECKING:
    from .map_files import LoadedLayer

Reader = Callable[[QgsProcessingAlgorithm, dict[str, Any], QgsProcessingParameterDefinition, QgsProcessingContext], Any]


class RunParameters:
    """The parameter values of one run. They no longer depend on QGIS's layers or their thread.

    Constructed in `prepareAlgorithm`, the only method in which QGIS lets an algorithm access the project's layers.
    """

    def __init__(self, algorithm: QgsProcessingAlgorithm, given: dict[str, Any], context: QgsProcessingContext) -> None:
        self._named = frozenset(given)
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
        """Return the layer of a mandatory parameter. Raises InputError when none is given, as may happen in a model."""
        layer = self._values[name]
        if layer is None:
            raise InputError("{parameter} is missing. Choose a layer.", parameter=name)
        return layer

    def optional_layer(self, name: str) -> LayerInput | None:
        """Return the layer of a parameter; None if it is empty, or the algorithm has no such parameter."""
        return self._values.get(name)

    def map_layers(self, name: str) -> list[LoadedLayer]:
        """Return the layers of a parameter for several layers, polygon layers first."""
        return self._values[name]

    def layer_name(self, name: str) -> str | None:
        """Return the name of a parameter's layer for the method card; None if it is empty."""
        layer = self.optional_layer(name)
        return layer.name if layer else None

    def number(self, name: str) -> float:
        """Return a number."""
        return self._values[name]

    def optional_number(self, name: str) -> float | None:
        """Return a number; None if it is empty, or `auto`."""
        return self._values[name]

    def text(self, name: str) -> str:
        """Return a text without surrounding spaces, or a colour as `#rrggbb`."""
        return self._values[name]

    def choice(self, name: str) -> str:
        """Return the chosen value."""
        return self._values[name]

    def choices(self, name: str) -> tuple[str, ...]:
        """Return all chosen values."""
        return self._values[name]

    def flag(self, name: str) -> bool:
        """Return whether a box is ticked."""
        return self._values[name]

    def field(self, name: str) -> str | None:
        """Return the name of a field; None if it is empty, or the algorithm has no such parameter."""
        return self._values.get(name)

    def fields(self, name: str) -> tuple[str, ...]:
        """Return the names of all chosen fields."""
        return self._values[name]

    def crs(self, name: str) -> str | None:
        """Return a CRS as WKT; None if it is empty, or the algorithm has no such parameter."""
        return crs_text(self._values.get(name))

    def pattern(self, name: str) -> str | None:
        """Return a text; None if it is empty, or the algorithm has no such parameter."""
        return self._values.get(name) or None

    def date(self, name: str) -> datetime | None:
        """Return an instant in UTC; None if it is empty, or the algorithm has no such parameter.

        Text is parsed by our own rules, independent of the machine's time zone. Raises InputError naming the parameter.
        """
        return _instant(name, self._values.get(name))

    def side(self) -> dict[str, str | None]:
        """Return the name and the colour (`#rrggbb`) of the side for the method card; empty without these parameters.

        What is left empty is None.
        """
        names = (name for name in (SIDE_NAME, SIDE_COLOUR) if name in self)
        return {name.lower(): self.text(name) or None for name in names}

    def dates(self, name: str) -> list[datetime]:
        """Return the instants of a comma-separated list in its order. Raises InputError naming the parameter."""
        try:
            return [to_instant(part.strip()) for part in self.text(name).split(",") if part.strip()]
        except DateError as error:
            raise InputError("{parameter} cannot be used. {reason}", parameter=name, reason=error) from error

    def shown(self, name: str) -> str:
        """Return the value of a parameter as text for the method card."""
        return self._shown[name]

    def is_wanted(self, output: str) -> bool:
        """Return whether an output was requested."""
        return output in self._wanted

    def is_named(self, name: str) -> bool:
        """Return whether the caller named a parameter, even without a value: a dialog names all that it knows."""
        return name in self._named

    def is_given(self, name: str) -> bool:
        """Return whether the caller gave a parameter a value, be it the default."""
        return name in self._wanted

    def __contains__(self, name: str) -> bool:
        return name in self._values


def _shown(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str:
    if definition.type() == "enum" and definition.allowMultiple():
        return ",".join(algorithm.parameterAsEnumStrings(given, definition.name(), context))
    return algorithm.parameterAsString(given, definition.name(), context)


def _layer(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> LayerInput | None:
    return layer_input(algorithm, given, definition.name(), context)


def _layers(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> list[LoadedLayer]:
    from .map_files import LoadedLayer

    found = algorithm.parameterAsLayerList(given, definition.name(), context)
    layers = [layer for layer in found if isinstance(layer, QgsVectorLayer)]
    # QGIS may load one file as several layers; the polygon layer goes first.
    layers.sort(key=lambda layer: layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry)
    return [LoadedLayer(layer, given_crs(algorithm, given, context)) for layer in layers]


def _number(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> float | None:
    name = definition.name()
    value = given.get(name)
    if definition.defaultValue() is None and value is None:
        return None
    if isinstance(value, QgsProperty):
        value, _ = value.value(context.expressionContext())
    if name == OFFSET_DAYS and is_auto(value):
        return None
    return algorithm.parameterAsDouble(given, name, context)


def _text(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str:
    return algorithm.parameterAsString(given, definition.name(), context).strip()


def _path(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str:
    return algorithm.parameterAsFileOutput(given, definition.name(), context)


def _choice(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str | tuple[str, ...]:
    name = definition.name()
    if definition.allowMultiple():
        return tuple(algorithm.parameterAsEnumStrings(given, name, context))
    return algorithm.parameterAsEnumString(given, name, context) or str(definition.defaultValue() or "")


def _flag(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> bool:
    return algorithm.parameterAsBool(given, definition.name(), context)


def _crs(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> QgsCoordinateReferenceSystem | None:
    crs = algorithm.parameterAsCrs(given, definition.name(), context)
    return crs if crs.isValid() else None


def _colour(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str:
    colour = algorithm.parameterAsColor(given, definition.name(), context)
    return colour.name() if colour.isValid() else ""


def _field(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str | tuple[str, ...] | None:
    read = getattr(algorithm, "parameterAsStrings", None) or algorithm.parameterAsFields  # deprecated since 3.40
    found = read(given, definition.name(), context)
    return tuple(found) if definition.allowMultiple() else (found or [None])[0]


def _date(algorithm: Any, given: dict[str, Any], definition: Any, context: Any) -> str | datetime | None:
    value = given.get(definition.name())
    if isinstance(value, str) and value.strip():
        return value
    picked = algorithm.parameterAsDateTime(given, definition.name(), context)
    return plain_value(picked) if picked.isValid() else None


def given_instant(
    algorithm: QgsProcessingAlgorithm, given: dict[str, Any], name: str, context: QgsProcessingContext
) -> datetime | None:
    """Return the instant of one date parameter in UTC; None if it is empty. Raises InputError naming the parameter."""
    return _instant(name, _date(algorithm, given, algorithm.parameterDefinition(name), context))


def _instant(name: str, value: str | datetime | None) -> datetime | None:
    try:
        return None if value is None else to_instant(value)
    except DateError as error:
        raise InputError("{parameter} cannot be used. {reason}", parameter=name, reason=error) from error


READERS: dict[str, Reader] = {
    "source": _layer,
    "vector": _layer,
    "multilayer": _layers,
    "number": _number,
    "distance": _number,
    "string": _text,
    "expression": _text,
    "file": _text,
    "fileDestination": _path,
    "folderDestination": _path,
    "enum": _choice,
    "boolean": _flag,
    "crs": _crs,
    "color": _colour,
    "field": _field,
    "datetime": _date,
}
