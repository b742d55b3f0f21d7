# SPDX-License-Identifier: GPL-2.0-or-later
"""A run as a command: a line for qgis_process and a snippet for the Python console of QGIS."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from ..json_values import address, has_a_source, is_layer, layers_in
from .record import Run

TEMPORARY = "TEMPORARY_OUTPUT"  # qgis_process deletes such a file when it ends
# A variable of the command prompt: the first letter of its name, and the others up to `%`, or `:` as in `%DATE:~0,4%`.
VARIABLE = re.compile(r"%(\w)(?=([^%:]*)[%:])")
VARIABLES_OF_PROMPT = ("CD", "CMDCMDLINE", "CMDEXTVERSION", "DATE", "ERRORLEVEL", "RANDOM", "TIME")  # not in os.environ


def process_line(run: Run, *, windows: bool = sys.platform == "win32") -> str:
    """Return the command that repeats a run, quoted for a shell (`windows`: for its command prompt).

    A layer that is in no file is given by its name, with a comment above. Temporary results become files.
    """
    folder, package = Path(QgsApplication.applicationDirPath()), Path(QgsApplication.prefixPath()).name
    arguments = [program(folder, package, windows=windows), "run", run.algorithm, "--"]
    stamp = re.sub(r"\W", "", run.when)
    for name, value in run.parameters.items():
        if value == TEMPORARY:
            value = f"{name.lower()}_{stamp}.gpkg"
        # A parameter with several values is written once for each.
        arguments += [f"{name}={_as_text(item)}" for item in (value if isinstance(value, list) else [value])]
    line = " ".join(_quoted_for_windows(item) if windows else shlex.quote(item) for item in arguments)
    mark = "REM" if windows else "#"
    return "\n".join([*_comments(run, mark), *_comment_on_files(run, mark), line])


def program(folder: Path, package: str, *, windows: bool) -> str:
    """Return qgis_process as it is started here; `folder` is the one of QGIS's own program.

    Windows has a batch file beside QGIS, which sets up its environment and is named after the package (qgis, qgis-ltr).
    On Debian qgis_process itself fails: it passes an option that it does not know. On macOS it lies in the application.
    """
    if windows:
        names = [f"qgis_process-{one}.bat" for one in (package, "qgis", "qgis-ltr")]
        return str(next((folder / name for name in names if (folder / name).is_file()), names[1]))
    for name in ("qgis_process.bin", "qgis_process"):
        if shutil.which(name):
            return name
    inside = [path for path in (folder / "qgis_process", folder / "bin" / "qgis_process") if path.is_file()]
    return str(inside[0]) if inside else "qgis_process"


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


def _comment_on_files(run: Run, mark: str) -> list[str]:
    if TEMPORARY not in run.parameters.values():
        return []
    text = QCoreApplication.translate("FrontlineChange", "The results are written to files in the current folder.")
    return [f"{mark} {text}"]


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
    """Return an argument as the command prompt and the C library of Windows read it.

    The command prompt puts in the value of `%NAME%` even within quotes. What it does not find it leaves as it is, so a
    variable's name is broken by quotes, `%"N"AME%`: they make it another name, and the C library drops them. To double
    the `%` would help in a batch file alone; at the prompt both would stay. A `%` that begins no name of a variable
    stays as it is, as in the `%20` of an address. PowerShell has no better way: it starts a batch file, as QGIS's is,
    through the command prompt.
    """
    if text and not any(character in text for character in ' \t"&|<>^()%!,;='):
        return text
    # The C library takes a backslash before a quote for its escape: there each must be doubled.
    inside = re.sub(r'(\\*)"', r'\1\1""', text)
    quoted = '"' + re.sub(r"(\\+)$", r"\1\1", inside) + '"'
    return VARIABLE.sub(lambda found: f'%"{found[1]}"' if _is_variable(found[1] + found[2]) else found[0], quoted)


def _is_variable(name: str) -> bool:
    """Whether the command prompt knows a variable, in upper or lower case."""
    return name.upper() in VARIABLES_OF_PROMPT or name.upper() in {known.upper() for known in os.environ}
