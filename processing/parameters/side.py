# SPDX-License-Identifier: GPL-2.0-or-later
"""What the side is called and in which colour it is drawn: parameters that change no number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterColor, QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

SIDE_NAME, SIDE_COLOUR = "SIDE_NAME", "SIDE_COLOUR"


def declare_side(algorithm: FrontlineAlgorithm) -> None:
    """Add SIDE_NAME and SIDE_COLOUR."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterString(SIDE_NAME, tr("FrontlineChange", "Name of the side"), optional=True),
        tr("FrontlineChange", "As in a sentence: “Russian forces”. For headline and legends; left empty: “the side”."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterColor(
            SIDE_COLOUR, tr("FrontlineChange", "Colour of the side"), opacityEnabled=False, optional=True
        ),
        tr(
            "FrontlineChange",
            "For the ground that it gained, as light or dark as the map needs; ground that it lost gets a colour that "
            "differs. Left empty: red for gained, blue for lost.",
        ),
        advanced=True,
    )
