# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes models/*.model3: .venv/bin/python tools/make_models.py [FOLDER].

Run it with the oldest supported QGIS, since newer ones read its files.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Qt writes XML attributes in hash order: a fixed seed always gives the same file.
os.environ.setdefault("QT_HASH_SEED", "0")

from make_styles import plugin
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QLocale, QPointF

plugin()
from frontline_change.processing.provider import FrontlineProvider  # noqa: E402 (the package has to be registered first)
from frontline_change.processing.shipped_model import FOLDER, GROUP  # noqa: E402

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
FIRST_X, FIRST_Y, COLUMN, ROW = 150, 80, 260, 110  # of the drawing in the model designer, in its own units

MAPS = ("FOLDER", "DATE_PATTERN", "HELD_VALUES")
PLACE = ("SECTORS", "THEATRE")
LANGUAGES = ["en"]
NET_LIMIT_KM2 = 100

# The dates of the maps that were prepared, latest first; from the method card, which any thread may read.
DATES = (
    "array_sort(array_distinct(array_foreach("
    "map_get(from_json(@Prepare_snapshots_METHOD), 'snapshots'), map_get(@element, 'instant'))), false)"
)


class Model:
    """A model that is being drawn: its inputs in the first column, each step in the next."""

    def __init__(self, title: str, purpose: str) -> None:
        self._model = QgsProcessingModelAlgorithm(title, GROUP, "models")
        self._help = {"ALG_DESC": purpose, "ALG_CREATOR": "Frontline Change"}
        self._inputs: list[str] = []
        self._steps = 0

    def inputs_of(self, algorithm_id: str, *names: str, required: bool = False) -> None:
        """Add inputs of an algorithm as inputs of the model: same titles, help and defaults."""
        for name in names:
            definition = _algorithm(algorithm_id).parameterDefinition(name).clone()
            if required:
                definition.setFlags(definition.flags() & ~OPTIONAL)
            self.input(definition)

    def input(self, definition: QgsProcessingParameterDefinition) -> None:
        """Add an input below the others."""
        parameter = QgsProcessingModelParameter(definition.name())
        parameter.setPosition(QPointF(FIRST_X, FIRST_Y + ROW * len(self._inputs)))
        self._model.addModelParameter(definition, parameter)
        self._help[definition.name()] = definition.help()
        self._inputs.append(definition.name())

    def step(
        self,
        child_id: str,
        algorithm_id: str,
        title: str,
        sources: dict[str, QgsProcessingModelChildParameterSource],
        outputs: tuple[str, ...] = (),
        *,
        after: str = "",
    ) -> None:
        """Add a step with the sources of its inputs, and those of its outputs that the model gives."""
        self._steps += 1
        x = FIRST_X + COLUMN * self._steps
        child = QgsProcessingModelChildAlgorithm(algorithm_id)
        child.setChildId(child_id)
        child.setDescription(title)
        child.setPosition(QPointF(x, FIRST_Y))
        for name, source in {**_defaults(child.algorithm()), **sources}.items():
            child.addParameterSources(name, [source])
        if after:
            child.setDependencies([QgsProcessingModelChildDependency(after)])
        made = {}
        for row, name in enumerate(outputs, start=2):
            output = QgsProcessingModelOutput(name, child.algorithm().parameterDefinition(name).description())
            output.setChildId(child_id)
            output.setChildOutputName(name)
            output.setPosition(QPointF(x, FIRST_Y + ROW * row))
            made[name] = output
        child.setModelOutputs(made)
        self._model.addChildAlgorithm(child)

    def prepare(self, outputs: tuple[str, ...] = ()) -> None:
        """Add the step that all models begin with."""
        self.step("prepare", "frontline:preparesnapshots", "Prepare snapshots", from_inputs(*MAPS), outputs)

    def write(self, path: Path) -> None:
        """Write the file. Raises SystemExit where QGIS cannot, or would call the model invalid."""
        self._model.setParameterOrder(self._inputs)
        self._model.setHelpContent(self._help)
        valid, problems = self._model.validate()
        if not valid or not self._model.toFile(str(path)):
            raise SystemExit(f"{path} could not be written: {problems}")


def from_inputs(*names: str) -> dict[str, QgsProcessingModelChildParameterSource]:
    """Return the inputs of the model as the sources of inputs with the same names."""
    return {name: QgsProcessingModelChildParameterSource.fromModelParameter(name) for name in names}


def prepared(*names: str) -> dict[str, QgsProcessingModelChildParameterSource]:
    """Return the prepared snapshots as the source of these inputs."""
    return {name: QgsProcessingModelChildParameterSource.fromChildOutput("prepare", "SNAPSHOTS") for name in names}


def value(given: object) -> QgsProcessingModelChildParameterSource:
    return QgsProcessingModelChildParameterSource.fromStaticValue(given)


def expression(text: str) -> QgsProcessingModelChildParameterSource:
    return QgsProcessingModelChildParameterSource.fromExpression(text)


def _algorithm(algorithm_id: str) -> QgsProcessingAlgorithm:
    return QgsApplication.processingRegistry().algorithmById(algorithm_id)


def _defaults(algorithm: QgsProcessingAlgorithm) -> dict[str, QgsProcessingModelChildParameterSource]:
    """The default of each mandatory input, without which the model designer refuses the step.

    With them goes an empty ERROR_PRESET: without it, a position error that is given counts as chosen by the user.
    """
    return {
        definition.name(): value(definition.defaultValue())
        for definition in algorithm.parameterDefinitions()
        if not definition.isDestination()
        and (
            definition.name() == "ERROR_PRESET"
            or (not definition.flags() & OPTIONAL and definition.defaultValue() is not None)
        )
    }


def monthly_report() -> Model:
    model = Model(
        "Monthly report from a folder of maps",
        "Prepares all maps of a folder and writes the report of their months: pages, small maps, chart, tables, "
        "captions and data. Run it again when a new map has come.",
    )
    texts = ("SIDE_NAME", "CREDIT")
    model.inputs_of("frontline:preparesnapshots", "FOLDER", required=True)
    model.inputs_of("frontline:preparesnapshots", "DATE_PATTERN", "HELD_VALUES")
    model.inputs_of("frontline:report", *PLACE, "OFFSET_DAYS", "LANGUAGE", *texts)
    model.prepare()
    model.step(
        "report",
        "frontline:report",
        "Write report",
        {
            **prepared("SNAPSHOTS"),
            **from_inputs(*PLACE, "OFFSET_DAYS", *texts),
            "PERIOD": value("month"),
            # Scripts may leave an input out, and QGIS then adds no default.
            "LANGUAGE": expression(f"coalesce(@LANGUAGE, array({', '.join(map(repr, LANGUAGES))}))"),
        },
        ("REPORT",),
    )
    return model


def latest_change() -> Model:
    model = Model(
        "Two newest maps: warn of a large net change",
        "Measures the change between the two newest maps of a folder, and warns when the net change, whether gain or "
        "loss, exceeds a limit.",
    )
    limit = QgsProcessingParameterNumber(
        "NET_LIMIT_KM2",
        "Warn when the net change exceeds (km²)",
        QgsProcessingParameterNumber.Type.Double,
        NET_LIMIT_KM2,
        minValue=0,
    )
    limit.setHelp("Compared with what was gained less what was lost, over all sectors together.")
    model.inputs_of("frontline:preparesnapshots", "FOLDER", required=True)
    model.inputs_of("frontline:preparesnapshots", "DATE_PATTERN", "HELD_VALUES")
    model.inputs_of("frontline:sectorchange", *PLACE)
    model.input(limit)
    model.prepare()
    model.step(
        "measure",
        "frontline:sectorchange",
        "Measure change",
        {
            **prepared("BEFORE", "AFTER"),
            **from_inputs(*PLACE),
            "BEFORE_DATE": expression(f"array_get({DATES}, 1)"),
            "AFTER_DATE": expression(f"array_get({DATES}, 0)"),
        },
        ("CHANGE", "GAINED", "LOST", "DEPTH"),
    )
    limit_km2 = f"coalesce(@NET_LIMIT_KM2, {NET_LIMIT_KM2})"
    message = (
        "'The net change from ' || left(@Measure_change_DATE_BEFORE_USED, 10) || ' to ' || "
        "left(@Measure_change_DATE_AFTER_USED, 10) || ' is ' || format_number(@Measure_change_NET_KM2, 1) || "
        f"' km², more than the limit of ' || format_number({limit_km2}, 1) || ' km².'"
    )
    model.step(
        "warn",
        "native:raisewarning",
        "Warn of a large change",
        {"MESSAGE": expression(message), "CONDITION": value(f"abs(@Measure_change_NET_KM2) > {limit_km2}")},
        after="measure",
    )
    return model


def monthly_pace() -> Model:
    model = Model(
        "Prepare, measure by month, project",
        "Prepares all maps of a folder, measures the change of each month in each target, and says how long the rest "
        "of each target would take at the pace of the last 30, 90 and 365 days.",
    )
    model.inputs_of("frontline:preparesnapshots", "FOLDER", required=True)
    model.inputs_of("frontline:preparesnapshots", "DATE_PATTERN", "HELD_VALUES")
    model.inputs_of("frontline:projection", "SECTORS")
    model.inputs_of("frontline:changeseries", "THEATRE", "OFFSET_DAYS")
    model.prepare(("SNAPSHOTS",))
    model.step(
        "measure",
        "frontline:changeseries",
        "Measure by month",
        {**prepared("SNAPSHOTS"), **from_inputs(*PLACE, "OFFSET_DAYS"), "PERIOD": value("month")},
        ("SERIES",),
    )
    model.step(
        "project",
        "frontline:projection",
        "Project",
        {**prepared("SNAPSHOTS"), **from_inputs("SECTORS")},
        ("PROJECTION",),
    )
    return model


MODELS = {"monthlyreport": monthly_report, "latestchange": latest_change, "monthlypace": monthly_pace}  # by id


def write(folder: Path) -> None:
    """Write every model into `folder`, in English. The algorithms must be registered."""
    for name, model in MODELS.items():
        model().write(folder / f"{name}.model3")


def main(arguments: list[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], True)
    application.initQgis()
    QLocale.setDefault(QLocale("en_GB"))
    registry = QgsApplication.processingRegistry()
    for provider in (QgsNativeAlgorithms(registry), FrontlineProvider()):
        registry.addProvider(provider)
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    write(folder)
    print(f"{len(MODELS)} models written to {folder}")
    application.exitQgis()


if __name__ == "__main__":
    main(sys.argv[1:])
