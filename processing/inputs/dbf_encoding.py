# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapefiles whose texts QGIS reads in the wrong encoding: the table of attributes does not say which it has."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsFields, QgsProviderRegistry, QgsVectorLayer

STORAGE = ("ESRI Shapefile", "DBF")
UNREADABLE = "\ufffd"
_SAMPLE_BYTES = 1_000_000
_FEATURES_TRIED = 1000
_PAGE_AT = 29  # the byte of a DBF that names its encoding; 0: none


def in_readable_encoding(layer: QgsVectorLayer) -> QgsVectorLayer:
    """Return a layer whose texts are readable: the same, or a copy in the encoding that its file turns out to have.

    The encoding is sought only where the file names none, and what QGIS reads has characters that are no text.
    """
    if not layer.isValid() or not layer.storageType().startswith(STORAGE) or layer.isModified():
        return layer
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
    table = _table_of(Path(path)) if path else None
    is_as_in_file = not any(_is_added(layer, index) for index in range(len(layer.fields())))
    encoding = _encoding(table) if table and is_as_in_file and _is_unreadable(layer) else None
    if encoding is None:
        return layer
    copy = layer.clone()
    copy.setProviderEncoding(encoding)
    return copy


def _table_of(path: Path) -> Path | None:
    """The table beside a shapefile; None if there is none, or a file beside it names its encoding."""
    if any(path.with_suffix(suffix).is_file() for suffix in (".cpg", ".CPG", ".cst")):
        return None
    return next((table for table in (path.with_suffix(".dbf"), path.with_suffix(".DBF")) if table.is_file()), None)


def _is_unreadable(layer: QgsVectorLayer) -> bool:
    """Whether names of fields, or values of the first features, have characters that are no text."""
    if any(UNREADABLE in name for name in layer.fields().names()):
        return True
    request = QgsFeatureRequest().setLimit(_FEATURES_TRIED)
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return any(
        isinstance(value, str) and UNREADABLE in value
        for feature in layer.getFeatures(request)
        for value in feature.attributes()
    )


def _is_added(layer: QgsVectorLayer, index: int) -> bool:
    """Whether a field is joined or computed, and not in the file."""
    return layer.fields().fieldOrigin(index) != QgsFields.FieldOrigin.OriginProvider


def _encoding(table: Path) -> str | None:
    """The encoding of a table; None if it names one itself, or is in UTF-8."""
    from ...core.maps.formats.encodings import encoding_of

    try:
        with table.open("rb") as file:
            content = file.read(_SAMPLE_BYTES)
    except OSError:
        return None
    if len(content) <= _PAGE_AT or content[_PAGE_AT]:
        return None
    texts = bytes(byte if byte >= 32 else 32 for byte in content[32:])  # without the numbers of the header
    encoding = encoding_of(texts)
    return None if encoding == "utf-8" else encoding.replace("cp125", "windows-125").replace("cp866", "IBM866")
