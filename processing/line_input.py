# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines that a user gives, or the edges of polygons: read from their layer into the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeedback

from ..core.errors import InputError
from .bridge import LayerInput

if TYPE_CHECKING:
    from ..core.lines import LonLatLines
    from ..core.snapshots import RawMap


def lines_of(layer: LayerInput, parameter: str, feedback: QgsProcessingFeedback) -> tuple[LonLatLines, RawMap]:
    """Return the lines of a layer in degrees, and the layer as read. Raises InputError when it has none with length."""
    from ..core.libraries import shapely
    from ..core.lines import LonLatLines, lonlat_lines

    raw = layer.raw_map(feedback.isCanceled)
    found = lonlat_lines(raw.geometries, raw.crs_wkt, layer.name)
    long_enough = shapely.length(found.lines) > 0
    if not long_enough.any():
        raise InputError(
            "Layer “{layer}”, given as {parameter}, has no lines of any length. Draw a line, or choose another layer.",
            layer=layer.name,
            parameter=parameter,
        )
    return LonLatLines(found.layer, found.lines[long_enough], found.feature[long_enough]), raw
