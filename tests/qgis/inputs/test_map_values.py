# SPDX-License-Identifier: GPL-2.0-or-later
"""What the table of values shows for a layer, and the parameters that its choices become."""

import pytest
from frontline_change.core.errors import InputError
from frontline_change.processing.inputs.how_to_read import HowToRead
from frontline_change.processing.inputs.layers import LayerInput
from frontline_change.processing.inputs.map_values import MapValue, map_values, parameters_for
from layers import box, box_km2, layer

WEST, EAST = box(30, 50, 31, 51), box(31, 50, 33, 51)


def values_of(fields, rows, *shapes, name="front_20250601", how=None):
    drawn = layer(name, *(shapes or (WEST, EAST)), fields=fields, rows=rows)
    return map_values(LayerInput(drawn), how or HowToRead())


def test_two_sides_are_asked_about():
    found = values_of("controlled_by:string,fill:string", [("RSF", "#FF0000"), ("SAF, army", "#0000ff")])
    assert "HELD_VALUES" in found.question
    assert found.field == "controlled_by"
    west, east = (pytest.approx(box_km2(*sides), rel=1e-4) for sides in ((30, 50, 31, 51), (31, 50, 33, 51)))
    assert found.values == (
        MapValue("SAF, army", 1, east, "#0000ff", ""),
        MapValue("RSF", 1, west, "#ff0000", ""),
    )


def test_choices_become_parameters_that_read_the_map_so():
    found = values_of("controlled_by:string", [("RSF",), ("SAF, army",)])
    chosen = parameters_for(found, {"RSF": "other", "SAF, army": "held"})
    assert chosen == {"CLASS_FIELD": "controlled_by", "HELD_VALUES": '"SAF, army"'}
    chosen = parameters_for(found, {"RSF": "contested", "SAF, army": "held"})
    assert chosen["CONTESTED_VALUES"] == "RSF"
    with pytest.raises(InputError, match="None of the values is held"):
        parameters_for(found, {"RSF": "other"})


def test_names_of_districts_are_values_without_a_question():
    found = values_of("name:string", [("Luhansk",), ("Donetsk",)])
    assert (found.field, found.question) == ("name", "")
    assert [(one.value, one.control_class) for one in found.values] == [("Donetsk", "held"), ("Luhansk", "held")]


def test_words_that_are_read_as_classes():
    found = values_of("status:string", [("occupied",), ("grey",)])
    assert [(one.value, one.control_class) for one in found.values] == [("grey", "contested"), ("occupied", "held")]
    assert found.question == ""


def test_a_layer_of_one_kind_has_no_values():
    assert values_of("name:string", [("x",), ("x",)]).values == ()


def test_the_area_is_that_of_one_date():
    rows = [(day, side) for day in ("2025-06-01", "2025-07-01") for side in ("RSF", "SAF")]
    found = values_of("date:date,side:string", rows, WEST, EAST, WEST, EAST)
    assert [(one.value, one.features) for one in found.values] == [("SAF", 2), ("RSF", 2)]
    assert found.values[1].area_km2 == pytest.approx(box_km2(30, 50, 31, 51), rel=1e-4)
