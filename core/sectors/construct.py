# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors from settlements, a front or axes: cells of one partition, so that they never overlap or leave gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Geometries
from ..errors import InputError, require_finite
from ..findings import Finding
from ..geometry.lines import in_order, is_ring, length_m, points_along, smoothed
from ..geometry.partition import RESERVED_NAMES
from ..geometry.planar_partition import nearest_partition
from ..geometry.polygons import GRID_M, on_grid
from ..libraries import shapely
from ..units import KM

QUARTER_CIRCLE_SEGMENTS = 64  # a circle of them has 99.99 % of its area
SITES_PER_LENGTH = 40
MOST_ALONG_FRONT = 2000  # nobody reads more rows, and a typing error would keep the computer busy for an hour
SHORTEST_SHARE = 0.5  # of a sector's length; shorter sections of front get no sector of their own


@dataclass(frozen=True)
class NewSectors:
    """New sectors in the frame: names (n,), multipolygons (n,), and findings."""

    names: tuple[str, ...]
    geometries: Geometries
    findings: tuple[Finding, ...] = ()

    def without_empty(self) -> NewSectors:
        """Return the same without sectors that have no ground; a finding names them."""
        empty = shapely.is_empty(self.geometries)
        if not empty.any():
            return self
        removed = tuple(name for name, is_removed in zip(self.names, empty) if is_removed)
        kept = tuple(name for name, is_removed in zip(self.names, empty) if not is_removed)
        return NewSectors(kept, self.geometries[~empty], (*self.findings, Finding("empty", len(removed), removed)))


@dataclass(frozen=True)
class Check:
    """The deviation of sectors from a partition: area in two of them, and area of gaps enclosed by them, in m²."""

    area_m2: float
    overlap_m2: float
    gaps: int
    gaps_m2: float


def check(geometries: Geometries) -> Check:
    """Return the deviation of sectors from a partition, from a plain union of all of them."""
    whole = shapely.union_all(geometries, grid_size=GRID_M)
    rings, part = shapely.get_rings(shapely.get_parts(whole), return_index=True)
    holes = shapely.polygons(rings[np.diff(part, prepend=-1) == 0])
    sum_m2, area_m2 = float(shapely.area(geometries).sum()), float(shapely.area(whole))
    return Check(area_m2, max(sum_m2 - area_m2, 0.0), len(holes), float(shapely.area(holes).sum()))


def place_names(names: Sequence[Any]) -> tuple[str, ...]:
    """Return a unique name for each place: missing and repeated names get a number."""
    given = ["" if name is None else " ".join(str(name).split()) for name in names]
    made = [name or f"place {number}" for number, name in enumerate(given, 1)]
    taken: set[str] = set(RESERVED_NAMES)
    result = []
    for name in made:
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name} ({number})"
        taken.add(free)
        result.append(free)
    return tuple(result)


def around_places(
    names: Sequence[str], point: Coordinates, radius_m: float, theatre: Any | None, edge_tolerance_m: float = 0.0
) -> NewSectors:
    """Return a sector for each place (n, 2): the ground nearer to it than to any other, within a radius.

    Places farther than `edge_tolerance_m` outside the theatre, without a point (NaN) or at the same point as an earlier
    one get no sector and no ground. Raises InputError if none is left.
    """
    require_finite(radius_m=radius_m, edge_tolerance_m=edge_tolerance_m)
    finite = np.isfinite(point).all(axis=1)
    inside = finite.copy()
    if theatre is not None:
        shapely.prepare(theatre)
        inside[finite] = shapely.dwithin(theatre, shapely.points(point[finite]), edge_tolerance_m)
    _, first = np.unique(np.where(inside[:, None], point, np.nan), axis=0, return_index=True)
    alone = np.zeros(len(point), dtype=bool)
    alone[first] = True
    findings = _left_out(names, no_place=~finite, outside=finite & ~inside, same_spot=inside & ~alone)
    kept = np.flatnonzero(inside & alone)
    if not len(kept):
        raise InputError(
            "None of the {count} places lies in the theatre, so there is nothing to divide. Check the places and the "
            "theatre.",
            count=len(point),
        )
    ground = shapely.union_all(shapely.buffer(shapely.points(point[kept]), radius_m, quad_segs=QUARTER_CIRCLE_SEGMENTS))
    cells = nearest_partition(_within(ground, theatre), point[kept], np.arange(len(kept)), len(kept))
    return NewSectors(tuple(names[index] for index in kept), cells, findings).without_empty()


def along_front(
    lines: Sequence[Coordinates], length_each_m: float, depth_m: float, smoothing_m: float, theatre: Any | None
) -> NewSectors:
    """Return sectors of equal length along a front, given as directed lines, reaching `depth_m` to either side.

    The lines are smoothed and each is cut into equal lengths as near to `length_each_m` as possible. A sector is the
    ground nearest to its section of the smoothed line, so its sides leave that line at right angles and never cross.
    Sectors are numbered in the direction of the lines. Raises InputError if every line is too short, or if there would
    be more than 2,000 of them.
    """
    require_finite(length_each_m=length_each_m, depth_m=depth_m, smoothing_m=smoothing_m)
    smooth = [smoothed(line, smoothing_m) for line in lines]
    long_enough = [line for line in smooth if length_m(line) >= length_each_m * SHORTEST_SHARE]
    short_m = [length_m(line) for line in smooth if length_m(line) < length_each_m * SHORTEST_SHARE]
    if not long_enough:
        raise InputError(
            "The front is too short for sectors of {length} km: its longest stretch has {longest} km. Choose a smaller "
            "LENGTH.",
            length=f"{length_each_m / KM:g}",
            longest=f"{max(short_m, default=0.0) / KM:.1f}",
        )
    front_m = sum(map(length_m, long_enough))
    if front_m / length_each_m > MOST_ALONG_FRONT:
        raise InputError(
            "{front} km of front in lengths of {length} km are more than {most} sectors. Choose a greater LENGTH.",
            front=f"{front_m / KM:,.0f}",
            length=f"{length_each_m / KM:g}",
            most=f"{MOST_ALONG_FRONT:,}",
        )
    findings = (Finding("short_front", len(short_m), (), sum(short_m)),) if short_m else ()
    sites, owner, count = [], [], 0
    for line in in_order(long_enough):
        parts = max(round(length_m(line) / length_each_m), 1)
        step_m = length_m(line) / (parts * SITES_PER_LENGTH)
        sites.append(points_along(line, (np.arange(parts * SITES_PER_LENGTH) + 0.5) * step_m))
        owner.append(count + np.repeat(np.arange(parts), SITES_PER_LENGTH))
        count += parts
    ground = shapely.union_all([_strip(line, depth_m) for line in long_enough])
    cells = nearest_partition(_within(ground, theatre), np.concatenate(sites), np.concatenate(owner), count)
    digits = len(str(count))
    names = tuple(f"front {number:0{digits}d}" for number in range(1, count + 1))
    return NewSectors(names, cells, findings).without_empty()


def corridors(
    names: Sequence[str], axes: Sequence[Sequence[Coordinates]], width_m: float, theatre: Any | None
) -> NewSectors:
    """Return a sector for each axis, of one or several lines: the ground within half of `width_m` of it.

    Where corridors overlap, ground belongs to the nearer axis. Their ends are perpendicular to their axes.
    """
    require_finite(width_m=width_m)
    step_m = width_m / SITES_PER_LENGTH
    sites, owner, strips = [], [], []
    for number, lines in enumerate(axes):
        for line in lines:
            count = max(int(np.ceil(length_m(line) / step_m)), 1)
            sites.append(points_along(line, (np.arange(count) + 0.5) * length_m(line) / count))
            owner.append(np.full(count, number))
            strips.append(_strip(line, width_m / 2))
    ground = _within(shapely.union_all(strips), theatre)
    cells = nearest_partition(ground, np.concatenate(sites), np.concatenate(owner), len(axes))
    return NewSectors(tuple(names), cells).without_empty()


def _strip(line: Coordinates, half_width_m: float) -> Any:
    """The ground along a line, with flat ends."""
    cap = "round" if is_ring(line) else "flat"
    return shapely.buffer(
        shapely.linestrings(line), half_width_m, cap_style=cap, quad_segs=QUARTER_CIRCLE_SEGMENTS // 4
    )


def _within(ground: Any, theatre: Any | None) -> Any:
    """Ground cut to the theatre."""
    return on_grid(ground if theatre is None else shapely.intersection(ground, theatre, grid_size=GRID_M))


def _left_out(names: Sequence[str], **kinds: NDArray[np.bool_]) -> tuple[Finding, ...]:
    return tuple(
        Finding(kind, int(found.sum()), tuple(names[index] for index in np.flatnonzero(found)))
        for kind, found in kinds.items()
        if found.any()
    )
