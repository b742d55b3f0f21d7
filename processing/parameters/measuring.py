# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared parameters of a measurement: classes, sectors, theatre, home, places and errors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.maps.error_presets import ERROR_PRESETS, ONE_PUBLISHER
from ...core.maps.snapshots import CONTROL_CLASSES

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

CLASSES = "CLASSES"
SECTORS, SECTOR_FIELD = "SECTORS", "SECTOR_FIELD"
NEAREST_SECTOR_WITHIN = "NEAREST_SECTOR_WITHIN"
THEATRE, EDGE_TOLERANCE, HOME = "THEATRE", "EDGE_TOLERANCE", "HOME"
PLACES, PLACE_FIELD = "PLACES", "PLACE_FIELD"
POSITION_ERROR, CORRELATION_LENGTH, NOISE_WIDTH = "POSITION_ERROR", "CORRELATION_LENGTH", "NOISE_WIDTH"
ERROR_PRESET = "ERROR_PRESET"
OWN = "own"  # the preset that POSITION_ERROR and CORRELATION_LENGTH give

LAYERS = (SECTORS, THEATRE, HOME, PLACES)
LONGEST_M = 1_000_000.0  # a longer distance is a typing error and would exceed the globe


def declare_options(algorithm: FrontlineAlgorithm) -> None:
    """Add the shared parameters to an algorithm."""
    declare_classes(algorithm)
    declare_sectors(algorithm)
    declare_theatre(algorithm)
    declare_places(algorithm)
    declare_errors(algorithm)


def declare_classes(algorithm: FrontlineAlgorithm) -> None:
    """Add CLASSES."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterEnum(
            CLASSES,
            tr("FrontlineChange", "Classes that count as held"),
            options=list(CONTROL_CLASSES),
            allowMultiple=True,
            defaultValue=["held"],
            usesStaticStrings=True,
        ),
        tr(
            "FrontlineChange",
            "Which classes of the maps count. Only “held” is counted unless you widen it, for instance to "
            "held,contested.",
        ),
    )


def declare_sectors(algorithm: FrontlineAlgorithm) -> None:
    """Add SECTORS, the field with their names, and the distance within which ground outside them is theirs."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            SECTORS,
            tr("FrontlineChange", "Sectors"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        tr(
            "FrontlineChange",
            "Polygons to measure by. Where they overlap, ground counts once; what lies outside all of them has its "
            "own row.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterField(
            SECTOR_FIELD,
            tr("FrontlineChange", "Field with the sectors' names"),
            parentLayerParameterName=SECTORS,
            optional=True,
        ),
        tr("FrontlineChange", "Left empty: the field called name, or else the first text field."),
    )
    algorithm.add(
        metres_parameter(
            NEAREST_SECTOR_WITHIN, tr("FrontlineChange", "Count ground outside for a sector within (metres)"), 0
        ),
        tr(
            "FrontlineChange",
            "Ground outside all sectors, but within this distance of one, counts for the nearest: for sectors whose "
            "border or coast is not that of the maps. 0 turns it off.",
        ),
        advanced=True,
    )


def declare_theatre(algorithm: FrontlineAlgorithm) -> None:
    """Add THEATRE, the width of its edge, and HOME."""
    tr = QCoreApplication.translate
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            THEATRE, tr("FrontlineChange", "Country or area fought over"), polygons, optional=True
        ),
        tr(
            "FrontlineChange",
            "Front length needs the country's outline: its edge, a coast or state border, is never front. Left empty: "
            "no front length.",
        ),
    )
    algorithm.add(
        metres_parameter(EDGE_TOLERANCE, tr("FrontlineChange", "Border and coast are no front within (metres)"), 2000),
        tr("FrontlineChange", "What is nearer than this to the outline of the country or area is not front."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            HOME, tr("FrontlineChange", "Its own territory across the border"), polygons, optional=True
        ),
        tr(
            "FrontlineChange",
            "The side's own ground beyond the country or area fought over. It counts as held for depth, lodgements and "
            "front, never for area: ground taken across the border then has a depth from there.",
        ),
        advanced=True,
    )


def declare_theatre_alone(
    algorithm: FrontlineAlgorithm, help_text: str, *, optional: bool = True, advanced: bool = False
) -> None:
    """Add THEATRE without the width of its edge and HOME, with what the algorithm does with it."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            THEATRE,
            QCoreApplication.translate("FrontlineChange", "Country or area fought over"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=optional,
        ),
        help_text,
        advanced=advanced,
    )


def declare_places(algorithm: FrontlineAlgorithm, help_text: str = "") -> None:
    """Add PLACES and the field with their names; PLACES must be given where a `help_text` says what it is for."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            PLACES,
            tr("FrontlineChange", "Places (points or polygons)"),
            [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon],
            optional=not help_text,
        ),
        help_text
        or tr(
            "FrontlineChange", "Settlements to name when they change hands: points, or polygons by their greater part."
        ),
        advanced=not help_text,
    )
    algorithm.add(
        QgsProcessingParameterField(
            PLACE_FIELD,
            tr("FrontlineChange", "Field with the places' names"),
            parentLayerParameterName=PLACES,
            optional=True,
        ),
        tr("FrontlineChange", "Left empty: the field called name, or else the first text field."),
        advanced=not help_text,
    )


def declare_errors(algorithm: FrontlineAlgorithm) -> None:
    """Add ERROR_PRESET, POSITION_ERROR, CORRELATION_LENGTH and NOISE_WIDTH."""
    declare_position_error(algorithm)
    declare_noise_width(algorithm)


def declare_noise_width(algorithm: FrontlineAlgorithm) -> None:
    """Add NOISE_WIDTH alone, for measures that give no standard error."""
    tr = QCoreApplication.translate
    algorithm.add(
        metres_parameter(NOISE_WIDTH, tr("FrontlineChange", "Change is noise if narrower than (metres)"), 700),
        tr(
            "FrontlineChange",
            "Parts narrower than this (mean width, twice the area over the perimeter) are of kind noise: reported "
            "apart, still in the totals. 0 turns it off.",
        ),
        advanced=True,
    )


def declare_position_error(algorithm: FrontlineAlgorithm) -> None:
    """Add ERROR_PRESET, POSITION_ERROR and CORRELATION_LENGTH alone, for measures without noise."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterEnum(
            ERROR_PRESET,
            tr("FrontlineChange", "Accuracy of the maps"),
            options=[*ERROR_PRESETS, OWN],
            optional=True,
            usesStaticStrings=True,
        ),
        tr(
            "FrontlineChange",
            "one_publisher: all maps are by one publisher (500 m, 5 km). two_publishers: maps of one publisher are "
            "compared with those of another (1,000 m, 20 km). own: POSITION_ERROR and CORRELATION_LENGTH. Left empty: "
            "own where one of these was changed, else by the maps.",
        ),
        advanced=True,
    )
    algorithm.add(
        metres_parameter(
            POSITION_ERROR,
            tr("FrontlineChange", "Position error of the drawn line (metres)"),
            ERROR_PRESETS[ONE_PUBLISHER].position_error_m,
        ),
        tr(
            "FrontlineChange",
            "How far off the line may be drawn, as a standard deviation. Standard errors follow from it. A gained part "
            "farther than this from all ground held before is a lodgement.",
        ),
        advanced=True,
    )
    algorithm.add(
        metres_parameter(
            CORRELATION_LENGTH,
            tr("FrontlineChange", "Correlation length along the line (metres)"),
            ERROR_PRESETS[ONE_PUBLISHER].correlation_length_m,
        ),
        tr("FrontlineChange", "Over which length of front one misjudgement shifts the line the same way."),
        advanced=True,
    )


def metres_parameter(name: str, title: str, default_m: float, least_m: float = 0.0) -> QgsProcessingParameterNumber:
    """Return a parameter for a distance in metres, at most 1,000 km, in metres whatever the layers' units."""
    number = QgsProcessingParameterNumber.Type.Double
    return QgsProcessingParameterNumber(
        name, title, number, defaultValue=default_m, minValue=least_m, maxValue=LONGEST_M
    )


def choice_parameter(
    name: str, title: str, options: Iterable[str], default: str | None = None, *, optional: bool = False
) -> QgsProcessingParameterEnum:
    """Return a parameter that takes one of some words, by default the first.

    One that is added to an algorithm later is optional: QGIS calls a model from before it invalid otherwise.
    """
    words = list(options)
    return QgsProcessingParameterEnum(
        name, title, options=words, defaultValue=default or words[0], optional=optional, usesStaticStrings=True
    )
