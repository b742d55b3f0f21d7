# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables that compare periods, moving windows, and spans of days of one's own."""

from __future__ import annotations

from ._field import area, count, instant, meaning, number, pace, percent, table, text, tr
from ._shared import ABOUT_AS_LARGE, COMPLETE, DAYS, MAPS, NET_SQMI, PERIOD, SECTOR, WARNING
from .change import CHANGE
from .series import SERIES

REMARK = text("remark", tr("FrontlineChange", "Remark"), "why a comparison is missing")

COMPARISONS = table(
    PERIOD,
    *meaning("whether the maps span the whole period; if not, it is neither compared nor ranked", COMPLETE),
    SECTOR,
    *MAPS,
    DAYS,
    *meaning("held area of the last map, km²", CHANGE["held_after_km2"]),
    *meaning("change, km²", CHANGE["gained_km2"], CHANGE["lost_km2"], CHANGE["net_km2"]),
    *meaning("its standard error, km²", CHANGE["net_se_km2"]),
    CHANGE["significant"],
    NET_SQMI,
    *meaning(
        "an area of similar size that readers know, with the source of its figure, and its area, km²", *ABOUT_AS_LARGE
    ),
    *meaning(
        "the period before: its name, its net and the standard error of that, km²",
        text("previous_period", tr("FrontlineChange", "Previous period")),
        area("previous_net_km2", tr("FrontlineChange", "Net of the previous period (km²)"), signed=True),
        area(
            "previous_net_se_km2",
            tr("FrontlineChange", "Net of the previous period, standard error (km²)"),
            se_of="previous_net_km2",
        ),
    ),
    *meaning(
        "net less that of the period before, and its standard error (at most, since both share a map), km²",
        area("previous_difference_km2", tr("FrontlineChange", "Difference from the previous (km²)"), signed=True),
        area(
            "previous_difference_se_km2",
            tr("FrontlineChange", "Difference from the previous, standard error (km²)"),
            se_of="previous_difference_km2",
        ),
    ),
    *meaning(
        "100 × `previous_difference_km2` / `previous_net_km2`; empty where that net was not above 0.05 km²",
        percent("previous_change_pct", tr("FrontlineChange", "Change from the previous (%)"), signed=True),
    ),
    *meaning(
        "the same days a year before (for weeks, 52 weeks before): its name, its net and the standard error of that, "
        "km²",
        text("year_before_period", tr("FrontlineChange", "Period a year before")),
        area("year_before_net_km2", tr("FrontlineChange", "Net a year before (km²)"), signed=True),
        area(
            "year_before_net_se_km2",
            tr("FrontlineChange", "Net a year before, standard error (km²)"),
            se_of="year_before_net_km2",
        ),
    ),
    *meaning(
        "net less that of a year before, and its standard error, km²",
        area("year_before_difference_km2", tr("FrontlineChange", "Difference from a year before (km²)"), signed=True),
        area(
            "year_before_difference_se_km2",
            tr("FrontlineChange", "Difference from a year before, standard error (km²)"),
            se_of="year_before_difference_km2",
        ),
    ),
    *meaning(
        "100 × `year_before_difference_km2` / `year_before_net_km2`; empty where that net was not above 0.05 km²",
        percent("year_before_change_pct", tr("FrontlineChange", "Change from a year before (%)"), signed=True),
    ),
    *meaning(
        "1 for the sector's largest net, and 1 for its smallest, among so many whole periods of the series",
        count("rank_largest", tr("FrontlineChange", "Rank, largest first")),
        count("rank_smallest", tr("FrontlineChange", "Rank, smallest first")),
        count("ranked_periods", tr("FrontlineChange", "Periods ranked")),
    ),
    *meaning(
        "the last earlier whole period whose net was at least as large; empty where there is none",
        SERIES["largest_since"],
    ),
    *meaning(
        "the last earlier whole period whose net was at least as small; empty where there is none",
        text("smallest_since", tr("FrontlineChange", "Smallest net since")),
    ),
    *meaning(
        "the farther-reaching of both in words, with that period's net",
        text("rank_text", tr("FrontlineChange", "Rank in words")),
    ),
    *meaning(
        "what shares of the country are of: its name and area, km²",
        text("denominator_name", tr("FrontlineChange", "Shares are of")),
        area("denominator_km2", tr("FrontlineChange", "Area that shares are of (km²)")),
    ),
    *meaning(
        "100 × `net_km2` / `denominator_km2`, percentage points",
        number("net_points", tr("FrontlineChange", "Net (percentage points)"), decimals=3, signed=True),
    ),
    *meaning(
        "100 × `held_after_km2` / `denominator_km2`",
        percent("held_share_pct", tr("FrontlineChange", "Held, share of that area (%)"), decimals=2),
    ),
    *meaning("area of the sector, km²", area("sector_km2", tr("FrontlineChange", "Sector (km²)"))),
    *meaning(
        "100 × `net_km2` / `sector_km2`, percentage points",
        number(
            "sector_net_points", tr("FrontlineChange", "Net in the sector (percentage points)"), decimals=3, signed=True
        ),
    ),
    *meaning(
        "100 × `held_after_km2` / `sector_km2`",
        percent("sector_held_pct", tr("FrontlineChange", "Held, share of the sector (%)"), decimals=2),
    ),
    *meaning(
        "the map from which the running total counts, UTC, and net since then, km²; empty for periods before it",
        instant("total_since", tr("FrontlineChange", "Running total since (UTC)")),
        area("running_total_km2", tr("FrontlineChange", "Running total (km²)"), signed=True),
    ),
    *meaning(
        "the days since then, and the running total per day, km² a day",
        number("running_days", tr("FrontlineChange", "Days of the running total")),
        pace("running_km2_day", tr("FrontlineChange", "Running total per day (km² a day)"), signed=True),
    ),
    *meaning(
        "100 × `running_total_km2` / `denominator_km2`, percentage points",
        number("running_points", tr("FrontlineChange", "Running total (percentage points)"), decimals=3, signed=True),
    ),
    REMARK,
    *meaning("doubts about the maps of the period and of those that it is compared with", WARNING),
)

ROLLING = table(
    number("window_days", tr("FrontlineChange", "Window (days)"), "length of the window, days", decimals=0),
    SECTOR,
    *meaning("the maps at both ends of the window, UTC, and the time between them, days", *MAPS, DAYS),
    *meaning("whether that is the length of the window; if not, it is not compared", COMPLETE),
    *meaning(
        "the gross change added up from map to map, km²: ground that went back and forth counts each time",
        SERIES["gained_sum_km2"],
        SERIES["lost_sum_km2"],
    ),
    *meaning("gained less lost, km²: that of the two ends", CHANGE["net_km2"]),
    *meaning("net per day, km² a day", CHANGE["net_km2_day"]),
    NET_SQMI,
    *meaning(
        "what shares are of: its name and area, km²", COMPARISONS["denominator_name"], COMPARISONS["denominator_km2"]
    ),
    *meaning("100 × `net_km2` / `denominator_km2`, percentage points", COMPARISONS["net_points"]),
    *meaning(
        "the window before, which ends where this one starts: its first map, UTC, and its net, km²",
        instant("previous_date_before", tr("FrontlineChange", "Start of the previous window (UTC)")),
        COMPARISONS["previous_net_km2"],
    ),
    *meaning("net less that of the window before, km²", COMPARISONS["previous_difference_km2"]),
    *meaning(
        "100 × `previous_difference_km2` / `previous_net_km2`; empty where that net was not above 0.05 km²",
        COMPARISONS["previous_change_pct"],
    ),
)

SPANS_COMPARED = table(
    text("span", tr("FrontlineChange", "Span"), "first and last nominal day, both included"),
    SECTOR,
    *MAPS,
    DAYS,
    *meaning("change from its first map to its last, km²", CHANGE["gained_km2"], CHANGE["lost_km2"], CHANGE["net_km2"]),
    *meaning("its standard error, km²", CHANGE["net_se_km2"]),
    CHANGE["significant"],
    *meaning("net per day and its standard error, km² a day", CHANGE["net_km2_day"], CHANGE["net_se_km2_day"]),
    *meaning(
        "the span before in the list: its days, its net with the standard error, km², and the same per day",
        text("previous_span", tr("FrontlineChange", "Previous span")),
        number("previous_days", tr("FrontlineChange", "Days of the previous span")),
        COMPARISONS["previous_net_km2"],
        COMPARISONS["previous_net_se_km2"],
        pace("previous_net_km2_day", tr("FrontlineChange", "Net pace of the previous span (km² a day)"), signed=True),
    ),
    *meaning(
        "net less that of the span before, and its standard error, km²; empty where their lengths differ by more than "
        "a tenth",
        COMPARISONS["previous_difference_km2"],
        COMPARISONS["previous_difference_se_km2"],
    ),
    *meaning(
        "100 × `previous_difference_km2` / `previous_net_km2`; empty where that net was not above 0.05 km²",
        COMPARISONS["previous_change_pct"],
    ),
    *meaning(
        "100 × (`net_km2_day` - `previous_net_km2_day`) / `previous_net_km2_day`, for spans of any length; empty where "
        "that net was not above 0.05 km²",
        percent("pace_change_pct", tr("FrontlineChange", "Change of the net pace (%)"), signed=True),
    ),
    REMARK,
)
