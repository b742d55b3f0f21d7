# SPDX-License-Identifier: GPL-2.0-or-later
"""How deep ground moved, by every method: deepest point, transects, reach, axes, arrows."""
