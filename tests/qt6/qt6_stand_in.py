# SPDX-License-Identifier: GPL-2.0-or-later
"""A plugin of pytest that chooses the tests which run on Qt 6 without QGIS: `make test-qt6`.

The files are those of tests/qgis. One is chosen by what it imports: of `qgis.core` and `qgis.gui` only what the
stand-in defines, itself and the helpers that it imports. In a chosen file a test that asks for a fixture of QGIS is
left out.
"""

import ast
import functools
from pathlib import Path

import pytest
from qgis import core, gui
from qgis.PyQt.QtCore import QLocale

TESTS = Path(__file__).resolve().parents[1]
OWN = {"qgis.core": core.OWN, "qgis.gui": gui.OWN}
NOT_HERE = ("osgeo", "processing", "pytest_qgis", "matplotlib")


def pytest_configure():
    """As QGIS does in the usual language of a machine."""
    QLocale.setDefault(QLocale("en_US"))


def pytest_ignore_collect(collection_path, config):
    """Leave out files that need QGIS."""
    path = Path(collection_path)
    if path.suffix == ".py" and path.name.startswith("test_") and needs_qgis(path):
        return True
    return None


def pytest_collection_modifyitems(config, items):
    """Leave out tests that need QGIS through a fixture, or in a process of their own."""
    needing = [item for item in items if _needs_real_qgis(item)]
    config.hook.pytest_deselected(items=needing)
    items[:] = [item for item in items if item not in set(needing)]


def _needs_real_qgis(item) -> bool:
    return item.get_closest_marker("child_qgis") is not None or any(map(_is_of_qgis, item.fixturenames))


def _is_of_qgis(fixture: str) -> bool:
    return fixture.startswith("qgis_") and fixture != "qgis_app"


@functools.cache
def needs_qgis(path: Path) -> bool:
    """Return whether a file, or one of the helpers that it imports, needs more of QGIS than the stand-in has."""
    return any(_is_missing(module, name) for module, name in imports(path))


def imports(path: Path):
    """Yield (module, name) of what a file imports from other modules; an empty name for the module itself."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def _is_missing(module: str, name: str) -> bool:
    if module in OWN:
        return name not in OWN[module]
    if module == "qgis":
        return name not in ("PyQt",)
    helper = TESTS / "support" / f"{module}.py"
    if helper.is_file():
        return needs_qgis(helper)
    return module.split(".")[0] in NOT_HERE


@pytest.fixture(scope="session")
def qapp_cls():
    """The application, with the methods of QGIS's."""
    return core.QgsApplication


@pytest.fixture(autouse=True)
def qgis_app(qapp):
    """The application. As in QGIS, there is one before any test begins."""
    return qapp
