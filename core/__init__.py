# SPDX-License-Identifier: GPL-2.0-or-later
"""The calculations of Frontline Change: plain Python on numpy, shapely and pyproj. No QGIS, no Qt.

The names below are the public interface. `api` documents them and is imported when one of them is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import (
        Area,
        CapturedGround,
        Change,
        DatedMap,
        InputError,
        MapWarning,
        PeriodChange,
        SectorChange,
        Sectors,
        capture_dates,
        measure_change,
        measure_series,
        read_map,
        read_maps,
        read_sectors,
    )

__all__ = (
    "Area",
    "CapturedGround",
    "Change",
    "DatedMap",
    "InputError",
    "MapWarning",
    "PeriodChange",
    "SectorChange",
    "Sectors",
    "capture_dates",
    "measure_change",
    "measure_series",
    "read_map",
    "read_maps",
    "read_sectors",
)


def __getattr__(name: str) -> Any:
    """Import the public interface, and with it numpy and shapely, on first use of a name (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(".api", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public interface too."""
    return sorted({*globals(), *__all__})
