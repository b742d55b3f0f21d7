# SPDX-License-Identifier: GPL-2.0-or-later
"""The sides of a map by the field HOLDER_FIELD: their names, and which side each value of the field is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from ... import formatting
from ...core.errors import InputError
from ...core.maps.class_values import EMPTY, key_of, value_text
from ...core.units import KM2
from ..parameters.holders import HOLDER_FIELD
from ..parameters.maps import HELD_VALUES
from ..parameters.side import SIDE_NAME
from ..progress import Progress
from .run_parameters import RunParameters

if TYPE_CHECKING:
    from ...core.change.transition_series import LabelledMap

ONLY_SIDE = "held"
OTHER = "other"  # the class of all sides but the one that HELD_VALUES names
NOBODY = (EMPTY, "none")
SIDES_AT_MOST = 30  # a field with more values numbers or describes the polygons
OVERLAP_FROM_KM2 = 0.01


@dataclass(frozen=True)
class Sides:
    """The sides in the order of their names. Two spellings of a value are one side, as in HELD_VALUES."""

    names: tuple[str, ...]
    _number: Mapping[str, int] = field(repr=False)  # by the plain form of the value

    @classmethod
    def of(cls, values: Iterable[Any], field_name: str, layer: str) -> Sides:
        """Return the sides among the values of a field. Raises InputError for none, or for more than a map has."""
        spelt: dict[str, str] = {}
        for value in values:
            key = key_of(value)
            if key not in NOBODY:
                spelt[key] = min(spelt.get(key, value_text(value)), value_text(value))
        if not 0 < len(spelt) <= SIDES_AT_MOST:
            raise InputError(
                "Layer “{layer}”: field “{field}” has {count} different values, and sides are from 1 to {most}. Choose "
                "the field with the names of the sides as HOLDER_FIELD.",
                layer=layer,
                field=field_name,
                count=len(spelt),
                most=SIDES_AT_MOST,
            )
        keys = sorted(spelt, key=lambda key: (spelt[key], key))
        return cls(tuple(spelt[key] for key in keys), {key: number for number, key in enumerate(keys)})

    def of_value(self, value: Any) -> int | None:
        """Return the index of the side that a value is; None for nobody."""
        return self._number.get(key_of(value))


def only_side(parameters: RunParameters) -> tuple[str, ...]:
    """Return the name of the side where no field has the sides."""
    return (parameters.text(SIDE_NAME) or ONLY_SIDE,)


def check_held(
    layer: str, sides: Sides, held: Collection[Any], parameters: RunParameters, progress: Progress, *, is_classed: bool
) -> None:
    """Check the values of the features that count as held in the other results.

    Warns of features without a side, and of several sides that all count as held. Raises InputError for the latter
    where nothing says whether they should: neither classes in the map (`is_classed`) nor HELD_VALUES.
    """
    tr = QCoreApplication.translate
    found = {sides.of_value(value) for value in held}
    names = ", ".join(sides.names[number] for number in sorted(number for number in found if number is not None))
    if None in found:
        text = tr(
            "FrontlineChange",
            "Layer “{layer}”: features that count as held have no side in field “{field}” ({count}); in HOLDERS nobody "
            "holds their ground.",
        )
        count = sum(sides.of_value(value) is None for value in held)
        progress.warn(text.format(layer=layer, field=parameters.field(HOLDER_FIELD), count=count))
    if len(found - {None}) < 2:
        return
    if is_classed or parameters.is_given(HELD_VALUES):
        text = tr(
            "FrontlineChange",
            "Layer “{layer}”: several sides count as held: {names}. Only HOLDERS and EXCHANGES tell them apart; the "
            "other results are about them together.",
        )
        progress.warn(text.format(layer=layer, names=names))
        return
    raise InputError(
        "Layer “{layer}”: several sides count as held: {names}. Give HELD_VALUES the side that the other results are "
        "about, or all of them (*) if these shall be about all together.",
        layer=layer,
        names=names,
    )


def noting_overlaps(maps: Iterable[LabelledMap], found: list[tuple[float, str]]) -> Iterator[LabelledMap]:
    """Yield the same maps, and note the area in km² that several sides claim on each, with its name."""
    for one in maps:
        if one.overlap_m2 / KM2 >= OVERLAP_FROM_KM2:
            found.append((one.overlap_m2 / KM2, one.name))
        yield one


def warn_of_overlaps(found: Collection[tuple[float, str]], progress: Progress) -> None:
    """Warn of ground that several sides claim, with the largest such area."""
    if found:
        area_km2, name = max(found)
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Several sides claim the same ground on maps ({count}), most on that of {map}: {area} km². It counts for "
            "the side whose name comes first.",
        )
        progress.warn(text.format(count=len(found), map=name, area=formatting.significant(area_km2)))
