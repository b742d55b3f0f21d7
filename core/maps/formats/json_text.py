# SPDX-License-Identifier: GPL-2.0-or-later
"""Parses the JSON in a file, in any Unicode encoding: one document, one feature per line, or a script that holds it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import InputError
from .file_content import content_of

if TYPE_CHECKING:
    from ..snapshots import RawMap

_SCRIPT = re.compile(r"\s*(?:[\w.$]+\s+)?[\w.$]+\s*(?:=|\()\s*(?=[\[{])")  # var map = {…};  or  callback({…})


def read_json_text(path: Path, raw_map: Callable[[Any, Path], RawMap]) -> RawMap:
    """Return what a function makes of the document in a JSON file.

    Raises InputError, with the file's name and what to do, if the file is no JSON or is nested too deeply.
    """
    try:
        return raw_map(parsed(path), path)
    except RecursionError as error:
        raise InputError("“{file}” is nested too deeply to be a map. Choose a GeoJSON file.", file=path.name) from error


def parsed(path: Path) -> Any:
    """Return the document in the file; a file with one feature per line becomes a collection. Raises InputError."""
    content = content_of(path)
    try:
        text = content.decode(json.detect_encoding(content)).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError(
            "“{file}” is not text in UTF-8 (byte {byte}). Save it as GeoJSON in UTF-8 and try again.",
            file=path.name,
            byte=error.start + 1,
        ) from error
    try:
        return _document(text)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated"):
            raise InputError(
                "“{file}” ends in the middle; the download was probably cut off. Download or export it again.",
                file=path.name,
            ) from error
        raise InputError(
            "“{file}” is not JSON (line {line}, column {column}: {reason}). Choose a GeoJSON file.",
            file=path.name,
            line=error.lineno,
            column=error.colno,
            reason=error.msg,
        ) from error
    except _RepeatedKeyError as error:
        raise InputError(
            "“{file}” has an object with two different values for “{key}”, and only one can be right. Delete the "
            "other one, or export the file again.",
            file=path.name,
            key=error.args[0],
        ) from error
    except ValueError as error:  # of Python: a number of thousands of digits
        raise InputError(
            "“{file}” has a number of thousands of digits, which cannot be read. Correct or delete it.",
            file=path.name,
        ) from error


def embedded(text: str) -> Any:
    """Return the document in a text that is a value of a table or of another document; None if it is no JSON."""
    try:
        return json.loads(text, object_pairs_hook=_object)
    except (ValueError, _RepeatedKeyError):
        return None


def _document(text: str) -> Any:
    """The JSON document in a text; one feature per line becomes a collection."""
    script = _SCRIPT.match(text)
    if script:
        text = text[script.end() :].rstrip().rstrip(";) \r\n\t")
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        features = _by_line(text) if error.msg in ("Extra data", "Expecting value") else []
        if not features:
            raise
        return {"type": "FeatureCollection", "features": features}


class _RepeatedKeyError(Exception):
    """A key occurs twice in one object, with different values."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. Python would silently use the last value of a repeated key, and lose features."""
    members = dict(pairs)
    if len(members) < len(pairs):
        for key, value in pairs:
            if members[key] != value:
                raise _RepeatedKeyError(key)
    return members


def _by_line(text: str) -> list[Any]:
    """The features of a file with one feature per line (newline-delimited, or a JSON text sequence).

    Empty if the first line is no JSON. Raises JSONDecodeError for a later line.
    """
    features: list[Any] = []
    position = 0
    for line in text.split("\n"):
        content = line.strip("\x1e \t\r")
        try:
            features += [json.loads(content, object_pairs_hook=_object)] if content else []
        except json.JSONDecodeError as error:
            if not features:
                return []
            raise json.JSONDecodeError(error.msg, text, position + line.index(content) + error.pos) from error
        position += len(line) + 1
    return features
