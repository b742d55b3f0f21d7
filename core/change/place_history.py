# SPDX-License-Identifier: GPL-2.0-or-later
"""The history of places: how much of each was held on every map, and when it reached a share for the first time.

A place changes hands when the share of its ground that is held crosses one half, as in `places`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Flags, Integers, Numbers, sum_per_row
from .control_changes import NEVER

# Less than this share of a place is within the precision of the lines: a sliver of 0.25 m across a place 250 m wide.
ENTERED = 0.001
HALF = 0.5
MOST = 0.95
WHOLE = 1 - ENTERED
DECIMALS = 12  # of a share: a square centimetre of 100 km²


@dataclass(frozen=True)
class PlaceHistory:
    """The held area of places (n,) on all maps of a series, as what was held on the first map and every change since.

    `area_m2` is the area of each place and `start_m2` how much of it the first map shows as held. The changes (e,) are
    ordered by place and then by map: the index of the place, the number of the map that shows the change (the first map
    is 0), and what was held before and after it.
    """

    area_m2: Numbers
    start_m2: Numbers
    place: Integers
    at: Integers
    before_m2: Numbers
    after_m2: Numbers
    maps: int

    def __len__(self) -> int:
        return len(self.area_m2)

    @classmethod
    def of_steps(
        cls, area_m2: Numbers, start_m2: Numbers, place: Integers, at: Integers, net_m2: Numbers, maps: int
    ) -> PlaceHistory:
        """Return the history from net changes (e,) in any order; several of one place and map are added up."""
        key, index = np.unique(place * maps + at, return_inverse=True)
        net_m2 = sum_per_row(net_m2, index, len(key))
        place, at = key // maps, key % maps
        until_m2 = np.cumsum(net_m2)
        first = np.searchsorted(place, place)  # of the place's own changes
        after_m2 = start_m2[place] + until_m2 - (until_m2[first] - net_m2[first])
        return cls(area_m2, start_m2, place, at, after_m2 - net_m2, after_m2, maps)

    def held_m2(self, on: int) -> Numbers:
        """Return how much of each place is held on a map (n,)."""
        return self.share(on) * self.area_m2

    def share(self, on: int) -> Numbers:
        """Return the share of each place that is held on a map (n,), from 0 to 1."""
        held_m2 = self.start_m2.copy()
        until = self.at <= on
        held_m2[self.place[until]] = self.after_m2[until]  # the last of a place's changes stays
        return _share(held_m2, self.area_m2)

    @property
    def shares_of_changes(self) -> tuple[Numbers, Numbers]:
        """The shares of their places that are held before and after the changes (e,), from 0 to 1."""
        area_m2 = self.area_m2[self.place]
        return _share(self.before_m2, area_m2), _share(self.after_m2, area_m2)

    def first_reached(self, share: float, until: int) -> Integers:
        """Return the first map until which each place reached a share from below (n,).

        NEVER where it did not: it had less all the time, or as much on every map since the first.
        """
        return self._first(self._crosses(share, up=True) & (self.at <= until))

    def crossings(self, share: float, *, up: bool) -> Integers:
        """Return the indices of the changes at which a place reached a share, or fell below it again."""
        return np.flatnonzero(self._crosses(share, up=up))

    def times_changed(self, until: int) -> Integers:
        """Return how often each place changed hands until a map (n,)."""
        crosses = self._crosses(HALF, up=True) | self._crosses(HALF, up=False)
        return np.bincount(self.place[crosses & (self.at <= until)], minlength=len(self))

    def last_change(self, until: int) -> Integers:
        """Return the last map until `until` that changed the share of each place by ENTERED or more (n,), or NEVER."""
        found = np.full(len(self), NEVER)
        moved = np.abs(self.after_m2 - self.before_m2) >= ENTERED * self.area_m2[self.place]
        moved &= self.at <= until
        found[self.place[moved]] = self.at[moved]
        return found

    def _crosses(self, share: float, *, up: bool) -> Flags:
        """Whether a place has less than the share on one side of each change and at least as much on the other (e,)."""
        had, has = (shares >= share for shares in self.shares_of_changes)
        return ~had & has if up else had & ~has

    def _first(self, chosen: Flags) -> Integers:
        """The map of the first of the chosen changes of each place (n,); NEVER for none."""
        found = np.full(len(self), NEVER)
        found[self.place[chosen][::-1]] = self.at[chosen][::-1]
        return found


def _share(held_m2: Numbers, area_m2: Numbers) -> Numbers:
    """Held area over area, from 0 to 1: nothing and all are exact in spite of the rounding of sums."""
    share: Numbers = np.clip(held_m2 / area_m2, 0.0, 1.0)
    return share.round(DECIMALS)
