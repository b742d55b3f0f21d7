# SPDX-License-Identifier: GPL-2.0-or-later
"""The measurement of a pair as table rows: the SI units of core are converted to km² and km."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ... import formatting
from ...core.change.figures import change_columns
from ...core.units import KM, KM2

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.pair import GainOrLoss, Measurement
    from ...core.change.places import ChangedPlaces
    from ...core.geometry.geodesy import Frame


@dataclass(frozen=True)
class MapDates:
    """The instants of the two compared snapshots."""

    before: datetime
    after: datetime

    @property
    def days(self) -> float:
        """The time between them in days."""
        return (self.after - self.before).total_seconds() / 86400

    @property
    def title(self) -> str:
        """Both dates for the title of a layer."""
        return formatting.iso_span(self.before, self.after)

    @property
    def values(self) -> dict[str, datetime]:
        """The two date fields of every table."""
        return {"date_before": self.before, "date_after": self.after}


def change_rows(
    result: Measurement, period: MapDates, places: ChangedPlaces | None, bounds: Mapping[str, np.ndarray]
) -> Iterator[dict[str, Any]]:
    """Yield the fields of CHANGE for each row of the partition; `bounds` holds the bounds of net by class, if any."""
    columns = {**change_columns(result, period.days), **bounds}
    for row, sector in enumerate(result.partition.row_names):
        yield {
            "sector": sector,
            **period.values,
            "days": period.days,
            "net_low_km2": None,
            "net_high_km2": None,
            **{name: values[row].item() for name, values in columns.items()},
            "places_gained": None if places is None else int((places.gained & (places.row == row)).sum()),
            "places_lost": None if places is None else int((~places.gained & (places.row == row)).sum()),
        }


def part_rows(
    moved: GainOrLoss, names: tuple[str, ...], period: MapDates, *, is_gain: bool
) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield the fields of GAINED or LOST and the geometry in the frame for each listed fragment."""
    fragments, parts, significant = moved.fragments, moved.parts, moved.fragments_significant
    expansion, expansions = moved.expansion, moved.expansion.kind
    for index in moved.listed():
        part = int(fragments.part[index])
        fields = {
            "part": part + 1,
            "sector": names[fragments.row[index]],
            "kind": str(fragments.kind[index]),
            "area_km2": float(fragments.area_m2[index]) / KM2,
            "area_se_km2": float(moved.fragments_se_m2[index]) / KM2,
            "significant": bool(significant[index]),
            "width_m": float(parts.width_m[part]),
            "depth_max_km": float(moved.deepest.depth_m[index]) / KM,
            "depth_max_se_km": float(moved.deepest_se_m[index]) / KM,
            **period.values,
            "perimeter_km": float(expansion.perimeter_m[part]) / KM,
            "shared_km": float(expansion.shared_m[part]) / KM,
            "expansion": str(expansions[part]) if is_gain else None,
        }
        yield fields, fragments.geometries[index]


def depth_rows(result: Measurement, frame: Frame, period: MapDates) -> Iterator[tuple[dict[str, Any], np.ndarray]]:
    """Yield the fields of DEPTH with the line (2, 2) in the frame.

    A line runs from the held ground to the deepest point of each sector and each part, and to the nearest point of
    each lodgement, where the distance is not a depth. A sector may contain only the tip of a deep part and gain almost
    nothing, so `significant` compares an area with its error: of everything that moved in the sector, or of the part
    within it.
    """
    names = result.partition.row_names
    for kind, gain_or_loss, rows in (
        ("advance", result.gained, result.gained_significant),
        ("retreat", result.lost, result.lost_significant),
    ):
        by_row, by_part = gain_or_loss.deepest_per_row(), gain_or_loss.deepest_per_part()
        for scope, chosen, significant in (
            ("sector", by_row, rows[gain_or_loss.fragments.row[by_row]]),
            ("part", by_part, gain_or_loss.fragments_significant[by_part]),
        ):
            ends = (gain_or_loss.deepest.foot[chosen], gain_or_loss.deepest.point[chosen])
            shared = {"kind": kind, "scope": scope, **period.values}
            yield from _depth_lines(gain_or_loss, chosen, ends, significant, shared, names, frame)
    gain_or_loss = result.gained
    chosen, nearest = gain_or_loss.nearest_of_lodgements()
    shared = {"kind": "lodgement", "scope": "part", **period.values}
    significant = gain_or_loss.fragments_significant[chosen]
    yield from _depth_lines(gain_or_loss, chosen, (nearest.foot, nearest.point), significant, shared, names, frame)


def _depth_lines(
    gain_or_loss: GainOrLoss,
    chosen: np.ndarray,
    ends: tuple[np.ndarray, np.ndarray],
    significant: np.ndarray,
    shared: Mapping[str, Any],
    names: tuple[str, ...],
    frame: Frame,
) -> Iterator[tuple[dict[str, Any], np.ndarray]]:
    """The fields of the chosen fragments (n,) with the line between both ends (n, 2)."""
    import numpy as np

    fragments = gain_or_loss.fragments
    length_m, bearing_deg = frame.geodesic_and_bearing(*ends)
    degrees = np.column_stack([frame.unproject(end) for end in ends])
    degrees[:, ::2] = (degrees[:, ::2] + 180) % 360 - 180
    lines = np.stack(ends, axis=1)
    for index, beyond, length, bearing, lonlat, line in zip(chosen, significant, length_m, bearing_deg, degrees, lines):
        fields = {
            "sector": names[fragments.row[index]],
            "part": int(fragments.part[index]) + 1,
            "depth_km": float(gain_or_loss.deepest.depth_m[index]) / KM,
            "depth_se_km": float(gain_or_loss.deepest_se_m[index]) / KM,
            "significant": bool(beyond),
            "length_km": float(length) / KM,
            "bearing_deg": float(bearing),
            **dict(zip(("from_lon", "from_lat", "to_lon", "to_lat"), lonlat.tolist())),
            **shared,
        }
        yield fields, line
