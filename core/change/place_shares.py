# SPDX-License-Identifier: GPL-2.0-or-later
"""Places over a series of maps: only ground that moved is overlaid with the places that it touches.

What the first map holds of each place is measured once. From then on the gained and the lost polygons of each step are
looked up among the places, so a place whose surroundings did not move costs nothing. At the end the places that any
step touched are measured again on the last map: that must agree with the first map and the steps.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..arrays import Geometries, Integers, Numbers, sum_per_row
from ..errors import CheckError, require_finite
from ..geometry.polygons import AREA_ROUNDING_M2, ROUNDING_M, MeasurableArea
from ..libraries import shapely
from .change_queue import ChangeQueue
from .place_history import PlaceHistory
from .places import Places

QUARTER_CIRCLE_SEGMENTS = 32  # a place's circle has 0.04 % less area than a true one


def place_shapes(places: Places, radius_m: float) -> Geometries:
    """Return the ground of each place (n,): its polygon, or a circle around its point.

    All places must have a point. Raises InputError for a radius that is not finite.
    """
    require_finite(radius_m=radius_m)
    shapes, is_point = places.sites, ~places.is_polygon
    shapes[is_point] = shapely.buffer(shapes[is_point], radius_m, quad_segs=QUARTER_CIRCLE_SEGMENTS)
    return shapes


class PlaceShares:
    """Collects the maps of a series one by one in time order and measures how much of each place they hold.

    `redrawn` and `empty` are those of ChangeQueue; `net_m2` is the change of the whole held area from map to map.
    """

    def __init__(self, shapes: Geometries) -> None:
        self.shapes = shapes
        self.net_m2: list[float] = []
        self._tree = shapely.STRtree(shapes)
        self._queue = ChangeQueue()
        self.redrawn, self.empty = self._queue.redrawn, self._queue.empty
        self._names: list[str] = []
        self._last: MeasurableArea
        self._place: list[Integers] = []
        self._at: list[Integers] = []
        self._net_m2: list[Numbers] = []

    def add(self, held: MeasurableArea) -> None:
        """Add the next map. Passing the same object again means that nothing was redrawn."""
        if not self._names:
            self.first_m2 = held.area_m2
            self._start_m2 = shared_m2(self.shapes, held.geometry)
        self._names.append(held.name)
        self._last = held
        self._queue.add(held)
        if self._queue.is_full:
            self._measure_waiting()

    def finish(self) -> PlaceHistory:
        """Return the history of the places. Call it once, after the last map.

        Raises CheckError where a place's changes do not add up to what the last map holds of it.
        """
        self._measure_waiting()
        nothing = np.zeros(0, dtype=np.int64)
        history = PlaceHistory.of_steps(
            shapely.area(self.shapes),
            self._start_m2,
            np.concatenate([nothing, *self._place]),
            np.concatenate([nothing, *self._at]),
            np.concatenate([np.zeros(0), *self._net_m2]),
            len(self._names),
        )
        self._check(history)
        return history

    def _measure_waiting(self) -> None:
        """Measure what the waiting maps gained and lost of the places that their change touches."""
        polygons, at, sign = [np.zeros(0, dtype=object)], [], []
        for number, moved in self._queue.compared():
            for some, direction in ((moved.gained, 1), (moved.lost, -1)):
                polygons.append(some)
                at += [number] * len(some)
                sign += [direction] * len(some)
            self.net_m2.append(float(shapely.area(moved.gained).sum() - shapely.area(moved.lost).sum()))
        changed = np.concatenate(polygons)
        if not len(changed):
            return
        polygon, place = self._tree.query(changed, predicate="intersects")
        self._place.append(place)
        self._at.append(np.array(at)[polygon])
        self._net_m2.append(np.array(sign)[polygon] * _intersection_m2(changed, polygon, self.shapes, place))

    def _check(self, history: PlaceHistory) -> None:
        """Raise CheckError for the place whose held area by steps differs most from that on the last map."""
        touched, changes = np.unique(history.place, return_counts=True)
        if not len(touched):
            return
        shapes = self.shapes[touched]
        found_m2 = history.after_m2[np.searchsorted(history.place, touched, side="right") - 1]
        expected_m2 = shared_m2(shapes, self._last.geometry)
        allowed_m2 = (changes + 2) * (AREA_ROUNDING_M2 + ROUNDING_M * shapely.length(shapes))
        excess_m2 = np.abs(found_m2 - expected_m2) - allowed_m2
        worst = int(np.argmax(excess_m2))
        if excess_m2[worst] > 0:
            raise CheckError(self._names[0], self._names[-1], float(found_m2[worst]), float(expected_m2[worst]))


def shared_m2(shapes: Geometries, held: Any) -> Numbers:
    """Return how much of each shape (n,) lies in a held area."""
    parts = shapely.get_parts(held)
    shapely.prepare(parts)
    shape, part = shapely.STRtree(parts).query(shapes)
    met = shapely.intersects(parts[part], shapes[shape])
    shape, part = shape[met], part[met]
    return sum_per_row(_intersection_m2(parts, part, shapes, shape), shape, len(shapes))


def _intersection_m2(polygons: Geometries, polygon: Integers, shapes: Geometries, shape: Integers) -> Numbers:
    """The area common to pairs of polygon and shape; shapes that lie inside are not overlaid."""
    shapely.prepare(polygons)
    area_m2 = shapely.area(shapes[shape])
    over = ~shapely.contains_properly(polygons[polygon], shapes[shape])
    area_m2[over] = shapely.area(shapely.intersection(shapes[shape[over]], polygons[polygon[over]]))
    return area_m2
