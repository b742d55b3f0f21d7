# SPDX-License-Identifier: GPL-2.0-or-later
"""The results of a series as table rows: the fields of a pair for each period, running totals and ranks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.change.figures import KM2, change_columns
from ..conversion import qdatetime
from .change_rows import MapDates as Dates

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.places import ChangedPlaces
    from ...core.change.series import PeriodResult
    from ...core.maps.periods import Period

NAMED_SNAPSHOTS = 31


@dataclass(frozen=True)
class PeriodTable:
    """The results of one period: dates, numbers by field with one value per sector (None without data), and remarks."""

    period: Period
    dates: Dates | None
    numbers: Mapping[str, np.ndarray] | None
    snapshots_used: str
    warning: str


def period_table(
    result: PeriodResult,
    dates: Dates,
    places: ChangedPlaces | None,
    bounds: Mapping[str, np.ndarray],
    snapshots_used: str,
    warning: str,
) -> PeriodTable:
    """Return the results of a period that has data; `bounds` holds the bounds of net by class, if any."""
    import numpy as np

    rows = len(result.gained_sum_m2)
    numbers = {**change_columns(result.measurement, dates.days), **bounds}
    if places is not None:
        numbers["places_gained"] = np.bincount(places.row[places.gained], minlength=rows)
        numbers["places_lost"] = np.bincount(places.row[~places.gained], minlength=rows)
    numbers["churn_km2"] = numbers["gained_km2"] + numbers["lost_km2"]
    numbers["gained_sum_km2"] = result.gained_sum_m2 / KM2
    numbers["lost_sum_km2"] = result.lost_sum_m2 / KM2
    whole_km2 = numbers["gained_km2"].sum()
    numbers["share_pct"] = 100 * numbers["gained_km2"] / whole_km2 if whole_km2 > 0 else np.full(rows, np.nan)
    return PeriodTable(result.period, dates, numbers, snapshots_used, warning)


def series_rows(tables: Sequence[PeriodTable], sectors: Sequence[str], fields: Sequence[str]) -> Iterator[list[Any]]:
    """Yield rows of SERIES, values in the order of `fields`, period by period and sector by sector.

    `share_pct` is the sector's share of all ground gained in the period; `net_total_km2` is the running sum of net;
    `rank` is 1 for the largest net of the sector's series (null: net was not above zero); `largest_since` is the last
    earlier period whose net was at least as large (null: there is none).
    """
    nets = [table.numbers["net_km2"].tolist() if table.numbers else [None] * len(sectors) for table in tables]
    ranks, as_large = (
        [list(each) for each in zip(*map(of_sector, zip(*nets)))] for of_sector in (_ranks, _last_as_large)
    )
    totals = [0.0] * len(sectors)
    for number, table in enumerate(tables):
        columns: dict[str, Sequence[Any]] = {"sector": sectors}
        same = {
            "period": table.period.name,
            "complete": table.period.complete,
            "snapshots_used": table.snapshots_used or None,
            "warning": table.warning or None,
        }
        if table.numbers and table.dates:
            totals = [total + net for total, net in zip(totals, nets[number])]
            same["date_before"], same["date_after"] = qdatetime(table.dates.before), qdatetime(table.dates.after)
            same["days"] = table.dates.days
            columns |= {name: _plain(values) for name, values in table.numbers.items()}
            columns["net_total_km2"] = totals
            columns["rank"] = ranks[number]
            columns["largest_since"] = [None if at is None else tables[at].period.name for at in as_large[number]]
        for name in fields:
            columns.setdefault(name, [same.get(name)] * len(sectors))
        yield from map(list, zip(*(columns[name] for name in fields)))


def snapshots_text(days: Sequence[str]) -> str:
    """Return the dates of a period's snapshots: all of them for a month, else their number and the first and last."""
    if len(days) <= NAMED_SNAPSHOTS + 1:
        return ", ".join(days)
    return f"{len(days)}: {days[0]} … {days[-1]}"


def period_warning(
    period: Period,
    instants: Sequence[datetime],
    usual_step_days: float,
    redrawn: Sequence[int] = (),
    empty: Sequence[int] = (),
) -> str:
    """Return the warnings about a period with data as one text; empty for none.

    `redrawn` and `empty` are the indexes of maps that were mostly redrawn, or in which nothing is held.
    """
    tr = QCoreApplication.translate
    found = []
    for age_days, index, text in zip(
        period.stale_days(instants),
        (period.first, period.last),
        (
            tr("FrontlineChange", "the map at the start ({date}) was {age} days old, the usual step is {step}"),
            tr("FrontlineChange", "the map at the end ({date}) was {age} days old, the usual step is {step}"),
        ),
    ):
        if age_days >= usual_step_days > 0:
            found.append(
                text.format(
                    date=formatting.iso_day(instants[index]),
                    age=formatting.number(age_days, 1),
                    step=formatting.number(usual_step_days, 1),
                )
            )
    for indexes, text in (
        (
            redrawn,
            tr("FrontlineChange", "most of the map was drawn anew on {days}: part of the change may be redrawing"),
        ),
        (empty, tr("FrontlineChange", "nothing is held on {days}")),
    ):
        if indexes:
            found.append(text.format(days=", ".join(formatting.iso_day(instants[index]) for index in indexes[:5])))
    return "; ".join(found)


def _plain(values: np.ndarray) -> list[Any]:
    """Numbers as Python floats; None for NaN and infinity."""
    return [value if value - value == 0 else None for value in values.tolist()]


def _ranks(values: Sequence[float | None]) -> list[int | None]:
    """1 for the largest value, the same rank for equal values; None where a value is None or not above zero."""
    ascending = sorted(value for value in values if value)
    return [1 + len(ascending) - bisect_right(ascending, value) if value and value > 0 else None for value in values]


def _last_as_large(values: Sequence[float | None]) -> list[int | None]:
    """For each value the index of the last earlier one that is at least as large."""
    found: list[int | None] = []
    larger: list[int] = []  # indexes of values that no later value exceeds, from large to small
    for index, value in enumerate(values):
        if value is None:
            found.append(None)
            continue
        while larger and values[larger[-1]] < value:
            larger.pop()
        found.append(larger[-1] if larger else None)
        larger.append(index)
    return found
