# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of `frontline:animation`: the view, the pictures and their words, the files, and the video made of them."""
