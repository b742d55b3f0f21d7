# SPDX-License-Identifier: GPL-2.0-or-later
"""During a run Python's garbage collector passes over what QGIS has loaded; afterwards it looks at everything again.

It used to look through all of QGIS several times in a run, and the interface stood still meanwhile.
"""

import gc
import weakref

import pytest
from frontline_change.processing.garbage import older_objects_passed_over
from layers import box, layer
from qgis.core import QgsProcessingException

BEFORE, AFTER = ("front_20250602", box(30, 50, 31, 51)), ("front_20250702", box(30, 50, 31.1, 51))


class Ring:
    """An object that only the collector removes."""

    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def nothing_frozen():
    """Other tests may have frozen objects."""
    gc.unfreeze()
    yield
    gc.unfreeze()


def is_collected():
    """Whether the collector finds an object that only it can remove."""
    found = weakref.ref(Ring())
    gc.collect()
    return found() is None


def test_a_run_passes_over_what_was_there_before(sectorchange_task, listener):
    counts = []
    feedback = listener(lambda _feedback, _percent: counts.append(gc.get_freeze_count()))
    sectorchange_task(BEFORE=layer(*BEFORE), AFTER=layer(*AFTER), listener=feedback)
    assert min(counts) > 10_000
    assert gc.get_freeze_count() == 0


def test_a_run_that_fails_ends_it_too(sectorchange_task):
    with pytest.raises(QgsProcessingException):
        sectorchange_task(BEFORE=layer(*BEFORE), AFTER=layer("undated", box(30, 50, 31.1, 51)))
    assert gc.get_freeze_count() == 0


def test_what_a_block_makes_is_collected_in_it_and_older_objects_after_it():
    older = weakref.ref(Ring())
    with older_objects_passed_over():
        assert is_collected()
        assert older() is not None
    gc.collect()
    assert older() is None


def test_blocks_in_blocks_end_with_the_last():
    with older_objects_passed_over():
        with older_objects_passed_over():
            pass
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_what_others_have_frozen_stays_frozen():
    gc.freeze()
    with older_objects_passed_over():
        pass
    assert gc.get_freeze_count() > 0


def test_work_that_is_dropped_half_way_ends_it():
    def work():
        with older_objects_passed_over():
            yield

    steps = work()
    next(steps)
    assert gc.get_freeze_count() > 0
    del steps
    assert gc.get_freeze_count() == 0
