# SPDX-License-Identifier: GPL-2.0-or-later
"""Small maps drawn at random in the forms of JSON and of tables besides GeoJSON; and how many features each has."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from mutations import BYTES_ALONE, JSON, mutated

Random = np.random.Generator


class Shape(NamedTuple):
    """A form of file: the ending of its name, how one is drawn with a number of features, is counted and changed."""

    suffix: str
    draw: Callable[[Random, int], bytes]
    count: Callable[[bytes], int]
    change: Callable[[Random, bytes], bytes] = partial(mutated, kind=JSON)


def ring(rng: Random, digits: int = 5) -> list[list[float]]:
    """A closed ring around a point in the east of Europe."""
    angle = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(3, 9))))
    middle, radius = rng.uniform((30, 45), (38, 52)), rng.uniform(0.05, 1)
    xy = middle + radius * np.column_stack([np.cos(angle), np.sin(angle)])
    positions = np.round(xy, digits).tolist()
    return [*positions, positions[0]]


def _json(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def topojson(rng: Random, count: int) -> bytes:
    """Features of one arc each, in whole numbers or in degrees, in one object or in one for each."""
    rings = [ring(rng) for _ in range(count)]
    document: dict[str, Any] = {"type": "Topology", "arcs": rings}
    if rng.random() < 0.7:
        whole = [np.round(np.asarray(one) * 1e4).astype(int) for one in rings]
        document["arcs"] = [np.diff(one, axis=0, prepend=[[0, 0]]).tolist() for one in whole]
        document["transform"] = {"scale": [1e-4, 1e-4], "translate": [0, 0]}
    shapes = [{"type": "Polygon", "arcs": [[number]], "properties": {"n": number}} for number in range(count)]
    whole_object = {"control": {"type": "GeometryCollection", "geometries": shapes}}
    document["objects"] = whole_object if rng.random() < 0.5 else {f"part{n}": one for n, one in enumerate(shapes)}
    return _json(document)


def arcgis(rng: Random, count: int) -> bytes:
    """An answer of a service, sometimes cut off, or with several layers."""
    features = [
        {"attributes": {"OBJECTID": n, "Date": 1748736000000, "Name": "Зона"}, "geometry": {"rings": [ring(rng)]}}
        for n in range(count)
    ]
    fields = [{"name": "OBJECTID", "type": "esriFieldTypeOID"}, {"name": "Date", "type": "esriFieldTypeDate"}]
    document = {
        **{"geometryType": "esriGeometryPolygon", "spatialReference": {"wkid": 4326, "latestWkid": 4326}},
        **{"fields": fields, "features": features, "exceededTransferLimit": bool(rng.random() < 0.3)},
    }
    return _json({"layers": [{"featureSet": document}]} if rng.random() < 0.2 else document)


def liveuamap(rng: Random, count: int) -> bytes:
    """Fields with points as pairs, objects or numbers in a row, latitude first."""
    fields = {}
    for number in range(count):
        pairs: list[Any] = [[y, x] for x, y in ring(rng)]
        form = rng.random()
        if form < 0.3:
            pairs = [{"lat": lat, "lng": lng} for lat, lng in pairs]
        elif form < 0.6:
            pairs = [[value for pair in pairs for value in pair]]
        fields[str(number)] = {"name": "Зона", "color": "#ff0000", "points": pairs}
    return _json({"last": 0, "fields": fields})


def owlmaps(rng: Random, count: int) -> bytes:
    """Areas and a front line, latitude first."""
    areas = [[[y, x] for x, y in ring(rng)] for _ in range(count)]
    return _json({"areas": areas, "frontline": [[48, 37], [49, 38]]})


def table(rng: Random, count: int) -> bytes:
    """A table with a column of WKT or GeoJSON, by any separator, in any encoding."""
    delimiter = str(rng.choice(list(",;\t|")))
    rows, form = [["id", "назва", "shape"]], rng.random()
    for number in range(count):
        corners = ring(rng)
        text = ", ".join(f"{x} {y}" for x, y in corners)
        shape = f"SRID=4326;MULTIPOLYGON ((({text})))" if form < 0.3 else f"POLYGON (({text}))"
        if form > 0.6:
            shape = json.dumps({"type": "Polygon", "coordinates": [corners]})
        rows.append([str(number), "Зона; а, б", shape])
    lines = (delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return "\n".join(lines).encode(str(rng.choice(["utf-8", "utf-8-sig", "cp1251", "utf-16"])))


def packed(rng: Random, count: int) -> bytes:
    """A packed answer of a service."""
    return gzip.compress(arcgis(rng, count), mtime=0)


def changed_inside(rng: Random, content: bytes) -> bytes:
    """Return a packed file, mostly changed before it is packed."""
    if rng.random() < 0.2:
        return mutated(rng, content, BYTES_ALONE)
    return gzip.compress(mutated(rng, gzip.decompress(content), JSON), mtime=0)


# Counted in a second reading


def counted(count: Callable[[bytes], int], content: bytes) -> list[None] | None:
    """Return a list as long as there are features in a file; None where a plain reading of it fails."""
    try:
        return [None] * count(content)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OSError, EOFError, zlib.error):
        return None
    except csv.Error:
        return None


def _document(content: bytes) -> Any:
    return json.loads(content.decode(json.detect_encoding(content)))


def topojson_count(content: bytes) -> int:
    """The number of geometries in all objects, those of a collection one by one."""
    objects = _document(content)["objects"].values()
    return sum(len(one["geometries"]) if one["type"] == "GeometryCollection" else 1 for one in objects)


def arcgis_count(content: bytes) -> int:
    """The number of features in all layers."""
    document = _document(content)
    layers = [one["featureSet"] for one in document["layers"]] if "layers" in document else [document]
    return sum(len(one["features"]) for one in layers)


def liveuamap_count(content: bytes) -> int:
    """The number of fields."""
    return len(_document(content)["fields"])


def owlmaps_count(content: bytes) -> int:
    """The number of areas; without any, of the one front line."""
    document = _document(content)
    return len(document["areas"]) or min(1, len(document["frontline"]))


def table_count(content: bytes) -> int:
    """The number of rows that are not empty, below the heading."""
    is_utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeError:
        text = content.decode("cp1251")
    delimiter = csv.Sniffer().sniff(text.split("\n")[0], ",;\t|").delimiter
    return len([row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(row)]) - 1


def packed_count(content: bytes) -> int:
    """The number of features of the packed answer."""
    return arcgis_count(gzip.decompress(content))


SHAPES: dict[str, Shape] = {
    "topojson": Shape(".topojson", topojson, topojson_count),
    "arcgis": Shape(".json", arcgis, arcgis_count),
    "liveuamap": Shape(".json", liveuamap, liveuamap_count),
    "owlmaps": Shape(".json", owlmaps, owlmaps_count),
    "table": Shape(".csv", table, table_count, partial(mutated, kind=BYTES_ALONE)),
    "packed": Shape(".json.gz", packed, packed_count, changed_inside),
}
