# SPDX-License-Identifier: GPL-2.0-or-later
"""The translation workflow: which texts are found in the source, and what a translation must not break."""

import ast
import configparser

import package
import pytest
import translations

ROOT = translations.ROOT
SOURCE = """
tr = QCoreApplication.translate
a = tr("FrontlineChange", "one " "two")
b = QCoreApplication.translate("FrontlineChange", "{count} maps").format(count=3)
c = QT_TRANSLATE_NOOP("FrontlineChange", "a title")
d = QCoreApplication.translate("QDialog", "somebody else's")
e = QCoreApplication.translate("FrontlineChange", variable)

class GapError(InputError):
    def __init__(self, days):
        super().__init__("A gap." if days else "No gap.")

def check():
    raise GapError(3)
    raise InputError("Layer “{layer}” is empty.", layer="x")
    raise LibraryError("shapely", "missing", "not for people")
    raise ValueError("not for people")
"""


@pytest.fixture(scope="module", params=translations.LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def translated(language):
    return {source: text for source, text in translations.read_ts(translations.ts_path(language)).items() if text}


def test_texts_are_found_wherever_people_see_them():
    tree = ast.parse(SOURCE)
    trees = {"errors": ast.parse("class InputError(FrontlineError): pass\nclass LibraryError(FrontlineError): pass")}
    errors = translations.error_classes({**trees, "source": tree})
    assert errors == {"FrontlineError", "FeatureError", "InputError", "GapError"}
    assert list(translations.texts_in(tree, errors)) == [
        "one two",
        "{count} maps",
        "a title",
        "A gap.",
        "No gap.",
        "Layer “{layer}” is empty.",
    ]


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("Layer “{layer}” has coordinates that are not finite numbers. Repair or delete those features.", "core/"),
        ("There is no map from {instant} or before: the maps run from {first} to {last} (UTC). Ask for a date within "
         "that time.", "core/maps/"),
        ("“{file}”: feature {feature} has a line of one point. Repair or delete it.", "core/maps/"),
        ("Gained", "styles/"),
        ("Change per sector between two maps", "processing/"),
        ("Frontline Change", "plugin.py"),
    ],
)  # fmt: skip
def test_each_package_is_read(text, file):
    assert any(location.startswith(file) for location in translations.sources()[text])


def test_what_only_scripts_see_stays_english():
    assert {
        location for places in translations.sources().values() for location in places if "core/api" in location
    } == set()


def test_every_error_of_core_is_written_out_or_filled_in_elsewhere():
    """An error whose sentence is a variable could not be found, and would stay English."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in translations.files()}
    own_sentence = {"NoSnapshotError", "CheckError", "SeveralSidesError"}  # they write their own sentence
    errors = translations.error_classes(trees) - own_sentence
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and translations.called(node) in errors and node.args
        and translations.text_of(node.args[0]) is None and ast.unparse(node.args[0]) != "error.template"
    ]  # fmt: skip
    assert hidden == []


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("{count} maps", "карт: {count}", None),
        ("{count} maps", "карт: {кількість}", "other names in braces"),
        ("{count} maps", "карт", "other names in braces"),
        ("{count} maps", "карт: {count", "braces that do not match"),
        ("&View", "Ви&гляд", None),
        ("&View", "Вигляд", "more or fewer accelerators (&)"),
        ("Lea & Rea", "Лі та Реа", None),
        ("one ", "один", "other spaces at the ends"),
        ("one", " ", "not translated"),
    ],
)
def test_faults_of_a_translation(source, translation, fault):
    assert list(translations.faults(source, translation)) == ([fault] if fault else [])


def test_a_ts_file_is_read_as_it_was_written(tmp_path):
    texts = {"a < b & “c”": "а < б & «в»", "two\nlines": "два\nрядки", "open": ""}
    path = tmp_path / "some.ts"
    path.write_text(translations.ts_text("uk", {text: ["ui/dock.py"] for text in texts}, texts), encoding="utf-8")
    assert translations.read_ts(path) == texts


def test_what_is_no_longer_in_the_source_is_dropped_and_the_rest_kept():
    text = translations.ts_text("uk", {"new": ["a.py"], "kept": ["b.py"]}, {"kept": "лишене", "old": "старе"})
    assert "старе" not in text
    assert "лишене" in text
    assert text.count("unfinished") == 1


def test_no_translation_breaks_names_in_braces_or_accelerators(translated):
    wrong = {source: list(translations.faults(source, text)) for source, text in translated.items()}
    assert {source: faults for source, faults in wrong.items() if faults} == {}


def test_quotation_marks_and_apostrophes_are_those_of_the_glossary(translated):
    assert [text for text in translated.values() if "“" in text or "ʼ" in text] == []


def test_the_compiled_file_is_shipped_and_loaded_by_its_name(language):
    shipped = package.shipped_files()
    assert translations.ts_path(language).with_suffix(".qm").relative_to(ROOT).as_posix() in shipped
    assert f"processing/help/sectorchange_{language}.md" in shipped
    assert 'f"frontline_change_{language}.qm"' in (ROOT / "plugin.py").read_text(encoding="utf-8")


def test_metadata_speak_the_language(language):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    for key in ("description", "about"):
        assert parser["general"][f"{key}[{language}]"] != parser["general"][key]
