# SPDX-License-Identifier: GPL-2.0-or-later
"""From class before to class after: the ground that changed its class, piece by piece, and the matrix of all areas.

Write A for a class before and B for another after. Classes of a map do not overlap, so the ground that went from A to B
is what A lost and B gained, and no map has to be overlaid whole: what each class gained and lost is known from the
edges that moved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import CheckError
from ..geometry.polygons import (
    GRID_M,
    ROUNDING_M,
    Geometries,
    HeldArea,
    polygons_in,
    rounding_m2,
    without_overlaps,
)
from ..libraries import shapely
from ..maps.snapshots import CONTROL_CLASSES
from ..sectors.partition import Partition
from .overlay import NARROWEST_PART_M, change

NONE = "none"
CLASSES = (*CONTROL_CLASSES, NONE)  # rows and columns of the matrix; the last is ground of no class

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Transitions:
    """Pieces of ground (n,) that changed class, with class before and after (numbers in CLASSES), row and area in m².

    `matrix_m2` (rows, before, after) has the areas of all ground in m²; NaN where there is no end to it: ground of no
    class, before and after, outside all sectors.
    """

    partition: Partition
    pieces: Geometries
    before: Places
    after: Places
    row: Places
    area_m2: Numbers
    matrix_m2: Numbers

    @property
    def changed_m2(self) -> float:
        """How much ground changed its class."""
        return float(self.area_m2.sum())

    def listed(self) -> Places:
        """Return the numbers of the pieces that are drawn: all but the traces of rounding."""
        return np.flatnonzero(2 * self.area_m2 >= NARROWEST_PART_M * shapely.length(self.pieces))


def without_overlaps_between(classes: Mapping[str, Any]) -> dict[str, Any]:
    """Return multipolygons of the frame by class so that none overlaps: the earlier of CONTROL_CLASSES goes first."""
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
    """Return what became of each class between two maps: multipolygons in the frame by class, none overlapping.

    In every row the ground that a class has in the end is measured. Where what it kept and what it took from others do
    not add up to that, both maps are overlaid as a whole. Raises CheckError, with the `names` of the maps, where that
    does not add up either.
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
    parts: tuple[Geometries, Places, Places], before: Sequence[HeldArea], partition: Partition
) -> Transitions:
    """The transitions of polygons that changed class, given by class before and after; `before` has all classes."""
    polygons, from_class, to_class = parts
    pieces, part, row = partition.split(polygons)
    from_class, to_class = from_class[part], to_class[part]
    area_m2 = shapely.area(pieces)

    count = len(CLASSES)
    matrix_m2 = np.zeros((len(partition.row_names), count, count))
    np.add.at(matrix_m2, (row, from_class, to_class), area_m2)
    for number, held in enumerate(before):
        area_before_m2 = partition.area_per_row_m2(held.geometry)
        matrix_m2[:, number, number] = np.maximum(area_before_m2 - matrix_m2[:, number].sum(axis=1), 0.0)
    sectors_m2 = np.append(shapely.area(partition.geometries).astype(float), np.nan)
    matrix_m2[:, -1, -1] = np.maximum(sectors_m2 - matrix_m2.sum(axis=(1, 2)), 0.0)
    return Transitions(partition, pieces, from_class, to_class, row, area_m2, matrix_m2)


def _off_m2(found: Transitions, after: Sequence[HeldArea]) -> tuple[float, float, float]:
    """How far a class in some row is off what it has after, beyond rounding; the area found, and the area measured."""
    found_m2 = found.matrix_m2[:, :, :-1].sum(axis=1)
    after_m2 = np.column_stack([found.partition.area_per_row_m2(held.geometry) for held in after])
    off_m2 = np.abs(found_m2 - after_m2)
    worst = np.unravel_index(np.argmax(off_m2), off_m2.shape)
    cut_m = GRID_M if found.partition.one_by_one else ROUNDING_M
    rounding = rounding_m2(found.pieces, GRID_M) + rounding_m2([held.geometry for held in after], cut_m)
    return float(off_m2[worst]) - rounding, float(found_m2[worst]), float(after_m2[worst])


def _changes(lost: list[Geometries], gained: list[Geometries]) -> tuple[Geometries, Places, Places]:
    """The polygons that changed class, with class before and after; NONE where only one of the two maps has a class.

    What each class lost and gained is enough; all of its ground before and after gives the same.
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
    """The polygons that two sets have in common."""
    a, b = shapely.STRtree(one).query(other, predicate="intersects")[::-1]
    return polygons_in(shapely.intersection(one[a], other[b], grid_size=GRID_M))


def _beyond(polygons: Geometries, others: Geometries) -> Geometries:
    """What of polygons lies in none of the others."""
    polygon, other = shapely.STRtree(others).query(polygons, predicate="intersects")
    rest = polygons.copy()
    for number in np.unique(polygon):
        taken = shapely.union_all(others[other[polygon == number]], grid_size=GRID_M)
        rest[number] = shapely.difference(rest[number], taken, grid_size=GRID_M)
    return polygons_in(rest)
