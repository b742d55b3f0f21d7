#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Prepares a Debian 12+ or Ubuntu 22.04+ machine for `make demo` (setup.sh) or `make test` (setup.sh test).
#
# Installs only missing software: QGIS from the distribution, and the rest in a virtual environment `.venv`, created by
# the python that QGIS is bound to (which need not be the first one on PATH). numpy remains the distribution's.
# When nothing has changed since the last time it prints and does nothing. It never writes to standard output.
# Every python runs with -I, otherwise it would import a pip.py or numpy.py of the checkout instead of the real one.
set -euo pipefail
exec 1>&2 </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly PURPOSE="${1:-run}"
readonly LOG=build/setup.log
readonly STAMP=".venv/setup-$PURPOSE"
readonly SHAPELY=2.0.7 # the newest that fits both numpy 1.21 (Ubuntu 22.04) and GEOS 3.11 (Debian 12)
unset PYTHONHOME PYTHONPATH VIRTUAL_ENV
export PYTHONNOUSERSITE=1 QT_QPA_PLATFORM=offscreen

note() { printf '%s\n' "setup: $*"; }
die() { note "$*"; exit 1; }

fingerprint() {
    { cat tools/setup.sh tools/requirements-dev.txt; pwd; readlink -f .venv/bin/python; } | sha256sum
}

has_qgis_process() { command -v qgis_process.bin || command -v qgis_process; } >/dev/null

# Run a command with its output in the log; print the end of the log only when it fails.
quietly() {
    mkdir -p build
    printf '\n$ %s\n' "$*" >>"$LOG"
    "$@" >>"$LOG" 2>&1 || { tail -n 25 "$LOG" | cut -c 1-300; die "failed: $* (the whole log is in $LOG)"; }
}

apt_install() {
    command -v apt-get >/dev/null || die "missing: $*. Install them; only apt is supported here."
    local root=(env DEBIAN_FRONTEND=noninteractive)
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "as root, run: apt-get install --no-install-recommends $*"
        root=(sudo "${root[@]}")
    fi
    note "installing from the distribution: $* (minutes; log in $LOG)"
    quietly "${root[@]}" apt-get -q -o DPkg::Lock::Timeout=600 update
    quietly "${root[@]}" apt-get -q -y -o DPkg::Lock::Timeout=600 install --no-install-recommends "$@"
}

# Print the first interpreter that can import QGIS.
qgis_python() {
    local candidate
    for candidate in /usr/bin/python3 /usr/bin/python3.[0-9]* "$(command -v python3 || true)"; do
        if [ -x "$candidate" ] && "$candidate" -I -c 'import qgis.core' 2>/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

# A .venv that sees QGIS and was not moved here from another folder (its scripts carry their path).
has_venv() {
    .venv/bin/python -I -c 'import qgis.core' && grep -qF "$PWD/.venv/bin/python" .venv/bin/pip
} 2>/dev/null

# Test for a function of shapely 2, since the version is not reliable (Debian's newest is 0+unknown).
has_shapely() {
    .venv/bin/python -I -W ignore -c 'from shapely import get_rings'
} 2>/dev/null

if has_qgis_process && [ "$(cat "$STAMP" 2>/dev/null)" = "$(fingerprint 2>/dev/null)" ]; then
    exit 0
fi

needed=()
if ! has_qgis_process || ! python="$(qgis_python)"; then
    python=/usr/bin/python3
    needed+=(qgis python3-qgis fonts-dejavu-core ca-certificates)
fi
"$python" -I -c 'import numpy, pyproj' 2>/dev/null || needed+=(python3-numpy python3-pyproj)
"$python" -I -c 'import ensurepip' 2>/dev/null || needed+=(python3-venv)
if [ "$PURPOSE" = test ]; then
    command -v xvfb-run >/dev/null || needed+=(xvfb)
    command -v xauth >/dev/null || needed+=(xauth)
    command -v lrelease >/dev/null || [ -x /usr/lib/qt5/bin/lrelease ] || needed+=(qttools5-dev-tools) # translations
fi
if [ "${#needed[@]}" -gt 0 ]; then
    apt_install "${needed[@]}"
    python="$(qgis_python)" || die "QGIS is installed, but no python3 can import it: is there a second QGIS?"
fi

if ! has_venv; then
    note "creating .venv with $python"
    if [ -L .venv ]; then rm .venv; fi # --clear would empty the folder of another checkout
    quietly "$python" -I -m venv --clear --system-site-packages .venv
fi

if ! has_shapely; then
    candidate="$(apt-cache policy python3-shapely 2>/dev/null | awk '/Candidate:/ { print int($2) }')"
    if [ "${candidate:-0}" -ge 2 ]; then # linked with the same GEOS as QGIS
        apt_install python3-shapely
    else
        note "installing shapely $SHAPELY into .venv"
        quietly .venv/bin/python -I -m pip install --disable-pip-version-check --no-deps "shapely==$SHAPELY"
    fi
    has_shapely || die "shapely 2 is installed but cannot be imported: see .venv/bin/python -I -c 'import shapely'"
fi

if [ "$PURPOSE" = test ]; then
    note "installing the test tools into .venv"
    quietly .venv/bin/python -I -m pip install --disable-pip-version-check -r tools/requirements-dev.txt
fi

fingerprint >"$STAMP"
