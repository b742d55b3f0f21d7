# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `axisadvance`: read the axes, find the front on each in every map, write the steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.errors import InputError
from ...core.maps.dates import iso_day
from ...styles.texts import NOTHING_BELOW_KM, depth_text
from .. import wording
from ..background import in_background
from ..bridge import FrameGeometries
from ..inputs.line_input import lines_of
from ..inputs.options import LONGEST_M
from ..inputs.series_maps import chosen_maps
from ..inputs.series_options import SNAPSHOTS
from ..inputs.surroundings import feature_names
from ..outputs.writer import Output
from ..tables import fields
from ..tables.fields import number_or_none, qgs_features
from ..tables.pair import KM, KM2, Period
from .run import Run

if TYPE_CHECKING:
    from ...core.depth.axes import Axis, Standing
    from ...core.maps.snapshots import RawMap
    from ..bridge import LayerInput

ADVANCE, RETREAT, STILL, NONE = "advance", "retreat", "still", "none"
SURVEYED, MEASURED = 15.0, 90.0  # per cent of progress
STANDARD_ERRORS = 1.96  # of a movement that is beyond the maps' error at 95 %


@dataclass
class _Course:
    """One axis, and where the front stands on it at each date."""

    axis: Axis
    standings: list[Standing] = field(default_factory=list)

    def left_m(self, place: int) -> float:
        """The path left from the front to the end of the axis."""
        return self.axis.length_m - self.standings[place].centreline_m


class AxisRun(Run):
    """Holds what one run has read and measured so far."""

    def read(self) -> None:
        """Choose the maps and read the axes; raises InputError when they cannot be measured."""
        self._maps = chosen_maps(
            self._algorithm, self._parameters, self._context, self._feedback, self._layers[SNAPSHOTS], self._options
        )
        self._courses = [_Course(axis) for axis in self._axes()]
        self._progress(SURVEYED)

    def measure(self) -> None:
        """Find the front on every axis in one map after the other."""
        from ...core.depth.axes import outwards, standing

        rule, count = self._choice("CROSSING"), len(self._maps.instants)

        def stand(held: Any) -> list[Standing]:
            return [standing(course.axis, held, rule) for course in self._courses]

        for number, held in enumerate(self._maps.held_areas(), 1):
            if number == 1:
                for course in self._courses:
                    course.axis, turned = outwards(course.axis, held.geometry)
                    if turned:
                        text = QCoreApplication.translate(
                            "FrontlineChange",
                            "The axis “{axis}” is drawn towards held ground; it is measured the other way, from there.",
                        )
                        self._info(text.format(axis=course.axis.name))
            for course, found in zip(self._courses, in_background(self._feedback, stand, held.geometry)):
                course.standings.append(found)
            self._progress(SURVEYED + (MEASURED - SURVEYED) * number / count)
        self._warn_of_axes_without_front()

    def write(self) -> dict[str, Any]:
        """Write the layers that were asked for and return all outputs of the algorithm."""
        headline = self._headline()
        crs = self._layers[SNAPSHOTS].crs
        outputs = self._outputs(FrameGeometries(self._maps.frame, crs))
        written = self._write(outputs, headline, self._facts(headline), crs)
        totals = [total for course in self._courses if (total := self._total_m(course)) is not None]
        left = [left for course in self._courses if (left := number_or_none(course.left_m(-1))) is not None]
        return {
            **written,
            "AXIS_COUNT": len(self._courses),
            "ADVANCE_MAX_KM": max(totals) / KM if totals else None,
            "LEFT_MIN_KM": min(left) / KM if left else None,
        }

    # reading

    def _axes(self) -> list[Axis]:
        from ...core.depth.axes import Axis
        from ...core.geometry.lines import lines_in_plane
        from ...core.libraries import shapely

        layer = self._layers["AXES"]
        found, raw = lines_of(layer, "AXES", self._feedback)
        self._warn_of_left_out(layer, raw, found.feature.tolist())
        lines = lines_in_plane(found, self._maps.frame)
        names, widths_m = self._names(raw), self._widths_m(raw)
        axes = []
        for feature in dict.fromkeys(found.feature.tolist()):
            whole = shapely.line_merge(shapely.multilinestrings(lines[found.feature == feature]))
            pieces = shapely.get_parts(whole)
            if len(pieces) > 1:
                text = QCoreApplication.translate(
                    "FrontlineChange",
                    "The axis “{axis}” is in {count} pieces that do not meet; each is measured alone.",
                )
                self._warn(text.format(axis=names[feature], count=len(pieces)))
            for number, piece in enumerate(pieces, 1):
                name = names[feature] if len(pieces) == 1 else f"{names[feature]} ({number})"
                axes.append(Axis(name, shapely.get_coordinates(piece), widths_m[feature], self._maps.frame))
        return axes

    def _names(self, raw: RawMap) -> list[str]:
        given = self._field("AXIS_FIELD")
        return [
            str(name) if name not in (None, "") else f"axis {number}"
            for number, name in enumerate(feature_names(raw, given), 1)
        ]

    def _widths_m(self, raw: RawMap) -> list[float]:
        """The width of the boxes around each axis: of WIDTH_FIELD where it has one, else WIDTH."""
        general_m = self._number("WIDTH")
        name = self._field("WIDTH_FIELD")
        if name is None:
            return [general_m] * len(raw.attributes)
        widths_m = []
        for number, value in enumerate(raw.values(name), 1):
            if value is not None and not (isinstance(value, (int, float)) and 0 < value <= LONGEST_M):
                raise InputError(
                    "Layer “{layer}”: the width of feature {feature} in the field “{field}” is {value}. It must be a "
                    "number of metres above 0, and {most} at most.",
                    layer=raw.title,
                    feature=number,
                    field=name,
                    value=value,
                    most=QLocale().toString(LONGEST_M, "f", 0),
                )
            widths_m.append(general_m if value is None else float(value))
        return widths_m

    def _warn_of_left_out(self, layer: LayerInput, raw: RawMap, used: list[int]) -> None:
        left_out = sorted(set(range(len(raw.attributes))) - set(used))
        if left_out:
            text = QCoreApplication.translate(
                "FrontlineChange", "Layer “{layer}”: feature {features} is no line of any length and was left out."
            )
            named = ", ".join(str(number + 1) for number in left_out[: wording.NAMED_AT_MOST])
            self._warn(text.format(layer=layer.name, features=named))

    def _warn_of_axes_without_front(self) -> None:
        for course in self._courses:
            if all(found.centreline_m != found.centreline_m for found in course.standings):
                text = QCoreApplication.translate(
                    "FrontlineChange",
                    "The axis “{axis}” begins in ground that is held on none of the dates, so the front cannot be read "
                    "on it. Begin it in held ground.",
                )
                self._warn(text.format(axis=course.axis.name))

    # results

    def _total_m(self, course: _Course) -> float | None:
        """The advance along the axis from the first map to the last; None without a reading on both."""
        return number_or_none(course.standings[-1].centreline_m - course.standings[0].centreline_m)

    def _rows(self) -> Iterator[dict[str, Any]]:
        from ...core.depth.axes import box_error_m

        instants, options = self._maps.instants, self._options
        for course in self._courses:
            axis = course.axis
            box_se_m = box_error_m(axis.width_m, options.position_error_m, options.correlation_length_m)
            first = course.standings[0]
            for place in range(1, len(instants)):
                dates = Period(instants[place - 1], instants[place])
                old, new = course.standings[place - 1], course.standings[place]
                moved_m, box_m, curved_m = (
                    getattr(new, name) - getattr(old, name) for name in ("centreline_m", "box_m", "curved_m")
                )
                error_m = options.position_error_m * 2**0.5 if moved_m else 0.0
                known = moved_m == moved_m
                outcome = NONE
                if known:
                    outcome = ADVANCE if moved_m > 0 else RETREAT if moved_m < 0 else STILL
                yield {
                    "axis": axis.name,
                    **dates.values,
                    "days": dates.days,
                    "outcome": outcome,
                    "axis_km": axis.length_m / KM,
                    "position_before_km": old.centreline_m / KM,
                    "position_km": new.centreline_m / KM,
                    "advance_km": moved_m / KM,
                    "advance_se_km": error_m / KM if known else None,
                    "significant": abs(moved_m) > STANDARD_ERRORS * error_m if known else None,
                    "advance_m_day": moved_m / dates.days,
                    "advance_total_km": (new.centreline_m - first.centreline_m) / KM,
                    "left_km": course.left_m(place) / KM,
                    "width_km": axis.width_m / KM,
                    "box_km": box_m / KM,
                    "box_se_km": box_se_m / KM if box_m else 0.0,
                    "curved_box_km": curved_m / KM,
                    "curved_box_se_km": box_se_m / KM if curved_m else 0.0,
                }

    def _position_rows(self) -> Iterator[tuple[dict[str, Any], Any]]:
        from ...core.libraries import shapely

        for course in self._courses:
            for place, (instant, found) in enumerate(zip(self._maps.instants, course.standings)):
                known = found.centreline_m == found.centreline_m
                point = shapely.points(course.axis.points([found.centreline_m])[0]) if known else None
                yield (
                    {
                        "axis": course.axis.name,
                        "date": instant,
                        "position_km": found.centreline_m / KM,
                        "left_km": course.left_m(place) / KM,
                        "box_position_km": found.box_m / KM,
                        "curved_position_km": found.curved_m / KM,
                    },
                    point,
                )

    def _headline(self) -> str:
        instants = self._maps.instants
        moved = [(total, course) for course in self._courses if (total := self._total_m(course)) is not None]
        dates = {"first": wording.date_text(instants[0]), "last": wording.date_text(instants[-1])}
        if not moved and len(self._courses) == 1:
            text = QCoreApplication.translate(
                "FrontlineChange", "From {first} to {last} the front cannot be read on the axis “{axis}”."
            )
            return text.format(**dates, axis=self._courses[0].axis.name)
        if not moved:
            text = QCoreApplication.translate(
                "FrontlineChange", "From {first} to {last} the front cannot be read on any of {count} axes."
            )
            return text.format(**dates, count=len(self._courses))
        forward, back = (choose(moved, key=lambda pair: pair[0]) for choose in (max, min))
        advances, retreats = forward[0] / KM >= NOTHING_BELOW_KM, back[0] / KM <= -NOTHING_BELOW_KM
        sentence = self._sentence(advances, retreats).format(
            **dates, **self._moved_facts(*(forward if advances or not retreats else back)), count=len(self._courses)
        )
        if not (advances and retreats):
            return sentence
        text = QCoreApplication.translate(
            "FrontlineChange", "It retreated the most along the axis “{axis}”: by {moved} (± {error})."
        )
        return f"{sentence} {text.format(**self._moved_facts(*back))}"

    def _sentence(self, advances: bool, retreats: bool) -> str:
        """The sentence about the axis with the largest movement, or of a front that stands still."""
        tr = QCoreApplication.translate
        is_one = len(self._courses) == 1
        if advances and is_one:
            return tr(
                "FrontlineChange",
                "From {first} to {last} the front advanced by {moved} along the axis “{axis}” (± {error}); {left} are "
                "left to its end.",
            )
        if advances:
            return tr(
                "FrontlineChange",
                "From {first} to {last} the front advanced by {moved} along the axis “{axis}” (± {error}), the most of "
                "{count} axes; {left} are left to its end.",
            )
        if retreats and is_one:
            return tr(
                "FrontlineChange",
                "From {first} to {last} the front retreated by {moved} along the axis “{axis}” (± {error}); {left} are "
                "left to its end.",
            )
        if retreats:
            return tr(
                "FrontlineChange",
                "From {first} to {last} the front retreated by {moved} along the axis “{axis}” (± {error}), the most "
                "of {count} axes; {left} are left to its end.",
            )
        if is_one:
            return tr(
                "FrontlineChange",
                "From {first} to {last} the front did not move along the axis “{axis}”; {left} are left to its end.",
            )
        return tr("FrontlineChange", "From {first} to {last} the front did not move along any of {count} axes.")

    def _moved_facts(self, total_m: float, course: _Course) -> dict[str, str]:
        return {
            "moved": depth_text(abs(total_m) / KM),
            "axis": course.axis.name,
            "error": depth_text(self._options.position_error_m * 2**0.5 / KM if total_m else 0.0),
            "left": depth_text(course.left_m(-1) / KM),
        }

    def _facts(self, headline: str) -> dict[str, Any]:
        options = self._options.facts()
        return {
            "headline": headline,
            "snapshots": {
                "layer": self._layers[SNAPSHOTS].name,
                "used": [wording.iso(instant) for instant in self._maps.instants],
            },
            "period": self._maps.kind,
            "offset_days": self._maps.offset_days,
            **{name: options[name] for name in ("classes", "position_error_m", "correlation_length_m")},
            "axes": self._layers["AXES"].name,
            "widths_m": {course.axis.name: course.axis.width_m for course in self._courses},
            "crossing": self._choice("CROSSING"),
            "frame": self._maps.frame.definition,
            "method": QCoreApplication.translate(
                "FrontlineChange",
                "Paths along the axes on the WGS 84 ellipsoid; boxes are the held area in them over their width, in an "
                "equal-area plane.",
            ),
        }

    def _outputs(self, geometries: FrameGeometries) -> Iterator[Output]:
        tr = QCoreApplication.translate
        dates = f"{iso_day(self._maps.instants[0])} – {iso_day(self._maps.instants[-1])}"
        yield Output(
            "ADVANCE",
            fields.AXIS_ADVANCE,
            QgsWkbTypes.Type.LineString,
            tr("FrontlineChange", "Progress along axes {dates}").format(dates=dates),
            "axis_advance",
            qgs_features(fields.AXIS_ADVANCE, self._rows(), geometries(list(self._stretches()))),
        )
        positions = list(self._position_rows())
        yield Output(
            "POSITIONS",
            fields.AXIS_POSITIONS,
            QgsWkbTypes.Type.Point,
            tr("FrontlineChange", "Front on axes {dates}").format(dates=dates),
            None,
            qgs_features(
                fields.AXIS_POSITIONS,
                (values for values, _ in positions),
                geometries([point for _, point in positions]),
            ),
        )
        boxes = [
            (course.axis, method, shape)
            for course in self._courses
            for method, shape in (("box", course.axis.box), ("curved box", course.axis.curved_box))
            if shape is not None
        ]
        yield Output(
            "BOXES",
            fields.AXIS_BOXES,
            QgsWkbTypes.Type.MultiPolygon,
            tr("FrontlineChange", "Boxes around axes"),
            "held_before",
            qgs_features(
                fields.AXIS_BOXES,
                (
                    {
                        "axis": axis.name,
                        "method": method,
                        "width_km": axis.width_m / KM,
                        "area_km2": float(shape.area) / KM2,
                    }
                    for axis, method, shape in boxes
                ),
                geometries([shape for _, _, shape in boxes]),
            ),
        )

    def _stretches(self) -> Iterator[Any]:
        """The part of each axis between the fronts of each step; None where the front stood still or is not read."""
        from ...core.libraries import shapely

        for course in self._courses:
            for old, new in zip(course.standings, course.standings[1:]):
                moved_m = new.centreline_m - old.centreline_m
                stretch = course.axis.stretch(old.centreline_m, new.centreline_m) if moved_m == moved_m else None
                yield shapely.linestrings(stretch) if stretch is not None and moved_m else None
