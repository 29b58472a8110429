"""What is shown of roles: the page of one, ladders, comparisons."""

from typing import Literal, NamedTuple

from careercli.figures.figures import (
    About,
    Bottleneck,
    Change,
    Exposure,
    Figure,
    Group,
    Growth,
    Interests,
    Openings,
    Tightness,
)
from careercli.pages.pay import Amounts, Minimum, Salary
from careercli.pages.requirements import (
    Condition,
    Education,
    InterestKind,
    LinkedInterests,
    Skill,
    Term,
    Training,
    Trait,
    Yours,
)

SCHEMA_VERSION = 3

Kind = Literal["role", "group", "occupation"]
"""A role that somebody wrote, a group of jobs, or an occupation of an imported classification."""


class OutlookClaim(NamedTuple):
    """What a source says of this very job in one word."""

    trend: str
    label: str
    source: str


class Outlook(NamedTuple):
    """Where the number of jobs is going, and whether there is work.

    ``trend`` is the word for ``growth`` by our rule. ``published`` is for this very job, and
    ``evidence`` what other tables say of its groups; neither has a vote in it.
    """

    trend: str
    label: str
    arrow: str
    arrow_ascii: str
    growth: Growth | None
    openings: Openings | None
    bottleneck: Bottleneck | None
    tightness: Tightness | None
    published: OutlookClaim | None
    evidence: tuple[Change, ...]


class AiImpact(NamedTuple):
    """What AI changes in the job, and how exposed published measures say it is.

    Of an occupation there are only the measures. ``exposure_note`` says what they are not.
    """

    exposures: tuple[Exposure, ...]
    exposure_note: str
    text: str = ""
    advice: str = ""
    automates: tuple[str, ...] = ()
    augments: tuple[str, ...] = ()


class RoleRef(NamedTuple):
    """A role as others mention it. ``pay`` is the middle half of its Dutch group, with its median.

    It is per the page's period, and ``pay_about`` says of whom and when. An occupation has no
    level. ``below_minimum`` as in Pay.
    """

    slug: str
    kind: Kind
    title: str
    level: Term | None
    pay: Amounts | None
    pay_about: About | None
    below_minimum: bool


class Step(NamedTuple):
    """An edge of the ladder: ``kind`` is "up" (a promotion) or "move".

    ``years`` is how long a promotion usually takes, as its ``source`` estimates.
    """

    role: RoleRef
    kind: str
    years: tuple[int, int] | None = None
    source: str | None = None


class LadderSteps(NamedTuple):
    """The rungs next to a role."""

    up: tuple[Step, ...]
    previous: tuple[Step, ...]
    leads_to: tuple[Step, ...]
    note: str | None


class Vacancies(NamedTuple):
    """A link to current vacancies on one site.

    ``searched``: the address holds the role's search words; otherwise one searches there oneself.
    """

    board: str
    region: str
    url: str
    searched: bool
    note: str | None


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


class Written(NamedTuple):
    """What only the page of a role says that somebody wrote.

    ``esco_isco08`` is the group in which ESCO files its occupation; None without one.
    ``work_source`` is who judges the work so. ``yours`` is None where the reader has kept no
    skills.
    """

    category: Term
    level: Term
    education: Education
    training: tuple[Training, ...]
    conditions: tuple[Condition, ...]
    work: tuple[Trait, ...]
    work_source: str | None
    career: str
    ladder: LadderSteps
    reviewed: str
    reviewed_text: str
    file: str
    replaces_shipped: bool
    esco_isco08: str | None
    equivalents: tuple[Equivalent, ...]
    yours: Yours | None = None


class Share(NamedTuple):
    """A diploma with the share of workers, in percent, who say that the job asks for it."""

    label: str
    percent: float


class Occupation(NamedTuple):
    """Where an occupation comes from, and what only its classification says.

    ``group`` is the group whose published figures are shown; ``language`` that of the text.
    ``zone`` and ``diplomas`` are O*NET's; ``broader``, ``narrower`` and ``related`` are other
    occupations of the same classification; ``same`` is the same job in another one.
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
    same: tuple[RoleRef, ...]
    source: str


class Imported(NamedTuple):
    """What only the page of an imported occupation says."""

    occupation: Occupation


class Comparable(NamedTuple):
    """A Dutch group that is comparable with another: the written roles and unit groups in it."""

    group: Group
    roles: tuple[RoleRef, ...]
    unit_groups: tuple[Term, ...]


class Grouped(NamedTuple):
    """What only the page of a group says: no page of a job, but of what is published of it.

    ``typed`` is the title that led here, None for the group's own name; ``counted`` are the titles
    in the page's language that ``titles_source`` counts in it, where ``counted_source`` counts the
    one that was typed; ``roles`` are the written roles in it.
    ``linked_interests`` is None where the crosswalk has none or they do not agree; ``comparable``
    are the nearest groups first, as ``comparable_source`` has them.
    """

    typed: str | None
    counted: tuple[str, ...]
    roles: tuple[RoleRef, ...]
    group_source: str
    counted_source: str
    titles_source: str
    linked_interests: LinkedInterests | None
    comparable: tuple[Comparable, ...]
    comparable_source: str | None


class Related(NamedTuple):
    """A role that asks for many of the same skills; ``overlap`` is the share of all, 0-1."""

    role: RoleRef
    shared_skills: tuple[str, ...]
    overlap: float


class Source(NamedTuple):
    """An entry of the bibliography; ``name`` is what a line has room for."""

    id: str
    name: str
    authors: str
    title: str
    year: int
    region: str
    link: str
    licence: str
    measures: str
    caveat: str


class Gloss(NamedTuple):
    """A Dutch word that an English page uses, in its forms, and a few words that explain it."""

    id: str
    forms: tuple[str, ...]
    gloss: str


class RolePage(NamedTuple):
    """The whole page of one role.

    ``body`` is what pages of this ``kind`` alone have; its fields stand among those of the page
    in JSON. ``figures`` has every published number of the role's codes, missing ones too; the
    other fields only those of which the page has something to say. ``glosses`` are of the Dutch
    words on an English page.
    """

    slug: str
    kind: Kind
    origin: str
    language: str
    title: str
    aliases: tuple[str, ...]
    outlook: Outlook
    summary: str
    description: str
    salary: Salary
    figures: tuple[Figure, ...]
    skills: tuple[Skill, ...]
    ai_impact: AiImpact
    vacancies: tuple[Vacancies, ...]
    related: tuple[Related, ...]
    interests: tuple[Interests, ...]
    codes: dict[str, str]
    body: Written | Imported | Grouped
    sources: tuple[Source, ...]
    interest_kinds: tuple[InterestKind, ...] = ()
    glosses: tuple[Gloss, ...] = ()
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
    """The ways in to a role, the role, and the ways on, as two trees.

    ``pay_source`` is the source of every amount, which is of ``pay_period``; ``weeks_source`` that
    of the weeks of worked hours in a year; ``years_source`` that of the years. ``minimum`` is told
    where an amount is below it.
    """

    slug: str
    language: str
    title: str
    role: RoleRef
    per: str
    hours_per_week: float
    weeks_per_year: float
    minimum: Minimum | None
    ways_in: tuple[Rung, ...]
    ways_on: tuple[Rung, ...]
    note: str | None
    pay_source: str
    pay_period: str
    weeks_source: str
    years_source: str | None
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION


class SkillOfSome(NamedTuple):
    """A skill that several of the compared roles ask for, and not all; ``roles`` are slugs."""

    id: str
    label: str
    roles: tuple[str, ...]


class ComparedSkills(NamedTuple):
    """Skills that all compared roles ask for, those of several, and by slug those of one alone."""

    shared: tuple[Term, ...]
    some: tuple[SkillOfSome, ...]
    only: dict[str, tuple[Term, ...]]


class SkillComparison(NamedTuple):
    """Whose skills they are; each skill that any of the roles asks for stands in one place.

    ``essential`` are those that all cannot do without, or that some or one cannot where not all
    ask for them; ``useful`` are the others.
    """

    essential: ComparedSkills
    useful: ComparedSkills


class Relation(NamedTuple):
    """How two compared roles lie on the ladder: the rungs from the one to the other."""

    start: str
    goal: str
    path: tuple[Step, ...]


class ComparePage(NamedTuple):
    """Two to five roles side by side.

    ``differing`` names what is not alike, ``alike`` what is, ``missing`` the figures that are
    published for none of them; what no role can have is in none of these. ``relations`` has no way
    that is a part of a longer one.
    """

    language: str
    per: str
    hours_per_week: float
    weeks_per_year: float
    differing: tuple[str, ...]
    alike: tuple[str, ...]
    missing: tuple[str, ...]
    roles: tuple[RolePage, ...]
    skills: SkillComparison
    relations: tuple[Relation, ...]
    sources: tuple[Source, ...]
    schema_version: int = SCHEMA_VERSION
