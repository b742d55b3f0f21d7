# SPDX-License-Identifier: GPL-2.0-or-later
"""What the bounds of net change by class rest on: the areas of their classes at the ends of periods."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeedback

from ...core.errors import InputError
from ..inputs.series_reader import SeriesReader

if TYPE_CHECKING:
    import numpy as np

    from ...core.maps.periods import Period
    from ...core.sectors.partition import Partition


class Quiet(QgsProcessingFeedback):
    """Heeds a cancel and says nothing: what is read a second time has been told of already."""

    def __init__(self, heard: QgsProcessingFeedback) -> None:
        super().__init__(False)
        self._heard = heard

    def isCanceled(self) -> bool:
        """Return whether the run was cancelled."""
        return self._heard.isCanceled()

    def pushWarning(self, warning: str) -> None:
        """Say nothing."""


def held_at_ends_m2(
    reader: SeriesReader, classes: tuple[str, ...], periods: Iterable[Period], partition: Partition
) -> dict[int, np.ndarray]:
    """Return the area of some classes per row at the maps that begin and end periods, by the map's place in the series.

    `reader` has surveyed the series for other classes; its frame is used.
    """
    import numpy as np

    again = SeriesReader(reader.layer, classes, Quiet(reader.feedback), reader.date_field, reader.class_field)
    places = sorted({place for period in periods for place in (period.first, period.last) if place is not None})
    try:
        again.survey()
    except InputError:  # no map has any of these classes
        return dict.fromkeys(places, np.zeros(len(partition.row_names)))
    again.frame, again.instants = reader.frame, [reader.instants[place] for place in places]
    found: dict[int, np.ndarray] = {}
    known, area_m2 = None, None
    for place, held in zip(places, again.held_areas()):
        if held is not known:
            known, area_m2 = held, partition.area_per_row_m2(held.geometry)
        found[place] = area_m2
    return found
