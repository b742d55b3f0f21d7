# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates in text fields of layers: junk is refused or warned of with its feature, never hidden by the layer's name."""

import pytest
from layers import box, box_km2, layer

HELD, WHOLE = (30, 50, 31, 51), (30, 50, 31.1, 51)
STRIP = (31, 50, 31.1, 51)
UNCLEAR = ["03/04/2025", "33-04-03"]


def before(*values, field="date:string"):
    """The map of 2 June by its name, with a value in the date field of each feature."""
    shapes = [box(30 + number, 50, 31 + number, 51) for number in range(len(values))]
    return layer("front_20250602", *shapes, fields=field, rows=[(value,) for value in values])


def after():
    return layer("front_20250702", box(*WHOLE))


@pytest.mark.parametrize("value", ["n/a", "Monday", "2025-02-30"])
def test_junk_in_every_feature_is_a_warning_with_number_and_value(sectorchange, value):
    outcome = sectorchange(BEFORE=before(value), AFTER=after())
    assert outcome["GAINED_KM2"] == pytest.approx(box_km2(*STRIP), abs=0.02)
    (warning,) = [text for text in outcome.feedback.warnings if "date field" in text]
    assert f"#1 date = “{value}”" in warning
    assert "front_20250602" in warning
    assert outcome["DATE_BEFORE_USED"].startswith("2025-06-02")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (("2025-05-01", "n/a"), "“front_20250602”: the date of feature 2 cannot be read from its field “date”. “n/a” "),
        (("2025-05-01", ""), "“front_20250602”: feature 2 has no date in its field “date”. Correct or delete it."),
        (("2025-05-01", None), "“front_20250602”: feature 2 has no date in its field “date”. Correct or delete it."),
        (("03/04/2025",), "“03/04/2025” is ambiguous: it may mean 2025-03-04, 2025-04-03."),
        (("33-04-03",), "has two digits and would be 2033, which is in the future; it is not guessed."),
    ],
)
def test_dates_of_which_some_cannot_be_read_are_refused(sectorchange, values, message):
    assert message in sectorchange.refusal(BEFORE=before(*values), AFTER=after())


@pytest.mark.parametrize("value", ["n/a", "", None, *UNCLEAR])
def test_a_field_that_a_person_chose_is_never_passed_over(sectorchange, value):
    message = sectorchange.refusal(BEFORE=before(value, field="when:string"), AFTER=after(), DATE_FIELD="when")
    assert "feature 1" in message
    assert "“when”" in message


@pytest.mark.parametrize("value", ["n/a", "", None, *UNCLEAR])
def test_a_series_names_the_feature(changeseries, value):
    snapshots = layer("maps", box(*HELD), box(*WHOLE), fields="date:string", rows=[("2025-06-02",), (value,)])
    message = changeseries.refusal(SNAPSHOTS=snapshots)
    assert "feature 2" in message
    assert "“date”" in message


def test_a_prepared_map_with_a_bad_date_is_left_out_by_name(preparesnapshots):
    outcome = preparesnapshots(LAYERS=[before("03/04/2025"), after()])
    (row,) = outcome.rows("SNAPSHOTS")
    assert row["date"].toString("yyyy-MM-dd") == "2025-07-02"
    assert any("“front_20250602” is left out." in text and "ambiguous" in text for text in outcome.feedback.warnings)


def test_marks_with_a_bad_date_are_refused_by_feature(controlfromlines):
    message = controlfromlines.refusal(
        LINES=layer(
            "lines", "LINESTRING(30 49, 30 52)", kind="LineString", fields="date:string", rows=[("2025-06-02",)]
        ),
        THEATRE=layer("land", box(29, 50, 31, 51)),
        MARKS=layer("marks", "POINT(29.5 50.5)", kind="Point", fields="date:string", rows=[("soon",)]),
        SIDE="marks",
    )
    assert "“marks”: the date of feature 1 cannot be read from its field “date”. “soon” is not a date" in message
