# SPDX-License-Identifier: GPL-2.0-or-later
"""The how-to pages: their blocks of code, and whether what was printed is what a page shows."""

import re
from pathlib import Path
from typing import NamedTuple

from checkout import ROOT

FOLDER = ROOT / "docs" / "how-to"
PAGES = sorted(page for page in FOLDER.glob("*.md") if page.stem != "index")
FENCE = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of code, and what the page shows after it: lines, in which … stands for any characters."""

    language: str
    code: str
    shown: list[str]


def blocks(page: Path) -> list[Block]:
    """Return the blocks that run, each with the text that follows it."""
    found: list[Block] = []
    for language, body in FENCE.findall(page.read_text(encoding="utf-8")):
        if language == "text":
            found[-1].shown.extend(body.splitlines())
        else:
            found.append(Block(language, body, []))
    return found


def missing(shown: list[str], printed: str) -> list[str]:
    """Return the lines of a page that were not printed."""
    patterns = {line: ".*".join(map(re.escape, line.split("…"))) for line in shown}
    return [line for line, pattern in patterns.items() if not re.search(pattern, printed)]
