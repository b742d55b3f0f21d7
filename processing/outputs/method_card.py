# SPDX-License-Identifier: GPL-2.0-or-later
"""The method card: everything needed to repeat or check a number, written with every output."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from qgis.core import (
    Qgis,
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from .. import about

PROPERTY = "frontline/method"


def method_card(algorithm_id: str, facts: dict[str, Any]) -> str:
    """Return the card as JSON: software and versions, then the facts of the run."""
    from ...core import libraries

    card = {
        "software": about.NAME,
        "version": about.VERSION,
        "algorithm": algorithm_id,
        **facts,
        "libraries": {**libraries.versions(), "qgis": Qgis.QGIS_VERSION},
    }
    return json.dumps(card, ensure_ascii=False, indent=1, default=str)


def layer_metadata(title: str, abstract: str, card: str) -> QgsLayerMetadata:
    """Return layer metadata with the card as its history."""
    metadata = QgsLayerMetadata()
    metadata.setTitle(title)
    metadata.setAbstract(abstract)
    metadata.setType("dataset")
    metadata.setHistory([card])
    return metadata


def describe(layer: QgsVectorLayer, metadata: QgsLayerMetadata) -> None:
    """Set the card as metadata of a loaded layer."""
    layer.setMetadata(metadata)
    layer.setCustomProperty(PROPERTY, metadata.history()[0])


def save_with_file(destination: str, metadata: QgsLayerMetadata) -> None:
    """Write the card beside or into a finished file that no layer has open."""
    _save("ogr", destination, metadata)


def describe_result(destination: str, metadata: QgsLayerMetadata, context: QgsProcessingContext) -> None:
    """Set the card on a result layer, for the next step of a model or script; save it too if it is on a server."""
    layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    if layer is None:
        return
    describe(layer, metadata)
    if layer.providerType() not in ("memory", "ogr"):
        _save(layer.providerType(), layer.source(), metadata)


def _save(provider: str, source: str, metadata: QgsLayerMetadata) -> None:
    with suppress(Exception):  # a format without metadata: QgsNotSupportedException, which PyQGIS 3.22 does not export
        QgsProviderRegistry.instance().providerMetadata(provider).saveLayerMetadata(source, metadata)
