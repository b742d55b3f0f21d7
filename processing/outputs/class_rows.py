# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes over time as table rows: the area of every class at both ends of each period, and the transitions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.maps.snapshots import CONTROL_CLASSES
from .change_rows import KM2
from .fields.classes import CLASS_AREAS
from .transition_rows import transition_rows

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.transitions import Transitions
    from .series_rows import PeriodTable

HELD, CONTESTED, CLAIMED = "held", "contested", "claimed"


def class_area_rows(
    tables: Sequence[PeriodTable],
    found: Sequence[Transitions | None],
    sectors: Sequence[str],
    classes: Sequence[str],
) -> Iterator[dict[str, Any]]:
    """Yield the fields of CLASS_AREAS, period by period and sector by sector.

    `found` are the transitions of each period, `classes` those that the maps have; the fields of others are null.
    """
    for table, transitions in zip(tables, found):
        same = {
            **dict.fromkeys(CLASS_AREAS),
            "period": table.period.name,
            "complete": table.period.complete,
            **(table.dates.values if table.dates else {}),
        }
        for row, sector in enumerate(sectors):
            values = {} if transitions is None else _values(transitions, row, classes)
            texts = filter(None, (table.warning, sign_warning(values)))
            yield {**same, "sector": sector, **values, "warning": "; ".join(texts) or None}


def series_transition_rows(
    tables: Sequence[PeriodTable], found: Sequence[Transitions | None], sectors: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Yield the fields of TRANSITIONS with the period: a row for each period, sector, class before and class after."""
    for table, transitions in zip(tables, found):
        if transitions is not None and table.dates is not None:
            for row in transition_rows(transitions, sectors, table.dates):
                yield {"period": table.period.name, **row}


def sign_warning(nets_km2: Mapping[str, float]) -> str:
    """Return a warning where net of held ground alone and with contested ground differ in sign as printed; else ''."""
    alone_km2, both_km2 = (nets_km2.get(name, 0.0) for name in ("net_held_km2", "net_held_contested_km2"))
    if alone_km2 * both_km2 >= 0 or min(abs(alone_km2), abs(both_km2)) < formatting.NOTHING_BELOW:
        return ""
    text = QCoreApplication.translate(
        "FrontlineChange",
        "held ground alone changed by {alone}, held and contested ground together by {both}: state which one is meant",
    )
    return text.format(
        alone=formatting.area_text(alone_km2, signed=True), both=formatting.area_text(both_km2, signed=True)
    )


def net_of_whole_km2(found: Transitions) -> dict[str, float]:
    """Return the net changes of all rows together: fields of CLASS_AREAS."""
    return _nets_km2((found.after_m2 - found.before_m2).sum(axis=0), CONTROL_CLASSES)


def _values(found: Transitions, row: int, classes: Sequence[str]) -> dict[str, float]:
    """The areas of the classes in a row at both ends, and the net changes."""
    values: dict[str, float] = {}
    for name in classes:
        number = CONTROL_CLASSES.index(name)
        values[f"{name}_before_km2"] = float(found.before_m2[row, number]) / KM2
        values[f"{name}_after_km2"] = float(found.after_m2[row, number]) / KM2
    return values | _nets_km2(found.after_m2[row] - found.before_m2[row], classes)


def _nets_km2(nets_m2: np.ndarray, classes: Sequence[str]) -> dict[str, float]:
    """The net changes of held, contested and claimed ground, from those of all classes (classes,)."""
    net_km2 = {name: float(own_m2) / KM2 for name, own_m2 in zip(CONTROL_CLASSES, nets_m2)}
    values = {f"net_{name}_km2": net_km2[name] for name in (HELD, CONTESTED, CLAIMED) if name in classes}
    if CONTESTED in classes:
        values["net_held_contested_km2"] = net_km2[HELD] + net_km2[CONTESTED]
    return values
