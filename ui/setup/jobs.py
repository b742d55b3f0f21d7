# SPDX-License-Identifier: GPL-2.0-or-later
"""From what is chosen to what is run: the algorithm with its parameters, and what has to be run before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsVectorLayer

from ..algorithm_runner import Preparation
from ..json_values import as_json
from .choices import AFTER, BEFORE, MAPS, SECTORS, Setup
from .modes import ALGORITHMS, OUTPUTS, PAIR, SERIES, Mode

if TYPE_CHECKING:
    from .found_maps import FoundMap

TEMPORARY = "TEMPORARY_OUTPUT"
PREPARE = "frontline:preparesnapshots"


@dataclass
class Job:
    """One question to ask of the algorithms."""

    mode: Mode
    parameters: dict[str, Any]
    first: Preparation | None = None  # what makes the snapshots where there is no layer of them
    signature: tuple[Any, ...] = ()
    sectors_name: str = ""
    recorded: dict[str, Any] = field(default_factory=dict)  # the parameters as they can be kept

    @property
    def algorithm(self) -> str:
        """The id of the algorithm that measures."""
        return self.mode.algorithm

    @classmethod
    def of_run(cls, algorithm: str, parameters: dict[str, Any]) -> Job | None:
        """Return the job that makes a remembered run again; None for an algorithm that the dock does not run."""
        measure = next((key for key, value in ALGORITHMS.items() if value == algorithm), None)
        if measure is None:
            return None
        mode = Mode(measure, str(parameters.get("PERIOD", "month")) if measure == SERIES else "")
        sectors = parameters.get(SECTORS)
        signature = (*mode, *sorted((name, str(as_json(value))) for name, value in parameters.items()))
        name = sectors.name() if isinstance(sectors, QgsVectorLayer) else ""
        return cls(mode, parameters, None, signature, name)


def job_for(setup: Setup, found_dates: dict[str, Any], found: Sequence[FoundMap], project: QgsProject) -> Job:
    """Return the job for a complete setup. `found_dates`: of BEFORE and AFTER; only corrections of them are passed."""
    job = Job(setup.mode, dict(setup.options), None, setup.signature, setup.sectors_name)
    if setup.layers[SECTORS] is not None:
        job.parameters[SECTORS] = setup.layers[SECTORS]
        if setup.sector_field:
            job.parameters["SECTOR_FIELD"] = setup.sector_field
    if setup.mode.measure == PAIR:
        for role in MAPS:
            job.parameters[role] = setup.layers[role]
            date = setup.dates[role]
            if date is not None and date != found_dates[role]:
                job.parameters[f"{role}_DATE"] = date
    else:
        _add_series(job, setup, found, project)
    _add_outputs(job, setup)
    return job


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


def _add_series(job: Job, setup: Setup, found: Sequence[FoundMap], project: QgsProject) -> None:
    layers = layers_of_series(setup, found, project)
    if len(layers) == 1:
        job.parameters["SNAPSHOTS"] = layers[0]
    else:
        # What the maps are read by must be said when they are read; the series is then in our own words.
        reading = {name: job.parameters.pop(name) for name in ("DATE_FIELD", "CLASS_FIELD") if name in job.parameters}
        job.first = Preparation(
            PREPARE, {"LAYERS": layers, "SNAPSHOTS": TEMPORARY, **reading}, "SNAPSHOTS", "SNAPSHOTS"
        )
    if setup.mode.period:
        job.parameters["PERIOD"] = setup.mode.period
    for name, role in (("FIRST_DATE", BEFORE), ("LAST_DATE", AFTER)):
        job.parameters[name] = setup.dates[role]


def _add_outputs(job: Job, setup: Setup) -> None:
    for name in OUTPUTS[job.mode.measure]:
        if name == "PLACES_CHANGED" and "PLACES" not in job.parameters:
            continue
        job.parameters[name] = _in_file(setup.file, name, setup) if setup.file else TEMPORARY


def _in_file(path: str, output: str, setup: Setup) -> str:
    """Return the destination of an output as a table of a GeoPackage; each question has tables of its own."""
    days = [setup.dates[role].toString("yyyyMMdd") for role in MAPS]
    others = repr((setup.sectors_name, setup.sector_field, setup.option_texts)).encode()
    table = "_".join(
        filter(None, (output.lower(), *days, setup.mode.period, blake2b(others, digest_size=2).hexdigest()))
    )
    escaped = path.replace("'", "\\'")
    return f"ogr:dbname='{escaped}' table=\"{table}\" (geom)"
