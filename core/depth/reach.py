# SPDX-License-Identifier: GPL-2.0-or-later
"""Reach: how far held ground lies beyond a reference line, such as a state border or a river, and along how much of it.

All held ground counts, including lodgements. Every reach is the distance to the nearest point of the line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Flags, Geometries, Numbers
from ..context import MeasurementContext
from ..errors import InputError, require_finite
from ..geometry.edges import Edges
from ..geometry.geodesy import MILLIMETRES_PER_METRE, Frame
from ..geometry.partition import Partition
from ..geometry.polygons import edges_of, on_grid, points_inside, polygonal
from ..geometry.segments import SegmentIndex, segments
from ..libraries import shapely
from .deepest import Deepest, deepest, weighted_percentile
from .transects import Transects, cast, crossings, stopped_at_neighbours

AUTO, LEFT, RIGHT = "auto", "left", "right"
SIDES = (AUTO, LEFT, RIGHT)
REACH_ERROR_M = 0.5
QUARTER_CIRCLE_SEGMENTS = 8
BESIDE_M = 0.5
NEARLY = 0.99  # of the search distance; an arc of the strip's far end is up to 0.5 % nearer
LOOKING_IN_M = (100.0, 500.0, 2000.0)


@dataclass(frozen=True)
class Reference:
    """A line, the ground within some distance beyond it, and the line as segments for measuring distances.

    `lines` are directed so that the ground beyond lies on their right. `distance_m` is how far the strip extends.
    """

    lines: Geometries
    strip: Any
    ground: SegmentIndex
    distance_m: float

    @classmethod
    def of_polygon(cls, geometry: Any, distance_m: float) -> Reference:
        """Return the outer edge of a polygonal geometry as a line; the inside lies beyond it. Holes are filled."""
        require_finite(distance_m=distance_m)
        shells = shapely.polygons(shapely.get_exterior_ring(shapely.get_parts(geometry)))
        whole = shapely.union_all(shells)
        inner = shapely.buffer(whole, -distance_m, quad_segs=QUARTER_CIRCLE_SEGMENTS)
        rings = shapely.get_exterior_ring(shapely.get_parts(whole))
        clockwise = np.where(shapely.is_ccw(rings), shapely.reverse(rings), rings)
        lines = np.array([shapely.linestrings(shapely.get_coordinates(ring)) for ring in clockwise], dtype=object)
        return cls(lines, shapely.difference(whole, inner), _ground(lines), distance_m)

    @classmethod
    def of_lines(cls, lines: Geometries, side: str, distance_m: float, held: list[Any]) -> Reference:
        """Return drawn lines with one side of them; `auto` is the side on which more ground is held."""
        require_finite(distance_m=distance_m)
        ground = _ground(lines)
        left, right = _sides(lines, ground, distance_m)
        if side == AUTO:
            held_m2 = [sum(shapely.area(shapely.intersection(one, strip)) for one in held) for strip in (left, right)]
            side = LEFT if held_m2[0] > held_m2[1] else RIGHT
        if side == LEFT:
            return cls(shapely.reverse(lines), left, ground, distance_m)
        return cls(lines, right, ground, distance_m)

    def within(self, theatre: Any) -> Reference:
        """Return the same line with only the ground beyond it that lies in a theatre.

        Raises InputError if there is none, because the line does not meet the theatre.
        """
        # Polygons only: GEOS 3.13 fails on an empty held area and a strip that also touches the theatre along a line.
        strip = polygonal(shapely.intersection(self.strip, theatre))
        if shapely.area(strip) <= 0:
            raise InputError(
                "The reference line never meets the theatre: no ground within DISTANCE beyond it lies inside. Are both "
                "the right layers?"
            )
        return replace(self, strip=strip)

    def at_far_end(self, xy: Coordinates) -> Flags:
        """Return for each point (n, 2) whether it lies on the far end of the strip, the search distance away."""
        far = self.ground.nearest(xy)[0] > NEARLY * self.distance_m
        ends = shapely.boundary(self.strip)
        shapely.prepare(ends)
        far[far] = shapely.dwithin(ends, shapely.points(xy[far]), BESIDE_M)
        return far

    def stations(self, spacing_m: float, smoothing_m: float, distance_m: float) -> Transects:
        """Return transects from the line into the ground beyond, cut where they cross each other."""
        made = cast(self.lines, spacing_m, smoothing_m, distance_m)
        nothing = np.zeros(len(made))
        one_sided = Transects(
            made.origin,
            made.direction,
            made.line,
            made.along_m,
            made.width_m,
            made.turn_rad,
            inward_m=nothing,
            outward_m=made.outward_m,
            strip_inward_m=nothing,
            strip_outward_m=made.strip_outward_m,
        )
        return stopped_at_neighbours(one_sided, spacing_m)


@dataclass(frozen=True)
class Profile:
    """The reading of each station (n,): whether any ground beyond is held, its nearest and its farthest distance.

    Lengths in metres on the ellipsoid from the reference line; `point` is the farthest held point and `foot` the
    nearest point of the line (n, 2). The lengths are 0 where nothing is held. `is_least` tells where held ground
    continues beyond the search distance, so that the reach is a lower bound.
    """

    held: NDArray[np.bool_]
    from_m: Numbers
    reach_m: Numbers
    point: Coordinates
    foot: Coordinates
    is_least: Flags


@dataclass(frozen=True)
class Reach:
    """Reach per row of a partition (rows,), in metres and m²; NaN where nothing is held.

    `farthest` is the farthest held point of each row with its foot on the line. `is_least` (rows,) tells where held
    ground continues beyond the search distance, so that maximum, percentile and mean are lower bounds.
    """

    max_m: Numbers
    p95_m: Numbers
    mean_m: Numbers
    covered_m: Numbers
    line_m: Numbers
    strip_m2: Numbers
    strip_se_m2: Numbers
    farthest: Deepest
    is_least: Flags


def held_beyond(held: Any, reference: Reference) -> Any:
    """Return the held ground within the strip beyond the line, as a valid multipolygon."""
    return on_grid(shapely.intersection(held, reference.strip))


def profile(stations: Transects, beyond: Any, reference: Reference, frame: Frame) -> Profile:
    """Return the reading of each station: the held ground beyond the line."""
    edges = edges_of(beyond)
    count = len(stations)
    near_m, far_m = np.zeros(count), np.zeros(count)
    held = np.zeros(count, dtype=bool)
    if len(edges):
        held, near_m, far_m = _extent(stations, beyond, edges)
    point = stations.at(far_m)
    foot = _foot(reference.ground, point)
    begin = stations.at(near_m)
    reach_m, from_m = (np.where(held, frame.geodesic_m(_foot(reference.ground, xy), xy), 0.0) for xy in (point, begin))
    return Profile(held, from_m, reach_m, point, foot, held & reference.at_far_end(point))


def reach(
    beyond: Any,
    reference: Reference,
    stations: Transects,
    station_profile: Profile,
    row: NDArray[np.int64],
    context: MeasurementContext,
) -> Reach:
    """Return the reach per row: `row` (n,) is the row of each station."""
    partition, rows = context.partition, context.rows
    farthest = _farthest(beyond, reference, partition, context.frame, rows)
    covered_m, line_m, p95_m, mean_m = np.zeros(rows), np.zeros(rows), np.full(rows, np.nan), np.full(rows, np.nan)
    for number in range(rows):
        here = row == number
        weights, lengths_m = (
            stations.width_m[here & station_profile.held],
            station_profile.reach_m[here & station_profile.held],
        )
        line_m[number], covered_m[number] = stations.width_m[here].sum(), weights.sum()
        if weights.sum() > 0:
            p95_m[number] = weighted_percentile(lengths_m, weights, 95)
            mean_m[number] = np.average(lengths_m, weights=weights)
    error_m = context.settings.position_error_m
    edge_m = edge_per_row_m(beyond, reference, partition, context.frame, error_m)
    return Reach(
        max_m=farthest.depth_m,
        p95_m=p95_m,
        mean_m=mean_m,
        covered_m=covered_m,
        line_m=line_m,
        strip_m2=partition.area_per_row_m2(beyond),
        strip_se_m2=context.standard_error_m2(edge_m, error_m),
        farthest=farthest,
        is_least=continues_per_row(beyond, reference, partition),
    )


def continues_per_row(beyond: Any, reference: Reference, partition: Partition) -> Flags:
    """Return per row whether held ground continues beyond the strip: whether any of its edge is the strip's far end."""
    result = np.zeros(len(partition.row_names), dtype=bool)
    edges = edges_of(beyond)
    if len(edges):
        middle = (edges.start_mm + edges.end_mm) / 2 / MILLIMETRES_PER_METRE
        result[partition.row_of_points(middle[reference.at_far_end(middle)])] = True
    return result


def edge_per_row_m(area: Any, reference: Reference, partition: Partition, frame: Frame, near_m: float) -> Numbers:
    """Return per row the length of the edge of an area that is neither the line itself nor the strip's far end.

    Edges within `near_m` of the line are left out too: they are the publisher's own version of it and have no error.
    """
    total_m = np.zeros(len(partition.row_names))
    edges = edges_of(area)
    if not len(edges):
        return total_m
    start, end = edges.start_mm / 1000, edges.end_mm / 1000
    middle = (start + end) / 2
    ends = shapely.boundary(reference.strip)
    shapely.prepare(ends)
    free = (reference.ground.nearest(middle)[0] > near_m) & ~shapely.dwithin(ends, shapely.points(middle), BESIDE_M)
    np.add.at(total_m, partition.row_of_points(middle[free]), frame.geodesic_m(start[free], end[free]))
    return total_m


def moved_standard_error_m2(before: Any, after: Any, reference: Reference, context: MeasurementContext) -> Numbers:
    """Return per row the standard error of the strip's change, from the edge of what was gained or lost there."""
    moved = on_grid(shapely.symmetric_difference(before, after))
    error_m = context.settings.position_error_m
    edge_m = edge_per_row_m(moved, reference, context.partition, context.frame, error_m)
    return context.standard_error_m2(edge_m, error_m)


def rows_of_stations(stations: Transects, partition: Partition) -> NDArray[np.int64]:
    """Return the row (n,) of each station: the row of a point just beyond the line."""
    row = np.full(len(stations), partition.rest)
    for ahead_m in LOOKING_IN_M:
        lost = np.flatnonzero(row == partition.rest)
        row[lost] = partition.row_of_points(stations.at(np.full(len(stations), ahead_m))[lost])
    return row


def _extent(stations: Transects, beyond: Any, edges: Edges) -> tuple[NDArray[np.bool_], Numbers, Numbers]:
    """Whether each station meets held ground, and where that ground begins and ends along the transect."""
    count = len(stations)
    near_m, far_m, held = np.zeros(count), np.zeros(count), np.zeros(count, dtype=bool)
    found = crossings(stations, edges)
    first, last = (
        np.flatnonzero(np.diff(found.transect, prepend=-1)),
        np.flatnonzero(np.diff(found.transect, append=-1)),
    )
    at = found.transect[first]
    held[at] = True
    near_m[at] = np.where(found.leaves[first], 0.0, found.distance_m[first])
    far_m[at] = np.where(found.leaves[last], found.distance_m[last], stations.outward_m[at])
    uncrossed = np.setdiff1d(np.arange(count), at)
    middle = stations.at(stations.outward_m / 2)[uncrossed]
    shapely.prepare(beyond)
    inside = uncrossed[shapely.contains_xy(beyond, middle[:, 0], middle[:, 1])]
    held[inside], far_m[inside] = True, stations.outward_m[inside]
    return held, near_m, far_m


def _farthest(beyond: Any, reference: Reference, partition: Partition, frame: Frame, rows: int) -> Deepest:
    """The farthest held point of each row, with its distance on the ellipsoid."""
    result = Deepest.none(rows)
    parts = shapely.get_parts(beyond)
    polygons, _, row = partition.split(parts[~shapely.is_empty(parts)])
    if not len(polygons):
        return result
    found = deepest(polygons, reference.ground, REACH_ERROR_M)
    order = np.lexsort([found.depth_m, row])
    best = order[np.flatnonzero(np.diff(row[order], append=-1))]
    result.depth_m[row[best]] = frame.geodesic_m(found.foot[best], found.point[best])
    result.point[row[best]], result.foot[row[best]] = found.point[best], found.foot[best]
    return result


def _ground(lines: Geometries) -> SegmentIndex:
    xy, line = shapely.get_coordinates(lines, return_index=True)
    same = line[1:] == line[:-1]
    return SegmentIndex(xy[:-1][same], xy[1:][same])


def _foot(ground: SegmentIndex, xy: Coordinates) -> Coordinates:
    return ground.foot(xy, ground.nearest(xy)[1])


def _sides(lines: Geometries, ground: SegmentIndex, distance_m: float) -> tuple[Any, Any]:
    """The ground within a distance to the left and to the right of lines.

    The lines divide their buffer into polygons. Each segment votes for the polygons on its left and on its right, and
    the majority decides.
    """
    whole = shapely.multilinestrings(lines)
    around = shapely.buffer(whole, distance_m, cap_style="flat", quad_segs=QUARTER_CIRCLE_SEGMENTS)
    noded = shapely.union_all([shapely.boundary(around), *(_lengthened(line) for line in lines)])
    polygons = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    inside = points_inside(polygons)
    shapely.prepare(around)
    polygons = polygons[shapely.contains_xy(around, inside[:, 0], inside[:, 1])]
    along = ground.end - ground.start
    length_m = np.hypot(*along.T)
    along, middle, length_m = (
        along[length_m > 0],
        ((ground.start + ground.end) / 2)[length_m > 0],
        length_m[length_m > 0],
    )
    leftwards = np.column_stack([-along[:, 1], along[:, 0]]) / length_m[:, None] * BESIDE_M
    tree = shapely.STRtree(polygons)
    vote_m = np.zeros(len(polygons))
    for sign in (1.0, -1.0):
        point, polygon = tree.query(shapely.points(middle + sign * leftwards), predicate="within")
        np.add.at(vote_m, polygon, sign * length_m[point])
    return shapely.union_all(polygons[vote_m > 0]), shapely.union_all(polygons[vote_m <= 0])


def _lengthened(line: Any) -> Any:
    """A line extended a little at both ends, so that it divides its own buffer despite rounding."""
    xy = shapely.get_coordinates(line)
    steps = np.array([xy[0] - xy[1], xy[-1] - xy[-2]])
    before, after = steps / np.maximum(np.hypot(*steps.T), BESIDE_M)[:, None] * BESIDE_M
    return shapely.linestrings(np.concatenate([[xy[0] + before], xy, [xy[-1] + after]]))


def lines_between(deep: Deepest) -> Geometries:
    """Return straight lines (n,) from the foot to the farthest point; None where there is no reading."""
    lines = np.full(len(deep.depth_m), None, dtype=object)
    drawn = np.isfinite(deep.depth_m)
    lines[drawn] = segments(deep.foot[drawn], deep.point[drawn])
    return lines
