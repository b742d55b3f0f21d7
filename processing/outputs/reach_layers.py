# SPDX-License-Identifier: GPL-2.0-or-later
"""Reach as headline and layers: REACH, PROFILE and STRIP."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .change_rows import KM, KM2
from .features import FrameGeometries, qgs_features
from .fields.reach import REACH, REACH_PROFILE, REACH_STRIP
from .reach_rows import ReachResult, profile_rows, reach_rows
from .results import Output

if TYPE_CHECKING:
    import numpy as np

    from ...core.context import MeasurementContext
    from ...core.depth.reach import Reach


def least_rows(result: ReachResult) -> np.ndarray:
    """Return the indexes of the rows whose reach, after or before, is a lower bound."""
    import numpy as np

    before = np.zeros_like(result.after.is_least) if result.before is None else result.before.is_least
    return np.flatnonzero(result.after.is_least | before)


def named_rows(context: MeasurementContext) -> list[int]:
    """Return the indexes of the rows that the numbers cover: all sectors, or the only row without sectors."""
    return list(range(len(context.partition.names))) or [context.partition.rest]


def largest_km(result: ReachResult, context: MeasurementContext) -> tuple[float | None, float | None]:
    """Return the largest reach after and before over all sectors, in km; None for no reading."""
    import numpy as np

    def largest(found: Reach | None) -> float | None:
        values_km = np.full(1, np.nan) if found is None else result.max_km(found)[named_rows(context)]
        return float(np.nanmax(values_km)) if np.isfinite(values_km).any() else None

    return largest(result.after), largest(result.before)


def mean_m(result: ReachResult, context: MeasurementContext) -> float:
    """Return the mean reach after over all sectors in metres, weighted by the line each station represents.

    NaN where nothing is held.
    """
    import numpy as np

    station_profile = result.profile_after
    chosen = np.isin(result.row, named_rows(context)) & station_profile.held
    weights = result.stations.width_m[chosen]
    return float(np.average(station_profile.reach_m[chosen], weights=weights)) if weights.sum() > 0 else float("nan")


def change_km(result: ReachResult, context: MeasurementContext) -> float | None:
    """Return the change of the largest reach over all sectors, in km; None if either map has none that is known."""
    import numpy as np

    after_km, before_km = largest_km(result, context)
    is_least = np.isin(least_rows(result), named_rows(context)).any()
    return None if after_km is None or before_km is None or is_least else after_km - before_km


def headline(result: ReachResult, context: MeasurementContext) -> str:
    """Return the result as printable text of one or two sentences."""
    import numpy as np

    tr = QCoreApplication.translate
    max_km = result.max_km(result.after)[named_rows(context)]
    date = formatting.instant_text(result.date_after)
    if not (np.isfinite(max_km).any() and np.nanmax(max_km) > 0):
        return tr("FrontlineChange", "On {date} no ground was held beyond the line.").format(date=date)
    is_least = result.after.is_least[named_rows(context)]
    row = int(np.nanargmax(np.where(is_least, np.inf, max_km)))
    where = context.partition.names[row] if context.partition.names else None
    reach = _reach_text(float(max_km[row]), is_least[row])
    if is_least[row] and where:
        text = tr(
            "FrontlineChange",
            "On {date} held ground reached {reach} beyond the line in {sector}, where it covered {covered} of the "
            "line: {strip} within {distance} of it.",
        )
    elif is_least[row]:
        text = tr(
            "FrontlineChange",
            "On {date} held ground reached {reach} beyond the line and covered {covered} of it: {strip} within "
            "{distance} of it.",
        )
    elif where:
        text = tr(
            "FrontlineChange",
            "On {date} held ground reached {reach} (± {error}) beyond the line in {sector}, where it covered "
            "{covered} of the line: {strip}.",
        )
    else:
        text = tr(
            "FrontlineChange",
            "On {date} held ground reached {reach} (± {error}) beyond the line and covered {covered} of it: {strip}.",
        )
    message = text.format(
        date=date,
        reach=reach,
        error=formatting.depth_text(result.position_error_m / KM),
        sector=where,
        covered=formatting.depth_text(float(result.after.covered_m[row]) / KM),
        strip=formatting.area_text(float(result.after.strip_m2[row]) / KM2),
        distance=formatting.depth_text(result.distance_m / KM),
    )
    if result.before is None or result.date_before is None:
        return message
    earlier_km = result.max_km(result.before)[named_rows(context)][row]
    text = tr("FrontlineChange", "On {date} it had reached {reach} there.")
    earlier = text.format(
        date=formatting.instant_text(result.date_before),
        reach=_reach_text(float(earlier_km), result.before.is_least[row]),
    )
    return f"{message} {earlier}"


def _reach_text(reach_km: float, is_least: bool) -> str:
    """A reach as text: `12.6 km`, or `more than 30.0 km` for a lower bound."""
    reach = formatting.depth_text(reach_km)
    return QCoreApplication.translate("FrontlineChange", "more than {reach}").format(reach=reach) if is_least else reach


def limit_texts(result: ReachResult, context: MeasurementContext, classes: Sequence[str], layer: str) -> Iterator[str]:
    """Yield a warning where nothing is held within the distance of the line, `layer`, or more is held beyond it."""
    distance = formatting.depth_text(result.distance_m / KM)
    if not result.profile_after.held.any():
        text = QCoreApplication.translate(
            "FrontlineChange", "No ground of the classes {classes} is held within {distance} beyond the line “{layer}”."
        )
        yield text.format(classes=", ".join(classes), distance=distance, layer=layer)
    rows = least_rows(result)
    if len(rows):
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Held ground lies farther than DISTANCE ({distance}) from the line in: {sectors}. Only the ground within "
            "it is measured there, so the reach is a lower bound (reach_at_least) in {count} of {rows} rows, without "
            "an error and a change. Choose a larger DISTANCE if that ground belongs to the same front.",
        )
        sectors = ", ".join(context.partition.row_names[row] for row in rows)
        yield text.format(distance=distance, sectors=sectors, count=len(rows), rows=context.rows)


def outputs(result: ReachResult, context: MeasurementContext, geometries: FrameGeometries) -> Iterator[Output]:
    """Yield REACH, PROFILE and STRIP."""
    import numpy as np

    from ...core.depth.reach import lines_between
    from ...core.geometry.segments import segments
    from ...core.libraries import shapely

    tr = QCoreApplication.translate
    partition, line = context.partition, QgsWkbTypes.Type.LineString
    date = formatting.iso_day(result.date_after)
    yield Output(
        "REACH",
        REACH,
        line,
        tr("FrontlineChange", "Reach {date}").format(date=date),
        "reach",
        qgs_features(REACH, reach_rows(result, partition), geometries(lines_between(result.after.farthest))),
    )
    station_profile = result.profile_after
    lines = np.full(len(station_profile.held), None, dtype=object)
    lines[station_profile.held] = segments(result.stations.origin, station_profile.point)[station_profile.held]
    yield Output(
        "PROFILE",
        REACH_PROFILE,
        line,
        tr("FrontlineChange", "Profile of reach {date}").format(date=date),
        "reach_profile",
        qgs_features(REACH_PROFILE, profile_rows(result, partition), geometries(lines)),
    )
    parts = shapely.get_parts(result.beyond)
    fragments, _, row = partition.split(parts[~shapely.is_empty(parts)])
    rows = (
        {"sector": partition.row_names[number], "area_km2": area_m2 / KM2, "date_after": result.date_after}
        for number, area_m2 in zip(row, shapely.area(fragments).tolist())
    )
    yield Output(
        "STRIP",
        REACH_STRIP,
        QgsWkbTypes.Type.MultiPolygon,
        tr("FrontlineChange", "Held beyond the line {date}").format(date=date),
        "held_after",
        qgs_features(REACH_STRIP, rows, geometries(fragments)),
    )
