# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock as tests see it: its widgets by plain names, and what a person does with them."""

import gc
from contextlib import contextmanager

from frontline_change.ui.dock import FrontlineDock
from frontline_change.ui.settings import PREFIX
from frontline_change.ui.setup.choices import MAPS, SECTORS
from frontline_change.ui.setup.modes import Mode
from qgis.core import QgsProject, QgsRectangle, QgsSettings
from qgis.gui import QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMainWindow

RUN_MS = 60_000


class DockView:
    """The widgets of a dock that has been seen."""

    def __init__(self, dock, iface):
        self.dock, self.contents, self.iface = dock, dock.contents, iface
        setup, results = self.contents.setup_pane, self.contents.results_pane
        self.setup, self.results = setup, results
        self.rows = setup.rows
        self.layers = {**{role: setup.rows[role].combo for role in MAPS}, SECTORS: setup.sectors.combo}
        self.dates = {role: setup.rows[role].date for role in MAPS}
        self.resets = {role: setup.rows[role].reset for role in MAPS}
        self.sector_field = setup.sectors.field
        self.swap_button = setup.swap_button
        self.more_button = setup.options.button
        self.modes = setup.modes
        self.maps, self.strip = setup.maps, setup.maps.strip
        self.plan, self.status, self.progress = setup.bar.plan, setup.bar.status, setup.bar.progress
        self.measure_button, self.cancel_button = setup.bar.measure_button, setup.bar.cancel_button
        self.tabs, self.table, self.chart = results.tabs, results.table, results.chart
        self.headline, self.method, self.cards = results.headline, results.method, results.cards
        self.warnings, self.stale, self.empty = results.warnings, results.stale, results.empty
        self.problem, self.log_button = results.problem, results.log_button
        self.install_button = results.install_button
        self.runner, self.presenter = self.contents.runner, self.contents.presenter

    @property
    def options(self):
        """The form of the algorithm that is chosen."""
        return self.setup.options.form

    @property
    def outlined(self):
        """The extent of what is outlined on the map, in the colour of a selection.

        The band that was made is looked for: with PyQt 5.15.6, methods of what the scene lists in its place crash.
        """
        colour, scene = QgsProject.instance().selectionColor(), self.iface.mapCanvas().scene()
        made = [one for one in gc.get_objects() if type(one) is QgsRubberBand and not sip.isdeleted(one)]
        bands = [band for band in made if band.scene() == scene]
        found = [band.asGeometry().boundingBox() for band in bands if band.size() and band.strokeColor() == colour]
        assert len(found) <= 1
        return found[0] if found else QgsRectangle()

    @property
    def table_rows(self):
        """The rows of the table, in the order the run gave them."""
        return self.table.model().rows

    def state(self, role):
        """Where the date of a map is said to come from."""
        return self.rows[role].state

    def choose(self, role, layer):
        """Choose a layer as a person does: `activated` is what only persons cause."""
        self.layers[role].setLayer(layer)
        self.layers[role].activated.emit(self.layers[role].currentIndex())

    def choose_mode(self, *mode):
        """Choose what to measure."""
        self.setup.choose_mode(Mode(*mode))

    def measure(self, qtbot, signal="finished"):
        """Press the button, wait for the result and the base map below it, or for another end of the run."""
        ends = {"finished": self.presenter.results.shown, "failed": self.runner.failed}
        ends["cancelled"] = self.runner.cancelled
        received = []
        for name, end in ends.items():
            end.connect(lambda *_, name=name: received.append(name))
        self.measure_button.click()
        qtbot.waitUntil(lambda: bool(received), timeout=RUN_MS)
        assert received == [signal], self.problem.text() or self.status.text()
        qtbot.waitUntil(lambda: not self.contents.base_map.is_working, timeout=RUN_MS)

    def shown(self, field):
        """The texts of a column of the table, from top to bottom."""
        model = self.table.model()
        column = [column.field for column in model.columns].index(field)
        return [model.index(row, column).data() for row in range(model.rowCount())]


@contextmanager
def opened_dock(iface, qtbot, width=500, height=900, *, habits=False):
    """A dock in a window of its own; gone again afterwards. Without `habits` it opens as for a new person."""
    if not habits:
        QgsSettings().remove(PREFIX.rstrip("/"))
    window = QMainWindow()
    dock = FrontlineDock(iface)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    iface.messageBar().setParent(window)  # as in QGIS: as a window of its own it would take the keyboard
    try:
        window.resize(width, height)
        window.show()
        qtbot.waitUntil(
            lambda: dock.contents is not None and bool(dock.contents.setup_pane.bar.plan.text()), timeout=60_000
        )
        yield DockView(dock, iface)
    finally:  # also after a test that failed: with the window its message bar would be gone for all that follow
        dock.shut_down()
        iface.messageBar().setParent(None)
        window.close()
        window.deleteLater()
