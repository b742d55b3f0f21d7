# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a map that differs in a few edges from a valid map is valid too, decided from these edges alone.

The earlier map is assumed valid: the ground on the left of each of its edges is held, the ground on the right is not,
and no two edges cross. The later map is valid too if

- its new edges neither cross nor touch any edge except the previous and the next edge of their ring, and
- the ground on the left of each ring is held by the polygon of that ring. This is constant along a ring, so one edge of
  each ring is tested, one that both maps share. Nothing has changed there if the winding number of the chain of
  differing edges (new ones less old ones) is zero, both for all polygons and for the ring's own polygon.

GEOS checks a map whose validity cannot be shown in this way.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .edges import DrawnEdges

MANY_EDGES = 300  # from this number on GEOS is as fast
STRIP_DEG = 0.01
ROUNDING = 1e-11  # of the product of two lengths in degrees: a point nearer to a line counts as on it


def is_valid_by_changes(before: DrawnEdges, after: DrawnEdges) -> bool:
    """Return True if a map is certainly valid, given that the map before it is; False if this cannot be shown."""
    if before.polygons_begin.tolist() != after.polygons_begin.tolist():
        return False
    removed, added = before.unshared(after)
    if len(removed) + len(added) > MANY_EDGES:
        return False
    kept_before, kept = (np.delete(np.arange(len(edges)), some) for edges, some in ((before, removed), (after, added)))
    rings = np.arange(after.polygons_begin[-1])
    first = np.searchsorted(after.ring[kept], rings)
    if len(kept_before) != len(kept) or not len(kept) or first[-1] >= len(kept):
        return False
    one_before, one = kept_before[first], kept[first]  # one edge of each ring
    same_ring = (after.ring[one] == rings).all() and (before.ring[one_before] == rings).all()
    if not same_ring or (before.keys[:, one_before] != after.keys[:, one]).any():
        return False
    return _unchanged(before, removed, after, added, one) and _meet_only_their_neighbours(after, added)


def _unchanged(
    before: DrawnEdges, removed: NDArray[np.int64], after: DrawnEdges, added: NDArray[np.int64], one: NDArray[np.int64]
) -> bool:
    """Whether the winding number of the chain of differing edges is zero at the middle of one edge of each ring.

    The winding number of the edges of the ring's own polygon must be zero too: a hole must not change its polygon.
    """
    x0, y0, x1, y1 = np.concatenate([before.ends_deg[:, removed], after.ends_deg[:, added]], axis=1)
    weight = np.repeat([-1, 1], [len(removed), len(added)])
    x, y = ((after.ends_deg[axis, one] + after.ends_deg[axis + 2, one])[:, None] / 2 for axis in (0, 1))
    left_of = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
    upward, downward = (y0 <= y) & (y1 > y), (y0 > y) & (y1 <= y)
    if (np.abs(left_of)[upward | downward] <= ROUNDING).any():
        return False
    crossings = (upward & (left_of > 0)).astype(np.int64) - (downward & (left_of < 0))
    first_rings = after.polygons_begin[1:]  # of the next polygon in each case
    polygon = np.searchsorted(first_rings, np.concatenate([before.ring[removed], after.ring[added]]), side="right")
    is_own = polygon == np.searchsorted(first_rings, after.ring[one], side="right")[:, None]
    return not (crossings * weight).sum(axis=1).any() and not (crossings * is_own * weight).sum(axis=1).any()


def _meet_only_their_neighbours(after: DrawnEdges, added: NDArray[np.int64]) -> bool:
    """Whether each of the added edges meets one edge at its start, one at its end, and no other."""
    if not len(added):
        return True
    x, y = after.ends_deg[::2], after.ends_deg[1::2]
    near = np.flatnonzero(_in_strips_of(x, added) & _in_strips_of(y, added))
    boxes_meet = np.ones((len(added), len(near)), dtype=bool)
    for low, high in ((np.minimum(*ends), np.maximum(*ends)) for ends in (x, y)):
        boxes_meet &= (low[near] <= high[added, None]) & (high[near] >= low[added, None])
    number, other = np.nonzero(boxes_meet)
    own, other = added[number], near[other]
    apart = own != other
    number, own, other = number[apart], own[apart], other[apart]
    ax, ay, bx, by = after.ends_deg[:, own]
    cx, cy, dx, dy = after.ends_deg[:, other]
    follows, precedes = (bx == cx) & (by == cy), (ax == dx) & (ay == dy)
    branches = ((ax == cx) & (ay == cy)) | ((bx == dx) & (by == dy)) | (follows & precedes)
    if branches.any():
        return False
    for side in (follows, precedes):
        if (np.bincount(number[side], minlength=len(added)) != 1).any():
            return False
    # c and d relative to the line through a and b, a and b relative to the line through c and d
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    c_left, d_left = _sign(ux * (cy - ay) - uy * (cx - ax)), _sign(ux * (dy - ay) - uy * (dx - ax))
    a_left, b_left = _sign(vx * (ay - cy) - vy * (ax - cx)), _sign(vx * (by - cy) - vy * (bx - cx))
    neighbours = follows | precedes
    folded = (_sign(ux * vy - uy * vx) == 0) & (ux * vx + uy * vy < 0)
    crossing = (c_left * d_left <= 0) & (a_left * b_left <= 0)
    return not np.where(neighbours, folded, crossing).any()


def _sign(area: NDArray[np.float64]) -> NDArray[np.float64]:
    """The side of a line on which a point lies: 1 left, -1 right, 0 on the line within rounding."""
    return np.where(np.abs(area) > ROUNDING, np.sign(area), 0.0)


def _in_strips_of(ends_deg: NDArray[np.float64], some: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which edges reach into a strip of longitude or latitude that any of the selected edges reaches."""
    strips = np.floor(ends_deg / STRIP_DEG).astype(np.int64)
    low, high = np.minimum(*strips), np.maximum(*strips)
    lowest = low.min()
    marks = np.zeros(high.max() - lowest + 2, dtype=np.int64)
    np.add.at(marks, low[some] - lowest, 1)
    np.add.at(marks, high[some] - lowest + 1, -1)
    used = np.append(0, np.cumsum(np.cumsum(marks) > 0))
    return used[high - lowest + 1] > used[low - lowest]
