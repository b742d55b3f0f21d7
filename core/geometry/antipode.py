# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons that the plane of a frame cannot show as drawn: around the antipode of its centre, or all round the Earth.

The antipode becomes the edge of the plane. A polygon around it would turn inside out, and areas near it are not exact.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Geometries, sum_per_row
from ..errors import InputError
from ..libraries import pyproj, shapely
from .geodesy import ANTIPODE_DEG, Frame

CUT_OUT_DEG = 1.0  # around the antipode, where only the surroundings of the maps matter
POLE_DEG = 89.0
AREA_NODES = 12  # of the integration along an edge: exact to rounding from pole to pole
WGS84_RADIUS_M = 6_378_137.0


def without_antipode(
    polygons: Geometries, feature: NDArray[np.int64], frame: Frame
) -> tuple[Geometries, NDArray[np.int64], NDArray[np.int64]]:
    """Return polygons in degrees without the ground within a degree of the antipode, and the feature of each.

    The last value is the features that were cut. Polygons all round the Earth come in several parts.
    """
    near = _meet(polygons, *_around_antipode(frame, CUT_OUT_DEG)) if len(polygons) else np.zeros(0, dtype=bool)
    cut = near | _is_all_round(polygons)
    if not cut.any():
        return polygons, feature, feature[cut]
    boxes = _boxes(*_around_antipode(frame, CUT_OUT_DEG))
    parts, of_part = _split(polygons[cut], frame)
    parts = shapely.difference(parts, shapely.union_all(boxes))
    single, of_single = shapely.get_parts(parts, return_index=True)
    some = (shapely.get_dimensions(single) == 2) & ~shapely.is_empty(single)
    return (
        np.concatenate([polygons[~cut], single[some]]),
        np.concatenate([feature[~cut], feature[cut][of_part[of_single[some]]]]),
        np.unique(feature[cut]),
    )


def is_torn(polygons: Geometries, frame: Frame) -> NDArray[np.bool_]:
    """Return which polygons in degrees cross the meridian of the antipode, where longitudes jump on the way back."""
    west, _, east, _ = shapely.bounds(polygons).reshape(-1, 4).T
    middle = frame.lon_0_deg + 180.0
    return np.floor((west - middle) / 360) != np.ceil((east - middle) / 360) - 1


def in_parts(
    polygons: Geometries, feature: NDArray[np.int64], frame: Frame, layer: str
) -> tuple[Geometries, NDArray[np.int64]]:
    """Return polygons in degrees, those all round the Earth in several parts, and the feature of each.

    Raises InputError, naming the feature, for a polygon within 5° of the antipode: its area would not be exact.
    """
    near = _meet(polygons, *_around_antipode(frame, ANTIPODE_DEG))
    if near.any():
        lon, lat = frame.antipode_deg
        raise InputError(
            "Layer “{layer}”: feature {feature} reaches to the other side of the Earth, near {lat}° north, {lon}° "
            "east. It cannot be measured together with the rest: cut it to the land around the maps, or leave it out.",
            layer=layer,
            feature=int(feature[np.flatnonzero(near)[0]]) + 1,
            lat=round(lat),
            lon=round(lon),
        )
    cut = _is_all_round(polygons)
    if not cut.any():
        return polygons, feature
    parts, of_part = _split(polygons[cut], frame)
    return np.concatenate([polygons[~cut], parts]), np.concatenate([feature[~cut], feature[cut][of_part]])


def area_as_drawn_m2(polygons: Geometries) -> float:
    """Return the area of polygons in degrees, of any size.

    Ground in several polygons counts once, also if one of them continues beyond 360° of longitude.
    """
    return float(areas_m2(np.array([in_one_turn(polygons)], dtype=object))[0]) if len(polygons) else 0.0


def in_one_turn(polygons: Geometries) -> Any:
    """Return the union of polygons in degrees, its longitudes between -180 and 180."""
    west, _, east, _ = shapely.bounds(polygons).reshape(-1, 4).T
    first, last = int(np.floor((west.min() + 180) / 360)), int(np.ceil((east.max() + 180) / 360)) - 1
    shapes = shapely.make_valid(polygons)
    if first == last == 0:
        return shapely.union_all(shapes) if len(shapes) > 1 else shapes[0]
    turns = [
        shapely.transform(
            shapely.intersection(shapes, shapely.box(360 * turn - 180, -90, 360 * turn + 180, 90)),
            lambda lonlat, turn=turn: lonlat - [360 * turn, 0],
        )
        for turn in range(first, last + 1)
    ]
    return shapely.union_all(np.concatenate(turns))


def areas_m2(geometries: Geometries) -> NDArray[np.float64]:
    """Return the area (n,) on the ellipsoid of polygons or multipolygons with straight edges in degrees.

    In a cylindrical equal-area projection the area under an edge is its width times its mean height, which is
    integrated along the edge, so no edge is cut. An invalid ring counts as in `shapely.area`.
    """
    parts, part = shapely.get_parts(geometries, return_index=True)
    areal = shapely.get_dimensions(parts) == 2
    rings, polygon = shapely.get_rings(parts[areal], return_index=True)
    lonlat, ring = shapely.get_coordinates(rings, return_index=True)
    along = np.diff(ring) == 0
    start, step = lonlat[:-1][along], np.diff(lonlat, axis=0)[along]
    nodes, weights = np.polynomial.legendre.leggauss(AREA_NODES)  # type: ignore[no-untyped-call]
    equal_area = pyproj.Proj("+proj=cea +datum=WGS84 +units=m")
    lat = start[:, 1, None] + step[:, 1, None] * (nodes + 1) / 2
    height_m = np.asarray(equal_area(np.zeros(lat.size), lat.ravel())[1]).reshape(lat.shape)
    mean_height_m = (height_m * weights).sum(axis=1) / 2
    width_m = np.radians(step[:, 0]) * WGS84_RADIUS_M
    of_ring_m2 = np.abs(np.bincount(ring[:-1][along], width_m * mean_height_m, len(rings)))
    is_shell = np.diff(polygon, prepend=-1) != 0
    of_part_m2 = sum_per_row(np.where(is_shell, of_ring_m2, -of_ring_m2), polygon, int(areal.sum()))
    return sum_per_row(of_part_m2, part[areal], len(geometries))


def _around_antipode(frame: Frame, margin_deg: float) -> tuple[float, float, float, float]:
    """The middle of a box around the antipode, and half its width and height, in degrees."""
    lon, lat = frame.antipode_deg
    at_pole = abs(lat) + margin_deg > POLE_DEG
    return lon, lat, 180.0 if at_pole else margin_deg / float(np.cos(np.radians(lat))), margin_deg


def _boxes(lon: float, lat: float, half_width: float, half_height: float) -> Geometries:
    """The box at each of the longitudes that coordinates may have."""
    at = lon + 360.0 * np.arange(-2, 3)
    return shapely.box(at - half_width, lat - half_height, at + half_width, lat + half_height)


def _meet(polygons: Geometries, lon: float, lat: float, half_width: float, half_height: float) -> NDArray[np.bool_]:
    """Which polygons meet a box, at any of the longitudes that coordinates may have."""
    west, south, east, north = shapely.bounds(polygons).reshape(-1, 4).T
    apart = (west + east) / 2 - lon
    apart -= 360.0 * np.rint(apart / 360.0)
    near = (np.abs(apart) < (east - west) / 2 + half_width) & (south < lat + half_height) & (north > lat - half_height)
    if near.any():
        boxes = _boxes(lon, lat, half_width, half_height)
        near[near] = shapely.intersects(shapely.make_valid(polygons[near])[:, None], boxes).any(axis=1)
    return near


def _is_all_round(polygons: Geometries) -> NDArray[np.bool_]:
    west, _, east, _ = shapely.bounds(polygons).reshape(-1, 4).T
    return east - west >= 360.0


def _split(polygons: Geometries, frame: Frame) -> tuple[Geometries, NDArray[np.int64]]:
    """Polygons cut at the antipode's meridian; those wider than half the Earth also at 90° from the centre.

    The second value is the index of each part's polygon.
    """
    west, _, east, _ = shapely.bounds(polygons).reshape(-1, 4).T
    at = frame.lon_0_deg + 90.0 * np.arange(-10, 11)
    of_antipode = np.arange(-10, 11) % 4 == 2
    beside_centre = np.arange(-10, 11) % 2 == 1
    strips, of_strip = [], []
    for number, polygon in enumerate(shapely.make_valid(polygons)):
        cuts = at[of_antipode | (beside_centre & (east[number] - west[number] >= 180))]
        cuts = cuts[(cuts > west[number]) & (cuts < east[number])]
        sides = np.concatenate([[west[number] - 1], cuts, [east[number] + 1]])
        strips.append(shapely.intersection(polygon, shapely.box(sides[:-1], -91, sides[1:], 91)))
        of_strip.append(np.full(len(sides) - 1, number))
    parts, of_part = shapely.get_parts(np.concatenate(strips), return_index=True)
    some = (shapely.get_dimensions(parts) == 2) & ~shapely.is_empty(parts)
    return parts[some], np.concatenate(of_strip)[of_part[some]]
