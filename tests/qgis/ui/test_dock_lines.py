# SPDX-License-Identifier: GPL-2.0-or-later
"""Front lines in the dock: they can be chosen as maps, and it asks which ground behind them is held."""

import pytest
from layers import box_km2
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

EASTS = {"front_20250602": 31.0, "front_20250702": 31.1}


def drawn(kind, name, *wkts):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326", name, "memory")
    features = []
    for wkt in wkts:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


@pytest.fixture
def fronts(dock, project, qtbot):
    """Two fronts along meridians, drawn northwards: the ground on their left, in the west, is held."""
    lines = [drawn("LineString", name, f"LINESTRING({east} 50, {east} 51)") for name, east in EASTS.items()]
    land = drawn("Polygon", "land", "POLYGON((30 50, 33 50, 33 51, 30 51, 30 50))")
    project.addMapLayers([*lines, land])
    qtbot.waitUntil(lambda: "front lines" in dock.plan.text(), timeout=60_000)
    return lines, land


def answer(dock, land):
    widgets = dock.setup.options.form.widgets
    widgets["THEATRE"].setLayer(land)
    widgets["SIDE"].setCurrentText("Left of the lines")


def test_lines_are_found_and_asked_about_and_then_measured(dock, fronts, qtbot):
    lines, land = fronts
    assert not dock.measure_button.isEnabled()
    assert "which ground is held" in dock.plan.text()
    assert [combo.currentLayer() for combo in dock.layers.values()][:2] == lines
    answer(dock, land)
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    dock.measure(qtbot)
    assert sum(row["gained_km2"] for row in dock.table_rows) == pytest.approx(box_km2(31, 50, 31.1, 51), abs=0.05)
    assert sum(row["lost_km2"] for row in dock.table_rows) == pytest.approx(0, abs=0.05)


def test_what_lines_need_is_shown_only_for_lines(dock, fronts, project, qtbot):
    _, land = fronts
    widgets = dock.setup.options.form.widgets
    assert not widgets["SIDE"].isHidden()
    answer(dock, land)
    assert dock.setup.options.values()["SIDE"] == "left"
    polygons = [
        drawn("Polygon", name.replace("front", "map"), "POLYGON((30 50, 31 50, 31 51, 30 50))") for name in EASTS
    ]
    project.addMapLayers(polygons)
    qtbot.waitUntil(lambda: dock.layers["BEFORE"].currentLayer() is polygons[0], timeout=60_000)
    assert widgets["SIDE"].isHidden()
    assert "SIDE" not in dock.setup.options.values()


def test_lines_beside_the_polygons_of_a_file_are_no_maps(dock, project, qtbot, tmp_path):
    path = tmp_path / "map_2025-06-01.geojson"
    path.write_text(
        '{"type": "FeatureCollection", "features": ['
        '{"type": "Feature", "properties": {}, "geometry": '
        '{"type": "LineString", "coordinates": [[30, 50], [31, 51]]}},'
        '{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": '
        "[[[30, 50], [31, 50], [31, 51], [30, 50]]]}}]}",
        encoding="utf-8",
    )
    lines = QgsVectorLayer(f"{path}|geometrytype=LineString", "lines_2025-06-01", "ogr")
    assert lines.isValid()
    project.addMapLayer(lines)
    qtbot.wait(500)
    qtbot.waitUntil(lambda: not dock.contents.finder.is_searching, timeout=60_000)
    assert dock.maps.found == []
