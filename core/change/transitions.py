# SPDX-License-Identifier: GPL-2.0-or-later
"""From class before to class after: the ground that changed its class, fragment by fragment, and the matrix of all
areas.

Write A for a class before and B for another after. Classes of a map do not overlap, so the ground that went from A to B
is what A lost and B gained, and no map has to be overlaid whole: what each class gained and lost is known from the
edges that moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import Geometries, Integers, Numbers
from ..geometry.overlay import SLIVER_WIDTH_M, change
from ..geometry.partition import Partition
from ..geometry.polygons import GRID_M, edges_of, without_overlaps
from ..libraries import shapely
from ..maps.snapshots import CONTROL_CLASSES

NONE = "none"
CLASSES = (*CONTROL_CLASSES, NONE)  # rows and columns of the matrix; the last is ground of no class


@dataclass(frozen=True)
class Transitions:
    """Fragments of ground (n,) that changed class, with class before and after (numbers in CLASSES), row and area in
    m².

    `matrix_m2` (rows, before, after) has the areas of all ground in m²; NaN where there is no end to it: ground of no
    class, before and after, outside all sectors.
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
        """How much ground changed its class."""
        return float(self.area_m2.sum())

    def listed(self) -> Integers:
        """Return the numbers of the fragments that are drawn: all but the slivers of rounding."""
        return np.flatnonzero(2 * self.area_m2 >= SLIVER_WIDTH_M * shapely.length(self.fragments))


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


def transitions(before: Mapping[str, Any], after: Mapping[str, Any], partition: Partition) -> Transitions:
    """Return what became of each class between two maps: multipolygons in the frame by class, none overlapping."""
    nothing = shapely.MultiPolygon()
    lost, gained, held_m2 = [], [], []
    for name in CONTROL_CLASSES:
        one, other = before.get(name, nothing), after.get(name, nothing)
        moved = change(edges_of(one), edges_of(other))
        lost.append(moved.lost)
        gained.append(moved.gained)
        held_m2.append(partition.area_per_row_m2(one))
    parts, from_class, to_class = _changes(lost, gained)
    fragments, part, row = partition.split(parts)
    from_class, to_class = from_class[part], to_class[part]
    area_m2 = shapely.area(fragments)

    count = len(CLASSES)
    matrix_m2 = np.zeros((len(partition.row_names), count, count))
    np.add.at(matrix_m2, (row, from_class, to_class), area_m2)
    for number, area_before_m2 in enumerate(held_m2):
        matrix_m2[:, number, number] = np.maximum(area_before_m2 - matrix_m2[:, number].sum(axis=1), 0.0)
    sectors_m2 = np.append(shapely.area(partition.geometries).astype(float), np.nan)
    matrix_m2[:, -1, -1] = np.maximum(sectors_m2 - matrix_m2.sum(axis=(1, 2)), 0.0)
    return Transitions(partition, fragments, from_class, to_class, row, area_m2, matrix_m2)


def _changes(lost: list[Geometries], gained: list[Geometries]) -> tuple[Geometries, Integers, Integers]:
    """The polygons that changed class, with class before and after; NONE where only one of the two maps has a class."""
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
    return _polygons(shapely.intersection(one[a], other[b], grid_size=GRID_M))


def _beyond(polygons: Geometries, others: Geometries) -> Geometries:
    """What of polygons lies in none of the others."""
    polygon, other = shapely.STRtree(others).query(polygons, predicate="intersects")
    rest = polygons.copy()
    for number in np.unique(polygon):
        taken = shapely.union_all(others[other[polygon == number]], grid_size=GRID_M)
        rest[number] = shapely.difference(rest[number], taken, grid_size=GRID_M)
    return _polygons(rest)


def _polygons(geometries: Geometries) -> Geometries:
    """The polygons of overlay results, without the points and lines where others merely touch."""
    parts = shapely.get_parts(shapely.get_parts(geometries))
    return parts[(shapely.get_dimensions(parts) == 2) & ~shapely.is_empty(parts)]
