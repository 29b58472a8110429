"""Occupations from other people's classifications, downloaded by the user.

Each folder here reads one publisher's download and yields occupations (``occupation.py``);
nothing else knows how that publisher lays out files. A new taxonomy is a folder
with a ``TAXONOMY`` and a ``read``, and its name below.
"""

from importlib import import_module
from types import ModuleType
from typing import NamedTuple

NAMES = {"esco": "ESCO", "onet": "O*NET"}
"""What can be imported, by id; in the order in which their roles stand."""


class Taxonomy(NamedTuple):
    """What must be known of a classification before it has read anything.

    ``source`` is its entry in data/sources.toml, ``code`` the key of a role's codes that holds
    an occupation's identifier. ``aliases_are_synonyms``: other titles mean the same occupation;
    else they are jobs that are counted in it.
    """

    id: str
    source: str
    code: str
    aliases_are_synonyms: bool

    @property
    def name(self) -> str:
        """How readers know it."""
        return NAMES[self.id]


def reader_of(name: str) -> ModuleType:
    """Return the module that reads a taxonomy: ``TAXONOMY`` and ``read(download)``."""
    return import_module(f"{__name__}.{name}")


def taxonomy(name: str) -> Taxonomy:
    """Return what is known of a taxonomy by its name."""
    found: Taxonomy = reader_of(name).TAXONOMY
    return found
