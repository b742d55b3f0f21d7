# SPDX-License-Identifier: GPL-2.0-or-later
"""The Python libraries of this QGIS: where the plugin installs them, what is missing, and how to install it."""

from __future__ import annotations

import os
import site
import sys
from contextlib import suppress
from importlib.machinery import PathFinder
from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from ..core import libraries
from ..core.errors import LibraryError

# (lowest Python, version of shapely), newest first. The wheels of each run on any numpy that comes with such a Python,
# so numpy is never changed. Exact versions: what is installed is what the person agreed to.
VERSIONS = (((3, 14), "2.1.2"), ((3, 7), "2.0.7"))

PIP_OPTIONS = (
    "--upgrade",
    "--no-deps",
    "--only-binary=:all:",
    "--no-input",
    "--disable-pip-version-check",
    "--progress-bar=off",
)


def prepare() -> None:
    """Set in `core` the GEOS version of this QGIS and the folder of our shapely. Imports no library yet."""
    libraries.set_host_geos(Qgis.geosVersion())
    libraries.add_folder(library_folder())


def library_folder() -> Path:
    """Return the folder of the user's profile that shapely is installed into, one for each Python."""
    version = f"py{sys.version_info.major}.{sys.version_info.minor}"
    return Path(QgsApplication.qgisSettingsDirPath()) / "python" / "frontline_change_libraries" / version


def problem() -> str | None:
    """Return why this QGIS cannot measure, in the user's language; None when it can."""
    error = _library_error()
    return _what(error) + _other_qgis(error) if error else None


def can_install() -> bool:
    """Return whether something is missing that can be installed into the profile, with pip or without."""
    error = _library_error()
    return error is not None and _can_be_installed(error)


def requirement() -> str:
    """Return what to install, as pip takes it: `shapely==2.0.7`."""
    return f"shapely=={shapely_version()}"


def require() -> None:
    """Load the libraries. Raises LibraryError, whose message `explain` gives."""
    libraries.check()


def prepare_thread() -> None:
    """Load the libraries, if there are any, for a thread of QGIS's pool, where pyproj needs care."""
    with suppress(LibraryError):
        libraries.check()


def explain(error: LibraryError) -> str:
    """Return the message of a LibraryError in the user's language, with the possible remedies."""
    lines = [_what(error) + _other_qgis(error)]
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
    """Return the command that installs a new enough shapely from this system's packages; empty if there is none."""
    installation = libraries.system_way()
    return installation.command if installation else ""


def install_command() -> list[str]:
    """Return program and arguments that install shapely into `library_folder`.

    Empty unless shapely is missing, too old or broken, and QGIS's Python has pip.
    """
    error, python = _library_error(), _python_program()
    if error is None or not _can_be_installed(error) or not _has_pip() or python is None:
        return []
    module = ["-m", "pip", "install", "--target", str(library_folder()), *PIP_OPTIONS, requirement()]
    return [str(python), *(["-I"] if _runs_isolated() else []), *module]


def shapely_version() -> str:
    """Return the version of shapely that `install_command` installs."""
    return next(version for least, version in VERSIONS if sys.version_info[:2] >= least)


def python_home() -> str:
    """Return the PYTHONHOME for `install_command`; empty where that python finds its library by itself.

    A Python that QGIS bundles, as on Windows and macOS, does not always find it.
    """
    return "" if _runs_isolated() else sys.base_prefix


def _library_error() -> LibraryError | None:
    try:
        require()
    except LibraryError as error:
        return error
    return None


def _can_be_installed(error: LibraryError) -> bool:
    """Only shapely is installed: numpy and pyproj come with QGIS, and a second copy would cause conflicts."""
    return error.library == "shapely" and error.reason != "clash" and not _needs_other_qgis(error)


def _needs_other_qgis(error: LibraryError) -> bool:
    """Whether this is QGIS 3.44 for macOS as it has been packaged since 3.44.4, without shapely and pyproj.

    It has no pip, may refuse compiled modules that it was not signed with, and pyproj would still be missing.
    """
    is_bundle = sys.platform == "darwin" and libraries.system_way() is None
    return is_bundle and error.reason == "missing" and 34400 <= Qgis.QGIS_VERSION_INT < 40000


def _other_qgis(error: LibraryError) -> str:
    """Return a sentence about the QGIS that has what is missing; empty where this one can be completed."""
    if not _needs_other_qgis(error):
        return ""
    return " " + QCoreApplication.translate(
        "FrontlineChange",
        "QGIS 3.44 for macOS comes without this library and may refuse one installed later. QGIS 4 for macOS has all "
        "that is needed: install it from qgis.org and measure there.",
    )


def _runs_isolated() -> bool:
    """Whether QGIS's own python can run with -I, which keeps a pip.py of the current folder from running as pip.

    A Python that QGIS bundles, where `sys.executable` is QGIS, cannot: with -I it ignores PYTHONHOME.
    """
    return Path(sys.executable or "").name.lower().startswith("python")


def _has_pip() -> bool:
    """Whether there is a pip for `install_command`. With -I that python does not see the user's own folder."""
    unseen = site.getusersitepackages() if _runs_isolated() else None
    return PathFinder.find_spec("pip", [folder for folder in sys.path if folder != unseen]) is not None


def _what(error: LibraryError) -> str:
    """Return the reason in the user's language, with its facts."""
    facts = {name: getattr(error, name) for name in ("library", "found", "needed", "origin", "host", "detail")}
    return _message(error.reason).format(**facts)


def _message(reason: str) -> str:
    """Return the translated message for a reason, with placeholders for the facts."""
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
    """Return QGIS's own python. On Windows and macOS `sys.executable` is QGIS itself, so search the folders near it.

    On Linux it is the first python3 on PATH, which may be another one, such as pyenv's: then search as well.
    """
    running = Path(sys.executable or "")
    is_python = _runs_isolated()
    if is_python and running.is_relative_to(sys.prefix):
        return running
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    names = ["python3.exe", "python.exe"] if os.name == "nt" else [f"python{version}", "python3", "python"]
    prefixes = [Path(sys.exec_prefix), Path(sys.base_exec_prefix), running.parent]
    folders = [folder for prefix in prefixes for folder in (prefix, prefix / "bin")]
    found = (path for folder in folders for name in names if (path := folder / name).is_file())
    return next(found, running if is_python else None)
