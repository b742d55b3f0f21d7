#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs on Qt 6 the tests of widgets that need no QGIS, with a stand-in for it (tests/qt6); arguments go to pytest.
#
# PyQt6 comes from PyPI into an environment of its own in build/qt6, which is kept for the next time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
unset PYTHONPATH PYTHONHOME
export PYTHONNOUSERSITE=1

home=build/qt6
wanted="$(grep -E '^(hypothesis|pytest|pytest-qt)==' tools/requirements-dev.txt)"
if [ "$(cat "$home/ready" 2>/dev/null)" != "$wanted" ]; then
    mkdir -p build
    .venv/bin/python -I -m venv --clear "$home"
    printf '%s\n' "$wanted" >"$home/requirements.txt"
    "$home/bin/python" -I -m pip install --quiet --disable-pip-version-check --only-binary=:all: \
        PyQt6 numpy shapely pyproj -r "$home/requirements.txt"
    printf '%s\n' "$wanted" >"$home/ready"
fi
export PYTHONPATH=tests/qt6 PYTEST_QT_API=pyqt6 QT_QPA_PLATFORM=offscreen
exec "$home/bin/python" -m pytest -p qt6_stand_in tests/qgis tests/qt6 "$@"
