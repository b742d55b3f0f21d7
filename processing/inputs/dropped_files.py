# SPDX-License-Identifier: GPL-2.0-or-later
"""Sorts dropped files and folders: layers that QGIS reads correctly, files to prepare first, and files without a map.

QGIS shows only one geometry type of a GeoJSON file, and no geometry collections: a map of 2022 would silently lose
Crimea. Such files are never loaded as layers directly.
"""

from __future__ import annotations

import os
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import FrontlineError, InputError
from ..messages import explain
from ..progress import Cancelled
from .layer_dates import COLLECTION
from .map_files import BESIDE_MAPS, JSON_SUFFIXES, OGR_SUFFIXES, JsonFile, layers_in
from .maps import HowToRead

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap

LAYERS_AT_MOST = 24  # more files are prepared as a series, one layer of many dates
FILES_AT_MOST = 50_000  # in a folder; a larger one was probably dropped by mistake
POLYGON_TYPES = (3, 6)  # of shapely
NO_TYPE = -1


@dataclass(frozen=True)
class ReadableLayer:
    """A layer that QGIS reads correctly: its URI, its name, and the dropped folder (empty for a single file)."""

    uri: str
    name: str
    folder: str


@dataclass
class SortedFiles:
    """Layers to load, files and folders to prepare first, and refused files with the reason."""

    layers: list[ReadableLayer] = field(default_factory=list)
    to_prepare: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def sort_files(
    paths: Iterable[str],
    cancelled: Callable[[], bool] = lambda: False,
    report_percent: Callable[[float], None] = lambda percent: None,
) -> SortedFiles:
    """Return files and folders sorted by their content. Safe in any thread. Raises Cancelled."""
    found = SortedFiles()
    waiting = _whole_folders([Path(path) for path in paths], cancelled)
    for number, path in enumerate(waiting, 1):
        _sort(path, found, cancelled)
        report_percent(100 * number / len(waiting))
    return found


def _whole_folders(paths: Iterable[Path], cancelled: Callable[[], bool]) -> list[Path]:
    """The unique paths; many files that are all the maps of a folder are replaced by that folder."""
    paths = dict.fromkeys(paths)
    beside: dict[Path, set[Path]] = {}
    for path in paths:
        if _is_map_name(path):
            beside.setdefault(path.parent, set()).add(path)
    for folder, files in beside.items():
        if len(files) > LAYERS_AT_MOST and set(filter(_is_map_name, _walk(folder, SortedFiles(), cancelled))) == files:
            paths = {path: None for path in (folder, *paths) if path not in files}
    return list(paths)


def _is_map_name(path: Path) -> bool:
    return path.suffix.lower() in (*JSON_SUFFIXES, *OGR_SUFFIXES)


def _sort(path: Path, found: SortedFiles, cancelled: Callable[[], bool]) -> None:
    try:
        if path.is_dir():
            _sort_folder(path, found, cancelled)
        elif path.suffix.lower() not in BESIDE_MAPS or not _is_beside_a_map(path):
            _sort_file(path, "", found, cancelled)
    except OSError as error:
        found.refused.append((path.name or str(path), _unreadable(error)))


def _sort_folder(folder: Path, found: SortedFiles, cancelled: Callable[[], bool]) -> None:
    tr = QCoreApplication.translate
    files: list[Path] = []
    for file in _walk(folder, found, cancelled):
        files.append(file)
        if len(files) > FILES_AT_MOST:
            text = tr("FrontlineChange", "There are more than {count} files in it. Drop the folder with the maps.")
            found.refused.append((folder.name or str(folder), text.format(count=FILES_AT_MOST)))
            return
    maps = sorted(filter(_is_map_name, files))
    others = Counter(file.suffix.lower() for file in files)
    for suffix, count in sorted(others.items()):
        if suffix not in (*JSON_SUFFIXES, *OGR_SUFFIXES, *BESIDE_MAPS):
            name = f"{folder.name}: {count} × {suffix or '–'}"
            found.refused.append((name, tr("FrontlineChange", "Files of this kind hold no maps.")))
    if not maps:
        found.refused.append((folder.name or str(folder), tr("FrontlineChange", "There are no map files in it.")))
    elif len(maps) > LAYERS_AT_MOST:
        found.to_prepare.append(str(folder))
    else:
        for file in maps:
            _sort_file(file, folder.name, found, cancelled)


def _walk(folder: Path, found: SortedFiles, cancelled: Callable[[], bool]) -> Iterator[Path]:
    """The files in a folder and its subfolders; hidden files and linked folders are skipped."""

    def refuse(error: OSError) -> None:
        found.refused.append((Path(error.filename or folder).name, _unreadable(error)))

    for directory, folders, names in os.walk(folder, onerror=refuse):
        if cancelled():
            raise Cancelled
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(directory, name) for name in names if not name.startswith("."))


def _sort_file(path: Path, folder: str, found: SortedFiles, cancelled: Callable[[], bool]) -> None:
    """Add one file to the layers, the files to prepare or the refused files."""
    if cancelled():
        raise Cancelled
    try:
        _check(path)
        if path.suffix.lower() in JSON_SUFFIXES:
            uri = _json_uri(path, cancelled)
            if uri is None:
                found.to_prepare.append(str(path))
            else:
                found.layers.append(ReadableLayer(uri, path.stem, folder))
            return
        for one in layers_in(path):
            name = path.stem if one.layer == path.stem else f"{path.stem} – {one.layer}"
            found.layers.append(ReadableLayer(one.uri, name, folder))
    except FrontlineError as error:
        found.refused.append((path.name, explain(error)))
    except OSError as error:
        found.refused.append((path.name, _unreadable(error)))


def _check(path: Path) -> None:
    """Raise InputError for a file that cannot be a map, without opening it."""
    if not path.exists():
        raise InputError("“{file}” is not there any more.", file=path.name)
    if not path.is_file() or not _is_map_name(path):
        raise InputError(
            "This is no map file. Maps are files that end in {suffixes}.",
            suffixes=", ".join((*JSON_SUFFIXES, *OGR_SUFFIXES)),
        )
    if not os.access(path, os.R_OK):
        raise InputError("“{file}” cannot be opened: you have no right to read it.", file=path.name)
    if not path.stat().st_size:
        raise InputError("“{file}” is empty. Download or export it again.", file=path.name)
    if path.suffix.lower() == ".zip":
        _check_archive(path)


def _check_archive(path: Path) -> None:
    """Raise InputError for an invalid archive, and for one with GeoJSON, which could not be read as a whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise InputError("“{file}” is no zip archive that can be read. Download it again.", file=path.name) from error
    if any(name.lower().endswith(JSON_SUFFIXES) for name in names):
        raise InputError("“{file}” is an archive with GeoJSON in it. Unpack it, and drop the files.", file=path.name)


def _json_uri(path: Path, cancelled: Callable[[], bool]) -> str | None:
    """The layer URI of a GeoJSON file; None if QGIS would not show all of its polygons."""
    raw, _ = JsonFile(path).read(HowToRead(), cancelled)
    kinds = _kinds(raw)
    has_collections = COLLECTION in path.read_bytes()
    if not has_collections and not kinds & set(POLYGON_TYPES):
        raise InputError(
            "“{layer}” has {count} features, none of them a polygon. Choose a layer or file with the polygons of the "
            "held area.",
            layer=path.name,
            count=len(raw.attributes),
        )
    if has_collections or not _read_by_qgis(path):
        return None
    # Only the polygons; a publisher's file is still read as a whole when it is measured.
    return f"{path}|geometrytype=Polygon" if kinds - set(POLYGON_TYPES) else str(path)


def _kinds(raw: RawMap) -> set[int]:
    """The geometry types of the features that have a geometry."""
    from ...core.libraries import shapely

    return set(shapely.get_type_id(raw.geometries).tolist()) - {NO_TYPE}


def _read_by_qgis(path: Path) -> bool:
    """Whether QGIS finds polygons in a GeoJSON file; it does not where they are nested in a service's response."""
    from qgis.core import Qgis, QgsProviderRegistry, QgsWkbTypes

    flags = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    found = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(str(path), flags)
    areas = QgsWkbTypes.GeometryType.PolygonGeometry
    return any(QgsWkbTypes.geometryType(one.wkbType()) == areas for one in found)


def _is_beside_a_map(path: Path) -> bool:
    """Whether a file is an auxiliary file of a map in the same folder."""
    return any(path.with_suffix(suffix).exists() for suffix in OGR_SUFFIXES)


def _unreadable(error: OSError) -> str:
    text = QCoreApplication.translate("FrontlineChange", "It cannot be opened: {reason}.")
    return text.format(reason=error.strerror or error)
