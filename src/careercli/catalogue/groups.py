"""The ISCO-08 unit groups: what is published of a job that has no page of its own.

Everything published is about groups, and indexes say which titles a group counts. So a title
leads to its group, never to another job.
"""

import json

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.naming import keys_of
from careercli.catalogue.role_page import of_its_codes, outlook_of
from careercli.catalogue.salary import salary_of
from careercli.catalogue.schema import TITLE_INDEXES
from careercli.catalogue.vacancies import Asked, sites
from careercli.figures.derive import trend
from careercli.figures.figures import Growth
from careercli.figures.join import flat
from careercli.names import name_key, plain_title, sanitize
from careercli.pages import AiImpact, Grouped, RolePage


def group_page(catalogue: Catalogue, code: str, typed: str) -> RolePage:
    """Return what is published of a group, to which a title or its code has led."""
    figures = of_its_codes(catalogue.figures({"isco08": code}))
    outlook = outlook_of(catalogue, trend(figures.expected(Growth)), figures)
    salary = salary_of(catalogue, figures)
    impact = AiImpact(figures.exposures, catalogue.exposure_note)
    body = _body(catalogue, code, typed)
    query = body.typed or _searched(catalogue, code)
    return RolePage(
        slug=code,
        kind="group",
        origin="isco08",
        language=catalogue.reader.language,
        title=catalogue.group_name(code),
        aliases=(),
        outlook=outlook,
        summary="",
        description="",
        salary=salary,
        figures=flat(figures),
        skills=(),
        ai_impact=impact,
        vacancies=sites(catalogue, Asked(code, None, code), query),
        related=(),
        interests=(),
        interest_kinds=catalogue.interests(
            kind.letter for kind in (body.linked_interests.kinds if body.linked_interests else ())
        ),
        codes={"isco08": code},
        body=body,
        sources=catalogue.cited(body, outlook, salary, impact),
    )


def _searched(catalogue: Catalogue, code: str) -> str:
    """Return a title that vacancies have: the shortest that CBS counts, else the group's name."""
    rows = catalogue.rows(
        "SELECT shown FROM counted WHERE isco08 = :code AND place = :cbs AND NOT narrower "
        "ORDER BY length(shown), shown LIMIT 1",
        code=code,
        cbs=TITLE_INDEXES.index("cbs-titles"),
    )
    return rows[0]["shown"] if rows else catalogue.group_name(code, "nl")


def _body(catalogue: Catalogue, code: str, typed: str) -> Grouped:
    # A role's page does without it.
    from careercli.catalogue.near_groups import SIMILAR, comparable, linked_interests

    index = _index(catalogue)
    titles = catalogue.rows(
        "SELECT DISTINCT shown FROM counted WHERE isco08 = :code AND language = :language "
        "AND place = :index ORDER BY shown COLLATE NOCASE",
        code=code,
        index=TITLE_INDEXES.index(index),
    )
    shown, place = _title(catalogue, code, typed)
    near = comparable(catalogue, code)
    return Grouped(
        typed=shown,
        counted=tuple(row["shown"] for row in titles),
        roles=tuple(map(catalogue.ref, catalogue.roles_in([code]))),
        group_source="isco-08",
        counted_source=TITLE_INDEXES[place],
        titles_source=index,
        linked_interests=linked_interests(catalogue, code),
        comparable=near,
        comparable_source=catalogue.published.lookups[SIMILAR].source if near else None,
    )


def _index(catalogue: Catalogue) -> str:
    """Return the index that has most titles in the reader's language."""
    return "cbs-titles" if catalogue.reader.language == "nl" else "esco"


def _title(catalogue: Catalogue, code: str, typed: str) -> tuple[str | None, int]:
    """Return the title that has led to a group, if not its own name, and the index that counts it.

    An address or a title in another form is shown as the title that it is.
    """
    here = TITLE_INDEXES.index(_index(catalogue))
    rows = catalogue.rows(
        "SELECT shown, place FROM counted WHERE isco08 = :code "
        "AND key IN (SELECT value FROM json_each(:keys)) ORDER BY language <> :language, place",
        code=code,
        keys=json.dumps([name_key(typed), *keys_of(typed)]),
    )
    if code in typed.split() or (rows and rows[0]["place"] == TITLE_INDEXES.index("isco-08")):
        return None, here
    is_address = typed.strip().startswith("http")
    title = rows[0]["shown"] if rows and is_address else sanitize(plain_title(typed))[:80]
    return title, rows[0]["place"] if rows else here
