# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates of capture as table rows: one for each fragment of ground, and one for each period and sector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...core.maps.periods import SECONDS_PER_DAY
from ...core.units import KM2

if TYPE_CHECKING:
    from ...core.change.capture import Captured
    from ...core.maps.periods import Period

NO_CHANGE = "none"


def always_held_row(sector: str, area_m2: float, instants: Sequence[datetime]) -> dict[str, Any]:
    """Return the fields of CAPTURE for the ground held on all maps."""
    return {
        "sector": sector,
        "period": None,
        "change": NO_CHANGE,
        "kind": "ground",
        "holder": "held",
        "held_at_start": True,
        "first_capture": None,
        "last_capture": None,
        "last_change": None,
        "days_held": (instants[-1] - instants[0]).total_seconds() / SECONDS_PER_DAY,
        "times_changed": 0,
        "area_km2": area_m2 / KM2,
        "width_m": None,
        "date_before": None,
        "date_after": None,
    }


def summary_rows(
    captured: Captured,
    sectors: Sequence[str],
    periods: Sequence[Period],
    instants: Sequence[datetime],
    warnings: Sequence[str],
) -> Iterator[dict[str, Any]]:
    """Yield a row for each period and sector; the numbers of a period without data are empty, not zero."""
    sums = captured.per_period()
    step = 0
    for period, warning in zip(periods, warnings):
        has_data = period.first is not None
        for row, sector in enumerate(sectors):
            values = {
                "period": period.name,
                "complete": period.complete,
                "sector": sector,
                "date_before": instants[step] if has_data else None,
                "date_after": instants[step + 1] if has_data else None,
                **dict.fromkeys(("gained_km2", "held_since_km2", "lost_again_km2", "lost_km2", "net_km2")),
                "warning": warning,
            }
            if has_data:
                gained, kept, lost = (
                    float(areas[step, row]) / KM2 for areas in (sums.gained_m2, sums.held_since_m2, sums.lost_m2)
                )
                values |= {
                    "gained_km2": gained,
                    "held_since_km2": kept,
                    "lost_again_km2": max(gained - kept, 0.0),
                    "lost_km2": lost,
                    "net_km2": gained - lost,
                }
            yield values
        step += has_data
