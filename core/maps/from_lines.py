# SPDX-License-Identifier: GPL-2.0-or-later
"""Held area from front lines: dangling ends are joined, lines and the theatre's edge divide the land, and marks or
sides decide which faces are held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Flags, Geometries
from ..errors import require_finite
from ..geometry.geodesy import Frame
from ..geometry.polygons import GRID_M, coverage_union, points_inside
from ..libraries import shapely
from .twice_drawn import between_near_lines

MARKS, LEFT, RIGHT = "marks", "left", "right"
SIDES = (MARKS, LEFT, RIGHT)

BRIDGE, EXTENSION, DANGLING = "bridge", "extension", "loose"

AT_EDGE_M = 1.0  # an end this near lies on the theatre's edge: edges are straight in each CRS in its own way
OVERSHOOT_M = 1.0  # a join is extended by this much, so that it meets its target despite rounding
SIDE_OFFSET_M = 0.1  # the distance from a line at which its left and right side are sampled
REPORTED_FROM_M = 1.5  # shorter joins and ends only compensate for rounding
SHARE_IN_DOUBT = 0.1  # of a face's border: lines that contradict the rest


@dataclass(frozen=True)
class Join:
    """A line that was added, or a line that separates nothing: its kind, its points (n, 2), its length in metres.

    `ends` (k, 2) are the ends of a line that separates nothing which are not on the theatre's edge or another line.
    """

    kind: str
    xy: Coordinates
    length_m: float
    ends: Coordinates = field(default_factory=lambda: np.zeros((0, 2)))


@dataclass(frozen=True)
class FromLines:
    """The area held on one date (a multipolygon in the frame), the joins, and what the user should know.

    `faces` are the parts of the land, `strips` those of them that only lie between two lines near each other.
    `outside_m` is the length of lines beyond the theatre; `marks_outside` is the number of marks there; `untouched_m2`
    is the area of land without a bordering line or a mark; `in_doubt` are points (n, 2) where lines contradict each
    other.
    """

    held: Any
    joins: tuple[Join, ...]
    lines_m: float
    outside_m: float
    faces: int
    faces_of_theatre: int
    strips: int = 0
    marks_outside: int = 0
    untouched_m2: float = 0.0
    in_doubt: Coordinates = field(default_factory=lambda: np.zeros((0, 2)))

    def of_kind(self, kind: str) -> list[Join]:
        """Return the joins of one kind."""
        return [join for join in self.joins if join.kind == kind]

    @property
    def separates(self) -> bool:
        """Whether the lines divide the land."""
        return self.faces - self.strips > self.faces_of_theatre


def held_from_lines(
    lines: Geometries, theatre: Any, marks: Geometries, side: str, bridge_m: float, extend_m: float, frame: Frame
) -> FromLines:
    """Return the area held by one side, from front lines (n,) and a theatre in the frame.

    A dangling end is joined to another end within `bridge_m`, else to another line within `bridge_m`, else to the
    theatre's edge within `extend_m`; the shortest joins are made first. `marks`, points and polygons, lie in held
    ground. With `side` left or right, ground on that side of the lines, in their drawn direction, is held, and marks
    add to it.
    """
    require_finite(bridge_m=bridge_m, extend_m=extend_m)
    inside, outside_m = _clipped(lines, theatre, frame)
    joins = _joins(inside, theatre, bridge_m, extend_m)
    edge = shapely.boundary(theatre)
    drawn = [edge, *inside, *(shapely.linestrings(_extended(join.xy)) for join in joins)]
    noded = shapely.get_parts(np.array([shapely.union_all(drawn, grid_size=GRID_M)], dtype=object))
    polygons, _, dangles, _ = shapely.polygonize_full(noded)
    faces = shapely.get_parts(polygons)
    xy = points_inside(faces)
    shapely.prepare(theatre)
    faces = faces[shapely.contains_xy(theatre, xy[:, 0], xy[:, 1])]

    is_held, marks_outside = _marked(faces, marks)
    known, in_doubt = is_held.copy(), np.zeros((0, 2))
    if side != MARKS:
        votes_m, in_doubt = _votes(faces, inside, side)
        is_held |= votes_m > 0
        known |= votes_m != 0
    reported = tuple(
        Join(join.kind, join.xy, length_m)
        for join, length_m in zip(joins, _geodesic_m([join.xy for join in joins], frame))
        if length_m >= REPORTED_FROM_M
    )
    return FromLines(
        held=coverage_union(faces[is_held]),
        joins=(*reported, *_dangling(shapely.get_parts(dangles), noded, theatre, frame)),
        lines_m=sum(_geodesic_m([shapely.get_coordinates(line) for line in inside], frame), 0.0),
        outside_m=outside_m,
        faces=len(faces),
        faces_of_theatre=len(shapely.get_parts(theatre)),
        strips=int(between_near_lines(faces, edge, bridge_m).sum()),
        marks_outside=marks_outside,
        untouched_m2=float(shapely.area(faces[~known]).sum()) if side != MARKS else 0.0,
        in_doubt=in_doubt,
    )


def _clipped(lines: Geometries, theatre: Any, frame: Frame) -> tuple[Geometries, float]:
    """The lines inside the theatre in their drawn direction, and the length in metres of the rest."""
    shapely.prepare(theatre)
    parts = shapely.get_parts(shapely.get_parts(shapely.intersection(lines, theatre)))
    parts = parts[(shapely.get_dimensions(parts) == 1) & (shapely.length(parts) > 0)]
    beyond = shapely.get_parts(shapely.get_parts(shapely.difference(lines, theatre)))
    beyond = beyond[shapely.get_dimensions(beyond) == 1]
    return parts, sum(_geodesic_m([shapely.get_coordinates(line) for line in beyond], frame), 0.0)


def _joins(lines: Geometries, theatre: Any, bridge_m: float, extend_m: float) -> list[Join]:
    """Joins for all dangling ends, the shortest first; an end with no target near enough stays dangling."""
    end, of_line = _dangling_ends(lines)
    if not len(end):
        return []
    edge = shapely.boundary(theatre)
    points = shapely.points(end)
    edge_m = shapely.distance(points, edge)
    joins: list[Join] = []
    free = np.ones(len(end), dtype=bool)
    for one, other, gap_m in _gaps(end, of_line, lines, edge_m, bridge_m):
        if free[one] and free[other]:
            free[[one, other]] = False
            joins.append(Join(BRIDGE, end[[one, other]], gap_m))
    tree = shapely.STRtree(lines)
    for index in np.flatnonzero(free):
        near = tree.query(points[index], predicate="dwithin", distance=bridge_m)
        others = near[near != of_line[index]]
        targets = [(float(shapely.distance(points[index], lines[line])), lines[line], BRIDGE) for line in others]
        targets += [(float(edge_m[index]), edge, EXTENSION)] if edge_m[index] <= max(extend_m, AT_EDGE_M) else []
        if targets:
            gap_m, target, kind = min(targets, key=lambda option: option[0])
            foot = shapely.get_coordinates(shapely.shortest_line(points[index], target))
            joins.append(Join(kind, _with_direction(foot, lines[of_line[index]]), gap_m))
    return joins


def _dangling_ends(lines: Geometries) -> tuple[Coordinates, NDArray[np.int64]]:
    """Ends (n, 2) of lines that touch no other line, and the line of each."""
    if not len(lines):
        return np.zeros((0, 2)), np.zeros(0, dtype=np.int64)
    first, last = (shapely.get_coordinates(shapely.get_point(lines, index)) for index in (0, -1))
    open_ended = (first != last).any(axis=1)
    end = np.concatenate([first[open_ended], last[open_ended]])
    of_line = np.tile(np.flatnonzero(open_ended), 2)
    point, line = shapely.STRtree(lines).query(shapely.points(end), predicate="dwithin", distance=GRID_M / 2)
    met = np.bincount(point[line != of_line[point]], minlength=len(end))
    return end[met == 0], of_line[met == 0]


def _gaps(
    end: Coordinates, of_line: NDArray[np.int64], lines: Geometries, edge_m: NDArray[np.float64], bridge_m: float
) -> list[tuple[int, int, float]]:
    """Pairs of ends near enough to join, the nearest first, except pairs that are both nearer to the theatre's edge."""
    points = shapely.points(end)
    one, other = shapely.STRtree(points).query(points, predicate="dwithin", distance=bridge_m)
    one, other = one[one < other], other[one < other]
    gap_m = shapely.distance(points[one], points[other])
    own = of_line[one] == of_line[other]  # a line that nearly closes is a ring; a very short line is not
    usable = (gap_m < edge_m[one] + edge_m[other]) & (~own | (shapely.length(lines[of_line[one]]) > 3 * gap_m))
    order = np.argsort(gap_m[usable], kind="stable")
    return list(zip(one[usable][order].tolist(), other[usable][order].tolist(), gap_m[usable][order].tolist()))


def _with_direction(foot: Coordinates, line: Any) -> Coordinates:
    """A join from an end to its foot; a join without length continues in the direction of the line."""
    if np.hypot(*(foot[1] - foot[0])) > GRID_M:
        return foot
    xy = shapely.get_coordinates(line)
    xy = xy if (xy[-1] == foot[0]).all() else xy[::-1]
    along = (xy[-1] - xy[-2]) / max(float(np.hypot(*(xy[-1] - xy[-2]))), GRID_M)
    return np.array([foot[0], foot[0] + along * GRID_M])


def _extended(xy: Coordinates) -> Coordinates:
    """A join extended by a little."""
    along = xy[1] - xy[0]
    return np.array([xy[0], xy[1] + along / max(float(np.hypot(*along)), GRID_M) * OVERSHOOT_M])


def _marked(faces: Geometries, marks: Geometries) -> tuple[Flags, int]:
    """Which faces the marks show as held, and how many marks lie in no face.

    A point marks the face that contains it. A polygon marks the faces of which it covers more than half, and the face
    that contains most of it.
    """
    is_held = np.zeros(len(faces), dtype=bool)
    lost = 0
    shapely.prepare(faces)
    tree = shapely.STRtree(faces)
    for mark in marks:
        met = tree.query(mark, predicate="intersects")
        if not len(met):
            lost += 1
        elif shapely.get_dimensions(mark) < 2:
            is_held[met] = True
        else:
            shared_m2 = shapely.area(shapely.intersection(faces[met], mark))
            is_held[met[2 * shared_m2 > shapely.area(faces[met])]] = True
            is_held[met[np.argmax(shared_m2)]] = True
    return is_held, lost


def _votes(faces: Geometries, lines: Geometries, side: str) -> tuple[NDArray[np.float64], Coordinates]:
    """For each face, the length of lines that have it on their held side, less the length of lines that do not.

    The second value is the points (n, 2) where a line contradicts most of the border.
    """
    starts, ends = [np.zeros((0, 2))], [np.zeros((0, 2))]
    for line in lines:
        xy = shapely.get_coordinates(line)
        starts.append(xy[:-1])
        ends.append(xy[1:])
    start, end = np.concatenate(starts), np.concatenate(ends)
    length_m = np.hypot(*(end - start).T)
    start, end, length_m = start[length_m > 0], end[length_m > 0], length_m[length_m > 0]
    offset = np.column_stack([start[:, 1] - end[:, 1], end[:, 0] - start[:, 0]]) / length_m[:, None] * SIDE_OFFSET_M
    middle = (start + end) / 2
    held, other = (middle + offset, middle - offset) if side == LEFT else (middle - offset, middle + offset)
    held_face, other_face = _face_of(faces, held), _face_of(faces, other)
    divides = held_face != other_face  # a dangling line has the same face on both sides
    for_m, against_m = (
        np.bincount(face[divides & (face >= 0)], length_m[divides & (face >= 0)], len(faces))
        for face in (held_face, other_face)
    )
    doubtful = np.minimum(for_m, against_m) > SHARE_IN_DOUBT * np.maximum(for_m, against_m)
    worst = [
        middle[wrong][np.argmax(length_m[wrong])]
        for number in np.flatnonzero(doubtful)
        if (wrong := divides & ((other_face if for_m[number] >= against_m[number] else held_face) == number)).any()
    ]
    return np.asarray(for_m - against_m, dtype=np.float64), np.array(worst, dtype=np.float64).reshape(-1, 2)


def _face_of(faces: Geometries, xy: Coordinates) -> NDArray[np.int64]:
    """The index of the face that contains each point; -1 for none."""
    found = np.full(len(xy), -1)
    shapely.prepare(faces)
    point, face = shapely.STRtree(faces).query(shapely.points(xy))
    within = shapely.contains_xy(faces[face], xy[point, 0], xy[point, 1])
    found[point[within]] = face[within]
    return found


def _dangling(dangles: Geometries, noded: Geometries, theatre: Any, frame: Frame) -> list[Join]:
    """Lines that separate nothing, without the length by which joins were extended."""
    if not len(dangles):
        return []
    merged = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(dangles)))
    kept = [shapely.get_coordinates(line) for line in merged if shapely.intersects(theatre, line)]
    tree = shapely.STRtree(noded)
    return [
        Join(DANGLING, xy, length_m, _free_ends(xy, tree))
        for xy, length_m in zip(kept, _geodesic_m(kept, frame))
        if length_m >= REPORTED_FROM_M
    ]


def _free_ends(xy: Coordinates, tree: Any) -> Coordinates:
    """The ends of a line at which no other line of the tree begins."""
    ends = xy[[0, -1]]
    met = np.bincount(tree.query(shapely.points(ends), predicate="dwithin", distance=2 * OVERSHOOT_M)[0], minlength=2)
    return ends[met < 2] if (met < 2).any() else ends


def _geodesic_m(lines: Sequence[Coordinates], frame: Frame) -> list[float]:
    return [float(frame.geodesic_m(xy[:-1], xy[1:]).sum()) for xy in lines]
