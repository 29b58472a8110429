"""What can go wrong, each with the exit code that tells a script so (sysexits.h from 64 on).

Errors are raised where they are noticed and carry a message for a person; the
command line prints it on stderr once (``cli.app``) and exits with ``exit_code``.
"""

from careercli.locale import later
from careercli.locale import translate as _

# What systems say most often, always in English. In other words of theirs it stays so.
_SYSTEMS_WORDS = (
    later("File exists"),
    later("File name too long"),
    later("Input/output error"),
    later("Is a directory"),
    later("No space left on device"),
    later("No such file or directory"),
    later("Not a directory"),
    later("Permission denied"),
    later("Read-only file system"),
    later("Too many levels of symbolic links"),
)


def reason(error: OSError) -> str:
    """Return what the system has against it, in the reader's language."""
    return _(error.strerror) if error.strerror else str(error)


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
