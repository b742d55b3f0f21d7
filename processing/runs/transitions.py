# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `classtransition`: read the classes of both maps, let core compare them, write matrix and ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import InputError
from .. import wording
from ..background import in_background
from ..bridge import FrameGeometries
from ..inputs import options
from ..inputs.surroundings import held_in_frame, read_surroundings
from ..outputs.writer import Output
from ..tables.fields import PERIOD, REAL, TEXT, qgs_features
from ..tables.pair import KM2, Period
from .pair import PairRun

if TYPE_CHECKING:
    from ...core.geometry.polygons import LonLatPolygons
    from ...core.maps.snapshots import Snapshot

TRANSITIONS_TABLE = {"sector": TEXT, "class_before": TEXT, "class_after": TEXT, "area_km2": REAL, **PERIOD}
GROUND_TABLE = TRANSITIONS_TABLE
MATRIX_TABLE = {
    "class_before": TEXT,
    "held_km2": REAL,
    "contested_km2": REAL,
    "claimed_km2": REAL,
    "liberated_km2": REAL,
    "other_km2": REAL,
    "none_km2": REAL,
    "total_km2": REAL,
}
TOTAL = "total"

READ, COMPARED = 40.0, 90.0  # per cent of progress


class TransitionRun(PairRun):
    """Reads maps as `sectorchange` does; holds their classes and what became of them."""

    def read(self) -> None:
        """Read and check every input; raises InputError when there is nothing to compare."""
        from ...core.geometry.polygons import common_frame

        before, after = self._snapshot("BEFORE"), self._snapshot("AFTER")
        self._check_order(before, after)
        self.snapshots = (before, after)
        self.period = Period(before.instant, after.instant)
        self._progress(10)
        sources = [self._classes_of(snapshot, name) for snapshot, name in ((before, "BEFORE"), (after, "AFTER"))]
        drawn = [(key, source) for classes in sources for key, source in classes.items() if len(source.polygons)]
        if not drawn:
            raise InputError("Neither map has any polygons. Choose other layers.")
        near = [source for key, source in drawn if key != "other"]  # that class holds land elsewhere in the world
        self.frame = common_frame(near or [source for _, source in drawn])
        self._maps = [self._in_frame(classes) for classes in sources]
        around = read_surroundings(self._layers, self._options, self.frame, (), self._feedback)
        self.partition = around.scene.partition
        self._progress(READ)

    def measure(self) -> None:
        """Let core compare the classes."""
        from ...core.change.transitions import transitions, without_overlaps_between

        maps = [in_background(self._feedback, without_overlaps_between, classes) for classes in self._maps]
        self._progress((READ + COMPARED) / 2)
        names = tuple(wording.date_text(snapshot.instant) for snapshot in self.snapshots)
        self.transitions = in_background(self._feedback, transitions, *maps, self.partition, names)
        self._progress(COMPARED)

    def write(self) -> dict[str, Any]:
        """Write the tables that were asked for and return all outputs of the algorithm."""
        numbers = self._changes_km2()
        headline = self._sentence(numbers)
        crs = self._layers["AFTER"].crs
        outputs = self._tables(FrameGeometries(self.frame, crs))
        written = self._write(outputs, headline, self._facts(headline), crs)
        return {
            **written,
            "CHANGED_KM2": self.transitions.changed_m2 / KM2,
            "BECAME_HELD_KM2": numbers["to held"],
            "NO_LONGER_HELD_KM2": numbers["from held"],
            "DATE_BEFORE_USED": wording.iso(self.period.before),
            "DATE_AFTER_USED": wording.iso(self.period.after),
        }

    def _classes_of(self, snapshot: Snapshot, name: str) -> dict[str, LonLatPolygons]:
        from ...core.geometry.polygons import lonlat_polygons

        layer, found = self._layers[name], {}
        crs_wkt = snapshot.crs_wkt or layer.crs_wkt
        for key in snapshot.polygons:
            source = in_background(self._feedback, lonlat_polygons, snapshot.polygons[key], crs_wkt, layer.name)
            found[key] = replace(source, feature=snapshot.rows[key][source.feature])
        return found

    def _in_frame(self, classes: dict[str, LonLatPolygons]) -> dict[str, Any]:
        return {key: held_in_frame(source, self.frame, self._feedback).geometry for key, source in classes.items()}

    def _changes_km2(self) -> dict[str, float]:
        from ...core.change.transitions import CLASSES

        held = CLASSES.index("held")
        area_m2, before, after = self.transitions.area_m2, self.transitions.before, self.transitions.after
        return {
            "to held": float(area_m2[after == held].sum()) / KM2,
            "from held": float(area_m2[before == held].sum()) / KM2,
            "contested to held": float(area_m2[(before == CLASSES.index("contested")) & (after == held)].sum()) / KM2,
        }

    def _sentence(self, numbers: dict[str, float]) -> str:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "From {before} to {after} {changed} changed class: {gained} became held, {grey} of it from contested, and "
            "{lost} are no longer held.",
        )
        return text.format(
            before=wording.date_text(self.period.before),
            after=wording.date_text(self.period.after),
            changed=wording.area_text(self.transitions.changed_m2 / KM2),
            gained=wording.area_text(numbers["to held"]),
            grey=wording.area_text(numbers["contested to held"]),
            lost=wording.area_text(numbers["from held"]),
        )

    def _facts(self, headline: str) -> dict[str, Any]:
        from ...core.change.transitions import CLASSES

        def described(snapshot: Snapshot, name: str) -> dict[str, Any]:
            return {
                "layer": self._layers[name].name,
                "origin": snapshot.origin,
                "source": snapshot.source,
                "instant": wording.iso(snapshot.instant),
                "classes": list(snapshot.polygons),
            }

        before, after = self.snapshots
        return {
            "headline": headline,
            "before": described(before, "BEFORE"),
            "after": described(after, "AFTER"),
            "days": self.period.days,
            "classes_in_order_of_precedence": list(CLASSES),
            "sectors": self._layer_name(options.SECTORS),
            "frame": self.frame.definition,
        }

    def _tables(self, geometries: FrameGeometries) -> Iterator[Output]:
        tr = QCoreApplication.translate
        dates = f"{self.period.before:%Y-%m-%d} – {self.period.after:%Y-%m-%d}"
        listed = self.transitions.listed()
        yield Output(
            "TRANSITIONS",
            TRANSITIONS_TABLE,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Class before and after, per sector {dates}").format(dates=dates),
            None,
            qgs_features(TRANSITIONS_TABLE, self._transition_rows()),
        )
        yield Output(
            "MATRIX",
            MATRIX_TABLE,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Matrix of classes {dates}").format(dates=dates),
            None,
            qgs_features(MATRIX_TABLE, self._matrix_rows()),
        )
        yield Output(
            "GROUND",
            GROUND_TABLE,
            QgsWkbTypes.Type.MultiPolygon,
            tr("FrontlineChange", "Ground that changed class {dates}").format(dates=dates),
            "transitions",
            qgs_features(GROUND_TABLE, self._ground_rows(listed), geometries(self.transitions.pieces[listed])),
        )

    def _transition_rows(self) -> Iterator[dict[str, Any]]:
        from ...core.change.transitions import CLASSES

        for sector, areas_m2 in zip(self.partition.row_names, self.transitions.matrix_m2):
            for before, row_m2 in zip(CLASSES, areas_m2):
                for after, area_m2 in zip(CLASSES, row_m2.tolist()):
                    yield {
                        "sector": sector,
                        "class_before": before,
                        "class_after": after,
                        "area_km2": area_m2 / KM2,
                        **self.period.values,
                    }

    def _matrix_rows(self) -> Iterator[dict[str, Any]]:
        """The whole as a matrix; ground of no class on both dates has no end, so its cell and total stay empty."""
        import numpy as np

        from ...core.change.transitions import CLASSES

        whole_m2 = self.transitions.matrix_m2.sum(axis=0)
        whole_m2[-1, -1] = np.nan
        with_totals = np.column_stack([whole_m2, whole_m2.sum(axis=1)])
        with_totals = np.vstack([with_totals, with_totals.sum(axis=0)])
        for before, row_m2 in zip((*CLASSES, TOTAL), with_totals):
            names = list(MATRIX_TABLE)[1:]
            yield {"class_before": before, **dict(zip(names, (row_m2 / KM2).tolist()))}

    def _ground_rows(self, listed: Iterable[int]) -> Iterator[dict[str, Any]]:
        from ...core.change.transitions import CLASSES

        result, names = self.transitions, self.partition.row_names
        for piece in listed:
            yield {
                "sector": names[result.row[piece]],
                "class_before": CLASSES[result.before[piece]],
                "class_after": CLASSES[result.after[piece]],
                "area_km2": float(result.area_m2[piece]) / KM2,
                **self.period.values,
            }
