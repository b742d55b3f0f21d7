# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes by values that the user names: words, styles, names, in whichever field holds them."""

import numpy as np
import pytest
from frontline_change.core.errors import InputError
from frontline_change.core.libraries import shapely
from frontline_change.core.maps.class_values import STYLE, ClassValues, joined, require_found, split
from frontline_change.core.maps.readers import SOURCES, ReadOptions, read_snapshots
from frontline_change.core.maps.snapshots import RawMap


def raw(styles=(), **values):
    attributes = [dict(zip(values, row)) for row in zip(*values.values())]
    shapes = np.array([shapely.box(30 + n, 50, 31 + n, 51) for n in range(len(attributes))], dtype=object)
    return RawMap("front_20250601", None, attributes, shapes, "EPSG:4326", tuple(values), styles=styles)


def classes_of(made, source="generic", class_field=None, **values):
    """The class of each feature, and the notes."""
    options = ReadOptions(class_field=class_field, class_values=ClassValues.of_texts(**values))
    ((one,), _) = read_snapshots(made, SOURCES[source], options)
    found = {row: key for key, rows in one.rows.items() for row in rows.tolist()}
    assert all(len(one.rows[key]) == len(one.polygons[key]) for key in one.rows)
    return [found[row] for row in sorted(found)], one.notes


@pytest.mark.parametrize("given", ["RSF", " rsf ", "r s f", "R\u00a0SF", "\u200brsf"])
def test_case_and_spaces_do_not_count(given):
    classes, notes = classes_of(raw(controlled_by=["RSF", "SAF", "RSF "]), held=given)
    assert classes == ["held", "other", "held"]
    assert [(note.kind, note.count, note.names[0]) for note in notes] == [
        ("values_read", 2, "controlled_by"),
        ("values_other", 1, "controlled_by"),
    ]
    assert notes[1].names[1:] == ("SAF (1)",)


@pytest.mark.parametrize("given", ["#ff5252", "FF5252", "#poly-FF5252-1200-77", "poly-ff5252-1200-77-nodesc"])
def test_a_style_by_its_id_or_its_colour(given):
    styles = ("#poly-FF5252-1200-77-nodesc", "#poly-0288D1-1200-77", "#poly-FF5252-1200-77")
    assert classes_of(raw(styles, name=["a", "b", "c"]), held=given)[0] == ["held", "other", "held"]


def test_a_field_called_style_is_told_apart_from_the_style_of_the_map():
    """Each was named as the other."""
    drawn = ("#ff5252", "#0288d1")
    of_map = classes_of(raw(drawn, style=["ru", "ua"]), held="#ff5252")
    of_field = classes_of(raw(drawn, style=["ru", "ua"]), held="ru")
    assert of_map[0] == of_field[0] == ["held", "other"]
    assert [note.names[:2] for note in of_map[1]] == [(STYLE, "#ff5252"), (STYLE, "#0288d1 (1)")]
    assert [note.names[:2] for note in of_field[1]] == [("style", "ru"), ("style", "ua (1)")]
    assert STYLE != "style"


def test_a_style_without_a_colour():
    assert classes_of(raw(("#ru", "#ua"), name=["", ""]), held="RU")[0] == ["held", "other"]


def test_a_folder_within_its_path():
    made = raw(folder=["2025 / Occupied", "2025 / Grey", "2025 / Free"])
    assert classes_of(made, held="occupied", contested="grey")[0] == ["held", "contested", "other"]


def test_numbers_are_values_too_whatever_their_kind():
    assert classes_of(raw(kind=[1.0, 2.0]), held="1")[0] == ["held", "other"]


def test_everything_else():
    made = raw(side=["A", "B", None])
    assert classes_of(made, held="*")[0] == ["held"] * 3
    assert classes_of(made, held="*", contested="B")[0] == ["held", "contested", "held"]
    assert classes_of(made, held="A, (empty)")[0] == ["held", "other", "held"]


def test_the_values_also_overrule_a_known_class():
    """Maps of a known publisher and fields with our words are read by the values as well."""
    assert classes_of(raw(**{"class": ["held", "claimed"]}), held="held,claimed")[0] == ["held", "held"]


def test_the_field_that_has_all_the_values_is_used():
    made = raw(name=["Kursk", "RSF"], side=["RSF", "SAF"])
    assert classes_of(made, held="RSF", liberated="SAF")[0] == ["held", "liberated"]


def test_values_of_several_fields():
    made = raw(("#ru", "", ""), name=["", "Grey zone", ""])
    assert classes_of(made, held="#ru", contested="grey zone")[0] == ["held", "contested", "other"]


def test_fields_that_do_not_agree_are_asked_about():
    made = raw(a=["x", "y"], b=["y", "x"])
    with pytest.raises(InputError, match="are in several fields, which do not agree: a, b"):
        classes_of(made, held="x")
    assert classes_of(made, class_field="b", held="x")[0] == ["other", "held"]


def test_a_feature_of_two_classes_is_named():
    with pytest.raises(InputError, match=r"feature 1 has values of several classes \(contested, held\)"):
        classes_of(raw(a=["x", ""], b=["y", ""]), held="x", contested="y")


def test_values_that_make_no_sense():
    with pytest.raises(InputError, match="“rsf” is given for two classes, held and claimed"):
        ClassValues.of_texts(held="RSF", claimed="rsf")
    with pytest.raises(InputError, match="HELD_VALUES is missing"):
        ClassValues.of_texts(contested="grey")
    assert not ClassValues.of_texts()


def test_a_value_that_no_map_has_is_an_error_that_lists_what_is_there():
    made = raw(side=["RSF", "SAF"])
    notes = [classes_of(made, held="RSF, RFS")[1], classes_of(made, held="SAF")[1]]
    with pytest.raises(InputError, match=r"No map has the value “RFS”. The maps have: side: RSF, SAF."):
        require_found(ClassValues.of_texts(held="RSF, RFS"), notes)
    _, absent = classes_of(made, held="nobody")
    assert [(note.kind, note.names) for note in absent] == [("values_absent", ("side: RSF, SAF",))]
    require_found(ClassValues.of_texts(held="SAF, *"), notes)


def test_lists_with_commas():
    values = ("Kursk, Russia", 'the "grey" zone', "plain")
    assert split(joined(values)) == values
    assert split(" a ,, b ") == ("a", "b")
    assert split("a\n, b\0") == ("a", "b")
    assert split(" \n") == ()
    with pytest.raises(InputError, match="cannot be read"):
        split("a" * 200_000)
