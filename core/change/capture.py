# SPDX-License-Identifier: GPL-2.0-or-later
"""When ground was captured: all that ever moved in a series, divided once into faces that each have one history.

Whatever moved from one map to the next is bounded by the edges that differ between the two. Noded together, these edges
of all steps divide the plane into faces within which ground always changed hands together. Ground that never moved is
not looked at, so the cost follows what moved, however many maps there are and however large they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Flags, Geometries, Integers, Numbers
from ..geometry.edges import Edges
from ..geometry.overlay import SLIVER_WIDTH_M, changes
from ..geometry.partition import Partition
from ..geometry.polygons import DrawnArea, HeldArea, on_grid
from ..libraries import shapely
from .control_changes import ControlChanges
from .moved import GROUND, NOISE, mean_width_m, sum_per_row
from .series import EDGES_AT_ONCE, REDRAWN_BELOW


@dataclass(frozen=True)
class PeriodSums:
    """Area per step from map to map and row (steps, rows) in m²: gained, what of that is held ever since, and lost."""

    gained_m2: Numbers
    held_since_m2: Numbers
    lost_m2: Numbers


@dataclass(frozen=True)
class Captured:
    """Ground that moved: connected fragments (n,) without overlaps, each of one row and one history.

    `kind` is judged over the whole series: ground whose first and final holder are the same from fragment to fragment
    is looked at together, and is `noise` where it is narrow. So are slivers, narrower than lines are exact; those of
    one row and one history are one fragment of many parts.
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
        """Return what was gained and lost from each map to the next."""
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
    """The smallest fragments of ground that always changed hands together, a point in each, and their history."""

    geometries: Geometries
    points: Geometries
    control_changes: ControlChanges


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
        self._waiting: list[tuple[Edges, Edges]] = []
        self._moved: list[Geometries] = []  # gained and lost, alternating
        self._edges: list[Numbers] = []

    def add(self, held: HeldArea | DrawnArea) -> None:
        """Take the next map. The same object twice running means that nothing was redrawn."""
        if self.last is None:
            self.first = held
        else:
            self._waiting.append((self.last.edges, held.edges))
        self.last = held
        self.maps += 1
        if sum(len(after) for _, after in self._waiting) >= EDGES_AT_ONCE:
            self._compare_waiting()

    def finish(self) -> None:
        """Divide what moved; to be called once, after the last map. Then the results can be asked for."""
        self._compare_waiting()
        self._faces = _faces(self._edges, self._moved)

    def captured(self, partition: Partition, noise_width_m: float) -> Captured:
        """Return the ground that moved, cut by sector."""
        faces = self._faces
        is_noise = _is_noise(faces, noise_width_m)
        whole, some_face = _united(faces.geometries, 2 * faces.control_changes.histories() + is_noise)
        cut, polygon, row = partition.split(whole)
        fragments, index = shapely.get_parts(cut, return_index=True)
        fragments, owner, row, is_sliver = _with_slivers_gathered(fragments, some_face[polygon[index]], row[index])
        return Captured(
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

    def always_held(self, partition: Partition) -> Geometries:
        """Return what was held on all maps, per row (rows,); None where there is nothing.

        Its cost is that of a whole map.
        """
        was_held = self._faces.geometries[self._faces.control_changes.held_at_start]
        first = self.first.geometry
        first = first if shapely.is_valid(first) else on_grid(first)
        kept = shapely.get_parts(shapely.difference(first, shapely.union_all(was_held)))
        fragments, _, row = partition.split(kept[shapely.area(kept) > 0])
        per_row = [fragments[row == number] for number in range(len(partition.row_names))]
        return np.array([_one(own) if len(own) else None for own in per_row], dtype=object)

    def _compare_waiting(self) -> None:
        """Find what moved between the maps that wait; only that is kept of them."""
        number = self.maps - len(self._waiting)
        for (before, after), moved in zip(self._waiting, changes(self._waiting) if self._waiting else []):
            if not len(after):
                self.empty.append(number)
            elif len(before) and moved.shared_fraction < REDRAWN_BELOW:
                self.redrawn.append(number)
            self._moved += [moved.gained, moved.lost]
            self._edges.append(np.concatenate([moved.chain.start, moved.chain.end], axis=1))
            number += 1
        self._waiting.clear()


def _faces(edges: list[Numbers], moved: list[Geometries]) -> _Faces:
    """The faces of all edges (n, 4) together that ever moved; `moved` is gained and lost alternating, step by step."""
    ends = np.concatenate([np.zeros((0, 4)), *edges])
    if not len(ends):
        nothing, none = np.zeros(0, dtype=object), np.zeros(0, dtype=np.int64)
        return _Faces(nothing, nothing, ControlChanges(0, none, none, none > 0))
    ends = ends[np.lexsort(ends.T)]
    ends = ends[np.append(True, (ends[1:] != ends[:-1]).any(axis=1))]  # most appear in one step and vanish in another
    lines = shapely.line_merge(shapely.multilinestrings(ends.reshape(-1, 2, 2)))
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all([lines])]))
    points = shapely.point_on_surface(faces)
    polygons = np.concatenate(moved)
    movement = np.repeat(np.arange(len(moved)), [len(some) for some in moved])
    polygon, face = shapely.STRtree(points).query(polygons, predicate="contains")
    order = np.lexsort([movement[polygon], face])
    movement = movement[polygon][order]
    some, fragment = np.unique(face[order], return_inverse=True)  # what others enclose need not have moved itself
    return _Faces(faces[some], points[some], ControlChanges(len(some), fragment, movement // 2 + 1, movement % 2 == 0))


def _is_noise(faces: _Faces, noise_width_m: float) -> Flags:
    """Whether each face lies in narrow ground of one first and one final holder."""
    whole, _ = _united(faces.geometries, 2 * faces.control_changes.held_at_start + faces.control_changes.held_at_end)
    narrow = whole[mean_width_m(whole) < noise_width_m]
    is_noise = np.zeros(len(faces.geometries), dtype=bool)
    is_noise[shapely.STRtree(faces.points).query(narrow, predicate="contains")[1]] = True
    return is_noise


def _united(faces: Geometries, group: Integers) -> tuple[Geometries, Integers]:
    """Faces of one group that share an edge made one: connected polygons, and the number of a face of their group."""
    _, some_face, of_face = np.unique(group, return_index=True, return_inverse=True)
    order = np.argsort(of_face, kind="stable")
    groups = np.split(faces[order], np.cumsum(np.bincount(of_face))[:-1]) if len(faces) else []
    whole = [own[0] if len(own) == 1 else shapely.union_all(own) for own in groups]
    polygons, index = shapely.get_parts(np.array(whole, dtype=object), return_index=True)
    return polygons, some_face[index]


def _with_slivers_gathered(
    fragments: Geometries, owner: Integers, row: Integers
) -> tuple[Geometries, Integers, Integers, Flags]:
    """Fragments with their owners and rows, those that are but slivers gathered by both; and which these are (n,)."""
    is_sliver = mean_width_m(fragments) < SLIVER_WIDTH_M
    slivers, whole = np.flatnonzero(is_sliver), np.flatnonzero(~is_sliver)
    slivers = slivers[np.lexsort([row[slivers], owner[slivers]])]
    begins = (np.diff(owner[slivers], prepend=-1) != 0) | (np.diff(row[slivers], prepend=-1) != 0)
    gathered = shapely.multipolygons(fragments[slivers], indices=np.cumsum(begins) - 1)
    chosen = np.concatenate([whole, slivers[begins]])
    fragments = np.concatenate([fragments[whole], gathered])
    return fragments, owner[chosen], row[chosen], np.arange(len(chosen)) >= len(whole)


def _one(polygons: Geometries) -> Any:
    """Polygons without overlaps as one valid multipolygon."""
    as_they_are = shapely.multipolygons(shapely.get_parts(polygons))
    return as_they_are if shapely.is_valid(as_they_are) else shapely.union_all(polygons)
