# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin comes and goes as QGIS lets it: what it set up is gone after unloading, also in mid-run."""

import gc

import pytest
from frontline_change.plugin import FrontlineChangePlugin
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsRubberBand
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
        "providers": [p.id() for p in QgsApplication.processingRegistry().providers() if p.id() == "frontline"],
        "bands": [item for item in scene.items() if isinstance(item, QgsRubberBand)],
        "tasks": QgsApplication.taskManager().countActiveTasks(),
        "listeners": listeners(),
    }


def listeners():
    project = QgsProject.instance()
    return [project.receivers(signal) for signal in (project.layersAdded, project.layersRemoved, project.cleared)]


def add_maps():
    for name, east in (("front_20250602", 37.0), ("front_20250702", 37.1)):
        layer = QgsVectorLayer("Polygon?crs=EPSG:4326", name, "memory")
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON((36 48,{east} 48,{east} 49,36 49,36 48))"))
        layer.dataProvider().addFeatures([feature])
        QgsProject.instance().addMapLayer(layer)


def test_loading_alone_adds_no_dock(iface):
    plugin = FrontlineChangePlugin(iface)
    plugin.initGui()
    assert iface.mainWindow().findChildren(QgsDockWidget) == []
    plugin.unload()


def test_the_action_shows_and_hides_the_dock(iface):
    plugin = FrontlineChangePlugin(iface)
    plugin.initGui()
    (action,) = iface.toolbar.actions()
    action.setChecked(True)
    (dock,) = iface.mainWindow().findChildren(QgsDockWidget)
    assert dock.isVisible()
    dock.close()
    assert not action.isChecked()
    action.setChecked(True)
    assert dock.isVisible()
    assert iface.mainWindow().dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea
    plugin.unload()


def test_unloading_and_loading_again_leaves_nothing_behind(iface, qtbot):
    before = leftovers(iface)
    for _ in range(3):
        plugin = FrontlineChangePlugin(iface)
        plugin.initGui()
        iface.toolbar.actions()[0].setChecked(True)
        qtbot.waitUntil(lambda plugin=plugin: bool(plugin.dock.plan.text()))
        plugin.unload()
        del plugin
    assert leftovers(iface) == before


def test_unloading_in_mid_run_leaves_nothing_behind(iface, qtbot):
    before = leftovers(iface)
    plugin = FrontlineChangePlugin(iface)
    plugin.initGui()
    iface.toolbar.actions()[0].setChecked(True)
    add_maps()
    dock = plugin.dock
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled(), timeout=5000)
    dock.measure_button.click()
    assert dock._runner.is_running
    plugin.unload()
    del plugin
    qtbot.wait(300)
    layers = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert sorted(layers) == ["front_20250602", "front_20250702"]
    assert sip.isdeleted(dock)
    assert leftovers(iface) == before
