# SPDX-License-Identifier: GPL-2.0-or-later
"""The edges of many areas that lie near boxes, each area with boxes of its own: what measuring there needs of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Flags, Integers, Numbers
from .edges import DrawnEdges, Edges, in_frame
from .geodesy import MILLIMETRES_PER_METRE, Frame
from .segments import SegmentIndex

CELLS = 256  # along the longer side of the grid on which edges are searched
SIDE_POINTS = 9  # of each side of a box that is turned into degrees
BULGE = 0.02  # of its size: more than such a side can bulge between two points
NEAR_POLE_DEG = 85.0


def segments_near(
    areas: Sequence[Edges], boxes_m: Numbers, area: Integers, of_all: SegmentIndex | None = None
) -> tuple[Coordinates, Coordinates, Integers]:
    """Return all edges that touch a box of their area, and a few more beside: start, end (n, 2) and area (n,).

    `boxes_m` (k, 4) are west, south, east and north in metres of the frame, `area` (k,) the area of each, ascending.
    Edges as drawn come cut to 2 km; segments `of_all` areas come after them. The cost is that of looking at each edge
    once.
    """
    owners, begins = np.unique(area, return_index=True)
    owned = list(zip(owners, np.split(boxes_m, begins[1:])))
    chosen = [(areas[owner], near(areas[owner], boxes)) for owner, boxes in owned]
    ends_mm, edge = in_frame(chosen)
    first = np.cumsum([len(some) for _, some in chosen])
    found, owner_of = [ends_mm.T / MILLIMETRES_PER_METRE], [owners[np.searchsorted(first, edge, side="right")]]
    if of_all is not None:
        shared = np.concatenate([of_all.start, of_all.end], axis=1)
        found += [shared[touch(shared.T, boxes)] for _, boxes in owned]
        owner_of.append(np.repeat(owners, [len(some) for some in found[1:]]))
    ends = np.concatenate(found)
    return ends[:, :2], ends[:, 2:], np.concatenate(owner_of)


def near(edges: Edges, boxes_m: Numbers) -> Integers:
    """Return the indices of the edges that touch one of the boxes (k, 4) in metres of the frame, and a few more."""
    if isinstance(edges, DrawnEdges):
        boxes_deg = in_degrees(boxes_m, edges.frame)
        if boxes_deg is None:
            return np.arange(len(edges))
        ends, middle_deg = edges.ends_deg.copy(), boxes_deg[:, [0, 2]].mean()
        ends[::2] -= 360.0 * np.rint((ends[::2] - middle_deg) / 360.0)
        return np.flatnonzero(touch(ends, boxes_deg))
    return np.flatnonzero(touch(edges.ends_mm, boxes_m * MILLIMETRES_PER_METRE))


def in_degrees(boxes_m: Numbers, frame: Frame) -> Numbers | None:
    """Return boxes in degrees that contain those in the plane (k, 4); None at a pole or for half the Earth.

    Longitudes are within 180° of the frame's centre.
    """
    along = np.linspace(0.0, 1.0, SIDE_POINTS)
    none, all_ = np.zeros(SIDE_POINTS), np.ones(SIDE_POINTS)
    x, y = np.concatenate([along, along, none, all_]), np.concatenate([none, all_, along, along])
    west, south, east, north = boxes_m.T[:, :, None]
    outline = np.stack([west + (east - west) * x, south + (north - south) * y], axis=-1)
    lon, lat = np.moveaxis(frame.unproject(outline.reshape(-1, 2)).reshape(outline.shape), -1, 0)
    low, high = np.column_stack([lon.min(axis=1), lat.min(axis=1)]), np.column_stack([lon.max(axis=1), lat.max(axis=1)])
    if not (np.abs(lat) < NEAR_POLE_DEG).all() or lon.max() - lon.min() > 180.0:
        return None
    bulge = BULGE * (high - low)
    return np.concatenate([low - bulge, high + bulge], axis=1)


def touch(ends: NDArray[np.generic], boxes: Numbers) -> Flags:
    """Return which edges (4, n) may touch one of the boxes (k, 4), in the same units.

    They are looked up on a grid, so that many boxes cost no more than one.
    """
    (west, south), (east, north) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    x0, y0, x1, y1 = ends
    touches = np.flatnonzero(
        (np.maximum(x0, x1) >= west)
        & (np.minimum(x0, x1) <= east)
        & (np.maximum(y0, y1) >= south)
        & (np.minimum(y0, y1) <= north)
    )
    found = np.zeros(len(x0), dtype=bool)
    if len(boxes) == 1 or not len(touches):
        found[touches] = True
        return found
    x0, y0, x1, y1 = ends[:, touches]
    cell = max(east - west, north - south) / CELLS
    is_marked = np.zeros((CELLS + 3, CELLS + 3), dtype=bool)  # with a cell around: an edge may begin in the next one
    low, high = (np.floor((corner - [west, south]) / cell).astype(np.int64) for corner in (boxes[:, :2], boxes[:, 2:]))
    for (left, bottom), (right, top) in zip(low, high):
        is_marked[left : right + 3, bottom : top + 3] = True
    column, row = (
        np.clip(np.floor((at - first) / cell).astype(np.int64) + 1, 0, CELLS + 2)
        for at, first in ((x0, west), (y0, south))
    )
    is_long = np.maximum(np.abs(x1 - x0), np.abs(y1 - y0)) > cell
    found[touches] = is_marked[column, row] | is_long
    return found
