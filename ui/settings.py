# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings: the choices of a project, saved in the project, and the habits of a person, saved in the profile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProject, QgsSettings

from ..formatting import AREA_UNITS
from ..styles import VARIANTS
from .json_values import as_json, live_value, read_json

SCOPE, KEY = "frontline_change", "setup"  # of the project's entry
PREFIX = "frontline_change/"  # of the person's settings

# The settings of a project: the type of each, and of its items if it has any.
PROJECT_KINDS: dict[str, tuple[type, tuple[type, ...]]] = {
    "layers": (dict, (str,)),  # layer id by BEFORE, AFTER, SECTORS
    "dates": (dict, (str,)),  # corrected dates, ISO by layer id
    "sector_field": (str, ()),
    "options": (dict, (str, int, float, bool, list, dict)),  # parameters that are not at their default
    "measure": (str, ()),  # what is measured
    "period": (str, ()),
    "shift_periods": (bool, ()),  # for a publisher's calendar
    "classes": (dict, (str,)),  # control class by value in the maps
    "side_name": (str, ()),
    "side_colour": (str, ()),  # `#rrggbb`
}

# The settings of a person with their defaults. Of a tuple the first is the default, the others are allowed.
PERSON_DEFAULTS: dict[str, Any] = {
    "area_unit": AREA_UNITS,
    "length_unit": ("km", "mi"),
    "hide_unchanged": (True, False),  # sectors in the table without change
    "columns": [],  # fields shown in the table, empty: the usual ones
    "unfolded": [],  # names of the panes that are open
    "tab": "",
    "last_folder": "",
    "answers": [],  # classes chosen for the values of maps, each as a JSON object; the latest first
    "style": tuple(VARIANTS),
}


class ProjectSettings:
    """The choices of a project, saved with it."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project

    def save(self, settings: Mapping[str, Any]) -> None:
        """Put the settings into the project, which writes them when it is saved; layers and dates may be among them.

        Does nothing if they are unchanged, so that a project that is only viewed stays unmodified.
        """
        kept = _usable(as_json(settings))
        if kept != self._read():
            self._project.writeEntry(SCOPE, KEY, json.dumps(kept, ensure_ascii=False, sort_keys=True))

    def load(self) -> dict[str, Any]:
        """Return the settings of the project, without those that cannot be used; layers among them are layers again."""
        kept = self._read()
        options = {name: live_value(value, self._project) for name, value in kept.get("options", {}).items()}
        if options:
            kept["options"] = {name: value for name, value in options.items() if value is not None}
        return kept

    def _read(self) -> dict[str, Any]:
        kept = read_json(self._project.readEntry(SCOPE, KEY, "{}")[0])
        return _usable(kept) if isinstance(kept, dict) else {}


class PersonSettings:
    """The habits of a person, for all projects."""

    def get(self, name: str) -> Any:
        """Return a setting of `PERSON_DEFAULTS`; its default if no usable value is stored."""
        known = PERSON_DEFAULTS[name]
        default = known[0] if isinstance(known, tuple) else known
        value = read_json(QgsSettings().value(PREFIX + name, None))
        if isinstance(known, tuple):
            return value if value in known else default
        if isinstance(default, list):
            fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
            return list(value if fits else default)
        return value if isinstance(value, type(default)) else default

    def set(self, name: str, value: Any) -> None:
        """Store a setting of `PERSON_DEFAULTS`."""
        if name not in PERSON_DEFAULTS:
            raise KeyError(name)
        QgsSettings().setValue(PREFIX + name, json.dumps(value))


def _usable(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a project that are of the right type, and of those with items the items that are."""
    usable = {}
    for name, (kind, of_items) in PROJECT_KINDS.items():
        value = settings.get(name)
        if isinstance(value, dict):
            value = {key: item for key, item in value.items() if isinstance(item, of_items)} or None
        if isinstance(value, kind):
            usable[name] = value
    return usable
