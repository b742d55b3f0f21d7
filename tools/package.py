# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the installable zip: the plugin's tracked files in their current state, under `frontline_change`."""

from __future__ import annotations

import argparse
import configparser
import subprocess
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "frontline_change"

# Files for users. All others (tests, tools, benchmarks, examples, docs, README.md with its pictures, packaging, dot
# files) are for developers.
SHIPPED = (
    "__init__.py",
    "plugin.py",
    "formatting.py",
    "metadata.txt",
    "resources.qrc",
    "LICENSE",
    "CHANGELOG.md",
    "core",
    "processing",
    "ui",
    "styles",
    "layouts",
    "sample",
    "models",
    "icons",
    "i18n",
)


def version() -> str:
    """Return the plugin's version from metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def _git(*arguments: str) -> str:
    """Return what git prints about this checkout."""
    return subprocess.run(["git", "-C", ROOT, *arguments], check=True, capture_output=True, text=True).stdout


def tracked_files() -> list[str]:
    """Return the files that git tracks, as paths relative to the root."""
    return [name for name in _git("ls-files", "-z").split("\0") if name]


def shipped_files() -> list[str]:
    """Return the tracked files that belong in the zip, sorted."""
    return sorted(name for name in tracked_files() if name.split("/")[0] in SHIPPED and not _is_a_source(name))


def _is_a_source(name: str) -> bool:
    """Whether translators alone need a file: QGIS reads the compiled translations."""
    return name.startswith("i18n/") and not name.endswith(".qm")


def build(folder: Path) -> Path:
    """Write `frontline_change-<version>.zip` into `folder`, return its path. Same files, same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{PLUGIN}-{version()}.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for name in shipped_files():
            member = zipfile.ZipInfo(f"{PLUGIN}/{name}", date_time=(2020, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o100644 << 16
            archive.writestr(member, (ROOT / name).read_bytes())
    return target


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "build", help="where the zip goes")
    print(build(parser.parse_args().folder))
