# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of the parameters that measurements share: classes, sectors, distances and errors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...core.maps.error_presets import ERROR_PRESETS, ONE_PUBLISHER, TWO_PUBLISHERS, ErrorPreset
from ..parameters.measuring import (
    CLASSES,
    CORRELATION_LENGTH,
    EDGE_TOLERANCE,
    ERROR_PRESET,
    NEAREST_SECTOR_WITHIN,
    NOISE_WIDTH,
    OWN,
    PLACE_FIELD,
    POSITION_ERROR,
    SECTOR_FIELD,
)
from ..progress import Progress
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.context import Settings


@dataclass(frozen=True)
class Options:
    """The user's options for a measurement, distances in metres.

    `error_preset` is that of the errors; empty for an algorithm without errors. `chose_errors` is whether the user
    chose them, rather than leaving them to the publishers of the maps.
    """

    classes: tuple[str, ...]
    sector_field: str | None
    place_field: str | None
    edge_tolerance_m: float
    position_error_m: float
    correlation_length_m: float
    noise_width_m: float
    error_preset: str = ""
    chose_errors: bool = True
    nearest_sector_within_m: float = 0.0

    @property
    def settings(self) -> Settings:
        """The numbers as settings of core."""
        from ...core.context import Settings

        return Settings(self.edge_tolerance_m, self.position_error_m, self.correlation_length_m, self.noise_width_m)

    def facts(self) -> dict[str, Any]:
        """The choices for the method card."""
        return {
            "classes": list(self.classes),
            "nearest_sector_within_m": self.nearest_sector_within_m,
            "edge_tolerance_m": self.edge_tolerance_m,
            **({"error_preset": self.error_preset} if self.error_preset else {}),
            "position_error_m": self.position_error_m,
            "correlation_length_m": self.correlation_length_m,
            "noise_width_m": self.noise_width_m,
        }

    def for_publishers(self, publishers: Iterable[str], progress: Progress) -> Options:
        """Return the options for maps by these publishers: where they are several, errors that nobody chose are larger.

        Warns of the larger errors.
        """
        names = list(dict.fromkeys(publishers))
        if self.chose_errors or len(names) < 2:
            return self
        preset = ERROR_PRESETS[TWO_PUBLISHERS]
        text = QCoreApplication.translate(
            "FrontlineChange",
            "The maps are by several publishers ({publishers}), who draw the same front differently: the errors are "
            "those of ERROR_PRESET {preset} (position error {error} m over {length} m along the line). Choose an "
            "ERROR_PRESET to decide yourself.",
        )
        progress.warn(
            text.format(
                publishers=", ".join(names),
                preset=TWO_PUBLISHERS,
                error=formatting.significant(preset.position_error_m),
                length=formatting.significant(preset.correlation_length_m),
            )
        )
        return replace(self, error_preset=TWO_PUBLISHERS, **preset._asdict())


def read_options(parameters: RunParameters) -> Options:
    """Return the values of the shared parameters that the algorithm has. Raises InputError when no class is chosen."""
    classes = parameters.choices(CLASSES)
    if not classes:
        raise InputError("No control class is chosen in CLASSES. Choose at least one, usually “held”.")

    def metres(name: str) -> float:
        return parameters.number(name) if name in parameters else 0.0

    error_preset, chose_errors = _error_preset(parameters)
    own = ErrorPreset(metres(POSITION_ERROR), metres(CORRELATION_LENGTH))
    return Options(
        classes=classes,
        sector_field=parameters.field(SECTOR_FIELD),
        place_field=parameters.field(PLACE_FIELD),
        edge_tolerance_m=metres(EDGE_TOLERANCE),
        **ERROR_PRESETS.get(error_preset, own)._asdict(),
        noise_width_m=metres(NOISE_WIDTH),
        error_preset=error_preset,
        chose_errors=chose_errors,
        nearest_sector_within_m=metres(NEAREST_SECTOR_WITHIN),
    )


def _error_preset(parameters: RunParameters) -> tuple[str, bool]:
    """The preset of the errors, and whether the user chose it; an empty one for an algorithm without errors.

    A model or script from before ERROR_PRESET does not name it: any error that it gives is a choice. A dialog names
    everything, so that only a value other than the default is one.
    """
    if ERROR_PRESET not in parameters:
        return "", True
    if parameters.choice(ERROR_PRESET):
        return parameters.choice(ERROR_PRESET), True
    usual = ERROR_PRESETS[ONE_PUBLISHER]
    for name, usual_m in zip((POSITION_ERROR, CORRELATION_LENGTH), usual):
        if parameters.is_given(name) and not (parameters.is_named(ERROR_PRESET) and parameters.number(name) == usual_m):
            return OWN, True
    return ONE_PUBLISHER, False
