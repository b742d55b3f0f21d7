# SPDX-License-Identifier: GPL-2.0-or-later
"""Why a result could not be written, in words for people: the cause that the system, GDAL or a server reported."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from pathlib import Path

from qgis.core import QgsDataSourceUri
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
    (re.compile(r"reserved geopackage prefix|reserved for internal use", re.IGNORECASE), errno.EINVAL),
)
NO_SCHEMA = re.compile(r'schema "(.+?)" does not exist')
NO_ANSWER = re.compile(r"connection to (database|server).*failed|could not connect", re.IGNORECASE | re.DOTALL)
NO_RIGHT = re.compile(r"permission denied for|must be owner of", re.IGNORECASE)


def shown(destination: str) -> str:
    """Return a destination as messages show it, without a password."""
    return QgsDataSourceUri.removePassword(destination)


def cause(destination: str, reason: OSError | str) -> str:
    """Return the cause in one or two sentences: what is wrong, and what to do."""
    provider, rest = split_provider(destination)
    if provider not in ("", "ogr", "spatialite"):
        return _of_server(destination, str(reason))
    path = Path(QgsDataSourceUri(rest).database() if provider else rest)
    error = reason if isinstance(reason, OSError) else OSError(0, reason)
    text = (error.strerror or "").strip()
    number = error.errno or next((number for pattern, number in TEXTS if pattern.search(text)), 0)
    if not number:
        number = _probed(path.parent)
    return _explained(number, path, Path(error.filename2 or error.filename or path)) or text


def _explained(number: int, path: Path, file: Path) -> str:
    """The text for an errno; empty for one that says nothing to people. `file` is the one that could not be moved."""
    folder, name = path.parent, file.name
    tr = QCoreApplication.translate
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
    if number in (*FORBIDDEN, errno.EBUSY, errno.ETXTBSY):
        return tr(
            "FrontlineChange",
            "A loaded layer or another program holds {name} open or is writing to it. Remove the layer from the "
            "project or close that program, and run again; or choose another file.",
        ).format(name=name)
    texts = {
        errno.ENAMETOOLONG: tr("FrontlineChange", "The name is too long. Choose a shorter one."),
        errno.EINVAL: tr("FrontlineChange", "This format reserves that name for itself. Choose another one."),
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
