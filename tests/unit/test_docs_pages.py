# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of the documentation site before Sphinx: nothing is left out, links lead somewhere, languages agree."""

import re
from pathlib import Path, PurePosixPath

import docs_pages
import how_to
import pytest
from checkout import PUBLIC, ROOT
from page_tables import tables_of

FENCED = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENTRY = re.compile(r"^([\w/-]+)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
FIELD_ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)


@pytest.fixture(scope="module", params=docs_pages.LANGUAGES)
def site(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages") / request.param
    docs_pages.write(request.param, folder)
    return folder


def pages(site):
    return {path.relative_to(site).with_suffix("").as_posix(): path.read_text("utf-8") for path in site.rglob("*.md")}


def names(language):
    """The pages of docs/ in a language, without what is listed by itself."""
    return {page.path.with_suffix("").as_posix() for page in docs_pages.own_pages(language)}


def test_every_page_is_in_the_navigation(site):
    found = pages(site)
    listed = ["index"]
    for name, text in found.items():
        for kind, body in FENCED.findall(text):
            if kind == "{toctree}":
                listed += [(PurePosixPath(name).parent / entry).as_posix() for entry in ENTRY.findall(body)]
    missing = set(found) - set(listed)
    assert not missing, f"name these in a toctree, for instance in docs/index.md: {sorted(missing)}"
    assert sorted(listed) == sorted(set(found)), "a page is named twice, or is not there"


def test_every_link_leads_to_a_file_of_the_site(site):
    wrong, seen = [], 0
    for name, text in pages(site).items():
        for link in LINK.findall(FENCED.sub("", text)):
            if "://" not in link:
                seen += 1
                if not (site / name).parent.joinpath(link).is_file():
                    wrong.append(f"{name}: {link}")
    assert seen > 60 and wrong == []


def test_every_algorithm_has_a_page_with_its_names(site):
    found = pages(site)
    for algorithm, public in PUBLIC.items():
        text = found[f"algorithms/{algorithm.removeprefix('frontline:')}"]
        assert f"\n`{algorithm}`\n" in text
        end = text.rpartition("\n## ")[2]
        assert [one for one in public["inputs"] if f"`{one}" not in end] == []
        assert [
            one for one in [*public["layers"], *public["numbers"], *public["strings"]] if f"`{one}`" not in end
        ] == []


def test_every_field_is_listed(site):
    listed = set(FIELD_ROW.findall(pages(site)["fields"]))
    public = {field for names in PUBLIC.values() for fields in names["layers"].values() for field in fields}
    assert public - listed == set()


def test_links_out_of_the_docs_lead_to_the_algorithms_pages_and_to_the_repository():
    origin = docs_pages.DOCS / "how-to" / "page.md"
    text = (
        "[a](../../processing/help/reach.md#fields), [b\nc](../api.md) [d](../../CONTRIBUTING.md) "
        "![e](../images/map.png)\n"
        "```sh\n[kept](../api.md)\n```\n[f]: ../api.md\n"
    )
    at = {
        docs_pages.HELP / "reach.md": PurePosixPath("algorithms/reach.md"),
        docs_pages.DOCS / "api.md": PurePosixPath("api.md"),
    }
    page = docs_pages.Page(origin, PurePosixPath("how-to/page.md"), text)
    assert docs_pages.with_links(page, at) == (
        "[a](../algorithms/reach.md#fields), [b\nc](../api.md) "
        "[d](https://github.com/frontline-change/frontline-change/blob/main/CONTRIBUTING.md) ![e](../images/map.png)\n"
        "```sh\n[kept](../api.md)\n```\n[f]: ../api.md\n"
    )


def test_a_diagram_becomes_lines():
    diagram = '```mermaid\nflowchart TB\n    a["one"] --> b\n    b["two"] --> c\n```'
    assert docs_pages.DIAGRAM.sub(docs_pages.arrows, diagram) == "```text\none → two\ntwo → c\n```"


def test_what_users_need_is_there_in_both_languages():
    english, ukrainian = names("en"), names("uk")
    assert ukrainian <= english
    how_tos = {name for name in english if name.startswith("how-to/")}
    method = {"errors", "front-length", "published-figures", "what-does-depth-mean"}
    assert len(how_tos) > 10 and how_tos | method | {"index", "get-started"} <= ukrainian


def test_both_languages_of_a_page_have_the_same_figures_in_their_tables():
    for name in sorted(names("uk")):
        english, ukrainian = tables_of(docs_pages.DOCS / f"{name}.md"), tables_of(docs_pages.DOCS / "uk" / f"{name}.md")
        assert len(english) == len(ukrainian), name
        for table, translated in zip(english, ukrainian):
            for row, other in zip(table, translated, strict=True):
                assert [figures(cell) for cell in row.values()] == [figures(cell) for cell in other.values()], name


def figures(cell):
    """The digits of the numbers of a cell, before and after the decimal mark; only English writes 1,000."""
    return re.findall(r"\d+", re.sub(r"(?<=\d),(?=\d{3}\b)", "", cell))


def test_both_languages_of_a_how_to_have_the_same_commands():
    for page in how_to.PAGES:
        translated = docs_pages.DOCS / "uk" / "how-to" / page.name
        assert FENCED.findall(page.read_text("utf-8")) == FENCED.findall(translated.read_text("utf-8")), page.stem


def test_the_addresses_outside_are_listed_with_their_pages(tmp_path):
    links = docs_pages.write("en", tmp_path / "en")
    assert links["https://github.com/cyterat/deepstate-map-data"] == sorted(
        ["june-2025.md", "published-figures.md", "what-does-depth-mean.md"]
    )
    assert all(re.fullmatch(r"https?://\S+[\w/]", address) for address in links)


def test_the_requirements_are_pinned():
    lines = Path(ROOT / "tools" / "requirements-docs.txt").read_text("utf-8").splitlines()
    pinned = [line for line in lines if line and not line.startswith("#")]
    assert len(pinned) >= 6 and all(re.fullmatch(r"[\w-]+==[\d.]+", line) for line in pinned)
