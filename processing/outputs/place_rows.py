# SPDX-License-Identifier: GPL-2.0-or-later
"""The history of places as table rows: their status on a map, and the log of its changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...core.units import KM, KM2
from .features import number_or_none

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.place_distances import PlaceDistances
    from ...core.change.place_history import PlaceHistory
    from ..inputs.series import Series
    from .place_doubts import MapDoubts

STATUSES = ("none", "entered", "half", "most", "whole")


@dataclass(frozen=True)
class PlacesResult:
    """The places (n,) of a run with their history.

    `asked` has the number of a map and the date it stands for (None without DATES), in time order; `distances` are
    those on these maps. `left_out` is the number of features that are no places. `standard_error_m2` gives the standard
    error of held areas from the boundary inside them in metres.
    """

    series: Series
    names: Sequence[str]
    left_out: int
    points: np.ndarray
    history: PlaceHistory
    doubts: MapDoubts
    asked: Sequence[tuple[int, datetime | None]]
    distances: Mapping[int, PlaceDistances]
    has_theatre: bool
    standard_error_m2: Callable[[np.ndarray], np.ndarray]

    def counts(self) -> list[int]:
        """Return how many places have each status after `none`, or a higher one, on the last map asked for."""
        level = levels(self.history.share(self.asked[-1][0]))
        return [int((level >= least).sum()) for least in range(1, len(STATUSES))]


def status_numbers() -> dict[str, float]:
    """Return the least share of a place by status."""
    from ...core.change.place_history import ENTERED, HALF, MOST, WHOLE

    return dict(zip(STATUSES[1:], (ENTERED, HALF, MOST, WHOLE)))


def levels(share: np.ndarray) -> np.ndarray:
    """Return the index in STATUSES of shares (n,)."""
    import numpy as np

    return np.searchsorted(list(status_numbers().values()), share, side="right")


def status_rows(result: PlacesResult) -> Iterator[dict[str, Any]]:
    """Yield the fields of STATUS for each date asked for, one place at a time."""
    following = [result.series.instants[on] for on, _ in result.asked[1:]]
    for (on, asked_for), until in zip(result.asked, [*following, None]):
        yield from _rows_of_map(result, on, {"asked_for": asked_for, "until": until})


def _rows_of_map(result: PlacesResult, on: int, same: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The fields of STATUS as of a map, one place at a time; those of `same` are the same for all places."""
    history, distances, instants = result.history, result.distances[on], result.series.instants
    share = history.share(on)
    reached = {
        "first_entry" if status == "entered" else status: history.first_reached(least, on)
        for status, least in status_numbers().items()
    }
    reached["last_change"] = history.last_change(on)
    columns = {
        "held_share": share,
        "held_share_se": result.standard_error_m2(distances.boundary_m) / history.area_m2,
        "held_km2": history.held_m2(on) / KM2,
        "area_km2": history.area_m2 / KM2,
        "start_share": history.share(0),
        "changes": history.times_changed(on),
        "distance_to_front_km": distances.front_m / KM,
        "distance_to_held_km": distances.held_m / KM,
    }
    lists = {name: column.tolist() for name, column in columns.items()}
    maps = {name: numbers.tolist() for name, numbers in reached.items()}
    for index, (name, level) in enumerate(zip(result.names, levels(share).tolist())):
        yield {
            "place": name,
            "date": instants[on],
            **same,
            "status": STATUSES[level],
            **{field: number_or_none(values[index]) for field, values in lists.items()},
            "changes": lists["changes"][index],
            **{field: instants[at[index]] if at[index] else None for field, at in maps.items()},
            **{f"{field}_before": instants[at[index] - 1] if at[index] else None for field, at in maps.items()},
            "warning": result.doubts.text(at[index] for at in maps.values()),
        }


def _changes_of_status(history: PlaceHistory) -> np.ndarray:
    """The indices of the changes with which a place has another status, by time and then by place."""
    import numpy as np

    before, after = map(levels, history.shares_of_changes)
    changed = np.flatnonzero(before != after)
    return changed[np.argsort(history.at[changed], kind="stable")]


def log_rows(result: PlacesResult) -> Iterator[dict[str, Any]]:
    """Yield the fields of LOG: one row for each change of status, by time and then by place."""
    import numpy as np

    history, instants = result.history, result.series.instants
    share_before, share_after = history.shares_of_changes
    for change in _changes_of_status(history).tolist():
        place, at = int(history.place[change]), int(history.at[change])
        shares = np.array([share_before[change], share_after[change]])
        before, after = (STATUSES[level] for level in levels(shares).tolist())
        yield {
            "date_before": instants[at - 1],
            "date_after": instants[at],
            "place": result.names[place],
            "change": "gained" if shares[1] > shares[0] else "lost",
            "status_before": before,
            "status_after": after,
            "share_before": float(shares[0]),
            "share_after": float(shares[1]),
            "warning": result.doubts.text([at]),
        }
