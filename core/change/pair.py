# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurement of one pair of dates: everything that is said about each sector, and the pieces it rests on.

What is held is measured from the area of each date itself, per row, and compared with what was gained and lost there.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..depth.deepest import Deepest, Ground, Nearest, nearest
from ..errors import CheckError
from ..front.zone import Zone, front_lengths_m
from ..geometry.geodesy import MILLIMETRES_PER_METRE, Frame
from ..geometry.polygons import AREA_ROUNDING_M2, GRID_M, DrawnArea, HeldArea, edges_of, rounding_m2
from ..geometry.seams import close_seams
from ..libraries import shapely
from ..sectors.partition import Partition
from .depths import DepthSummary, deepest_error_m, depth_of, depth_summary, moved_front
from .moved import GROUND, LODGEMENT, NOISE, TRACE, Movement, Outline, Parts, Pieces, Stretches, moved_ground
from .overlay import Change, by_plain_overlay, change
from .uncertainty import area_standard_error_m2, beyond_errors

Numbers = NDArray[np.float64]

AREA, DEPTH, FRONT = "area", "depth", "front"
MEASURES = (AREA, DEPTH, FRONT)
SEAM_WIDTH_M = 5.0


@dataclass(frozen=True)
class Settings:
    """Tolerances and thresholds of a run, all in metres."""

    edge_tolerance_m: float = 2000.0
    position_error_m: float = 500.0
    correlation_length_m: float = 5000.0
    noise_width_m: float = 700.0


@dataclass(frozen=True)
class Scene:
    """What stays the same from one measurement to the next: sectors, frame, settings, theatre, home, measures."""

    partition: Partition
    frame: Frame
    settings: Settings = field(default_factory=Settings)
    theatre: HeldArea | None = None
    home: HeldArea | None = None
    measures: tuple[str, ...] = MEASURES

    @cached_property
    def zone(self) -> Zone | None:
        """Where a boundary is front; None without a theatre."""
        if self.theatre is None:
            return None
        home = None if self.home is None else self.home.geometry
        return Zone.of(self.theatre.geometry, self.settings.edge_tolerance_m, home)

    @cached_property
    def home_ground(self) -> Ground | None:
        """The side's own ground beyond the theatre, as depth is measured from it."""
        if self.home is None:
            return None
        edges = edges_of(self.home.geometry)
        start, end = edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE
        return Ground(start, end, self.home.geometry)

    @property
    def front_zone(self) -> Zone | None:
        """Where front is measured; None where it was not asked for either."""
        return self.zone if FRONT in self.measures else None

    @property
    def rows(self) -> int:
        """How many rows a result has."""
        return len(self.partition.row_names)

    def standard_error_m2(self, perimeter_m: Any, position_error_m: float) -> Numbers:
        """Return the standard error of areas with these moved perimeters."""
        return area_standard_error_m2(perimeter_m, position_error_m, self.settings.correlation_length_m)


@dataclass(frozen=True)
class Direction:
    """All about the ground that moved one way, gained or lost; areas (rows,) in m², the boundary's length in m.

    Of each piece (n,) `pieces_se_m2` is the standard error of its area, `deepest_se_m` that of its depth.
    """

    outline: Outline
    parts: Parts
    pieces: Pieces
    boundary: Stretches
    area_m2: Numbers
    noise_m2: Numbers
    lodgement_m2: Numbers
    boundary_m: Numbers
    pieces_se_m2: Numbers
    deepest: Deepest
    deepest_se_m: Numbers
    depth: DepthSummary

    @property
    def pieces_significant(self) -> NDArray[np.bool_]:
        """Which pieces have an area beyond its error at 95 %; noise never has."""
        area_m2 = self.pieces.area_m2
        return beyond_errors(area_m2, np.where(self.pieces.kind == NOISE, 0.0, area_m2), self.pieces_se_m2)

    def listed(self) -> NDArray[np.int64]:
        """Return the numbers of the pieces that are listed: all but the traces of rounding."""
        return np.flatnonzero(self.pieces.kind != TRACE)

    def deepest_per_part(self) -> NDArray[np.int64]:
        """Return the number of the piece that holds the deepest point of each part of kind `ground`."""
        return self._deepest_by(self.pieces.part)

    def deepest_per_row(self) -> NDArray[np.int64]:
        """Return the number of the piece that holds the deepest point of each row."""
        return self._deepest_by(self.pieces.row)

    def nearest_of_lodgements(self) -> tuple[NDArray[np.int64], Nearest]:
        """Return the number of each lodgement's piece nearest to the ground of the other date or home, and where."""
        ground = self.outline.ground
        pieces = np.flatnonzero(self.pieces.kind == LODGEMENT) if len(ground) else np.zeros(0, dtype=np.int64)
        found = nearest(self.pieces.geometries[pieces], ground)
        away_m, part = np.hypot(*(found.point - found.foot).T), self.pieces.part[pieces]
        order = np.lexsort([away_m, part])
        first = order[np.flatnonzero(np.diff(part[order], prepend=-1))]
        return pieces[first], Nearest(found.point[first], found.foot[first])

    def _deepest_by(self, group: NDArray[np.int64]) -> NDArray[np.int64]:
        drawn = np.flatnonzero((self.pieces.kind == GROUND) & np.isfinite(self.deepest.point[:, 0]))
        order = drawn[np.lexsort([self.deepest.depth_m[drawn], group[drawn]])]
        return order[np.flatnonzero(np.diff(group[order], append=-1))]


@dataclass(frozen=True)
class Measurement:
    """The result: one entry per row of the partition in every array, areas in m², lengths in m, NaN for no reading."""

    partition: Partition
    gained: Direction
    lost: Direction
    held_before_m2: Numbers
    held_after_m2: Numbers
    gained_m2: Numbers
    lost_m2: Numbers
    gained_se_m2: Numbers
    lost_se_m2: Numbers
    net_se_m2: Numbers
    noise_gained_m2: Numbers
    noise_lost_m2: Numbers
    lodgement_m2: Numbers
    front_before_m: Numbers
    front_after_m: Numbers
    whole_gained_se_m2: float
    whole_net_se_m2: float
    shared_fraction: float

    @property
    def net_m2(self) -> Numbers:
        """Gained less lost."""
        return self.gained_m2 - self.lost_m2

    @property
    def gained_significant(self) -> NDArray[np.bool_]:
        """Which rows gained beyond the error at 95 %, also without noise."""
        return beyond_errors(self.gained_m2, self.gained_m2 - self.noise_gained_m2, self.gained_se_m2)

    @property
    def lost_significant(self) -> NDArray[np.bool_]:
        """Which rows lost beyond the error at 95 %, also without noise."""
        return beyond_errors(self.lost_m2, self.lost_m2 - self.noise_lost_m2, self.lost_se_m2)

    @property
    def significant(self) -> NDArray[np.bool_]:
        """Which rows have a net change beyond its error at 95 %, also without noise."""
        noise_m2 = self.noise_gained_m2 - self.noise_lost_m2
        return beyond_errors(self.net_m2, self.net_m2 - noise_m2, self.net_se_m2)


class PairMeasurement:
    """Measures the change from one held area to another. Iterate to run it; then read `result`.

    Each step yields the fraction done (0..1), so that whoever drives it can show progress or stop asking.
    `position_error_m` is that of the two maps together where it is not that of the scene.
    """

    def __init__(self, before: HeldArea, after: HeldArea, scene: Scene, position_error_m: float | None = None) -> None:
        self.before = before
        self.after = after
        self.scene = scene
        self.position_error_m = position_error_m
        self.result: Measurement

    def __iter__(self) -> Iterator[float]:
        before_m2 = self.scene.partition.area_per_row_m2(self.before.geometry)
        yield 0.1
        after_m2 = self.scene.partition.area_per_row_m2(self.after.geometry)
        yield 0.2
        moved = change(self.before, self.after)
        yield 0.3
        rows = reconciled(self.scene, moved, Rows(before_m2, after_m2, *directions(self.scene, [moved])[0]))
        for fraction in (step := Step(self.scene, moved, rows, position_error_m=self.position_error_m)):
            yield 0.3 + 0.6 * fraction
        self.result = without_seams(step.result, *(seams_m(self.scene, held) for held in (self.before, self.after)))
        yield 1.0


@dataclass(frozen=True)
class Rows:
    """What was held before and after per row (rows,), as measured, and what was gained and lost between, by sector."""

    held_before_m2: Numbers
    held_after_m2: Numbers
    gained: Direction
    lost: Direction

    @property
    def net_m2(self) -> Numbers:
        """Gained less lost, per row."""
        return self.gained.area_m2 - self.lost.area_m2

    @property
    def off_m2(self) -> Numbers:
        """How far that is from what the area held changed by, per row."""
        return np.abs(self.net_m2 - (self.held_after_m2 - self.held_before_m2))


def reconciled(scene: Scene, moved: Change, rows: Rows) -> Rows:
    """Return the rows of a change as they are where they add up, else computed a second way.

    That is overlay of the two areas as a whole, cut sector by sector. Raises CheckError where that does not add up.
    """
    areas = [moved.before.geometry, moved.after.geometry]
    if rows.off_m2.max() <= rounding_m2(areas):
        return rows
    again = replace(scene, partition=replace(scene.partition, one_by_one=True))
    before_m2, after_m2 = map(again.partition.area_per_row_m2, areas)
    rows = Rows(before_m2, after_m2, *directions(again, [by_plain_overlay(moved)])[0])
    if rows.off_m2.max() > rounding_m2(areas, GRID_M):
        row = int(np.argmax(rows.off_m2))
        held_m2 = rows.held_after_m2 - rows.held_before_m2
        raise CheckError(moved.before.name, moved.after.name, rows.net_m2[row], held_m2[row])
    return rows


class Step:
    """Measures one change. Iterate to run it; then read `result`.

    `rows` are what was held, gained and lost. `front_before_m`, where it is known already, saves walking the whole
    front again: in a series only what moved is. `position_error_m` is that of these two maps where it is not that of
    the scene.
    """

    def __init__(
        self,
        scene: Scene,
        moved: Change,
        rows: Rows,
        front_before_m: Numbers | None = None,
        position_error_m: float | None = None,
    ) -> None:
        self.scene = scene
        self.moved = moved
        self.rows = rows
        self.front_before_m = front_before_m
        self.error_m = scene.settings.position_error_m if position_error_m is None else position_error_m
        self.result: Measurement

    def __iter__(self) -> Iterator[float]:
        scene, moved = self.scene, self.moved
        front_before_m = front_after_m = np.full(scene.rows, np.nan)
        if scene.front_zone is not None:
            front_before_m, front_after_m = front_lengths_m(
                moved.before.edges, moved.chain, scene.front_zone, scene.partition, scene.frame, self.front_before_m
            )
        yield 0.2
        gained, lost = map(self._with_errors, (self.rows.gained, self.rows.lost))
        yield 0.4
        if DEPTH in scene.measures:
            gained = yield from self._with_depth(gained, is_gain=True, progress=0.4)
            lost = yield from self._with_depth(lost, is_gain=False, progress=0.7)
        moved_m = gained.boundary_m + lost.boundary_m
        self.result = Measurement(
            partition=scene.partition,
            gained=gained,
            lost=lost,
            held_before_m2=self.rows.held_before_m2,
            held_after_m2=_without_rounding(self.rows.held_after_m2),
            gained_m2=gained.area_m2,
            lost_m2=lost.area_m2,
            gained_se_m2=scene.standard_error_m2(gained.boundary_m, self.error_m),
            lost_se_m2=scene.standard_error_m2(lost.boundary_m, self.error_m),
            net_se_m2=scene.standard_error_m2(moved_m, self.error_m),
            noise_gained_m2=gained.noise_m2,
            noise_lost_m2=lost.noise_m2,
            lodgement_m2=gained.lodgement_m2,
            front_before_m=front_before_m,
            front_after_m=front_after_m,
            whole_gained_se_m2=float(scene.standard_error_m2(gained.boundary_m.sum(), self.error_m)),
            whole_net_se_m2=float(scene.standard_error_m2(moved_m.sum(), self.error_m)),
            shared_fraction=moved.shared_fraction,
        )
        yield 1.0

    def _with_errors(self, way: Direction) -> Direction:
        moved_m = way.boundary.per_piece_m(way.pieces, self.scene.rows)
        return replace(way, pieces_se_m2=self.scene.standard_error_m2(moved_m, self.error_m))

    def _with_depth(self, way: Direction, *, is_gain: bool, progress: float) -> Generator[float, None, Direction]:
        scene, ground = self.scene, way.outline.ground
        deepest = self._geodesic(depth_of(way.pieces, ground))
        yield progress + 0.2
        near_m, scale_m, error_m = scene.settings.position_error_m, scene.settings.correlation_length_m, self.error_m
        front = moved_front(way.parts, way.boundary, self.moved.chain, scene.zone, ground, near_m, gained=is_gain)
        deepest_se_m = deepest_error_m(deepest, front, ground, error_m)
        summary = depth_summary(
            way.pieces, deepest, deepest_se_m, front, ground, scene.zone, scene.frame, scene.rows, error_m, scale_m
        )
        yield progress + 0.28
        return replace(way, deepest=deepest, deepest_se_m=deepest_se_m, depth=summary)

    def _geodesic(self, deepest: Deepest) -> Deepest:
        """The same points with their depth on the ellipsoid instead of in the plane."""
        drawn = np.isfinite(deepest.point[:, 0])
        depth_m = deepest.depth_m.copy()
        depth_m[drawn] = self.scene.frame.geodesic_m(deepest.point[drawn], deepest.foot[drawn])
        return Deepest(depth_m, deepest.point, deepest.foot)


def seams_m(scene: Scene, held: HeldArea | DrawnArea) -> Numbers:
    """Return per row (rows,) what the seams of a held area add to its front: both sides of each would count."""
    nothing = np.zeros(scene.rows)
    if scene.front_zone is None:
        return nothing
    pieces = held.pieces if isinstance(held, HeldArea) and held.pieces is not None else shapely.get_parts(held.geometry)
    closed = close_seams(held.geometry, pieces, SEAM_WIDTH_M)
    if not closed.seams:
        return nothing
    filled = change(HeldArea(held.geometry, name=held.name), HeldArea(closed.geometry, name=held.name))
    _, added_m = front_lengths_m(
        filled.before.edges, filled.chain, scene.front_zone, scene.partition, scene.frame, nothing
    )
    return -added_m


def without_seams(result: Measurement, before_m: Numbers, after_m: Numbers) -> Measurement:
    """Return the same with its fronts less what seams add to them."""
    return replace(
        result,
        front_before_m=_without_rounding(result.front_before_m - before_m),
        front_after_m=_without_rounding(result.front_after_m - after_m),
    )


def _without_rounding(area_m2: Numbers) -> Numbers:
    """Areas of which none is a hair's breadth more or less than nothing."""
    return np.where(np.abs(area_m2) < AREA_ROUNDING_M2, 0.0, area_m2)


def directions(scene: Scene, changes: Sequence[Change]) -> list[tuple[Direction, Direction]]:
    """Return for each change what was gained and what was lost, cut by sector; depth is not measured here.

    The sectors are met once for all changes together. Raises CheckError where the rows do not add up to the whole.
    """
    if not changes:
        return []
    movements = []
    for moved in changes:
        before, after = (Outline(held.edges, scene.home_ground) for held in (moved.before, moved.after))
        movements.append(Movement(moved.gained, before, moved.chain.only(moved.chain.is_before)))
        movements.append(Movement(moved.lost, after, moved.chain.only(moved.chain.is_after)))
    settings = scene.settings
    every = moved_ground(movements, scene.partition, scene.frame, settings.position_error_m, settings.noise_width_m)
    whole_m2, noise_m2, lodgement_m2 = every.area_m2(), every.area_m2(NOISE, TRACE), every.area_m2(LODGEMENT)
    boundary_m = every.boundary_m()
    rows_add_up(changes, whole_m2, every.parts.area_per_movement_m2(len(movements)))
    no_depth, ways = DepthSummary.none(scene.rows), []
    for number, (movement, (parts, pieces, boundary)) in enumerate(zip(movements, every.by_movement())):
        ways.append(
            Direction(
                outline=movement.other,
                parts=parts,
                pieces=pieces,
                boundary=boundary,
                area_m2=whole_m2[number],
                noise_m2=noise_m2[number],
                lodgement_m2=lodgement_m2[number],
                boundary_m=boundary_m[number],
                pieces_se_m2=np.full(len(pieces), np.nan),
                deepest=Deepest.none(len(pieces)),
                deepest_se_m=np.full(len(pieces), np.nan),
                depth=no_depth,
            )
        )
    return list(zip(ways[::2], ways[1::2]))


def rows_add_up(changes: Sequence[Change], rows_m2: Numbers, whole_m2: Numbers) -> None:
    """Raise CheckError unless the rows (2 changes, rows) of all that was gained and lost, by turns, add up to it."""
    found_m2 = rows_m2.sum(axis=1)
    for number in np.flatnonzero(np.abs(found_m2 - whole_m2) > AREA_ROUNDING_M2):
        moved = changes[number // 2]
        polygons = moved.lost if number % 2 else moved.gained
        if abs(found_m2[number] - whole_m2[number]) > rounding_m2(polygons, GRID_M):  # as when cut one by one
            raise CheckError(moved.before.name, moved.after.name, found_m2[number], whole_m2[number])
