# SPDX-License-Identifier: GPL-2.0-or-later
"""Results in PostgreSQL: written to tables of other names, which get their own in one transaction when all is done."""

from __future__ import annotations

import errno
import secrets
from contextlib import suppress
from typing import Any

from qgis.core import QgsDataSourceUri, QgsProviderRegistry

PREFIX = "postgres://"
NAME = "frontline_"


def is_staged_on_server(destination: str) -> bool:
    """Whether a destination is a table that can be renamed on its server."""
    return destination.startswith(PREFIX) and bool(QgsDataSourceUri(destination[len(PREFIX) :]).table())


class StagedTables:
    """Tables on servers under names of their own. Existing tables are replaced by `publish`, or not at all."""

    def __init__(self) -> None:
        self._given: dict[str, QgsDataSourceUri] = {}  # by the name of the staged table: the destination

    def stage(self, destination: str) -> str:
        """Return the destination with another table."""
        uri = QgsDataSourceUri(destination[len(PREFIX) :])
        name = f"{NAME}{secrets.token_hex(8)}"
        self._given[name] = QgsDataSourceUri(uri)
        uri.setTable(name)
        return f"{PREFIX}{uri.uri(False)}"

    def final(self, text: str) -> str:
        """Return a text with the names of the tables as they were given."""
        for name, uri in self._given.items():
            text = text.replace(name, uri.table())
        return text

    def publish(self) -> None:
        """Let the staged tables replace those of their names, in one transaction per server. Raises OSError."""
        by_server: dict[str, list[str]] = {}
        for name, uri in self._given.items():
            schema = uri.schema() or _rows(uri, "SELECT current_schema()")[0][0]
            old, new = (f"{_quoted(schema)}.{_quoted(table)}" for table in (uri.table(), name))
            steps = by_server.setdefault(uri.connectionInfo(False), [])
            steps += [f"DROP TABLE IF EXISTS {old}", f"ALTER TABLE {new} RENAME TO {_quoted(uri.table())}"]
        for server, steps in by_server.items():
            _rows(QgsDataSourceUri(server), "; ".join(steps))  # one query is one transaction
        self._given.clear()

    def discard(self) -> None:
        """Remove the staged tables that were not published."""
        for name, uri in self._given.items():
            table = f"{_quoted(uri.schema())}.{_quoted(name)}" if uri.schema() else _quoted(name)
            with suppress(OSError):
                _rows(uri, f"DROP TABLE IF EXISTS {table}")
        self._given.clear()


def _rows(uri: QgsDataSourceUri, query: str) -> list[list[Any]]:
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    try:
        return metadata.createConnection(uri.connectionInfo(False), {}).executeSql(query)
    except Exception as error:  # QgsProviderConnectionException, which not every PyQGIS exports
        raise OSError(errno.EIO, str(error), uri.table()) from error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
