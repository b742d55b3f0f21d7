# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person sees and clicks. Runs the algorithms by id and computes nothing itself."""
