# SPDX-License-Identifier: GPL-2.0-or-later
"""`make docs`: builds the documentation site in English and Ukrainian into build/docs/html, without any warning.

Sphinx and what it needs go into build/docs-env, from tools/requirements-docs.txt; `.venv` is not touched. Links between
pages are checked; addresses outside are listed in build/docs/external-links.txt and not fetched.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import docs_pages

BUILD = docs_pages.ROOT / "build"
ENVIRONMENT = BUILD / "docs-env"
REQUIREMENTS = docs_pages.ROOT / "tools" / "requirements-docs.txt"
SOURCES = BUILD / "docs" / "source"
SITE = BUILD / "docs" / "html"
CANNOT_INSTALL_TEXT = "Sphinx cannot be installed"


def main() -> int:
    """Build the site and print where it is. Return 0, or another code if it cannot be built or has warnings."""
    python = environment()
    if python is None:
        return 1
    links: dict[str, list[str]] = {}
    for language in docs_pages.LANGUAGES:
        for address, pages in docs_pages.write(language, SOURCES / language).items():
            links.setdefault(address, []).extend(f"{language}/{page}" for page in pages)
    shutil.rmtree(SITE, ignore_errors=True)
    for language in docs_pages.LANGUAGES:
        code = build(python, language)
        if code:
            return code
    listing = BUILD / "docs" / "external-links.txt"
    listing.write_text("".join(f"{address}  ({', '.join(pages)})\n" for address, pages in links.items()), "utf-8")
    print(f"{SITE / 'index.html'}: no warnings; {len(links)} addresses outside it are in {listing.name}")
    return 0


def site_of(language: str) -> Path:
    """Return the folder of a language: the English site, with the others inside."""
    return SITE if language == "en" else SITE / language


def build(python: Path, language: str) -> int:
    """Run Sphinx for one language; warnings are failures. Return its exit code."""
    command = [python, "-I", "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-c", docs_pages.DOCS]
    command += ["-t", language, "-d", BUILD / "docs" / "doctrees" / language]
    command += [SOURCES / language, site_of(language)]
    return subprocess.run([str(part) for part in command], check=False).returncode


def environment() -> Path | None:
    """Return the python of the environment, made anew when the requirements have changed; None if that fails."""
    python = ENVIRONMENT / "bin" / "python"
    stamp = ENVIRONMENT / "installed"
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return python
    commands = [
        [sys.executable, "-I", "-m", "venv", "--clear", str(ENVIRONMENT)],
        [str(python), "-I", "-m", "pip", "install", "--disable-pip-version-check", "-q", "-r", str(REQUIREMENTS)],
    ]
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"docs: {CANNOT_INSTALL_TEXT} into {ENVIRONMENT}:\n{done.stderr.strip()}", file=sys.stderr)
            return None
    stamp.write_text(wanted, "utf-8")
    return python


if __name__ == "__main__":
    sys.exit(main())
