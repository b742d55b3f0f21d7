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
    places = {name: place for name in names if (place := _place(parameters.get(name)))}
    return _one_place_twice(places) or _no_such_folder(places)


def _one_place_twice(places: dict[str, str]) -> str | None:
    """Two outputs with one path: QGIS would lose one of them silently."""
    taken: dict[str, str] = {}
    for name, place in places.items():
        if place in taken:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "{first} and {second} would both be written to {path}, and one would be lost. Give each its own file, "
                "or tables of one GeoPackage: ogr:dbname='results.gpkg' table=\"{first}\" (geom)",
            )
            return text.format(first=taken[place], second=name, path=place)
        taken[place] = name
    return None


def _no_such_folder(places: dict[str, str]) -> str | None:
    for name, place in places.items():
        path = Path(QgsDataSourceUri(place[4:]).database()).absolute() if place.startswith("ogr:") else Path(place)
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


def _place(value: Any) -> str:
    """The destination as text, files by their full path; empty for none, temporary ones and expressions."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value or value.startswith(TEMPORARY):
        return ""
    return value if ":" in value and not Path(value).is_absolute() else str(Path(value).resolve())
