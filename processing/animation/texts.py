# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts on the pictures of an animation in the languages that pages have, whatever the language of QGIS."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...core.units import KM
from ...layouts.language import Language

LONGEST_SPAN_IN_DAYS = 62  # longer spans have months at the ends of the legend, not days


@dataclass(frozen=True)
class FrameTexts:
    """Words, numbers and dates in one language. `side` is the name of the side; empty where it has none."""

    language: Language
    side: str = ""

    @property
    def title(self) -> str:
        """What the pictures show."""
        return self.word("title_of_side", side=self.side) if self.side else self.word("title")

    def word(self, key: str, **facts: str) -> str:
        """Return a text with its facts filled in."""
        return self.language.texts["animation"][key].format(**facts)

    def day(self, instant: datetime) -> str:
        """Return a day: `2 June 2025`, in French `1er mai 2025`."""
        return self.language.day(instant)

    def end_of_legend(self, instant: datetime, span_days: float) -> str:
        """Return a short date for the end of a span: the month, or the day where the span is short."""
        if span_days <= LONGEST_SPAN_IN_DAYS:
            return self.language.short_day(instant)
        return self.language.month(instant, short=True)

    def area(self, area_km2: float, *, signed: bool = False) -> str:
        """Return an area: `557 km²`, signed `+556 km²`, `−3.8 km²`."""
        return self.language.area(area_km2, signed=signed)

    def gained(self, area_km2: float) -> str:
        """Return what was gained: `gained 560 km²`."""
        return self.word("gained", area=self.area(area_km2))

    def lost(self, area_km2: float) -> str:
        """Return what was lost: `lost 4.1 km²`."""
        return self.word("lost", area=self.area(area_km2))

    def length(self, length_m: float) -> str:
        """Return the length of a scale bar: `50 km`, `200 m`."""
        if length_m >= 1000:
            return self.language.text("km", number=self.language.whole(length_m / KM))
        return self.word("m", number=self.language.whole(length_m))
