# SPDX-License-Identifier: GPL-2.0-or-later
"""How the paces of a window held at earlier dates of the same series, and the range of a pace that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import NamedTuple

import numpy as np

from ..arrays import Flags, Integers, Numbers
from ..uncertainty import STANDARD_ERRORS_95

FEWEST_DATES, MOST_DATES = 10, 20
FEWEST_KNOWN = 4  # outcomes from which a range follows: with fewer, four fifths of them and one more are not among them
SPACING = 0.25  # least time between two earlier dates, in windows: closer ones say the same again
FARTHEST_OFF = 0.25  # how far a map may lie from the end of a window, in windows
SHARE_WITHIN = 0.8  # of the earlier changes of pace


class EarlierDate(NamedTuple):
    """Indices of three snapshots: an earlier date, a window before it and a window after it."""

    first: int
    at: int
    last: int


def earlier_dates(days: Numbers, window_days: float) -> tuple[EarlierDate, ...]:
    """Return 10 to 20 earlier dates, evenly spaced, at which a pace over `window_days` can be tested; else none.

    `days` (n,) are the times of the snapshots, ascending. A date can be tested where maps are near enough a window
    before and a window after it: at most half the usual time between two maps off, and a quarter of the window. Dates
    are at least a quarter of the window apart. Fewer than ten say too little.
    """
    if len(days) < FEWEST_DATES:
        return ()
    first, last = (_nearest(days, days + way * window_days) for way in (-1, 1))
    off_days = np.maximum(abs(days - days[first] - window_days), abs(days[last] - days - window_days))
    usable = np.flatnonzero(off_days <= min(float(np.median(np.diff(days))) / 2, FARTHEST_OFF * window_days))
    if not len(usable):
        return ()
    begin, end = days[usable[0]], days[usable[-1]]
    count = min(MOST_DATES, int((end - begin) / (SPACING * window_days) + 1e-9) + 1)
    at = usable[np.unique(_nearest(days[usable], np.linspace(begin, end, count)))]
    if len(at) < FEWEST_DATES:
        return ()
    return tuple(EarlierDate(*indices) for indices in np.column_stack([first[at], at, last[at]]).tolist())


@dataclass(frozen=True)
class Backtest:
    """Paces as they could be projected at earlier dates (n,), their standard errors, and the paces that followed.

    All in m² a day. `dates` are indices of snapshots; `at_days` and `last_days` are the times of the dates and of the
    ends of what followed.
    """

    dates: tuple[EarlierDate, ...]
    at_days: Numbers
    last_days: Numbers
    pace_m2_day: Numbers
    standard_error_m2_day: Numbers
    next_m2_day: Numbers

    @property
    def is_enough(self) -> bool:
        """Whether there are dates enough for a range."""
        return len(self.dates) >= FEWEST_DATES

    @cached_property
    def change_m2_day(self) -> Numbers:
        """How far the pace that followed differs from the stated one."""
        return np.abs(self.next_m2_day - self.pace_m2_day)

    @property
    def half_width_m2_day(self) -> float:
        """The half-width of the range of a pace: what 80 % of the earlier changes of pace did not exceed."""
        return _half_width(self.change_m2_day)

    @cached_property
    def half_widths_of_others_m2_day(self) -> Numbers:
        """The half-width for each date, from the dates whose following time does not overlap its own.

        So no change is tested against a range that was made from the same days. NaN where there is no such date.
        """
        apart = (self.at_days >= self.last_days[:, None]) | (self.last_days <= self.at_days[:, None])
        return np.array([_half_width(self.change_m2_day[others]) for others in apart])

    @cached_property
    def known(self) -> Flags:
        """Which dates (columns) had already come to their end at each date (rows), (n, n): all that was known then."""
        return self.last_days <= self.at_days[:, None]

    @cached_property
    def half_widths_known_m2_day(self) -> Numbers:
        """The half-width for each date as it could be stated then: from the outcomes that were known (walk-forward).

        NaN where fewer than four were.
        """
        return np.array(
            [
                _half_width(self.change_m2_day[earlier]) if earlier.sum() >= FEWEST_KNOWN else np.nan
                for earlier in self.known
            ]
        )

    @property
    def has_known_range(self) -> Flags:
        """At which dates a range could be stated."""
        return np.isfinite(self.half_widths_known_m2_day)

    @property
    def is_within_known_range(self) -> Flags:
        """At which dates the pace that followed was in the range as it could be stated then."""
        return self.change_m2_day <= self.half_widths_known_m2_day

    @property
    def is_within_range(self) -> Flags:
        """At which dates the pace that followed was in the range from the other dates."""
        return self.change_m2_day <= self.half_widths_of_others_m2_day

    @property
    def is_within_error(self) -> Flags:
        """At which dates the pace that followed was within 1.96 standard errors of the stated one."""
        return self.change_m2_day <= STANDARD_ERRORS_95 * self.standard_error_m2_day


def _half_width(changes: Numbers) -> float:
    """The change that a further one does not exceed with a chance of 80 % if all are alike; NaN without any.

    That is the ⌈0.8 (n + 1)⌉-th smallest (conformal prediction: Vovk, Gammerman & Shafer 2005), and the largest of
    fewer than four.
    """
    if not len(changes):
        return np.nan
    rank = min(ceil(SHARE_WITHIN * (len(changes) + 1) - 1e-9), len(changes))
    return float(np.sort(changes)[rank - 1])


def _nearest(days: Numbers, wanted: Numbers) -> Integers:
    """The index in `days` (ascending) of the one nearest to each wanted time, the earlier of two."""
    after = np.minimum(np.searchsorted(days, wanted), len(days) - 1)
    before = np.maximum(after - 1, 0)
    return np.where(wanted - days[before] <= days[after] - wanted, before, after)
