# SPDX-License-Identifier: GPL-2.0-or-later
"""One test for each rule: it looks at every subject (file, style, algorithm), and one failure lists every violation."""

import functools
import inspect


def every(names, subjects, label=str):
    """Turn a check of one subject into one test of all of them.

    `names` are the arguments of the check that take the subject, as for `pytest.mark.parametrize`; other arguments are
    fixtures, made once for all subjects. The check yields or returns what is wrong, or it asserts. `label` names a
    subject in the list.
    """
    names, subjects = names.replace(",", " ").split(), list(subjects)

    def decorate(check):
        parameters = inspect.signature(check).parameters.values()

        @functools.wraps(check)
        def test(**fixtures):
            __tracebackhide__ = True
            violations, crash = [], None
            for subject in subjects:
                arguments = dict(zip(names, subject if len(names) > 1 else (subject,)))
                try:
                    found = list(check(**arguments, **fixtures) or ())
                except AssertionError as error:
                    found = [error]
                except Exception as error:
                    crash = crash or error
                    found = [repr(error)]
                violations += [f"{label(subject)}: {violation}" for violation in found]
            if violations:
                raise AssertionError("\n".join([f"violations: {len(violations)}", *violations])) from crash
            assert subjects, "there is nothing that this rule looks at"

        test.__signature__ = inspect.Signature([each for each in parameters if each.name not in names])
        return test

    return decorate
