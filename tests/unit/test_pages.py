# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages for developers: what they name exists, and the index of decisions lists all of them."""

import re
from pathlib import Path

from checkout import ROOT

DECISIONS = ROOT / "docs" / "decisions"
PAGES = [ROOT / "CONTRIBUTING.md", ROOT / "docs" / "architecture.md", *sorted(DECISIONS.glob("*.md"))]
SUFFIXES = "py|md|txt|toml|qrc|json|sh|yml|yaml"
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[\w-]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(rf"[\w.-]+(/[\w.-]+)*/|[\w.-]+(/[\w.-]+)+|[\w-]+\.({SUFFIXES})")
TARGET = re.compile(r"make ([a-z0-9-]+)")
NOT_HERE = {
    "build/",
    "tests/__init__.py",
    "requirements.txt",
    "pip.py",
}  # named because they are not, or not yet, there


def missing(page: Path) -> list[str]:
    """Return what a page names and what is not there: links from its folder, paths from the root, targets of make."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    links = [link for link in LINK.findall(text) if "://" not in link and not (page.parent / link).exists()]
    codes = CODE.findall(text)
    paths = [code for code in codes if PATH.fullmatch(code) and code not in NOT_HERE and not (ROOT / code).exists()]
    return links + paths + [code for code in codes if TARGET.fullmatch(code) and not is_target(code)]


def is_target(command: str) -> bool:
    """Return whether the Makefile has the target of a command."""
    target = command.removeprefix("make ")
    return bool(re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_path_named_on_the_pages_exists():
    found = [f"{page.relative_to(ROOT)}: {name}" for page in PAGES for name in sorted(set(missing(page)))]
    assert not found, "these are named and are not there:\n" + "\n".join(found)


def test_paths_are_recognised_as_such(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "`core/absent.py`, `absent/`, `absent.md`, `make absent`, [this](absent.png); but not `core`, `core.read_map`, "
        "`make test`, `frontline:reach`, `icons/<id>.svg`, [that](https://example.org/x).\n```\n`fenced/path.py`\n```\n",
        encoding="utf-8",
    )
    assert missing(page) == ["absent.png", "core/absent.py", "absent/", "absent.md", "make absent"]


def test_every_decision_is_listed_in_order_and_has_its_three_parts():
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    records = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")
    listed = re.findall(r"^\| (\d+) \| \[(.+)\]\((.+)\) \|$", index, re.MULTILINE)
    titles = [path.read_text(encoding="utf-8").splitlines()[0] for path in records]
    assert [name for _, _, name in listed] == [path.name for path in records]
    assert [f"# {number}. {title}" for number, title, _ in listed] == titles
    parts = ["Context", "Decision", "Consequences"]
    assert [
        path.name for path in records if re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.M) != parts
    ] == []
