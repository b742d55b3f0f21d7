# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors that carry facts, not tracebacks: what is wrong, where, and what to do about it."""

from __future__ import annotations

from typing import Any


class FrontlineError(Exception):
    """Something the user can understand and mend.

    `template` is the English sentence with names in braces and `facts` what stands for them, so that the sentence can
    be translated before it is filled in. `str(error)` is the filled-in English sentence.
    """

    def __init__(self, template: str, **facts: Any) -> None:
        super().__init__(template.format(**facts) if facts else template)
        self.template = template
        self.facts = facts


class InputError(FrontlineError):
    """The data cannot be measured as they are; the message names the layer and the way out."""


class CheckError(FrontlineError):
    """Areas that must be equal differ, also when computed a second way. `before` and `after` name the two maps."""

    def __init__(self, before: str, after: str, found_m2: float, expected_m2: float) -> None:
        super().__init__(
            "What changed from {before} to {after} does not add up: {found_km2} km² where {expected_km2} km² must be, "
            "also when computed a second way. Repair the two maps and the sectors (“Fix geometries”), or leave one of "
            "the maps out.",
            before=before or "the map before",
            after=after or "the map after",
            found_km2=f"{found_m2 / 1e6:.6f}",
            expected_km2=f"{expected_m2 / 1e6:.6f}",
        )


class LibraryError(FrontlineError, ImportError):
    """shapely or pyproj is missing, too old, or would clash with QGIS's own copy.

    `library` is its name, `reason` one of `missing`, `old`, `broken`, `clash`; `found` the version met,
    `needed` the least one that does, `origin` its folder, `host` QGIS's GEOS, `detail` what else is known.
    All are texts, empty where unknown, so that a translated message can be written from them.
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
