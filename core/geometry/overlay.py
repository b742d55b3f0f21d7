# SPDX-License-Identifier: GPL-2.0-or-later
"""Gained and lost between two held areas: shared edges cancel, and only the rest is overlaid.

Write ∂B - ∂A for the edges of the area held after plus the reversed edges of the area held before. Shared edges cancel.
The rest of that chain is noded and polygonised, and the winding number of each face in it is exactly 1_B - 1_A: +1
gained, -1 lost, 0 neither. So the cost depends on what moved, not on the size of the map.

Every change is checked: gained less lost must equal the signed area that the chain encloses, which is the area after
less the area before. That area is summed over the remaining edges (the shoelace formula), independently of nodes, faces
and winding numbers. Where the two differ, the change is computed by plain overlay of both areas; if that differs too,
CheckError names the maps. This check assumes that edges cancelled correctly: the caller measures the held area itself
and compares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries, Integers, sum_per_row
from ..errors import CheckError
from ..libraries import shapely
from .edges import Edges, in_frame
from .geodesy import MILLIMETRES_PER_METRE
from .polygons import GRID_M, ROUNDING_M, MeasurableArea, points_inside, polygons_in, rounding_m2
from .segments import in_lines

# An edge along a parallel, cut to 2 km, deviates from it by up to 9 cm at 48° and 16 cm at 60°; rounding adds 1 mm.
SLIVER_WIDTH_M = 0.25
MANY_EDGES = 100_000  # merging them into lines takes long, and much memory
PAIRS_AT_ONCE = 1_000_000  # of an edge and a point whose ray it may cross


@dataclass(frozen=True)
class Chain:
    """The edges that differ: start and end (n, 2) in metres, winding weight (n,), and the maps that have each."""

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

    @classmethod
    def joined(cls, chains: Sequence[Chain]) -> tuple[Chain, Integers]:
        """Return the edges of several chains in one, and the index of each one's chain (n,)."""
        columns = (np.concatenate([getattr(each, one.name) for each in (cls.none(), *chains)]) for one in fields(cls))
        return cls(*columns), np.repeat(np.arange(len(chains)), [len(each) for each in chains])

    @property
    def length_m(self) -> NDArray[np.float64]:
        """The length of each edge (n,)."""
        return np.hypot(*(self.end - self.start).T)

    @property
    def area_m2(self) -> NDArray[np.float64]:
        """The contribution of each edge (n,) to the area after less the area before (shoelace formula)."""
        (x0, y0), (x1, y1) = self.start.T, self.end.T
        return self.weight * (x0 - x1) * (y0 + y1) / 2

    def only(self, chosen: NDArray[np.bool_] | slice) -> Chain:
        """Return the chosen edges."""
        return Chain(*(getattr(self, field.name)[chosen] for field in fields(self)))


@dataclass(frozen=True)
class Change:
    """What moved between two held areas: connected polygons gained and lost, and the chain they are made from."""

    before: MeasurableArea
    after: MeasurableArea
    gained: Geometries
    lost: Geometries
    chain: Chain
    edges_unshared: int

    @property
    def shared_fraction(self) -> float:
        """The fraction of all edges that both maps share; low when one map was re-saved with other rounding."""
        edges_in_all = len(self.before.edges) + len(self.after.edges)
        return 1 - self.edges_unshared / edges_in_all if edges_in_all else 1.0


def change(before: MeasurableArea, after: MeasurableArea) -> Change:
    """Return what was gained and lost from `before` to `after`, as single polygons in the frame.

    Raises CheckError if gained less lost differs from the change of the area with both methods.
    """
    return changes([(before, after)])[0]


def changes(pairs: Sequence[tuple[MeasurableArea, MeasurableArea]]) -> list[Change]:
    """Return the change of each pair of maps. Processing them together is faster than one by one.

    Raises CheckError if, for a pair, gained less lost differs from the change of the area with both methods.
    """
    chain, pair, drawn = _left_over([(before.edges, after.edges) for before, after in pairs])
    try:
        faces, pair_of_face = chain_faces(chain, pair, drawn)
    except shapely.GEOSException:
        faces, pair_of_face = np.zeros(0, dtype=object), np.zeros(0, dtype=np.int64)  # the check finds this
    winding = winding_numbers(chain, pair, points_inside(faces), pair_of_face)
    gained, lost = (_merged(faces[kind], pair_of_face[kind], len(pairs)) for kind in (winding > 0, winding < 0))
    first = np.searchsorted(pair, np.arange(len(pairs) + 1))
    unshared = np.bincount(pair[np.unique(drawn, return_index=True)[1]], minlength=len(pairs))
    found = [
        Change(
            *pairs[number],
            gained=gained[number],
            lost=lost[number],
            chain=chain.only(slice(first[number], first[number + 1])),
            edges_unshared=int(unshared[number]),
        )
        for number in range(len(pairs))
    ]
    net_m2, length_m = (np.bincount(pair, values, len(pairs)) for values in (chain.area_m2, chain.length_m))
    off_m2 = np.abs(_areas_m2(gained) - _areas_m2(lost) - net_m2)
    for number in np.flatnonzero(off_m2 > ROUNDING_M * length_m):
        found[number] = by_plain_overlay(found[number])
    return found


def left_over(before: Edges, after: Edges) -> Chain:
    """Return the chain ∂(after) - ∂(before) without the edges that cancel."""
    return _left_over([(before, after)])[0]


def _left_over(pairs: Sequence[tuple[Edges, Edges]]) -> tuple[Chain, NDArray[np.int64], NDArray[np.int64]]:
    """The chains of all pairs in one, the pair of each edge (ascending), and the index of its drawn edge."""
    unshared = []
    for before, after in pairs:
        some_before, some_after = before.unshared(after)
        unshared += [(before, some_before), (after, some_after)]
    (x0, y0, x1, y1), drawn = in_frame(unshared)
    if not len(drawn):
        return Chain.none(), drawn, drawn
    map_of = np.repeat(np.arange(len(unshared)), [len(some) for _, some in unshared])[drawn]
    pair, is_after = map_of // 2, map_of % 2 == 1
    upwards = (x0 < x1) | ((x0 == x1) & (y0 < y1))
    sign = np.where(upwards == is_after, 1, -1)  # the edges of before are reversed
    ends = np.where(upwards, [x0, y0, x1, y1], [x1, y1, x0, y0])
    order = np.lexsort([*ends, pair])
    ends, sign, is_after, pair = ends[:, order], sign[order], is_after[order], pair[order]
    differs = (ends[:, 1:] != ends[:, :-1]).any(axis=0) | (pair[1:] != pair[:-1])
    first = np.flatnonzero(np.append(True, differs))
    weight, of_any, of_after = (np.add.reduceat(values, first) for values in (sign, np.ones_like(sign), is_after * 1))
    kept = weight != 0
    x0, y0, x1, y1 = ends[:, first[kept]] / MILLIMETRES_PER_METRE
    chain = Chain(
        start=np.column_stack([x0, y0]),
        end=np.column_stack([x1, y1]),
        weight=weight[kept],
        is_before=(of_after < of_any)[kept],
        is_after=(of_after > 0)[kept],
    )
    return chain, pair[first[kept]], drawn[order][first[kept]]


def chain_faces(chain: Chain, pair: Integers, drawn: Integers) -> tuple[Geometries, Integers]:
    """The bounded faces of each pair's noded chain, and their pairs. `drawn` (n,) orders the edges as on the maps."""
    if not len(chain):
        return np.zeros(0, dtype=object), pair
    pairs, line_of = np.unique(pair, return_inverse=True)
    if len(chain) > MANY_EDGES:
        lines, line_of = _runs_as_drawn(chain, line_of, drawn)
        merged = shapely.multilinestrings(lines, indices=line_of)
    else:
        lines = shapely.linestrings(np.stack([chain.start, chain.end], axis=1))
        merged = shapely.line_merge(shapely.multilinestrings(lines, indices=line_of))
    noded = shapely.union_all(merged[:, None], axis=1)
    faces, index = shapely.get_parts(shapely.polygonize(noded[:, None]), return_index=True)
    return faces, pairs[index]


def _runs_as_drawn(chain: Chain, pair: Integers, drawn: Integers) -> tuple[Geometries, Integers]:
    """The edges of a chain as lines that follow the maps, and the pair of each line.

    They end at other places than merged lines, so that equal ground no longer has equal coordinates: that costs more
    than it saves where there are few edges.
    """
    order = np.lexsort([drawn, pair])
    is_forward = ((chain.weight > 0) == chain.is_after)[order, None]
    start, end = chain.start[order], chain.end[order]
    lines, first = in_lines(np.where(is_forward, start, end), np.where(is_forward, end, start), pair[order])
    return lines, pair[order][first]


def winding_numbers(
    chain: Chain, pair: NDArray[np.int64], points: Coordinates, pair_of_point: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The winding number of its pair's chain about each point: crossings of an eastward ray (Sunday 2001).

    Points are sorted by pair and y, so the points whose rays an edge may cross are consecutive. Edges are processed in
    blocks, because large maps have billions of such pairs.
    """
    key = pair_of_point + 1j * points[:, 1]
    order = np.argsort(key)
    y0, y1 = chain.start[:, 1], chain.end[:, 1]
    first, stop = (np.searchsorted(key[order], pair + 1j * y) for y in (np.minimum(y0, y1), np.maximum(y0, y1)))
    count = stop - first
    ends = np.cumsum(count)
    multiples = np.arange(0, count.sum() + PAIRS_AT_ONCE, PAIRS_AT_ONCE)
    blocks = np.unique(np.searchsorted(ends, multiples, side="right"))
    total = np.zeros(len(points))
    for begin, end in zip(blocks[:-1], blocks[1:]):
        edge = np.repeat(np.arange(begin, end), count[begin:end])
        step = np.arange(len(edge)) + np.repeat(stop[begin:end] - np.cumsum(count[begin:end]), count[begin:end])
        point = order[step]
        p, a, b = points[point], chain.start[edge], chain.end[edge]
        left_of = (b[:, 0] - a[:, 0]) * (p[:, 1] - a[:, 1]) - (p[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
        upwards = b[:, 1] > a[:, 1]
        crossings = np.where((left_of > 0) == upwards, np.where(upwards, 1, -1) * chain.weight[edge], 0)
        total += np.bincount(point, crossings, len(points))
    return np.rint(total).astype(np.int64)


def _merged(faces: Geometries, pair: NDArray[np.int64], pairs: int) -> list[Geometries]:
    """The faces of each pair as connected polygons. A union is rare, because faces of one kind seldom share an edge."""
    first = np.searchsorted(pair, np.arange(pairs + 1))
    of_pair = [faces[start:end] for start, end in zip(first, first[1:])]
    if len(faces):
        some, index = np.unique(pair, return_inverse=True)
        for number in some[~shapely.is_valid(shapely.multipolygons(faces, indices=index))]:
            of_pair[number] = shapely.get_parts(shapely.union_all(of_pair[number]))
    return of_pair


def _areas_m2(polygons: Sequence[Geometries]) -> NDArray[np.float64]:
    """The total area (n,) of each of several sets of polygons."""
    owner = np.repeat(np.arange(len(polygons)), [len(some) for some in polygons])
    return sum_per_row(shapely.area(np.concatenate(polygons)), owner, len(polygons))


def by_plain_overlay(found: Change) -> Change:
    """Return the same change, computed by the second method: overlay of the two areas as a whole.

    Raises CheckError if gained less lost is not area after less area before, or is not the area that the chain
    encloses. The second comparison allows for the millimetres by which a map that is valid as drawn may cross itself in
    the frame.
    """
    net_m2 = float(found.chain.area_m2.sum())
    before, after = found.before.geometry, found.after.geometry
    gained, lost = (polygons_in(shapely.difference(*two)) for two in ((after, before), (before, after)))
    moved_m2 = float(shapely.area(gained).sum() - shapely.area(lost).sum())
    held_m2 = float(shapely.area(after) - shapely.area(before))
    areas = [before, after]
    if abs(moved_m2 - held_m2) > rounding_m2(areas) or abs(held_m2 - net_m2) > rounding_m2(areas, GRID_M):
        raise CheckError(found.before.name, found.after.name, moved_m2, net_m2)
    return replace(found, gained=gained, lost=lost)
