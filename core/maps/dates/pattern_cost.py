# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a regular expression of the user could take, counted from its structure before it is used.

Python cannot stop an expression that has begun to match, and some need years for a short text: `(a+)+b` tries every
division of a row of a's. A repeated part costs nothing where what follows it cannot be a part of it (`\\d+-`), since
then its end is certain; else every possible length counts, multiplied by those of the other parts.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from typing import Any

MOST_STEPS = 20_000_000  # about a second
_MOST_POWER = 64
_ALPHABET = frozenset([*map(chr, range(32, 127)), *"\t\n\xa0äéжї٣—"])
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": lambda one: one.isalnum() or one == "_",
}

Items = Sequence[tuple[Any, Any]]


def is_quick(pattern: str, length: int) -> bool:
    """Return whether an expression takes at most about a second on a text of `length` characters.

    Raises re.error for an invalid expression.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser: Any = getattr(re, "_parser", None) or vars(re)["sre_parse"]  # the name changed with Python 3.11
        tree: Any = parser.parse(pattern)
    return length * _ways(list(tree), None, length) <= MOST_STEPS


def _ways(items: Items, after: frozenset[str] | None, length: int) -> int:
    """A bound for the ways to match some items at one position; `after` are the characters that may follow them.

    None: the expression ends after them, so that the first way is the last one.
    """
    ways = 1
    for index, (operation, argument) in enumerate(items):
        name, rest = str(operation), items[index + 1 :]
        follows = _first(rest, after)
        if name in _REPEATS:
            least, most, inner = int(argument[0]), min(int(argument[1]), length), list(argument[2])
            begins = _first(inner, frozenset()) or frozenset()
            again = follows if most <= 1 else begins | (follows or frozenset())
            each = _ways(inner, again, length)
            if least < most and follows is not None and begins & follows:
                ways *= most - least + 1
            ways *= min(each, MOST_STEPS) ** min(most, _MOST_POWER)
        elif name == "BRANCH":
            ways *= sum(_ways(list(branch), follows, length) for branch in argument[1])
        elif name == "SUBPATTERN":
            ways *= _ways(list(argument[-1]), follows, length)
        elif name in ("ASSERT", "ASSERT_NOT"):
            ways *= _ways(list(argument[1]), _ALPHABET, length)
        elif name == "ATOMIC_GROUP":
            ways *= _ways(list(argument), follows, length)
        elif name == "GROUPREF_EXISTS":
            ways *= sum(_ways(list(part), follows, length) for part in argument[1:] if part is not None)
        ways = min(ways, MOST_STEPS + 1)
    return ways


def _first(items: Items, after: frozenset[str] | None) -> frozenset[str] | None:
    """The characters with which some items, or what comes after them, may begin; None where nothing need follow."""
    for index, (operation, argument) in enumerate(items):
        name, rest = str(operation), items[index + 1 :]
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            if name == "AT":
                ends = str(argument).startswith("AT_END")
                return frozenset() if ends else _ALPHABET  # other anchors may fail after every character
            continue
        if name in _REPEATS:
            begins = _first(list(argument[2]), frozenset()) or frozenset()
            return begins if argument[0] else begins | (_first(rest, after) or frozenset())
        if name == "SUBPATTERN":
            return _first([*argument[-1], *rest], after)
        if name == "BRANCH":
            return frozenset().union(*(_first([*branch, *rest], after) or frozenset() for branch in argument[1]))
        if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            return frozenset(one for one in _ALPHABET if _matches(name, argument, one)) or frozenset(_ALPHABET)
        return _ALPHABET
    return after


def _matches(name: str, argument: Any, one: str) -> bool:
    """Whether one character matches an item that stands for a single character; the case does not matter."""
    if name == "LITERAL":
        return one.casefold() == chr(argument).casefold()
    if name == "NOT_LITERAL":
        return one.casefold() != chr(argument).casefold()
    if name == "ANY":
        return True
    if name == "RANGE":
        return any(argument[0] <= ord(each) <= argument[1] for each in (one.lower(), one.upper()))
    if name == "CATEGORY":
        kind = str(argument).removeprefix("CATEGORY_")
        is_negated = kind.startswith("NOT_")
        return _CATEGORIES[kind.removeprefix("NOT_")](one) != is_negated
    is_negated = bool(argument) and str(argument[0][0]) == "NEGATE"
    return any(_matches(str(kind), value, one) for kind, value in argument if str(kind) != "NEGATE") != is_negated
