"""What a diploma opens, by the entry rules of the shipped vocabulary."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.schooling import Schooling
from careercli.catalogue.store import open_catalogue

pytestmark = pytest.mark.shipped

DIPLOMAS = (
    *("none", "mbo-1", "vmbo-basis", "vmbo", "mbo-2", "mbo-3", "mbo-4", "havo", "vwo"),
    *("associate-degree", "hbo", "wo-bachelor", "hbo-master", "wo", "phd"),
)
Years = tuple[int, int]


@pytest.fixture(scope="module")
def lists(environment_of_the_module: None) -> Iterator[Catalogue]:
    """The shipped catalogue, opened once."""
    connection = open_catalogue()
    yield Catalogue(connection, Reader("en"))
    connection.close()


def test_every_diploma_is_tried(lists: Catalogue) -> None:
    """A new one has its rules here too, in the order of the vocabulary."""
    assert tuple(term.id for term in lists.all_terms("education")) == DIPLOMAS


AT_ONCE = (0, 0)
MBO: dict[str, Years] = dict.fromkeys(("mbo-2", "mbo-3", "mbo-4"), AT_ONCE)
HBO: dict[str, Years] = {"associate-degree": AT_ONCE, "hbo": AT_ONCE, "hbo-master": (4, 4)}
WO: dict[str, Years] = {"wo-bachelor": AT_ONCE, "wo": (3, 3), "phd": (4, 5)}

# The studies that a diploma opens, with the years before their own; nothing else is open.
OPENS = {
    "none": {},
    "mbo-1": {"mbo-2": AT_ONCE},
    "vmbo-basis": {"mbo-2": AT_ONCE},
    "vmbo": MBO,
    "havo": MBO | HBO,
    "vwo": MBO | HBO | WO,
}


@pytest.mark.parametrize("had", OPENS)
def test_the_studies_that_a_school_diploma_opens(had: str, lists: Catalogue) -> None:
    """With a master by way of its bachelor, whose years lie before its own."""
    assert Schooling(lists, [had]).studies == OPENS[had]


@pytest.mark.parametrize(
    ("had", "opened", "closed"),
    [
        ("mbo-2", "mbo-3 mbo-4", "hbo associate-degree wo-bachelor wo"),
        ("mbo-4", "hbo associate-degree hbo-master", "wo-bachelor wo phd havo vwo"),
        ("associate-degree", "hbo", "wo-bachelor wo"),
        ("hbo", "wo-bachelor hbo-master wo", "havo vwo"),
        ("wo-bachelor", "wo hbo", "havo vwo"),
        ("wo", "phd", "vwo"),
    ],
)
def test_the_studies_after_a_trade(had: str, opened: str, closed: str, lists: Catalogue) -> None:
    """What the law gives entry to, and what it does not; school is not begun again."""
    studies = set(Schooling(lists, [had]).studies)
    assert set(opened.split()) <= studies
    assert not set(closed.split()) & studies


@pytest.mark.parametrize(
    ("had", "study", "years"), [("hbo", "wo", (3, 3)), ("wo-bachelor", "hbo-master", (4, 4))]
)
def test_an_equal_level_is_no_entry(had: str, study: str, years: Years, lists: Catalogue) -> None:
    """One bachelor is not the other: a master takes the years of its own bachelor too."""
    assert Schooling(lists, [had]).studies[study] == years


@pytest.mark.parametrize(
    ("had", "stands_for", "not_for"),
    [
        ("hbo", "hbo associate-degree mbo-4 mbo-1 havo vwo vmbo none", "wo hbo-master"),
        ("wo-bachelor", "hbo wo-bachelor", "wo"),
        ("mbo-4", "mbo-2 mbo-3 havo vmbo none", "hbo associate-degree"),
        ("havo", "vmbo vmbo-basis none", "mbo-1 mbo-2 mbo-4 hbo"),
        ("vwo", "havo vmbo none", "mbo-2 mbo-4"),
        ("vmbo", "vmbo-basis none", "mbo-1 mbo-2 havo"),
        ("vmbo-basis", "none", "vmbo mbo-1"),
        ("none", "none", "mbo-1 vmbo-basis"),
        ("phd", " ".join(DIPLOMAS), ""),
    ],
)
def test_what_a_diploma_stands_for(
    had: str, stands_for: str, not_for: str, lists: Catalogue
) -> None:
    """By level; but school stands for no trade."""
    met = set(Schooling(lists, [had]).met)
    assert set(stands_for.split()) <= met
    assert not set(not_for.split()) & met


@pytest.mark.parametrize("had", DIPLOMAS)
def test_what_prepares_for_a_study(had: str, lists: Catalogue) -> None:
    """School does, and no other diploma; with a trade beside it, work comes first."""
    is_school = had in ("vmbo-basis", "vmbo", "havo", "vwo")
    assert Schooling(lists, [had]).is_school == is_school
    assert not Schooling(lists, [had, "mbo-4"]).is_school


@given(st.sets(st.sampled_from(DIPLOMAS), min_size=1), st.sampled_from(DIPLOMAS))
def test_more_is_never_less(lists: Catalogue, had: set[str], one_more: str) -> None:
    """Another diploma takes away neither a job nor a study, and makes no study longer."""
    before, after = Schooling(lists, sorted(had)), Schooling(lists, sorted({*had, one_more}))
    assert set(before.met) <= set(after.met)
    assert set(before.studies) <= set(after.studies)
    for key, years in before.studies.items():
        assert after.studies[key] <= years


@pytest.mark.parametrize(
    ("had", "asked", "training", "years"),
    [
        ("vwo", "wo", ["wo"], (4, 5)),
        ("vwo", "hbo", ["hbo"], (4, 4)),
        ("havo", "wo", ["hbo", "wo"], None),
        ("havo", "hbo", ["mbo-4", "hbo"], (4, 4)),
        ("vwo", "wo", ["wo-bachelor"], None),
        ("vmbo", "mbo-4", ["mbo-4", "mbo-3"], (3, 3)),
    ],
)
def test_a_study_is_a_way_if_it_ends_with_what_is_asked(
    had: str, asked: str, training: list[str], years: Years | None, lists: Catalogue
) -> None:
    """A bachelor is no way to a job that asks for a master; without a study there is none."""
    schooling = Schooling(lists, [had])
    levels = [(level, None) for level in training]
    way = schooling.way(asked, levels, study=True)
    assert (way and way.years) == years
    assert schooling.way(asked, levels, study=False) is None


def test_years_of_a_shortened_course_are_not_promised(lists: Catalogue) -> None:
    """But a longer one's are told."""
    schooling = Schooling(lists, ["havo"])
    for own, told in (((2, 2), (4, 4)), ((5, 5), (5, 5)), (None, (4, 4))):
        way = schooling.way("hbo", [("hbo", own)], study=True)
        assert way is not None
        assert way.years == told
