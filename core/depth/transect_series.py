# SPDX-License-Identifier: GPL-2.0-or-later
"""The front on transects over a series of dates: its distances, how it moved, and the statistics of each sector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..arrays import Numbers
from ..context import MeasurementContext
from .transect_statistics import Movement, Summary, movement, outcomes, summary
from .transects import Reading, Transects

SECONDS_PER_DAY = 86400
AHEAD_M = 100.0  # from the origin, to read the bearing of a transect


@dataclass(frozen=True)
class TransectSeries:
    """The front on n transects at d dates.

    `plane_m` and `position_m` (n, d) are the front's distances from the origins in the plane and on the ellipsoid,
    `errors_m` (n, d) the position errors of these readings, `net_m2` (n,) the ground gained less the ground lost
    nearest to each origin from the first date to the last, `row` (n,) the row of the partition, and `row_net_m2`
    (rows,) the net change of each row. `strip_net_m2` (n,) is what changed hands in the strip of each transect. Areas
    are NaN where only lines were read. Rates are per `unit_days`. `whole` sums up all transects, `by_row` those of each
    row.
    """

    transects: Transects
    instants: Sequence[datetime]
    errors_m: Numbers
    plane_m: Numbers
    position_m: Numbers
    net_m2: Numbers
    strip_net_m2: Numbers
    row: NDArray[np.int64]
    row_net_m2: Numbers
    bearing_deg: Numbers
    moved: Movement
    unit_days: float
    whole: Summary
    by_row: Sequence[Summary]

    @property
    def days(self) -> float:
        """The time from the first date to the last, in days."""
        return (self.instants[-1] - self.instants[0]).total_seconds() / SECONDS_PER_DAY

    @cached_property
    def outcomes(self) -> list[str]:
        """The outcome of each transect from its oldest reading to its newest, as `outcomes` names it."""
        return outcomes(self.moved, self.strip_net_m2, self.transects.width_m)


def transect_series(
    transects: Transects,
    readings: Sequence[Reading],
    instants: Sequence[datetime],
    errors_m: Numbers,
    net_m2: Numbers | None,
    row_net_m2: Numbers | None,
    context: MeasurementContext,
    *,
    unit_days: float,
    level: float,
) -> TransectSeries:
    """Return the movement and the statistics of the readings at d instants, in time order.

    `errors_m` are the position errors of the maps (d,) or of each reading (n, d), `net_m2` (n,) the ground gained less
    the ground lost nearest to each origin, `row_net_m2` (rows,) the net change of each row (None for lines, which have
    no area), and `level` the level of confidence, such as 0.95. The first and the last reading of areas need their
    `strips_m2`. Raises InputError for fewer than two dates.
    """
    plane_m = np.array([reading.plane_m for reading in readings]).T
    position_m = np.array([reading.position_m for reading in readings]).T
    unknown_m2 = np.full(len(transects), np.nan)
    first_m2, last_m2 = readings[0].strips_m2, readings[-1].strips_m2
    if net_m2 is None or row_net_m2 is None:
        net_m2, row_net_m2, first_m2, last_m2 = unknown_m2, np.full(context.rows, np.nan), unknown_m2, unknown_m2
    if first_m2 is None or last_m2 is None:
        raise ValueError("the first and the last reading need the held area of their strips")
    seconds = np.array([(instant - instants[0]).total_seconds() for instant in instants])
    moved = movement(position_m, seconds / SECONDS_PER_DAY / unit_days, errors_m, level)
    row = context.partition.row_of_points(transects.origin)
    _, bearing_deg = context.frame.geodesic_and_bearing(
        transects.origin, transects.origin + AHEAD_M * transects.direction
    )

    def summary_of(chosen: NDArray[np.bool_]) -> Summary:
        correlation_length_m = context.settings.correlation_length_m
        return summary(moved, net_m2, transects.width_m, transects.line, chosen, correlation_length_m)

    return TransectSeries(
        transects=transects,
        instants=instants,
        errors_m=np.broadcast_to(errors_m, position_m.shape),
        plane_m=plane_m,
        position_m=position_m,
        net_m2=net_m2,
        strip_net_m2=last_m2 - first_m2,
        row=row,
        row_net_m2=row_net_m2,
        bearing_deg=bearing_deg,
        moved=moved,
        unit_days=unit_days,
        whole=summary_of(np.ones(len(transects), dtype=bool)),
        by_row=[summary_of(row == number) for number in range(context.rows)],
    )
