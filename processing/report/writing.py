# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes all files of a report into a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ...layouts import change_facts
from ...layouts.extent import Focus, equal_area_crs
from ..progress import DONE, Progress
from . import project, tables, texts
from .measured import Measured
from .pictures import Look, draw_chart
from .sector_pages import draw_pages
from .small_maps import draw_small_maps

FOLDERS = ("sectors", "tables")
METHOD = "method.json"  # also lists all files, for the next report in the same folder
PAGES_DRAWN, MAPS_DRAWN = 60.0, 90.0  # per cent of the pictures in one language


def write_report(
    measured: Measured,
    backdrop: Mapping[str, QgsVectorLayer],
    text_options: Sequence[change_facts.TextOptions],
    look: Look,
    folder: Path,
    progress: Progress,
) -> dict[str, str]:
    """Write everything but the database, which is there, and return title, headline and alternative text.

    `backdrop` are the layers THEATRE and PLACES by style key; `text_options` differ by language, the first one has the
    files without a code. Raises PageError, StyleError and Cancelled.
    """
    for name in FOLDERS:
        (folder / name).mkdir()
    names = list(measured.layers)
    project.save_styles(folder / project.DATABASE, names, look.side_colour)
    files = [*tables.write_tables(measured, folder), project.DATABASE, project.PROJECT, METHOD]
    alt_texts = []
    for number, options in enumerate(text_options):
        code = options.language.code
        suffix = f".{code}" if number else ""
        own = progress.part(DONE * number / len(text_options), DONE * (number + 1) / len(text_options))
        page, sectors = draw_pages(measured, backdrop, options, look, folder, suffix, own)
        own.percent(PAGES_DRAWN)
        pictures = [page, draw_small_maps(measured, backdrop, options, look, folder, suffix, own)]
        own.percent(MAPS_DRAWN)
        pictures += [draw_chart(measured, options, look, folder, suffix), *sectors]
        caption = f"caption.{code}.md"
        texts.write_caption(measured, options, pictures, folder / caption)
        files_of_language = [f"page{suffix}.pdf", f"chart{suffix}.svg", caption]
        texts.write_page(measured, options, pictures, [*files_of_language, *files], folder / f"report{suffix}.html")
        alt_texts.append(page.alt_text)
    title = change_facts.title(measured.change, text_options[0])
    crs = equal_area_crs([Focus(measured.layers["HELD"])], QgsProject())
    project.save_project(folder, names, title, crs.toWkt(), look.side_colour)
    written = sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())
    card = {**measured.card, "files": [*written, METHOD]}
    (folder / METHOD).write_text(texts.card_text(card), encoding="utf-8")
    headline = " ".join(change_facts.caption(measured.change, text_options[0])[:2])
    return {"TITLE": title, "HEADLINE": headline, "ALT_TEXT": alt_texts[0]}
