# SPDX-License-Identifier: GPL-2.0-or-later
"""The button “Map page …” makes a page of the result and opens it; for a series it opens the report, filled in."""

import pytest
from dock_view import RUN_MS, opened_dock
from layers import box, box_km2, layer
from qgis.core import QgsLayoutItemLabel, QgsLayoutItemMap
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt.QtCore import QEventLoop
from qgis.PyQt.QtWidgets import QApplication, QDialog, QStackedWidget, QTabWidget, QToolButton

pytestmark = pytest.mark.usefixtures("frontline", "in_english")
GAINED = f"{box_km2(37, 48, 37.1, 49):.0f} km²"


@pytest.fixture
def opened(qgis_iface, no_layer_tree, monkeypatch):
    """The layouts that QGIS was asked to open."""
    found, holder, model = [], QTabWidget(), QgsBrowserGuiModel()
    monkeypatch.setattr(qgis_iface, "openLayoutDesigner", found.append, raising=False)
    monkeypatch.setattr(qgis_iface, "mainWindow", lambda: holder.findChild(QStackedWidget))
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: model, raising=False)
    yield found
    for dialog in dialogs():
        dialog.close()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


@pytest.fixture
def dock(qgis_iface, opened, project, qtbot):
    with opened_dock(qgis_iface, qtbot) as view:
        yield view


@pytest.fixture
def measured(dock, project, qtbot):
    project.addMapLayers([layer("front_20250602", box(36, 48, 37, 49)), layer("front_20250702", box(36, 48, 37.1, 49))])
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled() and not dock.contents.finder.is_searching, timeout=RUN_MS)
    dock.measure(qtbot)
    return dock


def dialogs():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def texts(layout):
    return {item.id(): item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)}


def test_one_press_makes_a_page_and_opens_it(measured, opened, project):
    assert measured.results.page_button.text() == "Map page …"
    measured.results.page_button.click()
    (layout,) = opened
    assert layout in project.layoutManager().layouts()
    assert texts(layout)["title"] == f"The side gained {GAINED} and lost none"
    (main,) = (one for one in layout.items() if isinstance(one, QgsLayoutItemMap) and one.id() == "map")
    assert len(main.layers()) > 5
    assert measured.problem.isHidden()


def test_the_menu_has_the_other_formats(measured, opened):
    measured.results.page_actions["square"].trigger()
    page = opened[0].pageCollection().page(0).rect()
    assert page.width() == pytest.approx(page.height())
    assert measured.results.page_button.popupMode() == QToolButton.ToolButtonPopupMode.MenuButtonPopup


def test_a_dark_map_gets_a_dark_page(measured, opened):
    measured.results.style_button.choose("dark map")
    measured.results.page_button.click()
    title = opened[0].itemById("title")
    colour = title.textFormat().color() if hasattr(title, "textFormat") else title.fontColor()
    assert colour.lightness() > 200


def test_everything_can_be_chosen_in_the_dialog(measured, opened, qtbot):
    measured.results.page_actions[""].trigger()
    qtbot.waitUntil(lambda: bool(dialogs()), timeout=RUN_MS)
    (dialog,) = dialogs()
    assert "Map page" in dialog.windowTitle()
    assert opened == []


def test_a_page_that_fails_says_why(measured, opened, project):
    project.removeMapLayer(measured.presenter.results.result.layer_ids["CHANGE"])
    measured.results.page_button.click()
    assert "CHANGE" in measured.problem.text()
    assert opened == []


def test_a_series_opens_the_report_filled_in(dock, opened, project, qtbot):
    for day, east in (("2025-05-01", 36.9), ("2025-06-01", 37.0), ("2025-07-01", 37.1)):
        project.addMapLayer(layer(f"front_{day}", box(36, 48, east, 49)))
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled() and not dock.contents.finder.is_searching, timeout=RUN_MS)
    dock.presenter.setup.preset_chosen("whole", None)
    dock.choose_mode("series", "month")
    dock.measure(qtbot)
    assert dock.results.page_button.text() == "Report …"
    dock.results.page_button.click()
    qtbot.waitUntil(lambda: bool(dialogs()), timeout=RUN_MS)
    (dialog,) = dialogs()
    assert "Report" in dialog.windowTitle()
    assert dialog.createProcessingParameters()["PERIOD"] in ("month", 3, "3")
    assert opened == []
