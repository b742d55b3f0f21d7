# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons halved into cells: the cells of a polygon cover it and nothing else, against overlays by GEOS."""

import numpy as np
import pytest
from frontline_change.core.depth.cells import Cells
from frontline_change.core.libraries import shapely

SHAPES = {
    "square": shapely.box(0, 0, 1000, 1000),
    "ring": shapely.box(0, 0, 1000, 800).difference(shapely.box(200, 100, 900, 700)),
    "comb": shapely.union_all(
        [shapely.box(0, 0, 1000, 50), *(shapely.box(x, 0, x + 60, 900) for x in range(0, 1000, 150))]
    ),
    "two": shapely.multipolygons([shapely.box(0, 0, 100, 100), shapely.box(5000, 0, 5100, 300)]),
    "clockwise": shapely.polygons([(0, 0), (0, 900), (500, 400), (900, 0)]),
}


def area_m2(cells):
    """The area of each cell by the shoelace formula, ring by ring."""
    total = np.zeros(len(cells))
    for ring in np.unique(cells.ring):
        corners = cells.corner[cells.ring == ring]
        x, y = (corners - corners[0]).T
        total[cells.cell[cells.ring == ring][0]] += (
            cells.sign[ring] * (np.dot(x, np.roll(y, -1)) - np.dot(np.roll(x, -1), y)) / 2
        )
    return total


@pytest.mark.parametrize("rounds", [0, 1, 2, 5, 8])
def test_cells_have_the_area_of_their_polygons(rounds):
    polygons = np.array(list(SHAPES.values()))
    cells = Cells.of(polygons)
    for _ in range(rounds):
        cells = cells.halved()
    found = np.bincount(cells.polygon, area_m2(cells), len(polygons))
    assert found == pytest.approx(shapely.area(polygons), abs=0.01 * 2**rounds)


@pytest.mark.parametrize("name", SHAPES)
def test_each_cell_is_its_polygon_in_a_rectangle(name):
    """Its box is that of the overlay, or a little larger where a concave ring keeps a corner of the rectangle."""
    polygon = SHAPES[name]
    cells = Cells.of(np.array([polygon]))
    for _ in range(6):
        cells = cells.halved()
    low, high = cells.boxes()
    inside = shapely.intersection(polygon, shapely.box(*low.T, *high.T))
    assert shapely.area(inside) == pytest.approx(area_m2(cells), abs=0.01)


def test_chosen_cells_stay_what_they_are():
    cells = Cells.of(np.array(list(SHAPES.values()))).halved().halved()
    chosen = np.array([1, 4, 5])
    some = cells.only(chosen)
    assert area_m2(some) == pytest.approx(area_m2(cells)[chosen])
    assert some.polygon.tolist() == cells.polygon[chosen].tolist()
    assert len(some.halved()) >= len(chosen)
