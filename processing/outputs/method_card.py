# SPDX-License-Identifier: GPL-2.0-or-later
"""The method card: everything needed to repeat or check a number, written with every output."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from .. import about
from ..result_marks import METHOD_PROPERTY, OUTPUT_PROPERTY, output_of
from .database import tables_in

SHORTENED = 50  # letters of a name that another is made from


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
    layer.setCustomProperty(METHOD_PROPERTY, metadata.history()[0])
    layer.setCustomProperty(OUTPUT_PROPERTY, output_of(metadata.identifier()))


def save_with_file(destination: str, metadata: QgsLayerMetadata) -> str:
    """Write the card into a finished database that no layer has open, or into a file beside another kind of file.

    Returns why it could not be written; empty if all is well. A card beside a file is complete or absent.
    """
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    path, table = Path(parts.get("path") or destination), parts.get("layerName")
    if path.suffix.lower() != ".gpkg":
        return _write_beside(path, metadata)
    if not table:  # QGIS finds no table where none is named
        table = next(iter(tables_in(path)), "")
    return _save("ogr", f"{path}|layername={table}", metadata)


def _write_beside(path: Path, metadata: QgsLayerMetadata) -> str:
    """Write the card into a file beside `path`, and return why it could not be; then an older one is deleted."""
    card = path.with_suffix(".qmd")
    unfinished = card.with_name(f".{card.name[:SHORTENED]}.{secrets.token_hex(4)}")
    document = QDomDocument("qgis")
    root = document.createElement("qgis")
    root.setAttribute("version", Qgis.QGIS_VERSION)
    metadata.writeMetadataXml(root, document)
    document.appendChild(root)
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            file.write(document.toString())
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(card)
    except OSError as error:
        for left_over in (unfinished, card):
            with suppress(OSError):
                left_over.unlink()
        return error.strerror or str(error)
    return ""


def describe_result(destination: str, metadata: QgsLayerMetadata, context: QgsProcessingContext) -> None:
    """Set the card on a result layer, for the next step of a model or script; save it too if it is on a server."""
    layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    if layer is None:
        return
    describe(layer, metadata)
    if layer.providerType() not in ("memory", "ogr"):
        _save(layer.providerType(), layer.source(), metadata)


def _save(provider: str, source: str, metadata: QgsLayerMetadata) -> str:
    """Save the card by a provider's own means, and return why it could not be saved."""
    with suppress(Exception):  # a format without metadata: QgsNotSupportedException, which PyQGIS 3.22 does not export
        saved, reason = QgsProviderRegistry.instance().providerMetadata(provider).saveLayerMetadata(source, metadata)
        return "" if saved else str(reason)
    return ""
