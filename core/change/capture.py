# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates of capture: the ground that moved in a series, divided into faces with one history each.

The ground that moved from one map to the next is bounded by the edges that differ between the two maps. These edges of
all steps are noded together. They divide the plane into faces, and each face always changed hands as a whole. Ground
that never moved is not processed, so the cost depends on what moved, not on the number or the size of the maps.

Every step is checked: the faces gained in it, and later the fragments, must have the area gained in it, and the same
holds for losses. If the check fails, the edges are noded again on the millimetre grid. If it fails again, CheckError
names the step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Flags, Geometries, Integers, Numbers, sum_per_row
from ..errors import CheckError, require_finite
from ..geometry.overlay import SLIVER_WIDTH_M
from ..geometry.partition import Partition
from ..geometry.polygons import AREA_ROUNDING_M2, GRID_M, ROUNDING_M, MeasurableArea, points_inside, rounding_m2
from ..libraries import shapely
from .change_queue import ChangeQueue
from .control_changes import ControlChanges
from .parts import GROUND, NOISE, mean_width_m


@dataclass(frozen=True)
class PeriodSums:
    """Area per step from map to map and row (steps, rows) in m²: gained, gained and held ever since, and lost."""

    gained_m2: Numbers
    held_since_m2: Numbers
    lost_m2: Numbers


@dataclass(frozen=True)
class Captured:
    """Ground that moved: connected fragments (n,) without overlaps, each with one row and one history.

    `kind` describes the whole series. Adjacent ground with the same first and last holder is measured together and is
    `noise` where it is narrow. Slivers, which are narrower than the precision of the lines, are noise too; all slivers
    of one row and one history form one fragment.
    """

    geometries: Geometries
    row: Integers
    area_m2: Numbers
    width_m: Numbers
    kind: NDArray[np.str_]
    control_changes: ControlChanges
    maps: int
    rows: int

    def __len__(self) -> int:
        return len(self.geometries)

    def per_period(self) -> PeriodSums:
        """Return what each map gained and lost since the previous one."""
        control_changes, steps = self.control_changes, self.maps - 1
        cell = (control_changes.at - 1) * self.rows + self.row[control_changes.fragment]
        area_m2 = self.area_m2[control_changes.fragment]

        def sums(chosen: Flags) -> Numbers:
            return sum_per_row(area_m2[chosen], cell[chosen], steps * self.rows).reshape(steps, self.rows)

        return PeriodSums(
            sums(control_changes.is_gain),
            sums(control_changes.is_gain & control_changes.is_last),
            sums(~control_changes.is_gain),
        )


@dataclass(frozen=True)
class _Faces:
    """The smallest faces of ground that always changed hands together, a point inside each, and their history."""

    geometries: Geometries
    points: Geometries
    control_changes: ControlChanges

    def area_m2(self, maps: int) -> Numbers:
        """The area (2 steps,) of the faces gained and lost in each step, alternating."""
        movement = 2 * (self.control_changes.at - 1) + ~self.control_changes.is_gain
        area_m2 = shapely.area(self.geometries)[self.control_changes.fragment]
        return sum_per_row(area_m2, movement, 2 * (maps - 1))


@dataclass(frozen=True)
class _Moved:
    """What moved: edges (n, 4) of all chains, and polygons (2 steps,): gained and lost, alternating."""

    edges: Numbers
    polygons: list[Geometries]

    @property
    def area_m2(self) -> Numbers:
        """The area of each gain or loss."""
        return np.array([shapely.area(some).sum() for some in self.polygons])

    def rounding_m2(self, by_m: float) -> Numbers:
        """How far rounding of the edges by `by_m` can change the area of each gain or loss."""
        return AREA_ROUNDING_M2 + by_m * np.array([shapely.length(some).sum() for some in self.polygons])


class Capture:
    """Collects the maps of a series one by one in time order; keeps the first map and what moved later.

    `redrawn` are the numbers of the maps that share less than half of their edges with the previous map; `empty` are
    the numbers of the maps with no held area.
    """

    def __init__(self) -> None:
        self.first: MeasurableArea
        self.maps = 0
        self._queue = ChangeQueue()
        self.redrawn, self.empty = self._queue.redrawn, self._queue.empty
        self._polygons: list[Geometries] = []  # gained and lost, alternating
        self._edges: list[Numbers] = [np.zeros((0, 4))]
        self._names: list[str] = []

    def add(self, held: MeasurableArea) -> None:
        """Add the next map. Passing the same object again means that nothing was redrawn."""
        if not self.maps:
            self.first = held
        self._queue.add(held)
        self._names.append(held.name)
        self.maps += 1
        if self._queue.is_full:
            self._compare_waiting()

    @property
    def last(self) -> MeasurableArea | None:
        """The map that was added last; None before the first."""
        return self._queue.last

    def finish(self) -> None:
        """Divide what moved into faces. Call it once, after the last map and before asking for results.

        Raises CheckError where the faces do not have the area that moved, with either method of noding.
        """
        self._compare_waiting()
        self._moved = _Moved(np.concatenate(self._edges), self._polygons)
        self.faces = moved_faces(self._moved)
        if not self._are_all_that_moved(self.faces.area_m2(self.maps), ROUNDING_M):
            self.faces = moved_faces(self._moved, GRID_M)
            self._check(self.faces.area_m2(self.maps))

    def captured(self, partition: Partition, noise_width_m: float) -> Captured:
        """Return the ground that moved, cut by sector. Raises CheckError where the fragments do not add up to it."""
        require_finite(noise_width_m=noise_width_m)
        faces = self.faces
        is_noise = _is_noise(faces, noise_width_m)
        whole, some_face = _united(faces.geometries, 2 * faces.control_changes.histories() + is_noise)
        cut, polygon, row = partition.split(whole)
        fragments, index = shapely.get_parts(cut, return_index=True)
        fragments, owner, row, is_sliver = _with_slivers_merged(fragments, some_face[polygon[index]], row[index])
        found = Captured(
            geometries=fragments,
            row=row,
            area_m2=shapely.area(fragments),
            width_m=np.where(
                is_sliver, 2 * shapely.area(fragments) / shapely.length(fragments), mean_width_m(fragments)
            ),
            kind=np.where(is_noise[owner] | is_sliver, NOISE, GROUND),
            control_changes=faces.control_changes.of(owner),
            maps=self.maps,
            rows=len(partition.row_names),
        )
        sums = found.per_period()
        self._check(np.column_stack([sums.gained_m2.sum(axis=1), sums.lost_m2.sum(axis=1)]).ravel())
        return found

    def always_held(self, partition: Partition) -> Geometries:
        """Return what all maps show as held, per row (rows,); None for a row without any.

        It costs as much as overlaying a whole map. Raises CheckError where the result is not the first map less its
        losses.
        """
        was_held = self.faces.geometries[self.faces.control_changes.held_at_start]
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
        fragments, _, row = partition.split(kept[shapely.area(kept) > 0])
        per_row = [fragments[row == number] for number in range(len(partition.row_names))]
        return np.array([_multipolygon(own) if len(own) else None for own in per_row], dtype=object)

    def _compare_waiting(self) -> None:
        """Find what moved between the waiting maps, and drop the maps."""
        for _, moved in self._queue.compared():
            self._polygons += [moved.gained, moved.lost]
            self._edges.append(np.concatenate([moved.chain.start, moved.chain.end], axis=1))

    def _are_all_that_moved(self, area_m2: Numbers, by_m: float) -> bool:
        """Whether areas (2 steps,) equal the areas gained and lost, alternating."""
        return bool((np.abs(area_m2 - self._moved.area_m2) <= self._moved.rounding_m2(by_m)).all())

    def _check(self, area_m2: Numbers) -> None:
        """Raise CheckError, naming the worst step, unless areas (2 steps,) equal the areas gained and lost."""
        if not self._are_all_that_moved(area_m2, GRID_M):
            worst = int(np.argmax(np.abs(area_m2 - self._moved.area_m2)))
            before, after = self._names[worst // 2 : worst // 2 + 2]
            raise CheckError(before, after, float(area_m2[worst]), float(self._moved.area_m2[worst]))


def moved_faces(moved: _Moved, grid_m: float | None = None) -> _Faces:
    """The faces enclosed by all edges that ever moved; on a grid if `grid_m` is given."""
    ends = moved.edges
    if not len(ends):
        nothing, none = np.zeros(0, dtype=object), np.zeros(0, dtype=np.int64)
        return _Faces(nothing, nothing, ControlChanges(0, none, none, none > 0))
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
    some, fragment = np.unique(face[order], return_inverse=True)  # an enclosed face need not have moved itself
    return _Faces(faces[some], points[some], ControlChanges(len(some), fragment, movement // 2 + 1, movement % 2 == 0))


def _is_noise(faces: _Faces, noise_width_m: float) -> Flags:
    """Whether each face lies in a narrow area that had the same holder at the start and the same one at the end."""
    whole, _ = _united(faces.geometries, 2 * faces.control_changes.held_at_start + faces.control_changes.held_at_end)
    narrow = whole[mean_width_m(whole) < noise_width_m]
    is_noise = np.zeros(len(faces.geometries), dtype=bool)
    is_noise[shapely.STRtree(faces.points).query(narrow, predicate="contains")[1]] = True
    return is_noise


def _united(faces: Geometries, group: Integers) -> tuple[Geometries, Integers]:
    """Merge faces of one group that share an edge: connected polygons, and the index of one face of each."""
    _, some_face, of_face = np.unique(group, return_index=True, return_inverse=True)
    order = np.argsort(of_face, kind="stable")
    groups = np.split(faces[order], np.cumsum(np.bincount(of_face))[:-1]) if len(faces) else []
    whole = [own[0] if len(own) == 1 else shapely.union_all(own) for own in groups]
    polygons, index = shapely.get_parts(np.array(whole, dtype=object), return_index=True)
    return polygons, some_face[index]


def _with_slivers_merged(
    fragments: Geometries, owner: Integers, row: Integers
) -> tuple[Geometries, Integers, Integers, Flags]:
    """Fragments with their owners and rows, slivers merged by owner and row, and a flag for the merged ones (n,)."""
    is_sliver = mean_width_m(fragments) < SLIVER_WIDTH_M
    slivers, whole = np.flatnonzero(is_sliver), np.flatnonzero(~is_sliver)
    slivers = slivers[np.lexsort([row[slivers], owner[slivers]])]
    begins = (np.diff(owner[slivers], prepend=-1) != 0) | (np.diff(row[slivers], prepend=-1) != 0)
    merged = shapely.multipolygons(fragments[slivers], indices=np.cumsum(begins) - 1)
    chosen = np.concatenate([whole, slivers[begins]])
    fragments = np.concatenate([fragments[whole], merged])
    return fragments, owner[chosen], row[chosen], np.arange(len(chosen)) >= len(whole)


def _multipolygon(polygons: Geometries) -> Any:
    """Polygons without overlaps as one valid multipolygon."""
    as_they_are = shapely.multipolygons(shapely.get_parts(polygons))
    return as_they_are if shapely.is_valid(as_they_are) else shapely.union_all(polygons)
