# SPDX-License-Identifier: GPL-2.0-or-later
"""A polygon layer tidied into sectors: overlaps given to one sector or divided, gaps left or filled, names repaired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..geometry.division import dissolved, faces_of, nearest_division, point_in
from ..geometry.geodesy import Coordinates, Frame
from ..geometry.polygons import (
    GRID_M,
    Geometries,
    LonLatPolygons,
    Repair,
    coverage_union,
    in_plane,
    without_overlaps,
)
from ..geometry.voronoi import NOBODY, segments_of
from ..libraries import shapely
from .making import Finding, Made
from .partition import labels_of

NEARER, FIRST = "nearer", "first"
OVERLAPS = (NEARER, FIRST)

SLIVER_WIDTH_M = 50.0  # narrower ground goes whole to the neighbour with the longest border to it
SITES_ALONG = 100
TOLD_FROM_M2 = 1000.0


def usable_names(
    names: Sequence[str | None], features: NDArray[np.int64]
) -> tuple[dict[int, str], tuple[Finding, ...]]:
    """Return a name for each of some features (from 0) of a layer, and what was amiss with the names as they were."""
    labels, unnamed, renamed = labels_of(names, np.unique(features))
    repeated = tuple(name for name, often in Counter(labels.values()).items() if often > 1)
    kinds = (("unnamed", unnamed), ("repeated", repeated), ("renamed", renamed))
    return labels, tuple(Finding(kind, len(which), tuple(which)) for kind, which in kinds if which)


def drawn(
    source: LonLatPolygons, names: Sequence[str | None], frame: Frame
) -> tuple[list[str], Geometries, tuple[Finding, ...], tuple[Repair, ...]]:
    """Return names and ground of the sectors of a layer in its order, what was amiss with names, and what was repaired.

    `names` has one entry per feature of the layer; features with one name become one sector.
    """
    plane = in_plane(source, frame)
    labels, findings = usable_names(names, plane.feature)
    distinct = list(dict.fromkeys(labels.values()))
    number = {name: place for place, name in enumerate(distinct)}
    of_sector = np.array([number[labels[feature]] for feature in plane.feature.tolist()], dtype=np.int64)
    ground = [without_overlaps(plane.polygons[of_sector == place]) for place in range(len(distinct))]
    return distinct, np.array(ground, dtype=object), findings, plane.repairs


def tidied(
    names: Sequence[str],
    geometries: Geometries,
    overlaps: str,
    fill_gaps: bool,
    gap_width_m: float,
    theatre: Any | None,
) -> Made:
    """Return sectors, given as valid multipolygons in the frame in the layer's order, as a partition.

    They are cut to the theatre, where there is one. `overlaps` says who gets ground that several claim: the `first`
    in the layer, or the sector whose own ground is `nearer`; a sector that lies in others whole keeps its ground then.
    `fill_gaps` gives enclosed gaps and those narrower than `gap_width_m`, or, with a theatre, all the rest of it to the
    nearest sector.
    """
    edge = theatre
    if theatre is None and fill_gaps and gap_width_m > 0:
        edge = _grown_together(geometries, gap_width_m)
    division = _Division(geometries, theatre, edge)
    findings = division.settle(overlaps, names)
    if fill_gaps:
        findings += division.fill()
    return Made(tuple(names), division.sectors(), tuple(findings)).without_empty()


class _Division:
    """The faces that all borders divide the plane (or the theatre) into, and who has each."""

    def __init__(self, geometries: Geometries, theatre: Any | None, edge: Any | None) -> None:
        """Take the sectors as drawn, the theatre, and what else has a border: that same theatre, or a wider outline."""
        self.count = len(geometries)
        lines = [*shapely.boundary(geometries), *([] if edge is None else [shapely.boundary(edge)])]
        self.faces = faces_of(np.array(lines, dtype=object))
        if theatre is not None:
            self.faces = self.faces[_covering(self.faces, np.array([theatre], dtype=object))[0]]
        face, sector = _covering(self.faces, geometries)
        self.claims = np.bincount(face, minlength=len(self.faces))
        self._face, self._sector = face, sector
        self.owner = np.full(len(self.faces), NOBODY)
        alone = self.claims[face] == 1
        self.owner[face[alone]] = sector[alone]
        self._more: list[tuple[Geometries, NDArray[np.int64]]] = []

    def sectors(self) -> Geometries:
        """The ground of each sector."""
        faces = np.concatenate([self.faces, *(faces for faces, _ in self._more)])
        owner = np.concatenate([self.owner, *(owner for _, owner in self._more)])
        faces, owner = faces[owner != NOBODY], owner[owner != NOBODY]
        if self._more:  # these have corners that their neighbours lack
            faces, owner = _noded(faces, owner)
        return dissolved(faces, owner, self.count)

    def settle(self, overlaps: str, names: Sequence[str]) -> list[Finding]:
        """Give ground that several sectors claim to one of them, or share it out."""
        groups = self._overlaps()
        landless = set(range(self.count)) - set(self.owner.tolist())
        own = dissolved(self.faces, self.owner, self.count) if groups and overlaps == NEARER else None
        findings = []
        for group, faces in groups.items():
            area_m2 = float(shapely.area(self.faces[faces]).sum())
            if area_m2 >= TOLD_FROM_M2:
                findings.append(Finding("overlap", len(faces), tuple(names[place] for place in group), area_m2))
            whole = sorted(landless.intersection(group), key=self._claimed_m2)
            if own is None or whole:
                self.owner[faces] = whole[0] if own is not None else group[0]
                continue
            for part in shapely.get_parts(coverage_union(self.faces[faces])):
                self._add(part, np.array(group), own[list(group)])
        return findings

    def fill(self) -> list[Finding]:
        """Give ground that nobody claims to the nearest sector: what sectors enclose, or the rest of the theatre."""
        sectors = self.sectors()
        gaps = self.faces[self.claims == 0]
        ground = shapely.get_parts(coverage_union(gaps))
        tree = shapely.STRtree(sectors)
        for gap in ground:
            near = np.unique(tree.query(gap, predicate="dwithin", distance=2 * GRID_M))
            if not len(near):
                near = np.arange(self.count)[~shapely.is_empty(sectors)]
            self._add(gap, near, sectors[near])
        area_m2 = float(shapely.area(ground).sum())
        return [Finding("filled", len(ground), (), area_m2)] if area_m2 >= TOLD_FROM_M2 else []

    def _overlaps(self) -> dict[tuple[int, ...], list[int]]:
        """The faces that several sectors claim, by who claims them."""
        claimants: dict[int, list[int]] = {}
        for face, sector in zip(self._face.tolist(), self._sector.tolist()):
            if self.claims[face] > 1:
                claimants.setdefault(face, []).append(sector)
        groups: dict[tuple[int, ...], list[int]] = {}
        for face, sectors in sorted(claimants.items()):
            groups.setdefault(tuple(sorted(sectors)), []).append(face)
        return groups

    def _add(self, part: Any, sectors: NDArray[np.int64], grounds: Geometries) -> None:
        """Divide a part among sectors by the distance to their grounds."""
        if len(sectors) == 1:
            owner, pieces = sectors, np.array([part], dtype=object)
        elif 2 * shapely.area(part) < SLIVER_WIDTH_M * shapely.length(part):
            border_m = shapely.length(shapely.intersection(shapely.boundary(grounds), shapely.buffer(part, 2 * GRID_M)))
            owner, pieces = sectors[[int(np.argmax(border_m))]], np.array([part], dtype=object)
        else:
            sites, owner = _sites(part, grounds)
            owner, pieces = sectors, nearest_division(part, sites, owner, len(sectors))
        for piece, who in zip(pieces, owner):
            parts = shapely.get_parts(piece)
            self._more.append((parts, np.full(len(parts), who)))

    def _claimed_m2(self, sector: int) -> float:
        return float(shapely.area(self.faces[self._face[self._sector == sector]]).sum())


def _covering(faces: Geometries, geometries: Geometries) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs (face, geometry) in which the geometry covers the face."""
    xy = point_in(faces)
    face, geometry = shapely.STRtree(geometries).query(shapely.points(xy))
    shapely.prepare(geometries)
    inside = shapely.contains_xy(geometries[geometry], xy[face, 0], xy[face, 1])
    return face[inside], geometry[inside]


def _noded(pieces: Geometries, owner: NDArray[np.int64]) -> tuple[Geometries, NDArray[np.int64]]:
    """Pieces with every corner of a neighbour on their borders, and whose each is."""
    faces = faces_of(shapely.boundary(pieces))
    face, piece = _covering(faces, pieces)
    of_face = np.full(len(faces), NOBODY)
    of_face[face] = owner[piece]
    return faces, of_face


def _sites(part: Any, grounds: Geometries) -> tuple[Coordinates, NDArray[np.int64]]:
    """Points along the borders of grounds where they may be the nearest to a part, and whose each is."""
    width_m = 2 * shapely.area(part) / shapely.length(part)
    around = shapely.buffer(part, 2 * width_m)
    sites, owner = [], []
    for number, ground in enumerate(grounds):
        border = shapely.boundary(ground)
        near = shapely.intersection(border, around)
        near = near if shapely.length(near) > 0 else border
        start, end = segments_of(shapely.segmentize(near, max(width_m / 4, shapely.length(near) / SITES_ALONG)))
        sites.append((start + end) / 2)  # corners may belong to two grounds
        owner.append(np.full(len(start), number))
    return np.concatenate(sites), np.concatenate(owner)


def _grown_together(geometries: Geometries, gap_width_m: float) -> Any:
    """Sectors grown by half the width of a gap and shrunk again: what is narrower than that is closed."""
    wide = shapely.buffer(shapely.union_all(geometries, grid_size=GRID_M), gap_width_m / 2, join_style="mitre")
    return shapely.buffer(wide, -gap_width_m / 2, join_style="mitre")
