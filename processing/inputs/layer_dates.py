# SPDX-License-Identifier: GPL-2.0-or-later
"""The dated maps in a layer, found by the algorithms' own readers from attributes, without reading geometry.

A publisher's reader only needs to know that a geometry exists, so each feature gets a square instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import FrontlineError, InputError
from ...core.maps.dates import DATE_FIELD_NAMES, DateError, find_instant
from ..messages import explain
from ..progress import Cancelled
from .layers import LayerInput
from .maps import HowToRead, snapshots_of, whose

if TYPE_CHECKING:
    from ...core.maps.snapshots import RawMap, Snapshot

# The fields whose values publishers' readers use, in lower case; for other fields only the names count.
DISTINGUISHING_FIELDS = {
    *DATE_FIELD_NAMES,
    *("pub_date", "_dateto"),
    *("name", "fill", "stroke", "styleurl", "type", "view", "layer_type"),
    *("class", "control", "control_class", "status", "source", "origin"),
}
DATE_FIELDS = {*DATE_FIELD_NAMES, "pub_date", "_dateto"}
COLLECTION = b"GeometryCollection"  # QGIS reads such a geometry as null
FEATURES_AT_MOST = 500_000  # more than any archive of maps has, fewer than a register of buildings


@dataclass(frozen=True)
class DatedMap:
    """One map in a layer: its instant (UTC), the key of its source, its control classes, the ids of its features."""

    instant: datetime
    source: str
    classes: tuple[str, ...]
    features: dict[int, str] = field(repr=False, compare=False)  # control class by feature id


@dataclass(frozen=True)
class LayerDates:
    """The maps of a layer in time order, and their part: a publisher's layer of that day (empty: the map is whole)."""

    maps: tuple[DatedMap, ...] = ()
    part: str = ""
    refusal: str = ""  # message why a layer that seems to have dates cannot be read


def layer_dates(
    layer: LayerInput, cancelled: Callable[[], bool] = lambda: False, given: datetime | None = None
) -> LayerDates:
    """Return the maps in a layer; none where neither a field nor the layer's or file's name could hold a date.

    `given` is the date of an undated layer. Geometry is not read. Safe in any thread. Raises Cancelled.
    """
    if given is None and not _may_be_dated(layer):
        return LayerDates()
    try:
        raw, identifiers = _attributes(layer, cancelled)
        source = whose(raw, HowToRead())
        snapshots, _ = snapshots_of(raw, source, HowToRead(), given)
    except FrontlineError as error:
        return LayerDates(refusal=explain(error))
    return LayerDates(tuple(_dated_map(one, identifiers) for one in snapshots), source.part(raw))


def source_title(keys: str) -> str:
    """Return the title of a source, or of several separated by commas; an unknown key is returned unchanged."""
    from ...core.maps.readers import SOURCES

    tr = QCoreApplication.translate
    nobody_known = {"generic": tr("FrontlineChange", "Other map"), "prepared": tr("FrontlineChange", "Prepared map")}
    titles = (nobody_known.get(key) or (SOURCES[key].title if key in SOURCES else key) for key in keys.split(", "))
    return "; ".join(titles)


def drawings(layer: LayerInput, dates: LayerDates, cancelled: Callable[[], bool]) -> list[bytes]:
    """Return a digest of the geometries and classes of each map of a layer, in the order of `dates.maps`.

    Maps with equal digests are the same map; the same area with other vertices gives another digest. Reads every
    geometry, one at a time. Raises Cancelled, and OSError when the file of the layer was deleted.
    """
    index_of = {identifier: index for index, one in enumerate(dates.maps) for identifier in one.features}
    found: list[list[bytes]] = [[] for _ in dates.maps]
    words = _other_words(layer, dates)
    for identifier, binary in layer.stream():
        if cancelled():
            raise Cancelled
        if identifier in index_of:
            index = index_of[identifier]
            described = repr((dates.maps[index].features[identifier], words.get(identifier))).encode()
            found[index].append(blake2b(binary or b"", key=blake2b(described).digest()).digest())
    key = blake2b(layer.crs.toWkt().encode() + _not_shown(layer)).digest()
    return [blake2b(b"".join(sorted(digests)), key=key).digest() for digests in found]


def _not_shown(layer: LayerInput) -> bytes:
    """The content of a file whose geometry collections QGIS does not show; empty for other files."""
    content = layer.path.read_bytes() if layer.is_whole_file and layer.path else b""
    return content if COLLECTION in content else b""


def _may_be_dated(layer: LayerInput) -> bool:
    """Whether a field or a name could hold a date; avoids reading every building of a city."""
    if any(field.name().casefold() in DATE_FIELDS for field in layer.fields):
        return True
    return any(map(_looks_dated, (layer.name, layer.path.stem if layer.path else "")))


def _looks_dated(name: str) -> bool:
    try:
        return find_instant(name) is not None
    except DateError:
        return True  # the reader reports the reason


def _attributes(layer: LayerInput, cancelled: Callable[[], bool]) -> tuple[RawMap, list[int]]:
    """The layer as a raw map with a square for each geometry; and the ids of its features."""
    import numpy as np

    from ...core.libraries import shapely
    from ...core.maps.snapshots import RawMap

    names = tuple(field.name() for field in layer.fields)
    distinguishing = [name for name in names if name.casefold() in DISTINGUISHING_FIELDS]
    identifiers: list[int] = []
    attributes: list[dict[str, Any]] = []
    for identifier, values in layer.attributes(distinguishing):
        if cancelled():
            raise Cancelled
        if len(identifiers) == FEATURES_AT_MOST:
            raise InputError(
                "Layer “{layer}” has more than {count} features: it is not searched for maps.",
                layer=layer.name,
                count=FEATURES_AT_MOST,
            )
        identifiers.append(identifier)
        attributes.append(dict(zip(distinguishing, values)))
    squares = np.full(len(identifiers), shapely.box(0, 0, 1, 1), dtype=object)
    return RawMap(layer.name, layer.path, attributes, squares, None, names), identifiers


def _dated_map(snapshot: Snapshot, identifiers: list[int]) -> DatedMap:
    features = {identifiers[row]: key for key, rows in snapshot.rows.items() for row in rows.tolist()}
    return DatedMap(snapshot.instant, snapshot.source, tuple(snapshot.polygons), features)


def _other_words(layer: LayerInput, dates: LayerDates) -> dict[int, Any]:
    """The attributes of a generic map's features except keys and dates: one of the fields may be the class."""
    if not any(one.source == "generic" for one in dates.maps):
        return {}
    names = [
        field.name()
        for index, field in enumerate(layer.fields)
        if field.name().casefold() not in DATE_FIELDS and index not in layer.key_fields
    ]
    return dict(layer.attributes(names))
