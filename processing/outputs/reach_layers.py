# SPDX-License-Identifier: GPL-2.0-or-later
"""Reach as headline and layers: REACH, PROFILE and STRIP."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from . import fields
from .change_rows import KM, KM2
from .features import FrameGeometries, qgs_features
from .reach_rows import ReachResult, profile_rows, reach_rows
from .results import Output

if TYPE_CHECKING:
    import numpy as np

    from ...core.context import MeasurementContext
    from ...core.depth.reach import Reach

NEARLY = 0.99


def beyond_distance(result: ReachResult, distance_m: float) -> np.ndarray:
    """Return the indexes of the rows in which held ground extends beyond the searched distance."""
    import numpy as np

    return np.flatnonzero(result.after.max_m > NEARLY * distance_m)


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


def headline(result: ReachResult, context: MeasurementContext, distance_m: float) -> str:
    """Return the result as printable text of one or two sentences."""
    import numpy as np

    tr = QCoreApplication.translate
    max_km = result.max_km(result.after)[named_rows(context)]
    date = formatting.instant_text(result.date_after)
    if not (np.isfinite(max_km).any() and np.nanmax(max_km) > 0):
        return tr("FrontlineChange", "On {date} no ground was held beyond the line.").format(date=date)
    row = int(np.nanargmax(max_km))
    where = context.partition.names[row] if context.partition.names else None
    reach = formatting.depth_text(float(max_km[row]))
    if row in beyond_distance(result, distance_m):
        reach = tr("FrontlineChange", "more than {reach}").format(reach=reach)
    if where:
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
    )
    if result.before is None or result.date_before is None:
        return message
    earlier_km = result.max_km(result.before)[named_rows(context)][row]
    text = tr("FrontlineChange", "On {date} it had reached {reach} there.")
    earlier = text.format(
        date=formatting.instant_text(result.date_before), reach=formatting.depth_text(float(earlier_km))
    )
    return f"{message} {earlier}"


def limit_texts(
    result: ReachResult, context: MeasurementContext, distance_m: float, classes: Sequence[str], layer: str
) -> Iterator[str]:
    """Yield a warning where nothing is held within the distance of the line, `layer`, or more is held beyond it."""
    distance = formatting.depth_text(distance_m / KM)
    if not result.profile_after.held.any():
        text = QCoreApplication.translate(
            "FrontlineChange", "No ground of the classes {classes} is held within {distance} beyond the line “{layer}”."
        )
        yield text.format(classes=", ".join(classes), distance=distance, layer=layer)
    rows = beyond_distance(result, distance_m)
    if len(rows):
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Held ground lies farther than DISTANCE ({distance}) from the line in: {sectors}. Only the ground "
            "within it is measured there.",
        )
        yield text.format(distance=distance, sectors=", ".join(context.partition.row_names[row] for row in rows))


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
        fields.REACH,
        line,
        tr("FrontlineChange", "Reach {date}").format(date=date),
        "reach",
        qgs_features(fields.REACH, reach_rows(result, partition), geometries(lines_between(result.after.farthest))),
    )
    station_profile = result.profile_after
    lines = np.full(len(station_profile.held), None, dtype=object)
    lines[station_profile.held] = segments(result.stations.origin, station_profile.point)[station_profile.held]
    yield Output(
        "PROFILE",
        fields.REACH_PROFILE,
        line,
        tr("FrontlineChange", "Profile of reach {date}").format(date=date),
        "reach_profile",
        qgs_features(fields.REACH_PROFILE, profile_rows(result, partition), geometries(lines)),
    )
    parts = shapely.get_parts(result.beyond)
    fragments, _, row = partition.split(parts[~shapely.is_empty(parts)])
    rows = (
        {"sector": partition.row_names[number], "area_km2": area_m2 / KM2, "date_after": result.date_after}
        for number, area_m2 in zip(row, shapely.area(fragments).tolist())
    )
    yield Output(
        "STRIP",
        fields.REACH_STRIP,
        QgsWkbTypes.Type.MultiPolygon,
        tr("FrontlineChange", "Held beyond the line {date}").format(date=date),
        "held_after",
        qgs_features(fields.REACH_STRIP, rows, geometries(fragments)),
    )
