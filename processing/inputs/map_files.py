# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps given to a run, loaded layers and files of a folder: listed first, each opened only when it is read."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ...core.maps import formats
from ..conversion import plain_value
from ..parameters.maps import MAPS_CRS
from .how_to_read import HowToRead
from .layer_keys import LayerKey, file_table
from .layers import LayerInput
from .maps import read_map, whose
from .own_results import refuse_measured

if TYPE_CHECKING:
    from ...core.maps.readers import Source
    from ...core.maps.snapshots import RawMap

OGR_SUFFIXES = (".shp", ".gpkg", ".gml", ".fgb", ".zip")  # a zip holds a Shapefile sent by e-mail
MAP_SUFFIXES = (*formats.MODULES, *OGR_SUFFIXES, formats.PACKED)
# Auxiliary files of a map.
BESIDE_MAPS = (
    *(".dbf", ".shx", ".prj", ".cpg", ".qix", ".qpj", ".sbn", ".sbx", ".xml", ".qmd", ".qml", ".sld", ".xsd", ".gfs"),
    *(".gpkg-wal", ".gpkg-shm", ".gpkg-journal"),
)

Cancelled = Callable[[], bool]


class MapInput(Protocol):
    """One map to read: its name, a key that identifies it, and the date settings of its layer."""

    @property
    def name(self) -> str:
        """The name of the map."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names that may hold its date."""

    @property
    def key(self) -> LayerKey:
        """A key that maps of one source have in common."""

    @property
    def view(self) -> str:
        """What it shows of its table; empty where it shows all of it."""

    @property
    def label(self) -> tuple[str, str]:
        """Its name, and the name of its folder or file: their words may tell the class of the map."""

    @property
    def date_field(self) -> str | None:
        """The field that the user has set for its dates, if any."""

    @property
    def instant(self) -> datetime | None:
        """The one instant that the user has set for it, if any."""

    def read(self, how: HowToRead, cancelled: Cancelled) -> tuple[RawMap, Source]:
        """Return the raw map and its source. Raises InputError."""


class LoadedLayer:
    """A layer of the project; its date field or date come from its temporal settings."""

    def __init__(self, layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem | None = None) -> None:
        self._input = LayerInput(layer, crs=crs)
        self._refusal = _refusal(layer)
        self.name = layer.name()
        self.label = self.name, ""
        self.names = self._input.names
        self.folder = self._input.folder if self._input.is_whole_file else ""
        self.key = self._input.key
        self.view = self._input.view
        self.date_field, self.instant = _temporal_settings(layer)

    def read(self, how: HowToRead, cancelled: Cancelled) -> tuple[RawMap, Source]:
        """Return the raw map and its source. Raises InputError for a result of the plugin that is no map."""
        if self._refusal is not None:
            raise self._refusal
        return read_map(self._input, how, cancelled)


@dataclass(frozen=True)
class WholeFile:
    """A file in a format that the plugin reads by itself, whole and without QGIS.

    `without` are the folders of a drawing that are left out, since they are loaded as layers.
    """

    view = ""
    path: Path
    date_field: str | None = None
    instant: datetime | None = None
    without: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    @property
    def names(self) -> tuple[str, ...]:
        """The names that may hold its date."""
        return (self.path.stem,)

    @property
    def key(self) -> LayerKey:
        """A key that a loaded layer of the file has too."""
        return str(self.path.resolve()), "", ""

    @property
    def label(self) -> tuple[str, str]:
        """The names of the file and of its folder."""
        return self.path.stem, self.path.parent.name

    def read(self, how: HowToRead, cancelled: Cancelled) -> tuple[RawMap, Source]:
        """Return the raw map and its source."""
        from ...core.maps.formats import read_file

        raw = read_file(self.path, crs=how.crs, parameter=MAPS_CRS, without=self.without)
        return raw, whose(raw, how)


@dataclass(frozen=True)
class OgrLayer:
    """A layer with areas in a file that QGIS reads through OGR."""

    view = ""
    path: Path
    uri: str
    layer: str
    date_field: str | None = None
    instant: datetime | None = None

    @property
    def name(self) -> str:
        """The file's name, with the layer's name if it differs."""
        return self.path.name if self.layer == self.path.stem else f"{self.path.name}, {self.layer}"

    @property
    def names(self) -> tuple[str, ...]:
        """The names that may hold its date."""
        return self.layer, self.path.stem

    @property
    def key(self) -> LayerKey:
        """A key that the same layer has where it is loaded."""
        return *file_table("ogr", self.uri, lambda: self.layer), ""

    def polygon_count(self) -> int:
        """Return the number of features of a layer of polygons, 0 for other layers."""
        layer = QgsVectorLayer(self.uri, self.layer, "ogr")
        is_polygons = layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        return int(layer.featureCount()) if is_polygons else 0

    @property
    def label(self) -> tuple[str, str]:
        """The names of the layer and of its file, or of the file and its folder where both are called the same."""
        return self.layer, self.path.parent.name if self.layer == self.path.stem else self.path.stem

    def read(self, how: HowToRead, cancelled: Cancelled) -> tuple[RawMap, Source]:
        """Return the raw map and its source."""
        layer = QgsVectorLayer(self.uri, self.layer, "ogr")
        if not layer.isValid():
            raise _not_a_map(self.path)
        refuse_measured(layer)
        raw = LayerInput(layer, crs=how.qgis_crs).raw_map(cancelled)
        return raw, whose(raw, how)


@dataclass(frozen=True)
class Listing:
    """The map files in a folder and its subfolders, by name; and the number of other files, by ending.

    `errors` are folders that cannot be searched, and links to map files that do not exist.
    """

    files: list[Path]
    others: dict[str, int]
    errors: list[OSError]


def list_folder(folder: Path) -> Listing:
    """Return the files in a folder (or a single file). Raises InputError if it does not exist."""
    try:
        is_file, is_folder = folder.is_file(), folder.is_dir()
    except (OSError, ValueError):  # no folder can have such a name
        is_file = is_folder = False
    if is_file:
        return Listing([folder], {}, [])
    if not is_folder:
        raise InputError("There is no folder {folder}. Choose the folder with the maps.", folder=str(folder)[:200])
    errors: list[OSError] = []
    files = []
    for directory, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(directory, name) for name in names if not name.startswith(".")]
    maps = []
    for path in sorted(files):
        try:
            if stat.S_ISREG(path.stat().st_mode) and is_map_file(path):
                maps.append(path)
        except OSError as error:  # noqa: PERF203
            if path.suffix.lower() in MAP_SUFFIXES:
                errors.append(error)
    return Listing(maps, others_by_suffix(set(files) - set(maps)), errors)


def is_map_file(path: Path) -> bool:
    """Return whether a file may hold a map, by its name; a table also needs a column of geometries."""
    return path.suffix.lower() in OGR_SUFFIXES or formats.is_readable(path)


def others_by_suffix(files: Iterable[Path]) -> dict[str, int]:
    """Return the number of files that are no maps by ending; files that belong to a map are not counted."""
    found = Counter(formats.suffix_of(path) for path in files)
    return {suffix: count for suffix, count in sorted(found.items()) if suffix not in BESIDE_MAPS}


def maps_in(path: Path, loaded: Sequence[LoadedLayer] = (), *, with_lines: bool = False) -> Sequence[MapInput]:
    """Return the maps in a file, which may be lines too. Raises InputError when it holds none.

    Folders of a drawing that are `loaded` as layers are left out; nothing is returned if no other has areas.
    """
    if not formats.is_readable(path):
        return layers_in(path, with_lines)
    file = str(path.resolve())
    without = tuple(one.folder for one in loaded if one.folder and one.key[0] == file)
    if without and not formats.read_file(path, without=without).area_count:
        return []
    return [WholeFile(path, without=without)]


def layers_in(path: Path, with_lines: bool = False) -> list[OgrLayer]:
    """Return the layers with areas in a file that QGIS reads, or else with lines. Raises InputError without any."""
    address = f"/vsizip/{path}" if path.suffix.lower() == ".zip" else str(path)
    flags = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    layers = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(address, flags)
    areas = [one for one in layers if _may_have_area(one.wkbType())]
    lines = [one for one in layers if QgsWkbTypes.geometryType(one.wkbType()) == QgsWkbTypes.GeometryType.LineGeometry]
    found = [OgrLayer(path, one.uri(), one.name()) for one in areas or (lines if with_lines else [])]
    if not found:
        raise _not_a_map(path)
    return found


def _refusal(layer: QgsVectorLayer) -> InputError | None:
    """Why a loaded layer is no map; None if it may be one."""
    try:
        refuse_measured(layer)
    except InputError as error:
        return error
    return None


def _may_have_area(kind: QgsWkbTypes.Type) -> bool:
    geometry = QgsWkbTypes.geometryType(kind)
    areas = (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.UnknownGeometry)
    return geometry in areas


def _not_a_map(path: Path) -> InputError:
    return InputError(
        "“{file}” has no layer of polygons that QGIS can read. Export it again, or take it out of the folder.",
        file=path.name,
    )


def _temporal_settings(layer: QgsVectorLayer) -> tuple[str | None, datetime | None]:
    """The date field or the fixed instant in a layer's temporal settings; None if not set."""
    settings = layer.temporalProperties()
    if not settings.isActive():
        return None, None
    modes = Qgis.VectorTemporalMode
    if settings.mode() == modes.FixedTemporalRange:
        begin = settings.fixedTemporalRange().begin()
        instant = plain_value(begin) if begin.isValid() else None
        return None, instant if isinstance(instant, datetime) else None  # text for a year that Python does not know
    from_fields = (
        modes.FeatureDateTimeInstantFromField,
        modes.FeatureDateTimeStartAndDurationFromFields,
        modes.FeatureDateTimeStartAndEndFromFields,
    )
    return (settings.startField() or None if settings.mode() in from_fields else None), None
