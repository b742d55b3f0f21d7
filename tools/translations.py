# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps i18n/ in step with the source: `make translations` reads every text, updates the .ts, compiles the .qm.

Plain Python; texts are found in the syntax trees of the files. If a translation is incomplete, the problems are printed
and the exit code is 1.
"""

from __future__ import annotations

import ast
import functools
import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "i18n"
HELP = ROOT / "processing" / "help"
MODELS = ROOT / "models"
CONTEXT = "FrontlineChange"
LANGUAGES = {"uk": "uk_UA"}  # by the code that file names carry
READ = ("__init__.py", "plugin.py", "formatting.py", "core", "processing", "styles", "layouts", "ui")
ENGLISH = ROOT / "core" / "api"  # for scripts in Python; QGIS never shows its messages
TRANSLATING = {"translate", "tr", "QT_TRANSLATE_NOOP"}
LRELEASE = ("lrelease", "/usr/lib/qt6/bin/lrelease", "/usr/lib/qt5/bin/lrelease")

# Core has no Qt: its errors contain an English message, which processing translates.
BASES_OF_ERRORS = {"FrontlineError", "FeatureError"}
MESSAGES_ELSEWHERE = {"LibraryError"}  # its messages are in processing/environment.py

ACCELERATOR = re.compile(r"&(?=[^\W_])")


def files() -> list[Path]:
    """Return the Python files whose texts people see."""
    locations = [ROOT / name for name in READ]
    found = (path for location in locations for path in ([location] if location.is_file() else location.rglob("*.py")))
    return sorted(path for path in found if ENGLISH not in path.parents)


def called(node: ast.Call) -> str:
    """Return the last name of a called function: `translate` of `QCoreApplication.translate(…)`."""
    return ast.unparse(node.func).rsplit(".", 1)[-1]


def text_of(node: ast.expr) -> str | None:
    """Return the text of a string literal, None for any other expression."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def error_classes(trees: Mapping[Path, ast.Module]) -> set[str]:
    """Return the names of the classes whose first argument is a message for people."""
    children = {
        node.name: {ast.unparse(base).rsplit(".", 1)[-1] for base in node.bases}
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = set(BASES_OF_ERRORS)
    while more := {name for name, bases in children.items() if bases & found} - found:
        found |= more
    return found - MESSAGES_ELSEWHERE


def texts_in(tree: ast.Module, errors: set[str]) -> Iterator[str]:
    """Yield the texts for people in a file, in order of position."""
    owners = {id(call): cls.name for cls in ast.walk(tree) if isinstance(cls, ast.ClassDef) for call in ast.walk(cls)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    for node in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name, texts = called(node), [text_of(argument) for argument in node.args]
        if name in TRANSLATING and texts[0] == CONTEXT and len(texts) > 1 and texts[1] is not None:
            yield texts[1]
        is_error = name in errors or (name == "__init__" and owners.get(id(node)) in errors)
        if is_error and texts[0] is not None:
            yield texts[0]
        elif is_error and isinstance(node.args[0], ast.IfExp):
            yield from filter(None, (text_of(node.args[0].body), text_of(node.args[0].orelse)))


def texts_of_model(path: Path) -> Iterator[str]:
    """Yield the texts for people in a model: its title, its help, and the titles of its inputs and outputs."""
    options = {option.get("name"): option for option in ET.parse(path).getroot()}
    shown = [options["model_name"], *(text for text in options["help"] if text.get("name") != "ALG_CREATOR")]
    shown += [title for one in options["parameterDefinitions"] for title in one.iterfind("Option[@name='description']")]
    yield from (text.get("value", "") for text in shown)


@functools.cache
def sources() -> dict[str, list[str]]:
    """Return every text for people with the files that contain it, in the order of the files."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in files()}
    errors = error_classes(trees)
    texts = {path: texts_in(tree, errors) for path, tree in trees.items()}
    texts.update((path, texts_of_model(path)) for path in sorted(MODELS.glob("*.model3")))
    found: dict[str, list[str]] = {}
    for path, shown in texts.items():
        for text in shown:
            locations = found.setdefault(text, [])
            if path.relative_to(ROOT).as_posix() not in locations:
                locations.append(path.relative_to(ROOT).as_posix())
    return found


def ts_path(language: str) -> Path:
    """Return the .ts file of a language, which translators edit."""
    return FOLDER / f"frontline_change_{language}.ts"


def read_ts(path: Path) -> dict[str, str]:
    """Return source and translation of each message of a .ts file; unfinished ones are empty."""
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")
    found = {}
    for message in messages:
        translation = message.find("translation")
        done = translation is not None and translation.get("type") is None
        found[message.findtext("source", "")] = (translation.text or "") if done else ""
    return found


def ts_text(language: str, locations: Mapping[str, list[str]], translations: Mapping[str, str]) -> str:
    """Return a .ts file with these texts, their files without line numbers, and the translations that exist."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{LANGUAGES[language]}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source, found_in in locations.items():
        translation = translations.get(source, "")
        unfinished = "" if translation else ' type="unfinished"'
        lines += [
            "    <message>",
            *(f'        <location filename="../{path}"/>' for path in found_in),
            f"        <source>{escape(source)}</source>",
            f"        <translation{unfinished}>{escape(translation)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def compile_qm(language: str) -> Path:
    """Compile the .ts of a language with Qt's lrelease, and return the .qm."""
    program = next(filter(None, map(shutil.which, LRELEASE)), None)
    if program is None:
        raise SystemExit("lrelease is not installed. `tools/setup.sh test` installs it.")
    target = ts_path(language).with_suffix(".qm")
    done = subprocess.run(
        [program, "-silent", "-nounfinished", str(ts_path(language)), "-qm", str(target)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"lrelease has failed:\n{done.stdout}{done.stderr}")
    return target


def fields_of(text: str) -> list[str]:
    """Return the names in braces, sorted."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def faults(source: str, translation: str) -> Iterator[str]:
    """Yield the faults of a translation."""
    if not translation.strip():
        yield "not translated"
        return
    try:
        if fields_of(source) != fields_of(translation):
            yield "other names in braces"
    except ValueError:
        yield "braces that do not match"
    if len(ACCELERATOR.findall(source)) != len(ACCELERATOR.findall(translation)):
        yield "more or fewer accelerators (&)"
    if source[:1].isspace() != translation[:1].isspace() or source[-1:].isspace() != translation[-1:].isspace():
        yield "other spaces at the ends"


def missing_help(language: str) -> list[str]:
    """Return the help pages that are not translated."""
    pages = [path for path in HELP.glob("*.md") if "_" not in path.stem]
    return sorted(page.name for page in pages if not (HELP / f"{page.stem}_{language}.md").exists())


def shape_of(page: str) -> dict[str, int | set[str]]:
    """Return the features that a help page shares with its translation: headings, rows, items, and names in code."""
    page = re.sub(r"<!--.*?-->", "", page)
    lines = page.splitlines()
    return {
        "headings": sum(line.startswith("#") for line in lines),
        "table rows": sum(line.startswith("|") for line in lines),
        "list items": sum(line.startswith(("- ", "1. ", "2. ", "3. ", "4. ")) for line in lines),
        "names in code": set(re.findall(r"`([^`\n]+)`", page)) | set(re.findall(r"\b[A-Z][A-Z_]{3,}\b", page)),
    }


def help_faults(language: str) -> Iterator[str]:
    """Yield differences between a translated help page and the English one."""
    for page in sorted(HELP.glob(f"*_{language}.md")):
        english = HELP / f"{page.stem.removesuffix(f'_{language}')}.md"
        if not english.exists():
            yield f"{page.name}: there is no {english.name}"
            continue
        shapes = [shape_of(path.read_text(encoding="utf-8")) for path in (english, page)]
        for name, expected in shapes[0].items():
            found = shapes[1][name]
            if isinstance(expected, set) and isinstance(found, set) and expected != found:
                yield f"{page.name}: other {name}: {', '.join(sorted(expected ^ found))}"
            elif expected != found:
                yield f"{page.name}: {found} {name} instead of {expected}"


def problems(language: str) -> list[str]:
    """Return all problems of a translation, one line each."""
    translations = read_ts(ts_path(language))
    found = [
        f"{fault}: {source!r}"
        for source in sources()
        for fault in (faults(source, translations[source]) if source in translations else ["not in the .ts file"])
    ]
    found += [f"no longer in the source: {source!r}" for source in sorted(translations.keys() - sources().keys())]
    found += [f"help page not translated: {name}" for name in missing_help(language)]
    return found + list(help_faults(language))


def update(language: str) -> None:
    """Update the .ts of a language, keep its translations, and compile it."""
    FOLDER.mkdir(exist_ok=True)
    path = ts_path(language)
    path.write_text(ts_text(language, sources(), read_ts(path)), encoding="utf-8")
    compile_qm(language)


def main() -> int:
    """Update every language; return 1 if there are problems."""
    total = 0
    for language in LANGUAGES:
        update(language)
        found = problems(language)
        total += len(found)
        for line in found:
            print(line)
        print(f"{language}: {len(read_ts(ts_path(language)))} texts, {len(found)} problems")
    return bool(total)


if __name__ == "__main__":
    sys.exit(main())
