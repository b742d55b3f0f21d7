# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows above those of a result: totals, and periods against sectors. Values are added up, nothing is measured."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from .columns import Column
from .model import ALL, FEATURE_ID, TOTAL, origin_key

# Sectors do not overlap: what they hold and what moved in them adds up. So does what moved in one period after another.
ADDS_UP_OVER_PERIODS = (
    "gained_km2",
    "lost_km2",
    "net_km2",
    "noise_gained_km2",
    "noise_lost_km2",
    "lodgement_km2",
    "places_gained",
    "places_lost",
    "churn_km2",
    "gained_sum_km2",
    "lost_sum_km2",
    "held_since_km2",
    "lost_again_km2",
)
ADDS_UP_OVER_SECTORS = (
    *ADDS_UP_OVER_PERIODS,
    "held_before_km2",
    "held_after_km2",
    "net_low_km2",
    "net_high_km2",
    "net_km2_day",
    "front_before_km",
    "front_after_km",
    "net_total_km2",
)
DEEPEST = ("advance_max_km", "retreat_max_km")
OF_PERIOD = ("period", "date_before", "date_after", "days", "complete", "warning", "snapshots_used", "gained_all_km2")
LETTERS_IN_LINE = 12  # of the name of a sector above its column

Row = Mapping[str, Any]


def totals_of(rows: Sequence[Row], errors: Mapping[str, float]) -> Iterator[dict[str, Any]]:
    """Yield the total of each period where there are several sectors, then that of all rows; none of a single row.

    Rows of places have no total.

    `errors`: standard errors of the whole, by field.
    """
    if len(rows) < 2 or "sector" not in rows[0]:  # places do not add up
        return
    if "period" not in rows[0]:
        yield {**_added(rows, ADDS_UP_OVER_SECTORS), **_common(rows), **errors, "sector": ALL, FEATURE_ID: TOTAL}
        return
    periods = _by_period(rows)
    several = len({row.get("sector") for row in rows}) > 1
    of_periods = []
    for name, group in periods.items():
        of_periods.append(_of_period(name, group))
        if several:
            yield of_periods[-1]
    if len(periods) > 1:
        whole = _added(of_periods, ADDS_UP_OVER_PERIODS)
        yield {**whole, **errors, "period": ALL, "sector": ALL, FEATURE_ID: TOTAL}


def total_id(period: str) -> Hashable:
    """Return what stands for a feature in the total of a period."""
    return (TOTAL, period)


def measures_of(columns: Iterable[Column]) -> list[Column]:
    """Return the columns that can be shown for periods against sectors."""
    return [column for column in columns if column.field in (*ADDS_UP_OVER_SECTORS, *DEEPEST)]


def pivoted(
    measure: Column, period: Column, rows: Sequence[Row], *, hides_unchanged: bool
) -> tuple[list[Column], list[dict[str, Any]], list[dict[str, Any]]]:
    """Return columns, rows and the total of a table of periods against sectors, all sectors together first.

    Each row has under `origin_key(field)` the row that a cell comes from. `hides_unchanged`: without sectors in which
    the measure is zero throughout.
    """
    name = measure.field
    sectors = list(dict.fromkeys(row["sector"] for row in rows))
    if hides_unchanged:
        changed = {row["sector"] for row in rows if row.get(name)}
        sectors = [sector for sector in sectors if sector in changed]
    fields = {ALL: f"{name} {ALL}", **{sector: f"{name} in {sector}" for sector in sectors}}
    columns = [period] + [
        measure._replace(
            field=field, title=sector, lines=tuple(wrap(sector, LETTERS_IN_LINE, break_long_words=False)), error=""
        )
        for sector, field in fields.items()
    ]
    table: list[dict[str, Any]] = []
    for label, group in _by_period(rows).items():
        whole = _added(group, ADDS_UP_OVER_SECTORS)
        row = {"period": label, fields[ALL]: whole.get(name), FEATURE_ID: total_id(label)}
        for one in group:
            if one["sector"] in fields:
                row[fields[one["sector"]]] = one.get(name)
                row[origin_key(fields[one["sector"]])] = one
        table.append(row)
    total: dict[str, Any] = {"period": ALL, FEATURE_ID: TOTAL}
    for sector, field in fields.items():
        total[origin_key(field)] = {"period": ALL, "sector": sector, FEATURE_ID: TOTAL}
        total[field] = _added([{name: row.get(field)} for row in table], ADDS_UP_OVER_PERIODS).get(name)
    return columns, table, [total] if len(table) > 1 else []


def _lines(sector: str) -> tuple[str, ...]:
    return tuple(wrap(sector, LETTERS_IN_LINE, break_long_words=False))


def _by_period(rows: Sequence[Row]) -> dict[str, list[Row]]:
    periods: dict[str, list[Row]] = {}
    for row in rows:
        periods.setdefault(row.get("period", ""), []).append(row)
    return periods


def _of_period(name: str, rows: Sequence[Row]) -> dict[str, Any]:
    added = _added(rows, ADDS_UP_OVER_SECTORS)
    return {**added, **_common(rows), "period": name, "sector": ALL, FEATURE_ID: total_id(name)}


def _added(rows: Sequence[Row], fields: Iterable[str]) -> dict[str, Any]:
    """Return sums, and the deepest of the depths; None where nothing was read."""
    values: dict[str, Any] = {}
    for names, join in ((fields, sum), (DEEPEST, max)):
        for name in names:
            read = [row[name] for row in rows if row.get(name) is not None]
            values[name] = join(read) if read else None
    return values


def _common(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the values that all rows share, of the fields that belong to a period."""
    return {name: rows[0].get(name) for name in OF_PERIOD if all(row.get(name) == rows[0].get(name) for row in rows)}
