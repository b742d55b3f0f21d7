# SPDX-License-Identifier: GPL-2.0-or-later
"""Registers the checkout as the package `frontline_change` and keeps it off sys.path.

There its `processing/` would hide the one of QGIS.
"""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "frontline_change"
SHARED_DATA = ROOT.parent / "shared" / "data"

sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]

if PLUGIN not in sys.modules:
    spec = importlib.util.spec_from_file_location(PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    package = importlib.util.module_from_spec(spec)
    sys.modules[PLUGIN] = package
    spec.loader.exec_module(package)


def pytest_configure(config):
    """Put QGIS and Qt out of reach where pytest runs without its QGIS plugin, as `make test-unit` does."""
    if not config.pluginmanager.has_plugin("pytest_qgis"):
        for name in ("qgis", "PyQt5", "PyQt6"):
            sys.modules[name] = None


def pytest_collection_modifyitems(items):
    """Skip what needs the real maps where they are not at hand."""
    if SHARED_DATA.is_dir():
        return
    skip = pytest.mark.skip(reason="the real maps (../shared/data) are not on this machine")
    for item in items:
        if "shared_data" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of the real maps; tests that use it carry the marker `shared_data`."""
    return SHARED_DATA
