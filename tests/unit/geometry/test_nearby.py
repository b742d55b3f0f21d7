# SPDX-License-Identifier: GPL-2.0-or-later
"""The edges near boxes: none that touches a box is left out, wherever on Earth."""

import numpy as np
import pytest
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.nearby import in_degrees, segments_near
from frontline_change.core.geometry.polygons import DrawnArea, HeldArea, lonlat_polygons
from frontline_change.core.geometry.segments import segments
from frontline_change.core.libraries import shapely

PLACES = {"Europe": (37, 48), "near 180°": (179.5, 60), "north": (20, 78), "south": (-60, -70), "the pole": (0, 89.5)}


def ragged_circle(lon, lat, rng, corners=400):
    """A polygon of about 1° around a point, its edges between 100 m and 50 km."""
    angle = np.sort(rng.uniform(0, 2 * np.pi, corners))
    radius = rng.uniform(0.5, 0.8, corners)
    return shapely.polygons(
        np.column_stack([lon + radius * np.cos(angle) / np.cos(np.radians(min(lat, 89))), lat + radius * np.sin(angle)])
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("as_drawn", [True, False])
def test_every_edge_that_touches_a_box_is_found(place, as_drawn):
    rng = np.random.default_rng(7)
    lon, lat = PLACES[place]
    sources = [
        lonlat_polygons(np.array([ragged_circle(lon + shift, min(lat, 89.1), rng)]), None, "map") for shift in (0, 0.3)
    ]
    frame = Frame.around_boxes(np.array([shapely.bounds(each.polygons[0]) for each in sources]))
    areas = [DrawnArea(each, frame) for each in sources]
    areas = areas if as_drawn else [HeldArea(each.geometry) for each in areas]
    boxes, owner = [], []
    for number, area in enumerate(areas):
        corners = (area.edges.start_mm / 1000)[rng.integers(0, len(area.edges), 12)]
        size = rng.uniform(10, 8_000, (12, 2))
        boxes.append(np.column_stack([corners - size, corners + size]))
        owner.append(np.full(12, number))
    boxes, owner = np.concatenate(boxes), np.concatenate(owner)
    start, end, found_of = segments_near([area.edges for area in areas], boxes, owner)
    for number, area in enumerate(areas):
        edges = area.edges
        lines = segments(edges.start_mm / 1000, edges.end_mm / 1000)
        touched = np.unique(shapely.STRtree(lines).query(shapely.box(*boxes[owner == number].T), "intersects")[1])
        found = {tuple(each) for each in np.column_stack([start, end])[found_of == number].round(3)}
        wanted = {tuple(each) for each in np.column_stack([edges.start_mm, edges.end_mm])[touched] / 1000}
        assert wanted
        assert wanted <= found
        if place == "Europe":
            assert len(found) < len(lines)


def test_boxes_in_degrees_contain_those_in_the_plane():
    frame = Frame(37, 48)
    rng = np.random.default_rng(3)
    low = rng.uniform(-900_000, 800_000, (50, 2))
    boxes = np.concatenate([low, low + rng.uniform(100, 400_000, (50, 2))], axis=1)
    inside = low[:, None] + (boxes[:, 2:] - low)[:, None] * rng.uniform(0, 1, (50, 200, 2))
    degrees = frame.unproject(inside.reshape(-1, 2)).reshape(50, 200, 2)
    found = in_degrees(boxes, frame)
    assert (degrees >= found[:, None, :2]).all()
    assert (degrees <= found[:, None, 2:]).all()


def test_no_boxes_give_no_edges():
    start, end, owner = segments_near([HeldArea(shapely.box(0, 0, 10, 10)).edges], np.zeros((0, 4)), np.zeros(0, int))
    assert start.shape == end.shape == (0, 2)
    assert len(owner) == 0
