# SPDX-License-Identifier: GPL-2.0-or-later
"""The real maps, read once for all tests of this level."""

import importlib
import pkgutil
from dataclasses import dataclass
from datetime import datetime

import gpkg
import numpy as np
import pytest
from frontline_change import core
from frontline_change.core.geometry.geodesy import Frame
from frontline_change.core.geometry.partition import Partition, partition
from frontline_change.core.geometry.polygons import (
    DrawnArea,
    HeldArea,
    LonLatPolygons,
    area_as_drawn,
    common_frame,
    held_area,
    lonlat_polygons,
)
from frontline_change.core.maps.dates import to_instant

# hypothesis draws constants from the modules that are loaded: all of them, so that cases are the same in every run.
for module in pkgutil.walk_packages(core.__path__, f"{core.__name__}."):
    importlib.import_module(module.name)


@dataclass(frozen=True)
class Archive:
    """The daily maps in time order, in the frame of them all, with the regions as sectors."""

    instants: list[datetime]
    maps: list[DrawnArea]
    sectors: Partition
    frame: Frame


def as_layer(daily_maps, day) -> LonLatPolygons:
    """A daily map as it is read from a layer."""
    return lonlat_polygons(np.array([daily_maps[day]], dtype=object), None, day)


@pytest.fixture(scope="session")
def daily_maps(shared_data):
    """What was held on each day of the archive, in degrees: a dictionary by ISO date, in time order."""
    days, maps = gpkg.read(shared_data / "deepstate_daily.gpkg", "snapshots", "date")
    return {day[:10]: held for day, held in sorted(zip(days, maps), key=lambda pair: pair[0])}


@pytest.fixture(scope="session")
def regions(shared_data):
    """Names and geometries of 25 regions, in degrees."""
    return gpkg.read(shared_data / "oblasts.gpkg", "oblasts", "name")


@pytest.fixture(scope="session")
def archive(daily_maps, regions) -> Archive:
    """The whole archive, ready to be measured."""
    drawn = [lonlat_polygons(np.array([held], dtype=object), None, day) for day, held in daily_maps.items()]
    frame = common_frame(drawn)
    names, shapes = regions
    sectors = partition(lonlat_polygons(shapes, None, "regions"), names, frame)
    return Archive(
        [to_instant(day) for day in daily_maps], [area_as_drawn(each, frame) for each in drawn], sectors, frame
    )


@pytest.fixture(scope="session")
def june(daily_maps) -> tuple[HeldArea, HeldArea, Frame]:
    """What was held on 2 June and on 2 July 2025, and the frame of the two."""
    drawn = [
        lonlat_polygons(np.array([daily_maps[day]], dtype=object), None, day) for day in ("2025-06-02", "2025-07-02")
    ]
    frame = common_frame(drawn)
    before, after = (held_area(each, frame) for each in drawn)
    return before, after, frame
