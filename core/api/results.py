# SPDX-License-Identifier: GPL-2.0-or-later
"""The results: figures of a change, of a period and of captured ground, with the field names of the tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import Numbers
from ..change.class_bounds import BOUNDS
from ..change.figures import ChangeFigures, change_columns
from ..change.pair import Measurement
from ..libraries import shapely
from ..maps.periods import SECONDS_PER_DAY
from ..units import KM2


@dataclass(frozen=True)
class SectorChange(ChangeFigures):
    """The change in one sector between two maps. The fields are those of CHANGE, without settlements.

    Areas are in km², depths and front lengths in km; `_se_` is one standard error. A depth is None if no ground with a
    depth moved, a front length if there is no theatre; `net_low_km2` and `net_high_km2` are None unless a map has
    contested or claimed ground. The sums add up the gross changes from map to map of a series; for two maps they equal
    gained and lost.
    """

    gained_sum_km2: float
    lost_sum_km2: float

    @property
    def churn_km2(self) -> float:
        """Gained and lost together."""
        return self.gained_km2 + self.lost_km2


@dataclass(frozen=True)
class Change(SectorChange):
    """The change as a whole (`sector` is `all`), and by sector name if sectors were given.

    `sectors` ends with `outside all sectors`. `shared_fraction` is the fraction of edges that both maps share: if it is
    low, one of them was drawn or saved with other vertices, and much of the change may be redrawing.
    """

    sectors: Mapping[str, SectorChange]
    shared_fraction: float


@dataclass(frozen=True)
class PeriodChange:
    """One period of a series.

    `period` is the nominal start (`2025-06`, `2025-W23`, `2025-06-14`); `start` and `end` are its boundaries with the
    offset; `complete` is whether the maps span it. `maps` are the dates of the maps within it. `change` is None if
    there is no new map, which differs from a change of zero. `redrawn` are the dates of maps that share less than half
    of their edges with the previous map, `empty` those of maps with nothing held.
    """

    period: str
    complete: bool
    start: dt.datetime
    end: dt.datetime
    maps: tuple[dt.datetime, ...]
    change: Change | None
    redrawn: tuple[dt.datetime, ...]
    empty: tuple[dt.datetime, ...]


@dataclass(frozen=True, eq=False)
class CapturedGround:
    """A connected area that changed hands in a series, in one sector and with one history.

    The fields are those of CAPTURE; `change` is `gained`, `lost`, `gained and lost` or `lost and regained`. Dates of
    capture are None for ground that was only lost. `area_km2` is measured in the equal-area plane; `width_m` is the
    mean width. `geometry` is in longitude and latitude (EPSG:4326); across 180° longitudes continue without a jump.
    """

    sector: str
    period: str | None
    change: str
    kind: str
    holder: str
    held_at_start: bool
    first_capture: dt.datetime | None
    last_capture: dt.datetime | None
    last_change: dt.datetime
    days_held: float
    times_changed: int
    area_km2: float
    width_m: float
    date_before: dt.datetime | None
    date_after: dt.datetime | None
    geometry: shapely.Geometry


def rows_of(
    result: Measurement,
    before: dt.datetime,
    after: dt.datetime,
    bounds_m2: Mapping[str, Numbers],
    gained_sum_m2: Numbers,
    lost_sum_m2: Numbers,
) -> list[SectorChange]:
    """Return a measurement as one result for each row of its partition; all arrays are (rows,)."""
    days = (after - before).total_seconds() / SECONDS_PER_DAY
    names = result.partition.row_names
    columns = {
        **dict.fromkeys(BOUNDS, np.full(len(names), np.nan)),
        **change_columns(result, days),
        **{name: values / KM2 for name, values in bounds_m2.items()},
        "gained_sum_km2": gained_sum_m2 / KM2,
        "lost_sum_km2": lost_sum_m2 / KM2,
    }
    dates: dict[str, Any] = {"date_before": before, "date_after": after, "days": days}
    return [
        SectorChange(sector=name, **dates, **{field: _plain(values[row]) for field, values in columns.items()})
        for row, name in enumerate(names)
    ]


def change_of(rows: Sequence[Sequence[SectorChange]], shared_fraction: float) -> Change:
    """Return the whole (the first item) with its sectors (the other items, if any)."""
    whole, *sectors = rows
    by_name = {one.sector: one for several in sectors for one in several}
    return Change(**vars(whole[0]), sectors=by_name, shared_fraction=shared_fraction)


def _plain(value: Any) -> Any:
    """A numpy number as a Python number; None for NaN."""
    return None if np.isnan(value) else value.item()
