"""What a role file and the other data files must look like.

Pydantic models, frozen, unknown keys refused. The descriptions and examples are
written for whoever fills a file in: they become ``schema/role.json``, which editors
show beside the file, and the "what to write instead" of ``careers check``.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    model_validator,
)

from careercli.figures.tables import SHAPES

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _one_line(value: Any) -> Any:
    """Fold white space, so that a title cannot span lines."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _paragraphs(value: Any) -> Any:
    """Join the lines of each paragraph; an empty line parts two of them."""
    if not isinstance(value, str):
        return value
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", value.strip()))


Line = Annotated[str, BeforeValidator(_one_line), Field(min_length=1)]
Prose = Annotated[str, BeforeValidator(_paragraphs), Field(min_length=1)]
Slug = Annotated[str, Field(pattern=SLUG)]
Link = Annotated[str, Field(pattern=r"^https?://[^\s\x00-\x1f\x7f]+$")]
Years = Annotated[StrictInt, Field(ge=0, le=40)]
Euros = Annotated[StrictInt, Field(gt=0, le=10_000_000)]


class Model(BaseModel):
    """Base of all models: frozen, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Codes(Model):
    """The codes that published tables are joined on; one of each, chosen by hand."""

    isco08: Annotated[str, Field(pattern=r"^\d{4}$")] = Field(
        description="ISCO-08 unit group, four digits as text. Dutch wages, jobs and the ILO's "
        "exposure measure come from it.",
        examples=["2511"],
    )
    esco: Link | None = Field(
        None,
        description="URI of the ESCO occupation; leave out where none fits, and say so in a "
        "comment.",
        examples=["http://data.europa.eu/esco/occupation/258e46f9-0075-4a2e-adae-1ff0477e0f30"],
    )
    soc2018: Annotated[str, Field(pattern=r"^\d\d-\d{4}$")] | None = Field(
        None,
        description="US occupation code, SOC 2018: US wages, projections, two AI measures.",
        examples=["15-2051"],
    )
    onet: Annotated[str, Field(pattern=r"^\d\d-\d{4}\.\d\d$")] | None = Field(
        None,
        description="O*NET-SOC 2019 code: the AI measure of Eloundou et al.",
        examples=["15-2051.00"],
    )
    soc2010: Annotated[str, Field(pattern=r"^\d\d-\d{4}$")] | None = Field(
        None,
        description="US occupation code, SOC 2010, for the rank of Felten et al.; leave out where "
        "the old code covers other jobs too.",
        examples=["15-1132"],
    )


class Salary(Model):
    """A pay range that somebody published for this very job; never an own guess."""

    low: Euros = Field(description="Lower end, whole units of the currency.", examples=[55_000])
    high: Euros = Field(description="Upper end, whole units of the currency.", examples=[110_000])
    currency: Literal["EUR"] = Field(description="Currency of the range.", examples=["EUR"])
    period: Literal["hour", "month", "year"] = Field(
        description="What the amounts are paid for.", examples=["year"]
    )
    region: Literal["NL"] = Field(description="Where the range holds.", examples=["NL"])
    source: Slug = Field(
        description="Who published it: an id from data/sources.toml.", examples=["findmino-2026"]
    )

    @model_validator(mode="after")
    def _low_is_not_above_high(self) -> "Salary":
        if self.low > self.high:
            raise ValueError("low is above high; swap the two amounts")
        return self


class Outlook(Model):
    """Where the number of jobs is going; the word needs evidence or a source."""

    trend: Slug = Field(
        description="growing, stable, shrinking or unknown. Without a source the word follows "
        "from the published tables, by the rule in docs/figures.md.",
        examples=["growing"],
    )
    source: Slug | None = Field(
        None,
        description="Who says so, where it is not our own reading: an id from data/sources.toml.",
        examples=["findmino-2026"],
    )


class Education(Model):
    """What the job asks of a school career."""

    minimum: Slug = Field(
        description="Lowest diploma that employers usually accept: an id from "
        "data/vocabulary.toml, education.",
        examples=["hbo"],
    )
    usual: Slug = Field(
        description="Diploma that most people in the job have: an id from data/vocabulary.toml.",
        examples=["wo"],
    )
    profiles: tuple[str, ...] = Field(
        (),
        description="Dutch secondary-school profiles that matter.",
        examples=[["NT"]],
    )
    subjects: tuple[Slug, ...] = Field(
        (), description="School subjects that are needed.", examples=[["mathematics"]]
    )
    subjects_helpful: tuple[Slug, ...] = Field(
        (), description="School subjects that help.", examples=[["computer-science"]]
    )
    regulated: Slug | None = Field(
        None,
        description="The register, licence or appointment without which nobody may do the job in "
        "the Netherlands, or use its title: an id from data/vocabulary.toml.",
        examples=["big"],
    )
    work_based: StrictBool = Field(
        default=False,
        description="Whether the job can be learned while employed in it: bbl, or a training that "
        "the employer pays.",
        examples=[True],
    )


class SkillNeed(Model):
    """One skill that the job asks for."""

    id: Slug = Field(description="An id from data/skills.toml.", examples=["python"])
    need: Literal["essential", "useful"] = Field(
        description="essential: nobody is hired without it; useful: it helps.",
        examples=["essential"],
    )


class Step(Model):
    """A promotion in the same craft."""

    role: Slug = Field(
        description="Slug of the role above.", examples=["lead-machine-learning-engineer"]
    )
    years: tuple[Years, Years] = Field(
        description="How many years it usually takes, from and to: the editor's estimate, shown "
        "as an estimate.",
        examples=[[3, 6]],
    )

    @model_validator(mode="after")
    def _from_is_not_after_to(self) -> "Step":
        if self.years[0] > self.years[1]:
            raise ValueError("years run backwards; write [from, to], for example [3, 6]")
        return self


class Ladder(Model):
    """Where the job leads. The ways in are the other ends of these edges: never written twice."""

    up: tuple[Step, ...] = Field((), description="Promotions in the same craft.")
    leads_to: tuple[Slug, ...] = Field(
        (),
        description="Moves: further on, or sideways into another craft. Slugs of roles.",
        examples=[["head-of-ai"]],
    )


class Text(Model):
    """Everything that is written in one language. Prose is our own and holds no figure."""

    title: Line = Field(description="The job's title.", examples=["Machine Learning Engineer"])
    aliases: tuple[Line, ...] = Field(
        (),
        description="Other titles people search for; each belongs to one role only.",
        examples=[["ML engineer"]],
    )
    summary: Line = Field(
        description="One sentence that begins with what the job does.",
        examples=["Builds software that learns from data."],
    )
    description: Prose = Field(
        description="What somebody in this job does: what a day holds, what is hard, whom it "
        "suits. An empty line parts paragraphs.",
        examples=["You turn a model into something that runs every night."],
    )
    education: Prose = Field(
        description="Which diplomas and fields, and what can stand in for them.",
        examples=["Most vacancies ask for at least a bachelor."],
    )
    career: Prose = Field(
        description="How people grow in the job and what the next step asks.",
        examples=["You grow by owning larger pieces."],
    )
    ai: Prose = Field(
        description="What AI changes in this job: what it takes over, what shifts.",
        examples=["Much of the repetitive work is being taken over."],
    )
    ai_advice: Prose = Field(
        description="What to do about it.", examples=["Learn the parts that tools are worst at."]
    )
    automates: tuple[Line, ...] = Field(
        min_length=1,
        description="What AI takes over, as short noun phrases.",
        examples=[["data preparation"]],
    )
    augments: tuple[Line, ...] = Field(
        min_length=1,
        description="What AI helps with, as short noun phrases.",
        examples=[["debugging"]],
    )
    studies: tuple[Line, ...] = Field(
        min_length=1,
        description="Studies that lead to the job.",
        examples=[["HBO-ICT with a data specialisation"]],
    )
    ladder_note: Prose | None = Field(
        None,
        description="What the ladder cannot show; needed where there is no way up or no way in.",
        examples=["An entry job: people come straight from their studies."],
    )


class Role(Model):
    """One job. The file's name is its slug."""

    category: Slug = Field(
        description="Field of work: an id from data/vocabulary.toml, categories.",
        examples=["tech-engineering"],
    )
    level: Slug = Field(
        description="How far up: it decides the indicative pay band.", examples=["senior"]
    )
    reviewed: Annotated[date, Field(strict=True)] = Field(
        description="Day on which somebody last read the whole file, as a TOML date, no quotes.",
        examples=[date(2026, 11, 22)],
    )
    vacancy_query: Line | None = Field(
        None,
        description="Words to search vacancies with, where the Dutch title would not do.",
        examples=["AI researcher"],
    )
    codes: Codes
    salary: Salary | None = Field(
        None,
        description="A pay range that somebody published for this very job; else leave it out.",
    )
    outlook: Outlook
    education: Education
    skills: tuple[SkillNeed, ...] = Field(min_length=1, description="Skills, essential ones first.")
    ladder: Ladder
    en: Text = Field(description="Everything in English.")
    nl: Text = Field(description="Everything in Dutch.")


class Label(Model):
    """A word in both languages."""

    en: Line
    nl: Line


Quartile = Literal["p25", "median", "p75"]


class Level(Label):
    """A level, with the quartiles of a group between which its pay is said to lie."""

    pay: tuple[Quartile, ...] = Field(min_length=1, max_length=2)
    pay_among_leaders: tuple[Quartile, ...] | None = Field(None, min_length=1, max_length=2)


class Trend(Label):
    """An outlook word with its sign, with and without Unicode."""

    arrow: Line
    ascii: Line


class Diploma(Label):
    """A diploma with its level in the Dutch and European qualifications frameworks."""

    nlqf: Annotated[StrictInt, Field(ge=1, le=8)] | None = None


class Regulation(Label):
    """What the law asks of whoever does a job, with the register or authority."""

    link: Link


class Vocabulary(Model):
    """The closed lists (data/vocabulary.toml)."""

    categories: dict[Slug, Label]
    levels: dict[Slug, Level]
    outlooks: dict[Slug, Trend]
    education: dict[Slug, Diploma]
    regulated: dict[Slug, Regulation]
    profiles: dict[str, Label]
    subjects: dict[Slug, Label]
    needs: dict[Slug, Label]
    kinds: dict[Slug, Label]
    reuse: dict[Slug, Label]


class CodeSystem(Model):
    """A classification, and the table in which its codes have names."""

    label: Line
    table: Slug
    source: Slug
    via: Slug | None = None


def _known_shape(shape: str) -> str:
    if shape not in SHAPES:
        raise ValueError(f"write one of {', '.join(SHAPES)}")
    return shape


class Series(Label):
    """A series of published figures; figures/tables.py says what each key means."""

    shape: Annotated[Slug, AfterValidator(_known_shape)]
    table: Slug
    code: Slug
    region: Literal["NL", "US", "world"]
    period: Line
    source: Slug
    unit: Annotated[str, Field(pattern=r"^[A-Z]{3}/(hour|month|year)$")] | None = None
    columns: dict[Slug, Line] = {}
    marks: dict[str, Literal["suppressed", "not-available", "not-measured"]] = {}
    top: dict[str, float] = {}
    spread: Literal["sd-over-tasks", "alpha-to-gamma"] | None = None


class PublishedTables(Model):
    """The published tables (data/tables.toml)."""

    systems: dict[Slug, CodeSystem]
    series: dict[Slug, Series]

    @model_validator(mode="after")
    def _joined(self) -> "PublishedTables":
        """Every series is keyed on a system that is there, and pay has a unit."""
        for key, series in self.series.items():
            if series.code not in self.systems:
                raise ValueError(f"series.{key}.code: there is no system {series.code!r}")
            if series.shape == "quartiles" and series.unit is None:
                raise ValueError(f"series.{key}.unit is missing: write EUR/hour, say")
        return self


class Skill(Label):
    """A skill that roles refer to by id (data/skills.toml)."""

    kind: Slug
    esco: Link | None = None


class SourceText(Model):
    """What a source measures and what to beware of, in one language.

    Authors, title and licence only where they read differently in that language.
    """

    measures: Line
    caveat: Line
    authors: Line | None = None
    title: Line | None = None
    licence: Line | None = None


class Source(Model):
    """An entry of the bibliography (data/sources.toml)."""

    authors: Line
    title: Line
    year: Annotated[StrictInt, Field(ge=1900, le=2100)]
    region: Literal["NL", "US", "world"]
    link: Link
    licence: Line
    en: SourceText
    nl: SourceText


class Style(Model):
    """What the writing of role files is held to (data/style.toml)."""

    lengths: dict[str, tuple[StrictInt, StrictInt]]
    banned: dict[Literal["en", "nl"], tuple[Line, ...]]

    def banned_in(self, language: str) -> re.Pattern[str]:
        """Return what finds the banned phrases of a language, as whole words, in any case."""
        phrases = next(found for key, found in self.banned.items() if key == language)
        either = "|".join(re.escape(phrase) for phrase in phrases)
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


class Board(Model):
    """A vacancy site (data/boards.toml)."""

    name: Line
    region: Literal["NL"]
    url: Annotated[str, Field(pattern=r"^https://[^\s]*\{query\}[^\s]*$")]
