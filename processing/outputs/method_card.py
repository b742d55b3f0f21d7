# SPDX-License-Identifier: GPL-2.0-or-later
"""The method card: all that is needed to repeat or doubt a number, written with every output."""

from __future__ import annotations

import json
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


def save_with_output(destination: str, metadata: QgsLayerMetadata, context: QgsProcessingContext) -> bool:
    """Write the card beside or into a finished output. Return whether the format can carry it."""
    layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    if layer is None:
        return False
    describe(layer, metadata)
    if layer.providerType() == "memory":
        return True
    provider = QgsProviderRegistry.instance().providerMetadata(layer.providerType())
    try:
        saved = provider.saveLayerMetadata(layer.source(), metadata)
    except Exception:  # QgsNotSupportedException, which PyQGIS 3.22 does not name
        return False
    return bool(saved[0] if isinstance(saved, tuple) else saved)
