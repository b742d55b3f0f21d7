# SPDX-License-Identifier: GPL-2.0-or-later
"""The KML texts in a file: one in a KML file, one or more in a KMZ archive, in whatever encoding they are."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ....errors import InputError
from ..file_content import content_of

UNPACKED_AT_MOST_BYTES = 256_000_000  # of all KML in an archive together; a larger one is no map but an attack
NESTED_AT_MOST = 3  # archives in archives
UNDECLARED = "cp1251"  # of text that is neither UTF-8 nor in the encoding that it declares
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, with whose mark it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']""")


class KmlText(NamedTuple):
    """A KML document as text; its name in the archive (empty for a plain file); an encoding that was assumed."""

    text: str
    name: str = ""
    assumed_encoding: str = ""


def kml_texts(path: Path) -> list[KmlText]:
    """Return the KML documents in a file, `doc.kml` of an archive first; archives in archives are opened, too.

    Nothing is unpacked to disk. Raises InputError, with the file's name and what to do, if there is none.
    """
    content = content_of(path)
    if not content.startswith(b"PK"):
        return [_decoded(content, "")]
    try:
        texts = _unpacked(content, path.name, UNPACKED_AT_MOST_BYTES, NESTED_AT_MOST)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        # RuntimeError: it needs a password
        raise InputError(
            "“{file}” is an archive that cannot be unpacked: {reason}. Download or export it again.",
            file=path.name,
            reason=str(error)[:200],
        ) from error
    if not texts:
        raise InputError("“{file}” is an archive without KML in it. Choose a KMZ or KML file.", file=path.name)
    return [text._replace(name="") for text in texts] if len(texts) == 1 else texts


def _unpacked(content: bytes, file: str, at_most_bytes: int, levels: int) -> list[KmlText]:
    """The KML documents in an archive; `levels` is how deep archives in it may lie."""
    texts = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = sorted(filter(_is_kml, archive.infolist()), key=_reading_order)
        if sum(member.file_size for member in members) > at_most_bytes:
            raise InputError(
                "“{file}” would unpack to more than {size} MB, which no map needs. Unpack it by yourself, and choose "
                "the KML file with the map.",
                file=file,
                size=UNPACKED_AT_MOST_BYTES // 1_000_000,
            )
        for member in members:
            found = archive.read(member)
            at_most_bytes -= len(found)
            if not found.strip():
                continue
            if not found.startswith(b"PK"):
                texts.append(_decoded(found, member.filename))
            elif levels:
                texts += _unpacked(found, file, at_most_bytes, levels - 1)
            else:
                raise InputError("“{file}” has archives in archives. Unpack it, and choose the KML files.", file=file)
    return texts


def _is_kml(member: zipfile.ZipInfo) -> bool:
    """Whether a member of an archive is a document; not the twin that macOS packs beside each file."""
    name = PurePosixPath(member.filename)
    return name.suffix.lower() in (".kml", ".kmz") and not name.name.startswith("._") and "__MACOSX" not in name.parts


def _reading_order(member: zipfile.ZipInfo) -> tuple[bool, str]:
    return PurePosixPath(member.filename).name.lower() != "doc.kml", member.filename


def _decoded(content: bytes, name: str) -> KmlText:
    """Bytes as text: by the byte order mark, else as UTF-8 if it is that, else as declared, else as `UNDECLARED`."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return KmlText(content.decode(encoding, errors="replace").lstrip("\ufeff"), name)
    zeros = [byte == 0 for byte in content[:2]]
    if zeros in ([False, True], [True, False]):  # each letter of XML's own is two bytes
        return KmlText(content.decode("utf-16-be" if zeros[0] else "utf-16-le", errors="replace"), name)
    declared = _DECLARED.search(content[:1000])
    text = _in_encoding(content, "utf-8")
    if text is None and declared:
        text = _in_encoding(content, declared[1].decode("ascii"))
    if text is not None:
        return KmlText(text, name)
    return KmlText(content.decode(UNDECLARED, errors="replace"), name, UNDECLARED.upper())


def _in_encoding(content: bytes, encoding: str) -> str | None:
    """Bytes as text; None if they are in another encoding, or there is none of that name."""
    try:
        return content.decode(encoding)
    except (LookupError, ValueError):
        return None
