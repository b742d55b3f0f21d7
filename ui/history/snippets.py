# SPDX-License-Identifier: GPL-2.0-or-later
"""A run as a command: a line for qgis_process and a snippet for the Python console of QGIS."""

from __future__ import annotations

import shlex
import sys
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from ..json_values import address, has_a_source, is_layer, layers_in
from .record import Run


def process_line(run: Run, *, windows: bool = sys.platform == "win32") -> str:
    """Return the command that repeats a run, quoted for a shell (`windows`: for its command prompt).

    A layer that is in no file is given by its name, with a comment above.
    """
    arguments = ["qgis_process", "run", run.algorithm, "--"]
    for name, value in run.parameters.items():
        # A parameter with several values is written once for each.
        arguments += [f"{name}={_as_text(item)}" for item in (value if isinstance(value, list) else [value])]
    line = " ".join(_quoted_for_windows(item) if windows else shlex.quote(item) for item in arguments)
    return "\n".join([*_comments(run, "REM" if windows else "#"), line])


def python_snippet(run: Run) -> str:
    """Return Python that repeats a run in the console of QGIS and prints the results.

    A layer that is in no file is taken from the open project, with a comment.
    """
    rows = [f"        {name!r}: {_as_python(value)}," for name, value in run.parameters.items()]
    return "\n".join(
        [
            *_comments(run, "#"),
            "from qgis import processing",
            "",
            "results = processing.run(",
            f"    {run.algorithm!r},",
            "    {",
            *rows,
            "    },",
            ")",
            "print(results)",
            "",
        ]
    )


def _comments(run: Run, mark: str) -> list[str]:
    text = QCoreApplication.translate(
        "FrontlineChange",
        "The layer “{name}” is in no file: it exists only in the project where it was measured. "
        "Save it to a file and put its path here.",
    )
    names = dict.fromkeys(layer["name"] for layer in layers_in(run.parameters) if not has_a_source(layer))
    return [f"{mark} {' '.join(text.format(name=name).split())}" for name in names]


def _as_text(value: Any) -> str:
    if is_layer(value):
        return address(value) if has_a_source(value) else value["name"]
    return "" if value is None else str(value)


def _as_python(value: Any) -> str:
    if is_layer(value):
        return repr(address(value) if has_a_source(value) else value["layer"])
    if isinstance(value, list):
        return f"[{', '.join(_as_python(item) for item in value)}]"
    return repr(value)


def _quoted_for_windows(text: str) -> str:
    """Return an argument as the command prompt and the C library of Windows read it."""
    plain = text and not any(character in text for character in ' \t"&|<>^()%!,;=')
    return text if plain else '"' + text.replace('"', '""') + '"'
