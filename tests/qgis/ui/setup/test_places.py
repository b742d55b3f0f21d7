# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of settlements that are dropped on the dock: loaded as points, chosen as places, measured."""

import pytest
from frontline_change.ui.setup.drop import load_maps
from layers import box, layer, pair
from qgis.PyQt.QtCore import QLocale, QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent

pytestmark = pytest.mark.usefixtures("frontline", "in_english")

TABLES = {
    "usual": "name,lat,lon\nHohle,48.5,37.05\nBerg,48.5,36.5\n",
    "longitude first": "name,lon,lat\nHohle,37.05,48.5\nBerg,36.5,48.5\n",
    "capitals": "Name,LATITUDE,LONGITUDE\nHohle,48.5,37.05\nBerg,48.5,36.5\n",
    "Lng, spaces": "name, Lat, Lng\nHohle, 48.5, 37.05\nBerg, 48.5, 36.5\n",
    "semicolons": "name;Lat;Long\nHohle;48,5;37,05\nBerg;48,5;36,5\n",
    "tabs": "name\ty\tx\nHohle\t48.5\t37.05\nBerg\t48.5\t36.5\n",
    "Ukrainian": "назва,широта,довгота\nHohle,48.5,37.05\nBerg,48.5,36.5\n",
    "quoted, with a mark of order": '\ufeff"name","lat","lon"\n"Hohle","48.5","37.05"\n"Berg","48.5","36.5"\n',
}


def dropped(dock, *paths):
    """Drop files on the dock as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dock.dock.dropEvent(QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, left, no_key))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_with_usual_columns_becomes_points(project, tmp_path, name):
    path = tmp_path / "places.csv"
    path.write_text(TABLES[name], encoding="utf-8")
    added = load_maps([str(path)], project)
    (places,) = added.places
    assert (added.layers, added.refused, added.to_prepare) == ([], [], [])
    assert places.crs().authid() == "EPSG:4326"
    points = {feature.attributes()[0]: feature.geometry().asPoint() for feature in places.getFeatures()}
    assert {key: (point.x(), point.y()) for key, point in points.items()} == {
        "Hohle": (37.05, 48.5),
        "Berg": (36.5, 48.5),
    }


def test_dropped_on_the_dock_they_are_the_places(dock, project, qtbot, tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(TABLES["usual"], encoding="utf-8")
    project.addMapLayers(list(pair(box(36, 48, 37, 49), box(36, 48, 37.1, 49)).values()))
    qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
    dropped(dock, path)
    qtbot.waitUntil(lambda: "places" in dock.plan.text(), timeout=60_000)
    assert dock.options.widgets["PLACES"].currentLayer().name() == "places"
    dock.measure(qtbot)
    (changed,) = [one for one in project.mapLayers().values() if one.name().startswith("Places changed")]
    assert [(feature["place"], feature["change"]) for feature in changed.getFeatures()] == [("Hohle", "gained")]
    dock.choose_mode("series", "month")
    assert dock.options.widgets["PLACES"].currentLayer().name() == "places"


def test_dropped_before_the_maps_they_wait_for_them(dock, project, qtbot, tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(TABLES["usual"], encoding="utf-8")
    dock.choose_mode("capture")
    dropped(dock, path)
    qtbot.waitUntil(lambda: bool(project.mapLayersByName("places")), timeout=60_000)
    dock.choose_mode("pair")
    assert dock.options.values()["PLACES"].name() == "places"


def test_a_table_without_them_is_refused_with_what_is_expected(project, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text("month,net_km2\n2025-06,556\n", encoding="utf-8")
    added = load_maps([str(path)], project)
    ((name, reason),) = added.refused
    assert name == "figures.csv"
    assert "lat and lon" in reason
    assert project.mapLayers() == {}


def test_a_folder_with_a_table_has_its_places_too(project, tmp_path):
    (tmp_path / "places.csv").write_text(TABLES["usual"], encoding="utf-8")
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    added = load_maps([str(tmp_path)], project)
    assert [one.name() for one in added.places] == ["places"]
    assert [name for name, _ in added.refused] == [f"{tmp_path.name}: 1 × .csv"]


@pytest.mark.shared_data
def test_the_real_table_of_places(project, shared_data):
    (places,) = load_maps([str(shared_data / "places.csv")], project).places
    assert {feature["name"] for feature in places.getFeatures()} >= {"Pokrovsk", "Sumy"}


@pytest.mark.parametrize(
    ("language", "fields", "expected"),
    [
        ("uk_UA", "name:string,name_uk:string", "name_uk"),
        ("uk_UA", "NAME:string,NAME_UK:string", "NAME_UK"),
        ("uk_UA", "name:string,code:string", "name"),
        ("en_GB", "name:string,name_uk:string", "name"),
    ],
)
def test_sectors_have_the_names_of_the_language(dock, project, qtbot, language, fields, expected):
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        regions = layer("regions", box(35, 47, 38, 50), fields=fields, rows=[("Donetsk", "Донецька")])
        project.addMapLayer(regions)
        dock.choose("SECTORS", regions)
        assert dock.sector_field.currentField() == expected
    finally:
        QLocale.setDefault(before)


def test_regions_are_measured_under_their_ukrainian_names(dock, project, qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale("uk_UA"))
    try:
        rows = [("Donetsk", "Донецька")]
        regions = layer("regions", box(35, 47, 38, 50), fields="name:string,name_uk:string", rows=rows)
        project.addMapLayers([regions, *pair(box(36, 48, 37, 49), box(36, 48, 37.1, 49)).values()])
        qtbot.waitUntil(dock.measure_button.isEnabled, timeout=60_000)
        dock.choose("SECTORS", regions)
        dock.measure(qtbot)
        assert "Донецька" in dock.shown("sector")
    finally:
        QLocale.setDefault(before)
