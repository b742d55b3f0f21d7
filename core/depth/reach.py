# SPDX-License-Identifier: GPL-2.0-or-later
"""Reach: how far held ground lies beyond a reference line, such as a state border or a river, and along how much of it.

All held ground counts, lodgements too. Every reach is a distance from the line itself, to the nearest point of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..change.uncertainty import area_standard_error_m2
from ..errors import InputError
from ..front.zone import segments
from ..geometry.edges import Edges
from ..geometry.geodesy import Coordinates, Frame
from ..geometry.polygons import Geometries, edges_of, on_grid, points_inside
from ..libraries import shapely
from ..sectors.partition import Partition
from .deepest import Deepest, Ground, deepest, weighted_percentile
from .transects import Transects, cast, crossings, stopped_at_neighbours

Numbers = NDArray[np.float64]

AUTO, LEFT, RIGHT = "auto", "left", "right"
SIDES = (AUTO, LEFT, RIGHT)
REACH_ERROR_M = 0.5
QUARTER_CIRCLE_SEGMENTS = 8
BESIDE_M = 0.5
LOOKING_IN_M = (100.0, 500.0, 2000.0)


@dataclass(frozen=True)
class Reference:
    """A line, the ground within some distance beyond it, and the same line as segments to measure from.

    `lines` run so that the ground beyond lies on their right.
    """

    lines: Geometries
    strip: Any
    ground: Ground

    @classmethod
    def of_polygon(cls, geometry: Any, distance_m: float) -> Reference:
        """Return the outer edge of a polygonal geometry; beyond it is inside. Holes are filled."""
        shells = shapely.polygons(shapely.get_exterior_ring(shapely.get_parts(geometry)))
        whole = shapely.union_all(shells)
        inner = shapely.buffer(whole, -distance_m, quad_segs=QUARTER_CIRCLE_SEGMENTS)
        rings = shapely.get_exterior_ring(shapely.get_parts(whole))
        clockwise = np.where(shapely.is_ccw(rings), shapely.reverse(rings), rings)
        lines = np.array([shapely.linestrings(shapely.get_coordinates(ring)) for ring in clockwise], dtype=object)
        return cls(lines, shapely.difference(whole, inner), _ground(lines))

    @classmethod
    def of_lines(cls, lines: Geometries, side: str, distance_m: float, held: list[Any]) -> Reference:
        """Return drawn lines with one side of them; `auto` is the side on which more ground is held."""
        ground = _ground(lines)
        left, right = _sides(lines, ground, distance_m)
        if side == AUTO:
            held_m2 = [sum(shapely.area(shapely.intersection(one, strip)) for one in held) for strip in (left, right)]
            side = LEFT if held_m2[0] > held_m2[1] else RIGHT
        if side == LEFT:
            return cls(shapely.reverse(lines), left, ground)
        return cls(lines, right, ground)

    def within(self, theatre: Any) -> Reference:
        """Return the same line with the ground beyond it that lies in a theatre.

        Raises InputError when there is none: the line never meets the theatre.
        """
        strip = shapely.intersection(self.strip, theatre)
        if shapely.area(strip) <= 0:
            raise InputError(
                "The reference line never meets the theatre: no ground within DISTANCE beyond it lies inside. Are both "
                "the right layers?"
            )
        return Reference(self.lines, strip, self.ground)

    def stations(self, spacing_m: float, smoothing_m: float, distance_m: float) -> Transects:
        """Return transects from the line into the ground beyond, cut where they cross each other."""
        made = cast(self.lines, spacing_m, smoothing_m, distance_m)
        nothing = np.zeros(len(made))
        one_sided = Transects(
            made.origin,
            made.direction,
            made.line,
            made.place_m,
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
    """What each station sees (n,): whether any ground beyond is held, how far off it begins and how far it lies.

    Lengths in metres on the ellipsoid from the reference line; `point` is the farthest held point and `foot` the
    nearest point of the line (n, 2). Where nothing is held the lengths are 0.
    """

    held: NDArray[np.bool_]
    from_m: Numbers
    reach_m: Numbers
    point: Coordinates
    foot: Coordinates


@dataclass(frozen=True)
class Reach:
    """Reach per row of a partition (rows,), in metres and m²; NaN where nothing is held.

    `farthest` is the farthest held point of each row with its foot on the line.
    """

    max_m: Numbers
    p95_m: Numbers
    mean_m: Numbers
    covered_m: Numbers
    line_m: Numbers
    strip_m2: Numbers
    strip_se_m2: Numbers
    farthest: Deepest


def held_beyond(held: Any, reference: Reference) -> Any:
    """Return the held ground within the strip beyond the line, as a valid multipolygon."""
    return on_grid(shapely.intersection(held, reference.strip))


def profile(stations: Transects, beyond: Any, reference: Reference, frame: Frame) -> Profile:
    """Return what each station sees of the held ground beyond the line."""
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
    return Profile(held, from_m, reach_m, point, foot)


def reach(
    beyond: Any,
    reference: Reference,
    stations: Transects,
    seen: Profile,
    row: NDArray[np.int64],
    partition: Partition,
    frame: Frame,
    position_error_m: float,
    correlation_length_m: float,
) -> Reach:
    """Return the reach per row: `row` (n,) is the row that each station looks into."""
    rows = len(partition.row_names)
    farthest = _farthest(beyond, reference, partition, frame, rows)
    covered_m, line_m, p95_m, mean_m = np.zeros(rows), np.zeros(rows), np.full(rows, np.nan), np.full(rows, np.nan)
    for number in range(rows):
        here = row == number
        weights, lengths_m = stations.width_m[here & seen.held], seen.reach_m[here & seen.held]
        line_m[number], covered_m[number] = stations.width_m[here].sum(), weights.sum()
        if weights.sum() > 0:
            p95_m[number] = weighted_percentile(lengths_m, weights, 95)
            mean_m[number] = np.average(lengths_m, weights=weights)
    edge_m = edge_per_row_m(beyond, reference, partition, frame, position_error_m)
    return Reach(
        max_m=farthest.depth_m,
        p95_m=p95_m,
        mean_m=mean_m,
        covered_m=covered_m,
        line_m=line_m,
        strip_m2=partition.area_per_row_m2(beyond),
        strip_se_m2=area_standard_error_m2(edge_m, position_error_m, correlation_length_m),
        farthest=farthest,
    )


def edge_per_row_m(area: Any, reference: Reference, partition: Partition, frame: Frame, near_m: float) -> Numbers:
    """Return per row the length of the edge of an area that is neither the line itself nor the strip's far end.

    The publisher's own version of the line, within `near_m` of it, does not count either: nobody misjudges it.
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


def rows_of_stations(stations: Transects, partition: Partition) -> NDArray[np.int64]:
    """Return the row (n,) that each station looks into: that of a point a little way beyond the line."""
    row = np.full(len(stations), partition.rest)
    for ahead_m in LOOKING_IN_M:
        lost = np.flatnonzero(row == partition.rest)
        row[lost] = partition.row_of_points(stations.at(np.full(len(stations), ahead_m))[lost])
    return row


def _extent(stations: Transects, beyond: Any, edges: Edges) -> tuple[NDArray[np.bool_], Numbers, Numbers]:
    """Whether each station sees held ground, where that begins, and where it ends, along the transect."""
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
    pieces, _, row = partition.split(parts[~shapely.is_empty(parts)])
    if not len(pieces):
        return result
    found = deepest(pieces, reference.ground, REACH_ERROR_M)
    order = np.lexsort([found.depth_m, row])
    best = order[np.flatnonzero(np.diff(row[order], append=-1))]
    result.depth_m[row[best]] = frame.geodesic_m(found.foot[best], found.point[best])
    result.point[row[best]], result.foot[row[best]] = found.point[best], found.foot[best]
    return result


def _ground(lines: Geometries) -> Ground:
    xy, line = shapely.get_coordinates(lines, return_index=True)
    same = line[1:] == line[:-1]
    return Ground(xy[:-1][same], xy[1:][same])


def _foot(ground: Ground, xy: Coordinates) -> Coordinates:
    return ground.foot(xy, ground.nearest(xy)[1])


def _sides(lines: Geometries, ground: Ground, distance_m: float) -> tuple[Any, Any]:
    """The ground within a distance to the left and to the right of lines.

    What the lines and the outline of their buffer enclose is divided by a vote: which pieces lie beside their segments
    on the left, and which on the right.
    """
    whole = shapely.multilinestrings(lines)
    around = shapely.buffer(whole, distance_m, cap_style="flat", quad_segs=QUARTER_CIRCLE_SEGMENTS)
    noded = shapely.union_all([shapely.boundary(around), *(_lengthened(line) for line in lines)])
    pieces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    inside = points_inside(pieces)
    shapely.prepare(around)
    pieces = pieces[shapely.contains_xy(around, inside[:, 0], inside[:, 1])]
    along = ground.end - ground.start
    length_m = np.hypot(*along.T)
    along, middle, length_m = (
        along[length_m > 0],
        ((ground.start + ground.end) / 2)[length_m > 0],
        length_m[length_m > 0],
    )
    leftwards = np.column_stack([-along[:, 1], along[:, 0]]) / length_m[:, None] * BESIDE_M
    tree = shapely.STRtree(pieces)
    vote_m = np.zeros(len(pieces))
    for sign in (1.0, -1.0):
        point, piece = tree.query(shapely.points(middle + sign * leftwards), predicate="within")
        np.add.at(vote_m, piece, sign * length_m[point])
    return shapely.union_all(pieces[vote_m > 0]), shapely.union_all(pieces[vote_m <= 0])


def _lengthened(line: Any) -> Any:
    """A line that goes on a little at both ends, so that rounding cannot keep it from dividing its own buffer."""
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
