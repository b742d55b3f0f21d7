# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawn lines of many dates, such as shorelines, on transects from a drawn baseline: no area and no side is needed.

A position is where a transect crosses a line. It is positive on the side of the baseline on which the lines lie, so
that moving away from the baseline is an advance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries, Numbers
from ..geometry.geodesy import Frame
from ..libraries import shapely
from .transects import (
    NEAREST,
    Crossings,
    Reading,
    Transects,
    cast,
    geodesic_positions,
    positions,
    segment_crossings,
    stopped_at_neighbours,
)


@dataclass(frozen=True)
class DrawnLines:
    """The lines of one date in the frame: begin and end (n, 2) of their segments, and the position error (n,) of each.

    Errors are in metres, as coordinates are.
    """

    start: Coordinates
    end: Coordinates
    error_m: Numbers

    @classmethod
    def of(cls, lines: Geometries, error_m: Numbers) -> DrawnLines:
        """Return the segments of lines (k,) with their position errors (k,)."""
        xy, line = shapely.get_coordinates(lines, return_index=True)
        within = np.flatnonzero(line[1:] == line[:-1])
        return cls(xy[within], xy[within + 1], np.asarray(error_m, dtype=np.float64)[line[within]])


def across_baseline(
    baseline: Geometries,
    dates: Sequence[DrawnLines],
    spacing_m: float,
    smoothing_m: float,
    length_m: float,
    *,
    away: bool,
    trim: bool,
) -> tuple[Transects, int]:
    """Return transects across a baseline, turned to the lines, and how many have their lines on the other side.

    All transects of a line of the baseline are turned together, to the side of most lines, or with `away` false to the
    opposite side. With `trim` they stop where they cross a neighbour. Raises InputError as `cast` does.
    """
    made = cast(baseline, spacing_m, smoothing_m, length_m)
    nearest_m = np.array([positions(len(made), _crossings(made, lines)[0], NEAREST) for lines in dates])
    side = np.sign(np.nan_to_num(nearest_m)).sum(axis=0)  # of each transect, over the dates
    votes = np.bincount(made.line, side, minlength=1)
    sign = np.where(votes < 0, -1.0, 1.0)[made.line]
    others = int((side * sign < 0).sum())
    sign = sign if away else -sign
    made = replace(made, direction=made.direction * sign[:, None], turn_rad=made.turn_rad * sign)
    return (stopped_at_neighbours(made, spacing_m) if trim else made), others


def read_lines(transects: Transects, lines: DrawnLines, rule: str, frame: Frame) -> tuple[Reading, Numbers]:
    """Return the positions of the lines of one date on transects (n,), and the position error (n,) of the line read.

    Every crossing counts: `first` is the nearest one ahead of the origin, or else the nearest behind it.
    """
    found, segment = _crossings(transects, lines)
    plane_m = positions(len(transects), found, rule)
    error_m = np.full(len(transects), float(np.median(lines.error_m)))
    off_m = np.abs(found.distance_m - plane_m[found.transect])
    order = np.lexsort([off_m, found.transect])
    nearest = order[np.flatnonzero(np.diff(found.transect[order], prepend=-1))]
    error_m[found.transect[nearest]] = lines.error_m[segment[nearest]]
    return Reading(plane_m, geodesic_positions(transects, plane_m, frame), None), error_m


def _crossings(transects: Transects, lines: DrawnLines) -> tuple[Crossings, NDArray[np.int64]]:
    """The crossings of the transects with the lines, all of them counting, and the segment of each."""
    found, segment = segment_crossings(transects, lines.start, lines.end)
    return replace(found, leaves=np.ones(len(found.transect), dtype=bool)), segment
