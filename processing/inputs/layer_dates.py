# SPDX-License-Identifier: GPL-2.0-or-later
"""The dated maps in a layer, found by the algorithms' own readers from attributes, without reading geometry.

A publisher's reader only needs to know that a geometry exists, so each feature gets a square instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import FrontlineError, InputError
from ...core.maps import formats
from ...core.maps.dates import DATE_FIELD_NAMES, DateError, find_instant
from ...core.maps.dates.columns import read_text_column
from ...core.maps.dates.names import month_or_year_in_name
from ...core.maps.dates.readings import MONTH
from ..messages import explain
from ..progress import Cancelled
from .how_to_read import HowToRead
from .layers import LayerInput
from .maps import snapshots_of, whose
from .whole_files import read_whole

if TYPE_CHECKING:
    from ...core.maps.dates.readings import Orders
    from ...core.maps.snapshots import RawMap, Snapshot

# The fields whose values publishers' readers use, in lower case; for other fields only the names count.
DISTINGUISHING_FIELDS = {
    *DATE_FIELD_NAMES,
    *("pub_date", "_dateto"),
    *("name", "fill", "stroke", "styleurl", "type", "view"),
    *("layer_type", "layer", "service", "folder", "title", "kind", "path", "file", "filename"),
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
    layer: LayerInput,
    cancelled: Callable[[], bool] = lambda: False,
    given: datetime | None = None,
    orders: Orders | None = None,
) -> LayerDates:
    """Return the maps in a layer; none where neither a field nor the layer's or file's name could hold a date.

    `given` is the date of an undated layer. `orders` are those of day, month and year that the names of all layers
    show (`date_orders`). Geometry is not read. Safe in any thread. Raises Cancelled.
    """
    try:
        drawn = _drawn(layer)
        fields = [field.name() for field in layer.fields] if drawn is None else drawn.fields
        is_named = given is not None or _may_be_dated(layer, fields)
        texts = () if is_named or drawn is not None else _dated_texts(layer)
        if not is_named and not texts:
            return LayerDates()
        raw, identifiers = _attributes(layer, texts, cancelled) if drawn is None else _with_squares(drawn)
        how = HowToRead(date_orders=orders or None, only_dates=True)
        source = whose(raw, how)
        snapshots, _ = snapshots_of(raw, source, how, given)
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
    from ...core.libraries import shapely

    index_of = {identifier: index for index, one in enumerate(dates.maps) for identifier in one.features}
    found: list[list[bytes]] = [[] for _ in dates.maps]
    drawn = _drawn(layer)
    words = _other_words(layer, dates) if drawn is None else dict(enumerate(drawn.attributes))
    for identifier, binary in layer.stream() if drawn is None else enumerate(shapely.to_wkb(drawn.geometries)):
        if cancelled():
            raise Cancelled
        if identifier in index_of:
            index = index_of[identifier]
            described = repr((dates.maps[index].features[identifier], words.get(identifier))).encode()
            found[index].append(blake2b(binary or b"", key=blake2b(described).digest()).digest())
    key = blake2b(layer.crs.toWkt().encode() + _not_shown(layer)).digest()
    return [blake2b(b"".join(sorted(digests)), key=key).digest() for digests in found]


def _drawn(layer: LayerInput) -> RawMap | None:
    """The raw map of a layer of a drawing, whose dates and polygons QGIS does not show; None for other layers."""
    is_drawing = layer.is_whole_file and layer.path is not None and formats.is_drawing(layer.path)
    return read_whole(layer, HowToRead()) if is_drawing else None


def _with_squares(drawn: RawMap) -> tuple[RawMap, list[int]]:
    """A drawing with a square for each area; and the numbers of its features."""
    import numpy as np

    from ...core.libraries import shapely

    squares = np.where(shapely.area(drawn.geometries) > 0, shapely.box(0, 0, 1, 1), None)
    return replace(drawn, geometries=squares, crs_wkt=None), list(range(len(squares)))


def _not_shown(layer: LayerInput) -> bytes:
    """The content of a file whose geometry collections QGIS does not show; empty for other files."""
    is_json = layer.is_whole_file and layer.path is not None and not formats.is_drawing(layer.path)
    content = layer.path.read_bytes() if is_json and layer.path else b""
    return content if COLLECTION in content else b""


def _may_be_dated(layer: LayerInput, fields: Iterable[str]) -> bool:
    """Whether a field or a name could hold a date; avoids reading every building of a city."""
    if any(name.casefold() in DATE_FIELDS for name in fields):
        return True
    return any(map(looks_dated, (layer.name, layer.path.stem if layer.path else "")))


def looks_dated(name: str) -> bool:
    """Return whether a name has a date: a day, clear or not, or a month."""
    try:
        if find_instant(name) is not None:
            return True
    except DateError:
        return True  # the reader reports the reason
    coarse = month_or_year_in_name(name)  # a year alone is in the names of too many layers that are no maps
    return coarse is not None and coarse.precision == MONTH


def _dated_texts(layer: LayerInput) -> tuple[str, ...]:
    """The fields whose text holds a date in the first feature; a layer that was merged has its maps' names there."""
    names = [field.name() for field in layer.fields]
    first = next(iter(layer.attributes(names)), (0, []))[1]
    found = zip(names, first)
    return tuple(name for name, value in found if read_text_column(layer.name, name, [value]) is not None)


def _attributes(layer: LayerInput, texts: Sequence[str], cancelled: Callable[[], bool]) -> tuple[RawMap, list[int]]:
    """The layer as a raw map with a square for each geometry; and the ids of its features."""
    import numpy as np

    from ...core.libraries import shapely
    from ...core.maps.snapshots import RawMap

    names = tuple(field.name() for field in layer.fields)
    distinguishing = [name for name in names if name.casefold() in DISTINGUISHING_FIELDS or name in texts]
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
    return RawMap(layer.name, layer.path, attributes, squares, None, names, service=layer.service), identifiers


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
