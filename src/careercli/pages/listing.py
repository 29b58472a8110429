"""What is shown as lists: roles, hits, sources, vacancies, imports, places."""

from typing import NamedTuple

from careercli.figures.figures import About
from careercli.pages.pay import Amounts, Minimum
from careercli.pages.requirements import Condition, Diploma, Term, Yours
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


class SearchPage(NamedTuple):
    """The best of what a search ``found``, and apart from it what only may be meant.

    ``groups`` count a job that is called so and has no page of its own. Where no name or skill
    was found, ``likely`` says where the title may be counted, and ``guesses`` and
    ``guessed_groups`` may be meant; ``corrected`` has the words as those were read.

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


class PayChange(NamedTuple):
    """The difference of the medians of two groups, in ``unit``.

    ``amount`` is None where both jobs are counted in one group (``same_group``), or where one of
    the groups has no published pay.
    """

    amount: float | None
    unit: str
    same_group: bool


class Seen(NamedTuple):
    """Which share, 0 to 1, of those who left such a job in a year went to such another one."""

    share: float
    region: str
    source: str


class Move(NamedTuple):
    """A job that may come next.

    ``kind`` is up or move where the editors have it on the ladder, with the ``years`` that a step
    up usually takes; like, where its work is like that of the job that one has; comparable, where
    ROA finds its group comparable. ``likeness`` is that of the skills of the two, 0 to 1. ``have``
    are the essential skills of it that are had, ``missing`` the others. ``pay_change`` is None
    where there is no pay to compare with. ``way`` is the study that leads there from the diploma
    that is had; None where none is known. ``conditions`` are those that law sets and that are not
    met yet. ``seen`` is what people did elsewhere, where a table has it. ``reach`` is in a word how
    far all that is: near, within-reach, longer or far.
    """

    role: RoleRow
    kind: str
    reach: Term | None
    years: tuple[int | None, int | None] | None
    likeness: float | None
    have: tuple[Term, ...]
    missing: tuple[Term, ...]
    pay_change: PayChange | None
    way: Way | None
    conditions: tuple[Condition, ...]
    seen: Seen | None = None


class NextPage(NamedTuple):
    """What may come after a job, or ``into`` it: the ladder, then the jobs that are most like it.

    ``found`` counts all that were compared, are like it at all, and pass the ``filters``.
    ``compared`` says by what likeness goes; it is empty where nothing was. ``yours`` is told where
    the reader has kept skills: they are had besides those of the role.
    """

    slug: str
    language: str
    title: str
    role: RoleRow
    into: bool
    having: tuple[Diploma, ...]
    per: str
    hours_per_week: float
    minimum: Minimum | None
    pay_period: str
    filters: dict[str, str]
    sort: str
    found: int
    exposure_note: str
    moves: tuple[Move, ...]
    compared: tuple[Term, ...]
    sources: tuple[Source, ...]
    yours: Yours | None = None
    schema_version: int = SCHEMA_VERSION


class Route(NamedTuple):
    """A way from one job to another: its steps, and the ``years`` that they take altogether.

    Of each step those are the years of experience that it usually takes, or those of its study
    where that is longer: many learn beside the job. ``study`` are those of all studies.
    """

    steps: tuple[Move, ...]
    years: tuple[int, int]
    study: tuple[int, int]


class PathPage(NamedTuple):
    """The way from one job to another, and what lies between them.

    ``route`` is None where there is no road of at most ``most_steps`` steps; ``other`` is another
    one, if there is any that is hardly longer. ``direct`` is the step from one to the other, as far
    as it may be, and ``ways_in`` are the jobs from which people come on the ladder. The changes
    of pay are all against the first job. ``yours`` are the reader's own skills of the goal.
    ``cost`` orders ways and has no unit: that of the route, or of the direct step if there is none.
    """

    language: str
    start: RoleRow
    goal: RoleRow
    via: RoleRow | None
    filters: dict[str, str]
    most_steps: int
    route: Route | None
    other: Route | None
    direct: Move
    ways_in: tuple[RoleRow, ...]
    cost: float
    cost_direct: float
    per: str
    hours_per_week: float
    minimum: Minimum | None
    pay_period: str
    exposure_note: str
    sources: tuple[Source, ...]
    yours: Yours | None = None
    schema_version: int = SCHEMA_VERSION


class Recognised(NamedTuple):
    """Words of somebody, and what they were read as: skills, or the skills of a ``role``."""

    said: str
    skills: tuple[Term, ...]
    role: RoleRef | None


class KnownTitle(NamedTuple):
    """A title of a job without a page, of which nobody has written the skills; its group."""

    said: str
    group: Term


class ToLearn(NamedTuple):
    """A skill that is missing, and how many ``of`` the jobs ask for it."""

    skill: Term
    asked_by: int
    of: int


class MatchPage(NamedTuple):
    """The jobs that fit what somebody can.

    ``recognised`` says what their words were read as, ``titles`` are of jobs whose skills nobody
    has written, ``unknown`` is what was not recognised, ``traits`` what is of a character and not
    compared, ``passed_over`` what of a file was not read. ``skills`` counts what is had altogether,
    with those of the ``role`` that is held and of jobs among the words. Where none comes ``near``,
    the nearest are shown. ``to_learn`` are the skills that most of the jobs ask besides.
    """

    language: str
    recognised: tuple[Recognised, ...]
    titles: tuple[KnownTitle, ...]
    unknown: tuple[str, ...]
    traits: tuple[str, ...]
    passed_over: tuple[Count, ...]
    role: RoleRow | None
    skills: int
    having: tuple[Diploma, ...]
    per: str
    hours_per_week: float
    minimum: Minimum | None
    pay_period: str
    found: int
    near: bool
    exposure_note: str
    moves: tuple[Move, ...]
    to_learn: tuple[ToLearn, ...]
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION


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
