# SPDX-License-Identifier: GPL-2.0-or-later
"""The contact line of dated maps per sector: where it runs, how long it is at each tolerance, what of it moved."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...core.errors import InputError
from ..base import FrontlineAlgorithm
from ..inputs import options
from ..inputs.options import Options, declare_classes, declare_sectors, declare_theatre, metres_parameter
from ..inputs.reading_options import declare_reading
from ..runs.front import FrontRun


class ExtractFront(FrontlineAlgorithm):
    """`frontline:extractfront`: the thin driver; `FrontRun` holds the steps of a run."""

    NAME = "extractfront"
    GROUP = "prepare"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Extract the front")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "The contact line off coast and border, its length per sector and tolerance, and which stretches moved.",
    )
    TAGS = "front,frontline,contact,line,length,boundary,active,moved,simplify,tolerance,river,mask,km"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "front,line,length")

    SNAPSHOTS = "SNAPSHOTS"
    DATES = "DATES"
    BEFORE = "BEFORE"
    BEFORE_DATE = "BEFORE_DATE"
    TOLERANCES = "TOLERANCES"
    SEAM_WIDTH = "SEAM_WIDTH"
    MASK = "MASK"
    MASK_DISTANCE = "MASK_DISTANCE"
    MOVE_DISTANCE = "MOVE_DISTANCE"

    FRONT = "FRONT"
    LENGTHS = "LENGTHS"

    INPUT_LAYERS = (SNAPSHOTS, BEFORE, MASK, options.SECTORS, options.THEATRE, options.HOME)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self._declare_maps()
        declare_theatre(self)
        declare_sectors(self)
        declare_classes(self)
        self._declare_measures()
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.FRONT, tr("FrontlineChange", "Front"), kinds.TypeVectorLine),
            (self.LENGTHS, tr("FrontlineChange", "Length of the front"), kinds.TypeVector),
        )
        self.add_numbers(
            ("FRONT_KM", tr("FrontlineChange", "Front of the last map (km)")),
            ("MOVED_KM", tr("FrontlineChange", "Of it moved (km)")),
        )
        self.add_texts(
            ("DATES_USED", tr("FrontlineChange", "Dates of the maps (UTC)")),
        )

    def _declare_maps(self) -> None:
        tr = QCoreApplication.translate
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(
            QgsProcessingParameterFeatureSource(self.SNAPSHOTS, tr("FrontlineChange", "Map, or snapshots"), polygons),
            tr("FrontlineChange", "Polygons of who holds what, of one date or of many."),
        )
        self.add(
            QgsProcessingParameterString(self.DATES, tr("FrontlineChange", "Dates"), optional=True),
            tr(
                "FrontlineChange",
                "In a layer of many dates: which ones, separated by commas (for each the last map at or before it); "
                "left empty, all of them. For a map whose date neither a field nor its name carries: its date.",
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.BEFORE, tr("FrontlineChange", "Earlier map in a layer of its own"), polygons, optional=True
            ),
            tr(
                "FrontlineChange",
                "To see what moved since, where the layer above does not hold the earlier date itself.",
            ),
        )
        self.add(
            QgsProcessingParameterDateTime(
                self.BEFORE_DATE, tr("FrontlineChange", "Date of the earlier map"), optional=True
            ),
            tr("FrontlineChange", "If neither a field nor its name carries it, or to choose among several."),
            advanced=True,
        )
        declare_reading(self, self.SNAPSHOTS)

    def _declare_measures(self) -> None:
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterString(
                self.TOLERANCES, tr("FrontlineChange", "Tolerances (metres)"), defaultValue="0,500,1000,2000,5000"
            ),
            tr(
                "FrontlineChange",
                "The length is given with bends shallower than each of these left out. Compare lengths only at equal "
                "tolerances.",
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.MASK,
                tr("FrontlineChange", "Mask, such as a river"),
                [kinds.TypeVectorLine, kinds.TypeVectorPolygon],
                optional=True,
            ),
            tr(
                "FrontlineChange",
                "Lines or polygons along which a boundary does not count as front; its length is given apart.",
            ),
        )
        self.add(
            metres_parameter(
                self.MASK_DISTANCE, tr("FrontlineChange", "Width of the mask to either side (metres)"), 1000
            ),
            tr("FrontlineChange", "A boundary no farther than this from the mask is masked."),
            advanced=True,
        )
        self.add(
            metres_parameter(self.MOVE_DISTANCE, tr("FrontlineChange", "Least movement (metres)"), 100),
            tr(
                "FrontlineChange",
                "A stretch has moved if it lies farther than this from the boundary of the map before.",
            ),
            advanced=True,
        )

        self.add(
            metres_parameter(self.SEAM_WIDTH, tr("FrontlineChange", "Widest seam between pieces (metres)"), 5),
            tr(
                "FrontlineChange",
                "Gaps between the pieces of a map that are narrower than this are not front: they would count twice, "
                "with both their sides. 0 leaves them.",
            ),
            advanced=True,
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, draw, write."""
        run = FrontRun(self, parameters, context, feedback, self._layers, self._options(parameters, context))
        run.read()
        run.draw()
        return run.write()

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Options:
        classes = tuple(self.parameterAsEnumStrings(parameters, options.CLASSES, context))
        if not classes:
            raise InputError("No control class is chosen in CLASSES. Choose at least one, usually “held”.")
        sector_field = (self.parameterAsFields(parameters, options.SECTOR_FIELD, context) or [None])[0]
        edge_tolerance_m = self.parameterAsDouble(parameters, options.EDGE_TOLERANCE, context)
        return Options(classes, sector_field, None, edge_tolerance_m, 0.0, 0.0, 0.0)
