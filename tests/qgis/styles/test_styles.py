# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles: symbols, labels, legends and time of every key, on temporary layers and on GeoPackages alike."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import make_styles
import pytest
from frontline_change import formatting, styles
from frontline_change.styles import palette, texts, variants
from frontline_change.styles.net_change_classes import net_breaks_km2
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsLabelingEngineSettings,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QLocale, QSize, Qt, QTranslator
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtXml import QDomDocument
from qt_instants import utc
from rules import every

GEOMETRIES = {0: "Point", 1: "LineString", 2: "MultiPolygon"}
SHAPES = {
    "Point": "POINT(30.5 50.5)",
    "LineString": "LINESTRING(30 50, 31 51)",
    "MultiPolygon": "MULTIPOLYGON(((30 50, 31 50, 31 51, 30 51, 30 50)))",
}
FIELDS = (
    "sector:string&field=kind:string&field=scope:string&field=place:string&field=change:string"
    "&field=net_km2:double&field=gained_km2:double&field=area_km2:double&field=depth_km:double"
    "&field=date_before:datetime&field=date_after:datetime"
    "&field=status:string&field=class_before:string&field=class_after:string&field=length_m:double"
    "&field=date:datetime&field=class:string&field=speed_m_day:double"
    "&field=outcome:string&field=significant:boolean&field=reach_max_km:double&field=reach_km:double"
    "&field=advance_km:double&field=period:string&field=holder:string&field=map:string&field=held_share:double"
)
LATER = "2025-07-02T00:00:00Z"
DATES = {"date_before": "2025-06-02T00:00:00Z", "date_after": "2025-07-02T00:00:00Z"}

# What the layer of each key may hold: one row of every sort.
ROWS = {
    "change": [
        {"sector": "Donetsk", "net_km2": 399.5, "gained_km2": 399.5},
        {"sector": "Sumy", "net_km2": 85.3, "gained_km2": 85.4},
        {"sector": "Kharkiv", "net_km2": 19.8, "gained_km2": 19.8},
        {"sector": "Poltava", "net_km2": 0.0, "gained_km2": 0.0},
        {"sector": "Kursk", "net_km2": -60.0, "gained_km2": 0.0},
        {"sector": "all", "net_km2": 14.9, "gained_km2": 14.9, "wkt": None},
    ],
    "gained": [{"kind": kind, "area_km2": 97.9} for kind in ("ground", "lodgement", "noise")],
    "lost": [{"kind": kind, "area_km2": 97.9} for kind in ("ground", "lodgement", "noise")],
    **{
        f"{moved}_by_period": [
            {"kind": "ground", "area_km2": 97.9, "period": "2025-05"},
            {"kind": "lodgement", "area_km2": 97.9, "period": "2025-06"},
            {"kind": "noise", "area_km2": 97.9, "period": "2025-04"},
        ]
        for moved in ("gained", "lost")
    },
    "depth": [
        {"kind": kind, "scope": scope, "depth_km": 12.59, "significant": True}
        for scope in ("sector", "part")
        for kind in ("advance", "retreat")
    ]
    + [{"kind": "lodgement", "scope": "part", "length_km": 35.1}],
    "axis_advance": [{"outcome": "advance", "advance_km": 3.21}, {"outcome": "retreat", "advance_km": -0.4}],
    "reach": [{"sector": "Sumy", "reach_max_km": 8.27}],
    "reach_profile": [{"reach_km": 5.0}],
    "transects": [
        {"outcome": outcome, "significant": True} for outcome in ("advance", "retreat", "still", "closed", "none")
    ],
    "arrows": [
        {"kind": kind, "speed_m_day": speed} for kind in ("advance", "retreat") for speed in (75.0, 75.1, 150.1)
    ],
    "snapshots": [{"class": word, "date": "2025-06-02T00:00:00Z"} for word in ("held", "contested")],
    "places_changed": [{"place": "Ness", "change": change} for change in ("gained", "lost")],
    "place_status": [
        {"place": "Ness", "status": status, "held_share": share}
        for status, share in (("none", 0.0), ("entered", 0.004), ("half", 0.6), ("most", 0.9989), ("whole", 1.0))
    ],
    "places": [{"place": "Ness"}],
    "sectors": [{"sector": "Donetsk"}],
    "front": [{"status": status} for status in ("front", "moved", "still", "masked", "boundary")],
    "transitions": [
        {"class_before": "contested", "class_after": "held", "area_km2": 12.3},
        {"class_before": "held", "class_after": "none", "area_km2": 456.7},
        {"class_before": "none", "class_after": "contested", "area_km2": 0.01},
    ],
    "capture": [
        {"change": "none", "kind": "ground", "holder": "held"},
        {"change": "gained", "kind": "ground", "holder": "held", "period": "2025-05", "last_change": LATER},
        {"change": "lost and regained", "kind": "ground", "holder": "held", "period": "2025-06", "last_change": LATER},
        {"change": "gained", "kind": "noise", "holder": "held", "period": "2025-04", "last_change": LATER},
        {"change": "gained and lost", "kind": "ground", "holder": "other", "period": "2025-05", "last_change": LATER},
        {"change": "lost", "kind": "ground", "holder": "other", "last_change": LATER},
    ],
    "held": [{"map": end, "area_km2": 113_718.1} for end in ("before", "after")],
    "fronts": [{"map": end, "kind": kind} for end in ("before", "after") for kind in ("front", "edge", "boundary")],
    "joins": [{"kind": kind, "length_m": 812.4} for kind in ("bridge", "extension", "loose")],
}
ROWS["sectors_outline"] = ROWS["change"]
ROWS["held_area"] = ROWS["held"]


@pytest.fixture(autouse=True)
def english():
    QLocale.setDefault(QLocale("en_GB"))


def memory_layer(key: str, rows=None, fields=FIELDS) -> QgsVectorLayer:
    fields = f"{fields}&field=last_change:datetime" if key == "capture" else fields
    kind = GEOMETRIES[int(styles.STYLES[key].geometry)]
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326&field={fields}", key, "memory")
    features = []
    for values in ROWS.get(key, [{}]) if rows is None else rows:
        feature = QgsFeature(layer.fields())
        for name, value in (DATES | values).items():
            if layer.fields().lookupField(name) >= 0:
                feature[name] = value
        wkt = values.get("wkt", SHAPES[kind])
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    done, _ = layer.dataProvider().addFeatures(features)
    assert done
    layer.updateExtents()
    return layer


def file_layer(key: str, folder: Path, suffix: str = "gpkg", **options) -> QgsVectorLayer:
    """The same layer from a file; several keys go into one GeoPackage."""
    path = folder / f"layers.{suffix}"
    how = QgsVectorFileWriter.SaveVectorOptions()
    how.driverName = QgsVectorFileWriter.driverForExtension(suffix)
    how.layerName = key
    if path.exists():
        how.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    layer = memory_layer(key, **options)
    result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), how)
    assert result[0] == QgsVectorFileWriter.WriterError.NoError, result
    layer = QgsVectorLayer(f"{path}|layername={key}", key, "ogr")
    assert layer.isValid()
    return layer


def styled(key: str, **options) -> QgsVectorLayer:
    layer = memory_layer(key, **options)
    styles.apply(layer, key)
    return layer


def looks(layer: QgsVectorLayer) -> dict[str, list]:
    """The symbol layers of each category, bottom first. (Copies: QGIS frees what belongs to a passing category.)"""
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
    return {category.value(): layers_of(category.symbol()) for category in layer.renderer().categories()}


def layers_of(symbol) -> list:
    return [symbol.symbolLayer(index).clone() for index in range(symbol.symbolLayerCount())]


def entries(layer: QgsVectorLayer) -> dict[str, str]:
    """The legend entry of each category."""
    return {category.value(): category.label() for category in layer.renderer().categories()}


def written(layer: QgsVectorLayer) -> list[str]:
    """What the label of each feature says."""
    expression = QgsExpression(layer.labeling().settings().fieldName)
    assert not expression.hasParserError(), expression.parserErrorString()
    texts = []
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        texts.append(expression.evaluate(context))
        assert not expression.hasEvalError(), expression.evalErrorString()
    return texts


def picture(layers, background="#ffffff"):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(QgsRectangle(29.8, 49.8, 31.2, 51.2))
    settings.setOutputSize(QSize(300, 300))
    settings.setBackgroundColor(QColor(background))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert job.errors() == []
    return job.renderedImage()


# Files


def test_every_key_has_a_file_and_every_file_a_key():
    assert {path.stem for path in styles.FOLDER.glob("*.qml")} == set(styles.STYLES)


def as_loaded(path: Path, key: str) -> str:
    """A style as this QGIS understands it, without what it makes up anew each time."""
    layer = memory_layer(key, rows=[])
    _, loaded = layer.loadNamedStyle(str(path), True)
    assert loaded
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return ET.canonicalize(re.sub(r"\{[0-9a-f-]{36}\}", "", document.toString()))


@pytest.mark.skipif(Qgis.QGIS_VERSION_INT >= 32300, reason="the files are written by the oldest QGIS we support")
def test_files_are_what_the_palette_states(tmp_path):
    make_styles.write(tmp_path)
    for key in styles.STYLES:
        assert as_loaded(tmp_path / f"{key}.qml", key) == as_loaded(styles.qml_path(key), key), (
            f"{key}.qml differs from palette.py: run tools/make_styles.py"
        )


def test_a_changed_colour_reaches_the_files(tmp_path, monkeypatch):
    monkeypatch.setattr(palette, "GAINED", "#123456")
    make_styles.write(tmp_path)
    layer = memory_layer("gained")
    layer.loadNamedStyle(str(tmp_path / "gained.qml"), True)
    assert looks(layer)["ground"][1].fillColor().name() == "#123456"


def test_icons_keep_to_the_palette():
    icon = (styles.FOLDER.parent / "icons" / "sectorchange.svg").read_text(encoding="utf-8")
    assert palette.GAINED in icon
    assert palette.LOST in icon


# Symbols


@pytest.mark.parametrize(("key", "colour", "angle"), [("gained", palette.GAINED, 45.0), ("lost", palette.LOST, 135.0)])
def test_moved_ground_is_distinguished_by_colour_and_by_hatch(key, colour, angle):
    kinds = looks(styled(key))
    assert list(kinds) == ["ground", "lodgement", "noise"]
    for _, body, hatch, _ in kinds.values():
        assert body.fillColor().name() == colour
        assert hatch.lineAngle() == angle


@every("key", ["gained", "lost"])
def test_noise_is_a_third_as_strong_and_a_lodgement_dotted(key):
    kinds = looks(styled(key))
    ground, lodgement, noise = (kinds[kind] for kind in ("ground", "lodgement", "noise"))
    assert noise[1].fillColor().alphaF() == pytest.approx(ground[1].fillColor().alphaF() / 3, abs=0.01)
    assert lodgement[1].fillColor() == ground[1].fillColor()
    assert (ground[3].strokeStyle(), lodgement[3].strokeStyle()) == (Qt.PenStyle.SolidLine, Qt.PenStyle.DotLine)


def test_gained_is_drawn_red_and_lost_blue_on_light_and_dark():
    for background in ("#ffffff", "#1d2125"):
        for key, stronger, weaker in (("gained", "red", "blue"), ("lost", "blue", "red")):
            image = picture([styled(key, rows=[ROWS[key][0]])], background)
            middle = [image.pixelColor(x, y) for x in range(130, 170) for y in range(130, 170)]
            shares = [sum(getattr(pixel, name)() for pixel in middle) for name in (stronger, weaker)]
            assert shares[0] > 1.3 * shares[1]


def test_depth_is_strong_for_sectors_and_thin_for_parts():
    kinds = looks(styled("depth"))
    lodgement = kinds.pop("part lodgement")
    assert list(kinds) == ["sector advance", "sector retreat", "part advance", "part retreat"]
    widths = {value: layers[1].width() for value, layers in kinds.items()}
    assert widths["sector advance"] == widths["sector retreat"] > widths["part advance"] == widths["part retreat"]
    assert kinds["sector advance"][1].color().name() == palette.GAINED_DARK
    assert kinds["sector retreat"][1].color().name() == palette.LOST_DARK
    for _, _, end in kinds.values():
        assert end.layerType() == "MarkerLine"
        assert end.placement() == end.Placement.LastVertex
    (dots,) = lodgement
    assert dots.useCustomDashPattern() and max(dots.customDashVector()) < 1
    assert dots.width() == widths["part advance"]


@every("key", ["depth", "gained", "lost", "gained_by_period", "lost_by_period", "places_changed", "capture"])
def test_every_row_finds_its_symbol(key):
    layer = styled(key)
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        assert renderer.symbolForFeature(feature, context) is not None, feature.attributes()
    renderer.stopRender(context)


def test_new_front_is_dark_on_a_light_casing_and_old_front_dashed():
    found = looks(styled("fronts"))
    casing, core = found["after front"]
    assert (casing.color().name(), core.color().name()) == (palette.PAPER, palette.INK)
    assert casing.width() > core.width()
    _, dashed = found["before front"]
    assert dashed.useCustomDashPattern()
    assert dashed.color().name() == palette.GREY


# Classes of net change


@pytest.mark.parametrize(
    ("net_km2", "breaks_km2"),
    [
        ([399.5, 85.3, 19.8, 0.0], (10, 50, 200)),
        ([-3523.5, 120.0, 4.0], (100, 500, 2000)),
        ([-20.2, 27.0, 15.2, 35.2, 24.6, 0.4], (10, 20, 30)),
        ([200.0], (10, 50, 200)),
        ([199.99], (5, 20, 100)),
        ([-12.0, 3.0, 1.0, 0.2], (0.5, 2, 10)),
        ([0.03], (0.05, 0.2, 1)),
        ([0.0], (0.05, 0.2, 1)),
        ([], (0.05, 0.2, 1)),
    ],
)
def test_class_limits_are_round_and_fit(net_km2, breaks_km2):
    assert net_breaks_km2(net_km2) == pytest.approx(breaks_km2)


@given(st.lists(st.floats(-1e7, 1e7), min_size=1))
def test_the_strongest_class_is_never_empty_nor_far_too_low(net_km2):
    small, middle, large = net_breaks_km2(net_km2)
    assert 0 < small < middle < large
    largest = max(abs(value) for value in net_km2)
    if largest >= 1:
        assert large <= largest < 2.6 * large


def test_net_change_has_mirrored_classes_around_zero():
    layer = styled("change")
    renderer = layer.renderer()
    assert isinstance(renderer, QgsGraduatedSymbolRenderer)
    assert renderer.classAttribute() == "net_km2"
    ranges = renderer.ranges()
    limits = [(entry.lowerValue(), entry.upperValue()) for entry in ranges]
    assert [limits[1], limits[2], limits[3]] == [(50, 200), (10, 50), (-10, 10)]
    assert limits == [(-high, -low) for low, high in reversed(limits)]
    colours = [layers_of(entry.symbol())[0].fillColor().name() for entry in ranges]
    assert colours == list(reversed(palette.NET_RAMP))
    assert [entry.label() for entry in ranges] == [
        "+200 km² or more",
        "+50 to +200 km²",
        "+10 to +50 km²",
        "Within ±10 km²",
        "−10 to −50 km²",
        "−50 to −200 km²",
        "−200 km² or more",
    ]


def test_large_limits_have_a_separator_of_thousands():
    """QGIS has its own locale without one, unless a person chooses it."""
    locale = QLocale("en_GB")
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(locale)
    layer = styled("change", rows=[{"sector": "Donetsk", "net_km2": 12_000.0}])
    assert layer.renderer().ranges()[0].label() == "+10,000 km² or more"
    layer = styled("gained", rows=[{"kind": "ground", "area_km2": 12_345.6}])
    assert written(layer) == ["12,346 km²"]


def test_each_sector_falls_into_its_class():
    layer = styled("change")
    renderer = layer.renderer()
    found = {row["sector"]: renderer.rangeForValue(row["net_km2"]).label() for row in layer.getFeatures()}
    assert found["Donetsk"] == "+200 km² or more"
    assert found["Sumy"] == "+50 to +200 km²"
    assert found["Poltava"] == "Within ±10 km²"
    assert found["Kursk"] == "−50 to −200 km²"


# Labels


def test_sectors_are_labelled_with_name_and_signed_net_change():
    assert written(styled("change")) == [
        "Donetsk\n+400 km²",
        "Sumy\n+85.3 km²",
        "Kharkiv\n+19.8 km²",
        "Poltava",
        "Kursk\n−60.0 km²",
        "all\n+14.9 km²",
    ]


def test_as_much_gained_as_lost_is_not_the_same_as_nothing():
    rows = [{"sector": "Even", "net_km2": 0.01, "gained_km2": 5.0}, {"sector": "Unread"}]
    assert written(styled("change", rows=rows)) == ["Even\n0 km²", "Unread"]


def test_parts_are_labelled_with_their_area_unless_they_are_noise():
    rows = [
        {"kind": "ground", "area_km2": 97.94},
        {"kind": "lodgement", "area_km2": 145.4},
        {"kind": "ground", "area_km2": 99.96},
        {"kind": "noise", "area_km2": 3.0},
    ]
    assert written(styled("gained", rows=rows)) == ["97.9 km²", "145 km²", "100 km²", ""]


def test_ground_of_a_series_states_its_period():
    rows = [{"kind": "ground", "area_km2": 97.94, "period": "2025-06"}]
    assert written(styled("gained", rows=rows)) == ["Jun 2025\n97.9 km²"]
    without = styled("gained", rows=[{"kind": "ground", "area_km2": 97.94}], fields=FIELDS.replace("period:", "other:"))
    assert written(without) == ["97.9 km²"]


def test_depth_is_labelled_for_sectors_only():
    assert written(styled("depth")) == ["12.6 km", "12.6 km", "", "", ""]


def test_the_tip_of_a_part_that_a_border_cuts_off_is_drawn_as_a_part_and_not_labelled():
    """0.018 km² of Dnipropetrovsk region in June 2025, the end of a part of 97 km² that is 11 km deep there."""
    tip = {"kind": "advance", "scope": "sector", "depth_km": 11.04, "significant": False}
    layer = styled("depth", rows=[tip])
    assert written(layer) == [""]
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    renderer.startRender(context, layer.fields())
    (feature,) = layer.getFeatures()
    context.expressionContext().setFeature(feature)
    assert renderer.symbolForFeature(feature, context).dump() == renderer.categories()[2].symbol().dump()
    assert renderer.categories()[2].value() == "part advance"
    renderer.stopRender(context)


def test_a_reach_that_is_a_lower_bound_is_labelled_as_one():
    rows = [{"reach_max_km": 30.0, "reach_at_least": True}, {"reach_max_km": 8.27, "reach_at_least": False}]
    fields = f"{FIELDS}&field=reach_at_least:boolean"
    assert written(styled("reach", rows=rows, fields=fields)) == ["≥ 30.0 km", "8.3 km"]
    assert written(styled("reach", rows=[{"reach_max_km": 8.27}])) == ["8.3 km"]  # without the field


@pytest.mark.parametrize("value", [0.0, 0.04, 0.05, 3.84, 99.94, 99.96, 556.5, 12345.6, -3.84, -556.5])
def test_labels_round_as_the_texts_do(value):
    row = {"sector": "S", "net_km2": value, "gained_km2": 1.0}
    assert written(styled("change", rows=[row])) == [f"S\n{formatting.area_text(value, signed=True)}"]


def test_numbers_follow_the_users_language():
    QLocale.setDefault(QLocale("de_DE"))
    rows = [{"kind": "ground", "area_km2": 97.94}]
    assert written(styled("gained", rows=rows)) == ["97,9 km²"] == [formatting.area_text(97.94)]


def test_errors_keep_the_digits_that_mean_something():
    assert [formatting.error_text(value) for value in (31.04, 18.4, 5.72, 0.43)] == [
        "31 km²",
        "18 km²",
        "5.7 km²",
        "0.4 km²",
    ]


@every("key", ["change", "sectors_outline", "gained", "lost", "depth", "places", "places_changed"])
def test_labels_have_a_halo_and_give_way(key):
    layer = styled(key)
    assert layer.labelsEnabled()
    settings = layer.labeling().settings()
    text = settings.format()
    halo = text.buffer()
    assert halo.enabled()
    assert halo.color().name() == palette.PAPER
    assert halo.size() == palette.HALO_MM
    assert settings.displayAll is False
    assert not getattr(settings, "overlapHandling", None)  # newer than QGIS 3.26: 0 prevents overlaps


def test_the_deepest_advance_is_the_last_label_to_give_way():
    layers = {key: styled(key) for key in ("depth", "change", "gained", "places")}
    priorities = {key: layer.labeling().settings().priority for key, layer in layers.items()}
    assert sorted(priorities, key=priorities.get, reverse=True) == ["depth", "change", "gained", "places"]


def placed(layers: list[QgsVectorLayer], size: tuple[int, int], extent: QgsRectangle) -> list[str]:
    """The labels that found a place whole on a map of this size."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(*size))
    engine = settings.labelingEngineSettings()
    engine.setFlag(QgsLabelingEngineSettings.Flag.UsePartialCandidates, False)
    settings.setLabelingEngineSettings(engine)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layers[0]))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return [label.labelText for label in job.takeLabelingResults().allLabels() if not label.isUnplaced]


def tiles(count: int) -> list[dict]:
    """Rows of a chequered map: every fifth region changed, the others did not."""
    rows = []
    for number in range(count * count):
        x, y, net_km2 = 30 + number % count, 45 + number // count, 10.0 + number if number % 5 == 2 else 0.0
        square = f"MULTIPOLYGON((({x} {y},{x + 1} {y},{x + 1} {y + 1},{x} {y + 1},{x} {y})))"
        rows.append({"sector": f"Autonomous Region {number}", "net_km2": net_km2, "gained_km2": net_km2, "wkt": square})
    return rows


@pytest.mark.parametrize("key", ["change", "sectors_outline"])
@pytest.mark.parametrize(("width", "crowded"), [(1200, False), (330, True)])
def test_every_figure_has_its_place_before_any_bare_name(key, width, crowded):
    layer = styled(key, rows=tiles(5))
    found = placed([layer], (width, width), QgsRectangle(29.8, 44.8, 35.2, 50.2))
    figures = [text for text in found if "km²" in text]
    assert len(figures) == 5
    assert len(found) == (5 if crowded else 25)


def test_unchanged_regions_are_not_named_from_afar():
    rows = tiles(5)
    found = placed([styled("change", rows=rows)], (700, 700), QgsRectangle(10, 25, 60, 75))
    assert not [text for text in found if "km²" not in text]


@pytest.mark.parametrize("depths_km", [(6.1, 7.1), (7.1, 6.1)])
def test_of_two_depths_that_collide_the_deeper_is_labelled(depths_km):
    rows = [
        {"kind": "advance", "scope": "sector", "depth_km": depth_km, "significant": True, "wkt": "LINESTRING(0 0,8 16)"}
        for depth_km in depths_km
    ]
    assert placed([styled("depth", rows=rows)], (100, 32), QgsRectangle(0, 0, 100, 32)) == ["7.1 km"]  # room for one


def test_a_depth_and_a_figure_stay_when_bare_names_crowd():
    depth = {
        "kind": "advance",
        "scope": "sector",
        "depth_km": 1.2,
        "significant": True,
        "wkt": "LINESTRING(32 47,32.5 47.5)",
    }
    layers = [styled("depth", rows=[depth]), styled("change", rows=tiles(5))]
    found = placed(layers, (330, 330), QgsRectangle(29.8, 44.8, 35.2, 50.2))
    assert "1.2 km" in found
    assert len([text for text in found if "km²" in text]) == 5


def test_parts_drive_labels_away_only_from_near():
    for key in ("gained", "lost"):
        layer = styled(key)
        settings = layer.labeling().settings()
        properties = settings.dataDefinedProperties()
        obstacle = properties.property(QgsPalLayerSettings.Property.IsObstacle)
        assert obstacle.expressionString() == f"@map_scale < {palette.PARTS_BELOW_SCALE}"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("sectors", ["Donetsk"]),
        ("transitions", ["12.3 km²", "457 km²", ""]),
        ("joins", ["812 m", "812 m", ""]),
        ("capture", [None, "May 2025", "Jun 2025", "", "", ""]),
    ],
)
def test_labels_of_what_is_prepared(key, expected):
    assert written(styled(key)) == expected


# Time, headings, legend


@every("key", ["change", "gained", "lost", "depth", "places_changed"])
def test_change_is_shown_during_its_period(key):
    layer = styled(key)
    time = layer.temporalProperties()
    assert time.isActive()
    assert time.mode() == Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions
    assert time.startExpression() == 'to_datetime("date_before")'
    assert time.endExpression() == 'to_datetime("date_after")'
    assert time.limitMode() == Qgis.VectorTemporalLimitMode.IncludeBeginExcludeEnd


def shown(layer, days):
    """How many features the temporal controller shows in frames of a day that begin on these days."""
    time, where = layer.temporalProperties(), QgsVectorLayerTemporalContext()
    where.setLayer(layer)
    frames = [QgsDateTimeRange(begin, begin.addDays(1), True, False) for begin in map(utc, days)]
    return [len(list(layer.getFeatures(time.createFilterString(where, frame)))) for frame in frames]


@every("storage", ["memory", "gpkg"])
@every(
    "key, rows, expected",
    [
        ("reach", [{"sector": "Sumy", "reach_max_km": 8.27, "date_before": None}], [0, 0, 1, 0]),
        ("capture", [{"change": "gained", "last_change": LATER}, {"change": "none"}], [1, 1, 2, 2]),
        ("snapshots", [{"class": "held", "date": DATES["date_before"], "until": LATER}], [1, 1, 0, 0]),
        ("snapshots", [{"class": "held", "date": LATER, "until": None}], [0, 0, 1, 1]),
        ("gained", [{"kind": "ground", "area_km2": 97.9}], [1, 1, 0, 0]),
    ],
)
def test_what_is_shown_in_frames_that_begin_with_a_map(tmp_path, key, rows, expected, storage):
    options = {"rows": rows, "fields": f"{FIELDS}&field=until:datetime" if key == "snapshots" else FIELDS}
    layer = memory_layer(key, **options) if storage == "memory" else file_layer(key, tmp_path, **options)
    styles.apply(layer, key)
    assert layer.temporalProperties().isActive()
    assert shown(layer, ("2025-06-02", "2025-07-01", "2025-07-02", "2025-07-03")) == expected


def test_a_date_that_is_only_text_does_not_hide_the_layer():
    layer = styled("gained", fields=FIELDS.replace("date_after:datetime", "date_after:string"))
    assert not layer.temporalProperties().isActive()


@every("key", ["gained", "lost", "depth", "places_changed", "front", "transitions", "joins"])
def test_the_legend_names_every_class(key):
    layer = styled(key)
    assert entries(layer) == texts.legend(key)
    assert len(set(entries(layer).values())) == len(entries(layer))


def test_the_legend_of_fronts_lists_what_the_layer_has():
    def entries_of(*kinds):
        rows = [{"map": end, "kind": kind} for end in ("before", "after") for kind in kinds]
        return set(entries(styled("fronts", rows=rows)).values())

    assert entries_of("front", "edge") == {"Front before", "Front after"}
    assert entries_of("boundary") == {"Edge of the ground held before", "Edge of the ground held after"}
    assert len(entries_of()) == 4


class Marking(QTranslator):
    """Translates every text by putting it between marks."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return f"«{text}»" if context == "FrontlineChange" else ""

    def isEmpty(self):
        return False


def test_everything_that_is_read_is_translated():
    translator = Marking()
    QCoreApplication.installTranslator(translator)
    try:
        layers = {key: styled(key) for key in ("change", "gained", "depth")}
    finally:
        QCoreApplication.removeTranslator(translator)
    assert all(entry.label().startswith("«") for entry in layers["change"].renderer().ranges())
    assert all(entry.label().startswith("«") for entry in layers["gained"].renderer().categories())
    assert written(layers["gained"])[0] == "«97.9 km²»"
    assert written(layers["depth"])[0] == "«12.6 km»"


# Layers


@every("key", styles.STYLES)
def test_a_style_is_the_same_on_a_geopackage(key, tmp_path):
    layer = file_layer(key, tmp_path)
    styles.apply(layer, key)
    temporary = styled(key)
    assert layer.renderer().dump() == temporary.renderer().dump()
    assert layer.labelsEnabled() == temporary.labelsEnabled()


def test_two_layers_of_one_geopackage_keep_their_own_styles(tmp_path):
    layers = {key: file_layer(key, tmp_path) for key in ("gained", "lost", "change")}
    for key, layer in layers.items():
        styles.apply(layer, key)
        assert layer.saveStyleToDatabase(key, "", True, "") == ""
    for key in layers:
        opened = QgsVectorLayer(f"{tmp_path / 'layers.gpkg'}|layername={key}", key, "ogr")
        assert opened.renderer().dump() == layers[key].renderer().dump()
    assert "lost" not in layers["gained"].renderer().dump()


def test_the_default_style_of_a_geopackage_does_not_win_over_the_key(tmp_path):
    layer = file_layer("change", tmp_path)
    styles.apply(layer, "change")
    assert layer.saveStyleToDatabase("change", "", True, "") == ""
    again = QgsVectorLayer(layer.source(), "outline", "ogr")
    assert isinstance(again.renderer(), QgsGraduatedSymbolRenderer)
    styles.apply(again, "sectors_outline")
    assert again.renderer().type() == "singleSymbol"


@every("key", ["change", "sectors_outline"])
def test_rows_without_geometry_are_drawn_around(key):
    layer = styled(key)
    assert any(not feature.hasGeometry() for feature in layer.getFeatures())
    image = picture([layer])
    assert any(image.pixelColor(x, y).name() != "#ffffff" for x in range(300) for y in range(0, 300, 7))


def test_only_rows_without_geometry_are_no_problem():
    layer = styled("change", rows=[{"sector": "all", "net_km2": 5.0, "gained_km2": 5.0, "wkt": None}])
    assert layer.renderer().ranges()[0].lowerValue() == 5
    picture([layer])


def test_an_empty_layer_is_styled():
    layer = styled("change", rows=[])
    assert len(layer.renderer().ranges()) == 7


# Dates of capture


def months(count):
    """As many months from January 2024 as a layer's rows."""
    names = [f"{2024 + month // 12}-{month % 12 + 1:02d}" for month in range(count)]
    return [{"change": "gained", "kind": "ground", "holder": "held", "period": name} for name in names]


def sequence_of(layer):
    """The legend entries of the periods, and their colours."""
    categories = layer.renderer().categories()[1:-3]
    return [each.label() for each in categories], [
        layers_of(each.symbol())[0].fillColor().name() for each in categories
    ]


def test_each_month_has_a_class_and_the_rest_keep_theirs():
    layer = styled("capture")
    assert [each.label() for each in layer.renderer().categories()] == [
        "Held throughout",
        "May 2025",
        "June 2025",
        "Too narrow to trust",
        "Captured and lost again",
        "Held at the start and lost",
    ]
    assert sequence_of(layer)[1] == [palette.DATE_RAMP[0], palette.DATE_RAMP[-1]]


@pytest.mark.parametrize(
    ("count", "first", "last", "classes"),
    [
        (1, "January 2024", "January 2024", 1),
        (15, "January 2024", "March 2025", 15),
        (18, "January 2024", "June 2025", 18),
        (19, "January to March 2024", "July to September 2025", 7),
        (60, "2024", "2028", 5),
        (19 * 12, "2020 to 2029", "2040 to 2049", 3),
    ],
)
def test_many_months_become_quarters_years_or_decades(count, first, last, classes):
    labels, colours = sequence_of(styled("capture", rows=months(count)))
    assert (labels[0], labels[-1], len(labels)) == (first, last, classes)
    assert len(set(colours)) == classes


def test_days_and_weeks_become_months_and_every_feature_keeps_a_class():
    days = [f"2025-{day // 28 + 1:02d}-{day % 28 + 1:02d}" for day in range(0, 140, 3)]
    weeks = [f"2025-W{week:02d}" for week in range(1, 41)]
    for names, first in ((days, "January 2025"), (weeks, "December 2024")):
        rows = [{"change": "gained", "kind": "ground", "holder": "held", "period": name} for name in names]
        layer = styled("capture", rows=rows)
        labels, _ = sequence_of(layer)
        assert labels[0] == first
        found = [each.value() for each in layer.renderer().categories()[1:-3]]
        assert sorted(name for some in found for name in (some if isinstance(some, list) else [some])) == sorted(names)


def test_periods_known_by_a_day_say_so_in_legend_and_labels():
    names = ["2025-04-02", "2025-04-30T12:30:00", "2025-W23", "2025-Q2", "2025"]
    rows = [{"change": "gained", "kind": "ground", "holder": "held", "period": name} for name in names]
    layer = styled("capture", rows=rows[:2])
    assert sequence_of(layer)[0] == ["from 2 April 2025", "from 30 April 2025"]
    assert written(layer) == ["from 2 Apr 2025", "from 30 Apr 2025"]
    assert written(styled("capture", rows=rows[2:])) == ["2025-W23", "2025-Q2", "2025"]
    assert sequence_of(styled("capture", rows=rows[2:3]))[0] == ["from 2 June 2025"]


def test_later_periods_are_darker_on_light_maps_and_lighter_on_dark_ones():
    for variant, sign in (("standard", -1), ("colour-blind", -1), ("print", -1), ("dark map", 1)):
        layer = memory_layer("capture", rows=months(15))
        styles.apply(layer, "capture", variant)
        lightness = [QColor(name).lightnessF() * sign for name in sequence_of(layer)[1]]
        assert lightness == sorted(lightness)


# Ground of a series by period


def parts(count):
    """A part gained or lost in each of so many months from January 2024."""
    return [{"kind": "ground", "area_km2": 9.0, "period": row["period"]} for row in months(count)]


@pytest.mark.parametrize("key", ["gained_by_period", "lost_by_period"])
@pytest.mark.parametrize(
    ("count", "first", "last", "classes"),
    [
        (2, "January 2024", "February 2024", 2),
        (12, "January 2024", "December 2024", 12),
        (15, "January to March 2024", "January to March 2025", 5),
        (60, "2024", "2028", 5),
    ],
)
def test_ground_of_a_series_has_few_classes_by_period(key, count, first, last, classes):
    layer = styled(key, rows=[*parts(count), {"kind": "noise", "area_km2": 1.0, "period": "2023-01"}])
    *periods, noise = layer.renderer().categories()
    assert [periods[0].label(), periods[-1].label(), len(periods)] == [first, last, classes]
    assert noise.label() == "Too narrow to trust"
    lightness = [layers_of(each.symbol())[0].fillColor().lightnessF() for each in periods]
    assert lightness == sorted(lightness, reverse=True)
    assert layer.renderer().orderByEnabled()


def test_lost_ground_of_a_series_is_blue_and_hatched_and_gained_ground_is_not():
    for key, has_hatch in (("gained_by_period", False), ("lost_by_period", True)):
        for variant in styles.VARIANTS:
            layer = memory_layer(key, rows=parts(4))
            styles.apply(layer, key, variant)
            for category in layer.renderer().categories()[:4]:
                kinds = [each.layerType() for each in layers_of(category.symbol())]
                assert ("LinePatternFill" in kinds) == has_hatch
                colour = layers_of(category.symbol())[0].fillColor()
                if variant in ("standard", "dark map", "colour-blind"):
                    assert (colour.blue() > colour.red()) == has_hatch


def test_dates_of_loss_of_a_blue_side_are_not_blue():
    usual = [variants.colour(name, "standard", "#c51b7d") for name in palette.LOST_DATE_RAMP]
    assert usual == list(palette.LOST_DATE_RAMP)
    swapped = [variants.colour(name, "standard", "#2166ac") for name in palette.LOST_DATE_RAMP]
    assert swapped == list(palette.DATE_RAMP)


def test_later_ground_covers_earlier_ground():
    rows = [{"kind": "ground", "area_km2": 9.0, "period": period} for period in ("2025-06", "2025-05")]
    layer = styled("gained_by_period", rows=rows)
    assert picture([layer]).pixelColor(80, 80).name() == palette.DATE_RAMP[-1]


# Arrows


def arrows_of(levels, *, with_fields=True):
    """Arrows 2 km apart from west to east, one for each level; without the fields as of an older version."""
    fields = "kind:string&field=speed_m_day:double"
    fields += "&field=level:integer&field=level_in_period:integer&field=spacing_m:double" if with_fields else ""
    rows = []
    for number, level in enumerate(levels):
        x = 30 + number * 0.028  # 2 km at 50° N
        values = {"kind": "advance", "speed_m_day": 200.0, "wkt": f"LINESTRING({x} 50, {x} 50.012)"}
        rows.append({**values, "level": level, "level_in_period": 0, "spacing_m": 2000.0})
    return styled("arrows", rows=rows, fields=fields)


def drawn_arrows(layer, scale, during=None):
    """The number of arrows on the map at a scale, which stand side by side, and the length of the longest in metres."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32636"))
    settings.setOutputDpi(96)
    across = QgsCoordinateTransform(layer.crs(), settings.destinationCrs(), QgsCoordinateTransformContext())
    extent = across.transformBoundingBox(layer.extent()).buffered(12_000)
    metres_per_px = scale * 0.0254 / 96
    settings.setExtent(extent)
    settings.setOutputSize(QSize(*(round(side / metres_per_px) for side in (extent.width(), extent.height()))))
    if during is not None:
        settings.setIsTemporal(True)
        settings.setTemporalRange(during)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)
    columns = [[image.pixelColor(x, y).green() < 120 for y in range(image.height())] for x in range(image.width())]
    dark = [any(column) for column in columns]
    longest_px = sum(map(any, zip(*columns)))
    return sum(now and not before for before, now in zip([False, *dark], dark)), longest_px * metres_per_px


def test_at_small_scales_there_are_fewer_and_longer_arrows():
    layer = arrows_of([0, 1, 0, 3, 0, 1, 0, 2])
    drawn = {scale: drawn_arrows(layer, scale) for scale in (200_000, 400_000, 900_000, 1_800_000)}
    assert [count for count, _ in drawn.values()] == [8, 4, 2, 1]
    for (_, length_m), times in zip(drawn.values(), (1, 2, 4, 8)):
        assert length_m == pytest.approx(times * 1335, rel=0.4)  # with its head


def test_with_the_temporal_controller_arrows_are_thinned_out_within_their_period():
    during = QgsDateTimeRange(QDateTime(2025, 6, 1, 0, 0), QDateTime(2025, 7, 1, 0, 0))
    layer = arrows_of([0, 1, 0, 3, 0, 1, 0, 2])
    feature = next(layer.getFeatures())
    layer.dataProvider().changeAttributeValues({feature.id(): {layer.fields().indexOf("level_in_period"): 2}})
    assert drawn_arrows(layer, 400_000)[0] == 4
    assert drawn_arrows(layer, 400_000, during)[0] == 1


def test_arrows_of_older_versions_are_all_drawn():
    layer = arrows_of([0] * 8, with_fields=False)
    assert drawn_arrows(layer, 200_000)[0] == 8


# What goes wrong


def test_an_unknown_key_is_refused_with_the_known_ones():
    with pytest.raises(styles.StyleError, match=r"“gainde”.*gained"):
        styles.apply(memory_layer("gained"), "gainde")


def test_the_wrong_geometry_is_refused():
    with pytest.raises(styles.StyleError, match=r"“depth” is for .*line.*“gained” is .*polygon"):
        styles.apply(memory_layer("gained"), "depth")


def test_missing_fields_are_named():
    with pytest.raises(styles.StyleError, match=r"area_km2.*“gained” does not have"):
        styles.apply(memory_layer("gained", fields="kind:string"), "gained")


def test_a_layer_that_cannot_be_read_is_refused():
    with pytest.raises(styles.StyleError, match="can be read"):
        styles.apply(QgsVectorLayer("/nowhere.gpkg", "gone", "ogr"), "gained")


def test_a_broken_file_is_named(tmp_path, monkeypatch):
    (tmp_path / "gained.qml").write_text("<qgis><unfinished>", encoding="utf-8")
    monkeypatch.setattr(styles, "FOLDER", tmp_path)
    with pytest.raises(styles.StyleError, match=r"gained\.qml could not be loaded for the layer “gained”"):
        styles.apply(memory_layer("gained"), "gained")
