# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of amounts from a table of one's own, beside the ground gained."""

from __future__ import annotations

from ._field import area, count, instant, meaning, number, percent, table, text, tr
from ._shared import COMPLETE, DAYS, GAINED_ALL_KM2, MAPS, PERIOD, SECTOR, WARNING
from .change import CHANGE

QUANTITIES = table(
    PERIOD,
    *meaning("whether the maps span the whole period; if not, the amounts are of the same time as the maps", COMPLETE),
    SECTOR,
    *MAPS,
    DAYS,
    text("quantity", tr("FrontlineChange", "Quantity"), "the field of your table (`rows`: its rows counted)"),
    *meaning(
        "the amount in the period, and the sum over all sectors that have one; empty where the table gives none",
        number("amount", tr("FrontlineChange", "Amount")),
        number("amount_all", tr("FrontlineChange", "Amount, all sectors")),
    ),
    *meaning(
        "the sector's share of that sum, %", percent("amount_share_pct", tr("FrontlineChange", "Share of amounts (%)"))
    ),
    *meaning(
        "gained and its standard error, and the sum over the same sectors, km²",
        CHANGE["gained_km2"],
        CHANGE["gained_se_km2"],
        GAINED_ALL_KM2,
    ),
    *meaning(
        "the sector's share of that sum, % (not that of SERIES where some sectors have no amount)",
        percent("gained_share_pct", tr("FrontlineChange", "Share of gained (%)")),
    ),
    *meaning("net change, km²", CHANGE["net_km2"]),
    *meaning(
        "amount / gained, and the same at gained plus and minus 1.96 standard errors; the last is empty where that "
        "reaches zero, so that there is no upper limit. Empty for levels, and below 0.05 km²",
        number("amount_per_km2", tr("FrontlineChange", "Amount per km² gained")),
        number("amount_per_km2_low", tr("FrontlineChange", "Amount per km² gained, at least")),
        number("amount_per_km2_high", tr("FrontlineChange", "Amount per km² gained, at most")),
    ),
    *meaning(
        "amount / net; empty for levels, and below 0.05 km²",
        number("amount_net_per_km2", tr("FrontlineChange", "Amount per km² of net")),
    ),
    *meaning(
        "area of the sector, km², and amount / area",
        area("sector_km2", tr("FrontlineChange", "Sector (km²)")),
        number("amount_sector_per_km2", tr("FrontlineChange", "Amount per km² of the sector")),
    ),
    *meaning(
        "number of rows of your table in the amount, and the first and the last of their dates, UTC",
        count("table_rows", tr("FrontlineChange", "Rows of the table")),
        instant("first_dated", tr("FrontlineChange", "First row dated (UTC)")),
        instant("last_dated", tr("FrontlineChange", "Last row dated (UTC)")),
    ),
    text("source", tr("FrontlineChange", "Source"), "who reports the amount"),
    text(
        "in_words",
        tr("FrontlineChange", "In words"),
        "the shares, or the amount per km² of the whole, as a phrase with both numbers of each and the source",
    ),
    *meaning("why an amount or a ratio is empty, and days without a report", WARNING),
)
