"""Skills are read among other words where these leave them what they are."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.phrases import is_heading, skills_inside

ANY_TEXT = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(catalogue: Catalogue, phrase: str) -> list[str]:
    """Return the ids of the skills that are read in a phrase."""
    ids = {row["number"]: row["id"] for row in catalogue.rows("SELECT number, id FROM skill")}
    return [ids[skill] for skill in skills_inside(catalogue, phrase)]


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
        # a single word as the thing itself
        ("payroll for multiple companies", ["payroll"]),
        ("Leidinggeven in de praktijk", ["people-management"]),
        ("digitale rapportages", ["report-writing"]),
        ("overdrachten en oudergesprekken", ["parent-contact"]),
        # a program that nothing else is called by
        ("Intuit QuickBooks Pro", ["accounting-software"]),
        ("Microsoft Excel comprehensive", ["spreadsheets"]),
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
        "want to learn Excel",
        "geen ervaring met Excel",
        "never used QuickBooks",
        "interested in report writing",
    ],
)
def test_a_name_that_is_part_of_something_else_is_not_read(
    phrase: str, catalogue: Catalogue
) -> None:
    """Nor what somebody has not."""
    assert read(catalogue, phrase) == []


@pytest.mark.shipped
def test_a_sentence_is_not_read(catalogue: Catalogue) -> None:
    """In more than eight words any may say anything."""
    words = "measures and records vital signs"
    assert read(catalogue, f"{words} in a year") == ["vital-signs"]
    assert read(catalogue, f"{words} in a year of it") == []


def test_headings_say_that_skills_follow() -> None:
    """In either language; a skill is none."""
    assert all(map(is_heading, ("Skills", "Overige vaardigheden", "Languages:", "★")))
    assert not any(map(is_heading, ("Driving skills", "Welding", "Programma's en cijfers")))


@given(text=st.text(max_size=80))
@ANY_TEXT
def test_any_text_is_read_or_not(text: str, catalogue: Catalogue) -> None:
    """Whatever it is, each skill once."""
    found = skills_inside(catalogue, text)
    assert len(set(found)) == len(found)
    assert found == skills_inside(catalogue, f" {text} ")
