# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors that reach beyond the surroundings of what is measured: the ground there stays in degrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Geometries
from ..libraries import shapely
from .antipode import area_as_drawn_m2, areas_m2, in_one_turn
from .geodesy import Frame
from .polygons import GRID_M, NearPolygons, in_plane, polygonal
from .surroundings import TURNS_DEG

GRID_DEG = 1e-7  # about a centimetre
BESIDE_DEG = 1e-6
REDRAWN_FROM_M2 = 1000.0

Overlaps = Mapping[tuple[int, int], float]


@dataclass(frozen=True)
class FarGround:
    """The sectors that reach beyond the surroundings, by index, with all their polygons in degrees.

    `overlaps_m2` is the area beyond that a sector (the second index) gives up to another (the first), `given` all that
    it gives up there.
    """

    drawn: Mapping[int, Geometries]
    overlaps_m2: Overlaps
    given: Mapping[int, Any]

    @classmethod
    def of(cls, cut: NearPolygons, sector: NDArray[np.int64], near: NDArray[np.int64]) -> FarGround:
        """Return the far ground of polygons, given the sector (n,) of each, and which sectors matter for overlaps."""
        reaching = np.unique(sector[cut.is_cut])
        drawn = {index: cut.whole.polygons[sector == index] for index in reaching.tolist()}
        left: dict[int, Any] = {}
        given: dict[int, Any] = {}
        overlaps_m2: dict[tuple[int, int], float] = {}
        for index in np.intersect1d(reaching, near).tolist():
            outside, _ = cut.surroundings.outside(cut.whole.polygons[cut.is_cut & (sector == index)])
            if not len(outside):
                continue
            own = in_one_turn(outside)
            for keeper, kept in left.items():
                shared = polygonal(shapely.intersection(kept, own))
                if not shapely.is_empty(shared):
                    overlaps_m2[keeper, index] = float(areas_m2(np.array([shared]))[0])
                    given[index] = shapely.union(given.get(index, shapely.MultiPolygon()), shared)
                    own = polygonal(shapely.difference(own, shared))
            left[index] = own
        return cls(drawn, overlaps_m2, given)

    def as_drawn(self, index: int, before: Any, after: Any, frame: Frame) -> tuple[Any, float]:
        """Return a sector in degrees, and its area; its near ground was `before`, and is `after` all was divided."""
        polygons = self.drawn[index]
        shape = shapely.multipolygons(polygons)
        if not shapely.is_valid(shape):
            shape = polygonal(shapely.union_all(polygons))
        area_m2 = area_as_drawn_m2(polygons) + float(shapely.area(after)) - float(shapely.area(before))
        given = [self.given[index]] if index in self.given else []
        if given:
            area_m2 -= float(areas_m2(np.array(given))[0])
        if abs(float(shapely.area(after) - shapely.area(before))) > REDRAWN_FROM_M2:
            added, removed = (
                shapely.transform(shapely.difference(one, other, grid_size=GRID_M), frame.unproject)
                for one, other in ((after, before), (before, after))
            )
            given.append(removed)
            shape = shapely.union_all([shape, *_beside(added, shape)], grid_size=GRID_DEG)
        for turn in TURNS_DEG if given else ():
            for ground in given:
                there = shapely.transform(polygonal(ground), lambda lonlat, turn=turn: np.add(lonlat, [turn, 0]))
                if shapely.intersects(shape, there):
                    shape = shapely.difference(shape, there, grid_size=GRID_DEG)
        return polygonal(shape), area_m2


def _beside(ground: Any, shape: Any) -> list[Any]:
    """The polygons of a ground that touch a shape, at the longitudes of that shape."""
    parts = shapely.get_parts(polygonal(ground))
    turned = [shapely.transform(parts, lambda lonlat, turn=turn: np.add(lonlat, [turn, 0])) for turn in TURNS_DEG]
    return [part for parts in turned for part in parts[shapely.dwithin(parts, shape, BESIDE_DEG)]]


def gaps_reaching_out(cut: NearPolygons, is_near: NDArray[np.bool_], frame: Frame) -> tuple[Geometries, float]:
    """Return the near ground (n,), in the frame, of gaps that reach out of the surroundings, and their area beyond.

    `is_near` (n,) tells which of the whole polygons belong to sectors near what is measured.
    """
    if not (cut.is_cut & is_near).any():
        return np.zeros(0, dtype=object), 0.0
    rings, part = shapely.get_rings(shapely.get_parts(in_one_turn(cut.whole.polygons[is_near])), return_index=True)
    holes = shapely.polygons(rings[np.diff(part, prepend=-1) == 0])
    holes = holes[cut.surroundings.reached_out_of(holes)]
    inside, owner = cut.surroundings.inside(holes)
    plane = in_plane(replace(cut.whole, polygons=inside, feature=owner), frame)
    near = np.ones(len(plane.polygons), dtype=bool)
    if frame.vicinity_m is not None:
        near = shapely.intersects(plane.polygons, shapely.box(*frame.vicinity_m))
    beyond, _ = cut.surroundings.outside(holes[np.unique(plane.feature[near])])
    return plane.polygons[near], area_as_drawn_m2(beyond)
