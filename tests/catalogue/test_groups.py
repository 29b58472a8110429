"""A title that has no page of its own: the groups that indexes count it in."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.finding import find, page_called
from careercli.catalogue.naming import called
from careercli.errors import NotFoundError
from careercli.names import plain_title
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("imker", ("6123",)),
        ("Imkers", ("6123",)),
        ("bee breeder", ("6123",)),
        ("Bee-Breeders", ("6123",)),
        ("sterrenveger", ("9112",)),
        ("sterren vegers", ("9112",)),
        ("Apiarists and sericulturists", ("6123",)),
        ("6123", ("6123",)),
        ("nevelmeter", ("2511", "7212")),
    ],
)
def test_a_title_is_counted_in_groups(
    catalogue: Catalogue, typed: str, groups: tuple[str, ...]
) -> None:
    """By CBS's index, by ESCO's names, by the group's own name or code, in the plural too."""
    assert called(catalogue, typed) == ((), groups)


@pytest.mark.parametrize("typed", ["", " ", "vampier", "9999", "61", "%", "imker bee breeder"])
def test_what_no_index_has_is_counted_nowhere(catalogue: Catalogue, typed: str) -> None:
    """Nothing is guessed."""
    assert called(catalogue, typed).groups == ()


def test_a_page_says_what_led_to_it(catalogue: Catalogue) -> None:
    """The title that was typed is the subject; a group's own name is not."""
    page, itself = page_called(catalogue, "imker"), page_called(catalogue, "6123")
    assert (page.kind, page.slug, page.codes) == ("group", "6123", {"isco08": "6123"})
    assert (page.body.typed, itself.body.typed) == ("imker", None)  # type: ignore[union-attr]
    assert "q=imker" in " ".join(link.url for link in page.vacancies)
    assert page.body.counted == ("bee breeder",)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "shown", "source"),
    [
        ("sterrenveger", "sterrenveger", "editors"),
        ("bee breeder", "bee breeder", "esco"),
        ("hive whisperer", "hive whisperer", "editors"),
        ("moth ushers", "moth ushers", "onet-titles"),
        ("Senior imker - 32 uur (m/v)", "Senior imker", "esco"),
        (
            "http://data.europa.eu/esco/occupation/026401a9-7d56-4d7b-8052-38985ddbeafa",
            "bee breeder",
            "esco",
        ),
    ],
)
def test_a_page_says_who_counts_the_title(
    catalogue: Catalogue, typed: str, shown: str, source: str
) -> None:
    """CBS, ESCO or the editors; an address of ESCO is shown as the title that it is of."""
    body = page_called(catalogue, typed).body
    assert (body.typed, body.counted_source) == (  # type: ignore[union-attr]
        shown.removeprefix("Senior "),
        source,
    )


@pytest.mark.shipped
@pytest.mark.parametrize("typed", ["QC Coord", "Safety Sitter at Moonco"])
def test_a_title_in_short_or_written_out_has_the_source_of_the_other(
    typed: str, catalogue: Catalogue
) -> None:
    """Whichever way it stands in the list of who counts it."""
    catalogue.reader = Reader("en")
    assert page_called(catalogue, typed).body.counted_source == "editors"  # type: ignore[union-attr]


def test_written_roles_of_the_group_are_named(catalogue: Catalogue) -> None:
    """A reader may want a page that somebody wrote."""
    assert len(page_called(catalogue, "2511").body.roles) == 5  # type: ignore[union-attr]


def test_several_groups_are_a_choice(catalogue: Catalogue) -> None:
    """None of them is taken for the answer; each is named with the command that shows it."""
    with pytest.raises(NotFoundError, match=r"(?s)2 groups.*show 2511.*show 7212"):
        page_called(catalogue, "nevelmeter")


def test_a_miss_names_the_group(catalogue: Catalogue) -> None:
    """Where only a role will do (ladder, compare), the group is named instead of a far role."""
    with pytest.raises(NotFoundError, match="careers show 6123"):
        find(catalogue, "imker")


@pytest.mark.parametrize(
    ("title", "job"),
    [
        ("Senior Buyer - Part Time (m/v)", "Buyer"),
        ("timmerman 32 uur", "timmerman"),
        ("Bakker | Utrecht", "Bakker"),
        ("parttime kok", "kok"),
        ("Verpleegkundige 24-36 uur", "Verpleegkundige"),
        ("Cleaner, vehicles", "Cleaner, vehicles"),
        ("Lead Data Scientist", "Data Scientist"),
        ("hi-fi technician", "hi-fi technician"),
        ("Branch Manager- Bakersfield, CA", "Branch Manager"),
        ("Lab Technician-Carthage, MO", "Lab Technician"),
        ("General Manager -Kansas City", "General Manager"),
        ("Quality Supervisor ? Sabetha, KS", "Quality Supervisor"),
        ("tuin- en parkmedewerker", "tuin- en parkmedewerker"),
        ("Plaat-kunststofbewerker", "Plaat-kunststofbewerker"),
        ("Stitcher I", "Stitcher"),
        ("Systems Engineer, Intermediate", "Systems Engineer"),
        ("Principal Account Manager", "Account Manager"),
        ("Principal", "Principal"),
        ("Associate Professor", "Professor"),
    ],
)
def test_what_an_advertisement_adds_is_set_aside(title: str, job: str) -> None:
    """Level, hours, contract, place; what may be a part of the job stays."""
    assert plain_title(title) == job


@given(st.text(max_size=60))
def test_setting_aside_never_adds(title: str) -> None:
    """What is left are words of the title in their order, and doing it twice changes nothing."""
    plain = plain_title(title)
    assert len(plain) <= len(title)
    assert plain_title(plain) == plain


@pytest.mark.shipped
def test_every_title_of_the_index_leads_somewhere(catalogue: Catalogue) -> None:
    """All that CBS's index counts: a group, a choice of those that count it, or a written role."""
    with (ROOT / "data" / "figures" / "cbs-titles.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 4000
    catalogue.reader = Reader("nl")
    for row in rows:
        found = called(catalogue, row["title"])
        assert any(found), row["title"]
        assert found.roles or set(row["isco08"].split()) <= set(found.groups), row["title"]
