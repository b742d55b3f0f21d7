# SPDX-License-Identifier: GPL-2.0-or-later
"""Families of generated cases. A family is a function from a random generator to a case; FAMILIES lists them.

Most of them found something once, or are what a library that overlays polygons gets wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import drawings as draw
import numpy as np
from drawings import NOTHING, Random, box, on_grid, polygons_of
from frontline_change.core.libraries import shapely
from generated import DEGREES, PLANE, Case

SUITE = Path(__file__).resolve().parents[3] / "shared" / "data" / "overlay_suite.json"
SUITE_SCALES = (1, 0.37, 0.1, 0.03, 0.01, 0.003, 2.7, 7.3)
SUITE_EXTENT_M = 100_000.0
KM = 1000.0
PAIR = ("moved", "swapped")
SERIES = ("moved", "steps", "captured")


class NoCaseError(Exception):
    """The drawing came to nothing, such as an area that an edit removed; the next one is tried."""


def _plane(family: str, areas: list[Any], properties: tuple[str, ...]) -> Case:
    """A case of areas in metres of the frame."""
    if not all(area.is_valid for area in areas) or all(area.is_empty for area in areas):
        raise NoCaseError
    return Case(family, PLANE, tuple(polygons_of(area) for area in areas), properties)


def _series(rng: Random, area: Any, size: float, most: int = 4) -> list[Any]:
    """Two to `most` maps; the last one is sometimes the first again."""
    maps = [area]
    for _ in range(int(rng.integers(1, most))):
        maps.append(draw.edited(rng, maps[-1], size, int(rng.integers(1, 3))))
    if len(maps) > 2 and rng.random() < 0.2:
        maps[-1] = maps[0]
    return maps


def _with_depth(rng: Random, properties: tuple[str, ...], share: float = 0.25) -> tuple[str, ...]:
    return (*properties, "depth") if rng.random() < share else properties


def _in_sectors(rng: Random, case: Case, share: float = 0.4) -> Case:
    """The case with sectors without overlaps, which share corners and lines with its maps; perhaps with a home."""
    if rng.random() > share:
        return case
    areas = [draw.multi(polygons) for polygons in case.maps]
    whole = shapely.union_all(areas)
    west, south, east, north = shapely.bounds(whole)
    size = max(east - west, north - south, 0.01)
    taken, found = NOTHING, []
    for number in range(int(rng.integers(1, 4))):
        kind = int(rng.integers(4))
        if kind == 0:  # cut at a corner of a map
            x = float(rng.choice(shapely.get_coordinates(whole)[:, 0]))
            drawn = box(x, south - 1, x + size * rng.uniform(0.1, 1), north + 1)
        elif kind == 1:  # one of the maps, edited
            drawn = draw.edited(rng, areas[int(rng.integers(len(areas)))], size / 20)
        elif kind == 2:
            middle = rng.uniform((west, south), (east + 1e-9, north + 1e-9))
            drawn = shapely.make_valid(shapely.Polygon(draw.star(rng, size / 2, int(rng.integers(3, 8))) + middle))
        else:  # along an edge of a map, and beyond it
            xy = shapely.get_coordinates(whole)
            at = int(rng.integers(len(xy) - 1))
            along = (xy[at + 1] - xy[at]) * rng.integers(-15, 16, (2, 1)) / 10
            drawn = shapely.make_valid(shapely.Polygon([*(xy[at] + along), xy[at] + rng.normal(0, size, 2)]))
        drawn = on_grid(shapely.difference(on_grid(drawn), taken, grid_size=1e-3))
        if not drawn.is_empty:
            taken = shapely.union_all([taken, drawn], grid_size=1e-3)
            found += [(f"s{number}", polygon) for polygon in polygons_of(drawn)]
    return replace(case, sectors=tuple(found), properties=(*case.properties, "rows"))


def _with_home(rng: Random, case: Case, share: float = 0.4) -> Case:
    """The case with ground of the side's own beside or over its maps."""
    if "depth" not in case.properties or rng.random() > share:
        return case
    west, south, east, north = shapely.bounds([polygon for polygons in case.maps for polygon in polygons]).T
    size = max(east.max() - west.min(), north.max() - south.min())
    x = float(rng.uniform(west.min() - size / 2, east.max()))
    return replace(case, home=box(*np.round([x, south.min() - 1, x + size * rng.uniform(0.05, 1), north.max()], 3)))


# In the plane


def collinear(rng: Random) -> Case:
    """Edges that became longer or shorter along themselves: spikes 1e-13 m wide."""
    unit_m = float(rng.choice([0.5, 1, 10, 100, 1000, 7000]))
    area = on_grid(shapely.make_valid(shapely.Polygon(draw.whole_corners(rng) * unit_m)))
    maps = [area]
    for _ in range(int(rng.integers(1, 4))):
        edit = draw.along_an_edge if rng.random() < 0.8 else draw.insert_corner
        maps.append(edit(rng, maps[-1], 0.0))
    case = _plane("collinear", maps, PAIR if len(maps) == 2 else SERIES)
    return _with_home(rng, _in_sectors(rng, case))


def grid(rng: Random) -> Case:
    """Squares of a grid: shared edges, touching corners, holes that touch the shell, enclaves in holes."""
    size, columns, rows = float(rng.choice([1, 50, 750, 1500, 4000])), *rng.integers(2, 6, 2)
    maps = [draw.cells(rng, columns, rows, size, rng.uniform(0.3, 0.8)) for _ in range(int(rng.integers(2, 5)))]
    case = _plane("grid", maps, _with_depth(rng, PAIR if len(maps) == 2 else SERIES))
    return _with_home(rng, _in_sectors(rng, case))


def stars(rng: Random) -> Case:
    """Stars off any grid, with needles, joined or cut out of each other."""

    def area() -> Any:
        drawn = NOTHING
        for _ in range(int(rng.integers(1, 4))):
            one = shapely.Polygon(
                draw.star(rng, 6 * KM, int(rng.integers(3, 13)), 0.99) + rng.uniform(-8 * KM, 8 * KM, 2)
            )
            drawn = shapely.difference(drawn, one) if rng.random() < 0.25 else shapely.union(drawn, one)
        return on_grid(drawn)

    maps = [area() for _ in range(int(rng.integers(2, 4)))]
    case = _plane("stars", maps, _with_depth(rng, PAIR if len(maps) == 2 else SERIES))
    return _with_home(rng, _in_sectors(rng, case))


def redrawn(rng: Random) -> Case:
    """A natural area edited as analysts do: stretches redrawn, corners moved, ground added, at 20 m to 1.5 km."""
    maps = _series(rng, draw.natural(rng, rng.uniform(2, 40) * KM), 10 ** rng.uniform(1.3, 3.2))
    case = _plane("redrawn", maps, _with_depth(rng, PAIR if len(maps) == 2 else SERIES))
    return _with_home(rng, _in_sectors(rng, case))


def grown(rng: Random) -> Case:
    """A natural area pushed out or drawn in as a whole."""
    size = 10 ** rng.uniform(1.3, 3.2)
    area = draw.natural(rng, rng.uniform(5, 20) * KM)
    maps = [area, draw.grow(rng, area, size)]
    if rng.random() < 0.3:
        maps.append(draw.edited(rng, maps[-1], size))
    case = _plane("grown", maps, _with_depth(rng, PAIR if len(maps) == 2 else SERIES))
    return _with_home(rng, _in_sectors(rng, case))


def tiny(rng: Random) -> Case:
    """Areas of millimetres to metres, far from the centre of the frame."""
    unit_m = float(rng.choice([0.001, 0.002, 0.01, 0.1, 1.0]))
    shift = rng.choice([0.0, 1234.567, 200_000.0, 1_000_000.0], 2)
    maps = [
        on_grid(shapely.make_valid(shapely.Polygon(draw.whole_corners(rng) * unit_m + shift)))
        for _ in range(int(rng.integers(2, 4)))
    ]
    case = _plane("tiny", maps, PAIR if len(maps) == 2 else SERIES)
    return _with_home(rng, _in_sectors(rng, case))


def spikes(rng: Random) -> Case:
    """Needles a few millimetres wide and kilometres long, over and beside each other."""

    def needle() -> Any:
        start, end = rng.integers(-5, 6, (2, 2)) * KM
        across = rng.integers(-3, 4, 2) * float(rng.choice([0.001, 0.01, 1]))
        return on_grid(shapely.make_valid(shapely.Polygon([start, end, start + across])))

    area = on_grid(shapely.make_valid(shapely.Polygon(draw.whole_corners(rng) * KM)))
    maps = [area, area]
    for _ in range(int(rng.integers(1, 4))):
        which = int(rng.integers(2))
        overlay = shapely.union if rng.random() < 0.5 else shapely.difference
        maps[which] = on_grid(overlay(maps[which], needle()))
    case = _plane("spikes", maps, PAIR)
    return _with_home(rng, _in_sectors(rng, case))


def parts(rng: Random) -> Case:
    """Many small areas, some of which touch."""
    count = int(rng.integers(10, 40))

    def area(seeds: np.ndarray) -> Any:
        return on_grid(shapely.union_all([shapely.make_valid(shapely.Polygon(xy)) for xy in seeds]))

    middle = rng.uniform(-20 * KM, 20 * KM, (count, 1, 2))
    drawn = middle + np.stack([draw.star(rng, 3 * KM, 4) for _ in range(count)])
    moved = drawn.copy()
    which = rng.random(count) < 0.3
    moved[which] += rng.normal(0, 400, (int(which.sum()), 4, 2))
    kept = rng.random(count) > 0.1
    case = _plane("parts", [area(drawn), area(moved[kept])], _with_depth(rng, PAIR, 0.1))
    return _with_home(rng, _in_sectors(rng, case))


def resaved(rng: Random) -> Case:
    """The same area saved with fewer digits, before or after an edit."""
    area = draw.natural(rng, rng.uniform(1, 30) * KM)
    after = draw.edited(rng, area, 10 ** rng.uniform(0.5, 3)) if rng.random() < 0.6 else area
    case = _plane("resaved", [area, draw.resave(rng, after, 0.0)], PAIR)
    return _with_home(rng, _in_sectors(rng, case))


def suite(rng: Random) -> Case:
    """A pair from overlay test suites, scaled as well as turned, moved and mirrored at random."""
    pairs = suite_pairs()
    if not pairs:
        raise NoCaseError
    one, other = pairs[int(rng.integers(len(pairs)))]
    angle = float(rng.choice([0, 0, 90, rng.uniform(0, 360)]))
    return suite_case((one, other), SUITE_EXTENT_M * 10 ** rng.uniform(-4, 0.85), angle, bool(rng.random() < 0.5))


def suite_case(pair: tuple[Any, Any], extent_m: float, angle_deg: float = 0.0, swapped: bool = False) -> Case:
    """A pair scaled to an extent and turned, on the millimetre. Raises NoCaseError where that makes it invalid."""
    corners = np.concatenate([shapely.get_coordinates(each) for each in pair])
    low, high = corners.min(axis=0), corners.max(axis=0)
    scale = extent_m / (high - low).max()
    cos, sin = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))

    def move(xy: np.ndarray) -> np.ndarray:
        return np.rint((xy - low) * scale @ [[cos, sin], [-sin, cos]] * 1000) / 1000

    areas = [draw.multi(shapely.get_parts(shapely.transform(each, move))) for each in pair]
    return _plane("suite", areas[::-1] if swapped else areas, PAIR)


def suite_pairs() -> list[tuple[Any, Any]]:
    """The pairs of the overlay suites, if they are at hand."""
    if not _SUITE and SUITE.exists():
        for pair in json.loads(SUITE.read_text(encoding="utf-8")):
            one, other = shapely.from_wkt(pair["a"]), shapely.from_wkt(pair["b"])
            _SUITE.append((one, other))
    return _SUITE


_SUITE: list[tuple[Any, Any]] = []


def fronts(rng: Random) -> Case:
    """Squares of a grid in a square theatre: the length of the front is the length of their edges well inside it."""
    size = float(rng.choice([1500, 3000, 5000]))
    columns, rows = rng.integers(2, 6, 2)
    maps = [draw.cells(rng, columns, rows, size) for _ in range(2)]
    case = _plane("fronts", maps, ("front",))
    theatre = box(-rng.integers(0, 3) * size, -rng.integers(0, 3) * size, (columns + 1) * size, (rows + 1) * size)
    cut = float(rng.integers(1, 2 * columns)) * size / 2  # at times along a border of squares
    sectors = (("west", box(-1e5, -1e5, cut, 1e5)), ("east", box(cut, -1e5, 1e5, 1e5)))
    return replace(case, theatre=theatre, sectors=sectors[: int(rng.integers(0, 3))])


def symmetric(rng: Random) -> Case:
    """A front with stretches whose middles are the same: sectors symmetric about it."""
    width, height = float(rng.integers(10, 60)), float(rng.integers(4, 20))
    push = float(rng.integers(1, 12))
    before = on_grid(box(-width * KM, 0, width * KM, height * KM))
    after = on_grid(shapely.union(before, box(-width * KM, height * KM, width * KM, (height + push) * KM)))
    edges = np.sort(rng.choice(np.arange(1, int(width)), int(rng.integers(1, min(4, int(width)))), replace=False))
    nested = [box(-edge * KM, -100 * KM, edge * KM, 100 * KM) for edge in edges.astype(float)]
    rings = [nested[0], *(shapely.difference(outer, inner) for outer, inner in zip(nested[1:], nested))]
    sectors = tuple((f"s{number}", part) for number, each in enumerate(rings) for part in polygons_of(each)[:1])
    if rng.random() < 0.4:
        angle, shift = rng.uniform(0, 360), rng.uniform(-50 * KM, 50 * KM, 2)
        turn = _turned(angle, shift)
        before, after = on_grid(shapely.transform(before, turn)), on_grid(shapely.transform(after, turn))
        sectors = tuple((name, shapely.transform(each, turn)) for name, each in sectors)
    return replace(_plane("symmetric", [before, after], ("belt",)), sectors=sectors)


def _turned(angle_deg: float, shift: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    cos, sin = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))
    return lambda xy: xy @ [[cos, sin], [-sin, cos]] + shift


def divisions(rng: Random) -> Case:
    """Ground divided among the nearest of several points: on grids, on circles, in rows, on one spot."""
    ground = [
        on_grid(box(-8 * KM, -8 * KM, 8 * KM, 8 * KM)),
        draw.natural(rng, 9 * KM),
        draw.cells(rng, 5, 5, 3 * KM, 0.7),
    ][int(rng.integers(3))]
    if ground.is_empty:
        raise NoCaseError
    count = int(rng.integers(1, 20))
    angle = rng.integers(0, 24, count) * np.pi / 12
    sites = [
        rng.integers(-10, 11, (count, 2)) * KM,
        rng.integers(-4, 5, (count, 2)) * 2 * KM,
        np.column_stack([np.cos(angle), np.sin(angle)]) * float(rng.choice([1, 5 * KM])),
        rng.uniform(-9 * KM, 9 * KM, (count, 2)),
        np.column_stack([np.full(count, rng.integers(-3, 4) * KM), np.linspace(-8 * KM, 8 * KM, count)]),
    ][int(rng.integers(5))]
    if rng.random() < 0.3:
        sites = np.concatenate([sites, sites[: count // 2 + 1] + rng.choice([0, 1e-12, 1e-5, 0.01])])
    if rng.random() < 0.3:
        sites = _turned(rng.uniform(0, 360), np.zeros(2))(sites)
    return Case("divisions", PLANE, (polygons_of(ground),), ("nearest",), sites=tuple(map(tuple, sites.tolist())))


def classes(rng: Random) -> Case:
    """Two classes on two maps, often side by side; each map is held first, then contested."""
    area = draw.natural(rng, rng.uniform(3, 20) * KM)
    size = 10 ** rng.uniform(1.5, 3.5)
    if rng.random() < 0.3:
        drawn = [draw.cells(rng, 4, 4, 1500) for _ in range(4)]
    else:
        beside = draw.edited(rng, draw.grow(rng, area, size), size)
        drawn = [area, beside, draw.edited(rng, area, size, 2), draw.edited(rng, beside, size)]
    return _plane("classes", drawn, ("transitions",))


# In degrees


PLACES = ((36.8, 48.0), (30.0, 50.0), (32.5, 15.5), (-73.9, 40.7), (0.0, 0.0), (44.3, -12.0), (103.0, 61.0))


def _degrees(rng: Random, areas: list[Any], place: tuple[float, float], decimals: int) -> list[tuple[Any, ...]]:
    """Areas in metres as features in degrees around a place, rounded to some decimals as in files."""
    lon, lat = place
    scale = np.array([1 / (111_195.1 * np.cos(np.radians(lat))), 1 / 111_195.1])

    def move(xy: np.ndarray) -> np.ndarray:
        return np.round(xy * scale + [lon, lat], decimals)

    found = []
    for area in areas:
        drawn = shapely.transform(area, move)
        if not drawn.is_valid:
            drawn = shapely.make_valid(drawn)
        flat = [part for part in shapely.get_parts(drawn) if part.geom_type == "Polygon" and part.area > 0]
        found.append(tuple(shapely.get_parts(np.array(flat, dtype=object)) if flat else ()))
    return found


def _drawn(
    rng: Random, family: str, place: tuple[float, float], properties: tuple[str, ...], decimals: int | None = None
) -> Case:
    """A natural area with edits in degrees, some of it drawn as overlapping features, with sectors."""
    decimals = int(rng.choice([4, 5, 6, 7])) if decimals is None else decimals
    radius = rng.uniform(3, 30) * KM
    start = draw.natural(rng, radius) if rng.random() < 0.8 else draw.cells(rng, 5, 5, radius / 4)
    maps = _degrees(rng, _series(rng, start, 10 ** rng.uniform(1.5, 3.3)), place, decimals)
    if not all(maps):
        raise NoCaseError
    if rng.random() < 0.25:
        maps = [(*each, each[int(rng.integers(len(each)))]) for each in maps]
    sectors = _sectors(rng, radius, place, decimals)
    return Case(family, DEGREES, tuple(maps), properties, sectors)


def _sectors(rng: Random, radius: float, place: tuple[float, float], decimals: int) -> tuple[tuple[str, Any], ...]:
    """Up to four sectors that border on each other, overlap, or leave gaps; some have two features."""
    kind, count = int(rng.integers(4)), int(rng.integers(1, 5))
    if kind == 0:
        edges = np.sort(rng.uniform(-radius, radius, count + 1))
        areas = [box(west, -2 * radius, east, 2 * radius) for west, east in zip(edges, edges[1:])]
    elif kind == 1:
        areas = [draw.natural(rng, radius * rng.uniform(0.3, 1)) for _ in range(count)]
    elif kind == 2:
        whole = draw.natural(rng, radius)
        areas = [whole, *(draw.edited(rng, whole, radius / 20) for _ in range(count - 1))]
    else:
        areas = [draw.cells(rng, 5, 5, radius / 4, 0.3) for _ in range(count)]
    names = [str(rng.choice(["north", "south", "Ost", "захід", "a"])) for _ in areas]
    drawn = _degrees(rng, areas, place, decimals)
    return tuple((name, polygon) for name, each in zip(names, drawn) for polygon in each)


VARIANTS = ("order", "crs", "batching", "together")


def drawn(rng: Random) -> Case:
    """Maps and sectors in degrees, rounded as in files."""
    place = PLACES[int(rng.integers(len(PLACES)))]
    return _drawn(rng, "drawn", place, ("areas", "sectors", "partition", str(rng.choice(VARIANTS))))


def antimeridian(rng: Random) -> Case:
    """Maps across 180°, their longitudes continued beyond it."""
    return _drawn(rng, "antimeridian", (180.0, float(rng.uniform(-70, 70))), ("areas", "sectors", "partition"))


def polar(rng: Random) -> Case:
    """Maps at high latitudes."""
    latitude = float(rng.choice([-1, 1]) * rng.uniform(70, 86))
    return _drawn(rng, "polar", (float(rng.uniform(-170, 170)), latitude), ("areas", "sectors"))


def theatres(rng: Random) -> Case:
    """Maps in a theatre, with sectors: the front of the sectors adds up to the front of the whole."""
    place = PLACES[int(rng.integers(len(PLACES)))]
    case = _drawn(rng, "theatres", place, ("front in sectors",))
    (theatre,) = _degrees(rng, [draw.natural(rng, rng.uniform(10, 40) * KM)], place, 5)
    return replace(case, theatre=draw.multi(theatre) if len(theatre) > 1 else theatre[0])


def wide(rng: Random) -> Case:
    """A map or a sector with an edge of 180° or more: it has no defined side, so it is taken as drawn or refused."""
    lon, lat = rng.uniform(20, 60), rng.uniform(20, 60)
    maps = _degrees(rng, _series(rng, draw.natural(rng, 20 * KM), 2000.0, 2), (lon, lat), 5)
    if not all(maps):
        raise NoCaseError
    west, east = np.round([lon - rng.uniform(5, 170), lon + rng.uniform(95, 179)], 3)
    south, north = np.round([rng.uniform(-80, 15), rng.uniform(62, 85)], 3)
    strip = box(west, south, max(east, west + 180), north)
    if rng.random() < 0.5:
        sectors = ((("wide"), strip), *_sectors(rng, 20 * KM, (lon, lat), 5))
        return Case("wide", DEGREES, tuple(maps), ("areas", "sectors"), sectors, may_be_refused=True)
    return Case("wide", DEGREES, (maps[0], (strip,)), ("areas",), may_be_refused=True)


FAMILIES: dict[str, Callable[[Random], Case]] = {
    function.__name__: function
    for function in (
        collinear, grid, stars, redrawn, grown, tiny, spikes, parts, resaved, suite, fronts, symmetric, divisions,
        classes, drawn, antimeridian, polar, theatres, wide,
    )
}  # fmt: skip


def generated(family: str, seed: int, number: int) -> Case | None:
    """A case by its seed and number: the same on every machine. None where the drawing came to nothing."""
    rng = np.random.default_rng([seed, sum(map(ord, family)), number])
    try:
        return FAMILIES[family](rng)
    except (NoCaseError, shapely.GEOSException):
        return None
