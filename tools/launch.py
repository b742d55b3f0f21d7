# SPDX-License-Identifier: GPL-2.0-or-later
"""Starts QGIS's programs with this checkout's plugin in a scratch profile: `make process`, `make desktop`.

Run it with the python of `.venv`: QGIS's own python created it (tools/setup.sh), so its prefix leads to QGIS's python.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
PLUGIN = "frontline_change"

_QUOTED_OR_DATABASE = re.compile(
    r"""(?P<database>ogr:dbname=(?:'[^']*'|"[^"]*")\ table="[^"]*"(?:\ \(\w*\))?)"""
    r"""|'[^']*'|"(?:\\.|[^"\\])*"|\\.""",
    re.VERBOSE | re.DOTALL,
)


def checkout_folder() -> Path:
    """Return a plugin folder with a link to this checkout under the plugin's name."""
    folder = BUILD / "plugins"
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / PLUGIN
    if not link.is_symlink():
        link.symlink_to(Path("..") / "..", target_is_directory=True)
    return folder


def environment(profile: Path, plugins: Path | None = None) -> dict[str, str]:
    """Return the environment in which QGIS finds its own python, the profile and the plugin folder.

    `profile` is the folder above `profiles/default`; `plugins` holds plugins besides the profile's own.
    """
    own_python = str(Path(sys.base_prefix) / "bin")
    result = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "VIRTUAL_ENV", "QGIS_PLUGINPATH"):
        result.pop(name, None)
    result["PATH"] = os.pathsep.join([own_python, result.get("PATH", "")])
    result["PYTHONNOUSERSITE"] = "1"  # ignore numpy and shapely in the home folder
    locale = result.get("LC_ALL") or result.get("LC_CTYPE") or result.get("LANG") or ""
    if "utf" not in locale.lower():
        result["LC_ALL"] = "C.UTF-8"  # otherwise QGIS prints `km?` for km² and finds no file with an umlaut in its name
    result["QGIS_CUSTOM_CONFIG_PATH"] = str(profile)
    if plugins is not None:
        result["QGIS_PLUGINPATH"] = str(plugins)
    return result


def program(name: str) -> str:
    """Return the path of a QGIS program: the binary, since Debian's wrapper of qgis_process fails."""
    found = shutil.which(f"{name}.bin") or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed. `tools/setup.sh` installs QGIS.")
    return found


def process_environment(profile: Path, plugins: Path | None = None) -> dict[str, str]:
    """Return `environment` for qgis_process, which needs no screen."""
    return environment(profile, plugins) | {"QT_QPA_PLATFORM": "offscreen"}


def link_shapely(profile: Path) -> None:
    """Link the shapely of `.venv`, if any, into the folder where the plugin installs its own.

    On PYTHONPATH newer versions of QGIS would load it themselves, whatever its GEOS.
    """
    site = Path(sysconfig.get_path("purelib"))
    version = f"py{sys.version_info.major}.{sys.version_info.minor}"
    link = profile / "profiles" / "default" / "python" / f"{PLUGIN}_libraries" / version
    if (site / "shapely").is_dir() and not link.exists():
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(site, target_is_directory=True)


def enable(profile: Path, plugins: Path | None = None, *, shapely: bool = True) -> None:
    """Enable the plugin in a profile, once, and link shapely. QGIS counts enabling it again as an error."""
    if shapely:
        link_shapely(profile)
    done = profile / f"{PLUGIN}.enabled"
    if done.exists():
        return
    profile.mkdir(parents=True, exist_ok=True)
    outcome = subprocess.run(
        [program("qgis_process"), "plugins", "enable", PLUGIN],
        env=process_environment(profile, plugins),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    output = outcome.stdout + outcome.stderr
    if outcome.returncode and "already enabled" not in output:
        raise SystemExit(f"qgis_process could not enable the plugin (exit code {outcome.returncode}):\n{output}")
    done.touch()


def split_arguments(text: str) -> list[str]:
    """Split one line as a shell would, except that QGIS's name for a table of a GeoPackage needs no quoting.

    `CHANGE=ogr:dbname='x.gpkg' table="CHANGE" (geom)` stays one argument, including its quotes.
    """

    def keep(match: re.Match[str]) -> str:
        return shlex.quote(match.group()) if match["database"] else match.group()

    try:
        return shlex.split(_QUOTED_OR_DATABASE.sub(keep, text))
    except ValueError as error:
        raise SystemExit(f"ARGS cannot be read ({error}): {text}") from error


def main(arguments: list[str]) -> None:
    """Replace this process by `qgis_process` or `qgis`; the exit code is that program's."""
    profile, plugins = BUILD / "profile", checkout_folder()
    if arguments[:1] == ["process"]:
        command = [program("qgis_process"), *(arguments[1:] or split_arguments(os.environ.get("ARGS", "")))]
        variables = process_environment(profile, plugins)
    elif arguments[:1] == ["desktop"]:
        command = [
            program("qgis"),
            "--nologo",
            "--noversioncheck",
            "--profiles-path",
            str(profile),
            *arguments[1:],
        ]
        variables = environment(profile, plugins)
    else:
        raise SystemExit(
            "usage: launch.py process|desktop [ARGUMENT ...]; without any, process reads the variable ARGS"
        )
    enable(profile, plugins)
    os.execve(command[0], command, variables)


if __name__ == "__main__":
    main(sys.argv[1:])
