"""Phrases that are read as skills: what people write on a CV or type."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.listing import Filters, list_page
from careercli.catalogue.searching import search_page
from careercli.catalogue.skills import skills_called, skills_near
from careercli.catalogue.store import open_catalogue
from careercli.errors import UsageError
from careercli.roles.reference import Skill
from careercli.roles.workspace import read_reference_data
from tests.taxonomies.downloads import esco, keep, unpacked

ANY_TEXT = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(catalogue: Catalogue, phrase: str) -> dict[str, list[str]]:
    """Return the ids of the skills that a phrase names, under what was read of it."""
    ids = {row["number"]: row["id"] for row in catalogue.rows("SELECT number, id FROM skill")}
    return {
        called.said: [ids[number] for number in called.skills]
        for called in skills_called(catalogue, phrase)
    }


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Python", {"Python": ["python"]}),
        ("slang", {"slang": ["python"]}),
        (" weather-glass ", {"weather-glass": ["barometers"]}),
        ("Microsoft Python", {"Microsoft Python": ["python"]}),
        ("MS SQL 2019", {"MS SQL 2019": ["sql"]}),
        ("Python 3", {"Python 3": ["python"]}),
        ("PYTHON 3.11", {"PYTHON 3.11": ["python"]}),
        ("Python3", {"Python3": ["python"]}),
        ("Python(3)", {"Python(3)": ["python"]}),
        ("SQL 5.x", {"SQL 5.x": ["sql"]}),
        ("Python.js", {"Python.js": ["python"]}),
        ("PythonJS", {"PythonJS": ["python"]}),
        ("python js", {"python js": ["python"]}),
        ("AneroidJs", {"AneroidJs": ["barometers"]}),
        ("aneroid js 12", {"aneroid js 12": ["barometers"]}),
        ("planning skills", {"planning skills": ["planning"]}),
        ("kennis van Python", {"kennis van Python": ["python"]}),
        ("Ervaring met MS Python 3", {"Ervaring met MS Python 3": ["python"]}),
        ("experience with SQL", {"experience with SQL": ["sql"]}),
        ("Python (programming language)", {"Python": ["python"]}),
        ("Dark snake (Python)", {"Python": ["python"]}),
        ("Structured queries (SQL, Python)", {"SQL": ["sql"], "Python": ["python"]}),
        ("Python/SQL", {"Python": ["python"], "SQL": ["sql"]}),
        ("Python & SQL", {"Python": ["python"], "SQL": ["sql"]}),
        ("Python (Snake)", {"Python": ["python"]}),
        ("R&W", {"R&W": ["barometers"]}),
        ("C++/W", {"W": ["barometers"]}),
        ("Warm & other towels", {}),
        ("planning of towels", {}),
        ("Pythonn", {}),
        ("skills", {}),
        ("js", {}),
        ("", {}),
        ("python " * 100, {}),
    ],
)
def test_a_phrase_is_read(catalogue: Catalogue, phrase: str, said: dict[str, list[str]]) -> None:
    """As a name, without what is beside it, in its parts; by no word that it shares with a name."""
    assert read(catalogue, phrase) == said


@pytest.mark.parametrize("phrase", ["W & D", "P/W", "cloud R & W", "W3"])
def test_a_letter_is_a_name_only_by_itself(catalogue: Catalogue, phrase: str) -> None:
    """R and W are skills, and R&D names neither."""
    assert read(catalogue, "W") == {"W": ["barometers"]}
    assert read(catalogue, phrase) == {}


@ANY_TEXT
@given(st.text(max_size=60) | st.text("()[]/&,; ajs13+#", max_size=80))
def test_whatever_is_typed_is_no_error(catalogue: Catalogue, phrase: str) -> None:
    """A phrase names skills or none, each once, and what was read stands in it."""
    found = skills_called(catalogue, phrase)
    assert len({called.skills for called in found}) == len(found)
    assert all(called.said in phrase and called.skills for called in found)


@ANY_TEXT
@given(st.data(), st.sampled_from(["", "Microsoft ", "kennis van ", "experience with "]))
def test_a_name_is_read_as_its_skill(
    catalogue: Catalogue, data: st.DataObject, before: str
) -> None:
    """Every name of every skill gives that skill, in any case, whatever may be left out."""
    skills = read_reference_data().skills
    key = data.draw(st.sampled_from(sorted(skills)))
    names = (key, skills[key].en, skills[key].nl, *skills[key].other_names())
    name = data.draw(st.sampled_from(names))
    after = data.draw(st.sampled_from(["", " 3", " skills", " (advanced)"]))
    for said in (name, name.upper(), before + name + after):
        assert list(read(catalogue, said).values())[:1] == [[key]]


@pytest.mark.long
@pytest.mark.shipped
def test_every_shipped_name_is_read(catalogue: Catalogue) -> None:
    """None is taken for another, or falls into parts."""
    for key, skill in read_reference_data().skills.items():
        for name in (key, skill.en, skill.nl, *skill.other_names()):
            assert read(catalogue, name) == {name: [key]}


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("phrase", "ids"),
    [
        ("ReactJs", ["front-end-frameworks"]),
        ("MS OFFICE 365", ["office-software"]),
        ("HTML(5)", ["html-css"]),
        ("HTML & CSS", ["html-css"]),
        ("Amazon Web Services (AWS)", ["cloud-platforms"]),
        ("Agile/Scrum", ["agile-working"]),
        ("Microsoft Excel and nothing else", []),
        ("R&D", []),
        ("C/C++", ["cpp"]),
        ("klantvriendelijkheid", ["customer-service"]),
        ("Engels (vloeiend)", ["english"]),
        ("goede communicatieve vaardigheden", ["communication"]),
        ("goede vaardigheden", []),
        ("brand protection", []),
        ("time management skills", ["organising"]),
        ("REST API's", ["api-design"]),
        ("Basiskennis SQL", ["sql"]),
        ("Microsoft Office 2003 en hoger", ["office-software"]),
        ("vital sign", ["vital-signs"]),
    ],
)
def test_what_people_write_is_read(catalogue: Catalogue, phrase: str, ids: list[str]) -> None:
    """Short forms, products without their maker, everyday words; a shared word is not enough."""
    assert [key for keys in read(catalogue, phrase).values() for key in keys] == ids


def test_a_name_without_its_brackets_is_another_name() -> None:
    """Nobody writes them."""
    skill = Skill(en="Seams (hot, cold)", nl="Naden", kind="skill", also=("Stitches",))
    assert skill.other_names() == ["Seams", "Naden", "Stitches"]


@pytest.fixture
def imported(imports: Path, tmp_path: Path) -> Iterator[Catalogue]:
    """The made-up roles with a small download of ESCO, of which one name is ours too."""
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    stored = open_catalogue()
    copy = sqlite3.connect(":memory:")
    stored.backup(copy)
    stored.close()
    copy.execute(
        "INSERT INTO skill_name SELECT 'patch apps', 1, number FROM skill WHERE id = 'coaching'"
    )
    yield Catalogue(copy, Reader())
    copy.close()


@pytest.mark.parametrize(
    ("phrase", "ids"),
    [
        ("Python", ["python"]),
        ("sing to bees", ["sing-to-bees"]),
        ("metal lore", ["metals"]),  # what the import calls one of ours
        ("find faults", ["find-faults"]),  # and another name of mend-apps
        ("Count hives", ["coaching", "count-hives"]),
        ("Google Count hives", ["coaching", "count-hives"]),
        ("patch apps", ["coaching"]),  # mend-apps is called so besides its own name
    ],
)
def test_ours_comes_first(imported: Catalogue, phrase: str, ids: list[str]) -> None:
    """Beside it what was imported under that name; another name counts where no other is known."""
    assert list(read(imported, phrase).values()) == [ids]


def test_a_list_takes_either_of_one_name(imported: Catalogue) -> None:
    """The roles that ask for ours or for the imported one; of two names they must ask for each."""

    def slugs(*skills: str, either: bool = False) -> set[str]:
        page = list_page(imported, Filters(skill=skills, any=either))
        return {role.slug for role in page.roles}

    both = slugs("count hives")
    assert both > slugs("coaching")
    assert slugs("count hives", "python") == both & slugs("python")
    assert slugs("count hives/python") == slugs("count hives", "python")
    assert slugs("count hives", "python", either=True) == both | slugs("python")


def test_a_search_reads_what_a_list_reads(catalogue: Catalogue) -> None:
    """Who searches for a skill by another name finds the roles that ask for it."""
    asking = {row.slug for row in list_page(catalogue, Filters(skill=["weather glass"])).roles}
    hits = search_page(catalogue, "Weerglas (2 years)", 20).hits
    assert {hit.role.slug for hit in hits if hit.by == "skill"} == asking


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("pyton", ["Python"]),
        ("weathr glass", ["weather glass"]),
        ("barometre", ["Barometer"]),
        ("statistik", ["Statistiek"]),
        ("sqll", []),
        ("HPLC", []),
        ("python programming", []),
        ("", []),
    ],
)
def test_what_is_near_differs_by_a_slip(catalogue: Catalogue, typed: str, near: list[str]) -> None:
    """A short name is near too many, and one that shares a word is another."""
    assert sorted(skills_near(catalogue, typed)) == near


def test_nothing_odd_is_offered(catalogue: Catalogue) -> None:
    """What is not near is not known, and that is all."""
    with pytest.raises(UsageError, match=r'no skill "HPLC"\. A page names its own'):
        list_page(catalogue, Filters(skill=["HPLC"]))
