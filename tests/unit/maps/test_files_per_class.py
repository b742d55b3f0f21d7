# SPDX-License-Identifier: GPL-2.0-or-later
"""A file for each class and day: classes from the words in which names differ, and names that tell none."""

from dataclasses import replace

import pytest
from frontline_change.core.maps.files_per_class import classed_by_names
from frontline_change.core.maps.survey import MapEntry, plan
from instants import utc

BOX = (36.0, 48.0, 37.0, 49.0)


def classes(*names, days=None):
    """The class of each map by its name, None where it is left out; all are of one day unless `days` are given."""
    entries = [
        MapEntry(number, name, utc(2025, 6, days[number] if days else 1), "generic", "", {"held": BOX}, True)
        for number, name in enumerate(names)
    ]
    labels = {number: (name.split("/")[-1], name.split("/")[0]) for number, name in enumerate(names)}
    found = classed_by_names(entries, labels)
    by_file = {one.file: next(iter(one.boxes)) for one in found.entries}
    return [by_file.get(number) for number in range(len(names))], found.refused


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("2024-05-01_occupied", "contested_2024-05-01", "20240501 liberated"), ["held", "contested", "liberated"]),
        (("front June 1, 2025 Occupied area", "front June 1, 2025 claimed"), ["held", "claimed"]),
        (("occupied/20250601", "grey/20250601"), ["held", "contested"]),
        (("OccupiedTerritory20250601", "ContestedTerritory20250601"), ["held", "contested"]),
        (("2025-06-01", "2025-06-01_contested"), ["held", "contested"]),
        (("maps of May/front_20250601_occupied", "elsewhere/front_20250601_grey"), ["held", "contested"]),
        (("окуповано_01.06.2025", "сіра_зона_01.06.2025", "звільнено_01.06.2025"), ["held", "contested", "liberated"]),
        (("оккупировано 2025-06-01", "освобождено 2025-06-01"), ["held", "liberated"]),
        (("besetzt_20250601", "umkämpft_20250601", "befreit_20250601"), ["held", "contested", "liberated"]),
        (("occupé_20250601", "disputé_20250601", "libéré_20250601"), ["held", "contested", "liberated"]),
        (("ocupado_20250601", "disputado_20250601", "liberado_20250601"), ["held", "contested", "liberated"]),
        (("محتلة_20250601", "محررة_20250601"), ["held", "liberated"]),
    ],
)
def test_the_words_in_which_names_differ_are_the_classes(names, expected):
    """The first of a day in the run was held, whatever its name, and the others were left out."""
    found, refused = classes(*names)
    assert (found, refused) == (expected, [])


def test_the_words_count_on_days_with_one_file_too():
    names = ("a_1_occupied", "a_1_contested", "a_2_contested", "a_3_occupied")
    assert classes(*names, days=[1, 1, 2, 3])[0] == ["held", "contested", "contested", "held"]


def test_words_that_only_some_names_have_are_no_words_of_class():
    names = ("front_1_occupied", "front_1_contested", "2_occupied", "2_grey")
    assert classes(*names, days=[1, 1, 2, 2])[0] == ["held", "contested"] * 2


def test_without_a_day_of_several_files_words_mean_nothing():
    """A map with one kind of feature is held ground."""
    assert classes("front_disputed_1", "front_2", days=[1, 2])[0] == ["held", "held"]
    assert classes("contested_1", "contested_2", days=[1, 2])[0] == ["held", "held"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("russian_control_1", "ukrainian_control_1"), [None, None]),
        (("russian_control_1", "ukrainian_control_1", "grey_1"), [None, None, "contested"]),
        (("contested_north_1", "contested_south_1", "occupied_1"), [None, None, "held"]),
        (("gains_1", "occupied_1", "contested_1"), [None, "held", "contested"]),
    ],
)
def test_names_of_a_day_that_tell_no_class_are_left_out_with_both_names(names, expected):
    found, refused = classes(*names)
    assert found == expected
    for one in refused:
        text = str(one.reason)
        assert one.entry.name in text and sum(name in text for name in names) == 2
        assert "does not say which class" in text and "HELD_VALUES the words" in text


def test_copies_and_the_same_class_twice_are_left_to_the_plan():
    for names in (("front_1", "copy of front_1"), ("occupied_1", "held_1")):
        found, refused = classes(*names)
        assert (found, refused) == (["held", "held"], [])


def test_maps_with_classes_of_their_own_keep_them():
    own = MapEntry(0, "contested_1", utc(2025, 6, 1), "generic", "", {"held": BOX, "claimed": BOX})
    other = replace(own, file=1, name="occupied_1", boxes={"held": BOX}, is_unclassed=True)
    found = classed_by_names([own, other], {0: (own.name, ""), 1: (other.name, "")})
    assert found.entries == [own, other]
    assert len(plan(found.entries)[1]) == 1
