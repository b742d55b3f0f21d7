# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of `controlfromlines`: read lines, theatre and marks, make the held area of each date, write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...core.errors import InputError
from ...core.maps.dates import iso_day
from .. import wording
from ..background import in_background
from ..bridge import FrameGeometries, date_field_of
from ..cancelling import check_cancel
from ..inputs.dated_maps import given_date
from ..inputs.line_input import lines_of
from ..inputs.surroundings import held_in_frame, polygons_of
from ..outputs.writer import Output
from ..tables.fields import INSTANT, REAL, TEXT, WHOLE, qgs_features
from ..tables.prepare import SNAPSHOTS
from .run import Run

if TYPE_CHECKING:
    from ...core.geometry.geodesy import Frame
    from ...core.geometry.lines import LonLatLines
    from ...core.geometry.polygons import Geometries
    from ...core.maps.from_lines import FromLines
    from ...core.maps.snapshots import RawMap

SOURCE = "lines"

LOG_TABLE = {
    "date": INSTANT,
    "lines": WHOLE,
    "lines_km": REAL,
    "outside_km": REAL,
    "bridges": WHOLE,
    "bridges_km": REAL,
    "bridge_max_m": REAL,
    "extensions": WHOLE,
    "extensions_km": REAL,
    "extension_max_m": REAL,
    "loose": WHOLE,
    "loose_km": REAL,
    "held_km2": REAL,
    "warning": TEXT,
}
JOINS_TABLE = {"date": INSTANT, "until": INSTANT, "kind": TEXT, "length_m": REAL}

READ, MADE = 25.0, 90.0  # per cent of progress
PLACES_NAMED = 3


class LinesRun(Run):
    """Holds what one run has read and made so far."""

    def read(self) -> None:
        """Read every input; raises InputError when the lines cannot be used."""
        from ...core.geometry.geodesy import Frame
        from ...core.geometry.lines import lines_in_plane

        layer, theatre = self._layers["LINES"], self._layers["THEATRE"]
        source, raw = lines_of(layer, "LINES", self._feedback)
        land, _ = polygons_of(theatre, "THEATRE", self._feedback)
        self._frame: Frame = Frame.around(land.coordinates)
        self._theatre = held_in_frame(land, self._frame, self._feedback).geometry
        self._lines = in_background(self._feedback, lines_in_plane, source, self._frame)
        self._date_field = self._field("DATE_FIELD") or date_field_of(list(raw.fields))
        self._dates = self._rows_by_date(raw, source)
        self._marks = self._read_marks()
        if self._choice("SIDE") == "marks" and not any(len(shapes) for shapes in self._marks.values()):
            raise InputError(
                "Nothing says which side holds what. Give points or polygons in held ground as MARKS, or say with SIDE "
                "on which side of the lines, as they were drawn, the ground is held (left or right)."
            )
        self._progress(READ)

    def make(self) -> None:
        """Make the held area of one date after the other; raises InputError when lines do not separate the sides."""
        from ...core.maps.from_lines import held_from_lines

        self._made: list[tuple[datetime, FromLines, int]] = []
        for number, (instant, rows) in enumerate(self._dates.items(), 1):
            found = in_background(
                self._feedback,
                held_from_lines,
                self._lines[rows],
                self._theatre,
                self._marks_of(instant),
                self._choice("SIDE"),
                self._number("BRIDGE_DISTANCE"),
                self._number("EXTEND_DISTANCE"),
                self._frame,
            )
            self._refuse_open(instant, found)
            self._made.append((instant, found, len(rows)))
            self._progress(READ + (MADE - READ) * number / len(self._dates))

    def write(self) -> dict[str, Any]:
        """Write the layers that were asked for and return all outputs of the algorithm."""
        warnings = [self._warning(found) for _, found, _ in self._made]
        for (instant, _, _), warning in zip(self._made, warnings):
            if warning:
                self._warn(f"{wording.date_text(instant)}: {warning}")
        headline = self._headline()
        crs = self._layers["LINES"].crs
        outputs = self._outputs(FrameGeometries(self._frame, crs), warnings)
        written = self._write(outputs, headline, self._facts(headline), crs)
        joins = [join for _, found, _ in self._made for join in found.joins]
        return {
            **written,
            "SNAPSHOT_COUNT": len(self._made),
            "BRIDGE_COUNT": sum(join.kind == "bridge" for join in joins),
            "BRIDGE_MAX_M": max((join.length_m for join in joins if join.kind == "bridge"), default=0.0),
            "HELD_KM2": _area_km2(self._made[-1][1]),
        }

    # reading

    def _rows_by_date(self, raw: RawMap, source: LonLatLines) -> dict[datetime, Any]:
        """The lines (not the features) of each date, in time order."""
        import numpy as np

        from ...core.maps.dated_lines import rows_by_date
        from ...core.sources._reading import instant_of
        from ...core.sources._record import ReadOptions

        by_date = rows_by_date(raw, self._date_field)
        if None in by_date:
            given = given_date(self._algorithm, self._parameters, "DATE", self._context)
            instant, notes = instant_of(raw, ReadOptions(instant=given))
            for note in notes:
                self._warn(wording.note_text(note, raw.title))
            by_date = {instant: by_date[None]}
        lines = {instant: np.flatnonzero(np.isin(source.feature, rows)) for instant, rows in by_date.items()}
        return {instant: rows for instant, rows in lines.items() if len(rows)}

    def _read_marks(self) -> dict[datetime | None, Geometries]:
        """The marks by date in the frame; those without a date, under None, stand for all."""
        import numpy as np

        from ...core.change.places import places_in_plane
        from ...core.libraries import shapely
        from ...core.maps.dates import to_instant

        layer = self._layers["MARKS"]
        if layer is None:
            return {}
        raw = layer.raw_map(self._feedback.isCanceled)
        check_cancel(self._feedback)
        raw_shapes = shapely.get_parts(raw.geometries, return_index=True)
        places = in_background(self._feedback, places_in_plane, raw_shapes[0], raw.crs_wkt, layer.name, self._frame)
        shapes = np.where(
            [polygon is not None for polygon in places.polygon], places.polygon, shapely.points(places.point)
        )
        usable = np.isfinite(places.point[:, 0])
        if not usable.any():
            raise InputError(
                "Layer “{layer}”, given as {parameter}, has no points or polygons. Choose another layer or leave it "
                "empty.",
                layer=layer.name,
                parameter="MARKS",
            )
        dated = self._date_field if self._date_field in raw.fields else None
        values = [raw.attributes[row].get(dated) if dated else None for row in raw_shapes[1]]
        result: dict[datetime | None, list[Any]] = {}
        for shape, value, is_usable in zip(shapes, values, usable):
            if is_usable:
                result.setdefault(None if value is None else to_instant(value), []).append(shape)
        return {instant: np.array(found, dtype=object) for instant, found in result.items()}

    def _marks_of(self, instant: datetime) -> Geometries:
        import numpy as np

        nothing = np.zeros(0, dtype=object)
        return np.concatenate([self._marks.get(None, nothing), self._marks.get(instant, nothing)])

    # what the user should know

    def _refuse_open(self, instant: datetime, found: FromLines) -> None:
        if found.separates:
            return
        loose = max(found.of_kind("loose"), key=lambda join: join.length_m, default=None)
        if loose is None:
            raise InputError(
                "No line of {date} lies in the theatre “{theatre}”, so nothing separates the sides. Do both layers lie "
                "in the same place?",
                date=wording.date_text(instant),
                theatre=self._layers["THEATRE"].name,
            )
        raise InputError(
            "The lines of {date} do not separate the sides: the longest of them, {length} km, ends at {ends}, farther "
            "than BRIDGE_DISTANCE from any other line and than EXTEND_DISTANCE from the theatre's edge. Draw it on, or "
            "choose greater distances.",
            date=wording.date_text(instant),
            length=f"{loose.length_m / 1000:.1f}",
            ends=self._places(loose.xy[[0, -1]]),
        )

    def _warning(self, found: FromLines) -> str:
        tr = QCoreApplication.translate
        said = []
        loose = found.of_kind("loose")
        if loose:
            text = tr("FrontlineChange", "{count} lines, {length} km in all, separate nothing (at {places})")
            ends = [join.xy[0] for join in sorted(loose, key=lambda join: -join.length_m)]
            length = QLocale().toString(sum(join.length_m for join in loose) / 1000, "f", 1)
            said.append(text.format(count=len(loose), length=length, places=self._places(ends)))
        if len(found.in_doubt):
            text = tr("FrontlineChange", "lines of opposite directions border the same ground (at {places})")
            said.append(text.format(places=self._places(found.in_doubt)))
        if found.marks_outside:
            text = tr("FrontlineChange", "{count} marks lie outside the theatre")
            said.append(text.format(count=found.marks_outside))
        if found.untouched_m2 > 0:
            text = tr("FrontlineChange", "{area} of land that no line borders is taken for not held; mark it if it is")
            said.append(text.format(area=wording.area_text(found.untouched_m2 / 1e6)))
        return "; ".join(said)

    def _places(self, xy: Any) -> str:
        """Points of the frame as latitude and longitude."""
        import numpy as np

        lonlat = self._frame.unproject(np.asarray(xy, dtype=float).reshape(-1, 2)[:PLACES_NAMED])
        return "; ".join(f"{lat:.3f}, {lon:.3f}" for lon, lat in lonlat)

    # results

    def _headline(self) -> str:
        text = QCoreApplication.translate(
            "FrontlineChange",
            "Snapshots from lines: {count}, {first} to {last}; gaps bridged: {bridges}, the widest {widest} m; "
            "{area} held on the last date.",
        )
        bridges = [join.length_m for _, found, _ in self._made for join in found.of_kind("bridge")]
        return text.format(
            count=len(self._made),
            first=wording.date_text(self._made[0][0]),
            last=wording.date_text(self._made[-1][0]),
            bridges=len(bridges),
            widest=QLocale().toString(max(bridges, default=0.0), "f", 0),
            area=wording.area_text(_area_km2(self._made[-1][1])),
        )

    def _facts(self, headline: str) -> dict[str, Any]:
        return {
            "headline": headline,
            "lines": self._layers["LINES"].name,
            "theatre": self._layers["THEATRE"].name,
            "marks": self._layer_name("MARKS"),
            "side": self._choice("SIDE"),
            "bridge_distance_m": self._number("BRIDGE_DISTANCE"),
            "extend_distance_m": self._number("EXTEND_DISTANCE"),
            "dates": [wording.iso(instant) for instant, _, _ in self._made],
            "frame": self._frame.definition,
        }

    def _outputs(self, geometries: FrameGeometries, warnings: list[str]) -> Iterator[Output]:
        import numpy as np

        from ...core.libraries import shapely

        tr = QCoreApplication.translate
        first, last = self._made[0][0], self._made[-1][0]
        dates = " – ".join(dict.fromkeys((iso_day(first), iso_day(last))))
        held = np.array([found.held for _, found, _ in self._made], dtype=object)
        yield Output(
            "SNAPSHOTS",
            SNAPSHOTS,
            QgsWkbTypes.Type.MultiPolygon,
            tr("FrontlineChange", "Snapshots from lines {dates}").format(dates=dates),
            "snapshots",
            qgs_features(SNAPSHOTS, self._snapshot_rows(), geometries(held)),
        )
        yield Output(
            "LOG",
            LOG_TABLE,
            QgsWkbTypes.Type.NoGeometry,
            tr("FrontlineChange", "Log of the lines {dates}").format(dates=dates),
            None,
            qgs_features(LOG_TABLE, self._log_rows(warnings)),
        )
        drawn = [shapely.linestrings(join.xy) for _, found, _ in self._made for join in found.joins]
        yield Output(
            "JOINS",
            JOINS_TABLE,
            QgsWkbTypes.Type.LineString,
            tr("FrontlineChange", "What was joined {dates}").format(dates=dates),
            "joins",
            qgs_features(JOINS_TABLE, self._join_rows(), geometries(np.array(drawn, dtype=object))),
        )

    def _untils(self) -> list[datetime | None]:
        """Until when each snapshot stands."""
        return [*(instant for instant, _, _ in self._made[1:]), None]

    def _snapshot_rows(self) -> Iterator[dict[str, Any]]:
        for (instant, found, _), until in zip(self._made, self._untils()):
            yield {
                "date": instant,
                "class": "held",
                "source": SOURCE,
                "origin": self._layers["LINES"].name,
                "until": until,
                "area_km2": _area_km2(found),
            }

    def _log_rows(self, warnings: list[str]) -> Iterator[dict[str, Any]]:
        for (instant, found, lines), warning in zip(self._made, warnings):
            lengths = {
                kind: [join.length_m for join in found.of_kind(kind)] for kind in ("bridge", "extension", "loose")
            }
            yield {
                "date": instant,
                "lines": lines,
                "lines_km": found.lines_m / 1e3,
                "outside_km": found.outside_m / 1e3,
                "bridges": len(lengths["bridge"]),
                "bridges_km": sum(lengths["bridge"]) / 1e3,
                "bridge_max_m": max(lengths["bridge"], default=None),
                "extensions": len(lengths["extension"]),
                "extensions_km": sum(lengths["extension"]) / 1e3,
                "extension_max_m": max(lengths["extension"], default=None),
                "loose": len(lengths["loose"]),
                "loose_km": sum(lengths["loose"]) / 1e3,
                "held_km2": _area_km2(found),
                "warning": warning or None,
            }

    def _join_rows(self) -> Iterator[dict[str, Any]]:
        for (instant, found, _), until in zip(self._made, self._untils()):
            for join in found.joins:
                yield {"date": instant, "until": until, "kind": join.kind, "length_m": join.length_m}


def _area_km2(found: FromLines) -> float:
    from ...core.libraries import shapely

    return float(shapely.area(found.held)) / 1e6
