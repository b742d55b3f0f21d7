# SPDX-License-Identifier: GPL-2.0-or-later
"""Clean, dated snapshots from any publisher's maps: loaded layers, a folder of files, or both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ... import formatting
from ...core.findings import Finding
from .. import messages, plausibility
from ..base import FrontlineAlgorithm
from ..inputs.class_expression import ClassExpression
from ..inputs.dated_lines import line_settings
from ..inputs.how_to_read import HowToRead, class_values
from ..inputs.map_survey import MapReading, MapSurvey
from ..inputs.run_parameters import RunParameters
from ..inputs.survey_maps import survey_maps, theatre_of_maps
from ..outputs import snapshot_rows
from ..outputs.feature_buffer import FeatureBuffer
from ..outputs.fields.snapshots import SNAPSHOTS
from ..outputs.results import Results
from ..outputs.snapshot_layers import headline, outputs
from ..parameters.lines import declare_lines_as_maps
from ..parameters.maps import MAPS_CRS, declare_class_values, declare_crs, declare_date_pattern, declare_source
from ..parameters.measuring import choice_parameter, declare_theatre_alone, metres_parameter
from ..progress import Cancelled, Progress

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.maps.clean import Cleaner
    from ...core.maps.snapshots import Snapshot
    from ...core.maps.survey import MapEntry, SnapshotPlan

SKIP, STOP = "skip", "stop"
GAP_WIDTH_M = 5.0
SURVEYED, CLEANED = 35.0, 95.0  # per cent of progress
CRS = "EPSG:4326"  # of the output: measurements treat edges as straight in longitude and latitude


class PrepareSnapshots(FrontlineAlgorithm):
    """`frontline:preparesnapshots`."""

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

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self._declare_maps()
        self._declare_how_to_read()
        self._declare_cleaning()
        declare_lines_as_maps(self)
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
                "All GeoJSON, Shapefile, GeoPackage, KML, GML and FlatGeobuf files in it and in the folders in it; "
                "also TopoJSON, the JSON of ArcGIS services, Liveuamap and owlmaps, tables of text (CSV) with a column "
                "of geometries, and any of these packed as .gz.",
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
                self.CLASS_FIELD,
                tr("FrontlineChange", "Class field"),
                tr(
                    "FrontlineChange",
                    "For generic maps: field with the control class (held, contested, claimed, liberated, other). "
                    "Without one every polygon is held, unless the map shows several sides.",
                ),
            ),
        ):
            self.add(QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True)
        declare_date_pattern(self)
        declare_crs(self)
        declare_class_values(self)
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
        declare_theatre_alone(
            self,
            tr(
                "FrontlineChange",
                "The land that is fought over. Polygons that do not meet it are land elsewhere in the world, of class "
                "other. Nothing is cut at its edge.",
            ),
        )
        self.add(
            metres_parameter(
                self.SEAM_WIDTH,
                tr("FrontlineChange", "Width below which gaps between polygons are closed (metres)"),
                GAP_WIDTH_M,
            ),
            tr(
                "FrontlineChange",
                "Holes and channels between neighbouring polygons of one class that are narrower are filled; no outer "
                "boundary moves. 0 leaves them.",
            ),
            advanced=True,
        )
        self.add(
            choice_parameter(self.ON_BAD_FILE, tr("FrontlineChange", "A map that cannot be read"), (SKIP, STOP)),
            tr("FrontlineChange", "skip names it and goes on with the others; stop ends the run."),
            advanced=True,
        )

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Survey all maps, clean each snapshot, and return the snapshots with a log."""
        from ...core.maps.survey import common_frame

        reading = self._reading(parameters, progress)
        survey = survey_maps(parameters.map_layers(self.LAYERS), reading, progress.part(0, SURVEYED))
        frame = common_frame(survey.plans)
        theatre = theatre_of_maps(parameters.optional_layer(self.THEATRE), survey.plans, frame, progress)
        survey.report_findings(progress)
        gap_width_m = parameters.number(self.SEAM_WIDTH)
        snapshots, log = _clean(survey, frame, gap_width_m, theatre, progress.part(SURVEYED, CLEANED))
        progress.percent(CLEANED)
        doubts = _add_doubts(log)
        plausibility.warn_of_all(doubts, progress)
        return Results(
            headline=headline(survey, log, gap_width_m),
            facts={
                **reading.facts(),
                "theatre": parameters.layer_name(self.THEATRE),
                "seam_width_m": gap_width_m,
                "snapshots": [
                    {"instant": formatting.iso(row["date"]), "source": row["source"], "files": row["files"]}
                    for row in log
                ],
                "warnings": doubts,
                "left_out": [{"map": name, "reason": reason} for name, reason in survey.left_out],
                "own_results": survey.own_results,
                "frame": frame.definition,
            },
            crs=QgsCoordinateReferenceSystem(CRS),
            outputs=outputs(survey.plans, snapshots, [*log, *snapshot_rows.rows_of_unread(survey)]),
            values={"SNAPSHOT_COUNT": len(log), "SKIPPED_COUNT": len(survey.left_out)},
        )

    def _reading(self, parameters: RunParameters, progress: Progress) -> MapReading:
        """How to read the maps, and what to do with a map that cannot be read."""
        folder, expression = parameters.text(self.FOLDER), parameters.text(self.CLASS_EXPRESSION)
        return MapReading(
            how=HowToRead(
                source=parameters.choice(self.SOURCE),
                date_field=parameters.text(self.DATE_FIELD) or None,
                class_field=parameters.text(self.CLASS_FIELD) or None,
                date_pattern=parameters.pattern(self.DATE_PATTERN),
                class_values=class_values(parameters),
                crs=parameters.crs(MAPS_CRS),
                lines=line_settings(parameters, progress),
            ),
            folder=Path(folder) if folder else None,
            class_expression=ClassExpression(expression) if expression else None,
            stop_at_bad_file=parameters.choice(self.ON_BAD_FILE) == STOP,
        )


def _clean(
    survey: MapSurvey, frame: Frame, gap_width_m: float, theatre: Any, progress: Progress
) -> tuple[FeatureBuffer, list[dict[str, Any]]]:
    """Clean each snapshot; a map is closed after its last snapshot."""
    from ...core.maps.clean import Cleaner

    snapshots, log = FeatureBuffer(SNAPSHOTS), []
    cleaners: dict[str, Cleaner] = {}
    for done, snapshot_plan in enumerate(survey.plans):
        progress.percent(100 * done / len(survey.plans))
        if snapshot_plan.source not in cleaners:
            cleaners[snapshot_plan.source] = Cleaner(frame, gap_width_m, theatre)
        maps = survey.maps_of(snapshot_plan, progress)
        if not maps:
            continue
        try:
            log.append(_clean_one(survey, snapshot_plan, maps, cleaners[snapshot_plan.source], snapshots, progress))
        except (Cancelled, MemoryError):
            raise
        except Exception as error:  # of any kind: the other maps do not depend on this one
            survey.leave_out(", ".join(entry.name for entry, _ in maps), error, progress)
    if not log:
        raise survey.nothing_left()
    return snapshots, log


def _add_doubts(log: list[dict[str, Any]]) -> list[str]:
    """Warn in the rows of LOG of maps that can hardly be right, and return these warnings with the maps' names."""
    doubts = list(plausibility.log_doubts(log))
    for row, text in doubts:
        log[row]["warning"] = "; ".join(filter(None, (log[row]["warning"], text)))
    return [f"“{log[row]['files']}”: {text}." for row, text in doubts]


def _clean_one(
    survey: MapSurvey,
    snapshot_plan: SnapshotPlan,
    maps: list[tuple[MapEntry, Snapshot]],
    cleaner: Cleaner,
    snapshots: FeatureBuffer,
    progress: Progress,
) -> dict[str, Any]:
    """Clean one snapshot, add its features to `snapshots`, and return its row of LOG."""
    from ...core.libraries import shapely

    clean = progress.call(cleaner.clean, [one for _, one in maps])
    origin = ", ".join(dict.fromkeys(one.origin for _, one in maps))
    for kind, count in (("wide", clean.wide), ("gaps_left", clean.gaps_left)):
        if count:
            progress.warn(messages.finding_text(Finding(kind, count), origin))
    for row, polygons in snapshot_rows.snapshot_rows(snapshot_plan, clean, origin):
        snapshots.add(row, shapely.to_wkb(polygons))
    features, notes = survey.features_and_notes(maps)
    return snapshot_rows.log_row(snapshot_plan, clean, origin, features, notes)
