# SPDX-License-Identifier: GPL-2.0-or-later
"""Comparisons in a series as layers: COMPARISONS of its periods, ROLLING windows, and SPANS_COMPARED."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsFeature, QgsProcessing, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ..inputs.comparisons import ComparisonOptions
from .comparison_rows import PeriodsCompared
from .features import qgs_rows
from .fields import comparisons as fields
from .results import Output
from .rolling_rows import rolling_rows
from .series_layers import PeriodTables
from .shares import Shares
from .span_rows import span_rows

COMPARISONS, ROLLING, SPANS_COMPARED = COMPARISON_LAYERS = ("COMPARISONS", "ROLLING", "SPANS_COMPARED")


def comparison_layers() -> list[tuple[str, str, int]]:
    """Return name, title and kind of each layer, as an algorithm declares it."""
    tr, kind = QCoreApplication.translate, QgsProcessing.SourceType.TypeVector
    return [
        (COMPARISONS, tr("FrontlineChange", "Periods compared"), kind),
        (ROLLING, tr("FrontlineChange", "Rolling windows"), kind),
        (SPANS_COMPARED, tr("FrontlineChange", "Spans compared"), kind),
    ]


def comparison_outputs(tables: PeriodTables, options: ComparisonOptions) -> Iterator[Output]:
    """Yield COMPARISONS, ROLLING and SPANS_COMPARED. Nothing is computed for an output that is not written."""
    tr = QCoreApplication.translate
    sectors = tables.context.measurement_context.partition.row_names
    for name, table, title, features in (
        (
            COMPARISONS,
            fields.COMPARISONS,
            tr("FrontlineChange", "Periods compared {dates}"),
            _comparisons(tables, options),
        ),
        (
            ROLLING,
            fields.ROLLING,
            tr("FrontlineChange", "Rolling windows {dates}"),
            qgs_rows(fields.ROLLING, rolling_rows(tables, options, sectors)),
        ),
        (
            SPANS_COMPARED,
            fields.SPANS_COMPARED,
            tr("FrontlineChange", "Spans compared {dates}"),
            qgs_rows(fields.SPANS_COMPARED, span_rows(tables, sectors)),
        ),
    ):
        yield Output(name, table, QgsWkbTypes.Type.NoGeometry, title.format(dates=tables.series.dates), None, features)


def _comparisons(tables: PeriodTables, options: ComparisonOptions) -> Iterator[QgsFeature]:
    series, partition = tables.series, tables.context.measurement_context.partition
    shares = Shares.of(options, series.instants, partition, tables.step_sums)
    compared = PeriodsCompared.of(tables.periods, series.period_kind, series.offset_days, shares)
    yield from qgs_rows(fields.COMPARISONS, compared.rows(partition.row_names, tuple(fields.COMPARISONS)))
