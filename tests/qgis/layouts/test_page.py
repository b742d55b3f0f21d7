# SPDX-License-Identifier: GPL-2.0-or-later
"""A page from a template: what stands on it, in which projection, how it is saved, and what it leaves alone."""

import re
from html import unescape
from itertools import combinations

import pytest
from frontline_change import styles
from frontline_change.layouts.export import export
from frontline_change.layouts.extent import Focus, equal_area_crs
from frontline_change.layouts.page import Detail, Figure, PageContent, PageTexts, build_page
from frontline_change.layouts.template import TEMPLATES, PageError, legend_font, template_path
from frontline_change.styles import palette
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLegendStyle,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtXml import QDomDocument

TEXTS = PageTexts(
    title="The side gained 557 km² and lost none",
    period="2 June 2025 to 2 July 2025",
    figures=(Figure("+557 km²", "net, ± 31 km²"), Figure("12.6 km", "deepest advance")),
    legend_title="Ground held by the side",
    method="Areas in an equal-area plane.",
    credit="Maps: two files.",
)


def build_map_page(project, layers, texts, *, focus, legend=None, detail=None, template="a4", scheme="light"):
    content = PageContent(texts, layers, layers if legend is None else legend, focus, detail=detail)
    return build_page(project, template_path(template), content, scheme)


@pytest.fixture(autouse=True)
def english():
    QLocale.setDefault(QLocale("en_GB"))


@pytest.fixture
def project():
    return QgsProject()


def box(west, south, east, north):
    return QgsGeometry.fromRect(QgsRectangle(west, south, east, north))


def parts(key, rows, crs="EPSG:4326"):
    """A styled layer of gained or lost ground; rows of (kind, geometry)."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs}&field=kind:string&field=area_km2:double", key, "memory")
    features = []
    for kind, geometry in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([kind, 50.0])
        if geometry is not None:
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    styles.apply(layer, key)
    return layer


def front(name, wkt="LINESTRING(36 47.5, 38 48.5)"):
    layer = QgsVectorLayer("LineString?crs=EPSG:4326", name, "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


@pytest.fixture
def gained():
    return parts(
        "gained",
        [
            ("ground", box(36.6, 47.8, 36.9, 48.1)),
            ("ground", box(37.5, 48.2, 37.6, 48.3)),
            ("noise", box(30, 50, 31, 51)),
        ],
    )


def items(layout, kind):
    return [item for item in layout.items() if isinstance(item, kind)]


def main_map(layout):
    return max(items(layout, QgsLayoutItemMap), key=lambda item: item.rect().width())


def legend_entries(layout):
    """What the legend shows once it is painted: the entries of the layers that the map shows."""
    (legend,) = items(layout, QgsLayoutItemLegend)
    model = legend.model()
    return [node.data(0) for layer in model.rootGroup().findLayers() for node in model.layerLegendNodes(layer)]


def test_everything_that_is_reported_stands_on_the_page(project, gained):
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained)])
    texts = [label.text() for label in items(layout, QgsLayoutItemLabel)]
    for text in (
        TEXTS.title,
        TEXTS.period,
        TEXTS.credit,
        TEXTS.method,
        "+557 km²",
        "net, ± 31 km²",
        "12.6 km",
        "deepest advance",
    ):
        assert text in texts
    (legend,) = items(layout, QgsLayoutItemLegend)
    assert legend.title() == TEXTS.legend_title
    (arrow,) = items(layout, QgsLayoutItemPicture)
    assert arrow.picturePath().endswith("north_arrow.svg")
    assert not arrow.isMissingImage()
    assert arrow.linkedMap() == main_map(layout)


def test_all_items_lie_on_the_paper(project, gained):
    layout = build_map_page(
        project, [gained], TEXTS, focus=[Focus(gained)], detail=Detail("Closer", [Focus(gained, "area_km2 > 0")])
    )
    paper = layout.pageCollection().page(0).rect()
    for kind in (
        QgsLayoutItemLabel,
        QgsLayoutItemMap,
        QgsLayoutItemScaleBar,
        QgsLayoutItemPicture,
        QgsLayoutItemLegend,
    ):
        for item in items(layout, kind):
            assert paper.contains(item.sceneBoundingRect().adjusted(0.5, 0.5, -0.5, -0.5)), item.displayName()


def test_the_projection_is_equal_area_around_what_is_shown(project, gained):
    crs = equal_area_crs([Focus(gained, "kind <> 'noise'")], project)
    assert crs.toProj().startswith("+proj=laea +lat_0=48 +lon_0=37 ")
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained, "kind <> 'noise'")])
    assert main_map(layout).crs() == crs


def test_the_map_shows_the_focus_and_some_ground_around_but_not_the_rest(project, gained):
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained, "kind <> 'noise'")])
    shown = main_map(layout)
    to_page = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), shown.crs(), project)
    assert shown.extent().contains(to_page.transformBoundingBox(QgsRectangle(36.6, 47.8, 37.6, 48.3)))
    assert not shown.extent().contains(to_page.transform(QgsPointXY(30.5, 50.5)))
    assert 90_000 < shown.extent().width() < 150_000


def test_a_tiny_change_is_shown_with_its_surroundings(project):
    tiny = parts("gained", [("ground", box(36.6, 47.8, 36.601, 47.801))])
    layout = build_map_page(project, [tiny], TEXTS, focus=[Focus(tiny)])
    assert main_map(layout).extent().width() >= 20_000


def test_across_the_date_line(project):
    both = parts("gained", [("ground", box(179.2, 51, 179.6, 51.4)), ("ground", box(-179.8, 51, -179.4, 51.4))])
    layout = build_map_page(project, [both], TEXTS, focus=[Focus(both)])
    assert "+lon_0=180" in main_map(layout).crs().toProj() or "+lon_0=-180" in main_map(layout).crs().toProj()
    assert main_map(layout).extent().width() < 300_000


def test_layers_in_other_projections_are_placed_right(project):
    web = parts(
        "gained",
        [("ground", QgsGeometry.fromWkt("POLYGON((4074000 6070000,4107000 6070000,4107000 6120000,4074000 6070000))"))],
        "EPSG:3857",
    )
    assert equal_area_crs([Focus(web)], project).toProj().startswith("+proj=laea +lat_0=48 +lon_0=37 ")


def test_the_scale_bar_is_in_round_kilometres(project, gained):
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained, "kind <> 'noise'")])
    (bar,) = items(layout, QgsLayoutItemScaleBar)
    assert bar.unitLabel() == "km"
    assert bar.unitsPerSegment() == 10
    assert bar.numberOfSegments() == 2
    # What the bar says is what the map shows: 10 km on the ground, at the map's own scale.
    millimetres = 10_000 / main_map(layout).extent().width() * main_map(layout).rect().width()
    assert 2 * millimetres < bar.rect().width() < 2 * millimetres + 20


def test_the_legend_has_only_what_the_map_shows(project, gained):
    lost = parts("lost", [("ground", box(10, 10, 11, 11))])
    line = front("Front on 2 July 2025")
    layout = build_map_page(project, [line, gained, lost], TEXTS, focus=[Focus(gained, "kind <> 'noise'")])
    assert legend_entries(layout) == ["Front on 2 July 2025", "Gained"]


def test_the_legend_follows_its_own_order(project, gained):
    line = front("Front on 2 July 2025")
    layout = build_map_page(
        project, [line, gained], TEXTS, focus=[Focus(gained, "kind <> 'noise'")], legend=[gained, line]
    )
    assert legend_entries(layout) == ["Gained", "Front on 2 July 2025"]
    without = build_map_page(project, [line, gained], TEXTS, focus=[Focus(gained)], legend=[])
    assert legend_entries(without) == []


def test_the_detail_is_closer_marked_on_the_map_and_silent_where_asked(project, gained):
    layout = build_map_page(
        project,
        [gained],
        TEXTS,
        focus=[Focus(gained, "kind <> 'noise'")],
        detail=Detail("Closer", [Focus(gained, "\"kind\" = 'ground' AND $id = 2")], silent=[gained]),
    )
    maps = items(layout, QgsLayoutItemMap)
    assert len(maps) == 2
    main = main_map(layout)
    (closer,) = (item for item in maps if item is not main)
    assert closer.scale() < main.scale()
    assert main.extent().contains(closer.extent().center())
    assert main.overview().linkedMap() == closer
    assert 'labelsEnabled="0"' in closer.layerStyleOverrides()[gained.id()]
    assert gained.labelsEnabled(), "the layer itself keeps its labels"
    assert "Closer" in [label.text() for label in items(layout, QgsLayoutItemLabel)]


def test_a_long_legend_leaves_no_room_for_the_detail(project, gained):
    lines = [front(f"Line {number} with a rather long name") for number in range(30)]
    layout = build_map_page(
        project, [*lines, gained], TEXTS, focus=[Focus(gained)], detail=Detail("Closer", [Focus(gained)])
    )
    assert len(items(layout, QgsLayoutItemMap)) == 1
    assert "Closer" not in [label.text() for label in items(layout, QgsLayoutItemLabel)]


def test_a_legend_stays_as_large_as_print_needs_rather_than_leave_room_for_a_detail(project, gained):
    lines = [front(f"Line {number} with a rather long name") for number in range(20)]
    closer = Detail("Closer", [Focus(gained)])
    small = build_map_page(project, [gained], TEXTS, focus=[Focus(gained)], detail=closer, template="wide")
    large = build_map_page(project, [*lines, gained], TEXTS, focus=[Focus(gained)], detail=closer, template="wide")
    label = QgsLegendStyle.Style.SymbolLabel
    points = [legend_font(page.itemById("legend"), label).pointSizeF() for page in (small, large)]
    assert points[1] >= 0.75 * points[0]
    assert [len(items(page, QgsLayoutItemMap)) for page in (small, large)] == [2, 1]


SIZES = {"a4": (3508, 2480), "a3": (4961, 3508), "wide": (1920, 1080), "square": (1080, 1080), "tall": (1080, 1920)}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_picture_has_the_pixels_that_its_format_promises(project, gained, tmp_path, template):
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained)], template=template)
    export(layout, tmp_path / "map.png")
    image = QImage(str(tmp_path / "map.png"))
    assert (image.width(), image.height()) == pytest.approx(SIZES[template], abs=2)
    export(layout, tmp_path / "map.png", 2 * layout.renderContext().dpi())
    assert QImage(str(tmp_path / "map.png")).width() == pytest.approx(2 * SIZES[template][0], abs=3)


@pytest.mark.parametrize("entries", [10, 16])
@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_overlaps_in_any_format(project, gained, template, entries):
    """But what lies on a map on purpose: scale, north and locator.

    What broke: the 16 entries of a page with everything, as of the sample, lay over the text below them.
    """
    long = PageTexts(
        title="A side with a rather long name gained 1,234.5 km² and lost 1,234.5 km² of the ground that it held",
        period=TEXTS.period,
        figures=[Figure("+1,234.5 km²", "deepest advance, in a sector with a rather long name")] * 6,
        legend_title=TEXTS.legend_title,
        method="How it was measured. " * 12,
        credit="Maps: a publisher with a rather long name. " * 5,
    )
    lines = [front(f"Line {number} with a long name") for number in range(entries - 1)]
    focus, detail = [Focus(gained, "kind <> 'noise'")], Detail("Closer", [Focus(gained, "$id = 2")])
    layout = build_map_page(project, [*lines, gained], long, focus=focus, detail=detail, template=template)
    on_maps = {"scale", "detail_scale", "north", "locator"}
    boxes = [
        (item.id(), item.sceneBoundingRect().adjusted(0.3, 0.3, -0.3, -0.3))
        for item in layout.items()
        if isinstance(item, QgsLayoutItem) and item.id() and item.id() not in on_maps
    ]
    assert len(boxes) > 8
    assert [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if one.intersects(two)] == []


def test_a_dark_page_is_dark_with_light_text(project, gained, tmp_path):
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained)], scheme="dark")
    export(layout, tmp_path / "map.png", 50)
    image = QImage(str(tmp_path / "map.png"))
    assert image.pixelColor(2, 2).lightness() < 40
    title = layout.itemById("title")
    colour = title.textFormat().color() if hasattr(title, "textFormat") else title.fontColor()
    assert colour.lightness() > 200


def test_a_template_of_the_house_keeps_what_is_its_own(project, gained, tmp_path):
    house = tmp_path / "house.qpt"
    text = template_path("a4").read_text(encoding="utf-8")
    layout = QgsPrintLayout(project)
    document = QDomDocument()
    document.setContent(text)
    layout.loadFromTemplate(document, QgsReadWriteContext())
    own = QgsLayoutItemLabel(layout)
    own.setId("motto")
    own.setText("The Gazette")
    layout.addLayoutItem(own)
    for gone in ("north", "locator", "figure_2_value", "legend"):
        layout.removeLayoutItem(layout.itemById(gone))
    layout.saveAsTemplate(str(house), QgsReadWriteContext())
    content = PageContent(TEXTS, [gained], [gained], [Focus(gained)])
    page = build_page(project, house, content)
    texts = [label.text() for label in items(page, QgsLayoutItemLabel)]
    assert {"The Gazette", TEXTS.title} <= set(texts)
    assert "12.6 km" not in texts, "the template has no place for a second figure"
    assert items(page, QgsLayoutItemLegend) == []


@pytest.mark.parametrize("content", ["", "no XML", "<qgis/>"])
def test_a_file_that_is_no_template_is_named(project, gained, tmp_path, content):
    path = tmp_path / "own.qpt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PageError, match=r"own\.qpt"):
        build_page(project, path, PageContent(TEXTS, [gained], [gained], [Focus(gained)]))


def test_the_picture_shows_the_gained_ground(project, gained, tmp_path):
    path = tmp_path / "map.png"
    export(build_map_page(project, [gained], TEXTS, focus=[Focus(gained, "kind <> 'noise'")]), path, 72)
    image = QImage(str(path))
    pixels = [image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
    red = [pixel for pixel in pixels if pixel.red() > pixel.blue() + 70 and pixel.red() > pixel.green() + 70]
    assert len(red) > 0.01 * len(pixels)
    assert image.pixelColor(2, 2).name() == palette.PAPER


def test_the_pdf_is_one(project, gained, tmp_path):
    path = tmp_path / "map.pdf"
    export(build_map_page(project, [gained], TEXTS, focus=[Focus(gained)]), path, 100)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1


def test_the_project_is_left_alone(project, gained):
    before = (project.count(), project.crs().isValid(), project.labelingEngineSettings().flags())
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained)])
    assert (project.count(), project.crs().isValid(), project.labelingEngineSettings().flags()) == before
    assert project.layoutManager().layouts() == []
    del layout


def test_nothing_to_show_is_reported(project):
    nowhere = parts("gained", [("ground", None)])
    with pytest.raises(PageError, match="nothing to draw"):
        build_map_page(project, [nowhere], TEXTS, focus=[Focus(nowhere)])
    with pytest.raises(PageError, match="nothing to draw"):
        build_map_page(project, [nowhere], TEXTS, focus=[])


def test_rows_without_geometry_do_not_matter(project):
    layer = parts("gained", [("ground", None), ("ground", box(36.6, 47.8, 36.9, 48.1))])
    build_map_page(project, [layer], TEXTS, focus=[Focus(layer)])


@pytest.mark.parametrize("name", ["map.png", "map.pdf", "map.svg"])
def test_a_path_that_cannot_be_written_is_named(project, gained, tmp_path, name):
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained)])
    (tmp_path / name).mkdir()
    with pytest.raises(PageError, match=f"could not be saved as .*{name}"):
        export(layout, tmp_path / name, 50)


def test_a_text_with_the_marks_of_an_expression_is_shown_as_it_is(project, gained, tmp_path):
    """What stands between [% and %] would be evaluated: a name in a title could read the project's variables."""
    hostile = "a [% 1+1 %] b [%'x'%] c [% [% d %]"
    line = front(f"Front {hostile}")
    texts = PageTexts(hostile, hostile, (Figure(hostile, hostile),), hostile, "km", hostile, hostile)
    layout = build_map_page(
        project, [line, gained], texts, focus=[Focus(gained)], detail=Detail(hostile, [Focus(gained)])
    )
    shown = {label.currentText() for label in items(layout, QgsLayoutItemLabel)}
    assert shown == {hostile}
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    assert QgsLayoutExporter(layout).exportToSvg(str(tmp_path / "page.svg"), settings) == 0
    drawn = unescape((tmp_path / "page.svg").read_text(encoding="utf-8"))
    drawn = " ".join(re.sub(r"<[^>]*>", "", drawn).split())
    assert f"Front {hostile}" in drawn
    assert drawn.count(hostile) == 9
    assert "'[%'" not in drawn
