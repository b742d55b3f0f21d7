# SPDX-License-Identifier: GPL-2.0-or-later
"""Shares of a period's change in the country and in its sector, with their denominators, and the running total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...core.maps.periods import SECONDS_PER_DAY
from ...core.units import KM2
from ..conversion import qdatetime
from ..inputs.comparisons import ComparisonOptions
from .series_rows import PeriodTable

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.step_sums import StepSums
    from ...core.geometry.partition import Partition


@dataclass(frozen=True)
class Shares:
    """What the shares and the running total of every period are computed from.

    `sector_km2` (rows,) is NaN for ground in no sector.
    """

    options: ComparisonOptions
    instants: Sequence[datetime]
    sector_km2: np.ndarray
    sums: StepSums | None

    @classmethod
    def of(
        cls, options: ComparisonOptions, instants: Sequence[datetime], partition: Partition, sums: StepSums | None
    ) -> Shares:
        """Return the shares of a run; `instants` are those of its maps."""
        import numpy as np

        return cls(options, instants, np.append(partition.sector_area_m2 / KM2, np.nan), sums)

    @property
    def since(self) -> int:
        """The index of the map from which the running total counts."""
        return self.sums.first if self.options.since_index is None else self.options.since_index

    def columns(self, table: PeriodTable) -> dict[str, np.ndarray]:
        """Return the figures (rows,) of a period that has data, by field."""
        net_km2, held_km2 = table.numbers["net_km2"], table.numbers["held_after_km2"]
        found = {
            "sector_km2": self.sector_km2,
            "sector_net_points": 100 * net_km2 / self.sector_km2,
            "sector_held_pct": 100 * held_km2 / self.sector_km2,
        }
        if self.options.denominator is not None:
            found["net_points"] = 100 * net_km2 / self.options.denominator.area_km2
            found["held_share_pct"] = 100 * held_km2 / self.options.denominator.area_km2
        if table.period.last > self.since:
            gained_m2, lost_m2 = self.sums.between(self.since, table.period.last)
            found["running_total_km2"] = (gained_m2 - lost_m2) / KM2
            found["running_km2_day"] = found["running_total_km2"] / self._running_days(table)
            if self.options.denominator is not None:
                found["running_points"] = 100 * found["running_total_km2"] / self.options.denominator.area_km2
        return found

    def named(self, table: PeriodTable) -> dict[str, Any]:
        """Return what is the same in all rows of the period, by field."""
        found: dict[str, Any] = {}
        if self.options.denominator is not None:
            found["denominator_name"] = self.options.denominator.name
            found["denominator_km2"] = self.options.denominator.area_km2
        if table.period.last > self.since:
            found["total_since"] = qdatetime(self.instants[self.since])
            found["running_days"] = self._running_days(table)
        return found

    def _running_days(self, table: PeriodTable) -> float:
        """The days that the running total of a period covers."""
        return (table.dates.after - self.instants[self.since]).total_seconds() / SECONDS_PER_DAY
