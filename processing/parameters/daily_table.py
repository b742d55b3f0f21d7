# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of a user's own table of dated amounts (losses, assaults, population) beside the change of ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from .measuring import choice_parameter

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

DAILY_TABLE, DAILY_KIND = "DAILY_TABLE", "DAILY_KIND"
DAILY_DATE_FIELD, DAILY_SECTOR_FIELD, DAILY_FIELDS = "DAILY_DATE_FIELD", "DAILY_SECTOR_FIELD", "DAILY_FIELDS"
DAILY_SOURCE = "DAILY_SOURCE"
QUANTITIES = "QUANTITIES"  # the output

KINDS = ("reports", "events", "levels")  # the same as in `core.change.quantities`, which is loaded only in a run


def declare_daily_table(algorithm: FrontlineAlgorithm) -> None:
    """Add DAILY_TABLE, its fields, what its amounts are, and its source."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            DAILY_TABLE,
            tr("FrontlineChange", "Your own table of amounts by date and sector"),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
        ),
        tr(
            "FrontlineChange",
            "Losses, assaults, strikes, population: a row for each date, or each date and sector. QUANTITIES puts them "
            "beside the change of ground.",
        ),
        advanced=True,
    )
    algorithm.add(
        choice_parameter(DAILY_KIND, tr("FrontlineChange", "What the amounts are"), KINDS, optional=True),
        tr(
            "FrontlineChange",
            "reports: each amount is of the time until the next date of the table. events: each row is an event, and "
            "no row means none; without number fields the rows are counted. levels: each amount holds until the next "
            "date, as population does.",
        ),
        advanced=True,
    )
    for name, title, help_text in (
        (
            DAILY_DATE_FIELD,
            tr("FrontlineChange", "Date field of the table"),
            tr("FrontlineChange", "Left empty: the field called date, datetime or day."),
        ),
        (
            DAILY_SECTOR_FIELD,
            tr("FrontlineChange", "Sector field of the table"),
            tr(
                "FrontlineChange",
                "Left empty: the field called sector or region. Without one, a row belongs to the sector in which it "
                "lies (points, or columns lon and lat), and a table without places to the whole.",
            ),
        ),
        (
            DAILY_FIELDS,
            tr("FrontlineChange", "Number fields of the table"),
            tr("FrontlineChange", "Left empty: all its number fields."),
        ),
    ):
        algorithm.add(
            QgsProcessingParameterField(
                name,
                title,
                parentLayerParameterName=DAILY_TABLE,
                allowMultiple=name == DAILY_FIELDS,
                optional=True,
            ),
            help_text,
            advanced=True,
        )
    algorithm.add(
        QgsProcessingParameterString(DAILY_SOURCE, tr("FrontlineChange", "Who reports the amounts"), optional=True),
        tr(
            "FrontlineChange",
            "Printed with each row: a figure without its source is worth nothing. Left empty: the field called source.",
        ),
        advanced=True,
    )
