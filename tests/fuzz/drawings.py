# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons drawn at random, and edits of them like those of analysts. In metres, on the millimetre."""

from __future__ import annotations

from typing import Any

import numpy as np
from frontline_change.core.libraries import shapely

NOTHING = shapely.MultiPolygon()
Random = np.random.Generator


def on_grid(geometry: Any, grid: float = 1e-3) -> Any:
    """The polygons of a geometry as one valid multipolygon, every coordinate a multiple of `grid`."""
    exact = shapely.transform(
        shapely.set_precision(geometry, grid), lambda xy: np.rint(xy / grid) / np.rint(1 / grid) if grid < 1 else xy
    )
    return multi([part for part in _flattened(exact) if part.geom_type == "Polygon" and part.area > 0])


def multi(polygons: Any) -> Any:
    """Several polygons as one multipolygon; of none, an empty one."""
    return shapely.MultiPolygon(list(polygons))


def _flattened(geometry: Any) -> list[Any]:
    """The single parts of a geometry, collections opened."""
    parts = list(shapely.get_parts(geometry))
    return [each for part in parts for each in ([part] if not hasattr(part, "geoms") else _flattened(part))]


def polygons_of(geometry: Any) -> tuple[Any, ...]:
    """The single polygons of a geometry."""
    return tuple(part for part in shapely.get_parts(geometry) if not part.is_empty)


def box(west: float, south: float, east: float, north: float) -> Any:
    """A rectangle."""
    return shapely.box(west, south, east, north)


def whole_corners(rng: Random, most: int = 8, extent: int = 9) -> np.ndarray:
    """The corners (n, 2) of a polygon at whole numbers, in angular order."""
    across = 2 * extent + 1
    numbers = rng.choice(across**2, int(rng.integers(4, most + 1)), replace=False)  # never two of a kind
    corners = np.column_stack(np.divmod(numbers, across)).astype(float) - extent
    around = corners - corners.mean(axis=0)
    return corners[np.argsort(np.arctan2(around[:, 1], around[:, 0]))]


def star(rng: Random, radius_m: float, corners: int, spread: float = 0.9) -> np.ndarray:
    """The corners (n, 2) of a star-shaped polygon around the origin."""
    angle = (np.arange(corners) + rng.uniform(-0.4, 0.4, corners)) * (2 * np.pi / corners)
    radius = radius_m * (1 - spread * rng.random(corners))
    return radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])


def winding(rng: Random, corners: np.ndarray, times: int, share: float) -> np.ndarray:
    """A ring with each edge bent `times` times at its middle, as natural lines are."""
    for _ in range(times):
        following = np.roll(corners, -1, axis=0)
        along = following - corners
        across = np.column_stack([-along[:, 1], along[:, 0]])
        middle = corners + along * rng.uniform(0.35, 0.65, (len(corners), 1))
        middle += across * rng.uniform(-share, share, (len(corners), 1))
        corners = np.stack([corners, middle], axis=1).reshape(-1, 2)
    return corners


def natural(rng: Random, radius_m: float) -> Any:
    """A natural area with some 6 to 60 corners."""
    for _ in range(20):
        ring = winding(rng, star(rng, radius_m, int(rng.integers(3, 9)), 0.6), int(rng.integers(0, 4)), 0.25)
        drawn = shapely.Polygon(ring)
        if drawn.is_valid:
            return on_grid(drawn)
    return on_grid(shapely.Polygon(star(rng, radius_m, 6, 0.5)))


def cells(rng: Random, columns: int, rows: int, size: float, share: float = 0.5) -> Any:
    """Squares of a grid taken at random, united: shared edges, corners that touch, holes that touch the shell."""
    flags = rng.random((rows, columns)) < share
    squares = [box(x * size, y * size, (x + 1) * size, (y + 1) * size) for y, x in zip(*np.nonzero(flags))]
    return on_grid(shapely.union_all(squares)) if squares else NOTHING


# Edits


def move_corners(rng: Random, area: Any, size: float) -> Any:
    """Up to three corners moved."""
    return _ring_edited(rng, area, lambda ring: _moved(rng, ring, size))


def redraw(rng: Random, area: Any, size: float) -> Any:
    """A stretch of the outline drawn anew."""

    def edit(ring: np.ndarray) -> np.ndarray:
        ring = np.roll(ring, int(rng.integers(len(ring))), axis=0)
        end = int(rng.integers(1, max(2, len(ring) // 2)))
        share = np.sort(rng.random(int(rng.integers(1, 7))))[:, None]
        new = ring[0] + (ring[end] - ring[0]) * share + rng.normal(0, size, (len(share), 2))
        return np.concatenate([ring[:1], new, ring[end:]])

    return _ring_edited(rng, area, edit)


def along_an_edge(rng: Random, area: Any, size: float) -> Any:
    """A corner moved along one of its edges, or on beyond it, to the nearest millimetre."""

    def edit(ring: np.ndarray) -> np.ndarray:
        number, towards = int(rng.integers(len(ring))), int(rng.choice([-1, 1]))
        share = rng.integers(-20, 21) / rng.choice([10, 13])
        ring = ring.copy()
        ring[number] += share * (ring[(number + towards) % len(ring)] - ring[number])
        return ring

    return _ring_edited(rng, area, edit)


def insert_corner(rng: Random, area: Any, size: float) -> Any:
    """A corner added on an edge, to the nearest millimetre, or a little off it."""

    def edit(ring: np.ndarray) -> np.ndarray:
        number = int(rng.integers(len(ring)))
        a, b = ring[number], ring[(number + 1) % len(ring)]
        new = a + (b - a) * rng.random() + rng.choice([0.0, 0.001, 0.05, size]) * rng.normal(size=2)
        return np.insert(ring, number + 1, new, axis=0)

    return _ring_edited(rng, area, edit)


def drop_corner(rng: Random, area: Any, size: float) -> Any:
    """A corner left out."""
    return _ring_edited(
        rng, area, lambda ring: np.delete(ring, int(rng.integers(len(ring))), axis=0) if len(ring) > 3 else ring
    )


def add_patch(rng: Random, area: Any, size: float) -> Any:
    """Ground added or taken away around a point of the outline: a disc, a square, a triangle."""
    xy = _outline(area)
    if not len(xy):
        return area
    x, y = xy[int(rng.integers(len(xy)))] + rng.choice([0.0, size / 2]) * rng.normal(size=2)
    radius = size * rng.uniform(0.3, 2)
    patch = (
        shapely.Point(x, y).buffer(radius, quad_segs=int(rng.integers(1, 6))),
        box(x - radius, y - radius, x + radius, y + radius),
        shapely.Polygon([(x, y), *(rng.normal(0, radius, (2, 2)) + np.array([x, y]))]),
    )[int(rng.integers(3))]
    return on_grid(shapely.union(area, patch) if rng.random() < 0.6 else shapely.difference(area, patch))


def triangle_of_corners(rng: Random, area: Any, size: float) -> Any:
    """A triangle with two or three corners of the area added or taken away: edges shared exactly."""
    xy = _outline(area)
    if len(xy) < 3:
        return area
    number = int(rng.integers(len(xy) - 1))
    third = xy[int(rng.integers(len(xy)))] if rng.random() < 0.5 else xy[number] + rng.normal(0, size, 2)
    patch = shapely.Polygon([xy[number], xy[number + 1], np.round(third, 3)])
    if not patch.is_valid or not patch.area:
        return area
    return on_grid(shapely.union(area, patch) if rng.random() < 0.5 else shapely.difference(area, patch))


def grow(rng: Random, area: Any, size: float) -> Any:
    """The whole outline pushed out or drawn in."""
    return on_grid(shapely.buffer(area, size * rng.choice([-1, 1]), quad_segs=2, join_style="mitre"))


def punch(rng: Random, area: Any, size: float) -> Any:
    """A hole, often one that touches the outline in a corner."""
    xy = _outline(area)
    if not len(xy):
        return area
    x, y = xy[int(rng.integers(len(xy)))]
    inner = shapely.get_coordinates(shapely.point_on_surface(area))[0]
    hole = shapely.Polygon([(x, y), inner, np.round(inner + rng.normal(0, size, 2), 3)])
    return on_grid(shapely.difference(area, hole)) if hole.is_valid and hole.area else area


def drop_part(rng: Random, area: Any, size: float) -> Any:
    """One polygon of several left out, or a new one elsewhere."""
    parts = list(polygons_of(area))
    if len(parts) > 1 and rng.random() < 0.5:
        del parts[int(rng.integers(len(parts)))]
        return multi(parts)
    west, south, east, north = shapely.bounds(area)
    place = rng.uniform((west, south), (east, north))
    return on_grid(shapely.union(area, shapely.Polygon(star(rng, size, 5) + place)))


def resave(rng: Random, area: Any, size: float) -> Any:
    """Every corner rounded, as in a file saved with fewer digits."""
    return on_grid(area, float(rng.choice([0.01, 0.1, 1.0, 10.0])))


EDITS = (
    move_corners, redraw, along_an_edge, insert_corner, drop_corner, add_patch, triangle_of_corners, punch, drop_part,
)  # fmt: skip


def edited(rng: Random, area: Any, size: float, times: int = 1) -> Any:
    """An area after some edits of one size."""
    for _ in range(times):
        if area.is_empty:
            return area
        area = EDITS[int(rng.integers(len(EDITS)))](rng, area, size)
    return area


def _moved(rng: Random, ring: np.ndarray, size: float) -> np.ndarray:
    which = rng.integers(0, len(ring), int(rng.integers(1, 4)))
    ring = ring.copy()
    ring[which] += rng.normal(0, size, (len(which), 2))
    return ring


def _ring_edited(rng: Random, area: Any, edit: Any) -> Any:
    """An area with one of its rings edited; unchanged where the result is invalid."""
    parts = list(polygons_of(area))
    if not parts:
        return area
    number = int(rng.integers(len(parts)))
    rings = [shapely.get_coordinates(ring)[:-1] for ring in shapely.get_rings(parts[number])]
    which = int(rng.integers(len(rings)))
    rings[which] = np.round(edit(rings[which]), 3)
    if len(rings[which]) < 3:
        return area
    parts[number] = shapely.Polygon(rings[0], rings[1:])
    whole = multi(parts)
    if whole.is_valid:
        return whole
    return on_grid(shapely.make_valid(whole))


def _outline(area: Any) -> np.ndarray:
    parts = polygons_of(area)
    return shapely.get_coordinates(shapely.get_rings(parts)[0]) if parts else np.zeros((0, 2))
