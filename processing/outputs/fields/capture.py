# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of when ground was captured."""

from __future__ import annotations

from ._field import area, count, instant, meaning, number, table, text, tr, yes_no
from ._shared import AREA_KM2, CHANGE_OF_HANDS, COMPLETE, KIND, LAST_CHANGE, MAPS, PERIOD, SECTOR, WARNING, WIDTH_M
from .change import CHANGE

CAPTURE = table(
    *meaning("the sector; `all` without sectors", SECTOR),
    *meaning(
        "nominal start of the period of the last capture, as in *Change by period*; empty where nothing was captured",
        PERIOD,
    ),
    *meaning(
        "`gained` (not held at the start, held at the end), `lost` (the reverse), `gained and lost`, `lost and "
        "regained`, or `none`: held on all maps",
        CHANGE_OF_HANDS,
    ),
    *meaning("`ground` or `noise`", KIND),
    *meaning(
        "who holds it on the last map: `held` by the side, or `other`",
        text("holder", tr("FrontlineChange", "Holder at the end")),
    ),
    yes_no("held_at_start", tr("FrontlineChange", "Held at the start"), "whether the side held it on the first map"),
    *meaning(
        "the map that first, and last, showed it as newly held, UTC",
        instant("first_capture", tr("FrontlineChange", "First captured (UTC)")),
        instant("last_capture", tr("FrontlineChange", "Last captured (UTC)")),
    ),
    *meaning(
        "the map with which it last changed hands, UTC",
        LAST_CHANGE,
    ),
    *meaning(
        "days within the series on which it was held, all times together",
        number("days_held", tr("FrontlineChange", "Days held")),
    ),
    count("times_changed", tr("FrontlineChange", "Times it changed hands"), "how often it changed hands"),
    *meaning("its area, and mean width (twice the area over the perimeter)", AREA_KM2, WIDTH_M),
    *meaning("the two maps between which it was last captured, UTC", *MAPS),
)

CAPTURE_SUMMARY = table(
    *meaning("nominal start; whether the maps span the whole period", PERIOD, COMPLETE),
    *meaning("the sector; `all` without sectors", SECTOR),
    *meaning("the maps compared, UTC", *MAPS),
    *meaning("all ground gained in the period", CHANGE["gained_km2"]),
    *meaning(
        "of that, ground held ever since: the sum of CAPTURE with this period and holder `held`",
        area("held_since_km2", tr("FrontlineChange", "Gained and held ever since (km²)")),
    ),
    area("lost_again_km2", tr("FrontlineChange", "Gained and lost again (km²)"), "of that, ground lost later"),
    *meaning("lost in the period; gained less lost", CHANGE["lost_km2"], CHANGE["net_km2"]),
    *meaning("doubts about the maps of the period", WARNING),
)
