# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of several sides: what each holds, and what they took from each other."""

from __future__ import annotations

from ._field import meaning, number, percent, table, text, tr
from ._shared import COMPLETE, MAPS, PERIOD, SECTOR, WARNING
from .change import CHANGE

HOLDERS = table(
    SECTOR,
    *meaning(
        "the side: a value of HOLDER_FIELD; without that field the name of the side, or `held`",
        text("side", tr("FrontlineChange", "Side")),
    ),
    *MAPS,
    *meaning(
        "its ground on either map, km²; ground that two sides claim belongs to the one whose name comes first",
        CHANGE["held_before_km2"],
        CHANGE["held_after_km2"],
    ),
    *meaning(
        "what it gained from and lost to all others, km²; net is gained less lost",
        CHANGE["gained_km2"],
        CHANGE["lost_km2"],
        CHANGE["net_km2"],
    ),
    *meaning(
        "its share of the ground that all sides hold in the sector, %: those of all sides add up to 100; empty where "
        "nobody holds any. The change is in points of per cent",
        percent("share_before_pct", tr("FrontlineChange", "Share before (%)")),
        percent("share_after_pct", tr("FrontlineChange", "Share after (%)")),
        number("share_change_points", tr("FrontlineChange", "Share, change (points of %)"), signed=True),
    ),
)

EXCHANGES = table(
    SECTOR,
    *meaning("the side, and another; `none`: ground that nobody holds", HOLDERS["side"]),
    *meaning(
        "the side, and another; `none`: ground that nobody holds",
        text("other_side", tr("FrontlineChange", "Other side")),
    ),
    *MAPS,
    *meaning(
        "what the side gained from the other and lost to it, km²; net is gained less lost, and that of the other "
        "against the side is the same with the sign reversed",
        CHANGE["gained_km2"],
        CHANGE["lost_km2"],
        CHANGE["net_km2"],
    ),
)

SERIES_HOLDERS = table(
    PERIOD,
    *meaning("whether the maps span the whole period; if not, the figures are those so far", COMPLETE),
    *HOLDERS.values(),
    *meaning("doubts about the maps of the period", WARNING),
)

SERIES_EXCHANGES = table(PERIOD, *EXCHANGES.values())
