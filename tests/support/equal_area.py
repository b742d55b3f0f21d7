# SPDX-License-Identifier: GPL-2.0-or-later
"""Rectangles whose area on the Earth is that of the drawing, and GeoJSON files of features, for plain Python."""

import json

from frontline_change.core.libraries import shapely

KM = 1000.0
EQUAL_AREA = "EPSG:3035"  # its square metres are the ellipsoid's
X_M, Y_M = 4_321_000.0, 3_210_000.0  # its centre, 10° east and 52° north
EQUAL_AREA_MEMBER = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3035"}}


def box(west, south, east, north):
    """A rectangle in EQUAL_AREA, its corners in km from the centre, with a vertex at every km.

    An edge is straight in degrees, not in the plane: without those, a long edge and a short one on the same line part.
    """
    return shapely.segmentize(shapely.box(X_M + west * KM, Y_M + south * KM, X_M + east * KM, Y_M + north * KM), KM)


def write_geojson(path, *features, **members):
    """Write features of the given properties and geometries as a collection with other members; return its path."""
    listed = [
        {"type": "Feature", "properties": properties, "geometry": json.loads(shapely.to_geojson(geometry))}
        for properties, geometry in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed, **members}), encoding="utf-8")
    return path
