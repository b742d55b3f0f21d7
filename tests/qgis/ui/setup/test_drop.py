# SPDX-License-Identifier: GPL-2.0-or-later
"""Files and folders that are dropped: what becomes a layer, what must be prepared, what is refused and why."""

import json
import os
import time
import zipfile
from pathlib import Path

import pytest
from frontline_change.processing.inputs import dropped_files
from frontline_change.processing.inputs.dropped_files import LAYERS_AT_MOST, sort_files
from frontline_change.processing.progress import Cancelled
from frontline_change.ui.setup.drop import MapLoader, load_maps, paths_of
from heartbeat import LONGEST_STALL_S, Heartbeat
from layers import box, box_km2, layer
from osgeo import ogr, osr
from qgis.core import QgsApplication, QgsProject, QgsVectorFileWriter
from qgis.PyQt.QtCore import QMimeData, QUrl

SQUARE = {"type": "Polygon", "coordinates": [[[36, 48], [37, 48], [37, 49], [36, 49], [36, 48]]]}
POINT = {"type": "Point", "coordinates": [36, 48]}


def geojson(path, *geometries, **properties):
    path.parent.mkdir(parents=True, exist_ok=True)
    features = [{"type": "Feature", "properties": properties, "geometry": geometry} for geometry in geometries]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return str(path)


def written(path, driver="ESRI Shapefile"):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    made = layer("made", box(36, 48, 37, 49))
    result = QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), project_context(), options)
    assert result[0] == QgsVectorFileWriter.WriterError.NoError
    return str(path)


def project_context():
    return QgsProject.instance().transformContext()


def tree(project):
    """Names in the layer tree: groups with their layers, layers alone."""
    return [
        (node.name(), [child.name() for child in node.children()]) if node.nodeType() == 0 else node.name()
        for node in project.layerTreeRoot().children()
    ]


def reasons(added):
    return dict(added.refused)


# What becomes a layer


def test_a_file_becomes_a_layer(project, tmp_path):
    added = load_maps([geojson(tmp_path / "front 2025-06-01.geojson", SQUARE)], project)
    assert [one.name() for one in added.layers] == ["front 2025-06-01"]
    assert added.layers[0].isValid()
    assert (added.refused, added.to_prepare) == ([], [])
    assert tree(project) == ["front 2025-06-01"]


def test_a_folder_becomes_a_folded_group_at_the_top(project, tmp_path):
    project.addMapLayer(layer("there before", box(36, 48, 37, 49)))
    for name in ("b.geojson", "a.geojson", "deeper/c.geojson", ".hidden/d.geojson"):
        geojson(tmp_path / "maps" / name, SQUARE)
    added = load_maps([str(tmp_path / "maps")], project)
    assert len(added.layers) == 3
    assert tree(project) == [("maps", ["a", "b", "c"]), "there before"]
    assert not project.layerTreeRoot().children()[0].isExpanded()


def test_many_loose_files_make_a_group_too(project, tmp_path):
    files = [geojson(tmp_path / "downloads" / f"{number}.geojson", SQUARE) for number in range(5)]
    load_maps(files, project)
    assert tree(project) == [("downloads", ["0", "1", "2", "3", "4"])]


@pytest.mark.parametrize(
    ("name", "driver"), [("m.shp", "ESRI Shapefile"), ("m.gpkg", "GPKG"), ("m.fgb", "FlatGeobuf"), ("m.kml", "KML")]
)
def test_formats_of_gis(project, tmp_path, name, driver):
    path = written(tmp_path / name, driver)
    added = load_maps([path], project)
    assert [one.featureCount() for one in added.layers] == [1]


def test_a_zipped_shapefile_with_the_files_beside_it(project, tmp_path):
    written(tmp_path / "m.shp")
    with zipfile.ZipFile(tmp_path / "m.zip", "w") as archive:
        for part in tmp_path.glob("m.???"):
            if part.suffix != ".zip":
                archive.write(part, part.name)
    assert len(load_maps([str(tmp_path / "m.zip")], project).layers) == 1
    dropped = [str(path) for path in tmp_path.iterdir() if path.suffix != ".zip"]
    added = load_maps(dropped, project)
    assert [one.name() for one in added.layers] == ["m"]
    assert added.refused == []


def test_what_is_there_already_is_not_added_again(project, tmp_path):
    path = geojson(tmp_path / "a.geojson", SQUARE)
    load_maps([path], project)
    added = load_maps([path, path, str(tmp_path / "sub" / ".." / "a.geojson")], project)
    assert added.layers == []
    assert "Already" in reasons(added)["a"]
    assert len(project.mapLayers()) == 1


def test_of_mixed_geometries_the_areas_are_shown(project, tmp_path):
    (shown,) = load_maps([geojson(tmp_path / "mixed.geojson", POINT, SQUARE, POINT)], project).layers
    assert shown.featureCount() == 1
    assert shown.geometryType() == 2


# What must be prepared


def test_collections_never_become_layers(project, tmp_path):
    collection = {"type": "GeometryCollection", "geometries": [SQUARE, POINT]}
    path = geojson(tmp_path / "1648989208.geojson", SQUARE, collection)
    added = load_maps([path], project)
    assert (added.layers, added.refused, added.to_prepare) == ([], [], [path])
    assert project.mapLayers() == {}


def test_collections_in_other_formats_are_prepared_too(project, tmp_path, preparesnapshots):
    path = tmp_path / "front 2025-06-01.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    table = source.CreateLayer("front 2025-06-01", crs, ogr.wkbGeometryCollection)
    feature = ogr.Feature(table.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"GEOMETRYCOLLECTION({box(36, 48, 37, 49)})"))
    table.CreateFeature(feature)
    del feature, table, source
    added = load_maps([str(path)], project)
    assert (added.layers, added.refused, added.to_prepare) == ([], [], [str(path)])
    ((_, parameters),) = added.preparations()
    (prepared,) = preparesnapshots(**parameters).rows("SNAPSHOTS")
    assert prepared["area_km2"] == pytest.approx(box_km2(36, 48, 37, 49), rel=1e-3)


def test_a_big_folder_becomes_one_series(project, tmp_path):
    for day in range(1, LAYERS_AT_MOST + 2):
        geojson(tmp_path / "series" / f"front_2025-06-{day:02}.geojson", SQUARE)
    added = load_maps([str(tmp_path / "series")], project)
    assert added.layers == []
    assert added.preparations() == [
        (
            "frontline:preparesnapshots",
            {"FOLDER": str(tmp_path / "series"), "SNAPSHOTS": "TEMPORARY_OUTPUT"},
        )
    ]


def test_all_the_files_of_a_folder_are_the_folder(project, tmp_path):
    files = [geojson(tmp_path / "series" / f"{number}.geojson", SQUARE) for number in range(LAYERS_AT_MOST + 2)]
    loose = geojson(tmp_path / "other.geojson", SQUARE)
    added = load_maps([*files, loose], project)
    assert added.to_prepare == [str(tmp_path / "series")]
    assert [one.name() for one in added.layers] == ["other"]
    some = load_maps(files[1:], project)  # one of them is not wanted
    assert some.to_prepare == []
    assert len(some.layers) == LAYERS_AT_MOST + 1


@pytest.mark.parametrize("name", ["front_2025-07-01.geojson", "front July 2025.kml"])
def test_a_dated_file_without_features_is_prepared(project, tmp_path, preparesnapshots, name):
    """Nothing is held on that date; it was refused as a file without polygons."""
    path = tmp_path / name
    empty_kml = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>'
    path.write_text(empty_kml if path.suffix == ".kml" else '{"type": "FeatureCollection", "features": []}')
    shape = written(tmp_path / "front_2025-05-01.shp")
    added = load_maps([geojson(tmp_path / "front_2025-06-01.geojson", SQUARE), shape, str(path)], project)
    assert (added.layers, added.refused) == ([], [])
    ((_, parameters),) = added.preparations()
    rows = preparesnapshots(**parameters).rows("SNAPSHOTS")
    assert [(row["date"].toString("yyyyMMdd"), row["class"]) for row in rows] == [
        ("20250501", "held"),
        ("20250601", "held"),
        ("20250701", "held"),
    ]
    assert rows[-1]["area_km2"] == 0


def test_a_dated_file_without_features_alone_is_refused_with_what_to_do(project, tmp_path):
    added = load_maps([geojson(tmp_path / "front_2025-06-01.geojson")], project)
    assert added.preparations() == []
    assert "Drop it together with other maps" in reasons(added)["front_2025-06-01.geojson"]


def test_a_file_without_features_and_date_is_refused(project, tmp_path):
    added = load_maps([geojson(tmp_path / "front.geojson")], project)
    assert added.to_prepare == []
    assert "0 features, none of them a polygon" in reasons(added)["front.geojson"]


@pytest.mark.shared_data
def test_maps_of_2022_are_prepared_with_crimea(project, shared_data, preparesnapshots):
    path = str(shared_data / "deepstate_raw" / "1648989208.geojson")
    added = load_maps([path], project)
    assert added.layers == []
    ((algorithm, parameters),) = added.preparations()
    assert algorithm == "frontline:preparesnapshots"
    prepared = preparesnapshots(**parameters).layer("SNAPSHOTS")
    held = [feature.geometry() for feature in prepared.getFeatures() if feature["class"] == "held"]
    assert any(part.contains(_point(34.1, 44.95)) for part in held)  # Simferopol


def _point(x, y):
    from qgis.core import QgsGeometry, QgsPointXY

    return QgsGeometry.fromPointXY(QgsPointXY(x, y))


@pytest.mark.shared_data
def test_real_files_of_each_publisher(project, shared_data):
    for folder, count in (("deepstate_daily", 13), ("nzz", 2), ("isw_derived", 3), ("deepstate_raw", 4)):
        added = load_maps([str(shared_data / folder)], project)
        assert len(added.layers) == count
        assert added.refused == []
    assert [Path(path).name for path in added.to_prepare] == ["1648989208.geojson", "1664055163.geojson"]


# What is refused


def test_everything_that_is_no_map_is_named_with_its_reason(project, tmp_path):
    junk = bytes(range(256)) * 40
    files = {
        "empty.geojson": b"",
        "empty.gpkg": b"",
        "junk.geojson": junk,
        "junk.gpkg": junk,
        "junk.shp": junk,
        "junk.kml": junk,
        "junk.zip": junk,
        "cut.geojson": b'{"type": "FeatureCollection", "features": [{"type": "Fea',
        "settings.json": b'{"window": 3}',
        "list.json": b"[1, 2]",
        "photo.jpg": junk,
        "noname": junk,
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    geojson(tmp_path / "points.geojson", POINT)
    with zipfile.ZipFile(tmp_path / "inside.zip", "w") as archive:
        archive.writestr("a.geojson", "{}")
    os.mkfifo(tmp_path / "pipe.geojson")
    (tmp_path / "broken.geojson").symlink_to(tmp_path / "nowhere")
    paths = [str(path) for path in sorted(tmp_path.iterdir())]
    added = load_maps([*paths, str(tmp_path / "gone.geojson")], project)
    assert added.layers == []
    assert added.to_prepare == []
    texts = reasons(added)
    assert set(texts) == {*files, "points.geojson", "inside.zip", "pipe.geojson", "broken.geojson", "gone.geojson"}
    for technical in ("Traceback", "Error", "None", "{", "<"):
        assert [reason for reason in texts.values() if technical in reason] == []
    assert "empty" in texts["empty.gpkg"]
    assert "empty" in texts["empty.geojson"]
    assert "cut off" in texts["cut.geojson"]
    assert "none of them a polygon" in texts["points.geojson"]
    assert "Unpack" in texts["inside.zip"]
    assert texts["photo.jpg"] == "Not a map file."


def test_one_bad_file_stops_no_other(project, tmp_path):
    (tmp_path / "bad.geojson").write_bytes(b"\xff\xfe\x00")
    good = geojson(tmp_path / "good.geojson", SQUARE)
    added = load_maps([str(tmp_path / "bad.geojson"), good], project)
    assert [one.name() for one in added.layers] == ["good"]
    assert list(reasons(added)) == ["bad.geojson"]


def test_a_file_or_folder_one_may_not_read(project, tmp_path, monkeypatch):
    path = geojson(tmp_path / "secret.geojson", SQUARE)
    monkeypatch.setattr(dropped_files.os, "access", lambda *_: False)  # whoever runs the tests may read everything
    assert "no right" in reasons(load_maps([path], project))["secret.geojson"]

    def walk(folder, onerror):
        onerror(PermissionError(13, "Permission denied", str(folder)))
        return iter(())

    monkeypatch.setattr(dropped_files.os, "walk", walk)
    texts = reasons(load_maps([str(tmp_path)], project))
    assert "Permission denied" in texts[tmp_path.name] or "no map files" in texts[tmp_path.name]


def test_other_files_of_a_folder_are_counted(project, tmp_path):
    for number in range(300):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    geojson(tmp_path / "map.geojson", SQUARE)
    added = load_maps([str(tmp_path)], project)
    assert len(added.layers) == 1
    assert list(reasons(added)) == [f"{tmp_path.name}: 300 × .jpg"]


def test_a_whole_disk_is_not_searched(project, tmp_path, monkeypatch):
    monkeypatch.setattr(dropped_files, "FILES_AT_MOST", 10)
    for number in range(20):
        (tmp_path / f"{number}.txt").write_bytes(b"x")
    assert "more than 10 files" in reasons(load_maps([str(tmp_path)], project))[tmp_path.name]


def test_a_folder_that_links_to_itself_ends(project, tmp_path):
    geojson(tmp_path / "maps" / "a.geojson", SQUARE)
    (tmp_path / "maps" / "again").symlink_to(tmp_path / "maps", target_is_directory=True)
    assert len(load_maps([str(tmp_path / "maps")], project).layers) == 1


def test_an_empty_folder(project, tmp_path):
    (tmp_path / "nothing").mkdir()
    assert "no map files" in reasons(load_maps([str(tmp_path / "nothing")], project))["nothing"]


# What is dragged


def test_paths_of_what_is_dragged(qgis_app):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/a/б ї.geojson"), QUrl("https://example.org/x.geojson")])
    assert paths_of(mime) == ["/a/б ї.geojson"]
    text = QMimeData()
    text.setText("/a/b.geojson")
    assert paths_of(text) == []


# Without blocking


@pytest.mark.shared_data
def test_the_interface_goes_on_while_maps_are_loaded(project, shared_data, qtbot):
    loader, percents = MapLoader(project), []
    loader.progressed.connect(percents.append)
    with Heartbeat() as heart:
        with qtbot.waitSignal(loader.done, timeout=60_000) as received:
            loader.load([str(shared_data / "deepstate_daily"), str(shared_data / "deepstate_raw")])
            loader.load([str(shared_data / "oblasts.gpkg")])  # waits its turn
        assert len(received.args[0].layers) == 17
        assert percents == sorted(percents)
        assert 50 < percents[-1] <= 100
        with qtbot.waitSignal(loader.done, timeout=60_000) as received:
            pass
    assert [one.name() for one in received.args[0].layers] == ["oblasts"]
    assert not loader.is_loading
    assert heart.longest_s < LONGEST_STALL_S


def test_cancelled_loading_states_nothing(project, tmp_path, qtbot):
    loader = MapLoader(project)
    with qtbot.assertNotEmitted(loader.done, wait=300):
        loader.load([geojson(tmp_path / "a.geojson", SQUARE)])
        loader.cancel()
    with qtbot.waitSignal(loader.done, timeout=60_000):
        loader.load([str(tmp_path / "a.geojson")])


def test_loading_that_is_stopped_in_the_list_of_tasks_ends(project, tmp_path, qtbot, monkeypatch):
    from frontline_change.ui.setup import drop

    def sort_slowly(paths, is_over, _tell_percent):
        end = time.monotonic() + 10
        while not is_over() and time.monotonic() < end:
            time.sleep(0.01)
        raise Cancelled

    monkeypatch.setattr(drop, "sort_files", sort_slowly)
    loader = MapLoader(project)
    with qtbot.waitSignal(loader.done, timeout=60_000) as received:
        loader.load([geojson(tmp_path / "a.geojson", SQUARE)])
        qtbot.wait(50)
        QgsApplication.taskManager().cancelAll()
    assert (received.args[0].layers, received.args[0].refused) == ([], [])
    assert not loader.is_loading


def test_looking_into_files_can_be_cancelled(tmp_path):
    geojson(tmp_path / "a.geojson", SQUARE)
    with pytest.raises(Cancelled):
        sort_files([str(tmp_path)], lambda: True)
