# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts of a report in one language: the captions in Markdown and the page in HTML."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from ...formatting import NOTHING_BELOW
from ...layouts import change_facts
from ...layouts.change_facts import TextOptions
from .labels import title_of
from .measured import Measured
from .pictures import Picture

LEAD_SENTENCES = 3
STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 "Open Sans", "Noto Sans", "Segoe UI", Arial, sans-serif; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; color: #1b1b1b; background: #ffffff; }
h1 { font-size: 1.9rem; line-height: 1.2; margin-bottom: 0.2rem; }
.period, figcaption, footer { color: #5a5a5a; }
figure { margin: 1.5rem 0; }
img { max-width: 100%; height: auto; border: 1px solid #8a8580; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { border-bottom: 1px solid #e2e2e2; padding: 0.3rem 0.6rem; text-align: right; }
th:first-child, td:first-child { text-align: left; }
pre { overflow: auto; background: #f2f0ec; color: #1b1b1b; padding: 1rem; font-size: 0.8rem; }
@media (prefers-color-scheme: dark) { body { color: #f4f4f2; background: #14171a; } figcaption, .period, footer
  { color: #b4b4b4; } th, td { border-color: #32373b; } }
"""


def write_caption(measured: Measured, options: TextOptions, pictures: Sequence[Picture], path: Path) -> None:
    """Write headline, sentences, alt texts of all pictures and sources as Markdown."""
    change = measured.change
    lines = [f"# {change_facts.title(change, options)}", "", change_facts.period(change, options), ""]
    lines += [" ".join(change_facts.caption(change, options)), ""]
    for picture in pictures:
        lines += [f"![{_markdown(picture.alt_text)}]({picture.path})", "", _markdown(picture.alt_text), ""]
    lines += [change_facts.method(change, options), "", change_facts.credit(change, options), ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def write_page(
    measured: Measured, options: TextOptions, pictures: Sequence[Picture], files: Sequence[str], path: Path
) -> None:
    """Write the report as a page of HTML that needs nothing but the files beside it."""
    language, change = options.language, measured.change
    sentences = change_facts.caption(change, options)
    sectors = [picture for picture in pictures if picture.sector]
    parts = [
        f"<h1>{escape(change_facts.title(change, options))}</h1>",
        f'<p class="period">{escape(change_facts.period(change, options))}</p>',
        f"<p>{escape(' '.join(sentences[:LEAD_SENTENCES]))}</p>",
        *(_figure(picture) for picture in pictures if not picture.sector),
        f"<p>{escape(' '.join(sentences[LEAD_SENTENCES:]))}</p>" if sentences[LEAD_SENTENCES:] else "",
    ]
    if len(change.sectors) > 1:
        parts += [f"<h2>{escape(language.text('report_sectors'))}</h2>", _sector_table(measured, options)]
    parts += [f"<h2>{escape(language.text('report_periods'))}</h2>", _period_table(measured, options)]
    if sectors:
        parts += [f"<h2>{escape(language.text('report_sector_maps'))}</h2>", *map(_figure, sectors)]
    if measured.warnings:
        notes = "".join(f"<li>{escape(text)}</li>" for text in measured.warnings)
        parts += [f"<h2>{escape(language.text('report_warnings'))}</h2>", f"<ul>{notes}</ul>"]
    parts += [
        f"<h2>{escape(language.text('report_method'))}</h2>",
        f"<p>{escape(change_facts.method(change, options))}</p>",
        f"<details><summary>{escape(language.text('report_card'))}</summary>",
        f"<pre>{escape(card_text(measured.card))}</pre></details>",
        f"<h2>{escape(language.text('report_sources'))}</h2>",
        f"<p>{escape(change_facts.credit(change, options))}</p>",
        f"<h2>{escape(language.text('report_files'))}</h2>",
        "<ul>" + "".join(f'<li><a href="{escape(name)}">{escape(name)}</a></li>' for name in files) + "</ul>",
    ]
    title = escape(change_facts.title(change, options))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    body = "\n".join(part for part in parts if part)
    page = (
        f'<!DOCTYPE html>\n<html lang="{language.code}">\n<head>{head}<style>{STYLE}</style></head>\n<body>\n{body}\n'
    )
    path.write_text(f"{page}</body>\n</html>\n", encoding="utf-8")


def card_text(card: Mapping[str, Any]) -> str:
    """Return the method card as text."""
    return json.dumps(card, ensure_ascii=False, indent=1)


def _figure(picture: Picture) -> str:
    alt_text = escape(picture.alt_text, quote=True)
    image = f'<img src="{escape(picture.path, quote=True)}" alt="{alt_text}">'
    return f"<figure>{image}<figcaption>{escape(picture.alt_text)}</figcaption></figure>"


def _sector_table(measured: Measured, options: TextOptions) -> str:
    language = options.language
    rows = []
    for sector in measured.change.sectors:
        depths = (sector.advance_max_km, sector.retreat_max_km)
        figures = [language.area(sector.gained_km2), language.area(sector.lost_km2)]
        figures.append(language.area(sector.net_km2, signed=True))
        has_error = sector.net_se_km2 is not None and sector.gained_km2 + sector.lost_km2 >= NOTHING_BELOW
        figures.append(language.error(sector.net_se_km2) if has_error else "–")
        figures += ["–" if depth_km is None else language.depth(depth_km) for depth_km in depths]
        rows.append([options.sector_name(sector.name), *figures])
    change = measured.change
    total = [language.area(change.gained_km2), language.area(change.lost_km2)]
    total.append(language.area(change.net_km2, signed=True))
    total.append("–" if change.error_km2 is None else language.error(change.error_km2))
    deepest = [change.deepest(kind) for kind in ("advance", "retreat")]
    total += ["–" if one is None else language.depth(one[0]) for one in deepest]
    heads = ("sector", "gained", "lost", "net", "error", "advance", "retreat")
    return _table(heads, [*rows, [language.text("total"), *total]], options)


def _period_table(measured: Measured, options: TextOptions) -> str:
    language = options.language
    rows = []
    for period in measured.periods:
        name = title_of(period, language)
        if not period.is_complete:
            name = f"{name} ({language.text('incomplete')})"
        areas = [language.area(period.gained_km2), language.area(period.lost_km2)]
        rows.append([name, *areas, language.area(period.net_km2, signed=True)])
    return _table(("period", "gained", "lost", "net"), rows, options)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], options: TextOptions) -> str:
    head = "".join(f"<th>{escape(options.language.text(f'table_{name}'))}</th>" for name in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _markdown(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")
