# SPDX-License-Identifier: GPL-2.0-or-later
"""The side in the dock: named and coloured once per project, in headline, legend and layers; neutral until then."""

import json

import pytest
from dock_view import opened_dock
from frontline_change.styles import palette
from frontline_change.ui.layer_group import OUTPUT_PROPERTY
from layers import box, layer, pair
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

pytestmark = pytest.mark.usefixtures("frontline", "in_english")


@pytest.fixture
def maps(dock, project, qtbot):
    project.addMapLayers(list(pair(box(36, 48, 37, 49), box(36, 48, 37.1, 49)).values()))
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)


def result(project, output):
    """The latest layer of an output."""
    found = [one for one in project.mapLayers().values() if one.customProperty(OUTPUT_PROPERTY) == output]
    return found[-1]


def fill(gained):
    category = gained.renderer().categories()[0]
    symbol = category.symbol().clone()
    return symbol.symbolLayer(1).fillColor().name()


def legend(gained):
    return gained.renderer().categories()[0].label()


def name_it(dock, qtbot, name="Russian forces"):
    dock.setup.side.line.setFocus()
    qtbot.keyClicks(dock.setup.side.line, name)


def test_until_it_is_named_it_is_the_side(dock, maps, project, qtbot):
    assert dock.setup.side.line.placeholderText() == "the side"
    dock.measure(qtbot)
    assert " the side gained " in dock.headline.text()
    assert legend(result(project, "GAINED")) == "Gained"
    assert fill(result(project, "GAINED")) == palette.GAINED


def test_name_and_colour_are_in_headline_legend_and_layer(dock, maps, project, qtbot):
    name_it(dock, qtbot)
    dock.setup.side.colour.setColor(QColor("#1a9850"))
    dock.measure(qtbot)
    assert dock.headline.text().startswith("From 2 June 2025 to 2 July 2025 Russian forces gained ")
    gained = result(project, "GAINED")
    assert legend(gained) == "Gained by Russian forces"
    assert fill(gained) == "#1a9850"
    edge = dock.cards.grab().toImage().pixelColor(1, 20)  # of the card “Gained”
    assert edge.green() > max(edge.red(), edge.blue())
    card = json.loads(gained.metadata().history()[0])
    assert (card["side_name"], card["side_colour"]) == ("Russian forces", "#1a9850")


@pytest.mark.parametrize("mode", [("series", "month"), ("capture",)])
def test_every_mode_knows_the_side(dock, project, qtbot, mode):
    shapes = [box(36, 48, east, 49) for east in (37, 37.1, 37.3)]
    days = ("2025-03-01", "2025-04-01", "2025-05-01")
    project.addMapLayer(layer("archive", *shapes, fields="date:string", rows=[(day,) for day in days]))
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled() and len(dock.maps.found) == 3, timeout=60_000)
    dock.presenter.setup.preset_chosen("whole", None)
    name_it(dock, qtbot)
    dock.choose_mode(*mode)
    dock.measure(qtbot)
    assert "Russian forces" in dock.headline.text()


def test_it_is_kept_with_the_project_and_not_taken_into_another(project, qgis_iface, qtbot, tmp_path):
    path = str(tmp_path / "project.qgz")
    with opened_dock(qgis_iface, qtbot) as dock:
        name_it(dock, qtbot)
        dock.setup.side.colour.setColor(QColor("#1a9850"))
        assert project.write(path)
        project.clear()
        assert (dock.setup.setup().side_name, dock.setup.setup().side_colour) == ("", "")
        assert project.read(path)
        assert (dock.setup.setup().side_name, dock.setup.setup().side_colour) == ("Russian forces", "#1a9850")
    with opened_dock(qgis_iface, qtbot) as dock:
        assert dock.setup.side.line.text() == "Russian forces"
        assert dock.setup.side.colour.color().name() == "#1a9850"


def test_the_colour_can_be_taken_back(dock, maps, project, qtbot):
    dock.setup.side.colour.setColor(QColor("#1a9850"))
    dock.setup.side.colour.setToNull()
    assert dock.setup.setup().side_colour == ""
    dock.measure(qtbot)
    assert fill(result(project, "GAINED")) == palette.GAINED


def test_it_is_reached_by_keyboard(dock, maps, qtbot):
    dock.dock.activateWindow()
    assert dock.setup.side.label.buddy() is dock.setup.side.line
    order = dock.setup.tab_order()
    assert order.index(dock.setup.side.colour) == order.index(dock.setup.side.line) + 1
    for widget in (dock.setup.side.line, dock.setup.side.colour):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert widget.accessibleName()
