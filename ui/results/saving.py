# SPDX-License-Identifier: GPL-2.0-or-later
"""Files a person asks for: staged and then moved to their destinations, so that none is ever left half-written."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication


class SavingError(Exception):
    """A file could not be written; the text says why and what to do."""


def save_bytes(path: str, content: bytes) -> None:
    """Write a file. What stood there before stays until the new one is complete.

    Raises:
        SavingError: in words for people.

    """
    target = Path(path).resolve()  # a link stays a link
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        partial.write_bytes(content)
        partial.replace(target)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise SavingError(_in_words(error, target)) from error


def _in_words(error: OSError, target: Path) -> str:
    tr = QCoreApplication.translate
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        text = tr("FrontlineChange", "“{file}” was not saved: the disk is full. Free some space or choose another one.")
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        text = tr(
            "FrontlineChange",
            "“{file}” was not saved: {folder} may not be written to, or the file is open in another program. "
            "Choose another folder, or close the file there.",
        )
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        text = tr("FrontlineChange", "“{file}” was not saved: there is no folder {folder}. Choose another one.")
    else:
        text = tr("FrontlineChange", "“{file}” was not saved in {folder}: {reason}.")
    return text.format(file=target.name, folder=target.parent, reason=error.strerror or error)
