# SPDX-License-Identifier: GPL-2.0-or-later
"""Doubts about maps on which the dates of places may depend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from .. import plausibility
from .series_rows import drawing_warnings

if TYPE_CHECKING:
    from ...core.change.place_shares import PlaceShares


@dataclass(frozen=True)
class MapDoubts:
    """Warnings about the maps of a series: as sentences about the whole, and by the number of the map."""

    sentences: Sequence[str]
    by_map: Mapping[int, Sequence[str]]

    def text(self, maps: Iterable[int]) -> str | None:
        """Return the warnings about these maps as one text, each once; None for none."""
        return "; ".join(dict.fromkeys(text for number in maps for text in self.by_map.get(number, ()))) or None


def map_doubts(shares: PlaceShares, instants: Sequence[datetime]) -> MapDoubts:
    """Return the doubts about maps: mostly drawn anew, without ground, with a jump of the area or a far date."""
    import numpy as np

    by_map: dict[int, list[str]] = {}
    for number in shares.redrawn:
        by_map.setdefault(number, []).extend(drawing_warnings([number], (), instants))
    for number in shares.empty:
        for shown in (number, number + 1):  # what is lost there comes back with the next map
            by_map.setdefault(shown, []).extend(drawing_warnings((), [number], instants))
    texts = drawing_warnings(shares.redrawn, shares.empty, instants)
    area_m2 = shares.first_m2 + np.append(0.0, np.cumsum(shares.net_m2))
    for number, text in plausibility.map_doubts(instants, area_m2):
        by_map.setdefault(number, []).append(text)
        texts.append(text)
    return MapDoubts([f"{text[:1].upper()}{text[1:]}." for text in dict.fromkeys(texts)], by_map)
