# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample data is what it claims to be: checked with GEOS and pyproj, which did not draw it."""

import hashlib
import itertools
import json
import subprocess
import sys

import brute_force
import numpy as np
import pytest
from checkout import ROOT
from frontline_change.core.libraries import pyproj, shapely

PLANE = pyproj.Transformer.from_crs("EPSG:4326", "+proj=aeqd +lat_0=45 +lon_0=-28.9 +datum=WGS84", always_xy=True)
GEOD = pyproj.Geod(ellps="WGS84")
DRAWING = "a8ed478cb4fa53e44c0ac86a9d054638d11d5f55562782635a456a4693772a4b"
OUTSIDE = "outside all sectors"
MONTHS = [f"2018-{month:02}-01" for month in range(1, 13)] + ["2019-01-01"]


@pytest.fixture(scope="module")
def files(sample):
    return sample


@pytest.fixture(scope="module")
def truth(files):
    return json.loads(files.truth.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def held(files):
    """Held area of each map, repaired."""
    return [shapely.union_all(shapely.make_valid(geometries(path, "held"))) for path in files.maps]


@pytest.fixture(scope="module")
def theatre(files):
    return geometries(files.theatre)[0]


@pytest.fixture(scope="module")
def home(files):
    return geometries(files.home)[0]


@pytest.fixture(scope="module")
def rows(files, theatre):
    """Geometry of each sector by name, and of the rest of the theatre."""
    names = [feature["properties"]["name"] for feature in features(files.sectors)]
    sectors = dict(zip(names, geometries(files.sectors)))
    return {**sectors, OUTSIDE: theatre - shapely.union_all(list(sectors.values()))}


def features(path):
    return json.loads(path.read_text(encoding="utf-8"))["features"]


def geometries(path, control_class=None):
    chosen = [each for each in features(path) if control_class in (None, each["properties"].get("class"))]
    return [shapely.from_geojson(json.dumps(each["geometry"])) for each in chosen]


def polygons(geometry):
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]


def km2(geometry):
    """Area with edges straight in longitude and latitude: cut into short ones, for Geod takes them as geodesics."""
    area_m2 = 0.0
    for part in polygons(shapely.segmentize(geometry, 0.001)):
        rings = [abs(GEOD.geometry_area_perimeter(ring)[0]) for ring in (part.exterior, *part.interiors)]
        area_m2 += rings[0] - sum(rings[1:])
    return area_m2 / 1e6


def in_metres(geometry):
    """The geometry in a plane around the middle of the theatre, where distances of some km hold to 1 m."""
    bent = shapely.segmentize(geometry, 0.001)
    return shapely.transform(bent, lambda xy: np.column_stack(PLANE.transform(xy[:, 0], xy[:, 1])))


def steps(truth, held):
    """Each period of the truth with the held areas before and after."""
    yield from zip(truth["pairs"], held, held[1:])
    yield truth["first_to_last"], held[0], held[-1]


def vertices(geometry):
    return {tuple(point) for point in shapely.get_coordinates(geometry).tolist()}


@pytest.mark.slow
def test_every_run_writes_the_same_bytes_with_the_standard_library_alone(files, tmp_path):
    script = [sys.executable, "-I", "-S", str(ROOT / "sample" / "generate.py"), str(tmp_path)]
    subprocess.run(script, check=True, capture_output=True)
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.*"))
    assert len(written) == len(files.maps) + 8
    for name in written:
        assert (tmp_path / name).read_bytes() == (files.folder / name).read_bytes(), name


def test_every_machine_writes_the_same_maps(files):
    """The maps need nothing but additions, products and quotients of numbers, which are the same everywhere."""
    layers = sorted(files.folder.rglob("*.geojson"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in layers)).hexdigest()
    assert len(layers) == 18
    assert digest == DRAWING, "the drawing has changed: look at it, then write its new digest into DRAWING"


def test_twelve_maps_over_thirteen_months_carry_their_date_in_the_name_only(files, truth):
    dates = [path.stem.removeprefix("aldmark_") for path in files.maps]
    assert dates == [each["date"] for each in truth["maps"]]
    assert len(dates) == 12
    assert set(MONTHS) - set(dates) == {truth["missing_date"]}
    for path in files.maps:
        assert {tuple(each["properties"]) for each in features(path)} == {("class",)}
        assert {each["properties"]["class"] for each in features(path)} == {"held", "contested"}


def test_one_polygon_is_invalid_and_its_repair_changes_nothing(files, truth, held):
    invalid = [(path, geometry) for path in files.maps for geometry in geometries(path) if not geometry.is_valid]
    assert len(invalid) == 1
    path, crossed = invalid[0]
    assert truth["invalid_date"] in path.name
    month = files.maps.index(path)
    before, after = (crossed.envelope & held[near] for near in (month - 1, month + 1))
    assert km2(before) == pytest.approx(km2(after), abs=1e-9)
    assert km2(shapely.make_valid(crossed)) == pytest.approx(km2(before), abs=1e-5)
    others = (files.theatre, files.home, files.sectors, files.snapshots)
    assert all(geometry.is_valid for other in others for geometry in geometries(other))


def test_sectors_share_their_borders_vertex_for_vertex(rows, theatre, home):
    for (left, one), (right, other) in itertools.combinations(rows.items(), 2):
        shared = vertices(one) & vertices(other)
        border = one & other
        assert border.area == 0, (left, right)
        if not border.is_empty and OUTSIDE not in (left, right):
            assert vertices(border) <= shared
    assert len(rows) == 6
    assert sum(km2(row) for row in rows.values()) == pytest.approx(km2(theatre), abs=1e-6)
    assert (theatre & home).area == 0
    assert len(vertices(theatre) & vertices(home)) > 100


def test_areas_of_change_are_those_of_the_reference(truth, held, rows):
    for period, before, after in steps(truth, held):
        for column, moved in (("gained_km2", after - before), ("lost_km2", before - after)):
            for name, row in rows.items():
                expected = pytest.approx(km2(moved & row), abs=2e-5)
                assert period[column][name] == expected, (period["before"], column, name)


def test_held_areas_are_those_of_the_reference(truth, held, rows):
    for month, area in zip(truth["maps"], held):
        for name, row in rows.items():
            assert month["held_km2"][name] == pytest.approx(km2(area & row), abs=2e-5), (month["date"], name)


def test_rows_add_up_and_net_is_the_difference_of_what_was_held(truth):
    by_date = {month["date"]: month["held_km2"] for month in truth["maps"]}
    for period in (*truth["pairs"], truth["first_to_last"]):
        for column in ("gained_km2", "lost_km2", "net_km2", "noise_gained_km2", "noise_lost_km2"):
            *parts, whole = period[column].values()
            assert whole == pytest.approx(sum(parts), abs=1e-5)
        for row, net_km2 in period["net_km2"].items():
            after, before = by_date[period["after"]][row], by_date[period["before"]][row]
            assert net_km2 == pytest.approx(after - before, abs=2e-5)
    assert truth["first_to_last"]["net_km2"][OUTSIDE] > 10


def test_no_ground_lies_deeper_than_the_truth_states(truth, held, rows, home):
    """Every 40 m along the edge of what moved, and on a grid inside it, measured with GEOS in a plane."""
    home_m = in_metres(home)
    for period, before, after in steps(truth, held):
        for name, moved, base in (("advance", after - before, before), ("retreat", before - after, after)):
            base_m = shapely.union_all([in_metres(base), home_m])
            shapely.prepare(base_m)
            edges = brute_force.edges_of(base_m)
            ground = [part for part in polygons(moved) if not is_noise(part) and part.distance(base) < 0.05]
            for row, geometry in rows.items():
                parts = [piece for part in ground for piece in polygons(part & geometry)]
                depths = [depth_km(part, base_m, edges) for part in parts if part.area > 1e-9]
                stated = period[name]["max_km"][row]
                assert (stated or 0) == pytest.approx(max(depths, default=0), abs=0.012), (
                    period["before"],
                    name,
                    row,
                )


def is_noise(part):
    return km2(part) < 1e-4 or width_m(part) < 700


def width_m(part):
    """Mean width: twice the area by the perimeter."""
    return 2e6 * km2(part) / GEOD.geometry_length(part)


def depth_km(part, base_m, edges):
    """How far the edge and a grid inside reach from the base, of which the edges are in a tree."""
    west, south, east, north = part.bounds
    grid = [
        shapely.Point(west + (east - west) * i / 9, south + (north - south) * j / 9)
        for i, j in itertools.product(range(10), repeat=2)
    ]
    inside = [point for point in grid if part.contains(point)]
    edge = shapely.points(shapely.get_coordinates(shapely.segmentize(part, 0.0004)))
    points = in_metres([*edge, *inside])
    beyond_m = edges.query_nearest(points, return_distance=True, all_matches=False)[1]
    return float(beyond_m[~shapely.intersects(base_m, points)].max(initial=0)) / 1000


def test_the_deepest_point_and_its_foot_are_where_the_truth_states(truth, held, home):
    for period, before, _ in steps(truth, held):
        foot, tip = (shapely.Point(period["advance"][end]) for end in ("from", "to"))
        assert shapely.union_all([before, home]).distance(foot) < 1e-6
        assert not before.contains(tip)
        depth_m = GEOD.inv(foot.x, foot.y, tip.x, tip.y)[2]
        assert period["advance"]["max_km"]["all"] * 1000 == pytest.approx(depth_m, abs=0.6)


def test_one_lodgement_and_nothing_else_stands_apart(truth, held, home):
    found = []
    for period, before, after in zip(truth["pairs"], held, held[1:]):
        reached = shapely.union_all([in_metres(before), in_metres(home)])
        apart = [part for part in polygons(after - before) if in_metres(part).distance(reached) > 500]
        assert period["lodgement_km2"]["all"] == pytest.approx(sum(map(km2, apart)), abs=1e-5)
        found += [(period["after"], km2(part), in_metres(part).distance(in_metres(before))) for part in apart]
    (date, area_km2, distance_m) = found[0]
    assert len(found) == 1
    assert date == truth["lodgement"]["first_date"]
    assert area_km2 == pytest.approx(truth["lodgement"]["area_km2"], abs=1e-5)
    assert distance_m / 1000 == pytest.approx(truth["lodgement"]["from_front_km"], abs=0.1)
    assert distance_m > 10_000


def test_slivers_are_narrow_and_nothing_lies_near_the_limit(truth, held):
    widths = {"noise": [], "ground": []}
    for period, before, after in steps(truth, held):
        stated = sorted(part["width_m"] for part in period["parts"] if part["kind"] == "noise")
        moved = [part for part in polygons(after - before) + polygons(before - after) if km2(part) > 1e-4]
        measured = [width_m(part) for part in moved if is_noise(part)]
        assert sorted(measured) == pytest.approx(stated, abs=0.5), period["before"]
        for part in period["parts"]:
            widths[part["kind"]].append(part["width_m"])
    assert max(widths["noise"]) < 600
    assert min(widths["ground"]) > 800
    assert sum(each < 50 for each in widths["noise"]) >= 3


def test_the_story_is_believable(truth):
    nets = [period["net_km2"]["all"] for period in truth["pairs"]]
    losses = [period["lost_km2"]["all"] - period["noise_lost_km2"]["all"] for period in truth["pairs"]]
    depths = [period["advance"]["max_km"]["all"] for period in truth["pairs"]]
    assert all(10 < net_km2 < 125 for net_km2 in nets)
    assert [30 < lost_km2 < 40 for lost_km2 in losses].count(True) == 1
    assert sum(losses) == pytest.approx(max(losses), abs=1e-5)
    assert 6 < max(depths) < 9
    assert all(month["contested_km2"] > 10 for month in truth["maps"])


def test_contested_ground_lies_before_the_front(files, truth, held, theatre):
    for path, month, area in zip(files.maps, truth["maps"], held):
        grey = shapely.union_all(geometries(path, "contested"))
        assert km2(grey) == pytest.approx(month["contested_km2"], abs=1e-5)
        assert km2(grey & area) < 1e-5
        assert km2((grey | area) - theatre) < 1e-5


def test_places_change_hands_as_stated(files, truth, held):
    places = {
        each["properties"]["name"]: shapely.Point(each["geometry"]["coordinates"]) for each in features(files.places)
    }
    for period, before, after in steps(truth, held):
        gained = [name for name, at in places.items() if after.contains(at) and not before.contains(at)]
        lost = [name for name, at in places.items() if before.contains(at) and not after.contains(at)]
        assert (gained, lost) == (period["places_gained"], period["places_lost"])
    assert any(period["places_lost"] for period in truth["pairs"])
    clear_km = [in_metres(at).distance(in_metres(area).boundary) / 1000 for at in places.values() for area in held]
    assert min(clear_km) > 0.2


def test_what_did_not_move_keeps_its_vertices(held):
    for before, after in itertools.pairwise(held):
        shared = vertices(before) & vertices(after)
        assert 0.7 < len(shared) / len(vertices(before)) < 1
        assert vertices(after) - vertices(before)


def test_snapshots_hold_all_maps_in_one_layer(files, held):
    snapshots = {}
    for each, geometry in zip(features(files.snapshots), geometries(files.snapshots)):
        assert set(each["properties"]) == {"date", "class", "source", "origin"}
        snapshots[each["properties"]["date"], each["properties"]["class"]] = geometry
    assert len(snapshots) == 24
    for path, area in zip(files.maps, held):
        date = path.stem.removeprefix("aldmark_")
        same = snapshots[f"{date}T00:00:00Z", "held"]
        assert km2(same ^ area) < 1e-5
        grey = shapely.union_all(geometries(path, "contested"))
        assert km2(snapshots[f"{date}T00:00:00Z", "contested"] ^ grey) < 1e-9
