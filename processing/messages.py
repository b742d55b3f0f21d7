# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages about maps and results in the user's language: the headline, findings, repairs and refused values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    NULL,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterColor,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import formatting
from ..core.errors import FrontlineError, LibraryError
from ..core.findings import Finding
from ..core.maps.class_values import STYLE
from ..core.units import KM, KM2
from . import environment
from .conversion import without_nul

if TYPE_CHECKING:
    from ..core.geometry.partition import Partition
    from ..core.geometry.polygons import Repair

NAMED_AT_MOST = 5
REPAIRS_NAMED_AT_MOST = 20
SHOWN_AT_MOST = 200  # letters of a value
NO_MAXIMUM = 1e300  # without a maximum QGIS gives the largest double, roughly


def explain(error: FrontlineError) -> str:
    """Return the message of an error in the user's language."""
    if isinstance(error, LibraryError):
        return environment.explain(error)
    text = QCoreApplication.translate("FrontlineChange", error.template)
    facts = {name: explain(fact) if isinstance(fact, FrontlineError) else fact for name, fact in error.facts.items()}
    return without_nul(text.format(**facts) if facts else text)


def headline(
    *,
    side: str,
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
    """Return the result as printable text of one or two sentences. `side` is its name; empty for “the side”."""
    tr = QCoreApplication.translate
    unnamed = tr(
        "FrontlineChange",
        "From {before} to {after} the side gained {gained} and lost {lost}: net {net} (± {error}), {pace}.",
    )
    named = tr(
        "FrontlineChange",
        "From {before} to {after} {side} gained {gained} and lost {lost}: net {net} (± {error}), {pace}.",
    )
    message = (named if side else unnamed).format(
        side=side,
        before=formatting.instant_text(before),
        after=formatting.instant_text(after),
        gained=_amount(gained_km2),
        lost=_amount(lost_km2),
        net=formatting.area_text(net_km2, signed=True),
        error=formatting.error_text(net_se_km2),
        pace=formatting.pace_text(net_km2_day),
    )
    if advance_max_km is None or advance_max_km < formatting.NOTHING_BELOW:
        return message
    if advance_sector:
        deepest = tr("FrontlineChange", "The deepest advance was {depth}, in {sector}.")
    else:
        deepest = tr("FrontlineChange", "The deepest advance was {depth}.")
    return f"{message} {deepest.format(depth=formatting.depth_text(advance_max_km), sector=advance_sector)}"


def _amount(area_km2: float) -> str:
    """An area gained or lost as text; “none” where it rounds to zero."""
    nothing = formatting.area_text(area_km2) == formatting.area_text(0.0)
    return QCoreApplication.translate("FrontlineChange", "none") if nothing else formatting.area_text(area_km2)


def method_line(*, classes: Iterable[str], position_error_m: float, correlation_length_m: float, frame: str) -> str:
    """Return how the numbers were measured, in one line for the foot of a map."""
    return QCoreApplication.translate(
        "FrontlineChange",
        "Classes counted: {classes}. Areas in an equal-area plane, lengths on the WGS 84 ellipsoid. ± is one standard "
        "error for a position error of {sigma} m correlated over {length} m along the line.",
    ).format(
        classes=", ".join(classes),
        sigma=formatting.significant(position_error_m),
        length=formatting.significant(correlation_length_m),
        frame=frame,
    )


def out_of_memory() -> str:
    """Return the message for a run that needs more memory than there is."""
    return QCoreApplication.translate(
        "FrontlineChange",
        "The run needs more memory than this computer has free, so nothing was written. Make it smaller: measure fewer "
        "dates or a smaller theatre, choose a larger SPACING where there is one, or simplify the maps (“Simplify” in "
        "the toolbox). Closing other programs and temporary layers frees memory too.",
    )


def refused_value(definition: QgsProcessingParameterDefinition, value: Any) -> str:
    """Return what is wrong with the value of a parameter, and which values are allowed."""
    tr = QCoreApplication.translate
    kinds = (
        QgsProcessingParameterNumber,
        QgsProcessingParameterEnum,
        QgsProcessingParameterDateTime,
        QgsProcessingParameterColor,
    )
    if value in (None, "", NULL):
        message = tr("FrontlineChange", "{parameter} ({title}) is missing.")
    elif isinstance(definition, QgsProcessingParameterFeatureSource):
        message = tr(
            "FrontlineChange",
            "The input {parameter} cannot be read: {value}. Check that the file exists and is a vector layer.",
        )
    else:
        message = tr("FrontlineChange", "{parameter} ({title}) cannot be “{value}”.")
    number, choice, day, colour = (isinstance(definition, kind) for kind in kinds)
    if number and definition.maximum() < NO_MAXIMUM:
        message += " " + tr("FrontlineChange", "Give a number from {minimum} to {maximum}.")
    elif number:
        message += " " + tr("FrontlineChange", "Give a finite number of {minimum} or more.")
    elif choice:
        message += " " + tr("FrontlineChange", "Choose among: {options}.")
    elif day:
        message += " " + tr("FrontlineChange", "Give a date such as 2025-06-30 or 2025-06-30T18:00.")
    elif colour:
        message += " " + tr("FrontlineChange", "Give a colour such as #b2182b.")
    return message.format(
        parameter=definition.name(),
        title=definition.description(),
        value=_shown(value),
        minimum=formatting.in_full(definition.minimum()) if number else None,
        maximum=formatting.in_full(definition.maximum()) if number else None,
        options=", ".join(definition.options()) if choice else None,
    )


def removed_layer(definition: QgsProcessingParameterDefinition) -> str:
    """Return that the layer of a parameter no longer exists."""
    text = QCoreApplication.translate(
        "FrontlineChange", "{parameter} ({title}) is a layer that has been removed from the project. Choose another."
    )
    return text.format(parameter=definition.name(), title=definition.description())


def finding_text(finding: Finding, layer: str | None = None) -> str:
    """Return a finding as text: with the layer's name, or without it for a log or a table about the map."""
    facts = {
        "layer": layer,
        "count": finding.count,
        "detail": finding.detail,
        "names": ", ".join(finding.names[:NAMED_AT_MOST]) + (", …" if len(finding.names) > NAMED_AT_MOST else ""),
        "keeper": next(iter(finding.names), ""),
        "giver": next(reversed(finding.names), ""),
        "area": formatting.exact_km2(finding.amount),
        "length": formatting.number(finding.amount / KM, 1),
        "field": _field_text(finding),
        "values": _values_text(finding),
    }
    return (_without_layer() if layer is None else _with_layer())[finding.kind].format(**facts)


def _field_text(finding: Finding) -> str:
    """Where the values of a finding are: in a field, in several, or in the style of the map itself."""
    name = next(iter(finding.names), "")
    if name != STYLE and not name.startswith(f"{STYLE}, "):
        return f"“{name}”"
    style = QCoreApplication.translate("FrontlineChange", "style of the map itself")
    others = name[len(STYLE) + 2 :]
    return f"{style}, “{others}”" if others else style


def _values_text(finding: Finding) -> str:
    """The values of a field in a finding, each with its area where it is known."""
    empty = QCoreApplication.translate("FrontlineChange", "(empty)")
    values = [value or empty for value in finding.names[1:]]
    if finding.amounts:
        values = [f"{value}: {formatting.area_text(area_m2 / KM2)}" for value, area_m2 in zip(values, finding.amounts)]
    return "; ".join(values[:NAMED_AT_MOST]) + ("; …" if len(values) > NAMED_AT_MOST else "")


def _with_layer() -> dict[str, str]:
    """Messages that name the layer, by kind of finding."""
    tr = QCoreApplication.translate
    return {
        "points": tr("FrontlineChange", "Layer “{layer}”: points left out: {count}; only polygons have an area."),
        "lines": tr("FrontlineChange", "Layer “{layer}”: lines left out: {count}; only polygons have an area."),
        "no_geometry": tr("FrontlineChange", "Layer “{layer}”: features without geometry left out: {count}."),
        "no_polygon": tr("FrontlineChange", "Layer “{layer}”: features without a polygon left out: {count}."),
        "collapsed_rings": tr(
            "FrontlineChange", "Layer “{layer}”: rings of fewer than three points left out: {count}."
        ),
        "parts_unread": tr(
            "FrontlineChange",
            "Layer “{layer}”: parts of other kinds, or on the network, left out: {count} ({detail}). Only polygons "
            "in the file itself have an area.",
        ),
        "spans_overlap": tr(
            "FrontlineChange",
            "Layer “{layer}”: some of its times go on after the next map has begun ({count}). A feature counts only in "
            "the map of the day on which its time begins, so later maps lack it. If it belongs to them, copy it into "
            "each.",
        ),
        "encoding_assumed": tr(
            "FrontlineChange",
            "Layer “{layer}”: its text is not in the encoding that it declares and is read as {detail}. Check its "
            "names, and save it in UTF-8 if they are wrong.",
        ),
        "crs_assumed": tr(
            "FrontlineChange",
            "Layer “{layer}” names no coordinate system; its coordinates are taken for degrees of longitude and "
            "latitude (WGS 84).",
        ),
        "service_limit": tr(
            "FrontlineChange",
            "Layer “{layer}” is incomplete: the service sent {count} features and had more (exceededTransferLimit), so "
            "ground is missing. Download the rest too, and put the parts together.",
        ),
        "front_unused": tr(
            "FrontlineChange", "Layer “{layer}”: its front line is left out, since its areas show what is held."
        ),
        "curves": tr(
            "FrontlineChange",
            "Layer “{layer}”: curves are measured as chains of straight edges (features: {count}).",
        ),
        "unknown_class": tr(
            "FrontlineChange",
            "Layer “{layer}”: the class “{detail}” is unknown and counts as “other” (features: {count}).",
        ),
        "date_conflict": tr(
            "FrontlineChange",
            "Layer “{layer}”: the date you gave differs from the one the map itself carries ({detail}).",
        ),
        "name_conflict": tr(
            "FrontlineChange",
            "Layer “{layer}”: its name and its file's name carry different dates ({detail}); the first is used.",
        ),
        "dates_unread": tr(
            "FrontlineChange",
            "Layer “{layer}”: its date field holds no date that can be read (features: {count}: {names}), so the date "
            "that you gave, or the one in the name, is used. If the field holds dates, repair them or choose it as the "
            "date field.",
        ),
        "dates_empty": tr(
            "FrontlineChange",
            "Layer “{layer}”: its field “{detail}” is empty, so the date that you gave, or the one in the name, is "
            "used.",
        ),
        "date_fields": tr(
            "FrontlineChange",
            "Layer “{layer}” has several fields that may hold its date ({detail}); none of them is used. Choose one as "
            "the date field.",
        ),
        "date_in_text": tr(
            "FrontlineChange",
            "Layer “{layer}” has no date field: its dates are read from the texts in the field “{detail}” (features: "
            "{count}).",
        ),
        "date_in_folder": tr(
            "FrontlineChange",
            "Layer “{layer}”: its date ({detail}) is that of a folder in its path, since no field and no name has one.",
        ),
        "coarse_dates": tr(
            "FrontlineChange",
            "Layer “{layer}”: dates that give only a month or a year: {count}. Each stands for its first day "
            "({names}).",
        ),
        "recent_dates": tr(
            "FrontlineChange",
            "Layer “{layer}”: dates with a year of two digits are read as recent ones, not as years ago: {count} "
            "({names}). If that is wrong, give DATE_PATTERN.",
        ),
        "date_field_unused": tr(
            "FrontlineChange",
            "Layer “{layer}”: the date field “{detail}” is not used, since this publisher's maps carry their dates "
            "elsewhere. To use it, choose the publisher generic.",
        ),
        "class_field_found": tr(
            "FrontlineChange", "Layer “{layer}”: the control class is read from the field “{detail}”."
        ),
        "wide": tr(
            "FrontlineChange",
            "Layer “{layer}”: edges that span 180° of longitude or more are taken as drawn (features: {count}). A "
            "feature that crosses the meridian of 180° must be split there.",
        ),
        "gaps_left": tr(
            "FrontlineChange",
            "Layer “{layer}”: narrow gaps between its polygons could not be closed in {count} places and stay open.",
        ),
        "unclassed": tr(
            "FrontlineChange",
            "Layer “{layer}”: without a class field all {count} polygons of a date count as held, though they differ "
            "in {field} ({values}). If some are not held, give HELD_VALUES those that are.",
        ),
        "advance_and_claims": tr(
            "FrontlineChange",
            "Layer “{layer}”: “{detail}” stands for advances and claims together, so claimed ground counts as held too "
            "(features: {count}). Compare the map only with others that use this name.",
        ),
        "classes_by_words": tr(
            "FrontlineChange", "Layer “{layer}”: the control class is read from words in the field {field} ({values})."
        ),
        "values_read": tr("FrontlineChange", "Layer “{layer}”: values found in {field}: {values} (features: {count})."),
        "values_other": tr(
            "FrontlineChange",
            "Layer “{layer}”: other values in {field} count as “other”: {values} (features in all: {count}).",
        ),
        "values_absent": tr(
            "FrontlineChange",
            "Layer “{layer}” has none of the values that were given, so all of it counts as “other”. It has: {names}.",
        ),
        "no_features": tr("FrontlineChange", "Layer “{layer}” has no features: nothing is held on its date."),
        "several_sources": tr(
            "FrontlineChange", "Layer “{layer}” mixes maps of {count} sources ({detail}); they may not agree."
        ),
        "no_area": tr("FrontlineChange", "Layer “{layer}”: features without an area left out: {count} ({names})."),
        "unnamed": tr("FrontlineChange", "Layer “{layer}”: sectors without a name: {count}, now called {names}."),
        "repeated": tr(
            "FrontlineChange", "Layer “{layer}”: polygons with the same name are measured as one sector: {names}."
        ),
        "renamed": tr(
            "FrontlineChange", "Layer “{layer}”: names that the result table needs itself were changed: {names}."
        ),
        "overlap": tr(
            "FrontlineChange",
            "Layer “{layer}”: {giver} overlaps {keeper} by {area} km²; that ground is counted once, for {keeper}.",
        ),
        "more_overlaps": tr(
            "FrontlineChange", "Layer “{layer}”: {count} more overlaps between sectors, each counted once."
        ),
        "gaps": tr(
            "FrontlineChange",
            "Layer “{layer}”: gaps between the sectors: {count}, {area} km² in all; this ground counts as outside all "
            "sectors.",
        ),
    }


def _without_layer() -> dict[str, str]:
    """Messages without a layer's name, for a log, a table or new sectors, by kind of finding."""
    tr = QCoreApplication.translate
    return {
        "points": tr("FrontlineChange", "{count} points"),
        "lines": tr("FrontlineChange", "{count} lines"),
        "no_geometry": tr("FrontlineChange", "{count} without geometry"),
        "collapsed_rings": tr("FrontlineChange", "{count} rings of fewer than three points"),
        "parts_unread": tr("FrontlineChange", "parts of other kinds, or on the network: {count} ({detail})"),
        "spans_overlap": tr("FrontlineChange", "times that go on after the next map has begun: {count}"),
        "encoding_assumed": tr("FrontlineChange", "its text is read as {detail}, not as it declares"),
        "crs_assumed": tr("FrontlineChange", "no coordinate system is named; taken for longitude and latitude"),
        "service_limit": tr("FrontlineChange", "incomplete: the service had more than these {count} features"),
        "front_unused": tr("FrontlineChange", "the front line beside the areas is left out"),
        "curves": tr("FrontlineChange", "features with curves, measured as straight edges: {count}"),
        "unknown_class": tr("FrontlineChange", "features of the unknown class “{detail}”, counted as “other”: {count}"),
        "date_conflict": tr("FrontlineChange", "the date given differs from the map's own ({detail})"),
        "name_conflict": tr("FrontlineChange", "layer and file carry different dates ({detail})"),
        "dates_unread": tr("FrontlineChange", "no date in the date field can be read: {names}"),
        "dates_empty": tr("FrontlineChange", "the date field “{detail}” is empty"),
        "date_fields": tr("FrontlineChange", "several fields may hold the date ({detail}); none is used"),
        "date_in_text": tr("FrontlineChange", "the date is read from the texts in the field “{detail}”"),
        "date_in_folder": tr("FrontlineChange", "the date ({detail}) is that of a folder"),
        "coarse_dates": tr(
            "FrontlineChange", "dates of only a month or a year, each standing for its first day: {count} ({names})"
        ),
        "recent_dates": tr(
            "FrontlineChange", "dates with a year of two digits, read as recent ones: {count} ({names})"
        ),
        "date_field_unused": tr("FrontlineChange", "the date field “{detail}” is not used for this publisher"),
        "advance_and_claims": tr(
            "FrontlineChange", "“{detail}” joins advances and claims, all counted as held: {count}"
        ),
        "several_sources": tr("FrontlineChange", "maps of {count} sources in one ({detail})"),
        "class_field_found": tr("FrontlineChange", "the class is read from the field “{detail}”"),
        "unclassed": tr(
            "FrontlineChange", "all {count} polygons count as held, though they differ in {field} ({values})"
        ),
        "classes_by_words": tr("FrontlineChange", "the class is read from words in the field {field} ({values})"),
        "values_read": tr("FrontlineChange", "values found in {field}: {values}"),
        "values_other": tr("FrontlineChange", "other values in {field}, counted as “other”: {values}"),
        "values_absent": tr("FrontlineChange", "none of the given values, so all counts as “other”; it has: {names}"),
        "no_features": tr("FrontlineChange", "no features: nothing is held"),
        "late": tr("FrontlineChange", "no map for {count} days, since {detail}"),
        "no_held": tr("FrontlineChange", "nothing is held in this map, unlike in others"),
        "wide": tr("FrontlineChange", "features with edges of 180° of longitude or more, taken as drawn: {count}"),
        "gaps_left": tr("FrontlineChange", "narrow gaps could not be closed in {count} places and stay open"),
        "elsewhere": tr("FrontlineChange", "pieces outside the theatre, counted as “other”: {count}"),
        "missing_parts": tr("FrontlineChange", "layers of the day before are missing: {detail}"),
        "unnamed": tr("FrontlineChange", "Sectors without a name: {count}, now called {names}."),
        "repeated": tr("FrontlineChange", "Features of one name became one sector: {names}."),
        "renamed": tr("FrontlineChange", "Names that result tables need themselves were changed: {names}."),
        "overlap": tr(
            "FrontlineChange", "{names} overlapped by {area} km²; the overlap now belongs to one of them only."
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


def feature_numbers(features: Iterable[int]) -> str:
    """Return the numbers of features, given by index, as people count them; only the first few of many."""
    numbers = [str(feature + 1) for feature in features]
    return ", ".join(numbers[:NAMED_AT_MOST]) + (", …" if len(numbers) > NAMED_AT_MOST else "")


def repair_text(repairs: Iterable[Repair], layer: str) -> str:
    """Return a message about the repairs in a layer: how many features, which, why, and the change of area."""
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
        area=formatting.exact_km2(abs(sum(repair.area_change_m2 for repair in repairs))),
        named=named,
    )


def repairs_named(repairs: Iterable[tuple[str, Repair]]) -> str:
    """Return which features were repaired, why, and by how much their area changed."""
    repairs = list(repairs)
    several = len({layer for layer, _ in repairs}) > 1
    text = QCoreApplication.translate("FrontlineChange", "feature {number}: {reason} ({area} km²)")
    reported = [
        (f"{layer}, " if several else "")
        + text.format(
            number=repair.feature + 1,
            reason=repair.reason,
            area=formatting.exact_km2(repair.area_change_m2),
        )
        for layer, repair in repairs[:REPAIRS_NAMED_AT_MOST]
    ]
    return "; ".join(reported) + ("; …" if len(repairs) > REPAIRS_NAMED_AT_MOST else "")


def sector_texts(made: Partition, layer: str) -> list[str]:
    """Return the messages about the sectors of a layer: names, overlaps, gaps and repairs."""
    surplus = [finding for finding in made.findings if finding.kind == "overlap"][NAMED_AT_MOST:]
    reported = [
        Finding("more_overlaps", len(surplus)) if [finding] == surplus[:1] else finding
        for finding in made.findings
        if finding not in surplus[1:]
    ]
    texts = [finding_text(finding, layer) for finding in reported]
    return [*texts, repair_text(made.repairs, layer)] if made.repairs else texts


def _shown(value: Any) -> str:
    """A parameter value as text that the user recognises: a layer by its name."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    layer = QgsProject.instance().mapLayer(value) if isinstance(value, str) else None
    text = layer.name() if layer else str(value)
    return text if len(text) <= SHOWN_AT_MOST else f"{text[:SHOWN_AT_MOST]}…"
