# SPDX-License-Identifier: GPL-2.0-or-later
"""Every number parameter of every algorithm: what is no finite number within its range is refused before a run."""

from decimal import Decimal
from math import inf, nan

import numpy as np
import pytest
from frontline_change.processing.algorithms import algorithm_classes
from layers import box, layer
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProperty,
)

expression = QgsProperty.fromExpression
NO_NUMBERS = {
    "nan": nan,
    "inf": inf,
    "-inf": -inf,
    "text nan": "nan",
    "text NaN": "NaN",
    "text inf": "inf",
    "text -inf": "-inf",
    "text infinity": "infinity",
    "a word": "wide",
    "a decimal comma": "5,5",
    "expression nan": expression("sqrt(-1)"),
    "expression inf": expression("exp(1000)"),
    "expression of text": expression("'wide'"),
    "expression of nothing": expression("0/0"),
    "expression of an unknown name": expression('"no such field"'),
    "broken expression": expression("2 *"),
    "field": QgsProperty.fromField("width"),
    "data nan": QgsProperty.fromValue(nan),
    "data inf": QgsProperty.fromValue(inf),
    "numpy nan": np.float64(nan),
    "numpy inf": np.float64(inf),
    "short numpy nan": np.float32(nan),
    "decimal nan": Decimal("NaN"),
    "decimal infinity": Decimal("Infinity"),
    "text 1e999": "1e999",
    "text -1e999": "-1e999",
    "text with spaces": " nan ",
    "text of many digits": "9" * 400,
    "expression 1e999": expression("1e999"),
    "expression of text nan": expression("'nan'"),
    "expression of a division by infinity": expression("to_real('inf') / to_real('inf')"),
    "a list": [500.0],
}


def number_parameters():
    """Each number parameter, by algorithm and name."""
    made = [algorithm() for algorithm in algorithm_classes()]
    for algorithm in made:
        algorithm.initAlgorithm()
    return [
        (algorithm.name(), definition.name())
        for algorithm in made
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterNumber)
    ]


NUMBERS = number_parameters()
NO_LISTS = (
    "nan",
    "inf",
    "-inf",
    "1e999",
    "500,nan",
    "nan,500",
    "500,inf",
    "infinity",
    "NAN",
    "500;1000",
    "wide",
    "-500",
)


def algorithm_of(name):
    """An algorithm of the registry, as the toolbox has it."""
    return QgsApplication.processingRegistry().createAlgorithmById(f"frontline:{name}")


def refused_for_a_number(algorithm, name, message):
    """Whether a message names the parameter by both its names and its range."""
    definition = algorithm.parameterDefinition(name)
    least, most = definition.minimum(), definition.maximum()
    span = f"from {least:,.15g} to {most:,.15g}" if most < 1e300 else f"finite number of {least:,.15g} or more"
    return message.startswith(f"{name} ({definition.description()}) cannot be “") and message.endswith(f"{span}.")


@pytest.fixture
def run(frontline, in_english):
    """Return a way to run an algorithm without any check before, as a model and `run` of a script do."""

    def run(algorithm, parameters, message):
        return algorithm.run(parameters, QgsProcessingContext(), message, {}, False)

    return run


def test_there_are_numbers_in_most_algorithms():
    assert len(NUMBERS) > 40
    assert {"POSITION_ERROR", "CORRELATION_LENGTH", "OFFSET_DAYS", "SPACING", "EDGE_TOLERANCE"} < {
        name for _, name in NUMBERS
    }


@pytest.mark.parametrize(("algorithm", "name"), NUMBERS, ids=[f"{one}-{name}" for one, name in NUMBERS])
def test_what_is_no_finite_number_is_refused_by_name_and_range(run, listener, algorithm, name):
    made = algorithm_of(algorithm)
    for kind, value in NO_NUMBERS.items():
        problem = made_problem(made, name, value)
        assert refused_for_a_number(made, name, problem), kind
        message = listener()
        _, accepted = run(algorithm_of(algorithm), {name: value}, message)
        assert not accepted, kind
        assert [error for error in message.errors if refused_for_a_number(made, name, error)], kind


def made_problem(algorithm, name, value):
    """What the check before a run says about a value when all else is in order."""
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    others = {
        definition.name(): "TEMPORARY_OUTPUT" if definition.isDestination() else layer("any", box(30, 50, 31, 51))
        for definition in algorithm.parameterDefinitions()
        if definition.defaultValue() is None and not definition.flags() & optional
    }
    accepted, problem = algorithm.checkParameterValues({**others, name: value}, QgsProcessingContext())
    assert not accepted, value
    return problem


@pytest.mark.parametrize("value", [nan, inf, -1.0, 2e6])
def test_a_number_that_a_model_computes(frontline, in_english, listener, value):
    """A model hands its numbers on to its algorithms without any check."""
    model = QgsProcessingModelAlgorithm("model")
    child = QgsProcessingModelChildAlgorithm("frontline:sectorchange")
    child.setChildId("change")
    maps = [layer(f"front_2025060{day}", box(30, 50, 30 + day, 51)) for day in (1, 2)]
    given = {"BEFORE": maps[0], "AFTER": maps[1], "POSITION_ERROR": value}
    for name, fixed in given.items():
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(fixed)])
    model.addChildAlgorithm(child)
    message = listener()
    try:
        _, accepted = model.run({}, QgsProcessingContext(), message, {}, False)
    except QgsProcessingException as error:
        accepted, message.errors = False, [*message.errors, str(error)]
    assert not accepted
    assert any(refused_for_a_number(algorithm_of("sectorchange"), "POSITION_ERROR", error) for error in message.errors)


@pytest.mark.parametrize(("name", "value"), [("SOURCE", "nzzz"), ("SOURCE", 99), ("SOURCE", -1), ("CLASSES", ["hold"])])
def test_a_choice_that_does_not_exist_is_refused_without_a_check_before_too(run, listener, in_english, name, value):
    """As in a model, where QGIS takes the default instead."""
    maps = {
        "BEFORE": layer("front_20250601", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250602", box(30, 50, 31.1, 51)),
    }
    message = listener()
    parameters = {**maps, "CHANGE": "TEMPORARY_OUTPUT", name: value}
    _, accepted = run(algorithm_of("sectorchange"), parameters, message)
    assert not accepted
    assert any(error.startswith(f"{name} (") and "Choose among:" in error for error in message.errors)


def test_an_expression_that_gives_a_number_is_measured_with(sectorchange):
    maps = {
        "BEFORE": layer("front_20250601", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250602", box(30, 50, 31.1, 51)),
    }
    plain = sectorchange(**maps, POSITION_ERROR=300)
    for value in (expression("100 * 3"), "300", "3e2", QgsProperty.fromValue(300.0)):
        assert sectorchange(**maps, POSITION_ERROR=value)["GAINED_SE_KM2"] == plain["GAINED_SE_KM2"] > 0
    message = sectorchange.refusal(**maps, POSITION_ERROR=expression("100 * 30000"))
    assert message == (
        "POSITION_ERROR (Position error of the drawn line (metres)) cannot be “3000000”. Give a number from 0 to "
        "1,000,000."
    )


def test_a_number_left_empty_is_its_default(sectorchange):
    maps = {
        "BEFORE": layer("front_20250601", box(30, 50, 31, 51)),
        "AFTER": layer("front_20250602", box(30, 50, 31.1, 51)),
    }
    plain = sectorchange(**maps)
    assert sectorchange(**maps, POSITION_ERROR=None)["GAINED_SE_KM2"] == plain["GAINED_SE_KM2"]


def lists_of_numbers():
    """Each text parameter whose default is a list of numbers, by algorithm and name."""
    made = [algorithm() for algorithm in algorithm_classes()]
    for algorithm in made:
        algorithm.initAlgorithm()
    return {
        (algorithm.name(), definition.name())
        for algorithm in made
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterString) and str(definition.defaultValue())[:1].isdigit()
    }


def test_a_list_with_what_is_no_finite_number_is_refused_by_name(extractfront, projection, changeseries):
    asked = {
        ("extractfront", "TOLERANCES"): extractfront,
        ("projection", "WINDOWS"): projection,
        ("changeseries", "WINDOWS"): changeseries,
    }
    assert lists_of_numbers() == asked.keys()
    land = layer("land", box(29, 49, 32, 52))
    maps = [layer(f"front_2025060{day}", box(30, 50, 30 + day, 51)) for day in (1, 2)]
    snapshots = layer(
        "maps",
        box(30, 50, 31, 51),
        box(30, 50, 31.1, 51),
        fields="date:string",
        rows=[("2025-06-01",), ("2025-06-02",)],
    )
    given = {
        extractfront: {"SNAPSHOTS": maps[0], "THEATRE": land},
        projection: {"SNAPSHOTS": snapshots, "SECTORS": land},
        changeseries: {"SNAPSHOTS": snapshots, "ROLLING": "TEMPORARY_OUTPUT"},
    }
    for (_, name), run in asked.items():
        for text in NO_LISTS:
            assert run.refusal(**given[run], **{name: text}).startswith(name), text
