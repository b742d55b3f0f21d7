# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of transects: their statistics, a summary of each sector, and each reading."""

from __future__ import annotations

from ._field import count, length, meaning, metres, number, per_unit, percent, table, tr, yes_no
from ._shared import (
    ADVANCE_KM,
    ADVANCE_SE_KM,
    AFTER,
    BEARING,
    BEFORE,
    DATE,
    DAYS,
    FRONT_KM,
    LINE,
    MAPS,
    OUTCOME,
    SECTOR,
)
from .change import CHANGE

TRANSECTS = table(
    *meaning(
        "numbers, and the sector of the origin",
        count("transect", tr("FrontlineChange", "Transect")),
        LINE,
        SECTOR,
    ),
    *meaning(
        "oldest and newest reading, the time between them, how many there are",
        *MAPS,
        DAYS,
        count("readings", tr("FrontlineChange", "Readings")),
    ),
    *meaning(
        "`advance`, `retreat`, `still` (less than 1 m) from the oldest reading to the newest; `closed`: no front is "
        "left on it, the ground changed hands; `none`: fewer than two readings",
        OUTCOME,
    ),
    yes_no(
        "significant",
        tr("FrontlineChange", "NSM beyond its error at LEVEL"),
        "whether `nsm_m` is more than its standard error, √(u₁² + u₂²), explains at LEVEL: 1.96 of them at 95 %",
    ),
    *meaning(
        "movement from the first map to the last, km, + is advance; null unless both can be read",
        ADVANCE_KM,
        ADVANCE_SE_KM,
    ),
    *meaning(
        "front represented; ground gained less lost that is nearer to its origin than to any other, in the theatre off "
        "its edge",
        FRONT_KM,
        CHANGE["net_km2"],
    ),
    BEARING,
    number("unit_days", tr("FrontlineChange", "Days per unit of the rates"), "days per unit of the rates"),
    *meaning(
        "the statistics; rates in metres per `unit_days` days; `_se` standard error, `_ci` half the interval",
        metres("sce_m", tr("FrontlineChange", "SCE, envelope (m)")),
        metres("nsm_m", tr("FrontlineChange", "NSM, net movement (m)")),
        per_unit("epr_m_unit", tr("FrontlineChange", "EPR, end point rate (m per unit)")),
        per_unit("epr_se_m_unit", tr("FrontlineChange", "EPR, error (m per unit)"), se_of="epr_m_unit"),
        per_unit("lrr_m_unit", tr("FrontlineChange", "LRR, regression rate (m per unit)")),
        number("lrr_r2", tr("FrontlineChange", "LRR, R²"), decimals=2),
        per_unit("lrr_se_m_unit", tr("FrontlineChange", "LRR, standard error (m per unit)"), se_of="lrr_m_unit"),
        per_unit("lrr_ci_m_unit", tr("FrontlineChange", "LRR, confidence interval ± (m per unit)")),
        metres("lrr_lse_m", tr("FrontlineChange", "LSE, standard error of the estimate (m)")),
        per_unit("wlr_m_unit", tr("FrontlineChange", "WLR, weighted rate (m per unit)")),
        number("wlr_r2", tr("FrontlineChange", "WLR, R²"), decimals=2),
        per_unit("wlr_se_m_unit", tr("FrontlineChange", "WLR, standard error (m per unit)"), se_of="wlr_m_unit"),
        per_unit("wlr_ci_m_unit", tr("FrontlineChange", "WLR, confidence interval ± (m per unit)")),
        number("wlr_wse", tr("FrontlineChange", "WSE, standard error of the estimate")),
    ),
    yes_no(
        "trend_significant",
        tr("FrontlineChange", "LRR differs from zero at LEVEL"),
        "whether `lrr_m_unit` is more than its interval `lrr_ci_m_unit`: LRR differs from zero at LEVEL",
    ),
)

TRANSECT_SUMMARY = table(
    SECTOR,
    *meaning("first and last map, UTC, and the days between them", BEFORE, AFTER, DAYS),
    *meaning(
        "transects, those with a reading, and the share of the front that these represent",
        count("transects", tr("FrontlineChange", "Transects")),
        count("transects_read", tr("FrontlineChange", "Transects with a reading")),
        percent("read_pct", tr("FrontlineChange", "Front with a reading (%)")),
    ),
    *meaning("front represented, km", FRONT_KM),
    *meaning(
        "mean, median, 90th percentile, farthest and least advance, and the error of the mean, km; − is retreat",
        CHANGE["advance_mean_km"],
        CHANGE["advance_mean_se_km"],
        length("advance_median_km", tr("FrontlineChange", "Advance, median (km)")),
        length("advance_p90_km", tr("FrontlineChange", "Advance, 90th percentile (km)")),
        CHANGE["advance_max_km"],
        length("advance_min_km", tr("FrontlineChange", "Advance, least (km)")),
    ),
    *meaning("ground gained less lost in the whole sector, km², as in *Change per sector*", CHANGE["net_km2"]),
    *meaning(
        "net of its transects (`net_km2` of TRANSECTS) over the length of front, km",
        length("net_mean_km", tr("FrontlineChange", "Net area over front (km)")),
    ),
    *meaning(
        "share of the front that advanced, that retreated beyond its error at LEVEL (95 %: 1.96 standard errors), and "
        "whose LRR differs from zero at LEVEL, %",
        percent("advancing_pct", tr("FrontlineChange", "Front that advanced beyond its error at LEVEL (%)")),
        percent("retreating_pct", tr("FrontlineChange", "Front that retreated beyond its error at LEVEL (%)")),
        percent("trend_pct", tr("FrontlineChange", "Front whose LRR differs from zero at LEVEL (%)")),
    ),
    *meaning(
        "effective number of independent transects, n*",
        number("effective_transects", tr("FrontlineChange", "Independent transects, effective number")),
    ),
    TRANSECTS["unit_days"],
    *meaning(
        "the same statistics of the rates, metres per `unit_days` days",
        per_unit("epr_mean_m_unit", tr("FrontlineChange", "EPR, mean (m per unit)")),
        per_unit(
            "epr_mean_se_m_unit", tr("FrontlineChange", "EPR, error of the mean (m per unit)"), se_of="epr_mean_m_unit"
        ),
        per_unit("epr_median_m_unit", tr("FrontlineChange", "EPR, median (m per unit)")),
        per_unit("epr_p90_m_unit", tr("FrontlineChange", "EPR, 90th percentile (m per unit)")),
        per_unit("lrr_mean_m_unit", tr("FrontlineChange", "LRR, mean (m per unit)")),
        per_unit(
            "lrr_mean_se_m_unit", tr("FrontlineChange", "LRR, error of the mean (m per unit)"), se_of="lrr_mean_m_unit"
        ),
        per_unit("lrr_median_m_unit", tr("FrontlineChange", "LRR, median (m per unit)")),
        per_unit("lrr_p90_m_unit", tr("FrontlineChange", "LRR, 90th percentile (m per unit)")),
        per_unit("wlr_mean_m_unit", tr("FrontlineChange", "WLR, mean (m per unit)")),
        per_unit(
            "wlr_mean_se_m_unit", tr("FrontlineChange", "WLR, error of the mean (m per unit)"), se_of="wlr_mean_m_unit"
        ),
        per_unit("wlr_median_m_unit", tr("FrontlineChange", "WLR, median (m per unit)")),
        per_unit("wlr_p90_m_unit", tr("FrontlineChange", "WLR, 90th percentile (m per unit)")),
    ),
)

READINGS = table(
    *meaning("number of the transect, and the sector of its origin", TRANSECTS["transect"], SECTOR),
    DATE,
    *meaning(
        "from the origin to the front, and the position error of the map, m; null: no reading",
        metres("position_m", tr("FrontlineChange", "Position (m)")),
        metres("error_m", tr("FrontlineChange", "Position error (m)"), se_of="position_m"),
    ),
)
