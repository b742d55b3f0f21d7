# SPDX-License-Identifier: GPL-2.0-or-later
"""Warnings about maps that can hardly be right, as texts with map, date and figure; core decides which they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from .. import formatting
from ..core.units import KM, KM2

if TYPE_CHECKING:
    from ..core.arrays import Numbers
    from ..core.change.pair import Measurement
    from ..core.front.zone import Zone
    from ..core.geometry.edges import Edges
    from ..core.geometry.geodesy import Frame
    from ..core.maps.plausibility import AreaJump, DecisiveStep, FarDate
    from .progress import Progress

HELD = "held"
NOTHING_M2 = 1.0
SHOWN_AT_MOST = 10


def map_doubts(instants: Sequence[datetime], area_m2: Numbers) -> Iterator[tuple[int, str]]:
    """Yield the warnings about maps of a series, each with a step that it concerns: the index of its later map.

    `area_m2` (n,) is the held area of each map. A map in which nothing is held has a warning elsewhere.
    """
    from ..core.maps.plausibility import area_jumps, days_of, far_dates

    days = days_of(instants)
    for jump in area_jumps(days, area_m2):
        if min(jump.before_m2, jump.here_m2) >= NOTHING_M2:
            for step in (jump.index,) if jump.back_m2 is None else (jump.index, jump.index + 1):
                yield step, jump_text(jump, instants)
    for far in far_dates(days):
        for step in (far.index, far.index + 1):
            yield step, far_date_text(far, instants)


def log_doubts(log: Sequence[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Yield the warnings about prepared snapshots, each with the index of its row of LOG; each source is a series."""
    import numpy as np

    from ..core.maps.plausibility import area_jumps, days_of, far_dates
    from ..core.maps.snapshots import CONTROL_CLASSES

    for source in dict.fromkeys(row["source"] for row in log):
        rows = [index for index, row in enumerate(log) if row["source"] == source]
        instants = [log[index]["date"] for index in rows]
        days = days_of(instants)
        for key in CONTROL_CLASSES[:-1]:  # `other` is land elsewhere in the world
            area_m2 = np.array([(log[index][f"{key}_clean_km2"] or 0.0) * KM2 for index in rows])
            for jump in area_jumps(days, area_m2, is_held=key == HELD):
                if key != HELD or min(jump.before_m2, jump.here_m2) >= NOTHING_M2:
                    yield rows[jump.index], jump_text(jump, instants, key)
        for far in far_dates(days):
            yield rows[far.index], far_date_text(far, instants)


def jump_text(jump: AreaJump, instants: Sequence[datetime], control_class: str = HELD) -> str:
    """Return which map has an area far from that of its neighbours, with the areas and the usual step."""
    tr = QCoreApplication.translate
    if jump.back_m2 is None:
        text = tr(
            "FrontlineChange",
            "the area of class “{class_name}” goes from {before} ({date_before}) to {here} ({date}){usual}: one of "
            "these maps may be incomplete or read wrongly",
        )
    else:
        text = tr(
            "FrontlineChange",
            "the area of class “{class_name}” goes from {before} ({date_before}) to {here} ({date}) and back to {back} "
            "({date_after}){usual}: the map of {date} may be incomplete or read wrongly",
        )
    usual = ""
    if jump.times is not None and jump.usual_m2 is not None:
        usual = tr("FrontlineChange", ", {times} times the usual change of {area}").format(
            times=formatting.number(jump.times, 0), area=formatting.area_text(jump.usual_m2 / KM2)
        )
    return text.format(
        class_name=control_class,
        before=formatting.area_text(jump.before_m2 / KM2),
        here=formatting.area_text(jump.here_m2 / KM2),
        back="" if jump.back_m2 is None else formatting.area_text(jump.back_m2 / KM2),
        date_before=formatting.iso_day(instants[jump.index - 1]),
        date=formatting.iso_day(instants[jump.index]),
        date_after="" if jump.back_m2 is None else formatting.iso_day(instants[jump.index + 1]),
        usual=usual,
    )


def sign_text(low_km2: float | None, high_km2: float | None) -> str:
    """Return that the two bounds of net by class differ in sign as printed, with both; empty if they do not."""
    if low_km2 is None or high_km2 is None or low_km2 * high_km2 >= 0:
        return ""
    if min(abs(low_km2), abs(high_km2)) < formatting.NOTHING_BELOW:
        return ""
    return QCoreApplication.translate(
        "FrontlineChange",
        "net of held ground alone is {low}, with contested and claimed ground {high}: state which one is meant",
    ).format(low=formatting.area_text(low_km2, signed=True), high=formatting.area_text(high_km2, signed=True))


def sign_doubts(bounds_km2: Mapping[str, Numbers]) -> list[str]:
    """Return the warning about bounds of net by class, each with a value per row, that differ in sign for the whole."""
    text = sign_text(*(float(values.sum()) for values in bounds_km2.values())) if bounds_km2 else ""
    return [f"{text[:1].upper()}{text[1:]}."] if text else []


def far_date_text(far: FarDate, instants: Sequence[datetime]) -> str:
    """Return which map is alone in time, and by how much."""
    return QCoreApplication.translate(
        "FrontlineChange",
        "the map of {date} is {gap} days from the nearest other map, the usual step is {usual}: check its year and "
        "month",
    ).format(
        date=formatting.iso_day(instants[far.index]),
        gap=formatting.number(far.gap_days, 0),
        usual=formatting.significant(round(far.usual_days, 1)),
    )


def decisive_step_text(step: DecisiveStep, instants: Sequence[datetime]) -> str:
    """Return which step makes most of a period's net change."""
    return QCoreApplication.translate(
        "FrontlineChange",
        "{area} of the net change of {net} come from one step, {date_before} to {date}, {times} times the usual one: "
        "compare these two maps",
    ).format(
        area=formatting.area_text(step.step_m2 / KM2, signed=True),
        net=formatting.area_text(step.net_m2 / KM2, signed=True),
        date_before=formatting.iso_day(instants[step.index - 1]),
        date=formatting.iso_day(instants[step.index]),
        times=formatting.number(step.times, 0),
    )


def outside_texts(gained_m2: Numbers, lost_m2: Numbers) -> Iterator[str]:
    """Yield which part of the gain and of the loss lies outside all sectors where it is more than 2 %.

    Both have a value per row, the last of them outside all sectors.
    """
    from ..core.maps.plausibility import misses_ground

    tr = QCoreApplication.translate
    for area_m2, text in (
        (gained_m2, tr("FrontlineChange", "{area} of the {whole} gained ({share} %) lie outside all sectors")),
        (lost_m2, tr("FrontlineChange", "{area} of the {whole} lost ({share} %) lie outside all sectors")),
    ):
        outside_m2, whole_m2 = float(area_m2[-1]), float(area_m2.sum())
        if len(area_m2) > 1 and misses_ground(outside_m2, whole_m2):
            yield text.format(
                area=formatting.area_text(outside_m2 / KM2),
                whole=formatting.area_text(whole_m2 / KM2),
                share=formatting.number(100 * outside_m2 / whole_m2, 1),
            )


def pair_doubts(change: Measurement, days: float) -> list[str]:
    """Return the warnings about two maps: too much moved, most of it apart, ground outside all sectors."""
    from ..core.maps.plausibility import is_mostly_apart, moved_too_much

    tr = QCoreApplication.translate
    before_m2, after_m2, gained_m2, lost_m2, apart_m2 = (
        float(area_m2.sum())
        for area_m2 in (
            change.held_before_m2,
            change.held_after_m2,
            change.gained_m2,
            change.lost_m2,
            change.lodgement_m2,
        )
    )
    held_m2, found = max(before_m2, after_m2), []
    for moved_m2, text in (
        (
            gained_m2,
            tr(
                "FrontlineChange",
                "{area} gained in {days} are {share} % of the {held} held ({before} before, {after} after): one of the "
                "maps may be incomplete or read wrongly.",
            ),
        ),
        (
            lost_m2,
            tr(
                "FrontlineChange",
                "{area} lost in {days} are {share} % of the {held} held ({before} before, {after} after): one of the "
                "maps may be incomplete or read wrongly.",
            ),
        ),
    ):
        if min(before_m2, after_m2) >= NOTHING_M2 and moved_too_much(days, moved_m2, held_m2):
            found.append(
                text.format(
                    area=formatting.area_text(moved_m2 / KM2),
                    days=formatting.days_text(days),
                    share=formatting.number(100 * moved_m2 / held_m2, 0),
                    held=formatting.area_text(held_m2 / KM2),
                    before=formatting.area_text(before_m2 / KM2),
                    after=formatting.area_text(after_m2 / KM2),
                )
            )
    if before_m2 >= NOTHING_M2 and is_mostly_apart(apart_m2, gained_m2):
        text = tr(
            "FrontlineChange",
            "{area} of the {whole} gained touch no ground held before: the map before may be incomplete, or HOME is "
            "missing.",
        )
        found.append(
            text.format(area=formatting.area_text(apart_m2 / KM2), whole=formatting.area_text(gained_m2 / KM2))
        )
    outside = outside_texts(change.gained_m2, change.lost_m2)
    return [*found, *(f"{text[:1].upper()}{text[1:]}." for text in outside)]


def edge_front_texts(
    ends: tuple[Edges, Edges],
    instants: tuple[datetime, datetime],
    theatre: Any | None,
    zone: Zone | None,
    frame: Frame,
    progress: Progress,
) -> list[str]:
    """Return the warning about front along the theatre's edge that never moves; `ends` are the first and last map's."""
    from ..core.front.edge_front import LEAST_DAYS, NEAR_IN_TOLERANCES, unmoved_along_edge

    days = (instants[1] - instants[0]).total_seconds() / 86400
    if theatre is None or zone is None or days < LEAST_DAYS:
        return []
    found = progress.call(unmoved_along_edge, *ends, theatre, zone, frame)
    if found is None:
        return []
    text = QCoreApplication.translate(
        "FrontlineChange",
        "{length} of the front run along the theatre's edge, nearer than {near} to it, and did not move from {first} "
        "to {last} (longest: {longest}, at {place}). Where the border or coast of the maps is not that of THEATRE, "
        "this is no front: compare the two, or choose an EDGE_TOLERANCE above {tolerance}.",
    )
    lon, lat = frame.unproject(found.point[None, :])[0].tolist()
    return [
        text.format(
            length=formatting.depth_text(found.length_m / KM),
            near=formatting.metres_text(NEAR_IN_TOLERANCES * zone.edge_tolerance_m),
            first=formatting.iso_day(instants[0]),
            last=formatting.iso_day(instants[1]),
            longest=formatting.depth_text(found.longest_m / KM),
            place=f"{lat:.2f}, {lon:.2f}",
            tolerance=formatting.metres_text(zone.edge_tolerance_m),
        )
    ]


def warn_of_all(texts: Sequence[str], progress: Progress) -> None:
    """Show the first warnings, and how many more there are."""
    for text in texts[:SHOWN_AT_MOST]:
        progress.warn(text)
    if len(texts) > SHOWN_AT_MOST:
        more = QCoreApplication.translate(
            "FrontlineChange", "More warnings of this kind: {count}; the results list them all."
        )
        progress.warn(more.format(count=len(texts) - SHOWN_AT_MOST))
