# SPDX-License-Identifier: GPL-2.0-or-later
"""Words of control and actors in seven languages; names of places are none."""

import pytest
from frontline_change.core.maps.control_words import class_by_words, classes_by_words, names_sides, signs_in


@pytest.mark.parametrize(
    ("word", "control_class"),
    [
        *((word, "held") for word in ("Occupied", "Окуповано", "оккупировано", "besetzt", "occupé", "ocupado", "محتل")),
        *((word, "held") for word in ("Occupied territories", "zone occupée", "الأراضي المحتلة", "held")),
        *((word, "contested") for word in ("Grey zone", "сіра зона", "umkämpft", "contesté", "unknown", "رمادية")),
        *((word, "liberated") for word in ("Liberated", "Звільнено", "освобождённые", "befreit", "libéré", "liberado")),
        *((word, "claimed") for word in ("claimed", "revendiqué", "заявлена")),
        *((word, None) for word in ("RSF", "occupied by RSF", "Russia", "Kherson", "held or claimed", "", "zone")),
    ],
)
def test_what_a_word_means(word, control_class):
    assert class_by_words(word) == control_class


def test_words_are_taken_for_classes_only_if_all_are_known_and_one_is_held():
    assert classes_by_words(["Occupied", "Grey"]) == {"Occupied": "held", "Grey": "contested"}
    assert classes_by_words(["Occupied", "Grey", "RSF"]) is None
    assert classes_by_words(["Occupied", ""]) is None
    assert classes_by_words(["Occupied", "Controlled"]) is None
    assert classes_by_words(["Grey", "Claimed"]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("VIEW_RussiaCoTinUkraine_V3", "VIEW_ClaimedUkrainianCounteroffensives_V2"),
        ("MDS_AssessedRussianAdvanceInUkraine_view", "VIEW_ClaimedRussianTerritoryinUkraine_V2"),
        ("ロシア軍支配エリア", "ウクライナ軍反撃エリア"),
        ("RSF", "SAF"),
        ("Government", "Rebels"),
        ("армія", "повстанці"),
        ("Russian army", "Ukrainian army"),
    ],
)
def test_names_that_tell_sides_apart(one, other):
    assert signs_in(one) != signs_in(other)
    assert signs_in(one) and signs_in(other)


@pytest.mark.parametrize(
    "name",
    ["Ukrainsk", "Krasnoarmiisk", "Liberec", "Bakhmut", "Union Polygon_0", "Sector 7", "Grayson", "Luhansk Oblast"],
)
def test_places_are_no_sign(name):
    assert signs_in(name) == frozenset()


def test_a_description_is_no_name():
    assert signs_in("In June the Russian army advanced from the north to the very edge of this village") == frozenset()


def test_fields_that_name_sides():
    assert all(map(names_sides, ("side", "controlled_by", "controlledBy", "occupied", "Сторона", "contrôle", "bando")))
    assert not any(map(names_sides, ("name", "type", "id", "oblast", "part", "participants")))
