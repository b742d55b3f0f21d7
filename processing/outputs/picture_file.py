# SPDX-License-Identifier: GPL-2.0-or-later
"""Saves a picture beside its destination and moves it there when it is complete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ...core.errors import InputError
from .staged_outputs import StagedOutputs


def picture_path(parameter: str, given: str, endings: Sequence[str]) -> Path | None:
    """Return the file of a parameter; None for an empty one. Raises InputError for an ending that is none of these."""
    if not given:
        return None
    path = Path(given)
    if path.suffix.lower() not in endings:
        raise InputError(
            "{parameter} is saved as {formats}, not as {path}. Give it one of these endings.",
            parameter=parameter,
            formats=", ".join(endings),
            path=path.name,
        )
    return path


def save_picture(path: Path, save: Callable[[Path], object]) -> None:
    """Save a picture at a path; nothing is left of one that fails. Raises InputError, and what `save` raises."""
    staged = StagedOutputs()
    try:
        save(Path(staged.stage(str(path))))
        staged.move_to_destinations()
    except OSError as error:
        raise InputError(
            "{path} could not be written ({reason}). Choose another file.", path=path, reason=error.strerror or error
        ) from error
    finally:
        staged.discard()
