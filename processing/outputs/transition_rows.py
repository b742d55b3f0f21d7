# SPDX-License-Identifier: GPL-2.0-or-later
"""Transitions of classes as table rows: by sector and pair of classes, as a matrix, and by fragment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .change_rows import KM2, MapDates
from .fields.classes import TRANSITION_MATRIX

if TYPE_CHECKING:
    from ...core.change.transitions import Transitions

TOTAL = "total"


def transition_rows(found: Transitions, sectors: Sequence[str], dates: MapDates) -> Iterator[dict[str, Any]]:
    """Yield the fields of TRANSITIONS: a row for each sector, class before and class after."""
    from ...core.change.transitions import CLASSES

    for sector, areas_m2 in zip(sectors, found.matrix_m2):
        for before, row_m2 in zip(CLASSES, areas_m2):
            for after, area_m2 in zip(CLASSES, row_m2.tolist()):
                yield {
                    "sector": sector,
                    "class_before": before,
                    "class_after": after,
                    "area_km2": area_m2 / KM2,
                    **dates.values,
                }


def matrix_rows(found: Transitions) -> Iterator[dict[str, Any]]:
    """Yield the rows of MATRIX; ground of no class on both dates is unbounded, so its cell and total stay empty."""
    import numpy as np

    from ...core.change.transitions import CLASSES

    whole_m2 = found.matrix_m2.sum(axis=0)
    whole_m2[-1, -1] = np.nan
    with_totals = np.column_stack([whole_m2, whole_m2.sum(axis=1)])
    with_totals = np.vstack([with_totals, with_totals.sum(axis=0)])
    names = list(TRANSITION_MATRIX)[1:]
    for before, row_m2 in zip((*CLASSES, TOTAL), with_totals):
        yield {"class_before": before, **dict(zip(names, (row_m2 / KM2).tolist()))}


def fragment_rows(
    found: Transitions, sectors: Sequence[str], dates: MapDates, listed: Iterable[int]
) -> Iterator[dict[str, Any]]:
    """Yield the fields of GROUND for the listed fragments."""
    from ...core.change.transitions import CLASSES

    for index in listed:
        yield {
            "sector": sectors[found.row[index]],
            "class_before": CLASSES[found.before[index]],
            "class_after": CLASSES[found.after[index]],
            "area_km2": float(found.area_m2[index]) / KM2,
            **dates.values,
        }
