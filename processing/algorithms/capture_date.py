# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground by date of capture and final holder: a whole series of maps in one layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterBoolean
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.units import KM2
from .. import plausibility
from ..base import FrontlineAlgorithm
from ..inputs.context import read_context
from ..inputs.options import Options, read_options
from ..inputs.run_parameters import RunParameters
from ..inputs.series import Series, read_series, report_series, warn_of_cut_periods
from ..outputs.capture_layers import CaptureResult, headline, outputs
from ..outputs.features import FrameGeometries
from ..outputs.results import Results
from ..outputs.series_rows import period_warning
from ..parameters.lines import declare_lines_as_maps
from ..parameters.measuring import SECTORS, declare_classes, declare_noise_width, declare_sectors
from ..parameters.series import SNAPSHOTS, declare_periods, declare_snapshots, declare_span
from ..parameters.side import SIDE_NAME, declare_side
from ..progress import Progress

if TYPE_CHECKING:
    from ...core.change.capture import Captured

SURVEYED, READ, MEASURED = 10.0, 80.0, 92.0  # per cent of progress


class CaptureDate(FrontlineAlgorithm):
    """`frontline:capturedate`."""

    NAME = "capturedate"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Date of capture")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "When each piece of ground was captured, who holds it now, and how often it changed hands."
    )
    TAGS = "capture,captured,date,month,when,history,hands,recaptured,front,frontline,series,isochrone"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "capture,date,month,history")

    ALWAYS_HELD = "ALWAYS_HELD"

    CAPTURE = "CAPTURE"
    SUMMARY = "SUMMARY"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_snapshots(self)
        declare_periods(self)
        declare_span(self)
        declare_classes(self)
        declare_sectors(self)
        declare_noise_width(self)
        self.add(
            QgsProcessingParameterBoolean(
                self.ALWAYS_HELD, tr("FrontlineChange", "Also ground held all the time"), defaultValue=True
            ),
            tr(
                "FrontlineChange",
                "Adds the ground held on all maps as a feature of its own, one for each sector, with change “none”.",
            ),
        )
        declare_lines_as_maps(self)
        declare_side(self)
        self.add_layers(
            (self.CAPTURE, tr("FrontlineChange", "Date of capture"), QgsProcessing.SourceType.TypeVectorPolygon),
            (self.SUMMARY, tr("FrontlineChange", "Captured by period"), QgsProcessing.SourceType.TypeVector),
            asked_for=(self.SUMMARY,),
        )
        self.add_numbers(
            ("CAPTURED_KM2", tr("FrontlineChange", "Captured and still held (km²)")),
            ("NET_KM2", tr("FrontlineChange", "Net over all periods (km²)")),
        )
        self.add_texts()

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Collect the change from map to map, split it by history and sector, and return ground and summary."""
        options = read_options(parameters)
        result = _measure(parameters, options, progress)
        for period, warning in zip(result.series.periods, result.warnings):
            if warning:
                progress.warn(f"{period.name}: {warning}.")
        km2 = result.sums_km2()
        crs = parameters.layer(SNAPSHOTS).output_crs
        return Results(
            headline=headline(result, parameters.text(SIDE_NAME)),
            facts=_facts(result, parameters, options),
            crs=crs,
            outputs=outputs(result, FrameGeometries(result.series.frame, crs)),
            values={
                "CAPTURED_KM2": km2["gained"] + km2["lost and regained"],
                "NET_KM2": km2["gained"] - km2["lost"],
            },
        )


def _measure(parameters: RunParameters, options: Options, progress: Progress) -> CaptureResult:
    from ...core.change.capture import Capture

    series = read_series(parameters, options, progress)
    warn_of_cut_periods(series, parameters, progress)
    report_series(series, progress)
    partition = read_context(parameters, options, series.frame, (), progress).measurement_context.partition
    progress.percent(SURVEYED)
    used = series.at_period_ends()
    capture = Capture()
    part = progress.part(SURVEYED, READ)
    for held in used.held_areas(part):
        progress.call(capture.add, held)
    progress.call(capture.finish)
    progress.percent((READ + MEASURED) / 2)
    captured = progress.call(capture.captured, partition, options.noise_width_m)
    wanted = parameters.flag(CaptureDate.ALWAYS_HELD)
    always_held = progress.call(capture.always_held, partition) if wanted else ()
    net_m2 = capture.last.area_m2 - capture.first.area_m2
    progress.percent(MEASURED)
    doubts = _doubts(used, captured, capture.first.area_m2)
    warnings = _warnings(series, capture.redrawn, capture.empty, doubts)
    return CaptureResult(series, used, partition, captured, always_held, net_m2, warnings)


def _doubts(used: Series, captured: Captured, first_m2: float) -> dict[int, list[str]]:
    """The warnings about maps that can hardly be right, by the step from map to map, numbered from 1."""
    import numpy as np

    sums = captured.per_period()
    net_m2 = (sums.gained_m2 - sums.lost_m2).sum(axis=1)
    found: dict[int, list[str]] = {}
    for step, text in plausibility.map_doubts(used.instants, first_m2 + np.append(0.0, np.cumsum(net_m2))):
        found.setdefault(step, []).append(text)
    return found


def _warnings(
    series: Series, redrawn: Sequence[int], empty: Sequence[int], doubts: Mapping[int, Sequence[str]]
) -> list[str]:
    """The warnings of each period. `redrawn`, `empty` and `doubts` number the steps from map to map from 1."""
    nothing = QCoreApplication.translate("FrontlineChange", "no map came within this period")
    found, step = [], 0
    for period in series.periods:
        if period.first is None:
            found.append(nothing)
            continue
        step += 1
        ends = (period.last,)
        usual = period_warning(
            period,
            series.instants,
            series.usual_step_days,
            ends if step in redrawn else (),
            ends if step in empty else (),
        )
        found.append("; ".join(filter(None, (usual, *doubts.get(step, ())))))
    return found


def _facts(result: CaptureResult, parameters: RunParameters, options: Options) -> dict[str, Any]:
    series, km2 = result.series, result.sums_km2()
    net_km2 = km2["gained"] - km2["lost"]
    method = QCoreApplication.translate(
        "FrontlineChange",
        "Classes counted: {classes}. Areas in an equal-area plane. A date of capture is that of the first of "
        "{count} maps used that shows the ground as held; it was captured after the map before.",
    )
    return {
        "snapshots": {
            "layer": series.reader.layer.name,
            "count": len(series.instants),
            "used": [formatting.iso(instant) for instant in result.used.instants],
            "usual_step_days": series.usual_step_days,
        },
        "period": series.period_kind,
        **series.offset_facts(),
        "classes": list(options.classes),
        "noise_width_m": options.noise_width_m,
        "sectors": parameters.layer_name(SECTORS),
        "nearest_sector_within_m": options.nearest_sector_within_m,
        "pieces": len(result.captured),
        "areas_km2": km2,
        "reconciliation": {
            "net_of_pieces_km2": net_km2,
            "net_of_maps_km2": result.maps_net_m2 / KM2,
            "difference_m2": net_km2 * KM2 - result.maps_net_m2,
        },
        "frame": series.frame.definition,
        "method": method.format(classes=", ".join(options.classes), count=len(result.used.instants)),
    }
