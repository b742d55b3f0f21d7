# SPDX-License-Identifier: GPL-2.0-or-later
"""Cleans a map as drawn into a snapshot: one valid multipolygon for each class, without overlaps between classes.

Polygons are joined in the frame, as for measuring; classes are cut in degrees, where the edges were drawn straight.
Every drawn vertex that remains keeps its exact coordinates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from ..arrays import Geometries
from ..errors import InputError
from ..geometry.gaps import close_gaps
from ..geometry.geodesy import Frame
from ..geometry.polygons import LonLatPolygons, Repair, in_plane, lonlat_polygons, without_overlaps
from ..geometry.vertices import KnownVertices
from ..geometry.wide_edges import WIDE_DEG
from ..libraries import shapely
from .snapshots import CONTROL_CLASSES, Snapshot

GAP_WIDTH_M = 5.0  # coordinates with five decimals leave gaps of up to 1.5 m between neighbours
LEAST_OVERLAP_DEG2 = 1e-13  # under ten square centimetres: what remains between two edges drawn as one


@dataclass
class Account:
    """The changes to one class, in m²: `drawn + repaired - overlaps + gaps = area`.

    `gaps` is the number of gaps closed, `gaps_left` the number of places where GEOS failed at that.
    """

    drawn_m2: float = 0.0
    repaired_m2: float = 0.0
    overlaps_m2: float = 0.0
    gaps_m2: float = 0.0
    gaps: int = 0
    gaps_left: int = 0
    area_m2: float = 0.0


@dataclass
class CleanSnapshot:
    """A clean snapshot: a valid multipolygon in degrees for each class, and what was changed.

    A class that lost all its ground has an account but no polygons. `repairs` names the layer of each; `elsewhere` is
    the number of polygons outside the theatre that became `other`, `wide` that of features with edges that span 180° of
    longitude or more, taken as drawn; `unchanged` is whether the previous snapshot had the
    same ground in every class (None: there is no previous one).
    """

    polygons: dict[str, Any] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    repairs: list[tuple[str, Repair]] = field(default_factory=list)
    elsewhere: int = 0
    wide: int = 0
    unchanged: bool | None = None

    @property
    def gaps_left(self) -> int:
        """The number of places in all classes where gaps could not be closed."""
        return sum(account.gaps_left for account in self.accounts.values())


@dataclass(frozen=True)
class Joined:
    """The polygons of a class in the frame, their union in degrees, and what joining them changed, in m²."""

    parts: Geometries
    polygons: Any
    area_m2: float
    overlaps_m2: float
    gaps_m2: float
    gaps: int
    gaps_left: int


class Cleaner:
    """Cleans the snapshots of one source in time order; what did not change since the previous one is reused."""

    def __init__(self, frame: Frame, gap_width_m: float = GAP_WIDTH_M, theatre: Any = None) -> None:
        """Take the frame, the width below which gaps are closed, and a theatre: a multipolygon of the frame or None."""
        self._frame = frame
        self._gap_width_m = gap_width_m
        self._theatre = theatre
        if theatre is not None:
            shapely.prepare(theatre)
        self._joined: dict[str, Joined] = {}
        self._before: CleanSnapshot | None = None

    def clean(self, maps: Sequence[Snapshot]) -> CleanSnapshot:
        """Return the clean snapshot of one instant from its map or maps.

        Where classes overlap, the earlier one in CONTROL_CLASSES keeps the ground. Polygons that do not meet the
        theatre are land elsewhere in the world and get the class `other`.
        """
        result = CleanSnapshot(accounts={key: Account() for key in CONTROL_CLASSES})
        drawn = {key: _drawn(maps, key) for key in CONTROL_CLASSES}
        parts = {key: self._parts(key, drawn[key], result) for key in CONTROL_CLASSES}
        if self._theatre is not None:
            _move_elsewhere(parts, self._theatre, result)
        result.accounts = {key: account for key, account in result.accounts.items() if len(parts[key])}
        taken = np.empty(0, dtype=object)
        for key, account in result.accounts.items():
            joined = self._join(key, parts[key], drawn)
            left = _without(joined.polygons, taken)
            is_cut = left is not joined.polygons
            account.gaps, account.gaps_m2, account.gaps_left = joined.gaps, joined.gaps_m2, joined.gaps_left
            account.area_m2 = _area_m2(left, self._frame) if is_cut else joined.area_m2
            account.overlaps_m2 = joined.overlaps_m2 + joined.area_m2 - account.area_m2
            if not shapely.is_empty(left):
                result.polygons[key] = left
                taken = np.concatenate([taken, shapely.get_parts(left)])
        self._keep_unchanged(result)
        return result

    def _parts(self, key: str, sources: Sequence[LonLatPolygons], result: CleanSnapshot) -> Geometries:
        """Valid single polygons of a class in the frame; repairs are added to the result."""
        planes = [in_plane(source, self._frame) for source in sources]
        result.wide += sum(len(source.wide) for source in sources)
        repairs = [(plane.layer, repair) for plane in planes for repair in plane.repairs]
        result.repairs += repairs
        parts = np.concatenate([np.empty(0, dtype=object), *(plane.polygons for plane in planes)])
        account = result.accounts[key]
        account.repaired_m2 = sum((repair.area_change_m2 for _, repair in repairs), 0.0)
        account.drawn_m2 = float(shapely.area(parts).sum()) - account.repaired_m2
        return parts

    def _join(self, key: str, parts: Geometries, drawn: dict[str, list[LonLatPolygons]]) -> Joined:
        """The union of the polygons of a class, without gaps; the previous union if the polygons are the same."""
        known = self._joined.get(key)
        if known and len(known.parts) == len(parts) and shapely.equals_exact(known.parts, parts, 0.0).all():
            return known
        whole = without_overlaps(parts)
        overlaps_m2 = float(shapely.area(parts).sum() - shapely.area(whole))
        closed = close_gaps(whole, parts, self._gap_width_m)
        sources = drawn[key] if self._theatre is None else [source for each in drawn.values() for source in each]
        restored = KnownVertices.of(sources, self._frame).restore(closed.geometry)
        _require_narrow(restored, next((one.layer for one in sources), ""))
        polygons = _valid(restored)
        area_m2 = float(shapely.area(closed.geometry))
        self._joined[key] = Joined(parts, polygons, area_m2, overlaps_m2, closed.area_m2, closed.gaps, closed.left_open)
        return self._joined[key]

    def _keep_unchanged(self, result: CleanSnapshot) -> None:
        """Replace polygons by equal ones of the previous snapshot, so that their coordinates are exactly the same."""
        before, self._before = self._before, result
        if before is None:
            return
        same = [key for key in result.polygons if _same(result.polygons[key], before.polygons.get(key))]
        result.unchanged = len(same) == len(result.polygons) == len(before.polygons)
        result.polygons |= {key: before.polygons[key] for key in same}


def _drawn(maps: Sequence[Snapshot], key: str) -> list[LonLatPolygons]:
    """The polygons of a class in degrees, one item per layer."""
    layers = [(one, lonlat_polygons(one.polygons[key], one.crs_wkt, one.origin)) for one in maps if key in one.polygons]
    return [replace(layer, feature=one.rows[key][layer.feature]) for one, layer in layers]


def _move_elsewhere(parts: dict[str, Geometries], theatre: Any, result: CleanSnapshot) -> None:
    """Give the class `other` to polygons that do not meet the theatre."""
    for key in CONTROL_CLASSES[:-1]:
        outside = ~shapely.intersects(theatre, parts[key])
        moved = parts[key][outside]
        moved_m2 = float(shapely.area(moved).sum())
        result.elsewhere += len(moved)
        result.accounts[key].drawn_m2 -= moved_m2
        result.accounts["other"].drawn_m2 += moved_m2
        parts[key], parts["other"] = parts[key][~outside], np.concatenate([parts["other"], moved])


def _without(whole: Any, taken: Geometries) -> Any:
    """A multipolygon in degrees without the ground of other polygons; unchanged if it loses nothing."""
    parts = shapely.get_parts(whole)
    part, other = shapely.STRtree(taken).query(parts, predicate="intersects")
    overlaps = shapely.area(shapely.intersection(parts[part], taken[other])) > LEAST_OVERLAP_DEG2
    part, other = part[overlaps], other[overlaps]
    if not len(part):
        return whole
    for cut in np.unique(part):
        parts[cut] = shapely.difference(parts[cut], shapely.union_all(taken[other[part == cut]]))
    parts = shapely.get_parts(parts)
    return _valid(shapely.multipolygons(parts[shapely.area(parts) > LEAST_OVERLAP_DEG2]))


def _area_m2(polygons: Any, frame: Frame) -> float:
    """The area of a multipolygon in degrees."""
    return float(shapely.area(in_plane(lonlat_polygons(np.array([polygons]), None, ""), frame).polygons).sum())


def _same(one: Any, other: Any) -> bool:
    """Whether two multipolygons have the same rings, regardless of where each ring begins."""
    if other is None:
        return False
    return one is other or bool(shapely.equals_exact(shapely.normalize(one), shapely.normalize(other), 0.0))


def _require_narrow(polygons: Any, layer: str) -> None:
    """Raise InputError for a ring that goes all round the Earth: in degrees it would be another polygon."""
    rings, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(polygons)), return_index=True)
    if (np.abs(np.diff(rings[:, 0]))[np.diff(ring) == 0] >= WIDE_DEG).any():
        raise InputError(
            "“{layer}”: its polygons go all round the Earth, and together they have no outline in degrees. Cut them "
            "to the land that is fought over.",
            layer=layer,
        )


def _valid(geometry: Any) -> Any:
    """A multipolygon in degrees, made valid there: straight edges differ from those of the frame by centimetres."""
    if shapely.is_valid(geometry):
        return geometry
    parts = shapely.get_parts(shapely.make_valid(geometry))
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON.value])
