# SPDX-License-Identifier: GPL-2.0-or-later
"""The variants of the styles: safe for the colour-blind, legible on dark maps, in greys for print; switched at once."""

import re
from itertools import product

import pytest
from colour_vision import BLINDNESS, DARK_MAP, LIGHT_MAP, contrast, distance, lab, linear, luminance
from frontline_change import styles
from frontline_change.styles import palette, variants
from layers import box, layer
from qgis.core import (
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument
from rules import every

SHAPES = {0: "Point", 1: "LineString", 2: "MultiPolygon"}
OTHERS = [name for name in styles.VARIANTS if name != styles.STANDARD]


def styled(key, variant=styles.STANDARD) -> QgsVectorLayer:
    style = styles.STYLES[key]
    kinds = {"net_km2": "double", "gained_km2": "double", "date": "datetime"}
    fields = ",".join(f"{name}:{kinds.get(name, 'string')}" for name in style.fields)
    made = layer(key, kind=SHAPES[int(style.geometry)], fields=fields)
    styles.apply(made, key, variant)
    return made


def looks(made) -> str:
    """All that is drawn of a layer, as QGIS would write it."""
    document = QDomDocument()
    made.exportNamedStyle(document, categories=QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling)
    return re.sub(r"id=(\"|&quot;)\{.*?\}\1", "", document.toString())  # new ones each time, from QGIS 3.30 on


def colours_of(made) -> set[str]:
    """Every colour of symbols and labels, as `#rrggbb`."""
    written = re.findall(r'"(\d+),(\d+),(\d+),\d+(?:,rgb:[^"]*)?"', looks(made))
    found = {QColor(*map(int, match)).name() for match in written}
    return found | set(re.findall("#[0-9a-f]{6}", looks(made)))


def test_each_variant_has_a_name_of_its_own():
    assert list(variants.names()) == list(styles.VARIANTS) == ["standard", "colour-blind", "dark map", "print"]
    assert len(set(variants.names().values())) == len(styles.VARIANTS)


@every("key, variant", product(styles.STYLES, styles.VARIANTS))
def test_every_style_comes_in_every_variant(key, variant):
    made = styled(key, variant)
    assert made.renderer() is not None
    assert made.customProperty(styles.STYLE_PROPERTY) == key


@every("key, variant", product(["gained", "lost", "change", "depth", "arrows", "places_changed"], OTHERS))
def test_nothing_of_the_standard_colours_of_change_is_left(key, variant):
    changed = {palette.GAINED, palette.LOST, palette.GAINED_DARK, palette.LOST_DARK}
    assert colours_of(styled(key)) & (changed | set(palette.NET_RAMP))
    assert not colours_of(styled(key, variant)) & changed


@every("variant, blindness", product([name for name in styles.VARIANTS if name != "print"], BLINDNESS))
def test_gained_and_lost_are_far_apart_for_everybody(variant, blindness):
    gained, lost = (variants.colour(name, variant) for name in (palette.GAINED, palette.LOST))
    assert distance(gained, lost, blindness) > 60


@every("blindness", BLINDNESS)
def test_the_colour_blind_pair_is_far_apart_in_hue_and_in_lightness(blindness):
    pair = [variants.colour(hue, "colour-blind") for hue in (palette.GAINED, palette.LOST)]
    assert distance(*pair, blindness) > 80
    lightness = [lab(linear(hue))[0] for hue in pair]
    assert abs(lightness[0] - lightness[1]) > 20  # so that the pair survives a copier


@pytest.mark.parametrize("variant", ["standard", "colour-blind", "dark map"])
@every("blindness", BLINDNESS)
def test_the_outer_classes_of_net_change_are_far_apart(variant, blindness):
    ramp = [variants.colour(name, variant) for name in palette.NET_RAMP]
    for step in range(3):
        assert distance(ramp[step], ramp[-1 - step], blindness) > (45, 25, 10)[step]


@every("key", styles.STYLES)
def test_print_has_only_greys(key):
    for name in colours_of(styled(key, "print")) - {"#0000ff"}:  # QGIS's own for the body of a hatch, never drawn
        assert len({name[start : start + 2] for start in (1, 3, 5)}) == 1, name


def test_gained_is_much_darker_than_lost_in_print():
    gained, lost = (lab(linear(variants.colour(name, "print")))[0] for name in (palette.GAINED, palette.LOST))
    assert lost - gained > 30


@every("name", [palette.INK, palette.GREY, palette.GAINED, palette.LOST, palette.GAINED_DARK])
def test_lines_and_labels_stand_out_on_a_dark_map(name):
    assert contrast(variants.colour(name, "dark map"), DARK_MAP) > 4.5


@every(
    "name, variant",
    product([palette.INK, palette.GREY, palette.GAINED_DARK, palette.LOST_DARK], ["standard", "colour-blind", "print"]),
)
def test_lines_and_labels_stand_out_on_a_light_map(name, variant):
    assert contrast(variants.colour(name, variant), LIGHT_MAP) > 4.5


def test_halos_are_dark_on_a_dark_map():
    for key in ("change", "gained", "depth"):
        made = styled(key, "dark map")
        settings = made.labeling().settings()
        assert luminance(settings.format().buffer().color().name()) < 0.02


@pytest.mark.parametrize(("variant", "shown"), [("standard", 0), ("dark map", 0), ("colour-blind", 6), ("print", 6)])
def test_hatches_over_sectors_where_colours_are_not_enough(variant, shown):
    made = styled("change", variant)
    assert isinstance(made.renderer(), QgsGraduatedSymbolRenderer)
    symbols = [entry.symbol().clone() for entry in made.renderer().ranges()]
    hatches = [symbol.symbolLayer(1) for symbol in symbols if symbol.symbolLayerCount() > 1]
    assert sum(hatch.enabled() for hatch in hatches) == shown
    assert [hatch.lineAngle() for hatch in hatches] == [palette.HATCH_ANGLE["gained"]] * 3 + [
        palette.HATCH_ANGLE["lost"]
    ] * 3


def test_opacities_stay():
    assert variants.recoloured('v="178,24,43,64"', "print") == 'v="110,110,110,64"'
    assert variants.recoloured('"3x:0,0,0,0,0,0" "999,1,1,1"', "print") == '"3x:0,0,0,0,0,0" "999,1,1,1"'


# Switching


@every("variant", OTHERS)
def test_switching_changes_our_layers_and_back_again(project, variant):
    ours = {key: styled(key) for key in ("change", "gained", "depth", "places_changed")}
    project.addMapLayers(list(ours.values()))
    before = {key: looks(one) for key, one in ours.items()}
    assert styles.restyle(project, variant) == []
    for key, one in ours.items():
        assert looks(one) == looks(styled(key, variant)) != before[key]
    assert styles.restyle(project, styles.STANDARD) == []
    assert {key: looks(one) for key, one in ours.items()} == before


def test_switching_leaves_the_users_layers_alone(project):
    theirs = layer("regions", box(0, 0, 1, 1), fields="kind:string,area_km2:double")
    theirs.setRenderer(QgsSingleSymbolRenderer.defaultRenderer(theirs.geometryType()))
    project.addMapLayers([theirs, styled("gained")])
    before = looks(theirs)
    received = []
    theirs.styleChanged.connect(lambda: received.append("styleChanged"))
    styles.restyle(project, "print")
    assert looks(theirs) == before
    assert received == []


def test_a_layer_that_lost_its_fields_is_named_and_stops_nothing(project):
    broken, whole = styled("gained"), styled("lost")
    project.addMapLayers([broken, whole])
    broken.dataProvider().deleteAttributes([0])
    broken.updateFields()
    (trouble,) = styles.restyle(project, "print")
    assert "“gained”" in trouble
    assert looks(whole) == looks(styled("lost", "print"))


def test_styled_layers_are_known_again_after_saving(project, tmp_path):
    path = str(tmp_path / "lines.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "gained"
    QgsVectorFileWriter.writeAsVectorFormatV3(styled("gained"), path, project.transformContext(), options)
    saved = QgsVectorLayer(f"{path}|layername=gained", "gained", "ogr")
    styles.apply(saved, "gained")
    project.addMapLayer(saved)
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "project.qgz"))
    assert styles.restyle(project, "print") == []
    (opened,) = project.mapLayers().values()
    assert looks(opened) == looks(styled("gained", "print"))


def test_an_unknown_variant_is_refused_with_the_known_ones():
    with pytest.raises(styles.StyleError, match=r"“pink”.*colour-blind"):
        styles.apply(styled("gained"), "gained", "pink")
