# SPDX-License-Identifier: GPL-2.0-or-later
"""Sorts dropped files and folders: layers that QGIS reads correctly, files to prepare first, and files without a map.

QGIS shows only one geometry type of a GeoJSON file, and no geometry collections: a map of 2022 would silently lose
Crimea. Of a KML file it makes a layer of each folder and geometry type, and polygons beside a label have none. Such
files are never loaded as layers directly.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import FrontlineError, InputError
from ...core.maps import formats
from ..messages import explain
from ..progress import Cancelled
from .layer_dates import COLLECTION, looks_dated
from .map_files import BESIDE_MAPS, OGR_SUFFIXES, is_map_file, layers_in, others_by_suffix
from .place_table import place_layer_uri

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap

LAYERS_AT_MOST = 24  # more files are prepared as a series, one layer of many dates
FILES_AT_MOST = 50_000  # in a folder; a larger one was probably dropped by mistake
POLYGON_TYPES = (3, 6)  # of shapely
COLLECTION_TYPE = 7
NO_TYPE = -1
NOTHING_HELD = ""  # in place of the URI of a dated file without features


@dataclass(frozen=True)
class ReadableLayer:
    """A layer that QGIS reads correctly: its URI, its name, and the dropped folder (empty for a single file)."""

    uri: str
    name: str
    folder: str


@dataclass
class SortedFiles:
    """Layers to load, files and folders to prepare first, and refused files with the reason.

    `empty` are dated files without features: maps on which nothing is held, of which QGIS cannot make a layer.
    `places` are tables of settlements, to load as points.
    """

    layers: list[ReadableLayer] = field(default_factory=list)
    to_prepare: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    places: list[ReadableLayer] = field(default_factory=list)


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
    if found.empty:
        _prepare_with_the_others(found)
    return found


def _prepare_with_the_others(found: SortedFiles) -> None:
    """Prepare all maps as one series if one of them is empty: alone it shows nothing."""
    if found.layers or not all(Path(path).is_dir() for path in found.to_prepare):
        found.to_prepare += [*(one.uri for one in found.layers), *found.empty]
        found.layers.clear()
        return
    text = QCoreApplication.translate(
        "FrontlineChange",
        "It has no features, so nothing is held on its date. Drop it together with other maps: they are prepared as "
        "one series.",
    )
    found.refused += [(Path(path).name, text) for path in found.empty]


def _whole_folders(paths: Iterable[Path], cancelled: Callable[[], bool]) -> list[Path]:
    """The unique paths; many files that are all the maps of a folder are replaced by that folder."""
    paths = dict.fromkeys(paths)
    beside: dict[Path, set[Path]] = {}
    for path in paths:
        if is_map_file(path):
            beside.setdefault(path.parent, set()).add(path)
    for folder, files in beside.items():
        if len(files) > LAYERS_AT_MOST and set(filter(is_map_file, _walk(folder, SortedFiles(), cancelled))) == files:
            paths = {path: None for path in (folder, *paths) if path not in files}
    return list(paths)


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
    maps = sorted(filter(is_map_file, files))
    tables = [file for file in sorted(set(files) - set(maps)) if _add_places(file, folder.name, found)]
    for suffix, count in others_by_suffix(set(files) - set(maps) - set(tables)).items():
        name = f"{folder.name}: {count} × {suffix or '–'}"
        found.refused.append((name, tr("FrontlineChange", "Not map files.")))
    if not maps and not tables:
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
    if _add_places(path, folder, found):
        return
    try:
        _check(path)
        if formats.is_readable(path):
            uri = _drawing_uri(path) if formats.is_drawing(path) else _layer_uri(path)
            if uri is None:
                found.to_prepare.append(str(path))
            elif uri == NOTHING_HELD:
                found.empty.append(str(path))
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


def _add_places(path: Path, folder: str, found: SortedFiles) -> bool:
    """Add a file to the tables of settlements; return whether it is one."""
    uri = place_layer_uri(path)
    if uri is not None:
        found.places.append(ReadableLayer(uri, path.stem, folder))
    return uri is not None


def _check(path: Path) -> None:
    """Raise InputError for a file that cannot be a map, without opening it."""
    if not path.exists():
        raise InputError("“{file}” is not there any more.", file=path.name)
    if path.is_file() and formats.suffix_of(path).removesuffix(formats.PACKED) in formats.TABLES:
        if path.stat().st_size and not formats.is_readable(path):
            raise InputError(
                "A table without geometries (WKT or GeoJSON) and without the columns lat and lon of places."
            )
    elif not path.is_file() or not is_map_file(path):
        raise InputError("Not a map file.")
    if not os.access(path, os.R_OK):
        raise InputError("“{file}” cannot be opened: you have no right to read it.", file=path.name)
    if not path.stat().st_size:
        raise InputError("“{file}” is empty. Download or export it again.", file=path.name)
    if path.suffix.lower() == ".zip":
        _check_archive(path)


def _check_archive(path: Path) -> None:
    """Raise InputError for an invalid archive, and for one with GeoJSON or KML, which QGIS would read in part."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise InputError(
            "“{file}” is not a zip archive that can be read. Download it again.", file=path.name
        ) from error
    found = [path.suffix for path in map(Path, names) if formats.is_json(path) or formats.is_drawing(path)]
    if found:
        raise InputError(
            "“{file}” is an archive with a file “{suffix}” in it. Unpack it, and drop the files.",
            file=path.name,
            suffix=found[0],
        )


def _layer_uri(path: Path) -> str | None:
    """The layer URI of a file that core reads; None if QGIS would not show all of its polygons; or NOTHING_HELD."""
    from ...core.maps.formats import read_file

    parameter = QCoreApplication.translate("FrontlineChange", "MAPS_CRS of “Prepare snapshots”")
    raw = read_file(path, parameter=parameter)
    if _shows_nothing_held(path, raw):
        return NOTHING_HELD
    kinds = _kinds(raw)
    has_collections = COLLECTION in path.read_bytes()
    if not has_collections and not kinds & set(POLYGON_TYPES):
        raise _no_polygon(path, raw)
    if has_collections or not _read_by_qgis(path):
        return None
    # Only the polygons; a publisher's file is still read as a whole when it is measured.
    return f"{path}|geometrytype=Polygon" if kinds - set(POLYGON_TYPES) else str(path)


def _drawing_uri(path: Path) -> str | None:
    """The layer URI of a KML file; None if no single layer of QGIS shows all of its polygons; or NOTHING_HELD."""
    from ...core.maps.formats import read_file

    raw = read_file(path)
    if _shows_nothing_held(path, raw):
        return NOTHING_HELD
    count = raw.area_count
    if not count:
        raise _no_polygon(path, raw)
    is_hidden = COLLECTION_TYPE in _kinds(raw) or path.suffix.lower() == formats.PACKED
    layers = [] if is_hidden else layers_in(path)
    return next((one.uri for one in layers if one.polygon_count() == count), None)


def _shows_nothing_held(path: Path, raw: RawMap) -> bool:
    """Whether a file without features has a date: then nothing is held on it."""
    return not raw.attributes and looks_dated(path.stem)


def _no_polygon(path: Path, raw: RawMap) -> InputError:
    return InputError(
        "“{layer}” has {count} features, none of them a polygon. Choose a layer or file with the polygons of the "
        "held area.",
        layer=path.name,
        count=len(raw.attributes),
    )


def _kinds(raw: RawMap) -> set[int]:
    """The geometry types of the features that have a geometry."""
    from ...core.libraries import shapely

    return set(shapely.get_type_id(raw.geometries).tolist()) - {NO_TYPE}


def _read_by_qgis(path: Path) -> bool:
    """Whether QGIS shows the polygons of a file; not where they are nested in a service's response, or in a table."""
    from qgis.core import Qgis, QgsProviderRegistry, QgsWkbTypes

    flags = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    found = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(str(path), flags)
    areas = QgsWkbTypes.GeometryType.PolygonGeometry
    return any(
        QgsWkbTypes.geometryType(one.wkbType()) == areas and one.driverName().startswith(formats.STORAGE_TYPES)
        for one in found
    )


def _is_beside_a_map(path: Path) -> bool:
    """Whether a file is an auxiliary file of a map in the same folder."""
    return any(path.with_suffix(suffix).exists() for suffix in OGR_SUFFIXES)


def _unreadable(error: OSError) -> str:
    text = QCoreApplication.translate("FrontlineChange", "It cannot be opened: {reason}.")
    return text.format(reason=error.strerror or error)
