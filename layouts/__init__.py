# SPDX-License-Identifier: GPL-2.0-or-later
"""Printed pages: templates that a newsroom can edit, the words on them in its language, and what fills them.

Pages are drawn from styled layers and texts; nothing here measures. Main thread only, as for all layouts.
"""
