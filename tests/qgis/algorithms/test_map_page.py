# SPDX-License-Identifier: GPL-2.0-or-later
"""frontline:mappage: a page from the results of a run, as a file and as a layout in the project."""

import json

import pytest
from frontline_change.layouts.change_layers import PAGE_PROPERTY
from layers import box, box_km2, layer, maps, pair
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
)
from qgis.PyQt.QtGui import QImage

EASTWARD = box(30, 50, 31, 51), box(30, 50, 31.1, 51)
GAINED = f"{box_km2(31, 50, 31.1, 51):.0f} km²"
SHOWN = {"LANGUAGE": "en"}
LAYERS = ("CHANGE", "GAINED", "LOST", "DEPTH", "HELD", "FRONTS")


def run(name, parameters):
    from qgis import processing

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return processing.run(name, parameters, context=context)


@pytest.fixture
def project(frontline):
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def measured(project, in_english):
    """The layers of a measured pair, in the project with the plugin's styles."""
    outcome = run("frontline:sectorchange", {**pair(*EASTWARD), **dict.fromkeys(LAYERS, "memory:")})
    layers = {name: outcome[name] for name in LAYERS}
    project.addMapLayers(list(layers.values()))
    return layers


def texts(layout):
    return {item.id(): item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)}


@pytest.mark.parametrize(("name", "start"), [("p.png", b"\x89PNG"), ("p.pdf", b"%PDF-"), ("p.svg", b"<?xml")])
def test_a_page_is_saved_in_the_format_of_its_ending(measured, tmp_path, name, start):
    outcome = run("frontline:mappage", {**measured, "LANGUAGE": "en", "PAGE": str(tmp_path / name)})
    assert outcome["PAGE"] == str(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name], "nothing else is left in the folder"


def test_the_page_says_what_was_measured(measured, project):
    outcome = run("frontline:mappage", {**measured, "LANGUAGE": "en", "SIDE_NAME": "Blue forces"})
    assert outcome["TITLE"] == f"Blue forces gained {GAINED} and lost none"
    layout = project.layoutManager().layoutByName(outcome["LAYOUT"])
    shown = texts(layout)
    assert shown["title"] == outcome["TITLE"]
    assert shown["period"] == "From 2 June 2025 to 2 July 2025, by the maps of these days"
    assert shown["figure_1_value"] == f"+{GAINED}"
    # What the card of CHANGE says of the error, and the depth by hand: 0.1° of longitude at 50° to 51° north.
    error = json.loads(measured["CHANGE"].metadata().history()[0])["net_se_km2"]
    assert shown["figure_1_caption"] == f"net change, ± {error:.0f} km² (standard error)"
    assert shown["figure_2_value"] == "7.2 km"
    assert GAINED in outcome["ALT_TEXT"]


def test_a_table_of_text_says_the_same_as_the_layer(measured, project, tmp_path):
    """QGIS reads each value of a CSV as text, and what is empty too."""
    drawn = {"GAINED": measured["GAINED"], **SHOWN}
    expected = run("frontline:mappage", {"CHANGE": measured["CHANGE"], **drawn})
    table = tmp_path / "change.csv"
    run("frontline:sectorchange", {**pair(*EASTWARD), "CHANGE": str(table)})
    outcome = run("frontline:mappage", {"CHANGE": str(table), **drawn})
    assert (outcome["TITLE"], outcome["ALT_TEXT"]) == (expected["TITLE"], expected["ALT_TEXT"])
    shown, as_layer = (texts(project.layoutManager().layoutByName(one["LAYOUT"])) for one in (outcome, expected))
    assert shown["figure_1_value"] == as_layer["figure_1_value"] == f"+{GAINED}"
    assert shown["figure_2_value"] == as_layer["figure_2_value"] == "7.2 km"


def test_a_table_with_a_word_for_a_number_is_refused(measured, tmp_path):
    table = tmp_path / "change.csv"
    table.write_text(
        "sector,date_before,date_after,gained_km2,lost_km2\nall,2025-06-02,2025-07-02,unknown,0\n", encoding="utf-8"
    )
    with pytest.raises(QgsProcessingException, match="“unknown” in the field “gained_km2” is no number"):
        run("frontline:mappage", {"CHANGE": str(table), **SHOWN})


def test_ukrainian_words_and_numbers(measured, project):
    outcome = run("frontline:mappage", {**measured, "LANGUAGE": "uk"})
    shown = texts(project.layoutManager().layoutByName(outcome["LAYOUT"]))
    assert outcome["TITLE"].startswith("Сторона: здобуто ")
    assert shown["figure_2_value"] == "7,2 км"


def test_the_layers_of_the_project_stay_as_they_are(measured, project):
    tree = [layer.id() for layer in project.layerTreeRoot().layerOrder()]
    names = {layer.id(): (layer.name(), layer.renderer().dump()) for layer in measured.values()}
    run("frontline:mappage", {**measured, "SCHEME": "dark"})
    assert [layer.id() for layer in project.layerTreeRoot().layerOrder()] == tree
    assert {layer.id(): (layer.name(), layer.renderer().dump()) for layer in measured.values()} == names


def test_the_legend_lists_what_is_on_the_map(measured, project):
    outcome = run("frontline:mappage", {**measured, "LANGUAGE": "en"})
    layout = project.layoutManager().layoutByName(outcome["LAYOUT"])
    (legend,) = (item for item in layout.items() if isinstance(item, QgsLayoutItemLegend))
    model = legend.model()
    shown = [node.data(0) for layer in model.rootGroup().findLayers() for node in model.layerLegendNodes(layer)]
    assert shown[0] == "Gained"
    assert "Held on 2 July 2025" in shown
    assert not [text for text in shown if "Lost" in text]


def test_two_pages_have_two_names_and_the_layers_of_a_removed_page_go(measured, project):
    first = run("frontline:mappage", {**measured, "LANGUAGE": "en"})["LAYOUT"]
    second = run("frontline:mappage", {**measured, "LANGUAGE": "en"})["LAYOUT"]
    assert second == f"{first} (2)"
    own = len([layer for layer in project.mapLayers().values() if layer.customProperty(PAGE_PROPERTY)])
    manager = project.layoutManager()
    for name in (first, second):
        manager.removeLayout(manager.layoutByName(name))
    run("frontline:mappage", {**measured, "LANGUAGE": "en"})
    left = len([layer for layer in project.mapLayers().values() if layer.customProperty(PAGE_PROPERTY)])
    assert left == own / 2


def test_a_page_that_is_saved_with_the_project_has_its_maps_again(measured, project, tmp_path):
    database = tmp_path / "result.gpkg"
    kept = {name: f"ogr:dbname='{database}' table=\"{name}\" (geom)" for name in ("CHANGE", "GAINED", "HELD")}
    outcome = run("frontline:sectorchange", {**pair(*EASTWARD), **kept})
    layers = {name: outcome[name] for name in kept}
    name = run("frontline:mappage", {**layers, "LANGUAGE": "en"})["LAYOUT"]
    project.write(str(tmp_path / "page.qgz"))
    project.clear()
    project.read(str(tmp_path / "page.qgz"))
    layout = project.layoutManager().layoutByName(name)
    (main,) = (item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.id() == "map")
    assert len(main.layers()) == 2 + 2, "gained and held, and the base map"
    assert all(layer.isValid() and layer.featureCount() for layer in main.layers())


def test_one_period_of_a_series(project, in_english):
    dated = maps(("2025-05-01", box(30, 50, 30.9, 51)), ("2025-06-01", EASTWARD[0]), ("2025-07-01", EASTWARD[1]))
    series = run("frontline:changeseries", {"SNAPSHOTS": dated, "PERIOD": "month", "SERIES": "memory:"})["SERIES"]
    with pytest.raises(QgsProcessingException, match=r"has 2 periods\. Say in PERIOD which one to draw: 2025-05"):
        run("frontline:mappage", {"CHANGE": series})
    outcome = run("frontline:mappage", {"CHANGE": series, "PERIOD": "2025-06", "THEATRE": dated, "LANGUAGE": "en"})
    assert outcome["TITLE"] == f"The side gained {GAINED} and lost none"
    with pytest.raises(QgsProcessingException, match="no figures for the period 2031-01"):
        run("frontline:mappage", {"CHANGE": series, "PERIOD": "2031-01"})


def test_a_page_of_a_series_names_whose_maps_they_are(project, in_english):
    """What broke: the card of a series names its maps elsewhere than that of a pair, and the page had no source."""
    dated = ("2025-05-01", box(30, 50, 30.9, 51)), ("2025-06-01", EASTWARD[0])
    run_series = {"SNAPSHOTS": maps(*dated), "PERIOD": "month", "SERIES": "memory:"}
    unknown = run(
        "frontline:mappage",
        {"CHANGE": run("frontline:changeseries", run_series)["SERIES"], **SHOWN, "THEATRE": run_series["SNAPSHOTS"]},
    )
    assert texts(layout_of(project, unknown))["credit"].startswith("Maps: as supplied (maps).")
    rows = [(day, "held", "deepstate", "a file", shape) for day, shape in dated]
    prepared = layer(
        "snapshots",
        *(row[-1] for row in rows),
        kind="MultiPolygon",
        fields="date:datetime,class:string,source:string,origin:string",
        rows=[[f"{row[0]}T00:00:00", *row[1:4]] for row in rows],
    )
    known = run("frontline:changeseries", {**run_series, "SNAPSHOTS": prepared})["SERIES"]
    page = run("frontline:mappage", {"CHANGE": known, **SHOWN, "THEATRE": prepared})
    assert texts(layout_of(project, page))["credit"].startswith("Maps: DeepStateMap.live")


def layout_of(project, outcome):
    return project.layoutManager().layoutByName(outcome["LAYOUT"])


def test_what_is_no_result_is_refused_by_name(project):
    with pytest.raises(QgsProcessingException, match="is not a measured change: it has no field sector"):
        run("frontline:mappage", {"CHANGE": maps(("2025-05-01", EASTWARD[0]))})


def test_a_page_that_cannot_be_written_says_so_and_leaves_nothing(measured, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"saved as \.pdf, \.png, \.svg"):
        run("frontline:mappage", {**measured, "PAGE": str(tmp_path / "page.docx")})
    assert list(tmp_path.iterdir()) == []


def test_more_dots_give_a_larger_picture(measured, tmp_path):
    page = {**measured, "TEMPLATE": "square", "PAGE": str(tmp_path / "page.png")}
    run("frontline:mappage", {**page, "DPI": 102})
    assert QImage(page["PAGE"]).width() == pytest.approx(542, abs=2)
