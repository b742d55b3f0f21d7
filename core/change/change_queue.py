# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps of a series, compared each with the one before, many at a time: that is faster than one by one."""

from __future__ import annotations

from collections.abc import Iterator

from ..geometry.overlay import Change, changes
from ..geometry.polygons import MeasurableArea
from .series import EDGES_AT_ONCE, REDRAWN_BELOW


class ChangeQueue:
    """Holds the maps that are not yet compared; they have a few hundred thousand edges at most.

    `redrawn` are the numbers of the maps that share less than half of their edges with the previous map; `empty` are
    the numbers of the maps with no held area, of those compared so far.
    """

    def __init__(self) -> None:
        self.last: MeasurableArea | None = None
        self.redrawn: list[int] = []
        self.empty: list[int] = []
        self._maps = 0
        self._waiting: list[tuple[MeasurableArea, MeasurableArea]] = []

    @property
    def is_full(self) -> bool:
        """Whether the maps that wait have as many edges as are compared at once."""
        return sum(len(after.edges) for _, after in self._waiting) >= EDGES_AT_ONCE

    def add(self, held: MeasurableArea) -> None:
        """Add the next map of the series. Passing the same object again means that nothing was redrawn."""
        if self.last is not None:
            self._waiting.append((self.last, held))
        self.last = held
        self._maps += 1

    def compared(self) -> Iterator[tuple[int, Change]]:
        """Yield the number of each waiting map (the first of the series is 0) and its change; then none waits.

        Raises CheckError where gained less lost differs from the change of the area with both methods.
        """
        waiting, self._waiting = self._waiting, []
        for number, moved in enumerate(changes(waiting) if waiting else [], self._maps - len(waiting)):
            if not len(moved.after.edges):
                self.empty.append(number)
            elif len(moved.before.edges) and moved.shared_fraction < REDRAWN_BELOW:
                self.redrawn.append(number)
            yield number, moved
