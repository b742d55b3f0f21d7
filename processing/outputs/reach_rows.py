# SPDX-License-Identifier: GPL-2.0-or-later
"""Reach as table rows: one for each sector, and one for each station of the profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...core.units import KM, KM2

if TYPE_CHECKING:
    import numpy as np

    from ...core.depth.reach import Profile, Reach
    from ...core.depth.transects import Transects
    from ...core.geometry.partition import Partition


@dataclass(frozen=True)
class ReachResult:
    """Reach after, and before where an earlier map was given; `row` (n,) is the sector that each station faces.

    `moved_se_m2` is the standard error of the strip's change per row, `position_error_m` the error of one map, and
    `distance_m` the search distance.
    """

    date_before: datetime | None
    date_after: datetime
    before: Reach | None
    after: Reach
    profile_before: Profile | None
    profile_after: Profile
    beyond: Any  # the ground held beyond the line after, in the frame
    stations: Transects
    row: np.ndarray
    bearing_deg: np.ndarray
    station_bearing_deg: np.ndarray
    moved_se_m2: np.ndarray | None
    position_error_m: float
    distance_m: float

    def max_km(self, found: Reach) -> np.ndarray:
        """Return the reach per row in km; 0 where a sector contains part of the line but no held ground."""
        import numpy as np

        return np.where(np.isnan(found.max_m) & (found.line_m > 0), 0.0, found.max_m) / KM


def reach_rows(result: ReachResult, partition: Partition) -> Iterator[dict[str, Any]]:
    """Yield the fields of REACH, one row of the partition at a time."""
    after, before = result.after, result.before
    max_km = result.max_km(after)
    max_before_km = None if before is None else result.max_km(before)
    error_km = result.position_error_m / KM
    for row, sector in enumerate(partition.row_names):
        values = {
            "sector": sector,
            "date_before": result.date_before,
            "date_after": result.date_after,
            "reach_max_km": float(max_km[row]),
            "reach_se_km": error_km if max_km[row] > 0 and not after.is_least[row] else None,
            "reach_at_least": bool(after.is_least[row]),
            "reach_p95_km": float(after.p95_m[row]) / KM,
            "reach_mean_km": float(after.mean_m[row]) / KM,
            "covered_km": float(after.covered_m[row]) / KM,
            "line_km": float(after.line_m[row]) / KM,
            "strip_km2": float(after.strip_m2[row]) / KM2,
            "strip_se_km2": float(after.strip_se_m2[row]) / KM2,
            "bearing_deg": float(result.bearing_deg[row]),
            "reach_max_before_km": None,
            "reach_before_at_least": None,
            "reach_max_change_km": None,
            "reach_change_se_km": None,
            "reach_mean_before_km": None,
            "covered_before_km": None,
            "strip_before_km2": None,
            "strip_change_km2": None,
            "strip_change_se_km2": None,
        }
        if before is not None and max_before_km is not None and result.moved_se_m2 is not None:
            is_known = not (after.is_least[row] or before.is_least[row])
            change_km = float(max_km[row] - max_before_km[row]) if is_known else None
            values |= {
                "reach_max_before_km": float(max_before_km[row]),
                "reach_before_at_least": bool(before.is_least[row]),
                "reach_max_change_km": change_km,
                "reach_change_se_km": None if change_km is None else error_km * 2**0.5 if change_km else 0.0,
                "reach_mean_before_km": float(before.mean_m[row]) / KM,
                "covered_before_km": float(before.covered_m[row]) / KM,
                "strip_before_km2": float(before.strip_m2[row]) / KM2,
                "strip_change_km2": float(after.strip_m2[row] - before.strip_m2[row]) / KM2,
                "strip_change_se_km2": float(result.moved_se_m2[row]) / KM2,
            }
        yield values


def profile_rows(result: ReachResult, partition: Partition) -> Iterator[dict[str, Any]]:
    """Yield the fields of PROFILE, one station at a time along each line."""
    stations, station_profile, earlier = result.stations, result.profile_after, result.profile_before
    for index in range(len(stations)):
        held = bool(station_profile.held[index])
        before_km = None if earlier is None else float(earlier.reach_m[index]) / KM
        is_least_before = None if earlier is None else bool(earlier.is_least[index])
        reach_km, is_least = float(station_profile.reach_m[index]) / KM, bool(station_profile.is_least[index])
        yield {
            "station": index + 1,
            "line": int(stations.line[index]) + 1,
            "sector": partition.row_names[result.row[index]],
            "date_before": result.date_before,
            "date_after": result.date_after,
            "along_km": float(stations.along_m[index]) / KM,
            "line_km": float(stations.width_m[index]) / KM,
            "held": held,
            "from_km": float(station_profile.from_m[index]) / KM if held else None,
            "reach_km": reach_km,
            "reach_at_least": is_least,
            "reach_before_km": before_km,
            "reach_before_at_least": is_least_before,
            "change_km": None if before_km is None or is_least or is_least_before else reach_km - before_km,
            "bearing_deg": float(result.station_bearing_deg[index]) if held else None,
        }
