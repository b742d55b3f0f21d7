# SPDX-License-Identifier: GPL-2.0-or-later
"""The transects of a run: from the front of the first map, or from the lines of BASELINE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

from ..progress import Progress
from .layers import LayerInput
from .lines import lines_of
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.arrays import Geometries
    from ...core.context import MeasurementContext
    from ...core.depth.transects import Transects
    from ...core.geometry.edges import Edges
    from ...core.geometry.geodesy import Frame

BASELINE, SPACING, SMOOTHING, LENGTH, TRIM = "BASELINE", "SPACING", "SMOOTHING", "LENGTH", "TRIM"
OFTEN_PER_LINE = 2  # crossings of a baseline with the edge of the held area


def warn_without_theatre(parameters: RunParameters, context: MeasurementContext, progress: Progress) -> None:
    """Warn where transects start from a front that includes coast and state border."""
    if context.zone is None and parameters.optional_layer(BASELINE) is None:
        progress.warn(
            QCoreApplication.translate(
                "FrontlineChange",
                "No theatre is given, so the whole edge of the held area counts as front, coast and state border "
                "included. Give the land of the war as THEATRE.",
            )
        )


def cast_transects(
    parameters: RunParameters, edges: Edges, context: MeasurementContext, progress: Progress
) -> Transects:
    """Return the transects across the front of the first map, given by its edges, or across BASELINE.

    Raises InputError when BASELINE has no lines, or no line is as long as SPACING.
    """
    from ...core.depth.transects import from_baseline, from_front

    trim = parameters.flag(TRIM)
    sizes_m = [parameters.number(name) for name in (SPACING, SMOOTHING, LENGTH)]
    layer = parameters.optional_layer(BASELINE)
    if layer is None:
        return progress.call(lambda: from_front(edges, context.zone, *sizes_m, trim=trim))
    lines = _baseline(layer, edges, context.frame, progress)
    return progress.call(lambda: from_baseline(lines, edges, context.zone, *sizes_m, trim=trim))


def _baseline(layer: LayerInput, edges: Edges, frame: Frame, progress: Progress) -> Geometries:
    """The lines of BASELINE in the frame, with a warning where they cross the edge of the held area often."""
    from ...core.geometry.geodesy import MILLIMETRES_PER_METRE
    from ...core.geometry.lines import lines_in_plane
    from ...core.geometry.segments import segments
    from ...core.libraries import shapely

    found, _ = lines_of(layer, BASELINE, progress)
    lines = lines_in_plane(found, frame)
    boundary = segments(edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE)
    crossings = shapely.STRtree(boundary).query(lines, predicate="intersects").shape[1]
    if crossings > OFTEN_PER_LINE * len(lines):
        text = QCoreApplication.translate(
            "FrontlineChange",
            "The baseline “{layer}” crosses the edge of the held area {count} times. Transects are turned to one "
            "side for each line as a whole; distances are right, but a line that stays on one side of the front is "
            "easier to read.",
        )
        progress.warn(text.format(layer=layer.name, count=crossings))
    return lines
