# SPDX-License-Identifier: GPL-2.0-or-later
"""The results of a series as table rows: the fields of a pair for each period, running totals and ranks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .pair_tables import KM2

if TYPE_CHECKING:
    from ..core.periods import Period as NominalPeriod

NAMED_SNAPSHOTS = 31


@dataclass(frozen=True)
class PeriodRows:
    """What is kept of one period: its rows of CHANGE (None without data), gross sums in m², and what to warn of."""

    period: NominalPeriod
    rows: list[dict[str, Any]] | None
    gained_sum_m2: Sequence[float]
    lost_sum_m2: Sequence[float]
    snapshots_used: str
    warning: str


def series_rows(
    periods: Sequence[PeriodRows], sectors: Sequence[str], fields: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Yield the fields of SERIES, period by period and sector by sector.

    `share_pct` is the sector's share of all ground gained in the period; `net_total_km2` adds up net over the periods;
    `rank` is 1 for the largest net of the sector's series; `largest_since` names the last earlier period whose net was
    at least as large (null: none was).
    """
    totals = dict.fromkeys(sectors, 0.0)
    nets = {sector: [_net(entry, index) for entry in periods] for index, sector in enumerate(sectors)}
    for number, entry in enumerate(periods):
        whole_gain = sum(row["gained_km2"] for row in entry.rows) if entry.rows else 0.0
        for index, sector in enumerate(sectors):
            common = {
                "period": entry.period.name,
                "complete": entry.period.complete,
                "snapshots_used": entry.snapshots_used or None,
                "warning": entry.warning or None,
            }
            if entry.rows is None:
                yield {**dict.fromkeys(fields), "sector": sector, **common}
                continue
            row = entry.rows[index]
            totals[sector] += row["net_km2"]
            net, series = row["net_km2"], nets[sector]
            earlier = [place for place in range(number) if series[place] is not None and series[place] >= net]
            yield {
                **row,
                **common,
                "churn_km2": row["gained_km2"] + row["lost_km2"],
                "gained_sum_km2": float(entry.gained_sum_m2[index]) / KM2,
                "lost_sum_km2": float(entry.lost_sum_m2[index]) / KM2,
                "share_pct": 100 * row["gained_km2"] / whole_gain if whole_gain > 0 else None,
                "net_total_km2": totals[sector],
                "rank": 1 + sum(other is not None and other > net for other in series),
                "largest_since": periods[earlier[-1]].period.name if earlier else None,
            }


def snapshots_text(days: Sequence[str]) -> str:
    """Return the dates of the snapshots of a period: each of a month's, else how many and from when to when."""
    if len(days) <= NAMED_SNAPSHOTS + 1:
        return ", ".join(days)
    return f"{len(days)}: {days[0]} … {days[-1]}"


def _net(entry: PeriodRows, index: int) -> float | None:
    return entry.rows[index]["net_km2"] if entry.rows else None
