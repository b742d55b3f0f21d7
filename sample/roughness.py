# SPDX-License-Identifier: GPL-2.0-or-later
"""Irregular waves and natural lines, identical on every run and machine: no clock, no random module."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

Sketch = tuple[float, float]  # kilometres east and north of the sketch's zero


def _random(seed: int, i: int, j: int) -> float:
    """Pseudo-random number from -1 to 1, the same everywhere: integers mixed by multiplication.

    The multipliers are odd Fibonacci numbers, which distribute neighbouring integers well over 32 bits.
    """
    mixed = (seed * 433494437 + i * 2971215073 + j * 1836311903 + 1) & 0xFFFFFFFF
    for _ in range(2):
        mixed = (mixed ^ (mixed >> 16)) * 2971215073 & 0xFFFFFFFF
    return (mixed ^ (mixed >> 15)) / 0x7FFFFFFF - 1


def wave(seed: int, x: float, y: float = 0.0) -> float:
    """Smooth irregular waves from -1 to 1 with bends about one unit long."""
    i, j = floor(x), floor(y)
    u, v = x - i, y - j
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    north = _random(seed, i, j) * (1 - u) + _random(seed, i + 1, j) * u
    south = _random(seed, i, j + 1) * (1 - u) + _random(seed, i + 1, j + 1) * u
    return north * (1 - v) + south * v


def rough(line: Sequence[Sketch], seed: int, bend: float, step_km: float = 0.7) -> list[Sketch]:
    """A natural line through the given points: the middle of each edge is shifted sideways, recursively.

    The shift is at most `bend` times the edge; edges shorter than `step_km` are unchanged.
    """

    def between(start: Sketch, end: Sketch, edge: int, branch: int = 1) -> list[Sketch]:
        east, north = end[0] - start[0], end[1] - start[1]
        if east * east + north * north < step_km * step_km:
            return []
        push = bend * _random(seed, edge, branch)
        middle = ((start[0] + end[0]) / 2 - push * north, (start[1] + end[1]) / 2 + push * east)
        left = between(start, middle, edge, 2 * branch)
        return [*left, middle, *between(middle, end, edge, 2 * branch + 1)]

    points = [line[0]]
    for edge, (start, end) in enumerate(zip(line, line[1:])):
        points += [*between(start, end, edge), end]
    return points
