# SPDX-License-Identifier: GPL-2.0-or-later
"""One run with all that is needed to repeat it, and the list of runs that a project keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QDateTime, QObject, pyqtSignal

from ... import formatting
from ..json_values import as_json, layers_in, live_value, read_json

SCOPE, KEY = "frontline_change", "history"  # of the project's entry
RUNS_KEPT = 50


@dataclass(frozen=True)
class Run:
    """One run. Everything in it can be written as JSON."""

    when: str  # ISO instant in UTC
    algorithm: str  # id, such as frontline:sectorchange
    parameters: dict[str, Any]  # as `json_values.as_json` writes them
    headline: str

    @classmethod
    def of(cls, algorithm: str, parameters: Mapping[str, Any], headline: str) -> Run:
        """Return the record of a run that ends now; the parameters may contain layers and dates."""
        now = formatting.iso(QDateTime.currentDateTimeUtc())
        return cls(now, algorithm, as_json(dict(parameters)), headline)

    def live_parameters(self, project: QgsProject) -> dict[str, Any]:
        """Return the parameters to run again in a project, without layers that no longer exist."""
        live = {name: live_value(value, project) for name, value in self.parameters.items()}
        return {name: value for name, value in live.items() if value is not None}

    def missing_layers(self, project: QgsProject) -> list[str]:
        """Return the names of the layers that are neither in the project nor in a file any more."""
        return [layer["name"] for layer in layers_in(self.parameters) if live_value(layer, project) is None]


class History(QObject):
    """The runs of a project, the latest first."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[Run] = []

    def runs(self) -> list[Run]:
        """Return the runs, the latest first."""
        return list(self._runs)

    def add(self, run: Run) -> None:
        """Put a run first; drop the oldest when there are too many."""
        self._runs = [run, *self._runs][:RUNS_KEPT]
        self.changed.emit()

    def remove(self, run: Run) -> None:
        """Forget a run."""
        self._runs = [other for other in self._runs if other is not run]
        self.changed.emit()

    def load(self, project: QgsProject) -> None:
        """Replace the runs by those saved in a project; what cannot be read is left out."""
        text, _ = project.readEntry(SCOPE, KEY, "[]")
        kept = read_json(text)
        runs = [_run(item) for item in kept] if isinstance(kept, list) else []
        self._runs = [run for run in runs if run is not None][:RUNS_KEPT]
        self.changed.emit()

    def save(self, project: QgsProject) -> None:
        """Put the runs into the project, which writes them when it is saved."""
        project.writeEntry(SCOPE, KEY, json.dumps([asdict(run) for run in self._runs], ensure_ascii=False))


def _run(item: Any) -> Run | None:
    """Return the run in an item of the saved list, None when it is no run."""
    kinds = {"when": str, "algorithm": str, "parameters": dict, "headline": str}
    if not isinstance(item, dict) or set(item) != set(kinds):
        return None
    return Run(**item) if all(isinstance(item[name], kind) for name, kind in kinds.items()) else None
