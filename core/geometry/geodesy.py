# SPDX-License-Identifier: GPL-2.0-or-later
"""The working frame: one equal-area plane for a whole run, and geodesic lengths on the ellipsoid."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates
from ..errors import InputError
from ..libraries import pyproj

MILLIMETRES_PER_METRE = 1000
LONGEST_EDGE_M = 2000.0
EARTH_RADIUS_M = 6371008.8
LONGEST_DEGREE_M = 111_195.1  # of latitude, on that sphere: no edge is longer than its span in degrees times this
FARTHEST_DEG = np.array([540.0, 90.0])  # of longitude, continued across 180° from a neighbouring point, and of latitude
SURELY_SHORT_DEG = LONGEST_EDGE_M / LONGEST_DEGREE_M
VICINITY_M = 500_000.0
BOX_SAMPLES = 65  # along a side of a rectangle of the plane, to find its box of degrees
BOX_ROUNDING_DEG = 0.1  # by which the sides may bulge between two samples
FARTHEST_IN_PLANE_M = 12_000_000.0  # from the centre; the antipode is 12,742 km away
ANTIPODE_DEG = 5.0  # nearer to the antipode, chords of 2 km enclose another area than the arcs that they stand for
WIDER_THAN_FRAME_M = 1e8  # so far apart that things processed together never meet


@dataclass(frozen=True)
class Frame:
    """Lambert azimuthal equal-area plane on WGS 84, in metres, centred on whole degrees.

    Areas in it are exact (Snyder 1987, USGS Professional Paper 1395, chapter 24). Distances are not: reported
    lengths come from `geodesic_m`, which measures on the ellipsoid (Karney 2013, through pyproj).
    """

    lon_0_deg: int
    lat_0_deg: int
    extent_deg: tuple[float, float, float, float] | None = field(default=None, compare=False)  # of the points around it

    @classmethod
    def around(cls, lonlat: Coordinates) -> Frame:
        """Return the frame centred on points (n, 2) in degrees; longitudes may lie on both sides of 180°."""
        return cls._around(lonlat[:, 0], lonlat[:, 0], lonlat[:, 1])

    @classmethod
    def around_boxes(cls, boxes: NDArray[np.float64]) -> Frame:
        """Return the frame centred on boxes (n, 4) of west, south, east and north in degrees.

        A box 180° wide or wider contains all its longitudes; the sides of another may lie on both sides of 180°.
        """
        west, south, east, north = boxes.T
        wide = east - west >= 180
        west, east = np.concatenate([west, east[~wide]]), np.concatenate([np.where(wide, east, west), east[~wide]])
        return cls._around(west, east, np.concatenate([south, north]))

    @classmethod
    def _around(cls, west_deg: NDArray[np.float64], east_deg: NDArray[np.float64], lat: NDArray[np.float64]) -> Frame:
        west, east = _longitude_range(west_deg, east_deg)
        centre_deg = (west + east) / 2
        south, north = float(np.min(lat)), float(np.max(lat))
        centre = int(np.rint((centre_deg + 180) % 360 - 180)), int(np.rint((south + north) / 2))
        return cls(*centre, (west, south, east, north))

    @property
    def antipode_deg(self) -> tuple[float, float]:
        """Longitude and latitude of the point that the plane does not contain: a polygon around it turns inside out."""
        return (self.lon_0_deg + 360.0) % 360.0 - 180.0, -float(self.lat_0_deg)

    @cached_property
    def vicinity_m(self) -> tuple[float, float, float, float] | None:
        """West, south, east and north of the extent, extended by 500 km; None if it is unknown or half the Earth."""
        if self.extent_deg is None or self.extent_deg[2] - self.extent_deg[0] >= 180:
            return None
        west, south, east, north = self.extent_deg
        lon, lat = np.meshgrid(np.linspace(west, east, 9), np.linspace(south, north, 9))
        xy = self.project(np.column_stack([lon.ravel(), lat.ravel()]))
        (left, bottom), (right, top) = xy.min(axis=0) - VICINITY_M, xy.max(axis=0) + VICINITY_M
        return float(left), float(bottom), float(right), float(top)

    def box_around_vicinity_deg(self, margin_m: float) -> tuple[float, float, float, float] | None:
        """Return west, south, east and north of a box of degrees around the vicinity and a margin.

        None without a vicinity, and where the box would be half as wide as the Earth or contain a pole.
        """
        if self.vicinity_m is None:
            return None
        left, bottom, right, top = np.add(self.vicinity_m, margin_m * np.array([-1, -1, 1, 1]))
        poles = self.project(np.array([[0.0, 90.0], [0.0, -90.0]]))
        if ((poles > [left, bottom]) & (poles < [right, top])).all(axis=1).any():
            return None
        x, y = (np.linspace(*ends, BOX_SAMPLES) for ends in ((left, right), (bottom, top)))
        ends_x, ends_y = (np.repeat(ends, BOX_SAMPLES) for ends in ([left, right], [bottom, top]))
        around = np.concatenate([np.column_stack([np.tile(x, 2), ends_y]), np.column_stack([ends_x, np.tile(y, 2)])])
        if np.hypot(*around.T).max() > FARTHEST_IN_PLANE_M:
            return None
        lonlat = self.unproject(around)
        (west, south), (east, north) = lonlat.min(axis=0) - BOX_ROUNDING_DEG, lonlat.max(axis=0) + BOX_ROUNDING_DEG
        return None if east - west >= 180 else (float(west), float(south), float(east), float(north))

    @property
    def definition(self) -> str:
        """The frame as a PROJ string, printed with every result."""
        return f"+proj=laea +lat_0={self.lat_0_deg} +lon_0={self.lon_0_deg} +datum=WGS84 +units=m +no_defs"

    @cached_property
    def _projection(self) -> Any:
        return pyproj.Proj(self.definition)

    @cached_property
    def _geod(self) -> Any:
        return pyproj.Geod(ellps="WGS84")

    def project(self, lonlat: Coordinates) -> Coordinates:
        """Return points (n, 2) in degrees as metres in the plane, rounded to 1 mm so that edges compare."""
        x, y = self._projection(lonlat[:, 0], lonlat[:, 1])
        return snapped(np.column_stack([x, y]))

    def unproject(self, xy: Coordinates) -> Coordinates:
        """Return points (n, 2) in metres of the plane as longitude and latitude in degrees.

        Longitudes do not jump at 180°: they are within 180° of the frame's centre.
        """
        lon, lat = self._projection(xy[:, 0], xy[:, 1], inverse=True)
        return np.column_stack([lon - 360.0 * np.rint((lon - self.lon_0_deg) / 360.0), lat])

    def geodesic_m(self, start: Coordinates, end: Coordinates) -> NDArray[np.float64]:
        """Return the lengths (n,) in metres on the ellipsoid between points (n, 2) of the plane."""
        return self.geodesic_and_bearing(start, end)[0]

    def geodesic_and_bearing(
        self, start: Coordinates, end: Coordinates
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return lengths (n,) in metres and the bearings (n,) at the start, in degrees clockwise from north."""
        if not len(start):
            return np.zeros(0), np.zeros(0)
        a, b = self.unproject(start), self.unproject(end)
        azimuth, _, length_m = self._geod.inv(a[:, 0], a[:, 1], b[:, 0], b[:, 1])
        return np.asarray(length_m, dtype=float), np.mod(np.asarray(azimuth, dtype=np.float64), 360.0)


def snapped(xy: Coordinates) -> Coordinates:
    """Return coordinates in metres rounded to whole millimetres."""
    return np.rint(xy * MILLIMETRES_PER_METRE) / MILLIMETRES_PER_METRE


def to_lonlat(xy: Coordinates, crs_wkt: str | None, layer: str) -> Coordinates:
    """Return points (n, 2) of any CRS as longitude and latitude in degrees on WGS 84.

    `crs_wkt` is anything pyproj reads; None means longitude and latitude. Raises InputError, naming `layer`, when
    the CRS is unknown or a coordinate lies outside the Earth.
    """
    if not np.isfinite(xy).all():
        raise InputError(
            "Layer “{layer}” has coordinates that are not finite numbers. Repair or delete those features.", layer=layer
        )
    lonlat = xy
    if crs_wkt is not None:
        try:
            transformer = transformer_to_wgs84(crs_wkt)
            if transformer is not None:
                lonlat = np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))
        except pyproj.exceptions.ProjError as error:
            raise InputError(
                "The coordinate system of layer “{layer}” cannot be used ({error}). Set the right CRS for it.",
                layer=layer,
                error=error,
            ) from error
    if not np.isfinite(lonlat).all() or (np.abs(lonlat) > FARTHEST_DEG).any():
        raise InputError(
            "Layer “{layer}” has coordinates that are nowhere on Earth in its CRS. The CRS is probably set wrongly: "
            "check it in the layer's properties.",
            layer=layer,
        )
    return lonlat


def densify(lonlat: Coordinates, ring_starts: NDArray[np.int64]) -> tuple[Coordinates, NDArray[np.int64]]:
    """Return rings with their edges cut to at most 2 km, straight in longitude and latitude.

    `ring_starts` (r + 1,) are the offsets of closed rings in `lonlat` (n, 2). New points are computed from the
    edge's two ends in a fixed order, so that the same edge gets the same points in both directions.
    """
    points, starts, _ = densify_and_mark(lonlat, ring_starts)
    return points, starts


def densify_and_mark(
    lonlat: Coordinates, ring_starts: NDArray[np.int64]
) -> tuple[Coordinates, NDArray[np.int64], NDArray[np.bool_]]:
    """Return the same as `densify`, and which points were added."""
    is_edge = np.ones(len(lonlat), dtype=bool)
    is_edge[ring_starts[1:] - 1] = False
    along = lonlat[1:] - lonlat[:-1]
    may_be_long = along[:, 0] ** 2 + along[:, 1] ** 2 > SURELY_SHORT_DEG**2
    edge = np.flatnonzero(is_edge[:-1] & may_be_long)
    start, end = lonlat[edge], lonlat[edge + 1]
    swap = (end[:, 0] < start[:, 0]) | ((end[:, 0] == start[:, 0]) & (end[:, 1] < start[:, 1]))
    low, high = np.where(swap[:, None], end, start), np.where(swap[:, None], start, end)
    span = high - low
    span[:, 0] -= 360.0 * np.rint(span[:, 0] / 360.0)  # the shorter arc at 180°
    length_m = _sphere_m(low, span)
    added = np.maximum(np.ceil(length_m / LONGEST_EDGE_M), 1).astype(np.int64) - 1
    if not added.any():
        return lonlat, ring_starts, np.zeros(len(lonlat), dtype=bool)

    owner = np.repeat(np.arange(len(edge)), added)
    step = np.arange(1, len(owner) + 1) - np.repeat(np.cumsum(added) - added, added)
    count = added[owner] + 1
    fraction = np.where(swap[owner], count - step, step) / count
    points = low[owner] + span[owner] * fraction[:, None]
    before = edge[owner] + 1
    is_added = np.insert(np.zeros(len(lonlat), dtype=bool), before, True)
    return np.insert(lonlat, before, points, axis=0), ring_starts + np.searchsorted(before, ring_starts), is_added


def _sphere_m(low: Coordinates, span: Coordinates) -> NDArray[np.float64]:
    """Edge lengths on the sphere (haversine), accurate enough to decide how often to cut."""
    lat_1, lat_2 = np.radians(low[:, 1]), np.radians(low[:, 1] + span[:, 1])
    half = np.radians(span) / 2
    chord = np.sin(half[:, 1]) ** 2 + np.cos(lat_1) * np.cos(lat_2) * np.sin(half[:, 0]) ** 2
    return 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))


def _longitude_range(west_deg: NDArray[np.float64], east_deg: NDArray[np.float64]) -> tuple[float, float]:
    """West and east end of the shortest arc that contains all intervals of longitude; east may exceed 180."""
    ordered, width = np.mod(west_deg + 180.0, 360.0), east_deg - west_deg
    widest = int(np.argmax(width))
    if width[widest] >= 360:
        return float(west_deg[widest]), float(west_deg[widest] + 360.0)
    order = np.argsort(ordered, kind="stable")
    ordered, reached = ordered[order], np.maximum.accumulate((ordered + width)[order])
    reached = np.maximum(reached, reached[-1] - 360.0)
    gaps = np.append(ordered[1:], ordered[0] + 360.0) - reached
    gap = int(np.argmax(gaps))
    if gaps[gap] <= 0:
        return float(west_deg[widest]), float(west_deg[widest] + 360.0)
    west = ordered[(gap + 1) % len(ordered)] - 180.0
    return float(west), float(west + 360.0 - gaps[gap])


@lru_cache(maxsize=16)
def transformer_to_wgs84(crs_wkt: str) -> Any | None:
    """Return the transformer to longitude and latitude on WGS 84; None if the coordinates are that already."""
    source = pyproj.CRS.from_user_input(crs_wkt)
    if source.is_geographic and source.to_authority() in (("EPSG", "4326"), ("OGC", "CRS84")):
        return None
    return pyproj.Transformer.from_crs(source, "EPSG:4326", always_xy=True)
