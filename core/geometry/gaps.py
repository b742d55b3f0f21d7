# SPDX-License-Identifier: GPL-2.0-or-later
"""Closes gaps between adjacent polygons without moving any outer boundary.

A gap is either a hole with a mean width (twice the area over the perimeter) below a stated width, or a channel between
two polygons that is narrower than that width at every point. Only that hole or channel is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Geometries
from ..errors import GeosError, require_finite
from ..libraries import shapely
from .first_valid import first_right
from .narrow_places import narrow_places
from .polygons import AREA_ROUNDING_M2, GRID_M, on_grid, polygons_in, rounding_m2
from .subdivision import subdivided

LEAST_LENGTH_IN_WIDTHS = 10  # a shorter one is a corner where two polygons meet, not a gap


@dataclass(frozen=True)
class Closed:
    """A multipolygon in the frame, how many gaps were closed in it, and the area that this added.

    `left_open` is the number of places where GEOS failed, by the slower method too, so that gaps may be left.
    """

    geometry: Any
    gaps: int
    area_m2: float
    left_open: int = 0


def close_gaps(whole: Any, polygons: Geometries, width_m: float) -> Closed:
    """Return `whole`, a valid multipolygon and the union of `polygons`, without gaps narrower than `width_m`.

    All gaps are closed at once; where GEOS fails at that, one after another, and those at which it fails again stay.
    """
    require_finite(width_m=width_m)
    if width_m <= 0:
        return Closed(whole, 0, 0.0)
    methods = (partial(method, whole, polygons, width_m) for method in (closed_at_once, closed_one_by_one))
    try:
        return first_right(methods, partial(_check, whole))
    except GeosError:
        return Closed(whole, 0, 0.0, left_open=1)


def _check(whole: Any, closed: Closed) -> None:
    """Raise GeosError for a result that is invalid or has lost ground."""
    if not closed.gaps:
        return
    if not shapely.is_valid(closed.geometry):
        raise GeosError("The polygons without their gaps are invalid.")
    if closed.area_m2 < -rounding_m2(whole, GRID_M):
        raise GeosError("Ground was lost while gaps were closed.")


def closed_at_once(whole: Any, polygons: Geometries, width_m: float) -> Closed:
    """Return the same as `close_gaps`, unchecked: all holes and channels are found and added together."""
    closed, holes = _without_narrow_holes(whole, width_m)
    channels = channels_between(closed, polygons, width_m)
    more_holes = 0
    if len(channels):
        joined = on_grid(shapely.union_all([closed, *channels], grid_size=GRID_M))
        closed, more_holes = _without_narrow_holes(joined, width_m)
    return _closed(whole, closed, holes + len(channels) + more_holes)


def closed_one_by_one(whole: Any, polygons: Geometries, width_m: float) -> Closed:
    """Return the same by the slower method: each hole, and the channels of each two neighbours, by themselves."""
    closed, gaps, left_open = whole, 0, 0
    for found in (_narrow_holes(whole, width_m), _channels_of_pairs(polygons, width_m)):
        for some in found:
            joined = None if some is None else _joined(closed, some)
            if some is None or joined is None:
                left_open += 1
            elif shapely.area(joined) > shapely.area(closed) + AREA_ROUNDING_M2:  # else it is closed already
                closed, gaps = joined, gaps + len(some)
    return _closed(whole, closed, gaps, left_open)


def _closed(whole: Any, closed: Any, gaps: int, left_open: int = 0) -> Closed:
    added_m2 = float(shapely.area(closed) - shapely.area(whole)) if gaps else 0.0
    return Closed(closed, gaps, added_m2, left_open)


def _joined(closed: Any, gaps: Geometries) -> Any | None:
    """A multipolygon with the ground of gaps; None if GEOS fails."""
    try:
        joined = on_grid(shapely.union_all([closed, *gaps], grid_size=GRID_M))
    except shapely.GEOSException:
        return None
    is_right = shapely.is_valid(joined) and shapely.area(joined) >= shapely.area(closed) - rounding_m2(closed, GRID_M)
    return joined if is_right else None


def _is_narrow(holes: Geometries, width_m: float) -> NDArray[np.bool_]:
    return 2 * shapely.area(shapely.polygons(holes)) < width_m * shapely.length(holes)


def _without_narrow_holes(whole: Any, width_m: float) -> tuple[Any, int]:
    """A multipolygon without its narrow holes, and their number; other polygons inside them are united with it."""
    parts = shapely.get_parts(whole)
    filled = [np.empty(0, dtype=object)]
    for index in np.flatnonzero(shapely.get_num_interior_rings(parts)):
        holes = shapely.get_rings(parts[index])[1:]
        narrow = _is_narrow(holes, width_m)
        if narrow.any():
            filled.append(shapely.polygons(holes[narrow]))
            parts[index] = shapely.polygons(shapely.get_exterior_ring(parts[index]), holes[~narrow])
    holes = np.concatenate(filled)
    if not len(holes):
        return whole, 0
    hole, part = shapely.STRtree(parts).query(holes)
    inner, outer = shapely.bounds(parts[part]).T, shapely.bounds(holes[hole]).T
    if ((inner[:2] >= outer[:2]) & (inner[2:] <= outer[2:])).all(axis=0).any():  # an island in a hole
        return on_grid(shapely.union_all(parts, grid_size=GRID_M)), len(holes)
    return shapely.multipolygons(parts), len(holes)


def _narrow_holes(whole: Any, width_m: float) -> Iterator[Geometries]:
    """Each narrow hole of a multipolygon, as an array of one polygon."""
    rings, part = shapely.get_rings(shapely.get_parts(whole), return_index=True)
    holes = rings[np.diff(part, prepend=-1) == 0]
    for hole in holes[_is_narrow(holes, width_m)]:
        yield np.array([shapely.polygons(hole)], dtype=object)


def _channels_of_pairs(polygons: Geometries, width_m: float) -> Iterator[Geometries | None]:
    """The channels between each two neighbouring polygons; None where GEOS fails."""
    one, other = shapely.STRtree(polygons).query(polygons, predicate="dwithin", distance=width_m)
    for pair in np.column_stack([one, other])[one < other]:
        try:
            channels = channels_between(shapely.union_all(polygons[pair], grid_size=GRID_M), polygons[pair], width_m)
        except shapely.GEOSException:  # noqa: PERF203 - the slower method
            yield None
        else:
            if len(channels):
                yield channels


def channels_between(whole: Any, polygons: Geometries, width_m: float) -> Geometries:
    """Return the channels between polygons nearer to each other than `width_m`: buffer all outwards, then inwards.

    Mitred corners return to their old position, so the difference contains only the channels. This is done only where
    the boundary comes near itself.
    """
    if len(polygons) < 2:
        return np.zeros(0, dtype=object)
    places = narrow_places(whole, width_m)
    local = _ground_in(places, shapely.get_parts(whole))
    wide = shapely.buffer(local, width_m / 2, join_style="mitre")
    gaps = shapely.difference(shapely.buffer(wide, -width_m / 2, join_style="mitre"), local, grid_size=GRID_M)
    gaps = polygons_in(gaps)
    perimeter_m = shapely.length(gaps)
    gaps = gaps[(perimeter_m > 2 * LEAST_LENGTH_IN_WIDTHS * width_m) & (2 * shapely.area(gaps) < width_m * perimeter_m)]
    gap, polygon = shapely.STRtree(polygons).query(shapely.envelope(shapely.buffer(gaps, 2 * GRID_M)))
    shapely.prepare(polygons)
    beside = shapely.dwithin(polygons[polygon], gaps[gap], 2 * GRID_M)
    return gaps[np.bincount(gap[beside], minlength=len(gaps)) > 1]


def _ground_in(places: Geometries, parts: Geometries) -> Geometries:
    """The ground of polygons in each of many small places that has any, as multipolygons.

    A place that meets only one piece of a polygon is overlaid with that piece.
    """
    pieces, part_of_piece = subdivided(parts)
    shapely.prepare(pieces)
    place, piece = shapely.STRtree(pieces).query(places)
    meet = shapely.intersects(pieces[piece], places[place])
    place, piece = place[meet], piece[meet]
    pairs = np.column_stack([place, part_of_piece[piece]])
    pairs, first, count = np.unique(pairs, axis=0, return_index=True, return_counts=True)
    place, part = pairs.T
    inside = shapely.intersection(np.where(count == 1, pieces[piece[first]], parts[part]), places[place])
    of_place = np.split(inside, np.flatnonzero(np.diff(place)) + 1) if len(place) else []
    return np.array([shapely.multipolygons(polygons_in(some)) for some in of_place], dtype=object)
