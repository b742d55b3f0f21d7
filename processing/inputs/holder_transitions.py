# SPDX-License-Identifier: GPL-2.0-or-later
"""What passed from side to side, by the field HOLDER_FIELD: in each period of a series, or between two maps.

Without that field the ground that counts as held is that of the only side.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ... import formatting
from ...core.errors import InputError
from ..parameters.holders import HOLDER_FIELD
from ..progress import Progress
from .held_areas import held_in_frame
from .holders import OTHER, Sides, check_held, noting_overlaps, only_side, warn_of_overlaps
from .maps import DatedMap
from .pair import PairInputs
from .run_parameters import RunParameters
from .series import Series

if TYPE_CHECKING:
    from ...core.change.transitions import Transitions
    from ...core.geometry.partition import Partition
    from ...core.geometry.polygons import HeldArea, MeasurableArea


def transitions_in_series(
    series: Series, partition: Partition, parameters: RunParameters, progress: Progress
) -> list[Transitions | None]:
    """Return the transitions between sides in each period; None for a period without maps. Raises InputError."""
    from ...core.change.transition_series import end_maps, labelled_maps, transitions_of_periods

    instants = [series.instants[index] for index in end_maps(series.periods)]
    if parameters.field(HOLDER_FIELD) is None:
        names, areas = only_side(parameters), [series.reader.held_areas(instants, progress.muted())]
    else:
        names, areas = _areas_in_series(series, parameters, progress)
    overlaps: list[tuple[float, str]] = []
    maps = (dict(zip(names, found)) for found in zip(*areas))
    labelled = noting_overlaps(labelled_maps(maps, names, map(formatting.instant_text, instants)), overlaps)
    found = []
    for number, one in enumerate(transitions_of_periods(series.periods, labelled, partition, names), 1):
        found.append(one)
        progress.percent(100 * number / len(series.periods))
    warn_of_overlaps(overlaps, progress)
    return found


def transitions_of_pair(inputs: PairInputs, parameters: RunParameters, progress: Progress) -> Transitions:
    """Return the transitions between sides from one map to the other. Raises InputError."""
    from ...core.change.transition_series import labelled_maps
    from ...core.change.transitions import transitions

    maps: list[dict[str, Any]]
    if parameters.field(HOLDER_FIELD) is None:
        names = only_side(parameters)
        maps = [{names[0]: held} for held in inputs.held]
    else:
        names, maps = _areas_of_pair(inputs, parameters, progress)
    overlaps: list[tuple[float, str]] = []
    texts = [formatting.instant_text(one.instant) for one in inputs.maps]
    before, after = noting_overlaps(progress.call(list, labelled_maps(maps, names, texts)), overlaps)
    warn_of_overlaps(overlaps, progress)
    partition = inputs.measurement_context.partition
    return progress.call(transitions, before.ground, after.ground, partition, (before.name, after.name), names)


def _areas_in_series(
    series: Series, parameters: RunParameters, progress: Progress
) -> tuple[tuple[str, ...], list[Iterator[MeasurableArea]]]:
    """The names of the sides, and the ground of each on the maps that begin or end a period."""
    from ...core.change.transition_series import end_maps

    reader, field = series.reader, parameters.field(HOLDER_FIELD)
    counted, held = reader.features({*reader.classes, OTHER}), reader.features(reader.classes)
    values = reader.values_by_feature(field)
    sides = Sides.of((values[one] for own in counted.values() for one in own), field, reader.layer.name)
    held_values = [values[one] for own in held.values() for one in own]
    is_classed = reader.class_field is not None
    check_held(reader.layer.name, sides, held_values, parameters, progress, is_classed=is_classed)
    reported = {sides.of_value(value) for value in held_values}  # repairs of these were reported before
    instants = [series.instants[index] for index in end_maps(series.periods)]
    areas = []
    for number in range(len(sides.names)):
        features = {
            instant: [one for one in own if sides.of_value(values[one]) == number] for instant, own in counted.items()
        }
        areas.append(reader.areas_of(features, instants, progress.muted() if number in reported else progress))
    return sides.names, areas


def _areas_of_pair(
    inputs: PairInputs, parameters: RunParameters, progress: Progress
) -> tuple[tuple[str, ...], list[dict[str, HeldArea]]]:
    """The names of the sides, and the ground of each on either map."""
    import numpy as np

    field, classes = parameters.field(HOLDER_FIELD), inputs.options.classes
    counted = [_values(one, field, {*classes, OTHER}) for one in inputs.maps]
    sides = Sides.of((value for own in counted for value in own), field, inputs.maps[1].layer.name)
    maps = []
    for one, values in zip(inputs.maps, counted):
        is_classed = not one.snapshot.is_unclassed
        check_held(one.layer.name, sides, _values(one, field, classes), parameters, progress, is_classed=is_classed)
        of_feature = np.array([sides.of_value(value) for value in values], dtype=object)
        maps.append(
            {
                name: held_in_frame(
                    one.polygons_of(np.flatnonzero(of_feature == number), {*classes, OTHER}, progress),
                    inputs.measurement_context.frame,
                    progress,
                )
                for number, name in enumerate(sides.names)
            }
        )
    return sides.names, maps


def _values(one: DatedMap, field: str, classes: set[str] | tuple[str, ...]) -> list[Any]:
    """The values of a field for the polygons of some classes of a map, in the order of `chosen`. Raises InputError."""
    rows = [one.snapshot.attributes[row] for row in one.snapshot.chosen_rows(classes).tolist()]
    if rows and not any(field in row for row in rows):
        raise InputError(
            "Layer “{layer}” has no field “{field}”. Its fields are: {fields}.",
            layer=one.layer.name,
            field=field,
            fields=", ".join(rows[0]) or "–",
        )
    return [row.get(field) for row in rows]
