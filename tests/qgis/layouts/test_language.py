# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of pages: the same in every language file, numbers and dates as its readers write them, titles that fit."""

import json
import string
from datetime import datetime, timezone

import pytest
from checkout import ROOT
from frontline_change.layouts.change_facts import (
    ChangeFacts,
    SectorFacts,
    TextOptions,
    alt_text,
    caption,
    credit,
    page_texts,
    period,
    title,
)
from frontline_change.layouts.language import CODES, FOLDER, language

JUNE = ChangeFacts(
    first=datetime(2025, 6, 2, tzinfo=timezone.utc),
    last=datetime(2025, 7, 2, tzinfo=timezone.utc),
    days=30.0,
    sectors=(
        SectorFacts("Donetsk", 1399.04, 0.0, 12.59),
        SectorFacts("Sumy", 85.34, 20.1, 7.1, 1.2),
        SectorFacts("outside all sectors", 0.2, 0.0),
    ),
    net_se_km2=30.9,
    position_error_m=500.0,
    noise_width_m=700.0,
    classes=("held",),
    credits=("Publisher A",),
)


def keys(texts):
    nested = {f"{part} {key}": text for part in ("legend", "animation", "classes") for key, text in texts[part].items()}
    return {
        key: {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for key, text in {**texts, **nested}.items()
        if isinstance(text, str) and key not in ("name", "locale", "day", "short_day", "first_day")
    }


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_every_text_with_the_same_values(code):
    english = json.loads((FOLDER / "en.json").read_text(encoding="utf-8"))
    assert keys(json.loads((FOLDER / f"{code}.json").read_text(encoding="utf-8"))) == keys(english)


@pytest.mark.parametrize(
    ("code", "area", "error", "depth", "day", "month"),
    [
        ("en", "1,484 km²", "31 km²", "12.6 km", "2 June 2025", "June 2025"),
        ("uk", "1\xa0484 км²", "31 км²", "12,6 км", "2 червня 2025", "червень 2025"),
        ("de", "1.484 km²", "31 km²", "12,6 km", "2. Juni 2025", "Juni 2025"),
        ("fr", "1\u202f484 km²", "31 km²", "12,6 km", "2 juin 2025", "juin 2025"),
    ],
)
def test_numbers_and_dates_are_those_of_the_language(code, area, error, depth, day, month):
    own = language(code)
    assert own.area(1484.38) == area
    assert own.error(30.9) == error
    assert own.depth(12.59) == depth
    assert own.day(JUNE.first) == day
    assert own.month(JUNE.first) == month


def test_small_and_negative_numbers():
    own = language("en")
    assert own.area(0.04) == "0 km²"
    assert own.area(-3.84, signed=True) == "−3.8 km²"
    assert own.pace(-18.46) == "−18.5 km² a day"
    assert own.pace(-0.04) == "0.0 km² a day"
    assert own.days(1) == "one day"
    assert own.days(30.5) == "30.5 days"


@pytest.mark.parametrize(
    ("gained", "lost", "expected"),
    [
        (557.0, 0.04, "Russian forces gained 557 km² and lost none"),
        (118.0, 35.6, "Russian forces gained 118 km² and lost 35.6 km²"),
        (0.0, 35.6, "Russian forces lost 35.6 km² and gained none"),
        (0.01, 0.01, "Russian forces: no change between the two maps"),
    ],
)
def test_the_title_says_what_happened(gained, lost, expected):
    change = ChangeFacts(JUNE.first, JUNE.last, 30.0, (SectorFacts("all", gained, lost),))
    assert title(change, TextOptions(language("en"), "Russian forces")) == expected


def test_without_a_name_it_is_the_side_with_a_capital():
    assert title(JUNE, TextOptions(language("en"))).startswith("The side gained 1,485 km²")
    assert title(JUNE, TextOptions(language("de"))).startswith("Die Seite: 1.485 km² gewonnen")


def test_the_period_of_a_month_names_the_month():
    options = TextOptions(language("en"))
    assert period(JUNE, options) == "From 2 June 2025 to 2 July 2025, by the maps of these days"
    month = datetime(2025, 6, 1, tzinfo=timezone.utc)
    assert period(ChangeFacts(JUNE.first, JUNE.last, 30.0, JUNE.sectors, month=month), options) == (
        "June 2025, by the maps of 2 June 2025 and 2 July 2025"
    )


def test_the_figures_with_their_error_and_their_place():
    shown = page_texts(JUNE, TextOptions(language("en"))).figures
    assert [tuple(figure) for figure in shown] == [
        ("+1,464 km²", "net change, ± 31 km² (standard error)"),
        ("12.6 km", "deepest advance, Donetsk"),
        ("1.2 km", "deepest retreat, Sumy"),
        ("48.8 km² a day", "net, over 30 days"),
    ]


def test_a_change_of_unknown_error_has_none():
    change = ChangeFacts(JUNE.first, JUNE.last, 30.0, JUNE.sectors)
    texts = page_texts(change, TextOptions(language("en")))
    assert texts.figures[0].caption == "net change"
    assert "±" not in texts.method


def test_classes_are_named_in_the_language_of_the_page():
    change = ChangeFacts(JUNE.first, JUNE.last, 30.0, JUNE.sectors, classes=("held", "contested"))
    assert "classes comptées : tenu, contesté." in page_texts(change, TextOptions(language("fr"))).method
    assert "gezählte Klassen: gehalten." in page_texts(JUNE, TextOptions(language("de"))).method


def test_the_credit_is_the_publishers_or_the_one_given():
    options = TextOptions(language("en"), version="1.2.3")
    assert credit(JUNE, options) == (
        "Maps: Publisher A. Base map: Natural Earth. Measured with Frontline Change 1.2.3."
    )
    assert credit(JUNE, TextOptions(language("en"), credit="Jane Doe, CC BY 4.0.")).startswith(
        "Maps: Jane Doe, CC BY 4.0. "
    )
    nobody = ChangeFacts(JUNE.first, JUNE.last, 30.0, JUNE.sectors, origins=("june", "july"))
    assert credit(nobody, options).startswith("Maps: as supplied (june, july).")
    both = ChangeFacts(JUNE.first, JUNE.last, 30.0, JUNE.sectors, credits=("Publisher A",), origins=("mine",))
    assert credit(both, options).startswith("Maps: Publisher A; as supplied (mine).")


def test_the_caption_leads_with_the_change_and_names_the_sectors():
    sentences = caption(JUNE, TextOptions(language("en"), "Russian forces"))
    assert sentences[0].startswith("Russian forces gained 1,485 km² and lost 20.1 km² between 2 June 2025 and 2 July")
    assert sentences[1] == "That is 48.8 km² a day on average."
    named = "Donetsk (+1,399 km²), Sumy (+65.2 km²) and outside all sectors (+0.2 km²)"
    assert sentences[2] == f"The largest net changes by sector: {named}."
    assert sentences[3] == "The deepest advance was 12.6 km, in Donetsk."


def test_the_alternative_text_claims_only_what_is_shown():
    options = TextOptions(language("en"))
    gained = "Hatched is the ground gained since 2 June 2025 (1,485 km²)."
    assert alt_text(JUNE, options, ["gained"]) == f"Map of the front. {gained}"
    whole = alt_text(JUNE, options, ["held", "gained", "lost", "depth"])
    assert "The ground held by the side on 2 July 2025 is grey." in whole
    assert "lost since 2 June 2025 (20.1 km²)" in whole
    assert whole.endswith("A line marks the deepest advance, 12.6 km, in Donetsk.")
    quiet = ChangeFacts(JUNE.first, JUNE.last, 30.0, (SectorFacts("all", 0.01, 0.0),), net_se_km2=0.02)
    assert "Hatched" not in alt_text(quiet, options, ["held", "gained", "lost", "depth"])
    assert page_texts(quiet, options).figures[0].caption == "net change"


def test_a_month_that_is_not_whole_says_so():
    month = datetime(2025, 6, 1, tzinfo=timezone.utc)
    change = ChangeFacts(JUNE.first, JUNE.last, 30.0, JUNE.sectors, month=month, is_complete=False)
    assert period(change, TextOptions(language("en"))).startswith("June 2025 (not complete), by the maps of")


def test_every_text_of_a_language_is_used():
    files = [path for folder in ("layouts", "processing") for path in (ROOT / folder).rglob("*.py")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    texts = json.loads((FOLDER / "en.json").read_text(encoding="utf-8"))
    built = ("title_", "alt_", "caption_", "detail_", "table_", "advance_", "retreat_")  # put together from parts
    names = [key for key in texts if not key.startswith(built)]
    assert [key for key in names if f'"{key}"' not in source and f"'{key}'" not in source] == []


@pytest.mark.parametrize("code", CODES)
def test_the_texts_of_every_language_are_whole(code):
    options = TextOptions(language(code), version="1.2.3")
    texts = page_texts(JUNE, options)
    for text in (
        texts.title,
        texts.period,
        texts.method,
        texts.credit,
        alt_text(JUNE, options, ("held", "gained", "lost", "depth")),
        *caption(JUNE, options),
    ):
        assert text
        assert not set(text) & set("{}")
        assert text[0] == text[0].upper()
