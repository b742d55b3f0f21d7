# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters as JSON and back: layers by id, name and source, dates in ISO; for history and settings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from qgis.core import NULL, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QDate, QDateTime

from .. import formatting

LAYER_KEYS = {"layer", "name", "provider", "source"}
PROVIDERS_WITHOUT_A_SOURCE = ("memory", "virtual")  # cannot be opened outside the project


def as_json(value: Any) -> Any:
    """Return a parameter value as JSON can hold it; a value of another type becomes its text."""
    if isinstance(value, QgsMapLayer):
        return {
            "layer": value.id(),
            "name": value.name(),
            "provider": value.providerType(),
            "source": value.source(),
        }
    if isinstance(value, QDateTime):
        return formatting.iso(value)
    if isinstance(value, QDate):
        return formatting.iso_day(value)
    if isinstance(value, Mapping):
        return {str(name): as_json(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(item) for item in value]
    if value == NULL:
        return None
    return value if isinstance(value, (str, int, float, bool)) else str(value)


def is_layer(value: Any) -> bool:
    """Return whether a value read from JSON stands for a layer."""
    return (
        isinstance(value, dict) and set(value) == LAYER_KEYS and all(isinstance(item, str) for item in value.values())
    )


def has_a_source(layer: Mapping[str, str]) -> bool:
    """Return whether a saved layer can be opened without the project it was in."""
    return bool(layer["source"]) and layer["provider"] not in PROVIDERS_WITHOUT_A_SOURCE


def address(layer: Mapping[str, str]) -> str:
    """Return what algorithms take to open a saved layer: its path, or provider and source."""
    return layer["source"] if layer["provider"] == "ogr" else f"{layer['provider']}://{layer['source']}"


def live_layer(layer: Mapping[str, str], project: QgsProject) -> QgsMapLayer | None:
    """Return a saved layer from a project: by its id, else one of the same source; None if there is none."""
    known = project.mapLayer(layer["layer"])
    if known is not None or not has_a_source(layer):
        return known
    others = project.mapLayers().values()
    return next(
        (o for o in others if (o.providerType(), o.source()) == (layer["provider"], layer["source"])),
        None,
    )


def live_value(value: Any, project: QgsProject) -> Any:
    """Return a value read from JSON, with its layers as layers again; None for a layer that no longer exists."""
    if is_layer(value):
        layer = live_layer(value, project)
        return layer if layer is not None else address(value) if has_a_source(value) else None
    if isinstance(value, list):
        return [live_value(item, project) for item in value]
    return value


def layers_in(value: Any) -> Iterator[dict[str, str]]:
    """Yield the saved layers in a value read from JSON."""
    if is_layer(value):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from layers_in(item)


def read_json(text: Any) -> Any:
    """Return the value of a JSON text; None if it is no JSON."""
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return None
