# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the pages of the site in one language into a folder: those of docs/, the help pages, and lists made of them.

The English pages are docs/ without docs/uk/, the Ukrainian ones docs/uk/. The help page of an algorithm becomes
algorithms/<id>.md, with the names that scripts use. Links between files of the repository become links between pages,
or links into the repository where the site has no such page.
"""

from __future__ import annotations

import configparser
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
HELP = ROOT / "processing" / "help"
NAMES = ROOT / "tests" / "unit" / "public_names.json"
LANGUAGES = ("en", "uk")
NOT_PAGES = {"_templates", "_static", "uk"}

WORDS = {
    "en": {
        "algorithms": "Algorithms",
        "algorithms_intro": "All are in the Processing Toolbox under Frontline Change, and run by their names from "
        "scripts, models and the command line.",
        "fields": "Fields",
        "fields_intro": "Every field that the help pages describe, by name. Names carry their units: `_km2`, `_km`, "
        "`_m`, `_days`, `_pct`; `_se_` is one standard error. A field has the same meaning in every table "
        "unless it is listed twice.",
        "field": "field",
        "meaning": "meaning",
        "tables": "described with",
        "what": "what it does",
        "algorithm": "algorithm",
        "names": "Names for scripts",
        "inputs": "Parameters; those in bold are required, a value after = is the default.",
        "layers": "Layers and tables",
        "values": "Numbers and texts",
    },
    "uk": {
        "algorithms": "Алгоритми",
        "algorithms_intro": "Усі вони є на панелі інструментів обробки в групі Frontline Change і запускаються за "
        "назвами зі скриптів, моделей і командного рядка.",
        "fields": "Поля",
        "fields_intro": "Кожне поле, яке описують сторінки довідки, за назвою. Назви містять одиниці: `_km2`, `_km`, "
        "`_m`, `_days`, `_pct`; `_se_` — одна стандартна похибка. Поле має те саме значення в кожній таблиці, якщо "
        "його не наведено двічі.",
        "field": "поле",
        "meaning": "значення",
        "tables": "описано в",
        "what": "що він робить",
        "algorithm": "алгоритм",
        "names": "Назви для скриптів",
        "inputs": "Параметри; виділені обов’язкові, значення після = типове.",
        "layers": "Шари й таблиці",
        "values": "Числа й тексти",
    },
}

_FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(!?\[[^\]]*\])\(([^)\s]+)\)")
_TARGET = re.compile(r"^(\[[^\]]+\]:\s*)(\S+)", re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s)>`|]+")
DIAGRAM = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NODE = re.compile(r'(\w+)\["([^"]*)"\]')
_ROW = re.compile(r"^\|.*$", re.MULTILINE)
_DAY = re.compile(r"(?<![`\w-])\d{4}-\d\d(-\d\d)?(?![`\w-])")  # in a table it stays on one line
_FIELD = re.compile(r"`([a-z]\w*)`")
_ITEM = re.compile(r"^- (.+(?:\n  .+)*)", re.MULTILINE)
_NAMED = re.compile(r"(?:^|(?<=\. ))((?:`[a-z]\w*`(?:, )?)+): ")


@dataclass(frozen=True)
class Page:
    """A page of the site: where it comes from, where it goes, and its text before links are rewritten."""

    origin: Path
    path: PurePosixPath
    text: str


def write(language: str, folder: Path) -> dict[str, list[str]]:
    """Write the pages of a language into a folder that is made anew. Return outside addresses with their pages."""
    shutil.rmtree(folder, ignore_errors=True)
    helps = help_pages(language)
    pages = [*own_pages(language), *(algorithm_page(name, path, language) for name, path in helps.items())]
    pages += [algorithms_page(helps, language), fields_page(helps, language)]
    at = {page.origin: page.path for page in pages}
    at |= {path: PurePosixPath("images", path.name) for path in (DOCS / "images").iterdir()}
    written = {page.path: with_links(page, at) for page in pages}
    for path, text in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    shutil.copytree(DOCS / "images", folder / "images")
    shutil.copytree(HELP / "figures", folder / "algorithms" / "figures")
    return external_links(written)


def help_pages(language: str) -> dict[str, Path]:
    """Return the help pages of a language by name, the first algorithms first."""
    order = [name.removeprefix("frontline:") for name in json.loads(NAMES.read_text(encoding="utf-8"))]
    suffix = "" if language == "en" else f"_{language}"
    return {name: HELP / f"{name}{suffix}.md" for name in order}


def public_names(name: str) -> dict:
    """Return the names of an algorithm that scripts use."""
    return json.loads(NAMES.read_text(encoding="utf-8"))[f"frontline:{name}"]


def own_pages(language: str) -> Iterator[Page]:
    """Yield the pages of docs/ in a language."""
    root = DOCS / "uk" if language == "uk" else DOCS
    for path in sorted(root.rglob("*.md")):
        inside = path.relative_to(root)
        if inside.parts[0] not in NOT_PAGES:
            index = inside.with_name("index.md") if inside.name == "README.md" else inside
            text = DIAGRAM.sub(arrows, path.read_text(encoding="utf-8"))
            if index != inside:  # a list of the pages beside it
                text += toctree(sorted(other.stem for other in path.parent.glob("*.md") if other != path))
            yield Page(path, PurePosixPath(index.as_posix()), text)


def arrows(diagram: re.Match[str]) -> str:
    """Return a Mermaid diagram as a block of text with a line for each arrow: no script draws it in the site."""
    labels = dict(_NODE.findall(diagram[1]))
    pairs = (line.split("-->") for line in _NODE.sub(r"\1", diagram[1]).splitlines() if "-->" in line)
    lines = [" → ".join(labels.get(end.strip(), end.strip()) for end in pair) for pair in pairs]
    return "\n".join(["```text", *lines, "```"])


def algorithm_page(name: str, path: Path, language: str) -> Page:
    """Return the help page of an algorithm, with its id under the title and its names at the end."""
    title, _, body = path.read_text(encoding="utf-8").partition("\n")
    words, names = WORDS[language], public_names(name)
    body = re.sub(r"\(figures/(\w+)\.png\)", r"(figures/\1@2x.png)", body)
    parts = [f"{title}\n\n`frontline:{name}`\n{body.rstrip()}", f"## {words['names']}", words["inputs"]]
    parts.append(", ".join(_parameter(one, names) for one in names["inputs"]) + ".")
    if names["layers"]:
        parts.append(f"{words['layers']}: {', '.join(f'`{one}`' for one in names['layers'])}.")
    if names["numbers"] or names["strings"]:
        parts.append(f"{words['values']}: {', '.join(f'`{one}`' for one in [*names['numbers'], *names['strings']])}.")
    return Page(path, PurePosixPath("algorithms", f"{name}.md"), "\n\n".join(parts) + "\n")


def _parameter(name: str, names: dict) -> str:
    """A parameter as the list shows it."""
    default = names["defaults"].get(name)
    shown = f"`{name}`" if default in (None, "") else f"`{name} = {default}`"
    return f"**{shown}**" if name in names["required"] else shown


def algorithms_page(helps: dict[str, Path], language: str) -> Page:
    """Return the list of algorithms: title and first sentence of each help page."""
    words = WORDS[language]
    lines = [f"# {words['algorithms']}", "", words["algorithms_intro"], ""]
    lines += [f"| {words['algorithm']} | {words['what']} |", "|---|---|"]
    for name, path in helps.items():
        title, _, body = path.read_text(encoding="utf-8").partition("\n")
        first = " ".join(body.strip().split("\n\n")[0].split())
        sentence = re.match(r".+?[.!?](?=\s|$)", first)
        lines.append(f"| [{title.removeprefix('# ')}]({name}.md) | {sentence[0] if sentence else first} |")
    return Page(HELP, PurePosixPath("algorithms", "index.md"), "\n".join(lines) + "\n" + toctree(helps))


def toctree(names: Iterable[str]) -> str:
    """Return the entries of the navigation below a page."""
    return "\n".join(["", "```{toctree}", ":hidden:", "", *names, "```", ""])


def fields_page(helps: dict[str, Path], language: str) -> Page:
    """Return the list of all fields, with what they mean and the pages that describe them."""
    words = WORDS[language]
    meanings: dict[tuple[str, str], list[str]] = {}
    for name, path in helps.items():
        known = {field for fields in public_names(name)["layers"].values() for field in fields}
        rows = [*table_rows(name, path), *list_rows(path, known)]
        described = {field for fields, _ in rows for field in fields}
        for fields, meaning in [*rows, (sorted(known - described), "")]:
            for field in fields:
                meanings.setdefault((field, meaning), []).append(name)
    said = {field for field, meaning in meanings if meaning}  # elsewhere, where the tables are the same
    lines = [f"# {words['fields']}", "", words["fields_intro"], ""]
    lines += [f"| {words['field']} | {words['meaning']} | {words['tables']} |", "|---|---|---|"]
    for (field, meaning), those in sorted(meanings.items()):
        if meaning or field not in said:
            links = ", ".join(f"[{name}](algorithms/{name}.md)" for name in dict.fromkeys(those))
            lines.append(f"| `{field}` | {meaning} | {links} |")
    return Page(DOCS, PurePosixPath("fields.md"), "\n".join(lines) + "\n")


def table_rows(name: str, path: Path) -> Iterator[tuple[list[str], str]]:
    """Yield the fields and the meaning of each row of a help page's tables of fields.

    The English page marks these tables; that of another language has the same tables in the same order.
    """
    english = _tables(HELP / f"{name}.md")
    for (marked, _), (_, rows) in zip(english, _tables(path)):
        if marked:
            for row in rows:
                fields, _, meaning = row.strip().strip("|").partition("|")
                yield _FIELD.findall(fields), meaning.strip()


def list_rows(path: Path, known: set[str]) -> Iterator[tuple[list[str], str]]:
    """Yield the fields and the meaning that the items of a help page's lists begin with, or have after a full stop."""
    for item in _ITEM.findall(path.read_text(encoding="utf-8")):
        parts = _NAMED.split(" ".join(item.split()))
        for names, meaning in zip(parts[1::2], parts[2::2]):
            fields = _FIELD.findall(names)
            if known.issuperset(fields):
                yield fields, meaning.strip().rstrip(".").replace("|", "\\|")


def _tables(path: Path) -> list[tuple[bool, list[str]]]:
    """The tables of a page in order: whether a line marks it as one of fields, and its rows without the head."""
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [at for at, line in enumerate(lines) if line[:1] == "|" and (at == 0 or lines[at - 1][:1] != "|")]
    found = []
    for start in starts:
        end = next((at for at in range(start, len(lines)) if lines[at][:1] != "|"), len(lines))
        found.append((lines[start - 1].startswith("<!-- fields"), lines[start + 2 : end]))
    return found


def with_links(page: Page, at: dict[Path, PurePosixPath]) -> str:
    """Return the text of a page with its links to files of the repository turned into links of the site."""

    def turned(link: str) -> str:
        name, hash_, anchor = link.partition("#")
        if "://" in link or not name or page.origin.is_dir():  # written here, for the site
            return link
        target = Path(os.path.normpath(page.origin.parent / name))
        if target in at:
            return os.path.relpath(at[target], page.path.parent) + hash_ + anchor
        inside = target.is_relative_to(ROOT) and target.exists() and target.suffix != ".png"
        return f"{repository()}/blob/main/{target.relative_to(ROOT).as_posix()}" if inside else link

    def written(text: str) -> str:
        text = _ROW.sub(lambda row: _DAY.sub(r'<span class="day">\g<0></span>', row[0]), text)
        text = _LINK.sub(lambda found: f"{found[1]}({turned(found[2])})", text)
        return _TARGET.sub(lambda found: found[1] + turned(found[2]), text)

    parts = _FENCED.split(page.text)  # every other one is a block of code
    return "".join(part if number % 2 else written(part) for number, part in enumerate(parts))


def repository() -> str:
    """Return the address of the repository from metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["repository"]


def external_links(texts: dict[PurePosixPath, str]) -> dict[str, list[str]]:
    """Return the addresses outside the site that pages name, each with those pages."""
    found: dict[str, list[str]] = {}
    for path, text in texts.items():
        for address in dict.fromkeys(each.rstrip(".,;:") for each in _ADDRESS.findall(text)):
            found.setdefault(address, []).append(str(path))
    return dict(sorted(found.items()))
