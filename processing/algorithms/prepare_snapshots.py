# SPDX-License-Identifier: GPL-2.0-or-later
"""Clean, dated snapshots from any publisher's maps: loaded layers, a folder of files, or both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..base import FrontlineAlgorithm
from ..inputs.class_expression import ClassExpression
from ..inputs.dated_maps import HowToRead
from ..inputs.map_files import LoadedLayer
from ..inputs.options import metres_parameter
from ..inputs.reading_options import declare_source
from ..runs.prepare import PrepareRun, Preparing

SKIP, STOP = "skip", "stop"
SEAM_WIDTH_M = 5.0


class PrepareSnapshots(FrontlineAlgorithm):
    """`frontline:preparesnapshots`: the thin driver; `PrepareRun` holds the steps of a run."""

    NAME = "preparesnapshots"
    GROUP = "prepare"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Prepare snapshots")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "Any publisher's maps, layers or a whole folder, become clean dated snapshots with a log of what was done.",
    )
    TAGS = "front,frontline,map,import,clean,repair,date,snapshot,folder,deepstate,isw,nzz,geojson,control,class"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "import,clean,repair,date,snapshot,folder")

    LAYERS = "LAYERS"
    FOLDER = "FOLDER"
    SOURCE = "SOURCE"
    DATE_FIELD = "DATE_FIELD"
    DATE_PATTERN = "DATE_PATTERN"
    CLASS_FIELD = "CLASS_FIELD"
    CLASS_EXPRESSION = "CLASS_EXPRESSION"
    THEATRE = "THEATRE"
    SEAM_WIDTH = "SEAM_WIDTH"
    ON_BAD_FILE = "ON_BAD_FILE"

    SNAPSHOTS = "SNAPSHOTS"
    LOG = "LOG"

    INPUT_LAYERS = (THEATRE,)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self._declare_maps()
        self._declare_how_to_read()
        self._declare_cleaning()
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add_layers(
            (self.SNAPSHOTS, tr("FrontlineChange", "Snapshots"), kinds.TypeVectorPolygon),
            (self.LOG, tr("FrontlineChange", "Log of snapshots"), kinds.TypeVector),
        )
        self.add_numbers(
            ("SNAPSHOT_COUNT", tr("FrontlineChange", "Number of snapshots")),
            ("SKIPPED_COUNT", tr("FrontlineChange", "Maps left out")),
        )
        self.add_texts()

    def _declare_maps(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS,
                tr("FrontlineChange", "Maps that are loaded"),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
                optional=True,
            ),
            tr(
                "FrontlineChange",
                "Layers in any order. A GeoJSON layer is read whole from its file, whatever part of it QGIS shows.",
            ),
        )
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER,
                tr("FrontlineChange", "Folder of map files"),
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            tr(
                "FrontlineChange",
                "All GeoJSON, Shapefile, GeoPackage, KML, GML and FlatGeobuf files in it and in the folders in it.",
            ),
        )

    def _declare_how_to_read(self) -> None:
        tr = QCoreApplication.translate
        declare_source(self, advanced=False)
        for name, title, help_text in (
            (
                self.DATE_FIELD,
                tr("FrontlineChange", "Date field"),
                tr(
                    "FrontlineChange",
                    "Field with the date of each feature. Left empty: the field called date, or the layer's temporal "
                    "settings, or the date in the layer's or file's name.",
                ),
            ),
            (
                self.DATE_PATTERN,
                tr("FrontlineChange", "Where names carry the date"),
                tr(
                    "FrontlineChange",
                    "For names that are not understood: front_%d%m%y, or a regular expression whose first group is "
                    "the date. %Y %y %m %b %d %H %M %S, %s for Unix seconds.",
                ),
            ),
            (
                self.CLASS_FIELD,
                tr("FrontlineChange", "Class field"),
                tr(
                    "FrontlineChange",
                    "For generic maps: field with the control class (held, contested, claimed, liberated, other). "
                    "Without one every polygon is held.",
                ),
            ),
        ):
            self.add(QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True)
        self.add(
            QgsProcessingParameterExpression(
                self.CLASS_EXPRESSION, tr("FrontlineChange", "Class by expression"), optional=True
            ),
            tr(
                "FrontlineChange",
                "For generic maps: an expression that gives the class in these words, for instance "
                "if(\"status\" = 2, 'held', 'other'). @layer_name and @file_name are known.",
            ),
            advanced=True,
        )

    def _declare_cleaning(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterFeatureSource(
                self.THEATRE,
                tr("FrontlineChange", "Theatre (land of the war)"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr(
                "FrontlineChange",
                "The land that is fought over. Pieces that do not meet it are land elsewhere in the world, of class "
                "other. Nothing is cut at its edge.",
            ),
        )
        self.add(
            metres_parameter(
                self.SEAM_WIDTH,
                tr("FrontlineChange", "Width below which a gap between pieces is a seam (metres)"),
                SEAM_WIDTH_M,
            ),
            tr(
                "FrontlineChange",
                "Holes and channels between neighbouring pieces of one class that are narrower are filled; no outer "
                "boundary moves. 0 leaves them.",
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterEnum(
                self.ON_BAD_FILE,
                tr("FrontlineChange", "A map that cannot be read"),
                options=[SKIP, STOP],
                defaultValue=SKIP,
                usesStaticStrings=True,
            ),
            tr("FrontlineChange", "skip names it and goes on with the others; stop ends the run."),
            advanced=True,
        )

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take hold of the layers while still in their own thread."""
        super().prepareAlgorithm(parameters, context, feedback)
        layers = [
            layer
            for layer in self.parameterAsLayerList(parameters, self.LAYERS, context)
            if isinstance(layer, QgsVectorLayer)
        ]
        # QGIS may show one file as several layers; the one with its areas goes first.
        layers.sort(key=lambda layer: layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry)
        self._loaded = [LoadedLayer(layer) for layer in layers]
        return True

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Survey, clean, write."""

        def text(name: str) -> str | None:
            return self.parameterAsString(parameters, name, context).strip() or None

        folder, expression = text(self.FOLDER), text(self.CLASS_EXPRESSION)
        chosen = Preparing(
            how=HowToRead(
                source=self.parameterAsEnumString(parameters, self.SOURCE, context),
                date_field=text(self.DATE_FIELD),
                class_field=text(self.CLASS_FIELD),
                date_pattern=text(self.DATE_PATTERN),
            ),
            folder=Path(folder) if folder else None,
            class_expression=ClassExpression(expression) if expression else None,
            theatre=self._layers[self.THEATRE],
            stop_at_bad_file=self.parameterAsEnumString(parameters, self.ON_BAD_FILE, context) == STOP,
            seam_width_m=self.parameterAsDouble(parameters, self.SEAM_WIDTH, context),
        )
        run = PrepareRun(self, parameters, context, feedback, self._loaded, chosen)
        run.survey()
        run.clean()
        return run.write()
