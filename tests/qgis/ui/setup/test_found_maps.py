# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps found among layers: dates, sources, classes, what is unchanged; never in the way of the interface."""

import gc
import json
import time

import pytest
from frontline_change.processing.inputs.layer_dates import drawings, layer_dates
from frontline_change.processing.inputs.layers import LayerInput
from frontline_change.processing.progress import Cancelled
from frontline_change.ui.layer_group import OUTPUT_PROPERTY
from frontline_change.ui.setup import found_maps
from frontline_change.ui.setup.found_maps import MapFinder
from heartbeat import LONGEST_STALL_S, Heartbeat
from layers import box, layer
from qgis.core import (
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsField,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QVariant
from qt_instants import utc

WEST, EAST = box(36, 48, 37, 49), box(37, 48, 38, 49)


@pytest.fixture
def project(qgis_new_project):
    yield QgsProject.instance()
    gc.collect()


@pytest.fixture
def find(project, qtbot):
    """Adds layers to the project, looks for maps in all of it and returns what is found in the end."""
    finder = MapFinder()

    def found(*layers):
        project.addMapLayers(layers)
        received = []
        finder.found.connect(received.append)
        finder.refresh(project.mapLayers().values())
        qtbot.waitUntil(lambda: not finder.is_searching, timeout=60_000)
        finder.found.disconnect(received.append)
        return received[-1]

    found.finder = finder
    yield found
    finder.close()


def shown(maps):
    return [(one.layer_name, one.instant.toString("yyyy-MM-dd HH:mm"), one.source, one.classes) for one in maps]


def series(name, *rows, fields="date:string,class:string"):
    """A layer of many dates: (date, class, shape) for each feature."""
    return layer(name, *(row[-1] for row in rows), fields=fields, rows=[row[:-1] for row in rows])


# What is a map


def test_filtered_views_of_one_table_are_maps_of_their_own(find, tmp_path):
    both = series("control", ("2025-06-01", "held", WEST), ("2025-07-01", "held", EAST))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "control"
    path = str(tmp_path / "maps.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(both, path, QgsCoordinateTransformContext(), options)
    views = []
    for day in ("2025-06-01", "2025-07-01"):
        views.append(QgsVectorLayer(f"{path}|layername=control", day[:7], "ogr"))
        views[-1].setSubsetString(f"date = '{day}'")
    assert [text[:2] for text in shown(find(*views))] == [
        ("2025-06", "2025-06-01 00:00"),
        ("2025-07", "2025-07-01 00:00"),
    ]
    views[0].addExpressionField("'contested'", QgsField("control", QVariant.String))
    views[1].setSubsetString("date = '2025-06-01'")
    assert [text[:2] for text in shown(find())] == [("2025-06", "2025-06-01 00:00"), ("2025-07", "2025-06-01 00:00")]


def test_layers_of_one_date_in_time_order(find):
    maps = find(layer("front 2025-07-02", WEST), layer("front 2025-06-02", WEST), layer("front 1 May 2025", WEST, EAST))
    assert shown(maps) == [
        ("front 1 May 2025", "2025-05-01 00:00", "generic", ("held",)),
        ("front 2025-06-02", "2025-06-02 00:00", "generic", ("held",)),
        ("front 2025-07-02", "2025-07-02 00:00", "generic", ("held",)),
    ]
    assert not any(one.many_dated for one in maps)


def test_the_names_of_all_layers_show_the_order_of_day_and_month(find):
    """25 June 2030 is in the future, so the year comes first in all of them."""
    names = ["Control_25_05_01", "Control_25_05_02", "Control_25_06_30"]
    maps = find(*(layer(name, WEST) for name in names))
    assert [one.instant.toString("yyyy-MM-dd") for one in maps] == ["2025-05-01", "2025-05-02", "2025-06-30"]


def test_a_merged_layer_and_months_are_maps_and_a_year_alone_is_none(find):
    rows = [
        ("control_2025-06-01", "/maps/control_2025-06-01.geojson"),
        ("control_2025-07-01", "/maps/c_2025-07-01.geojson"),
    ]
    merged = layer("merged", WEST, EAST, fields="layer:string,path:string", rows=rows)
    noted = layer("noted", WEST, EAST, fields="note:string", rows=[("drawn 2025-08-01",), ("drawn 2025-08-02",)])
    maps = find(merged, noted, layer("control_2025-05", WEST), layer("districts 2020", WEST))
    assert [(one.layer_name, one.instant.toString("MM-dd")) for one in maps] == [
        ("control_2025-05", "05-01"),
        ("merged", "06-01"),
        ("merged", "07-01"),
        ("noted", "08-01"),
        ("noted", "08-02"),
    ]


def test_a_layer_of_many_dates_with_classes(find):
    maps = find(
        series("mine", ("2025-06-02", "contested", EAST), ("2025-06-01", "held", WEST), ("2025-06-02", "held", WEST))
    )
    assert [(one.instant, one.classes, one.many_dated) for one in maps] == [
        (utc(2025, 6, 1), ("held",), True),
        (utc(2025, 6, 2), ("held", "contested"), True),
    ]


def test_prepared_snapshots_keep_their_publishers_names(find):
    fields = "date:string,class:string,source:string,origin:string"
    maps = find(
        series(
            "prepared",
            ("2025-05-31T20:34:42Z", "held", "deepstate", "a.geojson", WEST),
            ("2025-06-04T00:00:00Z", "held", "isw", "b.shp", WEST),
            fields=fields,
        )
    )
    assert [(one.instant, one.source) for one in maps] == [
        (utc(2025, 5, 31, 20, 34).addSecs(42), "deepstate"),
        (utc(2025, 6, 4), "isw"),
    ]


def test_what_is_no_map(find):
    result = layer("Gained 2025-06-02", WEST)
    result.setCustomProperty(OUTPUT_PROPERTY, "GAINED")
    maps = find(
        layer("oblasts", WEST, EAST, fields="name:string", rows=[["a"], ["b"]]),
        layer("town 2025-06-02", "POINT(36 48)", kind="Point"),
        layer("table 2025-06-02", None, kind="None", fields="n:integer", rows=[[1]]),
        QgsVectorLayer("/nowhere/front 2025-06-02.shp", "front 2025-06-02", "ogr"),
        result,
    )
    assert maps == []


def test_what_the_toolbox_has_measured_is_no_map_but_what_it_prepared_is(find, preparesnapshots, sectorchange):
    before, after = layer("front 2025-06-01", WEST), layer("front 2025-06-02", WEST, EAST)
    gained = sectorchange(BEFORE=before, AFTER=after, GAINED="TEMPORARY_OUTPUT").layer("GAINED")
    gained.setName("Gained 2025-06-02")
    prepared = preparesnapshots(LAYERS=[before, after]).layer("SNAPSHOTS")
    prepared.setName("prepared")
    maps = find(gained.clone(), prepared.clone())
    assert [(one.layer_name, one.instant) for one in maps] == [
        ("prepared", utc(2025, 6, 1)),
        ("prepared", utc(2025, 6, 2)),
    ]


def test_results_without_a_mark_are_no_maps_either(find):
    """Of exported, copied and reloaded results only the fields may be left, some of them cut by a Shapefile."""
    gained = layer(
        "front 2025-08-01",
        WEST,
        fields="part:int,sector:string,kind:string,area_km2:double,width_m:double,depth_max_:double",
    )
    change = layer(
        "front 2025-08-02",
        WEST,
        fields="sector:string,held_befor:double,held_after:double,gained_km2:double,lost_km2:double",
    )
    assert shown(find(gained, change, layer("front 2025-08-03", WEST))) == [
        ("front 2025-08-03", "2025-08-03 00:00", "generic", ("held",))
    ]


def test_a_layer_that_seems_dated_but_is_not_readable_states_why(find, qtbot):
    refused = []
    find.finder.refused.connect(refused.append)
    assert find(series("torn", ("2025-06-01", "held", WEST), ("some day", "held", WEST))) == []
    ((name, reason),) = refused[-1]
    assert name == "torn"
    assert "the date of feature 2 cannot be read from its field “date”. “some day” is not a date" in reason


@pytest.mark.shared_data
def test_real_maps_of_each_publisher(find, shared_data):
    """Dates as their files' names, fields and published times tell, not as our code does."""
    paths = {
        "deepstate_daily/deepstatemap_data_20250602.geojson": (utc(2025, 6, 2), "deepstatedaily"),
        "deepstate_raw/1751314076.geojson": (utc(2025, 6, 30, 20, 7).addSecs(56), "deepstate"),
        "isw_derived/2025-06-11.geojson": (utc(2025, 6, 11), "isw"),
        "nzz/2025-06-30.json": (utc(2025, 6, 28), "nzz"),  # its period ends two days before the file's name
    }
    layers = [QgsVectorLayer(str(shared_data / path), (shared_data / path).stem, "ogr") for path in paths]
    maps = find(*layers, QgsVectorLayer(str(shared_data / "oblasts.gpkg"), "oblasts", "ogr"))
    assert {(one.instant.toMSecsSinceEpoch(), one.source) for one in maps} == {
        (instant.toMSecsSinceEpoch(), source) for instant, source in paths.values()
    }
    (deepstate,) = [one for one in maps if one.source == "deepstate"]
    assert deepstate.classes == ("held", "contested", "liberated", "other")


def test_sources_and_classes_in_words(find, in_english):
    fields = "date:string,class:string,source:string,origin:string"
    rows = [("2025-06-01", word, source, "f", WEST) for source in ("isw", "mine") for word in ("held", "claimed")]
    (both,) = find(series("prepared", *rows, fields=fields))
    assert both.source_text == "Institute for the Study of War; mine"
    assert both.classes_text == "held, claimed"


def test_a_register_of_buildings_is_not_read_to_its_end(find, monkeypatch):
    monkeypatch.setattr("frontline_change.processing.inputs.layer_dates.FEATURES_AT_MOST", 10)
    refused = []
    find.finder.refused.connect(refused.append)
    assert find(layer("buildings 2025-06-01", *[WEST] * 11)) == []
    assert "more than 10 features" in refused[-1][0][1]
    assert len(find(layer("front 2025-06-01", *[WEST] * 10))) == 1


# What is unchanged


def unchanged(maps):
    return [one.unchanged for one in maps]


def test_the_same_ground_is_unchanged_and_other_ground_is_not(find):
    days = [("2025-06-01", WEST), ("2025-06-02", WEST), ("2025-06-03", EAST), ("2025-06-04", WEST)]
    maps = find(series("mine", *((day, "held", shape) for day, shape in days)))
    assert unchanged(maps) == [False, True, False, False]


def test_the_same_box_with_another_shape_has_changed(find):
    """Same extent, same number of features and corners: only the ground tells."""
    one, other = "POLYGON((0 0,4 0,4 4,2 3,0 4,0 0))", "POLYGON((0 0,4 0,4 4,2 1,0 4,0 0))"
    maps = find(series("mine", ("2025-06-01", "held", one), ("2025-06-02", "held", other)))
    assert unchanged(maps) == [False, False]


def test_the_same_ground_of_another_class_has_changed(find):
    maps = find(series("mine", ("2025-06-01", "held", WEST), ("2025-06-02", "contested", WEST)))
    assert unchanged(maps) == [False, False]


def test_a_word_in_a_field_nobody_knows_may_be_the_class(find):
    """Districts whose owner changes, drawn alike each day."""
    rows = [("2025-06-01", "red", WEST), ("2025-06-02", "blue", WEST), ("2025-06-03", "blue", WEST)]
    assert unchanged(find(series("districts", *rows, fields="date:string,owner:string"))) == [False, False, True]


def test_the_order_of_features_does_not_matter_their_number_does(find):
    rows = [
        *(("2025-06-01", "held", shape) for shape in (WEST, EAST)),
        *(("2025-06-02", "held", shape) for shape in (EAST, WEST)),
        ("2025-06-03", "held", EAST),
    ]
    assert unchanged(find(series("mine", *rows))) == [False, True, False]


def test_layers_are_compared_with_the_one_before_them_of_their_source(find):
    maps = find(layer("a 2025-06-01", WEST), layer("a 2025-06-02", WEST), layer("a 2025-06-03", EAST))
    assert unchanged(maps) == [False, True, False]


def test_the_same_figures_in_another_crs_are_another_map(find):
    maps = find(layer("a 2025-06-01", WEST), layer("a 2025-06-02", WEST, crs="EPSG:32636"))
    assert unchanged(maps) == [False, False]


@pytest.mark.shared_data
def test_the_real_archive_against_plain_comparison(find, shared_data):
    """418 dates in well under a second of anybody's time, and unchanged exactly where the geometries are equal."""
    archive = QgsVectorLayer(str(shared_data / "deepstate_daily.gpkg"), "archive", "ogr")
    expected, before = [], None
    drawn = {str(feature["date"].toString("yyyy-MM-dd")): feature.geometry() for feature in archive.getFeatures()}
    for _, geometry in sorted(drawn.items()):
        expected.append(before is not None and geometry.equals(before))  # vertex by vertex
        before = geometry
    maps = find(archive)
    assert len(maps) == 418
    assert unchanged(maps) == expected
    assert sum(expected) > 10
    assert all(one.many_dated for one in maps)


def test_ground_that_qgis_does_not_show_counts_too(find, tmp_path):
    """Crimea lay in a collection in the maps of 2022; QGIS gives it no geometry."""
    names = [f"deepstatemap_data_2022060{day}" for day in (1, 2, 3)]
    for name, corner in zip(names, ([33, 44], [33, 45], [33, 45])):
        hidden = {"type": "Polygon", "coordinates": [[[34, 45], [35, 45], corner, [34, 45]]]}
        seen = {"type": "Polygon", "coordinates": [[[36, 48], [37, 48], [37, 49], [36, 48]]]}
        geometries = [seen, {"type": "GeometryCollection", "geometries": [hidden]}]
        features = [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in geometries]
        text = json.dumps({"type": "FeatureCollection", "features": features})
        (tmp_path / f"{name}.geojson").write_text(text, encoding="utf-8")
    layers = [QgsVectorLayer(f"{tmp_path}/{name}.geojson|geometrytype=Polygon", name, "ogr") for name in names]
    assert [one.featureCount() for one in layers] == [1, 1, 1]
    assert unchanged(find(*layers)) == [False, False, True]


def test_ground_is_read_only_where_there_is_something_to_compare_with(find, monkeypatch):
    read = []

    def reading(given, *arguments):
        read.append(given.name)
        return drawings(given, *arguments)

    monkeypatch.setattr(found_maps, "drawings", reading)
    alone = series("alone", ("2025-06-01T00:00:00Z", "held", WEST), fields="date:string,layer_type:string")
    find(layer("a 2025-06-01", WEST), layer("a 2025-06-02", WEST), layer("AO17AUG2024 UkraineControlMap", WEST), alone)
    assert sorted(read) == ["a 2025-06-01", "a 2025-06-02", "alone"]


def test_drawings_can_be_cancelled(qgis_new_project):
    given = LayerInput(series("mine", ("2025-06-01", "held", WEST), ("2025-06-02", "held", WEST)))
    dates = layer_dates(given, lambda: False)
    assert len(drawings(given, dates, lambda: False)) == 2
    for function, arguments in ((layer_dates, (given,)), (drawings, (given, dates))):
        with pytest.raises(Cancelled):
            function(*arguments, lambda: True)


# Corrections


def test_a_corrected_date_moves_the_map_and_can_be_taken_back(find, qtbot):
    first, second = layer("front 2025-06-01", WEST), layer("front 2025-06-02", EAST)
    find(first, second)
    received = []
    find.finder.found.connect(received.append)

    def correct(instant):
        find.finder.correct(first.id(), instant)
        qtbot.waitUntil(lambda: not find.finder.is_searching, timeout=60_000)
        return [(one.layer_name, one.instant, one.corrected) for one in received[-1]]

    assert correct(utc(2025, 7, 1, 12)) == [
        ("front 2025-06-02", utc(2025, 6, 2), False),
        ("front 2025-06-01", utc(2025, 7, 1, 12), True),
    ]
    assert [one.corrected for one in find()] == [False, True]  # it outlives a new search
    assert received[-1][1].found_instant == utc(2025, 6, 1)
    assert correct(None) == [
        ("front 2025-06-01", utc(2025, 6, 1), False),
        ("front 2025-06-02", utc(2025, 6, 2), False),
    ]


def test_a_date_is_corrected_before_its_layer_is_read(find):
    first = layer("front 2025-06-01", WEST)
    find.finder.correct(first.id(), utc(2025, 6, 5))
    assert [one.instant for one in find(first)] == [utc(2025, 6, 5)]


def test_the_dates_of_a_layer_of_many_are_its_own(find):
    mine = series("mine", ("2025-06-01", "held", WEST), ("2025-06-02", "held", EAST))
    find.finder.correct(mine.id(), utc(2025, 7, 1))
    assert [one.instant for one in find(mine)] == [utc(2025, 6, 1), utc(2025, 6, 2)]


def test_a_layer_without_a_date_becomes_a_map_when_it_is_given_one(find):
    undated = layer("held ground", WEST)
    assert find(undated) == []
    find.finder.correct(undated.id(), utc(2025, 6, 1))
    assert shown(find()) == [("held ground", "2025-06-01 00:00", "generic", ("held",))]
    assert [one.found_instant for one in find()] == [None]
    find.finder.correct(undated.id(), None)
    assert find() == []


# Layers that change


def test_what_is_found_follows_names_edits_and_removals(find, project):
    kept, gone = layer("front 2025-06-01", WEST), layer("front 2025-06-02", EAST)
    mine = series("mine", ("2025-06-03", "held", WEST))
    assert len(find(kept, gone, mine)) == 3
    kept.setName("front 2025-05-01")
    project.removeMapLayer(gone.id())
    mine.dataProvider().changeAttributeValues({next(mine.getFeatures()).id(): {0: "2025-06-09"}})
    assert [(one.layer_name, one.instant.date().day()) for one in find()] == [("front 2025-05-01", 1), ("mine", 9)]


def test_a_file_is_read_again_only_when_it_has_changed(find, project, tmp_path, monkeypatch):
    path = tmp_path / "front 2025-06-01.geojson"
    square = '{"type":"Polygon","coordinates":[[[36,48],[37,48],[37,49],[36,48]]]}'
    path.write_text(square, encoding="utf-8")
    reads = []

    def read(*arguments):
        reads.append(arguments[0].name)
        return layer_dates(*arguments)

    monkeypatch.setattr(found_maps, "layer_dates", read)
    find(QgsVectorLayer(str(path), path.stem, "ogr"))
    assert len(find()) == 1
    assert len(reads) == 1
    path.write_text(square.replace("[37,49]", "[37,49.5]"), encoding="utf-8")
    assert len(find()) == 1
    assert len(reads) == 2


def slow(monkeypatch):
    """Reading that takes a while."""

    def read(*arguments):
        time.sleep(0.01)
        return layer_dates(*arguments)

    monkeypatch.setattr(found_maps, "layer_dates", read)


def is_reading():
    """Whether a task reads layers."""
    return QgsApplication.taskManager().countActiveTasks() > 0


def test_layers_removed_while_they_are_read_are_dropped(project, qtbot, monkeypatch):
    slow(monkeypatch)
    layers = [layer(f"front 2025-06-{day:02}", WEST) for day in range(1, 21)]
    project.addMapLayers(layers)
    finder, received = MapFinder(), []
    finder.found.connect(received.append)
    finder.refresh(project.mapLayers().values())
    qtbot.waitUntil(lambda: finder.is_reading, timeout=60_000)
    project.removeMapLayers([one.id() for one in layers[::2]])
    qtbot.waitUntil(lambda: not finder.is_searching, timeout=60_000)
    assert [one.instant.date().day() for one in received[-1]] == list(range(2, 21, 2))
    finder.refresh(layers)  # half of them are gone
    qtbot.waitUntil(lambda: not finder.is_searching, timeout=60_000)
    assert len(received[-1]) == 10
    finder.close()


def test_after_cancel_nothing_is_reported(project, qtbot, monkeypatch):
    slow(monkeypatch)
    project.addMapLayers([layer(f"front 2025-06-{day:02}", WEST) for day in range(1, 21)])
    finder = MapFinder()
    with qtbot.assertNotEmitted(finder.found, wait=300):
        finder.refresh(project.mapLayers().values())
        qtbot.waitUntil(lambda: finder.is_reading, timeout=60_000)
        finder.cancel()
    assert not finder.is_searching
    finder.close()


def test_a_search_that_is_stopped_in_the_list_of_tasks_ends(project, qtbot, monkeypatch):
    slow(monkeypatch)
    project.addMapLayers([layer(f"front 2025-06-{day:02}", WEST) for day in range(1, 21)])
    finder = MapFinder()
    with qtbot.assertNotEmitted(finder.found):
        finder.refresh(project.mapLayers().values())
        qtbot.waitUntil(lambda: finder.is_reading and is_reading(), timeout=60_000)
        QgsApplication.taskManager().cancelAll()
        qtbot.waitUntil(lambda: not finder.is_searching, timeout=60_000)
    finder.refresh(project.mapLayers().values())
    qtbot.waitUntil(lambda: not finder.is_searching, timeout=60_000)
    finder.close()


def test_a_new_search_replaces_the_old(project, qtbot):
    project.addMapLayers([layer(f"front 2025-06-{day:02}", WEST) for day in range(1, 21)])
    finder, received = MapFinder(), []
    finder.found.connect(received.append)
    for _ in range(5):
        finder.refresh(project.mapLayers().values())
        qtbot.wait(2)
    finder.refresh(list(project.mapLayers().values())[:3])
    qtbot.waitUntil(lambda: not finder.is_searching, timeout=60_000)
    assert len(received[-1]) == 3
    finder.close()


def test_a_finder_may_go_while_it_searches(project, qtbot, monkeypatch):
    slow(monkeypatch)
    project.addMapLayers([layer(f"front 2025-06-{day:02}", WEST) for day in range(1, 21)])
    finder = MapFinder()
    finder.refresh(project.mapLayers().values())
    qtbot.waitUntil(lambda: finder.is_reading, timeout=60_000)
    finder.close()
    finder.deleteLater()
    qtbot.wait(200)
    gc.collect()


# The interface


@pytest.mark.usefixtures("map_not_drawn")
@pytest.mark.parametrize("dated", [True, False], ids=["maps", "other layers"])
def test_five_thousand_layers_do_not_block(project, qtbot, dated):
    shape = QgsGeometry.fromWkt(WEST)
    begin = QDate(2010, 1, 1)
    layers = [
        layer(f"front {begin.addDays(number).toString('yyyy-MM-dd')}" if dated else f"district {number}", shape)
        for number in range(5000)
    ]
    project.addMapLayers(layers, False)
    finder, received = MapFinder(), []
    finder.found.connect(lambda maps: received.append((time.monotonic(), len(maps))))
    with Heartbeat() as heart:
        begun = time.monotonic()
        finder.refresh(layers)
        qtbot.waitUntil(lambda: not finder.is_searching, timeout=60_000)
    print(
        f"first news after {received[0][0] - begun:.2f} s, last after {received[-1][0] - begun:.2f} s, "
        f"stall {heart.longest_s:.3f} s"
    )
    assert received[-1][1] == (5000 if dated else 0)
    assert heart.longest_s < LONGEST_STALL_S
    finder.close()
