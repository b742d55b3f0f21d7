# SPDX-License-Identifier: GPL-2.0-or-later
"""Public names as QGIS's registry has them: ids, parameters, defaults, outputs; users' models rely on them."""

import pytest
from checkout import MODELS, PUBLIC
from frontline_change.processing.provider import FrontlineProvider
from qgis.core import QgsApplication, QgsProcessingParameterDefinition
from rules import every

NAMES = PUBLIC | MODELS
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


@pytest.fixture(scope="module")
def registry():
    """QGIS's registry with our provider in it."""
    registry = QgsApplication.processingRegistry()
    own = None
    if registry.providerById("frontline") is None:
        own = FrontlineProvider()
        registry.addProvider(own)
    yield registry
    if own is not None:
        registry.removeProvider(own)


def test_the_provider_has_these_algorithms_and_no_others(registry):
    assert {algorithm.id() for algorithm in registry.providerById("frontline").algorithms()} == set(NAMES)


@every("name", PUBLIC)
def test_inputs_and_layers(registry, name):
    """Additions are welcome, so more may be there."""
    there = {definition.name() for definition in registry.algorithmById(name).parameterDefinitions()}
    return sorted({*PUBLIC[name]["inputs"], *PUBLIC[name]["layers"]} - there)


@every("name", MODELS)
def test_inputs_and_outputs_of_models(registry, name):
    there = {definition.name() for definition in registry.algorithmById(name).parameterDefinitions()}
    return sorted({*MODELS[name]["inputs"], *MODELS[name]["outputs"]} ^ there)


@every("name", NAMES)
def test_nothing_more_than_this_must_be_given(registry, name):
    required = {
        definition.name()
        for definition in registry.algorithmById(name).parameterDefinitions()
        if not definition.flags() & OPTIONAL and definition.defaultValue() is None
    }
    return sorted(required - set(NAMES[name]["required"]))


@every("name", PUBLIC)
def test_dates_that_are_read_from_fields_have_a_pattern(registry, name):
    names = {definition.name() for definition in registry.algorithmById(name).parameterDefinitions()}
    return sorted(names & {"DATE_FIELD", "DATE_PATTERN"}) if len(names & {"DATE_FIELD", "DATE_PATTERN"}) == 1 else []


@every("name", PUBLIC)
def test_only_the_first_layer_is_mandatory(registry, name):
    algorithm = registry.algorithmById(name)
    mandatory = [
        definition.name()
        for definition in algorithm.destinationParameterDefinitions()
        if not definition.flags() & OPTIONAL
    ]
    folders = [output for output in PUBLIC[name]["required"] if output == "REPORT"]
    assert mandatory == (list(PUBLIC[name]["layers"])[:1] or folders)


@every(
    "name, parameter, value",
    [(name, parameter, value) for name in NAMES for parameter, value in NAMES[name]["defaults"].items()],
)
def test_defaults(registry, name, parameter, value):
    default = registry.algorithmById(name).parameterDefinition(parameter).defaultValue()
    assert (",".join(default) if isinstance(default, list) else default) == value


@every("name", PUBLIC)
def test_numbers_and_texts(registry, name):
    kinds = {output.name(): output.type() for output in registry.algorithmById(name).outputDefinitions()}
    yield from (number for number in PUBLIC[name]["numbers"] if kinds.get(number) != "outputNumber")
    yield from (text for text in PUBLIC[name]["strings"] if kinds.get(text) != "outputString")
