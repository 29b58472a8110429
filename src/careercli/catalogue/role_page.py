"""Make the page of one role."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote_plus

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.occupation_page import equivalents, occupation_info
from careercli.figures.derive import convert, indicative_band, quartiles_of
from careercli.figures.figures import Change, Exposure, Quartiles, RoleFigures
from careercli.figures.join import flat, join
from careercli.pages import (
    AiImpact,
    Amounts,
    Education,
    LadderSteps,
    OccupationInfo,
    Outlook,
    Pay,
    Regulation,
    Related,
    RolePage,
    Salary,
    Skill,
    Source,
    Vacancies,
    VacanciesPage,
    is_told,
)

RELATED = 5
REACH = 1000  # candidates; to compare more would be felt


def role_page(catalogue: Catalogue, number: int) -> RolePage:
    """Return everything that is known of a role."""
    row = catalogue.role(number)
    data, text = json.loads(row["data"]), json.loads(row["text"])
    figures = join(data["codes"], catalogue.published, catalogue.reader.language)
    salary = _salary(catalogue, data, figures, row["level"])
    outlook = _outlook(catalogue, row["trend"], data.get("outlook_source"), figures)
    education = (
        _education(catalogue, data["education"], text["education"]) if row["diploma"] else None
    )
    occupation = occupation_info(catalogue, row, data, text, figures)
    return RolePage(
        slug=row["slug"],
        language=catalogue.reader.language,
        title=row["title"],
        aliases=tuple(text["aliases"]),
        category=catalogue.term_or_none("categories", row["category"]),
        level=catalogue.term_or_none("levels", row["level"]),
        outlook=outlook,
        summary=row["summary"],
        description=text["description"],
        salary=salary,
        figures=flat(figures),
        education=education,
        skills=_skills(catalogue, number),
        career=text.get("career", ""),
        ai_impact=AiImpact(
            text=text.get("ai", ""),
            advice=text.get("ai_advice", ""),
            automates=tuple(text.get("automates", ())),
            augments=tuple(text.get("augments", ())),
            exposures=figures.exposures,
        ),
        ladder=_ladder(catalogue, number, text.get("ladder_note")),
        vacancies=vacancies(catalogue, data["vacancy_query"]),
        related=_related(catalogue, number),
        studies=tuple(text.get("studies", ())),
        codes=data["codes"],
        reviewed=data.get("reviewed"),
        reviewed_text=text.get("reviewed"),
        origin=row["origin"],
        file=row["file"],
        replaces_shipped=bool(row["replaces_shipped"]),
        occupation=occupation,
        equivalents=() if occupation else equivalents(catalogue, data["codes"]),
        sources=_sources(catalogue, salary, outlook, education, figures, occupation),
    )


def vacancies_page(catalogue: Catalogue, number: int) -> VacanciesPage:
    """Return the links to current vacancies of a role."""
    row = catalogue.role(number)
    return VacanciesPage(
        slug=row["slug"],
        language=catalogue.reader.language,
        title=row["title"],
        vacancies=vacancies(catalogue, json.loads(row["data"])["vacancy_query"]),
    )


def vacancies(catalogue: Catalogue, query: str) -> tuple[Vacancies, ...]:
    """Return a search link for each vacancy site; nothing is fetched."""
    words = quote_plus(query)
    return tuple(
        Vacancies(row["name"], row["region"], row["url"].replace("{query}", words))
        for row in catalogue.rows("SELECT name, region, url FROM board ORDER BY place")
    )


def _salary(
    catalogue: Catalogue, data: Mapping[str, Any], figures: RoleFigures, level: str | None
) -> Salary:
    reader = catalogue.reader
    group = _quartiles(catalogue, figures.wage, "hour")
    indicative = None  # without a level there is nothing to cut from the group
    if level:
        quartiles = quartiles_of(catalogue.more("levels", level), data["codes"]["isco08"])
        indicative = _indicative(catalogue, group, figures.wage, quartiles)
    return Salary(
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        published=_published(catalogue, data["salary"]) if data.get("salary") else None,
        group=group,
        indicative=indicative,
        us=_quartiles(catalogue, figures.us_wage, "year"),
    )


def _converted(catalogue: Catalogue, amounts: Amounts, old: str, region: str) -> Amounts:
    reader = catalogue.reader

    def new(amount: float | None) -> float | None:
        if amount is None:
            return None
        return round(convert(amount, old, reader.per, reader.hours_per_week, region), 2)

    currency = amounts.unit.partition("/")[0]
    return Amounts(
        new(amounts.low), new(amounts.median), new(amounts.high), f"{currency}/{reader.per}"
    )


def _published(catalogue: Catalogue, salary: Mapping[str, Any]) -> Pay:
    unit = f"{salary['currency']}/{salary['period']}"
    amounts = Amounts(salary["low"], None, salary["high"], unit)
    source = catalogue.sources([salary["source"]])[0]
    return Pay(
        shown=_converted(catalogue, amounts, salary["period"], salary["region"]),
        as_published=amounts,
        quartiles=(),
        top_coded=(),
        people=None,
        group=None,
        region=salary["region"],
        period=str(source.year),
        source=salary["source"],
        status="published",
    )


def _quartiles(catalogue: Catalogue, wage: Quartiles, period: str) -> Pay:
    amounts = Amounts(wage.p25, wage.median, wage.p75, wage.unit)
    return Pay(
        shown=_converted(catalogue, amounts, period, wage.region),
        as_published=amounts,
        quartiles=("p25", "median", "p75"),
        top_coded=wage.top_coded,
        people=wage.people,
        group=wage.group,
        region=wage.region,
        period=wage.period,
        source=wage.source,
        status=wage.status,
    )


def _indicative(
    catalogue: Catalogue, group: Pay, wage: Quartiles, quartiles: Sequence[str]
) -> Pay | None:
    """Return the part of the group's pay that a level suggests; None if none is published."""
    band = indicative_band(quartiles, wage)
    if band is None:
        return None
    amounts = Amounts(band[0], None, band[1], wage.unit)
    return group._replace(
        shown=_converted(catalogue, amounts, "hour", wage.region),
        as_published=amounts,
        quartiles=tuple(quartiles),
    )


def _outlook(catalogue: Catalogue, trend: str, source: str | None, figures: RoleFigures) -> Outlook:
    sign = catalogue.more("outlooks", trend)
    return Outlook(
        trend=trend,
        label=catalogue.term("outlooks", trend).label,
        arrow=sign["arrow"],
        arrow_ascii=sign["ascii"],
        source=source or "editors",
        netherlands=figures.employed,
        united_states=figures.projection,
    )


def _education(catalogue: Catalogue, data: Mapping[str, Any], text: str) -> Education:
    return Education(
        minimum=catalogue.diploma(data["minimum"]),
        usual=catalogue.diploma(data["usual"]),
        profiles=catalogue.terms("profiles", data["profiles"]),
        subjects=catalogue.terms("subjects", data["subjects"]),
        subjects_helpful=catalogue.terms("subjects", data["subjects_helpful"]),
        regulated=_regulation(catalogue, data["regulated"]) if data["regulated"] else None,
        work_based=data["work_based"],
        text=text,
        source="nlqf",
    )


def _regulation(catalogue: Catalogue, key: str) -> Regulation:
    label = catalogue.term("regulated", key).label
    return Regulation(key, label, catalogue.more("regulated", key)["link"])


def _skills(catalogue: Catalogue, number: int) -> tuple[Skill, ...]:
    rows = catalogue.rows(
        "SELECT skill.*, need, importance, marks FROM role_skill "
        "JOIN skill ON skill.number = role_skill.skill "
        "WHERE role = :number ORDER BY role_skill.place",
        number=number,
    )
    return tuple(
        Skill(
            id=row["id"],
            name=row[catalogue.reader.language],
            need=catalogue.term("needs", row["need"]),
            kind=catalogue.term("kinds", row["kind"]),
            esco=row["esco"],
            reuse=catalogue.term_or_none("reuse", row["reuse"]),
            importance=row["importance"],
            marks=tuple((row["marks"] or "").split()),
        )
        for row in rows
    )


def _ladder(catalogue: Catalogue, number: int, note: str | None) -> LadderSteps:
    onward = [step for _number, step in catalogue.steps_from(number)]
    return LadderSteps(
        up=tuple(step for step in onward if step.kind == "up"),
        previous=tuple(step for _number, step in catalogue.steps_to(number)),
        leads_to=tuple(step for step in onward if step.kind == "move"),
        note=note,
    )


def _related(catalogue: Catalogue, number: int) -> tuple[Related, ...]:
    """Return the roles with the largest share of common skills (Jaccard index).

    Among those that share a skill at all or, where that would be thousands, one of the
    rarest skills of the role. What O*NET rates of every occupation tells none apart.
    """
    rows = catalogue.rows(
        "WITH mine AS (SELECT skill FROM role_skill WHERE role = :number AND need <> 'rated'), "
        "rare AS (SELECT number FROM (SELECT number, SUM(roles) OVER "
        "  (ORDER BY roles, number) AS reach, roles FROM skill WHERE number IN mine) "
        "  WHERE reach <= :reach OR reach = roles), "
        "near AS (SELECT DISTINCT role FROM role_skill WHERE skill IN rare LIMIT :reach), "
        "common AS (SELECT near.role, COUNT(*) AS shared FROM near CROSS JOIN role_skill "
        "  ON role_skill.role = near.role JOIN role ON role.id = near.role "
        "  WHERE skill IN mine AND need <> 'rated' AND near.role <> :number "
        "  AND superseded_by IS NULL "
        "  GROUP BY near.role) "
        "SELECT role, shared * 1.0 / ((SELECT COUNT(*) FROM mine) + "
        "  (SELECT COUNT(*) FROM role_skill WHERE role = common.role AND need <> 'rated') "
        "  - shared) AS overlap "
        "FROM common ORDER BY overlap DESC, role LIMIT :limit",
        number=number,
        limit=RELATED,
        reach=REACH,
    )
    return tuple(
        Related(
            role=catalogue.ref(row["role"]),
            shared_skills=_shared_skills(catalogue, number, row["role"]),
            overlap=round(row["overlap"], 3),
        )
        for row in rows
    )


def _shared_skills(catalogue: Catalogue, one: int, other: int) -> tuple[str, ...]:
    rows = catalogue.rows(
        "SELECT skill.* FROM role_skill JOIN skill ON skill.number = role_skill.skill "
        "WHERE role = :one AND need <> 'rated' "
        "AND skill IN (SELECT skill FROM role_skill WHERE role = :other) "
        "ORDER BY role_skill.place",
        one=one,
        other=other,
    )
    return tuple(row[catalogue.reader.language] for row in rows)


def _sources(
    catalogue: Catalogue,
    salary: Salary,
    outlook: Outlook,
    education: Education | None,
    figures: RoleFigures,
    occupation: OccupationInfo | None,
) -> tuple[Source, ...]:
    """Return the sources in the order in which the page needs them."""

    def shown(*found: Pay | Change | Exposure) -> Iterable[str]:
        return (figure.source for figure in found if is_told(figure, occupation))

    def ids() -> Iterable[str]:
        yield from (occupation.source,) if occupation else ()
        yield outlook.source
        if salary.published:
            yield salary.published.source
        yield from shown(salary.group)
        yield from ("editors",) if salary.indicative else ()
        yield from shown(salary.us, outlook.netherlands, outlook.united_states)
        yield from (education.source,) if education else ()
        yield from shown(*figures.exposures)
        yield "editors"

    return catalogue.sources(ids())
