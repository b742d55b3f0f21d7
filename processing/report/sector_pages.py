# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of a report, and a page for each sector that changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsExpression, QgsProject, QgsVectorLayer

from ...formatting import NOTHING_BELOW
from ...layouts import change_facts, change_layers, pages_in_project
from ...layouts.export import export
from ...layouts.extent import Focus, has_match
from ...layouts.page import PageContent, build_page
from ..progress import Progress
from .measured import Measured
from .pictures import Look, Picture

SECTOR_DPI = 110.0
SECTORS_AT_MOST = 40
LONGEST_NAME = 60  # letters of the name of a file


def draw_pages(
    measured: Measured,
    backdrop: Mapping[str, QgsVectorLayer],
    options: change_facts.TextOptions,
    look: Look,
    folder: Path,
    suffix: str,
    progress: Progress,
) -> tuple[Picture, list[Picture]]:
    """Draw the page as PDF and PNG, and a page for each sector that changed; return both.

    `backdrop` are the layers THEATRE and PLACES by style key. `suffix` is added to the names of the files.
    """
    project = QgsProject()
    given = {name.lower(): layer for name, layer in measured.layers.items()} | dict(backdrop)
    change = given.pop("change")
    if len(measured.change.sectors) > 1:
        given["sectors_outline"] = change
    layers = change_layers.styled_copies(given, measured.change, options, look.scheme, look.side_colour, project)
    pages_in_project.add_layers(project, layers.all())
    texts = change_facts.page_texts(measured.change, options)
    content = change_layers.page_content(layers, texts, options)
    page = build_page(project, look.template, content, look.scheme)
    for ending in ("pdf", "png"):
        progress.check()
        export(page, folder / f"page{suffix}.{ending}", look.dpi)
    sectors = []
    changed = _changed(measured.change)
    names = file_names([sector.name for sector in changed])
    for sector in changed:
        progress.check()
        own = _about(sector, content, layers, measured.change, options)
        path = f"sectors/{names[sector.name]}{suffix}.png"
        export(build_page(project, look.template, own, look.scheme), folder / path, look.dpi or SECTOR_DPI)
        sectors.append(Picture(path, _sector_text(sector, options), sector.name))
    return Picture(f"page{suffix}.png", change_facts.alt_text(measured.change, options, layers.layers)), sectors


def _about(
    sector: change_facts.SectorFacts,
    content: PageContent,
    layers: change_layers.ChangeLayers,
    change: change_facts.ChangeFacts,
    options: change_facts.TextOptions,
) -> PageContent:
    """The content of a page about one sector: its figures, and the map around what moved in it."""
    texts = change_facts.page_texts(replace(change, sectors=(sector,), net_se_km2=sector.net_se_km2), options)
    title = f"{options.sector_name(sector.name)}: {texts.title}"
    same = QgsExpression.createFieldEqualityExpression("sector", sector.name)
    moved = layers.named(("gained", "lost"))
    focus = [Focus(layer, f"{change_layers.NOT_NOISE} AND {same}") for layer in moved]
    if not any(has_match(layer, expression) for layer, expression in focus):
        focus = [Focus(layer, same) for layer in moved]
    return replace(content, texts=replace(texts, title=title), focus=focus, detail=None)


def _sector_text(sector: change_facts.SectorFacts, options: change_facts.TextOptions) -> str:
    """The alternative text of the page about a sector."""
    language = options.language
    return language.text(
        "alt_sector",
        sector=options.sector_name(sector.name),
        gained=language.area(sector.gained_km2),
        lost=language.area(sector.lost_km2),
    )


def _changed(change: change_facts.ChangeFacts) -> list[change_facts.SectorFacts]:
    """The sectors that changed, the largest change first; none where there is but one row."""
    if len(change.sectors) < 2:
        return []
    found = [
        sector
        for sector in change.sectors
        if sector.gained_km2 + sector.lost_km2 >= NOTHING_BELOW and sector.name != change_facts.OUTSIDE
    ]
    return sorted(found, key=lambda sector: -(sector.gained_km2 + sector.lost_km2))[:SECTORS_AT_MOST]


def file_names(names: Sequence[str]) -> dict[str, str]:
    """Return for each sector the name of its file, which every system takes and no other sector has."""
    found: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"[^\w-]+", "_", name).strip("_").casefold()[:LONGEST_NAME] or "sector"
        number, own = 1, plain
        while own in found.values():
            number += 1
            own = f"{plain}_{number}"
        found[name] = own
    return found
