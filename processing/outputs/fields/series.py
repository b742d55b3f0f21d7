# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a series of periods."""

from __future__ import annotations

from ._field import area, count, meaning, percent, table, text, tr
from ._shared import COMPLETE, GAINED_ALL_KM2, PERIOD, WARNING
from .change import CHANGE, PARTS
from .places import PLACES_CHANGED

SERIES = table(
    PERIOD,
    *meaning("whether the maps span the whole period; if not, the figures are those so far", COMPLETE),
    *CHANGE.values(),
    area("churn_km2", tr("FrontlineChange", "Gained and lost together (km²)"), "gained plus lost, km²"),
    *meaning(
        "the gross change added up from map to map, km²: ground that went back and forth counts each time, so these"
        " grow with the number of maps; net is the same in both",
        area("gained_sum_km2", tr("FrontlineChange", "Gained, map by map (km²)")),
        area("lost_sum_km2", tr("FrontlineChange", "Lost, map by map (km²)")),
    ),
    *meaning(
        "100 × `gained_km2` / `gained_all_km2`: the sector's share of the ground gained in all rows of the period",
        percent("share_pct", tr("FrontlineChange", "Share of all ground gained (%)")),
        GAINED_ALL_KM2,
    ),
    *meaning(
        "net added up since the first period, km²",
        area("net_total_km2", tr("FrontlineChange", "Net since the first period (km²)"), signed=True),
    ),
    *meaning(
        "1 for the sector's largest net; empty where net was not above zero, or the period is incomplete",
        count("rank", tr("FrontlineChange", "Rank by net")),
    ),
    *meaning(
        "the last earlier complete period whose net was at least as large; empty where there is none",
        text("largest_since", tr("FrontlineChange", "Largest net since")),
    ),
    *meaning(
        "for how many complete periods in a row, up to this one, net a day was above that of the period before (-3: "
        "below it, three times); empty where this or the period before is not complete",
        count("pace_run", tr("FrontlineChange", "Faster for so many periods"), signed=True),
    ),
    text("snapshots_used", tr("FrontlineChange", "Maps used"), "the maps of the period"),
    *meaning("doubts about the maps of the period, and ground outside all sectors", WARNING),
)

SERIES_PARTS = table(PERIOD, *PARTS.values())

SERIES_PLACES = table(PERIOD, *PLACES_CHANGED.values())
