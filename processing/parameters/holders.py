# SPDX-License-Identifier: GPL-2.0-or-later
"""The field with who holds the ground, for maps of any number of sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterField
from qgis.PyQt.QtCore import QCoreApplication

from .series import SNAPSHOTS

if TYPE_CHECKING:
    from ..base import FrontlineAlgorithm

HOLDER_FIELD = "HOLDER_FIELD"


def declare_holder_field(algorithm: FrontlineAlgorithm, layer: str = SNAPSHOTS) -> None:
    """Add HOLDER_FIELD; `layer` is the parameter whose fields are offered."""
    tr = QCoreApplication.translate
    algorithm.add(
        QgsProcessingParameterField(
            HOLDER_FIELD,
            tr("FrontlineChange", "Field with the side that holds the ground"),
            parentLayerParameterName=layer,
            optional=True,
        ),
        tr(
            "FrontlineChange",
            "For HOLDERS and EXCHANGES of maps with several sides: what each gained from and lost to every other. The "
            "other results are still about the side of HELD_VALUES. Left empty: held ground is the only side.",
        ),
        advanced=True,
    )
