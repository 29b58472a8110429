"""The filters that can be set, in the reader's words."""

from collections.abc import Iterator
from typing import NamedTuple

from careercli.browse.state import FLAG, Option, values_of
from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.choices import WRITTEN
from careercli.catalogue.listing import OF_GROUPS, Filters
from careercli.catalogue.skills import skill_label
from careercli.locale import later
from careercli.locale import translate as _
from careercli.pages import Term
from careercli.render.words import Words


class Facet(NamedTuple):
    """A heading, and the options below it.

    Those of a sentence are ``together``: all are meant, and ``left`` are the words that are none.
    """

    title: str
    options: tuple[Option, ...]
    together: bool = False
    left: str = ""


LISTS = {
    "category": "categories",
    "with_diploma": "education",
    "level": "levels",
    "outlook": "outlooks",
    "work": "work",
    "without": "work",
    "interest": "interests",
    "profile": "profiles",
    "subject": "subjects",
}
"""The closed lists from which facets have their words."""

_TITLES = {
    "tight": later("Employers are short of people"),
    "min_salary": later("Pay: half earns at least"),
    "with_diploma": later("The diploma that I have"),
    "work": later("Working life: I want"),
    "without": later("Working life: I do not want"),
    "interest": later("What I like (O*NET, USA)"),
    "category": later("Field"),
    "outlook": later("Outlook"),
    "level": later("Level"),
    "profile": later("School profile"),
    "subject": later("School subject"),
    "origin": later("From"),
    "skill": later("Skill"),
}

LEAST_PAY = {
    "year": (25_000, 30_000, 35_000, 40_000, 50_000, 60_000, 80_000),
    "month": (2_000, 2_500, 3_000, 3_500, 4_000, 5_000, 6_500),
    "hour": (14, 17, 20, 25, 30, 40),
}
"""The amounts that are offered; any other can be typed."""


def facets(catalogue: Catalogue, words: Words, filters: Filters) -> list[Facet]:
    """Return what can be set; of groups only what goes by figures."""
    return [
        Facet(title_of(name), tuple(_options(catalogue, words, name, filters)))
        for name in _TITLES
        if name != "skill" and (name in OF_GROUPS or not filters.groups)
        if name != "origin" or catalogue.imports
    ]


def label_of(catalogue: Catalogue, words: Words, facet: str, value: str) -> str:
    """Return what a filter that is set is called beside others: no nights, at least €2,800."""
    if facet in LISTS:
        label = _label(catalogue, facet, catalogue.term(LISTS[facet], value))
        return _("not: {mark}").format(mark=label) if facet == "without" else label
    if facet == "skill":
        return skill_label(catalogue, value)
    if facet == "min_salary":
        return _("at least {amount}").format(amount=_amount(words, value, catalogue.reader.per))
    if facet == FLAG:
        return _("easy to find work in")
    return catalogue.origin(value).label


def title_of(facet: str) -> str:
    """Return the heading of a facet."""
    return _(_TITLES[facet])


def _options(catalogue: Catalogue, words: Words, facet: str, filters: Filters) -> Iterator[Option]:
    if facet == FLAG:
        yield Option(FLAG, FLAG, _("easy to find work in"))
    elif facet == "min_salary":
        per = catalogue.reader.per
        offered = {*map(float, LEAST_PAY[per]), *map(float, values_of(filters, facet))}
        yield from (least_pay(words, amount, per) for amount in sorted(offered))
    elif facet == "origin":
        for origin in (*WRITTEN, *catalogue.imports):
            yield Option(facet, origin, catalogue.origin(origin).label)
    else:
        for term in catalogue.all_terms(LISTS[facet]):
            yield Option(facet, term.id, _label(catalogue, facet, term))


def _label(catalogue: Catalogue, facet: str, term: Term) -> str:
    """Return what an option is called: a diploma in short, as people name theirs."""
    if facet == "with_diploma":
        short = catalogue.diploma(term.id).short
        leads_on = catalogue.more("education", term.id)["school"]
        return _("{diploma}, then a study").format(diploma=short) if leads_on else short
    if facet == "interest":
        meaning = catalogue.more("interests", term.id)["meaning"]
        return f"{term.label}: {meaning[catalogue.reader.language]}"
    return term.label


def least_pay(words: Words, amount: float, per: str) -> Option:
    """Return an amount, EUR gross per period, as the least pay."""
    value = f"{amount:.2f}".removesuffix(".00")
    return Option("min_salary", value, _amount(words, value, per), per)


def _amount(words: Words, value: str, per: str) -> str:
    amount = float(value)
    money = words.numbers.money(amount, "EUR", 2 if amount % 1 else 0)
    return f"{money} {words.per(per)}"
