# SPDX-License-Identifier: GPL-2.0-or-later
"""A result as its group of layers in the project holds it, to be shown again when the project is opened."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsVectorLayer

from ..algorithm_runner import Preparation
from ..json_values import as_json, layers_in, live_value, read_json
from ..layer_group import OUTPUT_PROPERTY, RESULT_PROPERTY
from ..setup.jobs import Job
from ..setup.modes import ALGORITHMS, SERIES, TABLES, Mode, modes

RECORD_KINDS = {
    "algorithm": str,
    "parameters": dict,
    "first": dict,
    "sectors_name": str,
    "outputs": dict,
    "warnings": list,
}


@dataclass(frozen=True)
class SavedResult:
    """A group of layers with the question that it answers."""

    group: QgsLayerTreeGroup
    job: Job
    outputs: dict[str, Any]  # of the run; layers as layers of the project
    warnings: list[str]
    missing: list[str]  # names of the layers that it was measured from and that no longer exist

    @property
    def table(self) -> QgsVectorLayer | None:
        """The layer with the rows of the result; None where a person has removed it."""
        return self.outputs.get(TABLES[self.job.mode.measure])

    @property
    def is_readable(self) -> bool:
        """Whether the result can be shown: temporary layers are empty once their project was closed."""
        return self.table is not None and self.table.isValid() and self.table.featureCount() != 0

    @property
    def is_kept(self) -> bool:
        """Whether the result is in files."""
        return self.table is not None and self.table.providerType() != "memory"

    @property
    def headline(self) -> str:
        """The result in a sentence."""
        return str(self.outputs.get("HEADLINE") or self.group.name())


def record_of(job: Job, outputs: Mapping[str, Any], warnings: Sequence[str]) -> str:
    """Return what the group of a result has to hold, as JSON."""
    first = job.first
    return json.dumps(
        {
            "algorithm": job.algorithm,
            "parameters": job.recorded,
            "first": {}
            if first is None
            else {
                "algorithm": first.algorithm,
                "parameters": job.recorded_first,
                "output": first.output,
                "into": first.into,
            },
            "sectors_name": job.sectors_name,
            "outputs": {
                name: as_json(value) for name, value in outputs.items() if not isinstance(value, QgsVectorLayer)
            },
            "warnings": list(warnings),
        },
        ensure_ascii=False,
    )


def saved_results(project: QgsProject) -> Iterator[SavedResult]:
    """Yield the results in a project, from top to bottom; a record that cannot be read is left out."""
    for group in project.layerTreeRoot().findGroups(True):
        record = read_json(group.customProperty(RESULT_PROPERTY))
        if not isinstance(record, dict) or any(
            not isinstance(record.get(name), kind) for name, kind in RECORD_KINDS.items()
        ):
            continue
        job = _job_of(record, project)
        if job is None:
            continue
        layers = [node.layer() for node in group.findLayers()]
        found = {layer.customProperty(OUTPUT_PROPERTY): layer for layer in layers if isinstance(layer, QgsVectorLayer)}
        asked = [record["parameters"], record["first"].get("parameters", {})]
        missing = [layer["name"] for layer in layers_in(asked) if live_value(layer, project) is None]
        outputs = {**record["outputs"], **{name: layer for name, layer in found.items() if name}}
        yield SavedResult(group, job, outputs, [str(text) for text in record["warnings"]], missing)


def _job_of(record: Mapping[str, Any], project: QgsProject) -> Job | None:
    """Return the question of a record; None for one that this dock does not ask."""
    measure = next((key for key, value in ALGORITHMS.items() if value == record["algorithm"]), None)
    if measure is None:
        return None
    parameters = _live(record["parameters"], project)
    mode = Mode(measure, str(parameters.get("PERIOD", "month")) if measure == SERIES else "")
    if mode not in modes():
        return None
    first, prepared = None, record["first"]
    if {"algorithm", "parameters", "output", "into"} <= set(prepared):
        first = Preparation(
            prepared["algorithm"], _live(prepared["parameters"], project), prepared["output"], prepared["into"]
        )
    return Job(mode, parameters, first, record["sectors_name"])


def _live(parameters: Mapping[str, Any], project: QgsProject) -> dict[str, Any]:
    live = {name: live_value(value, project) for name, value in parameters.items()}
    return {name: value for name, value in live.items() if value is not None}
