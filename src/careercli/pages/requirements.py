"""What a job asks: diplomas and how to get them, conditions, skills, a way of working."""

from typing import NamedTuple

from careercli.figures.figures import About, Group, LeadingKind


class Term(NamedTuple):
    """A word from a closed list, with its label in the page's language."""

    id: str
    label: str


class Diploma(NamedTuple):
    """A diploma and its level in the Dutch framework (NLQF), equal to the European one.

    ``nlqf`` is None where no diploma is asked. ``years`` is the nominal length of the programme
    itself, and ``years_before`` that of those that it builds on: 1 to 2 after 3 for a master.
    """

    id: str
    label: str
    short: str
    nlqf: int | None
    years: tuple[int, int] | None
    years_before: tuple[int, int] | None


class Admission(NamedTuple):
    """With which diplomas somebody may start on one, by which law in the text of which day."""

    diploma: Term
    after: tuple[Term, ...]
    law: str
    read: str | None
    link: str


class Condition(NamedTuple):
    """What is asked of whoever does the job besides a diploma, and who asks it.

    ``law`` is the article, or the scheme where it is not ``by_law``; ``read`` the day of the text
    that was read; ``link`` the register or authority.
    """

    id: str
    label: str
    short: str
    kind: str
    law: str
    read: str | None
    link: str
    by_law: bool


class Yours(NamedTuple):
    """Which of the essential skills of a job somebody has, by what they have kept, or not."""

    have: tuple[Term, ...]
    missing: tuple[Term, ...]


class Trait(NamedTuple):
    """Something that marks the working life, as the editors judge it; ``group`` is its kind."""

    id: str
    label: str
    group: Term


class Training(NamedTuple):
    """A way to learn the job. ``later``: once one has begun in it.

    ``level`` is the diploma that it ends with, ``years`` how long it takes, after
    ``years_before``; None where nobody has said so.
    """

    name: str
    level: Term | None
    modes: tuple[Term, ...]
    years: tuple[int, int] | None
    years_before: tuple[int, int] | None
    later: bool


class Education(NamedTuple):
    """What the job asks of a school career; ``source`` is that of the diplomas' levels, if any.

    ``admissions`` are those to the diplomas that its ways in end with.
    """

    minimum: Diploma
    usual: Diploma
    profiles: tuple[Term, ...]
    subjects: tuple[Term, ...]
    subjects_helpful: tuple[Term, ...]
    text: str
    admissions: tuple[Admission, ...]
    source: str | None


class Skill(NamedTuple):
    """A skill that the job asks for.

    Of occupations also how widely it is used (``reuse``), its importance from 1 to 5, and
    ``marks``: "hot" and "in-demand" technology.
    """

    id: str
    name: str
    need: Term
    kind: Term
    esco: str | None
    reuse: Term | None = None
    importance: float | None = None
    marks: tuple[str, ...] = ()


class InterestKind(NamedTuple):
    """One of Holland's six kinds of interest, and what somebody likes who has it."""

    id: str
    label: str
    meaning: str


class LinkedInterests(NamedTuple):
    """Which kinds of interest lead in the O*NET occupations that a crosswalk links to a group.

    ``occupations`` are those, of which alone it is true; ``link_source`` is the crosswalk.
    """

    about: About
    kinds: tuple[LeadingKind, ...]
    occupations: tuple[Group, ...]
    link_source: str
