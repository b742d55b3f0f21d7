# SPDX-License-Identifier: GPL-2.0-or-later
"""Rolling windows over a series as rows of ROLLING: what was gained and lost in the days before each map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, cycle, repeat
from typing import Any

from ...core.change.figures import KM2
from ...core.reference_areas import KM2_PER_SQUARE_MILE
from ..conversion import qdatetime
from ..inputs.comparisons import ComparisonOptions
from .fields.comparisons import ROLLING
from .series_layers import PeriodTables
from .series_rows import plain_values


def rolling_rows(tables: PeriodTables, options: ComparisonOptions, sectors: Sequence[str]) -> Iterator[list[Any]]:
    """Yield rows of ROLLING, values in the order of its fields: by window, by its last map, and by sector."""
    import numpy as np

    from ...core.arrays import NO_INDEX
    from ...core.change.comparisons import per_cent
    from ...core.change.step_sums import Windows

    sums = tables.step_sums
    if sums is None:
        return
    denominator = options.denominator
    dates = [qdatetime(instant) for instant in tables.series.instants]
    for window_days in options.windows_days:
        windows = Windows.of(tables.series.instants, sums.first, sums.last, window_days)
        gained_m2, lost_m2 = sums.between(windows.start, windows.end)
        net_km2 = (gained_m2 - lost_m2) / KM2
        gained_before_m2, lost_before_m2 = sums.between(np.maximum(windows.before, sums.first), windows.start)
        has_before = (windows.before != NO_INDEX)[:, np.newaxis]
        previous_km2 = np.where(has_before, (gained_before_m2 - lost_before_m2) / KM2, np.nan)
        by_sector = {
            "gained_sum_km2": gained_m2 / KM2,
            "lost_sum_km2": lost_m2 / KM2,
            "net_km2": net_km2,
            "net_km2_day": net_km2 / windows.days[:, np.newaxis],
            "net_sqmi": net_km2 / KM2_PER_SQUARE_MILE,
            "net_points": 100 * net_km2 / (denominator.area_km2 if denominator else np.nan),
            "previous_net_km2": previous_km2,
            "previous_difference_km2": net_km2 - previous_km2,
            "previous_change_pct": per_cent(net_km2 - previous_km2, previous_km2),
        }
        by_window = {
            "window_days": repeat(window_days),
            "denominator_name": repeat(denominator.name if denominator else None),
            "denominator_km2": repeat(denominator.area_km2 if denominator else None),
            "date_before": [dates[start] for start in windows.start],
            "date_after": [dates[end] for end in windows.end],
            "days": windows.days.tolist(),
            "complete": windows.is_whole.tolist(),
            "previous_date_before": [None if before == NO_INDEX else dates[before] for before in windows.before],
        }
        columns: dict[str, Iterable[Any]] = {name: plain_values(values.ravel()) for name, values in by_sector.items()}
        for name, each in by_window.items():
            columns[name] = chain.from_iterable(repeat(value, len(sectors)) for value in each)
        columns["sector"] = cycle(sectors)
        yield from map(list, zip(*(columns[name] for name in ROLLING)))
