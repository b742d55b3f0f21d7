# SPDX-License-Identifier: GPL-2.0-or-later
"""Registers the checkout as the package `frontline_change` and keeps it off sys.path.

There its `processing/` would hide the one of QGIS.
"""

import contextlib
import gc
import importlib.util
import os
import sys
import tempfile
import traceback
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "frontline_change"
SHARED_DATA = ROOT.parent / "shared" / "data"
ENDED = pytest.StashKey[int]()

sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]

# A busy machine is no reason to fail: properties are about numbers, not about time. The same examples on every run.
settings.register_profile(
    "fixed",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("quick", settings.get_profile("fixed"), max_examples=20)  # a fifth of them: make test-fast
settings.load_profile("fixed")

if PLUGIN not in sys.modules:
    spec = importlib.util.spec_from_file_location(PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    package = importlib.util.module_from_spec(spec)
    sys.modules[PLUGIN] = package
    spec.loader.exec_module(package)


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    """Put QGIS and Qt out of reach where pytest runs without its QGIS plugin, as `make test-unit` does.

    Where they are, give QGIS settings of this run alone: two runs at once would change each other's.
    """
    if not any(map(config.pluginmanager.has_plugin, ("pytest_qgis", "qt6_stand_in"))):
        for name in ("qgis", "PyQt5", "PyQt6"):
            sys.modules[name] = None
        return
    from qgis.PyQt.QtCore import QSettings

    if not hasattr(config, "workerinput"):
        config.add_cleanup(lambda: leave_at_once(config))  # the first to be added is the last to be called
    folder = tempfile.TemporaryDirectory(prefix="frontline-settings-")
    config.add_cleanup(folder.cleanup)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder.name)


def pytest_sessionfinish(session, exitstatus):
    """Keep how the tests ended for `leave_at_once`."""
    session.config.stash[ENDED] = int(exitstatus)


def leave_at_once(config):
    """End the process without tearing Python down: with thousands of dead Qt objects that crashed now and then.

    QGIS itself has been closed before, and the tests of the desktop see that it ends in order with the plugin.
    """
    if ENDED in config.stash:
        config.get_terminal_writer().flush()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[ENDED])


def pytest_collection_modifyitems(items):
    """Skip what needs the real maps where they are not at hand."""
    if SHARED_DATA.is_dir():
        return
    skip = pytest.mark.skip(reason="the real maps (../shared/data) are not on this machine")
    for item in items:
        if "shared_data" in item.keywords:
            item.add_marker(skip)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(nextitem):
    """After the last test, and before QGIS is shut down, let go of what errors still hold.

    QGIS never frees an error raised in an algorithm, nor the frames it came through, nor the layers in those. A layer
    of a file that outlives QGIS crashes the interpreter at its exit.
    """
    if nextitem is None:
        for error in [thing for thing in gc.get_objects() if isinstance(thing, BaseException)]:
            traceback.clear_frames(error.__traceback__)
            frame = error.__traceback__ and error.__traceback__.tb_frame
            while frame:
                with contextlib.suppress(RuntimeError):  # it is still running
                    frame.clear()
                frame = frame.f_back
        gc.collect()


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The sample data, freshly generated."""
    from frontline_change.sample import generate

    return generate(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of the real maps; tests that use it carry the marker `shared_data`."""
    return SHARED_DATA
