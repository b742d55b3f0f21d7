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
from ...core.change.class_bounds import BOUNDS
from ...core.change.figures import change_columns
from ...core.units import KM2
from .. import plausibility
from ..conversion import qdatetime
from .change_rows import MapDates as Dates

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.places import ChangedPlaces
    from ...core.change.series import PeriodResult
    from ...core.maps.periods import Period

DAYS_WITHOUT_YEAR = 180  # between two days that are told apart without their years
NAMED_SNAPSHOTS = 31
NAMED_MAPS = 5  # at most, in a warning


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
    numbers["gained_all_km2"] = np.full(rows, whole_km2)
    return PeriodTable(result.period, dates, numbers, snapshots_used, warning)


def series_rows(tables: Sequence[PeriodTable], sectors: Sequence[str], fields: Sequence[str]) -> Iterator[list[Any]]:
    """Yield rows of SERIES, values in the order of `fields`, period by period and sector by sector.

    `share_pct` is the sector's share of all ground gained in the period; `net_total_km2` is the running sum of net;
    `rank` is 1 for the largest net of the sector's series (null: net was not above zero); `largest_since` is the last
    earlier period whose net was at least as large (null: there is none); `pace_run` is for how many periods in a row
    net a day has grown. Incomplete periods take no part in them.
    """
    from ...core.change.comparisons import last_as_large
    from ...core.change.pace_runs import pace_runs

    nothing: list[float | None] = [None] * len(sectors)
    nets = [table.numbers["net_km2"].tolist() if table.numbers else nothing for table in tables]
    whole = [net if table.period.complete else nothing for net, table in zip(nets, tables)]
    ranks, as_large = (
        [list(each) for each in zip(*map(of_sector, zip(*whole)))] for of_sector in (_ranks, last_as_large)
    )
    is_whole = [bool(table.numbers) and table.period.complete for table in tables]
    paces = [table.numbers["net_km2_day"].tolist() if one else nothing for one, table in zip(is_whole, tables)]
    runs = [list(each) for each in zip(*map(pace_runs, zip(*paces)))]
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
            columns |= {name: plain_values(values) for name, values in table.numbers.items()}
            columns["net_total_km2"] = totals
            columns["rank"] = ranks[number]
            columns["pace_run"] = runs[number]
            columns["largest_since"] = [None if at is None else tables[at].period.name for at in as_large[number]]
            if bounds := [columns[name] for name in BOUNDS if name in columns]:
                signs = (plausibility.sign_text(*both) for both in zip(*bounds))
                columns["warning"] = ["; ".join(filter(None, (table.warning, text))) or None for text in signs]
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
    ages_days = period.stale_days(instants)
    for age_days, index, boundary in zip(ages_days, (period.first, period.last), (period.start, period.end)):
        if age_days >= usual_step_days > 0:
            text = tr("FrontlineChange", "no map for {day}, so {used} stands in")
            with_year = age_days > DAYS_WITHOUT_YEAR
            days = (formatting.day_text(day, with_year=with_year) for day in (boundary, instants[index]))
            found.append(text.format(**dict(zip(("day", "used"), days))))
    return "; ".join([*found, *drawing_warnings(redrawn, empty, instants)])


def drawing_warnings(redrawn: Sequence[int], empty: Sequence[int], instants: Sequence[datetime]) -> list[str]:
    """Return the warnings about maps that were mostly redrawn, or in which nothing is held, by their indexes."""
    tr = QCoreApplication.translate
    texts = (
        tr("FrontlineChange", "most of the map was drawn anew on {days}: part of the change may be redrawing"),
        tr("FrontlineChange", "nothing is held on {days}"),
    )
    return [
        text.format(days=", ".join(formatting.iso_day(instants[index]) for index in indexes[:NAMED_MAPS]))
        for indexes, text in zip((redrawn, empty), texts)
        if indexes
    ]


def plain_values(values: np.ndarray) -> list[Any]:
    """Return numbers as Python floats; None for NaN and infinity."""
    return [value if value - value == 0 else None for value in values.tolist()]


def _ranks(values: Sequence[float | None]) -> list[int | None]:
    """1 for the largest value, the same rank for equal values; None where a value is None or not above zero."""
    ascending = sorted(value for value in values if value)
    return [1 + len(ascending) - bisect_right(ascending, value) if value and value > 0 else None for value in values]
