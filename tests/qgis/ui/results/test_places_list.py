# SPDX-License-Identifier: GPL-2.0-or-later
"""Places in the dock: measured, listed with the maps between which each was taken, shown on the map, exported."""

import csv

import pytest
from layers import box, layer, maps
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import Qt

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

WEST, MORE, BOTH = box(36, 48, 37, 49), box(36, 48, 37.3, 49), box(36, 48, 37.5, 49)
ROWS = [("Near",), ("Far",), ("Out",)]


@pytest.fixture
def places(project):
    """Two places that are taken one after the other and one that is not, in the project with the maps."""
    towns = layer(
        "towns",
        *("POINT(37.15 48.5)", "POINT(37.4 48.5)", "POINT(38 48.5)"),
        kind="Point",
        fields="name:string",
        rows=ROWS,
    )
    drawn = maps(("2025-06-02", WEST), ("2025-06-12", MORE), ("2025-07-02", BOTH), name="front")
    project.addMapLayers([towns, drawn])
    return towns


@pytest.fixture
def measured(dock, places, qtbot):
    """The dock after a run over all three maps."""
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    dock.choose_mode("places")
    dock.options.widgets["PLACES"].setLayer(places)
    dock.strip.moved.emit(0, 2)
    dock.measure(qtbot)
    return dock


def test_without_places_it_says_what_is_missing(dock, places, qtbot):
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    dock.choose_mode("places")
    assert not dock.measure_button.isEnabled()
    assert dock.plan.text().startswith("Choose the places under More options")
    dock.options.widgets["PLACES"].setLayer(places)
    assert dock.measure_button.isEnabled()
    assert dock.plan.text().startswith("Will find out when each place was taken, from")
    assert "towns" in dock.plan.text()


def test_places_are_listed_with_the_maps_between_which_they_were_taken(measured):
    assert measured.shown("place") == ["Near", "Far", "Out"]
    assert measured.shown("status") == ["whole", "whole", "none"]
    assert measured.shown("whole") == ["2 Jun – 12 Jun 2025", "12 Jun – 2 Jul 2025", "–"]
    assert measured.headline.text() == (
        "On 2 July 2025 the side held 2 of 3 places as a whole, 2 by at least 95 %, 2 by at least half, and part of 2. "
        "The latest to be taken as a whole was Far, between 12 June 2025 and 2 July 2025."
    )
    header = measured.table.horizontalHeader()
    fields = [column.field for column in measured.table.model().columns]
    visible = {field for number, field in enumerate(fields) if not header.isSectionHidden(number)}
    assert {"place", "status", "first_entry", "half", "whole"} <= visible


def test_they_are_on_the_map_with_their_log(measured, project):
    (group,) = [one for one in project.layerTreeRoot().findGroups() if one.name().endswith("places")]
    assert [node.name() for node in group.findLayers()] == [
        "Status of places 2 Jun – 2 Jul 2025",
        "Log of places 2 Jun – 2 Jul 2025",
    ]
    status, log = (node.layer() for node in group.findLayers())
    assert status.renderer().categories()[0].label() == "Held as a whole"
    shown = {node.name(): node.isVisible() for node in project.layerTreeRoot().findLayers()}
    assert (shown["front"], shown["towns"]) == (True, False)  # the status is drawn upon the maps
    assert [(row["place"], row["status_after"]) for row in log.getFeatures()] == [("Near", "whole"), ("Far", "whole")]


def test_a_click_on_a_row_shows_the_place_on_the_map(measured, qtbot):
    canvas, table = measured.iface.mapCanvas(), measured.table
    canvas.resize(600, 400)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(0, 0, 90, 60))
    measured.tabs.setCurrentIndex(1)
    position = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=position)
    far = QgsPointXY(37.4, 48.5)
    assert measured.outlined.center().distance(far) < 1e-6
    assert canvas.extent().center().distance(far) < 1e-3
    assert canvas.extent().width() < 1


def test_a_place_selected_on_the_map_is_selected_in_the_list(measured, project):
    (status,) = [one for one in project.mapLayers().values() if one.name().startswith("Status of places")]
    (far,) = [feature.id() for feature in status.getFeatures() if feature["place"] == "Far"]
    status.selectByIds([far])
    (row,) = measured.table.selectionModel().selectedRows()
    assert measured.table.model().row(row.row())["place"] == "Far"


def test_a_search_and_an_export_with_both_maps(measured, tmp_path):
    measured.table.filter_text("far")
    path = tmp_path / "places.csv"
    assert measured.table.export_csv(str(path)) == 1
    (row,) = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
    assert row["Place"] == "Far"
    assert row["Whole (UTC)"].startswith("2025-07-02")
    assert row["Whole, map before (UTC)"].startswith("2025-06-12")


def test_the_run_can_be_repeated_from_the_history(measured, qtbot):
    (run,) = measured.presenter.history.runs()
    received = []
    measured.presenter.results.shown.connect(received.append)
    measured.presenter.repeat(run)
    qtbot.waitUntil(lambda: bool(received), timeout=60_000)
    assert measured.shown("place") == ["Near", "Far", "Out"]
