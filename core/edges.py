# SPDX-License-Identifier: GPL-2.0-or-later
"""Directed edges of a held area as whole millimetres, so that equal edges of two maps are known for equal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Millimetres = NDArray[np.int64]

MULTIPLIERS = np.array(
    [-7046029254386353131, 4354685564936845355, -4417276706812531889, 6364136223846793005], dtype=np.int64
)
SLOTS_PER_EDGE = 8


@dataclass(frozen=True)
class Edges:
    """Directed edges in the frame with the interior on the left: x and y of the start, x and y of the end (4, n)."""

    ends_mm: Millimetres

    def __len__(self) -> int:
        return self.ends_mm.shape[1]

    @property
    def start_mm(self) -> Millimetres:
        """Where each edge starts (n, 2)."""
        return self.ends_mm[:2].T

    @property
    def end_mm(self) -> Millimetres:
        """Where each edge ends (n, 2)."""
        return self.ends_mm[2:].T

    @cached_property
    def hashed(self) -> NDArray[np.int64]:
        """A number (n,) for each edge, equal for equal edges; kept, as a map meets the one before and the one after."""
        return (self.ends_mm * MULTIPLIERS[:, None]).sum(axis=0)  # wraps around, as hashes do

    def unshared(self, other: Edges) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the numbers of those edges of each that are not seen to be edges of the other.

        All that are shared and fall into a slot of their own are seen; a few of the rest are returned.
        """
        everything = np.arange(len(self)), np.arange(len(other))
        if not len(self):
            return everything
        bits = (SLOTS_PER_EDGE * max(len(self), len(other))).bit_length()
        own_slot, others_slot = ((edges.hashed >> (64 - bits)) & ((1 << bits) - 1) for edges in (self, other))
        table = np.zeros(1 << bits, dtype=np.int32)
        table[own_slot] = everything[0]
        found = table[others_slot]
        same = (self.ends_mm[:, found] == other.ends_mm).all(axis=0)
        shared = np.zeros(len(self), dtype=bool)
        shared[found[same]] = True
        if np.count_nonzero(shared) < np.count_nonzero(same):  # the other has an edge twice, as overlaps would
            return everything
        return np.flatnonzero(~shared), np.flatnonzero(~same)
