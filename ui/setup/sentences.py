# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentences of the dock: what will be measured, what is missing for that, what went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from .choices import AFTER, BEFORE, MAPS, SECTORS, Setup, dates_in

SECONDS_A_DAY = 86400


def what_is_missing(setup: Setup) -> str:
    """Return what a person has to do before measuring; empty when all is there."""
    before, after = setup.layers[BEFORE], setup.layers[AFTER]
    if before is None and after is None:
        return QCoreApplication.translate(
            "FrontlineChange",
            "Add two dated maps of the same front to the project, for example by dragging the files into QGIS, "
            "and choose them as Before and After.",
        )
    if before is None or after is None:
        return QCoreApplication.translate("FrontlineChange", "Choose a second map, or add it to the project first.")
    for role in MAPS:
        if setup.dates[role] is None:
            return _how_to_date(setup.layers[role])
    seconds = setup.dates[BEFORE].secsTo(setup.dates[AFTER])
    if before is after and seconds == 0:
        return QCoreApplication.translate(
            "FrontlineChange", "Before and After are the same map. Choose another one for either."
        )
    if seconds < 0:
        return QCoreApplication.translate(
            "FrontlineChange", "The map chosen as After is older than the one chosen as Before. Swap them."
        )
    return ""


def _how_to_date(layer: QgsVectorLayer) -> str:
    """Return what to do about a layer that has not just one date."""
    dates = dates_in(layer)
    if dates:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "“{layer}” holds maps of many dates, {first} to {last}. Set below its name which one to take: the last "
            "map up to then is measured.",
        )
        return text.format(layer=layer.name(), first=dates[0], last=dates[1])
    text = QCoreApplication.translate("FrontlineChange", "No date was found for “{layer}”. Set it below its name.")
    return text.format(layer=layer.name())


def plan(setup: Setup) -> str:
    """Return in one sentence what will be measured."""
    before, after = setup.dates[BEFORE], setup.dates[AFTER]
    days = before.secsTo(after) / SECONDS_A_DAY
    facts = {"before": _human_date(before), "after": _human_date(after), "days": _number(days)}
    sectors = setup.layers[SECTORS]
    if sectors is None:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Will measure ground gained and lost, and how deep, from {before} to {after} ({days} days), as a whole.",
        )
    else:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Will measure ground gained and lost, and how deep, from {before} to {after} ({days} days), "
            "in each of the {count} sectors of “{sectors}” and outside them.",
        )
        facts.update(count=sectors.featureCount(), sectors=sectors.name())
    sentences = [text.format(**facts)]
    if setup.option_texts:
        sentences.append(
            QCoreApplication.translate("FrontlineChange", "With {options}.").format(
                options="; ".join(setup.option_texts)
            )
        )
    return " ".join(sentences)


def nothing_measured_yet() -> str:
    """Return what stands in the place of a result before there is one."""
    return QCoreApplication.translate(
        "FrontlineChange",
        "Nothing measured yet.\n\nChoose two dated maps above and press Measure. You get a headline, a table per "
        "sector and a group of styled layers on the map; your own layers stay as they are.",
    )


def method_line(outputs: Mapping[str, Any]) -> str:
    """Return how the numbers were made and how sure they are, in one line, from the method card of a run."""
    return str(json.loads(outputs.get("METHOD") or "{}").get("method", ""))


def period_text(before: str, after: str) -> str:
    """Return the days of two ISO instants as short as can be, for names: `2 Jun – 2 Jul 2025`."""
    first, last = (QDateTime.fromString(text, Qt.DateFormat.ISODate).toUTC().date() for text in (before, after))
    start = QLocale().toString(first, "d MMM" if first.year() == last.year() else "d MMM yyyy")
    return f"{start} – {QLocale().toString(last, 'd MMM yyyy')}"


def for_people(error: str) -> str:
    """Return an error as it is; of a fault of ours, which comes as a traceback, only what it boils down to."""
    if "Traceback (most recent call last)" not in error:
        return error
    text = QCoreApplication.translate(
        "FrontlineChange",
        "This is a fault of the plugin, not of your data: {fault}. Please report it with the text in the log.",
    )
    return text.format(fault=error.strip().splitlines()[-1])


def _human_date(date: QDateTime) -> str:
    """Return a date as people write it; the time only where there is one."""
    date = date.toUTC()
    text = QLocale().toString(date.date(), "d MMMM yyyy")
    if date.time().hour() == date.time().minute() == 0:
        return text
    return QCoreApplication.translate("FrontlineChange", "{date}, {time} UTC").format(
        date=text, time=date.toString("HH:mm")
    )


def _number(value: float) -> str:
    return QLocale().toString(value, "f", 0 if abs(value - round(value)) < 0.05 else 1)
