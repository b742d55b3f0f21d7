# SPDX-License-Identifier: GPL-2.0-or-later
"""The regions in the world map that QGIS ships (Natural Earth, coarse): the regions of a country, and their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ..errors import InputError

# The fields read for each unit of the layer `states_provinces`, in this order.
FIELDS = ("iso_a2", "adm0_a3", "admin", "fips", "name", "woe_name", "gn_name")

# The country attributes of the file follow who rules a region; the FIPS codes do not. So Ukraine is all units with its
# FIPS prefix, with today's spellings and their ISO 3166-2 codes.
UKRAINE = ("UA", "UKR", "Ukraine")
UKRAINE_FIPS = "UP"
UNITS_OF_UKRAINE = {
    "UP01": ("Cherkasy", "UA-71"),
    "UP02": ("Chernihiv", "UA-74"),
    "UP03": ("Chernivtsi", "UA-77"),
    "UP04": ("Dnipropetrovsk", "UA-12"),
    "UP05": ("Donetsk", "UA-14"),
    "UP06": ("Ivano-Frankivsk", "UA-26"),
    "UP07": ("Kharkiv", "UA-63"),
    "UP08": ("Kherson", "UA-65"),
    "UP09": ("Khmelnytskyi", "UA-68"),
    "UP10": ("Kirovohrad", "UA-35"),
    "UP11": ("Crimea", "UA-43"),
    "UP12": ("Kyiv (city)", "UA-30"),
    "UP13": ("Kyiv", "UA-32"),
    "UP14": ("Luhansk", "UA-09"),
    "UP15": ("Lviv", "UA-46"),
    "UP16": ("Mykolaiv", "UA-48"),
    "UP17": ("Odesa", "UA-51"),
    "UP18": ("Poltava", "UA-53"),
    "UP19": ("Rivne", "UA-56"),
    "UP20": ("Sevastopol", "UA-40"),
    "UP21": ("Sumy", "UA-59"),
    "UP22": ("Ternopil", "UA-61"),
    "UP23": ("Vinnytsia", "UA-05"),
    "UP24": ("Volyn", "UA-07"),
    "UP25": ("Zakarpattia", "UA-21"),
    "UP26": ("Zaporizhzhia", "UA-23"),
    "UP27": ("Zhytomyr", "UA-18"),
}


@dataclass(frozen=True)
class Unit:
    """One region: its row in the layer, its name, and its code (ISO 3166-2 for Ukraine, else FIPS; None: unknown)."""

    row: int
    name: str
    code: str | None


def units_of(country: str, table: Sequence[Sequence[str | None]]) -> list[Unit]:
    """Return the regions of a country, given in English or by its ISO code of two or three letters, ordered by name.

    `table` has the values of FIELDS for each unit. Raises InputError, with similar names, if there is no such country.
    """
    wanted = " ".join(country.split()).casefold()
    if not wanted:
        raise InputError("No country is given. Name it in COUNTRY, in English or by its ISO code, such as UA.")
    rows = [dict(zip(FIELDS, values)) for values in table]
    ukrainian = [str(row["fips"] or "").startswith(UKRAINE_FIPS) for row in rows]
    if wanted in (name.casefold() for name in UKRAINE):
        found = [number for number, is_so in enumerate(ukrainian) if is_so]
        units = [Unit(number, *_of_ukraine(rows[number])) for number in found]
    else:
        units = [
            Unit(number, _name(row), row["fips"])
            for number, row in enumerate(rows)
            if not ukrainian[number] and wanted in (str(row[key] or "").casefold() for key in FIELDS[:3])
        ]
    if not units:
        raise _unknown(country, rows)
    return sorted(_distinguished(units), key=lambda unit: unit.name)


def _of_ukraine(row: dict[str, str | None]) -> tuple[str, str | None]:
    fips = str(row["fips"])
    return UNITS_OF_UKRAINE.get(fips) or (_name(row), fips)


def _name(row: dict[str, str | None]) -> str:
    return next((name for key in ("name", "woe_name", "gn_name") if (name := row[key])), "")


def _distinguished(units: list[Unit]) -> list[Unit]:
    """Units of one name get a number after it, because each is a separate sector."""
    often = Counter(unit.name for unit in units)
    met: Counter[str] = Counter()
    result = []
    for unit in units:
        met[unit.name] += 1
        if often[unit.name] == 1 and unit.name:
            result.append(unit)
            continue
        number = met[unit.name]
        result.append(Unit(unit.row, f"{unit.name} ({number})" if unit.name else f"region {number}", unit.code))
    return result


def _unknown(country: str, rows: list[dict[str, str | None]]) -> InputError:
    names = sorted({str(row["admin"]) for row in rows if row["admin"]})
    folded = {name.casefold(): name for name in names}
    near = [folded[name] for name in get_close_matches(country.casefold(), folded, 3, 0.75)]
    if near:
        return InputError(
            "QGIS's world map has no regions of “{country}”. Did you mean {names}?",
            country=country,
            names=", ".join(near),
        )
    return InputError(
        "QGIS's world map has no regions of “{country}”. Give the country's English name, or its ISO code such as UA.",
        country=country,
    )
