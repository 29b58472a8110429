"""What commands show: plain frozen dataclasses, everything joined and resolved, no I/O.

The catalogue makes pages, renderers read them, and ``--format json`` is a page as it
stands: a field's name here is a key there (docs/json.md). Amounts are floats in the unit
that stands beside them; texts are in the page's language.
"""

from dataclasses import dataclass, field

from careercli.figures.figures import Change, Exposure, Figure, Group

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Term:
    """A word from a closed list, with its label in the page's language."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Amounts:
    """Pay per one period: low and high end, and the median where there is one.

    ``high`` is None for "from low upwards".
    """

    low: float | None
    median: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Pay:
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


@dataclass(frozen=True, slots=True)
class Salary:
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


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where the number of jobs is going: our word or a source's, and the evidence."""

    trend: str
    label: str
    arrow: str
    arrow_ascii: str
    source: str
    netherlands: Change
    united_states: Change


@dataclass(frozen=True, slots=True)
class Diploma:
    """A diploma and its level in the Dutch framework (NLQF), equal to the European one."""

    id: str
    label: str
    nlqf: int


@dataclass(frozen=True, slots=True)
class Education:
    """What the job asks of a school career."""

    minimum: Diploma
    usual: Diploma
    profiles: tuple[Term, ...]
    subjects: tuple[Term, ...]
    subjects_helpful: tuple[Term, ...]
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill that the job asks for."""

    id: str
    name: str
    need: Term
    kind: Term
    esco: str | None


@dataclass(frozen=True, slots=True)
class AiImpact:
    """What AI changes in the job, and how exposed published measures say it is."""

    text: str
    advice: str
    automates: tuple[str, ...]
    augments: tuple[str, ...]
    exposures: tuple[Exposure, ...]


@dataclass(frozen=True, slots=True)
class RoleRef:
    """A role as others mention it. ``pay`` is its range or band, per the page's period."""

    slug: str
    title: str
    level: Term
    pay: Amounts | None


@dataclass(frozen=True, slots=True)
class Step:
    """An edge of the ladder: ``kind`` is "up" (a promotion) or "move".

    ``years`` is how long a promotion usually takes, the editor's estimate.
    """

    role: RoleRef
    kind: str
    years: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class LadderSteps:
    """The rungs next to a role."""

    up: tuple[Step, ...]
    previous: tuple[Step, ...]
    leads_to: tuple[Step, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Vacancies:
    """A link to current vacancies on one site."""

    board: str
    region: str
    url: str


@dataclass(frozen=True, slots=True)
class Related:
    """A role that asks for many of the same skills; ``overlap`` is the share of all, 0-1."""

    role: RoleRef
    shared_skills: tuple[str, ...]
    overlap: float


@dataclass(frozen=True, slots=True)
class Source:
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


@dataclass(frozen=True, slots=True)
class RolePage:
    """The whole page of one role."""

    slug: str
    language: str
    title: str
    aliases: tuple[str, ...]
    category: Term
    level: Term
    outlook: Outlook
    summary: str
    description: str
    salary: Salary
    figures: tuple[Figure, ...]
    education: Education
    skills: tuple[Skill, ...]
    career: str
    ai_impact: AiImpact
    ladder: LadderSteps
    vacancies: tuple[Vacancies, ...]
    related: tuple[Related, ...]
    studies: tuple[str, ...]
    codes: dict[str, str]
    reviewed: str
    reviewed_text: str
    origin: str
    file: str
    replaces_shipped: bool
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Rung:
    """A role in a ladder, with the rungs that branch off from it.

    ``repeated`` marks a rung that stands elsewhere on the page with its branches.
    """

    role: RoleRef
    kind: str
    years: tuple[int, int] | None
    repeated: bool
    branches: tuple["Rung", ...]


@dataclass(frozen=True, slots=True)
class LadderPage:
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


@dataclass(frozen=True, slots=True)
class SkillComparison:
    """Skills that all compared roles ask for, and those that only one asks for."""

    shared: tuple[Term, ...]
    only: dict[str, tuple[Term, ...]]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two compared roles lie on the ladder: the rungs from the one to the other."""

    start: str
    goal: str
    path: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
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


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role as a line of a list. ``exposure`` is the ILO's mean task score, 0-1."""

    slug: str
    title: str
    category: Term
    level: Term
    outlook: Term
    arrow: str
    arrow_ascii: str
    education: Diploma
    pay: Amounts | None
    exposure: float | None
    summary: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """Roles that pass the filters."""

    language: str
    per: str
    hours_per_week: float
    filters: dict[str, str]
    total: int
    without_pay: int
    roles: tuple[RoleRow, ...]
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Hit:
    """A role that a search found. ``passage`` shows where, matches between ⟦ and ⟧."""

    role: RoleRow
    field: str
    passage: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a search found, best first. ``corrected`` names the words it was read as."""

    language: str
    query: str
    corrected: str | None
    hits: tuple[Hit, ...]
    schema_version: int = SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The bibliography, of everything or of one role."""

    language: str
    title: str | None
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class VacanciesPage:
    """Links to current vacancies of one role."""

    slug: str
    language: str
    title: str
    vacancies: tuple[Vacancies, ...]
    schema_version: int = SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Place:
    """A folder or file of the program."""

    id: str
    path: str
    exists: bool


@dataclass(frozen=True, slots=True)
class PathsPage:
    """Where everything is."""

    language: str
    places: tuple[Place, ...] = field(default_factory=tuple)
    schema_version: int = SCHEMA_VERSION
