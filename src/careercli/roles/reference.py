"""What the lists that role files refer to must look like: words, skills, sources, tables."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StrictBool, StrictInt, model_validator

from careercli.figures.tables import SHAPES
from careercli.locale import translate as _
from careercli.names import name_key, without_brackets
from careercli.roles.model import Line, Link, Model, Slug, Years


class Label(Model):
    """A word in both languages."""

    en: Line
    nl: Line


class Word(Label):
    """A word of a closed list; ``also`` are other words that people have for it, in either."""

    also: tuple[Line, ...] = ()


class Level(Word):
    """A level, and where in the pay of its group it usually stands: the editors' rule, in words.

    ``position_among_leaders`` is where it stands in a group in which everyone leads others.
    """

    position: Label
    position_among_leaders: Label | None = None


class Trend(Word):
    """An outlook word with its sign, with and without Unicode."""

    arrow: Line
    ascii: Line


class Diploma(Word):
    """A diploma: what a line calls it, its level, and how long it takes by which law.

    ``nlqf`` is its level in the Dutch and European qualifications frameworks. ``years`` is the
    nominal length of the programme itself, which comes after that of ``builds_on``; ``after`` are
    the diplomas that give entry. ``law`` says both, in the text of ``read``. ``school`` if it is
    of a school that teaches no trade.
    """

    short: Label
    nlqf: Annotated[StrictInt, Field(ge=1, le=8)] | None = None
    years: tuple[Years, Years] | None = None
    builds_on: Slug | None = None
    after: tuple[Slug, ...] = ()
    school: StrictBool = False
    law: Label | None = None
    read: date | None = None
    link: Link | None = None


class Condition(Label):
    """What is asked of whoever does a job besides a diploma, and who asks it.

    ``law`` is the article, or the scheme where it is not ``by_law``; ``read`` the day of the text
    that was read; ``short`` what one line has room for; ``link`` the register or authority.
    ``met_by`` are other conditions: who meets one of them meets this.
    """

    kind: Literal[
        "register",
        "title",
        "appointment",
        "licence",
        "nationality",
        "conduct",
        "age",
        "certificate",
        "medical",
        "language",
    ]
    short: Label
    law: Label
    read: date | None = None
    link: Link
    by_law: StrictBool = True
    met_by: tuple[Slug, ...] = ()


class Trait(Word):
    """Something that marks a working life; ``group`` is what it is about: hours, place ..."""

    group: Slug


class Kind(Word):
    """A kind of interest, and what somebody likes who has it; its code is its first letter."""

    meaning: Label


class Vocabulary(Model):
    """The closed lists (data/vocabulary.toml)."""

    categories: dict[Slug, Word]
    levels: dict[Slug, Level]
    outlooks: dict[Slug, Trend]
    education: dict[Slug, Diploma]
    courses: dict[Slug, Label]
    modes: dict[Slug, Label]
    conditions: dict[Slug, Condition]
    work_groups: dict[Slug, Label]
    work: dict[Slug, Trait]
    interests: dict[Slug, Kind]
    profiles: dict[str, Label]
    subjects: dict[Slug, Label]
    needs: dict[Slug, Label]
    kinds: dict[Slug, Label]
    reuse: dict[Slug, Label]


class Explanation(Model):
    """What a word means, in one language."""

    title: Line
    text: Line


class GlossaryEntry(Model):
    """A word that a reader may not know (data/glossary.toml).

    ``words`` are other names for it. ``gloss`` explains it in brackets on an English page, after
    the first of ``glossed``, else after its title. ``law`` is told with the day of the text read.
    """

    words: tuple[Line, ...]
    gloss: Annotated[str, Field(max_length=45)] | None = None
    glossed: tuple[Line, ...] = ()
    see: tuple[Slug, ...] = ()
    link: Link | None = None
    law: Line | None = None
    read: date | None = None
    en: Explanation
    nl: Explanation

    def names(self, key: str) -> list[str]:
        """Return every name of a word: its id, its titles, whole and without brackets, others."""
        titles = [self.en.title, self.nl.title]
        return [key, *titles, *map(without_brackets, titles), *self.words]


class CodeSystem(Model):
    """A classification, and the table in which its codes have names."""

    label: Line
    table: Slug
    source: Slug
    via: Slug | None = None
    combined: Slug | None = None


class LookupTable(Model):
    """A table that no series reads."""

    key: Slug
    source: Slug


def _known_shape(shape: str) -> str:
    if shape not in SHAPES:
        raise ValueError(_("write one of {words}").format(words=", ".join(SHAPES)))
    return shape


Status = Literal["suppressed", "not-available", "hourly-only", "not-measured"]


class Series(Label):
    """A series of published figures; figures/tables.py says what each key means."""

    shape: Annotated[Slug, AfterValidator(_known_shape)]
    table: Slug
    code: Slug
    region: Literal["NL", "US", "world"]
    period: Line
    source: Slug
    unit: Annotated[str, Field(pattern=r"^[A-Z]{3}/(hour-worked|hour|month|year)$")] | None = None
    columns: dict[Line, Line] = Field(default_factory=dict)
    marks: dict[str, Status] = Field(default_factory=dict)
    top: dict[str, float] = Field(default_factory=dict)
    spread: Literal["sd-over-tasks", "alpha-to-gamma"] | None = None
    letter: Annotated[str, Field(pattern=r"^[A-Z]$")] | None = None
    instead_of: Slug | None = None
    left_out: tuple[Line, ...] = ()


class PublishedTables(Model):
    """The published tables (data/tables.toml)."""

    systems: dict[Slug, CodeSystem]
    lookups: dict[Slug, LookupTable]
    series: dict[Slug, Series]

    @model_validator(mode="after")
    def _joined(self) -> Self:
        """Every series is keyed on a system that is there, and pay has a unit."""
        for key, system in self.systems.items():
            if system.combined is not None and system.combined not in self.lookups:
                raise ValueError(
                    _("{path}: there is no lookup {name!r}").format(
                        path=f"systems.{key}.combined", name=system.combined
                    )
                )
        for key, series in self.series.items():
            if series.code not in self.systems:
                raise ValueError(
                    _("{path}: there is no system {name!r}").format(
                        path=f"series.{key}.code", name=series.code
                    )
                )
            if series.shape == "quartiles" and series.unit is None:
                raise ValueError(
                    _("{path} is missing: write EUR/hour, say").format(path=f"series.{key}.unit")
                )
        return self


class Skill(Label):
    """A skill that roles refer to by id (data/skills.toml).

    ``also`` are other words for this very skill, in either language, as people write them on a CV.
    """

    kind: Slug
    esco: Link | None = None
    also: tuple[Line, ...] = ()

    def other_names(self) -> list[str]:
        """Return what it is called besides its names: these without brackets, and others."""
        return [without_brackets(self.en), without_brackets(self.nl), *self.also]


class Traits(Model):
    """Words for somebody's character, which are not compared (data/traits.toml)."""

    en: tuple[Line, ...]
    nl: tuple[Line, ...]

    def keys(self) -> list[str]:
        """Return what each is compared by."""
        return sorted({name_key(word) for word in (*self.en, *self.nl)})


class SourceText(Model):
    """What a source measures and what to beware of, in one language.

    Name, authors, title and licence only where they read differently in that language.
    """

    measures: Line
    caveat: Line
    name: Line | None = None
    authors: Line | None = None
    title: Line | None = None
    licence: Line | None = None


class Source(Model):
    """An entry of the bibliography (data/sources.toml); ``name`` is what a line has room for."""

    name: Line
    authors: Line
    title: Line
    year: Annotated[StrictInt, Field(ge=1900, le=2100)]
    region: Literal["NL", "US", "world"]
    link: Link
    licence: Line
    en: SourceText
    nl: SourceText


class Most(Model):
    """How many words a sentence has at most, and how many roles share a turn or lead to one."""

    words: StrictInt
    turn: StrictInt
    led_to: StrictInt


class Style(Model):
    """What the writing of role files is held to (data/style.toml)."""

    lengths: dict[str, tuple[StrictInt, StrictInt]]
    most: Most
    opening: dict[Literal["en", "nl"], tuple[Line, ...]]
    turns: dict[Literal["en", "nl"], tuple[Line, ...]]
    banned: dict[Literal["en", "nl"], tuple[Line, ...]]

    def banned_in(self, language: str) -> re.Pattern[str]:
        """Return what finds the banned phrases of a language, as whole words, in any case."""
        return whole_words(next(found for key, found in self.banned.items() if key == language))

    def turns_in(self, language: str) -> re.Pattern[str]:
        """Return what finds the turns of phrase of a language that not many roles may share."""
        return whole_words(next(found for key, found in self.turns.items() if key == language))


def whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds phrases as whole words, in any case."""
    either = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


class Board(Model):
    """A vacancy site (data/boards.toml), and whom it is for: all, or whom one of the lists names.

    Without ``{query}`` in its address one searches on the site. ``sole`` are roles for which there
    is no other place to apply; ``isco08`` are codes or what codes begin with.
    """

    name: Line
    region: Literal["NL"]
    url: Annotated[str, Field(pattern=r"^https://[^\s{}]+(\{query\}[^\s{}]*)?$")]
    categories: tuple[Slug, ...] = ()
    isco08: tuple[Annotated[str, Field(pattern=r"^\d{1,4}$")], ...] = ()
    roles: tuple[Slug, ...] = ()
    sole: tuple[Slug, ...] = ()
    note: Label | None = None
