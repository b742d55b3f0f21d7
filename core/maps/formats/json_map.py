# SPDX-License-Identifier: GPL-2.0-or-later
"""Tells the kinds of JSON in which maps are published apart by what is in the file, and reads each by its module."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..snapshots import RawMap
from . import arcgis_json, geojson, liveuamap, owlmaps, topojson
from .json_text import read_json_text

DIALECTS = (topojson, arcgis_json, liveuamap, owlmaps)  # each recognises its documents; anything else is GeoJSON


def read_json_map(path: str | Path) -> RawMap:
    """Return everything in a JSON file with a map. Raises InputError, with the file's name, if it cannot be read."""
    return read_json_text(Path(path), _raw_map)


def _raw_map(document: Any, path: Path) -> RawMap:
    dialect = next((one for one in DIALECTS if one.recognises(document)), geojson)
    return dialect.raw_map(document, path)
