# SPDX-License-Identifier: GPL-2.0-or-later
"""A field with its heading, meaning, kind and unit, and how fields make up a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ....formatting import AREA, LENGTH, PACE
from ...field_kinds import INSTANT, REAL, TEXT, WHOLE, YES_NO

tr = QT_TRANSLATE_NOOP  # marks a heading for translation when it is shown


class Field(NamedTuple):
    """One field of a table.

    `heading` is English and ends with the unit in brackets, if any; `meaning` is its line on the help page, which
    fields may share. `unit` is the unit of the value in the table; AREA, PACE and LENGTH may be converted for display.
    `decimals` is the number shown, None for a field without numbers. A standard error names its field in `se_of`;
    an instant that lies between two maps names in `since` the field with the first of the two.
    """

    name: str
    heading: str
    meaning: str = ""
    kind: str = TEXT
    unit: str = ""
    decimals: int | None = None
    signed: bool = False  # a difference: shown with its sign even when positive
    se_of: str = ""
    since: str = ""

    @property
    def translated_heading(self) -> str:
        """The heading in the user's language."""
        return QCoreApplication.translate("FrontlineChange", self.heading)


Table = Mapping[str, Field]

text = Field
yes_no = partial(Field, kind=YES_NO)
instant = partial(Field, kind=INSTANT)
count = partial(Field, kind=WHOLE, decimals=0)
area = partial(Field, kind=REAL, unit=AREA, decimals=1)
pace = partial(Field, kind=REAL, unit=PACE, decimals=2)
length = partial(Field, kind=REAL, unit=LENGTH, decimals=1)
metres = partial(Field, kind=REAL, unit="m", decimals=0)
per_day = partial(Field, kind=REAL, unit="m a day", decimals=0)
per_unit = partial(Field, kind=REAL, unit="m per unit", decimals=0)
degrees = partial(Field, kind=REAL, unit="°", decimals=0)
percent = partial(Field, kind=REAL, unit="%", decimals=1)
number = partial(Field, kind=REAL, decimals=1)


def table(*fields: Field) -> Table:
    """Return the table of these fields."""
    return {field.name: field for field in fields}


def meaning(shared: str, *fields: Field) -> Iterator[Field]:
    """Return the fields with this meaning: a line that they share on the help page."""
    return (field._replace(meaning=shared) for field in fields)
