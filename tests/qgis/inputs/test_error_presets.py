# SPDX-License-Identifier: GPL-2.0-or-later
"""ERROR_PRESET: which position error counts, for new callers and for scripts and models older than it."""

import json

import pytest
from layers import box, layer

ONE, TWO = ("one_publisher", 500, 5000), ("two_publishers", 1000, 20000)


def prepared(name, *dated):
    """Prepared snapshots: a date, how far east is held, and the publisher."""
    rows = [(day, "held", source, f"{source}.json") for day, _, source in dated]
    shapes = [box(30, 50, east, 51) for _, east, _ in dated]
    fields = "date:datetime,class:string,source:string,origin:string"
    return layer(name, *shapes, fields=fields, rows=rows)


def pair(before="deepstate", after="deepstate"):
    return {
        "BEFORE": prepared("before", ("2025-06-01T00:00:00Z", 31, before)),
        "AFTER": prepared("after", ("2025-07-01T00:00:00Z", 31.1, after)),
    }


def used(outcome):
    card = json.loads(outcome["METHOD"])
    return card["error_preset"], card["position_error_m"], card["correlation_length_m"]


def preset_warnings(outcome):
    return [text for text in outcome.feedback.warnings if "ERROR_PRESET" in text]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ONE),
        ({"ERROR_PRESET": None}, ONE),
        ({"ERROR_PRESET": "one_publisher"}, ONE),
        ({"ERROR_PRESET": "two_publishers"}, TWO),
        ({"ERROR_PRESET": "two_publishers", "POSITION_ERROR": 200}, TWO),
        ({"ERROR_PRESET": "own"}, ("own", 500, 5000)),
        ({"ERROR_PRESET": "own", "POSITION_ERROR": 200, "CORRELATION_LENGTH": 1000}, ("own", 200, 1000)),
        ({"POSITION_ERROR": 200}, ("own", 200, 5000)),
        ({"CORRELATION_LENGTH": 1000}, ("own", 500, 1000)),
        ({"POSITION_ERROR": 500, "CORRELATION_LENGTH": 5000}, ("own", 500, 5000)),
        ({"ERROR_PRESET": None, "POSITION_ERROR": 500, "CORRELATION_LENGTH": 5000}, ONE),
        ({"ERROR_PRESET": None, "POSITION_ERROR": 300, "CORRELATION_LENGTH": 5000}, ("own", 300, 5000)),
    ],
    ids=str,
)
def test_maps_of_one_publisher(sectorchange, given, expected):
    outcome = sectorchange(**pair(), **given)
    assert used(outcome) == expected
    assert preset_warnings(outcome) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, TWO),
        ({"ERROR_PRESET": None, "POSITION_ERROR": 500, "CORRELATION_LENGTH": 5000}, TWO),  # as a dialog gives them
        ({"ERROR_PRESET": "one_publisher"}, ONE),
        ({"POSITION_ERROR": 500}, ("own", 500, 5000)),  # an older script
        ({"ERROR_PRESET": None, "POSITION_ERROR": 300, "CORRELATION_LENGTH": 5000}, ("own", 300, 5000)),
    ],
    ids=str,
)
def test_maps_of_two_publishers(sectorchange, given, expected):
    outcome = sectorchange(**pair(after="isw"), **given)
    assert used(outcome) == expected
    warnings = preset_warnings(outcome)
    assert len(warnings) == (expected == TWO)
    if warnings:
        assert "(DeepState, Institute for the Study of War)" in warnings[0]
        assert "two_publishers (position error 1,000 m over 20,000 m along the line)" in warnings[0]


def test_daily_and_raw_maps_of_one_publisher_are_of_one_publisher(sectorchange):
    assert used(sectorchange(**pair(after="deepstatedaily"))) == ONE


def test_the_standard_error_follows_the_preset(sectorchange):
    """σ·√(P·ℓ): twice the error over four times the length is four times as much."""
    one, two = (
        sectorchange(**pair(), ERROR_PRESET=preset)["GAINED_SE_KM2"] for preset in ("one_publisher", "two_publishers")
    )
    assert two == pytest.approx(4 * one)


def test_a_series_of_two_publishers(changeseries):
    dated = [("2025-06-01T00:00:00Z", 31, "deepstate"), ("2025-07-01T00:00:00Z", 31.1, "isw")]
    outcome = changeseries(SNAPSHOTS=prepared("maps", *dated), PERIOD="all")
    assert used(outcome) == TWO
    assert len(preset_warnings(outcome)) == 1
    same = [(day, east, "deepstate") for day, east, _ in dated]
    assert used(changeseries(SNAPSHOTS=prepared("maps", *same), PERIOD="all")) == ONE


def test_every_algorithm_with_a_position_error_has_the_presets(frontline):
    missing = []
    for algorithm in frontline.algorithms():
        preset = algorithm.parameterDefinition("ERROR_PRESET")
        if algorithm.parameterDefinition("POSITION_ERROR") is not None:
            if preset is None or preset.options() != ["one_publisher", "two_publishers", "own"]:
                missing.append(algorithm.name())
        else:
            assert preset is None
    assert missing == []
