# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the tables of fields on the English help pages from processing/outputs/fields: `make help-tables`.

A line `<!-- fields CHANGE -->` names the table that follows it; the rest of a page is written by hand.
"""

from __future__ import annotations

import re
from pathlib import Path

from make_styles import plugin

plugin()
from frontline_change.processing.outputs import fields  # noqa: E402 (the package has to be registered first)

HELP = Path(__file__).resolve().parents[1] / "processing" / "help"
PAGES = sorted(page for page in HELP.glob("*.md") if "_" not in page.stem)
MARKED = re.compile(r"^<!-- fields (\w+) -->\n(?:\|.*\n)*", re.MULTILINE)


def rows(table: fields.Table) -> list[str]:
    """Return a table in Markdown: a row for each meaning, with the fields that share it."""
    names: dict[str, list[str]] = {}
    for field in table.values():
        names.setdefault(field.meaning, []).append(f"`{field.name}`")
    lines = (f"| {', '.join(those)} | {meaning} |" for meaning, those in names.items())
    return ["| field | meaning |", "|---|---|", *lines]


def with_tables(page: str) -> str:
    """Return a page with up-to-date tables of fields."""
    return MARKED.sub(lambda found: "\n".join([found[0].split("\n")[0], *rows(fields.tables()[found[1]])]) + "\n", page)


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(with_tables(path.read_text(encoding="utf-8")), encoding="utf-8")
