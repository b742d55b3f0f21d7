# SPDX-License-Identifier: GPL-2.0-or-later
"""The file formats that the plugin reads by itself, because QGIS drops a part of them; one file or folder each.

A new format is a file with a function `read_<name>(path)` and its endings in `MODULES`; a new kind of JSON is a file in
`json_map.DIALECTS`. Each file may be packed with gzip.
"""

from __future__ import annotations

import gzip
import importlib
import zlib
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ...errors import InputError

if TYPE_CHECKING:
    from ..snapshots import RawMap

# The module for each ending of a file's name. Modules are imported when a file is read, since they need numpy.
MODULES = {
    ".geojson": "json_map",
    ".json": "json_map",
    ".geojsonl": "json_map",
    ".ndjson": "json_map",
    ".topojson": "json_map",
    ".kml": "kml",
    ".kmz": "kml",
    ".csv": "csv_table",
    ".tsv": "csv_table",
    ".txt": "csv_table",
}
TABLES = (".csv", ".tsv", ".txt")  # most of them hold no map, so that their content counts
DRAWINGS = ("kml",)  # formats with labels among the areas, and with folders that QGIS shows as layers
PACKED = ".gz"
SUFFIXES = (*MODULES, *(ending + PACKED for ending in MODULES))
# Beginnings of the names by which QGIS knows formats of which it shows a part.
STORAGE_TYPES = ("GeoJSON", "ESRIJSON", "LIBKML", "KML")
UNPACKED_AT_MOST_BYTES = 1_000_000_000
_PEEKED_BYTES = 200_000


class NoFolderError(InputError):
    """A drawing has no folder of the given name."""


def suffix_of(path: Path) -> str:
    """Return the ending of a file's name in small letters, with the one before `.gz`."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() + suffix if suffix == PACKED else suffix


def is_readable(path: Path) -> bool:
    """Return whether a file is of one of these formats, by its name; a table also needs a column of geometries."""
    suffix = suffix_of(path)
    if suffix not in SUFFIXES:
        return False
    return suffix.removesuffix(PACKED) not in TABLES or _is_map_table(path)


def is_drawing(path: Path) -> bool:
    """Return whether a file is of a format with labels among the areas, and with folders."""
    return _module_of(path) in DRAWINGS


def is_json(path: Path) -> bool:
    """Return whether a file is JSON, by its name."""
    return _module_of(path) == "json_map"


def _module_of(path: Path) -> str | None:
    return MODULES.get(suffix_of(path).removesuffix(PACKED))


def read_file(
    path: str | Path,
    *,
    crs: str | None = None,
    parameter: str = "crs",
    folder: str = "",
    without: Collection[str] = (),
) -> RawMap:
    """Return everything in a file, which is read as JSON if the ending of its name is unknown.

    `crs` is for a file that names no coordinate system, in any form that pyproj reads; without it, coordinates that are
    degrees are taken for longitude and latitude, which is noted. `parameter` is its name in errors. `folder` limits a
    drawing to one of its folders, named as GDAL names its layers; `without` are folders to leave out.

    Raises InputError, with the file's name and what to do, if the file cannot be read, and NoFolderError if there is no
    such folder.
    """
    from .unknown_crs import with_crs

    path = Path(path)
    if path.suffix.lower() != PACKED:
        return with_crs(_read(path, folder, without), crs, parameter)
    with TemporaryDirectory(prefix="frontline_") as temporary:
        unpacked = Path(temporary, path.stem)
        _unpack(path, unpacked)
        return with_crs(replace(_read(unpacked, folder, without), path=path), crs, parameter)


def _read(path: Path, folder: str, without: Collection[str]) -> RawMap:
    name = MODULES.get(path.suffix.lower(), "json_map")
    module = importlib.import_module(f"{__name__}.{name}")
    read = getattr(module, f"read_{name}")
    raw: RawMap = read(path, folder, without) if name in DRAWINGS else read(path)
    return raw


def _unpack(path: Path, target: Path) -> None:
    """Unpack a file of gzip, up to a size that no map has. Raises InputError."""
    try:
        size = 0
        with gzip.open(path) as packed, target.open("wb") as unpacked:
            while chunk := packed.read(1 << 20):
                size += len(chunk)
                if size > UNPACKED_AT_MOST_BYTES:
                    raise InputError(
                        "“{file}” holds more than {size} MB, which is no map. Unpack it and look what is in it.",
                        file=path.name,
                        size=UNPACKED_AT_MOST_BYTES // 1_000_000,
                    )
                unpacked.write(chunk)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(
            "“{file}” cannot be unpacked: {reason}. Download it again.", file=path.name, reason=error
        ) from error


def _is_map_table(path: Path) -> bool:
    from .csv_table import has_geometry

    try:
        with (gzip.open if path.suffix.lower() == PACKED else open)(path, "rb") as file:
            return has_geometry(file.read(_PEEKED_BYTES))
    except (OSError, EOFError, zlib.error):
        return False
