# SPDX-License-Identifier: GPL-2.0-or-later
"""Edges that span 180° of longitude or more: straight as drawn in a geographic CRS, refused in a projected one.

Everything else in `core` takes an edge the shorter way round the Earth. These edges are cut first, into much shorter
parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates
from ..errors import InputError
from .geodesy import to_lonlat, transformer_to_wgs84

WIDE_DEG = 180.0
PART_DEG = 10.0  # of a wide edge: short enough to find the longitudes that are empty
LONG_M = 100_000.0  # a shorter edge spans less than 180°, except beside a pole
SAMPLES = 16  # of an edge in a projected CRS: less than half the Earth lies between two of them
ROUNDING_DEG = 1e-9


@dataclass(frozen=True)
class LonLatVertices:
    """Vertices (n, 2) of lines or rings in degrees, their offsets (l + 1,), and which lines had wide edges (w,)."""

    lonlat: Coordinates
    starts: NDArray[np.int64]
    wide: NDArray[np.int64]


def is_drawn_in_degrees(xy: Coordinates, crs_wkt: str | None, layer: str) -> bool:
    """Return whether coordinates (n, 2) need no conversion, neither of the CRS nor of wide edges.

    Raises InputError as `to_lonlat` does.
    """
    return to_lonlat(xy, crs_wkt, layer) is xy and not (np.abs(np.diff(xy[:, 0])) >= WIDE_DEG).any()


def vertices_in_degrees(
    xy: Coordinates, starts: NDArray[np.int64], feature: NDArray[np.int64], crs_wkt: str | None, layer: str
) -> LonLatVertices:
    """Return the vertices of lines or rings of any CRS in longitude and latitude; no edge spans 180° or more.

    `starts` (l + 1,) are the offsets of the lines in `xy` (n, 2), `feature` (l,) their features (from 0). Longitudes
    continue across 180°. Raises InputError as `to_lonlat` does, and, naming the feature, for a wide edge in a projected
    CRS.
    """
    lonlat = to_lonlat(xy, crs_wkt, layer)
    transformer = None if crs_wkt is None else transformer_to_wgs84(crs_wkt)
    if transformer is not None and not transformer.source_crs.is_geographic:
        _refuse_wide(xy, lonlat, starts, feature, transformer, layer)
        return LonLatVertices(_continued(lonlat, starts), starts, np.zeros(0, dtype=np.int64))
    wide_units = WIDE_DEG
    if transformer is not None:
        wide_units = np.pi / transformer.source_crs.axis_info[0].unit_conversion_factor
    wide = _edges(starts, np.abs(np.diff(xy[:, 0])) >= wide_units)
    if len(wide):
        of_line = np.unique(_line_of(wide, starts))
        xy, starts = _cut(xy, starts, wide, wide_units * PART_DEG / WIDE_DEG)
        lonlat = to_lonlat(xy, crs_wkt, layer)
    else:
        of_line = wide
    return LonLatVertices(lonlat if transformer is None else _continued(lonlat, starts), starts, of_line)


def _edges(starts: NDArray[np.int64], chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The index of the first vertex of each chosen edge; `chosen` (n - 1,) also has the steps between two lines."""
    chosen[starts[1:-1] - 1] = False
    return np.flatnonzero(chosen)


def _line_of(edge: NDArray[np.int64], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.searchsorted(starts, edge, side="right") - 1


def _cut(
    xy: Coordinates, starts: NDArray[np.int64], edge: NDArray[np.int64], part: float
) -> tuple[Coordinates, NDArray[np.int64]]:
    """Lines with some edges cut into equal parts not wider than `part`, computed from the edge's western end."""
    start, end = xy[edge], xy[edge + 1]
    swap = end[:, 0] < start[:, 0]
    west, east = np.where(swap[:, None], end, start), np.where(swap[:, None], start, end)
    count = np.ceil((east - west)[:, 0] / part).astype(np.int64)
    owner = np.repeat(np.arange(len(edge)), count - 1)
    step = np.arange(1, len(owner) + 1) - np.repeat(np.cumsum(count - 1) - (count - 1), count - 1)
    fraction = np.where(swap[owner], count[owner] - step, step) / count[owner]
    points = west[owner] + (east - west)[owner] * fraction[:, None]
    before = edge[owner] + 1
    return np.insert(xy, before, points, axis=0), starts + np.searchsorted(before, starts)


def _refuse_wide(
    xy: Coordinates,
    lonlat: Coordinates,
    starts: NDArray[np.int64],
    feature: NDArray[np.int64],
    transformer: Any,
    layer: str,
) -> None:
    """Raise InputError for the first edge of a projected CRS that spans 180° or more where it is drawn."""
    metres_per_unit = transformer.source_crs.axis_info[0].unit_conversion_factor
    is_long = np.hypot(*np.diff(xy, axis=0).T) * metres_per_unit > LONG_M
    edge = _edges(starts, is_long | (np.abs(np.diff(lonlat[:, 0])) >= WIDE_DEG))
    if not len(edge):
        return
    along = xy[edge, None] + (xy[edge + 1] - xy[edge])[:, None] * np.linspace(0, 1, SAMPLES + 1)[:, None]
    lon = np.asarray(transformer.transform(along[..., 0].ravel(), along[..., 1].ravel())[0]).reshape(len(edge), -1)
    with np.errstate(invalid="ignore"):  # a sample may lie outside the projection
        step = np.diff(lon, axis=1)
        span_deg = np.abs((step - 360.0 * np.rint(step / 360.0)).sum(axis=1))
    wide = np.flatnonzero(span_deg >= WIDE_DEG - ROUNDING_DEG)
    if len(wide):
        raise InputError(
            "Layer “{layer}”: feature {feature} has an edge that spans {span}° of longitude, so its side is not "
            "defined in this CRS. Give the edge more vertices, or draw the feature in longitude and latitude "
            "(EPSG:4326).",
            layer=layer,
            feature=int(feature[_line_of(edge[wide[:1]], starts)[0]]) + 1,
            span=f"{span_deg[wide[0]]:.0f}",
        )


def _continued(lonlat: Coordinates, starts: NDArray[np.int64]) -> Coordinates:
    """Lines whose longitudes do not jump at 180°; a ring around a pole stays as it is."""
    step = np.diff(lonlat[:, 0])
    jump = _edges(starts, np.abs(step) >= WIDE_DEG)
    if not len(jump):
        return lonlat
    turns = np.zeros(len(lonlat))
    turns[jump + 1] = -np.rint(step[jump] / 360.0)
    turns = np.cumsum(turns)
    turns -= np.repeat(turns[starts[:-1]], np.diff(starts))
    around_pole = np.repeat(turns[starts[1:] - 1] != 0, np.diff(starts))  # also a line that ends beyond 180°
    is_ring = np.repeat((lonlat[starts[:-1]] == lonlat[starts[1:] - 1]).all(axis=1), np.diff(starts))
    turns[around_pole & is_ring] = 0
    result = lonlat.copy()
    result[:, 0] += 360.0 * turns
    return result
