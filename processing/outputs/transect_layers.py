# SPDX-License-Identifier: GPL-2.0-or-later
"""Transects as headline and layers: TRANSECTS, SUMMARY and READINGS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .change_rows import KM
from .features import FrameGeometries, qgs_features
from .fields.transects import READINGS, TRANSECT_SUMMARY, TRANSECTS
from .results import Output
from .transect_rows import reading_rows, summary_rows, transect_rows

if TYPE_CHECKING:
    import numpy as np

    from ...core.depth.transect_series import TransectSeries
    from ...core.depth.transect_statistics import Summary
    from ...core.geometry.partition import Partition

TICK_SHARE = 0.25  # of the spacing, to both sides of the front: the mark of a transect without movement


def headline(result: TransectSeries) -> str:
    """Return the result as printable text of a few sentences."""
    texts = [_mean_text(result), _closed_text(result), _farthest_text(result.whole)]
    return " ".join(filter(None, texts))


def _mean_text(result: TransectSeries) -> str:
    """The mean movement, on how many transects it is read, and the shares that moved beyond the error."""
    tr = QCoreApplication.translate
    whole = result.whole
    facts = {
        "first": formatting.instant_text(result.instants[0]),
        "last": formatting.instant_text(result.instants[-1]),
        "count": whole.transects,
        "read": whole.with_reading,
    }
    if not whole.with_reading:
        return tr("FrontlineChange", "From {first} to {last} none of {count} transects can be read.").format(**facts)
    text = tr(
        "FrontlineChange",
        "From {first} to {last}, on {read} of {count} transects that can be read, the front {moved} on average "
        "(± {error}): {advancing} % of it advanced and {retreating} % retreated beyond the error of the maps "
        "({factor} standard errors).",
    )
    return text.format(
        **facts,
        moved=_moved_text(whole.nsm.mean),
        error=formatting.metres_text(whole.nsm.mean_error),
        advancing=round(100 * whole.share_advancing),
        retreating=round(100 * whole.share_retreating),
        factor=formatting.number(result.moved.standard_errors, 2),
    )


def _closed_text(result: TransectSeries) -> str:
    """On how many transects ground changed hands without a front left to read; empty for none."""
    from ...core.depth.transect_statistics import CLOSED

    closed = result.outcomes.count(CLOSED)
    if not closed:
        return ""
    text = QCoreApplication.translate(
        "FrontlineChange",
        "Transects on which ground changed hands and no front is left to read: {closed}; their movement is not in the "
        "mean.",
    )
    return text.format(closed=closed)


def _farthest_text(whole: Summary) -> str:
    """The farthest advance and retreat; empty where nothing moved or was read."""
    tr = QCoreApplication.translate
    if not whole.with_reading:
        return ""
    advance_km, retreat_km = whole.highest_m / KM, -whole.lowest_m / KM
    if max(advance_km, retreat_km) < formatting.NOTHING_BELOW:
        return ""
    if retreat_km < formatting.NOTHING_BELOW:
        text = tr("FrontlineChange", "The farthest advance is {advance}.")
    elif advance_km < formatting.NOTHING_BELOW:
        text = tr("FrontlineChange", "The farthest retreat is {retreat}.")
    else:
        text = tr("FrontlineChange", "The farthest advance is {advance}, the farthest retreat {retreat}.")
    return text.format(advance=formatting.depth_text(advance_km), retreat=formatting.depth_text(retreat_km))


def outputs(
    result: TransectSeries, partition: Partition, spacing_m: float, geometries: FrameGeometries
) -> Iterator[Output]:
    """Yield TRANSECTS, SUMMARY and READINGS."""
    tr = QCoreApplication.translate
    dates = formatting.iso_span(result.instants[0], result.instants[-1])
    yield Output(
        "TRANSECTS",
        TRANSECTS,
        QgsWkbTypes.Type.LineString,
        tr("FrontlineChange", "Transects {dates}").format(dates=dates),
        "transects",
        qgs_features(TRANSECTS, transect_rows(result, partition), geometries(_lines(result, spacing_m))),
    )
    yield Output(
        "SUMMARY",
        TRANSECT_SUMMARY,
        QgsWkbTypes.Type.NoGeometry,
        tr("FrontlineChange", "Transects per sector {dates}").format(dates=dates),
        None,
        qgs_features(TRANSECT_SUMMARY, summary_rows(result, partition)),
    )
    read, points = _reading_points(result)
    placed = iter(geometries(points))
    yield Output(
        "READINGS",
        READINGS,
        QgsWkbTypes.Type.Point,
        tr("FrontlineChange", "Readings on transects {dates}").format(dates=dates),
        None,
        qgs_features(READINGS, reading_rows(result, partition), (next(placed) if known else None for known in read)),
    )


def _lines(result: TransectSeries, spacing_m: float) -> np.ndarray:
    """A line per transect: from the oldest to the newest front where it moved, elsewhere a short mark across it."""
    import numpy as np

    from ...core.depth.transect_statistics import ADVANCE, RETREAT
    from ...core.geometry.segments import segments

    made, moved = result.transects, result.moved
    index = np.arange(len(made))
    tick_m = TICK_SHARE * spacing_m
    at_m = np.nan_to_num(result.plane_m[index, np.maximum(moved.first, 0)])
    from_m, to_m = at_m - tick_m, at_m + tick_m
    has_moved = np.isin(result.outcomes, [ADVANCE, RETREAT])
    from_m[has_moved] = at_m[has_moved]
    to_m[has_moved] = result.plane_m[index, moved.last][has_moved]
    return segments(made.at(from_m), made.at(to_m))


def _reading_points(result: TransectSeries) -> tuple[np.ndarray, np.ndarray]:
    """Which of the n · d readings exist (n · d,), and a point for each of these."""
    import numpy as np

    from ...core.libraries import shapely

    made, plane_m = result.transects, result.plane_m
    read = np.isfinite(plane_m).ravel()
    xy = made.origin[:, None, :] + made.direction[:, None, :] * np.nan_to_num(plane_m)[:, :, None]
    return read, shapely.points(xy.reshape(-1, 2)[read])


def _moved_text(length_m: float) -> str:
    """The movement of the front as a verb with its length, to follow “the front”."""
    tr = QCoreApplication.translate
    if round(length_m) == 0:
        return tr("FrontlineChange", "did not move")
    text = (
        tr("FrontlineChange", "advanced by {length}")
        if length_m > 0
        else tr("FrontlineChange", "retreated by {length}")
    )
    return text.format(length=formatting.metres_text(abs(length_m)))
