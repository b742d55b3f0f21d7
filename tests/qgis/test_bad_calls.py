# SPDX-License-Identifier: GPL-2.0-or-later
"""A sample of the bad calls of `make fuzz FAMILY=calls`, the same in every run: each ends with a sentence or results.

FUZZ_FACTOR=20 in the environment makes it twenty times as long; `-o faulthandler_timeout=0` then lets it run.
"""

import os

import calls
import pytest
from checkout import PUBLIC

SEED = 20250702
CALLS = 20 * len(PUBLIC)


@pytest.mark.child_qgis
@pytest.mark.slow
def test_bad_calls_end_with_a_sentence_or_right_results():
    counts, failed = calls.outcomes(SEED, int(CALLS * float(os.environ.get("FUZZ_FACTOR", "1"))), minutes=60)
    print(calls.table(counts, calls.OUTCOMES))
    assert failed == []
    assert len({algorithm for algorithm, _ in counts}) == len(PUBLIC)
    assert sum(counts[key] for key in counts if key[1] == calls.SENTENCE) > CALLS / 2


@pytest.mark.parametrize(
    "message",
    [
        "Traceback (most recent call last):",
        "KeyError: 'date'",
        "'NoneType' object has no attribute 'fields'",
        "<qgis._core.QgsVectorLayer object at 0x7f>",
        "",
    ],
)
def test_what_is_not_for_people(message):
    assert calls.TECHNICAL.search(message)


@pytest.mark.parametrize(
    "message",
    [
        "BEFORE (Map before) is missing.",
        "GAP_WIDTH (Width of gaps (metres)) cannot be “nan”. Give a number from 0 to 1,000.",
        "The layer “errors of 2025” has no date. Give one.",
    ],
)
def test_what_is_for_people(message):
    assert not calls.TECHNICAL.search(message)
