# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's own results among the inputs: refused as maps, and as land or lines where they make no sense."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsLayerMetadata,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ...core.errors import InputError
from ...core.maps.own_results import SNAPSHOTS, are_origins, no_map, refuse_result, result_with
from ..messages import explain
from ..result_marks import METHOD_PROPERTY, OUTPUT_PROPERTY, output_of
from .series_reader import PREPARED_FIELDS

LOG = "LOG"
MAPS = ("BEFORE", "AFTER", "SNAPSHOTS")
AREAS_OF_CHANGE = ("GAINED or LOST", "GAINED", "LOST", "CAPTURE", "GROUND", "STRIP", "BOXES")
NO_FRONT_LINES = ("DEPTH", "ARROWS", "TRANSECTS", "REACH", "PROFILE", "ADVANCE", "JOINS")
REFUSED = {"THEATRE": AREAS_OF_CHANGE, "HOME": AREAS_OF_CHANGE, "LINES": NO_FRONT_LINES}  # by parameter


def result_of(layer: QgsVectorLayer) -> str:
    """Return which of the plugin's results a layer is (`GAINED`); empty for other layers.

    Its mark is looked for in the properties of the layer, in the metadata of its file, and last in its fields.
    """
    metadata = _metadata_of(layer)
    return _mark_of(layer, metadata) or result_with(layer.fields().names()) or _made_by(layer, metadata)


def layers_made_from(path: Path, files: Collection[str]) -> tuple[set[str], bool]:
    """Return the layers in a file that are snapshots or a log made from files of these names, and if these are all."""
    found = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(str(path))
    made = {one.name() for one in found if _is_made_from(QgsVectorLayer(one.uri(), one.name(), "ogr"), files)}
    return made, bool(made) and all(one.name() in made for one in found)


def _is_made_from(layer: QgsVectorLayer, files: Collection[str]) -> bool:
    if not layer.isValid():
        return False
    if result_of(layer) == LOG:
        return True
    origin = layer.fields().lookupField("origin")
    has_fields = set(PREPARED_FIELDS) <= set(layer.fields().names())
    return has_fields and are_origins(layer.dataProvider().uniqueValues(origin), files)


def is_measured(layer: QgsVectorLayer) -> bool:
    """Return whether a layer is a result of the plugin that is no map: any but prepared snapshots."""
    return result_of(layer) not in ("", SNAPSHOTS)


def refuse_measured(layer: QgsVectorLayer) -> None:
    """Raise InputError for a layer that is a result of the plugin and no map."""
    metadata = _metadata_of(layer)
    mark = _mark_of(layer, metadata)
    if mark == SNAPSHOTS:
        return
    if not mark:
        refuse_result(layer.name(), layer.fields().names())
    result = mark or _made_by(layer, metadata)
    if result:
        raise no_map(layer.name(), result)


def problem(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str | None:
    """Return why one of the inputs cannot be used because it is a result of the plugin; None if all can be used."""
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if name not in (*MAPS, *REFUSED) or not isinstance(definition, QgsProcessingParameterFeatureSource):
            continue
        value = parameters.get(name)
        source = value.source if isinstance(value, QgsProcessingFeatureSourceDefinition) else value
        layer = algorithm.parameterAsVectorLayer({name: source}, name, context)
        if layer is None or not layer.isValid():
            continue
        if name in REFUSED and (result := result_of(layer)) in REFUSED[name]:
            return _no_use(name, layer.name(), result)
        try:
            if name in MAPS:
                refuse_measured(layer)
        except InputError as error:
            return f"{name}: {explain(error)}"
    return None


def _no_use(parameter: str, layer: str, result: str) -> str:
    tr = QCoreApplication.translate
    if parameter == "LINES":
        text = tr(
            "FrontlineChange",
            "{parameter}: “{layer}” is a result of an earlier measurement ({result}), no front. Choose drawn lines, or "
            "a front that was extracted from a map.",
        )
    else:
        text = tr(
            "FrontlineChange",
            "{parameter}: “{layer}” is a result of an earlier measurement ({result}), and only a part of the land. "
            "Choose a layer of the land itself.",
        )
    return text.format(parameter=parameter, layer=layer, result=result)


def _metadata_of(layer: QgsVectorLayer) -> list[QgsLayerMetadata]:
    """The metadata of a layer, and those beside its file."""
    return [layer.metadata(), *_metadata_beside(layer)]


def _mark_of(layer: QgsVectorLayer, metadata: list[QgsLayerMetadata]) -> str:
    """The result that the properties of a layer or its metadata name; empty for other layers."""
    marks = [layer.customProperty(OUTPUT_PROPERTY), *(output_of(one.identifier()) for one in metadata)]
    return str(next(filter(None, marks), ""))


def _metadata_beside(layer: QgsVectorLayer) -> list[QgsLayerMetadata]:
    """The metadata in the file beside a layer's file, which only the desktop loads with the layer."""
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
    try:
        text = Path(path).with_suffix(".qmd").read_text(encoding="utf-8") if path else ""
    except (OSError, ValueError):
        return []
    document, metadata = QDomDocument(), QgsLayerMetadata()
    document.setContent(text)
    return [metadata] if metadata.readMetadataXml(document.documentElement()) else []


def _made_by(layer: QgsVectorLayer, metadata: list[QgsLayerMetadata]) -> str:
    """The algorithm on the method card of a layer without a mark; empty for prepared snapshots and other layers."""
    for card in (layer.customProperty(METHOD_PROPERTY), *(card for one in metadata for card in one.history())):
        try:
            algorithm = str(json.loads(card)["algorithm"])
        except (KeyError, TypeError, ValueError):
            continue
        if algorithm.startswith("frontline:") and not set(PREPARED_FIELDS) <= set(layer.fields().names()):
            return algorithm
    return ""
