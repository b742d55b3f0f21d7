# SPDX-License-Identifier: GPL-2.0-or-later
"""The ground of each control class at the ends of the periods of a series, and what passed from class to class."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ... import formatting
from ...core.maps.snapshots import CONTROL_CLASSES
from ..progress import Progress
from .series import Series

if TYPE_CHECKING:
    from ...core.change.transition_series import LabelledMap
    from ...core.change.transitions import Transitions
    from ...core.geometry.partition import Partition


def class_transitions(series: Series, partition: Partition, progress: Progress) -> list[Transitions | None]:
    """Return the transitions between classes in each period; None for a period without maps. Raises CheckError."""
    from ...core.change.transition_series import transitions_of_periods

    steps = transitions_of_periods(series.periods, _maps_by_class(series, progress), partition, CONTROL_CLASSES)
    found: list[Transitions | None] = []
    for number, one in enumerate(steps, 1):
        found.append(one)
        progress.percent(100 * number / len(series.periods))
    return found


def classes_of(series: Series) -> list[str]:
    """Return held and the other control classes that any map of the layer has."""
    found = {CONTROL_CLASSES[0], *series.reader.classes_found()}
    return [name for name in CONTROL_CLASSES if name in found]


def _maps_by_class(series: Series, progress: Progress) -> Iterator[LabelledMap]:
    """The ground of each class on each map that begins or ends a period; the chosen classes were reported before."""
    from ...core.change.transition_series import end_maps, labelled_maps

    reader = series.reader
    instants = [series.instants[index] for index in end_maps(series.periods)]
    classes = classes_of(series)
    reports = [progress.muted() if name in reader.classes else progress for name in classes]
    areas = (reader.held_areas(instants, report, (name,)) for name, report in zip(classes, reports))
    maps = (dict(zip(classes, found)) for found in zip(*areas))
    return labelled_maps(maps, CONTROL_CLASSES, map(formatting.instant_text, instants))
