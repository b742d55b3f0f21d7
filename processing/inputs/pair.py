# SPDX-License-Identifier: GPL-2.0-or-later
"""The inputs of a measurement between two maps: maps, held areas, position errors and context."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import formatting
from ...core.errors import InputError
from ..parameters.maps import AFTER, AFTER_DATE, BEFORE, BEFORE_DATE
from ..progress import Progress
from .context import ContextInputs, read_context
from .held_areas import chosen_polygons, frame_around, held_in_frame
from .map_errors import errors_of_pair_m
from .maps import DatedMap, check_together, publishers_of, read_dated_map, read_pair
from .options import Options
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.context import MeasurementContext
    from ...core.geometry.polygons import HeldArea


@dataclass(frozen=True)
class PairInputs:
    """The two maps, their held areas in the frame, and the context of the measurement."""

    maps: tuple[DatedMap, DatedMap]
    errors_m: tuple[float, float]
    position_error_m: float  # quadratic mean of both maps
    held: tuple[HeldArea, HeldArea]
    context: ContextInputs
    options: Options  # with the errors for the publishers of these maps

    @property
    def measurement_context(self) -> MeasurementContext:
        """The context in the form of core."""
        return self.context.measurement_context


def read_map_and_earlier(parameters: RunParameters, progress: Progress) -> list[DatedMap]:
    """Return the map of AFTER and, if given, of BEFORE. Raises InputError when BEFORE is not the earlier one."""
    after = read_dated_map(parameters, AFTER, AFTER_DATE, progress)
    if parameters.optional_layer(BEFORE) is None:
        check_together([after], parameters, progress)
        return [after]
    before = read_dated_map(parameters, BEFORE, BEFORE_DATE, progress)
    if before.instant >= after.instant:
        raise InputError(
            "The map after ({after}) is not later than the map before ({before}). Choose maps of two dates, or leave "
            "BEFORE empty.",
            after=formatting.instant_text(after.instant),
            before=formatting.instant_text(before.instant),
        )
    check_together([before, after], parameters, progress)
    return [after, before]


def read_pair_inputs(parameters: RunParameters, options: Options, progress: Progress) -> PairInputs:
    """Return the inputs of a run. Raises InputError when the maps cannot be compared."""
    from ...core.context import MEASURES

    maps = read_pair(parameters, progress)
    options = options.for_publishers(publishers_of(one.snapshot.source for one in maps), progress)
    errors_m, position_error_m = errors_of_pair_m(maps, parameters, options, progress)
    progress.percent(40)
    polygons = chosen_polygons(maps, options.classes, progress)
    frame = frame_around(polygons)
    before, after = (
        replace(held_in_frame(own, frame, progress), name=formatting.instant_text(one.instant))
        for one, own in zip(maps, polygons)
    )
    progress.percent(60)
    context = read_context(parameters, options, frame, MEASURES, progress)
    progress.percent(100)
    return PairInputs(maps, errors_m, position_error_m, (before, after), context, options)
