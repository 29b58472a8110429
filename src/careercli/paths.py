"""Where things are: the shipped data, the user's own roles, imports, the cache.

Environment variables win over the platform's convention:
``CAREERS_DATA`` (shipped data), ``CAREERS_ROLES`` (own roles), ``CAREERS_IMPORTS``,
``CAREERS_CACHE``, ``CAREERS_CONFIG`` (a file of settings). A user without a home folder has
none of their own: see ``NOWHERE``.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_HERE = Path(__file__).parent

NOWHERE = Path(os.devnull, "careers")
"""Where the folders lie of a user without a home: nothing is there, nothing can be made there.

So whoever reads finds nothing, and whoever writes meets an OSError, as in any other such place.
"""


def data_dir() -> Path:
    """Return the folder with the shipped roles and tables.

    In an installed wheel it lies inside the package, in a checkout beside ``src``.
    (``importlib.resources`` would say the same, but takes 20 ms to import.)
    """
    if override := os.environ.get("CAREERS_DATA"):
        return Path(override)
    installed = _HERE / "data"
    return installed if installed.is_dir() else _HERE.parents[1] / "data"


def role_schema() -> Path:
    """Return the JSON Schema of a role file, which editors read."""
    installed = _HERE / "schema" / "role.json"
    return installed if installed.is_file() else _HERE.parents[1] / "schema" / "role.json"


def locale_dir() -> Path:
    """Return the folder with the message catalogues (gettext .mo files)."""
    return _HERE / "translations"


def user_roles_dir() -> Path:
    """Return the folder for the user's own role files; it need not exist."""
    if override := os.environ.get("CAREERS_ROLES"):
        return Path(override)
    return _user_data_dir() / "roles"


def imports_dir() -> Path:
    """Return the folder for what was imported from other classifications; it need not exist."""
    if override := os.environ.get("CAREERS_IMPORTS"):
        return Path(override)
    return _user_data_dir() / "imports"


def cache_dir() -> Path:
    """Return the folder for the compiled catalogue; it need not exist."""
    if override := os.environ.get("CAREERS_CACHE"):
        return Path(override)
    from platformdirs import user_cache_dir

    return _in_home(user_cache_dir)


def settings_file() -> Path:
    """Return the file with the user's settings; it need not exist."""
    if override := os.environ.get("CAREERS_CONFIG"):
        return Path(override)
    from platformdirs import user_config_dir

    return _in_home(user_config_dir) / "config.toml"


def is_nowhere(path: Path) -> bool:
    """Return whether a path stands for one that there is not, for want of a home folder."""
    return path.is_relative_to(NOWHERE)


def _user_data_dir() -> Path:
    from platformdirs import user_data_dir

    return _in_home(user_data_dir)


def _in_home(folder_of: Callable[..., str]) -> Path:
    try:
        return Path(folder_of("careers", appauthor=False))
    except RuntimeError:  # no HOME, and the system does not know the user
        return NOWHERE


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """Give a file to write that takes the place of another once it is whole.

    Whoever reads that one finds the old or the new. Raises OSError if the folder or the disk does
    not let it.
    """
    beside = path.parent / f".{path.name}.{os.getpid()}"
    try:
        yield beside
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
