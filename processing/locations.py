# SPDX-License-Identifier: GPL-2.0-or-later
"""Locations of data: files, a table of a file or of a server; and whether writing to one of them changes another."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Union

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingContext,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
)
from qgis.PyQt.QtCore import QUrl

from .outputs import database
from .outputs.staged_outputs import parts_of

FILE_PROPERTY = "frontline/file"  # of a temporary layer: the file from which core has read it
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
BY_DRIVER = re.compile(r"(?:GPKG|SQLITE):(.+?)(?::[^:/\\]*)?$", re.IGNORECASE)  # a file in GDAL's own syntax


@dataclass(frozen=True)
class FileLocation:
    """Files that belong together, or one layer in them: by its name, or for an input by its index."""

    paths: tuple[Path, ...]
    layer: str | int | None = None  # None: all layers
    query: str = ""  # the query of an input, if any

    @property
    def layers(self) -> Collection[str | int] | None:
        """The layers that an input reads; None for all."""
        return None if self.layer is None else [self.layer]

    @cached_property
    def identities(self) -> frozenset[tuple[int, int] | str]:
        """Unique identities of the existing files: links to and spellings of one file give the same identity."""
        return frozenset(identity for path in self.paths for part in _files(path) for identity in _identity(part))

    @property
    def may_exist(self) -> bool:
        """Whether any of the files exists."""
        return bool(self.identities)

    @property
    def is_read(self) -> bool:
        """Whether an input reads anything in the files."""
        return True

    def replaces(self, source: Location) -> bool:
        """Whether an output written here would change or delete the data of an input."""
        if not isinstance(source, FileLocation) or self.identities.isdisjoint(source.identities):
            return False
        if not source.is_read:
            return False
        path = source.paths[0]
        if self.layer is None or source.layers is None or not database.has_transactions(path):
            return True
        return database.mentions(source.query, str(self.layer)) or any(
            database.shows(path, layer, str(self.layer)) for layer in source.layers
        )


@dataclass(frozen=True)
class ServerTable:
    """A table of a database on a server. Empty texts are unknown."""

    provider: str
    table: str
    parts: tuple[str, ...]  # service, host, port, database, schema
    query: str = ""  # the query of an input, if any
    may_exist = True

    def replaces(self, source: Location) -> bool:
        """Whether an output written here may change the data of an input."""
        if not isinstance(source, ServerTable) or self.provider != source.provider:
            return False
        is_read = self.table.casefold() == source.table.casefold() or database.mentions(source.query, self.table)
        return is_read and all(
            ours == theirs or not (ours and theirs) for ours, theirs in zip(self.parts, source.parts)
        )


Location = Union[FileLocation, ServerTable]


def server_table(provider: str, source: str) -> ServerTable | None:
    """Return the table of a data source on a server; None if it names no table."""
    uri = QgsDataSourceUri(source)
    if not uri.table():
        return None
    host = "localhost" if uri.host() in THIS_MACHINE else uri.host().casefold()
    parts = (uri.service(), host, uri.port(), uri.database(), uri.schema())
    query = " ".join(text for text in (uri.table(), uri.sql()) if _is_query(text))
    return ServerTable("postgres" if provider == "postgis" else provider, uri.table(), parts, query)


def locations_of(layer: QgsVectorLayer, context: QgsProcessingContext) -> Iterator[Location]:
    """Yield the locations of a layer's data, and of the layers that it joins or that its query reads."""
    waiting, known = [layer], set()
    while waiting:
        one = waiting.pop()
        if not isinstance(one, QgsVectorLayer) or one.id() in known:
            continue
        known.add(one.id())
        if one.customProperty(FILE_PROPERTY):
            yield FileLocation((Path(one.customProperty(FILE_PROPERTY)),))
        yield from _locations(one.providerType(), one.source())
        read = [dependency.layerId() for dependency in one.dependencies()]
        read += [join.joinLayerId() for join in one.vectorJoins()]
        waiting += map(context.getMapLayer, read)


def _locations(provider: str, source: str) -> Iterator[Location]:
    if provider == "virtual":
        for part in QgsVirtualLayerDefinition.fromUrl(QUrl.fromEncoded(source.encode())).sourceLayers():
            if not part.isReferenced():
                yield from _locations(part.provider(), part.source())
        return
    parts = QgsProviderRegistry.instance().decodeUri(provider, source)
    path = parts.get("path")
    if path and (by_driver := BY_DRIVER.match(path)):
        yield FileLocation((Path(by_driver[1]),))
    elif path and path.lower().endswith(".vrt"):
        yield FileLocation(database.files_of(Path(path)))
    elif path:
        subset = parts.get("subset") or ""
        query = subset if _is_query(subset) else ""
        yield FileLocation((Path(path),), parts.get("layerName") or parts.get("layerId") or 0, query)
    elif table := server_table(provider, source):
        yield table


def _is_query(text: str) -> bool:
    """Whether a filter or the name of a table may read other tables."""
    return "select" in text.lower()


def _files(path: Path) -> list[Path]:
    """The files in a folder; or a file with those beside it that may belong to it, whether or not they exist."""
    with suppress(OSError, ValueError):
        return [*path.iterdir()] if path.is_dir() else parts_of(path)
    return []


def _identity(path: Path) -> Iterator[tuple[int, int] | str]:
    with suppress(OSError, ValueError):
        status = path.stat()
        # Some network drives give files no inode number.
        yield (status.st_dev, status.st_ino) if status.st_ino else os.path.normcase(path.resolve())
