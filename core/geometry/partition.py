# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors as a partition: named polygons without overlaps, plus one row for everything outside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Geometries, sum_per_row
from ..errors import GeosError, InputError
from ..findings import Finding
from ..libraries import shapely
from .antipode import area_as_drawn_m2, areas_m2, is_torn, without_antipode
from .edges import FrameEdges
from .far_ground import FarGround, gaps_reaching_out
from .geodesy import MILLIMETRES_PER_METRE, Frame
from .nearest_sector import with_ground_nearby
from .planar_partition import covering, dissolved, faces_of
from .polygons import (
    AREA_ROUNDING_M2,
    GRID_M,
    ROUNDING_M,
    LonLatPolygons,
    Repair,
    edges_of,
    in_plane,
    near_polygons,
    points_inside,
    rounding_m2,
    without_overlaps,
)
from .segments import in_lines
from .subdivision import MANY_VERTICES, subdivided
from .voronoi import NOBODY

ALL = "all"
OUTSIDE = "outside all sectors"
RESERVED_NAMES = (ALL, OUTSIDE)
REPORTED_FROM_M2 = 1000.0  # smaller ones arise where straight borders meet at a corner of only one of them
OVERLAP_ROUNDING_M2 = 1.0  # borders drawn with different vertices overlap by this much
AREA_ROUNDING = 1e-13  # of an area: how far GEOS's sum over the edges can be off
POINTS_PER_CUT = 50  # of a large polygon by a sector
POINTS_PER_POLYGON = 6
POINT_STEPS = np.array([0.7548776662466927, 0.5698402909980532])  # an even sequence in the plane (Roberts 2018)


@dataclass(frozen=True)
class Partition:
    """Disjoint sectors in the frame. Without sectors, everything is the single row `all`.

    Rows are numbered: sectors first, then `outside all sectors`; `geometries` holds only the sectors. `findings` and
    `repairs` list what had to be changed; the finding of an overlap names the sector that keeps the ground and the one
    that gives it up. With `one_by_one` each sector in turn is cut out of what the previous sectors left, on the
    millimetre grid. This second method is slow, but the fragments always add up to the whole. `drawn` are the sectors
    (by index) that the frame does not show as drawn, because they reach beyond the surroundings of what is measured,
    contain the antipode or cross its meridian: in degrees, with the area.
    """

    names: tuple[str, ...] = ()
    geometries: Geometries = field(default_factory=lambda: np.zeros(0, dtype=object))
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
    one_by_one: bool = False
    drawn: Mapping[int, tuple[Any, float]] = field(default_factory=dict)

    @property
    def row_names(self) -> tuple[str, ...]:
        """Names of the rows of a result table, in order."""
        return (*self.names, OUTSIDE) if self.names else (ALL,)

    @cached_property
    def sector_area_m2(self) -> NDArray[np.float64]:
        """The areas of the sectors (n,)."""
        area_m2 = shapely.area(self.geometries)
        for index, (_, drawn_m2) in self.drawn.items():
            area_m2[index] = drawn_m2
        return area_m2

    @property
    def rest(self) -> int:
        """Index of the row for ground in no sector."""
        return len(self.names)

    @cached_property
    def _tree(self) -> Any:
        return shapely.STRtree(self.geometries)

    @cached_property
    def pieces(self) -> Pieces:
        """The sectors, those of many vertices in several pieces."""
        return Pieces.of(self.geometries)

    def area_per_row_m2(self, geometry: Any) -> NDArray[np.float64]:
        """Return the area of a multipolygon in each row (rows,); the rows add up to its whole area."""
        if self.one_by_one:
            fragments, _, row = self.split(shapely.get_parts(geometry))
            return sum_per_row(shapely.area(fragments), row, len(self.row_names))
        whole_m2, second_way = float(shapely.area(geometry)), replace(self, one_by_one=True)
        try:
            inside_m2 = self._inside_m2(geometry)
        except (shapely.GEOSException, GeosError):
            return second_way.area_per_row_m2(geometry)
        outside_m2 = whole_m2 - inside_m2.sum()
        if -outside_m2 > rounding_m2(geometry):  # the sectors hold more than the whole
            return second_way.area_per_row_m2(geometry)
        return np.append(inside_m2, outside_m2 if outside_m2 > whole_m2 * 1e-12 else 0.0)

    def _inside_m2(self, geometry: Any) -> NDArray[np.float64]:
        """The area of a multipolygon in each sector (n,). Raises GeosError where a polygon cut by a sector is wrong."""
        inside_m2 = np.zeros(len(self.names))
        if self.names:
            parts = subdivided(shapely.get_parts(geometry))[0]
            part, piece = self.pieces.touched_by(parts)
            geometries, sector = self.pieces.geometries[piece], self.pieces.sector[piece]
            within = shapely.contains(geometries, parts[part])
            np.add.at(inside_m2, sector[within], shapely.area(parts[part[within]]))
            cut = ~within
            fragments = _areal(shapely.intersection(parts[part[cut]], geometries[cut]))
            _check_cut(parts[part[cut]], geometries[cut], fragments)
            np.add.at(inside_m2, sector[cut], shapely.area(fragments))
        return inside_m2

    def split(self, polygons: Geometries) -> tuple[Geometries, NDArray[np.int64], NDArray[np.int64]]:
        """Cut polygons by sector. Return the fragments, the index of each one's polygon, and its row.

        The fragments of a polygon add up to it. Ground in no sector has the last row. Raises GeosError where fragments
        lie in another row than their own, by either method.
        """
        if not self.names or not len(polygons):
            return polygons, np.arange(len(polygons)), np.full(len(polygons), self.rest)
        if self.one_by_one:
            return self._split_one_by_one(polygons)
        try:
            fragments, owner, row = self._split_at_once(polygons)
        except shapely.GEOSException:
            return self._split_one_by_one(polygons)
        off_m2 = np.abs(sum_per_row(shapely.area(fragments), owner, len(polygons)) - shapely.area(polygons))
        is_wrong = off_m2 > AREA_ROUNDING_M2 + ROUNDING_M * shapely.length(polygons)
        is_whole = np.array([one is other for one, other in zip(fragments, polygons[owner])], dtype=bool)
        is_cut = ~is_whole | (row == self.rest)
        is_wrong[owner[~is_whole][self._are_misplaced(fragments[~is_whole], row[~is_whole])]] = True
        is_wrong[self._with_points_misplaced(polygons, fragments[is_cut], owner[is_cut], row[is_cut])] = True
        wrong = np.flatnonzero(is_wrong)
        if not len(wrong):
            return fragments, owner, row
        right = ~np.isin(owner, wrong)
        again, owner_again, row_again = self._split_one_by_one(polygons[wrong])
        return _in_order(
            np.concatenate([fragments[right], again]),
            np.concatenate([owner[right], wrong[owner_again]]),
            np.concatenate([row[right], row_again]),
        )

    def _are_misplaced(
        self, fragments: Geometries, row: NDArray[np.int64], width_m: float = GRID_M
    ) -> NDArray[np.bool_]:
        """Whether each fragment (n,) has ground in another row than its own, as far as a point in each part shows.

        GEOS at times takes a whole polygon beside a sector for ground inside it: then areas add up all the same. Parts
        narrower than `width_m` are not looked at.
        """
        parts, fragment = _wide_parts(fragments, width_m)
        misplaced = np.zeros(len(fragments), dtype=bool)
        misplaced[fragment[self.row_of_points(points_inside(parts)) != row[fragment]]] = True
        return misplaced

    def _with_points_misplaced(
        self, polygons: Geometries, fragments: Geometries, owner: NDArray[np.int64], row: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """The indices of polygons with a point, of some in each, that is not in the fragment of its row."""
        cut = np.unique(owner)
        boxes = shapely.bounds(polygons[cut])
        xy, own = _points_in_boxes(boxes, boxes, POINTS_PER_POLYGON)
        within = shapely.contains_xy(polygons[cut[own]], *xy.T)
        xy, own = xy[within], cut[own[within]]
        keys, expected = owner * len(self.row_names) + row, own * len(self.row_names) + self.row_of_points(xy)
        found = np.minimum(np.searchsorted(keys, expected), len(keys) - 1)
        right = keys[found] == expected if len(keys) else np.zeros(0, dtype=bool)
        right[right] = shapely.contains_xy(fragments[found[right]], *xy[right].T)
        return own[~right]

    def _split_at_once(self, polygons: Geometries) -> tuple[Geometries, NDArray[np.int64], NDArray[np.int64]]:
        """Cut polygons by all sectors that they meet."""
        shapely.prepare(self.geometries)
        polygon, sector = self._tree.query(polygons)
        within = shapely.contains(self.geometries[sector], polygons[polygon])
        is_cut = np.ones(len(polygons), dtype=bool)
        is_cut[polygon[within]] = False
        parts = [(polygons[polygon[within]], polygon[within], sector[within])]

        near = np.flatnonzero(is_cut[polygon])
        near = near[shapely.intersects(self.geometries[sector[near]], polygons[polygon[near]])]
        inside = _areal(shapely.intersection(polygons[polygon[near]], self.geometries[sector[near]]))
        some = ~shapely.is_empty(inside)
        owner, row = polygon[near][some], sector[near][some]
        parts.append((inside[some], owner, row))

        covered_m2 = sum_per_row(shapely.area(inside[some]), owner, len(polygons))
        rest_m2 = shapely.area(polygons) - covered_m2
        left = np.flatnonzero(is_cut & ((rest_m2 > AREA_ROUNDING_M2) | (covered_m2 == 0)))
        outside = polygons[left].copy()
        first, end = (np.searchsorted(owner, left, side=side) for side in ("left", "right"))
        for index in np.flatnonzero(first < end):
            for geometry in self.geometries[row[first[index] : end[index]]]:
                outside[index] = shapely.difference(outside[index], geometry)
        outside = _areal(outside)
        some = ~shapely.is_empty(outside)
        parts.append((outside[some], left[some], np.full(int(some.sum()), self.rest)))
        return _in_order(*(np.concatenate(values) for values in zip(*parts)))

    def _split_one_by_one(self, polygons: Geometries) -> tuple[Geometries, NDArray[np.int64], NDArray[np.int64]]:
        """Cut polygons by one sector after another, on the millimetre grid. What vanishes there counts as outside."""
        polygon, sector = self._tree.query(polygons, predicate="intersects")
        rest, inside = polygons.copy(), np.zeros(len(polygon), dtype=object)
        for number, (own, other) in enumerate(zip(polygon, self.geometries[sector])):
            inside[number] = shapely.intersection(rest[own], other, grid_size=GRID_M)
            rest[own : own + 1] = _areal(shapely.difference(rest[own : own + 1], other, grid_size=GRID_M))
        inside, every = _areal(inside), np.arange(len(polygons))
        vanished = ~np.isin(every, polygon[~shapely.is_empty(inside)]) & shapely.is_empty(rest)
        fragments = np.concatenate([inside, np.where(vanished, polygons, rest)])
        owner, row = np.concatenate([polygon, every]), np.concatenate([sector, np.full(len(every), self.rest)])
        some = ~shapely.is_empty(fragments)
        fragments, owner, row = fragments[some], owner[some], row[some]
        if self._are_misplaced(fragments, row, 10 * GRID_M).any():
            raise GeosError(
                "Ground cannot be cut by the {count} sectors: a part of it comes out in the wrong sector, by either "
                "method. Repair the maps and the sectors (“Fix geometries”).",
                count=len(self.names),
            )
        return _in_order(fragments, owner, row)

    def row_of_points(self, xy: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return the row (n,) of each point (n, 2); on a shared border the first sector wins."""
        row = np.full(len(xy), self.rest)
        if self.names and len(xy):
            point, piece = self.pieces.touched_by(shapely.points(xy))
            np.minimum.at(row, point, self.pieces.sector[piece])
        return row


@dataclass(frozen=True)
class Pieces:
    """Sectors of a partition cut into pieces of not too many vertices (n,), and the sector of each, ascending.

    A sector of few vertices is its own piece. What is small is then not compared with a large sector as a whole.
    """

    geometries: Geometries
    sector: NDArray[np.int64]

    @classmethod
    def of(cls, sectors: Geometries) -> Pieces:
        """Return the pieces of sectors (n,)."""
        is_large = shapely.get_num_coordinates(sectors) > MANY_VERTICES
        parts, of_large = shapely.get_parts(sectors[is_large], return_index=True)
        pieces, part = subdivided(parts)
        sector = np.concatenate([np.flatnonzero(~is_large), np.flatnonzero(is_large)[of_large[part]]])
        order = np.argsort(sector, kind="stable")
        return cls(np.concatenate([sectors[~is_large], pieces])[order], sector[order])

    @cached_property
    def _tree(self) -> Any:
        return shapely.STRtree(self.geometries)

    def touched_by(self, geometries: Geometries) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the intersecting pairs (geometry, piece). Pieces are prepared, the many small geometries are not."""
        geometry, piece = self._tree.query(geometries)
        shapely.prepare(self.geometries)
        meet = shapely.intersects(self.geometries[piece], geometries[geometry])
        return geometry[meet], piece[meet]


def partition(
    source: LonLatPolygons, names: Sequence[str | None], frame: Frame, nearest_within_m: float = 0.0
) -> Partition:
    """Return the sectors of a layer as a partition; `names` has one entry per feature of the layer.

    Features with the same name become one sector. Ground claimed by two sectors goes to the sector whose name sorts
    first, so that the order of features cannot change a number. Overlaps and gaps are only searched for in the vicinity
    of the frame's extent: sectors elsewhere have rows but hold nothing. Features without an area are no sectors; a
    finding names them. Ground in no sector, but within `nearest_within_m` of one, belongs to the nearest. Raises
    InputError when no feature has an area.
    """
    cut = near_polygons(source, frame, nearest_within_m)
    plane = in_plane(cut.near, frame, only_near=True)
    has_area = cut.is_cut.copy()
    has_area[cut.is_cut] = areas_m2(cut.whole.polygons[cut.is_cut]) > GRID_M**2
    features = np.union1d(plane.feature, cut.whole.feature[has_area])
    if not len(features):
        raise InputError(
            "Layer “{layer}”: no polygon has an area. Choose a layer of polygons that have one.", layer=source.layer
        )
    labels, findings = usable_names(names, features)
    findings = (*_without_area(names, features), *findings)
    distinct = sorted(set(labels.values()))
    number = {name: index for index, name in enumerate(distinct)}

    def sector_of(feature: NDArray[np.int64]) -> NDArray[np.int64]:
        return np.array([number.get(labels.get(one, ""), NOBODY) for one in feature.tolist()], dtype=np.int64)

    of_plane, of_whole = sector_of(plane.feature), sector_of(cut.whole.feature)
    order = np.argsort(of_plane, kind="stable")
    first = np.searchsorted(of_plane[order], np.arange(len(distinct) + 1))
    geometries = np.array(
        [without_overlaps(plane.polygons[order[begin:end]]) for begin, end in zip(first, first[1:])], dtype=object
    )
    as_given = geometries.copy()
    near = _in_vicinity(geometries, frame, nearest_within_m)
    geometries[near], outline, given_m2 = _as_coverage(geometries[near])
    gaps = _gaps(outline, frame)
    far = FarGround.of(replace(cut, is_cut=has_area), of_whole, near)
    reaching_out, gaps_beyond_m2 = gaps_reaching_out(cut, np.isin(of_whole, near), frame)
    gaps = np.concatenate([gaps, reaching_out])
    if nearest_within_m > 0:
        extent = None if frame.vicinity_m is None else shapely.box(*frame.vicinity_m)
        larger = with_ground_nearby(geometries[near], outline, nearest_within_m, extent)
        # A border that divides new ground ends on an edge of a sector, which lacks that corner.
        geometries[near], outline, _ = _as_coverage(larger)
        gaps = shapely.difference(gaps, outline)
    changed_m2 = shapely.area(geometries) - shapely.area(as_given)
    drawn = {
        index: (shapely.multipolygons(own), area_as_drawn_m2(own) + float(changed_m2[index]))
        for index, own in _not_as_drawn(source, frame, sector_of(source.feature)).items()
    }
    for index in far.drawn:
        drawn[index] = far.as_drawn(index, as_given[index], geometries[index], frame)
    overlaps_m2 = Counter({(int(near[a]), int(near[b])): m2 for (a, b), m2 in given_m2.items()})
    overlaps_m2.update(far.overlaps_m2)
    overlaps = tuple(
        Finding("overlap", 1, (distinct[a], distinct[b]), m2)
        for (a, b), m2 in sorted(overlaps_m2.items())
        if m2 >= REPORTED_FROM_M2
    )
    findings = (*findings, *overlaps, *_large(gaps, gaps_beyond_m2))
    return Partition(tuple(distinct), geometries, findings, (*cut.repairs, *plane.repairs), drawn=drawn)


def _not_as_drawn(source: LonLatPolygons, frame: Frame, sector: NDArray[np.int64]) -> dict[int, Geometries]:
    """The polygons in degrees, by index, of the sectors that the frame cannot show as drawn."""
    _, _, cut = without_antipode(source.polygons, source.feature, frame)
    cut = np.append(cut, source.feature[is_torn(source.polygons, frame)])
    indices = np.unique(sector[np.isin(source.feature, cut)]).tolist()
    return {index: source.polygons[sector == index] for index in indices if index != NOBODY}


def _without_area(names: Sequence[str | None], features: NDArray[np.int64]) -> tuple[Finding, ...]:
    """A finding that names the features that are not among some features (from 0); none where all are."""
    left_out = np.setdiff1d(np.arange(len(names)), features)
    called = tuple(f"sector {index + 1}" if names[index] is None else str(names[index]) for index in left_out)
    return (Finding("no_area", len(called), called),) if called else ()


def _in_vicinity(geometries: Geometries, frame: Frame, within_m: float = 0.0) -> NDArray[np.int64]:
    """The indices of the sectors that meet the vicinity of what is measured, or are within a distance of it."""
    if frame.vicinity_m is None:
        return np.arange(len(geometries))
    west, south, east, north = frame.vicinity_m
    vicinity = shapely.box(west - within_m, south - within_m, east + within_m, north + within_m)
    return np.flatnonzero(shapely.intersects(geometries, vicinity))


def usable_names(
    names: Sequence[str | None], features: NDArray[np.int64]
) -> tuple[dict[int, str], tuple[Finding, ...]]:
    """Return a name for each of some features (from 0) of a layer, and the problems found with the given names."""
    labels, unnamed, renamed = {}, [], []
    given = {
        feature: "" if names[feature] is None else " ".join(str(names[feature]).split())
        for feature in np.unique(features).tolist()
    }
    for feature, label in given.items():
        if not label:
            label = f"sector {feature + 1}"
            if label in given.values():
                label = f"{label} (unnamed)"
            unnamed.append(label)
        elif label in RESERVED_NAMES:
            label = f"{label} (sector)"
            renamed.append(label)
        labels[feature] = label
    repeated = sorted(name for name, often in Counter(labels.values()).items() if often > 1)
    kinds = (("unnamed", unnamed), ("repeated", repeated), ("renamed", renamed))
    return labels, tuple(Finding(kind, len(which), tuple(which)) for kind, which in kinds if which)


def _without_overlaps_between(geometries: Geometries) -> tuple[Geometries, dict[tuple[int, int], float]]:
    """Sectors without mutual overlaps, and the area that a sector (the second index) gave up to another (the first).

    The borders of all are noded together, on the millimetre grid, so that neighbours share their edges. If one sector
    were cut out of another, with vertices off the grid, GEOS would later report an overlap between the two.
    """
    faces = faces_of(shapely.boundary(geometries))
    face, sector = covering(faces, geometries)
    order = np.lexsort([sector, face])
    face, sector = face[order], sector[order]
    keeps = np.diff(face, prepend=-1) != 0
    owner = np.full(len(faces), NOBODY)
    owner[face[keeps]] = sector[keeps]
    pairs, pair = np.unique(np.column_stack([owner[face], sector])[~keeps], axis=0, return_inverse=True)
    given_m2 = np.bincount(pair.ravel(), shapely.area(faces[face[~keeps]]), len(pairs))
    return dissolved(faces, owner, len(geometries)), dict(zip(map(tuple, pairs.tolist()), given_m2.tolist()))


def _as_coverage(geometries: Geometries) -> tuple[Geometries, Any, dict[tuple[int, int], float]]:
    """Sectors that share edges exactly or do not touch, their outline, and the area that each gave up to another."""
    outline = _coverage(geometries)
    if outline is not None:
        return geometries, outline, {}
    disjoint, given_m2 = _without_overlaps_between(geometries)
    outline = _coverage(disjoint)
    return disjoint, shapely.union_all(disjoint, grid_size=GRID_M) if outline is None else outline, given_m2


def _coverage(geometries: Geometries) -> Any | None:
    """The outline of polygons that share edges exactly or do not touch; None for all others.

    Shared edges run in opposite directions and cancel. The remaining edges form a valid outline, at a tenth of the cost
    of an overlay. A small sector inside a large one also cancels, into a hole; then the areas do not add up.
    """
    left = _edges_of_one(geometries)
    if left is None:
        return None
    try:
        faces = shapely.get_parts(shapely.polygonize(left))
        xy = points_inside(faces)
    except shapely.GEOSException:  # the lines cross
        return None
    face, polygon = shapely.STRtree(geometries).query(shapely.points(xy))
    shapely.prepare(geometries)
    face = face[shapely.intersects_xy(geometries[polygon], *xy[face].T)]  # the others are gaps
    outline = shapely.multipolygons(faces[np.unique(face)])
    area_m2 = float(shapely.area(geometries).sum())
    counted_twice_m2 = abs(area_m2 - shapely.area(outline))
    is_right = counted_twice_m2 < OVERLAP_ROUNDING_M2 + AREA_ROUNDING * area_m2 and shapely.is_valid(outline)
    return outline if is_right else None


def _edges_of_one(geometries: Geometries) -> Geometries | None:
    """The edges that belong to only one polygon, as lines along its rings; None if two polygons have an edge alike."""
    ends = edges_of(shapely.multipolygons(shapely.get_parts(geometries))).ends_mm
    x0, y0, x1, y1 = ends
    upwards = (x0 < x1) | ((x0 == x1) & (y0 < y1))
    undirected = FrameEdges(np.where(upwards, ends, ends[[2, 3, 0, 1]]))
    order = np.argsort(undirected.hashed)
    hashed, keys = undirected.hashed[order], undirected.keys[:, order]
    alike = hashed[1:] == hashed[:-1]
    twice = np.zeros(len(hashed), dtype=bool)
    twice[1:] |= alike
    twice[:-1] |= alike
    same = (keys[:, 1:] == keys[:, :-1])[:, alike].all()
    in_pairs = not (alike[1:] & alike[:-1]).any()
    opposed = (upwards[order][1:] != upwards[order][:-1])[alike].all()
    if not (same and in_pairs and opposed):
        return None
    kept = np.ones(ends.shape[1], dtype=bool)
    kept[order[twice]] = False
    if not kept.any():
        return np.zeros(0, dtype=object)
    start, end = (ends[rows][:, kept].T / MILLIMETRES_PER_METRE for rows in ([0, 1], [2, 3]))
    runs_back = (end[1:] == start[:-1]).all(axis=1)  # as in rings that were drawn in the opposite direction
    turned = (np.append(runs_back, False) | np.append(False, runs_back))[:, None]
    return in_lines(np.where(turned, end, start), np.where(turned, start, end))[0]


def _gaps(geometry: Any, frame: Frame) -> Geometries:
    """The holes of a multipolygon in the vicinity of what is measured, as polygons."""
    rings, part = shapely.get_rings(shapely.get_parts(geometry), return_index=True)
    gaps = shapely.polygons(rings[np.diff(part, prepend=-1) == 0])
    return gaps[_in_vicinity(gaps, frame)]


def _large(gaps: Geometries, beyond_m2: float) -> tuple[Finding, ...]:
    """A finding of gaps that are large enough to report; `beyond_m2` is their area beyond the surroundings."""
    gaps = gaps[~shapely.is_empty(gaps)]
    area_m2 = float(np.sum(shapely.area(gaps))) + beyond_m2
    return (Finding("gaps", len(gaps), (), area_m2),) if area_m2 >= REPORTED_FROM_M2 else ()


def _check_cut(polygons: Geometries, sectors: Geometries, inside: Geometries) -> None:
    """Raise GeosError unless what each polygon (n,) has inside its sector is that, as far as points show.

    GEOS at times takes a whole polygon for ground inside or outside a sector that only cuts it.
    """
    xy, own = _points_in_boxes(shapely.bounds(polygons), shapely.bounds(sectors), POINTS_PER_CUT)
    for cut in (polygons, inside):
        shapely.prepare(cut)
    in_both = shapely.contains_xy(sectors[own], *xy.T)
    in_both[in_both] = shapely.contains_xy(polygons[own[in_both]], *xy[in_both].T)
    parts, own_of_part = _wide_parts(inside, GRID_M)
    is_inside = shapely.contains_xy(sectors[own_of_part], *points_inside(parts).T)
    if not is_inside.all() or (shapely.contains_xy(inside[own], *xy.T) != in_both).any():
        raise GeosError("{count} polygons are not cut right by sectors.", count=len(polygons))


def _points_in_boxes(
    some: NDArray[np.float64], others: NDArray[np.float64], count: int
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """`count` points (m, 2) evenly distributed where each pair of boxes (n, 4) meets, and each one's pair."""
    low, high = np.maximum(some[:, :2], others[:, :2]), np.minimum(some[:, 2:], others[:, 2:])
    share = (np.arange(count)[:, None] + 0.5) * POINT_STEPS % 1.0
    xy = low[:, None, :] + (high - low)[:, None, :] * share
    return xy.reshape(-1, 2), np.repeat(np.arange(len(some)), count)


def _wide_parts(geometries: Geometries, width_m: float) -> tuple[Geometries, NDArray[np.int64]]:
    """The polygons of geometries that are wider than `width_m`, and the index of each one's geometry."""
    parts, own = shapely.get_parts(geometries, return_index=True)
    is_wide = shapely.area(parts) > AREA_ROUNDING_M2 + width_m * shapely.length(parts)
    return parts[is_wide], own[is_wide]


def _areal(geometries: Geometries) -> Geometries:
    """Overlay results without the points and lines at which polygons merely touch."""
    geometries = np.asarray(geometries, dtype=object)
    mixed = shapely.get_type_id(geometries) == shapely.GeometryType.GEOMETRYCOLLECTION.value
    lower = shapely.get_dimensions(geometries) < 2
    for index in np.flatnonzero(mixed & ~lower):
        parts = shapely.get_parts(geometries[index])
        geometries[index] = shapely.multipolygons(parts[shapely.get_dimensions(parts) == 2])
    geometries[lower] = shapely.Polygon()
    return geometries


def _in_order(
    fragments: Geometries, owners: NDArray[np.int64], rows: NDArray[np.int64]
) -> tuple[Geometries, NDArray[np.int64], NDArray[np.int64]]:
    order = np.lexsort([rows, owners])
    return fragments[order], owners[order], rows[order]
