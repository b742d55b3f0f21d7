# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws Aldmark: coast, borders, sectors and the front of each month, as rings of longitude and latitude.

Everything near the front is constructed on a ladder of rungs that run south across it. On a rung a front is a single
number, so the ground gained or lost between two months is known by construction, without any overlay.
"""

from __future__ import annotations

from functools import cache
from math import floor

from . import story
from .ellipsoid import Point
from .roughness import Sketch, rough, wave


def to_degrees(east_km: float, north_km: float) -> Point:
    """Longitude and latitude of a sketch point, rounded to 7 decimals (1 cm) as in the files."""
    lon = story.ORIGIN[0] + east_km / story.KM_PER_DEGREE[0]
    lat = story.ORIGIN[1] + north_km / story.KM_PER_DEGREE[1]
    return round(lon, 7), round(lat, 7)


# --- the ladder ---------------------------------------------------------------------------------------------


@cache
def _knot(rung: int, knot: int) -> Sketch:
    """Vertex number `knot` of a rung, counted south from the top. The rungs are bent, and so is the front."""
    east = story.WEST_KM + rung * story.RUNG_STEP_KM
    south = knot * story.KNOT_KM
    sway_east = 5.0 * wave(1, east / 40, south / 17) + 2.2 * wave(2, east / 19, south / 6.1)
    sway_east += 0.6 * wave(5, east / 9, south / 2.4) + 0.18 * wave(6, east / 5, south / 1.1)
    sway_north = 3.0 * wave(3, east / 19, south / 14) + 0.8 * wave(4, east / 5, south / 6)
    return east + sway_east, story.TOP_KM - south + sway_north


def _rung_end(divide: int) -> Sketch:
    """The point where a divide leaves its rung towards the coast."""
    return _knot(story.DIVIDES[divide], round(story.RUNG_ENDS_KM[divide] / story.KNOT_KM))


def on_rung(rung: int, south_km: float) -> Point:
    """Point on a rung."""
    knot = floor(south_km / story.KNOT_KM)
    share = south_km / story.KNOT_KM - knot
    (east1, north1), (east2, north2) = _knot(rung, knot), _knot(rung, knot + 1)
    return to_degrees(east1 + share * (east2 - east1), north1 + share * (north2 - north1))


def along_rung(rung: int, from_km: float, to_km: float) -> list[Point]:
    """The part of a rung between two points, including both, with its vertices between them."""
    low, high = sorted((from_km, to_km))
    first, last = floor(low / story.KNOT_KM), floor(high / story.KNOT_KM)
    knots = [knot for knot in range(first + 1, last + 1) if knot * story.KNOT_KM < high]
    line = [on_rung(rung, low), *(to_degrees(*_knot(rung, knot)) for knot in knots), on_rung(rung, high)]
    return line if from_km <= to_km else line[::-1]


def rung_near(east_km: float) -> int:
    """Number of the rung at a distance east."""
    return round((east_km - story.WEST_KM) / story.RUNG_STEP_KM)


@cache
def front(map_index: int) -> tuple[float, ...]:
    """The front of a map: for each rung, kilometres south of the top."""
    if map_index == 0:
        return tuple(_first_front(story.WEST_KM + rung * story.RUNG_STEP_KM) for rung in range(story.RUNGS))
    line = list(front(map_index - 1))
    for number, move in enumerate(story.MOVES):
        if move.map_index == map_index:
            _push(line, move, seed=100 + number)
    for number, redraw in enumerate(story.REDRAWS):
        if redraw.map_index == map_index:
            first, last = rung_near(redraw.from_km), rung_near(redraw.to_km)
            for rung in range(first + 1, last):
                line[rung] += redraw.waver_km * wave(200 + number, rung / 6.3)
    return tuple(line)


def _first_front(east: float) -> float:
    """The front of the first map: smooth between the points drawn by hand, with bends from 9 km down to 600 m."""
    left, right = next(pair for pair in zip(story.FIRST_FRONT, story.FIRST_FRONT[1:]) if east < pair[1][0])
    share = (east - left[0]) / (right[0] - left[0])
    base = left[1] + (right[1] - left[1]) * share * share * (3 - 2 * share)
    scales = ((9, 1.8), (4.1, 1.2), (1.8, 0.7), (0.8, 0.35))
    return base + sum(size * wave(10 + n, east / length) for n, (length, size) in enumerate(scales))


def _push(line: list[float], move: story.Move, seed: int) -> None:
    """Move the front along its rungs: a bulge with a ragged edge, deepest at its middle rung."""
    middle = rung_near(move.east_km)
    left, right = round(move.left_km / story.RUNG_STEP_KM), round(move.right_km / story.RUNG_STEP_KM)
    for rung in range(max(middle - left, 0), min(middle + right, story.RUNGS - 1) + 1):
        reach = (rung - middle) / (left if rung < middle else right)
        ragged = 0.5 + 0.3 * wave(seed, rung / 9) + 0.2 * wave(seed + 50, rung / 3.1)
        from_tip = min(1.0, 3 * abs(reach))
        line[rung] += move.depth_km * (1 - reach * reach) * (1 - 0.5 * from_tip * ragged)


# --- what is drawn ------------------------------------------------------------------------------------------


@cache
def north(part: int) -> tuple[Point, ...]:
    """The state border from one divide to the next, running east; the last part ends on the easternmost rung."""
    ends = [_knot(story.DIVIDES[-1], 0)] if part == len(story.NORTH) - 1 else []
    return _points(rough([*story.NORTH[part], *ends], seed=20 + part, bend=0.13))


@cache
def south(part: int) -> tuple[Point, ...]:
    """The coast from one divide to the next, running east; the first part starts at the end of the western coast."""
    starts = [_rung_end(0)] if part == 0 else []
    return _points(rough([*starts, *story.SOUTH[part]], seed=30 + part, bend=0.17, step_km=0.5))


def divide_above(divide: int) -> list[Point]:
    """A divide from the state border down to the top of its rung (empty for the easternmost)."""
    if divide == len(story.DIVIDES) - 1:
        return []
    line = [story.NORTH[divide][0], _knot(story.DIVIDES[divide], 0)]
    return list(_points(rough(line, seed=40 + divide, bend=0.15)))[:-1]


def divide_below(divide: int) -> list[Point]:
    """A divide from the end of its rung to the coast (empty for the westernmost, which is the coast)."""
    if divide == 0:
        return []
    line = [_rung_end(divide), story.SOUTH[divide - 1][-1]]
    return list(_points(rough(line, seed=50 + divide, bend=0.15)))[1:]


def divide_line(divide: int) -> list[Point]:
    """A whole divide from the state border to the coast."""
    rung = along_rung(story.DIVIDES[divide], 0, story.RUNG_ENDS_KM[divide])
    return divide_above(divide) + rung + divide_below(divide)


def strip(part: int) -> list[Point]:
    """The land between two divides: a sector; the last strip belongs to no sector."""
    return ring([*divide_line(part), *south(part), *divide_line(part + 1)[::-1], *north(part)[::-1]])


def land() -> list[Point]:
    """The mainland of Aldmark."""
    coast = [point for part in range(len(story.SOUTH)) for point in south(part)]
    return ring([*divide_line(0), *coast, *divide_line(len(story.DIVIDES) - 1)[::-1], *border()[::-1]])


def border() -> list[Point]:
    """The state border in the north, running east."""
    return [point for part in range(len(story.NORTH)) for point in north(part)]


def home() -> list[Point]:
    """The side's own ground beyond the state border."""
    eastern = divide_line(len(story.DIVIDES) - 1)
    frame = rough(story.HOME_FRAME, seed=60, bend=0.1, step_km=3)
    return ring([*border(), *eastern, *_points(frame)])[::-1]


def islets() -> tuple[list[Point], list[Point]]:
    """The two islets off the western coast, which touch at one point."""
    meet_east, meet_north = story.ISLETS_MEET
    last, first = (
        (2 * meet_east - east, 2 * meet_north - north) for east, north in (story.WEST_ISLET[0], story.WEST_ISLET[-1])
    )
    west = _points(rough(story.WEST_ISLET, seed=61, bend=0.2, step_km=0.4))
    east = _points(rough([first, *story.EAST_ISLET, last], seed=62, bend=0.2, step_km=0.4))
    meet = to_degrees(meet_east, meet_north)
    return ring([meet, *west]), ring([meet, *reversed(east)])


def landing() -> list[Point]:
    """The lodgement: part of the far shore of the bay."""
    shore = south(0)
    first, last = (shore.index(to_degrees(*end)) for end in story.LANDING_SHORE)
    inland = _points(rough(story.LANDING_INLAND, seed=63, bend=0.12, step_km=0.5))
    return ring([*shore[first : last + 1], *inland])


def river() -> list[Point]:
    """The river Lenn, from the state border to the southern coast."""
    return list(_points(rough(story.RIVER, seed=64, bend=0.22, step_km=0.5)))


def front_line(map_index: int) -> list[Point]:
    """The front of a map from the western coast to the state border in the east."""
    return [on_rung(rung, south_km) for rung, south_km in enumerate(front(map_index))]


def held_strip(map_index: int, part: int) -> list[Point]:
    """The ground held between two divides: from the state border down to the front."""
    first, last = story.DIVIDES[part], story.DIVIDES[part + 1]
    line = front(map_index)
    west = divide_above(part) + along_rung(first, 0, line[first])
    east = divide_above(part + 1) + along_rung(last, 0, line[last])
    return ring([*west, *front_line(map_index)[first : last + 1], *east[::-1], *north(part)[::-1]])


def held_land(map_index: int) -> list[Point]:
    """The ground held on the mainland: one ring from coast to coast."""
    line = front(map_index)
    west = divide_above(0) + along_rung(story.DIVIDES[0], 0, line[0])
    east = along_rung(story.DIVIDES[-1], line[-1], 0)
    return ring([*west, *front_line(map_index), *east, *border()[::-1]])


def contested(map_index: int) -> list[list[Point]]:
    """The contested strips ahead of the front of a map, as rings."""
    line, outer = front(map_index), list(front(map_index))
    for number, grey in enumerate(story.GREYS):
        if grey.first <= map_index <= grey.last:
            first, last = rung_near(grey.from_km), rung_near(grey.to_km)
            for rung in range(first + 1, last):
                share = (rung - first) / (last - first)
                width = grey.width_km * 4 * share * (1 - share) * (0.75 + 0.25 * wave(300 + number, rung / 9))
                outer[rung] = max(outer[rung], line[rung] + width)
    grey_rungs = [rung for rung in range(story.RUNGS) if outer[rung] > line[rung]]
    starts = [rung for rung in grey_rungs if rung - 1 not in grey_rungs]
    ends = [rung for rung in grey_rungs if rung + 1 not in grey_rungs]
    return [
        ring(
            [on_rung(rung, outer[rung]) for rung in range(first - 1, last + 2)]
            + [on_rung(rung, line[rung]) for rung in range(last + 1, first - 2, -1)]
        )
        for first, last in zip(starts, ends)
    ]


def ring(points: list[Point]) -> list[Point]:
    """The points without consecutive repeats, and without the first repeated at the end."""
    kept = [point for number, point in enumerate(points) if point != points[number - 1]]
    return kept or points[:1]


def _points(line: list[Sketch]) -> tuple[Point, ...]:
    return tuple(to_degrees(*point) for point in line)
