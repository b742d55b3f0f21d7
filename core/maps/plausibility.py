# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether the maps of a series can be right: areas that jump, steps that make a period, dates far from all others.

The scale is the usual step of the series itself: the median change of its steps, per day where maps are missing. A
series of fewer than five changes has no usual step; there a share of the area decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from ..arrays import Flags, Numbers
from ..units import KM2
from .periods import SECONDS_PER_DAY

LEAST_CHANGES = 5  # with fewer a series has no usual step
JUMP_IN_STEPS = 20.0  # in 417 daily steps of a real series the largest was 10 usual steps
LEAST_JUMP_M2 = 100 * KM2
LEAST_JUMP_SHARE = 0.05  # of the median area, for small areas
CLASS_JUMP_SHARE = 0.5  # other classes than held are redrawn often: less than half of one is no jump

# Where there is no usual step, and for other classes than held: for maps at most a month apart.
SOON_DAYS = 32.0
LARGE_SHARE = 1 / 3
SHARE_OF_LARGE_AREA, LARGE_M2 = 0.1, 5000 * KM2
CLASS_FACTOR, LARGE_CLASS_M2 = 10.0, 1000 * KM2

DECISIVE_IN_STEPS = 8.0
DECISIVE_SHARE = 0.5
LEAST_STEPS = 4  # of a period, before one of them can be said to make it

FAR_IN_STEPS = 6.0
FAR_DAYS = 31.0
LEAST_MAPS = 4

LEAST_SHARE_OUTSIDE = 0.02
LEAST_OUTSIDE_M2 = 2 * KM2


@dataclass(frozen=True)
class AreaJump:
    """A map whose area is far from that of the map before, in m².

    `index` is that of the map in the series. `back_m2` is the area of the next map if the area returns there: then the
    map itself is odd. `times` is the change in usual steps of `usual_m2`; both are None without a usual step.
    """

    index: int
    before_m2: float
    here_m2: float
    back_m2: float | None
    times: float | None
    usual_m2: float | None


@dataclass(frozen=True)
class FarDate:
    """A map alone in time: its index in the series, the days to the nearest other map, and the usual step in days."""

    index: int
    gap_days: float
    usual_days: float


@dataclass(frozen=True)
class DecisiveStep:
    """A step, from map `index - 1` to map `index`, that makes most of a period's net change; areas in m²."""

    index: int
    step_m2: float
    net_m2: float
    times: float


def days_of(instants: Sequence[datetime]) -> Numbers:
    """Return the times (n,) in days since the first of the instants."""
    return np.array([(instant - instants[0]).total_seconds() for instant in instants]) / SECONDS_PER_DAY


def usual_change_m2(days: Numbers, area_m2: Numbers) -> Numbers | None:
    """Return how much an area usually changes in the time of each step (n - 1,); None if it seldom changes.

    It is the median of the steps with a change, and in proportion to the time for a step that is longer than usual.
    """
    change_m2, span_days = np.abs(np.diff(area_m2)), np.diff(days)
    changed = change_m2 > 0
    if changed.sum() < LEAST_CHANGES:
        return None
    length = np.maximum(span_days / np.median(span_days), 1.0)
    return np.median(change_m2[changed] / length[changed]) * length


def area_jumps(days: Numbers, area_m2: Numbers, *, is_held: bool = True) -> list[AreaJump]:
    """Return the maps at which an area jumps; `days` and `area_m2` (n,) are the time and the area of each map.

    `is_held` is False for any other control class, whose area must jump by more. A map whose area is odd between two
    that agree is one jump, not two.
    """
    if len(area_m2) < 2:
        return []
    usual_m2 = usual_change_m2(days, area_m2)
    is_jump = _jumps_by_share(days, area_m2, is_held) if usual_m2 is None else _jumps(area_m2, usual_m2, is_held)
    if not is_held:
        is_jump &= np.diff(days) <= SOON_DAYS
    change_m2 = np.diff(area_m2)
    found, at = [], 0
    while at < len(change_m2):
        if is_jump[at]:
            returns = at + 1 < len(change_m2) and is_jump[at + 1]
            returns = returns and abs(change_m2[at] + change_m2[at + 1]) < abs(change_m2[at]) / 2
            usual = None if usual_m2 is None else float(usual_m2[at])
            found.append(
                AreaJump(
                    index=at + 1,
                    before_m2=float(area_m2[at]),
                    here_m2=float(area_m2[at + 1]),
                    back_m2=float(area_m2[at + 2]) if returns else None,
                    times=None if usual is None else float(abs(change_m2[at])) / usual,
                    usual_m2=usual,
                )
            )
            at += returns
        at += 1
    return found


def _jumps(area_m2: Numbers, usual_m2: Numbers, is_held: bool) -> Flags:
    """Which steps (n - 1,) are many usual steps long, and not small."""
    change_m2 = np.abs(np.diff(area_m2))
    if is_held:
        least_m2 = np.full(len(change_m2), min(LEAST_JUMP_M2, LEAST_JUMP_SHARE * float(np.median(area_m2))))
    else:
        least_m2 = np.maximum(LEAST_JUMP_M2, CLASS_JUMP_SHARE * _larger(area_m2))
    return (change_m2 > JUMP_IN_STEPS * usual_m2) & (change_m2 > least_m2)


def _jumps_by_share(days: Numbers, area_m2: Numbers, is_held: bool) -> Flags:
    """Which steps (n - 1,) within a month change an area by an implausible share of it."""
    change_m2, larger_m2, soon = np.abs(np.diff(area_m2)), _larger(area_m2), np.diff(days) <= SOON_DAYS
    if is_held:
        return soon & ((change_m2 > LARGE_SHARE * larger_m2) | _is_large_share(change_m2, larger_m2))
    return soon & (change_m2 > LARGE_CLASS_M2) & (change_m2 > (1 - 1 / CLASS_FACTOR) * larger_m2)


def _larger(area_m2: Numbers) -> Numbers:
    return np.maximum(area_m2[:-1], area_m2[1:])


def _is_large_share(moved_m2: Numbers, held_m2: Numbers) -> Flags:
    return (moved_m2 > LARGE_M2) & (moved_m2 > SHARE_OF_LARGE_AREA * held_m2)


def moved_too_much(days: float, moved_m2: float, held_m2: float) -> bool:
    """Return whether an area gained or lost within so many days is implausible; `held_m2` is the larger held area."""
    moved, held = np.array([moved_m2]), np.array([held_m2])
    return bool(days <= SOON_DAYS and ((moved > LARGE_SHARE * held) | _is_large_share(moved, held))[0])


def decisive_step(first: int, step_m2: Numbers, usual_m2: Numbers) -> DecisiveStep | None:
    """Return the step that makes most of a period's net change though it is many usual steps long; None: there is none.

    `first` is the index of the period's first map, `step_m2` (n,) the net change of its steps, `usual_m2` (n,) what is
    usual for them.
    """
    if len(step_m2) < LEAST_STEPS:
        return None
    at, net_m2 = int(np.argmax(np.abs(step_m2))), float(step_m2.sum())
    size_m2 = float(abs(step_m2[at]))
    if size_m2 <= DECISIVE_IN_STEPS * usual_m2[at] or size_m2 <= DECISIVE_SHARE * abs(net_m2):
        return None
    return DecisiveStep(first + at + 1, float(step_m2[at]), net_m2, size_m2 / float(usual_m2[at]))


def far_dates(days: Numbers) -> list[FarDate]:
    """Return the maps that are alone in time; `days` (n,) are the times of the maps in order."""
    if len(days) < LEAST_MAPS:
        return []
    gaps_days = np.diff(days)
    usual_days = float(np.sort(gaps_days)[(len(gaps_days) - 1) // 2])
    before, after = np.append(np.inf, gaps_days), np.append(gaps_days, np.inf)
    nearest_days = np.minimum(before, after)
    far = np.flatnonzero(nearest_days > max(FAR_DAYS, FAR_IN_STEPS * usual_days))
    return [FarDate(int(index), float(nearest_days[index]), usual_days) for index in far]


def misses_ground(outside_m2: float, whole_m2: float) -> bool:
    """Return whether more than 2 % of what was gained, or lost, lies outside all sectors."""
    return outside_m2 > max(LEAST_OUTSIDE_M2, LEAST_SHARE_OUTSIDE * whole_m2)


def is_mostly_apart(apart_m2: float, gained_m2: float) -> bool:
    """Return whether most of the gain, and not little, touches no ground held before."""
    return apart_m2 > max(LEAST_JUMP_M2, DECISIVE_SHARE * gained_m2)
