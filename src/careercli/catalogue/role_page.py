"""Make the page of one role, whatever its kind."""

import json
import sqlite3

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.explaining import glossed
from careercli.catalogue.facts import (
    OccupationFacts,
    OccupationText,
    PublishedOutlook,
    Text,
    WrittenFacts,
    WrittenText,
)
from careercli.catalogue.occupation_page import imported
from careercli.catalogue.salary import position_of, salary_of
from careercli.catalogue.vacancies import vacancies
from careercli.catalogue.written_page import written
from careercli.figures.figures import Bottleneck, Growth, Openings, Record, RoleFigures, Tightness
from careercli.figures.join import flat
from careercli.pages import (
    AiImpact,
    Imported,
    Outlook,
    OutlookClaim,
    Related,
    RolePage,
    Salary,
    Skill,
    Written,
)

RELATED = 5
NEAR = 0.1  # of all that two roles ask for; below it a marketing manager is near a ward manager
REACH = 1000  # candidates; to compare more would be felt


def role_page(catalogue: Catalogue, role_id: int) -> RolePage:
    """Return everything that is known of a role."""
    row = catalogue.role(role_id)
    make = _written_page if row["kind"] == "role" else _occupation_page
    page = make(catalogue, row, catalogue.figures(json.loads(row["codes"])))
    if catalogue.reader.skills and isinstance(page.body, Written):
        from careercli.catalogue.profile import yours  # only for who has kept skills

        page = page._replace(body=page.body._replace(yours=yours(catalogue, role_id)))
    return glossed(catalogue, page)


def _written_page(catalogue: Catalogue, row: sqlite3.Row, figures: RoleFigures) -> RolePage:
    facts, text = WrittenFacts.load(row["data"]), WrittenText.load(row["text"])
    return _page(
        catalogue,
        row,
        text,
        figures,
        salary=salary_of(
            catalogue,
            figures,
            facts.salary,
            position_of(catalogue, row["level"], row["isco08"]),
        ),
        outlook=outlook_of(catalogue, row["trend"], figures, facts.outlook),
        ai_impact=AiImpact(
            exposures=figures.exposures,
            exposure_note=catalogue.exposure_note,
            text=text.ai,
            advice=text.ai_advice,
            automates=tuple(text.automates),
            augments=tuple(text.augments),
        ),
        body=written(catalogue, row, facts, text),
    )


def _occupation_page(catalogue: Catalogue, row: sqlite3.Row, figures: RoleFigures) -> RolePage:
    facts, text = OccupationFacts.load(row["data"]), OccupationText.load(row["text"])
    told = of_its_codes(figures)
    return _page(
        catalogue,
        row,
        text,
        figures,
        salary=salary_of(catalogue, told),
        outlook=outlook_of(catalogue, row["trend"], told),
        ai_impact=AiImpact(told.exposures, catalogue.exposure_note),
        body=imported(catalogue, row, facts, text, figures),
    )


def of_its_codes(figures: RoleFigures) -> RoleFigures:
    """Return the figures without those that take the code of another classification.

    An occupation has the codes of its own; a figure by another code is not missed.
    """

    def told(record: Record) -> bool:
        return record.about.status != "no-code"

    return RoleFigures(
        pay=tuple(filter(told, figures.pay)),
        forecast=tuple(filter(told, figures.forecast)),
        outlook=tuple(filter(told, figures.outlook)),
        exposures=tuple(filter(told, figures.exposures)),
        interests=tuple(filter(told, figures.interests)),
    )


def _page(
    catalogue: Catalogue,
    row: sqlite3.Row,
    text: Text,
    figures: RoleFigures,
    *,
    salary: Salary,
    outlook: Outlook,
    ai_impact: AiImpact,
    body: Written | Imported,
) -> RolePage:
    interests = tuple(found for found in figures.interests if found.letters)
    return RolePage(
        slug=row["slug"],
        kind=row["kind"],
        origin=row["origin"],
        language=catalogue.reader.language,
        title=row["title"],
        aliases=tuple(text.aliases),
        outlook=outlook,
        summary=row["summary"],
        description=text.description,
        salary=salary,
        figures=flat(figures),
        skills=_skills(catalogue, row["id"]),
        ai_impact=ai_impact,
        vacancies=vacancies(catalogue, row),
        related=_related(catalogue, row["id"]),
        interests=interests,
        interest_kinds=catalogue.interests(one for found in interests for one in found.letters),
        codes=json.loads(row["codes"]),
        body=body,
        sources=catalogue.cited(body, outlook, salary, ai_impact, interests),
    )


def outlook_of(
    catalogue: Catalogue,
    trend: str,
    figures: RoleFigures,
    published: PublishedOutlook | None = None,
) -> Outlook:
    """Return what the figures of a group say of its future, with the word for it."""
    sign = catalogue.more("outlooks", trend)
    return Outlook(
        trend=trend,
        label=catalogue.term("outlooks", trend).label,
        arrow=sign["arrow"],
        arrow_ascii=sign["ascii"],
        growth=figures.expected(Growth),
        openings=figures.expected(Openings),
        bottleneck=figures.expected(Bottleneck),
        tightness=figures.expected(Tightness),
        published=_claim(catalogue, published) if published else None,
        evidence=figures.outlook,
    )


def _claim(catalogue: Catalogue, published: PublishedOutlook) -> OutlookClaim:
    label = catalogue.term("outlooks", published.trend).label
    return OutlookClaim(published.trend, label, published.source)


def _skills(catalogue: Catalogue, role_id: int) -> tuple[Skill, ...]:
    rows = catalogue.rows(
        "SELECT skill.*, need, importance, marks FROM role_skill "
        "JOIN skill ON skill.number = role_skill.skill "
        "WHERE role = :role_id ORDER BY role_skill.place",
        role_id=role_id,
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


_TELLING = (
    "need <> 'rated' AND kind NOT IN ('transversal', 'language') AND reuse IS NOT 'transversal'"
)
"""Skills that tell jobs apart: patience, teamwork and English are asked for everywhere."""


def _related(catalogue: Catalogue, role_id: int) -> tuple[Related, ...]:
    """Return the roles that have the largest share of their telling skills in common with one.

    A skill weighs the more, the fewer roles ask for it (a weighted Jaccard index). They are looked
    for among those that share such a skill at all or, where that would be thousands, one of the
    rarest skills of the role.
    """
    rows = catalogue.rows(
        "WITH mine AS (SELECT number, roles FROM role_skill JOIN skill ON number = skill "  # noqa: S608 - ours
        f"  WHERE role = :role_id AND {_TELLING}), "
        "rare AS (SELECT number FROM (SELECT number, SUM(roles) OVER "
        "  (ORDER BY roles, number) AS reach, roles FROM mine) "
        "  WHERE reach <= :reach OR reach = roles), "
        "near AS (SELECT DISTINCT role FROM role_skill WHERE skill IN rare LIMIT :reach), "
        "common AS (SELECT near.role, SUM(1.0 / roles) AS weight FROM near CROSS JOIN role_skill "
        "  ON role_skill.role = near.role JOIN mine ON number = skill "
        "  JOIN role ON role.id = near.role "
        "  WHERE need <> 'rated' AND near.role <> :role_id AND superseded_by IS NULL "
        "  GROUP BY near.role HAVING COUNT(*) > 1) "
        "SELECT role, weight / ((SELECT SUM(1.0 / roles) FROM mine) + "
        "  (SELECT SUM(1.0 / roles) FROM role_skill JOIN skill ON number = skill "
        f"    WHERE role = common.role AND {_TELLING}) - weight) AS overlap "
        "FROM common WHERE overlap >= :near ORDER BY overlap DESC, role LIMIT :limit",
        role_id=role_id,
        limit=RELATED,
        reach=REACH,
        near=NEAR,
    )
    return tuple(
        Related(
            role=catalogue.ref(row["role"]),
            shared_skills=_shared_skills(catalogue, role_id, row["role"]),
            overlap=round(row["overlap"], 3),
        )
        for row in rows
    )


def _shared_skills(catalogue: Catalogue, one: int, other: int) -> tuple[str, ...]:
    rows = catalogue.rows(
        "SELECT skill.* FROM role_skill JOIN skill ON number = skill "  # noqa: S608 - ours
        f"WHERE role = :one AND {_TELLING} "
        "AND number IN (SELECT skill FROM role_skill WHERE role = :other) "
        "ORDER BY role_skill.place",
        one=one,
        other=other,
    )
    return tuple(row[catalogue.reader.language] for row in rows)
