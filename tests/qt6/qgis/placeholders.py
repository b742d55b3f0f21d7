# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes that stand where nothing of QGIS is needed but its name: to import, to subclass, to annotate."""


class AnyName(type):
    """A class with every attribute; each is such a class again, as `QgsTask.Flag.CanCancel` is."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        made = AnyName(name, (Placeholder,), {})
        setattr(cls, name, made)
        return made


class Placeholder(metaclass=AnyName):
    """Does nothing, whatever it is called with."""

    def __init__(self, *arguments, **options):
        pass


def named(module: str):
    """Return the `__getattr__` of a stand-in module: a placeholder for each name of QGIS that it does not define."""

    def make(name):
        if not name.startswith("Qgs"):
            raise AttributeError(f"the stand-in for {module} has no {name}")
        return AnyName(name, (Placeholder,), {"__module__": module})

    return make
