# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of each control class between two maps: a matrix of areas, whole and per sector, and the ground."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...core.maps.snapshots import CONTROL_CLASSES
from ..base import FrontlineAlgorithm
from ..inputs.options import SECTOR_FIELD, SECTORS, Options, declare_sectors
from ..inputs.pair_options import AFTER, BEFORE, declare_maps
from ..runs.transitions import TransitionRun


class ClassTransition(FrontlineAlgorithm):
    """`frontline:classtransition`: the thin driver; `TransitionRun` holds the steps of a run."""

    NAME = "classtransition"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Transition of classes between two maps")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "How much ground went from which class (held, contested, claimed, liberated, other, none) to which, by sector.",
    )
    TAGS = "class,transition,matrix,held,contested,grey,claimed,liberated,change,area,sector,confusion,km2"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "class,transition,matrix")

    TRANSITIONS = "TRANSITIONS"
    MATRIX = "MATRIX"
    GROUND = "GROUND"

    INPUT_LAYERS = (BEFORE, AFTER, SECTORS)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        declare_maps(self)
        declare_sectors(self)
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.TRANSITIONS, tr("FrontlineChange", "Class before and after, per sector"), kinds.TypeVector),
            (self.MATRIX, tr("FrontlineChange", "Matrix of classes"), kinds.TypeVector),
            (self.GROUND, tr("FrontlineChange", "Ground that changed class"), kinds.TypeVectorPolygon),
        )
        self.add_numbers(
            ("CHANGED_KM2", tr("FrontlineChange", "Ground that changed class (km²)")),
            ("BECAME_HELD_KM2", tr("FrontlineChange", "Ground that became held (km²)")),
            ("NO_LONGER_HELD_KM2", tr("FrontlineChange", "Ground no longer held (km²)")),
        )
        self.add_texts(
            ("DATE_BEFORE_USED", tr("FrontlineChange", "Date of the map before (UTC)")),
            ("DATE_AFTER_USED", tr("FrontlineChange", "Date of the map after (UTC)")),
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, compare, write."""
        sector_field = (self.parameterAsFields(parameters, SECTOR_FIELD, context) or [None])[0]
        chosen = Options(tuple(CONTROL_CLASSES), sector_field, None, 0.0, 0.0, 0.0, 0.0)
        run = TransitionRun(self, parameters, context, feedback, self._layers, chosen)
        run.read()
        run.measure()
        return run.write()
