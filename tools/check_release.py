# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks the packaged plugin as the QGIS plugin repository does before it takes an upload: `make check-release`.

    .venv/bin/python tools/check_release.py [--upload]

It runs the repository's scanners with its settings, in an environment of their own (build/release), and the checks of
check_package.py. Faults end it with 1. What a person must fill in first (RELEASING.md) is listed; with --upload that is
a fault too, and the addresses in metadata.txt are asked for as the repository asks for them.
"""

from __future__ import annotations

import configparser
import json
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import check_package
import package

HOME = package.ROOT / "build" / "release"
REQUIREMENTS = package.ROOT / "tools" / "requirements-release.txt"
TIMEOUT_S = 10  # the repository's own

BANDIT_OFF = "B404,B410,B411"  # the only rules that the repository does not apply; any finding of another one blocks
SECRETS_UNSEEN = r"(^|/)metadata\.txt$"
# The repository's list. It only shows these.
FLAKE8_CODES = (
    "E711,E712,E713,E714,E721,E722,E731,E741,E9,F402,F403,F404,F405,F502,F601,F631,F632,F701,F702,F706,F707,F811,"
    "F821,F822,F823,C901,W605"
)
QT6_CODES = "QGS103,QGS107,QGS4"  # of flake8-qgis: what QGIS 4 and Qt 6 do not have
QT6_OFF = "QGS402"  # asks for QMetaType in QgsField, which fails before QGIS 3.38

LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)|(?:src|href)=\"([^\"#]+)\"")
PLACEHOLDERS = (
    ".invalid",
    ".example",
    "example.",
    "frontline-change/frontline-change",
    "The Frontline Change developers",
)


def tools() -> Path:
    """Return the folder of the scanners, which are installed there the first time or when their list has changed."""
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    ready = HOME / "ready"
    if not ready.is_file() or ready.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(HOME, ignore_errors=True)
        subprocess.run([sys.executable, "-I", "-m", "venv", HOME], check=True)
        pip = [HOME / "bin" / "python", "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", REQUIREMENTS], check=True)
        ready.write_text(wanted, encoding="utf-8")
    return HOME / "bin"


def output(*command: str | Path, folder: Path) -> str:
    """Return what a scanner prints; its exit code says nothing, since some count findings as failures."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if not done.stdout and done.returncode:
        raise SystemExit(f"{Path(command[0]).name} failed:\n{done.stderr}")
    return done.stdout


def bandit_findings(folder: Path) -> Iterator[str]:
    """Yield insecure code: every rule of the repository blocks, whatever its severity."""
    report = json.loads(output(tools() / "bandit", "-q", "-r", ".", "-f", "json", "-s", BANDIT_OFF, folder=folder))
    for fault in report["errors"]:
        yield f"bandit could not read {fault['filename']}: {fault['reason']}"
    for result in report["results"]:
        yield f"{result['filename']}:{result['line_number']}: {result['test_id']} {result['issue_text']}"


def secret_findings(folder: Path) -> Iterator[str]:
    """Yield what looks like a password or a key."""
    command = [tools() / "detect-secrets", "scan", "--all-files", "--exclude-files", SECRETS_UNSEEN, "."]
    for name, secrets in json.loads(output(*command, folder=folder))["results"].items():
        yield from (f"{name}:{secret['line_number']}: {secret['type']}" for secret in secrets)


def qt6_findings(folder: Path) -> Iterator[str]:
    """Yield what QGIS 4 or Qt 6 does not have."""
    command = [tools() / "flake8", "--isolated", f"--select={QT6_CODES}", f"--ignore={QT6_OFF}", "."]
    yield from output(*command, folder=folder).splitlines()


def flake8_notes(folder: Path) -> Iterator[str]:
    """Yield what the repository shows beside the plugin without blocking it."""
    command = [tools() / "flake8", "--isolated", "--max-line-length=120", f"--select={FLAKE8_CODES}", "."]
    yield from output(*command, folder=folder).splitlines()


def stray_findings(folder: Path) -> Iterator[str]:
    """Yield files that users have no use for, and links to files that the zip does not hold."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.suffix == ".ts" or path.name in ("GLOSSARY.md", "CONTRIBUTING.md", "RELEASING.md"):
            yield f"{name}: is for developers"
        if path.name.startswith(".") or path.suffix in (".orig", ".bak", ".log", ".zip"):
            yield f"{name}: must not be in the zip"
        if path.suffix == ".md":
            for target in filter(None, (a or b for a, b in LINK.findall(path.read_text(encoding="utf-8")))):
                if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists():
                    yield f"{name}: leads to {target}, which the zip does not hold"


def metadata(folder: Path) -> dict[str, str]:
    """Return what metadata.txt says."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(folder / "metadata.txt", encoding="utf-8")
    return dict(parser["general"])


def left_for_a_person(folder: Path) -> Iterator[str]:
    """Yield what in metadata.txt is still a placeholder."""
    values = metadata(folder)
    for key in ("author", "email", *check_package.LINKS):
        value = values.get(key, "")
        if any(placeholder in value for placeholder in PLACEHOLDERS):
            yield f"metadata.txt: {key} is a placeholder: {value}"
    if not re.fullmatch(r"[^@\s]+@[\w-]+(\.[\w-]+)+", values.get("email", "")):
        yield "metadata.txt: email is no address"


def unanswered_links(folder: Path) -> Iterator[str]:
    """Yield the addresses in metadata.txt that do not answer a HEAD request, as the repository sends it."""
    for key in check_package.LINKS:
        address = metadata(folder).get(key, "")
        try:
            request = urllib.request.Request(address, method="HEAD")
            with urllib.request.urlopen(request, timeout=TIMEOUT_S):
                pass
        except (OSError, ValueError) as error:
            yield f"metadata.txt: {key} does not answer: {address} ({error})"


def check(zip_path: Path, upload: bool) -> tuple[list[str], list[str], list[str]]:
    """Return faults, what is left for a person, and notes, for a packaged plugin."""
    faults = check_package.findings(zip_path)
    with zipfile.ZipFile(zip_path) as archive, tempfile.TemporaryDirectory() as scratch:
        archive.extractall(scratch)
        folder = Path(scratch) / package.PLUGIN
        for search in (bandit_findings, secret_findings, qt6_findings, stray_findings):
            faults += search(folder)
        left = [*left_for_a_person(folder), *(unanswered_links(folder) if upload else ())]
        return faults, left, list(flake8_notes(folder))


def main(arguments: list[str]) -> int:
    """Build the zip, check it, print what was found; 1 if it must not be uploaded."""
    upload = "--upload" in arguments
    faults, left, notes = check(package.build(package.ROOT / "build"), upload)
    for title, lines in (("Faults", faults), ("Left for a person, see RELEASING.md", left), ("Notes", notes)):
        print(f"{title}: {len(lines)}", *(f"  {line}" for line in lines), sep="\n")
    return int(bool(faults or (upload and left)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
