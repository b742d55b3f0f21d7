# SPDX-License-Identifier: GPL-2.0-or-later
"""The results of one run: layers to write, a headline, the facts of the method card, and single numbers and texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsWkbTypes

from .fields import Table


@dataclass(frozen=True)
class Output:
    """One result layer: its parameter, table, geometry type, title, style and features."""

    parameter: str
    table: Table
    geometry: QgsWkbTypes.Type
    title: str
    style: str | None
    features: Iterable[QgsFeature]


@dataclass(frozen=True)
class Results:
    """The results of one run before they are written; features may be generated while they are written.

    `facts` go into the method card with the headline; `values` are returned unchanged. All layers are in `crs`.
    """

    headline: str
    facts: Mapping[str, Any]
    crs: QgsCoordinateReferenceSystem
    outputs: Iterable[Output]
    values: Mapping[str, Any] = field(default_factory=dict)
