"""What an assistant is answered: pages as data, with their sources and what to beware of."""

from typing import Any

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.compare_page import compare_page
from careercli.catalogue.finding import find, page_called
from careercli.catalogue.listing import sources_page
from careercli.catalogue.match_page import Wanted, match_page
from careercli.catalogue.meaning import ids_of
from careercli.catalogue.next_page import next_page
from careercli.catalogue.path_page import path_page
from careercli.catalogue.profile import profile_of
from careercli.catalogue.searching import search_page
from careercli.locale import translate as _
from careercli.render.data import as_dict

Answer = dict[str, Any]

LEFT_OUT = ("figures", "vacancies", "related", "glosses", "schema_version")
"""What a page has for programs that draw it; the same figures stand where they are explained."""


COMPARED = (
    *("slug", "title", "summary", "category", "level", "outlook", "salary", "education", "work"),
    *("skills", "ai_impact"),
)
"""What an answer on several roles has of each."""


def answered(page: Any) -> Answer:
    """Return a page as data, with what to beware of beside it; its sources are in it."""
    return {"beware": _beware(), **_without(as_dict(page))}


def _without(value: Any) -> Any:
    """Return data without what is left out, at any depth."""
    if isinstance(value, dict):
        return {key: _without(item) for key, item in value.items() if key not in LEFT_OUT}
    if isinstance(value, list):
        return [_without(item) for item in value]
    return value


def _beware() -> str:
    return _(
        "Pay and outlook are those of the group in which a job is counted, of the year that is "
        "named; exposure is not the chance of losing a job; likeness is of work, not the chance of "
        "a job. Name the source of a figure. What is null has not been published."
    )


def search(catalogue: Catalogue, words: str, limit: int) -> Answer:
    """Return what is found by name, skill or text, and apart from it what may be meant."""
    cited = (catalogue.leading(shape).source for shape in ("quartiles", "score", "growth"))
    found = answered(search_page(catalogue, words, limit))
    return found | {"sources": as_dict(catalogue.sources(cited))}


def show(catalogue: Catalogue, role: str) -> Answer:
    """Return the page of a role, or of the group that counts a title."""
    return answered(page_called(catalogue, role))


def compare(catalogue: Catalogue, roles: list[str]) -> Answer:
    """Return roles side by side, each with what is compared: their texts are on their own pages."""
    found = answered(compare_page(catalogue, [find(catalogue, role) for role in roles]))
    kept = [{key: role[key] for key in COMPARED if key in role} for role in found["roles"]]
    return found | {"roles": kept}


def after(catalogue: Catalogue, role: str, limit: int) -> Answer:
    """Return what may come after a role."""
    return answered(next_page(catalogue, find(catalogue, role), limit=limit))


def way(catalogue: Catalogue, start: str, goal: str) -> Answer:
    """Return the way from one role to another."""
    return answered(path_page(catalogue, find(catalogue, start), find(catalogue, goal)))


def match(catalogue: Catalogue, skills: list[str], diploma: str, limit: int) -> Answer:
    """Return the roles that fit skills, and what was recognised of them."""
    diplomas = ids_of(catalogue, "education", [diploma] if diploma else [], "diploma")
    wanted = Wanted(role=None, diplomas=diplomas, studies={}, passed_over=())
    return answered(match_page(catalogue, profile_of(catalogue, skills), wanted, limit))


def sources(catalogue: Catalogue) -> Answer:
    """Return the bibliography."""
    return answered(sources_page(catalogue))
