# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a projection: how long the rest would take, and how such figures held before."""

from __future__ import annotations

from ._field import area, count, instant, meaning, number, pace, percent, table, text, tr, yes_no
from ._shared import ABOUT_AS_LARGE, AFTER, BEFORE, DATE, DAYS, HELD_KM2, NET_SQMI
from .change import CHANGE

PROJECTION = table(
    text("target", tr("FrontlineChange", "Target"), "the target (`all`: all of them together)"),
    text("window", tr("FrontlineChange", "Window"), "the window in days (`all`: the whole series)"),
    *meaning("the two maps compared, UTC, and the days between them", BEFORE, AFTER, DAYS),
    *meaning("net change inside the target, km²", CHANGE["net_km2"]),
    *meaning(
        "per day, and its standard error, km² a day",
        pace("pace_km2_day", tr("FrontlineChange", "Pace (km² a day)"), signed=True),
        pace("pace_se_km2_day", tr("FrontlineChange", "Pace, standard error (km² a day)"), se_of="pace_km2_day"),
    ),
    *meaning(
        "the target, its held area (also in per cent), and the remaining area, km²",
        area("target_km2", tr("FrontlineChange", "Target (km²)")),
        HELD_KM2,
        percent("held_pct", tr("FrontlineChange", "Held (%)")),
        area("remaining_km2", tr("FrontlineChange", "Remaining (km²)")),
    ),
    *meaning(
        "remaining / pace; null where it is refused",
        number("days_needed", tr("FrontlineChange", "Days needed")),
        number("years_needed", tr("FrontlineChange", "Years needed")),
    ),
    *meaning(
        "the same at the highest and the lowest pace of the range; null where it is refused or there is no range, and "
        "`years_high` where the range of the pace reaches zero",
        number("years_low", tr("FrontlineChange", "Years, at least")),
        number("years_high", tr("FrontlineChange", "Years, at most")),
    ),
    *meaning(
        "the last map that moved at least 0.05 km² in the target",
        instant("last_moved", tr("FrontlineChange", "Last moved (UTC)")),
    ),
    *meaning(
        "net change in square miles, hectares and acres",
        NET_SQMI,
        number("net_ha", tr("FrontlineChange", "Net (ha)"), signed=True),
        number("net_acres", tr("FrontlineChange", "Net (acres)"), signed=True),
    ),
    *meaning(
        "an area of similar size that readers know, with the source of its figure, and its area, km²; yours where "
        "AREAS_TABLE is given",
        *ABOUT_AS_LARGE,
    ),
    *meaning(
        "daily quantity / pace, where QUANTITY_PER_DAY is given; its name and source are in the method card",
        number("quantity_per_km2", tr("FrontlineChange", "Quantity per km²")),
    ),
    text("verdict", tr("FrontlineChange", "Verdict"), "“at this pace”, or why there is no projection"),
    *meaning(
        "range of the pace, km² a day: 80 % of the earlier changes of such paces did not exceed its half-width; null "
        "with fewer than ten earlier dates",
        pace("pace_low_km2_day", tr("FrontlineChange", "Pace, at least (km² a day)"), signed=True),
        pace("pace_high_km2_day", tr("FrontlineChange", "Pace, at most (km² a day)"), signed=True),
    ),
    *meaning(
        "at how many of the earlier dates the pace that followed was in such a range, made from the other dates; also "
        "in % of `backtests`",
        count("hits", tr("FrontlineChange", "Ranges that held")),
        percent("hit_rate_pct", tr("FrontlineChange", "Hit rate of the range (%)")),
    ),
    *meaning(
        "at how many of them it was within 1.96 standard errors of the stated pace; also in % of `backtests`",
        count("se_hits", tr("FrontlineChange", "Paces within their standard error")),
        percent("se_hit_rate_pct", tr("FrontlineChange", "Hit rate of the standard error (%)")),
    ),
    count(
        "backtests",
        tr("FrontlineChange", "Earlier dates tested"),
        "number of the earlier dates, those with a pace to project",
    ),
    text("range_verdict", tr("FrontlineChange", "Range"), "where the range comes from, or why there is none"),
    *meaning(
        "walk-forward: at how many of the earlier dates a range could be stated from what was known then (at least "
        "four outcomes), in how many of these cases the pace that followed was in it, and the second in % of the first",
        count("known_tests", tr("FrontlineChange", "Ranges stated from what was known")),
        count("known_hits", tr("FrontlineChange", "Of these, ranges that held")),
        percent("known_hit_rate_pct", tr("FrontlineChange", "Hit rate from what was known (%)")),
    ),
)

TREND = table(
    PROJECTION["target"],
    *meaning("first and last map of the interval of steady pace, UTC, and the days between them", BEFORE, AFTER, DAYS),
    PROJECTION["net_km2"],
    *meaning("per day, km² a day", PROJECTION["pace_km2_day"]),
)

BACKTEST = table(
    PROJECTION["target"],
    PROJECTION["window"],
    *meaning(
        "the earlier date, and the maps a window before and after it, UTC",
        BEFORE,
        DATE,
        AFTER,
    ),
    *meaning(
        "the pace as it could be stated at that date, and its standard error, km² a day",
        PROJECTION["pace_km2_day"],
        PROJECTION["pace_se_km2_day"],
    ),
    *meaning(
        "the pace that followed, km² a day",
        pace("next_pace_km2_day", tr("FrontlineChange", "Pace that followed (km² a day)"), signed=True),
    ),
    *meaning(
        "whether it was within 1.96 standard errors of the stated pace",
        yes_no("is_within_se", tr("FrontlineChange", "Within the standard error")),
    ),
    *meaning(
        "the range of the stated pace, from the dates whose following time does not overlap, km² a day",
        PROJECTION["pace_low_km2_day"],
        PROJECTION["pace_high_km2_day"],
    ),
    *meaning(
        "whether the pace that followed was in it", yes_no("is_within_range", tr("FrontlineChange", "Within the range"))
    ),
    *meaning(
        "area held in the target at the earlier date, at that pace a window later, and as the maps then showed it, km²",
        HELD_KM2,
        area("projected_km2", tr("FrontlineChange", "Held as projected (km²)")),
        area("came_km2", tr("FrontlineChange", "Held as it came (km²)")),
    ),
    *meaning(
        "walk-forward: how many earlier dates had come to their end by then, the range of the pace from these alone "
        "(four or more), km² a day, and whether the pace that followed was in it",
        count("known_dates", tr("FrontlineChange", "Outcomes known then")),
        pace("known_low_km2_day", tr("FrontlineChange", "Pace as known then, at least (km² a day)"), signed=True),
        pace("known_high_km2_day", tr("FrontlineChange", "Pace as known then, at most (km² a day)"), signed=True),
        yes_no("is_within_known", tr("FrontlineChange", "Within the range as known then")),
    ),
)
