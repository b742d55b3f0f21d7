# SPDX-License-Identifier: GPL-2.0-or-later
"""Clean snapshots: classes without overlaps by precedence, every change accounted for, the rest as it was drawn."""

from datetime import datetime, timezone

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.geometry import gaps
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.overlay import change
from frontline_change.core.geometry.polygons import held_area, lonlat_polygons
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.clean import Cleaner
from frontline_change.core.maps.formats.geojson import read_geojson
from frontline_change.core.maps.readers import SOURCES, ReadOptions
from frontline_change.core.maps.snapshots import CONTROL_CLASSES, Snapshot

FRAME = Frame(36, 48)
RAW_MAPS = (1648989208, 1664055163, 1731879138, 1748723682, 1750017641, 1751314076)


def square(west, south, size=0.1):
    return shapely.box(west, south, west + size, south + size)


def snapshot(origin="map", **shapes):
    polygons = {
        key: np.array([shapely.from_wkt(s) if isinstance(s, str) else s for s in shapes[key]]) for key in shapes
    }
    rows = {key: np.arange(len(polygons[key])) for key in polygons}
    return Snapshot(datetime(2025, 6, 30, tzinfo=timezone.utc), polygons, "generic", origin, None, (), rows)


def cleaned(*maps, **options):
    return Cleaner(FRAME, **options).clean(maps)


def area_m2(geometry):
    return held_area(lonlat_polygons(np.array([geometry]), None, "reference"), FRAME).area_m2


def coordinates(geometries):
    return set(map(tuple, shapely.get_coordinates(geometries).tolist()))


def balanced(result):
    """Whether every account adds up and says what the polygons say."""
    for key, account in result.accounts.items():
        there = account.drawn_m2 + account.repaired_m2 - account.overlaps_m2 + account.gaps_m2
        assert account.area_m2 == pytest.approx(there, abs=1e-3)
        assert account.area_m2 == pytest.approx(
            area_m2(result.polygons[key]) if key in result.polygons else 0.0, abs=1.0
        )
    return True


def test_gaps_that_cannot_be_closed_are_counted_and_the_map_is_kept(monkeypatch):
    def refused(*arguments):
        raise shapely.errors.GEOSException("TopologyException: side location conflict")

    for method in ("closed_at_once", "closed_one_by_one"):
        monkeypatch.setattr(gaps, method, refused)
    result = cleaned(snapshot(held=[square(36, 48), square(36.10001, 48)]))
    assert (result.gaps_left, result.accounts["held"].gaps) == (1, 0)
    assert shapely.get_num_geometries(result.polygons["held"]) == 2
    assert balanced(result)


@pytest.mark.parametrize("west", [-10, -179.5, 100])
def test_polygons_wider_than_half_the_earth_stay_as_drawn(west):
    wide = shapely.box(west, 0, west + 359 if west < -100 else west + 200, 60)
    frame = Frame.around_boxes(np.array([wide.bounds]))
    (found,) = shapely.get_parts(Cleaner(frame).clean([snapshot(held=[wide])]).polygons["held"])
    assert found.bounds[2] - found.bounds[0] == pytest.approx(wide.bounds[2] - wide.bounds[0])
    assert found.area == pytest.approx(wide.area)
    xy = shapely.get_coordinates(found)
    assert np.abs(np.diff(xy[:, 0])).max() < 180


def test_polygons_all_round_the_earth_are_refused():
    belt = shapely.box(-180, 10, 180, 60)
    with pytest.raises(InputError, match="“map”: its polygons go all round the Earth"):
        Cleaner(Frame.around_boxes(np.array([belt.bounds]))).clean([snapshot(held=[belt])])


def test_a_clean_map_stays_as_it_was_drawn():
    hole = shapely.difference(square(36, 48, 1.0), square(36.4, 48.4))
    result = cleaned(snapshot(held=[hole, square(38, 48)], contested=[square(37, 48)]))
    assert shapely.equals_exact(
        shapely.normalize(result.polygons["held"]),
        shapely.normalize(shapely.multipolygons([hole, square(38, 48)])),
        0.0,
    )
    assert coordinates(result.polygons["contested"]) == coordinates([square(37, 48)])
    assert (result.repairs, result.unchanged, result.elsewhere) == ([], None, 0)
    assert balanced(result)


def test_the_earlier_class_has_the_ground_where_classes_overlap():
    shapes = {key: [square(36 + 0.05 * index, 48)] for index, key in enumerate(CONTROL_CLASSES)}
    result = cleaned(snapshot(**shapes))
    assert balanced(result)
    assert list(result.polygons) == list(CONTROL_CLASSES)
    for index, key in enumerate(CONTROL_CLASSES):
        west = 36 + 0.05 * index + (0.05 if index else 0)
        assert shapely.bounds(result.polygons[key]) == pytest.approx([west, 48, 36.1 + 0.05 * index, 48.1], abs=1e-8)
    assert coordinates(result.polygons["held"]) == coordinates(shapes["held"])
    half = area_m2(square(36, 48)) / 2
    assert [account.overlaps_m2 for account in result.accounts.values()] == pytest.approx([0.0] + [half] * 4, abs=9)


def test_a_class_whose_ground_is_all_taken_has_an_account_and_no_polygons():
    result = cleaned(snapshot(held=[square(36, 48, 0.2)], claimed=[square(36.05, 48.05)]))
    assert list(result.polygons) == ["held"]
    assert result.accounts["claimed"].area_m2 == 0
    assert balanced(result)


def test_pieces_of_a_class_become_one_ground_without_gaps():
    pieces = [square(36, 48), square(36.05, 48), shapely.box(36.150001, 48, 36.25, 48.1)]
    result = cleaned(snapshot(held=pieces))
    assert coordinates(result.polygons["held"]) >= {(36, 48), (36, 48.1), (36.25, 48), (36.25, 48.1)}
    assert shapely.get_num_geometries(result.polygons["held"]) == 1
    account = result.accounts["held"]
    assert (account.gaps, account.overlaps_m2) == (1, pytest.approx(area_m2(square(36, 48)) / 2, abs=2))
    assert account.gaps_m2 == pytest.approx(area_m2(shapely.box(36.15, 48, 36.150001, 48.1)), rel=0.02)
    assert balanced(result)
    left_open = cleaned(snapshot(held=[square(36, 48), square(36.100001, 48)]), gap_width_m=0.0)
    assert shapely.get_num_geometries(left_open.polygons["held"]) == 2


def test_a_repair_names_layer_and_feature_and_its_area_is_accounted_for():
    bow_tie = "POLYGON ((36 48, 36.2 48.1, 36.2 48, 36 48.1, 36 48))"
    result = cleaned(snapshot("bow.geojson", held=[square(37, 48), bow_tie]))
    ((layer, repair),) = result.repairs
    assert (layer, repair.feature) == ("bow.geojson", 1)
    assert "Self-intersection" in repair.reason
    assert result.accounts["held"].repaired_m2 == pytest.approx(area_m2(square(36, 48)), rel=0.01)
    assert balanced(result)


def test_several_maps_of_one_instant_become_one_snapshot():
    result = cleaned(snapshot(held=[square(36, 48)]), snapshot(held=[square(36.05, 48)], claimed=[square(36.1, 48)]))
    assert shapely.bounds(result.polygons["held"]) == pytest.approx([36, 48, 36.15, 48.1])
    assert shapely.bounds(result.polygons["claimed"]) == pytest.approx([36.15, 48, 36.2, 48.1])
    assert balanced(result)


def test_pieces_that_do_not_meet_the_theatre_are_other():
    theatre = held_area(lonlat_polygons(np.array([square(36, 48, 1.0)]), None, "theatre"), FRAME).geometry
    crossing = square(36.95, 48)
    result = cleaned(snapshot(held=[crossing, square(44, 48)], contested=[square(45, 48)]), theatre=theatre)
    assert result.elsewhere == 2
    assert coordinates(result.polygons["held"]) == coordinates([crossing])
    assert "contested" not in result.polygons
    assert shapely.bounds(result.polygons["other"]) == pytest.approx([44, 48, 45.1, 48.1])
    assert balanced(result)


def test_what_did_not_change_is_reported_and_keeps_its_polygons():
    cleaner = Cleaner(FRAME)
    ring = shapely.get_coordinates(square(36, 48))
    first = cleaner.clean([snapshot(held=[ring_polygon(ring)], contested=[square(36.05, 48)])])
    turned = np.concatenate([ring[2:-1], ring[:3]])
    second = cleaner.clean([snapshot(held=[ring_polygon(turned)], contested=[square(36.05, 48)])])
    third = cleaner.clean([snapshot(held=[square(36, 48)], contested=[square(36.06, 48)])])
    fourth = cleaner.clean([snapshot(held=[square(36, 48)])])
    assert [one.unchanged for one in (first, second, third, fourth)] == [None, True, False, False]
    assert second.polygons["held"] is first.polygons["held"]
    assert third.polygons["held"] is first.polygons["held"]
    assert third.polygons["contested"] is not first.polygons["contested"]


def ring_polygon(ring):
    return shapely.polygons(ring)


# The real maps --------------------------------------------------------------------------------------------------------


def raw_map(shared_data, stem):
    (read,) = SOURCES["deepstate"].read(read_geojson(shared_data / "deepstate_raw" / f"{stem}.geojson"), ReadOptions())
    return read


@pytest.mark.shared_data
@pytest.mark.parametrize("stem", RAW_MAPS)
def test_real_maps_come_out_valid_without_overlaps_and_nothing_that_was_held_is_lost(shared_data, stem):
    read = raw_map(shared_data, stem)
    result = cleaned(read)
    assert balanced(result)
    for key, geometry in result.polygons.items():
        assert shapely.is_valid(geometry)
        assert not geometry.has_z
        for other in CONTROL_CLASSES[: CONTROL_CLASSES.index(key)]:
            assert area_m2_of_overlap(geometry, result.polygons.get(other)) < 300
    before = held_area(lonlat_polygons(read.polygons["held"], None, "raw"), FRAME)
    after = held_area(lonlat_polygons(np.array([result.polygons["held"]]), None, "clean"), FRAME)
    moved = change(before, after)
    assert after.repairs == ()
    assert shapely.area(moved.lost).sum() < 5
    assert shapely.area(moved.gained).sum() == pytest.approx(result.accounts["held"].gaps_m2, abs=10)
    assert (2 * shapely.area(moved.gained) < 5.0 * shapely.length(moved.gained)).all()


def area_m2_of_overlap(one, other):
    shared = shapely.intersection(one, other) if other is not None else shapely.from_wkt("POLYGON EMPTY")
    return shapely.area(shared) * 111_320**2 * np.cos(np.radians(48))


@pytest.mark.shared_data
def test_june_2025_has_the_published_net_for_held_and_for_the_wider_bound(shared_data):
    """Cleaned in another frame than it is measured in, as happens to users."""
    before, after = (Cleaner(Frame(33, 50)).clean([raw_map(shared_data, stem)]) for stem in (1748723682, 1751314076))

    def net_km2(*classes):
        areas = [
            held_area(lonlat_polygons(np.array([one.polygons[key] for key in classes]), None, "held"), FRAME).area_m2
            for one in (before, after)
        ]
        return (areas[1] - areas[0]) / 1e6

    assert net_km2("held") == pytest.approx(556.5, abs=0.3)
    assert net_km2("held", "contested") == pytest.approx(593, abs=1)


@pytest.mark.shared_data
def test_two_real_maps_share_as_many_edges_clean_as_raw(shared_data):
    def area(polygons):
        return held_area(lonlat_polygons(polygons, None, "held"), FRAME)

    before, after = (raw_map(shared_data, stem) for stem in (1748723682, 1750017641))
    cleaner = Cleaner(Frame(33, 50))
    raw = change(area(before.polygons["held"]), area(after.polygons["held"]))
    clean = change(*(area(np.array([cleaner.clean([one]).polygons["held"]])) for one in (before, after)))
    assert clean.shared_fraction == pytest.approx(raw.shared_fraction, abs=0.01)
    assert shapely.area(clean.gained).sum() == pytest.approx(shapely.area(raw.gained).sum(), abs=100)
    assert shapely.area(clean.lost).sum() == pytest.approx(shapely.area(raw.lost).sum(), abs=100)
