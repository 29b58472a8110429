"""What somebody says of themselves, read as skills, jobs, titles and traits."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.profile import Profile, own_skills, phrases_typed, profile_of

ANY_TEXT = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def names(catalogue: Catalogue, profile: Profile) -> list[str]:
    """Return the ids of the skills and the slugs of the jobs that were read, in their order."""
    ids = {row["number"]: row["id"] for row in catalogue.rows("SELECT number, id FROM skill")}
    return [
        ids[read.skills[0]] if read.skills else catalogue.ref(read.role or 0).slug
        for read in profile.read
    ]


@pytest.mark.parametrize(
    ("phrase", "read"),
    [
        ("Python", ["python"]),
        ("Python and SQL", ["python", "sql"]),
        ("python en punctual", ["python"]),
        ("Python: scripts for the weather", ["python"]),
        ("advanced SQL, 5 years", ["sql"]),
        ("fluent Python", ["python"]),
        ("never used SQL", []),
        ("want to learn Python", []),
        ("Python handling", []),
        ("Cloud Shepherd", ["cloud-shepherd"]),
        ("no Python at all", []),
        ("a very long story in which somebody tells of the Python that they once saw", []),
        ("planning of trips", []),
        ("planning in the circus", ["planning"]),
    ],
)
def test_a_phrase_is_read_as_what_it_names(
    phrase: str, read: list[str], catalogue: Catalogue
) -> None:
    """As a whole, in its parts, or by a name within; a word that any text has is none."""
    found = profile_of(catalogue, [phrase])
    assert names(catalogue, found) == read
    assert found.unknown == (() if read else (phrase,))


def test_everything_said_is_told_once(catalogue: Catalogue) -> None:
    """Skills, jobs, titles without a page, traits, and what was not recognised."""
    said = ["Python", "python", "imker", "punctual and cheerful", "juggling", "  ", "Python 3"]
    found = profile_of(catalogue, said, ["Cloud Shepherd", "Juggler", "imker"])
    assert [read.said for read in found.read] == ["Python", "Python 3", "Cloud Shepherd"]
    assert [(one.said, one.groups) for one in found.titles] == [("imker", ("6123",))] * 2
    assert found.traits == ("punctual and cheerful",)
    assert found.unknown == ("juggling", "Juggler")


def test_a_title_is_no_skill(catalogue: Catalogue) -> None:
    """A job that is called as a skill is not read as that."""
    assert profile_of(catalogue, [], ["Python"]).unknown == ("Python",)


@ANY_TEXT
@given(phrase=st.text(max_size=60))
def test_nothing_is_lost(phrase: str, catalogue: Catalogue) -> None:
    """Whatever is said, it is told as something; and in Dutch as the same skills."""
    found = profile_of(catalogue, [phrase])
    assert bool(phrase.strip()) == any(found)
    dutch = Catalogue(catalogue.connection, Reader("nl"))
    assert profile_of(dutch, [phrase]).skills == found.skills


def test_parts_that_were_not_read_are_told(catalogue: Catalogue) -> None:
    """Of a phrase of several nothing is lost."""
    found = profile_of(catalogue, ["Python/juggling", "SQL (circus)"])
    assert names(catalogue, found) == ["python", "sql"]
    assert found.unknown == ("juggling", "circus")


def test_another_name_of_what_was_read_is_nothing_else(catalogue: Catalogue) -> None:
    """Weather glass (barometer) is one skill by two names; neither of them is unknown."""
    found = profile_of(catalogue, ["Weather glass (Barometer)", "Weerglas/brass/barometer"])
    assert names(catalogue, found) == ["barometers", "barometers"]
    assert found.unknown == ("brass",)


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("Python, SQL", ["Python", " SQL"]),
        ("Python; SQL", ["Python", " SQL"]),
        ("tools (saw, hammer), SQL", ["tools (saw, hammer)", " SQL"]),
        ("Python", ["Python"]),
    ],
)
def test_commas_part_what_was_typed(typed: str, phrases: list[str], catalogue: Catalogue) -> None:
    """But within brackets, and in the name of a skill."""
    assert phrases_typed(catalogue, typed) == phrases


def test_what_is_kept_is_had(catalogue: Catalogue) -> None:
    """Skills by their ids, jobs by their slugs with all that they ask."""
    kept = Catalogue(catalogue.connection, Reader(skills="python, cloud-shepherd"))
    skills = own_skills(kept)
    asked = {
        row["skill"]
        for row in catalogue.rows(
            "SELECT skill FROM role_skill JOIN role ON id = role WHERE slug = 'cloud-shepherd'"
        )
    }
    assert asked <= skills
    assert own_skills(catalogue) == frozenset()


def test_what_to_keep_is_read_again_as_the_same(catalogue: Catalogue) -> None:
    """Whatever form it was typed in."""
    found = profile_of(catalogue, ["Python 3", "Structured queries (SQL)", "Cloud Shepherd"])
    again = profile_of(catalogue, found.words(catalogue))
    assert (again.skills, again.jobs) == (found.skills, found.jobs)
    assert again.unknown == ()


def test_a_job_among_the_skills_of_a_resume_gives_none_of_its_skills(catalogue: Catalogue) -> None:
    """Packer is a program there; it is told, and who had the job can say so."""
    listed = profile_of(catalogue, [], listed=["Cloud Shepherd", "Python"])
    assert names(catalogue, listed) == ["python"]
    assert [title.said for title in listed.titles] == ["Cloud Shepherd"]
    typed = profile_of(catalogue, ["Cloud Shepherd"])
    assert names(catalogue, typed) == ["cloud-shepherd"]
    assert typed.titles == ()
    both = profile_of(catalogue, ["Python", "Cloud Shepherd"], listed=["python", "Cloud shepherd"])
    assert names(catalogue, both) == ["python", "cloud-shepherd"]
    assert both.titles == ()


@pytest.mark.parametrize(
    ("title", "read", "unknown"),
    [
        ("Cloud Shepherd / Wind Nurse", ["cloud-shepherd", "wind-nurse"], ()),
        ("Mist Caller | Cloud Shepherd", ["cloud-shepherd"], ("Mist Caller",)),
        ("Cloud Shepherd / cloud shepherd", ["cloud-shepherd"], ()),
        ("Mist Caller / Fog Caller", [], ("Mist Caller / Fog Caller",)),
    ],
)
def test_two_jobs_of_one_entry_are_read_each(
    title: str, read: list[str], unknown: tuple[str, ...], catalogue: Catalogue
) -> None:
    """Two forms of one title are one."""
    profile = profile_of(catalogue, [], jobs=[title])
    assert names(catalogue, profile) == read
    assert profile.unknown == unknown
