"""The ISCO-08 unit groups: what is published of a job that has no page of its own.

Everything published is about groups, and indexes say which titles a group counts. So a title
leads to its group, never to another job.
"""

import json
import re
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.finding import find
from careercli.catalogue.role_page import of_its_codes, outlook_of, role_page
from careercli.catalogue.salary import salary_of
from careercli.catalogue.spelling import other_forms
from careercli.catalogue.vacancies import Asked, sites
from careercli.errors import NotFoundError
from careercli.figures.derive import trend
from careercli.figures.figures import Growth
from careercli.figures.join import flat
from careercli.locale import translate_plural as _n
from careercli.names import name_key, sanitize
from careercli.pages import AiImpact, Grouped, RolePage, Term

_CODE = re.compile(r"[0-9]{4}")


class Title(NamedTuple):
    """A title as it was typed, and the groups that count it: one, or several."""

    typed: str
    groups: tuple[str, ...]


class CountedError(NotFoundError):
    """No role is called so, but groups count the title: they are named, and kept."""

    def __init__(self, catalogue: Catalogue, title: Title) -> None:
        super().__init__(_told(catalogue, title))
        self.title = title


def counted(catalogue: Catalogue, typed: str) -> Title | None:
    """Return the groups that count a title, or whose code or name it is; None if none does.

    A title is looked for as it stands, then with its last word in another form: timmerlieden.
    """
    code = typed.strip()
    if _CODE.fullmatch(code) and _name(catalogue, code):
        return Title(typed, (code,))
    *before, last = name_key(typed).split() or [""]
    for form in (last, *other_forms(last)):
        keys = [" ".join((*before, form)), "".join((*before, form))]
        rows = catalogue.rows(
            "SELECT DISTINCT isco08 FROM counted WHERE key IN (SELECT value FROM json_each(:keys)) "
            "ORDER BY isco08",
            keys=json.dumps(keys),
        )
        if rows:
            return Title(typed, tuple(row["isco08"] for row in rows))
    return None


def page_called(catalogue: Catalogue, title: str) -> RolePage:
    """Return the page of the role that is called so, else of the group that counts the title.

    A title is taken as it stands, then as an advertisement has it. Raises NotFoundError.
    """
    try:
        return role_page(catalogue, find(catalogue, title))
    except CountedError as error:
        return group_page(catalogue, error.title)


def groups_of(catalogue: Catalogue, typed: str) -> tuple[Term, ...]:
    """Return the groups that count a title, with their names."""
    found = counted(catalogue, typed)
    return tuple(Term(code, _name(catalogue, code)) for code in (found.groups if found else ()))


def _name(catalogue: Catalogue, code: str, language: str | None = None) -> str:
    """Return the name of a group; empty for what is no code of one."""
    rows = catalogue.rows(
        "SELECT data FROM published WHERE name = 'isco08' AND code = :code", code=code
    )
    found = json.loads(rows[0]["data"]) if rows else {}
    name: str = found.get(f"name_{language or catalogue.reader.language}") or ""
    return name


def group_page(catalogue: Catalogue, title: Title) -> RolePage:
    """Return what is published of the group that a title is counted in.

    Raises NotFoundError that names the groups, if several count it: that is a choice.
    """
    if len(title.groups) > 1:
        raise CountedError(catalogue, title)
    (code,) = title.groups
    figures = of_its_codes(catalogue.figures({"isco08": code}))
    outlook = outlook_of(catalogue, trend(figures.expected(Growth)), figures)
    salary = salary_of(catalogue, figures)
    impact = AiImpact(figures.exposures, catalogue.exposure_note)
    body = _body(catalogue, title, code)
    query = body.typed or _name(catalogue, code, "nl")
    return RolePage(
        slug=code,
        kind="group",
        origin="isco08",
        language=catalogue.reader.language,
        title=_name(catalogue, code),
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
        codes={"isco08": code},
        body=body,
        sources=catalogue.cited(body, outlook, salary, impact),
    )


def _body(catalogue: Catalogue, title: Title, code: str) -> Grouped:
    titles = catalogue.rows(
        "SELECT DISTINCT shown FROM counted WHERE isco08 = :code AND language = :language "
        "ORDER BY shown COLLATE NOCASE",
        code=code,
    )
    written = catalogue.rows(
        "SELECT id FROM role WHERE kind = 'role' AND isco08 = :code ORDER BY level_place, slug",
        code=code,
    )
    own = {code, *(name_key(_name(catalogue, code, language)) for language in ("en", "nl"))}
    return Grouped(
        typed=None if name_key(title.typed) in own else sanitize(title.typed)[:80],
        counted=tuple(row["shown"] for row in titles),
        roles=tuple(catalogue.ref(row["id"]) for row in written),
        group_source="isco-08",
        counted_source="cbs-titles" if catalogue.reader.language == "nl" else "esco",
    )


def _told(catalogue: Catalogue, title: Title) -> str:
    """Return which groups count a title, each with the command that shows it."""
    head = _n(
        'There is no page of "{title}" yet. It is counted in {count} group of jobs:',
        'There is no page of "{title}" yet. It is counted in {count} groups of jobs:',
        len(title.groups),
    ).format(title=sanitize(title.typed)[:80], count=len(title.groups))
    lines = [f"  careers show {code}  ({_name(catalogue, code)})" for code in title.groups]
    return "\n".join((head, *lines))
