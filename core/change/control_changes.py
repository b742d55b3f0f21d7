# SPDX-License-Identifier: GPL-2.0-or-later
"""The history of ground fragments: every change of control, and what follows from these changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Flags, Integers, Numbers

NEVER = 0  # instead of a map's number: the first map cannot show a change


@dataclass(frozen=True)
class ControlChanges:
    """All changes of control (t,) of `fragments` fragments of ground, ordered by fragment and then by time.

    Each change has its fragment, the number of the map that shows it (the first map is 0), and whether it was a gain or
    a loss. Every fragment has at least one change, and gains and losses alternate.
    """

    fragments: int
    fragment: Integers
    at: Integers
    is_gain: Flags

    def of(self, chosen: Integers) -> ControlChanges:
        """Return the changes of the chosen fragments (n,), renumbered from 0 to n - 1; repeats are allowed."""
        first, end = np.searchsorted(self.fragment, [chosen, chosen + 1])
        count = end - first
        owner = np.repeat(np.arange(len(chosen)), count)
        change = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count) + first[owner]
        return ControlChanges(len(chosen), owner, self.at[change], self.is_gain[change])

    def histories(self) -> Integers:
        """Return a history number for each fragment (fragments,), equal for fragments that always changed together."""
        codes, ends = 2 * self.at + self.is_gain, np.searchsorted(self.fragment, np.arange(self.fragments + 1))
        known: dict[bytes, int] = {}
        found = [known.setdefault(codes[a:b].tobytes(), len(known)) for a, b in zip(ends, ends[1:])]
        return np.array(found, dtype=np.int64)

    @property
    def held_at_start(self) -> Flags:
        """Whether each fragment was held on the first map (fragments,)."""
        return ~self.is_gain[np.searchsorted(self.fragment, np.arange(self.fragments))]

    @property
    def held_at_end(self) -> Flags:
        """Whether each fragment is held on the last map (fragments,)."""
        return self.is_gain[self.is_last]

    def on_map(self, number: int) -> tuple[Flags, Integers]:
        """Return whether each fragment is held on this map, and the map of its last change until then (fragments,).

        That map is NEVER for a fragment that has not changed hands yet.
        """
        until = self.at <= number
        count = np.bincount(self.fragment[until], minlength=self.fragments)
        last = np.searchsorted(self.fragment, np.arange(self.fragments)) + count - 1
        changed = count > 0
        return np.where(changed, self.is_gain[last], self.held_at_start), np.where(changed, self.at[last], NEVER)

    @property
    def is_last(self) -> Flags:
        """Whether each change is the last one of its fragment (t,)."""
        return np.diff(self.fragment, append=-1) != 0

    @property
    def times_changed(self) -> Integers:
        """How often each fragment changed hands (fragments,)."""
        return np.bincount(self.fragment, minlength=self.fragments)

    @property
    def first_capture(self) -> Integers:
        """The map with which each fragment was first gained (fragments,); NEVER for a fragment that was only lost."""
        first = np.full(self.fragments, NEVER)
        first[self.fragment[self.is_gain][::-1]] = self.at[self.is_gain][::-1]
        return first

    @property
    def last_capture(self) -> Integers:
        """The map with which each fragment was last gained (fragments,); NEVER for a fragment that was only lost."""
        last = np.full(self.fragments, NEVER)
        last[self.fragment[self.is_gain]] = self.at[self.is_gain]
        return last

    @property
    def last_change(self) -> Integers:
        """The map with which each fragment last changed hands (fragments,)."""
        return self.at[self.is_last]

    def days_held(self, days: Numbers) -> Numbers:
        """Return the total days that each fragment was held (fragments,); `days` (maps,) are the dates of the maps."""
        since_start = np.asarray(days, dtype=float) - days[0]
        ended = np.where(self.is_gain, -since_start[self.at], since_start[self.at])
        return np.bincount(self.fragment, ended, self.fragments) + self.held_at_end * since_start[-1]
