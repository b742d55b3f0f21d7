# SPDX-License-Identifier: GPL-2.0-or-later
"""What was found odd about a map or a layer, or settled on the way, and should be said: one kind of finding for all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something that the user should know: what kind, how many, whose names (or which), how much in m² or m."""

    kind: str
    count: int = 1
    names: tuple[str, ...] = ()
    amount: float = 0.0

    @property
    def detail(self) -> str:
        """All names in one line."""
        return ", ".join(self.names)
