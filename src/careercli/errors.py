"""What can go wrong, each with the exit code that tells a script so (sysexits.h from 64 on).

Errors are raised where they are noticed and carry a message for a person; the
command line prints it on stderr once (``cli.app``) and exits with ``exit_code``.
"""


class CareersError(Exception):
    """Base of every error that a user may see; our own fault unless a subclass says otherwise."""

    exit_code = 70


class NotFoundError(CareersError):
    """Nothing found: no such role, no match."""

    exit_code = 1


class UsageError(CareersError):
    """The command was asked for something that it does not do."""

    exit_code = 2


class InvalidDataError(CareersError):
    """A role file or another data file is wrong."""

    exit_code = 65


class OutputError(CareersError):
    """The output could not be written."""

    exit_code = 74


INTERRUPTED = 130
"""The exit code of whatever Ctrl-C ends, as shells have it: 128 and the number of the signal."""
