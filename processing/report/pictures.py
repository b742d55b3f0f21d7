# SPDX-License-Identifier: GPL-2.0-or-later
"""The pictures of a report: what one is, how they look, and the chart of all periods."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...layouts import change_facts
from ...layouts.chart import Bar, ChartTexts, save_chart
from .labels import label_of, title_of
from .measured import Measured


@dataclass(frozen=True)
class Picture:
    """A picture of the report: its file below the report's folder, and the text for people who cannot see it."""

    path: str
    alt_text: str
    sector: str = ""


@dataclass(frozen=True)
class Look:
    """How the pictures look: template, scheme, colour of the side, dots per inch (None: the template's)."""

    template: Path
    scheme: str
    side_colour: str = ""
    dpi: float | None = None


def draw_chart(measured: Measured, options: change_facts.TextOptions, look: Look, folder: Path, suffix: str) -> Picture:
    """Draw the chart of all periods as PNG and SVG; return it."""
    language, periods = options.language, measured.periods
    labels = [label_of(period, language) for period in periods]
    texts = ChartTexts(
        title=language.text("chart_title"),
        subtitle=f"{language.sentence(options.side_name)}: {' – '.join(dict.fromkeys((labels[0], labels[-1])))}",
        incomplete=language.text("pale_bars"),
        credit=change_facts.credit(measured.change, options),
    )
    bars = [Bar(title_of(one, language, short=True), one.net_km2, one.is_complete) for one in periods]
    save_chart(bars, texts, language, look.scheme, folder / f"chart{suffix}", look.side_colour)
    largest, smallest = (which(zip(periods, labels), key=lambda one: one[0].net_km2) for which in (max, min))
    alt_text = language.text(
        "alt_chart",
        first=labels[0],
        last=labels[-1],
        largest=language.area(largest[0].net_km2, signed=True),
        largest_period=largest[1],
        smallest=language.area(smallest[0].net_km2, signed=True),
        smallest_period=smallest[1],
    )
    return Picture(f"chart{suffix}.png", alt_text)
