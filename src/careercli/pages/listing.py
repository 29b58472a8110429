"""What is shown as lists: roles, hits, sources, vacancies, imports, places."""

from typing import NamedTuple

from careercli.figures.figures import About
from careercli.pages.pay import Amounts, Minimum
from careercli.pages.requirements import Diploma, Term
from careercli.pages.roles import SCHEMA_VERSION, Kind, RoleRef, Source, Vacancies


class Way(NamedTuple):
    """How a role can be reached with the diploma that the reader has: at once, or by a study.

    At once, though in most jobs only with a diploma ``in_its_field``. ``years`` are the nominal
    ones of the study, with what it builds on; ``and_on`` if training on the job follows.
    """

    study: Diploma | None
    years: tuple[int, int] | None
    in_its_field: bool = False
    and_on: bool = False


class RoleRow(NamedTuple):
    """A role as a line of a list. ``exposure`` is the ILO's mean task score, 0-1.

    ``openings`` are the places that open up in its group; ``tightness`` is the number of
    vacancies for each person who looks, or more where it is capped.
    ``origin`` is shipped, user, or the classification that it was imported from; ``also`` are the
    classifications that have the same job, if it was imported. The figures
    say what they are about: ``pay_about``, ``exposure_about``, ``outlook_about`` (and of the
    openings) and ``tightness_about``. ``way`` is told where the reader says what they have.
    """

    slug: str
    kind: Kind
    origin: Term
    also: tuple[Term, ...]
    title: str
    category: Term | None
    level: Term | None
    outlook: Term
    arrow: str
    arrow_ascii: str
    openings: int | None
    outlook_about: About
    tightness: float | None
    tightness_capped: bool
    tightness_about: About
    education: Diploma | None
    pay: Amounts | None
    pay_about: About | None
    below_minimum: bool
    exposure: float | None
    exposure_about: About
    summary: str
    way: Way | None = None


class ListPage(NamedTuple):
    """Roles that pass the filters: ``found`` of them, of which these are the first.

    ``pay_period`` is the year of all pay, ``minimum`` is told where an amount is below it, and
    ``min_salary`` is how that filter was read: the median of a role's group is this at least.
    ``exposure_note`` says what the exposure of the roles is not. ``having`` are the diplomas that
    the reader has, where roles after a study are among them ``with_study``.
    """

    language: str
    per: str
    hours_per_week: float
    weeks_per_year: float
    minimum: Minimum | None
    min_salary: Amounts | None
    pay_period: str
    filters: dict[str, str]
    sort: str
    total: int
    found: int
    without_pay: int
    exposure_note: str
    roles: tuple[RoleRow, ...]
    sources: tuple[Source, ...]
    having: tuple[Diploma, ...] = ()
    with_study: bool = False
    schema_version: int = SCHEMA_VERSION


class Covered(NamedTuple):
    """A group in which people in work are counted, how many that are, and the roles in it."""

    group: Term
    people: int | None
    roles: tuple[RoleRef, ...]


class CoveragePage(NamedTuple):
    """How far the written roles reach: the groups of those in work, the largest first.

    There are ``found`` of them, of which these are the first, and a role in ``with_role``;
    ``covered`` of the ``people`` counted in any work in one of those. ``about`` says who counted,
    and when. With ``filters`` only the groups of the roles that pass are there.
    """

    language: str
    about: About
    filters: dict[str, str]
    found: int
    with_role: int
    people: int
    covered: int
    groups: tuple[Covered, ...]
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION


class Hit(NamedTuple):
    """A role that a search found ``by`` its name, its group, a skill, its text, or as a guess.

    ``passage`` shows in which ``field``, with the matches between ⟦ and ⟧.
    """

    role: RoleRow
    by: str
    field: str
    passage: str


class LikelyGroup(NamedTuple):
    """Where a title is likely counted: of the ``titles`` that end in ``head`` so many ``there``.

    They begin with it if it is not ``at_end``.

    ``roles`` has the page that somebody wrote of that, if there is one.
    """

    head: str
    at_end: bool
    there: int
    titles: int
    group: Term
    roles: tuple[RoleRef, ...]


class NearGroup(NamedTuple):
    """Where ``titles`` are counted that are like the one that was typed, the nearest first.

    ``is_likely`` if they say clearly more for it than others for any other group. ``roles`` has the
    page that somebody wrote of the nearest, if there is one.
    """

    group: Term
    is_likely: bool
    titles: tuple[str, ...]
    roles: tuple[RoleRef, ...]


class SearchPage(NamedTuple):
    """The best of what a search ``found``, and apart from it what only may be meant.

    ``groups`` count a job that is called so and has no page of its own. Where no name or skill
    was found, ``likely`` says where the title may be counted, or ``near`` where those are that are
    like it, and ``guesses`` and ``guessed_groups`` may be meant; ``corrected`` has the words as
    those were read.

    Of pay as in a list: ``pay_period`` is the year, ``minimum`` is told where it is below that.
    """

    language: str
    query: str
    corrected: str | None
    per: str
    hours_per_week: float
    minimum: Minimum | None
    pay_period: str
    found: int
    exposure_note: str
    hits: tuple[Hit, ...]
    groups: tuple[Term, ...] = ()
    likely: LikelyGroup | None = None
    guesses: tuple[Hit, ...] = ()
    guessed_groups: tuple[Term, ...] = ()
    near: tuple[NearGroup, ...] = ()
    schema_version: int = SCHEMA_VERSION

    @property
    def is_guess(self) -> bool:
        """Whether nothing was found, and all there is may be meant."""
        return not self.hits and not self.groups


class Count(NamedTuple):
    """How many of something, or for which reason; ``first`` is where the first of them stands."""

    what: str
    number: int
    first: str | None = None


class SourcesPage(NamedTuple):
    """The bibliography, of everything or of one role."""

    language: str
    title: str | None
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION


class VacanciesPage(NamedTuple):
    """Links to current vacancies of one role."""

    slug: str
    language: str
    title: str
    vacancies: tuple[Vacancies, ...]
    schema_version: int = SCHEMA_VERSION


class Import(NamedTuple):
    """What was imported of one classification in one language.

    ``replaced`` is the release that has just made way for it, if that was another one; ``path``
    is where the download lay. ``absent`` is what it has no file with, ``advice`` where to get it.
    """

    name: str
    classification: str
    language: Term
    release: str | None
    newest: str | None
    imported: str
    imported_text: str
    replaced: str | None
    path: str
    file: str
    came_in: tuple[Count, ...]
    left_out: tuple[Count, ...]
    absent: tuple[str, ...]
    advice: tuple[str, ...] = ()


class ImportsPage(NamedTuple):
    """What was imported: just now, or ever; ``removed`` tells of the opposite."""

    language: str
    imports: tuple[Import, ...]
    removed: bool = False
    schema_version: int = SCHEMA_VERSION


class Place(NamedTuple):
    """A folder or file of the program; ``path`` is empty for want of a home folder."""

    id: str
    path: str
    exists: bool


class PathsPage(NamedTuple):
    """Where everything is."""

    language: str
    places: tuple[Place, ...] = ()
    schema_version: int = SCHEMA_VERSION
