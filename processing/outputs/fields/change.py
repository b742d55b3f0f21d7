# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a change between two maps: per sector, its parts, and how deep they reach."""

from __future__ import annotations

from ._field import area, count, degrees, length, meaning, pace, table, text, tr, yes_no
from ._shared import AREA_KM2, BEARING, DAYS, KIND, LENGTH_KM, MAPS, SECTOR, WIDTH_M

PART = count("part", tr("FrontlineChange", "Part"), "number of the part, 1 is the largest")

CHANGE = table(
    SECTOR,
    *MAPS,
    DAYS,
    *meaning(
        "held area of either map, km²",
        area("held_before_km2", tr("FrontlineChange", "Held before (km²)")),
        area("held_after_km2", tr("FrontlineChange", "Held after (km²)")),
    ),
    *meaning(
        "change, km²",
        area("gained_km2", tr("FrontlineChange", "Gained (km²)")),
        area("lost_km2", tr("FrontlineChange", "Lost (km²)")),
        area("net_km2", tr("FrontlineChange", "Net (km²)"), signed=True),
    ),
    *meaning(
        "standard errors of the change, km²",
        area("gained_se_km2", tr("FrontlineChange", "Gained, standard error (km²)"), se_of="gained_km2"),
        area("lost_se_km2", tr("FrontlineChange", "Lost, standard error (km²)"), se_of="lost_km2"),
        area("net_se_km2", tr("FrontlineChange", "Net, standard error (km²)"), se_of="net_km2"),
    ),
    yes_no(
        "significant",
        tr("FrontlineChange", "Net beyond 1.96 standard errors"),
        "whether net is more than 1.96 of its standard errors (95 %), also without noise",
    ),
    *meaning(
        "net of held ground alone, and of held, contested and claimed ground together, km²; empty where the maps "
        "have neither contested nor claimed ground. Where contested ground became held, the figure with all classes is "
        "the smaller one; where they differ in sign, a warning has both",
        area("net_low_km2", tr("FrontlineChange", "Net, held alone (km²)")),
        area("net_high_km2", tr("FrontlineChange", "Net, with contested and claimed (km²)")),
    ),
    *meaning(
        "net per day and its standard error, km² a day",
        pace("net_km2_day", tr("FrontlineChange", "Net pace (km² a day)"), signed=True),
        pace("net_se_km2_day", tr("FrontlineChange", "Net pace, standard error (km² a day)"), se_of="net_km2_day"),
    ),
    *meaning(
        "how much of gained and lost is noise, km²",
        area("noise_gained_km2", tr("FrontlineChange", "Gained within map noise (km²)")),
        area("noise_lost_km2", tr("FrontlineChange", "Lost within map noise (km²)")),
    ),
    area("lodgement_km2", tr("FrontlineChange", "Lodgements (km²)"), "how much of gained is lodgements, km²"),
    *meaning(
        "depth of ground gained, each with its standard error, km",
        length("advance_max_km", tr("FrontlineChange", "Advance, deepest (km)")),
        length(
            "advance_max_se_km", tr("FrontlineChange", "Advance, deepest, standard error (km)"), se_of="advance_max_km"
        ),
        length("advance_p95_km", tr("FrontlineChange", "Advance, 95th percentile (km)")),
        length(
            "advance_p95_se_km",
            tr("FrontlineChange", "Advance, 95th percentile, standard error (km)"),
            se_of="advance_p95_km",
        ),
        length("advance_mean_km", tr("FrontlineChange", "Advance, mean (km)")),
        length("advance_mean_se_km", tr("FrontlineChange", "Advance, error of the mean (km)"), se_of="advance_mean_km"),
    ),
    *meaning(
        "depth of ground lost, each with its standard error, km",
        length("retreat_max_km", tr("FrontlineChange", "Retreat, deepest (km)")),
        length(
            "retreat_max_se_km", tr("FrontlineChange", "Retreat, deepest, standard error (km)"), se_of="retreat_max_km"
        ),
        length("retreat_p95_km", tr("FrontlineChange", "Retreat, 95th percentile (km)")),
        length(
            "retreat_p95_se_km",
            tr("FrontlineChange", "Retreat, 95th percentile, standard error (km)"),
            se_of="retreat_p95_km",
        ),
        length("retreat_mean_km", tr("FrontlineChange", "Retreat, mean (km)")),
        length(
            "retreat_mean_se_km", tr("FrontlineChange", "Retreat, mean, standard error (km)"), se_of="retreat_mean_km"
        ),
    ),
    *meaning(
        "length of front, km",
        length("front_before_km", tr("FrontlineChange", "Front before (km)")),
        length("front_after_km", tr("FrontlineChange", "Front after (km)")),
    ),
    *meaning(
        "number of places",
        count("places_gained", tr("FrontlineChange", "Places gained")),
        count("places_lost", tr("FrontlineChange", "Places lost")),
    ),
)

PARTS = table(
    PART,
    *meaning("sector it lies in", SECTOR),
    KIND,
    *meaning(
        "area of the part within this sector and its standard error, km²",
        AREA_KM2,
        area("area_se_km2", tr("FrontlineChange", "Area, standard error (km²)"), se_of="area_km2"),
    ),
    yes_no(
        "significant",
        tr("FrontlineChange", "Area beyond 1.96 standard errors"),
        "whether the area, not the depth, is more than 1.96 of its standard errors (95 %); never for noise",
    ),
    WIDTH_M,
    *meaning(
        "deepest point within this sector and its standard error, km; empty for noise and lodgements",
        length("depth_max_km", tr("FrontlineChange", "Greatest depth (km)")),
        length("depth_max_se_km", tr("FrontlineChange", "Greatest depth, standard error (km)"), se_of="depth_max_km"),
    ),
    *MAPS,
    *meaning(
        "perimeter of the whole part, and how much of it adjoins what was held before (for LOST: what is still held), "
        "km; without cuts by sectors",
        length("perimeter_km", tr("FrontlineChange", "Perimeter (km)")),
        length("shared_km", tr("FrontlineChange", "Shared with ground held (km)")),
    ),
    text(
        "expansion",
        tr("FrontlineChange", "Expansion"),
        "GAINED only: `infill` where at least half of the perimeter is shared, `edge` where less is, `outlying` where "
        "none",
    ),
)

DEPTH = table(
    *meaning("sector of the line's end", SECTOR),
    *meaning("`advance`, `retreat` or `lodgement`", KIND),
    text("scope", tr("FrontlineChange", "Scope"), "`sector`: deepest of its sector; `part`: deepest of its part"),
    *meaning("number of the part", PART),
    *meaning(
        "depth and its standard error, km; empty for lodgements",
        length("depth_km", tr("FrontlineChange", "Depth (km)")),
        length("depth_se_km", tr("FrontlineChange", "Depth, standard error (km)"), se_of="depth_km"),
    ),
    yes_no(
        "significant",
        tr("FrontlineChange", "Area behind the line beyond 1.96 standard errors"),
        "whether an area, not the depth, is more than 1.96 of its standard errors (95 %), without noise: for `sector` "
        "everything that the sector gained (lost), for `part` the area of the part in that sector. A sector may "
        "contain only the tip of a deep part, and so have a great depth and almost no area. Such a line is drawn thin "
        "and without its number",
    ),
    LENGTH_KM,
    *meaning("direction of the line, degrees clockwise from north", BEARING),
    *meaning(
        "where it begins, on the ground held, in degrees (WGS 84)",
        degrees("from_lon", tr("FrontlineChange", "From, longitude (°)"), decimals=4),
        degrees("from_lat", tr("FrontlineChange", "From, latitude (°)"), decimals=4),
    ),
    *meaning(
        "where it ends, in degrees (WGS 84)",
        degrees("to_lon", tr("FrontlineChange", "To, longitude (°)"), decimals=4),
        degrees("to_lat", tr("FrontlineChange", "To, latitude (°)"), decimals=4),
    ),
    *MAPS,
)
