# SPDX-License-Identifier: GPL-2.0-or-later
"""Buffers the features of a long run in a temporary file until they are written, to save memory."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from typing import Any

from qgis.core import QgsFeature, QgsGeometry

from .features import qgs_feature, qgs_fields
from .fields import Table


class FeatureBuffer(Collection[QgsFeature]):
    """Features of one table: values in memory, geometry as WKB in a file that is deleted with this object."""

    def __init__(self, table: Table) -> None:
        self._fields = qgs_fields(table)
        self._rows: list[tuple[dict[str, Any], int, int]] = []
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as this object)

    def add(self, values: dict[str, Any], binary: bytes | None) -> None:
        """Add a feature with its geometry as WKB; None for no geometry."""
        self._file.seek(0, 2)
        start = self._file.tell()
        self._file.write(binary or b"")
        self._rows.append((values, start, len(binary or b"")))

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[QgsFeature]:
        for values, start, size in self._rows:
            self._file.seek(start)
            geometry = QgsGeometry()
            if size:
                geometry.fromWkb(self._file.read(size))
            yield qgs_feature(self._fields, values, geometry)

    def __del__(self) -> None:
        self._file.close()

    def __contains__(self, feature: object) -> bool:
        return any(feature == other for other in self)
