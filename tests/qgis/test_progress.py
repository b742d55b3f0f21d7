# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress of a run: per cents that the interface shows."""

from frontline_change.processing.progress import Progress


def test_a_run_of_thousands_of_steps_reports_whole_per_cents_once(listener):
    """Each value keeps the interface busy for a moment; a series used to report one for each of its maps."""
    feedback = listener()
    progress = Progress(feedback).part(10, 92)
    for number in range(4_180):
        progress.percent(100 * number / 4_180)
    assert feedback.percents == list(range(10, 92))


def test_a_run_ends_at_100_per_cent(listener):
    feedback = listener()
    progress = Progress(feedback)
    progress.percent(99.9)
    assert feedback.percents == [99]
    progress.percent(100)
    assert feedback.percents == [99, 100]
