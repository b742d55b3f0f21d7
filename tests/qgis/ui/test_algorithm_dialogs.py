# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing dialogs that the dock opens: their Run button runs, and they go when they are closed."""

import gc
import weakref

import pytest
from dock_view import RUN_MS, opened_dock
from layers import box, layer
from qgis.core import QgsApplication
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog, QDialogButtonBox, QStackedWidget, QTabWidget

pytestmark = pytest.mark.usefixtures("frontline", "in_english")


@pytest.fixture
def iface(qgis_iface, no_layer_tree, monkeypatch):
    """QGIS's interface whose main window was made outside Python, as the real one, so that Python keeps no part of it.

    Dialogs belong to it; here a widget inside one of Qt's takes its part.
    """
    holder, model = QTabWidget(), QgsBrowserGuiModel()
    monkeypatch.setattr(qgis_iface, "mainWindow", lambda: holder.findChild(QStackedWidget))
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: model, raising=False)
    yield qgis_iface
    close_dialogs()


@pytest.fixture
def dock(iface, project, qtbot):
    with opened_dock(iface, qtbot) as view:
        yield view


@pytest.fixture
def maps(dock, project, qtbot):
    found = layer("front_20250602", box(36, 48, 37, 49)), layer("front_20250702", box(36, 48, 37.1, 49))
    project.addMapLayers(found)
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled() and not dock.contents.finder.is_searching, timeout=60_000)
    return found


def dialogs():
    """The dialogs that a person sees; garbage is collected first, as happens at any time."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def close_dialogs():
    for dialog in dialogs():
        dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(dialog, button):
    """Press a button of the dialog that is about its run."""
    buttons = {one.text(): one for box in dialog.findChildren(QDialogButtonBox) for one in box.buttons()}
    assert buttons[button].isEnabled()
    QTest.mouseClick(buttons[button], Qt.MouseButton.LeftButton)


def run(dialog, project, qtbot):
    """Press Run and return the names of the layers that come."""
    before = set(project.mapLayers())
    press(dialog, "Run")
    qtbot.waitUntil(lambda: set(project.mapLayers()) > before, timeout=RUN_MS)
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=RUN_MS)
    return sorted(project.mapLayer(one).name() for one in set(project.mapLayers()) - before)


def test_run_of_a_dialog_from_the_history_measures_again(dock, maps, project, qtbot):
    dock.measure(qtbot)
    dock.results.history.open_dialog.trigger()
    (dialog,) = dialogs()
    names = run(dialog, project, qtbot)
    assert "Change per sector 2025-06-02 – 2025-07-02" in names
    change = project.mapLayersByName("Change per sector 2025-06-02 – 2025-07-02")[0]
    (row,) = change.getFeatures()
    assert row["gained_km2"] == pytest.approx(dock.table_rows[0]["gained_km2"])


def test_run_of_the_dialog_for_sectors_along_the_front_makes_sectors(dock, maps, project, qtbot):
    land = layer("land", box(35, 47, 39, 50))
    project.addMapLayer(land)
    front = next(action for action in dock.setup.sectors.make.menu().actions() if action.data() == "front")
    front.trigger()
    (dialog,) = dialogs()
    theatre = dialog.mainWidget().wrappers["THEATRE"].wrappedWidget().findChild(QComboBox)
    theatre.setCurrentIndex(theatre.findText("land", Qt.MatchFlag.MatchStartsWith))
    (name,) = run(dialog, project, qtbot)
    (sectors,) = project.mapLayersByName(name)
    assert sectors.featureCount() > 1
    assert sectors.fields().names()[0] == "sector"


def test_two_dialogs_at_once_both_run(dock, maps, project, qtbot):
    dock.measure(qtbot)
    for _ in range(2):
        dock.results.history.open_dialog.trigger()
    for dialog in dialogs():
        assert run(dialog, project, qtbot)


@pytest.mark.parametrize("way", ["close", "reject"])
def test_a_dialog_that_is_closed_is_kept_no_longer(dock, maps, qtbot, way):
    dock.measure(qtbot)
    dock.results.history.open_dialog.trigger()
    (dialog,) = dialogs()
    kept = weakref.ref(dialog)
    getattr(dialog, way)()
    del dialog
    qtbot.waitUntil(lambda: dialogs() == [] and kept() is None, timeout=60_000)


def test_a_dialog_closed_in_mid_run_ends_its_run_and_goes(dock, maps, project, qtbot):
    dock.measure(qtbot)
    dock.results.history.open_dialog.trigger()
    (dialog,) = dialogs()
    kept, before = weakref.ref(dialog), set(project.mapLayers())
    press(dialog, "Run")
    dialog.close()
    del dialog
    qtbot.waitUntil(lambda: set(project.mapLayers()) > before, timeout=RUN_MS)
    qtbot.waitUntil(lambda: dialogs() == [] and kept() is None, timeout=60_000)


@pytest.mark.parametrize("runs", [False, True])
def test_the_dialogs_go_with_the_dock(dock, maps, project, qtbot, runs):
    dock.measure(qtbot)
    dock.results.history.open_dialog.trigger()
    (dialog,) = dialogs()
    kept, before = weakref.ref(dialog), set(project.mapLayers())
    if runs:
        press(dialog, "Run")
    del dialog
    dock.dock.shut_down()
    assert dialogs() == []
    qtbot.waitUntil(lambda: dialogs() == [] and kept() is None, timeout=60_000)
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=RUN_MS)
    assert set(project.mapLayers()) == before
