# SPDX-License-Identifier: GPL-2.0-or-later
"""Places that changed hands: points in moved ground, and polygons whose held share crossed one half."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Flags, Geometries
from ..geometry.geodesy import Frame, to_lonlat
from ..geometry.partition import Partition
from ..geometry.polygons import in_plane, lonlat_polygons, without_overlaps
from ..libraries import shapely


@dataclass(frozen=True)
class Places:
    """Places in the frame: a point each (n, 2), and the polygon (n,) of those that have one (None: a point)."""

    point: Coordinates
    polygon: Geometries

    def __len__(self) -> int:
        return len(self.point)

    @property
    def is_polygon(self) -> Flags:
        """Whether each place has a polygon (n,)."""
        return np.array([polygon is not None for polygon in self.polygon], dtype=bool)

    @property
    def sites(self) -> Geometries:
        """The places as geometries (n,): a polygon or a point each."""
        sites, is_point = self.polygon.copy(), ~self.is_polygon
        sites[is_point] = shapely.points(self.point[is_point])
        return sites


@dataclass(frozen=True)
class ChangedPlaces:
    """Places that changed hands: index among all places, whether each was gained, and row."""

    index: NDArray[np.int64]
    gained: NDArray[np.bool_]
    row: NDArray[np.int64]


def places_in_plane(geometries: Geometries, crs_wkt: str | None, layer: str, frame: Frame) -> Places:
    """Return places from points or polygons in any CRS; other and missing geometries become NaN."""
    point = np.full((len(geometries), 2), np.nan)
    polygon = np.full(len(geometries), None, dtype=object)
    dimension = shapely.get_dimensions(geometries)
    is_point = (dimension == 0) & ~shapely.is_empty(geometries)
    if is_point.any():
        xy = shapely.get_coordinates(shapely.centroid(geometries[is_point]))
        point[is_point] = frame.project(to_lonlat(xy, crs_wkt, layer))
    areal = geometries.copy()
    areal[(dimension != 2) | shapely.is_empty(geometries)] = None
    plane = in_plane(lonlat_polygons(areal, crs_wkt, layer), frame)
    begins = np.flatnonzero(np.diff(plane.feature, prepend=-1))
    for feature, parts in zip(plane.feature[begins], np.split(plane.polygons, begins[1:])):
        polygon[feature] = without_overlaps(parts)
    found = plane.feature[begins]
    point[found] = shapely.get_coordinates(shapely.point_on_surface(polygon[found]))
    return Places(point, polygon)


def changed_places(
    places: Places, before: Any, gained: Geometries, lost: Geometries, partition: Partition
) -> ChangedPlaces:
    """Return the places that changed hands between the area held `before` and the one after.

    A point changes hands with the ground under it. A polygon changes hands when its held share crosses one half.
    """
    number = np.flatnonzero(np.isfinite(places.point[:, 0]))
    is_polygon = places.is_polygon[number]
    points, polygons = number[~is_polygon], number[is_polygon]
    gained_index = points[_inside(places.point[points], gained)]
    lost_index = points[_inside(places.point[points], lost)]

    touched = polygons[_touched(places.polygon[polygons], np.concatenate([gained, lost]))]
    shape = places.polygon[touched]
    half_m2 = shapely.area(shape) / 2
    before_m2 = shapely.area(shapely.intersection(shape, before))
    after_m2 = before_m2 + _shared_m2(shape, gained) - _shared_m2(shape, lost)
    gained_index = np.concatenate([gained_index, touched[(before_m2 < half_m2) & (after_m2 >= half_m2)]])
    lost_index = np.concatenate([lost_index, touched[(before_m2 >= half_m2) & (after_m2 < half_m2)]])

    index = np.concatenate([gained_index, lost_index])
    order = np.argsort(index, kind="stable")
    is_gained = np.arange(len(index)) < len(gained_index)
    return ChangedPlaces(index[order], is_gained[order], partition.row_of_points(places.point[index[order]]))


def _inside(xy: Coordinates, polygons: Geometries) -> NDArray[np.bool_]:
    inside = np.zeros(len(xy), dtype=bool)
    if len(xy) and len(polygons):
        inside[shapely.STRtree(polygons).query(shapely.points(xy), predicate="within")[0]] = True
    return inside


def _touched(shapes: Geometries, polygons: Geometries) -> NDArray[np.bool_]:
    touched = np.zeros(len(shapes), dtype=bool)
    if len(shapes) and len(polygons):
        touched[shapely.STRtree(polygons).query(shapes, predicate="intersects")[0]] = True
    return touched


def _shared_m2(shapes: Geometries, polygons: Geometries) -> NDArray[np.float64]:
    """Area of each shape that lies in any of the (disjoint) polygons."""
    shared = np.zeros(len(shapes))
    if len(shapes) and len(polygons):
        shape, polygon = shapely.STRtree(polygons).query(shapes, predicate="intersects")
        np.add.at(shared, shape, shapely.area(shapely.intersection(shapes[shape], polygons[polygon])))
    return shared
