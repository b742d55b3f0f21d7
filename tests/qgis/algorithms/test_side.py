# SPDX-License-Identifier: GPL-2.0-or-later
"""SIDE_NAME and SIDE_COLOUR: in headline, method card, legend and colours; without them everything is as before."""

import json

import pytest
from frontline_change import styles
from frontline_change.styles import palette
from layers import box, box_km2, maps, pair
from qgis.PyQt.QtGui import QColor

SIDE = {"SIDE_NAME": "Russian forces", "SIDE_COLOUR": "#1a9850"}
EASTWARD = box(30, 50, 31, 51), box(30, 50, 31.1, 51)
GAINED = f"{box_km2(31, 50, 31.1, 51):.0f} km²"
SERIES = ("2025-06-02", EASTWARD[0]), ("2025-07-02", EASTWARD[1])

ONE_OF_EACH = [
    ("frontline:sectorchange", lambda: pair(*EASTWARD), "CHANGE"),
    ("frontline:changeseries", lambda: {"SNAPSHOTS": maps(*SERIES), "PERIOD": "all"}, "SERIES"),
    ("frontline:capturedate", lambda: {"SNAPSHOTS": maps(*SERIES), "PERIOD": "all"}, "CAPTURE"),
]
every_algorithm = pytest.mark.parametrize(("name", "inputs", "output"), ONE_OF_EACH)


def run(name, parameters):
    from qgis import processing

    return processing.run(name, parameters)


def legend(layer) -> list[str]:
    """The texts of a layer's categories."""
    return [category.label() for category in layer.renderer().categories()]


def fill(layer, value) -> str:
    """The colour that fills a category."""
    categories = layer.renderer().categories()
    (symbol,) = [category.symbol().clone() for category in categories if category.value() == value]
    parts = [symbol.symbolLayer(number) for number in range(symbol.symbolLayerCount())]
    return next(one.fillColor().name() for one in parts if one.layerType() == "SimpleFill" and one.brushStyle())


@every_algorithm
def test_the_name_is_in_the_headline_and_both_are_in_the_method_card(frontline, in_english, name, inputs, output):
    outcome = run(name, {**inputs(), **SIDE, output: "memory:"})
    assert "Russian forces" in outcome["HEADLINE"]
    assert "the side" not in outcome["HEADLINE"]
    card = json.loads(outcome["METHOD"])
    assert (card["side_name"], card["side_colour"]) == ("Russian forces", "#1a9850")


@every_algorithm
@pytest.mark.parametrize("empty", [{}, {"SIDE_NAME": "", "SIDE_COLOUR": ""}, {"SIDE_NAME": None, "SIDE_COLOUR": None}])
def test_without_them_the_headline_is_that_of_earlier_versions(frontline, in_english, name, inputs, output, empty):
    outcome = run(name, {**inputs(), **empty, output: "memory:"})
    start = {
        "frontline:sectorchange": f"From 2 June 2025 to 2 July 2025 the side gained {GAINED} and lost none",
        "frontline:changeseries": f"From 2 June 2025 to 2 July 2025 the net change was +{GAINED}",
        "frontline:capturedate": f"From 2 June 2025 to 2 July 2025 the side captured {GAINED} that it still holds",
    }[name]
    assert outcome["HEADLINE"].startswith(start)
    card = json.loads(outcome["METHOD"])
    assert (card["side_name"], card["side_colour"]) == (None, None)


def test_the_sentences_with_a_name(frontline, in_english):
    texts = [run(name, {**inputs(), **SIDE, output: "memory:"})["HEADLINE"] for name, inputs, output in ONE_OF_EACH]
    assert texts[0].startswith(f"From 2 June 2025 to 2 July 2025 Russian forces gained {GAINED} and lost none: net")
    assert texts[1] == f"From 2 June 2025 to 2 July 2025 the net change for Russian forces was +{GAINED}."
    assert texts[2].startswith(f"From 2 June 2025 to 2 July 2025 Russian forces captured and kept {GAINED};")


def test_braces_in_a_name_are_only_letters(frontline, in_english):
    outcome = run("frontline:sectorchange", {**pair(*EASTWARD), "SIDE_NAME": "{net} {0}", "CHANGE": "memory:"})
    assert "{net} {0} gained" in outcome["HEADLINE"]


def test_no_figure_depends_on_them(frontline):
    with_side, without = (run("frontline:sectorchange", {**pair(*EASTWARD), **side, "CHANGE": "memory:"})
                          for side in (SIDE, {}))  # fmt: skip
    for number in ("GAINED_KM2", "LOST_KM2", "NET_KM2", "GAINED_SE_KM2", "ADVANCE_MAX_KM"):
        assert with_side[number] == without[number]


def loaded(project, name, parameters):
    """The layers that QGIS loads after a run from the toolbox, by output."""
    from qgis import processing

    outcome = processing.runAndLoadResults(name, parameters)
    return {key: project.mapLayer(value) for key, value in outcome.items() if project.mapLayer(str(value))}


def test_legend_and_colours_of_the_layers_that_qgis_loads(frontline, project, no_layer_tree):
    wanted = dict.fromkeys(("CHANGE", "GAINED", "LOST", "HELD"), "memory:")
    layers = loaded(project, "frontline:sectorchange", {**pair(*EASTWARD), **SIDE, **wanted})
    assert legend(layers["GAINED"])[0] == "Gained by Russian forces"
    assert legend(layers["LOST"])[0] == "Lost by Russian forces"
    assert set(legend(layers["HELD"])) == {"Held by Russian forces, after", "Held by Russian forces, before"}
    assert fill(layers["GAINED"], "ground") == "#1a9850"
    assert fill(layers["LOST"], "ground") == palette.LOST
    greenest, *_ = [entry.symbol().clone().color() for entry in layers["CHANGE"].renderer().ranges()]
    assert greenest.green() > max(greenest.red(), greenest.blue())


def test_restyling_keeps_the_side(frontline, project, no_layer_tree):
    wanted = dict.fromkeys(("CHANGE", "GAINED"), "memory:")
    gained = loaded(project, "frontline:sectorchange", {**pair(*EASTWARD), **SIDE, **wanted})["GAINED"]
    assert styles.restyle(project, "print") == []
    assert fill(gained, "ground") == "#6e6e6e", "the greys of print are the point of that variant"
    assert legend(gained)[0] == "Gained by Russian forces"
    assert styles.restyle(project, styles.STANDARD) == []
    assert fill(gained, "ground") == "#1a9850"


def test_a_saved_result_has_legend_and_colours_when_it_is_styled_again(frontline, tmp_path):
    from qgis.core import QgsVectorLayer

    path = tmp_path / "out.gpkg"
    table = "ogr:dbname='{}' table=\"GAINED\" (geom)"
    run("frontline:sectorchange", {**pair(*EASTWARD), **SIDE, "CHANGE": "memory:", "GAINED": table.format(path)})
    opened = QgsVectorLayer(f"{path}|layername=GAINED", "gained", "ogr")
    styles.apply(opened, "gained")
    assert legend(opened)[0] == "Gained by Russian forces"
    assert fill(opened, "ground") == "#1a9850"


def test_dates_of_capture_go_from_pale_to_dark_in_the_sides_hue(frontline, project, no_layer_tree):
    series = maps(*((f"2025-0{month}-01", box(30, 50, 30 + month / 10, 51)) for month in range(1, 7)))
    layers = loaded(project, "frontline:capturedate", {"SNAPSHOTS": series, **SIDE, "CAPTURE": "memory:"})
    categories = layers["CAPTURE"].renderer().categories()
    assert categories[0].label() == "Held throughout by Russian forces"
    months = [one.symbol().clone().color() for one in categories if str(one.value()).startswith("2025-")]
    assert len(months) == 5
    assert [colour.lightness() for colour in months] == sorted((c.lightness() for c in months), reverse=True)
    assert all(100 <= colour.hslHue() <= 160 for colour in months), "all of them are green"


@pytest.mark.parametrize("given", ["#1a9850", "rgb(26,152,80)", "26,152,80", QColor("#1a9850")])
def test_a_colour_is_given_in_any_way_that_qgis_reads(frontline, given):
    outcome = run("frontline:sectorchange", {**pair(*EASTWARD), "SIDE_COLOUR": given, "CHANGE": "memory:"})
    assert json.loads(outcome["METHOD"])["side_colour"] == "#1a9850"


def test_what_is_no_colour_is_refused(sectorchange):
    message = sectorchange.refusal(**pair(*EASTWARD), SIDE_COLOUR="blurple")
    assert "SIDE_COLOUR (Colour of the side) cannot be “blurple”" in message
    assert "#b2182b" in message


@every_algorithm
@pytest.mark.parametrize("parameter", ["SIDE_NAME", "SIDE_COLOUR"])
def test_dialogs_offer_both_empty(frontline, name, inputs, output, parameter):
    from qgis.core import QgsApplication, QgsProcessingContext
    from qgis.gui import QgsGui, QgsProcessingGui

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    wrapper = QgsGui.processingGuiRegistry().createParameterWidgetWrapper(
        algorithm.parameterDefinition(parameter), QgsProcessingGui.WidgetType.Standard
    )
    widget = wrapper.createWrappedWidget(QgsProcessingContext())
    assert not wrapper.parameterValue()
    widget.deleteLater()
