# SPDX-License-Identifier: GPL-2.0-or-later
"""Registers the checkout as the package `frontline_change` when it is imported; pytest does so by itself."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = "frontline_change"

if PLUGIN not in sys.modules:
    spec = importlib.util.spec_from_file_location(PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    package = importlib.util.module_from_spec(spec)
    sys.modules[PLUGIN] = package
    spec.loader.exec_module(package)
