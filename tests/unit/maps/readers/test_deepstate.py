# SPDX-License-Identifier: GPL-2.0-or-later
"""DeepState's full maps: names in, classes out; all six real maps against a count from the plain JSON."""

import json
from datetime import datetime, timezone

import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import pyproj, shapely
from frontline_change.core.maps.dates import DateError
from frontline_change.core.maps.formats.geojson import read_geojson
from frontline_change.core.maps.readers import SOURCES, ReadOptions
from frontline_change.core.maps.readers.deepstate import control_class
from frontline_change.core.maps.snapshots import LINES, NO_GEOMETRY, POINTS, UNKNOWN_CLASS

NBSP = "\xa0"
GEOD = pyproj.Geod(ellps="WGS84")


@pytest.mark.parametrize(
    ("name", "colour", "expected"),
    [
        # A key at the end decides, whatever words and colour say.
        ("Окуповано /// Occupied /// geoJSON.status.occupied\n", "#a52714", "held"),
        (f"Окуповано /// Occupied{NBSP}/// geoJSON.status.occupied", "#0f9d58", "held"),
        (f"Окупований Крим /// Occupied Crimea{NBSP}/// geoJSON.territories.crimea", "#880e4f", "held"),
        (f"ОРДЛО /// CADR and CALR{NBSP}/// geoJSON.territories.ordlo", "#880e4f", "held"),
        ("Острів Тузла /// Occupied Tuzla Island /// geoJSON.territories.tuzla", "#880e4f", "held"),
        ("Окупована Абхазія.\n///\nOccupied Abkhazia.\n/// geoJSON.territories.abkhazia\n", "#ff5252", "other"),
        ("Придністров'я/// Transnistria /// geoJSON.territories.transnistria", "#ff5252", "other"),
        ("Острів /// Island /// geoJSON.territories.crimea-like", "#a52714", "other"),
        ("Статус невідомий /// Unknown status /// geoJSON.status.unknown\n", "#bdbdbd", "contested"),
        ("Звільнено /// Liberated /// geoJSON.status.dismissed", "#0f9d58", "liberated"),
        ("Звільнено 16.03-17.03 /// geoJSON.status.dismissed_at {{at:16.03 -17.03}}", "#0f9d58", "liberated"),
        ("Зміїний /// Snake Island /// geoJSON.zmiinyi_island", "#0f9d58", "liberated"),
        ("Щось /// Something /// geoJSON.status.brand_new", "#a52714", None),
        # Words, where there is no key, go before the colour.
        ("Окуповано /// Occupied\n", "#a52714", "held"),
        (f"Ізюм. Окуповано{NBSP}", "#a52714", "held"),
        ("Рубіжне. Території зайняті ворогом", "#a52714", "held"),
        ("Крим", "#000000", "held"),
        ("ОРДЛО", "#000000", "held"),
        ("Кримське", "#000000", None),
        ("Придністров'я", "#880e4f", "other"),
        ("Окупована Абхазія /// Occupied Abkhazia", "#ff5252", "other"),
        ("Окуповано /// Occupied", "#ff5252", "other"),
        ("Під питанням", "#bcaaa4", "contested"),
        ("Невідомо точно при вихід", "#a52714", "contested"),
        ("звільнено 26.03.2022", "#0288d1", "liberated"),
        ("Начебто звільнено 26.03. Читайте опис. Треба уточнення", "#0288d1", "liberated"),
        # The colour, where the words are only a date or a place.
        ("Багатокутник 11", "#a52714", "held"),
        ("24.03", "#0288d1", "liberated"),
        ("Зміїний /// Snake Island", "#0F9D58", "liberated"),
        ("", "bcaaa4", "contested"),
        (None, "#880e4f", "held"),
        (None, None, None),
        ("???", "#123456", None),
    ],
)
def test_names_and_colours_become_classes(name, colour, expected):
    assert control_class(name, colour) == expected


def feature(name, fill="#a52714"):
    return {"name": name, "fill": fill, "styleUrl": "#poly"}


def read(raw, **options):
    (snapshot,) = SOURCES["deepstate"].read(raw, ReadOptions(**options))
    return snapshot


def test_what_is_left_out_or_unknown_is_reported(raw_map):
    raw = raw_map(
        feature("Окуповано"),
        feature("Хтозна\n що", "#123456"),
        feature("Хтозна що", "#123456"),
        (feature("Camp"), "POINT (0 0)"),
        (feature("Road"), "LINESTRING (0 0, 1 1)"),
        (feature("Окуповано"), None),
        (feature("Крим"), "GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 1 1, 0 0)), POINT (3 3))"),
        name="1648989208",
    )
    snapshot = read(raw)
    assert {key: len(polygons) for key, polygons in snapshot.polygons.items()} == {"held": 2, "other": 2}
    assert [(note.kind, note.count, note.detail) for note in snapshot.notes] == [
        (POINTS, 2, ""),
        (LINES, 1, ""),
        (NO_GEOMETRY, 1, ""),
        (UNKNOWN_CLASS, 2, "Хтозна що (#123456)"),
    ]


def test_the_instant_is_the_unix_time_in_the_name(raw_map):
    snapshot = read(raw_map(feature("Окуповано"), name="1748723682"))
    assert snapshot.instant == datetime(2025, 5, 31, 20, 34, 42, tzinfo=timezone.utc)
    assert (snapshot.source, snapshot.origin) == ("deepstate", "1748723682.geojson")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((2025, 6, 30), (2025, 6, 30, 20, 7, 56)),
        ((2025, 6, 30, 12), (2025, 6, 30, 12)),
        ((2025, 7, 1), (2025, 7, 1)),
    ],
)
def test_a_day_given_keeps_the_maps_own_time_on_that_day(raw_map, given, expected):
    raw = raw_map(feature("Окуповано"), name="1751314076")
    assert read(raw, instant=datetime(*given, tzinfo=timezone.utc)).instant == datetime(*expected, tzinfo=timezone.utc)


def test_a_map_without_date_or_polygons_is_refused(raw_map):
    with pytest.raises(DateError, match="No date is found in the name of “map”"):
        read(raw_map(feature("Окуповано")))
    with pytest.raises(InputError, match="1 features, none of them a polygon"):
        read(raw_map((feature("Camp"), "POINT (0 0)"), name="1748723682"))


# The real maps -------------------------------------------------------------------------------------

CLASS_OF_COLOUR = {
    "#a52714": "held", "#880e4f": "held", "#ff5252": "other", "#bcaaa4": "contested", "#bdbdbd": "contested",
    "#0f9d58": "liberated", "#0288d1": "liberated", "#01579b": "liberated",
}  # fmt: skip
# In April 2022 these names say something else than their colour.
CLASS_OF_NAME = {
    "Крим": "held", "ОРДЛО": "held", "Придністров'я": "other", "Невідомо точно при вихід": "contested",
}  # fmt: skip


def ring_area_km2(ring):
    return abs(GEOD.polygon_area_perimeter([x for x, *_ in ring], [y for _, y, *_ in ring])[0]) / 1e6


def json_polygons(geometry):
    if geometry["type"] == "GeometryCollection":
        for member in geometry["geometries"]:
            yield from json_polygons(member)
    elif geometry["type"] == "Polygon":
        yield geometry["coordinates"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["coordinates"]


def counted(path):
    """Area by class from the plain JSON, by colour: another way than the reader's, which goes by key and words."""
    totals = {}
    for item in json.loads(path.read_text(encoding="utf-8"))["features"]:
        name, colour = item["properties"]["name"], item["properties"].get("fill")
        for shell, *holes in json_polygons(item["geometry"]):
            control = CLASS_OF_NAME.get(name) or CLASS_OF_COLOUR[colour]
            area = ring_area_km2(shell) - sum(map(ring_area_km2, holes))
            totals[control] = totals.get(control, 0.0) + area
    return totals


def area_km2(geometry):
    return sum(
        ring_area_km2(polygon.exterior.coords) - sum(ring_area_km2(hole.coords) for hole in polygon.interiors)
        for polygon in shapely.get_parts(geometry)
        if polygon.geom_type == "Polygon"
    )


def areas(snapshot):
    return {key: sum(map(area_km2, polygons)) for key, polygons in snapshot.polygons.items()}


@pytest.mark.shared_data
@pytest.mark.parametrize("stem", [1648989208, 1664055163, 1731879138, 1748723682, 1750017641, 1751314076])
def test_class_areas_of_the_real_maps(shared_data, stem):
    path = shared_data / "deepstate_raw" / f"{stem}.geojson"
    snapshot = read(read_geojson(path))
    assert snapshot.instant.timestamp() == stem
    assert areas(snapshot) == pytest.approx(counted(path), rel=1e-9)
    assert [note.kind for note in snapshot.notes] == [POINTS]


@pytest.mark.shared_data
def test_april_2022_has_crimea_ordlo_and_every_collection(shared_data):
    path = shared_data / "deepstate_raw" / "1648989208.geojson"
    held = shapely.union_all(shapely.make_valid(read(read_geojson(path)).chosen(["held"])))
    assert held.contains(shapely.points(34.1, 44.95))  # Simferopol
    assert held.contains(shapely.points(37.8, 48.0))  # Donetsk
    items = json.loads(path.read_text(encoding="utf-8"))["features"]
    collections = [item for item in items if item["geometry"]["type"] == "GeometryCollection"]
    assert len(collections) == 3
    for item in collections:
        for shell, *_ in json_polygons(item["geometry"]):
            assert held.contains(shapely.make_valid(shapely.polygons(shell)).point_on_surface())


@pytest.mark.shared_data
def test_land_taken_before_2022_is_held(shared_data):
    raw = read_geojson(shared_data / "deepstate_raw" / "1751314076.geojson")
    held = areas(read(raw))["held"]
    rows = [row for row, name in enumerate(raw.values("name")) if "geoJSON.status.occupied" in name]
    only_occupied = sum(ring_area_km2(polygon.exterior.coords) for polygon in raw.geometries[rows])
    assert held - only_occupied == pytest.approx(43_983, abs=1)


@pytest.mark.shared_data
def test_june_2025_gives_the_published_net(shared_data):
    def held(stem):
        snapshot = read(read_geojson(shared_data / "deepstate_raw" / f"{stem}.geojson"))
        return shapely.union_all(shapely.make_valid(snapshot.chosen(["held"])))

    before, after = held(1748723682), held(1751314076)
    gained, lost = (shapely.segmentize(part, 0.001) for part in (after - before, before - after))
    assert area_km2(gained) - area_km2(lost) == pytest.approx(556.5, abs=0.3)
