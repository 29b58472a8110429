"""Skills are read among other words where these leave them what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.phrases import is_heading, is_not_had
from careercli.catalogue.profile import profile_of
from careercli.names import name_key
from tests.catalogue.test_profile import ANY_TEXT, names


def read(catalogue: Catalogue, phrase: str) -> list[str]:
    """Return the ids of the skills that are read of a phrase on a resume."""
    return names(catalogue, profile_of(catalogue, (), listed=[phrase]))


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("phrase", "skills"),
    [
        # a name of several words, whatever stands before it, and of what or where behind
        ("Measures and records vital signs", ["vital-signs"]),
        ("stormwater report writing", ["report-writing"]),
        ("accounts receivable functions", ["bookkeeping"]),
        ("lichte verpleegtechnische handelingen", ["nursing-procedures"]),
        ("ruimtelijke ordening en mobiliteit", ["urban-planning"]),
        ("assisting clients with activities of daily living", ["personal-care"]),
        # a single word as the thing itself
        ("payroll for multiple companies", ["payroll"]),
        ("Leidinggeven in de praktijk", ["people-management"]),
        ("digitale rapportages", ["report-writing"]),
        ("overdrachten en oudergesprekken", ["parent-contact"]),
        ("Rapportages maken voor klanten", ["report-writing"]),
        ("excellent communication skills", ["communication"]),
        # a program, with its maker, version or level
        ("Intuit QuickBooks Pro", ["accounting-software"]),
        ("Microsoft Excel comprehensive", ["spreadsheets"]),
        ("working with Excel", ["spreadsheets"]),
        # each part of a phrase
        ("Hootsuite, SEO keyword research", ["content-creation", "seo"]),
        ("report writing for clients, minor repairs at home", ["report-writing", "maintenance"]),
    ],
)
def test_a_name_is_read_among_words_that_leave_it_so(
    phrase: str, skills: list[str], catalogue: Catalogue
) -> None:
    """They say that one does it, how, of what or where."""
    assert read(catalogue, phrase) == skills


@pytest.mark.shipped
@pytest.mark.parametrize(
    "phrase",
    [
        "software supply chain security",  # the security of one
        "grading and drainage plans",  # of land
        "cleaning and rolling out tennis court",
        "motiveren van teams",  # no program
        "payroll department secretary",
        "bedienen van bruggen",  # no guests
        "medical coding",  # of bills
        "knippen van gras",  # no hair
        "books on project management",
        "secretary to project management",
        "hospital administration",  # hospital is no adjective
        "fabric painting",
        "Excel at teamwork",
        "Word of mouth marketing",
        "Puppet theatre for children",
        "Outlook on life positive",
        "German shepherd training",
        "Laying rails and sleepers",
        "operation planning",  # of surgery, it may be
    ],
)
def test_a_name_that_is_part_of_something_else_is_not_read(
    phrase: str, catalogue: Catalogue
) -> None:
    """It is another thing, or a word of any text."""
    assert read(catalogue, phrase) == []


@pytest.mark.shipped
@pytest.mark.parametrize(
    "phrase",
    [
        "want to learn Excel",
        "want to learn SQL, Python and Java",
        "geen ervaring met Excel",
        "weinig ervaring met Excel",
        "never used QuickBooks",
        "interested in report writing",
        "no Excel, Word or SQL",
        "can't use Excel",
        "Excel: none",
        "Excel (geen ervaring)",
        "bezig met Excel cursus",
        "verlopen EHBO diploma",
    ],
)
def test_what_somebody_has_not_is_not_read(phrase: str, catalogue: Catalogue) -> None:
    """It is told as what was not recognised."""
    found = profile_of(catalogue, (), listed=[phrase])
    assert (found.read, found.unknown) == ((), (phrase,))


def test_initials_stand_for_what_they_follow_in_brackets(catalogue: Catalogue) -> None:
    """Elsewhere they are words of their own."""
    found = profile_of(catalogue, (), listed=["Weather glass, juggling (WG)", "Barometer (JB)"])
    assert found.unknown == ("juggling", "WG", "JB")
    assert profile_of(catalogue, (), listed=["Weather glass (WG)"]).unknown == ()


@pytest.mark.shipped
def test_not_in_a_name_is_no_denial(catalogue: Catalogue) -> None:
    """Machine learning is learnt."""
    assert read(catalogue, "Machine learning") == ["machine-learning"]
    assert not is_not_had("Machine learning for images")


@pytest.mark.shipped
def test_a_sentence_is_not_read(catalogue: Catalogue) -> None:
    """In more than eight words any may say anything."""
    words = "measures and records vital signs"
    assert read(catalogue, f"{words} in a year") == ["vital-signs"]
    assert read(catalogue, f"{words} in a year of it") == []


@pytest.mark.parametrize(
    "heading", ["Skills", "Overige vaardigheden", "Languages:", "★", "Computer skills", "Hobby's"]
)
def test_a_heading_says_that_skills_follow(heading: str, catalogue: Catalogue) -> None:
    """On a resume it is passed over; who types it is told that it was not recognised."""
    assert is_heading(heading)
    found = profile_of(catalogue, (), listed=[heading])
    assert (found.read, found.unknown, found.traits) == ((), (), ())
    assert profile_of(catalogue, [heading]).unknown == (heading,)


@pytest.mark.parametrize(
    "skill",
    ["Driving skills", "Welding", "Personal training", "Technical writing", "C1 licence", "Work"],
)
def test_what_is_more_than_a_heading_is_none(skill: str) -> None:
    """Its last word is no word for a list, or another word says of what."""
    assert not is_heading(skill)


PARTS = ("SQL", "planning in the circus", "punctual", "juggling", "J", "Microsoft", "good", "")


@given(said=st.lists(st.sampled_from(PARTS), max_size=5), text=st.text(max_size=20))
@ANY_TEXT
def test_nothing_of_a_phrase_is_lost(said: list[str], text: str, catalogue: Catalogue) -> None:
    """Each part of it is read, a trait, not recognised, or says no more than how well."""
    phrase = ", ".join((*said, text))
    found = profile_of(catalogue, (), listed=[phrase])
    said_of = (*(one.said for one in found.read), *found.unknown, *found.traits)
    told = {name_key(one) for one in said_of}
    for part in {"SQL", "punctual", "juggling", "J", "Microsoft"} & set(said):
        assert {name_key(phrase), name_key(part)} & told
    assert "" not in said_of
