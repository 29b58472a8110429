"""Make what only the page of a written role says."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.facts import (
    OccupationFacts,
    TrainingFacts,
    WrittenFacts,
    WrittenText,
)
from careercli.pages import (
    Admission,
    Condition,
    Education,
    Equivalent,
    LadderSteps,
    Term,
    Training,
    Trait,
    Written,
)


def written(
    catalogue: Catalogue, row: sqlite3.Row, facts: WrittenFacts, text: WrittenText
) -> Written:
    """Return the part of a page that somebody wrote; ``row`` is the role's own."""
    return Written(
        category=catalogue.term("categories", row["category"]),
        level=catalogue.term("levels", row["level"]),
        education=_education(catalogue, facts, text.education),
        training=tuple(_training(catalogue, one) for one in facts.training),
        conditions=tuple(condition_of(catalogue, key) for key in facts.conditions),
        work=_work(catalogue, facts.work),
        work_source=EDITORS if facts.work else None,
        career=text.career,
        ladder=_ladder(catalogue, row["id"], text.ladder_note),
        reviewed=facts.reviewed,
        reviewed_text=text.reviewed,
        file=row["file"],
        replaces_shipped=bool(row["replaces_shipped"]),
        esco_isco08=facts.esco_isco08,
        equivalents=_equivalents(catalogue, json.loads(row["codes"])),
    )


def _education(catalogue: Catalogue, role: WrittenFacts, text: str) -> Education:
    facts = role.education
    minimum, usual = catalogue.diploma(facts.minimum), catalogue.diploma(facts.usual)
    ways_in = dict.fromkeys(one.level for one in role.training if one.level and not one.later)
    return Education(
        minimum=minimum,
        usual=usual,
        profiles=catalogue.terms("profiles", facts.profiles),
        subjects=catalogue.terms("subjects", facts.subjects),
        subjects_helpful=catalogue.terms("subjects", facts.subjects_helpful),
        text=text,
        admissions=tuple(_admissions(catalogue, ways_in)),
        source="nlqf" if minimum.nlqf or usual.nlqf else None,
    )


def _admissions(catalogue: Catalogue, levels: Iterable[str]) -> Iterator[Admission]:
    for key in levels:
        more = catalogue.more("education", key) if catalogue.has_term("education", key) else {}
        if more.get("after"):
            yield Admission(
                diploma=_in_short(catalogue, key),
                after=tuple(_in_short(catalogue, other) for other in more["after"]),
                law=more["law"][catalogue.reader.language],
                read=more["read"],
                link=more["link"],
            )


def _in_short(catalogue: Catalogue, key: str) -> Term:
    """Return a diploma by the name that a line has room for."""
    return Term(key, catalogue.diploma(key).short)


def ways_to_begin(catalogue: Catalogue, role_id: int) -> tuple[Training, ...]:
    """Return the ways to learn a written role before one has begun in it."""
    facts = WrittenFacts.load(catalogue.role(role_id)["data"])
    return tuple(_training(catalogue, one) for one in facts.training if not one.later)


def _training(catalogue: Catalogue, facts: TrainingFacts) -> Training:
    """Return a way to learn the job, with the years of its diploma where it has none of its own."""
    diploma, level = None, None
    if catalogue.has_term("courses", facts.level):
        level = catalogue.term_or_none("courses", facts.level)
    elif facts.level:
        diploma, level = catalogue.diploma(facts.level), _in_short(catalogue, facts.level)
    return Training(
        name=facts.nl if catalogue.reader.language == "nl" else facts.en,
        level=level,
        modes=catalogue.terms("modes", facts.modes),
        years=facts.years or (diploma.years if diploma else None),
        years_before=diploma.years_before if diploma else None,
        later=facts.later,
    )


def condition_of(catalogue: Catalogue, key: str) -> Condition:
    """Return a condition of a closed list, with the law that sets it."""
    more = catalogue.more("conditions", key)
    return Condition(
        id=key,
        label=catalogue.term("conditions", key).label,
        short=more["short"][catalogue.reader.language],
        kind=more["kind"],
        law=more["law"][catalogue.reader.language],
        read=more["read"],
        link=more["link"],
        by_law=more["by_law"],
    )


def _work(catalogue: Catalogue, keys: Iterable[str]) -> tuple[Trait, ...]:
    """Return what marks the work, in the order of the closed list."""
    found = set(keys)
    return tuple(
        Trait(*term, group=catalogue.term("work_groups", catalogue.more("work", term.id)["group"]))
        for term in catalogue.all_terms("work")
        if term.id in found
    )


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
