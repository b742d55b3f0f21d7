# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates of capture as headline and layers: CAPTURE and SUMMARY."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.change.figures import CAPTURE_CHANGES, KM2, capture_fragments
from .capture_rows import always_held_row, summary_rows
from .features import FrameGeometries, qgs_features
from .fields.capture import CAPTURE, CAPTURE_SUMMARY
from .results import Output

if TYPE_CHECKING:
    from ...core.change.capture import Captured
    from ...core.geometry.partition import Partition
    from ..inputs.series import Series


@dataclass(frozen=True)
class CaptureResult:
    """The ground that changed hands between the maps at the ends of periods, split by history and sector.

    `warnings` has a text for each period of `series`; `always_held` a geometry for each row, or is empty.
    """

    series: Series
    used: Series
    partition: Partition
    captured: Captured
    always_held: Iterable[Any]
    maps_net_m2: float
    warnings: Sequence[str]

    def sums_km2(self) -> dict[str, float]:
        """Return the area of each change of CAPTURE."""
        at_start, at_end = self.captured.control_changes.held_at_start, self.captured.control_changes.held_at_end
        return {
            change: float(self.captured.area_m2[(at_start == start) & (at_end == end)].sum()) / KM2
            for (start, end), change in CAPTURE_CHANGES.items()
        }


def headline(result: CaptureResult, side: str) -> str:
    """Return the result in one sentence. `side` is its name; empty for “the side”."""
    tr = QCoreApplication.translate
    instants = result.used.instants
    dates = {"first": formatting.instant_text(instants[0]), "last": formatting.instant_text(instants[-1])}
    if not len(result.captured):
        return tr("FrontlineChange", "From {first} to {last} no ground changed hands.").format(**dates)
    km2 = result.sums_km2()
    unnamed = tr(
        "FrontlineChange",
        "From {first} to {last} the side captured {gained} that it still holds; {again} were captured and lost "
        "again, and {lost} held at the start were lost.",
    )
    named = tr(
        "FrontlineChange",
        "From {first} to {last} {side} captured and kept {gained}; {again} were captured and lost "
        "again, and {lost} held at the start were lost.",
    )
    return (named if side else unnamed).format(
        side=side,
        gained=formatting.area_text(km2["gained"]),
        again=formatting.area_text(km2["gained and lost"]),
        lost=formatting.area_text(km2["lost"]),
        **dates,
    )


def outputs(result: CaptureResult, geometries: FrameGeometries) -> Iterator[Output]:
    """Yield CAPTURE and SUMMARY."""
    import numpy as np

    tr = QCoreApplication.translate
    used, names = result.used, result.partition.row_names
    with_data = [period for period in result.series.periods if period.first is not None]
    rows = [
        (always_held_row(name, shape.area, used.instants), shape)
        for name, shape in zip(names, result.always_held)
        if shape is not None
    ]
    rows += capture_fragments(result.captured, names, with_data, used.instants)
    yield Output(
        "CAPTURE",
        CAPTURE,
        QgsWkbTypes.Type.MultiPolygon,
        tr("FrontlineChange", "Date of capture {dates}").format(dates=used.dates),
        "capture",
        qgs_features(
            CAPTURE,
            (values for values, _ in rows),
            geometries(np.array([shape for _, shape in rows], dtype=object)),
        ),
    )
    yield Output(
        "SUMMARY",
        CAPTURE_SUMMARY,
        QgsWkbTypes.Type.NoGeometry,
        tr("FrontlineChange", "Captured by period {dates}").format(dates=used.dates),
        None,
        qgs_features(
            CAPTURE_SUMMARY,
            summary_rows(result.captured, names, result.series.periods, used.instants, result.warnings),
        ),
    )
