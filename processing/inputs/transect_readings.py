# SPDX-License-Identifier: GPL-2.0-or-later
"""What transects read: the front of every map, or the drawn lines of every date from a baseline; and statistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ..progress import Progress
from .context import read_context
from .drawn_lines import cast_from_baseline, read_drawn_series
from .options import Options
from .run_parameters import RunParameters
from .series import Series, read_maps_at_period_ends
from .transects import BASELINE, cast_transects, warn_without_theatre

if TYPE_CHECKING:
    import numpy as np

    from ...core.arrays import Numbers
    from ...core.context import MeasurementContext
    from ...core.depth.transect_series import TransectSeries
    from ...core.depth.transects import Reading, Transects
    from ...core.geometry.polygons import MeasurableArea

CROSSING, LEVEL, TIME_UNIT = "CROSSING", "LEVEL", "TIME_UNIT"
UNITS_DAYS = {"day": 1.0, "week": 7.0, "30days": 30.0, "365days": 365.0, "365.25days": 365.25}
FEWEST_FOR_REGRESSION = 3  # dates
SURVEYED, MEASURED = 10.0, 90.0  # per cent of progress
READ = 80.0  # per cent of the measurement


@dataclass(frozen=True)
class TransectReadings:
    """The statistics of a run, its context, and its entries about the maps or lines for the method card."""

    result: TransectSeries
    context: MeasurementContext
    facts: dict[str, Any]


def read_fronts(parameters: RunParameters, options: Options, progress: Progress) -> TransectReadings:
    """Cast transects from the first map or BASELINE, and find the front of every map on them. Raises InputError."""
    import numpy as np

    from ...core.context import FRONT

    series = read_maps_at_period_ends(parameters, options, progress)
    options = series.with_errors(options, progress)
    errors_m = series.errors_m(parameters, options.position_error_m, progress)
    if errors_m is None:
        errors_m = [options.position_error_m] * len(series.instants)
    measures = () if parameters.optional_layer(BASELINE) else (FRONT,)
    context = read_context(parameters, options, series.frame, measures, progress).measurement_context
    warn_without_theatre(parameters, context, progress)
    _report_dates(series.instants, progress)
    result = _measure(series, context, np.array(errors_m), parameters, progress.part(SURVEYED, MEASURED))
    facts = {
        "snapshots": {**series.facts_of_each(), "errors_m": errors_m},
        "period": series.period_kind,
        **series.offset_facts(),
        **_chosen(options),
    }
    return TransectReadings(result, context, facts)


def read_lines(parameters: RunParameters, options: Options, progress: Progress) -> TransectReadings:
    """Cast transects from BASELINE, and find the drawn lines of every date on them. Raises InputError."""
    import numpy as np

    from ...core.depth.drawn_lines import read_lines

    series = read_drawn_series(parameters, options, progress)
    context = read_context(parameters, options, series.frame, (), progress).measurement_context
    _report_dates(series.instants, progress)
    transects = cast_from_baseline(parameters, series, progress)
    read = []
    part = progress.part(SURVEYED, MEASURED)
    for number, lines in enumerate(series.dates, 1):
        read.append(progress.call(read_lines, transects, lines, parameters.choice(CROSSING), series.frame))
        part.percent(READ * number / len(series.dates))
    errors_m = np.array([error_m for _, error_m in read]).T
    readings = [reading for reading, _ in read]
    result = _statistics(transects, readings, series.instants, errors_m, None, None, context, parameters, progress)
    method = QCoreApplication.translate(
        "FrontlineChange",
        "Distances along transects on the WGS 84 ellipsoid from the baseline to the lines as they were drawn. "
        "Statistics as in the Digital Shoreline Analysis System. Weighted by the baseline that each transect "
        "represents. Lines have no net area.",
    )
    return TransectReadings(result, context, {"snapshots": series.facts(), **_chosen(options), "method": method})


def _measure(
    series: Series, context: MeasurementContext, errors_m: np.ndarray, parameters: RunParameters, progress: Progress
) -> TransectSeries:
    """Find the front of every map on the transects and compute the statistics."""
    from ...core.change.transect_net import net_changes_m2
    from ...core.depth.transects import read_front
    from ...core.geometry.polygons import edges_of

    rule = parameters.choice(CROSSING)
    # Transects from the front begin in its zone; those from a baseline may meet a coast or a border.
    zone = context.zone if parameters.optional_layer(BASELINE) else None
    transects: Transects | None = None
    readings: list[Reading] = []
    ends: list[MeasurableArea] = []
    for index, held in enumerate(series.held_areas(progress.part(0, READ))):
        geometry = progress.call(context.with_home, held.geometry)
        edges = progress.call(edges_of, geometry)
        if transects is None:
            transects = cast_transects(parameters, edges, context, progress)
        at_end = index in (0, len(series.instants) - 1)
        readings.append(progress.call(read_front, transects, geometry, edges, rule, context.frame, at_end, zone))
        if at_end:
            ends.append(held)
    net_m2, row_net_m2 = progress.call(net_changes_m2, ends[0], ends[-1], transects, context)
    return _statistics(
        transects, readings, series.instants, errors_m, net_m2, row_net_m2, context, parameters, progress
    )


def _statistics(
    transects: Transects,
    readings: Sequence[Reading],
    instants: Sequence[datetime],
    errors_m: Numbers,
    net_m2: Numbers | None,
    row_net_m2: Numbers | None,
    context: MeasurementContext,
    parameters: RunParameters,
    progress: Progress,
) -> TransectSeries:
    """Compute the statistics; warn where no transect can be read."""
    from ...core.depth.transect_series import transect_series

    unit_days, level = UNITS_DAYS[parameters.choice(TIME_UNIT)], parameters.number(LEVEL) / 100
    result = transect_series(
        transects, readings, instants, errors_m, net_m2, row_net_m2, context, unit_days=unit_days, level=level
    )
    if not result.whole.with_reading:
        progress.warn(
            QCoreApplication.translate(
                "FrontlineChange",
                "No transect has a reading on two dates. Are the transects long enough (LENGTH)? Do the maps "
                "belong together?",
            )
        )
    return result


def _report_dates(instants: Sequence[datetime], progress: Progress) -> None:
    """Report that two dates are too few for a regression."""
    if len(instants) < FEWEST_FOR_REGRESSION:
        progress.info(
            QCoreApplication.translate(
                "FrontlineChange",
                "There are maps of two dates; regression rates (LRR, WLR) need three and stay empty.",
            )
        )
    progress.percent(SURVEYED)


def _chosen(options: Options) -> dict[str, Any]:
    return {name: value for name, value in options.facts().items() if name != "noise_width_m"}
