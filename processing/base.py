# SPDX-License-Identifier: GPL-2.0-or-later
"""The base of all algorithms: names, icon, help page, cancelling, and errors as messages for people."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProject,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QThread
from qgis.PyQt.QtGui import QGuiApplication, QIcon

from ..core.errors import FrontlineError
from . import about, environment, help_page, messages
from .garbage import older_objects_passed_over
from .inputs import numbers, own_results
from .inputs.dated_lines import line_facts
from .inputs.file_layers import with_file_layers
from .inputs.removed_layers import RemovedLayers
from .inputs.run_parameters import RunParameters
from .outputs import destinations
from .outputs.results import Results
from .outputs.writer import write_results
from .parameters.maps import CLASS_VALUES
from .progress import Cancelled, Progress

BAD_ALLOCATION = "bad_alloc"  # how GEOS says that memory is short
FOLDER = Path(__file__).resolve().parent
ICONS = FOLDER.parent / "icons"

GROUPS = {  # by id, which never changes: the title in the toolbox
    "change": QT_TRANSLATE_NOOP("FrontlineChange", "Change"),
    "depth": QT_TRANSLATE_NOOP("FrontlineChange", "Depth and reach"),
    "prepare": QT_TRANSLATE_NOOP("FrontlineChange", "Maps and sectors"),
    "publish": QT_TRANSLATE_NOOP("FrontlineChange", "Pages and reports"),
}


def help_path(algorithm_id: str) -> Path:
    """Return the help page of an algorithm in the user's language, or the English one."""
    localised = FOLDER / "help" / f"{algorithm_id}_{QLocale().name()[:2]}.md"
    return localised if localised.exists() else FOLDER / "help" / f"{algorithm_id}.md"


def project_of(context: QgsProcessingContext) -> QgsProject | None:
    """Return the project of a run; None where there is none, or in another thread, as for a step of a model."""
    project = context.project()
    return project if project is not None and project.thread() == QThread.currentThread() else None


def layers_in_project(context: QgsProcessingContext) -> dict[str, str]:
    """Return the names of the layers of a run's project by source; none in another thread."""
    project = project_of(context)
    return {layer.source(): layer.name() for layer in project.mapLayers().values()} if project is not None else {}


class FrontlineAlgorithm(QgsProcessingAlgorithm):
    """Base of all algorithms. A subclass defines its names and texts, its parameters and `compute`."""

    NAME = ""  # the id that models and scripts use; never changed
    GROUP = ""  # a key of GROUPS
    TITLE = ""  # in the toolbox
    PURPOSE = ""  # what it does, in one sentence
    TAGS = ""  # search words, separated by commas; the same in every language
    TAGS_TRANSLATED = ""  # search words that differ by language
    loaded_layers: Mapping[str, str] = {}  # names of the layers of the project by source, when the run was prepared

    def name(self) -> str:
        """Return the id that models and scripts use."""
        return self.NAME

    def displayName(self) -> str:
        """Return the title in the toolbox."""
        return QCoreApplication.translate("FrontlineChange", self.TITLE)

    def group(self) -> str:
        """Return the title of the group in the toolbox."""
        return QCoreApplication.translate("FrontlineChange", GROUPS[self.GROUP])

    def groupId(self) -> str:
        """Return the id of the group."""
        return self.GROUP

    def shortDescription(self) -> str:
        """Return what it does in one sentence."""
        return QCoreApplication.translate("FrontlineChange", self.PURPOSE)

    def tags(self) -> list[str]:
        """Return search words."""
        translated = QCoreApplication.translate("FrontlineChange", self.TAGS_TRANSLATED)
        return [*self.TAGS.split(","), *translated.split(",")]

    def createInstance(self) -> FrontlineAlgorithm:
        """Return a new object of the same class."""
        return type(self)()

    def icon(self) -> QIcon:
        """Return the algorithm's icon."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Return the path of the algorithm's icon."""
        return str(ICONS / f"{self.NAME}.svg")

    def shortHelpString(self) -> str:
        """Return the help page as HTML."""
        page, screen = help_path(self.NAME), QGuiApplication.primaryScreen()
        is_dense = screen is not None and screen.devicePixelRatio() > 1
        return help_page.to_html(page.read_text(encoding="utf-8"), page.parent, is_screen_dense=is_dense)

    def helpUrl(self) -> str:
        """Return the address of the documentation."""
        return about.HOMEPAGE

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str, *, advanced: bool = False) -> None:
        """Add a parameter with its help."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def add_layers(self, *layers: tuple[str, str, int], asked_for: Collection[str] = ()) -> None:
        """Add the output layers, each by name, title and kind of geometry.

        Only the first is mandatory. Those in `asked_for` are not written by default.
        """
        for number, (name, title, kind) in enumerate(layers):
            self.addParameter(
                QgsProcessingParameterFeatureSink(
                    name, title, kind, optional=number > 0, createByDefault=name not in asked_for
                )
            )

    def add_numbers(self, *numbers: tuple[str, str]) -> None:
        """Add returned numbers, each by name and title."""
        for name, title in numbers:
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def add_texts(self, *texts: tuple[str, str]) -> None:
        """Add the texts that every algorithm returns, and others by name and title."""
        tr = QCoreApplication.translate
        self.addOutput(QgsProcessingOutputString("HEADLINE", tr("FrontlineChange", "Headline")))
        self.addOutput(QgsProcessingOutputString("METHOD", tr("FrontlineChange", "Method card (JSON)")))
        for name, title in texts:
            self.addOutput(QgsProcessingOutputString(name, title))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Return whether all values can be used, and otherwise a message; destinations are checked too."""
        for definition in self.parameterDefinitions():
            if _holds_deleted_layer(parameters.get(definition.name())):
                return False, messages.removed_layer(definition)
        try:
            parameters = with_file_layers(self, parameters, context)
        except FrontlineError as error:
            return False, messages.explain(error)
        for definition in self.parameterDefinitions():
            value = parameters.get(definition.name())
            if not definition.checkValueIsAcceptable(value, context):
                return False, messages.refused_value(definition, value)
        problem = self._problem(parameters, context)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def _problem(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str | None:
        checks = (numbers.problem, own_results.problem, destinations.problem)
        return next(filter(None, (check(self, parameters, context) for check in checks)), None)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read every parameter while still in the thread of the project's layers.

        Models, batches and scripts may skip `checkParameterValues`, so numbers and destinations are checked again here.
        Raises QgsProcessingException when the run cannot start.
        """
        self._removed_layers = RemovedLayers(parameters.values())
        try:
            parameters = with_file_layers(self, parameters, context)
        except FrontlineError as error:
            raise QgsProcessingException(messages.explain(error)) from error
        problem = self._problem(parameters, context)
        if problem:
            raise QgsProcessingException(problem)
        self.loaded_layers = layers_in_project(context)
        self._run_parameters = RunParameters(self, parameters, context)
        outputs = {definition.name() for definition in self.destinationParameterDefinitions()}
        self._destinations = {name: value for name, value in parameters.items() if name in outputs}
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run and return the outputs. A cancelled run returns nothing and writes nothing.

        `parameters` are not used: the layers in them may have been deleted.

        Raises QgsProcessingException with a message for people.
        """
        self._removed_layers.release()
        progress = Progress(feedback)
        try:
            environment.require()
            with older_objects_passed_over():
                return self._run(context, progress)
        except Cancelled:
            return {}
        except FrontlineError as error:
            message = messages.explain(error)
        except MemoryError:
            message = messages.out_of_memory()
        except Exception as error:
            if BAD_ALLOCATION not in str(error):
                raise
            message = messages.out_of_memory()
        # Raised here, without the frames of the run in its traceback: QGIS 3.22 never releases an exception.
        raise QgsProcessingException(message)

    def _run(self, context: QgsProcessingContext, progress: Progress) -> dict[str, Any]:
        """Compute, write the results and return the outputs."""
        results = self.compute(self._run_parameters, progress)
        given = [name for name in CLASS_VALUES if self._run_parameters.is_given(name)]
        given_values = {name.lower(): self._run_parameters.text(name) for name in given}
        facts = {**results.facts, **given_values, **line_facts(self._run_parameters)}
        facts.update(self._run_parameters.side())
        return write_results(replace(results, facts=facts), self, self._destinations, context, progress)

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Compute and return the results to write. Must not touch a layer of the project."""
        raise NotImplementedError


def _holds_deleted_layer(value: Any) -> bool:
    """Whether a value, or an item of a list, is a layer object that QGIS has deleted: PyQt cannot convert it."""
    if isinstance(value, (list, tuple)):
        return any(map(_holds_deleted_layer, value))
    return isinstance(value, QgsMapLayer) and sip.isdeleted(value)
