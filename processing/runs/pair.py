# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `sectorchange`, step by step: read the maps, let core measure, write the tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import InputError
from .. import wording
from ..background import in_background
from ..bridge import FrameGeometries, LayerInput
from ..inputs import options
from ..inputs.dated_maps import given_date, how_to_read, read_snapshot
from ..inputs.map_errors import ERROR_FIELD, errors_of_pair_m
from ..inputs.surroundings import held_in_frame, read_surroundings
from ..outputs.writer import Output
from ..tables import fields
from ..tables.fields import qgs_features
from ..tables.pair import KM2, Period, change_rows, depth_rows, part_rows
from . import class_bounds
from .run import Run

if TYPE_CHECKING:
    from ...core.geometry.polygons import HeldArea, LonLatPolygons
    from ...core.maps.snapshots import Snapshot

READ, MEASURED = 35.0, 90.0  # per cent of progress
LOW_SHARE = 0.5
NOBODY_KNOWN = ("generic", "prepared")


class PairRun(Run):
    """Holds what one run has read and measured so far."""

    def read(self) -> None:
        """Read and check every input; raises InputError when they cannot be measured."""
        from ...core.change.pair import MEASURES
        from ...core.geometry.polygons import common_frame

        before, after = self._snapshot("BEFORE"), self._snapshot("AFTER")
        self._check_order(before, after)
        self._warn_of_two_publishers(before, after)
        self.snapshots = (before, after)
        self.period = Period(before.instant, after.instant)
        self._read_errors()
        self._progress(15)
        chosen = [self._chosen(snapshot, name) for snapshot, name in ((before, "BEFORE"), (after, "AFTER"))]
        if not any(len(layer.polygons) for layer in chosen):
            raise InputError(
                "Neither map has polygons of the classes {classes}. Choose other classes in CLASSES.",
                classes=", ".join(self._options.classes),
            )
        self.frame = common_frame([layer for layer in chosen if len(layer.polygons)])
        self.before, self.after = (
            replace(held_in_frame(layer, self.frame, self._feedback), name=wording.date_text(snapshot.instant))
            for layer, snapshot in zip(chosen, self.snapshots)
        )
        self._progress(22)
        around = read_surroundings(self._layers, self._options, self.frame, MEASURES, self._feedback)
        self.scene, self.places, self.place_names = around.scene, around.places, around.place_names
        self.partition = self.scene.partition
        self._progress(READ)

    def _warn_of_two_publishers(self, before: Snapshot, after: Snapshot) -> None:
        from ...core.sources import SOURCES

        publishers = [
            SOURCES[one.source].title.split(",")[0]
            for one in (before, after)
            if one.source in SOURCES and one.source not in NOBODY_KNOWN
        ]
        if len(set(publishers)) > 1:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "The map before is by {before}, the one after by {after}: what the two draw differently shows as "
                "gained or lost. Compare maps of one publisher.",
            )
            self._feedback.pushWarning(text.format(before=publishers[0], after=publishers[1]))

    def measure(self) -> None:
        """Let core measure, one step at a time."""
        from ...core.change.pair import PairMeasurement
        from ...core.change.places import changed_places

        measurement = PairMeasurement(self.before, self.after, self.scene, self.position_error_m)
        steps = iter(measurement)
        while (fraction := in_background(self._feedback, next, steps, None)) is not None:
            self._progress(READ + (MEASURED - READ) * fraction)
        self.result = measurement.result
        self.changed_places = None
        if self.places is not None:
            gained, lost = self.result.gained.parts, self.result.lost.parts
            self.changed_places = in_background(
                self._feedback,
                changed_places,
                self.places,
                self.before.geometry,
                gained.geometries,
                lost.geometries,
                self.partition,
            )
        self.bounds = self._bounds_km2()
        fronts_m = self.result.front_before_m.sum() + self.result.front_after_m.sum()
        if self.scene.theatre is not None and not fronts_m:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "No edge of the held area lies inside the theatre “{layer}” and off its edge, so there is no front. Is "
                "it the right layer?",
            )
            self._feedback.pushWarning(text.format(layer=self._layer_name(options.THEATRE)))
        if self.result.shared_fraction < LOW_SHARE:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "The two maps share only {percent} % of their edges: they were drawn or saved with different vertices. "
                "The figures hold, but much of the change may be redrawing.",
            )
            self._info(text.format(percent=round(100 * self.result.shared_fraction)))

    def write(self) -> dict[str, Any]:
        """Write the layers that were asked for and return all outputs of the algorithm."""
        numbers = self._numbers()
        headline = self._headline(numbers)
        crs = self._layers["AFTER"].crs
        outputs = self._outputs(FrameGeometries(self.frame, crs))
        written = self._write(outputs, headline, self._facts(headline), crs)
        return {
            **written,
            **numbers,
            "DATE_BEFORE_USED": wording.iso(self.period.before),
            "DATE_AFTER_USED": wording.iso(self.period.after),
        }

    # reading

    def _snapshot(self, name: str) -> Snapshot:
        how = how_to_read(self._algorithm, self._parameters, self._context)
        given = given_date(self._algorithm, self._parameters, f"{name}_DATE", self._context)
        return read_snapshot(self._layers[name], how, given, name, f"{name}_DATE", self._feedback)

    def _check_order(self, before: Snapshot, after: Snapshot) -> None:
        if before.instant < after.instant:
            return
        names = {"before": self._layers["BEFORE"].name, "after": self._layers["AFTER"].name}
        if before.instant > after.instant:
            raise InputError(
                "The map after (“{after}”, {after_date}) is earlier than the map before (“{before}”, {before_date}). "
                "Swap the two.",
                **names,
                before_date=wording.date_text(before.instant),
                after_date=wording.date_text(after.instant),
            )
        if self._layers["BEFORE"].key == self._layers["AFTER"].key:
            raise InputError(
                "Before and after are the same map (“{before}”, {date}), so nothing can have moved. Choose two dates.",
                **names,
                date=wording.date_text(before.instant),
            )
        raise InputError(
            "Both maps (“{before}” and “{after}”) are of the same instant, {date}. Choose maps of two dates, or give "
            "BEFORE_DATE and AFTER_DATE.",
            **names,
            date=wording.date_text(before.instant),
        )

    def _read_errors(self) -> None:
        """The position error of either map, and the one that stands for both."""
        from ...core.change.uncertainty import error_of_two_maps_m

        general_m, field = self._options.position_error_m, self._field(ERROR_FIELD)
        self.errors_m, self.position_error_m = [general_m, general_m], general_m
        if field:
            layers = [self._layers["BEFORE"], self._layers["AFTER"]]
            classes = self._options.classes
            self.errors_m = errors_of_pair_m(self.snapshots, layers, classes, field, general_m, self._feedback)
            self.position_error_m = error_of_two_maps_m(*self.errors_m)

    def _chosen(self, snapshot: Snapshot, name: str) -> LonLatPolygons:
        from ...core.geometry.polygons import lonlat_polygons

        layer = self._layers[name].name
        geometries = snapshot.chosen(self._options.classes)
        if not len(geometries):
            text = QCoreApplication.translate(
                "FrontlineChange",
                "Layer “{layer}” has no polygons of the classes {classes} on {date}; it has: {found}.",
            )
            self._feedback.pushWarning(
                text.format(
                    layer=layer,
                    classes=", ".join(self._options.classes),
                    date=wording.date_text(snapshot.instant),
                    found=", ".join(snapshot.polygons) or "–",
                )
            )
        crs_wkt = snapshot.crs_wkt or self._layers[name].crs_wkt
        polygons = in_background(self._feedback, lonlat_polygons, geometries, crs_wkt, layer)
        return replace(polygons, feature=snapshot.chosen_rows(self._options.classes)[polygons.feature])

    def _bounds_km2(self) -> dict[str, Any]:
        """Net by the classes of each bound, per row; nothing where the maps have no ground between the bounds."""
        if not class_bounds.has_bounds([key for snapshot in self.snapshots for key in snapshot.polygons]):
            return {}
        own = set(self._options.classes)
        return {
            name: (self.result.net_m2 if set(classes) == own else self._net_m2(classes)) / KM2
            for name, classes in class_bounds.BOUNDS.items()
        }

    def _net_m2(self, classes: tuple[str, ...]) -> Any:
        """Net change of other classes than those chosen, per row."""
        from ...core.geometry.polygons import held_area, lonlat_polygons

        held_m2 = []
        for snapshot, name in zip(self.snapshots, ("BEFORE", "AFTER")):
            layer = self._layers[name]
            crs_wkt = snapshot.crs_wkt or layer.crs_wkt
            source = in_background(self._feedback, lonlat_polygons, snapshot.chosen(classes), crs_wkt, layer.name)
            held = in_background(self._feedback, held_area, source, self.frame)
            held_m2.append(in_background(self._feedback, self.partition.area_per_row_m2, held.geometry))
        return held_m2[1] - held_m2[0]

    # results

    def _numbers(self) -> dict[str, float | None]:
        import numpy as np

        result = self.result

        def deepest_km(depth_m: Any) -> float | None:
            return float(np.nanmax(depth_m)) / 1e3 if np.isfinite(depth_m).any() else None

        return {
            "GAINED_KM2": float(result.gained_m2.sum()) / 1e6,
            "LOST_KM2": float(result.lost_m2.sum()) / 1e6,
            "NET_KM2": float(result.net_m2.sum()) / 1e6,
            "GAINED_SE_KM2": result.whole_gained_se_m2 / 1e6,
            "ADVANCE_MAX_KM": deepest_km(result.gained.depth.max_m),
            "RETREAT_MAX_KM": deepest_km(result.lost.depth.max_m),
        }

    def _headline(self, numbers: dict[str, float | None]) -> str:
        import numpy as np

        depth_m = self.result.gained.depth.max_m
        named = bool(self.partition.names) and np.isfinite(depth_m).any()
        row = int(np.nanargmax(depth_m)) if named else self.partition.rest
        return wording.headline(
            before=self.period.before,
            after=self.period.after,
            gained_km2=numbers["GAINED_KM2"],
            lost_km2=numbers["LOST_KM2"],
            net_km2=numbers["NET_KM2"],
            net_se_km2=self.result.whole_net_se_m2 / 1e6,
            net_km2_day=numbers["NET_KM2"] / self.period.days,
            advance_max_km=numbers["ADVANCE_MAX_KM"],
            advance_sector=self.partition.names[row] if row < self.partition.rest else None,
        )

    def _facts(self, headline: str) -> dict[str, Any]:
        def described(snapshot: Snapshot, layer: LayerInput, held: HeldArea, error_m: float) -> dict[str, Any]:
            return {
                "layer": layer.name,
                "origin": snapshot.origin,
                "source": snapshot.source,
                "instant": wording.iso(snapshot.instant),
                "held_km2": held.area_m2 / 1e6,
                "position_error_m": error_m,
                "repaired_polygons": len(held.repairs),
            }

        before, after = self.snapshots
        return {
            "headline": headline,
            "before": described(before, self._layers["BEFORE"], self.before, self.errors_m[0]),
            "after": described(after, self._layers["AFTER"], self.after, self.errors_m[1]),
            "days": self.period.days,
            **self._options.facts(),
            "error_field": self._field(ERROR_FIELD),
            "position_error_used_m": self.position_error_m,
            "net_se_km2": self.result.whole_net_se_m2 / 1e6,
            "sectors": self._layer_name(options.SECTORS),
            "theatre": self._layer_name(options.THEATRE),
            "home": self._layer_name(options.HOME),
            "places": self._layer_name(options.PLACES),
            "frame": self.frame.definition,
            "method": wording.method_line(
                classes=self._options.classes,
                position_error_m=self.position_error_m,
                correlation_length_m=self._options.correlation_length_m,
                frame=self.frame.definition,
            ),
        }

    def _outputs(self, geometries: FrameGeometries) -> Iterator[Output]:
        tr = QCoreApplication.translate
        result, names = self.result, self.partition.row_names
        dates = f"{self.period.before:%Y-%m-%d} – {self.period.after:%Y-%m-%d}"
        sectors = [*geometries(self.partition.geometries), None]
        yield Output(
            "CHANGE",
            fields.CHANGE,
            QgsWkbTypes.Type.MultiPolygon,
            tr("FrontlineChange", "Change per sector {dates}").format(dates=dates),
            "change",
            qgs_features(fields.CHANGE, change_rows(result, self.period, self.changed_places, self.bounds), sectors),
        )
        for parameter, title, style, direction in (
            ("GAINED", tr("FrontlineChange", "Gained {dates}"), "gained", result.gained),
            ("LOST", tr("FrontlineChange", "Lost {dates}"), "lost", result.lost),
        ):
            rows = list(part_rows(direction, names, self.period))
            yield Output(
                parameter,
                fields.PARTS,
                QgsWkbTypes.Type.MultiPolygon,
                title.format(dates=dates),
                style,
                qgs_features(fields.PARTS, (values for values, _ in rows), geometries([piece for _, piece in rows])),
            )
        yield self._depth_output(geometries, dates)
        if self.changed_places is not None:
            yield self._places_output(geometries, dates)

    def _depth_output(self, geometries: FrameGeometries, dates: str) -> Output:
        from ...core.front.zone import segments

        rows = list(depth_rows(self.result, self.frame, self.period))
        lines = [geometry for _, line in rows for geometry in geometries(segments(line[:1], line[1:]))]
        return Output(
            "DEPTH",
            fields.DEPTH,
            QgsWkbTypes.Type.LineString,
            QCoreApplication.translate("FrontlineChange", "Depth {dates}").format(dates=dates),
            "depth",
            qgs_features(fields.DEPTH, (values for values, _ in rows), lines),
        )

    def _places_output(self, geometries: FrameGeometries, dates: str) -> Output:
        from ...core.libraries import shapely

        changed, names = self.changed_places, self.partition.row_names
        rows = (
            {
                "place": self.place_names[place],
                "sector": names[row],
                "change": "gained" if gained else "lost",
                **self.period.values,
            }
            for place, gained, row in zip(changed.place, changed.gained, changed.row)
        )
        return Output(
            "PLACES_CHANGED",
            fields.PLACES_CHANGED,
            QgsWkbTypes.Type.Point,
            QCoreApplication.translate("FrontlineChange", "Places that changed hands {dates}").format(dates=dates),
            "places_changed",
            qgs_features(fields.PLACES_CHANGED, rows, geometries(shapely.points(self.places.point[changed.place]))),
        )
