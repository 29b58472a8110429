"""What the program says of itself: where to begin, its commands, its settings."""

from typing import NamedTuple

from careercli.pages.listing import Place, RoleRow
from careercli.pages.requirements import Term
from careercli.pages.roles import SCHEMA_VERSION


class HelpRow(NamedTuple):
    """What may be typed, and what it means."""

    name: str
    text: str


class HelpPart(NamedTuple):
    """Commands, arguments or options that belong together."""

    title: str
    rows: tuple[HelpRow, ...]


class HelpPage(NamedTuple):
    """A command: how it is called, what it does, what it takes, and examples.

    ``examples`` are a command line and what it shows each.
    """

    language: str
    command: str
    usage: str
    texts: tuple[str, ...]
    parts: tuple[HelpPart, ...]
    examples: tuple[HelpRow, ...]
    schema_version: int = SCHEMA_VERSION


class Set(NamedTuple):
    """A setting: what it is now, and whether the environment, the file or nobody said so."""

    name: str
    value: str
    origin: str


class ConfigPage(NamedTuple):
    """What is set for good, and where everything is."""

    language: str
    settings: tuple[Set, ...]
    places: tuple[Place, ...] = ()
    schema_version: int = SCHEMA_VERSION


class Explained(NamedTuple):
    """A word, what it means, and by which law in the text of which day if it is one of law's."""

    id: str
    title: str
    text: str
    law: str | None
    read: str | None
    link: str | None
    see: tuple[Term, ...]


class ExplainPage(NamedTuple):
    """Words explained: one, or all there are."""

    language: str
    words: tuple[Explained, ...]
    whole: bool
    schema_version: int = SCHEMA_VERSION


class Question(NamedTuple):
    """What somebody wants to know, and the command that answers."""

    question: str
    command: str


class StartPage(NamedTuple):
    """Where to begin.

    ``wanted`` are some of the ``of_wanted`` roles of whose group employers are short of people,
    other ones every day; their pay is of ``pay_period``.
    """

    language: str
    per: str
    hours_per_week: float
    roles: int
    occupations: int
    questions: tuple[Question, ...]
    wanted: tuple[RoleRow, ...]
    of_wanted: int
    pay_period: str
    tightness_period: str
    schema_version: int = SCHEMA_VERSION
