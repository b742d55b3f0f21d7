# SPDX-License-Identifier: GPL-2.0-or-later
"""One file per subject, with its `CASES` in it; `run.py` finds them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from inputs import Inputs
from rivals.environments import Rival

OURS = "ours"

# The timed work: takes no arguments and returns named figures, by which the contestants are compared.
Work = Callable[[], dict[str, float]]


@dataclass(frozen=True)
class Case:
    """One task and its contestants.

    Each contestant reads its inputs (not timed) and returns the work (timed), or is another engine. Work that does only
    a part of the task has an attribute `scale`, by which its time is multiplied. `agree_within` is how far the rivals'
    figures may differ from ours, by the end of their name; `repeats` is how often the work is timed, in each of
    `rounds` processes; `size` describes inputs of another size than usual.
    """

    name: str
    contestants: Mapping[str, Callable[[Inputs], Work] | Rival]
    agree_within: Mapping[str, float] = field(default_factory=dict)
    repeats: int = 3
    rounds: int = 5
    size: Callable[[Inputs], str] = field(default=lambda inputs: inputs.size)
