# SPDX-License-Identifier: GPL-2.0-or-later
"""The change between any two maps of a measured series, added up from map to map, and windows of days over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from ..arrays import NO_INDEX, Flags, Integers, Numbers
from ..maps.periods import SECONDS_PER_DAY, as_of
from .comparisons import is_another_length


@dataclass(frozen=True)
class StepSums:
    """Ground gained and lost since the first measured map of a series (maps, rows), added up from map to map in m².

    Ground that changed hands twice counts twice; the net is that of the two ends. `first` and `last` are the indices
    in the series of the first and the last measured map.
    """

    first: int
    gained_m2: Numbers
    lost_m2: Numbers

    @classmethod
    def of(cls, first: int, steps_m2: Sequence[tuple[Numbers, Numbers]]) -> StepSums:
        """Return the sums from the map at index `first` on.

        `steps_m2` are, period by period, what each step gained and lost (steps, rows).
        """
        return cls(first, *(_since_first(np.concatenate(moved)) for moved in zip(*steps_m2)))

    @property
    def last(self) -> int:
        """Index in the series of the last measured map."""
        return self.first + len(self.gained_m2) - 1

    def between(self, start: Integers | int, end: Integers | int) -> tuple[Numbers, Numbers]:
        """Return what was gained and lost from the maps `start` to the maps `end`, by index in the series."""
        begin, finish = np.asarray(start) - self.first, np.asarray(end) - self.first
        return self.gained_m2[finish] - self.gained_m2[begin], self.lost_m2[finish] - self.lost_m2[begin]


@dataclass(frozen=True)
class Windows:
    """Windows of some days that end with each map of a series (n,), by the indices of their maps in the series.

    `start` and `end` are the maps at both ends, `days` the time between them, and `is_whole` is whether that is the
    length of the window. `before` is the map at the start of the window before, which ends where this one starts; -1
    where the maps do not reach it, or it is not whole.
    """

    start: Integers
    end: Integers
    before: Integers
    days: Numbers
    is_whole: Flags

    @classmethod
    def of(cls, instants: Sequence[datetime], first: int, last: int, window_days: float) -> Windows:
        """Return the windows that end with a map from `first` to `last`.

        A window starts with the last map at or before its beginning. Those that begin before the map `first` are left
        out.
        """
        window = timedelta(days=window_days)

        def start_of(end: int) -> int:
            start = as_of(instants, instants[end] - window)
            return NO_INDEX if start is None or start < first else start

        def days_between(start: int, end: int) -> float:
            return (instants[end] - instants[start]).total_seconds() / SECONDS_PER_DAY

        starts = {end: start_of(end) for end in range(first, last + 1)}
        ends = [end for end, start in starts.items() if start != NO_INDEX]
        days = {end: days_between(starts[end], end) for end in ends}
        whole = {end for end in ends if not is_another_length(days[end], window_days)}
        return cls(
            np.array([starts[end] for end in ends], dtype=np.int64),
            np.array(ends, dtype=np.int64),
            np.array(
                [starts[starts[end]] if {end, starts[end]} <= whole else NO_INDEX for end in ends], dtype=np.int64
            ),
            np.array([days[end] for end in ends], dtype=float),
            np.array([end in whole for end in ends], dtype=bool),
        )


def _since_first(steps_m2: Numbers) -> Numbers:
    """The sums of the steps (steps, rows) up to each map (steps + 1, rows)."""
    return np.concatenate([np.zeros((1, steps_m2.shape[1])), np.cumsum(steps_m2, axis=0)])
