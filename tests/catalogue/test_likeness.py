"""How like the work of two roles is, judged by the ladders that editors have written."""

import sqlite3

import pytest

from careercli.catalogue import likeness
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.finding import find
from careercli.catalogue.likeness import (
    CENTRAL,
    Like,
    Likeness,
    centrality,
    combined,
    like,
    rooted,
)


def ranks(catalogue: Catalogue) -> list[int]:
    """Return at which place each step of a ladder stands among all other roles, by likeness."""
    edges = catalogue.rows("SELECT DISTINCT lower, upper FROM edge")
    nearest = Likeness(catalogue)
    lowers = dict.fromkeys(row["lower"] for row in edges)
    likes = {lower: [one.role for one in nearest.of(lower)] for lower in lowers}
    return [
        likes[lower].index(upper) + 1 if upper in likes[lower] else 1_000 for lower, upper in edges
    ]


@pytest.mark.shipped
def test_it_finds_the_steps_that_editors_have_written(catalogue: Catalogue) -> None:
    """Of the steps three in four among the ten nearest, half among the five."""
    found = ranks(catalogue)
    assert len(found) > 200
    assert sum(rank <= 10 for rank in found) / len(found) >= 0.70
    assert sum(rank <= 5 for rank in found) / len(found) >= 0.50


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("here", "never"),
    [
        ("waiter", "ward-manager"),
        ("cook", "primary-teacher"),
        ("truck-driver", "general-practitioner"),
        ("cleaner", "judge"),
        ("electrician", "hr-adviser"),
        ("hairdresser", "data-engineer"),
        ("judge", "plumber"),
        ("primary-teacher", "welder"),
    ],
)
def test_what_is_nothing_like_it_is_not_near(here: str, never: str, catalogue: Catalogue) -> None:
    """Somebody who knows both jobs would laugh."""
    ids = {row["slug"]: row["id"] for row in catalogue.rows("SELECT slug, id FROM role")}
    nearest = [one.role for one in like(catalogue, ids[here])][:10]
    assert ids[never] not in nearest


def test_likeness_is_the_same_both_ways_and_of_no_role_to_itself(catalogue: Catalogue) -> None:
    """In whatever language; between 0 and 1."""
    roles = [row["id"] for row in catalogue.rows("SELECT id FROM role ORDER BY id")]
    found = {role: {one.role: one for one in like(catalogue, role)} for role in roles}
    dutch = Catalogue(catalogue.connection, Reader("nl"))
    for role, likes in found.items():
        assert role not in likes
        assert [*likes.values()] == like(dutch, role)
        for other, one in likes.items():
            assert 0 < one.likeness <= 1 + 1e-9
            assert found[other][role].likeness == pytest.approx(one.likeness)


def test_a_role_without_skills_is_like_none(catalogue: Catalogue) -> None:
    """Nor is there anything to compare it by."""
    nobody: list[Like] = []
    assert like(catalogue, 0) == nobody


def test_a_sum_weighs_what_is_standardised() -> None:
    """What a measure has not counts as its mean; so does all of one that tells none apart."""
    measures = {
        "far": {"a": 1.0, "b": 3.0, "c": 2.0},
        "near": {"a": 10.0, "b": 20.0},
        "same": {"a": 7.0, "b": 7.0},
        "none": dict[str, float](),
        "unused": {"d": 1.0},
    }
    found = combined(measures, {"far": 1, "near": 0.5, "same": 1, "none": 1})
    spread = (2 / 3) ** 0.5
    assert found == pytest.approx({"a": -1 / spread - 0.5, "b": 1 / spread + 0.5, "c": 0})
    assert rooted({"a": 0.25, "b": 0.0}) == {"a": 0.5, "b": 0.0}


def test_central_is_what_all_others_find_like_them() -> None:
    """The mean over those that rank it; what nobody ranks has none."""
    rankings: list[dict[str, float]] = [{"b": 1.0, "c": 0.0}, {"a": -1.0, "c": 2.0}, {"b": 3.0}]
    assert centrality(rankings) == {"a": -1, "b": 2, "c": 1}
    assert centrality(rankings[:0]) == {}


@pytest.mark.shipped
def test_how_central_a_role_is_counts_a_little(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the catalogue has it of every role: of two that are as like, the more central is first."""
    rows = catalogue.rows("SELECT id, slug, central FROM role WHERE kind = 'role'")
    central = {row["id"]: row["central"] for row in rows}
    assert central == pytest.approx(Likeness(catalogue).central())
    ids = {row["slug"]: row["id"] for row in rows}
    assert central[ids["office-manager"]] > 0 > central[ids["airline-pilot"]]
    with_it = {here: like(catalogue, here) for here in ids.values()}
    monkeypatch.setattr(likeness, "CENTRAL", 0)
    without = {here: like(catalogue, here) for here in ids.values()}
    for here, found in with_it.items():
        scores = {one.role: one.score for one in without[here]}
        for one in found:
            assert one.score == pytest.approx(scores[one.role] + CENTRAL * central[one.role])
    changed = [here for here in ids.values() if order(with_it[here]) != order(without[here])]
    assert len(changed) > len(ids) / 2


def order(found: list[Like]) -> list[int]:
    """Return the ten nearest."""
    return [one.role for one in found[:10]]


def test_what_every_role_asks_tells_none_apart(catalogue: Catalogue) -> None:
    """With one role, or roles of the same skills, nothing is weighed, and nothing fails."""
    rows = catalogue.rows(
        "SELECT role, skill FROM role_skill JOIN role ON role.id = role "
        "WHERE role.kind = 'role' AND need <> 'rated' ORDER BY role"
    )
    only = rows[0]["role"]
    skills = [row["skill"] for row in rows if row["role"] == only]
    connection = sqlite3.connect(":memory:")
    catalogue.connection.backup(connection)
    connection.execute("DELETE FROM role_skill WHERE role <> ?", (only,))
    alone = Likeness(Catalogue(connection, Reader()))
    assert alone.shares(skills) == {}
    assert alone.of(only) == []
    assert alone.central() == {}


def test_it_says_what_was_compared(catalogue: Catalogue) -> None:
    """Titles and ratings, where O*NET has them of both; skills and diploma always."""
    rain = find(catalogue, "rain-reader")
    likes = {one.role: one for one in like(catalogue, find(catalogue, "cloud-shepherd"))}
    for one in likes.values():
        assert ("titles" in one.compared) == (one.titles is not None)
        assert ("ratings" in one.compared) == (one.ratings is not None)
        assert one.compared[0] == "skills"
        assert one.compared[-1] == "diploma"
    assert likes[rain].titles == 1, "both have the same code"
    assert likes[rain].ratings is None, "O*NET has not rated it"
    assert "titles" not in {
        name for one in like(catalogue, find(catalogue, "puddle-keeper")) for name in one.compared
    }


@pytest.mark.shipped
def test_onet_is_compared_both_ways(catalogue: Catalogue) -> None:
    """Three in four pairs of the shipped roles have both; they are the same both ways."""
    roles = [row["id"] for row in catalogue.rows("SELECT id FROM role")]
    nearest = Likeness(catalogue)
    found = {(here, one.role): one for here in roles for one in nearest.of(here)}
    for (here, there), one in found.items():
        other = found[there, here]
        assert (one.titles, one.ratings) == (other.titles, other.ratings)
        assert one.compared == other.compared
    assert sum(len(one.compared) == 4 for one in found.values()) / len(found) > 0.75
