# SPDX-License-Identifier: GPL-2.0-or-later
"""The bridge: layers as they were when a run began, dates without the machine's zone, geometries there and back."""

import json
import threading
from datetime import date, datetime, timedelta, timezone

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.dates import date_field_of
from frontline_change.processing import conversion
from frontline_change.processing.inputs.layer_dates import layer_dates
from frontline_change.processing.inputs.layers import LayerInput
from frontline_change.processing.outputs.features import FrameGeometries
from frontline_change.processing.progress import Cancelled
from layers import box, layer
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone

SQUARE = {"type": "Polygon", "coordinates": [[[30, 50], [31, 50], [31, 51], [30, 51], [30, 50]]]}


def never():
    return False


def three(**options):
    return layer("three", box(30, 50, 31, 51), box(31, 50, 32, 51), box(32, 50, 33, 51), **options)


def geojson(path, *geometries):
    features = [{"type": "Feature", "properties": {"n": n}, "geometry": g} for n, g in enumerate(geometries)]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


# Values and dates


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (NULL, None),
        ("text", "text"),
        (3, 3),
        (2.5, 2.5),
        (QDate(2025, 6, 2), date(2025, 6, 2)),
        (QDateTime(QDate(2025, 6, 2), QTime(18, 30)), datetime(2025, 6, 2, 18, 30, tzinfo=timezone.utc)),
    ],
)
def test_attributes_become_plain_python(value, expected):
    assert conversion.plain_value(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        QDateTime(QDate(2025, 6, 2), QTime(18, 30, 15, 250)),  # of no zone, which is UTC
        QDateTime(QDate(2025, 6, 2), QTime(18, 30, 15, 250), Qt.TimeSpec.UTC),
        QDateTime(QDate(2025, 6, 2), QTime(21, 30, 15, 250), Qt.TimeSpec.OffsetFromUTC, 3 * 3600),
        QDateTime(QDate(2025, 6, 2), QTime(21, 30, 15, 250), QTimeZone(b"Europe/Athens")),  # known everywhere
    ],
    ids=["no zone", "UTC", "offset", "Athens"],
)
def test_every_kind_of_time_is_one_instant(value):
    instant = conversion.instant_of(value)
    assert instant == datetime(2025, 6, 2, 18, 30, 15, 250_000, tzinfo=timezone.utc)
    assert conversion.instant_of(conversion.qdatetime(instant)) == instant


def test_instants_of_other_zones_are_written_in_utc():
    kyiv = timezone(timedelta(hours=3))
    written = conversion.qdatetime(datetime(2025, 6, 2, 1, 0, tzinfo=kyiv))
    assert written.toString("yyyy-MM-dd HH:mm:ss") == "2025-06-01 22:00:00"
    assert written.offsetFromUtc() == 0


@pytest.mark.parametrize(
    ("name", "fields", "rows", "expected"),
    [
        ("front_20250602", "", [], "2025-06-02"),
        ("front", "", [], None),
        ("front 03/04/2025", "", [], None),
        ("front", "date:date", [(QDate(2025, 6, 2),)] * 3, "2025-06-02"),
        ("front", "Day:string", [("2 June 2025",)] * 3, "2025-06-02"),
        ("front", "Day:string", [("2 June 2025",), (None,)], None),  # the algorithms refuse it too
        ("front_20250602", "date:string", [("unknown",)] * 3, "2025-06-02"),
        ("front_20250602", "date:date", [(QDate(2025, 6, 2),), (QDate(2025, 6, 3),), (QDate(2025, 6, 3),)], None),
        ("front_20250602", "date:date,day:date", [], "2025-06-02"),
    ],
)
def test_the_one_date_of_a_layer(qgis_app, name, fields, rows, expected):
    made = three(fields=fields, rows=rows)
    made.setName(name)
    found = [f"{one.instant:%Y-%m-%d}" for one in layer_dates(LayerInput(made)).maps]
    assert (found[0] if len(found) == 1 else None) == expected


@pytest.mark.shared_data
def test_the_date_of_a_publishers_map_is_the_one_that_is_measured(qgis_app, shared_data, sectorchange):
    """The answers to 31 May and 30 June are maps of 27 May and 28 June."""
    maps = [
        QgsVectorLayer(str(shared_data / "nzz" / f"{day}.json"), day, "ogr") for day in ("2025-05-31", "2025-06-30")
    ]
    dated = [layer_dates(LayerInput(one)).maps for one in maps]
    shown = [f"{one.instant:%Y-%m-%d}" for (one,) in dated]
    outcome = sectorchange(BEFORE=maps[0], AFTER=maps[1])
    assert (
        shown
        == [outcome[name][:10] for name in ("DATE_BEFORE_USED", "DATE_AFTER_USED")]
        == ["2025-05-27", "2025-06-28"]
    )


def test_a_date_field_is_guessed_only_where_there_is_one():
    assert date_field_of(["name", "DATE"]) == "DATE"
    assert date_field_of(["date", "day"]) is None
    assert date_field_of(["updated"]) is None


# Layers


def test_a_layer_is_read_with_its_attributes(qgis_app):
    raw = LayerInput(three(fields="n:integer,day:date", rows=[(1, QDate(2025, 6, 2)), (NULL, NULL)])).raw_map(never)
    assert raw.title == "three"
    assert raw.fields == ("n", "day")
    assert raw.attributes == [
        {"n": 1, "day": date(2025, 6, 2)},
        {"n": None, "day": None},
        {"n": None, "day": None},
    ]
    assert shapely.area(raw.geometries) == pytest.approx([1, 1, 1])
    assert raw.crs_wkt.startswith("GEOGCRS")


def test_a_layer_stays_what_it_was_when_the_run_began(qgis_app):
    """Read in a worker while the user edits, renames and deletes it."""
    made = three()
    made.startEditing()
    made.deleteFeature(2)
    held = LayerInput(made)
    made.deleteFeature(3)
    made.setName("other")
    made.rollBack()
    del made
    read = []
    worker = threading.Thread(target=lambda: read.append(held.raw_map(never)))
    worker.start()
    worker.join()
    assert read[0].title == "three"
    assert len(read[0].geometries) == 2


def test_only_the_selected_features(qgis_app):
    made = three()
    made.select(2)
    chosen = QgsProcessingFeatureSourceDefinition(made.id(), selectedFeaturesOnly=True)
    held = LayerInput(made, chosen)
    made.removeSelection()
    assert len(held.raw_map(never).geometries) == 1


def test_only_so_many_features(qgis_app):
    made = three()
    limited = QgsProcessingFeatureSourceDefinition(made.id(), False, 2)
    assert len(LayerInput(made, limited).raw_map(never).geometries) == 2


def test_a_cancel_while_reading(qgis_app):
    with pytest.raises(Cancelled):
        LayerInput(three()).raw_map(lambda: True)


def test_no_features_are_no_geometries(qgis_app):
    raw = LayerInput(layer("none")).raw_map(never)
    assert raw.geometries.shape == (0,)
    assert raw.attributes == []


def test_features_that_make_no_polygon_are_named(qgis_app):
    broken = layer("broken", box(30, 50, 31, 51), "TRIANGLE((31 50,31.1 50,31.1 51,31 50))")
    with pytest.raises(InputError) as caught:
        LayerInput(broken).raw_map(never)
    assert caught.value.facts == {"layer": "broken", "features": "2"}


def test_two_layers_of_one_name_are_two(qgis_app):
    assert LayerInput(three()).key != LayerInput(three()).key
    made = three()
    assert LayerInput(made).key == LayerInput(made).key


# Files that are read whole


def test_geojson_files_are_read_whole_unless_something_was_taken_away(qgis_app, tmp_path):
    path = geojson(tmp_path / "maps.geojson", SQUARE, SQUARE)
    made = QgsVectorLayer(str(path), "maps", "ogr")
    assert LayerInput(made).is_whole_file
    some = QgsProcessingFeatureSourceDefinition(made.id(), True)
    assert not LayerInput(made, some).is_whole_file
    made.setSubsetString("n = 1")
    assert not LayerInput(made).is_whole_file
    made.setSubsetString("")
    made.startEditing()
    made.deleteFeature(next(made.getFeatures()).id())
    assert not LayerInput(made).is_whole_file
    made.rollBack()
    path.unlink()
    assert not LayerInput(made).is_whole_file


def test_other_files_are_read_through_qgis(qgis_app, tmp_path):
    """Also TopoJSON, which may end in .json as well: a layer shows one of its objects."""
    path = tmp_path / "maps.json"
    square = {"type": "Polygon", "arcs": [[0]], "properties": {"n": 1}}
    arcs = [[[30, 50], [30, 51], [31, 51], [31, 50], [30, 50]]]
    objects = {"control": {"type": "GeometryCollection", "geometries": [square]}}
    path.write_text(json.dumps({"type": "Topology", "objects": objects, "arcs": arcs}))
    made = LayerInput(QgsVectorLayer(str(path), "maps", "ogr"))
    assert not made.is_whole_file
    assert shapely.area(made.raw_map(never).geometries) == pytest.approx([1])


def test_a_layer_of_one_kind_out_of_a_mixed_file(qgis_app, tmp_path):
    path = geojson(tmp_path / "mixed.geojson", SQUARE, {"type": "Point", "coordinates": [30, 50]})
    assert LayerInput(QgsVectorLayer(f"{path}|geometrytype=Polygon", "mixed", "ogr")).chose_geometry
    assert not LayerInput(QgsVectorLayer(str(path), "mixed", "ogr")).chose_geometry


# Geometries back to QGIS


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32637", "EPSG:4258"])
def test_geometries_come_back_where_they_were(qgis_app, crs):
    frame = Frame(36, 48)
    lonlat = np.array([[36.0, 48.0], [36.1, 48.0], [36.1, 48.1], [36.0, 48.0]])
    target = QgsCoordinateReferenceSystem(crs)
    (polygon, line) = FrameGeometries(frame, target)(
        np.array([shapely.polygons(frame.project(lonlat)), shapely.linestrings(frame.project(lonlat[:2]))])
    )
    assert polygon.isMultipart()
    assert not line.isMultipart()
    there = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), target, QgsProject.instance())
    metres = 1 if not target.isGeographic() else 1e-5
    for vertex, (lon, lat) in zip(polygon.vertices(), lonlat):
        expected = there.transform(lon, lat)
        assert vertex.x() == pytest.approx(expected.x(), abs=metres)
        assert vertex.y() == pytest.approx(expected.y(), abs=metres)


def test_nothing_gives_nothing(qgis_app):
    assert FrameGeometries(Frame(36, 48), QgsCoordinateReferenceSystem("EPSG:4326"))(np.zeros(0, dtype=object)) == []
