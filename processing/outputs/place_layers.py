# SPDX-License-Identifier: GPL-2.0-or-later
"""The status of places as headline and layers: STATUS and LOG."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from .features import FrameGeometries, qgs_features
from .fields.places import PLACE_LOG, PLACE_STATUS
from .place_rows import STATUSES, PlacesResult, log_rows, status_rows
from .results import Output


def headline(result: PlacesResult, side: str) -> str:
    """Return the result in one or two sentences. `side` is its name; empty for “the side”."""
    tr = QCoreApplication.translate
    on = result.asked[-1][0]
    numbers = {**dict(zip(STATUSES[1:], result.counts())), "count": len(result.names)}
    unnamed = tr(
        "FrontlineChange",
        "On {date} the side held {whole} of {count} places as a whole, {most} by at least 95 %, {half} by at least "
        "half, and part of {entered}.",
    )
    named = tr(
        "FrontlineChange",
        "On {date} {side} held {whole} of {count} places as a whole, {most} by at least 95 %, {half} by at least "
        "half, and part of {entered}.",
    )
    text = (named if side else unnamed).format(
        side=side,
        date=formatting.instant_text(result.series.instants[on]),
        **{name: formatting.count(number) for name, number in numbers.items()},
    )
    return " ".join(filter(None, (text, _latest(result, on))))


def _latest(result: PlacesResult, on: int) -> str:
    """The place that was wholly taken last until a map, with the two maps; empty for none."""
    from ...core.change.place_history import WHOLE

    at = result.history.first_reached(WHOLE, on)
    if not at.any():
        return ""
    place = int(at.argmax())
    text = QCoreApplication.translate(
        "FrontlineChange", "The latest to be taken as a whole was {place}, between {before} and {after}."
    )
    instants = result.series.instants
    before, after = (formatting.instant_text(instants[number]) for number in (at[place] - 1, at[place]))
    return text.format(place=result.names[place], before=before, after=after)


def outputs(result: PlacesResult, geometries: FrameGeometries, *, with_log: bool) -> Iterator[Output]:
    """Yield STATUS, and LOG where it is wanted."""
    from ...core.libraries import shapely

    tr = QCoreApplication.translate
    points = geometries(shapely.points(result.points))
    yield Output(
        "STATUS",
        PLACE_STATUS,
        QgsWkbTypes.Type.Point,
        tr("FrontlineChange", "Status of places {dates}").format(dates=result.series.dates),
        "place_status",
        qgs_features(
            PLACE_STATUS,
            status_rows(result),
            points * len(result.asked),
        ),
    )
    if with_log:
        yield Output(
            "LOG",
            PLACE_LOG,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Log of places {dates}").format(dates=result.series.dates),
            None,
            qgs_features(PLACE_LOG, log_rows(result)),
        )
