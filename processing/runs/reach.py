# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `reach`: read one map or two and the reference line, let core measure, write the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import InputError
from ...core.maps.dates import iso_day
from ...styles.texts import area_text, depth_text
from .. import wording
from ..background import in_background
from ..bridge import FrameGeometries
from ..inputs.dated_maps import given_date, how_to_read, read_snapshot
from ..inputs.line_input import reference_of
from ..inputs.options import SECTORS, THEATRE
from ..inputs.surroundings import held_in_frame, read_surroundings
from ..outputs.writer import Output
from ..tables import fields
from ..tables.fields import number_or_none, qgs_features
from ..tables.pair import KM, KM2
from ..tables.reach import ReachResult, profile_rows, reach_rows
from .run import Run

if TYPE_CHECKING:
    import numpy as np

    from ...core.depth.reach import Profile, Reach
    from ...core.geometry.polygons import LonLatPolygons
    from ...core.maps.snapshots import Snapshot

READ, MEASURED = 35.0, 90.0  # per cent of progress
NEARLY = 0.99


class ReachRun(Run):
    """Holds what one run has read and measured so far."""

    def read(self) -> None:
        """Read the maps, the line and what surrounds them; raises InputError when they cannot be measured."""
        from ...core.geometry.polygons import common_frame

        self._after = self._snapshot("AFTER")
        self._before = self._snapshot("BEFORE") if self._layers["BEFORE"] else None
        if self._before is not None and self._before.instant >= self._after.instant:
            raise InputError(
                "The map after ({after}) is not later than the map before ({before}). Choose maps of two dates, or "
                "leave BEFORE empty.",
                after=wording.date_text(self._after.instant),
                before=wording.date_text(self._before.instant),
            )
        maps = [(self._after, "AFTER")] + ([(self._before, "BEFORE")] if self._before is not None else [])
        chosen = [self._chosen(snapshot, name) for snapshot, name in maps]
        some = [layer for layer in chosen if len(layer.polygons)]
        if not some:
            raise InputError(
                "Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another "
                "layer.",
                layer=self._layers["AFTER"].name,
                classes=", ".join(self._options.classes),
            )
        self._progress(15)
        self._frame = common_frame(some)
        self._held = [held_in_frame(layer, self._frame, self._feedback).geometry for layer in chosen]
        self._around = read_surroundings(self._layers, self._options, self._frame, (), self._feedback)
        self._progress(25)
        self._reference = reference_of(
            self._layers["REFERENCE"],
            "REFERENCE",
            self._algorithm.parameterAsEnumString(self._parameters, "SIDE", self._context),
            self._number("DISTANCE"),
            self._held,
            self._frame,
            self._feedback,
        )
        theatre = self._around.scene.theatre
        if theatre is not None:
            self._reference = in_background(self._feedback, self._reference.within, theatre.geometry)
        self._progress(READ)

    def measure(self) -> None:
        """Let core measure each map."""
        from ...core.depth.reach import rows_of_stations

        scene, frame = self._around.scene, self._frame
        stations = in_background(
            self._feedback,
            self._reference.stations,
            self._number("SPACING"),
            self._number("SMOOTHING"),
            self._number("DISTANCE"),
        )
        row = in_background(self._feedback, rows_of_stations, stations, scene.partition)
        found: list[tuple[Any, Profile, Reach]] = []
        for number, held in enumerate(self._held, 1):
            found.append(in_background(self._feedback, self._reached, held, stations, row))
            self._progress(READ + (MEASURED - READ) * number / len(self._held))
        self._beyond, seen, after = found[0]
        _, bearing_deg = frame.geodesic_and_bearing(after.farthest.foot, after.farthest.point)
        _, station_bearing_deg = frame.geodesic_and_bearing(stations.origin, seen.point)
        two = len(found) > 1
        self._result = ReachResult(
            date_before=self._before.instant if self._before is not None else None,
            date_after=self._after.instant,
            before=found[1][2] if two else None,
            after=after,
            seen_before=found[1][1] if two else None,
            seen_after=seen,
            stations=stations,
            row=row,
            bearing_deg=bearing_deg,
            station_bearing_deg=station_bearing_deg,
            moved_se_m2=in_background(self._feedback, self._moved_se_m2, found[1][0], found[0][0]) if two else None,
            position_error_m=self._options.position_error_m,
        )
        self._warn_of_limits()

    def write(self) -> dict[str, Any]:
        """Write the layers that were asked for and return all outputs of the algorithm."""
        import numpy as np

        headline = self._headline()
        crs = self._layers["AFTER"].crs
        outputs = self._outputs(FrameGeometries(self._frame, crs))
        written = self._write(outputs, headline, self._facts(headline), crs)
        result, named = self._result, self._named_rows()

        def largest_km(found: Reach) -> float | None:
            values = result.max_km(found)[named]
            return float(np.nanmax(values)) if np.isfinite(values).any() else None

        after_km = largest_km(result.after)
        before_km = largest_km(result.before) if result.before is not None else None
        return {
            **written,
            "REACH_MAX_KM": after_km,
            "REACH_MEAN_KM": number_or_none(self._mean_m() / KM),
            "COVERED_KM": float(result.after.covered_m[named].sum()) / KM,
            "STRIP_KM2": float(result.after.strip_m2[named].sum()) / KM2,
            "REACH_MAX_CHANGE_KM": after_km - before_km if after_km is not None and before_km is not None else None,
            "DATE_BEFORE_USED": wording.iso(result.date_before),
            "DATE_AFTER_USED": wording.iso(result.date_after),
        }

    # reading

    def _snapshot(self, name: str) -> Snapshot:
        how = how_to_read(self._algorithm, self._parameters, self._context)
        given = given_date(self._algorithm, self._parameters, f"{name}_DATE", self._context)
        return read_snapshot(self._layers[name], how, given, name, f"{name}_DATE", self._feedback)

    def _chosen(self, snapshot: Snapshot, name: str) -> LonLatPolygons:
        from ...core.geometry.polygons import lonlat_polygons

        layer = self._layers[name]
        shapes = snapshot.chosen(self._options.classes)
        return in_background(self._feedback, lonlat_polygons, shapes, snapshot.crs_wkt or layer.crs_wkt, layer.name)

    # measuring

    def _reached(self, held: Any, stations: Any, row: np.ndarray) -> tuple[Any, Profile, Reach]:
        from ...core.depth.reach import held_beyond, profile, reach

        beyond = held_beyond(held, self._reference)
        seen = profile(stations, beyond, self._reference, self._frame)
        found = reach(
            beyond,
            self._reference,
            stations,
            seen,
            row,
            self._around.scene.partition,
            self._frame,
            self._options.position_error_m,
            self._options.correlation_length_m,
        )
        return beyond, seen, found

    def _moved_se_m2(self, before: Any, after: Any) -> np.ndarray:
        """The standard error of the strip's change: of the edge of what was gained or lost there."""
        from ...core.change.uncertainty import area_standard_error_m2
        from ...core.depth.reach import edge_per_row_m
        from ...core.geometry.polygons import on_grid
        from ...core.libraries import shapely

        moved = on_grid(shapely.symmetric_difference(before, after))
        sigma_m = self._options.position_error_m
        edge_m = edge_per_row_m(moved, self._reference, self._around.scene.partition, self._frame, sigma_m)
        return area_standard_error_m2(edge_m, sigma_m, self._options.correlation_length_m)

    def _farther_than_distance(self) -> np.ndarray:
        """The rows in which held ground goes on where the looking ends."""
        import numpy as np

        return np.flatnonzero(self._result.after.max_m > NEARLY * self._number("DISTANCE"))

    def _warn_of_limits(self) -> None:
        names, distance_m = self._around.scene.partition.row_names, self._number("DISTANCE")
        if not self._result.seen_after.held.any():
            text = QCoreApplication.translate(
                "FrontlineChange",
                "No ground of the classes {classes} is held within {distance} beyond the line “{layer}”.",
            )
            self._feedback.pushWarning(
                text.format(
                    classes=", ".join(self._options.classes),
                    distance=depth_text(distance_m / KM),
                    layer=self._layers["REFERENCE"].name,
                )
            )
        full = self._farther_than_distance()
        if len(full):
            text = QCoreApplication.translate(
                "FrontlineChange",
                "Held ground lies farther than DISTANCE ({distance}) from the line in: {sectors}. Only the ground "
                "within it is measured there.",
            )
            sectors = ", ".join(names[row] for row in full)
            self._feedback.pushWarning(text.format(distance=depth_text(distance_m / KM), sectors=sectors))

    # results

    def _named_rows(self) -> list[int]:
        """The rows that the numbers speak of: all sectors, or everything where there are none."""
        partition = self._around.scene.partition
        return list(range(len(partition.names))) or [partition.rest]

    def _mean_m(self) -> float:
        import numpy as np

        seen, chosen = self._result.seen_after, np.isin(self._result.row, self._named_rows())
        chosen &= seen.held
        weights = self._result.stations.width_m[chosen]
        return float(np.average(seen.reach_m[chosen], weights=weights)) if weights.sum() > 0 else float("nan")

    def _headline(self) -> str:
        import numpy as np

        result, partition = self._result, self._around.scene.partition
        max_km = result.max_km(result.after)[self._named_rows()]
        date = wording.date_text(result.date_after)
        if not (np.isfinite(max_km).any() and np.nanmax(max_km) > 0):
            text = QCoreApplication.translate("FrontlineChange", "On {date} no ground was held beyond the line.")
            return text.format(date=date)
        row = int(np.nanargmax(max_km))
        where = partition.names[row] if partition.names else None
        reach = depth_text(float(max_km[row]))
        if row in self._farther_than_distance():
            reach = QCoreApplication.translate("FrontlineChange", "more than {reach}").format(reach=reach)
        facts = {
            "date": date,
            "reach": reach,
            "error": depth_text(result.position_error_m / KM),
            "sector": where,
            "covered": depth_text(float(result.after.covered_m[row]) / KM),
            "strip": area_text(float(result.after.strip_m2[row]) / KM2),
        }
        if where:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "On {date} held ground reached {reach} (± {error}) beyond the line in {sector}, where it covered "
                "{covered} of the line: {strip}.",
            )
        else:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "On {date} held ground reached {reach} (± {error}) beyond the line and covered {covered} of it: "
                "{strip}.",
            )
        sentence = text.format(**facts)
        if result.before is None or result.date_before is None:
            return sentence
        earlier_km = result.max_km(result.before)[self._named_rows()][row]
        text = QCoreApplication.translate("FrontlineChange", "On {date} it had reached {reach} there.")
        earlier = text.format(date=wording.date_text(result.date_before), reach=depth_text(float(earlier_km)))
        return f"{sentence} {earlier}"

    def _facts(self, headline: str) -> dict[str, Any]:
        def described(snapshot: Snapshot | None, name: str) -> dict[str, Any] | None:
            if snapshot is None:
                return None
            return {
                "layer": self._layers[name].name,
                "origin": snapshot.origin,
                "source": snapshot.source,
                "instant": wording.iso(snapshot.instant),
            }

        options = self._options.facts()
        return {
            "headline": headline,
            "before": described(self._before, "BEFORE"),
            "after": described(self._after, "AFTER"),
            **{name: options[name] for name in ("classes", "position_error_m", "correlation_length_m")},
            **{name.lower() + "_m": self._number(name) for name in ("SPACING", "SMOOTHING", "DISTANCE")},
            "side": self._algorithm.parameterAsEnumString(self._parameters, "SIDE", self._context),
            **{
                name.lower(): self._layers[name].name if self._layers[name] else None
                for name in ("REFERENCE", SECTORS, THEATRE)
            },
            "frame": self._frame.definition,
            "method": QCoreApplication.translate(
                "FrontlineChange",
                "Reach is the distance of held ground from the nearest point of the line, on the WGS 84 ellipsoid; "
                "ground within DISTANCE of the line counts, lodgements included.",
            ),
        }

    def _outputs(self, geometries: FrameGeometries) -> Iterator[Output]:
        import numpy as np

        from ...core.depth.reach import lines_between
        from ...core.front.zone import segments
        from ...core.libraries import shapely

        tr = QCoreApplication.translate
        result, partition = self._result, self._around.scene.partition
        date = iso_day(result.date_after)
        yield Output(
            "REACH",
            fields.REACH,
            QgsWkbTypes.Type.LineString,
            tr("FrontlineChange", "Reach {date}").format(date=date),
            "reach",
            qgs_features(fields.REACH, reach_rows(result, partition), geometries(lines_between(result.after.farthest))),
        )
        seen = result.seen_after
        lines = np.full(len(seen.held), None, dtype=object)
        lines[seen.held] = segments(result.stations.origin, seen.point)[seen.held]
        yield Output(
            "PROFILE",
            fields.REACH_PROFILE,
            QgsWkbTypes.Type.LineString,
            tr("FrontlineChange", "Profile of reach {date}").format(date=date),
            "reach_profile",
            qgs_features(fields.REACH_PROFILE, profile_rows(result, partition), geometries(lines)),
        )
        parts = shapely.get_parts(self._beyond)
        pieces, _, row = partition.split(parts[~shapely.is_empty(parts)])
        rows = (
            {"sector": partition.row_names[number], "area_km2": area_m2 / KM2, "date_after": result.date_after}
            for number, area_m2 in zip(row, shapely.area(pieces).tolist())
        )
        yield Output(
            "STRIP",
            fields.REACH_STRIP,
            QgsWkbTypes.Type.MultiPolygon,
            tr("FrontlineChange", "Held beyond the line {date}").format(date=date),
            "held_after",
            qgs_features(fields.REACH_STRIP, rows, geometries(pieces)),
        )
