# SPDX-License-Identifier: GPL-2.0-or-later
"""Held areas from front lines as headline, warnings and layers: SNAPSHOTS, LOG and JOINS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from . import fields
from .change_rows import KM2
from .features import FrameGeometries, qgs_features
from .line_rows import LineSnapshot, join_rows, log_rows, snapshot_rows
from .results import Output

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame

POINTS_NAMED = 3


def headline(snapshots: list[LineSnapshot], bridges_m: list[float]) -> str:
    """Return the result in one sentence."""
    text = QCoreApplication.translate(
        "FrontlineChange",
        "Snapshots from lines: {count}, {first} to {last}; gaps bridged: {bridges}, the widest {widest} m; "
        "{area} held on the last date.",
    )
    return text.format(
        count=len(snapshots),
        first=formatting.instant_text(snapshots[0].instant),
        last=formatting.instant_text(snapshots[-1].instant),
        bridges=len(bridges_m),
        widest=formatting.number(max(bridges_m, default=0.0), 0),
        area=formatting.area_text(snapshots[-1].held_km2),
    )


def outputs(
    snapshots: list[LineSnapshot], warnings: list[str], origin: str, geometries: FrameGeometries
) -> Iterator[Output]:
    """Yield SNAPSHOTS, LOG and JOINS; `origin` is the layer of the lines."""
    import numpy as np

    from ...core.libraries import shapely

    tr = QCoreApplication.translate
    dates = " – ".join(dict.fromkeys(formatting.iso_day(one.instant) for one in (snapshots[0], snapshots[-1])))
    held = np.array([one.found.held for one in snapshots], dtype=object)
    joins = np.array([shapely.linestrings(join.xy) for one in snapshots for join in one.found.joins], dtype=object)
    yield Output(
        "SNAPSHOTS",
        fields.SNAPSHOTS,
        QgsWkbTypes.Type.MultiPolygon,
        tr("FrontlineChange", "Snapshots from lines {dates}").format(dates=dates),
        "snapshots",
        qgs_features(fields.SNAPSHOTS, snapshot_rows(snapshots, origin), geometries(held)),
    )
    yield Output(
        "LOG",
        fields.LINES_LOG,
        QgsWkbTypes.Type.NoGeometry,
        tr("FrontlineChange", "Log of the lines {dates}").format(dates=dates),
        None,
        qgs_features(fields.LINES_LOG, log_rows(snapshots, warnings)),
    )
    yield Output(
        "JOINS",
        fields.JOINS,
        QgsWkbTypes.Type.LineString,
        tr("FrontlineChange", "What was joined {dates}").format(dates=dates),
        "joins",
        qgs_features(fields.JOINS, join_rows(snapshots), geometries(joins)),
    )


def warning_text(one: LineSnapshot, frame: Frame) -> str:
    """Return the warnings about the lines of one date; empty without any."""
    tr, found = QCoreApplication.translate, one.found
    texts = []
    dangling = found.of_kind("loose")
    if dangling:
        text = tr("FrontlineChange", "{count} lines, {length} km in all, separate nothing (at {places})")
        ends = [join.xy[0] for join in sorted(dangling, key=lambda join: -join.length_m)]
        length = formatting.number(sum(join.length_m for join in dangling) / 1000, 1)
        texts.append(text.format(count=len(dangling), length=length, places=latitude_longitude(ends, frame)))
    if len(found.in_doubt):
        text = tr("FrontlineChange", "lines of opposite directions border the same ground (at {places})")
        texts.append(text.format(places=latitude_longitude(found.in_doubt, frame)))
    if found.marks_outside:
        text = tr("FrontlineChange", "{count} marks lie outside the theatre")
        texts.append(text.format(count=found.marks_outside))
    if found.untouched_m2 > 0:
        text = tr("FrontlineChange", "{area} of land that no line borders is taken for not held; mark it if it is")
        texts.append(text.format(area=formatting.area_text(found.untouched_m2 / KM2)))
    return "; ".join(texts)


def latitude_longitude(xy: Any, frame: Frame) -> str:
    """Return the latitudes and longitudes of the first few of some points (n, 2) of the frame."""
    import numpy as np

    lonlat = frame.unproject(np.asarray(xy, dtype=float).reshape(-1, 2)[:POINTS_NAMED])
    return "; ".join(f"{lat:.3f}, {lon:.3f}" for lon, lat in lonlat)
