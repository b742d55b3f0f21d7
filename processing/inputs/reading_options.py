# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters on how maps are read: the fields of their dates and classes, and by whose conventions."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterField
from qgis.PyQt.QtCore import QCoreApplication

from ..base import FrontlineAlgorithm
from .dated_maps import AUTO, source_keys

DATE_FIELD, SOURCE, CLASS_FIELD = "DATE_FIELD", "SOURCE", "CLASS_FIELD"


def declare_reading(algorithm: FrontlineAlgorithm, layer: str) -> None:
    """Add DATE_FIELD, SOURCE and CLASS_FIELD; `layer` is the parameter from whose fields one chooses."""
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
        QgsProcessingParameterEnum(
            SOURCE,
            tr("FrontlineChange", "Publisher"),
            options=source_keys(),
            defaultValue=AUTO,
            usesStaticStrings=True,
        ),
        tr(
            "FrontlineChange",
            "By whose conventions the maps are read. auto recognises known publishers' files, anything else is "
            "generic.",
        ),
        advanced=advanced,
    )
