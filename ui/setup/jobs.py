# SPDX-License-Identifier: GPL-2.0-or-later
"""Turns the choices into a job: the algorithm with its parameters, and the one that must run before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ...processing.inputs.map_values import parameters_for
from ...processing.parameters.lines import BRIDGE_DISTANCE, EXTEND_DISTANCE, MARKS, SIDE
from ...processing.parameters.maps import CLASS_FIELD, CLASS_VALUES, DATE_FIELD, DATE_PATTERN
from ...processing.parameters.measuring import THEATRE
from ...processing.parameters.series import OFFSET_DAYS
from ...processing.parameters.side import SIDE_COLOUR, SIDE_NAME
from ..algorithm_runner import Preparation
from ..json_values import address, as_json, layers_in
from .choices import AFTER, BEFORE, MAPS, SECTORS, Setup
from .modes import ALGORITHMS, OUTPUTS, PAIR, PLACE_STATUS, SERIES, Mode

if TYPE_CHECKING:
    from .found_maps import FoundMap

TEMPORARY = "TEMPORARY_OUTPUT"
PREPARE = "frontline:preparesnapshots"
OF_LINES = (SIDE, MARKS, BRIDGE_DISTANCE, EXTEND_DISTANCE)  # parameters of maps that are front lines
# Parameters that say how the maps are read; of front lines, the theatre counts for the measurement too.
READING = (DATE_FIELD, DATE_PATTERN, CLASS_FIELD, *CLASS_VALUES, *OF_LINES)
MADE_FROM_PROPERTY = "frontline_change/made_from"  # on prepared snapshots: the layers and how they were read


@dataclass
class Job:
    """One question to ask of the algorithms."""

    mode: Mode
    parameters: dict[str, Any]
    first: Preparation | None = None  # makes the snapshots if the maps are in several layers
    sectors_name: str = ""
    signature: tuple[Any, ...] = field(init=False)  # differs for every other question
    recorded: dict[str, Any] = field(init=False)  # the parameters as JSON can hold them
    recorded_first: dict[str, Any] = field(init=False)  # those of the run before

    def __post_init__(self) -> None:
        """Record the layers now: they may no longer exist when the run ends."""
        self.signature = (self.algorithm, *_identity(self.parameters, self.first))
        self.recorded = as_json(self.parameters)
        self.recorded_first = as_json(self.first.parameters) if self.first is not None else {}

    @property
    def input_ids(self) -> set[str]:
        """The ids of the layers that it measures, also of those that its snapshots are made from."""
        return {layer["layer"] for layer in layers_in([self.recorded, self.recorded_first])}

    def mark_snapshots(self, outputs: Mapping[str, Any]) -> None:
        """Record on prepared snapshots what they were made from, so that measuring them again is the same question."""
        if self.first is not None and isinstance(outputs.get(self.first.output), QgsMapLayer):
            outputs[self.first.output].setCustomProperty(MADE_FROM_PROPERTY, _made_from(self.first))

    @property
    def algorithm(self) -> str:
        """The id of the algorithm that measures."""
        return self.mode.algorithm

    @classmethod
    def of_run(cls, algorithm: str, parameters: dict[str, Any]) -> Job | None:
        """Return the job that repeats a run of the history; None for an algorithm that the dock does not run."""
        measure = next((key for key, value in ALGORITHMS.items() if value == algorithm), None)
        if measure is None:
            return None
        mode = Mode(measure, str(parameters.get("PERIOD", "month")) if measure == SERIES else "")
        sectors = parameters.get(SECTORS)
        return cls(mode, parameters, sectors_name=sectors.name() if isinstance(sectors, QgsVectorLayer) else "")


def job_for(setup: Setup, found_dates: dict[str, Any], found: Sequence[FoundMap], project: QgsProject) -> Job:
    """Return the job for a complete setup. `found_dates`: of BEFORE and AFTER; only corrections of them are passed."""
    parameters = dict(setup.options)
    if "held" in setup.classes.values():
        parameters |= parameters_for(setup.values, setup.classes)
    sides = {SIDE_NAME: setup.side_name, SIDE_COLOUR: setup.side_colour}
    parameters |= {name: value for name, value in sides.items() if value}
    first = None
    has_sectors = setup.layers[SECTORS] is not None and setup.mode.measure != PLACE_STATUS
    if has_sectors:
        parameters[SECTORS] = setup.layers[SECTORS]
        if setup.sector_field:
            parameters["SECTOR_FIELD"] = setup.sector_field
    if setup.mode.measure == PAIR:
        for role in MAPS:
            parameters[role] = setup.layers[role]
            date = setup.dates[role]
            if date is not None and date != found_dates[role]:
                parameters[f"{role}_DATE"] = date
    else:
        first = _add_series(parameters, setup, found, project)
    outputs = [name for name in OUTPUTS[setup.mode.measure] if name != "PLACES_CHANGED" or "PLACES" in parameters]
    parameters.update(_destinations(outputs, setup, _identity(parameters, first)))
    return Job(setup.mode, parameters, first, setup.sectors_name if has_sectors else "")


def layers_of_series(setup: Setup, found: Sequence[FoundMap], project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers whose maps make the series between Before and After, in time order.

    Where both ends lie in one layer of many dates, that layer is the series. Else it is every layer of a single date
    from the one end to the other that is by the publisher of one of the ends, and the ends themselves.
    """
    before, after = setup.layers[BEFORE], setup.layers[AFTER]
    if before is after:
        return [before]
    ends = {before.id(), after.id()}
    first, last = (setup.dates[role].toMSecsSinceEpoch() for role in MAPS)
    sources = {one.source for one in found if one.layer_id in ends}
    ids = dict.fromkeys(
        one.layer_id
        for one in found
        if one.layer_id in ends
        or (not one.many_dated and one.source in sources and first <= one.instant.toMSecsSinceEpoch() <= last)
    )
    layers = [layer for layer in (project.mapLayer(layer_id) for layer_id in ids) if layer is not None]
    missing = [layer for layer in (before, after) if layer not in layers]
    return [*layers, *missing]


def maps_in_span(setup: Setup, found: Sequence[FoundMap], layers: Sequence[QgsVectorLayer]) -> int:
    """Return how many maps of these layers lie between Before and After."""
    ids = {layer.id() for layer in layers}
    first, last = (setup.dates[role].toMSecsSinceEpoch() for role in MAPS)
    return len(
        {
            one.instant.toMSecsSinceEpoch()
            for one in found
            if one.layer_id in ids and first <= one.instant.toMSecsSinceEpoch() <= last
        }
    )


def _add_series(
    parameters: dict[str, Any], setup: Setup, found: Sequence[FoundMap], project: QgsProject
) -> Preparation | None:
    """Add the snapshots and the span; return what makes the snapshots first, where they are in several layers."""
    layers = layers_of_series(setup, found, project)
    first = None
    if len(layers) == 1:
        parameters["SNAPSHOTS"] = layers[0]
    else:
        # The fields to read are those of the maps; prepared snapshots have their own.
        prepared: dict[str, Any] = {"LAYERS": layers, "SNAPSHOTS": TEMPORARY}
        prepared |= {name: parameters.pop(name) for name in READING if name in parameters}
        if setup.with_lines is not None and THEATRE in parameters:
            prepared[THEATRE] = parameters[THEATRE]
        first = Preparation(PREPARE, prepared, "SNAPSHOTS", "SNAPSHOTS")
    if setup.mode.period:
        parameters["PERIOD"] = setup.mode.period
    if setup.offset_days:
        parameters[OFFSET_DAYS] = setup.offset_days
    for name, role in (("FIRST_DATE", BEFORE), ("LAST_DATE", AFTER)):
        parameters[name] = setup.dates[role]
    return first


def _identity(parameters: Mapping[str, Any], first: Preparation | None) -> tuple[tuple[str, str], ...]:
    """Return the parameters as text, which stays the same when they are saved as JSON and read again."""
    values = {name: _text(value) for name, value in parameters.items()}
    if first is not None:
        values[first.into] = _text(_made_from(first))
    return tuple(sorted(values.items()))


def _made_from(first: Preparation) -> str:
    """Return what identifies the snapshots made by a preparation."""
    return blake2b(repr(_identity(first.parameters, None)).encode(), digest_size=8).hexdigest()


def _text(value: Any) -> str:
    """Return a parameter as text: of a layer its name, which may hold its date, and its source."""
    if isinstance(value, (list, tuple)):
        return str([_text(item) for item in value])
    if isinstance(value, QgsMapLayer):
        return str(value.customProperty(MADE_FROM_PROPERTY) or (value.name(), address(as_json(value))))
    return str(as_json(value))


def _destinations(outputs: Sequence[str], setup: Setup, identity: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return where each output goes: a temporary layer or, for each question, tables of its own in a GeoPackage."""
    if not setup.file:
        return dict.fromkeys(outputs, TEMPORARY)
    path = setup.file.replace("'", "\\'")
    days = [setup.dates[role].toString("yyyyMMdd") for role in MAPS]
    digest = blake2b(repr(identity).encode(), digest_size=4).hexdigest()
    tables = {name: "_".join(filter(None, (name.lower(), *days, setup.mode.period, digest))) for name in outputs}
    return {name: f"ogr:dbname='{path}' table=\"{table}\" (geom)" for name, table in tables.items()}
