# SPDX-License-Identifier: GPL-2.0-or-later
"""One kind of finding for everything that was odd about a map or a layer, or was changed, and must be reported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something that the user should know: kind, number, names (or items), and amount in m² or m.

    `amounts` are those of single items, in m².
    """

    kind: str
    count: int = 1
    names: tuple[str, ...] = ()
    amount: float = 0.0
    amounts: tuple[float, ...] = ()

    @property
    def detail(self) -> str:
        """All names in one line."""
        return ", ".join(self.names)
