# SPDX-License-Identifier: GPL-2.0-or-later
"""Directed edges of a held area, in the frame or as drawn, comparable between maps."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Coordinates, Integers
from .geodesy import MILLIMETRES_PER_METRE, Frame, densify

MULTIPLIERS = np.array(
    [-7046029254386353131, 4354685564936845355, -4417276706812531889, 6364136223846793005], dtype=np.int64
)
SLOTS_PER_EDGE = 32


class Edges(ABC):
    """Directed edges with the interior on their left: start x, start y, end x and end y as rows (4, n)."""

    @property
    @abstractmethod
    def keys(self) -> NDArray[np.int64]:
        """The ends as integers (4, n), equal for equal edges."""

    @property
    @abstractmethod
    def ends_mm(self) -> Integers:
        """The ends in the frame (4, n), in whole millimetres."""

    def __len__(self) -> int:
        return self.keys.shape[1]

    @property
    def start_mm(self) -> Integers:
        """The start of each edge (n, 2)."""
        return self.ends_mm[:2].T

    @property
    def end_mm(self) -> Integers:
        """The end of each edge (n, 2)."""
        return self.ends_mm[2:].T

    @cached_property
    def hashed(self) -> NDArray[np.int64]:
        """A hash (n,) of each edge, equal for equal edges; cached, because each map is compared with two others."""
        first, *others = (values * factor for values, factor in zip(self.keys, MULTIPLIERS))
        for other in others:
            first += other  # wraps around, as is usual for hashes
        return first

    def unshared(self, other: Edges) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the indices of the edges of each that are not recognised as edges of the other.

        A shared edge is recognised if no other edge has its hash slot; a few shared edges are therefore returned too.
        The last result is cached, because it is requested twice.
        """
        last = self.__dict__.get("last_unshared")
        if last is None or last[0] is not other:
            last = self.__dict__["last_unshared"] = (other, self._unshared(other))
        return last[1]

    def _unshared(self, other: Edges) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        everything = np.arange(len(self)), np.arange(len(other))
        if not len(self) or type(self) is not type(other):
            return everything
        bits = (SLOTS_PER_EDGE * max(len(self), len(other))).bit_length()
        own_slot, others_slot = ((edges.hashed >> (64 - bits)) & ((1 << bits) - 1) for edges in (self, other))
        table = np.zeros(1 << bits, dtype=np.int32)
        table[own_slot] = everything[0]
        found = table[others_slot]
        same = np.ones(len(other), dtype=bool)
        for own, others in zip(self.keys, other.keys):
            same &= own[found] == others
        shared = np.zeros(len(self), dtype=bool)
        shared[found[same]] = True
        if np.count_nonzero(shared) < np.count_nonzero(same):  # the other has an edge twice, as with overlaps
            return everything
        return np.flatnonzero(~shared), np.flatnonzero(~same)


@dataclass(frozen=True, eq=False)
class FrameEdges(Edges):
    """Edges that are in the frame."""

    millimetres: Integers

    @property
    def keys(self) -> NDArray[np.int64]:
        """The ends themselves."""
        return self.millimetres

    @property
    def ends_mm(self) -> Integers:
        """The ends."""
        return self.millimetres


@dataclass(frozen=True, eq=False)
class DrawnEdges(Edges):
    """Edges in longitude and latitude. Only requested edges are cut to 2 km and projected into the frame.

    Edges that are equal in degrees are equal in the frame, so in a series only the edges that moved are projected.
    `ring` (n,) is the ring number of each edge, ascending. `polygons_begin` is the first ring of each polygon, followed
    by the number of rings.
    """

    ends_deg: NDArray[np.float64]
    frame: Frame
    ring: NDArray[np.int64]
    polygons_begin: NDArray[np.int64]

    @cached_property
    def keys(self) -> NDArray[np.int64]:
        """The bits of the coordinates in degrees."""
        return self.ends_deg.view(np.int64)

    @cached_property
    def ends_mm(self) -> Integers:
        """The ends of all edges in the frame."""
        return in_frame([(self, np.arange(len(self)))])[0]


def in_frame(chosen: Sequence[tuple[Edges, NDArray[np.int64]]]) -> tuple[Integers, NDArray[np.int64]]:
    """Return the ends in the frame (4, m) of selected edges of several maps, and the index of each one's edge (m,).

    Drawn edges longer than 2 km become several. The edges of all maps are projected together.
    """
    first = np.cumsum([0, *(len(some) for _, some in chosen)])
    ends, of_edge = [np.zeros((4, 0), dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    drawn = []
    for (edges, some), number in zip(chosen, first):
        if isinstance(edges, DrawnEdges):
            drawn.append((edges, some, number))
        else:
            ends.append(edges.ends_mm[:, some])
            of_edge.append(np.arange(number, number + len(some)))
    if drawn:
        points_deg = np.concatenate([edges.ends_deg[:, some] for edges, some, _ in drawn], axis=1).T.reshape(-1, 2)
        dense, starts = densify(points_deg, np.arange(0, len(points_deg) + 1, 2))
        cut = ends_of(in_millimetres(drawn[0][0].frame.project(dense)), starts)
        numbers = np.concatenate([np.arange(number, number + len(some)) for _, some, number in drawn])
        has_length = (cut[0] != cut[2]) | (cut[1] != cut[3])
        ends.append(cut[:, has_length])
        of_edge.append(np.repeat(numbers, np.diff(starts) - 1)[has_length])
    return np.concatenate(ends, axis=1), np.concatenate(of_edge)


def in_millimetres(xy: Coordinates) -> Integers:
    """Return points (n, 2) in metres as whole millimetres (2, n)."""
    return np.rint(xy.T * MILLIMETRES_PER_METRE).astype(np.int64)


def ends_of(points: NDArray[Any], line_starts: NDArray[np.int64]) -> NDArray[Any]:
    """Return the ends (4, m) of the segments of lines; the points (2, n) of each begin at `line_starts` (l + 1,)."""
    is_segment = np.ones(max(points.shape[1] - 1, 0), dtype=bool)
    is_segment[line_starts[1:-1] - 1] = False
    ends = np.empty((4, np.count_nonzero(is_segment)), dtype=points.dtype)
    for row, values in enumerate(points):
        ends[row], ends[row + 2] = values[:-1][is_segment], values[1:][is_segment]
    return ends
