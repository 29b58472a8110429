"""What is shown of roles: the page of one, ladders, comparisons."""

from typing import NamedTuple

from careercli.figures.figures import Change, Exposure, Figure, Group

SCHEMA_VERSION = 3


class Term(NamedTuple):
    """A word from a closed list, with its label in the page's language."""

    id: str
    label: str


class Amounts(NamedTuple):
    """Pay per one period: low and high end, and the median where there is one.

    ``high`` is None for "from low upwards".
    """

    low: float | None
    median: float | None
    high: float | None
    unit: str


class Pay(NamedTuple):
    """One statement about pay: in the unit asked for, and as it was published.

    ``quartiles`` names what low and high are ("p25", "p75"), empty for a range.
    """

    shown: Amounts
    as_published: Amounts
    quartiles: tuple[str, ...]
    top_coded: tuple[str, ...]
    people: int | None
    group: Group | None
    region: str
    period: str
    source: str
    status: str


class Salary(NamedTuple):
    """All that is known of a role's pay, per hour, month or year.

    ``published`` is a range for this very job; ``group`` the Dutch group that it is part of;
    ``indicative`` the part of the group that its level suggests; ``us`` a reference.
    """

    per: str
    hours_per_week: float
    published: Pay | None
    group: Pay
    indicative: Pay | None
    us: Pay


class Outlook(NamedTuple):
    """Where the number of jobs is going: our word or a source's, and the evidence."""

    trend: str
    label: str
    arrow: str
    arrow_ascii: str
    source: str
    netherlands: Change
    united_states: Change


class Diploma(NamedTuple):
    """A diploma and its level in the Dutch framework (NLQF), equal to the European one.

    ``nlqf`` is None where no diploma is asked.
    """

    id: str
    label: str
    nlqf: int | None


class Regulation(NamedTuple):
    """What the law asks of whoever does the job, and the address of who keeps it."""

    id: str
    label: str
    link: str


class Education(NamedTuple):
    """What the job asks of a school career."""

    minimum: Diploma
    usual: Diploma
    profiles: tuple[Term, ...]
    subjects: tuple[Term, ...]
    subjects_helpful: tuple[Term, ...]
    regulated: Regulation | None
    work_based: bool
    text: str
    source: str


class Skill(NamedTuple):
    """A skill that the job asks for.

    Of imported roles also how widely it is used (``reuse``), its importance from 1 to 5, and
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


class AiImpact(NamedTuple):
    """What AI changes in the job, and how exposed published measures say it is."""

    text: str
    advice: str
    automates: tuple[str, ...]
    augments: tuple[str, ...]
    exposures: tuple[Exposure, ...]


class RoleRef(NamedTuple):
    """A role as others mention it. ``pay`` is its range or band, per the page's period.

    An imported role has no level; its pay is the middle half of its group.
    """

    slug: str
    title: str
    level: Term | None
    pay: Amounts | None


class Step(NamedTuple):
    """An edge of the ladder: ``kind`` is "up" (a promotion) or "move".

    ``years`` is how long a promotion usually takes, the editor's estimate.
    """

    role: RoleRef
    kind: str
    years: tuple[int, int] | None


class LadderSteps(NamedTuple):
    """The rungs next to a role."""

    up: tuple[Step, ...]
    previous: tuple[Step, ...]
    leads_to: tuple[Step, ...]
    note: str | None


class Vacancies(NamedTuple):
    """A link to current vacancies on one site."""

    board: str
    region: str
    url: str


class Share(NamedTuple):
    """A diploma with the share of workers, in percent, who say that the job asks for it."""

    label: str
    percent: float


class OccupationInfo(NamedTuple):
    """Where an imported role comes from, and what only its classification says.

    ``group`` is the group whose published figures are shown; ``language`` that of the text.
    ``zone`` and ``diplomas`` are O*NET's; ``broader``, ``narrower`` and ``related`` are other
    roles of the same classification.
    """

    name: str
    release: str | None
    imported: str
    code: str
    link: str
    language: Term
    group: Group | None
    tasks: tuple[str, ...]
    zone: str | None
    diplomas: tuple[Share, ...]
    broader: tuple[RoleRef, ...]
    narrower: tuple[RoleRef, ...]
    related: tuple[RoleRef, ...]
    source: str


def is_told(found: Pay | Change | Exposure, occupation: OccupationInfo | None) -> bool:
    """Return whether a page has a word for a figure: it is there, or it is missed.

    An imported role has the codes of its own classification; what takes another is not missed.
    """
    return occupation is None or found.status != "no-code"


class Equivalent(NamedTuple):
    """The occupation of an imported classification for which a written role stands.

    ``slug`` shows it by itself; ``skills`` counts what it asks, by need.
    """

    name: str
    origin: str
    slug: str
    title: str
    code: str
    link: str
    skills: dict[str, int]


class Related(NamedTuple):
    """A role that asks for many of the same skills; ``overlap`` is the share of all, 0-1."""

    role: RoleRef
    shared_skills: tuple[str, ...]
    overlap: float


class Source(NamedTuple):
    """An entry of the bibliography; ``number`` is its note on this page."""

    number: int
    id: str
    authors: str
    title: str
    year: int
    region: str
    link: str
    licence: str
    measures: str
    caveat: str


class RolePage(NamedTuple):
    """The whole page of one role.

    What its source does not say is None or empty: an imported role has no category, level,
    education of ours, ladder or advice, but ``occupation``. A written role names its
    ``equivalents`` in what was imported.
    """

    slug: str
    language: str
    title: str
    aliases: tuple[str, ...]
    category: Term | None
    level: Term | None
    outlook: Outlook
    summary: str
    description: str
    salary: Salary
    figures: tuple[Figure, ...]
    education: Education | None
    skills: tuple[Skill, ...]
    career: str
    ai_impact: AiImpact
    ladder: LadderSteps
    vacancies: tuple[Vacancies, ...]
    related: tuple[Related, ...]
    studies: tuple[str, ...]
    codes: dict[str, str]
    reviewed: str | None
    reviewed_text: str | None
    origin: str
    file: str
    replaces_shipped: bool
    occupation: OccupationInfo | None
    equivalents: tuple[Equivalent, ...]
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION


class Rung(NamedTuple):
    """A role in a ladder, with the rungs that branch off from it.

    ``repeated`` marks a rung that stands elsewhere on the page with its branches.
    """

    role: RoleRef
    kind: str
    years: tuple[int, int] | None
    repeated: bool
    branches: tuple["Rung", ...]


class LadderPage(NamedTuple):
    """The ways in to a role, the role, and the ways on, as two trees."""

    slug: str
    language: str
    title: str
    role: RoleRef
    per: str
    hours_per_week: float
    ways_in: tuple[Rung, ...]
    ways_on: tuple[Rung, ...]
    note: str | None
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION


class SkillComparison(NamedTuple):
    """Skills that all compared roles ask for, and those that only one asks for."""

    shared: tuple[Term, ...]
    only: dict[str, tuple[Term, ...]]


class Relation(NamedTuple):
    """How two compared roles lie on the ladder: the rungs from the one to the other."""

    start: str
    goal: str
    path: tuple[Step, ...]


class ComparePage(NamedTuple):
    """Two to five roles side by side; ``differing`` names the fields that are not alike."""

    language: str
    per: str
    hours_per_week: float
    differing: tuple[str, ...]
    roles: tuple[RolePage, ...]
    skills: SkillComparison
    relations: tuple[Relation, ...]
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION
