# SPDX-License-Identifier: GPL-2.0-or-later
"""Directed edges of a held area as whole millimetres, in an order in which equal edges of two maps meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Millimetres = NDArray[np.int64]

_MULTIPLIERS = np.array(
    [-7046029254386353131, 4354685564936845355, -4417276706812531889, 6364136223846793005], dtype=np.int64
)


@dataclass(frozen=True)
class OrderedEdges:
    """Edges without their direction: lower end and upper end (n, 2), `sign` +1 where the edge ran upwards, else -1.

    `key` is one hashed integer for each edge and ascends.
    """

    low: Millimetres
    high: Millimetres
    sign: NDArray[np.int64]
    key: NDArray[np.int64]

    @property
    def ends(self) -> Millimetres:
        """Both ends of each edge (n, 4)."""
        return np.concatenate([self.low, self.high], axis=1)


@dataclass(frozen=True)
class Edges:
    """Directed edges in the frame with the interior on the left: start and end (n, 2) in whole millimetres."""

    start_mm: Millimetres
    end_mm: Millimetres

    def __len__(self) -> int:
        return len(self.start_mm)

    @cached_property
    def ordered(self) -> OrderedEdges:
        """The edges ordered by their key; kept, since a map of a series meets the one before and the one after."""
        return self._ordered_by(_MULTIPLIERS)

    def orders(self) -> Iterator[OrderedEdges]:
        """Yield the same edges under one hash after another, for the case that two edges share a key."""
        yield self.ordered
        for attempt in range(1, len(_MULTIPLIERS)):
            yield self._ordered_by(np.roll(_MULTIPLIERS, attempt))

    def _ordered_by(self, multipliers: NDArray[np.int64]) -> OrderedEdges:
        start, end = self.start_mm, self.end_mm
        upwards = (start[:, 0] < end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] < end[:, 1]))
        low, high = np.where(upwards[:, None], start, end), np.where(upwards[:, None], end, start)
        a, b, c, d = multipliers
        key = low[:, 0] * a + low[:, 1] * b + high[:, 0] * c + high[:, 1] * d  # wraps around, as hashes do
        order = np.argsort(key, kind="stable")
        return OrderedEdges(low[order], high[order], np.where(upwards, 1, -1)[order], key[order])
