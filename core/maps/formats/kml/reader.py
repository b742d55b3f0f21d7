# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a raw map of the placemarks of a KML or KMZ file."""

from __future__ import annotations

import html
import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import numpy as np

from ....errors import InputError
from ....findings import Finding
from ....libraries import pyproj
from ...dates import DateError, find_instant
from ...dates.columns import orders_in_names
from ...snapshots import COLLAPSED_RINGS, RawMap
from .. import NoFolderError
from .archive import KmlText, kml_texts
from .elements import Container, Element, KmlDocument, parse
from .geometry import CoordinatesError, GeometryBuilder
from .styles import Drawn, drawn, own_styles
from .times import date_in_names, outlasting, own_time, time_of

PARTS_UNREAD = "parts_unread"
ENCODING_ASSUMED = "encoding_assumed"
SPANS_OVERLAP = "spans_overlap"
NAME, DESCRIPTION, FOLDER, STYLE, FILL, DATE, END = "name", "description", "folder", "style", "fill", "date", "end"
_OWN_FIELDS = (NAME, DESCRIPTION, FOLDER, STYLE, FILL)
_TAG = re.compile(r"<[^<>]*>")
_WHOLE_NUMBERS = ("int", "uint", "short", "ushort")
_NUMBERS = ("float", "double")


class _Content(NamedTuple):
    """What is kept of a placemark: its geometry, what was left out of it, and all that describes it."""

    geometry: Any
    left_out: GeometryBuilder
    name: str
    description: str
    data: list[tuple[str, str]]
    time: Element | None
    styles: list[Element]


_Document = KmlDocument[_Content]


class _Placemark(NamedTuple):
    content: _Content
    containers: tuple[Container, ...]  # the outermost first
    folder: str
    drawn: Drawn


def read_kml(path: str | Path, folder: str = "", without: Collection[str] = ()) -> RawMap:
    """Return every placemark of a KML or KMZ file, or those directly in one of its folders.

    `folder` is named as GDAL names its layers; `without` are such folders that are left out.

    Attributes are `name`, `description` (plain text), `folder` (the names of the folders around it, joined by “ / ”,
    without the document that contains them all), `style` (its id), `fill` (the colour of its polygons, #rrggbb), `date`
    and `end` (ISO text) and all extended data; those that a placemark lacks are missing. Extended data called like one
    of the first five get the prefix `data_`. Geometries are two-dimensional, in WGS 84; polygons among labels are kept.
    Points and lines are part of such a drawing, so a map with them can be read.

    Raises InputError, with the file's name and what to do, if it cannot be read, and NoFolderError if it has no such
    folder.
    """
    path = Path(path)
    numbers = itertools.count(1)

    def keep(placemark: Element) -> _Content:
        return _content(placemark, next(numbers), path)

    texts = kml_texts(path)
    documents = [parse(text.text, path.name, keep) for text in texts]
    placemarks = list(_placemarks(documents, texts, _Folders(documents, folder, without, path.name)))
    links = _links(documents, texts)
    if not placemarks and links:
        raise InputError(
            "“{file}” only links to another map ({address}), which is not opened. Download that map and choose it.",
            file=path.name,
            address=links[0][:200],
        )
    overlays = sum((document.overlays for document in documents), Counter[str]())
    if folder:  # they belong to no folder
        overlays, links = Counter(), []
    geometries = np.empty(len(placemarks), dtype=object)
    geometries[:] = [placemark.content.geometry for placemark in placemarks]
    types = {name: kind for document in documents for name, kind in document.types.items()}
    attributes = [_attributes(placemark, types) for placemark in placemarks]
    _set_dates(attributes, placemarks, path)
    styles = tuple(placemark.drawn.text for placemark in placemarks)
    return RawMap(
        path.stem,
        path,
        attributes,
        geometries,
        str(pyproj.CRS.from_epsg(4326).to_wkt()),
        tuple(dict.fromkeys(name for own in attributes for name in own)),
        tuple(_notes(placemarks, attributes, overlays, links, texts)),
        styles if any(styles) else (),
        is_drawing=True,
    )


def _content(placemark: Element, number: int, path: Path) -> _Content:
    """What is kept of a placemark. Raises InputError, naming the placemark, for coordinates that cannot be read."""
    name = placemark.text_of("name")
    builder = GeometryBuilder()
    try:
        geometry = builder.geometry(placemark)
    except CoordinatesError as error:
        label = f"{number} (“{name[:60]}”)" if name else str(number)
        raise InputError(error.template, file=path.name, feature=label) from error
    description = " ".join(html.unescape(_TAG.sub(" ", placemark.text_of("description"))).split())
    data = list(_extended_data(placemark))
    return _Content(geometry, builder, name, description, data, own_time(placemark), own_styles(placemark))


class _Folders:
    """The chosen folders of a file: one of them, or all without some."""

    def __init__(self, documents: Sequence[_Document], folder: str, without: Collection[str], file: str) -> None:
        layers = _layers([container for document in documents for container in document.containers])
        if folder and folder not in layers:
            raise NoFolderError("“{file}” has no folder “{folder}”. Load it again.", file=file, folder=folder)
        self._chosen = layers[folder] if folder else None
        self._left_out = {layers.get(name) for name in without}

    def __contains__(self, container: Container | None) -> bool:
        if self._chosen is not None:
            return container is self._chosen
        return container is None or container not in self._left_out


def _layers(containers: Sequence[Container]) -> dict[str, Container]:
    """The folders by the names that GDAL gives to the layers that it makes of them."""
    layers: dict[str, Container] = {}
    for number, container in enumerate(containers):
        name = wanted = container.name or f"Layer{number}"
        repeats = 1
        while name in layers:
            repeats += 1
            name = f"{wanted} (#{repeats})"
        layers[name] = container
    return layers


def _placemarks(documents: Sequence[_Document], texts: Sequence[KmlText], folders: _Folders) -> Iterator[_Placemark]:
    """The placemarks of all documents in the chosen folders.

    A document among several in an archive is in a folder called like its file.
    """
    for document, text in zip(documents, texts):
        around = [Container(None, PurePosixPath(text.name).stem)] if text.name else []
        roots = [container for container in document.containers if container.parent is None]
        for content, container in document.placemarks:
            if container in folders:
                path = (*around, *(container.path() if container else ()))
                names = [one.name for one in path if one.name and (one is container or roots != [one])]
                yield _Placemark(content, path, " / ".join(names), drawn(content.styles, document.styles))


def _attributes(placemark: _Placemark, types: dict[str, str]) -> dict[str, Any]:
    """The attributes of a placemark but its folder's date, without those that it lacks."""
    content = placemark.content
    begin, end = time_of(content.time, placemark.containers)
    own = {
        NAME: content.name,
        DESCRIPTION: content.description,
        FOLDER: placemark.folder,
        STYLE: placemark.drawn.style,
        FILL: placemark.drawn.colour if placemark.drawn.is_filled else "",
        DATE: begin,
        END: end,
    }
    found: dict[str, Any] = {name: value for name, value in own.items() if value}
    for name, value in content.data:
        found[f"data_{name}" if name in _OWN_FIELDS else name] = _typed(value, types.get(name, ""))
    return found


def _extended_data(placemark: Element) -> Iterator[tuple[str, str]]:
    """The names and values of the data that a placemark carries, in any of the ways that KML has for them."""
    for data in placemark.elements:
        if data.name != "extendeddata":
            continue
        for element in data.elements:
            if element.name == "data":
                yield element.attributes.get("name", ""), element.text_of("value")
            elif element.name == "schemadata":
                for field in element.elements:
                    if field.name == "simpledata":
                        yield field.attributes.get("name", ""), field.text()
            else:
                yield element.name, element.text()


def _typed(value: str, kind: str) -> Any:
    """A value as the number that its field holds; as text where it is none, None where it is empty."""
    try:
        if kind in _WHOLE_NUMBERS:
            return int(value)
        return float(value) if kind in _NUMBERS else value or None
    except ValueError:
        return value or None


def _set_dates(attributes: list[dict[str, Any]], placemarks: Sequence[_Placemark], path: Path) -> None:
    """Give the dates in folders' names to placemarks without one; not if there is one, and the file has a date itself.

    A document is often called after the day on which it was begun, and its file after that of the map.
    """
    around = {one.containers for one in placemarks}
    orders = orders_in_names(sorted({container.name for containers in around for container in containers})) or None
    date_of = {containers: date_in_names(containers, orders) for containers in around}
    dates = [date_of[placemark.containers] for placemark in placemarks]
    if len(set(filter(None, dates))) < 2 and _is_dated(path.stem):
        return
    for own, date in zip(attributes, dates):
        if date:
            own.setdefault(DATE, date)


def _is_dated(name: str) -> bool:
    try:
        return find_instant(name) is not None
    except DateError:
        return True  # it is unclear, which is reported when it is read


def _links(documents: Sequence[_Document], texts: Sequence[KmlText]) -> list[str]:
    """The addresses of linked files that are not in the archive itself."""
    inside = {text.name for text in texts}
    return [link for document in documents for link in document.links if link not in inside]


def _notes(
    placemarks: Sequence[_Placemark],
    attributes: Sequence[Mapping[str, Any]],
    overlays: Counter[str],
    links: Sequence[str],
    texts: Sequence[KmlText],
) -> Iterator[Finding]:
    """What was left out, and what was assumed."""
    collapsed_rings = sum(placemark.content.left_out.collapsed_rings for placemark in placemarks)
    if collapsed_rings:
        yield Finding(COLLAPSED_RINGS, collapsed_rings)
    unread = overlays + Counter({"NetworkLink": len(links)})
    for placemark in placemarks:
        unread.update(placemark.content.left_out.unread)
    if unread:
        yield Finding(PARTS_UNREAD, sum(unread.values()), tuple(sorted(unread)))
    count = outlasting(dict.fromkeys((own.get(DATE), own.get(END)) for own in attributes))
    if count:
        yield Finding(SPANS_OVERLAP, count)
    assumed = [text.assumed_encoding for text in texts if text.assumed_encoding]
    if assumed:
        yield Finding(ENCODING_ASSUMED, len(assumed), (assumed[0],))
