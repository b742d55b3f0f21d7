# SPDX-License-Identifier: GPL-2.0-or-later
"""Results under their public names and in the units of the tables: core measures in metres, tables use km."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..maps.periods import SECONDS_PER_DAY
from ..units import KM, KM2

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..maps.periods import Period
    from .capture import Captured
    from .pair import Measurement

COLUMN = "column"

# What happened to a fragment of ground, by whether it was held at the start and is held at the end.
CAPTURE_CHANGES = {
    (False, True): "gained",
    (True, False): "lost",
    (False, False): "gained and lost",
    (True, True): "lost and regained",
}


def _of(column: Callable[[Measurement, float], NDArray[np.generic]]) -> dict[str, Any]:
    """How to compute the column (rows,) of a figure from a measurement and the days between its maps."""
    return {COLUMN: column}


@dataclass(frozen=True)
class ChangeFigures:
    """The fields of CHANGE for one sector, without settlements, and how each is computed from a measurement.

    A new figure is one line here. The bounds of net by class need measurements of their own.
    """

    sector: str
    date_before: datetime
    date_after: datetime
    days: float
    held_before_km2: float = field(metadata=_of(lambda m, days: m.held_before_m2 / KM2))
    held_after_km2: float = field(metadata=_of(lambda m, days: m.held_after_m2 / KM2))
    gained_km2: float = field(metadata=_of(lambda m, days: m.gained_m2 / KM2))
    lost_km2: float = field(metadata=_of(lambda m, days: m.lost_m2 / KM2))
    net_km2: float = field(metadata=_of(lambda m, days: m.net_m2 / KM2))
    gained_se_km2: float = field(metadata=_of(lambda m, days: m.gained_se_m2 / KM2))
    lost_se_km2: float = field(metadata=_of(lambda m, days: m.lost_se_m2 / KM2))
    net_se_km2: float = field(metadata=_of(lambda m, days: m.net_se_m2 / KM2))
    significant: bool = field(metadata=_of(lambda m, days: m.significant))
    net_low_km2: float | None
    net_high_km2: float | None
    net_km2_day: float = field(metadata=_of(lambda m, days: m.net_m2 / days / KM2))
    net_se_km2_day: float = field(metadata=_of(lambda m, days: m.net_se_m2 / days / KM2))
    noise_gained_km2: float = field(metadata=_of(lambda m, days: m.noise_gained_m2 / KM2))
    noise_lost_km2: float = field(metadata=_of(lambda m, days: m.noise_lost_m2 / KM2))
    lodgement_km2: float = field(metadata=_of(lambda m, days: m.lodgement_m2 / KM2))
    advance_max_km: float | None = field(metadata=_of(lambda m, days: m.gained.depth.max_m / KM))
    advance_max_se_km: float | None = field(metadata=_of(lambda m, days: m.gained.depth.max_se_m / KM))
    advance_p95_km: float | None = field(metadata=_of(lambda m, days: m.gained.depth.p95_m / KM))
    advance_p95_se_km: float | None = field(metadata=_of(lambda m, days: m.gained.depth.p95_se_m / KM))
    advance_mean_km: float | None = field(metadata=_of(lambda m, days: m.gained.depth.mean_m / KM))
    advance_mean_se_km: float | None = field(metadata=_of(lambda m, days: m.gained.depth.mean_se_m / KM))
    retreat_max_km: float | None = field(metadata=_of(lambda m, days: m.lost.depth.max_m / KM))
    retreat_max_se_km: float | None = field(metadata=_of(lambda m, days: m.lost.depth.max_se_m / KM))
    retreat_p95_km: float | None = field(metadata=_of(lambda m, days: m.lost.depth.p95_m / KM))
    retreat_p95_se_km: float | None = field(metadata=_of(lambda m, days: m.lost.depth.p95_se_m / KM))
    retreat_mean_km: float | None = field(metadata=_of(lambda m, days: m.lost.depth.mean_m / KM))
    retreat_mean_se_km: float | None = field(metadata=_of(lambda m, days: m.lost.depth.mean_se_m / KM))
    front_before_km: float | None = field(metadata=_of(lambda m, days: m.front_before_m / KM))
    front_after_km: float | None = field(metadata=_of(lambda m, days: m.front_after_m / KM))


def change_columns(result: Measurement, days: float) -> dict[str, NDArray[np.generic]]:
    """Return the fields of CHANGE for each row of the partition, by field name (rows,); NaN for no reading.

    `days` is the time between the two maps.
    """
    return {one.name: one.metadata[COLUMN](result, days) for one in fields(ChangeFigures) if COLUMN in one.metadata}


def capture_fragments(
    captured: Captured, sectors: Sequence[str], periods: Sequence[Period], instants: Sequence[datetime]
) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield the fields of CAPTURE and the geometry in the frame of each fragment of ground that changed hands.

    The order is by period of the last capture, earliest first, then by area, largest first. `periods` join each of the
    maps to the next; `instants` are the dates of the maps.
    """
    import numpy as np

    control_changes = captured.control_changes
    first, last, change = control_changes.first_capture, control_changes.last_capture, control_changes.last_change
    at_start, at_end, times = control_changes.held_at_start, control_changes.held_at_end, control_changes.times_changed
    seconds = np.array([(instant - instants[0]).total_seconds() for instant in instants])
    days_held = control_changes.days_held(seconds / SECONDS_PER_DAY)
    for fragment in np.lexsort([-captured.area_m2, last]):
        was_captured = bool(last[fragment])
        yield (
            {
                "sector": sectors[captured.row[fragment]],
                "period": periods[last[fragment] - 1].name if was_captured else None,
                "change": CAPTURE_CHANGES[bool(at_start[fragment]), bool(at_end[fragment])],
                "kind": str(captured.kind[fragment]),
                "holder": "held" if at_end[fragment] else "other",
                "held_at_start": bool(at_start[fragment]),
                "first_capture": instants[first[fragment]] if was_captured else None,
                "last_capture": instants[last[fragment]] if was_captured else None,
                "last_change": instants[change[fragment]],
                "days_held": float(days_held[fragment]),
                "times_changed": int(times[fragment]),
                "area_km2": float(captured.area_m2[fragment]) / KM2,
                "width_m": float(captured.width_m[fragment]),
                "date_before": instants[last[fragment] - 1] if was_captured else None,
                "date_after": instants[last[fragment]] if was_captured else None,
            },
            captured.geometries[fragment],
        )
