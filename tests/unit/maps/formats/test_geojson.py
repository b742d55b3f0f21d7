# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON as it is found: what is written in a file comes out whole, or the file is named with what to do."""

import json
import sys

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.maps.formats.geojson import read_geojson

RING = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
HOLE = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]
SQUARE = {"type": "Polygon", "coordinates": [RING]}
LEVELS = 20_000  # Python 3.12 and newer read some thousands
DEEP = '{"type": "GeometryCollection", "geometries": [' * LEVELS + json.dumps(SQUARE) + "]}" * LEVELS


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*geometries, **members):
    return {"type": "FeatureCollection", "features": [feature(geometry) for geometry in geometries], **members}


@pytest.fixture
def read(tmp_path):
    """Writes a document (or bytes, or text) to a file and reads it back."""

    def write_and_read(document, name="map.geojson"):
        path = tmp_path / name
        content = document if isinstance(document, (bytes, str)) else json.dumps(document)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_geojson(path)

    return write_and_read


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        (SQUARE, "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"),
        (
            {"type": "Polygon", "coordinates": [RING, HOLE]},
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
        ),
        (
            {"type": "MultiPolygon", "coordinates": [[RING], [[[5, 5], [6, 5], [6, 6], [5, 5]]]]},
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        ),
        ({"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4]]]}, "POLYGON ((0 0, 4 0, 4 4, 0 0))"),
        ({"type": "Polygon", "coordinates": [[[x, y, 9.5] for x, y in RING]]}, "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"),
        (
            {"type": "Polygon", "coordinates": [[[0, 0, 7], [4, 0], [4, 4, 7], [0, 0, 7]]]},
            "POLYGON ((0 0, 4 0, 4 4, 0 0))",
        ),
        ({"type": "Polygon", "coordinates": []}, "POLYGON EMPTY"),
        ({"type": "MultiPolygon", "coordinates": []}, "MULTIPOLYGON EMPTY"),
        ({"type": "Point", "coordinates": [1, 2, 3]}, "POINT (1 2)"),
        ({"type": "Point", "coordinates": []}, "POINT EMPTY"),
        ({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}, "MULTIPOINT (1 2, 3 4)"),
        ({"type": "MultiPoint", "coordinates": []}, "MULTIPOINT EMPTY"),
        ({"type": "LineString", "coordinates": []}, "LINESTRING EMPTY"),
        ({"type": "GeometryCollection", "geometries": []}, "MULTIPOLYGON EMPTY"),
        ({"type": "LineString", "coordinates": [[0, 0], [1, 1, 5]]}, "LINESTRING (0 0, 1 1)"),
        ({"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]]]}, "MULTILINESTRING ((0 0, 1 1))"),
        (
            {
                "type": "GeometryCollection",
                "geometries": [SQUARE, {"type": "GeometryCollection", "geometries": [SQUARE]}],
            },
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((0 0, 4 0, 4 4, 0 4, 0 0)))",
        ),
        (
            {"type": "GeometryCollection", "geometries": [SQUARE, {"type": "Point", "coordinates": [1, 1]}]},
            "GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)), POINT (1 1))",
        ),
    ],
)
def test_geometries_come_out_as_written_in_two_dimensions(read, geometry, expected):
    (found,) = read(collection(geometry)).geometries
    assert shapely.to_wkt(found, trim=True) == shapely.to_wkt(shapely.from_wkt(expected), trim=True)


def test_attributes_and_geometries_run_in_step_and_nulls_stay(read):
    document = {"type": "FeatureCollection", "features": [feature(SQUARE, a=1), feature(None, b="ї"), feature(SQUARE)]}
    raw = read(document, "1748723682.geojson")
    assert raw.attributes == [{"a": 1}, {"b": "ї"}, {}]
    assert [geometry is None for geometry in raw.geometries] == [False, True, False]
    assert (raw.title, raw.fields, raw.notes) == ("1748723682", ("a", "b"), ())


@pytest.mark.parametrize(
    "document",
    [
        collection(SQUARE, SQUARE),
        {"value": collection(SQUARE, SQUARE)},
        {"id": 1748723682, "map": collection(SQUARE, SQUARE)},
        "\n".join(json.dumps(feature(SQUARE)) for _ in range(2)),
        "\n".join("\x1e" + json.dumps(feature(SQUARE)) for _ in range(2)),
        b"\xef\xbb\xbf" + json.dumps(collection(SQUARE, SQUARE)).encode(),
        json.dumps(collection(SQUARE, SQUARE)).encode("utf-16"),
    ],
    ids=["plain", "value", "map", "lines", "text sequence", "byte order mark", "utf-16"],
)
def test_every_wrapping_is_opened(read, document):
    raw = read(document)
    assert [geometry.area for geometry in raw.geometries] == [16, 16]


def test_the_number_of_a_service_answer_names_the_map(read):
    assert read({"id": 1748723682, "map": collection(SQUARE)}, "last.json").names == ("1748723682", "last")


@pytest.mark.parametrize("document", [feature(SQUARE, a=1), SQUARE], ids=["feature", "geometry"])
def test_a_bare_feature_or_geometry_is_a_map(read, document):
    assert read(document).geometries[0].area == 16


def test_collapsed_rings_are_left_out_and_reported(read):
    thin = {"type": "Polygon", "coordinates": [RING, [[1, 1], [2, 2], [1, 1]], [[3, 3]], []]}
    gone = {"type": "Polygon", "coordinates": [[[1, 1], [2, 2], [1, 1]], HOLE]}
    raw = read(collection(thin, gone))
    assert [geometry.area for geometry in raw.geometries] == [16, 0]
    assert [(note.kind, note.count) for note in raw.notes] == [("collapsed_rings", 4)]


@pytest.mark.parametrize(
    ("member", "code"),
    [
        (None, 4326),
        ({"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}, 4326),
        ({"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32637"}}, 32637),
        ({"type": "EPSG", "properties": {"code": 3857}}, 3857),
    ],
)
def test_the_crs_member_is_honoured(read, member, code):
    assert pyproj.CRS.from_wkt(read(collection(SQUARE, crs=member)).crs_wkt).to_epsg() == code


NOT_FINITE = '{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [%s, 4], [0, 0]]]}'


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b"", "“map.geojson” is empty"),
        (json.dumps(collection(SQUARE))[:-40], "ends in the middle"),
        ('{"type": "FeatureColl', "ends in the middle"),
        ("<kml></kml>", "is not JSON"),
        ("[1, 2", "ends in the middle"),
        ("[" * 100_000, "nested too deeply"),
        (json.dumps(feature(SQUARE, name="Окуповано"), ensure_ascii=False).encode("cp1251"), "is not text in UTF-8"),
        ({"type": "Topology"}, "has no features"),
        ({"features": 3, "type": "FeatureCollection"}, "has no features"),
        ([1, 2], "has no features"),
        ({"value": []}, "has no features"),
        (collection(SQUARE, crs={"type": "name", "properties": {"name": "nowhere"}}), "coordinate system.*nowhere"),
        (collection(SQUARE, crs={"type": "link", "properties": {"href": "x"}}), "coordinate system"),
        (NOT_FINITE % "NaN", "feature 1 has coordinates that are not finite"),
        (NOT_FINITE % "1e999", "feature 1 has coordinates that are not finite"),
        (NOT_FINITE % "-Infinity", "not finite"),
        (NOT_FINITE % '"four"', "not numbers"),
        (NOT_FINITE % "null", "not finite|not numbers"),
        (collection(SQUARE, {"type": "Polygon", "coordinates": [[0, 0], [1, 1]]}), "feature 2 .* not pairs"),
        (collection({"type": "Polygon", "coordinates": [[[0], [1], [2]]]}), "not pairs"),
        (collection({"type": "Polygon"}), "no list of coordinates"),
        (collection({"type": "Circle", "coordinates": [0, 0]}), r"no known type \(Circle\)"),
        (collection(3), "no known type"),
        (collection({"type": "LineString", "coordinates": [[0, 0]]}), "line of one point"),
        (feature({"type": "Polygon", "coordinates": 3}, name="Крим\n край"), r"feature 1 \(“Крим край”\)"),
        (DEEP, "nested too deeply"),
        (collection({"type": ["Polygon"], "coordinates": [RING]}), "no known type"),
        ({**collection(SQUARE), "type": ["FeatureCollection"]}, "has no features"),
        ({**feature(SQUARE), "properties": [1]}, "feature 1 has properties that are no object"),
        ({**collection(), "features": [feature(SQUARE), None]}, "item 2 in its list of features is no feature"),
        ({**collection(), "features": [collection(SQUARE)]}, "item 1 in its list of features is no feature"),
        ({**collection(), "features": [feature(SQUARE), SQUARE]}, "item 2 in its list of features is no feature"),
        (collection(SQUARE, crs={"properties": {"name": {"a": 1}}}), "coordinate system"),
        (json.dumps(collection(SQUARE))[:-1] + ', "features": []}', "two different values for “features”"),
        (json.dumps(feature(SQUARE)) + "\n{type: 1}\n", "not JSON .line 2, column 2:"),
        (json.dumps(feature(SQUARE)) + "\n" + json.dumps(feature(SQUARE))[:-20], "ends in the middle"),
        ({**collection(SQUARE), "type": "Feature"}, "has a list of features, but its type is Feature"),
        (NOT_FINITE % "true", "feature 1 has coordinates that are not numbers"),
        (collection({"type": "Polygon", "coordinates": [RING, None]}), "no list of coordinates"),
        (collection({"type": "MultiPolygon", "coordinates": [[RING], [0]]}), "no list of coordinates"),
        (
            json.dumps(feature(SQUARE)) + "\n" + '{"type": "Feature", "type": "Point"}',
            "two different values for “type”",
        ),
    ],
)
def test_what_cannot_be_read_is_named(read, document, message):
    with pytest.raises(InputError, match=message):
        read(document)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="older versions of Python read numbers of any length")
@pytest.mark.parametrize("before", ["", json.dumps(feature(SQUARE)) + "\n"], ids=["whole", "by line"])
def test_a_number_of_thousands_of_digits_is_named(read, before):
    with pytest.raises(InputError, match=r"“map\.geojson” has a number of thousands of digits"):
        read(before + json.dumps(feature(SQUARE, date=0)).replace('"date": 0', '"date": ' + "9" * 5000))


def test_a_repeated_key_with_one_value_is_harmless(read):
    text = json.dumps(feature(SQUARE, name="a")).replace('"name": "a"', '"name": "a", "name": "a"')
    assert read(text).attributes == [{"name": "a"}]


def test_lists_and_objects_among_the_properties_become_text(read):
    (attributes,) = read(feature(SQUARE, days=["2025-06-01"], side={"name": "Крим"}, note=None)).attributes
    assert attributes == {"days": '["2025-06-01"]', "side": '{"name": "Крим"}', "note": None}


def test_numbers_written_as_text_are_coordinates(read):
    ring = [[str(x), str(y)] for x, y in RING]
    assert read(feature({"type": "Polygon", "coordinates": [ring]})).geometries[0].area == 16


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.geojson” cannot be opened"):
        read_geojson(tmp_path / "nowhere.geojson")
    with pytest.raises(InputError, match="cannot be opened"):
        read_geojson(tmp_path)


@pytest.mark.shared_data
def test_a_daily_file_agrees_with_geos(shared_data):
    path = shared_data / "deepstate_daily" / "deepstatemap_data_20250602.geojson"
    (ours,) = read_geojson(path).geometries
    theirs = shapely.get_parts(shapely.from_geojson(path.read_text(encoding="utf-8")))
    assert shapely.equals_exact(ours, theirs[0])
