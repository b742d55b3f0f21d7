# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of places: which changed hands, their status, and each change of it."""

from __future__ import annotations

from ._field import count, instant, length, meaning, number, table, text, tr
from ._shared import AREA_KM2, CHANGE_OF_HANDS, DATE, HELD_KM2, LAST_CHANGE, MAPS, SECTOR, STATUS, UNTIL, WARNING

PLACE = text("place", tr("FrontlineChange", "Place"), "its name")

PLACES_CHANGED = table(
    PLACE,
    *meaning("sector it lies in", SECTOR),
    CHANGE_OF_HANDS,
    *MAPS,
)

PLACE_STATUS = table(
    PLACE,
    *meaning("instant of the map whose state the row gives, UTC; everything in the row is as of this map", DATE),
    *meaning("map of the next of DATES, UTC, until which QGIS shows the row; empty for the last", UNTIL),
    instant(
        "asked_for",
        tr("FrontlineChange", "Date asked for (UTC)"),
        "the date of DATES for which this map stands, UTC; empty without DATES",
    ),
    *meaning(
        "`none`; `entered` (0.1 % or more of it is held), `half` (50 %), `most` (95 %) or `whole` (99.9 %)", STATUS
    ),
    number(
        "held_share",
        tr("FrontlineChange", "Share held"),
        "share of its ground that is held, from 0 to 1: `held_km2` over `area_km2`",
        decimals=3,
    ),
    number(
        "held_share_se",
        tr("FrontlineChange", "Share held, standard error"),
        "standard error of the share, from the line inside it and POSITION_ERROR; 0 where no line crosses it",
        decimals=3,
        se_of="held_share",
    ),
    *meaning("ground held in it, and its whole area: that of its polygon or circle, km²", HELD_KM2, AREA_KM2),
    number(
        "start_share",
        tr("FrontlineChange", "Share held on the first map"),
        "share that the first map shows as held; a share reached before that has no date",
        decimals=3,
    ),
    *meaning(
        "the first map that shows 0.1 % or more of it as held, UTC, and the map before: it happened between the two",
        instant("first_entry", tr("FrontlineChange", "First entry (UTC)"), since="first_entry_before"),
        instant("first_entry_before", tr("FrontlineChange", "First entry, map before (UTC)")),
    ),
    *meaning(
        "the same for one half of it",
        instant("half", tr("FrontlineChange", "Half (UTC)"), since="half_before"),
        instant("half_before", tr("FrontlineChange", "Half, map before (UTC)")),
    ),
    *meaning(
        "the same for 95 % of it",
        instant("most", tr("FrontlineChange", "95 % (UTC)"), since="most_before"),
        instant("most_before", tr("FrontlineChange", "95 %, map before (UTC)")),
    ),
    *meaning(
        "the same for all of it: 99.9 % or more",
        instant("whole", tr("FrontlineChange", "Whole (UTC)"), since="whole_before"),
        instant("whole_before", tr("FrontlineChange", "Whole, map before (UTC)")),
    ),
    *meaning(
        "the last map that changed its held area by 0.1 % or more of the place, and the map before, UTC",
        LAST_CHANGE,
        instant("last_change_before", tr("FrontlineChange", "Last change, map before (UTC)")),
    ),
    count(
        "changes",
        tr("FrontlineChange", "Changes of hands"),
        "how often it changed hands: its held share crossed one half",
    ),
    *meaning(
        "distance of its point, or of its polygon, from the front, km; 0 where the front runs through; null without a "
        "THEATRE",
        length("distance_to_front_km", tr("FrontlineChange", "Distance to the front (km)")),
    ),
    *meaning(
        "distance of the same from the nearest held ground, km; 0 in it",
        length("distance_to_held_km", tr("FrontlineChange", "Distance to held ground (km)")),
    ),
    *meaning("doubts about the maps on which its dates rest: drawn anew, without ground, a jump of the area", WARNING),
)

PLACE_LOG = table(
    *meaning("the two maps between which it changed, UTC", *MAPS),
    PLACE,
    *meaning("`gained` or `lost`: whether more or less of it is held", CHANGE_OF_HANDS),
    *meaning(
        "status on the two maps, as in STATUS",
        text("status_before", tr("FrontlineChange", "Status before")),
        text("status_after", tr("FrontlineChange", "Status after")),
    ),
    *meaning(
        "share of its ground held on the two maps, from 0 to 1",
        number("share_before", tr("FrontlineChange", "Share held before"), decimals=3),
        number("share_after", tr("FrontlineChange", "Share held after"), decimals=3),
    ),
    *meaning("doubts about the later map, as in STATUS", WARNING),
)
