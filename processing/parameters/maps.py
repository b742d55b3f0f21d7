# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared parameters of single maps: before and after, their dates, and how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QCoreApplication

from .measuring import choice_parameter

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

BEFORE, AFTER, BEFORE_DATE, AFTER_DATE = "BEFORE", "AFTER", "BEFORE_DATE", "AFTER_DATE"
DATE_FIELD, SOURCE, CLASS_FIELD = "DATE_FIELD", "SOURCE", "CLASS_FIELD"
AUTO = "auto"


def source_keys() -> list[str]:
    """Return the choices of SOURCE, `auto` first."""
    from ...core.maps.readers import SOURCES

    return [AUTO, *SOURCES]


def declare_maps(algorithm: FrontlineAlgorithm) -> None:
    """Add BEFORE and AFTER with their dates, and how both are read."""
    tr = QCoreApplication.translate
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource(BEFORE, tr("FrontlineChange", "Map before"), polygons),
        tr("FrontlineChange", "Polygons of who holds what on the earlier date."),
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource(AFTER, tr("FrontlineChange", "Map after"), polygons),
        tr("FrontlineChange", "Polygons of who holds what on the later date. Results come in its CRS."),
    )
    declare_date(algorithm, BEFORE_DATE, tr("FrontlineChange", "Date before"))
    declare_date(algorithm, AFTER_DATE, tr("FrontlineChange", "Date after"))
    declare_reading(algorithm, AFTER)


def declare_date(algorithm: FrontlineAlgorithm, name: str, title: str) -> None:
    """Add the date of a map, which also chooses among the maps of a layer."""
    help_text = QCoreApplication.translate(
        "FrontlineChange",
        "In a layer of many dates: which one to use (the last map at or before it). Otherwise the date of the map, "
        "if neither a field nor its name carries one. A date without a time is 00:00 UTC.",
    )
    algorithm.add(QgsProcessingParameterDateTime(name, title, optional=True), help_text)


def declare_earlier_map(
    algorithm: FrontlineAlgorithm, title: str, help_text: str, date_help_text: str, *, date_advanced: bool
) -> None:
    """Add BEFORE and BEFORE_DATE, both optional."""
    tr = QCoreApplication.translate
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(QgsProcessingParameterFeatureSource(BEFORE, title, polygons, optional=True), help_text)
    algorithm.add(
        QgsProcessingParameterDateTime(BEFORE_DATE, tr("FrontlineChange", "Date of the earlier map"), optional=True),
        date_help_text,
        advanced=date_advanced,
    )


def declare_reading(algorithm: FrontlineAlgorithm, layer: str) -> None:
    """Add DATE_FIELD, SOURCE and CLASS_FIELD; `layer` is the parameter whose fields are offered."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterField(
            DATE_FIELD, tr("FrontlineChange", "Date field"), parentLayerParameterName=layer, optional=True
        ),
        tr("FrontlineChange", "Field with the maps' dates, if it is not called date; the same in every map layer."),
        advanced=True,
    )
    declare_source(algorithm, advanced=True)
    algorithm.add(
        QgsProcessingParameterField(
            CLASS_FIELD, tr("FrontlineChange", "Class field"), parentLayerParameterName=layer, optional=True
        ),
        tr(
            "FrontlineChange",
            "Field with the control class (held, contested, claimed, liberated, other), the same in every map layer. "
            "Without one every polygon of a generic map is held.",
        ),
        advanced=True,
    )


def declare_source(algorithm: FrontlineAlgorithm, *, advanced: bool) -> None:
    """Add SOURCE."""
    tr = QCoreApplication.translate
    algorithm.add(
        source_parameter(tr("FrontlineChange", "Publisher")),
        tr(
            "FrontlineChange",
            "By whose conventions the maps are read. auto recognises known publishers' files, anything else is "
            "generic.",
        ),
        advanced=advanced,
    )


def source_parameter(title: str) -> QgsProcessingParameterEnum:
    """Return the parameter SOURCE: the publishers that are known, `auto` by default."""
    return choice_parameter(SOURCE, title, source_keys())
