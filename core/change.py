# SPDX-License-Identifier: GPL-2.0-or-later
"""Gained and lost between two held areas: the edges that both share cancel, and only what moved is overlaid.

Write ∂B - ∂A for the edges of the area held after plus the reversed edges of the area held before. What is left of
that chain when shared edges have cancelled is noded and polygonised; the winding number of each face in it is exactly
1_B - 1_A: +1 gained, -1 lost, 0 neither. So the cost follows what moved, not the size of the map.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .geodesy import MILLIMETRES_PER_METRE
from .libraries import shapely
from .polygons import Edges, Geometries

NARROWEST_PART_M = 0.01


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


@dataclass(frozen=True)
class Change:
    """What moved between two held areas: connected polygons gained and lost, and the chain they came from."""

    gained: Geometries
    lost: Geometries
    chain: Chain
    edges_in_all: int

    @property
    def shared_fraction(self) -> float:
        """The fraction of all edges that both maps share; low when one map was re-saved with other rounding."""
        return 1 - 2 * len(self.chain) / self.edges_in_all if self.edges_in_all else 1.0


def change(before: Edges, after: Edges) -> Change:
    """Return what was gained and lost from `before` to `after`, as single polygons in the frame."""
    chain = left_over(before, after)
    faces = _faces(chain)
    winding = _winding_numbers(chain, faces)
    return Change(
        gained=_merged(faces[winding > 0]),
        lost=_merged(faces[winding < 0]),
        chain=chain,
        edges_in_all=len(before) + len(after),
    )


def left_over(before: Edges, after: Edges) -> Chain:
    """Return the chain ∂(after) - ∂(before) without the edges that cancel."""
    start = np.concatenate([after.start_mm, before.end_mm])
    end = np.concatenate([after.end_mm, before.start_mm])
    of_after = np.arange(len(start)) < len(after)

    vertex = _vertex_numbers(np.concatenate([start, end]))
    first, second = vertex[: len(start)], vertex[len(start) :]
    forward = first < second
    key = np.where(forward, first, second) << 32 | np.where(forward, second, first)
    order = np.argsort(key, kind="stable")
    group_starts = np.flatnonzero(np.diff(key[order], prepend=np.int64(-1)))

    def per_edge(values: NDArray[Any]) -> NDArray[Any]:
        return np.add.reduceat(values[order].astype(np.int64), group_starts) if len(order) else np.zeros(0, int)

    weight = per_edge(np.where(forward, 1, -1))
    kept = weight != 0
    edge = order[group_starts][kept]
    low = np.where(forward[edge][:, None], start[edge], end[edge]) / MILLIMETRES_PER_METRE
    high = np.where(forward[edge][:, None], end[edge], start[edge]) / MILLIMETRES_PER_METRE
    return Chain(low, high, weight[kept], per_edge(~of_after)[kept] > 0, per_edge(of_after)[kept] > 0)


def _vertex_numbers(points_mm: NDArray[np.int64]) -> NDArray[np.int64]:
    """A number below 2^31 for each distinct point; sorts integers only, which leaves QGIS responsive."""
    if not len(points_mm):
        return np.zeros(0, dtype=np.int64)
    column, row = points_mm[:, 0] - points_mm[:, 0].min(), points_mm[:, 1] - points_mm[:, 1].min()
    if max(column.max(), row.max()) >= 2**31:  # more than 2147 km across: pack ranks instead of millimetres
        column, row = (np.unique(values, return_inverse=True)[1] for values in (column, row))
    return np.unique(column << 32 | row, return_inverse=True)[1].reshape(-1)


def _faces(chain: Chain) -> Geometries:
    """The faces that the noded chain divides the plane into, without the outer one."""
    if not len(chain):
        return np.zeros(0, dtype=object)
    lines = shapely.linestrings(np.stack([chain.start, chain.end], axis=1))
    noded = shapely.get_parts(shapely.union_all(lines))
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
    """Faces joined into connected polygons."""
    if len(faces) < 2:
        return faces
    return shapely.get_parts(shapely.union_all(faces))
