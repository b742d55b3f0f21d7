# SPDX-License-Identifier: GPL-2.0-or-later
"""Transitions between labels (control classes, or holders) in each period of a series, read once in time order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import Numbers
from ..geometry.partition import Partition
from ..geometry.polygons import MeasurableArea
from ..libraries import shapely
from ..maps.periods import Period
from .transitions import Transitions, transitions, without_overlaps_between


@dataclass(frozen=True)
class LabelledMap:
    """The ground of one map by label: multipolygons in the frame without overlaps, and the name of the map.

    `overlap_m2` is the area that several labels claimed; the first of them keeps it.
    """

    ground: Mapping[str, Any]
    overlap_m2: float
    name: str = ""


def end_maps(periods: Sequence[Period]) -> list[int]:
    """Return the indices in the series of the maps that begin or end a period, in time order."""
    return sorted({index for period in periods for index in (period.first, period.last) if index is not None})


def labelled_maps(
    maps: Iterable[Mapping[str, MeasurableArea]], labels: Sequence[str], names: Iterable[str]
) -> Iterator[LabelledMap]:
    """Yield the ground of each map by label without overlaps; the earlier one in `labels` wins.

    Yields the same ground again while no area changed.
    """
    before: Mapping[str, MeasurableArea] = {}
    found = LabelledMap({}, 0.0)
    for areas, name in zip(maps, names):
        if not found.ground or any(areas.get(label) is not before.get(label) for label in labels):
            drawn = {label: area.geometry for label, area in areas.items()}
            ground = without_overlaps_between(drawn, labels)
            drawn_m2, left_m2 = (float(np.sum(shapely.area(list(each.values())))) for each in (drawn, ground))
            found = LabelledMap(ground, drawn_m2 - left_m2)
        found = LabelledMap(found.ground, found.overlap_m2, name)
        before = areas
        yield found


def transitions_of_periods(
    periods: Sequence[Period], maps: Iterable[LabelledMap], partition: Partition, labels: Sequence[str]
) -> Iterator[Transitions | None]:
    """Yield the transitions of each period in time order; None for a period without maps.

    `maps` are those of `end_maps`. Raises CheckError, naming both maps, where areas do not add up.
    """
    waiting = iter(zip(end_maps(periods), maps))
    index, now = -1, LabelledMap({}, 0.0)
    known_m2: dict[int, Numbers] = {}  # area per row and label of the last map
    for period in periods:
        if period.first is None or period.last is None:
            yield None
            continue
        while index != period.first:
            index, now = next(waiting)
        before = now
        while index != period.last:
            index, now = next(waiting)
        names = (before.name, now.name)
        found = transitions(before.ground, now.ground, partition, names, labels, known_m2.get(period.first))
        known_m2 = {index: found.after_m2}
        yield found
