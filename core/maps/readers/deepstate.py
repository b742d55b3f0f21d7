# SPDX-License-Identifier: GPL-2.0-or-later
"""DeepState's full maps, 2022 to today: the class is a key in the name, or words in it, or only a colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ._record import ReadOptions, Source

if TYPE_CHECKING:
    from ..snapshots import RawMap, Snapshot

# Land elsewhere in the world that the publisher also draws; not part of this front.
ELSEWHERE = (
    "придністров|transnistria|абхаз|abkhazia|цхінвал|tskhinvali|ічкер|ichkeria|карел|karelia|прусі|прусс|prussia|"
    "курил|kuril|латві|latvia|естоні|estonia|печорськ|pechorsk|петсамо|petsamo|салла|salla"
)
# The first matching rule decides. In later maps a key ends the name (“... /// geoJSON.status.occupied”) and nothing
# else counts. In earlier maps Ukrainian or English words decide, or the colour if they are only a date or a settlement.
RULES = (
    ("key", r"status\.occupied", "held"),
    ("key", r"territories\.(crimea|ordlo|tuzla)$", "held"),
    ("key", r"territories\.", "other"),
    ("key", r"status\.unknown", "contested"),
    ("key", r"status\.dismissed|zmiinyi_island", "liberated"),
    ("words", r"звільнен|liberated", "liberated"),
    ("words", r"\b(крим|crimea|ордло|cadr|calr|тузла|tuzla)\b", "held"),
    ("words", rf"\b({ELSEWHERE})", "other"),
    ("colour", r"ff5252", "other"),
    ("words", r"невідом|unknown|під питанням", "contested"),
    ("words", r"окупован|occupied|зайняті ворогом", "held"),
    ("colour", r"a52714|880e4f", "held"),
    ("colour", r"bcaaa4|bdbdbd", "contested"),
    ("colour", r"0f9d58|0288d1|01579b", "liberated"),
)
_RULES = tuple((part, re.compile(pattern), control_class) for part, pattern, control_class in RULES)
_KEY = re.compile(r"geojson\.([\w.-]+)")


def control_class(name: object, colour: object) -> str | None:
    """Return the control class of a polygon by its name and fill colour; None if no rule matches."""
    text = " ".join(str(name or "").casefold().split())
    key = _KEY.search(text)
    parts = {"key": key[1]} if key else {"words": text, "colour": str(colour or "").casefold().lstrip("#")}
    return next((known for part, rule, known in _RULES if rule.search(parts.get(part, ""))), None)


def _colour(attributes: dict[str, Any]) -> object:
    return attributes.get("fill") or attributes.get("stroke")


def _recognises(raw: RawMap) -> bool:
    """Whether names use DeepState's words, and features have the properties of its exports."""
    if not {"name", "fill", "styleUrl"} <= set(raw.fields):
        return False
    names = " ".join(str(name).casefold() for name in raw.values("name"))
    return bool(re.search(r"geojson\.(status|territories)\.|///\s*occupied|окуповано|звільнено", names))


def _read(raw: RawMap, options: ReadOptions) -> list[Snapshot]:
    from ._reading import dated, polygons_of, require_polygons, unknown_class_notes

    found = polygons_of(raw)
    require_polygons(raw, found)
    features = [raw.attributes[row] for row in found.rows]
    classes = [control_class(feature.get("name"), _colour(feature)) for feature in features]
    unknown = unknown_class_notes(
        f"{' '.join(str(feature.get('name')).split())} ({_colour(feature)})"
        for feature, known in zip(features, classes)
        if known is None
    )
    return dated(raw, found, [known or "other" for known in classes], SOURCE.key, None, options, unknown)


SOURCE = Source(
    key="deepstate",
    title="DeepState, full map",
    credit="DeepStateMap.live (deepstatemap.live/license-en.html)",
    recognises=_recognises,
    read=_read,
    reads_date_field=False,
    step_days=1.0,
    lag_days=0.0,
    conventions=(
        "The date is the Unix time in the file's name. The class is the key at the end of a polygon's name, in older "
        "maps its words or its colour. Points are left out; land held elsewhere in the world is “other”."
    ),
)
