# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person has said before about the values of maps, found again for maps with much the same values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from ...processing.inputs.map_values import CLASSES
from ..json_values import read_json

KEPT_AT_MOST = 50


def answer_for(values: Iterable[str], answers: Sequence[str]) -> dict[str, str]:
    """Return the classes by value of the answer that knows most of the values, if it knows at least half of them."""
    wanted = set(values)
    known = [_read(answer) for answer in answers]
    best = max(known, key=lambda one: len(wanted & one.keys()), default={})  # of equals the first, which is the latest
    shared = wanted & best.keys()
    return {value: best[value] for value in shared} if shared and 2 * len(shared) >= len(wanted) else {}


def with_answer(classes: Mapping[str, str], answers: Sequence[str]) -> list[str]:
    """Return the answers with a new one in front; it replaces those whose values it has."""
    others = [answer for answer in answers if not _read(answer).keys() <= classes.keys()]
    return [json.dumps(dict(classes), ensure_ascii=False), *others][:KEPT_AT_MOST]


def _read(answer: str) -> dict[str, str]:
    found = read_json(answer)
    return {key: one for key, one in found.items() if one in CLASSES} if isinstance(found, dict) else {}
