# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a page in Markdown."""

from pathlib import Path


def tables_of(page: Path) -> list[list[dict[str, str]]]:
    """Return the tables of a page in order: lists of rows, a dictionary by column each."""
    found: list[list[dict[str, str]]] = []
    head: list[str] | None = None
    for line in page.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            head = None
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if head is None:
            head = cells
            found.append([])
        elif not set("".join(cells)) <= set("-:"):
            found[-1].append(dict(zip(head, cells)))
    return found
