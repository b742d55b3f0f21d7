# SPDX-License-Identifier: GPL-2.0-or-later
"""A measured change as pages tell it: title, figures, caption and alt text in the language of the readers."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..formatting import NOTHING_BELOW
from .language import Language
from .page import Figure, PageTexts

WHOLE, OUTSIDE = "all", "outside all sectors"  # the rows that are no sector
NAMED_SECTORS = 3


@dataclass(frozen=True)
class SectorFacts:
    """The change in one sector; a depth is None where there is none."""

    name: str
    gained_km2: float
    lost_km2: float
    advance_max_km: float | None = None
    retreat_max_km: float | None = None
    net_se_km2: float | None = None

    @property
    def net_km2(self) -> float:
        """Gained minus lost."""
        return self.gained_km2 - self.lost_km2


@dataclass(frozen=True)
class ChangeFacts:
    """The change between two maps. `month` is the calendar month that it stands for, where it is one.

    What is not known of it is None, or empty.
    """

    first: datetime
    last: datetime
    days: float
    sectors: Sequence[SectorFacts]
    net_se_km2: float | None = None
    position_error_m: float | None = None
    noise_width_m: float | None = None
    classes: Sequence[str] = ()
    credits: Sequence[str] = ()  # of the publishers that are known
    origins: Sequence[str] = ()  # names of the maps of nobody known
    other_data: Sequence[str] = ()  # names of the layers of sectors, theatre and places
    month: datetime | None = None
    is_complete: bool = True  # whether the maps cover all of the month
    summed: tuple[float, float] | None = None  # gained and lost in km², added up period by period

    @property
    def error_km2(self) -> float | None:
        """The standard error of net; None where it is not known, and where nothing has moved."""
        return self.net_se_km2 if self.gained_km2 + self.lost_km2 >= NOTHING_BELOW else None

    @property
    def gained_km2(self) -> float:
        """Ground gained on the whole."""
        return sum(sector.gained_km2 for sector in self.sectors)

    @property
    def lost_km2(self) -> float:
        """Ground lost on the whole."""
        return sum(sector.lost_km2 for sector in self.sectors)

    @property
    def net_km2(self) -> float:
        """Gained minus lost on the whole."""
        return self.gained_km2 - self.lost_km2

    def deepest(self, kind: str) -> tuple[float, SectorFacts] | None:
        """Return the depth of the deepest `advance` or `retreat` in km and its sector; None where there is none."""
        depths = [(getattr(sector, f"{kind}_max_km"), sector) for sector in self.sectors]
        found = [(depth_km, sector) for depth_km, sector in depths if depth_km and depth_km >= NOTHING_BELOW]
        return max(found, key=lambda one: one[0], default=None)


@dataclass(frozen=True)
class TextOptions:
    """How a change is reported: the language, the name of the side (empty: the side), a credit that replaces ours."""

    language: Language
    side: str = ""
    credit: str = ""
    version: str = ""

    @property
    def side_name(self) -> str:
        """The name of the side within a sentence."""
        return self.side or self.language.text("the_side")

    def sector_name(self, name: str) -> str:
        """Return the name of a sector or of a special row."""
        special = {WHOLE: "all", OUTSIDE: "outside"}
        return self.language.text(special[name]) if name in special else name


def title(change: ChangeFacts, options: TextOptions) -> str:
    """Return the title that says the news: `The side gained 557 km² and lost none`."""
    language = options.language
    has_gained, has_lost = change.gained_km2 >= NOTHING_BELOW, change.lost_km2 >= NOTHING_BELOW
    key = {(True, True): "both", (True, False): "gained", (False, True): "lost", (False, False): "none"}
    text = language.text(
        f"title_{key[has_gained, has_lost]}",
        side=options.side_name,
        gained=language.area(change.gained_km2),
        lost=language.area(change.lost_km2),
    )
    return language.sentence(text)


def period(change: ChangeFacts, options: TextOptions) -> str:
    """Return the period: `From 2 June 2025 to 2 July 2025, by the maps of these days`."""
    language = options.language
    dates = {"first": language.day(change.first), "last": language.day(change.last)}
    if change.month is None:
        return language.text("period", **dates)
    month = language.month(change.month)
    if not change.is_complete:
        month = f"{month} ({language.text('incomplete')})"
    return language.sentence(language.text("month_period", month=month, **dates))


def page_texts(change: ChangeFacts, options: TextOptions) -> PageTexts:
    """Return all texts of a page about the change."""
    language = options.language
    return PageTexts(
        title=title(change, options),
        period=period(change, options),
        figures=figures(change, options),
        legend_title=language.text("legend_title", side=options.side_name),
        kilometres=language.text("km", number="").strip(),
        method=method(change, options),
        credit=credit(change, options),
    )


def figures(change: ChangeFacts, options: TextOptions) -> list[Figure]:
    """Return the figures beside the map: net, the deepest advance and retreat, and the pace."""
    language = options.language
    if change.error_km2 is None:
        caption = language.text("net_caption_plain")
    else:
        caption = language.text("net_caption", error=language.error(change.error_km2))
    found = [Figure(language.area(change.net_km2, signed=True), caption)]
    for kind in ("advance", "retreat"):
        deepest = change.deepest(kind)
        if deepest is not None:
            depth_km, sector = deepest
            what = language.text(f"{kind}_caption")
            if sector.name not in (WHOLE, OUTSIDE):
                what = language.text("in_sector", caption=what, sector=sector.name)
            found.append(Figure(language.depth(depth_km), what))
    if change.days > 0:
        pace = language.pace(change.net_km2 / change.days)
        found.append(Figure(pace, language.text("pace_caption", days=language.days(change.days))))
    return found


def method(change: ChangeFacts, options: TextOptions) -> str:
    """Return how it was measured and what the error is, as far as it is known."""
    language = options.language
    names = language.texts["classes"]
    classes = ", ".join(names.get(key, key) for key in change.classes)
    parts = [language.text("method", classes=classes) if classes else language.text("method_plain")]
    if change.noise_width_m:
        parts.append(language.text("noise", width=language.width(change.noise_width_m / 1000)))
    if change.error_km2 is not None and change.position_error_m is not None:
        parts.append(language.text("error", error_m=language.whole(change.position_error_m)))
    return " ".join(parts)


def credit(change: ChangeFacts, options: TextOptions) -> str:
    """Return whose maps they are, what else was used, and with what it was measured."""
    language = options.language
    publishers = [options.credit] if options.credit else [*dict.fromkeys(change.credits)]
    if not options.credit and change.origins:
        publishers.append(language.text("unknown_publisher", names=", ".join(dict.fromkeys(change.origins))))
    parts = [language.text("credit", publishers="; ".join(publishers).rstrip("."))] if publishers else []
    if change.other_data:
        parts.append(language.text("other_data", names=", ".join(dict.fromkeys(change.other_data))))
    parts.append(language.text("base"))
    if options.version:
        parts.append(language.text("made", version=options.version))
    return " ".join(parts)


def caption(change: ChangeFacts, options: TextOptions) -> list[str]:
    """Return the sentences of a caption: the change, its pace, the largest sectors, the deepest advance and retreat."""
    language = options.language
    dates = {"first": language.day(change.first), "last": language.day(change.last)}
    values = {"title": title(change, options), "net": language.area(change.net_km2, signed=True), **dates}
    if change.error_km2 is None:
        sentences = [language.text("caption_lead", **values)]
    else:
        sentences = [language.text("caption_lead_error", error=language.error(change.error_km2), **values)]
    if change.days > 0 and abs(change.net_km2) >= NOTHING_BELOW:
        sentences.append(language.text("caption_pace", pace=language.pace(change.net_km2 / change.days)))
    sentences += _summed(change, language)
    largest = largest_sectors(change)
    if largest:
        amounts = [
            language.text(
                "sector_amount",
                sector=options.sector_name(sector.name),
                amount=language.area(sector.net_km2, signed=True),
            )
            for sector in largest
        ]
        sentences.append(language.text("caption_sectors", sectors=language.listed(amounts)))
    for kind in ("advance", "retreat"):
        deepest = change.deepest(kind)
        if deepest is not None:
            sentences.append(_depth_sentence(f"caption_{kind}", deepest, language))
    return sentences


def alt_text(change: ChangeFacts, options: TextOptions, shown: Collection[str]) -> str:
    """Return what the map shows, for people who cannot see it. `shown` are the styles of the layers on it."""
    language = options.language
    values = {
        "side": options.side_name,
        "first": language.day(change.first),
        "last": language.day(change.last),
        "gained": language.area(change.gained_km2),
        "lost": language.area(change.lost_km2),
    }
    sentences = [language.text("alt_map", place=language.text("the_front"))]
    amounts = {"held": math.inf, "gained": change.gained_km2, "lost": change.lost_km2}
    sentences += [
        language.text(f"alt_{key}", **values)
        for key, amount_km2 in amounts.items()
        if key in shown and amount_km2 >= NOTHING_BELOW
    ]
    deepest = change.deepest("advance") if "depth" in shown else None
    if deepest is not None:
        sentences.append(_depth_sentence("alt_depth", deepest, language))
    return " ".join(sentences)


def _summed(change: ChangeFacts, language: Language) -> list[str]:
    """What was gained and lost period by period, where that is more than from end to end: what went to and fro."""
    if change.summed is None or sum(change.summed) - change.gained_km2 - change.lost_km2 < NOTHING_BELOW:
        return []
    gained_km2, lost_km2 = change.summed
    return [language.text("caption_summed", gained=language.area(gained_km2), lost=language.area(lost_km2))]


def largest_sectors(change: ChangeFacts) -> list[SectorFacts]:
    """Return the sectors with the largest net changes, at most NAMED_SECTORS; none where there is but one row."""
    if len(change.sectors) < 2:
        return []
    moved = [sector for sector in change.sectors if abs(sector.net_km2) >= NOTHING_BELOW]
    return sorted(moved, key=lambda sector: -abs(sector.net_km2))[:NAMED_SECTORS]


def _depth_sentence(key: str, deepest: tuple[float, SectorFacts], language: Language) -> str:
    depth_km, sector = deepest
    if sector.name in (WHOLE, OUTSIDE):
        return language.text(key, depth=language.depth(depth_km))
    return language.text(f"{key}_in", depth=language.depth(depth_km), sector=sector.name)
