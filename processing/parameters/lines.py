# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared parameters of front lines: which ground behind them is held, and how they are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource
from qgis.PyQt.QtCore import QCoreApplication

from .measuring import THEATRE, choice_parameter, declare_theatre_alone, metres_parameter

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

SIDE, LINES_SIDE, MARKS = "SIDE", "LINES_SIDE", "MARKS"
BRIDGE_DISTANCE, EXTEND_DISTANCE = "BRIDGE_DISTANCE", "EXTEND_DISTANCE"
SIDES = ("marks", "left", "right")
BRIDGED_M, EXTENDED_M = 1000.0, 10000.0


def declare_lines_as_maps(algorithm: FrontlineAlgorithm, side: str = SIDE) -> None:
    """Add what makes maps of front lines; call it after all other inputs. `side` is the name of the side's parameter.

    An algorithm without a theatre gets one that only divides the land of front lines.
    """
    tr = QCoreApplication.translate
    if algorithm.parameterDefinition(THEATRE) is None:
        declare_theatre_alone(
            algorithm,
            tr("FrontlineChange", "Only for maps that are front lines: the country or area that the lines divide."),
            advanced=True,
        )
    declare_sides(algorithm, side, advanced=True)


def declare_sides(algorithm: FrontlineAlgorithm, side: str = SIDE, *, advanced: bool = False) -> None:
    """Add SIDE, MARKS, BRIDGE_DISTANCE and EXTEND_DISTANCE."""
    tr = QCoreApplication.translate
    kinds = QgsProcessing.SourceType
    algorithm.add(
        choice_parameter(side, tr("FrontlineChange", "Held ground lies (front lines)"), SIDES),
        tr(
            "FrontlineChange",
            "marks: where marks lie. left, right: on that side of the lines, in the direction in which they were "
            "drawn.",
        ),
        advanced=advanced,
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            MARKS,
            tr("FrontlineChange", "Marks in held ground (front lines)"),
            [kinds.TypeVectorPoint, kinds.TypeVectorPolygon],
            optional=True,
        ),
        tr(
            "FrontlineChange",
            "Points, or polygons such as last month's map. Each pocket, island or bridgehead that is held needs "
            "its own. With a date field of the same name a mark counts on its date only.",
        ),
        advanced=advanced,
    )
    algorithm.add(
        metres_parameter(BRIDGE_DISTANCE, tr("FrontlineChange", "Gaps bridged up to (metres)"), BRIDGED_M),
        tr("FrontlineChange", "Ends of lines no farther apart, or no farther from another line, are joined."),
        advanced=advanced,
    )
    algorithm.add(
        metres_parameter(
            EXTEND_DISTANCE, tr("FrontlineChange", "Ends extended to the border or coast up to (metres)"), EXTENDED_M
        ),
        tr(
            "FrontlineChange",
            "Ends that are not bridged are joined to the nearest point of the outline of the country or area.",
        ),
        advanced=advanced,
    )
