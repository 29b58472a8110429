"""What a role file must look like.

Pydantic models, frozen, unknown keys refused. The descriptions and examples are
written for whoever fills a file in: they become ``schema/role.json``, which editors
show beside the file, and the "what to write instead" of ``careers check``.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    model_validator,
)

from careercli import locale  # whole: a training has a key called later
from careercli.locale import translate as _

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


def _backwards(example: str) -> str:
    told = _("years run backwards; write [from, to], for example {example}")
    return told.format(example=example)


class Model(BaseModel):
    """Base of all models: frozen, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Codes(Model):
    """The codes that published tables are joined on; one of each, chosen by hand."""

    isco08: Annotated[str, Field(pattern=r"^\d{4}$")] = Field(
        description=locale.later(
            "ISCO-08 unit group, four digits as text. Dutch wages, jobs and the ILO's "
            "exposure measure come from it."
        ),
        examples=["2511"],
    )
    esco: Link | None = Field(
        None,
        description=locale.later(
            "URI of the ESCO occupation; leave out where none fits, and say so in a comment."
        ),
        examples=["http://data.europa.eu/esco/occupation/258e46f9-0075-4a2e-adae-1ff0477e0f30"],
    )
    soc2018: Annotated[str, Field(pattern=r"^\d\d-\d{4}$")] | None = Field(
        None,
        description=locale.later(
            "US occupation code, SOC 2018: US wages, projections, two AI measures."
        ),
        examples=["15-2051"],
    )
    onet: Annotated[str, Field(pattern=r"^\d\d-\d{4}\.\d\d$")] | None = Field(
        None,
        description=locale.later("O*NET-SOC 2019 code: the AI measure of Eloundou et al."),
        examples=["15-2051.00"],
    )
    soc2010: Annotated[str, Field(pattern=r"^\d\d-\d{4}$")] | None = Field(
        None,
        description=locale.later(
            "US occupation code, SOC 2010, for the rank of Felten et al.; leave out where "
            "the old code covers other jobs too."
        ),
        examples=["15-1132"],
    )


class Salary(Model):
    """A pay range that somebody published for this very job; never an own guess."""

    low: Euros = Field(
        description=locale.later("Lower end, whole units of the currency."), examples=[55_000]
    )
    high: Euros = Field(
        description=locale.later("Upper end, whole units of the currency."), examples=[110_000]
    )
    currency: Literal["EUR"] = Field(
        description=locale.later("Currency of the range."), examples=["EUR"]
    )
    period: Literal["hour", "month", "year"] = Field(
        description=locale.later("What the amounts are paid for."), examples=["year"]
    )
    region: Literal["NL"] = Field(
        description=locale.later("Where the range holds."), examples=["NL"]
    )
    source: Slug = Field(
        description=locale.later("Who published it: an id from data/sources.toml."),
        examples=["findmino-2026"],
    )

    @model_validator(mode="after")
    def _low_is_not_above_high(self) -> "Salary":
        if self.low > self.high:
            raise ValueError(_("low is above high; swap the two amounts"))
        return self


class Outlook(Model):
    """What a source says of this very job; the forecast for its group needs no key."""

    trend: Slug = Field(
        description=locale.later(
            "The word that fits what the source says: growing, stable or shrinking."
        ),
        examples=["growing"],
    )
    source: Slug = Field(
        description=locale.later("Who says so: an id from data/sources.toml."),
        examples=["findmino-2026"],
    )


class Education(Model):
    """What the job asks of a school career."""

    minimum: Slug = Field(
        description=locale.later(
            "Lowest diploma that employers usually accept: an id from "
            "data/vocabulary.toml, education."
        ),
        examples=["hbo"],
    )
    usual: Slug = Field(
        description=locale.later(
            "Diploma that most people in the job have: an id from data/vocabulary.toml."
        ),
        examples=["wo"],
    )
    profiles: tuple[str, ...] = Field(
        (),
        description=locale.later("Dutch secondary-school profiles that matter."),
        examples=[["NT"]],
    )
    subjects: tuple[Slug, ...] = Field(
        (), description=locale.later("School subjects that are needed."), examples=[["mathematics"]]
    )
    subjects_helpful: tuple[Slug, ...] = Field(
        (), description=locale.later("School subjects that help."), examples=[["computer-science"]]
    )


class Skills(Model):
    """The skills that the job asks for, by need; the most important first."""

    essential: tuple[Slug, ...] = Field(
        min_length=1,
        description=locale.later(
            "Skills without which nobody is hired: ids from data/skills.toml."
        ),
        examples=[["python"]],
    )
    useful: tuple[Slug, ...] = Field(
        (),
        description=locale.later("Skills that help: ids from data/skills.toml."),
        examples=[["docker"]],
    )


class Training(Model):
    """A way to learn the job, named as in the registers; the shortest ways in come first."""

    level: Slug | None = Field(
        None,
        description=locale.later(
            "The diploma that it ends with, or course or specialist: an id from "
            "data/vocabulary.toml, education or courses."
        ),
        examples=["mbo-4"],
    )
    modes: tuple[Slug, ...] = Field(
        (),
        description=locale.later("How it can be followed: ids from data/vocabulary.toml, modes."),
        examples=[["bol", "bbl"]],
    )
    years: tuple[Years, Years] | None = Field(
        None,
        description=locale.later(
            "How many years it takes, from and to, only where that is not what its diploma "
            "usually takes (data/vocabulary.toml has that)."
        ),
        examples=[[2, 2]],
    )
    later: StrictBool = Field(
        default=False,
        description=locale.later("Whether people follow it once they have begun in the job."),
        examples=[True],
    )
    en: Line = Field(
        description=locale.later(
            "Its name in English, with the Dutch word that one searches for in brackets."
        ),
        examples=["Nursing (hbo-v)"],
    )
    nl: Line = Field(
        description=locale.later("Its name in Dutch, as in the register."),
        examples=["Verpleegkunde (hbo-v)"],
    )

    @model_validator(mode="after")
    def _from_is_not_after_to(self) -> "Training":
        if self.years and self.years[0] > self.years[1]:
            raise ValueError(_backwards("[1, 2]"))
        return self


class Step(Model):
    """A promotion in the same craft."""

    role: Slug = Field(
        description=locale.later("Slug of the role above."),
        examples=["lead-machine-learning-engineer"],
    )
    years: tuple[Years, Years] = Field(
        description=locale.later(
            "How many years it usually takes, from and to: the editor's estimate, shown "
            "as an estimate."
        ),
        examples=[[3, 6]],
    )

    @model_validator(mode="after")
    def _from_is_not_after_to(self) -> "Step":
        if self.years[0] > self.years[1]:
            raise ValueError(_backwards("[3, 6]"))
        return self


class Ladder(Model):
    """Where the job leads. The ways in are the other ends of these edges: never written twice."""

    up: tuple[Step, ...] = Field((), description=locale.later("Promotions in the same craft."))
    leads_to: tuple[Slug, ...] = Field(
        (),
        description=locale.later(
            "Moves: further on, or sideways into another craft. Slugs of roles."
        ),
        examples=[["head-of-ai"]],
    )


class Text(Model):
    """Everything that is written in one language. Prose is our own and holds no figure."""

    title: Line = Field(
        description=locale.later("The job's title."), examples=["Machine Learning Engineer"]
    )
    aliases: tuple[Line, ...] = Field(
        (),
        description=locale.later("Other titles people search for; each belongs to one role only."),
        examples=[["ML engineer"]],
    )
    summary: Line = Field(
        description=locale.later("One sentence that begins with what the job does."),
        examples=["Builds software that learns from data."],
    )
    description: Prose = Field(
        description=locale.later(
            "What somebody in this job does: what a day holds, what is hard, whom it "
            "suits. An empty line parts paragraphs."
        ),
        examples=["You turn a model into something that runs every night."],
    )
    education: Prose = Field(
        description=locale.later("Which diplomas and fields, and what can stand in for them."),
        examples=["Most vacancies ask for at least a bachelor."],
    )
    career: Prose = Field(
        description=locale.later("How people grow in the job and what the next step asks."),
        examples=["You grow by owning larger pieces."],
    )
    ai: Prose = Field(
        description=locale.later("What AI changes in this job: what it takes over, what shifts."),
        examples=["Much of the repetitive work is being taken over."],
    )
    ai_advice: Prose = Field(
        description=locale.later("What to do about it."),
        examples=["Learn the parts that tools are worst at."],
    )
    automates: tuple[Line, ...] = Field(
        min_length=1,
        description=locale.later("What AI takes over, as short noun phrases."),
        examples=[["data preparation"]],
    )
    augments: tuple[Line, ...] = Field(
        min_length=1,
        description=locale.later("What AI helps with, as short noun phrases."),
        examples=[["debugging"]],
    )
    ladder_note: Prose | None = Field(
        None,
        description=locale.later(
            "What the ladder cannot show; needed where there is no way up or no way in."
        ),
        examples=["An entry job: people come straight from their studies."],
    )


class Role(Model):
    """One job. The file's name is its slug."""

    category: Slug = Field(
        description=locale.later("Field of work: an id from data/vocabulary.toml, categories."),
        examples=["tech-engineering"],
    )
    level: Slug = Field(
        description=locale.later(
            "How far up: the page says where in its group's pay that usually is."
        ),
        examples=["senior"],
    )
    reviewed: Annotated[date, Field(strict=True)] = Field(
        description=locale.later(
            "Day on which somebody last read the whole file, as a TOML date, no quotes."
        ),
        examples=[date(2026, 11, 22)],
    )
    vacancy_query: Line | None = Field(
        None,
        description=locale.later(
            "Words to search vacancies with, where the Dutch title would not do."
        ),
        examples=["AI researcher"],
    )
    conditions: tuple[Slug, ...] = Field(
        (),
        description=locale.later(
            "What law or nearly every employer asks besides a diploma, the most decisive "
            "first: ids from data/vocabulary.toml, conditions, which has the law beside each."
        ),
        examples=[["big-nurse", "vog-care"]],
    )
    work: tuple[Slug, ...] = Field(
        (),
        description=locale.later(
            "What marks the working life, as the editors judge it: ids from "
            "data/vocabulary.toml, work."
        ),
        examples=[["shifts", "standing"]],
    )
    codes: Codes
    counted_elsewhere: dict[Line, Line] = Field(
        {},
        description=locale.later(
            "Dutch names that CBS counts in another ISCO-08 group than isco08, each with "
            "the reason why it stands here all the same."
        ),
        examples=[{"logistiek planner": "CBS's group is that of stock, this job plans transport."}],
    )
    salary: Salary | None = Field(
        None,
        description=locale.later(
            "A pay range that somebody published for this very job; else leave it out."
        ),
    )
    outlook: Outlook | None = Field(
        None,
        description=locale.later(
            "What somebody published of the outlook of this very job; else leave it out."
        ),
    )
    education: Education
    skills: Skills
    training: tuple[Training, ...] = Field(
        (), description=locale.later("The ways to learn the job, the shortest first.")
    )
    ladder: Ladder
    en: Text = Field(description=locale.later("Everything in English."))
    nl: Text = Field(description=locale.later("Everything in Dutch."))
