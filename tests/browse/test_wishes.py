"""What is typed in the filters, as it is read."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.browse.desk import Desk
from careercli.browse.state import Option, State
from careercli.browse.wishes import Wishes, cannot_be_asked
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.listing import Filters, list_page
from careercli.catalogue.store import open_catalogue
from careercli.screen import Screen

pytestmark = pytest.mark.shipped  # what people call things is in the lists that are shipped

WHOLE = (
    "a job outdoors with an mbo-3 diploma that pays over 2,800 a month and is easy to find work in"
)
GEHEEL = "buiten met mbo-3, meer dan 2.800 per maand verdienen en makkelijk werk te vinden"


SCREEN = Screen(80, boxes=True, color=True, ascii_only=False)


def _wishes(catalogue: Catalogue, language: str = "en") -> Wishes:
    return Desk(catalogue, SCREEN).for_reader(language=language).wishes


@pytest.mark.parametrize(
    ("language", "typed", "meant", "left"),
    [
        ("en", "outdoors mbo 3", "work=outdoors with_diploma=mbo-3", ""),
        (
            "en",
            "outdoors,mbo3;2,800 a month",
            "work=outdoors with_diploma=mbo-3 pay=2800/month",
            "",
        ),
        ("en", WHOLE, "work=outdoors with_diploma=mbo-3 pay=2800/month tight=tight", ""),
        ("nl", GEHEEL, "work=outdoors with_diploma=mbo-3 pay=2800/month tight=tight", ""),
        ("en", "no weekends, remote, senior", "without=weekends work=home level=senior", ""),
        (
            "nl",
            "zorg, mbo 4 geen nachtdienst",
            "category=health-care with_diploma=mbo-4 without=nights",
            "",
        ),
        ("nl", "niet in het weekend", "without=weekends", ""),
        ("en", "hbo > 17,50/hour", "with_diploma=hbo pay=17.50/hour", ""),
        ("en", "no diploma, IT", "with_diploma=none category=tech-engineering", ""),
        ("en", "outdoors near amsterdam", "work=outdoors", "near amsterdam"),
        ("en", "mbo outdoors", "work=outdoors", "mbo"),  # which one is not said
        ("en", "outdoors no senior", "work=outdoors", "no senior"),  # not what is not wanted
        ("en", "havo hbo", "with_diploma=hbo", "havo, then a study"),  # one at a time
        ("en", "senior, outdoors, no outdoors", "level=senior", "not: outdoors outdoors"),
        ("en", "less than 2800, outdoors", "work=outdoors", "less than 2800"),  # none is a most
        ("en", "at most 3000 a month, outdoors", "work=outdoors", "most 3000 a month"),
        ("nl", "tot 3000 per maand, buiten", "work=outdoors", "tot 3000 per maand"),
        ("en", "healthcare, 24-32 hours", "category=health-care", "24-32 hours"),  # no pay
        ("nl", "32 uur, kantoor", "work=office", "32 uur"),
        ("en", "outdoors, safe from AI", "work=outdoors", "safe AI"),  # not: from home
        ("en", "IT without a degree", "category=tech-engineering with_diploma=none", ""),
        ("nl", "buiten, geen opleiding nodig", "work=outdoors with_diploma=none", ""),
        ("nl", "geen nachten/weekenden", "without=nights without=weekends", ""),
        (  # what is refused in words that are not known never becomes a wish
            "nl",
            "niet in het weekend en geen fysiek zwaar werk",
            "without=weekends",
            "geen fysiek zwaar werk",
        ),
        (
            "en",
            "no really early mornings and outdoors",
            "work=outdoors",
            "no really early mornings",
        ),
        ("en", "weekends off, outdoors", "without=weekends work=outdoors", ""),
        ("nl", "vrij in het weekend, buiten", "without=weekends work=outdoors", ""),
        ("en", "no customer contact, outdoors", "work=outdoors", "no customer contact"),
        ("en", "outdoors, between 3000 and 4000", "work=outdoors", "between 3000 and 4000"),
        ("en", "outdoors, 3000 net a month", "work=outdoors", "3000 net a month"),
        ("nl", "buiten, veel verdienen", "work=outdoors", "veel"),
        ("nl", "geen idee maar wel buiten", "work=outdoors", "geen idee"),
        ("en", "no nights or weekends", "without=nights without=weekends", ""),
        ("nl", "geen nachten en weekenden", "without=nights without=weekends", ""),
        ("nl", "nachten noch weekenden", "without=nights without=weekends", ""),
        ("en", "no nights and outdoors", "without=nights work=outdoors", ""),
        ("nl", "niet 's nachts", "without=nights", ""),
        ("en", "hard to find work", "", ""),
        ("en", "works with people", "interest=social", ""),
        ("en", "the of and", "", ""),
        ("en", "7", "", ""),
    ],
)
def test_a_sentence_is_read_as_several(
    catalogue: Catalogue, language: str, typed: str, meant: str, left: str
) -> None:
    """Each by any of its names, in either language; what is none is left and told."""
    found = _wishes(catalogue, language).meant(typed, Filters())
    options = found.options if found else ()
    told = [
        f"pay={one.value}/{one.per}" if one.per else f"{one.facet}={one.value}" for one in options
    ]
    assert (" ".join(told), found.left if found else "") == (meant, left)


@pytest.mark.parametrize(
    ("language", "typed", "facet", "labels"),
    [
        ("en", "no nights", "without", ["nights", "nights away from home"]),
        ("nl", "geen nachten", "without", ["nachten", "nachten van huis"]),
        ("en", "remote", "work", ["partly at home"]),
        ("nl", "mbo", "with_diploma", ["mbo 1", "mbo 2", "mbo 3", "mbo 4"]),
    ],
)
def test_one_is_found_by_what_people_call_it(
    catalogue: Catalogue, language: str, typed: str, facet: str, labels: list[str]
) -> None:
    """Of several each is offered."""
    options = [o for f in _wishes(catalogue, language).typed(typed, Filters()) for o in f.options]
    assert [option.label for option in options if option.facet == facet] == labels


def test_a_bare_amount_is_offered_for_each_period(catalogue: Catalogue) -> None:
    """The likeliest first; more than that nobody earns in an hour, less nobody in a year."""
    for typed, first in (("2800", "month"), ("60k", "year"), ("€ 17.50", "hour")):
        (facet,) = _wishes(catalogue).typed(typed, Filters())
        assert facet.options[0].per == first
        assert {option.per for option in facet.options} == {"hour", "month", "year"}


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        ("2800 month", "2800", "month"),
        ("2.800 maand", "2800", "month"),
        ("2800", "2800", "month"),
        ("60k", "60000", "year"),
        ("17,50 an hour", "17.50", "hour"),
        ("17.5", "17.50", "hour"),
    ],
)
def test_an_amount_is_a_least_pay(catalogue: Catalogue, text: str, value: str, per: str) -> None:
    """In the period that is said, else first in the one that it is likely of."""
    found = Desk(catalogue, SCREEN).wishes.typed(text, Filters())
    first = found[0].options[0]
    assert (first.facet, first.value, first.per) == ("min_salary", value, per)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("text", ["mbo3", "mbo 3", "mbo-3"])
def test_filters_are_found_as_people_write_them(
    catalogue: Catalogue, text: str, language: str
) -> None:
    """A diploma with a space, a hyphen or neither."""
    desk = Desk(catalogue, SCREEN).for_reader(language=language)
    found = [option for facet in desk.wishes.typed(text, Filters())
             for option in facet.options]  # fmt: skip
    assert found[0] == Option("with_diploma", "mbo-3", "mbo 3")


def test_a_skill_is_found_by_another_name(catalogue: Catalogue) -> None:
    """And leaves the jobs that ask for it."""
    desk = Desk(catalogue, SCREEN)
    found = desk.wishes.typed("excel", Filters())
    option = found[-1].options[0]
    assert (option.facet, option.label) == ("skill", "Spreadsheets")
    asked = list_page(catalogue, Filters(skill=("excel",))).found
    assert desk.shelf.count(State(), option) == asked > 0


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read(text: str) -> None:
    """No text is an error, and what is left are its own words."""
    found = _kept().meant(text, Filters())
    for word in found.left.split() if found else ():
        assert word in text


@cache
def _kept() -> Wishes:
    return _wishes(Catalogue(open_catalogue(), Reader("en")))


@pytest.mark.parametrize(
    ("typed", "cannot"),
    [
        ("no maths", True),
        ("geen zorg", True),
        ("at most 3000 a month", True),
        ("3000 netto", True),
        ("pays well", True),
        ("veel verdienen", True),
        ("good", True),
        ("hard landscaping", False),
        ("welding", False),
        ("no", False),  # somebody goes on typing
        ("", False),
    ],
)
def test_what_cannot_be_asked(typed: str, cannot: bool) -> None:
    """What is refused, limited or only praised is never looked for as words of a text."""
    assert cannot_be_asked(typed) is cannot
