# SPDX-License-Identifier: GPL-2.0-or-later
"""GML files that are cut off or damaged are refused: GDAL passes over what it cannot read in them without a word."""

from __future__ import annotations

import pyexpat as expat  # the parser alone, as for KML
from collections.abc import Callable
from pathlib import Path

from ...core.errors import InputError
from ..progress import Cancelled

STORAGE = "GML"
_CHUNK_BYTES = 1 << 20


def refuse_damaged(path: Path, cancelled: Callable[[], bool]) -> None:
    """Raise InputError if the XML of a file does not reach its end; Cancelled if the run was cancelled."""
    from ...core.maps.formats.kml.elements import CUT_OFF

    parser = expat.ParserCreate()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                if cancelled():
                    raise Cancelled
                parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        if error.code in CUT_OFF:
            raise InputError(
                "“{file}” ends in the middle; the download was probably cut off. Download or export it again.",
                file=path.name,
            ) from error
        raise InputError(
            "“{file}” is damaged in line {line}, and what follows there would be missing. Download or export it again.",
            file=path.name,
            line=error.lineno,
        ) from error
