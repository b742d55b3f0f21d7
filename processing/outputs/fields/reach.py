# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of reach: how far held ground lies from a line."""

from __future__ import annotations

from ._field import area, count, length, meaning, table, tr, yes_no
from ._shared import AFTER, AREA_KM2, BEARING, LINE, MAPS, SECTOR

REACH = table(
    *meaning("sector and instants (UTC); date_before is null without an earlier map", SECTOR, *MAPS),
    *meaning(
        "farthest reach and its standard error; 0 where nothing is held, null where no line runs",
        length("reach_max_km", tr("FrontlineChange", "Reach, farthest (km)")),
        length("reach_se_km", tr("FrontlineChange", "Reach, standard error (km)"), se_of="reach_max_km"),
    ),
    yes_no(
        "reach_at_least",
        tr("FrontlineChange", "Reach is a lower bound"),
        "whether held ground continues beyond DISTANCE: then the reach is a lower bound, without an error and a change",
    ),
    *meaning(
        "of the profile where ground is held",
        length("reach_p95_km", tr("FrontlineChange", "Reach, 95th percentile (km)")),
        length("reach_mean_km", tr("FrontlineChange", "Reach, mean (km)")),
    ),
    *meaning(
        "line behind which ground is held; line in the sector",
        length("covered_km", tr("FrontlineChange", "Line covered (km)")),
        length("line_km", tr("FrontlineChange", "Line (km)")),
    ),
    *meaning(
        "area held beyond the line within DISTANCE, and its standard error",
        area("strip_km2", tr("FrontlineChange", "Held beyond the line (km²)")),
        area("strip_se_km2", tr("FrontlineChange", "Held beyond, standard error (km²)"), se_of="strip_km2"),
    ),
    *meaning("from the line to the farthest point, degrees clockwise from north", BEARING),
    *meaning(
        "the same before, and the change; null without an earlier map, the change also where a reach is a lower bound",
        length("reach_max_before_km", tr("FrontlineChange", "Reach before, farthest (km)")),
        yes_no("reach_before_at_least", tr("FrontlineChange", "Reach before is a lower bound")),
        length("reach_max_change_km", tr("FrontlineChange", "Reach, change (km)"), signed=True),
        length(
            "reach_change_se_km",
            tr("FrontlineChange", "Reach, change, standard error (km)"),
            se_of="reach_max_change_km",
        ),
        length("reach_mean_before_km", tr("FrontlineChange", "Reach before, mean (km)")),
        length("covered_before_km", tr("FrontlineChange", "Line covered before (km)")),
        area("strip_before_km2", tr("FrontlineChange", "Held beyond before (km²)")),
        area("strip_change_km2", tr("FrontlineChange", "Held beyond, change (km²)"), signed=True),
        area(
            "strip_change_se_km2",
            tr("FrontlineChange", "Held beyond, change, standard error (km²)"),
            se_of="strip_change_km2",
        ),
    ),
)

REACH_PROFILE = table(
    *meaning(
        "numbers, and the sector of the station",
        count("station", tr("FrontlineChange", "Station")),
        LINE,
        SECTOR,
    ),
    *MAPS,
    length("along_km", tr("FrontlineChange", "Along the line (km)"), "distance from the line's beginning"),
    *meaning("length of line that the station represents", REACH["line_km"]),
    yes_no("held", tr("FrontlineChange", "Held"), "whether held ground lies beyond the line at this station"),
    *meaning(
        "distance of the nearest and the farthest held point beyond the line at this station",
        length("from_km", tr("FrontlineChange", "Held from (km)")),
        length("reach_km", tr("FrontlineChange", "Reach (km)")),
    ),
    REACH["reach_at_least"],
    *meaning(
        "the farthest before, and the change; null without an earlier map, the change also where a reach is a lower "
        "bound",
        length("reach_before_km", tr("FrontlineChange", "Reach before (km)")),
        REACH["reach_before_at_least"],
        length("change_km", tr("FrontlineChange", "Change (km)"), signed=True),
    ),
    BEARING,
)

REACH_STRIP = table(
    *meaning("sector it lies in", SECTOR),
    *meaning("ground held beyond the line, km²", AREA_KM2),
    *meaning("instant of the map, UTC", AFTER),
)
