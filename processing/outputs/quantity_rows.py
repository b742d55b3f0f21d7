# SPDX-License-Identifier: GPL-2.0-or-later
"""A user's amounts beside the change of ground: a row for each period, quantity and sector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from math import isfinite
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .features import qgs_features
from .fields.quantities import QUANTITIES
from .results import Output

if TYPE_CHECKING:
    import numpy as np

    from ...core.arrays import Numbers
    from ...core.change.quantities import DatedAmounts, PeriodAmounts
    from ...core.geometry.partition import Partition
    from ..inputs.daily_table import DailyTable
    from .series_layers import PeriodTables
    from .series_rows import PeriodTable

KM2 = 1e6  # in m²
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
LEAST_COVER = 0.9  # of a period that the dates of events must span


def reported_spans(tables: PeriodTables) -> list[tuple[datetime, datetime]]:
    """Return the time of each period in the dates of those who report: its nominal days, as far as the maps go."""
    offset, spans = timedelta(days=tables.series.offset_days), []
    for table in tables.periods:
        start, end = table.period.start, table.period.end
        if table.dates and not table.period.complete:
            start, end = max(start, table.dates.before), min(end, table.dates.after)
        spans.append((_less(start, offset), _less(end, offset)))
    return spans


def _less(instant: datetime, offset: timedelta) -> datetime:
    """An instant less an offset; where that leaves the years 1 to 9999, their end."""
    try:
        return instant - offset
    except OverflowError:
        end = datetime.min if offset > timedelta(0) else datetime.max
        return end.replace(tzinfo=timezone.utc)


def quantity_outputs(daily: DailyTable | None, tables: PeriodTables) -> Iterator[Output]:
    """Yield QUANTITIES where there is a table."""
    if daily is not None:
        title = QCoreApplication.translate("FrontlineChange", "Your amounts beside the change {dates}")
        yield Output(
            "QUANTITIES",
            QUANTITIES,
            QgsWkbTypes.Type.NoGeometry,
            title.format(dates=tables.series.dates),
            None,
            qgs_features(QUANTITIES, quantity_rows(daily, tables)),
        )


def quantity_rows(daily: DailyTable, tables: PeriodTables) -> Iterator[dict[str, Any]]:
    """Yield the fields of QUANTITIES, period by period, quantity by quantity and sector by sector."""
    from ...core.change.quantities import amounts_between

    sector_km2 = _sector_km2(daily, tables.context.measurement_context.partition)
    for table, span in zip(tables.periods, reported_spans(tables)):
        ground = _Ground.of(table, is_whole=daily.is_whole)
        start_days, end_days = ((at - EPOCH) / timedelta(days=1) for at in span)
        for name, amounts in daily.quantities.items():
            found = amounts_between(amounts, start_days, end_days, len(daily.sectors))
            columns = _columns(amounts, found, ground, sector_km2)
            for sector, sector_name in enumerate(daily.sectors):
                yield {
                    "period": table.period.name,
                    "complete": table.period.complete,
                    "sector": sector_name,
                    "date_before": table.dates.before if table.dates else None,
                    "date_after": table.dates.after if table.dates else None,
                    "days": table.dates.days if table.dates else None,
                    "quantity": name,
                    **{field: float(values[sector]) for field, values in columns.items()},
                    "table_rows": int(found.rows[sector]),
                    "first_dated": _instant(found.first_days[sector]),
                    "last_dated": _instant(found.last_days[sector]),
                    "source": daily.sources or None,
                    "in_words": _in_words(name, columns, sector, daily),
                    "warning": "; ".join(_warnings(amounts, found, ground, sector, end_days - start_days)) or None,
                }


@dataclass(frozen=True)
class _Ground:
    """What moved in a period, per row of the table's sectors, in km²; NaN without data."""

    gained: Numbers
    gained_se: Numbers
    net: Numbers
    has_maps: bool

    @staticmethod
    def of(period: PeriodTable, *, is_whole: bool) -> _Ground:
        """Return that of a period; the standard errors of sectors add up as independent ones."""
        import numpy as np

        if period.numbers is None:
            return _Ground(*(np.full(1, np.nan),) * 3, has_maps=False)
        gained, error, net = (period.numbers[name] for name in ("gained_km2", "gained_se_km2", "net_km2"))
        if is_whole:
            gained, error, net = (np.array([each]) for each in (gained.sum(), np.sqrt((error**2).sum()), net.sum()))
        return _Ground(gained, error, net, has_maps=True)


def _columns(
    amounts: DatedAmounts, found: PeriodAmounts, ground: _Ground, sector_km2: Numbers
) -> dict[str, np.ndarray]:
    """The numbers of each sector by field."""
    import numpy as np

    from ...core.change.quantities import LEVELS, per_area, shares_pct

    count = len(found.amounts)
    gained, error, net = (np.broadcast_to(each, count) for each in (ground.gained, ground.gained_se, ground.net))
    amount_share, amount_all = shares_pct(found.amounts, found.is_known)
    gained_share, gained_all = shares_pct(gained, found.is_known)
    flow = np.full(count, np.nan) if amounts.kind == LEVELS else found.amounts
    of_gained = per_area(flow, gained, error)
    return {
        "amount": found.amounts,
        "amount_all": np.full(count, amount_all),
        "amount_share_pct": amount_share,
        "gained_km2": gained,
        "gained_se_km2": error,
        "gained_all_km2": np.full(count, gained_all),
        "gained_share_pct": gained_share,
        "net_km2": net,
        "amount_per_km2": of_gained.per_km2,
        "amount_per_km2_low": of_gained.low,
        "amount_per_km2_high": of_gained.high,
        "amount_net_per_km2": per_area(flow, net).per_km2,
        "sector_km2": sector_km2,
        "amount_sector_per_km2": per_area(found.amounts, sector_km2).per_km2,
    }


def _sector_km2(table: DailyTable, partition: Partition) -> Numbers:
    """The area of each row's sector; NaN for the whole and for what is outside all sectors."""
    import numpy as np

    area_km2 = np.full(len(table.sectors), np.nan)
    if not table.is_whole:
        area_km2[: len(partition.names)] = partition.sector_area_m2 / KM2
    return area_km2


def _warnings(
    amounts: DatedAmounts, found: PeriodAmounts, ground: _Ground, sector: int, period_days: float
) -> Iterator[str]:
    """Why an amount or a ratio of a sector is empty, and what the amount lacks."""
    from ...core.change.change_points import MOVED_M2
    from ...core.change.quantities import EVENTS, LEVELS, REPORTS

    tr = QCoreApplication.translate
    covered_days = found.covered_days[sector]
    if not amounts.is_named(len(found.amounts))[sector]:
        yield tr("FrontlineChange", "the table does not name this sector")
    elif found.is_cut[sector]:
        yield tr("FrontlineChange", "reports of the table cover other time than the period, so their sum is not of it")
    elif not found.is_known[sector]:
        yield tr("FrontlineChange", "the table has nothing in this period")
    elif amounts.kind == REPORTS and covered_days <= period_days - 0.99:
        yield tr("FrontlineChange", "reports for {days} of {all} days").format(
            days=formatting.number(covered_days, 0), all=formatting.number(period_days, 0)
        )
    elif amounts.kind == EVENTS and covered_days < LEAST_COVER * period_days:
        yield tr("FrontlineChange", "the table's dates span {days} of {all} days").format(
            days=formatting.number(covered_days, 0), all=formatting.number(period_days, 0)
        )
    if not ground.has_maps:
        yield tr("FrontlineChange", "no map came within this period")
    elif found.is_known[sector] and amounts.kind != LEVELS and ground.gained[sector] < MOVED_M2 / KM2:
        yield tr("FrontlineChange", "too little was gained to divide by")
    if found.is_known[sector] and not found.is_known.all():
        yield tr("FrontlineChange", "shares are of the {count} sectors with an amount").format(
            count=int(found.is_known.sum())
        )


def _in_words(quantity: str, columns: dict[str, np.ndarray], sector: int, daily: DailyTable) -> str | None:
    """The shares of a sector, or the amount per km² of the whole, with their numbers and source; None without them."""
    tr, of = QCoreApplication.translate, {name: float(values[sector]) for name, values in columns.items()}
    wanted = ("amount_per_km2",) if daily.is_whole else ("amount_share_pct", "gained_share_pct")
    if not all(isfinite(of[name]) for name in wanted):
        return None
    text = (
        tr("FrontlineChange", "{ratio} of {quantity} per km² gained ({amount} for {gained}; {source})")
        if daily.is_whole
        else tr(
            "FrontlineChange",
            "{gained_share} % of the ground gained ({gained} of {gained_all}), {amount_share} % of {quantity} "
            "({amount} of {amount_all}; {source})",
        )
    )
    return text.format(
        quantity=quantity,
        ratio=formatting.number(of["amount_per_km2"], 1) if daily.is_whole else "",
        amount=formatting.significant(of["amount"]),
        amount_all=formatting.significant(of["amount_all"]),
        amount_share=formatting.number(of["amount_share_pct"], 0),
        gained=formatting.area_text(of["gained_km2"]),
        gained_all=formatting.area_text(of["gained_all_km2"]),
        gained_share=formatting.number(of["gained_share_pct"], 0),
        source=daily.sources or tr("FrontlineChange", "source not given"),
    )


def _instant(days: float) -> datetime | None:
    """An instant from its days since 1970; None for NaN and for what always holds."""
    return EPOCH + timedelta(days=days) if isfinite(days) else None
