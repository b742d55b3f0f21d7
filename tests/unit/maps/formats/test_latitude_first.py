# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps that give the latitude first: Liveuamap and owlmaps, in every form that they have had."""

import json

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.maps.formats import read_file

# Donetsk Oblast lies near 48° north, 37° east; the other way round it would be in the Barents Sea.
SQUARE = [[48, 37], [48, 38], [49, 38], [49, 37]]
BOUNDS = (37, 48, 38, 49)
OBJECTS = [{"id": number, "lat": lat, "lng": lng} for number, (lat, lng) in enumerate(SQUARE)]
FLAT = [number for pair in SQUARE for number in pair]
LINE = [[48, 37], [49, 38]]


@pytest.fixture
def read(tmp_path):
    def write_and_read(document, name="1748736000.json"):
        path = tmp_path / name
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return read_file(path)

    return write_and_read


@pytest.mark.parametrize(
    "points",
    [
        *(SQUARE, [*SQUARE, SQUARE[0]], OBJECTS, [SQUARE], [OBJECTS], FLAT, [FLAT], json.dumps(SQUARE)),
        [[str(one) for one in pair] for pair in SQUARE],
        [{"latitude": str(lat), "longitude": str(lon)} for lat, lon in SQUARE],
    ],
    ids=["pairs", "closed", "objects", "ring", "ring of objects", "row", "rows", "text", "texts", "long names"],
)
def test_fields_of_liveuamap(read, points):
    raw = read({"fields": {"7": {"name": "Зона", "color": "#ff0000", "points": points}}})
    assert raw.attributes == [{"id": "7", "name": "Зона", "color": "#ff0000"}]
    assert raw.styles == ("#ff0000",)
    assert raw.geometries[0].bounds == BOUNDS
    assert raw.geometries[0].area == 1


def test_several_rings_are_parts_of_one_field_and_fields_may_be_a_list(read):
    moved = [[lat, lon + 5] for lat, lon in SQUARE]
    raw = read({"last": 0, "fields": [{"id": 3, "points": [FLAT, moved]}, {"id": 4, "points": []}], "venues": []})
    assert [shape.area for shape in raw.geometries] == [2, 0]
    assert [one["id"] for one in raw.attributes] == [3, 4]


@pytest.mark.parametrize(
    ("points", "message"),
    [
        (FLAT[:-1], "odd number of coordinates"),
        ([{"lat": 48}, {"lat": 49, "lng": 1}], r"feature 1 \(“Зона”\).*not finite"),
        (["a", "b", "c", "d", "e", "f"], "not numbers"),
        (3, "no list of coordinates"),
    ],
)
def test_broken_points_of_liveuamap_are_named(read, points, message):
    with pytest.raises(InputError, match=message):
        read({"fields": {"7": {"name": "Зона", "points": points}}})


def test_areas_of_owlmaps_without_the_line_which_is_noted(read):
    raw = read({"areas": [SQUARE, [*SQUARE, SQUARE[0]]], "frontline": LINE})
    assert [shape.bounds for shape in raw.geometries] == [BOUNDS, BOUNDS]
    assert [(note.kind, note.count) for note in raw.notes] == [("front_unused", 1)]


@pytest.mark.parametrize("frontline", [LINE, [LINE]], ids=["a line", "a list of lines"])
def test_a_front_of_owlmaps_alone_is_a_line(read, frontline):
    (line,) = read({"areas": [], "frontline": frontline}).geometries
    assert list(line.coords) == [(37, 48), (38, 49)]


def test_a_timeline_of_owlmaps_has_a_date_on_each_line(read):
    """Its features are GeoJSON, longitude first."""
    line = {"type": "LineString", "coordinates": [[37, 48, 0], [38, 49, 0]]}
    feature = {"type": "Feature", "properties": {"name": "Frontline"}, "geometry": line}
    days = [{"dateKey": day, "data": [feature]} for day in ("230825", "230830")]
    raw = read(days)
    assert [one["date"] for one in raw.attributes] == ["2023-08-25", "2023-08-30"]
    assert raw.geometries[0].bounds == (37, 48, 38, 49)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"areas": [SQUARE, 3]}, "areas 2 has no list of coordinates"),
        ({"areas": [], "frontline": [[48, 37]]}, "line of one point"),
        ({"areas": 3, "frontline": LINE}, "areas has no list of coordinates"),
        ({"areas": [SQUARE], "frontline": 0}, "frontline has no list of coordinates"),
        ([{"dateKey": "230825", "data": [3]}], "entry of 230825 has no list of features"),
    ],
)
def test_broken_files_of_owlmaps_are_named(read, document, message):
    with pytest.raises(InputError, match=message):
        read(document)


def test_collapsed_areas_are_counted(read):
    raw = read({"areas": [SQUARE, LINE], "frontline": []})
    assert [shape.area for shape in raw.geometries] == [1, 0]
    assert [(note.kind, note.count) for note in raw.notes] == [("collapsed_rings", 1)]
