# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines in the working frame: read from a layer, joined from segments, made smooth, cut to equal lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries
from ..errors import require_finite
from ..libraries import shapely
from .geodesy import Frame, densify, snapped
from .wide_edges import vertices_in_degrees

STEPS_PER_WINDOW = 20
SIMPLIFIED_SHARE = 0.1  # of the window: shallower bends are removed before averaging


@dataclass(frozen=True)
class LonLatLines:
    """The lines of one layer in longitude and latitude, single parts, with the feature index of each."""

    layer: str
    lines: Geometries
    feature: NDArray[np.int64]

    @property
    def coordinates(self) -> Coordinates:
        """All vertices (n, 2) in degrees."""
        return shapely.get_coordinates(self.lines)


def lonlat_lines(geometries: Geometries, crs_wkt: str | None, layer: str) -> LonLatLines:
    """Return the line parts of `geometries` (any CRS, Z ignored; None, empty and other geometries are skipped).

    An edge that spans 180° of longitude or more is taken as drawn. Raises InputError when coordinates are not finite or
    lie outside the Earth, and, naming the feature, for such an edge in a projected CRS.
    """
    parts, feature = shapely.get_parts(np.asarray(geometries, dtype=object), return_index=True)
    usable = (shapely.get_dimensions(parts) == 1) & ~shapely.is_empty(parts)
    parts, feature = shapely.force_2d(parts[usable]), np.asarray(feature[usable], dtype=np.int64)
    if not len(parts):
        return LonLatLines(layer, parts, feature)
    xy, line = shapely.get_coordinates(parts, return_index=True)
    starts = np.searchsorted(line, np.arange(len(parts) + 1))
    found = vertices_in_degrees(xy, starts, feature, crs_wkt, layer)
    line = np.repeat(np.arange(len(parts)), np.diff(found.starts))
    return LonLatLines(layer, shapely.linestrings(found.lonlat, indices=line), feature)


def lines_in_plane(source: LonLatLines, frame: Frame) -> Geometries:
    """Return the lines (n,) in the frame: edges cut to 2 km, projected, rounded to the millimetre."""
    if not len(source.lines):
        return source.lines
    lonlat, line = shapely.get_coordinates(source.lines, return_index=True)
    starts = np.searchsorted(line, np.arange(len(source.lines) + 1))
    dense, starts = densify(lonlat, starts)
    return shapely.linestrings(frame.project(dense), indices=np.repeat(np.arange(len(source.lines)), np.diff(starts)))


def joined(start: Coordinates, end: Coordinates) -> list[Coordinates]:
    """Return directed segments (n, 2) joined end to end as lines, each an array (m, 2) in the same direction."""
    if not len(start):
        return []
    merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(np.stack([start, end], axis=1))))
    directed = {(*a, *b) for a, b in zip(start.tolist(), end.tolist())}
    lines = []
    for part in shapely.get_parts(merged):
        xy = shapely.get_coordinates(part)
        lines.append(xy if (*xy[0].tolist(), *xy[1].tolist()) in directed else xy[::-1])
    return lines


def is_ring(xy: Coordinates) -> bool:
    """Return whether a line ends where it begins."""
    return len(xy) > 3 and bool((xy[0] == xy[-1]).all())


def length_m(xy: Coordinates) -> float:
    """Return the length of a line in metres of the plane."""
    return float(np.hypot(*np.diff(xy, axis=0).T).sum())


def points_along(xy: Coordinates, distances_m: Sequence[float] | NDArray[np.float64]) -> Coordinates:
    """Return the points (n, 2) of a line at distances (n,) from its beginning."""
    reached_m = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    return np.column_stack([np.interp(distances_m, reached_m, xy[:, 0]), np.interp(distances_m, reached_m, xy[:, 1])])


def smoothed(xy: Coordinates, window_m: float) -> Coordinates:
    """Return a line without bends much shorter than `window_m`; open ends keep their position.

    Shallow bends are removed first (Douglas and Peucker 1973), so that a ragged part does not weigh more than a
    straight one. Then points at equal steps are averaged with Gaussian weights; 99 % of the weight is within the
    window. Beyond an open end the line is continued by its own image, rotated by 180° about that end.
    """
    require_finite(window_m=window_m)
    if window_m <= 0:
        return xy
    ring = is_ring(xy)
    bare = shapely.get_coordinates(
        shapely.simplify(shapely.linestrings(xy), window_m * SIMPLIFIED_SHARE, preserve_topology=False)
    )
    if len(bare) < (4 if ring else 2):
        bare = xy
    count = max(int(np.ceil(length_m(bare) / window_m * STEPS_PER_WINDOW)), 8)
    points = points_along(bare, np.linspace(0, length_m(bare), count + 1))
    reach = min(STEPS_PER_WINDOW // 2, count // 2)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / (STEPS_PER_WINDOW / 5.2)) ** 2)
    weights /= weights.sum()
    if ring:
        around = np.concatenate([points[-1 - reach : -1], points, points[1 : 1 + reach]])
    else:
        before = 2 * points[0] - points[reach:0:-1]
        beyond = 2 * points[-1] - points[-2 : -2 - reach : -1]
        around = np.concatenate([before, points, beyond])
    averaged = np.column_stack([np.convolve(around[:, axis], weights, mode="valid") for axis in (0, 1)])
    if ring:
        averaged[-1] = averaged[0]
    return snapped(averaged)


def in_order(lines: Sequence[Coordinates]) -> list[Coordinates]:
    """Return lines in the order of a walk that always continues with the nearest remaining line.

    The first is the line whose beginning is farthest from every other line's end. Each line keeps its direction.
    """
    waiting = list(lines)
    if len(waiting) < 2:
        return waiting
    ends = np.array([line[-1] for line in waiting])

    def isolation_m(index: int) -> float:
        others = np.delete(ends, index, axis=0)
        return float(np.hypot(*(others - waiting[index][0]).T).min())

    ordered = [waiting.pop(max(range(len(waiting)), key=isolation_m))]
    while waiting:
        at = ordered[-1][-1]
        nearest = min(range(len(waiting)), key=lambda index: float(np.hypot(*(waiting[index][0] - at))))
        ordered.append(waiting.pop(nearest))
    return ordered
