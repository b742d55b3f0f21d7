# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors to measure by: built-in regions, a tidied layer, cells around settlements or along the front, corridors."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...core.errors import InputError
from ...core.units import KM2
from .. import messages
from ..base import FrontlineAlgorithm
from ..inputs.run_parameters import RunParameters
from ..inputs.sector_methods import METHODS, PARTITION, READ_BY, REGIONS, construct
from ..outputs.features import FrameGeometries
from ..outputs.results import Results
from ..outputs.sector_layers import headline, output
from ..parameters.maps import declare_class_values, declare_date_pattern, source_parameter
from ..parameters.measuring import (
    EDGE_TOLERANCE,
    choice_parameter,
    declare_classes,
    declare_theatre_alone,
    metres_parameter,
)
from ..progress import Progress

OVERLAPS = ("nearer", "first")


class CreateSectors(FrontlineAlgorithm):
    """`frontline:createsectors`."""

    NAME = "createsectors"
    GROUP = "prepare"
    TITLE = QT_TRANSLATE_NOOP("FrontlineChange", "Create sectors")
    PURPOSE = QT_TRANSLATE_NOOP(
        "FrontlineChange",
        "Named areas without overlaps to measure by: regions, a tidied layer, around places, along the "
        "front, corridors.",
    )
    TAGS = "sector,region,oblast,province,partition,voronoi,front,corridor,axis,overlap,gap,country,place,cell"
    TAGS_TRANSLATED = QT_TRANSLATE_NOOP("FrontlineChange", "sector,region,place,front")

    METHOD = "METHOD"
    COUNTRY = "COUNTRY"
    LAYER = "LAYER"
    NAME_FIELD = "NAME_FIELD"
    THEATRE = "THEATRE"
    OVERLAPS = "OVERLAPS"
    FILL_GAPS = "FILL_GAPS"
    GAP_WIDTH = "GAP_WIDTH"
    RADIUS = "RADIUS"
    LENGTH = "LENGTH"
    DEPTH = "DEPTH"
    SMOOTHING = "SMOOTHING"
    WIDTH = "WIDTH"
    DATE = "DATE"
    DATE_FIELD = "DATE_FIELD"
    CLASS_FIELD = "CLASS_FIELD"

    SECTORS = "SECTORS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        tr = QCoreApplication.translate
        self._declare_what()
        self._declare_partition()
        self._declare_cells()
        self._declare_front()
        self.add_layers(
            (self.SECTORS, tr("FrontlineChange", "Sectors"), QgsProcessing.SourceType.TypeVectorPolygon),
        )
        self.add_numbers(
            ("COUNT", tr("FrontlineChange", "Number of sectors")),
            ("AREA_KM2", tr("FrontlineChange", "Area of all sectors (km²)")),
            ("OVERLAP_KM2", tr("FrontlineChange", "Ground in more than one sector (km²)")),
            ("GAPS_KM2", tr("FrontlineChange", "Gaps that the sectors enclose (km²)")),
        )
        self.add_texts()

    def _declare_what(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            choice_parameter(self.METHOD, tr("FrontlineChange", "Method"), METHODS, PARTITION),
            tr(
                "FrontlineChange",
                "regions: QGIS's built-in regions of a country. partition: a polygon layer made free of overlaps. "
                "places: around points. front: along the front in equal lengths. corridors: along lines.",
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.LAYER,
                tr("FrontlineChange", "Layer to make them from"),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            ),
            tr(
                "FrontlineChange",
                "partition: polygons. places: points, polygons, or a table with the columns lon and lat. front: a "
                "map of control, or front lines. corridors: lines. regions: not needed.",
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.NAME_FIELD,
                tr("FrontlineChange", "Field with the names"),
                parentLayerParameterName=self.LAYER,
                optional=True,
            ),
            tr("FrontlineChange", "Left empty: the field called name, or else the first text field."),
        )
        self.add(
            QgsProcessingParameterString(self.COUNTRY, tr("FrontlineChange", "Country (regions)"), optional=True),
            tr("FrontlineChange", "For the method regions: the country's English name or its ISO code, such as UA."),
        )
        declare_theatre_alone(
            self,
            tr(
                "FrontlineChange",
                "Sectors are cut to it. The method front needs it where the front is taken from a map of control.",
            ),
        )

    def _declare_partition(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            choice_parameter(self.OVERLAPS, tr("FrontlineChange", "Overlaps go to (partition)"), OVERLAPS),
            tr(
                "FrontlineChange",
                "nearer: each point goes to the sector whose undisputed ground is nearer; a sector that lies whole in "
                "others keeps its ground. first: all goes to the sector that comes first in the layer.",
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.FILL_GAPS, tr("FrontlineChange", "Fill gaps (partition)"), defaultValue=False
            ),
            tr(
                "FrontlineChange",
                "Give gaps that the sectors enclose, or, with a theatre, all the rest of it, to the nearest sector.",
            ),
        )
        self.add(
            metres_parameter(self.GAP_WIDTH, tr("FrontlineChange", "Also open gaps narrower than (metres)"), 0),
            tr(
                "FrontlineChange", "With FILL_GAPS and without a theatre: gaps open to one side count up to this width."
            ),
            advanced=True,
        )

    def _declare_cells(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            metres_parameter(self.RADIUS, tr("FrontlineChange", "Largest radius (places, metres)"), 25000),
            tr("FrontlineChange", "A sector is the ground nearer to its place than to any other, up to this far."),
        )
        self.add(
            metres_parameter(self.LENGTH, tr("FrontlineChange", "Length of front in each (front, metres)"), 50000),
            tr(
                "FrontlineChange",
                "Each line of the smoothed front is cut into equal lengths as near to this as possible.",
            ),
        )
        self.add(
            metres_parameter(self.DEPTH, tr("FrontlineChange", "Depth to either side (front, metres)"), 30000),
            tr("FrontlineChange", "How far the sectors reach from the smoothed front, on both sides."),
        )
        self.add(
            metres_parameter(self.SMOOTHING, tr("FrontlineChange", "Smoothing of the front (front, metres)"), 20000),
            tr("FrontlineChange", "Bends much shorter than this are smoothed away before the front is cut."),
            advanced=True,
        )
        self.add(
            metres_parameter(self.WIDTH, tr("FrontlineChange", "Width in all (corridors, metres)"), 20000),
            tr("FrontlineChange", "A corridor reaches half of this to either side of its line."),
        )

    def _declare_front(self) -> None:
        tr = QCoreApplication.translate
        self.add(
            QgsProcessingParameterDateTime(
                self.DATE, tr("FrontlineChange", "Date of the front (front)"), optional=True
            ),
            tr(
                "FrontlineChange",
                "In a layer of many dates: which one to use (the last at or before it). Otherwise the date of the map, "
                "if neither a field nor its name carries one.",
            ),
        )
        for name, title, text in (
            (
                self.DATE_FIELD,
                tr("FrontlineChange", "Date field (front)"),
                tr("FrontlineChange", "Field with the dates, if it is not called date."),
            ),
            (
                self.CLASS_FIELD,
                tr("FrontlineChange", "Class field (front)"),
                tr(
                    "FrontlineChange",
                    "Field with the control class (held, contested, claimed, liberated, other). Without one every "
                    "polygon of a generic map is held.",
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterField(name, title, parentLayerParameterName=self.LAYER, optional=True),
                text,
                advanced=True,
            )
        declare_date_pattern(self)
        self.add(
            source_parameter(tr("FrontlineChange", "Publisher (front)")),
            tr("FrontlineChange", "By whose conventions the map is read. auto recognises known publishers' files."),
            advanced=True,
        )
        declare_class_values(self)
        declare_classes(self)
        self.add(
            metres_parameter(
                EDGE_TOLERANCE, tr("FrontlineChange", "Width of the theatre's edge (front, places; metres)"), 2000
            ),
            tr(
                "FrontlineChange",
                "front: a boundary nearer than this to the theatre's edge is not front. places: a place no farther "
                "than this outside the theatre still gets its sector.",
            ),
            advanced=True,
        )

    def compute(self, parameters: RunParameters, progress: Progress) -> Results:
        """Construct the sectors by the chosen method, check them, and return them."""
        from ...core.sectors.construct import check

        method = parameters.choice(self.METHOD)
        sectors = construct(method, parameters, progress)
        if not len(sectors.names):
            raise InputError("No sector has any ground. Do the layer and the theatre lie in the same place?")
        for finding in sectors.findings:
            progress.warn(messages.finding_text(finding))
        progress.percent(70)
        found = progress.call(check, sectors.geometries)
        progress.percent(85)
        layer = parameters.optional_layer(self.LAYER)
        own_crs = layer is not None and method != REGIONS and not layer.is_table
        crs = layer.output_crs if own_crs else QgsCoordinateReferenceSystem("EPSG:4326")
        return Results(
            headline=headline(sectors, found),
            facts={
                "method_of_sectors": method,
                "sectors": len(sectors.names),
                "overlap_km2": found.overlap_m2 / KM2,
                "gaps_km2": found.gaps_m2 / KM2,
                "layer": "world_map.gpkg, states_provinces" if method == REGIONS else layer.name,
                "theatre": parameters.layer_name(self.THEATRE),
                "settings": {name: parameters.shown(name) for name in READ_BY[method]},
                "frame": sectors.frame.definition,
            },
            crs=crs,
            outputs=[output(sectors, method, FrameGeometries(sectors.frame, crs))],
            values={
                "COUNT": len(sectors.names),
                "AREA_KM2": found.area_m2 / KM2,
                "OVERLAP_KM2": found.overlap_m2 / KM2,
                "GAPS_KM2": found.gaps_m2 / KM2,
            },
        )
