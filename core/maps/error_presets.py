# SPDX-License-Identifier: GPL-2.0-or-later
"""Position errors of drawn lines by what is compared. Light: a form lists the names without numpy."""

from __future__ import annotations

from typing import NamedTuple

ONE_PUBLISHER, TWO_PUBLISHERS = "one_publisher", "two_publishers"


class ErrorPreset(NamedTuple):
    """The position error of a line and the length along it over which errors agree, in metres."""

    position_error_m: float
    correlation_length_m: float


# Of maps by one publisher, fronts that were only redrawn come out significant in under 2 %. Over 24 months two
# publishers differed by 150 km² where the first preset says 37.
ERROR_PRESETS = {
    ONE_PUBLISHER: ErrorPreset(500.0, 5000.0),
    TWO_PUBLISHERS: ErrorPreset(1000.0, 20000.0),
}
