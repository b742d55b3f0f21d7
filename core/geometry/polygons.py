# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons into the working frame: straight to the plane, repaired, without overlaps, and taken apart into edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..libraries import shapely
from .edges import DrawnEdges, Edges, FrameEdges, ends_of, in_millimetres
from .geodesy import MILLIMETRES_PER_METRE, Coordinates, Frame, densify, snapped, to_lonlat
from .still_valid import seen_to_be_valid
from .wkb import Offsets, rings_of

GRID_M = 1 / MILLIMETRES_PER_METRE
ROUNDING_M = 1e-6  # an overlay in doubles moves no edge by so much
AREA_ROUNDING_M2 = 1e-4  # an overlay of coordinates in the thousands of kilometres is no better

Geometries = NDArray[np.object_]
Ragged = tuple[Coordinates, tuple[Offsets, Offsets]]


@dataclass(frozen=True)
class Repair:
    """One feature that was mended: its number in the layer (from 0), why, and by how much its area changed."""

    feature: int
    reason: str
    area_change_m2: float


@dataclass(frozen=True)
class LonLatPolygons:
    """The polygons of one layer in longitude and latitude, single parts, with the feature each came from."""

    layer: str
    polygons: Geometries
    feature: NDArray[np.int64]

    @property
    def coordinates(self) -> NDArray[np.float64]:
        """All vertices (n, 2) in degrees."""
        return shapely.get_coordinates(self.polygons)

    @cached_property
    def ragged(self) -> Ragged:
        """All vertices (n, 2) in degrees, and the offsets of rings and of polygons."""
        return _ragged(self.polygons)


class LonLatRings(LonLatPolygons):
    """The same by their rings, as read; geometries are made of them when somebody asks."""

    def __init__(self, layer: str, ragged: Ragged, feature: NDArray[np.int64]) -> None:
        self.__dict__.update(layer=layer, ragged=ragged, feature=feature)

    @cached_property
    def polygons(self) -> Geometries:
        """The single polygons."""
        return _polygons(*self.ragged)

    @property
    def coordinates(self) -> Coordinates:
        """All vertices (n, 2) in degrees."""
        return self.ragged[0]


@dataclass(frozen=True)
class PlanePolygons:
    """Single polygons in the frame, each valid, with the feature each came from and what was mended."""

    layer: str
    polygons: Geometries
    feature: NDArray[np.int64]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True)
class HeldArea:
    """Valid polygons without overlaps in the frame: what is held at one instant (or a theatre, or a home).

    `pieces` are the single polygons that it was united from, where it was; `name` is what an error calls it.
    """

    geometry: Any
    repairs: tuple[Repair, ...] = ()
    pieces: Geometries | None = None
    name: str = ""

    @property
    def area_m2(self) -> float:
        """The area, exact in the equal-area frame."""
        return float(shapely.area(self.geometry))

    @cached_property
    def edges(self) -> Edges:
        """Its edges, interior on the left."""
        return edges_of(self.geometry)


@dataclass(frozen=True)
class DrawnArea:
    """What is held at one instant, valid as drawn in degrees; only what is asked for is brought into the frame.

    To be used like a HeldArea.
    """

    source: LonLatPolygons
    frame: Frame
    repairs: tuple[Repair, ...] = ()

    @property
    def name(self) -> str:
        """What an error calls it."""
        return self.source.layer

    @cached_property
    def geometry(self) -> Any:
        """The polygons in the frame, valid there too."""
        return held_area(self.source, self.frame).geometry

    @property
    def area_m2(self) -> float:
        """The area, exact in the equal-area frame."""
        return float(shapely.area(self.geometry))

    @cached_property
    def edges(self) -> DrawnEdges:
        """Its edges, interior on the left."""
        coordinates, offsets = self.source.ragged
        ends, has_length = _directed(coordinates.T, coordinates, offsets)
        rings, polygons = offsets
        ring = np.repeat(np.arange(len(rings) - 1), np.diff(rings) - 1)
        return DrawnEdges(ends, self.frame, ring if has_length.all() else ring[has_length], polygons)


def lonlat_polygons(geometries: Geometries, crs_wkt: str | None, layer: str) -> LonLatPolygons:
    """Return the polygon parts of `geometries` (any CRS, Z ignored, None and empty skipped) in degrees.

    Raises InputError when coordinates are not finite or have no place on Earth.
    """
    parts, feature = _polygon_parts(np.asarray(geometries, dtype=object))
    if not len(parts):
        return LonLatPolygons(layer, parts, feature)
    coordinates = shapely.get_coordinates(parts)
    lonlat = to_lonlat(coordinates, crs_wkt, layer)
    return LonLatPolygons(layer, parts if lonlat is coordinates else shapely.set_coordinates(parts, lonlat), feature)


def lonlat_rings(binaries: Sequence[bytes | None], crs_wkt: str | None, layer: str) -> LonLatPolygons | None:
    """Return what `lonlat_polygons` does for polygons as WKB, in less time; None for what is not in order."""
    found = rings_of(binaries)
    if found is None:
        return None
    coordinates, offsets, feature = found
    return LonLatRings(layer, (to_lonlat(coordinates, crs_wkt, layer), offsets), feature)


def common_frame(layers: Sequence[LonLatPolygons]) -> Frame:
    """Return the frame around all polygons of `layers`. Raises ValueError when there are none."""
    return Frame.around(np.concatenate([layer.coordinates for layer in layers]))


def in_plane(source: LonLatPolygons, frame: Frame) -> PlanePolygons:
    """Return the polygons in the frame: edges cut to 2 km, projected, on the millimetre, invalid ones repaired."""
    flat = _projected(source, frame)
    valid = shapely.is_valid(flat)
    if valid.all():
        return PlanePolygons(source.layer, flat, source.feature, ())
    mended, repairs = [], []
    for index in np.flatnonzero(~valid):
        mended.append(on_grid(_mended(flat[index])))
        repairs.append(
            Repair(
                int(source.feature[index]),
                _reason(flat[index], frame),
                float(shapely.area(mended[-1]) - shapely.area(flat[index])),
            )
        )
    flat[~valid] = mended
    parts, owner = shapely.get_parts(flat, return_index=True)
    keep = ~shapely.is_empty(parts)
    return PlanePolygons(source.layer, parts[keep], source.feature[owner[keep]], tuple(repairs))


def _projected(source: LonLatPolygons, frame: Frame) -> Geometries:
    """The polygons in the frame, edges cut to 2 km, as they are: possibly invalid."""
    if not len(source.feature):
        return source.polygons
    coordinates, (rings, polygons) = source.ragged
    dense, rings = densify(coordinates, rings)
    return _polygons(frame.project(dense), (rings, polygons))


def _reason(polygon: Any, frame: Frame) -> str:
    """Why a polygon in the frame is invalid, and where in degrees; GEOS itself says the place in metres."""
    reason, _, place = str(shapely.is_valid_reason(polygon)).rstrip("]").partition("[")
    if not place:
        return reason
    lon_deg, lat_deg = frame.unproject(np.array([place.split()], dtype=float))[0]
    return f"{reason} at {lat_deg:.4f}, {lon_deg:.4f}"


def held_area(source: LonLatPolygons, frame: Frame) -> HeldArea:
    """Return the union of the polygons in the frame: valid, without overlaps, seams between pieces dissolved."""
    as_they_are = shapely.multipolygons(_projected(source, frame))
    if shapely.is_valid(as_they_are):  # as most maps are: one look instead of two
        return HeldArea(as_they_are, name=source.layer)
    plane = in_plane(source, frame)
    return HeldArea(without_overlaps(plane.polygons), plane.repairs, plane.polygons, source.layer)


def area_as_drawn(
    source: LonLatPolygons, frame: Frame, before: HeldArea | DrawnArea | None = None
) -> HeldArea | DrawnArea:
    """Return the same as `held_area`, left in degrees where it needs no mending and does not lie across 180°.

    `before` may be the map before it in a series: where little has changed, to see that it is valid takes less time.
    """
    lon_deg = source.coordinates[:, 0]
    if len(lon_deg) and lon_deg.max() - lon_deg.min() < 180:
        drawn = DrawnArea(source, frame)
        if isinstance(before, DrawnArea) and seen_to_be_valid(before.edges, drawn.edges):
            return drawn
        if shapely.is_valid(shapely.multipolygons(source.polygons)):
            return drawn
    return held_area(source, frame)


def without_overlaps(polygons: Geometries) -> Any:
    """Return valid polygons as one valid multipolygon; those that neither overlap nor share edges stay as they are."""
    as_they_are = shapely.multipolygons(polygons)
    if len(polygons) == 1 or shapely.is_valid(as_they_are):
        return as_they_are
    return on_grid(shapely.union_all(polygons, grid_size=GRID_M))


def on_grid(geometry: Any) -> Any:
    """Return a polygonal geometry as a valid multipolygon with every vertex on a whole millimetre."""
    rounded = _polygonal(shapely.set_precision(geometry, GRID_M))
    return shapely.transform(rounded, snapped)


def points_inside(polygons: Geometries) -> Coordinates:
    """Return a point (n, 2) inside each polygon that stays inside when rounding moves an edge.

    The point that GEOS finds may lie in a spike 1e-13 m wide. But a polygon of area A and perimeter P holds a circle of
    radius A / P. So there is always a point half as far from the boundary; farther than 1 mm it need not be.
    """
    points = shapely.point_on_surface(polygons)
    least_m = np.minimum(shapely.area(polygons) / shapely.length(polygons) / 2, GRID_M)
    near = np.flatnonzero(shapely.distance(points, shapely.boundary(polygons)) < least_m)
    if len(near):
        eroded = shapely.buffer(polygons[near], -least_m[near], join_style="mitre")
        some = ~shapely.is_empty(eroded)  # but for faces of hardly any area
        points[near[some]] = shapely.point_on_surface(eroded[some])
    return shapely.get_coordinates(points)


def rounding_m2(geometries: Any, by_m: float = ROUNDING_M) -> float:
    """Return how far the area of geometries together may be off where rounding moves their edges by `by_m`."""
    return AREA_ROUNDING_M2 + by_m * float(np.sum(shapely.length(geometries)))


def polygons_in(geometries: Any) -> Geometries:
    """Return the polygons of overlay results, without the points and lines at which others merely touch."""
    return _polygon_parts(np.atleast_1d(np.asarray(geometries, dtype=object)))[0]


def edges_of(geometry: Any) -> Edges:
    """Return the edges of a valid multipolygon, directed so that its interior lies on their left."""
    parts = shapely.get_parts(geometry)
    parts = parts[~shapely.is_empty(parts)]
    if not len(parts):
        return FrameEdges(np.zeros((4, 0), dtype=np.int64))
    coordinates, offsets = _ragged(parts)
    return FrameEdges(_directed(in_millimetres(coordinates), coordinates, offsets)[0])


def _directed(
    points: Any, coordinates: Coordinates, offsets: tuple[NDArray[np.int64], NDArray[np.int64]]
) -> tuple[Any, NDArray[np.bool_]]:
    """The ends (4, n) of the edges of polygons, interior on the left, in terms of `points` (2, m).

    With them, which of all edges have a length: the others are left out.
    """
    rings, polygons = offsets
    ends = ends_of(points, rings)
    is_shell = np.zeros(len(rings) - 1, dtype=bool)
    is_shell[polygons[:-1]] = True
    is_wrong = (_signed_areas(coordinates, rings) < 0) == is_shell
    if is_wrong.any():
        turned = ends[[2, 3, 0, 1]]
        ends = turned if is_wrong.all() else np.where(np.repeat(is_wrong, np.diff(rings) - 1), turned, ends)
    has_length = (ends[0] != ends[2]) | (ends[1] != ends[3])
    return ends if has_length.all() else ends[:, has_length], has_length


def _signed_areas(coordinates: NDArray[np.float64], ring_starts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Shoelace area of each closed ring, positive when counter-clockwise; taken about the ring's first point."""
    vertices = np.diff(ring_starts)
    x, y = (values - np.repeat(values[ring_starts[:-1]], vertices) for values in coordinates.T)
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    cross[ring_starts[1:-1] - 1] = 0.0
    return np.add.reduceat(cross, ring_starts[:-1]) / 2


def _polygon_parts(geometries: Geometries) -> tuple[Geometries, NDArray[np.int64]]:
    """Single polygons of any geometries (collections opened) and the index each came from."""
    index = np.arange(len(geometries))
    while True:
        parts, owner = shapely.get_parts(shapely.force_2d(geometries), return_index=True)
        index = index[owner]
        if not (shapely.get_type_id(parts) >= shapely.GeometryType.MULTIPOINT.value).any():
            break
        geometries = parts
    keep = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON.value) & ~shapely.is_empty(parts)
    return parts[keep], index[keep]


def _mended(polygon: Any) -> Any:
    """An invalid polygon as a valid multipolygon: each ring mended by itself, then the holes taken out of the shell.

    Mended as a whole, a hole outside the shell or over another hole would become held ground.
    """
    shell, *holes = (_polygonal(shapely.make_valid(shapely.Polygon(ring))) for ring in shapely.get_rings(polygon))
    return shapely.difference(shell, shapely.union_all(holes))


def _polygonal(geometry: Any) -> Any:
    """The polygons of a geometry as one multipolygon; lines and points that a repair left over are no area."""
    parts, _ = _polygon_parts(np.array([geometry], dtype=object))
    return shapely.multipolygons(parts)


def _ragged(polygons: Geometries) -> tuple[NDArray[np.float64], tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Coordinates, and the offsets of rings and of polygons, of single polygons."""
    _, coordinates, (rings, parts) = shapely.to_ragged_array(polygons)
    return coordinates[:, :2], (np.asarray(rings, dtype=np.int64), np.asarray(parts, dtype=np.int64))


def _polygons(coordinates: NDArray[np.float64], offsets: tuple[NDArray[np.int64], NDArray[np.int64]]) -> Geometries:
    """The reverse of `_ragged`."""
    return shapely.from_ragged_array(shapely.GeometryType.POLYGON, coordinates, offsets)
