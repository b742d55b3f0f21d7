# SPDX-License-Identifier: GPL-2.0-or-later
"""The front as headline and layers: FRONT and LENGTHS."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ..inputs.maps import DatedMap
from ..inputs.options import Options
from .features import FrameGeometries, qgs_features
from .fields.front import FRONT, FRONT_LENGTHS
from .front_rows import FrontDrawing
from .results import Output


def headline(maps: list[DatedMap], drawing: FrontDrawing, options: Options) -> str:
    """Return the result in one or two sentences."""
    tr = QCoreApplication.translate
    last = formatting.instant_text(maps[-1].instant)
    if drawing.zone is None:
        text = tr("FrontlineChange", "The boundary of {date} is drawn; without a theatre it has no honest length.")
        return text.format(date=last)
    at = tr("FrontlineChange", "{length} km simplified by {tolerance} m")
    figures = "; ".join(
        at.format(
            length=formatting.number(drawing.total_km("front_km", tolerance_m), 0),
            tolerance=formatting.significant(tolerance_m),
        )
        for tolerance_m in drawing.tolerances_m
    )
    text = tr("FrontlineChange", "Front of {date}, {edge} m off the theatre's edge: {figures}.")
    sentence = text.format(date=last, edge=formatting.significant(options.edge_tolerance_m), figures=figures)
    moved_km = drawing.total_km("moved_km")
    if moved_km is None:
        return sentence
    more = tr("FrontlineChange", "Since {before} {moved} km of it moved.")
    before = formatting.instant_text(maps[-2].instant)
    return f"{sentence} {more.format(before=before, moved=formatting.number(moved_km, 0))}"


def outputs(maps: list[DatedMap], drawing: FrontDrawing, geometries: FrameGeometries) -> Iterator[Output]:
    """Yield FRONT and LENGTHS."""
    import numpy as np

    tr = QCoreApplication.translate
    dates = " – ".join(dict.fromkeys(formatting.iso_day(one.instant) for one in (maps[0], maps[-1])))
    shapes = geometries(np.array([shape for _, shape in drawing.lines], dtype=object))
    yield Output(
        "FRONT",
        FRONT,
        QgsWkbTypes.Type.MultiLineString,
        tr("FrontlineChange", "Front {dates}").format(dates=dates),
        "front",
        qgs_features(FRONT, (values for values, _ in drawing.lines), shapes),
    )
    yield Output(
        "LENGTHS",
        FRONT_LENGTHS,
        QgsWkbTypes.Type.NoGeometry,
        tr("FrontlineChange", "Length of the front {dates}").format(dates=dates),
        None,
        qgs_features(FRONT_LENGTHS, drawing.lengths),
    )
