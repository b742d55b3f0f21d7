# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin in Ukrainian, as people see it: a headline, an error, a legend, a help page."""

import re

import pytest
import translations
from frontline_change import styles
from frontline_change.plugin import FrontlineChangePlugin
from layers import box, layer
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = translations.CONTEXT
CYRILLIC = re.compile("[а-яіїєґ]", re.IGNORECASE)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_compiled_file_states_what_people_translated(language):
    path = translations.ts_path(language)
    texts = {source: text for source, text in translations.read_ts(path).items() if text}
    assert len(texts) > 800
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    QCoreApplication.installTranslator(translator)
    try:
        assert {source: QCoreApplication.translate(CONTEXT, source) for source in texts} == texts
    finally:
        QCoreApplication.removeTranslator(translator)


def maps():
    before = layer("front_20250602", box(36, 48.6, 37, 49))
    after = layer("front_20250702", box(36, 48.6, 37.1, 49))
    return before, after


def test_a_headline(sectorchange, ukrainian):
    before, after = maps()
    headline = sectorchange(BEFORE=before, AFTER=after)["HEADLINE"]
    assert headline.startswith("Від 2 червня 2025 до 2 липня 2025 сторона здобула ")
    assert "км² на добу" in headline
    assert "Найглибше просування — " in headline
    assert " і втратила 0 км²: " in headline  # “втратила нічого” is no Ukrainian


def test_a_headline_of_1914(sectorchange, ukrainian):
    before, after = layer("front", box(36, 48.6, 37, 49)), layer("front", box(36, 48.6, 37.1, 49))
    headline = sectorchange(BEFORE=before, AFTER=after, BEFORE_DATE="1914-08-03", AFTER_DATE="1914-08-25")["HEADLINE"]
    assert headline.startswith("Від 3 серпня 1914 до 25 серпня 1914 сторона здобула ")


def test_the_largest_of_several_losses(changeseries, ukrainian):
    days = [("2025-05-01",), ("2025-06-01",), ("2025-07-01",)]
    maps = layer("maps", *(box(37, 48, east, 48.5) for east in (38, 37.5, 37.48)), fields="date:date", rows=days)
    for period, words in (
        ("month", "за травень 2025 року: 2\xa0064 км²"),
        ("day", "31 травня 2025: 2\xa0064 км²"),
    ):
        headline = changeseries(SNAPSHOTS=maps, PERIOD=period)["HEADLINE"]
        assert headline.endswith(f"; найбільша втрата була {words}.")
    assert "приріст" not in headline


def test_the_most_moved_axis(axisadvance, ukrainian):
    days = [("2025-05-01",), ("2025-06-01",)]
    maps = layer("maps", *(box(28, 49, east, 51) for east in (31, 30.94)), fields="date:date", rows=days)
    axes = layer("roads", "LINESTRING(30.9 50, 31.3 50)", kind="LineString", fields="name:string", rows=[("Схід",)])
    headline = axisadvance(SNAPSHOTS=maps, AXES=axes, PERIOD="snapshot")["HEADLINE"]
    assert "фронт відійшов на 4,3 км уздовж осі «Схід» (± 0,7 км); до її кінця лишилося" in headline


def test_a_number_that_is_none(sectorchange, ukrainian):
    before, after = maps()
    assert sectorchange.refusal(BEFORE=before, AFTER=after, POSITION_ERROR=float("nan")).endswith(
        "не може бути «nan». Укажіть число від 0 до 1\xa0000\xa0000."
    )


def test_an_error_of_core(sectorchange, ukrainian):
    _, after = maps()
    points = layer("front_20250601", "POINT(36 48)", kind="Point")
    message = sectorchange.refusal(BEFORE=points, AFTER=after)
    assert message == (
        "«front_20250601» має об’єктів: 1, і жоден не є полігоном. Виберіть шар або файл із полігонами контрольованої "
        "території."
    )


def test_an_error_within_an_error(sectorchange, ukrainian):
    _, after = maps()
    message = sectorchange.refusal(BEFORE=layer("front_20251332", box(0, 0, 1, 1)), AFTER=after)
    assert CYRILLIC.search(message)
    assert not re.search(r"\b(date|the|cannot)\b", message)


def test_a_value_that_is_refused(sectorchange, ukrainian):
    before, after = maps()
    message = sectorchange.refusal(BEFORE=before, AFTER=after, NOISE_WIDTH=-1)
    assert "Укажіть число від 0 до 1\xa0000\xa0000." in message


def test_algorithms_and_their_parameters(frontline, ukrainian):
    """A new object, since texts are looked up when an algorithm is made."""
    for algorithm in frontline.algorithms():
        made = algorithm.create()
        assert CYRILLIC.search(made.displayName()), made.id()
        assert CYRILLIC.search(made.group()), made.id()
        assert CYRILLIC.search(made.shortDescription()), made.id()


def test_a_help_page(frontline, ukrainian):
    (algorithm,) = [one for one in frontline.algorithms() if one.name() == "sectorchange"]
    assert "Що на вході" in algorithm.create().shortHelpString()


def test_a_legend(ukrainian):
    made = layer("gained", kind="MultiPolygon", fields="kind:string,area_km2:double")
    styles.apply(made, "gained")
    assert [category.label() for category in made.renderer().categories()] == [
        "Здобуто",
        "Окремий плацдарм",
        "Завузьке, щоб довіряти",
    ]


@pytest.mark.parametrize(("locale", "translated"), [("uk", True), ("uk_UA", True), ("de", False), ("en_GB", False)])
def test_the_plugin_speaks_the_language_of_qgis(qgis_iface, locale, translated):
    settings = QgsSettings()
    names = ("locale/userLocale", "locale/overrideFlag")
    before = {name: settings.value(name) for name in names}
    for name, value in zip(names, (locale, True)):
        settings.setValue(name, value)
    plugin = FrontlineChangePlugin(qgis_iface)
    try:
        plugin.initProcessing()
        text = QCoreApplication.translate(CONTEXT, "Gained")
    finally:
        plugin.unload()
        for name, value in before.items():
            settings.remove(name) if value is None else settings.setValue(name, value)
    assert text == ("Здобуто" if translated else "Gained")
    assert QCoreApplication.translate(CONTEXT, "Gained") == "Gained"
