# SPDX-License-Identifier: GPL-2.0-or-later
"""The destinations of outputs, checked before anything is measured and before anything is replaced."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
    QgsProperty,
    QgsProviderRegistry,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..inputs.input_locations import input_locations
from ..locations import FileLocation, Location, server_table
from . import write_errors
from .database import tables_in
from .recovery import recover
from .staged_outputs import DATABASES, missing_ending, split_provider

TEMPORARY = ("memory:", "TEMPORARY_OUTPUT")
SECOND_FILES = {".shp": (".dbf", ".shx"), ".tab": (".dat",), ".mif": (".mid",)}  # without which the first is nothing
NOT_FOR_TABLES = (".shp", ".dbf", ".fgb", ".sqlite")  # QGIS cannot write a layer without geometry there and read it
NAMED_AT_MOST = 5
LONGEST_NAME_BYTES = 230  # systems allow 255; databases and staging put other files beside with longer names
SHOWN_LETTERS = 30


@dataclass(frozen=True)
class Destination:
    """The destination of one output: its parameter, its value as text (files by full path), and where that is."""

    parameter: str
    text: str
    location: Location | None
    adds: bool  # whether features are added to an existing layer
    path: Path | None = None  # the file with the ending QGIS gives it; None on a server
    table: str | None = None  # None: the whole file
    ending: str = ""  # of the path, where it was not given

    @property
    def replaces_file(self) -> bool:
        """Whether an existing file is replaced as a whole."""
        return self.path is not None and self.table is None and not self.adds

    @property
    def table_names(self) -> set[str]:
        """The names, case folded, that the table may get: QGIS names the only table of a file after the file."""
        if self.path is None:
            return set()
        names = (self.path.stem, _until_dot(self.path)) if self.table is None else (self.table,)
        return {name.casefold() for name in names}

    @property
    def shown(self) -> str:
        """The destination as people read it: the file and the table in it; of a server the address without password."""
        if self.path is None:
            return write_errors.shown(self.text)
        return str(self.path) if self.table is None else f"{self.path} ({self.table})"

    @property
    def may_exist(self) -> bool:
        """Whether there is a result already that the run would replace; also if a server would have to be asked."""
        if self.path is None or self.table is None or not self.path.is_file():
            return self.path is None or self.path.is_file()
        return self.table.casefold() in {name.casefold() for name in tables_in(self.path)}

    def shares_file(self, other: Destination) -> bool:
        """Whether both outputs are written to one file."""
        return self.path is not None and other.path is not None and _normal(self.path) == _normal(other.path)

    def overwrites(self, earlier: Destination) -> bool:
        """Whether this output would overwrite an earlier one of the same run."""
        same_table = not self.table_names.isdisjoint(earlier.table_names)
        return self.shares_file(earlier) and (self.replaces_file or same_table)


def problem(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str | None:
    """Return why the destinations of a run cannot be used; None when they can."""
    names = [definition.name() for definition in algorithm.destinationParameterDefinitions()]
    unusable = next(filter(None, (_unusable_name(name, parameters.get(name), context) for name in names)), None)
    if unusable:
        return unusable
    outputs = destinations_of(algorithm, parameters, context)
    for folder in {output.path.parent for output in outputs if output.path is not None}:
        recover(folder)  # before inputs are read there
    return (
        _one_destination_twice(outputs)
        or _cannot_be_written(algorithm, outputs)
        or _over_an_input(algorithm, parameters, context, outputs)
        or _over_other_tables(outputs)
        or _over_other_files(outputs)
        or _table_without_geometry(algorithm, outputs)
    )


def _unusable_name(name: str, value: Any, context: QgsProcessingContext) -> str | None:
    """Refuse a path that no file can have, before it is looked for: every look would end in an error of the system."""
    text = destination_text(value, context)
    provider, rest = split_provider(text)
    if provider not in ("", "ogr", "spatialite"):
        return None  # a database on a server
    path = QgsDataSourceUri(rest).database() if provider else rest
    tr = QCoreApplication.translate
    if "\0" in text:
        problem = tr("FrontlineChange", "{name} cannot be written: its path holds the character NUL. Write it anew.")
        return problem.format(name=name)
    too_long = next((part for part in Path(path).parts if len(os.fsencode(part)) > LONGEST_NAME_BYTES), None)
    if too_long is None:
        return None
    problem = tr(
        "FrontlineChange",
        "{name} cannot be written: the name “{shown}…” has {length} bytes, and {longest} are possible (a letter "
        "outside English may take two or more). Choose a shorter name.",
    )
    return problem.format(
        name=name, shown=too_long[:SHOWN_LETTERS], length=len(os.fsencode(too_long)), longest=LONGEST_NAME_BYTES
    )


def destinations_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[Destination]:
    """Return where a run writes; temporary layers are left out."""
    names = [definition.name() for definition in algorithm.destinationParameterDefinitions()]
    return [made for name in names if (made := _destination(name, parameters.get(name), context))]


def destination_text(value: Any, context: QgsProcessingContext) -> str:
    """Return the value of a destination parameter as text; an expression is evaluated."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext())[0]
    return _as_qgis_writes(str(value or ""))


def _as_qgis_writes(text: str) -> str:
    """Return a destination in the form that QGIS can write: it reads layers under names by which it writes none."""
    provider, rest = split_provider(text)
    if provider in ("postgis", "postgres"):
        return f"postgres://{rest}"  # without the slashes it writes the table, but does not find it afterwards
    if provider not in ("", "ogr") or QgsDataSourceUri(rest).database():
        return text
    parts = QgsProviderRegistry.instance().decodeUri("ogr", rest)
    path, table = parts.get("path") or rest, parts.get("layerName")
    if not table:
        return text if not provider else path
    return table_text(path, table)


def table_text(path: Path | str, table: str) -> str:
    """Return the destination of a table in a database."""
    quoted = str(path).replace("\\", "\\\\").replace("'", "\\'")
    return f"ogr:dbname='{quoted}' table=\"{table}\" (geom)"


def _one_destination_twice(outputs: list[Destination]) -> str | None:
    """Refuse two outputs with the same destination: QGIS would silently lose one of them."""
    for number, second in enumerate(outputs):
        for first in outputs[:number]:
            if first.text == second.text or second.overwrites(first):
                text = QCoreApplication.translate(
                    "FrontlineChange",
                    "{first} and {second} would both be written to {path}, and one would be lost. Give each its own "
                    "file, or tables of one GeoPackage: ogr:dbname='results.gpkg' table=\"{first}\" (geom)",
                )
                return text.format(first=first.parameter, second=second.parameter, path=second.text)
    return None


def _cannot_be_written(algorithm: QgsProcessingAlgorithm, outputs: list[Destination]) -> str | None:
    """Refuse a destination where no file can be created."""
    for output in outputs:
        is_folder = isinstance(algorithm.parameterDefinition(output.parameter), QgsProcessingParameterFolderDestination)
        if output.path is None or is_folder:
            continue  # a database on a server, or a folder, which may be there or not
        given = output.path.with_name(output.path.name[: -len(output.ending)]) if output.ending else output.path
        cause = write_errors.hindrance(given) or write_errors.hindrance(output.path)
        if not cause and output.path.suffix.lower() in DATABASES:
            cause = write_errors.reserved(output.table or output.path.stem)
        if cause:
            text = QCoreApplication.translate("FrontlineChange", "{name} cannot be written to {path}. {cause}")
            return text.format(name=output.parameter, path=given, cause=cause)
    return None


def _table_without_geometry(algorithm: QgsProcessingAlgorithm, outputs: list[Destination]) -> str | None:
    """Refuse a kind of file that holds no layer without geometry, before the run and not after it."""
    for output in outputs:
        definition = algorithm.parameterDefinition(output.parameter)
        if not isinstance(definition, QgsProcessingParameterFeatureSink) or output.path is None:
            continue
        if definition.dataType() != QgsProcessing.SourceType.TypeVector:
            continue
        given = (Path(output.path.stem) if output.ending else output.path).suffix.lower()
        if {given, output.path.suffix.lower()} & set(NOT_FOR_TABLES):
            text = QCoreApplication.translate(
                "FrontlineChange",
                "{name} is a table without geometry, which a file “{ending}” cannot hold. Choose .gpkg, .csv or .xlsx.",
            )
            return text.format(name=output.parameter, ending=given or output.path.suffix)
    return None


def _over_an_input(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    outputs: list[Destination],
) -> str | None:
    """Refuse an output that overwrites an input: the user's map would be lost."""
    existing = [output for output in outputs if output.location and output.location.may_exist]
    if not existing:
        return None
    for source in input_locations(algorithm, parameters, context):
        for output in existing:
            if output.location.replaces(source.location):
                text = QCoreApplication.translate(
                    "FrontlineChange",
                    "{output} would be written to {path}, over the input {input} (“{name}”), which would be lost. "
                    "Choose another file or table for {output}.",
                )
                path = write_errors.shown(output.text)
                return text.format(output=output.parameter, path=path, input=source.parameter, name=source.name)
    return None


def _over_other_tables(outputs: list[Destination]) -> str | None:
    """Refuse a plain path to a database with tables other than ours, since it would replace the whole file."""
    for output in outputs:
        path = output.path
        if not output.replaces_file or path.suffix.lower() not in DATABASES or not path.is_file():
            continue
        known = set().union(*(other.table_names for other in outputs if other.shares_file(output)))
        others = [name for name in tables_in(path) if name.casefold() not in known]
        if others:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "{output} would replace the file {path}, and the other tables in it would be lost: {tables}. Choose "
                "another file, or add a table to this one: ogr:dbname='{database}' table=\"{output}\" (geom)",
            )
            shown = ", ".join(others[:NAMED_AT_MOST]) + (", …" if len(others) > NAMED_AT_MOST else "")
            quoted = str(path).replace("'", "\\'")
            return text.format(output=output.parameter, path=path, tables=shown, database=quoted)
    return None


def _over_other_files(outputs: list[Destination]) -> str | None:
    """Refuse a new file whose format has a second file, where that one exists and belongs to something else."""
    for output in outputs:
        path = output.path
        for ending in SECOND_FILES.get(path.suffix.lower(), ()) if output.replaces_file else ():
            other = path.with_suffix(ending)
            if other.is_file() and not path.exists():
                text = QCoreApplication.translate(
                    "FrontlineChange",
                    "{output} would be written to {path}, and the file {other} would be lost. Choose another name, or "
                    "delete that file.",
                )
                return text.format(output=output.parameter, path=path, other=other)
    return None


def _destination(name: str, value: Any, context: QgsProcessingContext) -> Destination | None:
    """The destination of an output; None where it is empty or temporary."""
    text = destination_text(value, context)
    if not text or text.startswith(TEMPORARY):
        return None
    adds = isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping()
    provider, rest = split_provider(text)
    if text.startswith("/vsi"):
        path, table = Path(text), None
    elif not provider:
        parts = QgsProviderRegistry.instance().decodeUri("ogr", text)
        text, path, table = str(Path(text).resolve()), Path(parts.get("path") or text), parts.get("layerName") or None
    elif provider in ("ogr", "spatialite"):
        uri = QgsDataSourceUri(rest)
        path = Path(uri.database())
        table = uri.table() or _until_dot(path)
    else:
        return Destination(name, text, server_table(provider, rest), adds)
    ending = missing_ending(path)
    final = Path(f"{path}{ending}")
    if os.path.islink(final):  # noqa: PTH114 (no error for long names); the file that it leads to is written
        final, ending = final.resolve(), ""
    return Destination(name, text, FileLocation((path, final), table), adds, final, table, ending)


def _until_dot(path: Path) -> str:
    return path.name.partition(".")[0]


def _normal(path: Path) -> str:
    path = path.resolve()
    return str(path).casefold() if ignores_case(path.parent) else str(path)


def ignores_case(folder: Path) -> bool:
    """Whether names that differ in upper and lower case name one file there."""
    other = folder.with_name(folder.name.swapcase())
    with suppress(OSError):
        return other != folder and other.samefile(folder)
    return os.path.normcase("A") == "a"
