# SPDX-License-Identifier: GPL-2.0-or-later
"""A measured pair as numbers, headline and layers: CHANGE, GAINED, LOST, DEPTH and PLACES_CHANGED."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from .. import messages
from .change_rows import KM, KM2, MapDates, depth_rows, part_rows
from .features import FrameGeometries, qgs_features
from .fields.change import CHANGE, DEPTH, PARTS
from .fields.places import PLACES_CHANGED
from .results import Output

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.pair import Measurement
    from ...core.change.places import ChangedPlaces
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.partition import Partition
    from ..inputs.context import ContextInputs


def numbers(change: Measurement) -> dict[str, float | None]:
    """Return the numbers of the run: the whole, and the deepest point of all sectors."""
    import numpy as np

    def deepest_km(depth_m: np.ndarray) -> float | None:
        return float(np.nanmax(depth_m)) / KM if np.isfinite(depth_m).any() else None

    return {
        "GAINED_KM2": float(change.gained_m2.sum()) / KM2,
        "LOST_KM2": float(change.lost_m2.sum()) / KM2,
        "NET_KM2": float(change.net_m2.sum()) / KM2,
        "GAINED_SE_KM2": change.whole_gained_se_m2 / KM2,
        "ADVANCE_MAX_KM": deepest_km(change.gained.depth.max_m),
        "RETREAT_MAX_KM": deepest_km(change.lost.depth.max_m),
    }


def headline(change: Measurement, dates: MapDates, values: Mapping[str, Any], side: str) -> str:
    """Return the result in one or two sentences. `side` is its name; empty for “the side”."""
    import numpy as np

    partition, depth_m = change.partition, change.gained.depth.max_m
    named = bool(partition.names) and np.isfinite(depth_m).any()
    row = int(np.nanargmax(depth_m)) if named else partition.rest
    return messages.headline(
        side=side,
        before=dates.before,
        after=dates.after,
        gained_km2=values["GAINED_KM2"],
        lost_km2=values["LOST_KM2"],
        net_km2=values["NET_KM2"],
        net_se_km2=change.whole_net_se_m2 / KM2,
        net_km2_day=values["NET_KM2"] / dates.days,
        advance_max_km=values["ADVANCE_MAX_KM"],
        advance_sector=partition.names[row] if row < partition.rest else None,
    )


def change_output(
    rows: Iterable[Mapping[str, Any]], partition: Partition, dates: MapDates, geometries: FrameGeometries
) -> Output:
    """Return CHANGE: a row for each row of the partition, with the polygon of a sector."""
    title = QCoreApplication.translate("FrontlineChange", "Change per sector {dates}")
    sectors = [*geometries.of_sectors(partition), None]
    features = qgs_features(CHANGE, rows, sectors)
    polygons = QgsWkbTypes.Type.MultiPolygon
    return Output("CHANGE", CHANGE, polygons, title.format(dates=dates.title), "change", features)


def part_outputs(found: Measurement, dates: MapDates, geometries: FrameGeometries) -> Iterator[Output]:
    """Yield GAINED and LOST: a feature for each part and sector."""
    tr = QCoreApplication.translate
    for parameter, title, style, moved in (
        ("GAINED", tr("FrontlineChange", "Gained {dates}"), "gained", found.gained),
        ("LOST", tr("FrontlineChange", "Lost {dates}"), "lost", found.lost),
    ):
        rows = list(part_rows(moved, found.partition.row_names, dates, is_gain=parameter == "GAINED"))
        yield Output(
            parameter,
            PARTS,
            QgsWkbTypes.Type.MultiPolygon,
            title.format(dates=dates.title),
            style,
            qgs_features(PARTS, (values for values, _ in rows), geometries([shape for _, shape in rows])),
        )


def depth_output(found: Measurement, frame: Frame, dates: MapDates, geometries: FrameGeometries) -> Output:
    """Return DEPTH: a line to the deepest point of each sector and part, and to each lodgement."""
    from ...core.geometry.segments import segments

    rows = list(depth_rows(found, frame, dates))
    lines = [geometry for _, line in rows for geometry in geometries(segments(line[:1], line[1:]))]
    return Output(
        "DEPTH",
        DEPTH,
        QgsWkbTypes.Type.LineString,
        QCoreApplication.translate("FrontlineChange", "Depth {dates}").format(dates=dates.title),
        "depth",
        qgs_features(DEPTH, (values for values, _ in rows), lines),
    )


def places_output(
    changed: ChangedPlaces, context: ContextInputs, dates: MapDates, geometries: FrameGeometries
) -> Output:
    """Return PLACES_CHANGED: a point for each place that changed hands."""
    from ...core.libraries import shapely

    points = shapely.points(context.places.point[changed.index])
    return Output(
        "PLACES_CHANGED",
        PLACES_CHANGED,
        QgsWkbTypes.Type.Point,
        QCoreApplication.translate("FrontlineChange", "Places that changed hands {dates}").format(dates=dates.title),
        "places_changed",
        qgs_features(PLACES_CHANGED, place_rows(changed, context, dates), geometries(points)),
    )


def place_rows(changed: ChangedPlaces, context: ContextInputs, dates: MapDates) -> Iterator[dict[str, Any]]:
    """Yield the fields of PLACES_CHANGED, one place at a time."""
    names = context.measurement_context.partition.row_names
    for index, gained, row in zip(changed.index, changed.gained, changed.row):
        yield {
            "place": context.place_names[index],
            "sector": names[row],
            "change": "gained" if gained else "lost",
            **dates.values,
        }
