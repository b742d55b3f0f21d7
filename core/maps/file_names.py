# SPDX-License-Identifier: GPL-2.0-or-later
"""The words in the names of maps beside their dates; where a day has a file for each class, they tell the class."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .control_words import class_by_words, plain, signs_in, words_of
from .dates.words import MONTH_WORDS

_OF_DATES = {*plain(" ".join(MONTH_WORDS)).split(), "utc", "gmt"}


def words_beside_dates(name: str) -> tuple[str, ...]:
    """Return the words of a name in plain letters, each once, without those of dates and single letters."""
    words = words_of(re.sub(r"\d+", " ", name))
    return tuple(dict.fromkeys(word for word in words if len(word) > 1 and word not in _OF_DATES))


def own_words(names: Sequence[str], groups: Sequence[Sequence[int]]) -> list[tuple[str, ...]]:
    """Return the words of each name that tell it from the others.

    Words of all names tell nothing, nor do those of all names of a group; `groups` hold indices of names.
    """
    words = [words_beside_dates(name) for name in names]
    every = [range(len(names)), *groups] if len(names) > 1 else []
    common = {word for group in every for word in set.intersection(*(set(words[index]) for index in group))}
    return [tuple(word for word in one if word not in common) for one in words]


def class_of(words: Sequence[str]) -> str | None:
    """Return the only class that the words of a name mean; None if it has none, or any other word."""
    return class_by_words(" ".join(words))


def has_sign(words: Sequence[str]) -> bool:
    """Return whether one of the words is of control or of a side."""
    return bool(signs_in(" ".join(words)))
