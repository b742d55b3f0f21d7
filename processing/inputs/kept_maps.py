# SPDX-License-Identifier: GPL-2.0-or-later
"""Snapshots kept between survey and cleaning, so that each file is read once, in bounded memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...core.maps.snapshots import Snapshot

KEPT_AT_MOST_BYTES = 128_000_000


@dataclass
class KeptMaps:
    """The snapshots of maps by the maps' numbers, as WKB: polygons that several maps draw alike are kept once.

    Maps after the limit are not kept and must be read again.
    """

    limit_bytes: int = KEPT_AT_MOST_BYTES
    _kept: dict[int, list[tuple[Snapshot, dict[str, list[bytes]]]]] = field(default_factory=dict)
    _known: dict[bytes, bytes] = field(default_factory=dict)
    _size_bytes: int = 0

    def keep(self, number: int, snapshots: Sequence[Snapshot]) -> None:
        """Keep the snapshots of a map, without the attributes of its features."""
        from ...core.libraries import shapely

        if self._size_bytes > self.limit_bytes:
            return
        self._kept[number] = [
            (
                replace(one, polygons={}, attributes=()),
                {key: [self._shared(wkb) for wkb in shapely.to_wkb(found)] for key, found in one.polygons.items()},
            )
            for one in snapshots
        ]

    def take(self, number: int) -> list[Snapshot] | None:
        """Return the snapshots of a map, and keep them no longer; None if they were not kept."""
        from ...core.libraries import shapely

        kept = self._kept.pop(number, None)
        if kept is None:
            return None
        return [
            replace(one, polygons={key: shapely.from_wkb(found) for key, found in polygons.items()})
            for one, polygons in kept
        ]

    def _shared(self, wkb: bytes) -> bytes:
        """The same bytes as kept for an earlier map, if there are any."""
        known = self._known.setdefault(wkb, wkb)
        if known is wkb:
            self._size_bytes += len(wkb)
        return known
