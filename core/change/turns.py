# SPDX-License-Identifier: GPL-2.0-or-later
"""The history of pieces of ground: each time that one changed hands, and what follows from these turns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NEVER = 0  # instead of the number of a map: nothing can have moved by the first one

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Turns:
    """Every time (t,) that one of `pieces` pieces of ground changed hands, ordered by piece and then time.

    Which piece, with which map of the series it is seen (the first map is 0), and whether it was gained or lost.
    Every piece has at least one turn, and gains and losses take turns.
    """

    pieces: int
    piece: Whole
    at: Whole
    is_gain: Flags

    def of(self, chosen: Whole) -> Turns:
        """Return the turns of the chosen pieces (n,), which may be chosen several times, as pieces 0 to n - 1."""
        first, end = np.searchsorted(self.piece, [chosen, chosen + 1])
        count = end - first
        owner = np.repeat(np.arange(len(chosen)), count)
        turn = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count) + first[owner]
        return Turns(len(chosen), owner, self.at[turn], self.is_gain[turn])

    def histories(self) -> Whole:
        """Return the number of the history of each piece (pieces,), the same for pieces that always turned together."""
        codes, ends = 2 * self.at + self.is_gain, np.searchsorted(self.piece, np.arange(self.pieces + 1))
        known: dict[bytes, int] = {}
        found = [known.setdefault(codes[a:b].tobytes(), len(known)) for a, b in zip(ends, ends[1:])]
        return np.array(found, dtype=np.int64)

    @property
    def held_at_start(self) -> Flags:
        """Whether each piece was held on the first map (pieces,)."""
        return ~self.is_gain[np.searchsorted(self.piece, np.arange(self.pieces))]

    @property
    def held_at_end(self) -> Flags:
        """Whether each piece is held on the last map (pieces,)."""
        return self.is_gain[self.is_last]

    @property
    def is_last(self) -> Flags:
        """Whether each turn is the last one of its piece (t,)."""
        return np.diff(self.piece, append=-1) != 0

    @property
    def times_changed(self) -> Whole:
        """How often each piece changed hands (pieces,)."""
        return np.bincount(self.piece, minlength=self.pieces)

    @property
    def first_capture(self) -> Whole:
        """The map with which each piece was first gained (pieces,); NEVER where it was only lost."""
        first = np.full(self.pieces, NEVER)
        first[self.piece[self.is_gain][::-1]] = self.at[self.is_gain][::-1]
        return first

    @property
    def last_capture(self) -> Whole:
        """The map with which each piece was last gained (pieces,); NEVER where it was only lost."""
        last = np.full(self.pieces, NEVER)
        last[self.piece[self.is_gain]] = self.at[self.is_gain]
        return last

    @property
    def last_change(self) -> Whole:
        """The map with which each piece last changed hands (pieces,)."""
        return self.at[self.is_last]

    def days_held(self, days: Numbers) -> Numbers:
        """Return how many days each piece was held, all times together; `days` (maps,) tells when each map is of."""
        since_start = np.asarray(days, dtype=float) - days[0]
        ended = np.where(self.is_gain, -since_start[self.at], since_start[self.at])
        return np.bincount(self.piece, ended, self.pieces) + self.held_at_end * since_start[-1]
