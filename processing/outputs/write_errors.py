# SPDX-License-Identifier: GPL-2.0-or-later
"""Why a result could not be written, in words for people: the cause that the system, GDAL or a server reported."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from qgis.core import QgsDataSourceUri, QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication

from .staged_outputs import split_provider

PROBED_BYTES = 1 << 20
FULL = (errno.ENOSPC, errno.EFBIG, *(getattr(errno, name) for name in ("EDQUOT",) if hasattr(errno, name)))
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
TEXTS = (  # what GDAL, SQLite and PostgreSQL write, and the errno with the same meaning
    (re.compile(r"is locked|table is locked|database is busy", re.IGNORECASE), errno.EBUSY),
    (re.compile(r"disk is full|no space left", re.IGNORECASE), errno.ENOSPC),
    (re.compile(r"file name too long", re.IGNORECASE), errno.ENAMETOOLONG),
    (re.compile(r"readonly database|read-only|permission denied: ", re.IGNORECASE), errno.EACCES),
    (re.compile(r"OGR driver for '' not found"), errno.ENOTSUP),
    (re.compile(r"reserved geopackage prefix|reserved for internal use", re.IGNORECASE), errno.EINVAL),
)
NAME_TOO_LONG_ON_WINDOWS = 206
FORBIDDEN_ON_WINDOWS = re.compile(r'[<>:"|?*\x00-\x1f]|[. ]$')
RESERVED_ON_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
COULD_NOT = re.compile(r"^Could not create layer .*?: (?=\D)", re.DOTALL)  # and the destination
PASSWORD = re.compile(r"password=('(\\.|[^'])*'|\S*) ?")
NO_SCHEMA = re.compile(r'schema "(.+?)" does not exist')
NO_ANSWER = re.compile(r"connection to (database|server).*failed|could not connect", re.IGNORECASE | re.DOTALL)
NO_RIGHT = re.compile(r"permission denied for|must be owner of", re.IGNORECASE)


def shown(destination: str) -> str:
    """Return a destination as messages show it, without a password."""
    return PASSWORD.sub("", destination)


def refusal(parameter: str, destination: str, cause: str) -> QgsProcessingException:
    """Return the error that an output could not be written, as it is raised."""
    text = QCoreApplication.translate("FrontlineChange", "{parameter} could not be written to {destination}. {cause}")
    text = text.format(parameter=parameter, destination=shown(destination), cause=cause)
    return QgsProcessingException(text.rstrip())


def cause(destination: str, reason: OSError | str, loaded: Mapping[str, str] | None = None) -> str:
    """Return the cause in one or two sentences: what is wrong, and what to do. `loaded`: names of layers by source."""
    provider, rest = split_provider(destination)
    if provider not in ("", "ogr", "spatialite"):
        return _of_server(destination, (reason.strerror or "") if isinstance(reason, OSError) else reason)
    path = Path(QgsDataSourceUri(rest).database() if provider else rest)
    error = reason if isinstance(reason, OSError) else OSError(0, reason)
    text = COULD_NOT.sub("", (error.strerror or "").strip())
    if getattr(error, "winerror", 0) == NAME_TOO_LONG_ON_WINDOWS:
        error.errno = errno.ENAMETOOLONG
    number = error.errno or next((number for pattern, number in TEXTS if pattern.search(text)), 0)
    if not number:
        number = _probed(path.parent)
    file = _file_of(error, path)
    return _explained(number, path, file, _holders(file, loaded or {})) or text


def hindrance(path: Path, *, windows: bool = os.name == "nt") -> str:
    """Return why no file can be created at a path, as far as that is known before; empty if nothing is known."""
    tr = QCoreApplication.translate
    if str(path).startswith("/vsi"):
        return tr(
            "FrontlineChange",
            "Results cannot be written into archives, memory or the network of GDAL. Choose a file on a disk.",
        )
    if windows and (character := FORBIDDEN_ON_WINDOWS.search(path.name)):
        text = tr("FrontlineChange", "Windows does not allow “{character}” in the name of a file. Choose another one.")
        return text.format(character=character[0])
    if windows and RESERVED_ON_WINDOWS.match(path.name):
        return _explained(errno.EINVAL, path, path)
    try:
        path.lstat()
    except OSError as error:
        number = error.errno
    else:
        number = 0
    folder = path.parent
    if number == errno.ENAMETOOLONG or path.is_dir() or not folder.is_dir():
        return _explained(number, path, path)
    return "" if os.access(folder, os.W_OK) else _explained(errno.EACCES, path, path)


def reserved(table: str) -> str:
    """Return why a table of a database cannot have this name; empty if it can."""
    names = (table.casefold().startswith(prefix) for prefix in ("gpkg", "sqlite_"))
    return _explained(errno.EINVAL, Path.cwd() / table, Path(table)) if any(names) else ""


def _file_of(error: OSError, path: Path) -> Path:
    """The file that an error is about: of the two of a move the one beside the destination, not its staged twin."""
    named = [Path(name) for name in (error.filename2, error.filename) if name]
    return next((file for file in named if file.parent.resolve() == path.parent.resolve()), (*named, path)[0])


def _holders(file: Path, loaded: Mapping[str, str]) -> list[str]:
    """The names of the layers that show a file, or a file to which it belongs."""
    paths = (
        (Path(source.partition("|")[0].removeprefix("file://").partition("?")[0]), name)
        for source, name in loaded.items()
    )
    return [name for path, name in paths if path.stem == file.stem and path.parent.resolve() == file.parent.resolve()]


def _explained(number: int, path: Path, file: Path, holders: Sequence[str] = ()) -> str:
    """The text for an errno; empty for one that says nothing to people. `file` is the one that could not be moved."""
    folder, name = path.parent, file.name
    tr = QCoreApplication.translate
    if number == errno.ENAMETOOLONG:
        return tr("FrontlineChange", "The name is too long. Choose a shorter one.")
    if number == errno.EINVAL:
        return tr("FrontlineChange", "That name is reserved. Choose another one.")
    if number in FULL:
        return tr("FrontlineChange", "The disk is full. Free some space on it, or choose another one.")
    if path.is_dir():
        return tr("FrontlineChange", "That is a folder. Add the name of a file.")
    if not folder.is_dir():
        return tr("FrontlineChange", "The folder {folder} does not exist. Create it, or choose another one.").format(
            folder=folder
        )
    if number in FORBIDDEN and not os.access(folder, os.W_OK):
        return tr("FrontlineChange", "You may not write to the folder {folder}. Choose another one.").format(
            folder=folder
        )
    if number in (*FORBIDDEN, errno.EBUSY):
        if holders:
            layers = ", ".join(f"“{name}”" for name in holders)
            return tr(
                "FrontlineChange",
                "{name} is open as a layer of this project: {layers}. Remove it from the project and run again, or "
                "choose another file.",
            ).format(name=name, layers=layers)
        return tr(
            "FrontlineChange",
            "A loaded layer or another program holds {name} open or is writing to it. Remove the layer from the "
            "project or close that program, and run again; or choose another file.",
        ).format(name=name)
    texts = {
        errno.ENOTSUP: tr("FrontlineChange", "QGIS cannot write a file with that ending. Use .gpkg."),
        errno.EEXIST: tr(
            "FrontlineChange",
            "Another run has created that file meanwhile, and a table cannot be added to it. Choose another file.",
        ),
        errno.ETIMEDOUT: tr(
            "FrontlineChange",
            "Another run is moving its results there. Run again later; if no other run is active, delete {file}.",
        ).format(file=file),
        errno.ENOENT: tr("FrontlineChange", "The file {name} was removed meanwhile. Run again.").format(name=name),
    }
    return texts.get(number, "")


def _of_server(destination: str, reason: str) -> str:
    tr = QCoreApplication.translate
    reason = shown(reason.replace(f"Could not create layer {destination}:", "")).strip()
    if schema := NO_SCHEMA.search(reason):
        text = tr("FrontlineChange", "The database has no schema “{schema}”. Create it, or choose another one.")
        return text.format(schema=schema[1])
    if NO_ANSWER.search(reason):
        text = tr(
            "FrontlineChange",
            "The server cannot be reached, or refuses the connection. Check host, port, database, user and password.",
        )
        return f"{text} {reason}"
    if NO_RIGHT.search(reason):
        text = tr("FrontlineChange", "This user may not write there. Ask for the right, or choose another schema.")
        return f"{text} {reason}"
    return tr("FrontlineChange", "The server reported: {reason}").format(reason=reason)


def _probed(folder: Path) -> int:
    """Write a file of some size into a folder and return the errno of the failure; 0 if it succeeds."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(PROBED_BYTES))
            file.flush()
    except OSError as error:
        return error.errno or 0
    return 0
