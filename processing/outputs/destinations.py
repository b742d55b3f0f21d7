# SPDX-License-Identifier: GPL-2.0-or-later
"""Where outputs are to go, looked at before anything is measured or an older result is overwritten."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qgis.core import QgsDataSourceUri, QgsProcessingAlgorithm, QgsProcessingOutputLayerDefinition
from qgis.PyQt.QtCore import QCoreApplication

TEMPORARY = ("memory:", "TEMPORARY_OUTPUT")


def problem(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> str | None:
    """Return what stands against the destinations of a run; None where all is well."""
    names = [definition.name() for definition in algorithm.destinationParameterDefinitions()]
    destinations = {name: destination for name in names if (destination := _destination(parameters.get(name)))}
    return _one_destination_twice(destinations) or _no_such_folder(destinations)


def _one_destination_twice(destinations: dict[str, str]) -> str | None:
    """Two outputs with one path: QGIS would lose one of them silently."""
    taken: dict[str, str] = {}
    for name, destination in destinations.items():
        if destination in taken:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "{first} and {second} would both be written to {path}, and one would be lost. Give each its own file, "
                "or tables of one GeoPackage: ogr:dbname='results.gpkg' table=\"{first}\" (geom)",
            )
            return text.format(first=taken[destination], second=name, path=destination)
        taken[destination] = name
    return None


def _no_such_folder(destinations: dict[str, str]) -> str | None:
    for name, destination in destinations.items():
        path = (
            Path(QgsDataSourceUri(destination[4:]).database()).absolute()
            if destination.startswith("ogr:")
            else Path(destination)
        )
        if not path.is_absolute():
            continue  # a database on a server
        if path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
            text = QCoreApplication.translate(
                "FrontlineChange",
                "{name} cannot be written to {path}: there is no such folder, or you may not write to it. Choose "
                "another place.",
            )
            return text.format(name=name, path=path)
    return None


def _destination(value: Any) -> str:
    """The destination as text, files by their full path; empty for none, temporary ones and expressions."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value or value.startswith(TEMPORARY):
        return ""
    return value if ":" in value and not Path(value).is_absolute() else str(Path(value).resolve())
