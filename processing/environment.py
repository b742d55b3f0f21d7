# SPDX-License-Identifier: GPL-2.0-or-later
"""The Python libraries as this QGIS finds them: where we install them, what is missing, how to get it."""

from __future__ import annotations

import os
import site
import sys
from importlib.machinery import PathFinder
from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from ..core import libraries
from ..core.errors import LibraryError

# (least Python, what pip is asked for), newest first. The wheels of each run on any numpy that comes with
# such a Python, so that numpy is never touched.
REQUIREMENTS = (((3, 14), "shapely>=2.1.2,<2.2"), ((3, 7), "shapely>=2.0,<2.1"))

PIP_OPTIONS = (
    "--upgrade",
    "--no-deps",
    "--only-binary=:all:",
    "--no-input",
    "--disable-pip-version-check",
    "--progress-bar=off",
)


def prepare() -> None:
    """Tell `core` which GEOS this QGIS runs on and where we install shapely. Imports no library yet."""
    libraries.set_host_geos(Qgis.geosVersion())
    libraries.add_folder(library_folder())


def library_folder() -> Path:
    """Return the folder of the user's profile that shapely is installed into, one for each Python."""
    version = f"py{sys.version_info.major}.{sys.version_info.minor}"
    return Path(QgsApplication.qgisSettingsDirPath()) / "python" / "frontline_change_libraries" / version


def problem() -> str | None:
    """Return what stands between this QGIS and measuring, in the user's language; None where all is well."""
    error = _library_error()
    return _what(error) if error else None


def require() -> None:
    """Load the libraries; raises LibraryError, which `explain` puts into words, where that cannot be done."""
    libraries.check()


def explain(error: LibraryError) -> str:
    """Return the message of a LibraryError in the user's language, with the ways out."""
    lines = [_what(error)]
    if _can_be_installed(error):
        lines.append(
            QCoreApplication.translate(
                "FrontlineChange",
                "Open Frontline Change from QGIS's Vector menu: it offers to install {library} for you.",
            ).format(library=error.library)
        )
    command = system_command() if error.library == "shapely" else ""
    if error.reason != "clash" and command:
        lines.append(
            QCoreApplication.translate(
                "FrontlineChange", "You can also install it for the whole system: {command}"
            ).format(command=command)
        )
    return "\n".join(lines)


def system_command() -> str:
    """Return how this machine's own packages give a shapely that is new enough; empty where they do not."""
    way = libraries.system_way()
    return way.command if way else ""


def install_command() -> list[str]:
    """Return program and arguments that install shapely into `library_folder`; empty where that cannot help.

    It helps where shapely is missing, too old or broken, and QGIS's Python has pip.
    """
    error, python = _library_error(), _python_program()
    if error is None or not _can_be_installed(error) or python is None:
        return []
    requirement = next(text for least, text in REQUIREMENTS if sys.version_info[:2] >= least)
    module = ["-m", "pip", "install", "--target", str(library_folder()), *PIP_OPTIONS, requirement]
    return [str(python), *(["-I"] if _runs_isolated() else []), *module]


def python_home() -> str:
    """Return the PYTHONHOME for `install_command`; empty where that python finds its library by itself.

    Beside a QGIS that carries its own Python, as on Windows and macOS, it does not always.
    """
    return "" if _runs_isolated() else sys.base_prefix


def _library_error() -> LibraryError | None:
    try:
        require()
    except LibraryError as error:
        return error
    return None


def _can_be_installed(error: LibraryError) -> bool:
    """Only shapely: numpy and pyproj come with QGIS, and a second copy would break more than it repairs."""
    return error.library == "shapely" and error.reason != "clash" and _has_pip()


def _runs_isolated() -> bool:
    """Whether QGIS's own python can run with -I, which keeps a pip.py of the current folder from running as pip.

    Not where QGIS carries it, and `sys.executable` is QGIS: with -I it does not heed PYTHONHOME.
    """
    return Path(sys.executable or "").name.lower().startswith("python")


def _has_pip() -> bool:
    """Whether there is a pip for `install_command`. With -I that python does not see the user's own folder."""
    unseen = site.getusersitepackages() if _runs_isolated() else None
    return PathFinder.find_spec("pip", [folder for folder in sys.path if folder != unseen]) is not None


def _what(error: LibraryError) -> str:
    """Return the reason in the user's language, with its facts."""
    facts = {name: getattr(error, name) for name in ("library", "found", "needed", "origin", "host", "detail")}
    return _sentence(error.reason).format(**facts)


def _sentence(reason: str) -> str:
    """Return the translated sentence for a reason, with the facts still to be filled in."""
    if reason == "missing":
        return QCoreApplication.translate(
            "FrontlineChange",
            "Measuring needs the Python library {library} {needed} or newer, which this QGIS does not have.",
        )
    if reason == "old":
        return QCoreApplication.translate(
            "FrontlineChange",
            "Measuring needs the Python library {library} {needed} or newer; this QGIS has {found}, in {origin}.",
        )
    if reason == "clash":
        return QCoreApplication.translate(
            "FrontlineChange",
            "Another plugin has already loaded the Python library shapely {found}, in {origin}, with GEOS "
            "{detail}, while QGIS itself has GEOS {host}. Measuring now could crash QGIS. Restart QGIS and "
            "measure before the other plugin is used, or disable that plugin.",
        )
    return QCoreApplication.translate(
        "FrontlineChange", "The Python library {library}, in {origin}, cannot be loaded: {detail}."
    )


def _python_program() -> Path | None:
    """Return QGIS's own python. On Windows and macOS `sys.executable` is QGIS itself, so look around it."""
    running = Path(sys.executable or "")
    if _runs_isolated():
        return running
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    names = ["python3.exe", "python.exe"] if os.name == "nt" else [f"python{version}", "python3", "python"]
    prefixes = [Path(sys.exec_prefix), Path(sys.base_exec_prefix), running.parent]
    folders = [folder for prefix in prefixes for folder in (prefix, prefix / "bin")]
    return next((path for folder in folders for name in names if (path := folder / name).is_file()), None)
