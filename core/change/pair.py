# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurement of one pair of dates: all figures of each sector, and the fragments that they are computed from.

The held area per row is measured from each map directly and compared with what was gained and lost there.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..arrays import Numbers
from ..context import DEPTH, MeasurementContext
from ..depth.deepest import Deepest, Nearest, nearest
from ..errors import CheckError
from ..front.zone import front_changes_m, front_length_m
from ..geometry.overlay import Chain, Change, by_plain_overlay, change
from ..geometry.partition import Partition
from ..geometry.polygons import AREA_ROUNDING_M2, GRID_M, MeasurableArea, rounding_m2
from ..steps import part_of
from ..uncertainty import beyond_errors
from .depths import Depths, DepthSummary, Moved, depths
from .expansion import Expansion, expansion_of
from .gap_front import front_along_gaps_m
from .parts import (
    GROUND,
    LODGEMENT,
    NOISE,
    SLIVER,
    BoundarySegments,
    Movement,
    Outline,
    Parts,
    SectorFragments,
    moved_ground,
)

FRONT_ROUNDING_M = 1e-3  # a front carried on from map to map that is shorter has ended


@dataclass(frozen=True)
class GainOrLoss:
    """What was gained, or what was lost; areas (rows,) in m², the boundary's length in m.

    `fragments_se_m2` (n,) is the standard error of each fragment's area, `deepest_se_m` (n,) of its depth.
    `moved_of_other` are the edges of the other date that did not stay.
    """

    outline: Outline
    moved_of_other: Chain
    parts: Parts
    fragments: SectorFragments
    boundary: BoundarySegments
    area_m2: Numbers
    noise_m2: Numbers
    lodgement_m2: Numbers
    boundary_m: Numbers
    fragments_se_m2: Numbers
    deepest: Deepest
    deepest_se_m: Numbers
    depth: DepthSummary

    @property
    def fragments_significant(self) -> NDArray[np.bool_]:
        """Which fragments have an area beyond its error at 95 %; noise never does."""
        area_m2 = self.fragments.area_m2
        return beyond_errors(area_m2, np.where(self.fragments.kind == NOISE, 0.0, area_m2), self.fragments_se_m2)

    @cached_property
    def expansion(self) -> Expansion:
        """How each part adjoins what was held on the other date; computed only where it is asked for."""
        return expansion_of(self.boundary, len(self.parts), self.moved_of_other, self.outline.home)

    def with_depth(self, found: Depths) -> GainOrLoss:
        """Return the same with its depth."""
        return replace(self, deepest=found.deepest, deepest_se_m=found.deepest_se_m, depth=found.summary)

    def listed(self) -> NDArray[np.int64]:
        """Return the indices of the fragments to list: all except slivers."""
        return np.flatnonzero(self.fragments.kind != SLIVER)

    def deepest_per_part(self) -> NDArray[np.int64]:
        """Return the index of the fragment with the deepest point of each part of kind `ground`."""
        return self._deepest_by(self.fragments.part)

    def deepest_per_row(self) -> NDArray[np.int64]:
        """Return the index of the fragment with the deepest point of each row."""
        return self._deepest_by(self.fragments.row)

    def nearest_of_lodgements(self) -> tuple[NDArray[np.int64], Nearest]:
        """Return the fragment of each lodgement nearest to the other date's ground or home, and the nearest points."""
        ground = self.outline.ground
        fragments = np.flatnonzero(self.fragments.kind == LODGEMENT) if len(ground) else np.zeros(0, dtype=np.int64)
        found = nearest(self.fragments.geometries[fragments], ground)
        away_m, part = np.hypot(*(found.point - found.foot).T), self.fragments.part[fragments]
        order = np.lexsort([away_m, part])
        first = order[np.flatnonzero(np.diff(part[order], prepend=-1))]
        return fragments[first], Nearest(found.point[first], found.foot[first])

    def _deepest_by(self, group: NDArray[np.int64]) -> NDArray[np.int64]:
        drawn = np.flatnonzero((self.fragments.kind == GROUND) & np.isfinite(self.deepest.point[:, 0]))
        order = drawn[np.lexsort([self.deepest.depth_m[drawn], group[drawn]])]
        return order[np.flatnonzero(np.diff(group[order], append=-1))]


@dataclass(frozen=True)
class Measurement:
    """The result: every array has one entry per row of the partition; areas in m², lengths in m, NaN for no reading."""

    partition: Partition
    gained: GainOrLoss
    lost: GainOrLoss
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


def measure_pair(
    before: MeasurableArea, after: MeasurableArea, context: MeasurementContext, position_error_m: float | None = None
) -> Generator[float, None, Measurement]:
    """Measure the change between two held areas: yield the fraction done (0..1), return the measurement.

    The caller can show progress or stop between steps; `finished` runs all steps. `position_error_m` is the error of
    the two maps together if it differs from the context's error. Raises CheckError where areas do not add up.
    """
    held_m2 = []
    for number, held in enumerate((before, after), 1):
        held_m2.append(context.partition.area_per_row_m2(held.geometry))
        yield 0.1 * number
    moved = change(before, after)
    yield 0.3
    gained, lost = gains_and_losses(context, [moved])[0]
    rows = reconciled(context, moved, RowAreas(held_m2[0], held_m2[1], gained, lost))
    yield 0.4
    (rows,) = yield from part_of(with_depths(context, [moved], [rows], [position_error_m]), 0.4, 0.8)
    found = measure_moved(context, moved, rows, position_error_m=position_error_m)
    yield 0.9
    found = without_front_along_gaps(found, *(front_along_gaps_m(context, held) for held in (before, after)))
    yield 1.0
    return found


@dataclass(frozen=True)
class RowAreas:
    """What was held before and after per row (rows,), as measured, and what was gained and lost between, by sector."""

    held_before_m2: Numbers
    held_after_m2: Numbers
    gained: GainOrLoss
    lost: GainOrLoss

    @property
    def net_m2(self) -> Numbers:
        """Gained less lost, per row."""
        return self.gained.area_m2 - self.lost.area_m2

    @property
    def off_m2(self) -> Numbers:
        """How far the net change differs from the change of the held area, per row."""
        return np.abs(self.net_m2 - (self.held_after_m2 - self.held_before_m2))


def reconciled(context: MeasurementContext, moved: Change, rows: RowAreas) -> RowAreas:
    """Return the rows of a change unchanged if they add up, else computed by a second method.

    The second method overlays both whole areas and cuts the result sector by sector. Raises CheckError if that does not
    add up either.
    """
    areas = [moved.before.geometry, moved.after.geometry]
    if rows.off_m2.max() <= rounding_m2(areas):
        return rows
    again = replace(context, partition=replace(context.partition, one_by_one=True))
    before_m2, after_m2 = (again.partition.area_per_row_m2(area) for area in areas)
    gained, lost = gains_and_losses(again, [by_plain_overlay(moved)])[0]
    rows = RowAreas(before_m2, after_m2, gained, lost)
    if rows.off_m2.max() > rounding_m2(areas, GRID_M):
        row = int(np.argmax(rows.off_m2))
        held_m2 = rows.held_after_m2 - rows.held_before_m2
        raise CheckError(moved.before.name, moved.after.name, rows.net_m2[row], held_m2[row])
    return rows


def with_depths(
    context: MeasurementContext,
    changes: Sequence[Change],
    rows: Sequence[RowAreas],
    position_errors_m: Sequence[float | None],
) -> Generator[float, None, list[RowAreas]]:
    """Return the rows of changes with the depth of what was gained and lost, if the context measures depth.

    Yields the fraction done (0..1). `position_errors_m` are as in `measure_pair`.
    """
    if DEPTH not in context.measures:
        return list(rows)
    moved = []
    for one, found, error_m in zip(changes, rows, position_errors_m):
        error_m = context.settings.position_error_m if error_m is None else error_m
        for each, is_gain in ((found.gained, True), (found.lost, False)):
            moved.append(Moved(each.parts, each.fragments, each.boundary, each.outline, one.chain, is_gain, error_m))
    measured = yield from depths(moved, context)
    return [
        replace(found, gained=found.gained.with_depth(gained), lost=found.lost.with_depth(lost))
        for found, gained, lost in zip(rows, measured[::2], measured[1::2])
    ]


def measure_moved(
    context: MeasurementContext,
    moved: Change,
    rows: RowAreas,
    front_before_m: Numbers | None = None,
    front_change_m: Numbers | None = None,
    position_error_m: float | None = None,
) -> Measurement:
    """Return the measurement of a change that is already computed.

    `rows` are what was held, gained and lost, with its depth where that is measured. The length of the front before and
    its change are measured unless they are known, as from `front_changes_m`. `position_error_m` is the error of these
    two maps if it differs from the context's error.
    """
    error_m = context.settings.position_error_m if position_error_m is None else position_error_m
    front_before_m, front_after_m = _front_m(context, moved, front_before_m, front_change_m)
    gained, lost = (_with_errors(context, each, error_m) for each in (rows.gained, rows.lost))
    moved_m = gained.boundary_m + lost.boundary_m
    return Measurement(
        partition=context.partition,
        gained=gained,
        lost=lost,
        held_before_m2=rows.held_before_m2,
        held_after_m2=_without_rounding(rows.held_after_m2),
        gained_m2=gained.area_m2,
        lost_m2=lost.area_m2,
        gained_se_m2=context.standard_error_m2(gained.boundary_m, error_m),
        lost_se_m2=context.standard_error_m2(lost.boundary_m, error_m),
        net_se_m2=context.standard_error_m2(moved_m, error_m),
        noise_gained_m2=gained.noise_m2,
        noise_lost_m2=lost.noise_m2,
        lodgement_m2=gained.lodgement_m2,
        front_before_m=front_before_m,
        front_after_m=front_after_m,
        whole_gained_se_m2=float(context.standard_error_m2(gained.boundary_m.sum(), error_m)),
        whole_net_se_m2=float(context.standard_error_m2(moved_m.sum(), error_m)),
        shared_fraction=moved.shared_fraction,
    )


def _front_m(
    context: MeasurementContext, moved: Change, before_m: Numbers | None, change_m: Numbers | None
) -> tuple[Numbers, Numbers]:
    """The length of the front per row before and after; NaN if it is not measured."""
    zone = context.front_zone
    if zone is None:
        return np.full(context.rows, np.nan), np.full(context.rows, np.nan)
    if before_m is None:
        before_m = front_length_m(moved.before.edges, zone, context.partition, context.frame)
    if change_m is None:
        (change_m,) = front_changes_m([moved.chain], zone, context.partition, context.frame)
    after_m = before_m + change_m
    return before_m, np.where(np.abs(after_m) < FRONT_ROUNDING_M, 0.0, after_m)


def _with_errors(context: MeasurementContext, gain_or_loss: GainOrLoss, error_m: float) -> GainOrLoss:
    """The same with the standard error of each fragment's area."""
    moved_m = gain_or_loss.boundary.per_fragment_m(gain_or_loss.fragments, context.rows)
    return replace(gain_or_loss, fragments_se_m2=context.standard_error_m2(moved_m, error_m))


def without_front_along_gaps(result: Measurement, before_m: Numbers, after_m: Numbers) -> Measurement:
    """Return the same measurement without the front length that gaps add."""
    return replace(
        result,
        front_before_m=_without_rounding(result.front_before_m - before_m),
        front_after_m=_without_rounding(result.front_after_m - after_m),
    )


def _without_rounding(area_m2: Numbers) -> Numbers:
    """Areas with values that differ from zero only by rounding set to zero."""
    return np.where(np.abs(area_m2) < AREA_ROUNDING_M2, 0.0, area_m2)


def gains_and_losses(context: MeasurementContext, changes: Sequence[Change]) -> list[tuple[GainOrLoss, GainOrLoss]]:
    """Return, for each change, what was gained and what was lost, cut by sector; depth is not measured here.

    The sectors are queried once for all changes. Raises CheckError where the rows do not add up to the whole.
    """
    if not changes:
        return []
    movements = []
    for moved in changes:
        before, after = (Outline(held.edges, context.home_ground) for held in (moved.before, moved.after))
        movements.append(Movement(moved.gained, before, moved.chain.only(moved.chain.is_before)))
        movements.append(Movement(moved.lost, after, moved.chain.only(moved.chain.is_after)))
    settings = context.settings
    every = moved_ground(movements, context.partition, context.frame, settings.position_error_m, settings.noise_width_m)
    whole_m2, noise_m2, lodgement_m2 = every.area_m2(), every.area_m2(NOISE, SLIVER), every.area_m2(LODGEMENT)
    boundary_m = every.boundary_m()
    rows_add_up(changes, whole_m2, every.parts.area_per_movement_m2(len(movements)))
    no_depth, gained_and_lost = DepthSummary.none(context.rows), []
    for number, (movement, (parts, fragments, boundary)) in enumerate(zip(movements, every.by_movement())):
        gained_and_lost.append(
            GainOrLoss(
                outline=movement.other,
                moved_of_other=movement.moved_of_other,
                parts=parts,
                fragments=fragments,
                boundary=boundary,
                area_m2=whole_m2[number],
                noise_m2=noise_m2[number],
                lodgement_m2=lodgement_m2[number],
                boundary_m=boundary_m[number],
                fragments_se_m2=np.full(len(fragments), np.nan),
                deepest=Deepest.none(len(fragments)),
                deepest_se_m=np.full(len(fragments), np.nan),
                depth=no_depth,
            )
        )
    return list(zip(gained_and_lost[::2], gained_and_lost[1::2]))


def rows_add_up(changes: Sequence[Change], rows_m2: Numbers, whole_m2: Numbers) -> None:
    """Raise CheckError unless rows (2 changes, rows) add up to the gains and losses of each change, alternating."""
    found_m2 = rows_m2.sum(axis=1)
    for number in np.flatnonzero(np.abs(found_m2 - whole_m2) > AREA_ROUNDING_M2):
        moved = changes[number // 2]
        polygons = moved.lost if number % 2 else moved.gained
        if abs(found_m2[number] - whole_m2[number]) > rounding_m2(polygons, GRID_M):  # as when cut one by one
            raise CheckError(moved.before.name, moved.after.name, found_m2[number], whole_m2[number])
