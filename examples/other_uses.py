# SPDX-License-Identifier: GPL-2.0-or-later
"""Made-up maps of a fire, a glacier, a coast and a city for docs/other-uses.md, written into a folder.

    python other_uses.py FOLDER

Every figure is invented; the shapes are so simple that the results can be checked by hand.
"""

import json
import sys
from pathlib import Path


def rectangle(west, south, east, north):
    """A rectangle in degrees as the rings of a GeoJSON polygon."""
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def write(folder, name, kind, features):
    """Write features, each properties and coordinates, as GeoJSON."""
    collection = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}
            for properties, coordinates in features
        ],
    }
    (folder / f"{name}.geojson").write_text(json.dumps(collection), encoding="utf-8")


folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)

# A fire that spreads north and east from a river at 45° N, on four evenings.
fire = (("2021-08-01", -120.04, 45.02), ("2021-08-02", -120.02, 45.03), ("2021-08-03", -119.96, 45.05))
fire += (("2021-08-04", -119.95, 45.05),)
write(
    folder,
    "fire",
    "Polygon",
    [({"date": day}, rectangle(-120.08, 45.0, east, north)) for day, east, north in fire],
)
write(folder, "land", "Polygon", [({"name": "north bank"}, rectangle(-120.5, 45.0, -119.5, 45.5))])

# The tongue of a glacier that ends farther and farther west.
glacier = (("1990-09-01", 8.06), ("2000-09-01", 8.05), ("2010-09-01", 8.03), ("2020-09-01", 8.0))
write(folder, "glacier", "Polygon", [({"date": day}, rectangle(7.9, 46.5, snout, 46.515)) for day, snout in glacier])

# A straight shore on the equator, where a ten-thousandth of a degree is 11.13 m, and a baseline inland.
shore = (("2000-06-01", 0.0), ("2010-06-01", -0.0002), ("2020-06-01", -0.0006), ("2030-06-01", -0.0008))
write(
    folder,
    "shore",
    "LineString",
    [({"date": day, "error": 5.0}, [[30.01 + move, 0.0], [30.01 + move, 0.05]]) for day, move in shore],
)
write(folder, "baseline", "LineString", [({"name": "baseline"}, [[30.0, 0.0], [30.0, 0.05]])])

# A town with a gap; later the gap is built up, the edge has grown, and a suburb lies apart.
write(
    folder,
    "town_2020",
    "MultiPolygon",
    [({}, [rectangle(4.0, 52.0, 4.02, 52.02), rectangle(4.025, 52.0, 4.05, 52.02)])],
)
write(
    folder,
    "town_2030",
    "MultiPolygon",
    [({}, [rectangle(4.0, 52.0, 4.05, 52.02), rectangle(4.05, 52.0, 4.06, 52.02), rectangle(4.08, 52.0, 4.09, 52.01)])],
)
