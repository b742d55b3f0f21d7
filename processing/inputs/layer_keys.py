# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layers are the same source: a key of where their features lie, in which table, and what of it they show.

Two project layers of one table with different filters, joins, computed fields or unsaved edits are two sources.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsFields, QgsProcessingFeatureSourceDefinition, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

LayerKey = tuple[str, str, str]  # location, table, view; the view is empty where all of the table is shown as stored

FILES = ("ogr", "delimitedtext")  # providers whose layers lie in a file that may also be read without them
ONE_TABLE = (".shp", ".geojson", ".json", ".csv")  # files of one table


def layer_key(layer: QgsVectorLayer, definition: Any = None) -> LayerKey:
    """Return the key of a layer, as far as the definition of a parameter shows it."""
    provider, view = layer.providerType(), view_of(layer, definition)
    if layer.isModified():
        view = f"{view} {layer.id()}"
    if provider in FILES:
        return *file_table(provider, layer.source(), lambda: _table_of(layer)), view
    return (layer.id() if provider == "memory" else layer.source()), "", view


def file_table(provider: str, uri: str, name: Callable[[], str]) -> tuple[str, str]:
    """Return the file of a layer and its table in it, with the kind of geometry where the layer shows only one.

    `name` returns the name of the table where the address of the layer does not contain it.
    """
    parts = QgsProviderRegistry.instance().decodeUri(provider, uri)
    path = Path(str(parts.get("path") or uri))
    inside = Path(str(parts.get("vsiSuffix") or "")).stem
    has_one = path.suffix.lower() in ONE_TABLE
    table = "" if has_one else str(parts.get("layerName") or inside or name())
    return str(path.resolve()), " ".join(filter(None, (table, parts.get("geometryType"))))


def view_of(layer: QgsVectorLayer, definition: Any = None) -> str:
    """Return what a layer shows of its table, as text for people; empty where it shows all of it as it is stored."""
    shown = [layer.subsetString(), *_narrowed(layer, definition), *_joined(layer), *_computed(layer)]
    if layer.isModified():
        shown.append(QCoreApplication.translate("FrontlineChange", "with edits that are not saved"))
    return "; ".join(filter(None, shown))


def _narrowed(layer: QgsVectorLayer, definition: Any) -> list[str]:
    """What the definition of a parameter leaves of a layer."""
    if not isinstance(definition, QgsProcessingFeatureSourceDefinition):
        return []
    shown = [getattr(definition, "filterExpression", "")]
    if definition.selectedFeaturesOnly:
        shown.append("features " + ", ".join(map(str, sorted(layer.selectedFeatureIds()))))
    if definition.featureLimit > 0:
        shown.append(f"the first {definition.featureLimit} features")
    return shown


def _joined(layer: QgsVectorLayer) -> list[str]:
    return [f"{join.targetFieldName()} = {join.joinLayerId()}.{join.joinFieldName()}" for join in layer.vectorJoins()]


def _computed(layer: QgsVectorLayer) -> list[str]:
    fields = layer.fields()
    return [
        f"{field.name()} = {layer.expressionField(index)}"
        for index, field in enumerate(fields)
        if fields.fieldOrigin(index) == QgsFields.FieldOrigin.OriginExpression
    ]


def _table_of(layer: QgsVectorLayer) -> str:
    """The name of the table of a layer whose address does not name it: by its number, or the first in the file."""
    provider = layer.dataProvider()
    tables = [text.split(provider.sublayerSeparator()) for text in provider.subLayers()]
    number = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("layerId") or 0
    return next((parts[1] for parts in tables if len(parts) > 1 and parts[0] == str(number)), "")
