# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of the parameters that measurements share: classes, sectors, distances and errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...core.errors import InputError
from ..parameters.measuring import (
    CLASSES,
    CORRELATION_LENGTH,
    EDGE_TOLERANCE,
    NOISE_WIDTH,
    PLACE_FIELD,
    POSITION_ERROR,
    SECTOR_FIELD,
)
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.context import Settings


@dataclass(frozen=True)
class Options:
    """The user's options for a measurement, distances in metres."""

    classes: tuple[str, ...]
    sector_field: str | None
    place_field: str | None
    edge_tolerance_m: float
    position_error_m: float
    correlation_length_m: float
    noise_width_m: float

    @property
    def settings(self) -> Settings:
        """The numbers as settings of core."""
        from ...core.context import Settings

        return Settings(self.edge_tolerance_m, self.position_error_m, self.correlation_length_m, self.noise_width_m)

    def facts(self) -> dict[str, Any]:
        """The choices for the method card."""
        return {
            "classes": list(self.classes),
            "edge_tolerance_m": self.edge_tolerance_m,
            "position_error_m": self.position_error_m,
            "correlation_length_m": self.correlation_length_m,
            "noise_width_m": self.noise_width_m,
        }


def read_options(parameters: RunParameters) -> Options:
    """Return the values of the shared parameters that the algorithm has. Raises InputError when no class is chosen."""
    classes = parameters.choices(CLASSES)
    if not classes:
        raise InputError("No control class is chosen in CLASSES. Choose at least one, usually “held”.")

    def metres(name: str) -> float:
        return parameters.number(name) if name in parameters else 0.0

    return Options(
        classes=classes,
        sector_field=parameters.field(SECTOR_FIELD),
        place_field=parameters.field(PLACE_FIELD),
        edge_tolerance_m=metres(EDGE_TOLERANCE),
        position_error_m=metres(POSITION_ERROR),
        correlation_length_m=metres(CORRELATION_LENGTH),
        noise_width_m=metres(NOISE_WIDTH),
    )
