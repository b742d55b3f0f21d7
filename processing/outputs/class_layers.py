# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes over time as layers: CLASS_AREAS and TRANSITIONS of a series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsProcessing, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .class_rows import class_area_rows, net_of_whole_km2, series_transition_rows, sign_warning
from .features import qgs_features
from .fields import classes as fields
from .results import Output

if TYPE_CHECKING:
    from ...core.change.transitions import Transitions
    from ..progress import Progress
    from .series_layers import PeriodTables

CLASS_AREAS, TRANSITIONS = CLASS_LAYERS = ("CLASS_AREAS", "TRANSITIONS")
NAMED_PERIODS = 12


def class_layers() -> list[tuple[str, str, int]]:
    """Return name, title and kind of each layer, as an algorithm declares it."""
    tr, kind = QCoreApplication.translate, QgsProcessing.SourceType.TypeVector
    return [
        (CLASS_AREAS, tr("FrontlineChange", "Area of each class by period"), kind),
        (TRANSITIONS, tr("FrontlineChange", "Class before and after, by period"), kind),
    ]


def class_outputs(
    tables: PeriodTables, found: Sequence[Transitions | None], classes: Sequence[str]
) -> Iterator[Output]:
    """Yield CLASS_AREAS and TRANSITIONS; `found` are the transitions of each period, `classes` those of the maps."""
    tr, no_geometry = QCoreApplication.translate, QgsWkbTypes.Type.NoGeometry
    periods, dates = tables.periods, tables.series.dates
    sectors = tables.context.measurement_context.partition.row_names
    for name, table, title, rows in (
        (
            CLASS_AREAS,
            fields.CLASS_AREAS,
            tr("FrontlineChange", "Area of each class by period {dates}"),
            class_area_rows(periods, found, sectors, classes),
        ),
        (
            TRANSITIONS,
            fields.SERIES_TRANSITIONS,
            tr("FrontlineChange", "Class before and after, by period {dates}"),
            series_transition_rows(periods, found, sectors),
        ),
    ):
        yield Output(name, table, no_geometry, title.format(dates=dates), None, qgs_features(table, rows))


def warn_of_signs(tables: PeriodTables, found: Sequence[Transitions | None], progress: Progress) -> None:
    """Warn of periods in which net of held ground alone and with contested ground differ in sign."""
    differing = [
        formatting.period_title(table.period.name)
        for table, transitions in zip(tables.periods, found)
        if transitions is not None and sign_warning(net_of_whole_km2(transitions))
    ]
    if differing:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Held ground alone, and held and contested ground together, changed in opposite directions (periods: "
            "{periods}). State which of the two is meant; CLASS_AREAS has both.",
        )
        shown = ", ".join(differing[:NAMED_PERIODS]) + (", …" if len(differing) > NAMED_PERIODS else "")
        progress.warn(text.format(periods=shown))
