# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder for print and web about a period of a series: pages, small maps, chart, tables, captions and data."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFolderDestination,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...layouts import change_facts
from ...layouts.language import language
from .. import about
from ..inputs.place_names import with_names
from ..inputs.run_parameters import given_instant
from ..outputs.staged_folder import StagedFolder
from ..page_algorithm import PageAlgorithm
from ..parameters.lines import declare_lines_as_maps
from ..parameters.measuring import PLACE_FIELD, PLACES, THEATRE, declare_options
from ..parameters.page import CREDIT, DPI, LANGUAGE, SCHEME, declare_credit, declare_language, declare_template
from ..parameters.series import FIRST_DATE, LAST_DATE, declare_periods, declare_snapshots, declare_span
from ..parameters.side import SIDE_COLOUR, SIDE_NAME, declare_side
from ..progress import DONE, Progress

MEASURED = 60.0  # per cent of progress


class Report(PageAlgorithm):
    """`frontline:report`."""

    NAME = "report"
    GROUP = "publish"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Report of a period")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "A folder with pages, small maps, chart, tables, captions and data about a period of a series of maps.",
    )
    TAGS = "front,frontline,report,newsroom,page,chart,table,caption,month,html,csv,publish"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "report,page,chart,table")

    REPORT = "REPORT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        declare_snapshots(self)
        declare_periods(self)
        declare_span(self)
        declare_options(self)
        declare_lines_as_maps(self)
        declare_template(self)
        declare_language(self, several=True)
        declare_side(self)
        declare_credit(self)
        self.addParameter(
            QgsProcessingParameterFolderDestination(self.REPORT, tr("FrontlineChange", "Folder of the report"))
        )
        for name, title in (
            ("TITLE", tr("FrontlineChange", "Title")),
            ("HEADLINE", tr("FrontlineChange", "Headline")),
            ("ALT_TEXT", tr("FrontlineChange", "Alternative text")),
        ):
            self.addOutput(QgsProcessingOutputString(name, title))

    def draw(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure, write everything into a staged folder, and move it to its place when it is complete."""
        from ..report.writing import METHOD

        folder = Path(self.parameterAsFileOutput(parameters, self.REPORT, context))
        progress = Progress(feedback)
        with StagedFolder(folder, METHOD, self.REPORT, self.loaded_layers) as staged:
            outputs = self._write(parameters, staged.path, context, feedback)
            gc.collect()  # closes the layers: Windows moves no file that is open
            progress.check()
            staged.move_to_destination()
        progress.percent(DONE)
        progress.info(outputs["HEADLINE"])
        return {self.REPORT: str(folder), **outputs}

    def _write(
        self, parameters: dict[str, Any], folder: Path, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, str]:
        """Measure and write; return the texts among the outputs."""
        from ..report.measured import measure
        from ..report.pictures import Look
        from ..report.project import DATABASE
        from ..report.writing import write_report

        names = {definition.name() for definition in self.parameterDefinitions()} - {FIRST_DATE, LAST_DATE, self.REPORT}
        given = {name: value for name, value in parameters.items() if name in names}
        first, last = (given_instant(self, parameters, name, context) for name in (FIRST_DATE, LAST_DATE))
        measured = measure(given, first, last, folder / DATABASE, context, feedback)
        colour = self.parameterAsColor(parameters, SIDE_COLOUR, context)
        look = Look(
            self.template(parameters, context),
            self.parameterAsEnumString(parameters, SCHEME, context),
            colour.name() if colour.isValid() else "",
            self.parameterAsDouble(parameters, DPI, context) if parameters.get(DPI) is not None else None,
        )
        side, credit = (self.parameterAsString(parameters, name, context).strip() for name in (SIDE_NAME, CREDIT))
        codes = self.parameterAsEnumStrings(parameters, LANGUAGE, context) or ["en"]
        text_options = [change_facts.TextOptions(language(code), side, credit, about.VERSION) for code in codes]
        backdrop = self._backdrop(parameters, context)
        progress = Progress(feedback).part(MEASURED, DONE)
        return write_report(measured, backdrop, text_options, look, folder, progress)

    def _backdrop(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, QgsVectorLayer]:
        """The layers below and beside what changed, by style key."""
        found = {}
        for name in (THEATRE, PLACES):
            source = self.parameterAsSource(parameters, name, context)
            if source is not None:
                found[name.lower()] = source.materialize(QgsFeatureRequest())
        if PLACES.lower() in found:
            field = self.parameterAsString(parameters, PLACE_FIELD, context)
            found[PLACES.lower()] = with_names(found[PLACES.lower()], field)
        return found
