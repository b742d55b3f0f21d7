# SPDX-License-Identifier: GPL-2.0-or-later
"""Held areas from front lines as headline and layers: SNAPSHOTS, LOG and JOINS."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ..inputs.held_from_lines import LineSnapshot
from .features import FrameGeometries, qgs_features
from .fields.lines import JOINS, LINES_LOG
from .fields.snapshots import SNAPSHOTS
from .line_rows import join_rows, log_rows, snapshot_rows
from .results import Output


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
        SNAPSHOTS,
        QgsWkbTypes.Type.MultiPolygon,
        tr("FrontlineChange", "Snapshots from lines {dates}").format(dates=dates),
        "snapshots",
        qgs_features(SNAPSHOTS, snapshot_rows(snapshots, origin), geometries(held)),
    )
    yield Output(
        "LOG",
        LINES_LOG,
        QgsWkbTypes.Type.NoGeometry,
        tr("FrontlineChange", "Log of the lines {dates}").format(dates=dates),
        None,
        qgs_features(LINES_LOG, log_rows(snapshots, warnings)),
    )
    yield Output(
        "JOINS",
        JOINS,
        QgsWkbTypes.Type.LineString,
        tr("FrontlineChange", "What was joined {dates}").format(dates=dates),
        "joins",
        qgs_features(JOINS, join_rows(snapshots), geometries(joins)),
    )
