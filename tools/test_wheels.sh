#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs the unit tests against wheels of shapely from PyPI, one after the other: test_wheels.sh 2.1.2 2.2.0
#
# A distribution has one GEOS; Windows, macOS and every `pip install shapely` have the newer one of such a wheel. Each
# gets an environment of its own in build/wheels, with the newest numpy and pyproj, which is kept for the next time.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
unset PYTHONPATH PYTHONHOME
export PYTHONNOUSERSITE=1

failed=
for version in "$@"; do
    home=build/wheels/shapely-$version
    if [ ! -e "$home/ready" ]; then
        mkdir -p build/wheels
        .venv/bin/python -I -m venv --clear "$home" &&
            grep -E '^(hypothesis|pytest|pytest-xdist)==' tools/requirements-dev.txt >"$home/requirements.txt" &&
            "$home/bin/python" -I -m pip install --quiet --disable-pip-version-check --only-binary=:all: \
                "shapely==$version" numpy pyproj scipy -r "$home/requirements.txt" && touch "$home/ready" ||
            { failed="$failed $version"; continue; }
    fi
    "$home/bin/python" -I -W ignore -c '
import numpy, platform, pyproj, shapely
print("\n== unit with shapely", shapely.__version__, "GEOS", shapely.geos_version_string, "numpy", numpy.__version__,
      "pyproj", pyproj.__version__, "Python", platform.python_version(), flush=True)'
    "$home/bin/python" -m pytest tests/unit --numprocesses=auto --dist=worksteal || failed="$failed $version"
done
[ -z "$failed" ] || { printf '\nfailed with the wheels:%s\n' "$failed"; exit 1; }
