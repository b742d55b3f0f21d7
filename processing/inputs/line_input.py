# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines that a user gives, or the edges of polygons: read from their layer into the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingFeedback

from ...core.errors import InputError
from ..background import in_background
from ..bridge import LayerInput

if TYPE_CHECKING:
    from ...core.depth.reach import Reference
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.lines import LonLatLines
    from ...core.maps.snapshots import RawMap


def lines_of(layer: LayerInput, parameter: str, feedback: QgsProcessingFeedback) -> tuple[LonLatLines, RawMap]:
    """Return the lines of a layer in degrees, and the layer as read. Raises InputError when it has none with length."""
    from ...core.geometry.lines import LonLatLines, lonlat_lines
    from ...core.libraries import shapely

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


def reference_of(
    layer: LayerInput,
    parameter: str,
    side: str,
    distance_m: float,
    held: list[Any],
    frame: Frame,
    feedback: QgsProcessingFeedback,
) -> Reference:
    """Return the line that reach is measured from: lines with a side, or the outer edge of polygons.

    `held` are the held areas in the frame, which decide the side where it is `auto`. Raises InputError when the layer
    has neither lines nor polygons.
    """
    from ...core.depth.reach import Reference
    from ...core.geometry.lines import lines_in_plane
    from ...core.geometry.polygons import held_area, lonlat_polygons

    raw = layer.raw_map(feedback.isCanceled)
    polygons = lonlat_polygons(raw.geometries, raw.crs_wkt, layer.name)
    if len(polygons.polygons):
        area = in_background(feedback, held_area, polygons, frame)
        return in_background(feedback, Reference.of_polygon, area.geometry, distance_m)
    found, _ = lines_of(layer, parameter, feedback)
    return in_background(feedback, Reference.of_lines, lines_in_plane(found, frame), side, distance_m, held)
