# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps given to a run, loaded layers and files of a folder: listed first, each opened only when it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from qgis.core import (
    Qgis,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ..conversion import instant_of
from .layers import LayerInput
from .maps import HowToRead, read_map, whose

if TYPE_CHECKING:
    from ...core.maps.readers import Source
    from ...core.maps.snapshots import RawMap

JSON_SUFFIXES = (".geojson", ".json", ".geojsonl", ".ndjson")
OGR_SUFFIXES = (".shp", ".gpkg", ".kml", ".kmz", ".gml", ".fgb", ".zip")  # a zip holds a Shapefile sent by e-mail
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
    def key(self) -> tuple[str, str]:
        """A key that identifies the map."""

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

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._input = LayerInput(layer)
        self.name = layer.name()
        path = self._input.path
        part = "" if path is None or self._input.is_whole_file else self._input.sublayer or path.stem
        self.key = (str(path.resolve()) if path else layer.id(), part)
        self.date_field, self.instant = _temporal_settings(layer)

    def read(self, how: HowToRead, cancelled: Cancelled) -> tuple[RawMap, Source]:
        """Return the raw map and its source."""
        return read_map(self._input, how, cancelled)


@dataclass(frozen=True)
class JsonFile:
    """A GeoJSON file, read whole and without QGIS."""

    path: Path
    date_field: str | None = None
    instant: datetime | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    @property
    def key(self) -> tuple[str, str]:
        """A key that identifies the file."""
        return str(self.path.resolve()), ""

    def read(self, how: HowToRead, cancelled: Cancelled) -> tuple[RawMap, Source]:
        """Return the raw map and its source."""
        from ...core.maps.geojson import read_geojson

        raw = read_geojson(self.path)
        return raw, whose(raw, how)


@dataclass(frozen=True)
class OgrLayer:
    """A layer with areas in a file that QGIS reads through OGR."""

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
    def key(self) -> tuple[str, str]:
        """A key that identifies the layer."""
        return str(self.path.resolve()), self.layer

    def read(self, how: HowToRead, cancelled: Cancelled) -> tuple[RawMap, Source]:
        """Return the raw map and its source."""
        layer = QgsVectorLayer(self.uri, self.layer, "ogr")
        if not layer.isValid():
            raise _not_a_map(self.path)
        raw = LayerInput(layer).raw_map(cancelled)
        return raw, whose(raw, how)


@dataclass(frozen=True)
class Listing:
    """The map files in a folder and its subfolders, by name; and the number of other files, by ending."""

    files: list[Path]
    others: dict[str, int]


def list_folder(folder: Path) -> Listing:
    """Return the files in a folder (or a single file). Raises InputError if it does not exist."""
    if folder.is_file():
        return Listing([folder], {})
    if not folder.is_dir():
        raise InputError("There is no folder {folder}. Choose the folder with the maps.", folder=folder)
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    maps = [path for path in files if path.suffix.lower() in (*JSON_SUFFIXES, *OGR_SUFFIXES)]
    others = Counter(path.suffix.lower() for path in files)
    passed_over = {
        suffix: count
        for suffix, count in sorted(others.items())
        if suffix not in (*JSON_SUFFIXES, *OGR_SUFFIXES, *BESIDE_MAPS)
    }
    return Listing(maps, passed_over)


def maps_in(path: Path) -> Sequence[MapInput]:
    """Return the maps in a file. Raises InputError when it holds none."""
    return [JsonFile(path)] if path.suffix.lower() in JSON_SUFFIXES else layers_in(path)


def layers_in(path: Path) -> list[OgrLayer]:
    """Return the layers with areas in a file that QGIS reads. Raises InputError when it holds none."""
    address = f"/vsizip/{path}" if path.suffix.lower() == ".zip" else str(path)
    flags = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    found = [
        OgrLayer(path, details.uri(), details.name())
        for details in QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(address, flags)
        if _may_have_area(details.wkbType())
    ]
    if not found:
        raise _not_a_map(path)
    return found


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
        return None, instant_of(begin) if begin.isValid() else None
    from_fields = (
        modes.FeatureDateTimeInstantFromField,
        modes.FeatureDateTimeStartAndDurationFromFields,
        modes.FeatureDateTimeStartAndEndFromFields,
    )
    return (settings.startField() or None if settings.mode() in from_fields else None), None
