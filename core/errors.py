# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors with facts instead of tracebacks: what is wrong, in which layer or feature, and what to do."""

from __future__ import annotations

from math import isfinite
from typing import Any

from .units import KM2


class FrontlineError(Exception):
    """Something that the user can understand and repair.

    `template` is the English message with names in braces, and `facts` are their values, so that the message can be
    translated before it is filled in. `str(error)` is the filled-in English message.
    """

    def __init__(self, template: str, **facts: Any) -> None:
        super().__init__(template.format(**facts) if facts else template)
        self.template = template
        self.facts = facts


class InputError(FrontlineError):
    """The data cannot be measured as they are; the message names the layer and what to do.

    Also raised for a distance, a rate or a threshold that is NaN or infinite.
    """


def require_finite(**numbers: float) -> None:
    """Raise InputError, naming the number, for NaN and infinity: every comparison with NaN is silently false."""
    for name, number in numbers.items():
        if not isfinite(number):
            raise InputError("{name} is {number}. It must be a finite number.", name=name, number=number)


class CheckError(FrontlineError):
    """Areas that must be equal differ, even by the second method. `before` and `after` name the two maps."""

    def __init__(self, before: str, after: str, found_m2: float, expected_m2: float) -> None:
        super().__init__(
            "The change from {before} to {after} does not add up: {found_km2} km² instead of {expected_km2} km², "
            "with either method. Repair the two maps and the sectors (“Fix geometries”), or leave one of "
            "the maps out.",
            before=before or "the map before",
            after=after or "the map after",
            found_km2=f"{found_m2 / KM2:.6f}",
            expected_km2=f"{expected_m2 / KM2:.6f}",
        )


class GeosError(FrontlineError):
    """A result of GEOS that a check shows to be wrong, and no other method gives a right one; the message says why."""


class LibraryError(FrontlineError, ImportError):
    """shapely or pyproj is missing, too old, or would clash with QGIS's own copy.

    `library` is its name, `reason` one of `missing`, `old`, `broken`, `clash`; `found` is the installed version,
    `needed` the minimum version, `origin` its folder, `host` QGIS's GEOS, `detail` other information. All are strings,
    empty if unknown, for use in a translated message.
    """

    def __init__(
        self,
        library: str,
        reason: str,
        message: str,
        found: str = "",
        needed: str = "",
        origin: str = "",
        host: str = "",
        detail: str = "",
    ) -> None:
        super().__init__(message)
        self.library = library
        self.reason = reason
        self.found = found
        self.needed = needed
        self.origin = origin
        self.host = host
        self.detail = detail
