# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables that algorithms write, one line per field. Names are public and never change.

A line defines everything about its field: the layer's field and its alias, the column in the dock with its unit and
decimals, and the row on the English help page. Each file of this folder has the tables of one subject; a new one is
found by itself. Files whose names start with an underscore are shared.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache

from ._field import Field as Field
from ._field import Table as Table


@cache
def tables() -> dict[str, Table]:
    """Return the tables by their names, those of `change` first."""
    names = [found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")]
    names.sort(key=lambda name: name != "change")
    variables = [pair for name in names for pair in vars(importlib.import_module(f"{__name__}.{name}")).items()]
    return {name: value for name, value in variables if name.isupper() and isinstance(value, dict)}


def by_name(names: Iterable[str] = ()) -> dict[str, Field]:
    """Return all fields by name, those of the table that has the most of some names as in that table.

    A field of several tables has the same heading, kind and unit in all of them; only the heading of `significant`
    says of which figure of its table it is.
    """
    own = max(tables().values(), key=lambda table: len(table.keys() & set(names)))
    return {name: field for table in (*tables().values(), own) for name, field in table.items()}
