# SPDX-License-Identifier: GPL-2.0-or-later
"""The bytes of a file of any format; one that cannot be opened, or is empty, is an error that says what to do."""

from __future__ import annotations

from pathlib import Path

from ...errors import InputError


def content_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises InputError if it cannot be opened or is empty."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            "“{file}” cannot be opened: {reason}. Check the path and your rights.", file=path, reason=error.strerror
        ) from error
    if not content.strip():
        raise InputError("“{file}” is empty. Download or export it again.", file=path.name)
    return content
