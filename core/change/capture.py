# SPDX-License-Identifier: GPL-2.0-or-later
"""When ground was captured: all that ever moved in a series, divided once into faces that each have one history.

Whatever moved from one map to the next is bounded by the edges that differ between the two. Noded together, these edges
of all steps divide the plane into faces within which ground always changed hands together. Ground that never moved is
not looked at, so the cost follows what moved, however many maps there are and however large they are.

Of every step, the faces that were gained then must have the area of what was gained, and so must the pieces in the end;
so with what was lost. Else the edges are noded on the millimetre; if that does not help, CheckError names the step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import CheckError
from ..geometry.polygons import (
    AREA_ROUNDING_M2,
    GRID_M,
    ROUNDING_M,
    DrawnArea,
    Geometries,
    HeldArea,
    points_inside,
    rounding_m2,
)
from ..libraries import shapely
from ..sectors.partition import Partition
from .moved import GROUND, NOISE, mean_width_m, sum_per_row
from .overlay import NARROWEST_PART_M, changes
from .series import EDGES_AT_ONCE, REDRAWN_BELOW
from .turns import Flags, Numbers, Turns, Whole


@dataclass(frozen=True)
class PeriodSums:
    """Area per step from map to map and row (steps, rows) in m²: gained, what of that is held ever since, and lost."""

    gained_m2: Numbers
    held_since_m2: Numbers
    lost_m2: Numbers


@dataclass(frozen=True)
class Captured:
    """Ground that moved: connected pieces (n,) without overlaps, each of one row and one history.

    `kind` is judged over the whole series: ground whose first and final holder are the same from piece to piece is
    looked at together, and is `noise` where it is narrow. So are traces, narrower than lines are exact; those of one
    row and one history are one piece of many parts.
    """

    geometries: Geometries
    row: Whole
    area_m2: Numbers
    width_m: Numbers
    kind: NDArray[np.str_]
    turns: Turns
    maps: int
    rows: int

    def __len__(self) -> int:
        return len(self.geometries)

    def per_period(self) -> PeriodSums:
        """Return what was gained and lost from each map to the next."""
        turns, steps = self.turns, self.maps - 1
        cell = (turns.at - 1) * self.rows + self.row[turns.piece]
        area_m2 = self.area_m2[turns.piece]

        def sums(chosen: Flags) -> Numbers:
            return sum_per_row(area_m2[chosen], cell[chosen], steps * self.rows).reshape(steps, self.rows)

        return PeriodSums(sums(turns.is_gain), sums(turns.is_gain & turns.is_last), sums(~turns.is_gain))


@dataclass(frozen=True)
class _Faces:
    """The smallest pieces of ground that always changed hands together, a point in each, and their history."""

    geometries: Geometries
    points: Geometries
    turns: Turns

    def area_m2(self, maps: int) -> Numbers:
        """The area (2 steps,) of the faces that were gained and lost with each of the maps, by turns."""
        movement = 2 * (self.turns.at - 1) + ~self.turns.is_gain
        return np.bincount(movement, shapely.area(self.geometries)[self.turns.piece], 2 * (maps - 1)).astype(float)


@dataclass(frozen=True)
class _Moved:
    """What moved: edges (n, 4) of all chains, and the polygons of movements (2 steps,): gained and lost by turns."""

    edges: Numbers
    polygons: list[Geometries]

    @property
    def area_m2(self) -> Numbers:
        """The area of each movement."""
        return np.array([shapely.area(some).sum() for some in self.polygons])

    def rounding_m2(self, by_m: float) -> Numbers:
        """How far the area of each movement may be off when rounding moves edges by a little."""
        return AREA_ROUNDING_M2 + by_m * np.array([shapely.length(some).sum() for some in self.polygons])


class Capture:
    """Takes the maps of a series in time order, one by one, and keeps of them what moved, and the first map.

    `redrawn` are the numbers of the maps that share less than half of their edges with the one before;
    `empty` those of maps with nothing held.
    """

    def __init__(self) -> None:
        self.first: HeldArea | DrawnArea
        self.last: HeldArea | DrawnArea | None = None
        self.maps = 0
        self.redrawn: list[int] = []
        self.empty: list[int] = []
        self._waiting: list[tuple[HeldArea | DrawnArea, HeldArea | DrawnArea]] = []
        self._polygons: list[Geometries] = []  # gained and lost, by turns
        self._edges: list[Numbers] = [np.zeros((0, 4))]
        self._names: list[str] = []

    def add(self, held: HeldArea | DrawnArea) -> None:
        """Take the next map. The same object twice running means that nothing was redrawn."""
        if self.last is None:
            self.first = held
        else:
            self._waiting.append((self.last, held))
        self.last = held
        self._names.append(held.name)
        self.maps += 1
        if sum(len(after.edges) for _, after in self._waiting) >= EDGES_AT_ONCE:
            self._compare_waiting()

    def finish(self) -> None:
        """Divide what moved; to be called once, after the last map. Then the results can be asked for.

        Raises CheckError where the faces are not what moved, however they are noded.
        """
        self._compare_waiting()
        self._moved = _Moved(np.concatenate(self._edges), self._polygons)
        self._faces = _faces(self._moved)
        if not self._are_all_that_moved(self._faces.area_m2(self.maps), ROUNDING_M):
            self._faces = _faces(self._moved, GRID_M)
            self._check(self._faces.area_m2(self.maps))

    def captured(self, partition: Partition, noise_width_m: float) -> Captured:
        """Return the ground that moved, cut by sector. Raises CheckError where the pieces are not all that moved."""
        faces = self._faces
        is_noise = _is_noise(faces, noise_width_m)
        whole, some_face = _united(faces.geometries, 2 * faces.turns.histories() + is_noise)
        cut, polygon, row = partition.split(whole)
        pieces, place = shapely.get_parts(cut, return_index=True)
        pieces, owner, row, is_trace = _with_traces_gathered(pieces, some_face[polygon[place]], row[place])
        found = Captured(
            geometries=pieces,
            row=row,
            area_m2=shapely.area(pieces),
            width_m=np.where(is_trace, 2 * shapely.area(pieces) / shapely.length(pieces), mean_width_m(pieces)),
            kind=np.where(is_noise[owner] | is_trace, NOISE, GROUND),
            turns=faces.turns.of(owner),
            maps=self.maps,
            rows=len(partition.row_names),
        )
        sums = found.per_period()
        self._check(np.column_stack([sums.gained_m2.sum(axis=1), sums.lost_m2.sum(axis=1)]).ravel())
        return found

    def always_held(self, partition: Partition) -> Geometries:
        """Return what was held on all maps, per row (rows,); None where there is nothing.

        Its cost is that of a whole map. Raises CheckError where it is not the first map less what was lost of it.
        """
        was_held = self._faces.geometries[self._faces.turns.held_at_start]
        first = self.first.geometry
        kept_m2 = float(shapely.area(first) - shapely.area(was_held).sum())
        for grid_m in (None, GRID_M):
            taken = shapely.union_all(was_held, grid_size=grid_m)
            kept = shapely.get_parts(shapely.difference(first, taken, grid_size=grid_m))
            off_m2 = abs(float(shapely.area(kept).sum()) - kept_m2)
            if off_m2 <= rounding_m2(first, grid_m or ROUNDING_M):
                break
        else:
            raise CheckError(self._names[0], self._names[-1], float(shapely.area(kept).sum()), kept_m2)
        pieces, _, row = partition.split(kept[shapely.area(kept) > 0])
        per_row = [pieces[row == number] for number in range(len(partition.row_names))]
        return np.array([_one(own) if len(own) else None for own in per_row], dtype=object)

    def _compare_waiting(self) -> None:
        """Find what moved between the maps that wait; only that is kept of them."""
        number = self.maps - len(self._waiting)
        for (before, after), moved in zip(self._waiting, changes(self._waiting) if self._waiting else []):
            if not len(after.edges):
                self.empty.append(number)
            elif len(before.edges) and moved.shared_fraction < REDRAWN_BELOW:
                self.redrawn.append(number)
            self._polygons += [moved.gained, moved.lost]
            self._edges.append(np.concatenate([moved.chain.start, moved.chain.end], axis=1))
            number += 1
        self._waiting.clear()

    def _are_all_that_moved(self, area_m2: Numbers, by_m: float) -> bool:
        """Whether areas (2 steps,) are those that were gained and lost, by turns."""
        return bool((np.abs(area_m2 - self._moved.area_m2) <= self._moved.rounding_m2(by_m)).all())

    def _check(self, area_m2: Numbers) -> None:
        """Raise CheckError, naming the worst step, unless areas (2 steps,) are those that were gained and lost."""
        if not self._are_all_that_moved(area_m2, GRID_M):
            worst = int(np.argmax(np.abs(area_m2 - self._moved.area_m2)))
            before, after = self._names[worst // 2 : worst // 2 + 2]
            raise CheckError(before, after, float(area_m2[worst]), float(self._moved.area_m2[worst]))


def _faces(moved: _Moved, grid_m: float | None = None) -> _Faces:
    """The faces of all edges together that ever moved, on a grid where one is given."""
    ends = moved.edges
    if not len(ends):
        nothing, none = np.zeros(0, dtype=object), np.zeros(0, dtype=np.int64)
        return _Faces(nothing, nothing, Turns(0, none, none, none > 0))
    ends = ends[np.lexsort(ends.T)]
    ends = ends[np.append(True, (ends[1:] != ends[:-1]).any(axis=1))]  # most appear in one step and vanish in another
    lines = shapely.line_merge(shapely.multilinestrings(ends.reshape(-1, 2, 2)))
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all([lines], grid_size=grid_m)]))
    points = shapely.points(points_inside(faces))
    polygons = np.concatenate(moved.polygons)
    movement = np.repeat(np.arange(len(moved.polygons)), [len(some) for some in moved.polygons])
    polygon, face = shapely.STRtree(points).query(polygons, predicate="contains")
    order = np.lexsort([movement[polygon], face])
    movement = movement[polygon][order]
    some, piece = np.unique(face[order], return_inverse=True)  # what others enclose need not have moved itself
    return _Faces(faces[some], points[some], Turns(len(some), piece, movement // 2 + 1, movement % 2 == 0))


def _is_noise(faces: _Faces, noise_width_m: float) -> Flags:
    """Whether each face lies in narrow ground of one first and one final holder."""
    whole, _ = _united(faces.geometries, 2 * faces.turns.held_at_start + faces.turns.held_at_end)
    narrow = whole[mean_width_m(whole) < noise_width_m]
    is_noise = np.zeros(len(faces.geometries), dtype=bool)
    is_noise[shapely.STRtree(faces.points).query(narrow, predicate="contains")[1]] = True
    return is_noise


def _united(faces: Geometries, group: Whole) -> tuple[Geometries, Whole]:
    """Faces of one group that share an edge made one: connected polygons, and the number of a face of their group."""
    _, some_face, of_face = np.unique(group, return_index=True, return_inverse=True)
    order = np.argsort(of_face, kind="stable")
    groups = np.split(faces[order], np.cumsum(np.bincount(of_face))[:-1]) if len(faces) else []
    whole = [own[0] if len(own) == 1 else shapely.union_all(own) for own in groups]
    polygons, place = shapely.get_parts(np.array(whole, dtype=object), return_index=True)
    return polygons, some_face[place]


def _with_traces_gathered(pieces: Geometries, owner: Whole, row: Whole) -> tuple[Geometries, Whole, Whole, Flags]:
    """Pieces with their owners and rows, those that are but traces gathered by both; and which these are (n,)."""
    is_trace = mean_width_m(pieces) < NARROWEST_PART_M
    traces, whole = np.flatnonzero(is_trace), np.flatnonzero(~is_trace)
    traces = traces[np.lexsort([row[traces], owner[traces]])]
    begins = (np.diff(owner[traces], prepend=-1) != 0) | (np.diff(row[traces], prepend=-1) != 0)
    gathered = shapely.multipolygons(pieces[traces], indices=np.cumsum(begins) - 1)
    chosen = np.concatenate([whole, traces[begins]])
    pieces = np.concatenate([pieces[whole], gathered])
    return pieces, owner[chosen], row[chosen], np.arange(len(chosen)) >= len(whole)


def _one(polygons: Geometries) -> Any:
    """Polygons without overlaps as one valid multipolygon."""
    as_they_are = shapely.multipolygons(shapely.get_parts(polygons))
    return as_they_are if shapely.is_valid(as_they_are) else shapely.union_all(polygons)
