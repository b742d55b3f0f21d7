# SPDX-License-Identifier: GPL-2.0-or-later
"""The method card: all that is needed to repeat or doubt a number, written with every output."""

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
    """Return the card as JSON: who computed it with which versions, then the facts of the run."""
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
    """Put the card on a layer that is loaded."""
    layer.setMetadata(metadata)
    layer.setCustomProperty(PROPERTY, metadata.history()[0])


def save_with_file(destination: str, metadata: QgsLayerMetadata) -> None:
    """Write the card beside or into a finished file, while no layer has it open."""
    _save("ogr", destination, metadata)


def describe_result(destination: str, metadata: QgsLayerMetadata, context: QgsProcessingContext) -> None:
    """Put the card on the layer of a result, as the next step of a model or script finds it, and on a server."""
    layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    if layer is None:
        return
    describe(layer, metadata)
    if layer.providerType() not in ("memory", "ogr"):
        _save(layer.providerType(), layer.source(), metadata)


def _save(provider: str, source: str, metadata: QgsLayerMetadata) -> None:
    with suppress(Exception):  # QgsNotSupportedException, of a format without cards, which PyQGIS 3.22 does not name
        QgsProviderRegistry.instance().providerMetadata(provider).saveLayerMetadata(source, metadata)
