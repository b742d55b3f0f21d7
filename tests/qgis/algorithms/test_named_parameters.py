# SPDX-License-Identifier: GPL-2.0-or-later
"""No message offers a parameter that the algorithm does not have: bad dates, classes and grounds in every algorithm."""

import pytest
from layers import box, layer
from parameter_names import EVERY, named_elsewhere
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException
from rules import every

STEPS = [box(37, 48, 37.5 + number / 10, 48.5) for number in range(3)]
LINES = [f"LINESTRING({37.5 + number / 10} 47, {37.5 + number / 10} 49)" for number in range(3)]
GOOD = ("2025-06-01", "2025-07-01", "2025-08-01")
BAD_DATES = {
    "unclear order": ("8/3/2025", "9/5/2025", "9/6/2025"),
    "both orders": ("8/25/2025", "25/9/2025", "26/9/2025"),
    "unclear century": ("10.11.30", "10.11.30", "11.11.30"),
    "no dates": ("soon", "later", "never"),
    "some empty": ("2025-06-01", None, ""),
    "one date": ("2025-06-01",) * 3,
    "months": ("2025-05", "2025-06", "2025-07"),
}
THEATRE = box(36, 47, 39, 49)


def maps(days=GOOD, field="date", shapes=STEPS, kind="Polygon", **more):
    fields = ",".join([f"{field}:string", *(f"{name}:string" for name in more)])
    rows = [(day, *more.values()) for day in days]
    return layer("maps", *shapes, kind=kind, fields=fields, rows=rows)


def calls(algorithm):
    """The ways to call an algorithm with data that are odd: a description and the parameters."""
    point = layer("points", "POINT(37.2 48.2)", kind="Point")
    elsewhere = layer("elsewhere", box(100, 10, 101, 11))
    variants = {name: maps(days) for name, days in BAD_DATES.items()}
    variants |= {f"{name}, named otherwise": maps(days, "when") for name, days in BAD_DATES.items()}
    variants |= {
        "several date fields": maps(day="2025-01-01"),
        "texts": maps(("a 2025-06-01", "b 2025-07-01", "c 2025-08-01"), "layer"),
        "nothing held": maps(**{"class": "contested"}),
        "told apart": maps(name="Ours"),
        "points": point,
        "good": maps(),
    }
    for what, given in variants.items():
        base = {
            "SNAPSHOTS": {"SNAPSHOTS": given},
            "AFTER": {"BEFORE": given, "AFTER": given, "BEFORE_DATE": "2025-06-01", "AFTER_DATE": "2025-07-01"},
            "LAYERS": {"LAYERS": [given]},
            "LAYER": {"LAYER": given, "METHOD": "front", "DATE": "2025-07-01"},
            "LINES": {"LINES": given, "THEATRE": layer("land", THEATRE)},
        }
        names = inputs(algorithm)
        role = next(role for role in ("LINES", "LAYERS", "AFTER", "LAYER", "SNAPSHOTS") if role in names)
        grounds = [{}, {"THEATRE": layer("land", THEATRE)}, {"THEATRE": elsewhere, "SECTORS": elsewhere}]
        for further in grounds if what in ("good", "nothing held") else grounds[:1]:
            parameters = {**base[role], **further}
            if role == "LINES" and what in BAD_DATES:
                parameters["LINES"] = maps(BAD_DATES[what], shapes=LINES, kind="LineString")
            yield f"{what} {sorted(further)}", {name: value for name, value in parameters.items() if name in names}


def inputs(algorithm):
    made = QgsApplication.processingRegistry().algorithmById(f"frontline:{algorithm}")
    return {definition.name() for definition in made.parameterDefinitions()}


ALGORITHMS = (
    *("sectorchange", "classtransition", "reach", "extractfront", "createsectors", "controlfromlines"),
    *("preparesnapshots", "changeseries", "capturedate", "advancearrows", "axisadvance", "transects", "projection"),
    *("animation", "placestatus"),
)


@pytest.mark.slow
@every("algorithm", ALGORITHMS)
def test_a_message_names_only_parameters_of_its_algorithm(frontline, in_english, listener, algorithm):
    axes = layer("axes", "LINESTRING(37 48.2, 38 48.2)", kind="LineString")
    faults, refused = [], 0
    for what, parameters in calls(algorithm):
        made = QgsApplication.processingRegistry().createAlgorithmById(f"frontline:{algorithm}")
        outputs = [one.name() for one in made.destinationParameterDefinitions()][:1]
        needed = {"AXES": axes, "REFERENCE": axes, "SECTORS": layer("sectors", THEATRE)}
        needed["PLACES"] = layer("towns", "POINT(37.5 48.2)", kind="Point")
        needed = {name: value for name, value in needed.items() if name in inputs(algorithm)}
        given = {**needed, **parameters, **dict.fromkeys(outputs, "TEMPORARY_OUTPUT")}
        message = listener()
        try:
            _, accepted = made.run(given, QgsProcessingContext(), message, {}, False)
        except QgsProcessingException as error:
            accepted, message.errors = False, [*message.errors, str(error)]
        refused += not accepted
        reported = [*message.errors, *message.warnings, *(text for text in message.infos if len(text) < 500)]
        faults += [
            f"{what}: {named_elsewhere(algorithm, text)} in: {text}"
            for text in reported
            if named_elsewhere(algorithm, text)
        ]
    assert refused > 3
    return sorted(set(faults))


@pytest.mark.parametrize(("text", "found"), [("Give OFFSET_DAYS.", ["OFFSET_DAYS"]), ("Give SECTORS, or “POINT”.", [])])
def test_how_names_are_found(text, found):
    assert "OFFSET_DAYS" in EVERY
    assert named_elsewhere("sectorchange", text) == found
