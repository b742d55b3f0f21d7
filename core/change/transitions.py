# SPDX-License-Identifier: GPL-2.0-or-later
"""From label before to label after: the fragments of ground that changed it, and the matrix of all areas.

A label is a control class, or the holder of the ground. The labels of one map do not overlap, so the ground that went
from label A to label B is the intersection of what A lost and what B gained. Gains and losses of each label follow from
the edges that moved, so no whole map is overlaid.
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
from ..geometry.polygons import GRID_M, ROUNDING_M, HeldArea, polygon_parts, rounding_m2, without_overlaps
from ..libraries import shapely
from ..maps.snapshots import CONTROL_CLASSES

NONE = "none"
CLASSES = (*CONTROL_CLASSES, NONE)  # rows and columns of the matrix of classes; the last one is ground of no class


@dataclass(frozen=True)
class Transitions:
    """Fragments of ground (n,) that changed their label, with the index of the label before and after, row, area in m².

    `labels` are all labels; the last one, `none`, is ground without one. `before_m2` and `after_m2` (rows, labels but
    the last) are the areas measured on either map. `matrix_m2` (rows, before, after) has the areas of all ground in m².
    NaN where the area is unbounded: ground without a label before and after, outside all sectors.
    """

    partition: Partition
    labels: tuple[str, ...]
    fragments: Geometries
    before: Integers
    after: Integers
    row: Integers
    area_m2: Numbers
    before_m2: Numbers
    after_m2: Numbers
    matrix_m2: Numbers

    @property
    def changed_m2(self) -> float:
        """The area of all ground that changed its label."""
        return float(self.area_m2.sum())

    def listed(self) -> Integers:
        """Return the indices of the fragments to draw: all except slivers."""
        return np.flatnonzero(2 * self.area_m2 >= SLIVER_WIDTH_M * shapely.length(self.fragments))


def without_overlaps_between(drawn: Mapping[str, Any], labels: Sequence[str] = CONTROL_CLASSES) -> dict[str, Any]:
    """Return multipolygons of the frame by label without overlaps: the earlier one in `labels` wins."""
    result: dict[str, Any] = {}
    taken = np.zeros(0, dtype=object)
    for name in labels:
        if name in drawn:
            left, _ = _beyond(shapely.get_parts(drawn[name]), taken)
            result[name] = without_overlaps(left)
            taken = np.concatenate([taken, left])
    return result


def transitions(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    partition: Partition,
    names: tuple[str, str] = ("", ""),
    labels: Sequence[str] = CONTROL_CLASSES,
    before_m2: Numbers | None = None,
) -> Transitions:
    """Return the transitions between two maps, given as multipolygons in the frame by label without overlaps.

    `before_m2` (rows, labels) are the areas on the map before, if they are known. In every row the area after of each
    label that moved is measured. Where what the label kept and took does not add up to it, both maps are overlaid as a
    whole. Raises CheckError, with the `names` of the maps, if that does not add up either.
    """
    nothing = shapely.MultiPolygon()
    one, other = (
        [HeldArea(drawn.get(key, nothing), name=name) for key in labels] for drawn, name in zip((before, after), names)
    )
    moved = [change(*pair) for pair in zip(one, other)]
    before_m2 = _areas_m2(one, partition) if before_m2 is None else before_m2
    after_m2 = before_m2.copy()
    redrawn = [number for number, each in enumerate(moved) if len(each.gained) or len(each.lost)]
    if redrawn:
        after_m2[:, redrawn] = _areas_m2([other[number] for number in redrawn], partition)
    every = (*labels, NONE)
    parts = _changes([each.lost for each in moved], [each.gained for each in moved])
    found = _of_parts(parts, every, before_m2, after_m2, partition)
    if _off_m2(found, other)[0] > 0:
        partition = replace(partition, one_by_one=True)
        whole = ([shapely.get_parts(area.geometry) for area in areas] for areas in (one, other))
        before_m2, after_m2 = (_areas_m2(areas, partition) for areas in (one, other))
        found = _of_parts(_changes(*whole), every, before_m2, after_m2, partition)
        off_m2, found_m2, measured_m2 = _off_m2(found, other)
        if off_m2 > 0:
            raise CheckError(*names, found_m2, measured_m2)
    return found


def _areas_m2(areas: Sequence[HeldArea], partition: Partition) -> Numbers:
    """The areas (rows, labels) of the ground of each label."""
    return np.column_stack([partition.area_per_row_m2(area.geometry) for area in areas])


def _of_parts(
    parts: tuple[Geometries, Integers, Integers],
    labels: tuple[str, ...],
    before_m2: Numbers,
    after_m2: Numbers,
    partition: Partition,
) -> Transitions:
    """The transitions of polygons that changed their label, given by label before and after."""
    polygons, from_label, to_label = parts
    fragments, part, row = partition.split(polygons)
    from_label, to_label = from_label[part], to_label[part]
    area_m2 = shapely.area(fragments)

    count = len(labels)
    matrix_m2 = np.zeros((len(partition.row_names), count, count))
    np.add.at(matrix_m2, (row, from_label, to_label), area_m2)
    for number in range(count - 1):
        matrix_m2[:, number, number] = np.maximum(before_m2[:, number] - matrix_m2[:, number].sum(axis=1), 0.0)
    sectors_m2 = np.append(partition.sector_area_m2, np.nan)
    matrix_m2[:, -1, -1] = np.maximum(sectors_m2 - matrix_m2.sum(axis=(1, 2)), 0.0)
    return Transitions(partition, labels, fragments, from_label, to_label, row, area_m2, before_m2, after_m2, matrix_m2)


def _off_m2(found: Transitions, after: Sequence[HeldArea]) -> tuple[float, float, float]:
    """The largest error of a label in a row beyond rounding; the area found, and the area measured."""
    found_m2 = found.matrix_m2[:, :, :-1].sum(axis=1)
    off_m2 = np.abs(found_m2 - found.after_m2)
    worst = np.unravel_index(np.argmax(off_m2), off_m2.shape)
    cut_m = GRID_M if found.partition.one_by_one else ROUNDING_M
    rounding = rounding_m2(found.fragments, GRID_M) + rounding_m2([held.geometry for held in after], cut_m)
    return float(off_m2[worst]) - rounding, float(found_m2[worst]), float(found.after_m2[worst])


def _changes(lost: Sequence[Geometries], gained: Sequence[Geometries]) -> tuple[Geometries, Integers, Integers]:
    """The polygons that changed their label, with label before and after; the number of labels stands for none.

    The ground that each label lost and gained is enough; its whole ground before and after gives the same result.
    """
    none = len(lost)
    (before, from_label), (after, to_label) = _labelled(lost), _labelled(gained)
    second, first = shapely.STRtree(before).query(after, predicate="intersects")
    other = from_label[first] != to_label[second]
    first, second = first[other], second[other]
    common, pair = polygon_parts(shapely.intersection(before[first], after[second], grid_size=GRID_M))
    removed, of_before = _beyond(before, after)
    new, of_after = _beyond(after, before)
    return (
        np.concatenate([common, removed, new]),
        np.concatenate([from_label[first[pair]], from_label[of_before], np.full(len(new), none)]),
        np.concatenate([to_label[second[pair]], np.full(len(removed), none), to_label[of_after]]),
    )


def _labelled(polygons: Sequence[Geometries]) -> tuple[Geometries, Integers]:
    """The polygons of all labels in one array, and the label of each."""
    return np.concatenate(polygons), np.repeat(np.arange(len(polygons)), [len(own) for own in polygons])


def _beyond(polygons: Geometries, others: Geometries) -> tuple[Geometries, Integers]:
    """The parts of polygons that lie in none of the others, and the index of each one's polygon."""
    polygon, other = shapely.STRtree(others).query(polygons, predicate="intersects")
    rest = polygons.copy()
    for number in np.unique(polygon):
        taken = shapely.union_all(others[other[polygon == number]], grid_size=GRID_M)
        rest[number] = shapely.difference(rest[number], taken, grid_size=GRID_M)
    return polygon_parts(rest)
