# SPDX-License-Identifier: GPL-2.0-or-later
"""How Sphinx builds the site from the pages that tools/docs_site.py has written into build/docs/source."""

import configparser
import gettext
import importlib.util
import sys
from pathlib import Path

from sphinx.locale import translators

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SOURCES = ROOT / "build" / "docs" / "source"
LANGUAGES = {"en": "English", "uk": "Українська"}

# The checkout is the package, as in QGIS.
spec = importlib.util.spec_from_file_location(
    "frontline_change", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
)
sys.modules["frontline_change"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["frontline_change"])

metadata = configparser.ConfigParser(interpolation=None)
metadata.read(ROOT / "metadata.txt", encoding="utf-8")
repository = metadata["general"]["repository"]

language = "uk" if tags.has("uk") else "en"  # noqa: F821 (Sphinx defines it)
project = "Frontline Change"
author = metadata["general"]["author"]
version = release = metadata["general"]["version"]
copyright = f"{author}, GPL-2.0-or-later"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton"]
myst_heading_anchors = 4
suppress_warnings = ["myst.header"]  # a page of a reference may begin below its title
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_maximum_signature_line_length = 80
pygments_style, pygments_dark_style = "friendly", "native"
default_role = "code"
copybutton_exclude = ".linenos, .gp, .go"
templates_path = [str(HERE / "_templates")]

html_theme = "furo"
html_title = project
html_static_path = [str(HERE / "_static")]
html_css_files = ["site.css"]
html_logo = html_favicon = str(ROOT / "icons" / "frontline.svg")
html_copy_source = False
html_show_sourcelink = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "languages.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_theme_options = {
    "source_repository": repository,
    "light_css_variables": {"color-brand-primary": "#2166ac", "color-brand-content": "#2166ac"},
    "dark_css_variables": {"color-brand-primary": "#8ab8e6", "color-brand-content": "#8ab8e6"},
    "top_of_page_buttons": [],
}

other = next(code for code in LANGUAGES if code != language)
pages_of_other = SOURCES / other
html_context = {
    "languages": LANGUAGES,
    "other": other,
    "pages_of_other": {
        path.relative_to(pages_of_other).with_suffix("").as_posix() for path in pages_of_other.rglob("*.md")
    },
}


class ThemesWords(gettext.NullTranslations):
    """The words of the theme that Sphinx itself does not have in Ukrainian."""

    WORDS = {
        "Next": "Далі",
        "Previous": "Назад",
        "Home": "Початок",
        "On this page": "На цій сторінці",
        "View this page": "Переглянути цю сторінку",
    }

    def gettext(self, message):
        """Return the word, or the message where there is none."""
        return self.WORDS.get(message, message)


def setup(app):
    """Add the theme's words to those of Sphinx."""
    if app.config.language == "uk":
        translators["general", "sphinx"].add_fallback(ThemesWords())
