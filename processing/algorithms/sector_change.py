# SPDX-License-Identifier: GPL-2.0-or-later
"""Change between two dated maps per sector: ground gained and lost, depth, front length, and how sure each is."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.map_errors import declare_error_field
from ..inputs.options import LAYERS, declare_options, read_options
from ..inputs.pair_options import AFTER, BEFORE, declare_maps
from ..runs.pair import PairRun


class SectorChange(FrontlineAlgorithm):
    """`frontline:sectorchange`: the thin driver; `PairRun` holds the steps of a run."""

    NAME = "sectorchange"
    GROUP = "change"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Change per sector between two maps")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "Area gained and lost, depth of advance and retreat, and their error, per sector."
    )
    TAGS = "front,frontline,advance,retreat,territory,control,gained,lost,area,depth,difference,sector,change,km2"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "front,advance,retreat,territory,control,change")

    CHANGE = "CHANGE"
    GAINED = "GAINED"
    LOST = "LOST"
    DEPTH = "DEPTH"
    PLACES_CHANGED = "PLACES_CHANGED"

    INPUT_LAYERS = (BEFORE, AFTER, *LAYERS)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_maps(self)
        declare_options(self)
        declare_error_field(
            self,
            tr(
                "FrontlineChange",
                "Standard errors then follow from the errors of both maps, by their quadratic mean. For a map that has "
                "none, POSITION_ERROR counts.",
            ),
            AFTER,
        )
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.CHANGE, tr("FrontlineChange", "Change per sector"), kinds.TypeVectorPolygon),
            (self.GAINED, tr("FrontlineChange", "Ground gained"), kinds.TypeVectorPolygon),
            (self.LOST, tr("FrontlineChange", "Ground lost"), kinds.TypeVectorPolygon),
            (self.DEPTH, tr("FrontlineChange", "Depth lines"), kinds.TypeVectorLine),
            (self.PLACES_CHANGED, tr("FrontlineChange", "Places that changed hands"), kinds.TypeVectorPoint),
            asked_for={self.PLACES_CHANGED},
        )
        self.add_numbers(
            ("GAINED_KM2", tr("FrontlineChange", "Gained (km²)")),
            ("LOST_KM2", tr("FrontlineChange", "Lost (km²)")),
            ("NET_KM2", tr("FrontlineChange", "Net (km²)")),
            ("GAINED_SE_KM2", tr("FrontlineChange", "Standard error of gained (km²)")),
            ("ADVANCE_MAX_KM", tr("FrontlineChange", "Deepest advance (km)")),
            ("RETREAT_MAX_KM", tr("FrontlineChange", "Deepest retreat (km)")),
        )
        self.add_texts(
            ("DATE_BEFORE_USED", tr("FrontlineChange", "Date of the map before (UTC)")),
            ("DATE_AFTER_USED", tr("FrontlineChange", "Date of the map after (UTC)")),
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, measure, write."""
        run = PairRun(self, parameters, context, feedback, self._layers, read_options(self, parameters, context))
        run.read()
        run.measure()
        return run.write()
