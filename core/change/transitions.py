# SPDX-License-Identifier: GPL-2.0-or-later
"""From class before to class after: the fragments of ground that changed class, and the matrix of all areas.

The classes of one map do not overlap, so the ground that went from class A to class B is the intersection of what A
lost and what B gained. Gains and losses of each class follow from the edges that moved, so no whole map is overlaid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..arrays import Geometries, Integers, Numbers
from ..errors import CheckError
from ..geometry.overlay import SLIVER_WIDTH_M, change
from ..geometry.partition import Partition
from ..geometry.polygons import GRID_M, ROUNDING_M, HeldArea, polygons_in, rounding_m2, without_overlaps
from ..libraries import shapely
from ..maps.snapshots import CONTROL_CLASSES

NONE = "none"
CLASSES = (*CONTROL_CLASSES, NONE)  # rows and columns of the matrix; the last one is ground of no class


@dataclass(frozen=True)
class Transitions:
    """Fragments of ground (n,) that changed class, with class before and after (indices in CLASSES), row, area in m².

    `matrix_m2` (rows, before, after) has the areas of all ground in m². NaN where the area is unbounded: ground of no
    class before and after, outside all sectors.
    """

    partition: Partition
    fragments: Geometries
    before: Integers
    after: Integers
    row: Integers
    area_m2: Numbers
    matrix_m2: Numbers

    @property
    def changed_m2(self) -> float:
        """The area of all ground that changed class."""
        return float(self.area_m2.sum())

    def listed(self) -> Integers:
        """Return the indices of the fragments to draw: all except slivers."""
        return np.flatnonzero(2 * self.area_m2 >= SLIVER_WIDTH_M * shapely.length(self.fragments))


def without_overlaps_between(classes: Mapping[str, Any]) -> dict[str, Any]:
    """Return multipolygons of the frame by class without overlaps: the earlier class in CONTROL_CLASSES wins."""
    result: dict[str, Any] = {}
    taken = np.zeros(0, dtype=object)
    for name in CONTROL_CLASSES:
        if name in classes:
            left = _beyond(shapely.get_parts(classes[name]), taken)
            result[name] = without_overlaps(left)
            taken = np.concatenate([taken, left])
    return result


def transitions(
    before: Mapping[str, Any], after: Mapping[str, Any], partition: Partition, names: tuple[str, str] = ("", "")
) -> Transitions:
    """Return the transitions between two maps, given as multipolygons in the frame by class without overlaps.

    In every row the area of each class after is measured. Where what the class kept and took does not add up to it,
    both maps are overlaid as a whole. Raises CheckError, with the `names` of the maps, if that does not add up either.
    """
    nothing = shapely.MultiPolygon()
    one, other = (
        [HeldArea(classes.get(key, nothing), name=name) for key in CONTROL_CLASSES]
        for classes, name in zip((before, after), names)
    )
    moved = [change(*pair) for pair in zip(one, other)]
    lost, gained = [each.lost for each in moved], [each.gained for each in moved]
    found = _of_parts(_changes(lost, gained), one, partition)
    if _off_m2(found, other)[0] > 0:
        every_one, every_other = (
            [shapely.get_parts(held.geometry) for held in held_areas] for held_areas in (one, other)
        )
        found = _of_parts(_changes(every_one, every_other), one, replace(partition, one_by_one=True))
        off_m2, found_m2, after_m2 = _off_m2(found, other)
        if off_m2 > 0:
            raise CheckError(*names, found_m2, after_m2)
    return found


def _of_parts(
    parts: tuple[Geometries, Integers, Integers], before: Sequence[HeldArea], partition: Partition
) -> Transitions:
    """The transitions of polygons that changed class, given by class before and after; `before` has all classes."""
    polygons, from_class, to_class = parts
    fragments, part, row = partition.split(polygons)
    from_class, to_class = from_class[part], to_class[part]
    area_m2 = shapely.area(fragments)

    count = len(CLASSES)
    matrix_m2 = np.zeros((len(partition.row_names), count, count))
    np.add.at(matrix_m2, (row, from_class, to_class), area_m2)
    for number, held in enumerate(before):
        area_before_m2 = partition.area_per_row_m2(held.geometry)
        matrix_m2[:, number, number] = np.maximum(area_before_m2 - matrix_m2[:, number].sum(axis=1), 0.0)
    sectors_m2 = np.append(shapely.area(partition.geometries).astype(float), np.nan)
    matrix_m2[:, -1, -1] = np.maximum(sectors_m2 - matrix_m2.sum(axis=(1, 2)), 0.0)
    return Transitions(partition, fragments, from_class, to_class, row, area_m2, matrix_m2)


def _off_m2(found: Transitions, after: Sequence[HeldArea]) -> tuple[float, float, float]:
    """The largest error of a class in a row beyond rounding; the area found, and the area measured."""
    found_m2 = found.matrix_m2[:, :, :-1].sum(axis=1)
    after_m2 = np.column_stack([found.partition.area_per_row_m2(held.geometry) for held in after])
    off_m2 = np.abs(found_m2 - after_m2)
    worst = np.unravel_index(np.argmax(off_m2), off_m2.shape)
    cut_m = GRID_M if found.partition.one_by_one else ROUNDING_M
    rounding = rounding_m2(found.fragments, GRID_M) + rounding_m2([held.geometry for held in after], cut_m)
    return float(off_m2[worst]) - rounding, float(found_m2[worst]), float(after_m2[worst])


def _changes(lost: list[Geometries], gained: list[Geometries]) -> tuple[Geometries, Integers, Integers]:
    """The polygons that changed class, with class before and after; NONE where only one of the maps has a class.

    The ground that each class lost and gained is enough; its whole ground before and after gives the same result.
    """
    none = len(CLASSES) - 1
    found: list[tuple[Geometries, int, int]] = []
    for source, from_polygons in enumerate(lost):
        for target, to_polygons in enumerate(gained):
            if source != target:
                found.append((_common(from_polygons, to_polygons), source, target))
        found.append((_beyond(from_polygons, np.concatenate(gained)), source, none))
    for target, to_polygons in enumerate(gained):
        found.append((_beyond(to_polygons, np.concatenate(lost)), none, target))
    polygons = np.concatenate([polygons for polygons, _, _ in found])
    counts = [len(polygons) for polygons, _, _ in found]
    return (
        polygons,
        np.repeat(np.array([source for _, source, _ in found]), counts),
        np.repeat(np.array([target for _, _, target in found]), counts),
    )


def _common(one: Geometries, other: Geometries) -> Geometries:
    """The polygons that both sets have in common."""
    a, b = shapely.STRtree(one).query(other, predicate="intersects")[::-1]
    return polygons_in(shapely.intersection(one[a], other[b], grid_size=GRID_M))


def _beyond(polygons: Geometries, others: Geometries) -> Geometries:
    """The parts of polygons that lie in none of the others."""
    polygon, other = shapely.STRtree(others).query(polygons, predicate="intersects")
    rest = polygons.copy()
    for number in np.unique(polygon):
        taken = shapely.union_all(others[other[polygon == number]], grid_size=GRID_M)
        rest[number] = shapely.difference(rest[number], taken, grid_size=GRID_M)
    return polygons_in(rest)
