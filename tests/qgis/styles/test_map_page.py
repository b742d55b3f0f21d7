# SPDX-License-Identifier: GPL-2.0-or-later
"""The map page: what stands on it, in which projection, how it is saved, and what it leaves alone."""

import re
from html import unescape

import pytest
from frontline_change import styles
from frontline_change.styles import palette
from frontline_change.styles.map_page import (
    Detail,
    Figure,
    Focus,
    PageError,
    PageTexts,
    build_map_page,
    export_pdf,
    export_png,
    page_crs,
)
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QImage

TEXTS = PageTexts(
    title="The side gained 557 km² and lost none",
    period="2 June 2025 to 2 July 2025",
    figures=(Figure("+557 km²", "net, ± 31 km²"), Figure("12.6 km", "deepest advance")),
    legend_title="Ground held by the side",
    sources="Maps: two files.",
    method="Areas in an equal-area plane.",
    error="Net change: ± 31 km².",
)


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
    styles.apply(layer, "front_after")
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
    for text in (TEXTS.title, TEXTS.period, TEXTS.sources, "+557 km²", "net, ± 31 km²", "12.6 km", "deepest advance"):
        assert text in texts
    assert f"{TEXTS.method}  {TEXTS.error}" in texts
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
    crs = page_crs([Focus(gained, "kind <> 'noise'")], project)
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
    assert page_crs([Focus(web)], project).toProj().startswith("+proj=laea +lat_0=48 +lon_0=37 ")


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
    assert legend_entries(layout) == ["Front on 2 July 2025", "Gained, ground (km²)"]


def test_the_legend_follows_its_own_order(project, gained):
    line = front("Front on 2 July 2025")
    layout = build_map_page(
        project, [line, gained], TEXTS, focus=[Focus(gained, "kind <> 'noise'")], legend=[gained, line]
    )
    assert legend_entries(layout) == ["Gained, ground (km²)", "Front on 2 July 2025"]
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
    lines = [front(f"Line {number}") for number in range(30)]
    layout = build_map_page(
        project, [*lines, gained], TEXTS, focus=[Focus(gained)], detail=Detail("Closer", [Focus(gained)])
    )
    assert len(items(layout, QgsLayoutItemMap)) == 1
    assert "Closer" not in [label.text() for label in items(layout, QgsLayoutItemLabel)]


@pytest.mark.parametrize(("paper", "size_mm"), [("A4", (297, 210)), ("A3", (420, 297))])
def test_the_picture_has_the_size_of_the_paper(project, gained, tmp_path, paper, size_mm):
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained)], paper=paper)
    path = tmp_path / "map.png"
    export_png(layout, path, dpi=100)
    image = QImage(str(path))
    assert (image.width(), image.height()) == pytest.approx([side * 100 / 25.4 for side in size_mm], abs=2)
    assert image.dotsPerMeterX() == pytest.approx(100 / 0.0254, abs=2)


def test_the_picture_shows_the_gained_ground(project, gained, tmp_path):
    path = tmp_path / "map.png"
    export_png(build_map_page(project, [gained], TEXTS, focus=[Focus(gained, "kind <> 'noise'")]), path, dpi=72)
    image = QImage(str(path))
    pixels = [image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
    red = [pixel for pixel in pixels if pixel.red() > pixel.blue() + 70 and pixel.red() > pixel.green() + 70]
    assert len(red) > 0.01 * len(pixels)
    assert image.pixelColor(2, 2).name() == palette.PAPER


def test_the_pdf_is_one(project, gained, tmp_path):
    path = tmp_path / "map.pdf"
    export_pdf(build_map_page(project, [gained], TEXTS, focus=[Focus(gained)]), path, dpi=100)
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


@pytest.mark.parametrize(("export", "name"), [(export_png, "map.png"), (export_pdf, "map.pdf")])
def test_a_path_that_cannot_be_written_is_named(project, gained, tmp_path, export, name):
    layout = build_map_page(project, [gained], TEXTS, focus=[Focus(gained)])
    (tmp_path / name).mkdir()
    with pytest.raises(PageError, match=f"could not be saved as .*{name}"):
        export(layout, tmp_path / name, dpi=50)


def test_a_text_with_the_marks_of_an_expression_is_shown_as_it_is(project, gained, tmp_path):
    """What stands between [% and %] would be evaluated: a name in a title could read the project's variables."""
    hostile = "a [% 1+1 %] b [%'x'%] c [% [% d %]"
    line = front(f"Front {hostile}")
    texts = PageTexts(hostile, hostile, (Figure(hostile, hostile),), hostile, hostile, hostile, hostile)
    layout = build_map_page(
        project, [line, gained], texts, focus=[Focus(gained)], detail=Detail(hostile, [Focus(gained)])
    )
    shown = {label.currentText() for label in items(layout, QgsLayoutItemLabel)}
    assert shown == {hostile, f"{hostile}  {hostile}"}
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    assert QgsLayoutExporter(layout).exportToSvg(str(tmp_path / "page.svg"), settings) == 0
    drawn = unescape((tmp_path / "page.svg").read_text(encoding="utf-8"))
    drawn = " ".join(re.sub(r"<[^>]*>", "", drawn).split())
    assert f"Front {hostile}" in drawn
    assert drawn.count(hostile) == 10
    assert "'[%'" not in drawn
