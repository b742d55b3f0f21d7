# SPDX-License-Identifier: GPL-2.0-or-later
"""`make docs`: the site builds without a warning, in both languages, and everything on it leads somewhere."""

import subprocess
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import docs_pages
import docs_site
import pytest
from checkout import ROOT
from frontline_change import core

GUARD_S = 1200
PAGES_AT_LEAST = 25


class Page(HTMLParser):
    """The links of a page to files and to places on pages, and the names of its own places."""

    def __init__(self, path):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.ids.add(values.get("id"))
        self.links += [values[name] for name in ("href", "src") if values.get(name)]


@pytest.fixture(scope="module")
def site():
    before = sorted(path.name for path in (ROOT / ".venv").rglob("*.dist-info"))
    done = subprocess.run(
        ["make", "docs"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=GUARD_S,
        check=False,
    )
    if docs_site.CANNOT_INSTALL_TEXT in done.stderr:
        pytest.skip(f"the environment of the documentation cannot be installed here: {done.stderr.strip()[-300:]}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    assert sorted(path.name for path in (ROOT / ".venv").rglob("*.dist-info")) == before
    return docs_site.SITE


@pytest.fixture(scope="module")
def pages(site):
    return {path: Page(path) for path in site.rglob("*.html")}


def test_every_page_was_built_in_both_languages(site, pages):
    for language in docs_pages.LANGUAGES:
        source, target = docs_site.SOURCES / language, docs_site.site_of(language)
        expected = {target / path.relative_to(source).with_suffix(".html") for path in source.rglob("*.md")}
        assert len(expected) > PAGES_AT_LEAST and expected <= set(pages)


def test_every_link_leads_to_a_file_and_a_place(pages):
    wrong, seen = [], 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            seen += 1
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file():
                wrong.append(f"{path.name}: {link}")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
                wrong.append(f"{path.name}: {link} (no such place)")
    assert seen > 1000 and wrong == []


def test_the_languages_lead_to_each_other(site):
    english, ukrainian = (folder / "how-to" / "months.html" for folder in (site, site / "uk"))
    assert "../uk/how-to/months.html" in Page(english).links
    assert "../../how-to/months.html" in Page(ukrainian).links
    assert '<html class="no-js" lang="uk"' in ukrainian.read_text(encoding="utf-8")
    assert "uk/index.html" in Page(site / "api.html").links  # which is in English alone


def test_the_python_interface_is_documented_whole(site):
    ids = Page(site / "api.html").ids
    assert [name for name in core.__all__ if f"frontline_change.core.{name}" not in ids] == []


def test_addresses_outside_are_listed_and_nothing_is_loaded_from_them(pages):
    listing = (docs_site.SOURCES.parent / "external-links.txt").read_text(encoding="utf-8").splitlines()
    assert len(listing) > 20 and all(line.startswith("http") for line in listing)
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert 'src="http' not in text and 'rel="stylesheet" href="http' not in text, path.name
