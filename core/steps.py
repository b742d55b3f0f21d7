# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in steps: generators that yield the fraction done (0..1) and return the result.

The caller can show progress between steps, or stop.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

Result = TypeVar("Result")


def finished(steps: Generator[Any, None, Result]) -> Result:
    """Run all steps and return the result."""
    try:
        while True:
            next(steps)
    except StopIteration as end:
        return end.value


def part_of(steps: Generator[float, None, Result], first: float, last: float) -> Generator[float, None, Result]:
    """Run steps as a part of others: their fractions lie between `first` and `last`."""
    try:
        while True:
            yield first + (last - first) * next(steps)
    except StopIteration as end:
        return end.value
