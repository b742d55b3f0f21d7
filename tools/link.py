# SPDX-License-Identifier: GPL-2.0-or-later
"""Links this checkout into the user's own QGIS profile, or removes the link: `make link`, `make unlink`."""

from __future__ import annotations

import argparse
import configparser
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "frontline_change"


def qgis_folders() -> list[Path]:
    """Return the folders of QGIS 3 and QGIS 4 with this user's profiles; the folder of QGIS 3 if neither exists."""
    if sys.platform == "win32":
        base = Path(os.environ["APPDATA"]) / "QGIS"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support" / "QGIS"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "QGIS"
    folders = [base / "QGIS3", base / "QGIS4"]
    return [folder for folder in folders if folder.is_dir()] or folders[:1]


def default_profile(folder: Path) -> str:
    """Return the name of the profile that QGIS opens by default."""
    settings = configparser.ConfigParser(interpolation=None)
    settings.read(folder / "profiles" / "profiles.ini", encoding="utf-8")
    return settings.get("core", "defaultProfile", fallback="default")


def add(link: Path) -> str:
    """Create the link and return a message. Exits if a folder or another checkout has its name."""
    if link.is_symlink() and link.resolve() == ROOT:
        return f"already linked: {link}"
    if link.is_symlink() or link.exists():
        raise SystemExit(f"{link} exists and is not this checkout. Remove it first (or uninstall the plugin in QGIS).")
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(ROOT, target_is_directory=True)
    return f"linked: {link}\nNow enable Frontline Change in QGIS under Plugins > Manage and Install Plugins."


def remove(link: Path) -> str:
    """Remove the link and return a message; anything but a link to this checkout is kept."""
    if not (link.is_symlink() and link.resolve() == ROOT):
        return f"not linked: {link}"
    link.unlink()
    return f"removed: {link}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--remove", action="store_true", help="remove the link")
    parser.add_argument("--profile", help="name of the profile; without it, the one QGIS opens by default")
    options = parser.parse_args()
    for qgis in qgis_folders():
        path = qgis / "profiles" / (options.profile or default_profile(qgis)) / "python" / "plugins" / PLUGIN
        print(remove(path) if options.remove else add(path))
