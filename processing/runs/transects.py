# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `transects`: choose the maps, cast transects from the first, read all of them, work out the statistics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.maps.dates import iso_day
from ...styles.texts import NOTHING_BELOW_KM, depth_text
from .. import wording
from ..background import in_background
from ..bridge import FrameGeometries
from ..cancelling import check_cancel
from ..inputs.line_input import lines_of
from ..inputs.map_errors import ERROR_FIELD, errors_of_maps_m
from ..inputs.options import HOME, SECTORS, THEATRE
from ..inputs.series_maps import chosen_maps
from ..inputs.series_options import SNAPSHOTS
from ..inputs.surroundings import read_surroundings
from ..outputs.writer import Output
from ..tables import fields
from ..tables.fields import qgs_features
from ..tables.pair import KM, KM2
from ..tables.transects import ADVANCE, RETREAT, TransectResult, reading_rows, summary_rows, transect_rows
from .run import Run

if TYPE_CHECKING:
    import numpy as np

    from ...core.depth.shoreline import Summary
    from ...core.depth.transects import Transects
    from ...core.geometry.edges import Edges

UNITS_DAYS = {"day": 1.0, "week": 7.0, "30days": 30.0, "365days": 365.0}
SURVEYED, MEASURED = 10.0, 90.0  # per cent of progress
TICK_SHARE = 0.25  # of the spacing, to either side of the front: how a transect without movement is drawn
CROSSED_OFTEN = 2


class TransectRun(Run):
    """Holds what one run has read and measured so far."""

    def read(self) -> None:
        """Choose the maps and read what surrounds them; raises InputError when they cannot be measured."""
        from ...core.change.pair import FRONT

        self._maps = chosen_maps(
            self._algorithm, self._parameters, self._context, self._feedback, self._layers[SNAPSHOTS], self._options
        )
        self._errors_m = self._errors_of_maps()
        self._around = read_surroundings(
            self._layers, self._options, self._maps.frame, () if self._layers["BASELINE"] else (FRONT,), self._feedback
        )
        if self._around.scene.zone is None and self._layers["BASELINE"] is None:
            self._warn(
                QCoreApplication.translate(
                    "FrontlineChange",
                    "No theatre is given, so the whole edge of the held area counts as front, coast and state border "
                    "included. Give the land of the war as THEATRE.",
                )
            )
        if len(self._maps.instants) < 3:
            self._feedback.pushInfo(
                QCoreApplication.translate(
                    "FrontlineChange",
                    "There are maps of two dates; regression rates (LRR, WLR) need three and stay empty.",
                )
            )
        self.progress(SURVEYED)

    def measure(self) -> None:
        """Read the front of every map on the transects, then work out the statistics."""
        import numpy as np

        from ...core.depth.transects import crossings, geodesic_positions, held_strips_m2, positions
        from ...core.geometry.polygons import edges_of, on_grid

        scene, rule = self._around.scene, self._enum("CROSSING")
        plane_m: list[np.ndarray] = []
        position_m: list[np.ndarray] = []
        strips_m2: list[np.ndarray] = []
        made: Transects | None = None
        count = len(self._maps.instants)

        def read(held: Any, edges: Edges) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
            found = crossings(made, edges)
            here_m = positions(len(made), found, rule)
            end = not position_m or len(position_m) == count - 1
            strips = held_strips_m2(made, found, held) if end else None
            return here_m, geodesic_positions(made, here_m, scene.frame), strips

        def with_home(geometry: Any) -> Any:
            from ...core.libraries import shapely

            return on_grid(shapely.union(geometry, scene.home.geometry))

        for number, held in enumerate(self._maps.held_areas(), 1):
            geometry = held.geometry
            if scene.home is not None:
                geometry = in_background(self._feedback, with_home, geometry)
            edges = in_background(self._feedback, edges_of, geometry)
            if made is None:
                made = self._cast(edges)
            here_m, geodesic_m, strips = in_background(self._feedback, read, geometry, edges)
            plane_m.append(here_m)
            position_m.append(geodesic_m)
            if strips is not None:
                strips_m2.append(strips)
            self.progress(SURVEYED + (MEASURED - SURVEYED) * number / count)
        self._keep(made, np.array(plane_m).T, np.array(position_m).T, strips_m2[-1] - strips_m2[0])

    def write(self) -> dict[str, Any]:
        """Write the layers that were asked for and return all outputs of the algorithm."""
        headline = self._headline()
        crs = self._layers[SNAPSHOTS].crs
        outputs = self._outputs(FrameGeometries(self._around.scene.frame, crs))
        written = self._write(outputs, headline, self._facts(headline), crs)
        whole = self._whole
        return {
            **written,
            "TRANSECT_COUNT": whole.transects,
            "READ_COUNT": whole.with_reading,
            "ADVANCE_MEAN_KM": fields.number_or_none(whole.nsm.mean / KM),
            "NET_MEAN_KM": fields.number_or_none(whole.net_m / KM),
            "NET_KM2": whole.net_m2 / KM2,
        }

    def progress(self, percent: float) -> None:
        """Show how far the run is; raises Cancelled when the user asked to stop."""
        check_cancel(self._feedback)
        self._feedback.setProgress(percent)

    # reading

    def _errors_of_maps(self) -> np.ndarray:
        """The position error of each map in metres: of ERROR_FIELD, or POSITION_ERROR where that says nothing."""
        import numpy as np

        general_m = self._options.position_error_m
        field = (self._algorithm.parameterAsFields(self._parameters, ERROR_FIELD, self._context) or [None])[0]
        if field is None:
            return np.full(len(self._maps.instants), general_m)
        return np.array(errors_of_maps_m(self._maps.reader, field, general_m, self._feedback))

    def _cast(self, edges: Edges) -> Transects:
        """Transects from the front of the first map, or from the baseline that was given."""
        from ...core.depth.transects import from_baseline, from_front
        from ...core.geometry.lines import lines_in_plane

        zone = self._around.scene.zone
        sizes = [self._number(name) for name in ("SPACING", "SMOOTHING", "LENGTH")]
        layer = self._layers["BASELINE"]
        if layer is None:
            return in_background(self._feedback, from_front, edges, zone, *sizes)
        found, _ = lines_of(layer, "BASELINE", self._feedback)
        lines = lines_in_plane(found, self._around.scene.frame)
        self._warn_of_crossings(lines, edges)
        return in_background(self._feedback, from_baseline, lines, edges, zone, *sizes)

    def _warn_of_crossings(self, lines: np.ndarray, edges: Edges) -> None:
        from ...core.front.zone import segments
        from ...core.geometry.geodesy import MILLIMETRES_PER_METRE
        from ...core.libraries import shapely

        front = segments(edges.start_mm / MILLIMETRES_PER_METRE, edges.end_mm / MILLIMETRES_PER_METRE)
        crossed = shapely.STRtree(front).query(lines, predicate="intersects").shape[1]
        if crossed > CROSSED_OFTEN * len(lines):
            text = QCoreApplication.translate(
                "FrontlineChange",
                "The baseline “{layer}” crosses the edge of the held area {count} times. Transects are turned to one "
                "side for each line as a whole; distances are right, but a line that stays on one side of the front is "
                "easier to read.",
            )
            self._warn(text.format(layer=self._layers["BASELINE"].name, count=crossed))

    # measuring

    def _keep(self, made: Transects, plane_m: np.ndarray, position_m: np.ndarray, net_m2: np.ndarray) -> None:
        import numpy as np

        from ...core.depth.shoreline import movement, summary

        scene, instants = self._around.scene, self._maps.instants
        self._unit_days = UNITS_DAYS[self._enum("TIME_UNIT")]
        times = np.array([(instant - instants[0]).total_seconds() / 86400 for instant in instants]) / self._unit_days
        moved = movement(position_m, times, self._errors_m, self._number("LEVEL") / 100)
        row = scene.partition.row_of_points(made.origin)
        _, bearing_deg = scene.frame.geodesic_and_bearing(made.origin, made.origin + 100.0 * made.direction)
        self._result = TransectResult(
            made, instants, self._errors_m, plane_m, position_m, net_m2, row, bearing_deg, moved, self._unit_days
        )

        def summed(chosen: np.ndarray) -> Summary:
            return summary(moved, net_m2, made.width_m, made.line, chosen, self._options.correlation_length_m)

        self._summaries = [summed(row == number) for number in range(scene.rows)]
        self._whole = summed(np.ones(len(made), dtype=bool))
        if not self._whole.with_reading:
            self._warn(
                QCoreApplication.translate(
                    "FrontlineChange",
                    "No transect has a reading on two dates. Are the transects long enough (LENGTH)? Do the maps "
                    "belong together?",
                )
            )

    # results

    def _headline(self) -> str:
        whole, instants = self._whole, self._maps.instants
        facts = {
            "first": wording.date_text(instants[0]),
            "last": wording.date_text(instants[-1]),
            "count": whole.transects,
            "read": whole.with_reading,
        }
        if not whole.with_reading:
            text = QCoreApplication.translate(
                "FrontlineChange", "From {first} to {last} none of {count} transects can be read."
            )
            return text.format(**facts)
        text = QCoreApplication.translate(
            "FrontlineChange",
            "From {first} to {last}, on {read} of {count} transects that can be read, the front {moved} on average "
            "(± {error}): {advancing} % of it advanced and {retreating} % retreated beyond the error of the maps.",
        )
        sentence = text.format(
            **facts,
            moved=_moved_text(whole.nsm.mean),
            error=_metres_text(whole.nsm.mean_error),
            advancing=round(100 * whole.share_advancing),
            retreating=round(100 * whole.share_retreating),
        )
        advance_km, retreat_km = whole.highest_m / KM, -whole.lowest_m / KM
        if max(advance_km, retreat_km) < NOTHING_BELOW_KM:
            return sentence
        if retreat_km < NOTHING_BELOW_KM:
            text = QCoreApplication.translate("FrontlineChange", "The farthest advance is {advance}.")
        elif advance_km < NOTHING_BELOW_KM:
            text = QCoreApplication.translate("FrontlineChange", "The farthest retreat is {retreat}.")
        else:
            text = QCoreApplication.translate(
                "FrontlineChange", "The farthest advance is {advance}, the farthest retreat {retreat}."
            )
        return f"{sentence} {text.format(advance=depth_text(advance_km), retreat=depth_text(retreat_km))}"

    def _facts(self, headline: str) -> dict[str, Any]:
        instants, layers = self._maps.instants, self._layers
        options = {name: value for name, value in self._options.facts().items() if name != "noise_width_m"}
        return {
            "headline": headline,
            "snapshots": {
                "layer": layers[SNAPSHOTS].name,
                "used": [wording.iso(instant) for instant in instants],
                "errors_m": self._errors_m.tolist(),
            },
            "period": self._maps.kind,
            "offset_days": self._maps.offset_days,
            **options,
            **{name.lower(): self._number(name) for name in ("SPACING", "SMOOTHING", "LENGTH", "LEVEL")},
            "crossing": self._enum("CROSSING"),
            "unit_days": self._unit_days,
            **{
                name.lower(): layers[name].name if layers[name] else None
                for name in ("BASELINE", SECTORS, THEATRE, HOME)
            },
            "frame": self._around.scene.frame.definition,
            "method": QCoreApplication.translate(
                "FrontlineChange",
                "Distances along transects on the WGS 84 ellipsoid, advance positive. Statistics as in the Digital "
                "Shoreline Analysis System. Weighted by the front that each transect represents.",
            ),
        }

    def _outputs(self, geometries: FrameGeometries) -> Iterator[Output]:
        from ...core.libraries import shapely

        tr = QCoreApplication.translate
        result, partition = self._result, self._around.scene.partition
        dates = f"{iso_day(result.instants[0])} – {iso_day(result.instants[-1])}"
        yield Output(
            "TRANSECTS",
            fields.TRANSECTS,
            QgsWkbTypes.Type.LineString,
            tr("FrontlineChange", "Transects {dates}").format(dates=dates),
            "transects",
            qgs_features(fields.TRANSECTS, transect_rows(result, partition), geometries(self._lines())),
        )
        yield Output(
            "SUMMARY",
            fields.TRANSECT_SUMMARY,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Transects per sector {dates}").format(dates=dates),
            None,
            qgs_features(
                fields.TRANSECT_SUMMARY, summary_rows(result, self._summaries, partition), [None] * len(self._summaries)
            ),
        )
        read, points = self._reading_points(shapely)
        placed = iter(geometries(points))
        yield Output(
            "READINGS",
            fields.READINGS,
            QgsWkbTypes.Type.Point,
            tr("FrontlineChange", "Readings on transects {dates}").format(dates=dates),
            None,
            qgs_features(
                fields.READINGS,
                reading_rows(result, partition),
                (next(placed) if known else None for known in read),
            ),
        )

    def _lines(self) -> np.ndarray:
        """From the oldest front to the newest where it moved; elsewhere a short mark across it."""
        import numpy as np

        from ...core.front.zone import segments

        made, moved = self._result.transects, self._result.moved
        rows = np.arange(len(made))
        tick_m = TICK_SHARE * self._number("SPACING")
        at_m = np.nan_to_num(self._result.plane_m[rows, np.maximum(moved.first, 0)])
        from_m, to_m = at_m - tick_m, at_m + tick_m
        has_moved = np.isin(self._result.outcomes(), [ADVANCE, RETREAT])
        from_m[has_moved] = at_m[has_moved]
        to_m[has_moved] = self._result.plane_m[rows, moved.last][has_moved]
        return segments(made.at(from_m), made.at(to_m))

    def _reading_points(self, shapely: Any) -> tuple[np.ndarray, np.ndarray]:
        import numpy as np

        made, plane_m = self._result.transects, self._result.plane_m
        read = np.isfinite(plane_m).ravel()
        xy = made.origin[:, None, :] + made.direction[:, None, :] * np.nan_to_num(plane_m)[:, :, None]
        return read, shapely.points(xy.reshape(-1, 2)[read])

    def _enum(self, name: str) -> str:
        return self._algorithm.parameterAsEnumString(self._parameters, name, self._context)


def _moved_text(length_m: float) -> str:
    """How far the front moved, by the word for its direction; after “the front”."""
    tr = QCoreApplication.translate
    if round(length_m) == 0:
        return tr("FrontlineChange", "did not move")
    text = (
        tr("FrontlineChange", "advanced by {length}")
        if length_m > 0
        else tr("FrontlineChange", "retreated by {length}")
    )
    return text.format(length=_metres_text(abs(length_m)))


def _metres_text(length_m: float) -> str:
    """A short length as people print it: `340 m`, `1.2 km`."""
    if abs(length_m) >= 1000:
        return depth_text(length_m / KM)
    number = QLocale().toString(float(round(length_m)), "f", 0)
    return QCoreApplication.translate("FrontlineChange", "{number} m").format(number=number)
