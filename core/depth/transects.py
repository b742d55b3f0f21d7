# SPDX-License-Identifier: GPL-2.0-or-later
"""Transects: straight lines across a front, and the position of the front on them at each date.

Each transect represents a section of the front, points away from the held ground, and ends where the ground of another
transect begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries, Numbers
from ..errors import InputError, require_finite
from ..front.contact_line import front_lines
from ..front.zone import Zone
from ..geometry.edges import Edges
from ..geometry.geodesy import MILLIMETRES_PER_METRE, Frame
from ..geometry.planar_partition import nearest_partition
from ..geometry.polygons import on_grid, polygonal
from ..geometry.segments import segments
from ..libraries import shapely

FIRST, NEAREST, LAST, MEDIAN = "first", "nearest", "last", "median"
RULES = (FIRST, NEAREST, LAST, MEDIAN)
SAME_POINT_M = 0.01
LONGEST_INTERVAL_M = 1000.0
FIRST_ROUND_SPACINGS = 2.0
FEWEST_AROUND = 3
REACHES = ("inward_m", "outward_m", "strip_inward_m", "strip_outward_m")


@dataclass(frozen=True)
class Transects:
    """Transects in the frame (n,): origin and unit direction (n, 2), away from the ground held.

    `line` and `along_m` are the line of the origin and its distance along it. `width_m` is the front that a transect
    represents, measured across it. `turn_rad` is the angle by which the direction changes over that width: the strip
    becomes that much wider for every metre outwards. `inward_m` and `outward_m` are the lengths on either side of the
    origin; `strip_inward_m` and `strip_outward_m` are the lengths of the strip, which ends half-way to a facing front.
    """

    origin: Coordinates
    direction: Coordinates
    line: NDArray[np.int64]
    along_m: Numbers
    width_m: Numbers
    turn_rad: Numbers
    inward_m: Numbers
    outward_m: Numbers
    strip_inward_m: Numbers
    strip_outward_m: Numbers

    def __len__(self) -> int:
        return len(self.origin)

    def strip_m2(self, transect: NDArray[np.int64], distance_m: Numbers) -> Numbers:
        """Return the areas (k,) of the strips of some transects (k,) from the origin to signed distances (k,).

        A strip that narrows ends where its sides meet.
        """
        width_m, turn_rad = self.width_m[transect], self.turn_rad[transect]
        meet_m = -width_m / np.where(turn_rad == 0, 1.0, turn_rad)
        distance_m = np.where(turn_rad < 0, np.minimum(distance_m, meet_m), distance_m)
        distance_m = np.where(turn_rad > 0, np.maximum(distance_m, meet_m), distance_m)
        return width_m * distance_m + turn_rad * distance_m**2 / 2

    def nearest_m2(self, polygons: Geometries, zone: Zone | None) -> Numbers:
        """Return the area (n,) of polygons in the zone (None: all of it) that is nearest to the origin of each.

        The polygons do not overlap, so the areas add up to that of the polygons in the zone. Raises GeosError.
        """
        ground = shapely.multipolygons(polygons)
        if zone is not None:
            ground = polygonal(shapely.intersection(ground, zone.geometry))
        return shapely.area(nearest_partition(on_grid(ground), self.origin, np.arange(len(self)), len(self)))

    def at(self, distance_m: Numbers) -> Coordinates:
        """Return the points (n, 2) at a signed distance (n,) from the origins."""
        return self.origin + self.direction * distance_m[:, None]


@dataclass(frozen=True)
class Crossings:
    """Crossings of transects with the edge of the held area, in order of transect and distance from its origin.

    `leaves` is true where the transect, directed outwards, leaves the held area, and false where it enters it.
    """

    transect: NDArray[np.int64]
    distance_m: Numbers
    leaves: NDArray[np.bool_]


def from_front(
    edges: Edges, zone: Zone | None, spacing_m: float, smoothing_m: float, length_m: float, *, trim: bool = True
) -> Transects:
    """Return transects across the front of a held area, cut where the ground of other transects begins.

    Without `trim` they are not cut where they cross each other. Raises InputError when there is no front, or none as
    long as the spacing.
    """
    lines = front_lines(edges, zone)
    if not lines:
        raise InputError(
            "The first map has no front: no edge of its held area lies inside the theatre and off its edge. Is the "
            "theatre the right layer?"
        )
    made = cast(np.array([shapely.linestrings(xy) for xy in lines]), spacing_m, smoothing_m, length_m)
    made = stopped_at_front(made, crossings(made, edges), zone)
    return stopped_at_neighbours(made, spacing_m) if trim else made


def from_baseline(
    lines: Geometries,
    edges: Edges,
    zone: Zone | None,
    spacing_m: float,
    smoothing_m: float,
    length_m: float,
    *,
    trim: bool = True,
) -> Transects:
    """Return transects across drawn lines, away from the ground held; with `trim` cut where they cross each other."""
    made = turned_outwards(cast(lines, spacing_m, smoothing_m, length_m), edges, zone)
    return stopped_at_neighbours(made, spacing_m) if trim else made


def cast(lines: Geometries, spacing_m: float, smoothing_m: float, length_m: float) -> Transects:
    """Return transects across lines, to the right of the line's direction, not yet turned away from the held ground.

    Each line is divided into equal sections, as near to `spacing_m` as possible; closed lines into at least three. The
    middle of each section is an origin. A line shorter than half the spacing gets none. The direction is perpendicular
    to the chord between the points half of `smoothing_m` before and after the origin, cut off at the ends of a line.

    Raises InputError when the spacing is larger than all lines together, or no line is long enough.
    """
    require_finite(spacing_m=spacing_m, smoothing_m=smoothing_m, length_m=length_m)
    polylines = _Polylines(lines)
    count = np.rint(polylines.length_m / spacing_m).astype(np.int64)
    if not count.any():
        raise InputError(
            "The spacing of {spacing} m is larger than the line: its longest part has {length} m. Choose "
            "a smaller SPACING.",
            spacing=f"{spacing_m:,.15g}",
            length=f"{polylines.length_m.max(initial=0.0):,.0f}",
        )
    count[polylines.closed & (count > 0) & (count < FEWEST_AROUND)] = FEWEST_AROUND
    line = np.repeat(np.arange(len(lines)), count)
    step_m = (polylines.length_m / np.maximum(count, 1))[line]
    along_m = (np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count) + 0.5) * step_m
    half_m = np.minimum(smoothing_m, np.where(polylines.closed, polylines.length_m / 2, np.inf)[line]) / 2
    half_m = np.maximum(half_m, SAME_POINT_M)

    def along(offset_m: Numbers) -> Coordinates:
        return polylines.at(line, along_m + offset_m)

    def course(offset_m: Numbers) -> Coordinates:
        chord = along(offset_m + half_m) - along(offset_m - half_m)
        length_m = np.hypot(*chord.T)
        chord[length_m == 0] = (1.0, 0.0)  # a line that returns to the same point has no direction there
        return chord / np.where(length_m == 0, 1.0, length_m)[:, None]

    here, before, after = course(np.zeros(len(line))), course(-step_m / 2), course(step_m / 2)
    section = along(step_m / 2 * (1 - 1e-9)) - along(-step_m / 2 * (1 - 1e-9))  # a closed line must not meet its start
    return Transects(
        origin=along(np.zeros(len(line))),
        direction=np.column_stack([here[:, 1], -here[:, 0]]),
        line=line,
        along_m=along_m,
        width_m=np.abs(np.sum(section * here, axis=1)),
        turn_rad=np.arctan2(_cross(before, after), np.sum(before * after, axis=1)),
        **{name: np.full(len(line), float(length_m)) for name in REACHES},
    )


class _Polylines:
    """Lines by distance: the point at any distance from the beginning, also past the end of a closed line."""

    def __init__(self, lines: Geometries) -> None:
        self.length_m = shapely.length(lines)
        self.closed = shapely.is_closed(lines)
        self._xy, owner = shapely.get_coordinates(lines, return_index=True)
        begins = np.diff(owner, prepend=-1) != 0
        step_m = np.hypot(*np.diff(self._xy, axis=0, prepend=self._xy[:1]).T)
        self._reached_m = np.cumsum(np.where(begins, 1.0, step_m))  # one scale for all lines, with a metre between two
        self._start_m = self._reached_m[begins]

    def at(self, line: NDArray[np.int64], distance_m: Numbers) -> Coordinates:
        """Return the points (n, 2) of some lines (n,) at distances (n,) from their beginning."""
        whole_m = self.length_m[line]
        around_m = np.mod(distance_m, np.maximum(whole_m, SAME_POINT_M))
        there_m = self._start_m[line] + np.where(self.closed[line], around_m, np.clip(distance_m, 0, whole_m))
        return np.column_stack([np.interp(there_m, self._reached_m, self._xy[:, axis]) for axis in (0, 1)])


def turned_outwards(transects: Transects, edges: Edges, zone: Zone | None) -> Transects:
    """Return the transects turned so that they point away from the held ground.

    All transects of a line are turned together, by the nearest crossings with the front, whose edges have the held
    ground on their left.
    """
    found = crossings(transects, edges)
    at_front = np.arange(len(found.transect))
    if zone is not None:
        there = transects.origin[found.transect] + transects.direction[found.transect] * found.distance_m[:, None]
        at_front = np.flatnonzero(zone.holds(there))
    transect = found.transect[at_front]
    order = np.lexsort([np.abs(found.distance_m[at_front]), transect])
    nearest = order[np.flatnonzero(np.diff(transect[order], prepend=-1))]
    vote = np.zeros(int(transects.line.max(initial=-1)) + 1)
    np.add.at(vote, transects.line[transect[nearest]], np.where(found.leaves[at_front[nearest]], 1.0, -1.0))
    sign = np.where(vote < 0, -1.0, 1.0)[transects.line]
    return replace(transects, direction=transects.direction * sign[:, None], turn_rad=transects.turn_rad * sign)


def crossings(transects: Transects, edges: Edges) -> Crossings:
    """Return where the transects cross the edges of a held area (interior on the left of each edge)."""
    return segment_crossings(transects, edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE)[0]


def segment_crossings(
    transects: Transects, start: Coordinates, end: Coordinates
) -> tuple[Crossings, NDArray[np.int64]]:
    """Return where the transects cross directed segments, given by begin and end (n, 2), and the segment of each."""
    tree = shapely.STRtree(segments(start, end))
    from_m, to_m, owner = _intervals(-transects.inward_m, transects.outward_m)
    p, u = transects.origin[owner], transects.direction[owner]
    interval, edge = tree.query(  # a little longer than the segments, so that rounding hides no edge at their ends
        segments(p + u * (from_m - SAME_POINT_M)[:, None], p + u * (to_m + SAME_POINT_M)[:, None])
    )
    p, u, a, b = p[interval], u[interval], start[edge], end[edge]
    left_a, left_b = _cross(u, a - p), _cross(u, b - p)
    across = (left_a > 0) != (left_b > 0)
    interval, edge, left_a, left_b = interval[across], edge[across], left_a[across], left_b[across]
    along_a, along_b = (np.sum(u[across] * (c[across] - p[across]), axis=1) for c in (a, b))
    distance_m = along_a + (along_b - along_a) * (left_a / (left_a - left_b))
    within = (distance_m >= from_m[interval]) & (distance_m < to_m[interval])
    transect, distance_m, leaves = owner[interval[within]], distance_m[within], (left_b > 0)[within]
    distance_m[np.abs(distance_m) <= SAME_POINT_M] = 0.0
    order = np.lexsort([distance_m, transect])
    return Crossings(transect[order], distance_m[order], leaves[order]), edge[within][order]


def in_zone(transects: Transects, found: Crossings, zone: Zone) -> Crossings:
    """Return the crossings without those outside the zone counting as the end of the held area."""
    there = transects.origin[found.transect] + transects.direction[found.transect] * found.distance_m[:, None]
    return replace(found, leaves=found.leaves & zone.holds(there))


def positions(count: int, found: Crossings, rule: str) -> Numbers:
    """Return the front's signed distance (n,) from each origin in metres of the plane; NaN is no reading.

    Only crossings where a transect leaves the held area can be the front. `first`: the first one outwards from an
    origin inside the area, inwards from an origin outside. `nearest`: the nearest on either side. `last`: the farthest
    outwards. `median`: the middle one.
    """
    if rule == FIRST:
        return _first(count, found)
    transect, distance_m = found.transect[found.leaves], found.distance_m[found.leaves]
    result = np.full(count, np.nan)
    if rule == MEDIAN:
        begins = np.flatnonzero(np.diff(transect, prepend=-1))
        size = np.diff(np.append(begins, len(transect)))
        middle = distance_m[begins + (size - 1) // 2] + distance_m[begins + size // 2]
        result[transect[begins]] = middle / 2
        return result
    rank = distance_m if rule == LAST else -np.abs(distance_m)
    order = np.lexsort([rank, transect])
    best = order[np.flatnonzero(np.diff(transect[order], append=-1))]
    result[transect[best]] = distance_m[best]
    return result


def _first(count: int, found: Crossings) -> Numbers:
    here = found.distance_m == 0
    beyond, behind = found.distance_m > 0, found.distance_m < 0
    result = np.full(count, np.nan)
    # Later assignments override earlier ones, so the most reliable comes last.
    _put_first(result, found, behind, backwards=True)
    _put_first(result, found, beyond, backwards=False)
    result[found.transect[here & found.leaves]] = 0.0
    return result


def _put_first(result: Numbers, found: Crossings, side: NDArray[np.bool_], *, backwards: bool) -> None:
    """Assign the crossing nearest to the origin on one side, if the transect leaves the held area there."""
    transect, distance_m, leaves = found.transect[side], found.distance_m[side], found.leaves[side]
    nearest = np.flatnonzero(np.diff(transect, append=-1) if backwards else np.diff(transect, prepend=-1))
    nearest = nearest[leaves[nearest]]
    result[transect[nearest]] = distance_m[nearest]


def held_strips_m2(transects: Transects, found: Crossings, held: Any) -> Numbers:
    """Return how much of the strip of each transect (n,) lies in the held area, in m².

    The difference between two dates shows whether ground changed hands there. Strips overlap inside a bend and leave
    gaps outside it, so their areas do not add up to the area of the ground.
    """
    inner_m, outer_m = -transects.strip_inward_m, transects.strip_outward_m
    everything = np.arange(len(transects))
    inner_m2, outer_m2 = transects.strip_m2(everything, inner_m), transects.strip_m2(everything, outer_m)
    at, leaves = found.transect, found.leaves
    here_m2 = transects.strip_m2(at, np.clip(found.distance_m, inner_m[at], outer_m[at]))
    result = np.zeros(len(transects))
    np.add.at(result, at, np.where(leaves, here_m2, -here_m2))
    first, last = np.flatnonzero(np.diff(at, prepend=-1)), np.flatnonzero(np.diff(at, append=-1))
    from_within, into = at[first[leaves[first]]], at[last[~leaves[last]]]
    result[from_within] -= inner_m2[from_within]
    result[into] += outer_m2[into]
    uncrossed = np.setdiff1d(everything, at)
    middle = transects.at((outer_m + inner_m) / 2)[uncrossed]
    shapely.prepare(held)
    within = uncrossed[shapely.contains_xy(held, middle[:, 0], middle[:, 1])]
    result[within] = (outer_m2 - inner_m2)[within]
    return result


def stopped_at_front(transects: Transects, found: Crossings, zone: Zone | None) -> Transects:
    """Return the transects cut where they meet the edge of the initially held ground again.

    `found` are their crossings with that edge. If that edge is front too, both sides have transects, and the ground
    between them is divided half-way.
    """
    at_m = np.nan_to_num(positions(len(transects), found, FIRST))[found.transect]
    there = transects.origin[found.transect] + transects.direction[found.transect] * found.distance_m[:, None]
    at_front = np.ones(len(there), dtype=bool) if zone is None else zone.holds(there)
    share_m = np.where(at_front, (found.distance_m + at_m) / 2, found.distance_m)
    reaches = {name: getattr(transects, name).copy() for name in REACHES}
    ahead = ~found.leaves & (found.distance_m > np.maximum(at_m, 0))
    behind = ~found.leaves & (found.distance_m < np.minimum(at_m, 0))
    for name, side, limit_m in (
        ("outward_m", ahead, found.distance_m),
        ("strip_outward_m", ahead, share_m),
        ("inward_m", behind, -found.distance_m),
        ("strip_inward_m", behind, -share_m),
    ):
        np.minimum.at(reaches[name], found.transect[side], limit_m[side])
    return replace(transects, **reaches)


def stopped_at_neighbours(transects: Transects, spacing_m: float) -> Transects:
    """Return the transects cut where they cross each other: the one whose origin is farther from the crossing stops.

    Both rays of each transect grow at the same speed. Crossings are searched in rounds of doubling length, among the
    rays that still grow and the lengths that the others have reached, so that few irrelevant crossings are tested.
    """
    require_finite(spacing_m=spacing_m)
    rays = _Rays(transects)
    reached_m = 0.0
    longest_m = float(rays.limit_m.max(initial=0.0))
    length_m = FIRST_ROUND_SPACINGS * spacing_m
    while reached_m < longest_m:
        rays.grow(reached_m, min(length_m, longest_m))
        reached_m, length_m = min(length_m, longest_m), 2 * length_m
    outward_m, inward_m = rays.limit_m[: len(transects)], rays.limit_m[len(transects) :]
    return replace(
        transects,
        inward_m=inward_m,
        outward_m=outward_m,
        strip_inward_m=np.minimum(transects.strip_inward_m, inward_m),
        strip_outward_m=np.minimum(transects.strip_outward_m, outward_m),
    )


class _Rays:
    """Both rays of each transect; they grow from its origin until something stops them."""

    def __init__(self, transects: Transects) -> None:
        self.count = len(transects)
        self.origin = np.concatenate([transects.origin, transects.origin])
        self.direction = np.concatenate([transects.direction, -transects.direction])
        self.limit_m = np.concatenate([transects.outward_m, transects.inward_m])

    def grow(self, from_m: float, to_m: float) -> None:
        """Extend the growing rays from one length to another, and stop those that reach a crossing second."""
        for late_m, early_m, late, early in self._meetings(from_m, to_m):
            if self.limit_m[late] < late_m or self.limit_m[early] < early_m:
                continue
            self.limit_m[late] = late_m
            if late_m - early_m <= SAME_POINT_M:
                self.limit_m[early] = early_m

    def _meetings(self, from_m: float, to_m: float) -> Iterator[tuple[float, float, int, int]]:
        """Yield crossings in the order in which the later ray arrives: its distance, the other's, and both rays."""
        running = np.flatnonzero(self.limit_m > from_m)
        new = _intervals(np.full(len(running), from_m), np.minimum(self.limit_m[running], to_m))
        old = _intervals(np.zeros(len(self.limit_m)), np.minimum(self.limit_m, to_m))
        new_ray, old_ray = running[new[2]], old[2]
        tree = shapely.STRtree(self._lines(old_ray, old[0], old[1]))
        one, other = tree.query(self._lines(new_ray, new[0], new[1]), predicate="intersects")
        i, j = new_ray[one], old_ray[other]
        different = i % self.count != j % self.count
        i, j = i[different], j[different]
        to, u, v = self.origin[j] - self.origin[i], self.direction[i], self.direction[j]
        cross = _cross(u, v)
        apart = np.abs(cross) > 1e-12
        i, j, to, u, v, cross = i[apart], j[apart], to[apart], u[apart], v[apart], cross[apart]
        i_m, j_m = _cross(to, v) / cross, _cross(to, u) / cross
        late = i_m >= j_m
        late_m, early_m = np.where(late, i_m, j_m), np.where(late, j_m, i_m)
        late_ray, early_ray = np.where(late, i, j), np.where(late, j, i)
        fresh = (late_m > from_m) & (late_m <= to_m) & (early_m >= 0)
        order = np.lexsort([early_ray[fresh], late_ray[fresh], late_m[fresh]])
        columns = (late_m, early_m, late_ray, early_ray)
        return zip(*(column[fresh][order].tolist() for column in columns))

    def _lines(self, ray: NDArray[np.int64], from_m: Numbers, to_m: Numbers) -> Geometries:
        p, u = self.origin[ray], self.direction[ray]
        return segments(p + u * from_m[:, None], p + u * to_m[:, None])


@dataclass(frozen=True)
class Reading:
    """The positions of the front of one map on transects (n,), as signed distances from their origins; NaN for none.

    `plane_m` is in the plane, `position_m` on the ellipsoid; `strips_m2` is the ground held in each strip, or None.
    """

    plane_m: Numbers
    position_m: Numbers
    strips_m2: Numbers | None


def read_front(
    transects: Transects,
    held: Any,
    edges: Edges,
    rule: str,
    frame: Frame,
    with_strips: bool,
    zone: Zone | None = None,
) -> Reading:
    """Return the positions on transects of the front of a held area (a geometry and its edges in the frame).

    With a zone only crossings inside it are front: a coast or a state border gives no reading.
    """
    found = crossings(transects, edges)
    plane_m = positions(len(transects), found if zone is None else in_zone(transects, found, zone), rule)
    strips_m2 = held_strips_m2(transects, found, held) if with_strips else None
    return Reading(plane_m, geodesic_positions(transects, plane_m, frame), strips_m2)


def geodesic_positions(transects: Transects, position_m: Numbers, frame: Frame) -> Numbers:
    """Return positions (n,) as signed lengths on the ellipsoid; NaN stays NaN, and zero stays zero."""
    result = position_m.copy()
    moved = np.isfinite(position_m) & (position_m != 0)
    length_m = frame.geodesic_m(transects.origin[moved], transects.at(np.nan_to_num(position_m))[moved])
    result[moved] = np.sign(position_m[moved]) * length_m
    return result


def _intervals(from_m: Numbers, to_m: Numbers) -> tuple[Numbers, Numbers, NDArray[np.int64]]:
    """Intervals of distance cut into intervals of at most 1 km, and the index of each one's original.

    The box of a long oblique line meets very many edges far from the line; the boxes of short lines do not.
    """
    count = np.maximum(np.ceil((to_m - from_m) / LONGEST_INTERVAL_M), 1).astype(np.int64)
    owner = np.repeat(np.arange(len(count)), count)
    step = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    span_m = (to_m - from_m) / count
    begin_m = from_m[owner] + step * span_m[owner]
    last = step == count[owner] - 1
    return begin_m, np.where(last, to_m[owner], from_m[owner] + (step + 1) * span_m[owner]), owner


def _cross(u: Coordinates, v: Coordinates) -> Numbers:
    """The cross product (n,) of plane vectors (n, 2): positive where `v` points to the left of `u`."""
    return u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
