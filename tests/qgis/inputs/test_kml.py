# SPDX-License-Identifier: GPL-2.0-or-later
"""KML and KMZ in QGIS: what QGIS drops or cuts into layers is measured whole, and one of its layers is one folder."""

import zipfile

import pytest
from drivers import with_libkml
from frontline_change.processing.inputs.layer_dates import drawings, layer_dates
from frontline_change.processing.inputs.layers import LayerInput
from frontline_change.ui.setup.drop import load_maps
from layers import box, box_km2
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsProcessingFeatureSourceDefinition, QgsVectorLayer

POINT = "<Point><coordinates>37.2,48.2,0</coordinates></Point>"
KM2 = 0.01  # edges between vertices are straight here, parallels of the Earth there
GAINED_KM2 = box_km2(37.5, 48, 37.6, 48.5)


def polygon(west, south, east, north):
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    positions = " ".join(f"{x},{y},0" for x, y in corners)
    boundary = f"<LinearRing><coordinates>{positions}</coordinates></LinearRing>"
    return f"<Polygon><outerBoundaryIs>{boundary}</outerBoundaryIs></Polygon>"


def placemark(geometry, name="zone", more=""):
    return f"<Placemark><name>{name}</name>{more}{geometry}</Placemark>"


def folder(name, *placemarks):
    return f"<Folder><name>{name}</name>{''.join(placemarks)}</Folder>"


def several(*geometries):
    return f"<MultiGeometry>{''.join(geometries)}</MultiGeometry>"


def document(*content):
    return f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{"".join(content)}</Document></kml>'


def written(path, *content):
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".kmz":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("doc.kml", document(*content))
    else:
        path.write_text(document(*content), encoding="utf-8")
    return str(path)


SOUTH = polygon(38, 48, 38.1, 48.5)
DRAWN = {
    "nested": lambda main: [folder("zone", placemark(several(several(main), SOUTH)))],
    "labelled": lambda main: [folder("zone", placemark(several(main, POINT)), placemark(SOUTH))],
    "labels first": lambda main: [folder("zone", placemark(POINT, "town"), placemark(main), placemark(SOUTH))],
    "in two folders": lambda main: [folder("north", placemark(main)), folder("south", placemark(SOUTH))],
    "beside folders": lambda main: [placemark(SOUTH), folder("north", placemark(main))],
}


@pytest.mark.parametrize("suffix", ["kml", "kmz"])
@pytest.mark.parametrize("drawn", DRAWN)
def test_everything_drawn_is_measured(sectorchange, tmp_path, drawn, suffix):
    """What broke: polygons in nested collections, beside labels and in all folders but the first were dropped."""
    pair = {
        name: written(tmp_path / f"front_{day}.{suffix}", *DRAWN[drawn](polygon(37, 48, east, 48.5)))
        for name, day, east in (("BEFORE", "2025-06-01", 37.5), ("AFTER", "2025-07-01", 37.6))
    }
    row = sectorchange(**pair).row()
    assert row["gained_km2"] == pytest.approx(GAINED_KM2, abs=KM2)
    assert row["lost_km2"] == pytest.approx(0, abs=KM2)
    assert row["held_before_km2"] == pytest.approx(box_km2(37, 48, 37.5, 48.5) + box_km2(38, 48, 38.1, 48.5), abs=0.02)


def test_labels_are_counted_and_no_reason_to_refuse(sectorchange, tmp_path):
    pair = {
        name: written(tmp_path / f"front_{day}.kml", *DRAWN["labelled"](polygon(37, 48, east, 48.5)))
        for name, day, east in (("BEFORE", "2025-06-01", 37.5), ("AFTER", "2025-07-01", 37.6))
    }
    warnings = sectorchange(**pair).feedback.warnings
    assert sum("points left out: 1" in warning for warning in warnings) == 2


# One folder of several

LAYERS = [
    folder("north", placemark(polygon(37, 48, 38, 49), "n")),
    folder("south", placemark(several(polygon(37, 47, 38, 48), POINT), "s"), placemark(POINT, "town")),
]


@pytest.mark.parametrize(
    ("chosen", "expected_km2"),
    [
        ("", box_km2(37, 47, 38, 49)),
        ("|layername=north", box_km2(37, 48, 38, 49)),
        ("|layername=north|geometrytype=Polygon25D", box_km2(37, 48, 38, 49)),
        ("|layername=south|geometrytype=GeometryCollection25D", box_km2(37, 47, 38, 48)),
    ],
)
def test_a_layer_of_one_folder_is_that_folder(sectorchange, tmp_path, chosen, expected_km2):
    before = written(tmp_path / "front_2025-06-01.kml", folder("x", placemark(polygon(37, 48, 37.1, 48.1))))
    after = written(tmp_path / "front_2025-07-01.kml", *LAYERS)
    row = sectorchange(BEFORE=before, AFTER=after + chosen).row()
    assert row["held_after_km2"] == pytest.approx(expected_km2, abs=0.2)


def test_a_layer_of_labels_is_refused(sectorchange, tmp_path):
    path = written(tmp_path / "front_2025-07-01.kml", *LAYERS)
    message = sectorchange.refusal(BEFORE=path, AFTER=f"{path}|layername=south|geometrytype=Point25D")
    assert "none of them a polygon" in message


def loaded(path, name="front 2025-06-01"):
    found = QgsVectorLayer(path, name, "ogr")
    assert found.isValid()
    return found


def test_a_filter_or_a_selection_is_respected(sectorchange, tmp_path):
    """Of a filtered or edited layer the file is not read: QGIS shows what the user wants."""
    drawn = folder("x", placemark(polygon(37, 48, 37.5, 48.5), "a"), placemark(polygon(38, 48, 38.1, 48.5), "b"))
    before, after = (written(tmp_path / f"front_{day}.kml", drawn) for day in ("2025-06-01", "2025-07-01"))
    filtered = loaded(after, "front_2025-07-01")
    assert LayerInput(filtered).is_whole_file
    assert filtered.setSubsetString("Name = 'a'")
    assert not LayerInput(filtered).is_whole_file
    row = sectorchange(BEFORE=before, AFTER=filtered).row()
    assert row["lost_km2"] == pytest.approx(box_km2(38, 48, 38.1, 48.5), abs=KM2)
    selected = loaded(after)
    selected.selectByExpression("Name = 'b'")
    assert not LayerInput(selected, QgsProcessingFeatureSourceDefinition(selected.id(), True)).is_whole_file


@with_libkml
def test_an_edited_layer_is_read_as_edited(sectorchange, tmp_path):
    before, after = (
        written(tmp_path / f"front_{day}.kml", folder("x", placemark(polygon(37, 48, 37.5, 48.5))))
        for day in ("2025-06-01", "2025-07-01")
    )
    edited = loaded(after, "front_2025-07-01")
    assert edited.startEditing()
    added = QgsFeature(edited.fields())
    added.setGeometry(QgsGeometry.fromWkt(box(37.5, 48, 37.6, 48.5)))
    assert edited.addFeature(added)
    row = sectorchange(BEFORE=before, AFTER=edited, HELD_VALUES="*").row()  # the added one has no colour
    assert row["gained_km2"] == pytest.approx(GAINED_KM2, abs=KM2)
    edited.rollBack()


# Dates

SPAN = "<TimeSpan><begin>{}</begin><end>{}</end></TimeSpan>"
TIMED = [
    placemark(polygon(37, 48, 37.5, 48.5), more=SPAN.format("2025-06-01", "2025-06-30")),
    placemark(several(polygon(37, 48, 37.6, 48.5), POINT), more=SPAN.format("2025-07", "2025-07")),
]


@pytest.mark.parametrize(
    "content",
    [
        TIMED,
        [folder("2025-06-01", placemark(polygon(37, 48, 37.5, 48.5))),
         folder("1 July 2025", placemark(several(polygon(37, 48, 37.6, 48.5), POINT)))],
    ],
    ids=["times", "folders"],
)  # fmt: skip
def test_maps_of_several_dates_in_a_file(sectorchange, preparesnapshots, tmp_path, content):
    path = written(tmp_path / "front.kml", *content)
    row = sectorchange(BEFORE=path, AFTER=path, BEFORE_DATE="2025-06-01", AFTER_DATE="2025-07-01").row()
    assert row["gained_km2"] == pytest.approx(GAINED_KM2, abs=KM2)
    rows = preparesnapshots(FOLDER=str(tmp_path)).rows("SNAPSHOTS")
    assert [row["date"].toString("yyyy-MM-dd") for row in rows] == ["2025-06-01", "2025-07-01"]


def test_a_date_field_is_called_as_qgis_calls_it(sectorchange, tmp_path):
    """What would break: the reader calls it `date`, but a person can choose only `begin`."""
    path = written(tmp_path / "front.kml", folder("x", *TIMED))
    options = {"BEFORE": path, "AFTER": path, "BEFORE_DATE": "2025-06-01", "AFTER_DATE": "2025-07-01"}
    row = sectorchange(**options, DATE_FIELD="begin").row()
    assert row["gained_km2"] == pytest.approx(GAINED_KM2, abs=KM2)


def test_the_dock_finds_the_dates_that_qgis_does_not_show(tmp_path):
    found = LayerInput(loaded(written(tmp_path / "front.kml", folder("x", *TIMED, placemark(POINT))), "front"))
    dates = layer_dates(found)
    assert [one.instant.date().isoformat() for one in dates.maps] == ["2025-06-01", "2025-07-01"]
    assert len(set(drawings(found, dates, lambda: False))) == 2
    undated = LayerInput(loaded(written(tmp_path / "land.kml", folder("x", placemark(SOUTH))), "land"))
    assert layer_dates(undated).maps == ()
    assert layer_dates(undated).refusal == ""


def test_equal_maps_in_two_files_are_the_same_drawing(tmp_path):
    digests = []
    for number, east in enumerate((38, 38, 38.1)):
        path = tmp_path / str(number) / "front_2025-06-01.kml"
        written(path, folder("x", placemark(several(polygon(37, 48, east, 49), POINT))))
        found = LayerInput(loaded(str(path)))
        digests += drawings(found, layer_dates(found), lambda: False)
    assert digests[0] == digests[1] != digests[2]


@with_libkml
def test_a_series_that_would_lack_polygons_is_refused(changeseries, tmp_path):
    """What broke: polygons beside labels and in other folders were missing from the series, without a word."""
    days = ("2025-06-01", "2025-07-01")
    data = '<ExtendedData><Data name="day"><value>{}</value></Data></ExtendedData>'
    options = {"PERIOD": "snapshot", "MEASURES": "area", "DATE_FIELD": "day"}
    shapes = [polygon(37, 48, east, 48.5) for east in (37.5, 37.6)]
    plain = [placemark(shape, more=data.format(day)) for day, shape in zip(days, shapes)]
    (row,) = changeseries(SNAPSHOTS=written(tmp_path / "a.kml", folder("x", *plain)), **options).rows("SERIES")
    assert row["gained_km2"] == pytest.approx(GAINED_KM2, abs=KM2)
    path = written(tmp_path / "b.kml", folder("x", *plain), folder("y", placemark(SOUTH, more=data.format(days[0]))))
    message = changeseries.refusal(SNAPSHOTS=path, **options)
    assert "QGIS shows 2 of the 3 features with polygons" in message


# Folders of files


def test_a_folder_of_kml_and_kmz_is_prepared(preparesnapshots, tmp_path):
    written(tmp_path / "front_2025-06-01.kml", *DRAWN["labelled"](polygon(37, 48, 37.5, 48.5)))
    written(tmp_path / "more" / "front_2025-07-01.kmz", *DRAWN["in two folders"](polygon(37, 48, 37.6, 48.5)))
    (tmp_path / "front_2025-08-01.kml").write_text("<kml><Document>", encoding="utf-8")
    outcome = preparesnapshots(FOLDER=str(tmp_path), LOG="TEMPORARY_OUTPUT")
    areas = [row["area_km2"] for row in outcome.rows("SNAPSHOTS")]
    assert areas[1] - areas[0] == pytest.approx(GAINED_KM2, abs=KM2)
    assert [row["dropped"] for row in outcome.rows("LOG")] == [1, 0, NULL]
    assert outcome["SKIPPED_COUNT"] == 1
    assert any("“front_2025-08-01.kml” is left out" in warning for warning in outcome.feedback.warnings)


@pytest.mark.parametrize("count", [1, 2])
def test_a_loaded_folder_and_its_file_are_read_once(preparesnapshots, tmp_path, count):
    path = written(tmp_path / "front_2025-06-01.kml", *LAYERS[:count])
    north = loaded(f"{path}|layername=north|geometrytype=Polygon25D", "front_2025-06-01 – north")
    outcome = preparesnapshots(LAYERS=[north], FOLDER=str(tmp_path))
    if count == 1:
        assert outcome["SKIPPED_COUNT"] == 0
        assert [row["area_km2"] for row in outcome.rows("SNAPSHOTS")] == pytest.approx(
            [box_km2(37, 48, 38, 49)], abs=0.2
        )
    else:  # the rest of the file is another map of that day
        assert outcome["SKIPPED_COUNT"] == 1
        assert "both maps of" in " ".join(outcome.feedback.warnings)


# Dropped on the dock


@pytest.mark.parametrize(
    ("content", "is_layer"),
    [
        ([folder("zone", placemark(polygon(37, 48, 38, 49)), placemark(SOUTH))], True),
        ([folder("zone", placemark(polygon(37, 48, 38, 49)), placemark(POINT, "town"))], True),
        ([folder("labels", placemark(POINT)), folder("zone", placemark(SOUTH))], True),
        ([folder("zone", placemark(several(polygon(37, 48, 38, 49), POINT)), placemark(SOUTH))], False),
        ([folder("zone", placemark(several(several(polygon(37, 48, 38, 49)), SOUTH)))], False),
        (LAYERS, False),
    ],
)
def test_a_dropped_file_is_a_layer_only_where_that_shows_all_of_it(project, tmp_path, content, is_layer):
    path = written(tmp_path / "front_2025-06-01.kml", *content)
    added = load_maps([path], project)
    assert added.refused == []
    assert (len(added.layers), added.to_prepare) == ((1, []) if is_layer else (0, [path]))


def test_a_dropped_file_without_a_polygon_is_refused(project, tmp_path):
    added = load_maps([written(tmp_path / "front_2025-06-01.kml", placemark(POINT))], project)
    assert (added.layers, added.to_prepare) == ([], [])
    assert "none of them a polygon" in dict(added.refused)["front_2025-06-01.kml"]


# Both sides in one file

STYLES = "".join(
    f'<Style id="{key}"><PolyStyle><color>{colour}</color></PolyStyle></Style>'
    for key, colour in (("ru", "230000ff"), ("ua", "23ff0000"))
)


def by_style(east):
    url = "<styleUrl>#{}</styleUrl>"
    held = placemark(several(polygon(37, 48, east, 48.5), POINT), "Union Polygon_0", url.format("ru"))
    return [
        STYLES,
        folder("Polygon", held, placemark(polygon(east, 48, 39, 48.5), "Union Polygon_1", url.format("ua"))),
    ]


def by_folder(east):
    """As Google My Maps has it: a layer for each side."""
    held, other = polygon(37, 48, east, 48.5), polygon(east, 48, 39, 48.5)
    return [folder("ЗС\xa0РФ", placemark(held, "1")), folder("ЗСУ", placemark(other, "2"))]


@pytest.mark.parametrize(
    ("drawn", "values", "told_by"),
    [
        (by_style, "ru", "“style”"),  # a field, in KML
        (by_style, "#ru", "“style”"),
        (by_style, "#FF0000", "style of the map itself"),
        (by_folder, "ЗС РФ", "“folder”"),
    ],
)
def test_the_side_is_asked_for_and_told_by_style_or_folder(sectorchange, tmp_path, drawn, values, told_by):
    """What broke: both sides counted as held, so that nothing had moved."""
    pair = {
        name: written(tmp_path / f"front_{day}.kml", *drawn(east))
        for name, day, east in (("BEFORE", "2025-06-01", 37.5), ("AFTER", "2025-07-01", 37.6))
    }
    assert "HELD_VALUES" in sectorchange.refusal(**pair)
    outcome = sectorchange(**pair, HELD_VALUES=values)
    row = outcome.row()
    assert any(f"values found in {told_by}" in text for text in outcome.feedback.infos)
    assert row["net_km2"] == pytest.approx(GAINED_KM2, abs=KM2)
    assert row["held_after_km2"] == pytest.approx(box_km2(37, 48, 37.6, 48.5), abs=0.02)
