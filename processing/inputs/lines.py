# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines of a layer, or the edges of its polygons, read into the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.errors import InputError
from ..progress import Progress
from .context import read_raw
from .layers import LayerInput

if TYPE_CHECKING:
    from ...core.depth.reach import Reference
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.lines import LonLatLines
    from ...core.maps.snapshots import RawMap


def lines_of(layer: LayerInput, parameter: str, progress: Progress) -> tuple[LonLatLines, RawMap]:
    """Return the lines of a layer in degrees, and the raw layer. Raises InputError if no line has a length."""
    raw = read_raw(layer, progress)
    found = lines_in(raw)
    if not len(found.lines):
        raise InputError(
            "Layer “{layer}”, given as {parameter}, has no lines of any length. Draw a line, or choose another layer.",
            layer=layer.name,
            parameter=parameter,
        )
    return found, raw


def lines_in(raw: RawMap) -> LonLatLines:
    """Return the lines of a map in degrees that have a length; possibly none."""
    from ...core.geometry.lines import LonLatLines, lonlat_lines
    from ...core.libraries import shapely

    found = lonlat_lines(raw.geometries, raw.crs_wkt, raw.title)
    long_enough = shapely.length(found.lines) > 0
    return LonLatLines(found.layer, found.lines[long_enough], found.feature[long_enough])


def lines_and_polygons_of(layer: LayerInput, parameter: str, frame: Frame, progress: Progress) -> Any:
    """Return all lines and polygons of a layer as one collection in the frame. Raises InputError without any."""
    from ...core.geometry.lines import lines_in_plane, lonlat_lines
    from ...core.geometry.polygons import in_plane, lonlat_polygons
    from ...core.libraries import shapely

    raw = read_raw(layer, progress)
    lines = lines_in_plane(lonlat_lines(raw.geometries, raw.crs_wkt, layer.name), frame)
    polygons = in_plane(lonlat_polygons(raw.geometries, raw.crs_wkt, layer.name), frame).polygons
    if not len(lines) and not len(polygons):
        raise InputError(
            "Layer “{layer}”, given as {parameter}, has neither lines nor polygons. Choose another layer or leave "
            "it empty.",
            layer=layer.name,
            parameter=parameter,
        )
    return shapely.geometrycollections([*lines, *polygons])


def reference_of(
    layer: LayerInput,
    parameter: str,
    side: str,
    distance_m: float,
    held: list[Any],
    frame: Frame,
    progress: Progress,
) -> Reference:
    """Return the reference line for reach: lines with a side, or the outer edge of polygons.

    `held` are the held areas in the frame, which determine the side if it is `auto`. Raises InputError when the layer
    has neither lines nor polygons.
    """

    from ...core.depth.reach import Reference
    from ...core.geometry.lines import lines_in_plane
    from ...core.geometry.polygons import held_area, lonlat_polygons

    raw = read_raw(layer, progress)
    polygons = lonlat_polygons(raw.geometries, raw.crs_wkt, layer.name)
    if len(polygons.polygons):
        area = progress.call(held_area, polygons, frame, True)
        return progress.call(Reference.of_polygon, area.geometry, distance_m)
    found, _ = lines_of(layer, parameter, progress)
    return progress.call(Reference.of_lines, lines_in_plane(found, frame), side, distance_m, held)
