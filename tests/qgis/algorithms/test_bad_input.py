# SPDX-License-Identifier: GPL-2.0-or-later
"""Bad input: every refusal says which layer, what is wrong and what to do; what can be measured is, with a warning."""

import json
import math

import pytest
from frontline_change.core import libraries
from frontline_change.core.errors import LibraryError
from layers import box, box_km2, layer, ring
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLineString,
    QgsPoint,
    QgsPolygon,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

BEFORE, AFTER = "front_20250602", "front_20250702"
HELD, GAINED = (30, 50, 31, 51), (31, 50, 31.1, 51)
WHOLE = (30, 50, 31.1, 51)
GAINED_KM2 = box_km2(*GAINED)


def before(*shapes, **options):
    return layer(BEFORE, *(shapes or [box(*HELD)]), **options)


def after(*shapes, **options):
    return layer(AFTER, *(shapes or [box(*WHOLE)]), **options)


def pair(**other):
    """A good pair of maps, with what a test puts in its place."""
    return {"BEFORE": before(), "AFTER": after(), **other}


def polygon(*corners):
    """A polygon from corners that no WKT can write."""
    return QgsGeometry(QgsPolygon(QgsLineString([QgsPoint(*corner) for corner in corners])))


def geojson(path, *features, **members):
    """A GeoJSON file of (geometry, properties) pairs."""
    collection = [
        {"type": "Feature", "properties": properties, "geometry": geometry} for geometry, properties in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", **members, "features": collection}), encoding="utf-8")
    return str(path)


def rectangle(west, south, east, north):
    """A rectangle as GeoJSON."""
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def measured(outcome, km2=GAINED_KM2):
    """Check that the strip was measured, and return the warnings."""
    assert outcome["GAINED_KM2"] == pytest.approx(km2, abs=0.02)
    return outcome.feedback.warnings


# Files


def test_a_missing_file(sectorchange):
    assert sectorchange.refusal(**pair(BEFORE="/nowhere/front.gpkg")) == (
        "The input BEFORE cannot be read: /nowhere/front.gpkg. Check that the file exists and is a vector layer."
    )


@pytest.mark.parametrize("parameter", ["SECTORS", "THEATRE", "HOME", "PLACES"])
def test_a_missing_file_for_an_optional_input(sectorchange, parameter):
    message = sectorchange.refusal(**pair(**{parameter: "/nowhere/regions.gpkg"}))
    assert message.startswith(f"The input {parameter} cannot be read: /nowhere/regions.gpkg.")


def test_no_map_at_all(sectorchange):
    assert sectorchange.refusal(AFTER=after()) == "BEFORE (Map before) is missing."


def removed_layer(project):
    """A layer object that a script holds on to after the layer was removed."""
    layer_object = before()
    project.addMapLayer(layer_object)
    project.removeMapLayer(layer_object.id())
    return layer_object


@pytest.mark.parametrize("parameter", ["BEFORE", "SECTORS"])
def test_a_layer_object_that_was_removed(sectorchange, project, parameter):
    message = sectorchange.refusal(**pair(**{parameter: removed_layer(project)}))
    assert message.startswith(f"{parameter} (")
    assert message.endswith("is a layer that has been removed from the project. Choose another.")


def test_a_layer_object_among_several_that_was_removed(preparesnapshots, project):
    message = preparesnapshots.refusal(LAYERS=[before(), removed_layer(project)])
    assert message.startswith("LAYERS (") and "has been removed" in message


@pytest.mark.parametrize(
    ("algorithm", "parameter", "output"),
    [
        ("sectorchange", "BEFORE", "CHANGE"),
        ("changeseries", "SNAPSHOTS", "SERIES"),
        ("controlfromlines", "LINES", "SNAPSHOTS"),
        ("axisadvance", "SNAPSHOTS", "ADVANCE"),
    ],
)
def test_no_map_in_a_run_without_a_check_before(frontline, listener, algorithm, parameter, output):
    """As a model runs it."""
    made = QgsApplication.processingRegistry().createAlgorithmById(f"frontline:{algorithm}")
    others = {"AFTER": after(), "THEATRE": before()} if algorithm in ("sectorchange", "controlfromlines") else {}
    with pytest.raises(QgsProcessingException) as error:
        made.run({**others, output: "TEMPORARY_OUTPUT"}, QgsProcessingContext(), listener(), {}, False)
    assert str(error.value) == f"{parameter} is missing. Choose a layer."


@pytest.mark.parametrize(
    ("name", "content"),
    [("front_20250602.gpkg", b"nonsense"), ("front_20250602.shp", bytes(100))],
    ids=["no database", "no shapefile"],
)
def test_an_unreadable_file(sectorchange, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    assert sectorchange.refusal(**pair(BEFORE=str(path))) == (
        f"The input BEFORE cannot be read: {path}. Check that the file exists and is a vector layer."
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{nonsense", "is not JSON"),
        (b"", "is empty"),
        (b'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type"', "ends in the middle"),
    ],
    ids=["nonsense", "no bytes", "cut off"],
)
def test_an_unreadable_geojson_file(sectorchange, tmp_path, content, reason):
    path = tmp_path / "front_20250602.geojson"
    path.write_bytes(content)
    assert sectorchange.refusal(**pair(BEFORE=str(path))).startswith(f"“{path.name}” {reason}")


def test_a_raster(sectorchange, tmp_path):
    path = tmp_path / "front_20250602.asc"
    path.write_text("ncols 2\nnrows 2\nxllcorner 30\nyllcorner 50\ncellsize 1\n1 2\n3 4\n")
    assert "The input BEFORE cannot be read" in sectorchange.refusal(**pair(BEFORE=str(path)))


def test_a_file_that_vanished_after_it_was_loaded(sectorchange, tmp_path):
    path = tmp_path / "front_20250602.geojson"
    loaded = QgsVectorLayer(geojson(path, (rectangle(*HELD), {})), BEFORE, "ogr")
    QgsProject.instance().addMapLayer(loaded)
    path.unlink()
    message = sectorchange.refusal(**pair(BEFORE=loaded))
    assert BEFORE in message
    assert "Choose a layer or file with polygons" in message


def test_spaces_and_letters_beyond_ascii_in_paths(sectorchange, tmp_path):
    folder = tmp_path / "мої карти – März"
    folder.mkdir()
    path, change = folder / "фронт 2025-06-02.geojson", folder / "зміни é.gpkg"
    outcome = sectorchange(**pair(BEFORE=geojson(path, (rectangle(*HELD), {"примітка": "так"})), CHANGE=str(change)))
    assert measured(outcome) == []
    assert change.is_file()
    assert len(outcome.rows()) == 1


@pytest.mark.parametrize(
    "name", ["front {0} {layer} 2025-06-02", "100 % of it 2025-06-02", 'a "quoted"; name 2025-06-02']
)
def test_odd_names_of_layers(sectorchange, name):
    """In messages they stand for themselves."""
    assert measured(sectorchange(**pair(BEFORE=layer(name, box(*HELD))))) == []
    empty = sectorchange(**pair(BEFORE=layer(name)))
    assert f"Layer “{name}” has no features: nothing is held on its date." in empty.feedback.warnings
    far = layer(name, box(3_300_000, 6_400_000, 3_400_000, 6_500_000))
    assert f"Layer “{name}” has coordinates that are nowhere on Earth" in sectorchange.refusal(**pair(BEFORE=far))


# Layers without polygons


def test_an_empty_layer(sectorchange):
    """It is a map on which nothing is held; without a date it may as well be a wrong choice."""
    outcome = sectorchange(**pair(BEFORE=layer(BEFORE)))
    assert measured(outcome, box_km2(*WHOLE))[0] == f"Layer “{BEFORE}” has no features: nothing is held on its date."
    message = sectorchange.refusal(**pair(BEFORE=layer("front")))
    assert message.startswith("“front” has no features, and no date in its name. Choose a layer with polygons")


def test_a_layer_of_points(sectorchange):
    message = sectorchange.refusal(**pair(AFTER=layer(AFTER, "POINT(30 50)", kind="Point")))
    assert message == (
        f"“{AFTER}” has 1 features, none of them a polygon. Choose a layer or file with the polygons of the held area."
    )


def test_a_layer_of_lines_without_the_ground_that_they_divide(sectorchange):
    message = sectorchange.refusal(**pair(AFTER=layer(AFTER, "LINESTRING(30 50,31 51)", kind="LineString")))
    assert message == (
        f"“{AFTER}” has lines and no polygons. For the ground behind front lines give the land that they divide as "
        "THEATRE, and which part of it is held: points or polygons in it as MARKS, or left or right as SIDE."
    )


@pytest.mark.parametrize("parameter", ["SECTORS", "THEATRE", "HOME"])
def test_points_where_polygons_are_wanted(sectorchange, parameter):
    points = layer("towns", "POINT(30 50)", kind="Point")
    assert sectorchange.refusal(**pair(**{parameter: points})) == (
        f"Layer “towns”, given as {parameter}, has no polygons. Choose a polygon layer or leave it empty."
    )


@pytest.mark.parametrize("parameter", ["BEFORE", "SECTORS", "THEATRE"])
def test_a_table_without_geometry(sectorchange, tmp_path, parameter):
    path = tmp_path / "front_20250602.csv"
    path.write_text("date,area\n2025-06-02,12\n")
    assert sectorchange.refusal(**pair(**{parameter: str(path)})) == (
        "Layer “front_20250602” is a table without geometry, so there is nothing to measure. Choose a layer with a "
        "geometry."
    )


def test_a_table_of_places_needs_longitudes_and_latitudes(sectorchange, tmp_path):
    path = tmp_path / "towns.csv"
    path.write_text("name,lon,lat\nTaken,31.05,50.5\n")
    rows = sectorchange(**pair(PLACES=str(path), PLACES_CHANGED="memory:")).rows("PLACES_CHANGED")
    assert [(row["place"], row["change"]) for row in rows] == [("Taken", "gained")]
    path = tmp_path / "villages.csv"
    path.write_text("name,people\nTaken,12\n")
    assert sectorchange.refusal(**pair(PLACES=str(path))) == (
        "Table “villages” has no points and no columns lon and lat. Its columns are: name, people."
    )


def test_mixed_geometry_of_nobodys_is_refused(sectorchange, tmp_path):
    path = geojson(
        tmp_path / "front_20250602.geojson",
        ({"type": "Point", "coordinates": [30, 50]}, {}),
        (rectangle(*HELD), {}),
    )
    assert sectorchange.refusal(**pair(BEFORE=path)) == (
        f"“{BEFORE}” mixes 1 polygons with 1 points and 0 lines. Choose a layer of polygons only; from front lines "
        "make the held area first."
    )


def test_mixed_geometry_of_a_known_publisher_is_read(sectorchange, tmp_path):
    style = {"styleUrl": "#s", "fill": "#a52714"}
    shape = {"type": "GeometryCollection", "geometries": [rectangle(*HELD)]}
    path = geojson(
        tmp_path / "1748822400.geojson",
        ({"type": "Point", "coordinates": [30, 50, 0]}, {**style, "name": "Place /// x /// geoJSON.units.1"}),
        (shape, {**style, "name": "Окуповано /// Occupied /// geoJSON.status.occupied"}),
    )
    outcome = sectorchange(**pair(BEFORE=path))
    assert measured(outcome) == []
    assert "points left out: 1;" in " ".join(outcome.feedback.infos)
    assert json.loads(outcome["METHOD"])["before"]["source"] == "deepstate"


def test_features_without_geometry_are_left_out_and_counted(sectorchange):
    outcome = sectorchange(**pair(BEFORE=before(box(*HELD), None, "POLYGON EMPTY")))
    assert measured(outcome) == [f"Layer “{BEFORE}”: features without geometry left out: 2."]


def test_nothing_but_features_without_geometry(sectorchange):
    message = sectorchange.refusal(**pair(BEFORE=before(None, None)))
    assert message.startswith(f"“{BEFORE}” has 2 features, none of them a polygon.")


# Geometry


def test_a_bow_tie_is_repaired_counted_and_named(sectorchange):
    """Features of no geometry before it must not change its number."""
    tie = "POLYGON((31 50,31.2 50.2,31.2 50,31 50.2,31 50))"
    outcome = sectorchange(**pair(AFTER=after(None, box(*HELD), tie)))
    assert outcome.feedback.warnings == [
        f"Layer “{AFTER}”: features without geometry left out: 1.",
        f"Layer “{AFTER}”: invalid polygons repaired: 1, which changed the area by 159.165 km² (feature 3: Ring "
        "Self-intersection at 50.1000, 31.1000).",
    ]
    assert outcome["GAINED_KM2"] == pytest.approx(box_km2(31, 50, 31.2, 50.2) / 2, abs=0.5)
    assert json.loads(outcome["METHOD"])["after"]["repaired_polygons"] == 1


def test_of_many_repairs_some_are_named(sectorchange):
    ties = [f"POLYGON((31 {y},31.01 {y + 0.01},31.01 {y},31 {y + 0.01},31 {y}))" for y in (50.1, 50.2, 50.3, 50.4)]
    ties += [f"POLYGON((31 {y},31.01 {y + 0.01},31.01 {y},31 {y + 0.01},31 {y}))" for y in (50.5, 50.6, 50.7)]
    (warning,) = sectorchange(**pair(AFTER=after(box(*HELD), *ties))).feedback.warnings
    assert "invalid polygons repaired: 7," in warning
    assert warning.count("feature ") == 5
    assert warning.endswith("; …).")


def test_invalid_sectors_are_repaired_too(sectorchange):
    sectors = layer("regions", "POLYGON((30 50,32 51,32 50,30 51,30 50))", fields="name:string", rows=[("A",)])
    warning, outside = sectorchange(**pair(SECTORS=sectors)).feedback.warnings
    assert warning.startswith("Layer “regions”: invalid polygons repaired: 1,")
    assert outside.endswith("lie outside all sectors.")


def test_an_open_ring_is_closed(sectorchange):
    """GEOS refuses it; QGIS draws and measures it as if closed."""
    outcome = sectorchange(**pair(AFTER=after("POLYGON((30 50,31.1 50,31.1 51,30 51))")))
    assert measured(outcome) == []


@pytest.mark.parametrize(
    "shapes",
    [
        (box(*WHOLE), "POLYGON((30 50,31 51,30 50))"),
        (f"POLYGON({ring(*WHOLE)},(30.2 50.2,30.3 50.3,30.2 50.2))",),
    ],
    ids=["shell", "hole"],
)
def test_rings_without_area_change_nothing(sectorchange, shapes):
    outcome = sectorchange(**pair(AFTER=after(*shapes)))
    (warning,) = measured(outcome)
    assert "invalid polygons repaired: 1, which changed the area by 0.000 km²" in warning


@pytest.mark.parametrize(
    "corners",
    [
        [(31, 50), (math.nan, 50), (31.1, 51), (31, 51), (31, 50)],
        [(31, 50), (31.1, math.inf), (31.1, 51), (31, 51), (31, 50)],
        [(math.nan, 50), (31.1, 50), (31.1, 51), (31, 51), (math.nan, 50)],
    ],
    ids=["nan", "inf", "nan first"],
)
def test_coordinates_that_are_not_finite(sectorchange, corners):
    message = sectorchange.refusal(**pair(AFTER=after(box(*HELD), polygon(*corners))))
    assert message == (
        f"Layer “{AFTER}”: the coordinates of feature 2 are not finite, or make no polygon. Repair or delete it."
    )


@pytest.mark.parametrize("number", [math.nan, math.inf], ids=["nan", "inf"])
def test_coordinates_that_are_not_finite_in_a_file(sectorchange, tmp_path, number):
    path = geojson(tmp_path / "front_20250602.geojson", (rectangle(30, 50, 31, number), {"name": "South"}))
    message = sectorchange.refusal(**pair(BEFORE=path))
    assert "feature 1 (“South”)" in message
    assert "Repair or delete" in message


def test_a_shape_that_is_no_polygon_in_disguise(sectorchange):
    """GEOS knows no triangles, and 3.22 hands them over as they are."""
    message = sectorchange.refusal(**pair(AFTER=after(box(*HELD), "TRIANGLE((31 50,31.1 50,31.1 51,31 50))")))
    assert f"Layer “{AFTER}”: the coordinates of feature 2" in message


def test_heights_are_ignored(sectorchange):
    shape = polygon((30, 50, 1), (31.1, 50, math.nan), (31.1, 51, 2e9), (30, 51, -3), (30, 50, 1))
    assert measured(sectorchange(**pair(AFTER=after(shape, kind="PolygonZ")))) == []


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        (
            "CurvePolygon",
            "CURVEPOLYGON(COMPOUNDCURVE((31 51,30 51,30 50,31 50),CIRCULARSTRING(31 50,31.5 50.5,31 51)))",
        ),
        (
            "MultiSurface",
            "MULTISURFACE(CURVEPOLYGON(COMPOUNDCURVE((31 51,30 51,30 50,31 50),"
            "CIRCULARSTRING(31 50,31.5 50.5,31 51))))",
        ),
    ],
)
def test_curves_are_followed(sectorchange, kind, shape):
    outcome = sectorchange(**pair(AFTER=after(shape, kind=kind)))
    degrees_km2 = box_km2(31, 50, 32, 51)  # half a circle of half a degree, in square degrees of this latitude
    assert outcome["GAINED_KM2"] == pytest.approx(math.pi / 8 * degrees_km2, rel=0.001)
    assert outcome.feedback.warnings == []


def test_straight_polygons_in_a_layer_for_curves(sectorchange):
    shape = f"MULTISURFACE({ring(*WHOLE)})".replace("MULTISURFACE(", "MULTISURFACE((") + ")"
    assert measured(sectorchange(**pair(AFTER=after(shape, kind="MultiSurface")))) == []


# Coordinate systems


@pytest.mark.parametrize(
    ("parameter", "advice"),
    [
        *((name, "properties, or give it in MAPS_CRS.") for name in ("BEFORE", "AFTER")),
        *((name, "properties.") for name in ("SECTORS", "PLACES")),
    ],
)
def test_no_crs(sectorchange, parameter, advice):
    lost = layer("front_20250620", box(*HELD), crs="")
    assert sectorchange.refusal(**pair(**{parameter: lost})) == (
        "Layer “front_20250620” has no coordinate system, so its areas cannot be known. Set its CRS in the layer's "
        f"{advice}"
    )


def test_a_crs_given_to_maps_that_have_none(sectorchange):
    """The same polygons, once with their CRS and once without."""
    expected = measured(sectorchange(**pair()))
    lost = {name: layer(one.name(), box(*HELD), crs="") for name, one in pair().items() if name == "BEFORE"}
    assert measured(sectorchange(**pair(**lost), MAPS_CRS="EPSG:4326")) == expected


def test_a_crs_that_cannot_be_right(sectorchange):
    metres_called_degrees = after(box(3_300_000, 6_400_000, 3_400_000, 6_500_000))
    assert sectorchange.refusal(**pair(AFTER=metres_called_degrees)) == (
        f"Layer “{AFTER}” has coordinates that are nowhere on Earth in its CRS. The CRS is probably set wrongly: check "
        "it in the layer's properties."
    )


@pytest.mark.parametrize(("west", "east"), [(179, 180.1), (-181, -179.9)], ids=["east of 180", "west of -180"])
def test_a_map_across_180_degrees(sectorchange, west, east):
    edge = 179.9 if west > 0 else -180.1
    outcome = sectorchange(BEFORE=before(box(west, 0, edge, 1)), AFTER=after(box(west, 0, east, 1)))
    assert measured(outcome, box_km2(0, 0, 0.2, 1)) == []


@pytest.mark.parametrize(
    "shape",
    [
        box(179, 0, 180.1, 1),
        "MULTIPOLYGON(((179 0,180 0,180 1,179 1,179 0)),((-180 0,-179.9 0,-179.9 1,-180 1,-180 0)))",
    ],
    ids=["goes on", "split"],
)
def test_every_way_to_write_a_map_across_180_degrees(sectorchange, shape):
    outcome = sectorchange(BEFORE=before(box(179, 0, 179.9, 1)), AFTER=after(shape), GAINED="memory:")
    assert measured(outcome, box_km2(0, 0, 0.2, 1)) == []
    ground = max(outcome.layer("GAINED").getFeatures(), key=lambda feature: feature["area_km2"]).geometry()
    assert ground.boundingBox().width() == pytest.approx(0.2, abs=0.1), "drawn round the Earth"


# Edges of 180° and more

EURASIA, EARTH = (-10, 0, 179, 80), (-180, -90, 180, 90)
WIDE = "edges that span 180° of longitude or more are taken as drawn (feature 1)"


def widened(outcome, name):
    """Whether the run has warned of the wide edges in this layer, once."""
    return [warning for warning in outcome.feedback.warnings if f"“{name}”" in warning and WIDE in warning] != []


@pytest.mark.parametrize("around", [EURASIA, EARTH, (-179.5, -60, 179.5, 85)])
def test_a_wide_sector_holds_the_ground_in_it_and_comes_back_as_drawn(sectorchange, around):
    sectors = layer("regions", box(*around), fields="name:string", rows=[("wide",)])
    outcome = sectorchange(**pair(SECTORS=sectors))
    assert outcome.row("wide")["gained_km2"] == pytest.approx(GAINED_KM2, rel=1e-4)
    assert outcome.row("outside all sectors")["held_after_km2"] == pytest.approx(0, abs=1e-6)
    assert widened(outcome, "regions")
    (shape,) = [row.geometry() for row in outcome.layer("CHANGE").getFeatures() if row["sector"] == "wide"]
    frame = shape.boundingBox()
    sides = (frame.xMinimum(), frame.yMinimum(), frame.xMaximum(), frame.yMaximum())
    assert sides == pytest.approx(around, abs=1e-6)
    assert shape.area() == pytest.approx((around[2] - around[0]) * (around[3] - around[1]), rel=1e-6)


@pytest.mark.parametrize("parameter", ["THEATRE", "HOME"])
def test_a_wide_theatre_and_home(sectorchange, parameter):
    plain = sectorchange(**pair(THEATRE=layer("land", box(20, 40, 45, 60)))).row()
    around = layer("land", box(*EURASIA)) if parameter == "THEATRE" else layer("own", box(40, 0, 300, 80))
    given = {"THEATRE": layer("land", box(20, 40, 45, 60)), parameter: around}
    outcome = sectorchange(**pair(**given))
    for field in ("front_before_km", "front_after_km", "advance_max_km", "gained_km2"):
        assert outcome.row()[field] == pytest.approx(plain[field], rel=1e-9)
    assert outcome.row()["front_after_km"] > 100
    assert widened(outcome, around.name())


def test_a_wide_map_is_measured_as_drawn(sectorchange):
    outcome = sectorchange(**pair(BEFORE=before(box(*EURASIA)), AFTER=after(box(-10, 0, 180, 80))))
    assert outcome.row()["held_before_km2"] == pytest.approx(box_km2(*EURASIA), rel=2e-5)
    assert outcome["GAINED_KM2"] == pytest.approx(box_km2(179, 0, 180, 80), rel=1e-3)
    assert widened(outcome, BEFORE)


def test_the_whole_earth_as_a_map_is_refused_by_name(sectorchange):
    message = sectorchange.refusal(**pair(BEFORE=before(box(*EARTH))))
    assert message.startswith(f"Layer “{BEFORE}”: feature 1 reaches to the other side of the Earth")


@pytest.mark.parametrize("parameter", ["BEFORE", "AFTER", "SECTORS", "THEATRE", "HOME", "PLACES"])
def test_a_wide_edge_in_a_projected_layer_is_refused_by_name(sectorchange, parameter):
    name = {"BEFORE": BEFORE, "AFTER": AFTER}.get(parameter, "wide")
    mercator = layer(name, box(3_400_000, 6_500_000, 3_500_000, 6_600_000), box(-2e7, 1e6, 2e7, 8e6), crs="EPSG:3857")
    message = sectorchange.refusal(**pair(**{parameter: mercator}))
    assert message.startswith(f"Layer “{name}”: feature 2 has an edge that spans 359° of longitude")


def test_a_ring_that_jumps_at_180_is_refused_where_it_crosses_itself(sectorchange):
    jumps = "POLYGON((179 0,179.5 0,-179.9 0,-179.9 1,179.5 1,179 1,179 0))"
    message = sectorchange.refusal(**pair(AFTER=after(jumps)))
    assert message.startswith(f"Layer “{AFTER}”: feature 1 has an edge that spans 180° of longitude or more and that")
    assert "split it there" in message


@pytest.mark.parametrize("parameter", ["SECTORS", "THEATRE", "HOME"])
def test_features_without_a_polygon_around_the_maps_are_reported(sectorchange, parameter):
    around = layer("around", box(29, 49, 33, 52), None, None)
    outcome = sectorchange(**pair(**{parameter: around}))
    assert "Layer “around”: features without a polygon left out: 2." in measured(outcome)


# Coordinates that QGIS cannot read


def text_coordinates(west, south, east, north):
    """A rectangle as GeoJSON with numbers written as text, for which QGIS shows no geometry and knows no CRS."""
    shape = rectangle(west, south, east, north)
    return {**shape, "coordinates": [[[str(x), str(y)] for x, y in ring] for ring in shape["coordinates"]]}


@pytest.mark.parametrize("parameter", ["BEFORE", "AFTER"])
def test_numbers_written_as_text(sectorchange, tmp_path, parameter):
    name, sides = (BEFORE, HELD) if parameter == "BEFORE" else (AFTER, WHOLE)
    path = geojson(tmp_path / f"{name}.geojson", (text_coordinates(*sides), {}))
    outcome = sectorchange(**pair(**{parameter: path}))
    assert measured(outcome) == []
    assert outcome.layer("CHANGE").crs().authid() == "EPSG:4326"


# Dates


def test_no_date_to_be_found(sectorchange):
    message = sectorchange.refusal(**pair(BEFORE=layer("front", box(*HELD), fields="note:string")))
    assert message.startswith("No date is found in the name of “front”. Give the date, a date field (there are: note)")


def test_the_date_of_an_undated_map_can_be_given(sectorchange):
    outcome = sectorchange(**pair(BEFORE=layer("front", box(*HELD)), BEFORE_DATE="2025-06-12"))
    assert measured(outcome) == []
    assert outcome["DATE_BEFORE_USED"] == "2025-06-12T00:00:00Z"


def test_a_date_that_can_be_read_two_ways(sectorchange):
    message = sectorchange.refusal(**pair(BEFORE=layer("front 03/04/2025", box(*HELD))))
    assert message.startswith("The date of “front 03/04/2025” cannot be read from its name. “03/04/2025” is ambiguous:")
    assert "2025-03-04" in message
    assert "2025-04-03" in message
    assert "Give the date as YYYY-MM-DD" in message


def test_a_misspelt_date_is_not_guessed(sectorchange):
    message = sectorchange.refusal(**pair(BEFORE=layer("ControlAO02FEB22024", box(*HELD))))
    assert "“ControlAO02FEB22024”" in message
    assert "is misspelt; it is not guessed. Give the date as YYYY-MM-DD." in message


def test_after_earlier_than_before(sectorchange):
    assert sectorchange.refusal(BEFORE=after(), AFTER=before()) == (
        "The map after (“front_20250602”, 2 June 2025) is earlier than the map before (“front_20250702”, 2 July 2025). "
        "Swap the two."
    )


def test_both_the_same_layer(sectorchange):
    same = before()
    assert sectorchange.refusal(BEFORE=same, AFTER=same) == (
        "Before and after are the same map (“front_20250602”, 2 June 2025), so nothing can have moved. Choose two "
        "dates."
    )


def test_both_the_same_file(sectorchange, tmp_path):
    path = geojson(tmp_path / "front_20250602.geojson", (rectangle(*HELD), {}))
    assert "are the same map" in sectorchange.refusal(BEFORE=path, AFTER=path)


def test_two_layers_of_the_same_instant(sectorchange):
    assert sectorchange.refusal(BEFORE=before(), AFTER=layer("other_20250602", box(*WHOLE))) == (
        "Both maps (“front_20250602” and “other_20250602”) are of the same instant, 2 June 2025. Choose maps of two "
        "dates, or give BEFORE_DATE and AFTER_DATE."
    )


def test_a_given_date_that_differs_from_the_maps_own_is_reported(sectorchange):
    outcome = sectorchange(**pair(BEFORE_DATE="2025-05-01"))
    assert measured(outcome) == [
        f"Layer “{BEFORE}”: the date you gave differs from the one the map itself carries (2025-06-02)."
    ]
    assert outcome["DATE_BEFORE_USED"] == "2025-05-01T00:00:00Z"


@pytest.mark.parametrize("value", ["yesterday", "30.06.2025", "2025-13-01"])
def test_a_given_date_that_is_none(sectorchange, value):
    assert sectorchange.refusal(**pair(BEFORE_DATE=value)) == (
        f"BEFORE_DATE (Date before) cannot be “{value}”. Give a date such as 2025-06-30 or 2025-06-30T18:00."
    )


@pytest.mark.parametrize(
    "value", [QDateTime(QDate(-44, 3, 15), QTime(0, 0)), QDate(10000, 1, 1), "0001-01-01T00:00+01:00"]
)
def test_a_given_date_out_of_all_bounds(sectorchange, value):
    message = sectorchange.refusal(**pair(BEFORE_DATE=value))
    assert message.startswith("BEFORE_DATE cannot be used.")
    assert "is not a date that can be read, or no day of the calendar. Give it as YYYY-MM-DD" in message


@pytest.mark.parametrize(
    "value",
    [
        "2025-06-12T18:30:00Z",
        "2025-06-12T20:30:00+02:00",
        "2025-06-12T18:30",
        QDateTime(QDate(2025, 6, 12), QTime(18, 30)),
    ],
)
def test_a_time_without_a_zone_is_utc(sectorchange, value):
    outcome = sectorchange(**pair(BEFORE=layer("front", box(*HELD)), BEFORE_DATE=value))
    assert outcome["DATE_BEFORE_USED"] == "2025-06-12T18:30:00Z"


def series():
    """Two dates in one layer."""
    days = [(QDate(2025, 6, 2),), (QDate(2025, 7, 2),)]
    return layer("series", box(*HELD), box(*WHOLE), fields="date:date", rows=days)


def test_many_dates_and_none_chosen(sectorchange):
    many = series()
    assert sectorchange.refusal(BEFORE=many, AFTER=many) == (
        "Layer “series” holds maps of 2 dates, from 2025-06-02 to 2025-07-02. Say which one to use with BEFORE_DATE."
    )
    assert sectorchange.refusal(BEFORE=before(), AFTER=many).endswith("Say which one to use with AFTER_DATE.")


def test_of_many_dates_the_last_at_or_before_stands(sectorchange):
    many = series()
    outcome = sectorchange(BEFORE=many, AFTER=many, BEFORE_DATE="2025-06-30", AFTER_DATE="2025-07-02")
    assert measured(outcome) == []
    assert (outcome["DATE_BEFORE_USED"], outcome["DATE_AFTER_USED"]) == ("2025-06-02T00:00:00Z", "2025-07-02T00:00:00Z")


def test_a_date_before_the_first_of_many(sectorchange):
    many = series()
    message = sectorchange.refusal(BEFORE=many, AFTER=many, BEFORE_DATE="2025-06-01", AFTER_DATE="2025-08-01")
    assert message == (
        "BEFORE_DATE cannot be used with layer “series”. There is no map from 2025-06-01 00:00 or before: the maps run "
        "from 2025-06-02 00:00 to 2025-07-02 00:00 (UTC). Ask for a date within that time."
    )


def test_a_feature_without_a_date(sectorchange):
    days = [(QDate(2025, 6, 2),), (None,)]
    broken = layer("front_20250602", box(*HELD), box(40, 50, 41, 51), fields="seen:date", rows=days)
    good = layer(AFTER, box(*WHOLE), fields="seen:date", rows=[(QDate(2025, 7, 2),)])
    assert sectorchange.refusal(BEFORE=broken, AFTER=good, DATE_FIELD="seen") == (
        f"“{BEFORE}”: feature 2 has no date in its field “seen”. Correct or delete it."
    )


# Fields


@pytest.mark.parametrize("parameter", ["DATE_FIELD", "CLASS_FIELD"])
def test_a_field_that_one_map_lacks(sectorchange, parameter):
    fields, rows = "status:string,note:string", [("held", "2025-07-02")]
    newer = after(fields=fields, rows=rows)
    older = before(fields="note:string", rows=[("2025-06-02",)])
    message = sectorchange.refusal(BEFORE=older, AFTER=newer, **{parameter: "status"})
    assert message == f"“{BEFORE}” has no field “status”. Its fields are: note."


def test_class_words_that_nobody_knows_count_as_other(sectorchange):
    older = before(
        box(*HELD), box(40, 50, 41, 51), box(42, 50, 43, 51), fields="c:string", rows=[("held",), ("weird",), (None,)]
    )
    newer = after(fields="c:string", rows=[(" Held ",)])
    outcome = sectorchange(BEFORE=older, AFTER=newer, CLASS_FIELD="c")
    assert measured(outcome) == [
        f"Layer “{BEFORE}”: the class “(empty)” is unknown and counts as “other” (features: 1).",
        f"Layer “{BEFORE}”: the class “weird” is unknown and counts as “other” (features: 1).",
    ]


def test_no_map_has_the_classes_asked_for(sectorchange):
    fields, rows = "c:string", [("contested",)]
    message = sectorchange.refusal(
        BEFORE=before(fields=fields, rows=rows), AFTER=after(fields=fields, rows=rows), CLASS_FIELD="c"
    )
    assert message == "Neither map has polygons of the classes held. Choose other classes in CLASSES."


def test_one_map_without_the_classes_asked_for_is_empty_ground(sectorchange):
    fields = "c:string"
    outcome = sectorchange(
        BEFORE=before(fields=fields, rows=[("liberated",)]),
        AFTER=after(fields=fields, rows=[("held",)]),
        CLASS_FIELD="c",
    )
    assert measured(outcome, box_km2(*WHOLE)) == [
        f"Layer “{BEFORE}” has no polygons of the classes held on 2 June 2025; it has: liberated."
    ]
    assert outcome["ADVANCE_MAX_KM"] is None


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"NOISE_WIDTH": -5},
            "NOISE_WIDTH (Change is noise if narrower than (metres)) cannot be “-5”. Give a number from 0 to "
            "1,000,000.",
        ),
        ({"POSITION_ERROR": "wide"}, "cannot be “wide”. Give a number from 0 to 1,000,000."),
        ({"CLASSES": "held,lost"}, "Choose among: held, contested, claimed, liberated, other."),
        ({"CLASSES": ""}, "CLASSES (Classes that count as held) is missing. Choose among: held, contested"),
        ({"SOURCE": "nobody"}, "SOURCE (Publisher) cannot be “nobody”. Choose among: auto, deepstate"),
        ({"CHANGE": None}, "CHANGE (Change per sector) is missing."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_values_that_no_parameter_takes(sectorchange, values, message):
    assert message in sectorchange.refusal(**pair(**values))


def test_zero_tolerances_are_numbers_too(sectorchange):
    outcome = sectorchange(**pair(NOISE_WIDTH=0, POSITION_ERROR=0, CORRELATION_LENGTH=0, EDGE_TOLERANCE=0))
    assert measured(outcome) == []
    assert outcome["GAINED_SE_KM2"] == 0


# Sectors


def regions(*shapes, names=()):
    return layer("regions", *shapes, fields="name:string", rows=[(name,) for name in names])


def rows_add_up(outcome):
    assert sum(row["gained_km2"] for row in outcome.rows()) == pytest.approx(outcome["GAINED_KM2"], abs=1e-6)


def test_sectors_that_overlap_count_no_ground_twice(sectorchange):
    overlapping = regions(box(30, 50, 31.05, 51), box(31, 50, 31.1, 50.5), names=["B", "A"])
    outcome = sectorchange(**pair(SECTORS=overlapping))
    shared_km2 = box_km2(31, 50, 31.05, 50.5)
    warning, outside = measured(outcome)
    assert outside.endswith("lie outside all sectors.")
    assert warning.startswith("Layer “regions”: B overlaps A by 198.")
    assert warning.endswith(" km²; that ground is counted once, for A.")
    rows_add_up(outcome)
    assert outcome.row("A")["gained_km2"] == pytest.approx(2 * shared_km2, abs=0.02)
    assert outcome.row("B")["gained_km2"] == pytest.approx(box_km2(31, 50.5, 31.05, 51), abs=0.02)


def test_a_gap_between_sectors_is_outside_all(sectorchange):
    holed = regions(f"POLYGON({ring(29, 49, 32, 52)},{ring(31, 50.2, 31.05, 50.4)})", names=["A"])
    outcome = sectorchange(**pair(SECTORS=holed))
    assert measured(outcome) == [
        "Layer “regions”: gaps between the sectors: 1, 79.253 km² in all; this ground counts as outside all sectors.",
        "79.3 km² of the 789 km² gained (10.0 %) lie outside all sectors.",
    ]
    rows_add_up(outcome)
    assert outcome.row("outside all sectors")["gained_km2"] == pytest.approx(box_km2(31, 50.2, 31.05, 50.4), abs=0.02)


def test_slivers_between_sectors_are_not_worth_a_word(sectorchange):
    """Straight borders that meet at a corner of one of them only leave centimetres."""
    thirds = regions(box(30, 50, 31.05, 51), box(31.05, 50, 32, 50.3), box(31.05, 50.3, 32, 51), names="ABC")
    outcome = sectorchange(**pair(SECTORS=thirds))
    assert measured(outcome) == []
    rows_add_up(outcome)


def test_names_missing_repeated_or_taken(sectorchange):
    shapes = [box(29 + n, 49, 30 + n, 52) for n in range(5)]
    outcome = sectorchange(**pair(SECTORS=regions(*shapes, names=["A", None, "A", "all", "  "])))
    assert measured(outcome) == [
        "Layer “regions”: sectors without a name: 2, now called sector 2, sector 5.",
        "Layer “regions”: polygons with the same name are measured as one sector: A.",
        "Layer “regions”: names that the result table needs itself were changed: all (sector).",
    ]
    assert [row["sector"] for row in outcome.rows()] == [
        "A",
        "all (sector)",
        "sector 2",
        "sector 5",
        "outside all sectors",
    ]
    rows_add_up(outcome)


def test_sectors_without_any_field(sectorchange):
    outcome = sectorchange(**pair(SECTORS=layer("regions", box(29, 49, 32, 52))))
    assert measured(outcome) == ["Layer “regions”: sectors without a name: 1, now called sector 1."]


@pytest.mark.parametrize(("layer_of", "field"), [("SECTORS", "SECTOR_FIELD"), ("PLACES", "PLACE_FIELD")])
def test_a_name_field_that_is_not_there(sectorchange, layer_of, field):
    given = {layer_of: regions(box(29, 49, 32, 52), names=["A"]), field: "oblast"}
    assert sectorchange.refusal(**pair(**given)) == ("Layer “regions” has no field “oblast”. Its fields are: name.")


def test_numbers_as_names(sectorchange):
    numbered = layer("regions", box(29, 49, 32, 52), fields="code:integer", rows=[(14,)])
    outcome = sectorchange(**pair(SECTORS=numbered, SECTOR_FIELD="code"))
    assert outcome.row("14")["gained_km2"] == pytest.approx(GAINED_KM2, abs=0.02)


def test_sectors_that_miss_the_change(sectorchange):
    outcome = sectorchange(**pair(SECTORS=regions(box(40, 40, 41, 41), names=["Far"])))
    assert outcome.row("Far")["gained_km2"] == 0
    assert outcome.row("Far")["advance_max_km"] is None or not outcome.row("Far")["advance_max_km"]
    assert outcome.row("outside all sectors")["gained_km2"] == outcome["GAINED_KM2"]


# Theatre and places


def test_a_theatre_that_holds_none_of_the_front(sectorchange):
    elsewhere = layer("land", box(-60, -30, -50, -20))
    assert measured(sectorchange(**pair(THEATRE=elsewhere))) == [
        "No edge of the held area lies inside the theatre “land” and off its edge, so there is no front. Is it the "
        "right layer?"
    ]


def test_places_outside_change_nothing(sectorchange):
    towns = layer(
        "towns",
        *("POINT(31.05 50.5)", "POINT(131 50)", "POINT EMPTY", None),
        kind="Point",
        fields="name:string",
        rows=[("Taken",), ("Far",), ("Empty",), ("None",)],
    )
    outcome = sectorchange(**pair(PLACES=towns, PLACES_CHANGED="memory:"))
    assert measured(outcome) == []
    assert [(row["place"], row["change"]) for row in outcome.rows("PLACES_CHANGED")] == [("Taken", "gained")]
    assert outcome.row()["places_gained"] == 1


def test_places_as_polygons_change_hands_by_their_greater_part(sectorchange):
    towns = layer(
        "towns",
        box(31.01, 50.1, 31.06, 50.2),
        box(31.08, 50.1, 31.20, 50.2),
        box(31.05, 50.3, 31.12, 50.4),
        fields="name:string",
        rows=[("Inside",), ("Touched",), ("Mostly",)],
    )
    outcome = sectorchange(**pair(PLACES=towns, PLACES_CHANGED="memory:"))
    assert {row["place"] for row in outcome.rows("PLACES_CHANGED")} == {"Inside", "Mostly"}


def test_places_of_lines_are_refused(sectorchange):
    roads = layer("roads", "LINESTRING(30 50,31 51)", kind="LineString")
    message = sectorchange.refusal(**pair(PLACES=roads))
    assert message.startswith("Layer “roads”, given as PLACES, has no points or polygons.")


# What a person may do to a layer before measuring


def strange_piece():
    """The map after with a piece far off that a filter or a choice takes away."""
    return after(box(*WHOLE), box(40, 50, 41, 51), fields="side:string", rows=[("a",), ("b",)])


def test_only_what_is_selected_is_measured(sectorchange):
    newer = strange_piece()
    newer.select(next(newer.getFeatures()).id())
    QgsProject.instance().addMapLayer(newer)
    chosen = QgsProcessingFeatureSourceDefinition(newer.id(), selectedFeaturesOnly=True)
    assert measured(sectorchange(**pair(AFTER=chosen))) == []


def test_nothing_is_selected(sectorchange):
    newer = strange_piece()
    QgsProject.instance().addMapLayer(newer)
    chosen = QgsProcessingFeatureSourceDefinition(newer.id(), selectedFeaturesOnly=True)
    message = sectorchange.refusal(**pair(AFTER=chosen))
    assert message == f"Of layer “{AFTER}” only the selected features are wanted, and none is selected. Select some."


def test_a_layer_with_a_filter(sectorchange, tmp_path):
    path = tmp_path / "front_20250702.geojson"
    newer = QgsVectorLayer(
        geojson(path, (rectangle(*WHOLE), {"side": "a"}), (rectangle(40, 50, 41, 51), {"side": "b"})), AFTER, "ogr"
    )
    newer.setSubsetString("side = 'a'")
    assert measured(sectorchange(**pair(AFTER=newer))) == []


def test_a_layer_that_is_being_edited_is_measured_as_it_looks(sectorchange, tmp_path):
    path = tmp_path / "front_20250702.geojson"
    newer = QgsVectorLayer(geojson(path, (rectangle(*WHOLE), {}), (rectangle(40, 50, 41, 51), {})), AFTER, "ogr")
    QgsProject.instance().addMapLayer(newer)
    newer.startEditing()
    far = [
        feature.id()
        for feature in newer.getFeatures(QgsFeatureRequest())
        if feature.geometry().boundingBox().xMinimum() > 35
    ]
    newer.deleteFeatures(far)
    assert measured(sectorchange(**pair(AFTER=newer))) == []
    newer.rollBack()


def test_two_maps_without_a_common_edge(sectorchange):
    """Redrawn or saved with other rounding: right all the same, and said."""
    outcome = sectorchange(**pair(AFTER=after(box(30 + 1e-5, 50 + 1e-5, 31.1, 51 - 1e-5))))
    assert measured(outcome) == []
    assert any(info.startswith("The two maps share only 0 % of their edges") for info in outcome.feedback.infos)


# Libraries


@pytest.mark.parametrize(
    ("library", "reason", "facts", "message"),
    [
        (
            "shapely",
            "missing",
            {},
            "Measuring needs the Python library shapely 2.0 or newer, which this QGIS does not have.",
        ),
        (
            "shapely",
            "old",
            {"found": "1.8.5", "origin": "/usr/lib/shapely"},
            "Measuring needs the Python library shapely 2.0 or newer; this QGIS has 1.8.5, in /usr/lib/shapely.",
        ),
        (
            "shapely",
            "clash",
            {"found": "2.1.2", "origin": "/opt/shapely", "host": "3.11.1", "detail": "3.13.1"},
            "Another plugin has already loaded the Python library shapely 2.1.2, in /opt/shapely, with GEOS 3.13.1, "
            "while QGIS itself has GEOS 3.11.1. Measuring now could crash QGIS. Restart QGIS and measure before the "
            "other plugin is used, or disable that plugin.",
        ),
        (
            "pyproj",
            "broken",
            {"origin": "/opt/pyproj", "detail": "libproj.so.25 is not there"},
            "The Python library pyproj, in /opt/pyproj, cannot be loaded: libproj.so.25 is not there.",
        ),
    ],
    ids=["missing", "too old", "clash", "broken"],
)
def test_a_library_in_the_way(sectorchange, monkeypatch, tmp_path, library, reason, facts, message):
    def refuse():
        raise LibraryError(library, reason, "", **{"needed": libraries.NEEDED[library], **facts})

    monkeypatch.setattr(libraries, "check", refuse)
    with pytest.raises(QgsProcessingException) as caught:
        sectorchange(**pair(CHANGE=str(tmp_path / "change.gpkg")))
    text = str(caught.value)
    assert text.startswith(message)
    assert "Traceback" not in text
    assert list(tmp_path.iterdir()) == []
