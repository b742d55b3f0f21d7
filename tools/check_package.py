# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks the packaged plugin against the rules of the QGIS plugin repository for uploads."""

from __future__ import annotations

import configparser
import math
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import package

RUFF = Path(sys.executable).with_name("ruff")
MAX_BYTES = 25_000_000
LINKS = ("homepage", "repository", "tracker")
REQUIRED_KEYS = ("name", "description", "about", "version", "author", "email", "qgisMinimumVersion", "icon")
FORBIDDEN_FOLDERS = {"__pycache__", ".git", "__MACOSX", "tests", "benchmarks", "tools", "examples"}
FORBIDDEN_FILES = {"requirements.txt", "setup.py", "pyproject.toml"}  # installers of packages would act on them
FORBIDDEN_SUFFIXES = {".pyc", ".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".rcc"}
GENERATED = re.compile(r"(^|/)(resources_rc|ui_\w+)\.py$")
TOKEN = re.compile(r"""["']([A-Za-z0-9+/=_-]{16,})["']""")
SECRET = re.compile(r"""(?i)(password|passwd|secret|api_?key|token)\w*["']?\s*[:=]\s*["'][^"']+["']""")


def entropy(text: str) -> float:
    """Return the Shannon entropy in bits per character; the scanner distinguishes keys from words by it."""
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())


def member_findings(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield violations in names, sizes and modes in the zip."""
    names = archive.namelist()
    if {name.split("/")[0] for name in names} != {package.PLUGIN}:
        yield "the zip needs exactly one top folder, named frontline_change"
    for needed in ("__init__.py", "metadata.txt", "LICENSE"):
        if f"{package.PLUGIN}/{needed}" not in names:
            yield f"{needed} is missing"
    for info in archive.infolist():
        parts = info.filename.split("/")
        if ".." in parts or info.filename.startswith("/") or "\\" in info.filename:
            yield f"{info.filename}: not a plain relative path"
        if FORBIDDEN_FOLDERS & set(parts) or Path(info.filename).suffix in FORBIDDEN_SUFFIXES:
            yield f"{info.filename}: must not be in the zip"
        if GENERATED.search(info.filename) or parts[-1] in FORBIDDEN_FILES:
            yield f"{info.filename}: generated files and those of packaging must not be shipped"
        if info.external_attr >> 16 & 0o111:
            yield f"{info.filename}: is marked as executable"


def metadata_findings(folder: Path) -> Iterator[str]:
    """Yield violations in metadata.txt."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(folder / "metadata.txt", encoding="utf-8")
    if not parser.has_section("general"):
        yield "metadata.txt: no section [general]"
        return
    values = dict(parser["general"])
    for key in REQUIRED_KEYS:
        if not values.get(key, "").strip():
            yield f"metadata.txt: {key} is missing"
    for key in LINKS:
        if not re.fullmatch(r"https://[\w-]+(\.[\w-]+)+/\S+", values.get(key, "")):
            yield f"metadata.txt: {key} must be a full https address"
    if "/" in values.get("author", ""):
        yield "metadata.txt: author must not contain a slash"
    if "supportsQt6" in values:
        yield "metadata.txt: supportsQt6 is obsolete"
    if values.get("hasProcessingProvider") != "yes":
        yield "metadata.txt: hasProcessingProvider must be yes, or qgis_process does not see the plugin"
    if values.get("qgisMaximumVersion") != "4.99":
        yield "metadata.txt: qgisMaximumVersion must be 4.99, or QGIS 4 does not list the plugin"
    if not (folder / values.get("icon", "?")).is_file():
        yield "metadata.txt: the icon is not in the zip"
    if f"[{values.get('version')}]" not in (folder / "CHANGELOG.md").read_text(encoding="utf-8"):
        yield "CHANGELOG.md does not describe the version of metadata.txt"


def secret_findings(folder: Path) -> Iterator[str]:
    """Yield strings that the repository's scanner treats as passwords or keys."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name == "metadata.txt":
            continue
        name = path.relative_to(folder)
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if SECRET.search(line):
                yield f"{name}:{number}: may be a password"
            for token in TOKEN.findall(line):
                if entropy(token) > (3.0 if re.fullmatch("[0-9a-fA-F]+", token) else 4.5):
                    yield f"{name}:{number}: may be a key: {token[:12]}..."


def code_findings(folder: Path) -> Iterator[str]:
    """Yield insecure code. Every finding blocks an upload, whatever our own linter lets pass."""
    outcome = subprocess.run(
        [
            RUFF,
            "check",
            "--isolated",
            "--ignore-noqa",
            "--no-cache",
            "--preview",
            "--select=S",
            "--output-format=concise",
            ".",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if outcome.returncode:
        yield from (line for line in (outcome.stdout + outcome.stderr).splitlines() if ".py:" in line)


def findings(zip_path: Path) -> list[str]:
    """Return all violations of a packaged plugin, one message each."""
    found = []
    if zip_path.stat().st_size > MAX_BYTES:
        found.append(f"the zip is larger than {MAX_BYTES} bytes")
    with zipfile.ZipFile(zip_path) as archive, tempfile.TemporaryDirectory() as scratch:
        found.extend(member_findings(archive))
        archive.extractall(scratch)
        folder = Path(scratch) / package.PLUGIN
        for check in (metadata_findings, secret_findings, code_findings):
            found.extend(check(folder))
    return found


if __name__ == "__main__":
    trouble = findings(package.build(package.ROOT / "build"))
    print("\n".join(trouble) or "The package keeps the rules of the plugin repository.")
    sys.exit(bool(trouble))
