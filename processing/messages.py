# SPDX-License-Identifier: GPL-2.0-or-later
"""Sentences about maps and results, in the user's language: the headline, and what was found on the way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    NULL,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QDate, QLocale

from ..core.errors import FrontlineError, LibraryError
from ..styles.texts import area_text, depth_text, error_text, pace_text
from . import environment

if TYPE_CHECKING:
    from ..core.geometry.partition import Findings
    from ..core.geometry.polygons import Repair
    from ..core.maps.snapshots import Note
    from ..core.sectors.construct import Finding

NAMED_AT_MOST = 5
NO_MAXIMUM = 1e300  # QGIS says the largest double there is, or thereabouts
REPORTED_FROM_M2 = 1000.0  # less comes of straight borders that meet at a corner of one of them only


def explain(error: FrontlineError) -> str:
    """Return what an error says, in the user's language."""
    if isinstance(error, LibraryError):
        return environment.explain(error)
    text = QCoreApplication.translate("FrontlineChange", error.template)
    facts = {name: explain(fact) if isinstance(fact, FrontlineError) else fact for name, fact in error.facts.items()}
    return text.format(**facts) if facts else text


def date_text(instant: datetime) -> str:
    """Return an instant as people write it, with the time of day where it is not midnight UTC."""
    day = QLocale().toString(QDate(instant.year, instant.month, instant.day), "d MMMM yyyy")
    return day if (instant.hour, instant.minute) == (0, 0) else f"{day}, {instant:%H:%M} UTC"


def iso(instant: datetime | None) -> str:
    """Return an instant as a program reads it, in UTC; empty for none."""
    return "" if instant is None else f"{instant:%Y-%m-%dT%H:%M:%SZ}"


def headline(
    *,
    before: datetime,
    after: datetime,
    gained_km2: float,
    lost_km2: float,
    net_km2: float,
    net_se_km2: float,
    net_km2_day: float,
    advance_max_km: float | None,
    advance_sector: str | None,
) -> str:
    """Return the result in one or two sentences that could be printed."""
    tr = QCoreApplication.translate
    sentence = tr(
        "FrontlineChange",
        "From {before} to {after} the side gained {gained} and lost {lost}: net {net} (± {error}), {pace}.",
    ).format(
        before=date_text(before),
        after=date_text(after),
        gained=_amount(gained_km2),
        lost=_amount(lost_km2),
        net=area_text(net_km2, signed=True),
        error=error_text(net_se_km2),
        pace=pace_text(net_km2_day),
    )
    if advance_max_km is None:
        return sentence
    if advance_sector:
        deepest = tr("FrontlineChange", "The deepest advance was {depth}, in {sector}.")
    else:
        deepest = tr("FrontlineChange", "The deepest advance was {depth}.")
    return f"{sentence} {deepest.format(depth=depth_text(advance_max_km), sector=advance_sector)}"


def _amount(area_km2: float) -> str:
    """An area gained or lost; “none” where it would be printed as nothing."""
    nothing = area_text(area_km2) == area_text(0.0)
    return QCoreApplication.translate("FrontlineChange", "none") if nothing else area_text(area_km2)


def method_line(*, classes: Iterable[str], position_error_m: float, correlation_length_m: float, frame: str) -> str:
    """Return how the numbers were made, in one line for the foot of a map."""
    return QCoreApplication.translate(
        "FrontlineChange",
        "Classes counted: {classes}. Areas in an equal-area plane, lengths on the WGS 84 ellipsoid. ± is one standard "
        "error for a position error of {sigma} m correlated over {length} m along the line.",
    ).format(
        classes=", ".join(classes),
        sigma=QLocale().toString(position_error_m, "g", 6),
        length=QLocale().toString(correlation_length_m, "g", 6),
        frame=frame,
    )


def refused_value(definition: QgsProcessingParameterDefinition, value: Any) -> str:
    """Return what is wrong with the value of a parameter, and what would do."""
    tr = QCoreApplication.translate
    kinds = QgsProcessingParameterNumber, QgsProcessingParameterEnum, QgsProcessingParameterDateTime
    if value in (None, "", NULL):
        sentence = tr("FrontlineChange", "{parameter} ({title}) is missing.")
    elif isinstance(definition, QgsProcessingParameterFeatureSource):
        sentence = tr(
            "FrontlineChange",
            "The input {parameter} cannot be read: {value}. Check that the file exists and is a vector layer.",
        )
    else:
        sentence = tr("FrontlineChange", "{parameter} ({title}) cannot be “{value}”.")
    number, choice, day = (isinstance(definition, kind) for kind in kinds)
    if number and definition.maximum() < NO_MAXIMUM:
        sentence += " " + tr("FrontlineChange", "Give a number from {minimum} to {maximum}.")
    elif number:
        sentence += " " + tr("FrontlineChange", "Give a number of {minimum} or more.")
    elif choice:
        sentence += " " + tr("FrontlineChange", "Choose among: {options}.")
    elif day:
        sentence += " " + tr("FrontlineChange", "Give a date such as 2025-06-30 or 2025-06-30T18:00.")
    return sentence.format(
        parameter=definition.name(),
        title=definition.description(),
        value=_shown(value),
        minimum=_number(definition.minimum()) if number else None,
        maximum=_number(definition.maximum()) if number else None,
        options=", ".join(definition.options()) if choice else None,
    )


def note_text(note: Note, layer: str) -> str:
    """Return what a note of a reader says, naming the layer."""
    tr = QCoreApplication.translate
    texts = {
        "points": tr("FrontlineChange", "Layer “{layer}”: points left out: {count}; only polygons have an area."),
        "lines": tr("FrontlineChange", "Layer “{layer}”: lines left out: {count}; only polygons have an area."),
        "no_geometry": tr("FrontlineChange", "Layer “{layer}”: features without geometry left out: {count}."),
        "collapsed_rings": tr(
            "FrontlineChange", "Layer “{layer}”: rings of fewer than three points left out: {count}."
        ),
        "unknown_class": tr(
            "FrontlineChange",
            "Layer “{layer}”: the class “{detail}” is known to nobody and counts as “other” (features: {count}).",
        ),
        "date_conflict": tr(
            "FrontlineChange",
            "Layer “{layer}”: the date you gave differs from the one the map itself carries ({detail}).",
        ),
        "name_conflict": tr(
            "FrontlineChange",
            "Layer “{layer}”: its name and its file's name carry different dates ({detail}); the first is used.",
        ),
        "class_field_found": tr(
            "FrontlineChange", "Layer “{layer}”: the control class is read from the field “{detail}”."
        ),
        "several_sources": tr(
            "FrontlineChange", "Layer “{layer}” mixes maps of {count} sources ({detail}); they may not agree."
        ),
    }
    return texts[note.kind].format(layer=layer, count=note.count, detail=note.detail)


def repair_text(repairs: Iterable[Repair], layer: str) -> str:
    """Return what was repaired in a layer: how many features, which, why, and the change of area."""
    repairs = list(repairs)
    named = "; ".join(
        QCoreApplication.translate("FrontlineChange", "feature {number}: {reason}").format(
            number=repair.feature + 1, reason=repair.reason
        )
        for repair in repairs[:NAMED_AT_MOST]
    )
    if len(repairs) > NAMED_AT_MOST:
        named += "; …"
    return QCoreApplication.translate(
        "FrontlineChange",
        "Layer “{layer}”: invalid polygons repaired: {count}, which changed the area by {area} km² ({named}).",
    ).format(
        layer=layer,
        count=len(repairs),
        area=QLocale().toString(abs(sum(repair.area_change_m2 for repair in repairs)) / 1e6, "f", 3),
        named=named,
    )


def sector_texts(findings: Findings, layer: str) -> list[str]:
    """Return what had to be settled to make a partition of the sectors."""
    tr = QCoreApplication.translate
    found = []
    if findings.unnamed:
        text = tr("FrontlineChange", "Layer “{layer}”: sectors without a name: {count}, now called {names}.")
        found.append(text.format(layer=layer, count=len(findings.unnamed), names=_some(findings.unnamed)))
    if findings.repeated:
        text = tr(
            "FrontlineChange", "Layer “{layer}”: polygons with the same name are measured as one sector: {names}."
        )
        found.append(text.format(layer=layer, names=_some(findings.repeated)))
    if findings.renamed:
        text = tr("FrontlineChange", "Layer “{layer}”: names that the result table needs itself were changed: {names}.")
        found.append(text.format(layer=layer, names=_some(findings.renamed)))
    overlaps = [overlap for overlap in findings.overlaps if overlap[2] >= REPORTED_FROM_M2]
    for keeper, giver, area_m2 in overlaps[:NAMED_AT_MOST]:
        text = tr(
            "FrontlineChange",
            "Layer “{layer}”: {giver} overlaps {keeper} by {area} km²; that ground is counted once, for {keeper}.",
        )
        area = QLocale().toString(area_m2 / 1e6, "f", 3)
        found.append(text.format(layer=layer, keeper=keeper, giver=giver, area=area))
    if len(overlaps) > NAMED_AT_MOST:
        text = tr("FrontlineChange", "Layer “{layer}”: {count} more overlaps between sectors, each counted once.")
        found.append(text.format(layer=layer, count=len(overlaps) - NAMED_AT_MOST))
    if findings.gaps_m2 >= REPORTED_FROM_M2:
        text = tr(
            "FrontlineChange",
            "Layer “{layer}”: gaps between the sectors: {count}, {area} km² in all; this ground counts as outside all "
            "sectors.",
        )
        found.append(
            text.format(layer=layer, count=findings.gaps, area=QLocale().toString(findings.gaps_m2 / 1e6, "f", 3))
        )
    if findings.repairs:
        found.append(repair_text(findings.repairs, layer))
    return found


def sector_finding_text(finding: Finding) -> str:
    """Return what a finding of the construction of sectors says."""
    tr = QCoreApplication.translate
    texts = {
        "unnamed": tr("FrontlineChange", "Sectors without a name: {count}, now called {names}."),
        "repeated": tr("FrontlineChange", "Features of one name became one sector: {names}."),
        "renamed": tr("FrontlineChange", "Names that result tables need themselves were changed: {names}."),
        "overlap": tr(
            "FrontlineChange", "{names} overlapped by {area} km²; each place now belongs to one of them only."
        ),
        "filled": tr("FrontlineChange", "Gaps given to the nearest sector: {count}, {area} km² in all."),
        "empty": tr("FrontlineChange", "Sectors without ground left, not among the results: {count} ({names})."),
        "no_place": tr("FrontlineChange", "Places without a point left out: {count} ({names})."),
        "outside": tr("FrontlineChange", "Places outside the theatre, without a sector: {count} ({names})."),
        "same_spot": tr(
            "FrontlineChange", "Places on the spot of an earlier one, without a sector: {count} ({names})."
        ),
        "short_front": tr(
            "FrontlineChange",
            "{count} stretches of front, {length} km in all, are too short for sectors of their own; those near others "
            "lie in theirs.",
        ),
    }
    return texts[finding.kind].format(
        count=finding.count,
        names=_some(finding.names),
        area=QLocale().toString(finding.amount / 1e6, "f", 3),
        length=QLocale().toString(finding.amount / 1e3, "f", 1),
    )


def _some(names: tuple[str, ...]) -> str:
    return ", ".join(names[:NAMED_AT_MOST]) + (", …" if len(names) > NAMED_AT_MOST else "")


def _number(value: float) -> str:
    """A limit of a parameter as people write it."""
    return QLocale().toString(value, "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest)


def _shown(value: Any) -> str:
    """A parameter value as the user would recognise it."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    layer = QgsProject.instance().mapLayer(value) if isinstance(value, str) else None
    return layer.name() if layer else str(value)
