# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages of the upper pane: which maps there are, what will be measured, what is missing for that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...processing.inputs.typed_dates import refused_days
from ...processing.parameters.measuring import PLACES
from .choices import AFTER, BEFORE, MAPS, SECTORS, Setup
from .modes import CAPTURE, CUSTOM, PAIR, PLACE_STATUS, SERIES

if TYPE_CHECKING:
    from .found_maps import FoundMap

SECONDS_A_DAY = 86400


def maps_line(found: Sequence[FoundMap], gaps: int = 0, searching: bool = False) -> str:
    """Return in one line which maps there are: `418 maps, 8 Jul 2024 to 3 Sep 2025, 3 gaps`."""
    tr = QCoreApplication.translate
    if not found:
        if searching:
            return tr("FrontlineChange", "Looking for maps …")
        return tr("FrontlineChange", "No dated maps yet. Add some, or drop files here.")
    if len(found) == 1:
        return tr("FrontlineChange", "One map, {date}").format(date=formatting.short_day_text(found[0].instant))
    facts = {
        "count": formatting.count(len(found)),
        "first": formatting.short_day_text(found[0].instant),
        "last": formatting.short_day_text(found[-1].instant),
    }
    parts = [tr("FrontlineChange", "{count} maps, {first} to {last}").format(**facts)]
    if gaps == 1:
        parts.append(tr("FrontlineChange", "one gap"))
    elif gaps:
        parts.append(tr("FrontlineChange", "{count} gaps").format(count=formatting.count(gaps)))
    return ", ".join(parts)


def refused_text(refused: Sequence[tuple[str, str]], shown: int) -> str:
    """Return which files or layers are no maps, with the reason of each; empty for none."""
    tr = QCoreApplication.translate
    if not refused:
        return ""
    lines = [tr("FrontlineChange", "Not used:")]
    lines += [
        tr("FrontlineChange", "{name}: {reason}").format(name=name, reason=reason) for name, reason in refused[:shown]
    ]
    if len(refused) > shown:
        lines.append(tr("FrontlineChange", "and {count} more.").format(count=len(refused) - shown))
    return "\n".join(lines)


def what_is_missing(setup: Setup, found: Sequence[FoundMap]) -> str:
    """Return what a person has to do before measuring; empty when all is there."""
    tr = QCoreApplication.translate
    before, after = setup.layers[BEFORE], setup.layers[AFTER]
    if before is None and after is None:
        return tr(
            "FrontlineChange",
            "Add two dated maps of the same front, for example by dropping their files here, and choose them as Before "
            "and After.",
        )
    if before is None or after is None:
        return tr("FrontlineChange", "Choose a second map, or add it to the project first.")
    for role in MAPS:
        if setup.dates[role] is None:
            return setup.date_problems.get(role) or _how_to_date(setup.layers[role], found, setup.is_searching)
    if setup.date_problems:
        return next(iter(setup.date_problems.values()))
    seconds = setup.dates[BEFORE].secsTo(setup.dates[AFTER])
    if before is after and seconds == 0:
        return tr("FrontlineChange", "Before and After are the same map. Choose another one for either.")
    if seconds < 0:
        return tr("FrontlineChange", "The map chosen as After is older than the one chosen as Before. Swap them.")
    if setup.misses_side:
        text = tr(
            "FrontlineChange",
            "“{layer}” holds front lines. Choose under More options the country or area that they divide, and which "
            "ground is held: where marks lie, or left or right of the lines.",
        )
        return text.format(layer=setup.with_lines.name())
    if setup.misses_classes:
        return tr("FrontlineChange", "Choose a class for each value, so that it is clear which ground is held.")
    if setup.mode.measure == PLACE_STATUS and PLACES not in setup.options:
        return tr(
            "FrontlineChange",
            "Choose the places under More options: towns and villages as points or polygons. You may drop a table with "
            "their longitudes and latitudes here.",
        )
    if setup.mode.period == CUSTOM:
        starts = setup.options.get("STARTS", "").strip()
        nothing = tr("FrontlineChange", "Write the first days of your periods under More options, separated by commas.")
        return refused_days(starts) if starts else nothing
    return ""


def _how_to_date(layer: QgsVectorLayer, found: Sequence[FoundMap], is_searching: bool) -> str:
    """Return what to do about a layer in which not exactly one date was found."""
    instants = [one.instant for one in found if one.layer_id == layer.id()]
    if len(instants) > 1:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "“{layer}” holds maps of many dates, {first} to {last}. Set a date beside its name: the last "
            "map up to that date is measured.",
        )
        first, last = (one.toString("yyyy-MM-dd") for one in (instants[0], instants[-1]))
        return text.format(layer=layer.name(), first=first, last=last)
    if is_searching and not instants:
        return QCoreApplication.translate("FrontlineChange", "Looking for maps …")
    text = QCoreApplication.translate("FrontlineChange", "No date was found for “{layer}”. Set it beside its name.")
    return text.format(layer=layer.name())


def corrected_in_series(names: Sequence[str]) -> str:
    """Return what to do about layers whose dates a person has corrected: a series reads them anew."""
    text = QCoreApplication.translate(
        "FrontlineChange",
        "A series reads the date of each map from its field or its name, not from a correction. Put the date into the "
        "name of {layers}, or measure from Before to After.",
    )
    return text.format(layers=", ".join(f"“{name}”" for name in names))


def plan(setup: Setup, maps: int = 0, layers: int = 1) -> str:
    """Return in one sentence what will be measured. Of a series: how many maps lie in it, and in how many layers."""
    tr = QCoreApplication.translate
    before, after = setup.dates[BEFORE], setup.dates[AFTER]
    days = before.secsTo(after) / SECONDS_A_DAY
    facts = {
        "before": formatting.instant_text(before),
        "after": formatting.instant_text(after),
        "length": formatting.days_text(days),
    }
    places = tr("FrontlineChange", "Will find out when each place was taken, from {before} to {after}.")
    sectors = setup.layers[SECTORS]
    texts = {
        PAIR: (
            tr(
                "FrontlineChange",
                "Will measure ground gained and lost, and how deep, from {before} to {after} ({length}), as a whole.",
            ),
            tr(
                "FrontlineChange",
                "Will measure ground gained and lost, and how deep, from {before} to {after} ({length}), "
                "in each of the {count} sectors of “{sectors}” and outside them.",
            ),
        ),
        SERIES: (
            tr("FrontlineChange", "Will measure ground gained and lost {period} from {before} to {after}, as a whole."),
            tr(
                "FrontlineChange",
                "Will measure ground gained and lost {period} from {before} to {after}, in each of the {count} sectors "
                "of “{sectors}” and outside them.",
            ),
        ),
        CAPTURE: (
            tr("FrontlineChange", "Will find out when each piece of ground was taken, from {before} to {after}."),
            tr(
                "FrontlineChange",
                "Will find out when each piece of ground was taken, from {before} to {after}, in each of the {count} "
                "sectors of “{sectors}” and outside them.",
            ),
        ),
        PLACE_STATUS: (places, places),
    }
    whole, by_sector = texts[setup.mode.measure]
    if setup.mode.measure == SERIES:
        facts["period"] = _each(setup.mode.period)
    if sectors is not None:
        facts.update(count=sectors.featureCount(), sectors=sectors.name())
    sentences = [(whole if sectors is None else by_sector).format(**facts)]
    if setup.mode.measure != PAIR:
        sentences += _about_the_maps(maps, layers)
    if setup.offset_days and setup.mode.measure == SERIES:
        text = tr("FrontlineChange", "Period ends are shifted by {days}, as the publisher counts.")
        sentences.append(text.format(days=formatting.days_text(setup.offset_days)))
    held = [f"“{value}”" for value, key in setup.classes.items() if key == "held"]
    if held:
        sentences.append(tr("FrontlineChange", "Held ground is {values}.").format(values=", ".join(held)))
    if setup.option_texts:
        sentences.append(tr("FrontlineChange", "With {options}.").format(options="; ".join(setup.option_texts)))
    if setup.file:
        sentences.append(tr("FrontlineChange", "The layers are saved in {file}.").format(file=setup.file))
    return " ".join(sentences)


def _each(period: str) -> str:
    """Return the words for every period of a kind."""
    tr = QCoreApplication.translate
    return {
        "snapshot": tr("FrontlineChange", "from map to map"),
        "day": tr("FrontlineChange", "for each day"),
        "week": tr("FrontlineChange", "for each week"),
        "month": tr("FrontlineChange", "for each month"),
        "quarter": tr("FrontlineChange", "for each quarter"),
        "year": tr("FrontlineChange", "for each year"),
        CUSTOM: tr("FrontlineChange", "for each of your periods"),
    }[period]


def _about_the_maps(maps: int, layers: int) -> list[str]:
    tr = QCoreApplication.translate
    if layers > 1:
        text = tr("FrontlineChange", "The {maps} maps in {layers} layers are put into one layer first.")
        return [text.format(maps=max(maps, layers), layers=layers)]
    if maps > 1:
        return [tr("FrontlineChange", "{maps} maps lie between them.").format(maps=maps)]
    return []
