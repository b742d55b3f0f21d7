# SPDX-License-Identifier: GPL-2.0-or-later
"""Help pages as HTML: every construct that the pages use, and nothing that QGIS would tear apart."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from checkout import ROOT
from frontline_change.processing.help_page import figures, to_html
from rules import every

HELP = ROOT / "processing" / "help"
PAGES = sorted(HELP.glob("*.md"))
every_page = every("page", PAGES, label=lambda path: path.name)


class Balance(HTMLParser):
    """Fails where a tag is closed that was not open, or left open."""

    def __init__(self):
        super().__init__()
        self.open, self.seen = ["p"], []  # QGIS puts the page into a paragraph

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))
        if tag not in ("br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Title\n\n## Head", "<h3>Head</h3>"),
        ("two\nlines", '<div style="margin-top: 8px; margin-bottom: 8px">two lines</div>'),
        ("- **One**: of\n  two\n- *b*", "<ul><li><strong>One</strong>: of two</li><li><i>b</i></li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        (
            "| a | b |\n|---|---|\n| `x*y*z` | 1 < 2 |",
            '<table border="1" cellspacing="0" cellpadding="3"><tr><th align="left">a</th><th align="left">b</th></tr>'
            "<tr><td><code>x*y*z</code></td><td>1 &lt; 2</td></tr></table>",
        ),
    ],
)
def test_a_construct_as_html(markdown, expected):
    assert to_html(markdown, HELP) == f"</p>{expected}"


def test_code_keeps_its_lines_and_its_signs():
    for written in ("```\nrun -- A=<a>\n  B=b\n```", "    run -- A=<a>\n      B=b"):
        assert "<code>run -- A=&lt;a&gt;<br>&nbsp; B=b</code>" in to_html(written, HELP)


def test_links_to_the_web_stay_and_links_between_files_become_words():
    page = to_html("See <https://a.org/b> and [c](https://d.org) and [e](f.md).", HELP)
    assert '<a href="https://a.org/b">https://a.org/b</a> and <a href="https://d.org">c</a> and e.' in page


def test_a_figure_has_the_address_of_its_file():
    markdown = "x\n\n![A front](figures/a b.png)\n"
    page = to_html(markdown, Path("/tmp/a&b"))
    assert '<img src="file:///tmp/a%26b/figures/a%20b.png" width="230" alt="A front">' in page
    assert 'figures/a%20b%402x.png" width="230"' in to_html(markdown, Path("/tmp"), is_screen_dense=True)
    assert figures(markdown) == ["figures/a b.png"]


@every_page
def test_a_page_is_one_line_of_whole_html_that_every_theme_can_colour(page):
    made = to_html(page.read_text(encoding="utf-8"), HELP)
    reader = Balance()
    reader.feed(made)
    assert reader.open == []
    assert "\n" not in made  # QGIS would make a paragraph of each line
    assert not {"p", "b", "h2"} & {tag for tag, _ in reader.seen}  # QGIS gives these a fixed dark grey
    assert not set(made) & {"\0", "`"}
    assert "**" not in made


@every_page
def test_a_page_has_its_figure_in_both_densities(page):
    (path,) = figures(page.read_text(encoding="utf-8"))
    assert path == f"figures/{page.stem.split('_')[0]}.png"
    for file in (HELP / path, HELP / path.replace(".png", "@2x.png")):
        assert file.stat().st_size < 40_000


@every("page", [page for page in PAGES if "_" not in page.stem], label=lambda path: path.name)
def test_a_page_states_when_to_use_which(page):
    assert "When to use it" in page.read_text(encoding="utf-8")


def test_every_figure_is_shown():
    shown = {path for page in PAGES for path in figures(page.read_text(encoding="utf-8"))}
    there = {f"figures/{path.name}" for path in (HELP / "figures").iterdir() if "@2x" not in path.name}
    assert there == shown
