# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers for tests, one line each, from WKT; and land whose area is known without our code."""

import math

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

WGS84_A_M = 6378137.0
WGS84_E2 = 0.0066943799901413165


def layer(name, *shapes, crs="EPSG:4326", kind="Polygon", fields="", rows=()):
    """A temporary layer named `name` with a feature for each shape: WKT, a QgsGeometry, or None for no geometry.

    `fields` as QGIS writes them (`name:string,day:date`), `rows` the values of each feature in that order.
    """
    definition = "&".join([f"{kind}?crs={crs}", *(f"field={field}" for field in fields.split(",") if field)])
    made = QgsVectorLayer(definition, name, "memory")
    features = []
    for number, shape in enumerate(shapes):
        feature = QgsFeature(made.fields())
        if shape is not None:
            feature.setGeometry(QgsGeometry.fromWkt(shape) if isinstance(shape, str) else shape)
        if number < len(rows):
            feature.setAttributes(list(rows[number]))
        features.append(feature)
    added, _ = made.dataProvider().addFeatures(features)
    if not made.isValid() or not added:
        raise ValueError(f"the layer {name} cannot be made: {made.dataProvider().lastError()}")
    made.updateExtents()
    return made


def maps(*dated, fields="date:date", name="maps"):
    """A layer of dated maps, each a date, WKT or None, and the values of further fields."""
    rows = [(day, *more) for day, _, *more in dated]
    return layer(name, *(shape for _, shape, *_ in dated), fields=fields, rows=rows)


def pair(before, after, **options):
    """Two maps a month apart, as the parameters BEFORE and AFTER; each from WKT or a list of WKT."""
    both = [[shapes] if isinstance(shapes, str) else shapes for shapes in (before, after)]
    return {
        "BEFORE": layer("front_20250602", *both[0], **options),
        "AFTER": layer("front_20250702", *both[1], **options),
    }


def ring(west, south, east, north):
    """The corners of a rectangle in degrees as the coordinates of a WKT ring."""
    return f"({west} {south},{east} {south},{east} {north},{west} {north},{west} {south})"


def box(west, south, east, north):
    """A rectangle in degrees as WKT."""
    return f"POLYGON({ring(west, south, east, north)})"


def box_km2(west, south, east, north):
    """The area of a rectangle in degrees on WGS 84 in km², in closed form (its parallels curve, as on the Earth)."""
    e = math.sqrt(WGS84_E2)

    def zone(latitude_deg):
        sine = math.sin(math.radians(latitude_deg))
        return sine / (1 - WGS84_E2 * sine**2) + math.atanh(e * sine) / e

    share = math.radians(east - west) * WGS84_A_M**2 * (1 - WGS84_E2) / 2
    return share * (zone(north) - zone(south)) / 1e6
