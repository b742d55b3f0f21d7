# SPDX-License-Identifier: GPL-2.0-or-later
"""What project and profile remember: back after a reload, and rubbish does no harm."""

from itertools import product

import pytest
from frontline_change.ui.settings import KEY, PERSON_DEFAULTS, PREFIX, SCOPE, PersonSettings, ProjectSettings
from layers import box, layer
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from rules import every

NOON = QDateTime(QDate(2025, 6, 2), QTime(12, 0), Qt.TimeSpec.UTC)


@pytest.fixture
def person():
    settings = QgsSettings()
    settings.remove(PREFIX.rstrip("/"))
    yield PersonSettings()
    settings.remove(PREFIX.rstrip("/"))


def chosen(theatre=None):
    return {
        "layers": {"BEFORE": "a_1", "AFTER": "b_2", "SECTORS": ""},
        "dates": {"a_1": NOON},
        "sector_field": "name",
        "options": {"NOISE_WIDTH": 0.0, "CLASSES": ["held", "claimed"], **({"THEATRE": theatre} if theatre else {})},
        "measure": "series",
        "period": "month",
    }


def test_a_new_project_has_no_settings(project):
    assert ProjectSettings(project).load() == {}


def test_choices_are_back_after_saving_and_opening_again(project, tmp_path):
    ProjectSettings(project).save(chosen())
    path = str(tmp_path / "project.qgz")
    assert project.write(path)
    project.clear()
    assert ProjectSettings(project).load() == {}
    assert project.read(path)
    assert ProjectSettings(project).load() == {**chosen(), "dates": {"a_1": "2025-06-02T12:00:00Z"}}


def test_a_layer_among_the_options_is_a_layer_again_and_left_out_when_it_is_gone(project):
    theatre = layer("land", box(0, 0, 1, 1))
    project.addMapLayer(theatre)
    ProjectSettings(project).save(chosen(theatre))
    assert ProjectSettings(project).load()["options"]["THEATRE"] is theatre
    project.removeMapLayer(theatre.id())
    assert ProjectSettings(project).load()["options"] == chosen()["options"]


def test_saving_the_same_again_leaves_the_project_unchanged(project):
    ProjectSettings(project).save(chosen())
    project.setDirty(False)
    ProjectSettings(project).save(chosen())
    assert not project.isDirty()
    ProjectSettings(project).save({**chosen(), "period": "week"})
    assert project.isDirty()


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", "null", "17", '{"layers": 3, "dates": {"a": 1}, "period": ["x"], "strange": 1}', "[" * 5000],
)
def test_rubbish_in_a_project_gives_no_settings(project, stored):
    project.writeEntry(SCOPE, KEY, stored)
    assert ProjectSettings(project).load() == {}


def test_what_can_be_used_of_damaged_settings_is_used(project):
    project.writeEntry(SCOPE, KEY, '{"period": "month", "options": 5}')
    assert ProjectSettings(project).load() == {"period": "month"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("area_unit", "sqmi"),
        ("length_unit", "mi"),
        ("columns", ["sector"]),
        ("columns", ["sector", "net_km2"]),
        ("unfolded", []),
        ("tab", "chart"),
        ("last_folder", "/maps/été"),
        ("style", "print"),
    ],
)
def test_habits_are_kept_in_the_profile(person, name, value):
    person.set(name, value)
    QgsSettings().sync()
    assert PersonSettings().get(name) == value


@every(
    "name, stored",
    product(PERSON_DEFAULTS, ["", "{", "km2", '"furlong"', "17", "[1, 2]", ["a", "b"], True, None]),
)
def test_rubbish_in_the_profile_gives_defaults(person, name, stored):
    QgsSettings().setValue(PREFIX + name, stored)
    default = PERSON_DEFAULTS[name][0] if isinstance(PERSON_DEFAULTS[name], tuple) else PERSON_DEFAULTS[name]
    free_text = isinstance(PERSON_DEFAULTS[name], str) and stored == '"furlong"'
    assert person.get(name) == ("furlong" if free_text else default)


def test_an_unknown_habit_is_a_mistake_of_ours(person):
    with pytest.raises(KeyError):
        person.get("colour")
    with pytest.raises(KeyError):
        person.set("colour", "red")
