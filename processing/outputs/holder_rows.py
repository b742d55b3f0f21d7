# SPDX-License-Identifier: GPL-2.0-or-later
"""Exchanges between sides as table rows: each side with its share, and each side against every other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .change_rows import KM2, MapDates
from .fields.holders import SERIES_HOLDERS

if TYPE_CHECKING:
    from ...core.change.holders import Exchanges
    from .series_rows import PeriodTable


def holder_rows(found: Exchanges, sectors: Sequence[str], dates: MapDates) -> Iterator[dict[str, Any]]:
    """Yield the fields of HOLDERS: a row for each sector and side."""
    gained_km2, lost_km2 = found.gained_m2.sum(axis=2) / KM2, found.lost_m2.sum(axis=2) / KM2
    before_pct, after_pct = found.share_before_pct, found.share_after_pct
    for row, sector in enumerate(sectors):
        for number, side in enumerate(found.sides):
            cell = row, number
            yield {
                "sector": sector,
                "side": side,
                **dates.values,
                "held_before_km2": float(found.before_m2[cell]) / KM2,
                "held_after_km2": float(found.after_m2[cell]) / KM2,
                "gained_km2": float(gained_km2[cell]),
                "lost_km2": float(lost_km2[cell]),
                "net_km2": float(gained_km2[cell] - lost_km2[cell]),
                "share_before_pct": float(before_pct[cell]),
                "share_after_pct": float(after_pct[cell]),
                "share_change_points": float(after_pct[cell] - before_pct[cell]),
            }


def exchange_rows(found: Exchanges, sectors: Sequence[str], dates: MapDates) -> Iterator[dict[str, Any]]:
    """Yield the fields of EXCHANGES: a row for each sector, side and other side; the last other is nobody."""
    from ...core.change.transitions import NONE

    gained_km2, lost_km2, net_km2 = (areas_m2 / KM2 for areas_m2 in (found.gained_m2, found.lost_m2, found.net_m2))
    for row, sector in enumerate(sectors):
        for number, side in enumerate(found.sides):
            for other, other_side in enumerate((*found.sides, NONE)):
                if other != number:
                    cell = row, number, other
                    yield {
                        "sector": sector,
                        "side": side,
                        "other_side": other_side,
                        **dates.values,
                        "gained_km2": float(gained_km2[cell]),
                        "lost_km2": float(lost_km2[cell]),
                        "net_km2": float(net_km2[cell]),
                    }


def series_holder_rows(
    tables: Sequence[PeriodTable], found: Sequence[Exchanges | None], sides: Sequence[str], sectors: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Yield the fields of HOLDERS with the period: a row for each period, sector and side; empty without maps."""
    empty = dict.fromkeys(SERIES_HOLDERS)
    for table, exchanges in zip(tables, found):
        same = {"period": table.period.name, "complete": table.period.complete, "warning": table.warning or None}
        if exchanges is None or table.dates is None:
            yield from ({**empty, **same, "sector": sector, "side": side} for sector in sectors for side in sides)
            continue
        for row in holder_rows(exchanges, sectors, table.dates):
            yield {**same, **row}


def series_exchange_rows(
    tables: Sequence[PeriodTable], found: Sequence[Exchanges | None], sectors: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Yield the fields of EXCHANGES with the period, for the periods that have maps."""
    for table, exchanges in zip(tables, found):
        if exchanges is not None and table.dates is not None:
            for row in exchange_rows(exchanges, sectors, table.dates):
                yield {"period": table.period.name, **row}
