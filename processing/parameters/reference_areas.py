# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of a user's own areas that readers know, to compare a change with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource, QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

AREAS_TABLE, AREAS_LANGUAGE = "AREAS_TABLE", "AREAS_LANGUAGE"


def declare_reference_areas(algorithm: FrontlineAlgorithm) -> None:
    """Add AREAS_TABLE and AREAS_LANGUAGE."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            AREAS_TABLE,
            tr("FrontlineChange", "Your own areas that readers know"),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
        ),
        tr(
            "FrontlineChange",
            "A table with the fields name and area_km2 (or area_sqmi, area_ha, area_acres), and if you like language "
            "and source: the field about_as_large_as then compares with these alone.",
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString(AREAS_LANGUAGE, tr("FrontlineChange", "Language of the readers"), optional=True),
        tr(
            "FrontlineChange",
            "Only areas of this language count, as its field language says (uk, de, pl), and those without one. Left "
            "empty: all of them.",
        ),
        advanced=True,
    )
