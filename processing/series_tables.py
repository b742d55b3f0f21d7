# SPDX-License-Identifier: GPL-2.0-or-later
"""The results of a series as table rows: the fields of a pair for each period, running totals and ranks."""

from __future__ import annotations

from bisect import bisect_right
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
    nets = [
        [entry.rows[index]["net_km2"] if entry.rows else None for entry in periods] for index in range(len(sectors))
    ]
    ranks, as_large = [_ranks(series) for series in nets], [_last_as_large(series) for series in nets]
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
            earlier = as_large[index][number]
            yield {
                **row,
                **common,
                "churn_km2": row["gained_km2"] + row["lost_km2"],
                "gained_sum_km2": float(entry.gained_sum_m2[index]) / KM2,
                "lost_sum_km2": float(entry.lost_sum_m2[index]) / KM2,
                "share_pct": 100 * row["gained_km2"] / whole_gain if whole_gain > 0 else None,
                "net_total_km2": totals[sector],
                "rank": ranks[index][number],
                "largest_since": None if earlier is None else periods[earlier].period.name,
            }


def snapshots_text(days: Sequence[str]) -> str:
    """Return the dates of the snapshots of a period: each of a month's, else how many and from when to when."""
    if len(days) <= NAMED_SNAPSHOTS + 1:
        return ", ".join(days)
    return f"{len(days)}: {days[0]} … {days[-1]}"


def _ranks(values: Sequence[float | None]) -> list[int | None]:
    """1 for the largest value, the same for equal ones; None has none."""
    ascending = sorted(value for value in values if value is not None)
    return [None if value is None else 1 + len(ascending) - bisect_right(ascending, value) for value in values]


def _last_as_large(values: Sequence[float | None]) -> list[int | None]:
    """For each value the place of the last earlier one that is at least as large."""
    found: list[int | None] = []
    larger: list[int] = []  # places of values that nothing since has exceeded, from large to small
    for place, value in enumerate(values):
        if value is None:
            found.append(None)
            continue
        while larger and values[larger[-1]] < value:
            larger.pop()
        found.append(larger[-1] if larger else None)
        larger.append(place)
    return found
