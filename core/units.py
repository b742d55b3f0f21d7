# SPDX-License-Identifier: GPL-2.0-or-later
"""The units of tables and texts in those of the computation: metres and square metres."""

from __future__ import annotations

KM = 1e3  # in m
KM2 = 1e6  # in m²
