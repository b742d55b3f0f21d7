# SPDX-License-Identifier: GPL-2.0-or-later
"""Front that may be none: it runs along the theatre's edge and never moves, since the maps follow another border."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import Coordinates, Numbers
from ..geometry.edges import Edges
from ..geometry.geodesy import MILLIMETRES_PER_METRE, Frame
from ..geometry.segments import SegmentIndex
from ..libraries import shapely
from .contact_line import front_lines
from .zone import Zone

NEAR_IN_TOLERANCES = 3.0  # so many edge tolerances from the theatre's edge a border drawn differently may lie
STEP_M = 500.0
ALONG = 0.5  # front that comes nearer to the edge by more than this share of its length does not run along it
UNMOVED_WITHIN_M = 100.0
LEAST_M = 5000.0
LEAST_DAYS = 60.0  # in less time real front may stand still too


@dataclass(frozen=True)
class EdgeFront:
    """Unmoved front along the theatre's edge: its length, the length of its longest stretch, and a point (2,) of it."""

    length_m: float
    longest_m: float
    point: Coordinates


def unmoved_along_edge(before: Edges, after: Edges, theatre: Any, zone: Zone, frame: Frame) -> EdgeFront | None:
    """Return the front after that runs near and along the theatre's edge and is as before; None below 5 km.

    `zone` is where the boundary counts as front: farther from the edge than its tolerance. Near means up to three
    tolerances. All is in the frame, lengths are geodesic.
    """
    lines = front_lines(after, zone)
    if not lines or not len(before):
        return None
    inner = Zone.of(theatre, NEAR_IN_TOLERANCES * zone.edge_tolerance_m, None).geometry
    near = shapely.get_parts(shapely.difference(np.array([shapely.linestrings(line) for line in lines]), inner))
    near = near[shapely.length(near) > 0]
    boundary = SegmentIndex(before.start_mm / MILLIMETRES_PER_METRE, before.end_mm / MILLIMETRES_PER_METRE)
    edge = shapely.boundary(theatre)
    total_m, longest_m, point = 0.0, 0.0, np.zeros(2)
    for line in near:
        length_m, middle = _unmoved_m(line, boundary, edge, frame)
        total_m += length_m
        if length_m > longest_m:
            longest_m, point = length_m, middle
    return EdgeFront(total_m, longest_m, point) if total_m >= LEAST_M else None


def _unmoved_m(line: Any, before: SegmentIndex, edge: Any, frame: Frame) -> tuple[float, Coordinates]:
    """The length of a line that is as before and runs along the edge, and a point in the middle of that."""
    steps = max(round(float(shapely.length(line)) / STEP_M), 1)
    points = shapely.line_interpolate_point(line, np.linspace(0, 1, steps + 1), normalized=True)
    xy = shapely.get_coordinates(points)
    step_m: Numbers = np.hypot(*np.diff(xy, axis=0).T)
    stays = before.nearest(xy)[0] <= UNMOVED_WITHIN_M
    chosen = stays[1:] & stays[:-1] & (np.abs(np.diff(shapely.distance(points, edge))) <= ALONG * step_m)
    if not chosen.any():
        return 0.0, xy[0]
    length_m = frame.geodesic_m(xy[:-1][chosen], xy[1:][chosen])
    return float(length_m.sum()), xy[:-1][chosen][int(chosen.sum()) // 2]
