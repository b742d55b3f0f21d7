# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the encoding of text: Unicode if it fits, otherwise the Cyrillic or the western one of Windows."""

from __future__ import annotations

import codecs
import re

# Beginnings of files, the longer ones first: UTF-32 little-endian begins like UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґЎў]+")
_ACCENTED = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]+")
_COMMON = set("оаеиіынтсрвлкмдпу")  # the letters of Ukrainian and Russian that occur most
_SAMPLE_BYTES = 1_000_000


def text_of(content: bytes) -> tuple[str, str]:
    """Return the text in some bytes, and the name of its encoding. Every content is some text."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace"), name
    zeros = content[:4000].count(0)
    if zeros > len(content[:4000]) // 4:  # every other byte of simple letters in UTF-16
        name = "utf-16-be" if content[:1] == b"\0" else "utf-16-le"
        return content.decode(name, errors="replace"), name
    name = encoding_of(content)
    return content.decode(name, errors="replace"), name


def encoding_of(content: bytes) -> str:
    """Return the encoding of text of single bytes or UTF-8: utf-8, cp866, cp1251 or cp1252."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content)  # the last character may be cut off
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    sample = content[:_SAMPLE_BYTES]
    scores = {name: _score(sample.decode(name, errors="replace")) for name in ("cp1251", "cp1252", "cp866")}
    return max(scores, key=lambda name: scores[name])  # the first of equals


def _score(text: str) -> tuple[int, int]:
    """How many letters beyond ASCII stand in words as people write them, minus all other characters beyond ASCII.

    Then the number of common letters: every word of small letters in cp1251 is some word in cp866 too.
    """
    beyond = sum(not character.isascii() for character in text)
    in_words = 0
    for word in _WORD.findall(text):
        foreign = sum(not character.isascii() for character in word)
        is_word = word.islower() or word.isupper() or word.istitle()
        is_latin = _ACCENTED.fullmatch(word) and 3 * foreign <= 2 * len(word)
        if foreign and is_word and (is_latin or _CYRILLIC.fullmatch(word)):
            in_words += foreign
    return 2 * in_words - beyond, sum(character in _COMMON for character in text.lower())
