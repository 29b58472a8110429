"""The jobs that fit what somebody can."""

from itertools import combinations

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.finding import find
from careercli.catalogue.likeness import Likeness
from careercli.catalogue.listing import Filters, list_page
from careercli.catalogue.match_page import Wanted, match_page
from careercli.catalogue.profile import profile_of
from careercli.pages.moves import MatchPage


def match(catalogue: Catalogue, *phrases: str, **wanted: object) -> MatchPage:
    """Return the page of what somebody says."""
    return match_page(catalogue, profile_of(catalogue, phrases), Wanted(**wanted))  # type: ignore[arg-type]


def test_the_counts_are_true(catalogue: Catalogue) -> None:
    """Of each job the essential skills are had or missing, as they were said."""
    page = match(catalogue, "Python", "SQL")
    assert page.skills == 2
    assert page.moves
    for move in page.moves:
        asked = {
            row["id"]
            for row in catalogue.rows(
                "SELECT skill.id FROM role_skill JOIN skill ON number = skill "
                "WHERE role = :role AND need = 'essential'",
                role=find(catalogue, move.role.slug),
            )
        }
        assert {term.id for term in move.have} == asked & {"python", "sql"}
        assert {term.id for term in move.missing} == asked - {"python", "sql"}


def test_one_more_skill_never_lowers_a_match(catalogue: Catalogue) -> None:
    """Whatever it is."""
    likeness = Likeness(catalogue)
    skills = [row["number"] for row in catalogue.rows("SELECT number FROM skill")]
    for one, other in combinations(skills, 2):
        before, after = likeness.shares([one]), likeness.shares([one, other])
        assert before.keys() <= after.keys()
        for role, share in before.items():
            assert after[role] >= share
            assert 0 < after[role] <= 1 + 1e-9


def test_a_job_that_is_held_gives_its_skills_and_is_no_match(catalogue: Catalogue) -> None:
    """Among the words it gives them too, and is itself the best match."""
    held = match(catalogue, role=find(catalogue, "cloud-shepherd"))
    among = match(catalogue, "Cloud Shepherd")
    assert "cloud-shepherd" not in [move.role.slug for move in held.moves]
    assert among.moves[0].role.slug == "cloud-shepherd"
    assert not among.moves[0].missing
    assert [move.have for move in held.moves] == [move.have for move in among.moves[1:]]
    assert held.role
    assert held.role.slug == "cloud-shepherd"
    assert all(move.pay_change for move in held.moves)
    assert not any(move.pay_change for move in among.moves)


def test_a_diploma_says_which_study_is_left(catalogue: Catalogue) -> None:
    """Without one nothing is said of study."""
    assert not any(move.way for move in match(catalogue, "Python").moves)
    page = match(catalogue, "Python", diplomas=["wo"])
    assert [diploma.id for diploma in page.having] == ["wo"]
    assert all(move.way and move.way.study is None for move in page.moves)


def test_where_none_comes_near_the_nearest_are_shown(catalogue: Catalogue) -> None:
    """And it is said that they are not."""
    near = match(catalogue, role=find(catalogue, "cloud-shepherd"))
    assert near.near
    for move in near.moves[: near.near]:
        assert len(move.have) >= 0.3 * (len(move.have) + len(move.missing))
    nothing = match(catalogue, "juggling")
    assert (nothing.moves, nothing.near, nothing.found) == ((), 0, 0)
    assert nothing.unknown == ("juggling",)


@pytest.mark.parametrize("words", [("Python",), ("SQL", "Python"), ("Cloud Shepherd",)])
def test_both_languages_give_the_same_answer(words: tuple[str, ...], catalogue: Catalogue) -> None:
    """Only the words differ."""
    dutch = match(Catalogue(catalogue.connection, Reader("nl")), *words)
    english = match(catalogue, *words)
    assert [move.role.slug for move in dutch.moves] == [move.role.slug for move in english.moves]
    assert [len(move.have) for move in dutch.moves] == [len(move.have) for move in english.moves]


def test_what_to_learn_next_is_what_most_ask(catalogue: Catalogue) -> None:
    """Counted over the jobs that are shown."""
    page = match(catalogue, role=find(catalogue, "cloud-shepherd"))
    for one in page.to_learn:
        asking = [move for move in page.moves if one.skill in move.missing]
        assert (len(asking), len(page.moves)) == (one.asked_by, one.of)
        assert one.asked_by > 1


def test_with_a_skill_or_two_it_counts_who_asks_them(catalogue: Catalogue) -> None:
    """As the list does that the page leads to; with more of them jobs come near."""
    for phrases in (["Python"], ["Python", "SQL"]):
        asked = match(catalogue, *phrases).asked_by
        assert asked is not None
        skills = tuple(skill.id for skill in asked.skills)
        assert sorted(skills) == sorted(phrase.lower() for phrase in phrases)
        listed = list_page(catalogue, Filters(skill=skills))
        assert asked.jobs == len(listed.roles) > 0
    assert match(catalogue, role=find(catalogue, "cloud-shepherd")).asked_by is None
    assert match(catalogue, "juggling").asked_by is None
