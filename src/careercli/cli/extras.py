"""What only some commands need, and a plain install does not bring."""

from importlib.util import find_spec

from careercli.errors import UsageError
from careercli.locale import translate as _


def require(command: str, **libraries: str) -> None:
    """Raise UsageError, with how to get it, if a library of the extra of a command is not there.

    Each is given by its module, with its name.
    """
    for module, library in libraries.items():
        if not find_spec(module):
            told = _("careers {command} needs {library}: pip install 'careercli[{command}]'")
            raise UsageError(told.format(command=command, library=library))
