"""What is shown of moves between jobs: what may come next, the way there, what fits."""

from typing import NamedTuple

from careercli.pages.listing import Count, RoleRow, Way
from careercli.pages.pay import Minimum
from careercli.pages.requirements import Condition, Diploma, Term, Training, Yours
from careercli.pages.roles import SCHEMA_VERSION, RoleRef, Source


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
    far all that is: near, within-reach, longer, higher (of levels) or far (a training of its own).
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
    as it may be; ``ways_in`` are the jobs from which people come on the ladder, ``training`` the
    ways to learn the goal. The changes of pay are all against the first job. ``yours`` are the
    reader's own skills of the goal. ``cost`` orders ways and has no unit: that of the route, or of
    the direct step if there is none.
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
    training: tuple[Training, ...]
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
    """A title that several jobs have, or one whose skills nobody has written: roles, groups."""

    said: str
    roles: tuple[RoleRef, ...]
    groups: tuple[Term, ...]


class Study(NamedTuple):
    """What somebody wrote of a study, and the diploma that it names; None if it names none.

    ``may_be`` has the diplomas of which a degree is one: a bachelor is of an hbo or a university.
    """

    said: str
    diploma: Diploma | None
    may_be: tuple[Diploma, ...] = ()


class ToLearn(NamedTuple):
    """A skill that is missing, and how many ``of`` the jobs ask for it."""

    skill: Term
    asked_by: int
    of: int


class AskedBy(NamedTuple):
    """How many written roles ask all of some skills."""

    skills: tuple[Term, ...]
    jobs: int


class MatchPage(NamedTuple):
    """The jobs that fit what somebody can.

    ``recognised`` says what their words were read as, ``studies`` which diplomas; ``titles`` are of
    several jobs, of one whose skills nobody has written, or stand among the skills of a resume;
    ``unknown`` is what was not recognised, ``traits`` what is of a character and not compared,
    ``passed_over`` what of a file was not read.
    ``skills`` counts what is had altogether, with those of the ``role`` that is held and of jobs
    among the words. Of the first ``near`` jobs enough is had; where they are few, the nearest
    follow. ``to_learn`` are the skills that most of the jobs ask besides. With a skill or two, of
    which hardly a job has enough, ``asked_by`` counts the jobs that ask all of them; else it is
    None.
    """

    language: str
    recognised: tuple[Recognised, ...]
    studies: tuple[Study, ...]
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
    near: int
    exposure_note: str
    moves: tuple[Move, ...]
    to_learn: tuple[ToLearn, ...]
    asked_by: AskedBy | None
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION
