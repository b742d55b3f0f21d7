# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared parameters of single maps: before and after, their dates, and how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from .measuring import choice_parameter

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

BEFORE, AFTER, BEFORE_DATE, AFTER_DATE = "BEFORE", "AFTER", "BEFORE_DATE", "AFTER_DATE"
DATE_FIELD, DATE_PATTERN, SOURCE, CLASS_FIELD = "DATE_FIELD", "DATE_PATTERN", "SOURCE", "CLASS_FIELD"
MAPS_CRS = "MAPS_CRS"
MAPS = (BEFORE, AFTER, "SNAPSHOTS", "LAYERS")  # the parameters of maps
HELD_VALUES = "HELD_VALUES"
CLASS_VALUES = (HELD_VALUES, "CONTESTED_VALUES", "CLAIMED_VALUES", "LIBERATED_VALUES")
AUTO = "auto"
MAP_KINDS = [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorLine]


def source_keys() -> list[str]:
    """Return the choices of SOURCE, `auto` first."""
    from ...core.maps.readers import SOURCES

    return [AUTO, *SOURCES]


def declare_maps(algorithm: FrontlineAlgorithm) -> None:
    """Add BEFORE and AFTER with their dates, and how both are read."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterFeatureSource(BEFORE, tr("FrontlineChange", "Map before"), MAP_KINDS),
        tr("FrontlineChange", "Polygons of who holds what on the earlier date, or its front lines."),
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource(AFTER, tr("FrontlineChange", "Map after"), MAP_KINDS),
        tr(
            "FrontlineChange",
            "Polygons of who holds what on the later date, or its front lines. Results come in its CRS.",
        ),
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
    algorithm.add(QgsProcessingParameterFeatureSource(BEFORE, title, MAP_KINDS, optional=True), help_text)
    algorithm.add(
        QgsProcessingParameterDateTime(BEFORE_DATE, tr("FrontlineChange", "Date of the earlier map"), optional=True),
        date_help_text,
        advanced=date_advanced,
    )


def declare_reading(algorithm: FrontlineAlgorithm, layer: str) -> None:
    """Add DATE_FIELD, DATE_PATTERN, SOURCE, CLASS_FIELD, MAPS_CRS and HELD_VALUES.

    `layer` is the parameter whose fields are offered.
    """
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterField(
            DATE_FIELD, tr("FrontlineChange", "Date field"), parentLayerParameterName=layer, optional=True
        ),
        tr("FrontlineChange", "Field with the maps' dates, if it is not called date; the same in every map layer."),
        advanced=True,
    )
    declare_date_pattern(algorithm)
    declare_source(algorithm, advanced=True)
    algorithm.add(
        QgsProcessingParameterField(
            CLASS_FIELD, tr("FrontlineChange", "Class field"), parentLayerParameterName=layer, optional=True
        ),
        tr(
            "FrontlineChange",
            "Field with the control class (held, contested, claimed, liberated, other), the same in every map layer. "
            "Without one every polygon of a generic map is held, unless it shows several sides.",
        ),
        advanced=True,
    )
    declare_crs(algorithm)
    declare_class_values(algorithm)


def declare_crs(algorithm: FrontlineAlgorithm) -> None:
    """Add MAPS_CRS."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterCrs(
            MAPS_CRS, tr("FrontlineChange", "Coordinate system of maps that name none"), optional=True
        ),
        tr(
            "FrontlineChange",
            "For tables of text (CSV) and other maps without one, such as EPSG:32637. Left empty: such a table is in "
            "degrees of longitude and latitude.",
        ),
        advanced=True,
    )


def declare_class_values(algorithm: FrontlineAlgorithm) -> None:
    """Add HELD_VALUES and its companions for the other classes."""
    tr = QCoreApplication.translate
    other = tr("FrontlineChange", "Values of this class, as in HELD_VALUES.")
    for name, title, help_text in (
        (
            HELD_VALUES,
            tr("FrontlineChange", "Values of held ground"),
            tr(
                "FrontlineChange",
                "For maps of several sides: the values of the measured side, separated by commas: words, names, styles "
                "or colours, in whichever field they are. The rest counts as other. * means all the rest.",
            ),
        ),
        ("CONTESTED_VALUES", tr("FrontlineChange", "Values of contested ground"), other),
        ("CLAIMED_VALUES", tr("FrontlineChange", "Values of claimed ground"), other),
        ("LIBERATED_VALUES", tr("FrontlineChange", "Values of liberated ground"), other),
    ):
        algorithm.add(QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True)


def declare_date_pattern(algorithm: FrontlineAlgorithm) -> None:
    """Add DATE_PATTERN."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterString(DATE_PATTERN, tr("FrontlineChange", "Date pattern"), optional=True),
        tr(
            "FrontlineChange",
            "For dates that are not understood, in a text field, in the name of a layer or file, or in the folders of "
            "its path: %d/%m/%Y, front_%d%m%y, %Y/%m/%d, or a regular expression whose first group is the date. Known "
            "are %Y %y %m %b %d %j %H %M %S, %s for Unix seconds. %Y-%m and %Y stand for the first day.",
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
