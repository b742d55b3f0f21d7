# SPDX-License-Identifier: GPL-2.0-or-later
"""A KML document as it is parsed: its placemarks, each with its folders; its styles; and what it holds besides.

Names are those of KML without their prefix and in lower case, so that a root without a namespace, an undeclared prefix
and misspelt capitals are no obstacle. Entities and external files are never opened.
"""

from __future__ import annotations

import pyexpat as expat  # the parser alone: the modules around it open entities and external files
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html.entities import html5
from typing import Generic, TypeVar

from ....errors import InputError

ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
DEPTH_AT_MOST = 120
Kept = TypeVar("Kept")
_CONTAINERS = ("document", "folder")
_STYLES = ("style", "stylemap", "cascadingstyle")
_TIMES = ("timespan", "timestamp")
_OVERLAYS = {
    **{"groundoverlay": "GroundOverlay", "screenoverlay": "ScreenOverlay", "photooverlay": "PhotoOverlay"},
    **{"tour": "gx:Tour"},
}
CUT_OFF = {
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
}
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Element:
    """An element: its name, its attributes, the elements directly in it, and these among its texts in their order."""

    __slots__ = ("attributes", "content", "elements", "name")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.elements: list[Element] = []
        self.content: list[str | Element] = []

    def first(self, name: str) -> Element | None:
        """Return the first element of that name directly in it, None if there is none."""
        return next((element for element in self.elements if element.name == name), None)

    def text(self) -> str:
        """Return all text in it, with spaces of one kind and without invisible letters."""
        return " ".join(self.raw_text().translate(ZERO_WIDTH).split())

    def text_of(self, name: str) -> str:
        """Return the text of the first element of that name directly in it, empty if there is none."""
        found = self.first(name)
        return "" if found is None else found.text()

    def all_of(self, name: str, outside: str = "") -> list[Element]:
        """Return every element of that name in it at any depth, but not those in an element called `outside`."""
        found: list[Element] = []
        for element in self.elements:
            if element.name == name:
                found.append(element)
            elif element.name != outside:
                found += element.all_of(name, outside)
        return found

    def raw_text(self) -> str:
        """Return all text in it, unchanged."""
        return "".join(part if isinstance(part, str) else part.raw_text() for part in self.content)


@dataclass(eq=False)
class Container:
    """A document or folder: its name, its time, and the one in which it lies."""

    parent: Container | None
    name: str = ""
    time: Element | None = None

    def path(self) -> list[Container]:
        """Return all containers from the outermost one to this one."""
        return [*(self.parent.path() if self.parent else ()), self]


@dataclass
class KmlDocument(Generic[Kept]):
    """All that is needed of a KML document.

    `containers` and what was kept of `placemarks`, each with its container, are in the document's order. `styles` are
    by their id, `types` those of fields by name. `links` are the addresses of other files, `overlays` the number of
    pictures, tours and polygons without a placemark by kind.
    """

    containers: list[Container] = field(default_factory=list)
    placemarks: list[tuple[Kept, Container | None]] = field(default_factory=list)
    styles: dict[str, Element] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    overlays: Counter[str] = field(default_factory=Counter)


def parse(text: str, file: str, keep: Callable[[Element], Kept]) -> KmlDocument[Kept]:
    """Return the document in a text. `keep` returns what is kept of a placemark; its elements need much memory.

    Raises InputError, with the file's name, if it is not KML.
    """
    reader = _Reader(file, keep)
    try:
        reader.read(_NOT_IN_XML.sub(" ", text).lstrip().encode("utf-8"))
    except expat.ExpatError as error:
        if error.code in CUT_OFF:
            raise InputError(
                "“{file}” ends in the middle; the download was probably cut off. Download or export it again.",
                file=file,
            ) from error
        raise InputError(
            "“{file}” is not KML (line {line}, column {column}: {reason}). Export it again, or repair that line.",
            file=file,
            line=error.lineno,
            column=error.offset + 1,
            reason=expat.ErrorString(error.code),
        ) from error
    return reader.document


class _Reader(Generic[Kept]):
    """Collects the document from the parser's events. Elements are forgotten as soon as nothing more needs them."""

    def __init__(self, file: str, keep: Callable[[Element], Kept]) -> None:
        self.file = file
        self.document: KmlDocument[Kept] = KmlDocument()
        self._keep = keep
        self._open: list[Element] = []
        self._containers: list[Container] = []
        self._open_placemarks = 0

    def read(self, content: bytes) -> None:
        # The encoding overrules the declared one. Prefixes need not be declared, since they are not interpreted.
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse_entities
        # With a foreign DTD, which is empty here, entities of HTML such as &nbsp; reach the handler.
        parser.UseForeignDTD(True)
        parser.ExternalEntityRefHandler = lambda *_: 1
        parser.SkippedEntityHandler = self._entity
        parser.Parse(content, True)

    def _refuse_entities(self, *_: object) -> None:
        raise InputError(
            "“{file}” declares entities of XML, which no map needs and which can do harm. Export it again without.",
            file=self.file,
        )

    def _entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._text(html5.get(f"{name};", f"&{name};"))

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].content.append(text)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if not self._open and name not in ("kml", "placemark", *_CONTAINERS):
            raise InputError("“{file}” is not KML but “{root}”. Choose a KML file.", file=self.file, root=tag[:40])
        if len(self._open) == DEPTH_AT_MOST:
            raise InputError("“{file}” is nested too deeply to be a map. Choose a KML file.", file=self.file)
        self._open_placemarks += name == "placemark"
        if name in _CONTAINERS and not self._open_placemarks:
            self._containers.append(Container(self._containers[-1] if self._containers else None))
            self.document.containers.append(self._containers[-1])
        self._open.append(
            Element(name, {_local(key): value for key, value in attributes.items()} if attributes else {})
        )

    def _end(self, _: str) -> None:
        element = self._open.pop()
        parent = self._open[-1] if self._open else None
        container = self._containers[-1] if self._containers else None
        if element.name in _CONTAINERS and not self._open_placemarks:
            self._containers.pop()
        elif element.name == "placemark":
            self._open_placemarks -= 1
            self.document.placemarks.append((self._keep(element), container))
        elif element.name == "polygon" and not self._open_placemarks:
            self.document.overlays["Polygon"] += 1
        elif element.name == "networklink":
            link = element.first("link") or element.first("url")
            self.document.links.append(link.text_of("href") if link else "")
        elif element.name in _OVERLAYS:
            self.document.overlays[_OVERLAYS[element.name]] += 1
        elif element.name in _STYLES and "id" in element.attributes:
            self.document.styles.setdefault(element.attributes["id"].strip(), element)
            self._attach(element, parent)
        elif element.name == "simplefield":
            self.document.types[element.attributes.get("name", "")] = element.attributes.get("type", "")
        elif container and parent and parent.name in _CONTAINERS and not self._open_placemarks:
            if element.name == "name":
                container.name = element.text()
            elif element.name in _TIMES:
                container.time = element
        else:
            self._attach(element, parent)

    def _attach(self, element: Element, parent: Element | None) -> None:
        """Keep an element in its parent, unless that is one whose elements are needed no more."""
        if parent is not None and (self._open_placemarks or parent.name not in ("kml", *_CONTAINERS)):
            parent.elements.append(element)
            parent.content.append(element)


@lru_cache(maxsize=1000)
def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
