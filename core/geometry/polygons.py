# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons into the working frame: projected, repaired, without overlaps, and as directed edges."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries, Integers
from ..errors import GeosError, InputError
from ..libraries import shapely
from . import antipode
from .edges import DrawnEdges, Edges, FrameEdges, ends_of, in_millimetres
from .first_valid import first_right
from .geodesy import MILLIMETRES_PER_METRE, Frame, densify, snapped
from .incremental_validity import is_valid_by_changes
from .one_pass_union import one_pass_union
from .surroundings import Surroundings
from .wide_edges import is_drawn_in_degrees, vertices_in_degrees

GRID_M = 1 / MILLIMETRES_PER_METRE
ROUNDING_M = 1e-6  # an overlay in doubles moves edges by less than this
AREA_ROUNDING_M2 = 1e-4  # the precision of an overlay with coordinates of thousands of kilometres

Ragged = tuple[Coordinates, tuple[Integers, Integers]]


@dataclass(frozen=True)
class Repair:
    """One feature that was repaired: its index in the layer (from 0), the reason, and the change of its area."""

    feature: int
    reason: str
    area_change_m2: float


@dataclass(frozen=True)
class LonLatPolygons:
    """The polygons of one layer in longitude and latitude, single parts, with the feature index of each.

    Longitudes continue across 180°, and no edge spans 180° or more. `wide` are the features with an edge that did, and
    that is taken as drawn.
    """

    layer: str
    polygons: Geometries
    feature: NDArray[np.int64]
    wide: tuple[int, ...] = ()

    @property
    def coordinates(self) -> NDArray[np.float64]:
        """All vertices (n, 2) in degrees."""
        return self.ragged[0]

    @cached_property
    def ragged(self) -> Ragged:
        """All vertices (n, 2) in degrees, and the offsets of rings and of polygons."""
        return _ragged(self.polygons)


@dataclass(frozen=True)
class NearPolygons:
    """The ground of a layer in the surroundings of what is measured, to be projected.

    `whole` are all polygons, those with ground outside repaired if invalid; `is_cut` (n,) tells which these are.
    `repairs` lists these features.
    """

    near: LonLatPolygons
    whole: LonLatPolygons
    is_cut: NDArray[np.bool_]
    surroundings: Surroundings
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True)
class PlanePolygons:
    """Single valid polygons in the frame, the feature index of each, and what was repaired."""

    layer: str
    polygons: Geometries
    feature: NDArray[np.int64]
    repairs: tuple[Repair, ...]


class MeasurableArea(ABC):
    """The area held at one instant (or a theatre, or a home), in the frame: valid polygons without overlaps.

    `repairs` lists the features that were repaired, `name` is used in errors.
    """

    repairs: tuple[Repair, ...]
    geometry: Any

    @property
    @abstractmethod
    def name(self) -> str:
        """The name of the area in errors."""

    @property
    @abstractmethod
    def edges(self) -> Edges | DrawnEdges:
        """Its edges, interior on the left."""

    @property
    def area_m2(self) -> float:
        """The area, exact in the equal-area frame."""
        return float(shapely.area(self.geometry))


@dataclass(frozen=True)
class HeldArea(MeasurableArea):
    """An area whose polygons are in the frame. `parts` are the polygons that it is the union of, if it is one.

    `outside_m2` is the area of its ground beyond the surroundings of what is measured, which `geometry` does not have.
    """

    geometry: Any
    repairs: tuple[Repair, ...] = ()
    parts: Geometries | None = None
    name: str = ""
    outside_m2: float = 0.0

    @property
    def area_m2(self) -> float:
        """The area of the whole."""
        return float(shapely.area(self.geometry)) + self.outside_m2

    @cached_property
    def edges(self) -> Edges:
        """Its edges, interior on the left."""
        return edges_of(self.geometry)


@dataclass(frozen=True)
class DrawnArea(MeasurableArea):
    """An area that is valid as drawn in degrees; only what is requested is projected into the frame."""

    source: LonLatPolygons
    frame: Frame
    repairs: tuple[Repair, ...] = ()

    @property
    def name(self) -> str:
        """The name of the area in errors."""
        return self.source.layer

    @cached_property
    def geometry(self) -> Any:
        """The polygons in the frame, valid there too."""
        return held_area(self.source, self.frame).geometry

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

    An edge that spans 180° of longitude or more is taken as drawn. Raises InputError when coordinates are not finite or
    lie outside the Earth, and, naming the feature, for such an edge that crosses its own polygon, or in a projected
    CRS.
    """
    parts, feature = polygon_parts(np.asarray(geometries, dtype=object))
    if not len(parts):
        return LonLatPolygons(layer, parts, feature)
    as_given = LonLatPolygons(layer, parts, feature)
    coordinates, (rings, polygons) = as_given.ragged
    if is_drawn_in_degrees(coordinates, crs_wkt, layer):
        return as_given
    of_ring = np.repeat(np.arange(len(parts)), np.diff(polygons))
    found = vertices_in_degrees(coordinates, rings, feature[of_ring], crs_wkt, layer)
    wide = np.unique(of_ring[found.wide])
    crossed = wide[~shapely.is_valid(parts[wide])]
    if len(crossed):
        raise InputError(
            "Layer “{layer}”: feature {feature} has an edge that spans 180° of longitude or more and that crosses or "
            "touches the feature’s other edges ({reason}). Where the feature crosses the meridian of 180°, split it "
            "there, or continue its longitudes (181 in place of -179).",
            layer=layer,
            feature=int(feature[crossed[0]]) + 1,
            reason=shapely.is_valid_reason(parts[crossed[0]]),
        )
    lonlat = _with_holes_beside_shells(found.lonlat, found.starts, polygons)
    return LonLatPolygons(
        layer, from_rings(lonlat, (found.starts, polygons)), feature, tuple(np.unique(feature[wide]).tolist())
    )


def common_frame(layers: Sequence[LonLatPolygons]) -> Frame:
    """Return the frame around all polygons of `layers`. Raises ValueError when there are none."""
    boxes = shapely.bounds(np.concatenate([layer.polygons for layer in layers])).reshape(-1, 4)
    if (boxes[:, 2] - boxes[:, 0] >= 180).any():
        return Frame.around_boxes(boxes)
    return Frame.around(np.concatenate([layer.coordinates for layer in layers]))


def in_plane(source: LonLatPolygons, frame: Frame, only_near: bool = False) -> PlanePolygons:
    """Return the polygons in the frame: edges cut to 2 km, projected, on the millimetre grid, repaired if invalid.

    With `only_near`, ground around the antipode of the frame's centre is left out. Otherwise raises InputError, naming
    the feature, for a polygon near the antipode.
    """
    source = in_parts(source, frame, only_near)
    flat = _projected(source, frame)
    valid = shapely.is_valid(flat)
    if valid.all():
        return PlanePolygons(source.layer, flat, source.feature, ())
    repaired, repairs = [], []
    for index in np.flatnonzero(~valid):
        repaired.append(on_grid(_repaired(flat[index])))
        repairs.append(
            Repair(
                int(source.feature[index]),
                _reason(flat[index], frame),
                float(shapely.area(repaired[-1]) - shapely.area(flat[index])),
            )
        )
    flat[~valid] = repaired
    parts, owner = shapely.get_parts(flat, return_index=True)
    keep = ~shapely.is_empty(parts)
    return PlanePolygons(source.layer, parts[keep], source.feature[owner[keep]], tuple(repairs))


def in_parts(source: LonLatPolygons, frame: Frame, only_near: bool = False) -> LonLatPolygons:
    """Return polygons as `in_plane` takes them: those all round the Earth in several parts.

    `only_near` and the error are those of `in_plane`.
    """
    if only_near:
        polygons, feature, _ = antipode.without_antipode(source.polygons, source.feature, frame)
    else:
        polygons, feature = antipode.in_parts(source.polygons, source.feature, frame, source.layer)
    return source if polygons is source.polygons else replace(source, polygons=polygons, feature=feature)


def near_polygons(source: LonLatPolygons, frame: Frame, within_m: float = 0.0) -> NearPolygons:
    """Return the ground of polygons in the surroundings of what is measured, which reach a distance farther.

    It is all where the surroundings are unknown or half the Earth.
    """
    surroundings = Surroundings.of(frame, within_m)
    whole, is_cut = source, surroundings.reached_out_of(source.polygons)
    repairs: tuple[Repair, ...] = ()
    if not is_cut.any():
        return NearPolygons(source, source, is_cut, surroundings)
    invalid = np.flatnonzero(is_cut)[~shapely.is_valid(source.polygons[is_cut])]
    if len(invalid):
        whole, repairs = _repaired_in_degrees(source, invalid)
        is_cut = surroundings.reached_out_of(whole.polygons)
    inside, owner = surroundings.inside(whole.polygons[is_cut])
    near = replace(
        whole,
        polygons=np.concatenate([whole.polygons[~is_cut], inside]),
        feature=np.concatenate([whole.feature[~is_cut], whole.feature[is_cut][owner]]),
    )
    return NearPolygons(near, whole, is_cut, surroundings, repairs)


def _repaired_in_degrees(
    source: LonLatPolygons, invalid: NDArray[np.int64]
) -> tuple[LonLatPolygons, tuple[Repair, ...]]:
    """The polygons, those with these indices repaired in degrees, and what was repaired."""
    repaired = np.array([_repaired(one) for one in source.polygons[invalid]], dtype=object)
    change_m2 = antipode.areas_m2(repaired) - antipode.areas_m2(source.polygons[invalid])
    repairs = []
    for index, changed_m2 in zip(invalid, change_m2.tolist()):
        reason, _, location = str(shapely.is_valid_reason(source.polygons[index])).rstrip("]").partition("[")
        lon_deg, lat_deg = (float(number) for number in location.split())
        repairs.append(Repair(int(source.feature[index]), _at(reason, lon_deg, lat_deg), changed_m2))
    polygons = source.polygons.copy()
    polygons[invalid] = repaired
    parts, owner = shapely.get_parts(polygons, return_index=True)
    return replace(source, polygons=parts, feature=source.feature[owner]), tuple(repairs)


def _projected(source: LonLatPolygons, frame: Frame) -> Geometries:
    """The polygons in the frame, edges cut to 2 km, without repair: they may be invalid."""
    if not len(source.feature):
        return source.polygons
    coordinates, (rings, polygons) = source.ragged
    dense, rings = densify(coordinates, rings)
    return from_rings(frame.project(dense), (rings, polygons))


def _reason(polygon: Any, frame: Frame) -> str:
    """Why a polygon in the frame is invalid, with the position in degrees; GEOS reports it in metres."""
    reason, _, location = str(shapely.is_valid_reason(polygon)).rstrip("]").partition("[")
    if not location:
        return reason
    lon_deg, lat_deg = frame.unproject(np.array([location.split()], dtype=float))[0]
    return _at(reason, lon_deg, lat_deg)


def _at(reason: str, lon_deg: float, lat_deg: float) -> str:
    return f"{reason} at {lat_deg:.4f}, {lon_deg:.4f}"


def held_area(source: LonLatPolygons, frame: Frame, only_near: bool = False) -> HeldArea:
    """Return the union of the polygons in the frame: valid, without overlaps, shared borders dissolved.

    With `only_near`, as for a theatre and a home, ground beyond the surroundings of what is measured is left out where
    there is other ground. The error is that of `in_plane`.
    """
    repairs: tuple[Repair, ...] = ()
    outside_m2 = 0.0
    if only_near:
        cut = near_polygons(source, frame)
        if cut.is_cut.any() and len(cut.near.feature):
            source, repairs = cut.near, cut.repairs
            outside_m2 = antipode.area_as_drawn_m2(cut.surroundings.outside(cut.whole.polygons[cut.is_cut])[0])
    as_they_are = shapely.multipolygons(_projected(in_parts(source, frame, only_near), frame))
    if shapely.is_valid(as_they_are):  # true for most maps; one check instead of two
        return HeldArea(as_they_are, repairs, name=source.layer, outside_m2=outside_m2)
    plane = in_plane(source, frame, only_near)
    repairs = (*repairs, *plane.repairs)
    return HeldArea(without_overlaps(plane.polygons), repairs, plane.polygons, source.layer, outside_m2)


def area_as_drawn(source: LonLatPolygons, frame: Frame, before: MeasurableArea | None = None) -> MeasurableArea:
    """Return the same as `held_area`, left in degrees if it needs no repair and does not cross 180°.

    `before` may be the previous map of a series: if little has changed, checking the validity takes less time.
    """
    source = in_parts(source, frame)
    lon_deg = source.coordinates[:, 0]
    if len(lon_deg) and lon_deg.max() - lon_deg.min() < 180:
        drawn = DrawnArea(source, frame)
        if isinstance(before, DrawnArea) and is_valid_by_changes(before.edges, drawn.edges):
            return drawn
        if shapely.is_valid(shapely.multipolygons(source.polygons)):
            return drawn
    return held_area(source, frame)


def without_overlaps(polygons: Geometries) -> Any:
    """Return valid polygons as one valid multipolygon; polygons that neither overlap nor share edges stay unchanged."""
    as_they_are = shapely.multipolygons(polygons)
    if len(polygons) == 1 or shapely.is_valid(as_they_are):
        return as_they_are
    whole = one_pass_union(polygons)
    if whole is not None:
        return whole
    try:
        return on_grid(overlay_union(polygons))
    except shapely.GEOSException:
        return on_grid(shapely.union_all(polygons))


def overlay_union(polygons: Geometries) -> Any:
    """Return the union of polygons on the millimetre, by an overlay."""
    return shapely.union_all(polygons, grid_size=GRID_M)


def coverage_union(
    polygons: Geometries, methods: Sequence[Callable[[Geometries], Any]] = (shapely.coverage_union_all, overlay_union)
) -> Any:
    """Return polygons on the millimetre that share edges exactly or keep apart as one valid multipolygon.

    Their shared edges cancel. GEOS fails at this where squares of a chessboard enclose one of another colour, and GEOS
    3.13 makes an invalid ring of a hole that meets the shell; then an overlay unites them. Raises GeosError when no
    union is valid with the area of all polygons together, for example because they overlap.
    """
    if len(polygons) < 2:
        return shapely.multipolygons(shapely.get_parts(polygons))
    sum_m2, off_m2 = float(shapely.area(polygons).sum()), GRID_M * float(shapely.length(polygons).sum())

    def check(whole: Any) -> None:
        area_m2 = float(shapely.area(whole))
        if not shapely.is_valid(whole):
            raise GeosError("The union of {count} polygons is invalid.", count=len(polygons))
        if abs(area_m2 - sum_m2) > off_m2:
            raise GeosError(
                "The union of {count} polygons has {area} km² instead of {sum} km².",
                count=len(polygons),
                area=f"{area_m2 / 1e6:.6f}",
                sum=f"{sum_m2 / 1e6:.6f}",
            )

    whole = first_right((partial(method, polygons) for method in methods), check)
    return shapely.multipolygons(shapely.get_parts(whole))


def on_grid(geometry: Any) -> Any:
    """Return a polygonal geometry as a valid multipolygon with every vertex on the millimetre grid."""
    rounded = polygonal(shapely.set_precision(geometry, GRID_M))
    return shapely.transform(rounded, snapped)


def points_inside(polygons: Geometries) -> Coordinates:
    """Return a point (n, 2) inside each polygon that stays inside when rounding moves an edge.

    The point that GEOS finds may lie in a spike 1e-13 m wide. But a polygon of area A and perimeter P contains a circle
    of radius A / P, so some point is at least half that far from the boundary. More than 1 mm is not needed.
    """
    points = shapely.point_on_surface(polygons)
    least_m = np.minimum(shapely.area(polygons) / shapely.length(polygons) / 2, GRID_M)
    near = np.flatnonzero(shapely.distance(points, shapely.boundary(polygons)) < least_m)
    if len(near):
        eroded = shapely.buffer(polygons[near], -least_m[near], join_style="mitre")
        some = ~shapely.is_empty(eroded)  # false for faces with almost no area
        points[near[some]] = shapely.point_on_surface(eroded[some])
    return shapely.get_coordinates(points)


def rounding_m2(geometries: Any, by_m: float = ROUNDING_M) -> float:
    """Return how far rounding, which moves edges by `by_m`, can change the total area of geometries."""
    return AREA_ROUNDING_M2 + by_m * float(np.sum(shapely.length(geometries)))


def polygons_in(geometries: Any) -> Geometries:
    """Return the polygons of overlay results, without points and lines where geometries merely touch."""
    return polygon_parts(np.atleast_1d(np.asarray(geometries, dtype=object)))[0]


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

    Edges without length are left out; the second value is the mask of the edges that were kept.
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


def polygon_parts(geometries: Geometries) -> tuple[Geometries, NDArray[np.int64]]:
    """Return single polygons of any geometries, collections opened, and the index of each one's geometry."""
    index = np.arange(len(geometries))
    if (shapely.get_coordinate_dimension(geometries) > 2).any():
        geometries = shapely.force_2d(geometries)
    while True:
        parts, owner = shapely.get_parts(geometries, return_index=True)
        index = index[owner]
        if not (shapely.get_type_id(parts) >= shapely.GeometryType.MULTIPOINT.value).any():
            break
        geometries = parts
    keep = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON.value) & ~shapely.is_empty(parts)
    return parts[keep], index[keep]


def _repaired(polygon: Any) -> Any:
    """An invalid polygon as a valid multipolygon: each ring is repaired separately, then holes are cut from the shell.

    Repaired as a whole, a hole outside the shell or over another hole would become held ground.
    """
    shell, *holes = (polygonal(shapely.make_valid(shapely.Polygon(ring))) for ring in shapely.get_rings(polygon))
    return shapely.difference(shell, shapely.union_all(holes))


def polygonal(geometry: Any) -> Any:
    """Return the polygons of a geometry as one multipolygon, without lines and points left by an operation.

    Nor does it have empty holes, which rounding in GEOS 3.13 leaves of a small one.
    """
    parts, _ = polygon_parts(np.array([geometry], dtype=object))
    if (shapely.get_num_coordinates(shapely.get_rings(parts)) == 0).any():
        parts = from_rings(*_ragged(parts))
    return shapely.multipolygons(parts)


def _with_holes_beside_shells(
    lonlat: Coordinates, rings: NDArray[np.int64], polygons: NDArray[np.int64]
) -> Coordinates:
    """Rings in degrees, the holes of each polygon on the same side of 180° as its shell."""
    low, high = (pick.reduceat(lonlat[:, 0], rings[:-1]) for pick in (np.minimum, np.maximum))
    middle = (low + high) / 2
    turns = np.rint((np.repeat(middle[polygons[:-1]], np.diff(polygons)) - middle) / 360.0)
    if not turns.any():
        return lonlat
    result = lonlat.copy()
    result[:, 0] += 360.0 * np.repeat(turns, np.diff(rings))
    return result


def _ragged(polygons: Geometries) -> tuple[NDArray[np.float64], tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Coordinates, and the offsets of rings and of polygons, of single polygons; empty holes are left out."""
    lines, polygon = shapely.get_rings(polygons, return_index=True)
    vertices = shapely.get_num_coordinates(lines)
    some = vertices > 0
    rings_of = np.bincount(polygon[some], minlength=len(polygons))
    rings, parts = (np.append(0, np.cumsum(count, dtype=np.int64)) for count in (vertices[some], rings_of))
    return shapely.get_coordinates(polygons), (rings, parts)


def from_rings(coordinates: Coordinates, offsets: tuple[Integers, Integers]) -> Geometries:
    """Return polygons from all vertices (n, 2) and the offsets of rings and of polygons; no polygon may be empty.

    `from_ragged_array` is not used: in shapely 2.1.0 it writes past the end of its buffer.
    """
    rings, polygons = (np.repeat(np.arange(len(starts) - 1), np.diff(starts)) for starts in offsets)
    return shapely.polygons(shapely.linearrings(coordinates, indices=rings), indices=polygons)
