# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `extractfront`: choose the maps, draw the front of each, measure it at every tolerance, write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.errors import InputError
from ...core.maps.dates import DateError, iso_day, to_instant
from .. import wording
from ..background import in_background
from ..bridge import FrameGeometries, LayerInput
from ..cancelling import check_cancel
from ..inputs import options
from ..inputs.dated_maps import given_date, how_to_read, read_snapshot, snapshots_in, tell_notes
from ..inputs.surroundings import held_in_frame, read_surroundings
from ..outputs.writer import Output
from ..tables.fields import INSTANT, REAL, TEXT, WHOLE, number_or_none, qgs_features
from .run import Run

if TYPE_CHECKING:
    from ...core.front.contact_line import FrontLine
    from ...core.front.zone import Zone
    from ...core.geometry.edges import Edges
    from ...core.geometry.polygons import LonLatPolygons
    from ...core.maps.snapshots import Snapshot

FRONT_TABLE = {"date": INSTANT, "until": INSTANT, "sector": TEXT, "status": TEXT, "length_km": REAL}
LENGTHS_TABLE = {
    "date": INSTANT,
    "sector": TEXT,
    "tolerance_m": REAL,
    "front_km": REAL,
    "moved_km": REAL,
    "masked_km": REAL,
    "stretches": WHOLE,
}

ALONE, MOVED, STILL, MASKED, BOUNDARY = "front", "moved", "still", "masked", "boundary"
READ, DRAWN = 25.0, 90.0  # per cent of progress


class FrontRun(Run):
    """Holds what one run has read and drawn so far."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._lines: list[tuple[dict[str, Any], Any]] = []
        self._lengths: list[dict[str, Any]] = []

    def read(self) -> None:
        """Choose the maps and read what surrounds them; raises InputError when they cannot be used."""
        from ...core.change.pair import FRONT
        from ...core.geometry.polygons import common_frame

        self._tolerances_m = self._tolerances()
        self._maps = self._chosen_maps()
        sources = [self._source(snapshot, layer) for snapshot, layer in self._maps]
        if not any(len(source.polygons) for source in sources):
            raise InputError(
                "Layer “{layer}” has no polygons of the classes {classes}. Choose other classes in CLASSES, or another "
                "layer.",
                layer=self._layers["SNAPSHOTS"].name,
                classes=", ".join(self._options.classes),
            )
        self._frame = common_frame([source for source in sources if len(source.polygons)])
        self._sources = sources
        around = read_surroundings(self._layers, self._options, self._frame, (FRONT,), self._feedback)
        self._partition = around.scene.partition
        self._zone = in_background(self._feedback, lambda: around.scene.zone)
        self._masked_zone: Zone | None = None
        self._place_mask()
        self._progress(READ)

    def draw(self) -> None:
        """Draw and measure the front of one map after the other."""
        before: Edges | None = None
        for number, ((snapshot, _), source) in enumerate(zip(self._maps, self._sources)):
            edges = self._edges(source)
            until = self._maps[number + 1][0].instant if number + 1 < len(self._maps) else None
            self._draw_one(snapshot.instant, until, edges, before)
            before = edges
            self._progress(READ + (DRAWN - READ) * (number + 1) / len(self._maps))

    def write(self) -> dict[str, Any]:
        """Write the layers that were asked for and return all outputs of the algorithm."""
        headline = self._headline()
        crs = self._layers["SNAPSHOTS"].crs
        outputs = self._outputs(FrameGeometries(self._frame, crs))
        written = self._write(outputs, headline, self._facts(headline), crs)
        return {
            **written,
            "FRONT_KM": self._total("front_km"),
            "MOVED_KM": self._total("moved_km"),
            "DATES_USED": ",".join(wording.iso(snapshot.instant) for snapshot, _ in self._maps),
        }

    # reading

    def _chosen_maps(self) -> list[tuple[Snapshot, LayerInput]]:
        """The maps in time order: the one before, where it has a layer of its own, and those of the dates wanted."""
        layer, earlier = self._layers["SNAPSHOTS"], self._layers["BEFORE"]
        how = how_to_read(self._algorithm, self._parameters, self._context)
        chosen = [(snapshot, layer) for snapshot in self._snapshots_of(layer)]
        if earlier is None:
            return chosen
        if how.date_field and earlier.fields.lookupField(how.date_field) < 0:
            how = replace(how, date_field=None)
        given = given_date(self._algorithm, self._parameters, "BEFORE_DATE", self._context)
        before = read_snapshot(earlier, how, given, "BEFORE", "BEFORE_DATE", self._feedback)
        first = chosen[0][0]
        if before.instant >= first.instant:
            raise InputError(
                "The map before (“{before}”, {before_date}) is not earlier than the first of “{layer}” ({first}). Swap "
                "the two, or choose other dates.",
                before=earlier.name,
                before_date=wording.date_text(before.instant),
                layer=layer.name,
                first=wording.date_text(first.instant),
            )
        return [(before, earlier), *chosen]

    def _snapshots_of(self, layer: LayerInput) -> list[Snapshot]:
        from ...core.maps.snapshots import NoSnapshotError, as_of

        wanted = self._wanted_dates()
        how = how_to_read(self._algorithm, self._parameters, self._context)
        given = wanted[0] if len(wanted) == 1 else None
        snapshots, date_field = snapshots_in(layer, how, given, self._feedback.isCanceled)
        check_cancel(self._feedback)
        if wanted and not (date_field is None and len(snapshots) == 1):
            try:
                standing = {as_of(snapshots, instant).instant for instant in wanted}
            except NoSnapshotError as error:
                raise InputError(
                    "{parameter} cannot be used with layer “{layer}”. {reason}",
                    parameter="DATES",
                    layer=layer.name,
                    reason=error,
                ) from error
            snapshots = [snapshot for snapshot in snapshots if snapshot.instant in standing]
        for snapshot in snapshots[:1]:
            tell_notes(snapshot, layer, self._feedback)
        text = QCoreApplication.translate("FrontlineChange", "Maps of “{layer}”: {count}, from {first} to {last}.")
        self._info(
            text.format(
                layer=layer.name,
                count=len(snapshots),
                first=wording.date_text(snapshots[0].instant),
                last=wording.date_text(snapshots[-1].instant),
            )
        )
        return snapshots

    def _wanted_dates(self) -> list[datetime]:
        text = self._text("DATES")
        try:
            return sorted({to_instant(part.strip()) for part in text.split(",") if part.strip()})
        except DateError as error:
            raise InputError("{parameter} cannot be used. {reason}", parameter="DATES", reason=error) from error

    def _tolerances(self) -> list[float]:
        text = self._text("TOLERANCES")
        try:
            found = list(dict.fromkeys(float(part) for part in text.split(",") if part.strip()))
        except ValueError:
            found = []
        if not found or not all(0 <= value <= options.LONGEST_M for value in found):
            raise InputError(
                "TOLERANCES cannot be “{text}”. Give distances in metres separated by commas, such as "
                "0,500,1000,2000,5000.",
                text=text,
            )
        return found

    def _source(self, snapshot: Snapshot, layer: LayerInput) -> LonLatPolygons:
        from ...core.geometry.polygons import lonlat_polygons

        geometries = snapshot.chosen(self._options.classes)
        source = lonlat_polygons(geometries, snapshot.crs_wkt or layer.crs_wkt, layer.name)
        return replace(source, feature=snapshot.chosen_rows(self._options.classes)[source.feature])

    def _edges(self, source: LonLatPolygons) -> Edges:
        """The boundary of the held area without seams between its pieces."""
        from ...core.front.contact_line import boundary_without_seams
        from ...core.geometry.polygons import in_plane

        held = held_in_frame(source, self._frame, self._feedback).geometry
        pieces = in_background(self._feedback, in_plane, source, self._frame).polygons
        width_m = self._number("SEAM_WIDTH")
        edges, seams = in_background(self._feedback, boundary_without_seams, held, pieces, width_m)
        if seams:
            text = QCoreApplication.translate(
                "FrontlineChange",
                "Layer “{layer}”: {count} seams between its pieces, narrower than {width} m, are not counted as front.",
            )
            width = QLocale().toString(width_m, "g", 6)
            self._info(text.format(layer=source.layer, count=seams, width=width))
        return edges

    def _place_mask(self) -> None:
        """Take the mask out of the zone; the part of the zone along it is kept apart."""
        from ...core.front.contact_line import without_mask
        from ...core.geometry.lines import lines_in_plane, lonlat_lines
        from ...core.geometry.polygons import in_plane, lonlat_polygons
        from ...core.libraries import shapely

        layer = self._layers["MASK"]
        if layer is None:
            return
        raw = layer.raw_map(self._feedback.isCanceled)
        check_cancel(self._feedback)
        lines = lines_in_plane(lonlat_lines(raw.geometries, raw.crs_wkt, layer.name), self._frame)
        polygons = in_plane(lonlat_polygons(raw.geometries, raw.crs_wkt, layer.name), self._frame).polygons
        if not len(lines) and not len(polygons):
            raise InputError(
                "Layer “{layer}”, given as {parameter}, has neither lines nor polygons. Choose another layer or leave "
                "it empty.",
                layer=layer.name,
                parameter="MASK",
            )
        if self._zone is None:
            text = QCoreApplication.translate(
                "FrontlineChange", "Without a theatre nothing is measured, so MASK (“{layer}”) is not used."
            )
            self._warn(text.format(layer=layer.name))
            return
        mask = shapely.geometrycollections([*lines, *polygons])
        distance_m = self._number("MASK_DISTANCE")
        self._zone, self._masked_zone = in_background(self._feedback, without_mask, self._zone, mask, distance_m)

    # drawing

    def _draw_one(self, instant: datetime, until: datetime | None, edges: Edges, before: Edges | None) -> None:
        from ...core.front.contact_line import front_lines, lengths, pieces_by_row, runs

        lines = self._with_movement(edges, before)
        masked = [] if self._masked_zone is None else self._plain(front_lines, edges, self._masked_zone)
        by_status: dict[str, list[Any]] = {}
        for line in lines:
            for xy, moved in runs(line):
                by_status.setdefault(self._status(moved), []).append(xy)
        if masked:
            by_status[MASKED] = [line.xy for line in masked]
        for status, pieces in by_status.items():
            for row, joined in pieces_by_row(pieces, self._partition).items():
                self._keep_line({"date": instant, "until": until, "status": status}, row, joined)
        for tolerance_m in self._tolerances_m:
            check_cancel(self._feedback)
            found = in_background(self._feedback, lengths, lines, tolerance_m, self._partition, self._frame)
            beside = in_background(self._feedback, lengths, masked, tolerance_m, self._partition, self._frame)
            stretches = self._stretches(lines)
            for row, name in enumerate(self._partition.row_names):
                measured = self._zone is not None
                self._lengths.append(
                    {
                        "date": instant,
                        "sector": name,
                        "tolerance_m": tolerance_m,
                        "front_km": found.front_m[row] / 1e3 if measured else None,
                        "moved_km": found.moved_m[row] / 1e3 if measured and before is not None else None,
                        "masked_km": beside.front_m[row] / 1e3 if self._masked_zone is not None else None,
                        "stretches": stretches[row] if measured else None,
                    }
                )

    def _with_movement(self, edges: Edges, before: Edges | None) -> list[FrontLine]:
        from ...core.front.contact_line import FrontLine, front_lines, with_movement

        drawn = in_background(self._feedback, front_lines, edges, self._zone)
        if before is None:
            return [FrontLine(line) for line in drawn]
        distance_m = self._number("MOVE_DISTANCE")
        return [in_background(self._feedback, with_movement, line, before, distance_m) for line in drawn]

    def _plain(self, front_lines: Any, edges: Edges, zone: Zone) -> list[FrontLine]:
        from ...core.front.contact_line import FrontLine

        return [FrontLine(line) for line in in_background(self._feedback, front_lines, edges, zone)]

    def _status(self, moved: bool | None) -> str:
        if self._zone is None:
            return BOUNDARY
        return ALONE if moved is None else MOVED if moved else STILL

    def _stretches(self, lines: list[FrontLine]) -> list[int]:
        """How many connected stretches of front each row has."""
        from ...core.front.contact_line import pieces_by_row

        found = pieces_by_row([line.xy for line in lines], self._partition)
        return [len(found.get(row, ())) for row in range(len(self._partition.row_names))]

    def _keep_line(self, values: dict[str, Any], row: int, lines: list[Any]) -> None:
        from ...core.front.contact_line import geodesic_length_m
        from ...core.libraries import shapely

        measured = values["status"] != BOUNDARY
        length_km = geodesic_length_m(lines, self._frame) / 1e3 if measured else None
        sector = self._partition.row_names[row]
        shape = shapely.multilinestrings([shapely.linestrings(line) for line in lines])
        self._lines.append(({**values, "sector": sector, "length_km": length_km}, shape))

    # results

    def _total(self, field: str, tolerance_m: float | None = None) -> float | None:
        """The length of the last map's front at a tolerance, the first asked for unless told otherwise."""
        last = self._maps[-1][0].instant
        tolerance_m = self._tolerances_m[0] if tolerance_m is None else tolerance_m
        values = [row[field] for row in self._lengths if row["date"] == last and row["tolerance_m"] == tolerance_m]
        return None if None in values else number_or_none(float(sum(values)))

    def _headline(self) -> str:
        tr = QCoreApplication.translate
        last = wording.date_text(self._maps[-1][0].instant)
        if self._zone is None:
            return tr(
                "FrontlineChange", "The boundary of {date} is drawn; without a theatre it has no honest length."
            ).format(date=last)
        at = tr("FrontlineChange", "{length} km simplified by {tolerance} m")
        whole = QLocale()
        figures = "; ".join(
            at.format(
                length=whole.toString(self._total("front_km", tolerance_m), "f", 0),
                tolerance=whole.toString(tolerance_m, "g", 6),
            )
            for tolerance_m in self._tolerances_m
        )
        text = tr("FrontlineChange", "Front of {date}, {edge} m off the theatre's edge: {figures}.")
        edge = whole.toString(self._options.edge_tolerance_m, "g", 6)
        sentence = text.format(date=last, edge=edge, figures=figures)
        moved_km = self._total("moved_km")
        if moved_km is None:
            return sentence
        more = tr("FrontlineChange", "Since {before} {moved} km of it moved.")
        before = wording.date_text(self._maps[-2][0].instant)
        return f"{sentence} {more.format(before=before, moved=whole.toString(moved_km, 'f', 0))}"

    def _facts(self, headline: str) -> dict[str, Any]:
        return {
            "headline": headline,
            "maps": [
                {
                    "layer": layer.name,
                    "origin": snapshot.origin,
                    "source": snapshot.source,
                    "instant": wording.iso(snapshot.instant),
                }
                for snapshot, layer in self._maps
            ],
            "classes": list(self._options.classes),
            "edge_tolerance_m": self._options.edge_tolerance_m,
            "tolerances_m": self._tolerances_m,
            "seam_width_m": self._number("SEAM_WIDTH"),
            "move_distance_m": self._number("MOVE_DISTANCE"),
            "mask_distance_m": self._number("MASK_DISTANCE"),
            **{
                name.lower(): layer.name if layer else None
                for name, layer in self._layers.items()
                if name in (options.SECTORS, options.THEATRE, options.HOME, "MASK")
            },
            "frame": self._frame.definition,
        }

    def _outputs(self, geometries: FrameGeometries) -> Iterator[Output]:
        import numpy as np

        tr = QCoreApplication.translate
        dates = " – ".join(dict.fromkeys(iso_day(snapshot.instant) for snapshot in self._ends()))
        shapes = geometries(np.array([shape for _, shape in self._lines], dtype=object))
        yield Output(
            "FRONT",
            FRONT_TABLE,
            QgsWkbTypes.Type.MultiLineString,
            tr("FrontlineChange", "Front {dates}").format(dates=dates),
            "front",
            qgs_features(FRONT_TABLE, (values for values, _ in self._lines), shapes),
        )
        yield Output(
            "LENGTHS",
            LENGTHS_TABLE,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Length of the front {dates}").format(dates=dates),
            None,
            qgs_features(LENGTHS_TABLE, self._lengths),
        )

    def _ends(self) -> tuple[Snapshot, Snapshot]:
        return self._maps[0][0], self._maps[-1][0]
