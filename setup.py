# SPDX-License-Identifier: GPL-2.0-or-later
"""`pip install .`: core and its public interface as the package `frontline_change`, without the plugin around it."""

from configparser import ConfigParser

from setuptools import find_packages, setup

PACKAGE = "frontline_change"

metadata = ConfigParser(interpolation=None)
metadata.read("metadata.txt", encoding="utf-8")

setup(
    version=metadata["general"]["version"],
    package_dir={PACKAGE: "."},
    py_modules=[f"{PACKAGE}.__init__"],  # named as a package, the root would bring plugin.py along
    packages=[f"{PACKAGE}.{name}" for name in find_packages(include=["core", "core.*"])],
)
