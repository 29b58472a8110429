"""Lists of roles by filter, and of sources."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.choices import GROUP_ORDERS, ORDERS
from careercli.catalogue.listing import Filters, list_page, passing, read_amount, sources_page
from careercli.catalogue.role_page import role_page
from careercli.catalogue.role_row import role_rows
from careercli.catalogue.store import open_catalogue
from careercli.errors import UsageError
from careercli.pages import RoleRow, Way
from tests.conftest import DATA, ROLES


def rows(catalogue: Catalogue, filters: Filters = Filters(), sort: str = "title") -> list[RoleRow]:  # noqa: B008 - immutable
    """Return the roles of a list."""
    return list(list_page(catalogue, filters, sort).roles)


def slugs(catalogue: Catalogue, filters: Filters) -> set[str]:
    """Return the slugs of a list."""
    return {row.slug for row in rows(catalogue, filters)}


def places(catalogue: Catalogue, name: str) -> list[str]:
    """Return the words of a closed list in the order of data/vocabulary.toml."""
    found = catalogue.rows("SELECT id FROM term WHERE list = :name ORDER BY place", name=name)
    return [row["id"] for row in found]


@pytest.mark.parametrize(
    "field, name", [("category", "categories"), ("level", "levels"), ("outlook", "outlooks")]
)
def test_filter_by_a_word_of_a_list(catalogue: Catalogue, field: str, name: str) -> None:
    """Each word of a closed list keeps exactly the roles that have it."""
    everything = rows(catalogue)
    for word in places(catalogue, name):
        expected = {row.slug for row in everything if getattr(row, field).id == word}
        assert slugs(catalogue, Filters(**{field: [word]})) == expected, word


def test_words_of_one_filter_add_up(catalogue: Catalogue) -> None:
    """Two levels keep the roles of either one."""
    either = slugs(catalogue, Filters(level=["lead", "junior"]))
    assert either == slugs(catalogue, Filters(level=["lead"])) | slugs(
        catalogue, Filters(level=["junior"])
    )
    assert {"junior-cloud-shepherd", "puddle-keeper", "cloud-shepherd"} - either == {
        "cloud-shepherd"
    }


def test_filters_narrow_one_another(catalogue: Catalogue) -> None:
    """Filters of two kinds keep the roles that pass both."""
    both = slugs(catalogue, Filters(category=["weather"], level=["junior"]))
    assert both == {"junior-cloud-shepherd"}


@pytest.mark.parametrize("word", ["management", "MANAGEMENT", "Management & Leiding"])
def test_word_may_be_a_label(catalogue: Catalogue, word: str) -> None:
    """A word is known by its id and by its label in either language, in any case."""
    assert "head-of-weather" in slugs(catalogue, Filters(category=[word]))


@pytest.mark.parametrize("sort", GROUP_ORDERS)
def test_groups_pass_the_same_filters(catalogue: Catalogue, sort: str) -> None:
    """By word of the outlook, tightness and pay, in every order that they have."""
    everything = rows(catalogue, Filters(groups=True), sort)
    assert len(everything) == len(catalogue.rows("SELECT * FROM unit_group"))
    stable = rows(catalogue, Filters(groups=True, outlook=["stable"]), sort)
    assert stable == [row for row in everything if row.outlook.id == "stable"]
    tight = rows(catalogue, Filters(groups=True, tight=True), sort)
    assert {row.slug for row in tight} < {row.slug for row in everything if row.tightness}
    well_paid = rows(catalogue, Filters(groups=True, min_salary="60000"), sort)
    assert well_paid == [row for row in everything if row.pay and (row.pay.median or 0) >= 60_000]


def test_roles_are_listed_without_the_groups(catalogue: Catalogue) -> None:
    """Groups stand on a list of their own."""
    assert {row.kind for row in rows(catalogue)} == {"role"}


def test_education_leaves_out_what_asks_more(catalogue: Catalogue) -> None:
    """A diploma keeps the roles that ask for it or less."""
    with_mbo = slugs(catalogue, Filters(with_diploma=["mbo-4"]))
    assert {"mist-weigher", "seam-singer", "moon-polisher"} <= with_mbo
    assert "chief-rain-officer" not in with_mbo
    assert with_mbo < slugs(catalogue, Filters(with_diploma=["hbo"]))
    assert len(slugs(catalogue, Filters(with_diploma=["phd"]))) == ROLES


SCHOOL = """
[education.havo]
en = "havo (school)"
nl = "havo"
nlqf = 4
school = true
short = { en = "havo", nl = "havo" }
also = ["gymnasium"]
years = [5, 5]

[education.associate-degree]"""


@pytest.fixture
def with_school(data_copy: Path) -> Iterator[Catalogue]:
    """A catalogue with a school diploma, which opens an hbo."""
    path = data_copy / "vocabulary.toml"
    text = path.read_text(encoding="utf-8").replace("\n[education.associate-degree]", SCHOOL)
    head, hbo, tail = text.partition("[education.hbo]")
    text = head + hbo + tail.replace('after = ["mbo-4"]', 'after = ["mbo-4", "havo"]', 1)
    path.write_text(text, encoding="utf-8")
    connection = open_catalogue()
    yield Catalogue(connection, Reader("en"))
    connection.close()


def test_a_school_diploma_opens_studies(with_school: Catalogue) -> None:
    """Those after a study that it is made for come first, with its years."""
    page = list_page(with_school, Filters(with_diploma=["havo"]))
    ways = {row.slug: row.way for row in page.roles}
    assert page.with_study
    assert [diploma.id for diploma in page.having] == ["havo"]
    assert ways["moon-polisher"] == Way(None, None)
    assert ways["fog-counter"].study.id == "hbo"
    assert ways["fog-counter"].years == (4, 4)
    assert "cloud-shepherd" not in ways
    years = [way.years for way in ways.values() if way.study]
    assert years == sorted(years)
    assert [bool(way.study) for way in ways.values()] == [True] * len(years) + [False] * 2
    assert page.sort == "way"


def test_study_is_a_choice(with_school: Catalogue) -> None:
    """Without it a school diploma keeps little; with it a trade leads on."""
    every = slugs(with_school, Filters(with_diploma=["havo"]))
    without = slugs(with_school, Filters(with_diploma=["havo"], study=False))
    assert without == {"moon-polisher", "seam-singer"} < every
    trade = slugs(with_school, Filters(with_diploma=["mbo-4"]))
    assert trade == slugs(with_school, Filters(with_diploma=["mbo-4"], study=False))
    further = slugs(with_school, Filters(with_diploma=["mbo-4"], study=True))
    assert further - trade >= {"fog-counter", "wind-nurse"}
    both = slugs(with_school, Filters(with_diploma=["havo", "mbo-4"]))
    assert both == trade | without


@pytest.mark.parametrize("word", ["havo", "HAVO", "gymnasium", "havo (school)"])
def test_a_diploma_has_many_names(with_school: Catalogue, word: str) -> None:
    """Its id, its label, and what else people type for it."""
    (diploma,) = list_page(with_school, Filters(with_diploma=[word])).having
    assert diploma.id == "havo"


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("master", ["hbo-master", "wo"]),
        ("university", ["wo-bachelor", "wo"]),
        ("Universiteit", ["wo-bachelor", "wo"]),
        ("bachelor", ["hbo", "wo-bachelor"]),
        ("mbo4", ["mbo-4"]),
        ("mbo 4", ["mbo-4"]),
        ("MBO niveau 4", ["mbo-4"]),
        ("gymnasium", ["vwo"]),
        ("mavo", ["vmbo"]),
        ("geen", ["none"]),
        ("hbo bachelor", ["hbo"]),
    ],
)
def test_what_people_call_a_diploma(catalogue: Catalogue, typed: str, ids: list[str]) -> None:
    """A word that several diplomas have means each of them."""
    page = list_page(catalogue, Filters(with_diploma=[typed]))
    assert [diploma.id for diploma in page.having] == ids


def test_a_profile_of_yours(catalogue: Catalogue) -> None:
    """Roles that name one of the profiles, in either language."""
    technical = slugs(catalogue, Filters(profile=["NT"]))
    assert technical == slugs(catalogue, Filters(profile=["natuur & techniek"]))
    assert {"cloud-shepherd", "wind-nurse"} <= technical
    assert "chief-rain-officer" not in technical
    assert "chief-rain-officer" in slugs(catalogue, Filters(profile=["nt", "em"]))


def test_a_subject_of_yours(catalogue: Catalogue) -> None:
    """Roles that need it, and those to which it is of use."""
    assert slugs(catalogue, Filters(subject=["physics"])) == {
        "cloud-shepherd",
        "junior-cloud-shepherd",
        "lead-cloud-shepherd",
        "wind-nurse",
    }
    either = slugs(catalogue, Filters(subject=["natuurkunde", "economics"]))
    assert either > {"wind-nurse", "chief-rain-officer"}


@pytest.fixture
def indoors(data_copy: Path) -> Iterator[Catalogue]:
    """Roles of which one is outdoors by day, one indoors at night, one neither."""
    for slug, marks in (
        ("fog-counter", '["outdoors"]'),
        ("mist-weigher", '["nights"]'),
        ("wind-nurse", "[]"),
    ):
        path = data_copy / "roles" / f"{slug}.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^work = .*$", f"work = {marks}", text), encoding="utf-8")
    connection = open_catalogue()
    yield Catalogue(connection, Reader("en"))
    connection.close()


def test_interests_are_those_of_the_pages(catalogue: Catalogue) -> None:
    """All that are asked for, or one of them, as figures say; the source is then cited."""
    letters = {
        row.slug: {one for found in role_page(catalogue, number).interests for one in found.letters}
        for number, row in role_rows(catalogue, map(int, passing(catalogue, Filters()))).items()
    }

    def having(*wanted: str) -> set[str]:
        return {slug for slug, found in letters.items() if set(wanted) <= found}

    assert having("I") not in (set(), set(letters))
    assert slugs(catalogue, Filters(interest=["investigative"])) == having("I")
    assert slugs(catalogue, Filters(interest=["onderzoekend", "social"])) == having("I", "S")
    either = having("I") | having("S")
    assert slugs(catalogue, Filters(interest=["investigative", "social"], any=True)) == either
    page = list_page(catalogue, Filters(interest=["social"]))
    assert any("O*NET" in source.name for source in page.sources)
    with pytest.raises(UsageError, match="Did you mean social"):
        list_page(catalogue, Filters(interest=["socail"]))


def test_marks_of_the_working_life(indoors: Catalogue) -> None:
    """All that are asked for, or one of them; and none that is not wanted."""
    three = {"fog-counter", "mist-weigher", "wind-nurse"}

    def kept(**filters: object) -> set[str]:
        return slugs(indoors, Filters(**filters)) & three

    assert kept(work=["outdoors"]) == {"fog-counter"}
    assert kept(work=["outdoors", "nachten"]) == set()
    assert kept(work=["outdoors", "nights"], any=True) == {"fog-counter", "mist-weigher"}
    assert kept(without=["nights"]) == {"fog-counter", "wind-nurse"}
    assert kept(without=["nights", "outdoors"]) == {"wind-nurse"}
    assert kept(work=["outdoors"], without=["outdoors"]) == set()
    assert (
        slugs(indoors, Filters(work=["outdoors", "nights"]))
        == {row.slug for row in rows(indoors)} - three
    )


def test_one_skill_may_be_enough(catalogue: Catalogue) -> None:
    """With any, either skill; and the same skill twice is one."""
    python = slugs(catalogue, Filters(skill=["python"]))
    statistics = slugs(catalogue, Filters(skill=["statistics"]))
    assert slugs(catalogue, Filters(skill=["python", "statistics"], any=True)) == (
        python | statistics
    )
    assert slugs(catalogue, Filters(skill=["python", "PYTHON"])) == python


def test_no_diploma_leaves_what_asks_for_none(catalogue: Catalogue) -> None:
    """Somebody without a diploma sees the roles that ask for none, and no other."""
    without = slugs(catalogue, Filters(with_diploma=["none"]))
    assert "moon-polisher" in without
    assert without == {row.slug for row in rows(catalogue) if row.education.id == "none"}


def test_skills_must_all_be_asked_for(catalogue: Catalogue) -> None:
    """Two skills keep the roles that ask for both, named in either language."""
    python = slugs(catalogue, Filters(skill=["python"]))
    statistics = slugs(catalogue, Filters(skill=["Statistiek"]))
    both = slugs(catalogue, Filters(skill=["PYTHON", "statistics"]))
    assert both == python & statistics
    assert both < python


def test_salary_is_the_median_of_the_group(catalogue: Catalogue) -> None:
    """A least salary keeps the roles of whose group half earns that; unpaid are counted."""
    page = list_page(catalogue, Filters(min_salary="50k"), "title")
    kept = {row.slug for row in page.roles}
    assert kept == {row.slug for row in rows(catalogue) if row.pay and row.pay.median >= 50_000}
    assert 0 < len(kept) < ROLES - page.without_pay
    assert page.without_pay == sum(row.pay is None for row in rows(catalogue))
    assert page.total == ROLES


@pytest.mark.parametrize("hours", [32.0, 36.0, 37.5, 38.0, 40.0])
def test_salary_as_shown_passes(catalogue: Catalogue, hours: float) -> None:
    """The amount that a page has as a group's median lets that role through."""
    catalogue.reader = Reader("en", "year", hours)
    for row in rows(catalogue):
        if row.pay:
            assert row.slug in slugs(catalogue, Filters(min_salary=f"{row.pay.median:.2f}"))
            assert row.slug not in slugs(catalogue, Filters(min_salary=f"{row.pay.median + 1:.2f}"))


@pytest.mark.parametrize("per, amount", [("hour", "25,81"), ("month", "4.250"), ("year", "51k")])
def test_salary_is_of_the_period_that_is_shown(catalogue: Catalogue, per: str, amount: str) -> None:
    """--per says of what period the least salary is; the same pay keeps the same roles."""
    a_year = {row.slug for row in rows(catalogue) if row.pay and row.pay.median >= 51_000}
    catalogue.reader = Reader("en", per)
    page = list_page(catalogue, Filters(min_salary=amount), "title")
    assert {row.slug for row in page.roles} == a_year
    assert page.min_salary.unit == f"EUR/{per}"


AMOUNTS = {
    "60000": 60_000,
    "60.000": 60_000,
    "60,000": 60_000,
    "60 000": 60_000,
    "60'000": 60_000,
    "60k": 60_000,
    "60 K": 60_000,
    "37.5k": 37_500,
    "37,5k": 37_500,
    "€3.500,50": 3500.5,
    "EUR 3,500.50": 3500.5,
    "3500": 3500,
    "1.234.567": 1_234_567,
    "25.5": 25.5,
    "25,50": 25.5,
    "0": 0,
}


@pytest.mark.parametrize("typed", AMOUNTS)
def test_amounts_are_read_as_they_are_meant(typed: str) -> None:
    """Three digits after a separator are thousands, one or two are a decimal part."""
    assert read_amount(typed) == pytest.approx(AMOUNTS[typed])


@pytest.mark.parametrize("typed", ["", "much", "-5", "6e4", "60..000", "60.0000", "1.23.456", "k"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    """Rather than taken for one of a thousandth of what was meant."""
    with pytest.raises(UsageError, match="--min-salary"):
        read_amount(typed)


def test_unpaid_are_counted_among_the_filtered(catalogue: Catalogue) -> None:
    """Only roles that pass the other filters count as without pay."""
    page = list_page(catalogue, Filters(level=["junior"], min_salary="1"), "title")
    juniors = slugs(catalogue, Filters(level=["junior"]))
    unpaid = sum(row.pay is None for row in rows(catalogue) if row.slug in juniors)
    assert page.without_pay == unpaid
    assert len(page.roles) == len(juniors) - unpaid


SORTED = {
    "title": lambda row, place: row.title.lower(),
    "category": lambda row, place: (
        place("categories", row.category.id),
        place("levels", row.level.id),
        row.title,
    ),
    "level": lambda row, place: (place("levels", row.level.id), row.title),
    "outlook": lambda row, place: (place("outlooks", row.outlook.id), row.title),
    "openings": lambda row, place: (row.openings is None, -(row.openings or 0), row.title),
    "salary": lambda row, place: (
        row.pay is None,
        -(row.pay.median if row.pay else 0),
        row.title,
    ),
    "education": lambda row, place: (row.education.nlqf or 0, row.title),
    "exposure": lambda row, place: (row.exposure is None, -(row.exposure or 0), row.title),
}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("sort", ORDERS)
def test_order(catalogue: Catalogue, sort: str, language: str) -> None:
    """Words sort as in the vocabulary, the best paid and most exposed first, unknown last."""
    catalogue.reader = Reader(language)
    found = rows(catalogue, sort=sort)
    assert len(found) == ROLES

    def place(name: str, word: str) -> int:
        return places(catalogue, name).index(word)

    assert found == sorted(found, key=lambda row: SORTED[sort](row, place))


def test_tight_keeps_where_employers_are_short_of_people(catalogue: Catalogue) -> None:
    """A group of which nothing is published is left out."""
    tight = slugs(catalogue, Filters(tight=True))
    known = {row.slug: row.tightness for row in rows(catalogue)}
    assert "moon-polisher" in tight
    assert set(tight) == {slug for slug, value in known.items() if value}
    assert None in known.values()


def test_page_tells_its_filters(catalogue: Catalogue) -> None:
    """The page repeats the filters that were given, and no other."""
    page = list_page(catalogue, Filters(level=["lead", "junior"], min_salary="1.000"), "title")
    assert page.filters == {"level": "lead, junior", "min_salary": "1.000"}
    assert list_page(catalogue, Filters(), "title").filters == {}
    assert list_page(catalogue, Filters(tight=True), "title").filters == {"tight": "True"}


@pytest.mark.parametrize(
    "filters, message",
    [
        (Filters(category=["cooking"]), '--category: .*"cooking".* weather'),
        (Filters(level=["wizard"]), '--level: .*"wizard".* senior'),
        (Filters(level=["senior", "wizard"]), '--level: .*"wizard"'),
        (Filters(outlook=["up"]), '--outlook: .*"up".* growing'),
        (Filters(with_diploma=["kindergarten"]), '--with-diploma: .*"kindergarten".* hbo'),
        (Filters(skill=["pyton"]), '--skill: .*"pyton".*mean Python'),
    ],
)
def test_unknown_word_is_refused(catalogue: Catalogue, filters: Filters, message: str) -> None:
    """A word that is on no list is named with its option and the words there are."""
    with pytest.raises(UsageError, match=message):
        list_page(catalogue, filters, "title")


def test_every_source_stands_in_the_bibliography_once(catalogue: Catalogue) -> None:
    """Those of the tables and of the roles, in the order of data/sources.toml; of no import."""
    page = sources_page(catalogue)
    listed = [source.id for source in page.sources]
    known = tomli.loads((DATA / "sources.toml").read_text(encoding="utf-8"))
    assert page.title is None
    assert listed == [key for key in known if key not in ("esco-download", "onet-download")]
    assert catalogue.published.sources | {"almanac-2026"} <= set(listed)


def test_a_limit_keeps_the_first_roles(catalogue: Catalogue) -> None:
    """In the order asked for, with how many there are."""
    everything = list_page(catalogue, Filters(), "salary")
    page = list_page(catalogue, Filters(), "salary", 3)
    assert page.roles == everything.roles[:3]
    assert page.found == everything.found == len(everything.roles)
    narrowed = list_page(catalogue, Filters(level=["lead"]), "title", 1)
    assert (len(narrowed.roles), narrowed.found, narrowed.total) == (1, 2, everything.found)
