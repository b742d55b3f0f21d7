# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map: QGIS's own world map in quiet colours, which takes no side on the ground that was measured."""

import pytest
from frontline_change.styles import base_map, palette, variants
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from rules import every

# Ground with a mainland and a peninsula, between which the world map draws a border.
COUNTRY = "POLYGON((31 44, 37 44, 37 48.5, 31 48.5, 31 44))"
# Where it draws that border, and where it draws another one.
PENINSULA = QgsRectangle(33.4, 45.7, 34.9, 46.4)
ELSEWHERE = QgsRectangle(23.0, 50.0, 25.0, 51.0)
FAR = QgsRectangle(14.0, 50.0, 16.0, 51.0)


def picture(layers, extent, width=400):
    """Return the layers drawn without labels."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(width, round(width * extent.height() / extent.width())))
    settings.setBackgroundColor(QColor("#ff00ff"))
    settings.setFlag(QgsMapSettings.DrawLabeling, False)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert job.errors() == []
    return job.renderedImage()


def lines_in(image, variant=variants.STANDARD) -> int:
    """Return how many pixels are nearer to the colour of borders than to those of land and sea."""

    def distance(pixel, name):
        other = QColor(variants.colour(name, variant))
        return sum(abs(a - b) for a, b in zip(pixel.getRgb()[:3], other.getRgb()[:3]))

    names = (palette.BASE_BORDER, palette.BASE_LAND, palette.BASE_SEA)
    return sum(
        min(names, key=lambda name: distance(pixel, name)) == palette.BASE_BORDER
        for pixel in (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    )


def names_in(language: str) -> dict[str, str]:
    layer, _sea = base_map.base_layers()
    expression = QgsExpression(base_map.name_expression(language))
    assert not expression.hasParserError(), expression.parserErrorString()
    found = {}
    for feature in layer.getFeatures():
        context = QgsExpressionContext()
        context.setFields(layer.fields())
        context.setFeature(feature)
        found[feature["iso_a2"]] = expression.evaluate(context)
    return found


def test_land_and_sea_are_drawn_everywhere_in_quiet_colours():
    image = picture(base_map.base_layers(), QgsRectangle(20, 40, 44, 54))
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert {palette.BASE_LAND, palette.BASE_SEA} <= seen
    assert "#ff00ff" not in seen


@every("variant", variants.VARIANTS)
def test_each_variant_has_its_own_colours(variant):
    image = picture(base_map.base_layers(variant=variant), QgsRectangle(20, 40, 44, 54))
    sea = image.pixelColor(image.width() // 2, round(image.height() * 0.78))  # the Black Sea
    assert sea.name() == variants.colour(palette.BASE_SEA, variant)
    assert sea.lightness() < 60 if variant == "dark map" else sea.lightness() > 200


def test_no_border_is_drawn_through_the_ground_that_was_measured():
    """Ground on both sides of a border, as where the world map of QGIS 3.22 divides a peninsula from its country."""
    across = QgsGeometry.fromRect(ELSEWHERE.buffered(1))
    plain, clear = base_map.base_layers(), base_map.base_layers(clear_of=across)
    assert lines_in(picture(plain, ELSEWHERE)) > 100
    assert lines_in(picture(clear, ELSEWHERE)) < 0.05 * lines_in(picture(plain, ELSEWHERE))
    assert lines_in(picture(clear, FAR)) == lines_in(picture(plain, FAR)) > 100


def test_a_border_between_a_country_and_its_peninsula_is_not_drawn():
    plain, clear = base_map.base_layers(), base_map.base_layers(clear_of=QgsGeometry.fromWkt(COUNTRY))
    drawn, expected = lines_in(picture(plain, PENINSULA)), 0.05  # here and there a bit of coast
    (country,) = base_map.new_layer(base_map.COUNTRIES).getFeatures("\"iso_a2\" = 'UA'")
    if country.geometry().contains(QgsGeometry.fromWkt("POINT(34.3 45.3)")):
        expected = 1  # this world map has no such border, and shows the coast alone
    assert drawn > 100
    assert lines_in(picture(clear, PENINSULA)) <= expected * drawn
    assert lines_in(picture(clear, ELSEWHERE)) == pytest.approx(lines_in(picture(plain, ELSEWHERE)), rel=0.02)
    assert lines_in(picture(plain, ELSEWHERE)) > 100


def test_the_border_of_the_ground_itself_is_drawn():
    """Ground whose edge is that of a country, drawn a few kilometres off."""
    layer = base_map.new_layer(base_map.COUNTRIES)
    (country,) = [one.geometry() for one in layer.getFeatures("\"iso_a2\" = 'PL'")]
    plain, clear = base_map.base_layers(), base_map.base_layers(clear_of=country.buffer(0.05, 4))
    assert lines_in(picture(clear, ELSEWHERE)) == lines_in(picture(plain, ELSEWHERE)) > 100


def test_the_full_extent_is_that_of_the_ground_and_the_world_is_drawn_all_the_same():
    layers = base_map.base_layers(clear_of=QgsGeometry.fromWkt(COUNTRY))
    settings = QgsMapSettings()
    settings.setDestinationCrs(layers[0].crs())
    settings.setLayers(layers)
    full = settings.fullExtent()
    assert full.contains(QgsRectangle(31, 44, 37, 48.5))
    assert full.width() < 8
    image = picture(layers, QgsRectangle(-10, 35, 10, 50))  # far from the ground
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert {palette.BASE_LAND, palette.BASE_SEA} <= colours


def test_the_coarse_coast_is_not_drawn_near_by():
    near = picture(base_map.base_layers(), QgsRectangle(33.3, 44.3, 33.7, 44.7), width=900)
    land = QColor(palette.BASE_LAND).getRgb()[:3]
    pixels = [near.pixelColor(x, y).getRgb()[:3] for x in range(0, 900, 9) for y in range(0, 900, 9)]
    assert max(abs(a - b) for pixel in pixels for a, b in zip(pixel, land)) <= 2  # of 255: the edges are smoothed


@every("language", base_map.LANGUAGES)
def test_countries_are_named_in_each_language(language):
    names = names_in(language)
    assert names["UA"] == {"en": "Ukraine", "uk": "Україна", "de": "Ukraine", "fr": "Ukraine"}[language]
    assert names["DE"] == {"en": "Germany", "uk": "Німеччина", "de": "Deutschland", "fr": "Allemagne"}[language]
    assert names["XK"] == {"uk": "Косово"}.get(language, "Kosovo")


def test_an_unknown_language_has_english_names():
    assert names_in("ja") == names_in("en")


def test_a_project_has_one_base_map():
    project = QgsProject()
    first = base_map.base_layers(project)
    project.addMapLayers(first)
    assert base_map.base_layers(project, variant="dark map") == first
    assert all(base_map.is_base(layer) for layer in first)


def test_ground_is_found_in_longitude_and_latitude():
    layer = QgsVectorLayer("Polygon?crs=EPSG:3857", "theatre", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 222_638.98, 222_638.98)))  # 2° of longitude
    layer.dataProvider().addFeatures([feature])
    ground = base_map.ground_of([layer], QgsProject())
    box = ground.boundingBox()
    assert (box.xMinimum(), box.xMaximum()) == (pytest.approx(0, abs=1e-6), pytest.approx(2, abs=1e-6))
    assert base_map.ground_of([], QgsProject()) is None
