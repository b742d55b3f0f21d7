# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of `frontline:report`: what is measured, and the pictures, tables and texts made of it."""
