# SPDX-License-Identifier: GPL-2.0-or-later
"""A short fixed run of `make fuzz`, the references on shapes known by hand, damaged files, pairs of the overlay suites.

FUZZ_FACTOR=10 in the environment makes the run ten times as long.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace

import families
import numpy as np
import pytest
import readers
import references
import shrinking
from checkout import ROOT
from child_runs import records
from families import FAMILIES, generated
from frontline_change.core.errors import InputError
from frontline_change.core.geometry.polygons import HeldArea
from frontline_change.core.libraries import shapely
from generated import PLANE, Case, write
from map_files import FORMATS
from properties import PROPERTIES, faults
from shapes import box, polygon, without

SEED = 20250702
FACTOR = float(os.environ.get("FUZZ_FACTOR", "1"))
CASES = {"drawn": 40, "antimeridian": 30, "polar": 30, "theatres": 50, "wide": 8, "symmetric": 60, "fronts": 60}
MANY = 120
FILES = 30  # of each format


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_generated_cases_have_every_property(family):
    count, wrong = 0, []
    for number in range(int(CASES.get(family, MANY) * FACTOR)):
        case = generated(family, SEED, number)
        if case is None:
            continue
        count += 1
        wrong += [f"{number}, {name}: {text}" for name in case.properties for text in faults(case, name)]
    assert wrong == [], f"make fuzz FAMILY={family} SEED={SEED} ARGS='--number N' repeats case N"
    assert count > 5 or (family == "suite" and not families.SUITE.exists())


def test_every_property_is_checked_by_a_family():
    checked = {
        name for family in FAMILIES for n in range(60) for name in getattr(generated(family, 1, n), "properties", ())
    }
    assert checked == set(PROPERTIES)


def test_a_case_is_the_same_again():
    for family in FAMILIES:
        assert generated(family, 5, 3) == generated(family, 5, 3)


# The references


def test_fractions_measure_what_is_known():
    before = box(0, 0, 10, 10)
    after = without(box(5, 2, 14, 8), box(6, 3, 7, 4))
    assert references.exactly_moved_m2(before, after) == pytest.approx((24e6, 71e6), rel=1e-12)
    assert references.exactly_moved_m2(before, before) == (0, 0)
    triangle = polygon((0, 0), (10, 0), (0, 10))
    assert references.exactly_moved_m2(box(0, 0, 5, 10), triangle) == pytest.approx((12.5e6, 12.5e6), rel=1e-12)


def test_the_reference_of_areas_knows_the_earth():
    """The area of the ellipsoid, and of a zone of one degree at 60° north as tables have it."""
    assert references.flat(shapely.box(-180, -90, 180, 90)).area == pytest.approx(510_065_621.7e6, rel=1e-9)
    degree_m2 = references.flat(shapely.box(30, 60, 31, 61)).area
    geodesic_m2 = abs(references.pyproj.Geod(ellps="WGS84").geometry_area_perimeter(_dense(30, 60, 31, 61))[0])
    assert degree_m2 == pytest.approx(geodesic_m2, rel=1e-7)


def _dense(west, south, east, north):
    return shapely.segmentize(shapely.box(west, south, east, north), 0.001)


def test_sampled_depth_is_just_below_the_true_one():
    ground, part = without(box(-10, -10, 30, 30), box(0, 0, 20, 20)), box(0, 0, 20, 20)
    assert references.greatest_depth_m(part, ground) == pytest.approx(10_000, abs=0.1)
    assert references.greatest_depth_m(box(0, 0, 3, 1), box(-5, 0, 0, 1)) == pytest.approx(3000, abs=0.1)


# What a run does with a fault


def wrongly_held(monkeypatch):
    """Core takes every area for half of it as soon as it is in two parts."""
    right = HeldArea.edges.func

    def edges(self):
        parts = shapely.get_parts(self.geometry)
        return right(self if len(parts) < 2 else HeldArea(parts[0]))

    monkeypatch.setattr(HeldArea, "edges", property(edges))


def test_a_fault_is_found_and_made_small(monkeypatch, tmp_path):
    wrongly_held(monkeypatch)
    before = (box(0, 0, 10, 10), *shapely.get_parts(without(box(20, 0, 30.1234, 10), box(22, 2, 23, 3))))
    after = (box(0, 0, 11, 10), box(20, 0, 25, 10), box(40.001, 0, 43, 9))
    case = Case("grid", PLANE, (before, after), ("moved",))
    text = faults(case, "moved")[0]
    small, text = shrinking.shrunk(case, "moved", text, 20)
    assert faults(small, "moved")
    assert small.size[0] <= 3 and small.size[1] < 16
    write(small, tmp_path / "fault", f"grid, moved: {text}")
    maps = sorted(path.name for path in (tmp_path / "fault").glob("*.geojson"))
    assert maps == ["map_2025-01-01.geojson", "map_2025-02-01.geojson"]
    for name, polygons in zip(maps, small.maps):
        written = json.loads((tmp_path / "fault" / name).read_text(encoding="utf-8"))["features"]
        assert [shapely.from_geojson(json.dumps(each["geometry"])) for each in written] == list(polygons)
    assert text in (tmp_path / "fault" / "README").read_text(encoding="utf-8")


def test_the_command_counts_by_family_and_ends_with_0():
    command = [sys.executable, str(ROOT / "tests" / "fuzz" / "fuzz.py"), "--minutes", "0.1", "--workers", "2"]
    run = subprocess.run(
        [*command, "--seed", "3", "--family", "grid,tiny"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert [line.split()[0] for line in run.stdout.splitlines()[-3:]] == ["grid", "tiny", "all"]
    assert "seed 3," in run.stdout.splitlines()[-1]
    unknown = subprocess.run([*command, "--family", "triangles"], capture_output=True, text=True, check=False)
    assert unknown.returncode == 2 and "no family triangles" in unknown.stderr


# Damaged files of every format


@pytest.mark.slow
def test_damaged_files_are_read_whole_or_refused_with_a_sentence():
    count = int(FILES * FACTOR)
    counts, failed = readers.outcomes(SEED, list(FORMATS), count, minutes=60)
    assert failed == []
    for name in FORMATS:
        assert counts[name, readers.READ] + counts[name, readers.REFUSED] == count
        assert min(counts[name, readers.READ], counts[name, readers.REFUSED]) > count / 20


@pytest.mark.parametrize("name", FORMATS)
def test_undamaged_files_are_read_or_have_no_polygons_alone(name, tmp_path):
    """So that the second reading of a format agrees with the product on whole files."""
    texts = []
    for number in range(30):
        path = tmp_path / f"map{FORMATS[name].suffix}"
        path.write_bytes(FORMATS[name].draw(np.random.default_rng(number)))
        texts.append(readers.read(path, FORMATS[name]))
    assert [text for outcome, text in texts if outcome == readers.FAULT] == []
    assert sum(outcome == readers.READ for outcome, _ in texts) > 5


def without_last(raw):
    return replace(raw, attributes=raw.attributes[:-1], geometries=raw.geometries[:-1])


def without_ground(raw):
    return replace(raw, geometries=np.full(len(raw.geometries), None))


def moved(raw):
    return replace(raw, geometries=shapely.transform(raw.geometries, lambda xy: xy + 1e-9))


def broken(raw):
    raise KeyError(raw.title)


def unclear(raw):
    raise InputError("KeyError: 'features'")


@pytest.mark.parametrize("fault", [without_last, without_ground, moved, broken, unclear])
def test_a_reader_with_a_fault_is_noticed(fault, monkeypatch, tmp_path):
    path = tmp_path / "map.geojson"
    path.write_text('{"type": "Polygon", "coordinates": [[[30, 50], [31, 50], [31, 51], [30, 50]]]}', encoding="utf-8")
    assert readers.read(path, FORMATS["geojson"]) == (readers.READ, "")
    right = readers.read_file
    monkeypatch.setattr(readers, "read_file", lambda path: fault(right(path)))
    outcome, text = readers.read(path, FORMATS["geojson"])
    assert outcome == readers.FAULT and text


def test_features_that_a_publishers_reader_drops_are_noticed(monkeypatch, tmp_path):
    path = tmp_path / "map.geojson"
    polygon = {"type": "Polygon", "coordinates": [[[30, 50], [31, 50], [31, 51], [30, 50]]]}
    listed = [{"type": "Feature", "properties": {}, "geometry": polygon} for _ in range(2)]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed}), encoding="utf-8")
    right = readers.read_snapshots

    def reading(raw, source, options):
        return right(replace(raw, attributes=raw.attributes[:1], geometries=raw.geometries[:1]), source, options)

    monkeypatch.setattr(readers, "read_snapshots", reading)
    outcome, text = readers.read(path, FORMATS["geojson"])
    assert outcome == readers.FAULT and "2 features, 1 in snapshots, 0 reported" in text


def test_a_case_that_crashes_or_hangs_ends_alone(tmp_path):
    script = tmp_path / "child.py"
    begun = "print(json.dumps({'number': 7, 'outcome': 'begun', 'text': 'it'}), flush=True)"
    for end, text in (("os._exit(139)", "ended with 139"), ("time.sleep(60)", "no end after 1 s")):
        script.write_text(f"import json, os, time\n{begun}\n{end}\n", encoding="utf-8")
        (record,) = records([sys.executable, str(script)], os.environ, 1.0, time.monotonic() + 60)
        assert (record["number"], record["outcome"]) == (7, readers.FAULT)
        assert text in record["text"]


# Overlay suites


@pytest.mark.slow
@pytest.mark.shared_data
@pytest.mark.parametrize("scale", families.SUITE_SCALES)
def test_pairs_of_overlay_suites_equal_plain_difference_both_ways(scale):
    """Where plain difference and the product differ, the reference are fractions: GEOS is wrong in some of them."""
    count, wrong = 0, []
    for number, pair in enumerate(families.suite_pairs()):
        for swapped in False, True:
            try:
                case = families.suite_case(pair, scale * families.SUITE_EXTENT_M, swapped=swapped)
            except families.NoCaseError:
                continue
            count += 1
            wrong += [f"pair {number}: {text}" for name in ("moved", "swapped") for text in faults(case, name)]
    assert count > 250
    assert wrong == []
