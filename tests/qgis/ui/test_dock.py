# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock with its widgets, and with the real algorithm in a real task."""

import gc
import threading

import pytest
from frontline_change.processing.parameters.maps import CLASS_VALUES
from frontline_change.styles import base_map
from frontline_change.ui.dock import FrontlineDock
from frontline_change.ui.layer_group import OUTPUT_PROPERTY
from frontline_change.ui.setup import found_maps
from frontline_change.ui.setup.choices import AFTER, BEFORE, MAPS, SECTORS
from frontline_change.ui.setup.options import OF_LAYERS, OF_OTHER_OUTPUTS
from heartbeat import Stopwatch
from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMainWindow, QScrollArea, QWidget

RUN_MS = 30_000


def polygons(name, *wkts, names=()):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", name, "memory")
    features = []
    for number, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttribute("name", names[number] if number < len(names) else name)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def box(west, south, east, north):
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


pytestmark = pytest.mark.usefixtures("frontline", "in_english")


@pytest.fixture
def pair(dock, project, qtbot):
    """Two maps a month apart, ten kilometres gained in the north and five lost in the south; two sectors."""
    before = polygons("front_20250602", box(36, 48.6, 37, 49), box(36, 48, 37, 48.4))
    after = polygons("front_20250702", box(36, 48.6, 37.1, 49), box(36, 48, 36.95, 48.4))
    sectors = polygons("regions", box(35, 48.5, 38, 50), box(35, 47, 38, 48.5), names=("North", "South"))
    project.addMapLayers([before, after, sectors])
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled(), timeout=60_000)
    return before, after, sectors


def result_layers(project):
    found = {}
    for layer in project.mapLayers().values():
        if layer.customProperty(OUTPUT_PROPERTY):
            found[layer.customProperty(OUTPUT_PROPERTY)] = layer
    return found


# Choosing


def test_an_empty_project_states_what_to_do(dock):
    assert "Add two dated maps" in dock.plan.text()
    assert not dock.measure_button.isEnabled()
    assert "Nothing measured yet" in dock.empty.text()
    assert dock.empty.isVisible()


def test_layers_that_come_are_found_with_their_dates(dock, pair):
    before, after, sectors = pair
    assert dock.layers[BEFORE].currentLayer() is before
    assert dock.layers[AFTER].currentLayer() is after
    assert dock.layers[SECTORS].currentLayer() is sectors
    assert dock.dates[BEFORE].text() == "2025-06-02"
    assert dock.dates[AFTER].text() == "2025-07-02"
    assert dock.sector_field.currentField() == "name"
    assert dock.sector_field.isVisible()
    assert "2 June 2025 to 2 July 2025 (30 days)" in dock.plan.text()


def test_which_layers_can_be_chosen(dock, project, qtbot):
    """Polygons and lines as maps, polygons as sectors."""
    line = QgsVectorLayer("LineString?crs=EPSG:4326", "line_20250101", "memory")
    point = QgsVectorLayer("Point?crs=EPSG:4326", "point_20250101", "memory")
    project.addMapLayers([line, point, polygons("map_20250101", box(0, 0, 1, 1))])
    qtbot.wait(300)
    offered = {role: [combo.itemText(n) for n in range(combo.count())][1:] for role, combo in dock.layers.items()}
    maps = ["line_20250101", "map_20250101"]
    assert offered == {BEFORE: maps, AFTER: maps, SECTORS: ["map_20250101"]}


def test_a_person_corrects_a_date_and_takes_it_back(dock, pair):
    dock.dates[BEFORE].setText("2025-06-01 20:00")
    assert dock.state(BEFORE) == "set by you"
    assert "1 June 2025, 20:00 UTC" in dock.plan.text()
    assert dock.resets[BEFORE].isVisible()
    dock.resets[BEFORE].click()
    assert dock.state(BEFORE) == "found"
    assert not dock.resets[BEFORE].isVisible()


def test_a_date_can_be_cleared(dock, pair):
    dock.dates[BEFORE].clear()
    assert "No date was found" in dock.plan.text()
    assert not dock.measure_button.isEnabled()


def test_swap_exchanges_the_maps(dock, pair):
    dock.swap_button.click()
    assert dock.layers[BEFORE].currentLayer() is pair[1]
    assert "Swap" in dock.plan.text()
    dock.swap_button.click()
    assert dock.measure_button.isEnabled()


def test_removing_a_chosen_layer_is_noticed(dock, pair, project, qtbot):
    project.removeMapLayer(pair[0].id())
    qtbot.waitUntil(lambda: not dock.measure_button.isEnabled(), timeout=60_000)
    assert dock.layers[AFTER].currentLayer() is pair[1]


# The algorithm's own options


def test_every_optional_parameter_can_be_set_in_the_dock(dock):
    algorithm = QgsApplication.processingRegistry().algorithmById("frontline:sectorchange")
    wanted = {definition.name() for definition in algorithm.parameterDefinitions() if not definition.isDestination()}
    settable = {*dock.layers, *dock.options.widgets, "SECTOR_FIELD", *(f"{role}_DATE" for role in MAPS), *CLASS_VALUES}
    assert settable | {"SIDE_NAME", "SIDE_COLOUR"} == wanted - OF_LAYERS - OF_OTHER_OUTPUTS


def test_labels_help_and_defaults_are_the_algorithms(dock):
    algorithm = QgsApplication.processingRegistry().algorithmById("frontline:sectorchange")
    for name, widget in dock.options.widgets.items():
        definition = algorithm.parameterDefinition(name)
        assert widget.accessibleName() == definition.description()
        assert widget.toolTip() == definition.help()
        assert dock.options.labels[name].text() == definition.description()
    assert dock.options.widgets["POSITION_ERROR"].value() == 500
    assert dock.options.widgets["CLASSES"].checkedItems() == ["held"]
    assert dock.options.widgets["SOURCE"].currentText() == "Automatic"
    assert dock.options.values() == {}


def test_options_are_folded_away_until_asked_for(dock):
    assert not dock.options.isVisible()
    dock.more_button.click()
    assert dock.options.isVisible()


def test_options_that_are_set_are_passed_and_written_into_the_plan(dock, pair):
    dock.options.widgets["POSITION_ERROR"].setValue(300)
    dock.options.widgets["CLASSES"].setCheckedItems(["held", "contested"])
    dock.options.widgets["THEATRE"].setLayer(pair[2])
    assert dock.options.values() == {
        "POSITION_ERROR": 300,
        "CLASSES": ["held", "contested"],
        "THEATRE": pair[2],
    }
    for text in ("Position error of the drawn line (metres): 300", ": held, contested", ": regions"):
        assert text in dock.plan.text()


def test_fields_to_choose_follow_their_layer(dock, pair):
    places = dock.options.widgets["PLACES"]
    field = dock.options.widgets["PLACE_FIELD"]
    places.setLayer(pair[2])
    assert field.layer() is pair[2]


def is_text_painted(box):
    """Whether something is painted where the text of a box is, away from its arrow."""
    picture = box.grab().toImage()
    row = range(picture.height() // 4, 3 * picture.height() // 4)
    dark = [(x, y) for x in range(6, 60) for y in row if picture.pixelColor(x, y).lightness() < 120]
    return len(dark) > 20


def boxes_of_layers(dock):
    return {name: box for name, box in dock.options.widgets.items() if isinstance(box, QgsMapLayerComboBox)}


def test_boxes_in_which_nothing_is_chosen_look_alike_in_all_modes(dock, pair, project, qtbot):
    project.addMapLayer(polygons("front_20250802", box(36, 48.6, 37.2, 49)))
    dock.more_button.setChecked(True)
    for mode in (("pair",), ("series", "month"), ("capture",), ("pair",)):
        dock.choose_mode(*mode)
        shown = [box for box in dock.options.widgets.values() if box.isVisible()]
        qtbot.waitUntil(lambda shown=shown: all(box.height() > 10 for box in shown), timeout=60_000)
        assert {name: one.currentText() for name, one in boxes_of_layers(dock).items()} == dict.fromkeys(
            boxes_of_layers(dock), "None"
        )
        for one in dock.options.widgets.values():
            assert not isinstance(one, QComboBox) or isinstance(one, QgsFieldComboBox) or one.currentText()
            assert not isinstance(one, QgsFieldComboBox) or is_text_painted(one)
        dock.layers[SECTORS].setLayer(None)
        dock.setup.choose_layer(SECTORS, None)
        assert dock.layers[SECTORS].currentText() == "None: as a whole"
    assert "ERROR_PRESET" not in dock.options.values()


def test_a_layer_that_is_chosen_and_removed_leaves_no_blank_box(dock, pair, project, qtbot):
    dock.options.widgets["THEATRE"].setLayer(pair[2])
    project.removeMapLayer(pair[2].id())
    qtbot.wait(50)
    assert dock.options.widgets["THEATRE"].currentText()


def test_what_is_set_comes_back_with_the_mode(dock, pair, project, qtbot):
    dock.options.widgets["POSITION_ERROR"].setValue(300)
    dock.options.widgets["PLACES"].setLayer(pair[2])
    dock.choose_mode("capture")
    assert dock.options.values() == {}, "dates of capture have neither"
    dock.choose_mode("series", "month")
    assert dock.options.values() == {"POSITION_ERROR": 300, "PLACES": pair[2]}
    dock.options.widgets["POSITION_ERROR"].setValue(500)
    dock.choose_mode("capture")
    project.removeMapLayer(pair[2].id())
    dock.choose_mode("pair")
    assert "POSITION_ERROR" not in dock.options.values(), "it was set back to the default"


# Measuring


def test_measuring_gives_headline_method_table_and_layers(dock, pair, project, qtbot):
    dock.measure(qtbot)
    assert "2 June 2025 to 2 July 2025" in dock.headline.text()
    assert "position error of 500 m" in dock.method.text()
    assert dock.shown("sector") == ["all", "North", "South"]
    assert dock.shown("net_km2")[1].startswith("+")
    assert dock.shown("net_km2")[2].startswith("−")
    assert dock.shown("advance_max_km")[2] == "–"
    dock.results.filter.unchanged.setChecked(False)
    assert dock.shown("sector") == ["all", "North", "South", "outside all sectors"]
    assert project.layerTreeRoot().children()[0].name() == "2 Jun – 2 Jul 2025, regions"
    group = project.layerTreeRoot().findGroup("2 Jun – 2 Jul 2025, regions")
    assert [node.layer().customProperty(OUTPUT_PROPERTY) for node in group.findLayers()] == [
        "DEPTH",
        "FRONTS",
        "GAINED",
        "LOST",
        "HELD",
        "CHANGE",
    ]


def test_the_measured_maps_are_hidden_and_the_result_shows_who_holds_what(dock, pair, project, qtbot):
    root = project.layerTreeRoot()
    dock.measure(qtbot)
    assert [root.findLayer(one.id()).isVisible() for one in pair] == [False, False, False]
    held = result_layers(project)["HELD"]
    assert root.findLayer(held.id()).isVisible()
    assert {row["map"] for row in held.getFeatures()} == {"before", "after"}
    shown = [one.value() for one in held.renderer().categories() if one.renderState()]
    assert shown == ["after"]


def test_the_table_shows_what_the_layer_holds(dock, pair, project, qtbot):
    dock.measure(qtbot)
    change = result_layers(project)["CHANGE"]
    values = {feature["sector"]: feature for feature in change.getFeatures()}
    for row in dock.table_rows:
        for column in dock.table.model().columns:
            expected = values[row["sector"]][column.field]
            assert row[column.field] == (None if expected == NULL else expected)


def test_result_layers_are_styled_dated_and_temporal(dock, pair, project, qtbot):
    dock.measure(qtbot)
    for output, layer in result_layers(project).items():
        assert layer.name().endswith("2 Jun – 2 Jul 2025")
        assert layer.renderer().type() != "singleSymbol", output
        assert layer.temporalProperties().isActive(), output
        assert "frontline:sectorchange" in layer.metadata().history()[0]


def test_nothing_of_the_users_is_touched(dock, pair, project, qtbot):
    def state():
        return [
            (
                layer.id(),
                layer.name(),
                layer.styleURI(),
                layer.isEditable(),
                layer.featureCount(),
                layer.customPropertyKeys(),
            )
            for layer in pair
        ]

    before, order = state(), [node.layerId() for node in project.layerTreeRoot().findLayers()]
    crs = project.crs()
    dock.measure(qtbot)
    assert state() == before
    base = {layer.id() for layer in base_map.present(project)}
    found = [node.layerId() for node in project.layerTreeRoot().findLayers() if node.layerId() not in base]
    assert found[-3:] == order
    assert project.crs() == crs
    for role, layer in zip((BEFORE, AFTER, SECTORS), pair):
        assert dock.layers[role].currentLayer() is layer


def test_a_second_run_goes_on_top_and_keeps_the_first(dock, pair, project, qtbot):
    dock.measure(qtbot)
    dock.choose(SECTORS, None)
    assert dock.stale.isVisible()
    dock.measure(qtbot)
    assert not dock.stale.isVisible()
    assert [group.name() for group in project.layerTreeRoot().children()[:2]] == [
        "2 Jun – 2 Jul 2025",
        "2 Jun – 2 Jul 2025, regions",
    ]
    assert dock.shown("sector") == ["all"]


def test_results_are_not_offered_as_maps(dock, pair, project, qtbot):
    dock.measure(qtbot)
    qtbot.wait(300)
    offered = {combo.itemText(n) for combo in dock.layers.values() for n in range(combo.count())}
    assert not any("Gained" in text for text in offered)


def test_a_date_set_by_hand_is_measured_from(dock, pair, qtbot):
    dock.choose(SECTORS, None)
    dock.dates[BEFORE].setText("2025-06-22")
    dock.measure(qtbot)
    assert dock.shown("days") == ["10.0"]


def test_an_error_of_the_algorithm_is_shown_in_full(dock, project, qtbot):
    layers = polygons("a_20250602", box(36, 48, 37, 49)), polygons("b_20250702", box(36, 48, 37.1, 49))
    layers[1].setCrs(QgsCoordinateReferenceSystem())
    project.addMapLayers(layers)
    for role, layer in zip(MAPS, layers):
        dock.choose(role, layer)
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled(), timeout=60_000)
    dock.measure(qtbot, "failed")
    assert "b_20250702" in dock.problem.text()
    assert dock.log_button.isVisible()
    assert not dock.install_button.isVisible()
    assert dock.measure_button.isVisible()
    dock.log_button.click()
    dock.iface.openMessageLog.assert_called()


def test_no_date_is_missed_while_maps_are_looked_for(dock, project, qtbot, monkeypatch):
    """The end of an earlier search once said of layers added meanwhile that they have no date."""
    may_read, read = threading.Event(), found_maps.layer_dates

    def read_later(*arguments):
        may_read.wait(60)
        return read(*arguments)

    monkeypatch.setattr(found_maps, "layer_dates", read_later)
    project.addMapLayer(polygons("front_20250502", box(36, 48, 37, 49)))
    qtbot.waitUntil(lambda: dock.contents.finder.is_reading, timeout=60_000)
    layers = polygons("a_20250602", box(36, 48, 37, 49)), polygons("b_20250702", box(36, 48, 37.1, 49))
    project.addMapLayers(layers)
    may_read.set()
    for role, layer in zip(MAPS, layers):
        dock.choose(role, layer)
    plans = []

    def is_planned():
        plans.append(dock.plan.text())
        return dock.measure_button.isEnabled()

    qtbot.waitUntil(is_planned, timeout=60_000)
    assert "Looking for maps" in plans[0]
    assert not [text for text in plans if "No date" in text]


def test_progress_and_cancel_replaces_measure(dock, pair, qtbot):
    dock.measure_button.click()
    assert dock.cancel_button.isVisible()
    assert not dock.measure_button.isVisible()
    with Stopwatch() as watch, qtbot.waitSignal(dock.runner.cancelled, timeout=60_000):
        dock.cancel_button.click()
    assert watch.took_s < 1
    assert dock.measure_button.isVisible()
    assert "Stopped" in dock.plan.text()


def test_escape_cancels(dock, pair, qtbot):
    dock.dock.activateWindow()
    dock.measure_button.setFocus()
    dock.measure_button.click()
    with qtbot.waitSignal(dock.runner.cancelled, timeout=60_000):
        qtbot.keyClick(QApplication.focusWidget() or dock.cancel_button, Qt.Key.Key_Escape)


# The map


def rubber_bands(dock):
    return [item for item in dock.iface.mapCanvas().scene().items() if isinstance(item, QgsRubberBand)]


def test_the_first_result_zooms_to_what_changed_and_later_ones_leave_the_map(dock, pair, project, qtbot):
    canvas = dock.iface.mapCanvas()
    canvas.resize(600, 400)
    canvas.setDestinationCrs(pair[0].crs())
    canvas.setExtent(QgsRectangle(0, 0, 90, 60))
    dock.measure(qtbot)
    moved = QgsRectangle(36.95, 48, 37.1, 49)
    assert canvas.extent().contains(moved)
    assert canvas.extent().height() < 2 * moved.height()
    canvas.setExtent(QgsRectangle(0, 0, 90, 60))
    dock.measure(qtbot)
    assert canvas.extent().height() > 50


def click_row(dock, sector):
    model = dock.table.model()
    position = next(row for row in range(model.rowCount()) if model.row(row)["sector"] == sector)
    dock.table.clicked.emit(model.index(position, 0))


def test_a_row_zooms_to_what_changed_and_outlines_its_sector(dock, pair, project, qtbot):
    canvas = dock.iface.mapCanvas()
    canvas.resize(600, 400)
    canvas.setDestinationCrs(pair[0].crs())
    dock.measure(qtbot)
    click_row(dock, "North")  # gained from 37 to 37.1 E, in a sector from 35 to 38
    assert dock.outlined.yMinimum() == pytest.approx(48.5)
    assert canvas.extent().contains(QgsRectangle(37, 48.6, 37.1, 49))
    assert canvas.extent().height() < 1
    assert result_layers(project)["CHANGE"].selectedFeatureCount() == 0
    click_row(dock, "South")  # lost from 36.95 to 37 E
    assert dock.outlined.yMaximum() == pytest.approx(48.5)
    assert canvas.extent().contains(QgsRectangle(36.95, 48, 37, 48.4))
    assert not canvas.extent().contains(QgsRectangle(37, 48.6, 37.1, 49))
    click_row(dock, "all")
    assert dock.outlined.isEmpty()
    assert canvas.extent().contains(QgsRectangle(36.95, 48, 37.1, 49))


def test_the_outline_goes_with_the_layer_the_result_and_the_dock(dock, pair, project, qtbot):
    dock.measure(qtbot)
    click_row(dock, "North")
    dock.measure(qtbot)
    assert dock.outlined.isEmpty()
    click_row(dock, "North")
    assert not dock.outlined.isEmpty()
    project.removeMapLayers(list(dock.presenter.results.result.layer_ids.values()))
    qtbot.waitUntil(lambda: dock.outlined.isEmpty(), timeout=60_000)
    dock.dock.shut_down()
    qtbot.waitUntil(lambda: not rubber_bands(dock), timeout=60_000)  # flashing ends by itself


# Going away


def test_the_project_cleared_during_a_run(dock, pair, project, qtbot):
    with qtbot.waitSignal(dock.runner.cancelled, timeout=RUN_MS):
        dock.measure_button.click()
        project.clear()
    assert result_layers(project) == {}
    assert "Nothing measured yet" in dock.empty.text()
    assert "Add two dated maps" in dock.plan.text()


def test_layers_removed_during_a_run_are_still_measured(dock, pair, project, qtbot):
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        dock.measure_button.click()
        project.removeMapLayers([layer.id() for layer in pair])
        gc.collect()
    assert dock.shown("sector")[:2] == ["all", "North"]


def test_a_hidden_dock_finishes_its_run(dock, pair, project, qtbot):
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        dock.measure_button.click()
        dock.dock.hide()
    assert "CHANGE" in result_layers(project)


def test_taken_away_in_mid_run_it_leaves_nothing_behind(qgis_iface, project, qtbot):
    window = QMainWindow()
    dock = FrontlineDock(qgis_iface)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.show()
    qtbot.waitUntil(lambda: dock.contents is not None, timeout=60_000)
    button = dock.contents.setup_pane.bar.measure_button
    project.addMapLayers([polygons("a_20250602", box(36, 48, 37, 49)), polygons("b_20250702", box(36, 48, 37.1, 49))])
    qtbot.waitUntil(button.isEnabled, timeout=60_000)
    before = project.receivers(project.layersAdded)
    button.click()
    dock.shut_down()
    dock.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=60_000)
    qtbot.wait(300)
    assert sip.isdeleted(dock)
    assert result_layers(project) == {}
    assert project.receivers(project.layersAdded) < before
    project.addMapLayer(polygons("c_20250802", box(0, 0, 1, 1)))  # nobody listens who is gone
    qtbot.wait(300)


# The button


def place_of(dock, button):
    return button.mapTo(dock.dock, button.rect().topLeft())


def lengthen_the_plan(dock):
    dock.options.widgets["CLASSES"].setCheckedItems(["held", "contested", "claimed"])
    for name in ("POSITION_ERROR", "CORRELATION_LENGTH", "NOISE_WIDTH", "EDGE_TOLERANCE"):
        dock.options.widgets[name].setValue(333)


@pytest.mark.parametrize(("height", "unfolded"), [(900, False), (700, False), (700, True)])
def test_the_measure_button_does_not_move_as_the_plan_grows(dock, pair, qtbot, height, unfolded):
    dock.dock.window().resize(500, height)
    dock.more_button.setChecked(unfolded)
    qtbot.wait(300)
    there, plan_height = place_of(dock, dock.measure_button), dock.plan.heightForWidth(dock.plan.width())
    lengthen_the_plan(dock)
    qtbot.wait(300)
    assert dock.plan.heightForWidth(dock.plan.width()) > 2 * plan_height
    assert place_of(dock, dock.measure_button) == there
    dock.dates[AFTER].setText("2025-")
    qtbot.wait(300)
    assert not dock.measure_button.isEnabled()
    assert place_of(dock, dock.measure_button) == there
    dock.dates[AFTER].setText("2025-07-02")
    dock.measure_button.click()
    assert place_of(dock, dock.cancel_button).y() == there.y()
    qtbot.waitUntil(dock.measure_button.isVisible, timeout=RUN_MS)
    qtbot.wait(300)
    assert place_of(dock, dock.measure_button) == there


def test_a_plan_longer_than_its_lines_is_read_by_keyboard(dock, pair, qtbot):
    area = dock.plan.parentWidget().parentWidget()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    lengthen_the_plan(dock)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0, timeout=60_000)
    assert area.focusPolicy() & Qt.FocusPolicy.TabFocus
    dock.dock.activateWindow()
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Down)
    assert area.verticalScrollBar().value() > 0


# For everyone


def top_to_bottom(dock):
    """What a person can act on, from top to bottom."""
    return [
        *(dock.maps.fold, dock.maps.add_button, dock.maps.list.view, dock.strip, dock.maps.presets, dock.swap_button),
        *(dock.layers[BEFORE], dock.dates[BEFORE], dock.layers[AFTER], dock.dates[AFTER]),
        *(dock.modes, dock.layers[SECTORS], dock.sector_field, dock.setup.sectors.make),
        *(dock.setup.side.line, dock.setup.side.colour, dock.more_button),
        *dock.options.widgets.values(),
        *(dock.setup.options.file, dock.measure_button),
        *(dock.tabs.tabBar(), dock.results.room_button, dock.results.copy_button, dock.results.remove_button),
        *(dock.results.filter.search, dock.results.filter.view_button, dock.results.filter.export_button, dock.table),
        *(dock.results.sectors, dock.results.save_button, dock.chart, dock.results.history.tree),
    ]


def focus_chain(dock):
    chain, widget = [], dock.maps.fold
    while widget not in chain:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


@pytest.mark.parametrize("mode", [("pair",), ("series", "month"), ("capture",)])
def test_everything_can_be_reached_with_the_tab_key_from_top_to_bottom(dock, pair, mode):
    dock.choose_mode(*mode)
    dock.maps.fold.setChecked(True)
    dock.more_button.setChecked(True)
    chain = focus_chain(dock)
    positions = [chain.index(widget) for widget in top_to_bottom(dock)]
    assert positions == sorted(positions)
    for widget in top_to_bottom(dock):
        widget = widget.focusProxy() or widget
        reachable = widget if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else dock.setup.options.file.lineEdit()
        assert reachable.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


def test_the_tab_key_goes_as_one_reads(dock, pair):
    """Judged by where the widgets are: never up by more than a line."""
    form = dock.setup.findChild(QScrollArea).widget()
    shown = [widget for widget in dock.setup.tab_order() if widget.isVisible() and form.isAncestorOf(widget)]
    places = [widget.mapTo(form, widget.rect().center()) for widget in shown]
    for (one, place), (other, following) in zip(zip(shown, places), zip(shown[1:], places[1:])):
        same_line = abs(following.y() - place.y()) < one.height() / 2
        assert following.x() > place.x() if same_line else following.y() > place.y(), (one, other)


def test_the_choices_make_room_for_a_result_and_come_back(dock, qtbot):
    qtbot.waitUntil(lambda: dock.contents.splitter.sizes()[0] == dock.setup.wanted_height(), timeout=60_000)
    before = dock.contents.splitter.sizes()
    dock.results.room_button.setFocus()
    qtbot.keyClick(dock.results.room_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dock.tabs.height() > before[1] + before[0] // 2, timeout=60_000)
    assert dock.measure_button.isVisible() and not dock.modes.isVisible()
    qtbot.keyClick(dock.results.room_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dock.contents.splitter.sizes() == before, timeout=60_000)
    assert dock.modes.isVisible()


def test_nothing_scrolls_above_where_there_is_room_for_it(dock, pair, qtbot):
    bar = dock.setup.findChild(QScrollArea).verticalScrollBar()
    for sheet in ("", "QScrollArea { border: 3px solid grey }"):  # a theme of QGIS draws frames
        dock.dock.setStyleSheet(sheet)
        dock.setup.resized.emit()
        qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=60_000)


def test_the_keyboard_alone_measures_a_series(dock, pair, qtbot):
    dock.dock.activateWindow()
    dock.modes.setFocus()
    for _ in range(4):
        qtbot.keyClick(dock.modes, Qt.Key.Key_Down)
    assert dock.setup.mode().period == "month"
    dock.measure_button.setFocus()
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        qtbot.keyClick(dock.measure_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        qtbot.keyClick(dock.measure_button, Qt.Key.Key_Return)
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=RUN_MS):
        qtbot.keyClick(dock.modes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dock.tabs.setCurrentIndex(2)
    dock.chart.setFocus()
    with qtbot.waitSignal(dock.chart.bar_chosen, timeout=60_000):
        qtbot.keyClick(dock.chart, Qt.Key.Key_Right)
        qtbot.keyClick(dock.chart, Qt.Key.Key_Return)


def test_every_widget_has_a_name_for_screen_readers(dock, pair):
    dock.more_button.setChecked(True)
    for widget in dock.dock.findChildren(QWidget):
        mine = isinstance(widget, (QAbstractButton, QComboBox)) and not widget.objectName().startswith("qt_")
        if mine and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName() or widget.text(), widget


def test_mnemonics_are_all_different_and_spare_qgis_menus(dock):
    texts = [widget.text() for widget in dock.dock.findChildren((QLabel, QAbstractButton))]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters))
    assert not set(letters) & set("jevlspordwmch")  # QGIS's menu bar in English


def test_labels_lead_to_their_widgets(dock):
    labels = {label.text(): label.buddy() for label in dock.dock.findChildren(QLabel) if "&" in label.text()}
    assert labels["&Before"] is dock.layers[BEFORE]
    assert labels["&After"] is dock.layers[AFTER]
    assert labels["Sec&tors"] is dock.layers[SECTORS]
    for name, widget in dock.options.widgets.items():
        assert dock.options.labels[name].buddy() is widget
