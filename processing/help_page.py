# SPDX-License-Identifier: GPL-2.0-or-later
"""A help page, written in Markdown, as the HTML that QGIS shows beside an algorithm.

QGIS turns every line break into a paragraph, prints the page's title itself, and makes <p> and <b> dark grey in dark
themes too; Qt's own conversion makes a whole list item bold when its first word is bold. So this module converts what
the pages use: headings, paragraphs, lists, tables, code, figures, and inline bold, italics, code and links.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

_BLOCK = re.compile(
    r"""
    (?P<heading> \#+[ ].*)
  | (?P<figure> !\[[^\]]*\]\([^)]*\)) [ ]*$
  | (?P<fence> ```)
  | (?P<code> [ ]{4}.*)
  | (?P<table> \|.*)
  | (?P<item> (?:-|\d+\.)[ ]+.*)
  | (?P<blank> \s*$ | <!--.*-->\s*$)
    """,
    re.VERBOSE,
)
_FIGURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_INLINE = (
    (re.compile(r"\[([^\]]+)\]\((https://[^)]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\[([^\]]+)\]\([^)]+\)"), r"\1"),  # a link between files leads nowhere in QGIS
    (re.compile(r"&lt;(https://[^&]+)&gt;"), r'<a href="\1">\1</a>'),
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<!\w)\*(\S.*?)\*(?!\w)"), r"<i>\1</i>"),
)
_CODE = re.compile(r"`([^`]+)`")
_SPLIT_CELLS = re.compile(r"(?<!\\)\|")


FIGURE_WIDTH_PX = 230
_OUT_OF_QGIS_PARAGRAPH = "</p>"  # QGIS wraps the page in a grey paragraph


def to_html(markdown: str, folder: Path, *, is_screen_dense: bool = False) -> str:
    """Return a page as HTML in a single line, without its title; `folder` holds its figures.

    A screen of double density gets the figures drawn for it; Qt does not choose them by itself.
    """
    return _OUT_OF_QGIS_PARAGRAPH + "".join(_blocks(markdown.splitlines(), folder, "@2x" if is_screen_dense else ""))


def figures(markdown: str) -> list[str]:
    """Return the paths of a page's figures, relative to the page."""
    return [path for _, path in _FIGURE.findall(markdown)]


def _blocks(lines: list[str], folder: Path, density: str) -> Iterator[str]:
    index = 0
    while index < len(lines):
        kind, end = _extent(lines, index)
        block = lines[index:end]
        if kind == "heading" and not block[0].startswith("# "):
            yield f"<h3>{_inline(block[0].lstrip('# '))}</h3>"
        elif kind == "figure":
            yield _figure(block[0], folder, density)
        elif kind == "fence":
            yield _code(block[1:-1])
        elif kind == "code":
            yield _code([line[4:] for line in block])
        elif kind == "table":
            yield _table(block)
        elif kind == "item":
            yield _list(block)
        elif kind == "text":
            yield _paragraph(_inline(" ".join(block)))
        index = end


def _extent(lines: list[str], index: int) -> tuple[str, int]:
    """The kind of the block that begins in a line, and the index of the line after the block."""
    kind = _kind(lines[index])
    end = index + 1
    if kind == "fence":
        while end < len(lines) and _kind(lines[end]) != "fence":
            end += 1
        return kind, end + 1
    if kind in ("heading", "figure", "blank"):
        return kind, end
    while end < len(lines) and _goes_on(kind, lines[end]):
        end += 1
    return kind, end


def _goes_on(kind: str, line: str) -> bool:
    following = _kind(line)
    return following == kind or (kind == "item" and following in ("text", "code"))


def _kind(line: str) -> str:
    found = _BLOCK.match(line)
    return (found.lastgroup or "text") if found else "text"


def _paragraph(content: str) -> str:
    return f'<div style="margin-top: 8px; margin-bottom: 8px">{content}</div>'


def _inline(text: str) -> str:
    """A line's text as HTML; text in backquotes stays as it is."""
    words = html.escape(text, quote=False)
    codes = _CODE.findall(words)
    words = _CODE.sub("\0", words)
    for pattern, replacement in _INLINE:
        words = pattern.sub(replacement, words)
    for code in codes:
        words = words.replace("\0", f"<code>{code}</code>", 1)
    return words


def _figure(line: str, folder: Path, density: str) -> str:
    alt, path = _FIGURE.findall(line)[0]
    file = folder / path
    address = html.escape(file.with_name(f"{file.stem}{density}{file.suffix}").as_uri())
    return _paragraph(f'<img src="{address}" width="{FIGURE_WIDTH_PX}" alt="{html.escape(alt)}">')


def _code(lines: list[str]) -> str:
    """Lines of code that may be broken where the panel is narrow."""
    escaped = [html.escape(line, quote=False).replace("  ", "&nbsp; ") for line in lines]
    return _paragraph(f"<code>{'<br>'.join(escaped)}</code>")


def _table(lines: list[str]) -> str:
    rows = [[cell.strip().replace("\\|", "|") for cell in _SPLIT_CELLS.split(line.strip())[1:-1]] for line in lines]
    head, others = rows[0], rows[2:]
    cells = "".join(f'<th align="left">{_inline(cell)}</th>' for cell in head)
    html_rows = [f"<tr>{cells}</tr>"]
    html_rows += ["<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>" for row in others]
    return f'<table border="1" cellspacing="0" cellpadding="3">{"".join(html_rows)}</table>'


def _list(lines: list[str]) -> str:
    items: list[list[str]] = []
    for line in lines:
        if _kind(line) == "item":
            items.append([re.sub(r"^(-|\d+\.) +", "", line)])
        else:
            items[-1].append(line.strip())
    tag = "ul" if lines[0].startswith("-") else "ol"
    html_items = "".join(f"<li>{_inline(' '.join(item))}</li>" for item in items)
    return f"<{tag}>{html_items}</{tag}>"
