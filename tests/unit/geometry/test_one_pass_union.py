# SPDX-License-Identifier: GPL-2.0-or-later
"""The union in one pass: the same ground as GEOS's overlay, and nothing where GEOS goes wrong."""

import numpy as np
import pytest
from frontline_change.core.geometry import one_pass_union as module
from frontline_change.core.geometry.one_pass_union import one_pass_union
from frontline_change.core.geometry.polygons import without_overlaps
from frontline_change.core.libraries import shapely

RING = shapely.box(0, 0, 90, 90) - shapely.box(30, 30, 60, 60)
SCENES = {
    "side by side": ([shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)], 200),
    "one inside the other": ([shapely.box(0, 0, 10, 10), shapely.box(2, 2, 5, 5)], 100),
    "drawn twice": ([RING, RING], 7200),
    "an island in a hole": ([RING, shapely.box(40, 40, 50, 50)], 7300),
    "a hole half covered": ([RING, shapely.box(20, 20, 45, 70)], 7200 + 15 * 30),
    "three layers": ([shapely.box(x, 0, x + 30, 10) for x in (0, 10, 20)], 500),
    "a corner in common": ([shapely.box(0, 0, 10, 10), shapely.box(10, 10, 20, 20)], 200),
}


@pytest.mark.parametrize(("polygons", "area_m2"), SCENES.values(), ids=SCENES)
def test_ground_drawn_several_times_counts_once(polygons, area_m2):
    whole = one_pass_union(np.array(polygons))
    assert shapely.is_valid(whole)
    assert shapely.area(whole) == area_m2
    assert shapely.equals(whole, shapely.union_all(polygons))


@pytest.mark.parametrize("seed", range(20))
def test_it_is_the_union_of_an_overlay_to_the_millimetre(seed):
    generator = np.random.default_rng(seed)
    angles = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    polygons = []
    for x, y in generator.uniform(0, 3000, (12, 2)):
        radius = generator.uniform(300, 900, 40)
        ring = np.column_stack([x + radius * np.cos(angles), y + radius * np.sin(angles)])
        polygons.append(shapely.polygons(np.rint(ring * 1000) / 1000))
    polygons = np.array(polygons)[shapely.is_valid(polygons)]
    whole, overlay = one_pass_union(polygons), shapely.union_all(polygons)
    assert shapely.is_valid(whole)
    assert shapely.area(whole) == pytest.approx(shapely.area(overlay), abs=0.001 * shapely.length(overlay))
    assert shapely.area(shapely.symmetric_difference(whole, overlay)) < 0.001 * shapely.length(overlay)
    xy = shapely.get_coordinates(whole)
    assert (xy == np.rint(xy * 1000) / 1000).all()


SQUARES = np.array(
    [shapely.box(0, 0, 10, 10), shapely.box(5, 0, 20, 10), shapely.box(8, 3, 9, 4), shapely.box(0, 0, 3, 3)]
)
FAULTS = {
    "a polygon is lost": shapely.multipolygons([shapely.box(0, 0, 20, 1), shapely.box(0, 9, 20, 10)]),
    "coarser coordinates": shapely.multipolygons([shapely.box(0, 0, 20.1, 10)]),
    "it is invalid": shapely.multipolygons([shapely.box(0, 0, 20, 10), shapely.box(0, 0, 9, 9)]),
    "nothing": shapely.from_wkt("MULTIPOLYGON EMPTY"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_faulty_result_of_geos_is_noticed_and_the_overlay_is_used(monkeypatch, fault):
    class FaultyShapely:
        def __getattr__(self, name):
            return getattr(shapely, name)

        def buffer(self, *arguments):
            return fault

    monkeypatch.setattr(module, "shapely", FaultyShapely())
    assert one_pass_union(SQUARES) is None
    assert shapely.area(without_overlaps(SQUARES)) == 200


def test_an_error_of_geos_is_noticed_too(monkeypatch):
    class FailingShapely:
        def __getattr__(self, name):
            return getattr(shapely, name)

        def buffer(self, *arguments):
            raise shapely.errors.GEOSException("TopologyException: side location conflict")

    monkeypatch.setattr(module, "shapely", FailingShapely())
    assert one_pass_union(SQUARES) is None
