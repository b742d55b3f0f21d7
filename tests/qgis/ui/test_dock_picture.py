# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map shows after a run in the dock: the base map, who holds what, no inputs, a projection on request."""

import json

import pytest
from frontline_change.styles import base_map, palette, variants
from frontline_change.ui.layer_group import OUTPUT_PROPERTY
from frontline_change.ui.setup.choices import SECTORS
from layers import box, box_km2, layer
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsLabelingEngineSettings,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtWidgets import QPushButton

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

MONTHS = ("2025-03-01", "2025-04-01", "2025-05-01")
EASTS = (37.0, 37.1, 37.3)
PARTIAL = QgsLabelingEngineSettings.Flag.UsePartialCandidates


@pytest.fixture
def maps(dock, project, qtbot):
    """A layer a month, two sectors, and the country around them."""
    months = [layer(f"front {month}", box(36, 48, east, 49)) for month, east in zip(MONTHS, EASTS)]
    shapes = box(35, 48.5, 38, 50), box(35, 47, 38, 48.5)
    sectors = layer("regions", *shapes, fields="name:string", rows=[("North",), ("South",)])
    added = [*months, sectors]
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    project.addMapLayers(added)
    qtbot.waitUntil(lambda: dock.measure_button.isEnabled() and not dock.contents.finder.is_searching, timeout=60_000)
    return added


def whole_series(dock):
    dock.presenter.setup.preset_chosen("whole", None)
    dock.choose_mode("series", "month")


def shown(project, one) -> bool:
    return project.layerTreeRoot().findLayer(one.id()).isVisible()


def result(project, output):
    (found,) = (one for one in project.mapLayers().values() if one.customProperty(OUTPUT_PROPERTY) == output)
    return found


def offers(dock):
    """The buttons in QGIS's message bar."""
    return [button for item in dock.iface.messageBar().items() for button in item.findChildren(QPushButton)]


# Base map


def test_the_base_map_lies_below_everything_once(dock, maps, project, qtbot):
    dock.measure(qtbot)
    whole_series(dock)
    dock.measure(qtbot)
    group = project.layerTreeRoot().children()[-1]
    assert [node.layer() for node in group.findLayers()] == base_map.present(project)
    assert len([one for one in project.mapLayers().values() if base_map.is_base(one)]) == 2
    assert [one.name() for one in base_map.present(project)] == ["Countries", "Sea"]
    assert not project.labelingEngineSettings().testFlag(PARTIAL)


def test_the_map_is_drawn_while_the_table_is_read(dock, maps, project, qtbot):
    """The zoom and the base map used to wait for all rows, and the whole map was drawn again after them."""
    seen, shown_results = [], []
    results, canvas = dock.presenter.results, dock.iface.mapCanvas()
    results.added.connect(lambda one: seen.append((len(one.rows), set(one.layer_ids), canvas.extent())))
    results.shown.connect(shown_results.append)
    before = canvas.extent()
    whole_series(dock)
    dock.measure(qtbot)
    ((rows, layers, extent),) = seen
    assert rows == 0
    assert {"SERIES", "GAINED", "HELD"} <= layers
    assert before != extent == canvas.extent()
    assert len(shown_results) == 1
    assert len(dock.table_rows) > 0


def test_the_base_map_is_no_map_to_measure(dock, maps, project, qtbot):
    dock.measure(qtbot)
    qtbot.wait(500)
    qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=60_000)
    offered = {combo.layer(number) for combo in dock.layers.values() for number in range(combo.count())}
    assert maps[0] in offered
    assert not offered & set(base_map.present(project))


def test_who_removes_the_base_map_does_not_get_it_again(dock, maps, project, qtbot):
    dock.measure(qtbot)
    project.removeMapLayers([one.id() for one in base_map.present(project)])
    dock.measure(qtbot)
    assert base_map.present(project) == []


def test_a_base_map_of_ones_own_is_enough(dock, maps, project, qtbot, tmp_path):
    own = QgsRasterLayer("type=xyz&url=http://localhost:1/{z}/{x}/{y}.png", "tiles", "wms")
    project.addMapLayer(own)
    dock.measure(qtbot)
    assert base_map.present(project) == []
    project.removeMapLayer(own)
    dock.measure(qtbot)
    assert len(base_map.present(project)) == 2


def test_the_base_map_keeps_clear_of_the_theatre_else_of_the_ground_held(dock, maps, project, qtbot):
    def ground():
        return QgsGeometry.fromWkt(base_map.present(project)[0].customProperty(base_map.GROUND_PROPERTY))

    dock.measure(qtbot)
    # AFTER is held from 36° to 37.3° E.
    assert ground().boundingBox().xMaximum() == pytest.approx(37.3, abs=0.001)
    country = layer("country", box(30, 45, 40, 52))
    project.addMapLayer(country)
    dock.options.widgets["THEATRE"].setLayer(country)
    dock.measure(qtbot)
    assert ground().boundingBox().toString(2) == "30.00,45.00 : 40.00,52.00"


def test_the_base_map_has_the_colours_that_were_chosen(dock, maps, project, qtbot):
    dock.measure(qtbot)
    ground = base_map.present(project)[0].customProperty(base_map.GROUND_PROPERTY)
    dock.results.style_button.actions_by_variant["dark map"].trigger()
    countries = base_map.present(project)[0]
    land = countries.renderer().symbol().symbolLayer(0).fillColor().name()
    assert land == variants.colour(palette.BASE_LAND, "dark map") != palette.BASE_LAND
    assert countries.customProperty(base_map.GROUND_PROPERTY) == ground != ""


# Inputs


def test_all_maps_of_a_series_are_hidden_and_come_back_with_the_end_of_its_result(dock, maps, project, qtbot):
    project.layerTreeRoot().findLayer(maps[1].id()).setItemVisibilityChecked(False)  # by the person
    whole_series(dock)
    dock.measure(qtbot)
    assert [shown(project, one) for one in maps] == [False] * 4
    dock.presenter.results.remove()
    assert [shown(project, one) for one in maps] == [True, False, True, True]


def test_what_another_result_hides_stays_hidden(dock, maps, project, qtbot):
    dock.measure(qtbot)
    first, second, sectors = maps[1], maps[2], maps[3]
    assert [shown(project, one) for one in maps] == [True, False, False, False]
    whole_series(dock)
    dock.measure(qtbot)
    dock.presenter.results.remove()  # the series; the pair is still there
    assert [shown(project, one) for one in (maps[0], first, second, sectors)] == [True, False, False, False]


def test_places_are_shown_as_quiet_dots_with_names(dock, maps, project, qtbot):
    shapes = "POINT(36.5 48.5)", "POINT(37.2 48.7)"
    towns = layer("towns", *shapes, kind="Point", fields="size:integer,name:string", rows=[(1, "Ness"), (2, "Wick")])
    project.addMapLayer(towns)
    dock.options.widgets["PLACES"].setLayer(towns)
    dock.measure(qtbot)
    places = result(project, "PLACES")
    assert [one["place"] for one in places.getFeatures()] == ["Ness", "Wick"]
    assert places.renderer().symbol().color().name() == palette.INK
    assert places.labelsEnabled()
    assert (shown(project, towns), shown(project, places)) == (False, True)
    dock.presenter.results.remove()
    assert shown(project, towns)
    assert project.mapLayersByName("Places") == []


def test_sectors_of_a_series_are_shown_as_quiet_outlines(dock, maps, project, qtbot):
    whole_series(dock)
    dock.measure(qtbot)
    sectors = result(project, "SECTORS")
    assert sorted(one["sector"] for one in sectors.getFeatures()) == ["North", "South"]
    assert sectors.labelsEnabled()
    fill = sectors.renderer().symbol().symbolLayer(0)
    assert fill.layerType() == "SimpleLine"  # an outline alone
    names = [node.name() for node in project.layerTreeRoot().children()[0].children()]
    held = next(number for number, name in enumerate(names) if name.startswith("Held"))
    assert names.index("Sectors") == held - 1
    assert sectors not in [dock.layers[SECTORS].layer(number) for number in range(dock.layers[SECTORS].count())]


def test_held_ground_is_filled_where_no_sectors_are_coloured(dock, maps, project, qtbot):
    def layers_of_after(one):
        (after,) = [
            category.symbol().clone() for category in one.renderer().categories() if category.value() == "after"
        ]
        return [after.symbolLayer(number).layerType() for number in range(after.symbolLayerCount())]

    dock.measure(qtbot)
    assert layers_of_after(result(project, "HELD")) == ["SimpleFill", "LinePatternFill"]
    dock.presenter.results.remove()
    whole_series(dock)
    dock.measure(qtbot)
    assert layers_of_after(result(project, "HELD")) == ["SimpleFill"]


# Where the map is, and how it is drawn


def test_dates_of_capture_zoom_to_what_changed(dock, maps, project, qtbot):
    canvas = dock.iface.mapCanvas()
    canvas.resize(600, 400)
    canvas.setDestinationCrs(maps[0].crs())
    canvas.setExtent(QgsRectangle(0, 0, 90, 60))
    dock.presenter.setup.preset_chosen("whole", None)
    dock.choose_mode("capture")
    dock.measure(qtbot)
    moved = QgsRectangle(37.0, 48, 37.3, 49)
    assert canvas.extent().contains(moved)
    assert canvas.extent().height() < 2 * moved.height()


def test_the_sample_is_shown_though_the_base_map_is_of_the_whole_world(
    dock, maps, project, qtbot, tmp_path, monkeypatch
):
    monkeypatch.setattr("frontline_change.ui.sample_data.sample_folder", lambda: tmp_path)
    canvas = dock.iface.mapCanvas()
    canvas.resize(600, 400)
    canvas.setDestinationCrs(maps[0].crs())
    dock.measure(qtbot)
    project.removeMapLayers([one.id() for one in project.mapLayers().values() if not base_map.is_base(one)])
    canvas.setExtent(QgsRectangle(0, 0, 90, 60))
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=60_000):
        dock.contents.map_import.try_sample()
    assert len(base_map.present(project)) == 2
    assert canvas.extent().width() < 10  # degrees


def test_the_sample_is_measured_with_its_country_so_that_its_coast_is_no_front(
    dock, project, qtbot, tmp_path, monkeypatch
):
    """What broke: the front after was drawn along the coast, and its length was left empty."""
    monkeypatch.setattr("frontline_change.ui.sample_data.sample_folder", lambda: tmp_path)
    with qtbot.waitSignal(dock.presenter.results.shown, timeout=60_000):
        dock.contents.map_import.try_sample()
    truth = json.loads((tmp_path / "truth.json").read_text())
    (change,) = [one for one in project.mapLayers().values() if one.name().startswith("Change")]
    front_km = sum(feature["front_after_km"] for feature in change.getFeatures())
    # As drawn; less 2 km at each coast, and with what of the pocket's outline lies farther from the coast than that.
    assert front_km == pytest.approx(truth["maps"][-1]["front_drawn_km"], abs=10)


def test_an_equal_area_projection_is_offered_once_and_changes_nothing_unasked(dock, maps, project, qtbot):
    dock.measure(qtbot)
    (button,) = offers(dock)
    assert project.crs().authid() == "EPSG:4326"
    whole_series(dock)
    dock.measure(qtbot)
    assert offers(dock) == [button]
    button.click()
    assert offers(dock) == []
    crs = project.crs()
    assert not crs.isGeographic()
    assert crs.description() in ("Equal area, 48 N 37 E", "Equal area, 49 N 37 E")  # the change is at 48.5° N
    # A degree square has the area in the plane that it has on the ellipsoid.
    square = QgsGeometry.fromRect(QgsRectangle(36, 48, 37, 49)).densifyByCount(50)
    square.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, project))
    assert square.area() / 1e6 == pytest.approx(box_km2(36, 48, 37, 49), rel=1e-4)


def test_a_chosen_projection_is_left_alone(dock, maps, project, qtbot):
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:32637"))
    dock.measure(qtbot)
    assert offers(dock) == []
    assert project.crs().authid() == "EPSG:32637"


# Periods


def test_ground_of_a_series_has_a_colour_for_each_period(dock, maps, project, qtbot):
    whole_series(dock)
    dock.measure(qtbot)
    renderer = result(project, "GAINED").renderer()
    labels = [category.label() for category in renderer.categories()]
    assert labels[:2] == ["March 2025", "April 2025"]
    colours = {category.symbol().color().name() for category in renderer.categories()[:2]}
    assert len(colours) == 2


def test_ground_of_a_pair_has_the_colour_of_gains(dock, maps, project, qtbot):
    dock.measure(qtbot)
    labels = [category.label() for category in result(project, "GAINED").renderer().categories()]
    assert labels[0] == "Gained"
