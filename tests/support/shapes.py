# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapes whose changes are known from the drawing: builders, and strategies that draw them at random.

Everything is drawn in metres in the plane of FRAME, near its centre, where a plane length and a geodesic one are the
same to a centimetre in 30 km. `lonlat` takes a drawing to degrees, for what begins there.
"""

import math

import numpy as np
from frontline_change.core.change.pair import Measurement, measure_pair
from frontline_change.core.context import MeasurementContext, Settings
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.partition import Partition
from frontline_change.core.geometry.polygons import HeldArea, LonLatPolygons, on_grid, without_overlaps
from frontline_change.core.libraries import shapely
from hypothesis import HealthCheck, Phase, assume, settings
from hypothesis import strategies as st

FRAME = Frame(30, 50)
KM = 1000.0
KM2 = 1e6
NOTHING = shapely.MultiPolygon()
WHOLE = Partition()


def property_test(cases):
    """Settings for a property: so many cases, the same in every run, however slow the machine; in a quick run fewer."""
    return settings(
        max_examples=max(cases * settings.default.max_examples // 100, 1),
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],  # making a failing drawing simpler takes minutes
        suppress_health_check=list(HealthCheck),
    )


def box(west, south, east, north):
    """A rectangle, its corners given in km."""
    return shapely.box(west * KM, south * KM, east * KM, north * KM)


def polygon(*corners, holes=()):
    """A polygon, its corners given in km."""
    return shapely.Polygon(np.array(corners) * KM, [np.array(hole) * KM for hole in holes])


def union(*geometries):
    """One multipolygon of all geometries, on the millimetre."""
    return on_grid(shapely.union_all(geometries))


def without(geometry, *others):
    """A geometry less others, on the millimetre."""
    return on_grid(shapely.difference(geometry, shapely.union_all(others)))


def disc(x, y, radius, corners=720):
    """A regular polygon that passes for a circle; centre and radius in km."""
    angle = np.arange(corners) * (2 * math.pi / corners)
    return polygon(*np.column_stack([x + radius * np.cos(angle), y + radius * np.sin(angle)]))


def held(geometry):
    """A geometry as a held area; None for none."""
    return None if geometry is None else HeldArea(geometry)


def sectors(**geometries):
    """A partition of sectors that are disjoint as drawn; without any, the whole."""
    if not geometries:
        return WHOLE
    return Partition(
        tuple(geometries), np.array([shapely.multipolygons(shapely.get_parts(g)) for g in geometries.values()])
    )


def measured(before, after, partition=WHOLE, *, theatre=None, home=None, frame=FRAME, **settings) -> Measurement:
    """The measurement of a pair of geometries in the plane; settings in metres under the names of Settings."""
    context = MeasurementContext(partition, frame, Settings(**settings), held(theatre), held(home))
    fractions = []

    steps = measure_pair(HeldArea(before), HeldArea(after), context)
    while True:
        try:
            fractions.append(next(steps))
        except StopIteration as end:
            assert fractions == sorted(fractions) and fractions[-1] == 1.0
            return end.value


def lonlat(*geometries, frame=FRAME, layer="drawing"):
    """Drawings in the plane as the features of a layer in degrees."""
    features = np.array(geometries, dtype=object)
    parts, feature = shapely.get_parts(features, return_index=True)
    return LonLatPolygons(layer, shapely.transform(parts, frame.unproject), feature)


def turned(geometry, degrees, by_km=(0.0, 0.0)):
    """A geometry turned about the origin and shifted, on the millimetre."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def move(xy):
        return np.rint((xy @ [[cos, sin], [-sin, cos]] + np.array(by_km) * KM) * 1000) / 1000

    return shapely.transform(geometry, move)


def backwards(geometry):
    """The same multipolygon with its parts in reverse order and every ring run the other way."""
    parts = [
        shapely.Polygon(part.exterior.coords[::-1], [ring.coords[::-1] for ring in part.interiors][::-1])
        for part in shapely.get_parts(geometry)[::-1]
        if not part.is_empty
    ]
    return shapely.MultiPolygon(parts)


CELLS = 6
CELL_KM = 1.5


@st.composite
def cell_areas(draw, cells=CELLS):
    """Squares of a grid taken at random: corners that touch, holes, enclaves in holes. Gives the geometry and flags."""
    flags = np.array(draw(st.lists(st.booleans(), min_size=cells * cells, max_size=cells * cells)))
    flags = flags.reshape(cells, cells)
    squares = [
        box(column * CELL_KM, row * CELL_KM, (column + 1) * CELL_KM, (row + 1) * CELL_KM)
        for row, column in zip(*np.nonzero(flags))
    ]
    return union(*squares) if squares else NOTHING, flags


@st.composite
def stars(draw):
    """A star-shaped polygon off any grid, up to 12 km across, with needles where neighbouring rays differ much."""
    count = draw(st.integers(3, 12))
    metres = st.floats(50, 6000, allow_nan=False)
    radius = np.array(draw(st.lists(metres, min_size=count, max_size=count)))
    middle = np.array([draw(st.floats(-8000, 8000)), draw(st.floats(-8000, 8000))])
    angle = (np.arange(count) + draw(st.floats(0, 1))) * (2 * math.pi / count)
    return shapely.Polygon(middle + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]))


@st.composite
def star_areas(draw):
    """Up to four stars, joined or with one cut out of the others, valid and on the millimetre; may be empty."""
    several = draw(st.lists(stars(), max_size=4))
    geometry = without_overlaps(shapely.get_parts(np.array([on_grid(star) for star in several], dtype=object)))
    if len(several) > 1 and draw(st.booleans()):
        geometry = without(geometry, several[0])
    return shapely.multipolygons(shapely.get_parts(geometry))


def areas():
    """Any held area: on a grid or off it."""
    return st.one_of(cell_areas().map(lambda drawn: drawn[0]), star_areas())


@st.composite
def partitions(draw):
    """A few sectors that overlap, leave gaps, and share borders with the squares of `cell_areas`, made disjoint."""
    several = draw(st.lists(areas().filter(lambda area: not area.is_empty), min_size=1, max_size=3))
    disjoint = []
    for area in several:
        rest = shapely.difference(area, shapely.union_all(disjoint)) if disjoint else area
        disjoint.append(shapely.multipolygons([p for p in shapely.get_parts(rest) if p.geom_type == "Polygon"]))
    for number, one in enumerate(disjoint):  # at times GEOS takes away nothing
        assume(shapely.area(shapely.intersection(one, np.array(disjoint[:number], dtype=object))).sum() < 1e-3)
    return Partition(tuple(f"s{number}" for number in range(len(several))), np.array(disjoint))
