# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin comes and goes as QGIS lets it: what it set up is gone after unloading, also in mid-run."""

import gc
from contextlib import contextmanager

import pytest
from frontline_change.plugin import FrontlineChangePlugin
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMessageBar, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QAction, QMainWindow


class Iface:
    """As much of QGIS's interface as a plugin needs, with a real window, canvas and menu."""

    def __init__(self, canvas):
        self._window, self._canvas = QMainWindow(), canvas
        self._window.setObjectName("QgisApp")
        self.toolbar = self._window.addToolBar("plugins")
        self.menu = self._window.menuBar().addMenu("Vector")
        self._messages = QgsMessageBar(self._window)

    def messageBar(self):
        return self._messages

    def mainWindow(self):
        return self._window

    def mapCanvas(self):
        return self._canvas

    def addDockWidget(self, area, dock):
        self._window.addDockWidget(area, dock)
        dock.show()

    def removeDockWidget(self, dock):
        self._window.removeDockWidget(dock)

    def addToolBarIcon(self, action):
        self.toolbar.addAction(action)

    def removeToolBarIcon(self, action):
        self.toolbar.removeAction(action)

    def addPluginToVectorMenu(self, name, action):
        self.menu.addAction(action)

    def removePluginVectorMenu(self, name, action):
        self.menu.removeAction(action)


@pytest.fixture
def iface(qgis_canvas, qgis_processing, qgis_new_project):
    iface = Iface(qgis_canvas)
    iface.mainWindow().show()
    yield iface
    iface.mainWindow().close()
    sip.delete(iface.mainWindow())


def leftovers(iface):
    """Return everything of ours that is still about."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window, scene = iface.mainWindow(), iface.mapCanvas().scene()
    return {
        "docks": [dock.objectName() for dock in window.findChildren(QgsDockWidget)],
        "actions": [action.text() for action in window.findChildren(QAction) if "Frontline" in action.text()],
        "toolbar": [action.text() for action in iface.toolbar.actions()],
        "menu": [action.text() for action in iface.menu.actions()],
        "messages": [item.text() for item in iface.messageBar().items()],
        "providers": [p.id() for p in QgsApplication.processingRegistry().providers() if p.id() == "frontline"],
        "bands": [item for item in scene.items() if isinstance(item, QgsRubberBand)],
        "tasks": QgsApplication.taskManager().countActiveTasks(),
        "listeners": listeners(),
    }


def listeners():
    project = QgsProject.instance()
    return [
        project.receivers(signal)
        for signal in (project.layersAdded, project.layersRemoved, project.cleared, project.readProject)
    ]


def add_maps():
    for name, east in (("front_20250602", 37.0), ("front_20250702", 37.1)):
        layer = QgsVectorLayer("Polygon?crs=EPSG:4326", name, "memory")
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON((36 48,{east} 48,{east} 49,36 49,36 48))"))
        layer.dataProvider().addFeatures([feature])
        QgsProject.instance().addMapLayer(layer)


@contextmanager
def loaded(iface):
    """The plugin, loaded and in the end unloaded."""
    plugin = FrontlineChangePlugin(iface)
    plugin.initGui()
    yield plugin
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_dock(iface, plugin, qtbot):
    iface.toolbar.actions()[0].setChecked(True)
    qtbot.waitUntil(
        lambda: plugin.dock.contents is not None and bool(plugin.dock.contents.setup_pane.bar.plan.text()),
        timeout=60_000,
    )
    return plugin.dock.contents


def test_loading_alone_builds_nothing_and_shows_nothing(iface, qtbot):
    with loaded(iface) as plugin:
        (dock,) = iface.mainWindow().findChildren(QgsDockWidget)
        qtbot.wait(50)
        assert not dock.isVisible()
        assert plugin.dock.contents is None
        assert not iface.toolbar.actions()[0].isChecked()


def test_the_dock_comes_back_where_a_person_had_it_open(iface, qtbot):
    window = iface.mainWindow()
    with loaded(iface) as plugin:
        open_dock(iface, plugin, qtbot)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, plugin.dock)
        state = window.saveState()
    with loaded(iface) as plugin:  # QGIS restores its window once the plugins are loaded
        window.restoreState(state)
        qtbot.waitUntil(lambda: plugin.dock.contents is not None, timeout=60_000)
        assert plugin.dock.isVisible()
        assert window.dockWidgetArea(plugin.dock) == Qt.DockWidgetArea.LeftDockWidgetArea
        assert iface.toolbar.actions()[0].isChecked()


def test_a_dock_that_was_closed_stays_closed(iface, qtbot):
    window = iface.mainWindow()
    with loaded(iface):
        state = window.saveState()
    with loaded(iface) as plugin:
        window.restoreState(state)
        qtbot.wait(50)
        assert not plugin.dock.isVisible()
        assert plugin.dock.contents is None


def test_the_action_shows_and_hides_the_dock(iface, qtbot):
    with loaded(iface) as plugin:
        (action,) = iface.toolbar.actions()
        open_dock(iface, plugin, qtbot)
        dock = plugin.dock
        assert dock.isVisible()
        dock.close()
        assert not action.isChecked()
        action.setChecked(True)
        assert dock.isVisible()
        assert iface.mainWindow().dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea


def test_unloading_and_loading_again_leaves_nothing_behind(iface, qtbot):
    before = leftovers(iface)
    for _ in range(3):
        with loaded(iface) as plugin:
            open_dock(iface, plugin, qtbot)
        del plugin
    qtbot.waitUntil(lambda: leftovers(iface) == before, timeout=60_000)  # tasks end by themselves


def test_unloading_in_mid_run_leaves_nothing_behind(iface, qtbot):
    before = leftovers(iface)
    with loaded(iface) as plugin:
        add_maps()
        contents = open_dock(iface, plugin, qtbot)
        button = contents.setup_pane.bar.measure_button
        qtbot.waitUntil(button.isEnabled, timeout=60_000)
        button.click()
        assert contents.runner.is_running
    dock = plugin.dock
    del plugin
    qtbot.wait(300)
    layers = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert sorted(layers) == ["front_20250602", "front_20250702"]
    assert dock is None
    assert sip.isdeleted(contents)
    assert leftovers(iface) == before


def test_unloading_with_a_result_on_the_map_leaves_nothing_behind(iface, qtbot):
    before = leftovers(iface)
    with loaded(iface) as plugin:
        add_maps()
        contents = open_dock(iface, plugin, qtbot)
        button = contents.setup_pane.bar.measure_button
        qtbot.waitUntil(button.isEnabled, timeout=60_000)
        with qtbot.waitSignal(contents.presenter.results.shown, timeout=60_000):
            button.click()
        table = contents.results_pane.table
        table.clicked.emit(table.model().index(0, 0))
        change = QgsProject.instance().mapLayer(contents.presenter.results.result.layer_ids["CHANGE"])
        listening = change.receivers(change.selectionChanged)
    qtbot.waitUntil(lambda: leftovers(iface) == before, timeout=60_000)  # flashing ends by itself
    assert change.receivers(change.selectionChanged) < listening


def test_unloading_while_maps_are_looked_for_leaves_nothing_behind(iface, qtbot, tmp_path):
    before = leftovers(iface)
    with loaded(iface) as plugin:
        contents = open_dock(iface, plugin, qtbot)
        add_maps()
        contents.finder.refresh(QgsProject.instance().mapLayers().values())
        contents.map_import.sample.make(tmp_path)
    qtbot.wait(100)  # tasks begin in the next turn of the event loop
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=60_000)
    qtbot.wait(100)
    assert leftovers(iface) == before
