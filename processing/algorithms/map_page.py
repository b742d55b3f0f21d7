# SPDX-License-Identifier: GPL-2.0-or-later
"""A printed page about a measured change: map, figures, legend, credit and error, as a file and an editable layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...core.errors import InputError
from ...layouts import change_facts, change_layers, pages_in_project
from ...layouts.export import export
from ...layouts.language import language
from ...layouts.page import build_page
from ...layouts.template import PageError
from .. import about
from ..base import project_of
from ..conversion import plain_value
from ..inputs import measured_change
from ..inputs.place_names import with_names
from ..outputs.picture_file import save_picture
from ..page_algorithm import PageAlgorithm
from ..parameters.measuring import PLACE_FIELD, PLACES
from ..parameters.page import (
    CREDIT,
    DPI,
    LANGUAGE,
    SCHEME,
    declare_credit,
    declare_language,
    declare_template,
)
from ..parameters.side import SIDE_COLOUR, SIDE_NAME, declare_side
from ..progress import DONE, Progress

ENDS = ("HELD", "FRONTS")
FILTER = "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)"
STYLED, DRAWN = 30.0, 60.0  # per cent of progress


class MapPage(PageAlgorithm):
    """`frontline:mappage`."""

    NAME = "mappage"
    GROUP = "publish"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Map page")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange", "A page for print or screen from a measured change: map, figures, legend, credit and error."
    )
    TAGS = "front,frontline,map,page,print,layout,atlas,pdf,png,svg,newsroom,publish"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "map,page,print,layout")

    CHANGE = "CHANGE"
    PERIOD = "PERIOD"
    PAGE = "PAGE"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterVectorLayer(
                self.CHANGE, tr("FrontlineChange", "Measured change"), [kinds.TypeVector]
            ),
            tr(
                "FrontlineChange",
                "The result CHANGE of “Change per sector between two maps”, or SERIES of “Change by period over a "
                "series of maps”: title, figures and error come from it.",
            ),
        )
        self.add(
            QgsProcessingParameterString(self.PERIOD, tr("FrontlineChange", "Period of the series"), optional=True),
            tr("FrontlineChange", "Which period of SERIES to draw, such as 2025-06."),
        )
        for name, (title, kind) in _layers().items():
            self.add(
                QgsProcessingParameterVectorLayer(name, title, [kind], optional=True),
                tr("FrontlineChange", "This result of the same run, or a layer of your own. Empty: not on the page.")
                if name not in ("THEATRE", "PLACES")
                else tr("FrontlineChange", "Drawn below, or beside, what changed. Empty: not on the page."),
            )
        self.add(
            QgsProcessingParameterField(
                PLACE_FIELD,
                tr("FrontlineChange", "Field with the names of places"),
                parentLayerParameterName=PLACES,
                optional=True,
            ),
            tr("FrontlineChange", "Empty: the first field that is called name or place."),
        )
        declare_template(self)
        declare_language(self)
        declare_side(self)
        declare_credit(self)
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.PAGE, tr("FrontlineChange", "Page"), FILTER, optional=True, createByDefault=True
            )
        )
        for name, title in (
            ("TITLE", tr("FrontlineChange", "Title")),
            ("ALT_TEXT", tr("FrontlineChange", "Alternative text")),
            ("LAYOUT", tr("FrontlineChange", "Name of the layout in the project")),
        ):
            self.addOutput(QgsProcessingOutputString(name, title))

    def draw(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Fill the template, save the page, and leave the layout in the project."""
        progress = Progress(feedback)
        change = self.parameterAsVectorLayer(parameters, self.CHANGE, context)
        if change is None:
            raise InputError("{parameter} is missing. Choose a layer.", parameter=self.CHANGE)
        period = self.parameterAsString(parameters, self.PERIOD, context).strip()
        facts = measured_change.change_facts(change, period)
        card = measured_change.method_card(change)
        options = change_facts.TextOptions(
            language(self.parameterAsEnumString(parameters, LANGUAGE, context)),
            self.parameterAsString(parameters, SIDE_NAME, context).strip() or card.get("side_name") or "",
            self.parameterAsString(parameters, CREDIT, context).strip(),
            about.VERSION,
        )
        scheme = self.parameterAsEnumString(parameters, SCHEME, context)
        texts = change_facts.page_texts(facts, options)

        own = project_of(context)
        project = own or QgsProject()
        given = _given(self, parameters, change, facts, period, context, progress)
        colour = self.parameterAsColor(parameters, SIDE_COLOUR, context)
        side_colour = colour.name() if colour.isValid() else card.get("side_colour") or ""
        layers = change_layers.styled_copies(given, facts, options, scheme, side_colour, project)
        pages_in_project.add_layers(project, layers.all())
        progress.percent(STYLED)
        progress.check()
        content = change_layers.page_content(layers, texts, options)
        try:
            page = build_page(project, self.template(parameters, context), content, scheme)
        except PageError:
            pages_in_project.drop_unused(project)
            raise
        progress.percent(DRAWN)
        progress.check()
        outputs = {"TITLE": texts.title, "ALT_TEXT": change_facts.alt_text(facts, options, layers.layers)}
        path = self.parameterAsFileOutput(parameters, self.PAGE, context)
        if path:
            dpi = self.parameterAsDouble(parameters, DPI, context) if parameters.get(DPI) is not None else None
            save_picture(Path(path), lambda staged: export(page, staged, dpi))
            outputs[self.PAGE] = path
        if own is not None:
            outputs["LAYOUT"] = pages_in_project.add_page(own, page, texts.title)
        progress.percent(DONE)
        progress.info(texts.title)
        return outputs


def _layers() -> dict[str, tuple[str, Any]]:
    """The titles and kinds of the layers on the page, by parameter; each has the style of its name in small letters."""
    tr = QCoreApplication.translate
    kinds = QgsProcessing.SourceType
    return {
        "GAINED": (tr("FrontlineChange", "Ground gained"), kinds.TypeVectorPolygon),
        "LOST": (tr("FrontlineChange", "Ground lost"), kinds.TypeVectorPolygon),
        "DEPTH": (tr("FrontlineChange", "Depth lines"), kinds.TypeVectorLine),
        "FRONTS": (tr("FrontlineChange", "Front before and after"), kinds.TypeVectorLine),
        "HELD": (tr("FrontlineChange", "Ground held before and after"), kinds.TypeVectorPolygon),
        "PLACES_CHANGED": (tr("FrontlineChange", "Places that changed hands"), kinds.TypeVectorPoint),
        "THEATRE": (tr("FrontlineChange", "Theatre"), kinds.TypeVectorPolygon),
        "PLACES": (tr("FrontlineChange", "Places"), kinds.TypeVectorPoint),
    }


def _given(
    algorithm: MapPage,
    parameters: dict[str, Any],
    change: QgsVectorLayer,
    facts: change_facts.ChangeFacts,
    period: str,
    context: QgsProcessingContext,
    progress: Progress,
) -> dict[str, QgsVectorLayer]:
    """The layers of the page by style key; the sectors are those of CHANGE, where it has several."""
    found = {}
    for name in _layers():
        layer = algorithm.parameterAsVectorLayer(parameters, name, context)
        if layer is not None:
            own = _of_change(layer, facts, period)
            if own.featureCount() or not layer.featureCount() or name not in ENDS:
                found[name.lower()] = own
            else:
                progress.warn(_other_dates(name, layer))
    if PLACES.lower() in found:
        field = algorithm.parameterAsString(parameters, PLACE_FIELD, context)
        found[PLACES.lower()] = with_names(found[PLACES.lower()], field)
    if len(facts.sectors) > 1 and change.isSpatial():
        found["sectors_outline"] = change
    return found


def _of_change(layer: QgsVectorLayer, facts: change_facts.ChangeFacts, period: str) -> QgsVectorLayer:
    """A layer, or the part of it that belongs to the change: of a series the period, of its ends those of these dates.

    HELD and FRONTS of a series are of its first and last map, which need not be those of a period.
    """
    names = layer.fields().names()
    if period and "period" in names:
        same = QgsExpression.createFieldEqualityExpression("period", period)
        return layer.materialize(QgsFeatureRequest().setFilterExpression(same))
    if not {"map", "date", "until"} <= set(names):
        return layer
    wanted = {"before": facts.first, "after": facts.last}
    ids = [one.id() for one in layer.getFeatures() if wanted.get(one["map"]) == plain_value(one["date"])]
    return layer if len(ids) == layer.featureCount() else layer.materialize(QgsFeatureRequest().setFilterFids(ids))


def _other_dates(parameter: str, layer: QgsVectorLayer) -> str:
    text = QCoreApplication.translate(
        "FrontlineChange", "{parameter} (“{layer}”) is of other dates than the change, so it is not on the page."
    )
    return text.format(parameter=parameter, layer=layer.name())
