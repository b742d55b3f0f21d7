# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of text with a column of geometries, as spreadsheets, PostGIS and QGIS write them."""

import gzip
import json

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.maps.formats import is_readable, read_file

WKT = "POLYGON ((30 50, 31 50, 31 51, 30 51, 30 50))"
CORNERS = [[30, 50], [31, 50], [31, 51], [30, 51], [30, 50]]
SQUARE = shapely.box(30, 50, 31, 51)
UTM = "POLYGON ((400000 5500000, 401000 5500000, 401000 5501000, 400000 5501000, 400000 5500000))"
EWKB = shapely.to_wkb(shapely.set_srid(shapely.from_wkt(UTM), 32637), hex=True, include_srid=True)


def table(*rows, delimiter=","):
    """A table with all cells quoted."""
    return "\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows) + "\n"


@pytest.fixture
def write(tmp_path):
    def made(content, name="map_2025-06-01.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return made


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
@pytest.mark.parametrize("name", ["WKT", "the_geom", "Межа"])
def test_delimiters_and_any_name_of_the_column(write, delimiter, name):
    raw = read_file(write(table(["id", name, "площа"], ["1", WKT, "12,5"], delimiter=delimiter)))
    assert raw.attributes == [{"id": "1", "площа": "12,5"}]
    assert raw.fields == ("id", "площа")
    assert raw.geometries[0].equals(SQUARE)


def test_no_quotation_marks_where_the_separator_is_not_in_the_text(write):
    assert read_file(write(f"id;wkt\n1;{WKT}\n2;\n", "map.txt")).geometries[0].equals(SQUARE)


@pytest.mark.parametrize(
    "cell",
    [
        WKT.lower(),
        "Polygon((30 50,31 50,31 51,30 51,30 50))",
        "POLYGON Z ((30 50 1, 31 50 2, 31 51 3, 30 51 4, 30 50 1))",
        "MULTIPOLYGONZ (((30 50 1, 31 50 2, 31 51 3, 30 51 4, 30 50 1)))",
        "POLYGON M ((30 50 1, 31 50 2, 31 51 3, 30 51 4, 30 50 1))",
        "POLYGON ((30 50, 31 50, 31 51, 30 51))",
        "POLYGON ((30. 50, +31 5.0e1, 31 51, 30 51, 30 50))",
        "GEOMETRYCOLLECTION (POLYGON ((30 50, 31 50, 31 51, 30 50)), MULTIPOLYGON (((30 50, 31 51, 30 51, 30 50))))",
        json.dumps({"type": "MultiPolygon", "coordinates": [[CORNERS]]}),
        json.dumps({"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [CORNERS]}}),
        shapely.to_wkb(SQUARE, hex=True),
    ],
    ids=["small", "tight", "Z", "Z glued", "M", "open ring", "numbers", "collection", "GeoJSON", "Feature", "WKB"],
)  # fmt: skip
def test_geometries_in_every_form(write, cell):
    (found,) = read_file(write(table(["id", "shape"], ["1", cell]))).geometries
    assert shapely.union_all(shapely.get_parts(found)).equals(SQUARE)


def test_other_kinds_empty_cells_and_collapsed_rings(write):
    cells = ["POINT (1 2)", "MULTIPOINT ((1 2), (3 4))", "MULTIPOINT (1 2, 3 4)", "LINESTRING (0 0, 3 4)"]
    cells += [
        "POLYGON EMPTY",
        "",
        "MULTIPOLYGON (((0 0, 1 1, 0 0)))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING EMPTY)",
    ]
    raw = read_file(write(table(["shape", "n"], *([cell, "1"] for cell in cells))))
    kinds = ["Point", "MultiPoint", "MultiPoint", "LineString", "Polygon", None, "MultiPolygon", "GeometryCollection"]
    assert [getattr(shape, "geom_type", None) for shape in raw.geometries] == kinds
    assert [(note.kind, note.count) for note in raw.notes] == [("collapsed_rings", 1), ("crs_assumed", 1)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le"])
def test_encodings(write, encoding):
    raw = read_file(write(table(["назва", "wkt"], ["Окупована територія", WKT]).encode(encoding)))
    assert raw.attributes == [{"назва": "Окупована територія"}]


def test_western_letters_are_not_taken_for_cyrillic(write):
    raw = read_file(write(table(["Größe", "wkt"], ["contrôlé par l'armée", WKT]).encode("cp1252")))
    assert raw.attributes == [{"Größe": "contrôlé par l'armée"}]


def test_the_polygons_are_used_where_a_column_of_points_stands_first(write):
    raw = read_file(write(table(["centre", "shape"], ["POINT (30.5 50.5)", WKT])))
    assert raw.geometries[0].equals(SQUARE)
    assert raw.attributes == [{"centre": "POINT (30.5 50.5)"}]


@pytest.mark.parametrize(
    ("content", "given"),
    [
        (table(["g"], [f"SRID=32637;{UTM}"]), None),
        (table(["SRID", "g"], ["32637", UTM]), None),
        (table(["crs", "g"], ["EPSG:32637", UTM]), None),
        (table(["g"], [EWKB]), None),
        (table(["g"], [UTM]), "EPSG:32637"),
    ],
    ids=["EWKT", "column", "column of names", "EWKB", "given"],
)  # fmt: skip
def test_the_coordinate_system_comes_from_the_table_or_the_user(write, content, given):
    raw = read_file(write(content), crs=given)
    assert pyproj.CRS.from_wkt(raw.crs_wkt).to_epsg() == 32637
    assert raw.notes == ()


def test_degrees_need_no_coordinate_system_but_it_is_noted(write):
    raw = read_file(write(table(["g"], [WKT])))
    assert pyproj.CRS.from_wkt(raw.crs_wkt).to_epsg() == 4326
    assert [note.kind for note in raw.notes] == ["crs_assumed"]


def test_metres_without_a_coordinate_system_are_refused_naming_the_parameter(write):
    path = write(table(["g"], [UTM]))
    with pytest.raises(InputError, match=r"x from 400000 to 401000, .*Give it in crs, such as"):
        read_file(path)
    with pytest.raises(InputError, match="Give it in MAPS_CRS"):
        read_file(path, parameter="MAPS_CRS")
    with pytest.raises(InputError, match="crs cannot be “nowhere”"):
        read_file(path, crs="nowhere")


def test_names_of_columns_stay_apart_and_short_rows_are_filled(write):
    raw = read_file(write(f'name,name,,g\na,b,c,"{WKT}"\n\n"x"\n'))
    assert raw.attributes == [
        {"name": "a", "name_2": "b", "column_3": "c"},
        {"name": "x", "name_2": None, "column_3": None},
    ]
    assert raw.geometries[1] is None


def test_a_geometry_of_a_million_letters(write):
    ring = ", ".join(f"{30 + n / 1e6:.6f} 50" for n in range(60_000))
    raw = read_file(write(table(["g"], [f"POLYGON (({ring}, 31 51))"])))
    assert len(raw.geometries[0].exterior.coords) == 60_002


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a,b\n1,2\n", "no column of geometries"),
        (f"id,wkt\n1,{WKT}\n", "no column of geometries.* in quotation marks"),
        (table(["g"], [WKT], ["POLYGON ((1 2, 3"]), "geometry in line 3 cannot be read"),
        (table(["g"], [WKT], ["POLYGON ((1 2, 3 x, 4 5, 1 2))"]), "line 3 cannot be read"),
        (table(["g"], [WKT], ["CURVEPOLYGON ((1 2, 3 4, 4 5, 1 2))"]), "line 3 cannot be read"),
        (table(["g"], [WKT], ['{"type": "Polygon"']), "line 3 cannot be read.*no GeoJSON"),
        (table(["g"], [WKT], ["LINESTRING (1 2)"]), "feature 2 has a line of one point"),
        (f'a;g\n1;2;"{WKT}"\n1;"{WKT}"\n', "line 2 has 3 values for 2 columns"),
        (table(["srid", "g"], ["32637", UTM], ["32636", UTM]), r"several coordinate systems \(lines 2, 3\)"),
        (table(["srid", "g"], ["99", UTM]), r"line 2 that is not known \(99\)"),
        (f'n,g\n"a,"{WKT}"\n"b","{WKT}"\n', "no column of geometries|no table that can be read"),
        (table(["n", "g"], ["a", WKT]) + f'"b"c,"{WKT}"\n', "no table that can be read"),
        (table(["n", "g"], ["a", WKT]) + f'"b,{WKT}\nc,1\n', "no table that can be read"),
        (table(["a", WKT], ["b", WKT]), "without a header"),
        (b"", "is empty"),
    ],
)
def test_what_cannot_be_read_is_named(write, content, message):
    with pytest.raises(InputError, match=message):
        read_file(write(content))


def test_a_table_is_a_map_only_if_it_has_geometries(write):
    assert is_readable(write(table(["g"], [WKT])))
    assert is_readable(write(table(["g", "h"], [json.dumps({"type": "Point", "coordinates": [1, 2]}), "1"]), "a.tsv"))
    assert not is_readable(write("Перелік файлів\npolygon\n", "README.txt"))
    assert not is_readable(write("day,km2\n2025-06-01,3\n", "table.csv"))
    assert is_readable(write(gzip.compress(table(["g"], [WKT]).encode()), "map.csv.gz"))
    assert not is_readable(write(gzip.compress(b"a,b\n"), "table.csv.gz"))
    assert not is_readable(write(b"no gzip", "broken.csv.gz"))
