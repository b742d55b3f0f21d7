# SPDX-License-Identifier: GPL-2.0-or-later
"""Name, version and links of the plugin, read once from metadata.txt."""

from __future__ import annotations

import configparser
from pathlib import Path

_parser = configparser.ConfigParser(interpolation=None)
_parser.read(Path(__file__).resolve().parents[1] / "metadata.txt", encoding="utf-8")

NAME = _parser["general"]["name"]
VERSION = _parser["general"]["version"]
HOMEPAGE = _parser["general"]["homepage"]
