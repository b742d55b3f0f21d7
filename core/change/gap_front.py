# SPDX-License-Identifier: GPL-2.0-or-later
"""The front length that narrow gaps between polygons add: both sides of a gap would count, though no front is there."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import Flags, Geometries, Integers, Numbers
from ..context import MeasurementContext
from ..front.zone import front_changes_m
from ..geometry.gaps import Closed, close_gaps
from ..geometry.narrow_places import edges_come_near, narrow_places
from ..geometry.nearby import near, segments_near
from ..geometry.overlay import Chain, Change, change
from ..geometry.polygons import DrawnArea, HeldArea, MeasurableArea
from ..geometry.segments import segments
from ..libraries import shapely

GAP_WIDTH_M = 5.0
SMALL_HOLE_IN_WIDTHS = 4  # a hole that is narrow by its mean width has a longer side only where two sides come near


def with_gaps_closed(held: MeasurableArea) -> Closed:
    """Return a held area without narrow gaps between its polygons, along which there is no front."""
    parts = held.parts if isinstance(held, HeldArea) and held.parts is not None else shapely.get_parts(held.geometry)
    return close_gaps(held.geometry, parts, GAP_WIDTH_M)


def front_along_gaps_m(context: MeasurementContext, held: MeasurableArea) -> Numbers:
    """Return, per row (rows,), the front length that gaps add to a held area; 0 where front is not measured."""
    if context.front_zone is None:
        return np.zeros(context.rows)
    closed = with_gaps_closed(held)
    if not closed.gaps:
        return np.zeros(context.rows)
    filled = change(HeldArea(held.geometry, name=held.name), HeldArea(closed.geometry, name=held.name))
    return -front_changes_m([filled.chain], context.front_zone, context.partition, context.frame)[0]


@dataclass(frozen=True)
class GapFront:
    """The front length along the gaps of one map, per row (rows,), and the places where its boundary comes near itself.

    `beside` are the edges there, by their hashes, with their polygons. With these, the length of the next map is known
    without a search where nothing moved.
    """

    held: MeasurableArea
    length_m: Numbers
    places: Geometries
    beside: tuple[Integers, Integers]

    @classmethod
    def of(cls, context: MeasurementContext, held: MeasurableArea) -> GapFront:
        """Return that of a map by a search of all its boundary."""
        places = np.empty(0, dtype=object)
        if context.front_zone is not None and isinstance(held, DrawnArea):
            places = narrow_places(held.geometry, GAP_WIDTH_M)
        return cls(held, front_along_gaps_m(context, held), places, _polygons_beside(held, places))

    def after(self, context: MeasurementContext, moved: Change) -> GapFront:
        """Return that of a later map, to which the map changes by `moved`: searched only if a gap may be another."""
        held = moved.after
        if held is self.held or context.front_zone is None:
            return replace(self, held=held)
        if isinstance(held, DrawnArea) and isinstance(self.held, DrawnArea) and self._has_the_same_gaps(held, moved):
            return replace(self, held=held)
        return GapFront.of(context, held)

    def _has_the_same_gaps(self, held: DrawnArea, moved: Change) -> bool:
        """Whether all narrow places are the old ones, with the same polygons beside them."""
        lines = segments(moved.chain.start, moved.chain.end)
        if (shapely.length(lines) < SMALL_HOLE_IN_WIDTHS * GAP_WIDTH_M).any():
            return False
        if len(self.places) and len(shapely.STRtree(self.places).query(lines, predicate="intersects")[0]):
            return False
        if not all(np.array_equal(*both) for both in zip(self.beside, _polygons_beside(held, self.places))):
            return False
        added = moved.chain.only(moved.chain.is_after)
        if not len(added):
            return True
        boxes_m = shapely.bounds(segments(added.start, added.end)) + GAP_WIDTH_M * np.array([-1, -1, 1, 1])
        start, end, _ = segments_near([held.edges], boxes_m, np.zeros(len(boxes_m), dtype=np.int64))
        return not edges_come_near(start, end, GAP_WIDTH_M, _is_among(start, end, added))


def _polygons_beside(held: MeasurableArea, places: Geometries) -> tuple[Integers, Integers]:
    """The edges at places, by their hashes in ascending order, and their polygons numbered by first occurrence."""
    if not len(places) or not isinstance(held, DrawnArea):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    edges = held.edges
    chosen = near(edges, shapely.bounds(places))
    chosen = chosen[np.argsort(edges.hashed[chosen], kind="stable")]
    polygon = np.searchsorted(edges.polygons_begin, edges.ring[chosen], side="right")
    _, first, number = np.unique(polygon, return_index=True, return_inverse=True)
    return edges.hashed[chosen], np.argsort(np.argsort(first))[number]


def _is_among(start: Numbers, end: Numbers, added: Chain) -> Flags:
    """Which segments are among the added ones, in either direction."""
    middle, of_added = (each[:, 0] + 1j * each[:, 1] for each in (start + end, added.start + added.end))
    return np.isin(middle, of_added)
