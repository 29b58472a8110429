"""Make what only the page of a written role says."""

import json
import sqlite3

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.facts import EducationFacts, OccupationFacts, WrittenFacts, WrittenText
from careercli.pages import Education, Equivalent, LadderSteps, Regulation, Written


def written(
    catalogue: Catalogue, row: sqlite3.Row, facts: WrittenFacts, text: WrittenText
) -> Written:
    """Return the part of a page that somebody wrote; ``row`` is the role's own."""
    return Written(
        category=catalogue.term("categories", row["category"]),
        level=catalogue.term("levels", row["level"]),
        education=_education(catalogue, facts.education, text.education),
        career=text.career,
        ladder=_ladder(catalogue, row["id"], text.ladder_note),
        studies=tuple(text.studies),
        reviewed=facts.reviewed,
        reviewed_text=text.reviewed,
        file=row["file"],
        replaces_shipped=bool(row["replaces_shipped"]),
        esco_isco08=facts.esco_isco08,
        equivalents=_equivalents(catalogue, json.loads(row["codes"])),
    )


def _education(catalogue: Catalogue, facts: EducationFacts, text: str) -> Education:
    minimum, usual = catalogue.diploma(facts.minimum), catalogue.diploma(facts.usual)
    return Education(
        minimum=minimum,
        usual=usual,
        profiles=catalogue.terms("profiles", facts.profiles),
        subjects=catalogue.terms("subjects", facts.subjects),
        subjects_helpful=catalogue.terms("subjects", facts.subjects_helpful),
        regulated=_regulation(catalogue, facts.regulated) if facts.regulated else None,
        work_based=facts.work_based,
        text=text,
        source="nlqf" if minimum.nlqf or usual.nlqf else None,
    )


def _regulation(catalogue: Catalogue, key: str) -> Regulation:
    label = catalogue.term("regulated", key).label
    return Regulation(key, label, catalogue.more("regulated", key)["link"])


def _ladder(catalogue: Catalogue, role_id: int, note: str | None) -> LadderSteps:
    onward = [step for _role_id, step in catalogue.steps_from(role_id)]
    return LadderSteps(
        up=tuple(step for step in onward if step.kind == "up"),
        previous=tuple(step for _role_id, step in catalogue.steps_to(role_id)),
        leads_to=tuple(step for step in onward if step.kind == "move"),
        note=note,
    )


def _equivalents(catalogue: Catalogue, codes: dict[str, str]) -> tuple[Equivalent, ...]:
    """Return the imported occupations that have a code of a written role."""
    if not catalogue.imports:
        return ()
    rows = catalogue.rows(
        "SELECT role.id, slug, origin, title, role.data FROM role JOIN role_text "
        "ON role_text.role = role.id AND language = :language "
        "WHERE code IN (SELECT value FROM json_each(:codes)) ORDER BY role.id",
        codes=json.dumps(
            [
                f"{origin} {codes[about['code']]}"
                for origin, about in catalogue.imports.items()
                if about["code"] in codes
            ]
        ),
    )
    return tuple(_equivalent(catalogue, row) for row in rows)


def _equivalent(catalogue: Catalogue, row: sqlite3.Row) -> Equivalent:
    facts = OccupationFacts.load(row["data"])
    needs = catalogue.rows(
        "SELECT need, COUNT(*) FROM role_skill WHERE role = :role_id GROUP BY need ORDER BY need",
        role_id=row["id"],
    )
    return Equivalent(
        name=catalogue.imports[row["origin"]]["name"],
        origin=row["origin"],
        slug=row["slug"],
        title=row["title"],
        code=facts.code,
        link=facts.link,
        skills=dict(map(tuple, needs)),
    )
