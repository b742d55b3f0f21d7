# SPDX-License-Identifier: GPL-2.0-or-later
"""Gained and lost between two held areas: the edges that both share cancel, and only what moved is overlaid.

Write ∂B - ∂A for the edges of the area held after plus the reversed edges of the area held before. What is left of
that chain when shared edges have cancelled is noded and polygonised; the winding number of each face in it is exactly
1_B - 1_A: +1 gained, -1 lost, 0 neither. So the cost follows what moved, not the size of the map.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from .edges import Edges
from .geodesy import MILLIMETRES_PER_METRE
from .libraries import shapely
from .polygons import Geometries

# Cut to 2 km, an edge along a parallel strays from it by up to 9 cm at 48° and 16 cm at 60°; and rounding adds 1 mm.
NARROWEST_PART_M = 0.25


@dataclass(frozen=True)
class Chain:
    """The edges that differ: start and end (n, 2) in metres, winding weight (n,), and whose edge it was."""

    start: NDArray[np.float64]
    end: NDArray[np.float64]
    weight: NDArray[np.int64]
    is_before: NDArray[np.bool_]
    is_after: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.start)

    @classmethod
    def none(cls) -> Chain:
        """Return a chain without edges."""
        points, numbers = np.zeros((0, 2)), np.zeros(0, dtype=np.int64)
        return cls(points, points, numbers, numbers > 0, numbers > 0)

    def only(self, chosen: NDArray[np.bool_]) -> Chain:
        """Return the chosen edges."""
        return Chain(*(getattr(self, field.name)[chosen] for field in fields(self)))


@dataclass(frozen=True)
class Change:
    """What moved between two held areas: connected polygons gained and lost, and the chain they came from."""

    before: Edges
    after: Edges
    gained: Geometries
    lost: Geometries
    chain: Chain

    @property
    def shared_fraction(self) -> float:
        """The fraction of all edges that both maps share; low when one map was re-saved with other rounding."""
        edges_in_all = len(self.before) + len(self.after)
        return 1 - len(self.chain) / edges_in_all if edges_in_all else 1.0


def change(before: Edges, after: Edges) -> Change:
    """Return what was gained and lost from `before` to `after`, as single polygons in the frame."""
    chain = left_over(before, after)
    faces = _faces(chain)
    winding = _winding_numbers(chain, faces)
    return Change(before, after, _merged(faces[winding > 0]), _merged(faces[winding < 0]), chain)


def left_over(before: Edges, after: Edges) -> Chain:
    """Return the chain ∂(after) - ∂(before) without the edges that cancel."""
    if after is before:
        return Chain.none()
    old, new = before.unshared(after)
    if not len(old) and not len(new):
        return Chain.none()
    x0, y0, x1, y1 = np.concatenate([before.ends_mm[:, old], after.ends_mm[:, new]], axis=1)
    is_after = np.arange(len(x0)) >= len(old)
    upwards = (x0 < x1) | ((x0 == x1) & (y0 < y1))
    ends = np.where(upwards, [x0, y0, x1, y1], [x1, y1, x0, y0])
    sign = np.where(upwards == is_after, 1, -1)  # the edges of before count in reverse
    order = np.lexsort(ends)
    ends, sign, is_after = ends[:, order], sign[order], is_after[order]
    first = np.flatnonzero(np.append(True, (ends[:, 1:] != ends[:, :-1]).any(axis=0)))
    weight, of_any, of_after = (np.add.reduceat(values, first) for values in (sign, np.ones_like(sign), is_after * 1))
    kept = weight != 0
    x0, y0, x1, y1 = ends[:, first[kept]] / MILLIMETRES_PER_METRE
    return Chain(
        start=np.column_stack([x0, y0]),
        end=np.column_stack([x1, y1]),
        weight=weight[kept],
        is_before=(of_after < of_any)[kept],
        is_after=(of_after > 0)[kept],
    )


def _faces(chain: Chain) -> Geometries:
    """The faces that the noded chain divides the plane into, without the outer one."""
    if not len(chain):
        return np.zeros(0, dtype=object)
    lines = shapely.multilinestrings(shapely.linestrings(np.stack([chain.start, chain.end], axis=1)))
    noded = shapely.get_parts(shapely.union_all(shapely.line_merge(lines)))
    return shapely.get_parts(shapely.polygonize(noded))


def _winding_numbers(chain: Chain, faces: Geometries) -> NDArray[np.int64]:
    """The winding number of the chain about each face: crossings of a ray eastwards, up +, down - (Sunday 2001)."""
    numbers = np.zeros(len(faces), dtype=np.int64)
    if not len(faces):
        return numbers
    point = shapely.get_coordinates(shapely.point_on_surface(faces))
    far_east = max(chain.start[:, 0].max(), chain.end[:, 0].max()) + 1.0
    ray_ends = np.column_stack([np.full(len(point), far_east), point[:, 1]])
    tree = shapely.STRtree(shapely.linestrings(np.stack([chain.start, chain.end], axis=1)))
    face, edge = tree.query(shapely.linestrings(np.stack([point, ray_ends], axis=1)))

    p, a, b = point[face], chain.start[edge], chain.end[edge]
    left_of = (b[:, 0] - a[:, 0]) * (p[:, 1] - a[:, 1]) - (p[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
    upward = (a[:, 1] <= p[:, 1]) & (b[:, 1] > p[:, 1]) & (left_of > 0)
    downward = (a[:, 1] > p[:, 1]) & (b[:, 1] <= p[:, 1]) & (left_of < 0)
    np.add.at(numbers, face, (upward.astype(np.int64) - downward) * chain.weight[edge])
    return numbers


def _merged(faces: Geometries) -> Geometries:
    """Faces joined into connected polygons. Seldom needed: faces of one kind hardly ever share an edge."""
    if len(faces) < 2 or shapely.is_valid(shapely.multipolygons(faces)):
        return faces
    return shapely.get_parts(shapely.union_all(faces))
