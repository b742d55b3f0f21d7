# SPDX-License-Identifier: GPL-2.0-or-later
"""Held area from front lines: loose ends are joined, lines and the theatre's edge divide the land, marks say whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..geometry.division import point_in
from ..geometry.geodesy import Coordinates, Frame
from ..geometry.polygons import GRID_M, Geometries, coverage_union
from ..libraries import shapely

MARKS, LEFT, RIGHT = "marks", "left", "right"
SIDES = (MARKS, LEFT, RIGHT)

BRIDGE, EXTENSION, LOOSE = "bridge", "extension", "loose"

OVERSHOOT_M = 1.0  # a join is drawn on by this much, so that it meets its target whatever is rounded
ASIDE_M = 0.1  # where left and right of a line are looked at
TOLD_FROM_M = 1.5  # shorter joins and ends only make up for rounding
SHARE_IN_DOUBT = 0.1  # of a face's border whose lines say the opposite

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Join:
    """What was added to the lines, or separates nothing: its kind, its points (n, 2) and its length in metres."""

    kind: str
    xy: Coordinates
    length_m: float


@dataclass(frozen=True)
class FromLines:
    """The area held on one date (a multipolygon in the frame), what was joined, and what the user should know.

    `outside_m` is the length of lines beyond the theatre; `marks_outside` counts marks there; `untouched_m2` is land
    that no line borders and no mark lies in; `in_doubt` are points (n, 2) where lines contradict each other.
    """

    held: Any
    joins: tuple[Join, ...]
    lines_m: float
    outside_m: float
    faces: int
    faces_of_theatre: int
    marks_outside: int = 0
    untouched_m2: float = 0.0
    in_doubt: Coordinates = field(default_factory=lambda: np.zeros((0, 2)))

    def of_kind(self, kind: str) -> list[Join]:
        """Return the joins of one kind."""
        return [join for join in self.joins if join.kind == kind]

    @property
    def separates(self) -> bool:
        """Whether the lines divide the land at all."""
        return self.faces > self.faces_of_theatre


def held_from_lines(
    lines: Geometries, theatre: Any, marks: Geometries, side: str, bridge_m: float, extend_m: float, frame: Frame
) -> FromLines:
    """Return the area held by one side, from front lines (n,) and a theatre in the frame.

    An end of a line is joined to another end no farther than `bridge_m`, else to another line as near, else to the
    theatre's edge no farther than `extend_m`; the shortest joins come first. `marks`, points and polygons, lie in held
    ground; with `side` left or right ground is held on that side of the lines, as they were drawn, and marks add to it.
    """
    inside, outside_m = _clipped(lines, theatre, frame)
    joins = _joins(inside, theatre, bridge_m, extend_m)
    edge = shapely.boundary(theatre)
    drawn = [edge, *inside, *(shapely.linestrings(_drawn_on(join.xy)) for join in joins)]
    noded = shapely.get_parts(np.array([shapely.union_all(drawn, grid_size=GRID_M)], dtype=object))
    polygons, _, dangles, _ = shapely.polygonize_full(noded)
    faces = shapely.get_parts(polygons)
    xy = point_in(faces)
    shapely.prepare(theatre)
    faces = faces[shapely.contains_xy(theatre, xy[:, 0], xy[:, 1])]

    is_held, marks_outside = _marked(faces, marks)
    known, in_doubt = is_held.copy(), np.zeros((0, 2))
    if side != MARKS:
        votes_m, in_doubt = _votes(faces, inside, side)
        is_held |= votes_m > 0
        known |= votes_m != 0
    told = tuple(
        Join(join.kind, join.xy, length_m)
        for join, length_m in zip(joins, _geodesic_m([join.xy for join in joins], frame))
        if length_m >= TOLD_FROM_M
    )
    return FromLines(
        held=coverage_union(faces[is_held]),
        joins=(*told, *_loose(shapely.get_parts(dangles), theatre, frame)),
        lines_m=sum(_geodesic_m([shapely.get_coordinates(line) for line in inside], frame), 0.0),
        outside_m=outside_m,
        faces=len(faces),
        faces_of_theatre=len(shapely.get_parts(theatre)),
        marks_outside=marks_outside,
        untouched_m2=float(shapely.area(faces[~known]).sum()) if side != MARKS else 0.0,
        in_doubt=in_doubt,
    )


def _clipped(lines: Geometries, theatre: Any, frame: Frame) -> tuple[Geometries, float]:
    """The lines inside the theatre, each running as drawn, and the length in metres of what lies beyond it."""
    shapely.prepare(theatre)
    parts = shapely.get_parts(shapely.get_parts(shapely.intersection(lines, theatre)))
    parts = parts[(shapely.get_dimensions(parts) == 1) & (shapely.length(parts) > 0)]
    beyond = shapely.get_parts(shapely.get_parts(shapely.difference(lines, theatre)))
    beyond = beyond[shapely.get_dimensions(beyond) == 1]
    return parts, sum(_geodesic_m([shapely.get_coordinates(line) for line in beyond], frame), 0.0)


def _joins(lines: Geometries, theatre: Any, bridge_m: float, extend_m: float) -> list[Join]:
    """Joins for all loose ends, the shortest first; ends between which the gap is too wide stay loose."""
    end, of_line = _loose_ends(lines)
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
    for place in np.flatnonzero(free):
        near = tree.query(points[place], predicate="dwithin", distance=bridge_m)
        others = near[near != of_line[place]]
        targets = [(float(shapely.distance(points[place], lines[line])), lines[line], BRIDGE) for line in others]
        targets += [(float(edge_m[place]), edge, EXTENSION)] if edge_m[place] <= extend_m else []
        if targets:
            gap_m, target, kind = min(targets, key=lambda option: option[0])
            foot = shapely.get_coordinates(shapely.shortest_line(points[place], target))
            joins.append(Join(kind, _with_direction(foot, lines[of_line[place]]), gap_m))
    return joins


def _loose_ends(lines: Geometries) -> tuple[Coordinates, NDArray[np.int64]]:
    """Ends (n, 2) of lines at which no other line ends or passes, and the line of each."""
    if not len(lines):
        return np.zeros((0, 2)), np.zeros(0, dtype=np.int64)
    first, last = (shapely.get_coordinates(shapely.get_point(lines, place)) for place in (0, -1))
    open_ended = (first != last).any(axis=1)
    end = np.concatenate([first[open_ended], last[open_ended]])
    of_line = np.tile(np.flatnonzero(open_ended), 2)
    point, line = shapely.STRtree(lines).query(shapely.points(end), predicate="dwithin", distance=GRID_M / 2)
    met = np.bincount(point[line != of_line[point]], minlength=len(end))
    return end[met == 0], of_line[met == 0]


def _gaps(
    end: Coordinates, of_line: NDArray[np.int64], lines: Geometries, edge_m: NDArray[np.float64], bridge_m: float
) -> list[tuple[int, int, float]]:
    """Pairs of ends near enough to be joined, the nearest first; not where both are nearer to the theatre's edge."""
    points = shapely.points(end)
    one, other = shapely.STRtree(points).query(points, predicate="dwithin", distance=bridge_m)
    one, other = one[one < other], other[one < other]
    gap_m = shapely.distance(points[one], points[other])
    own = of_line[one] == of_line[other]  # a line that nearly closes is a ring; a mere stub is none
    usable = (gap_m < edge_m[one] + edge_m[other]) & (~own | (shapely.length(lines[of_line[one]]) > 3 * gap_m))
    order = np.argsort(gap_m[usable], kind="stable")
    return list(zip(one[usable][order].tolist(), other[usable][order].tolist(), gap_m[usable][order].tolist()))


def _with_direction(foot: Coordinates, line: Any) -> Coordinates:
    """A join from an end to its foot; one of no length goes on as the line itself does."""
    if np.hypot(*(foot[1] - foot[0])) > GRID_M:
        return foot
    xy = shapely.get_coordinates(line)
    xy = xy if (xy[-1] == foot[0]).all() else xy[::-1]
    along = (xy[-1] - xy[-2]) / max(float(np.hypot(*(xy[-1] - xy[-2]))), GRID_M)
    return np.array([foot[0], foot[0] + along * GRID_M])


def _drawn_on(xy: Coordinates) -> Coordinates:
    """A join drawn on by a little."""
    along = xy[1] - xy[0]
    return np.array([xy[0], xy[1] + along / max(float(np.hypot(*along)), GRID_M) * OVERSHOOT_M])


def _marked(faces: Geometries, marks: Geometries) -> tuple[Flags, int]:
    """Which faces the marks show as held, and how many marks lie in none.

    A point marks the face that it lies in. A polygon marks faces of which it covers more than half, and the face that
    has the greatest part of it.
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
    """For each face the length of lines that have it on the held side less those that have it on the other.

    Also points (n, 2) where lines contradict what most of the border says.
    """
    starts, ends = [np.zeros((0, 2))], [np.zeros((0, 2))]
    for line in lines:
        xy = shapely.get_coordinates(line)
        starts.append(xy[:-1])
        ends.append(xy[1:])
    start, end = np.concatenate(starts), np.concatenate(ends)
    length_m = np.hypot(*(end - start).T)
    start, end, length_m = start[length_m > 0], end[length_m > 0], length_m[length_m > 0]
    aside = np.column_stack([start[:, 1] - end[:, 1], end[:, 0] - start[:, 0]]) / length_m[:, None] * ASIDE_M
    middle = (start + end) / 2
    held, other = (middle + aside, middle - aside) if side == LEFT else (middle - aside, middle + aside)
    held_face, other_face = _face_of(faces, held), _face_of(faces, other)
    divides = held_face != other_face  # a loose line has one face on both sides
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
    """The number of the face in which each point lies; -1 for none."""
    found = np.full(len(xy), -1)
    shapely.prepare(faces)
    point, face = shapely.STRtree(faces).query(shapely.points(xy))
    within = shapely.contains_xy(faces[face], xy[point, 0], xy[point, 1])
    found[point[within]] = face[within]
    return found


def _loose(dangles: Geometries, theatre: Any, frame: Frame) -> list[Join]:
    """Lines that separate nothing, without the little by which joins were drawn on."""
    inside = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(dangles))) if len(dangles) else dangles
    kept = [shapely.get_coordinates(line) for line in inside if shapely.intersects(theatre, line)]
    return [
        Join(LOOSE, xy, length_m) for xy, length_m in zip(kept, _geodesic_m(kept, frame)) if length_m >= TOLD_FROM_M
    ]


def _geodesic_m(lines: Sequence[Coordinates], frame: Frame) -> list[float]:
    return [float(frame.geodesic_m(xy[:-1], xy[1:]).sum()) for xy in lines]
