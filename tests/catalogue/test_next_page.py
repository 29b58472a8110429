"""What may come after a job, with what lies between."""

import tomllib
from pathlib import Path

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.choices import NEXT_ORDERS
from careercli.catalogue.finding import find
from careercli.catalogue.next_page import Wanted, next_of_group, next_page
from careercli.catalogue.store import open_catalogue
from careercli.errors import UsageError
from careercli.pages.moves import NextPage
from tests.taxonomies.downloads import esco, keep, unpacked

JUDGED = tomllib.loads((Path(__file__).parent / "judged" / "moves.toml").read_text("utf-8"))


def after(catalogue: Catalogue, name: str, sort: str | None = None) -> NextPage:
    """Return the page of what comes after a role."""
    return next_page(catalogue, find(catalogue, name), sort=sort)


def test_the_ladder_comes_first(catalogue: Catalogue) -> None:
    """As the editors have it, whatever the order of the rest; none twice, none itself."""
    role = find(catalogue, "cloud-shepherd")
    ladder = [step.role.slug for _other, step in catalogue.steps_from(role)]
    for sort in NEXT_ORDERS:
        page = after(catalogue, "cloud-shepherd", sort)
        slugs = [move.role.slug for move in page.moves]
        assert slugs[: len(ladder)] == ladder
        assert len(set(slugs)) == len(slugs) == page.found
        assert page.slug not in slugs
        assert {move.kind for move in page.moves[len(ladder) :]} <= {"like"}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_counts_are_those_of_the_skills(language: str, catalogue: Catalogue) -> None:
    """Each essential skill of the other job is had or missing; had, if the own asks for it."""
    catalogue.reader = Reader(language)
    here = {
        row["id"]
        for row in catalogue.rows(
            "SELECT skill.id FROM role_skill JOIN skill ON number = skill WHERE role = :role",
            role=find(catalogue, "cloud-shepherd"),
        )
    }
    for move in after(catalogue, "cloud-shepherd").moves:
        asked = [
            row["id"]
            for row in catalogue.rows(
                "SELECT skill.id FROM role_skill JOIN skill ON number = skill "
                "WHERE role = :role AND need = 'essential' ORDER BY place",
                role=find(catalogue, move.role.slug),
            )
        ]
        assert [skill.id for skill in move.have] == [skill for skill in asked if skill in here]
        assert [skill.id for skill in move.missing] == [s for s in asked if s not in here]


def test_pay_is_compared_where_it_can_be(catalogue: Catalogue) -> None:
    """One group has one median; a suppressed one has none; else it is their difference."""
    page = after(catalogue, "cloud-shepherd")
    mine = page.role.pay
    assert mine is not None
    kinds = set()
    for move in page.moves:
        other, change = move.role.pay, move.pay_change
        same = page.role.pay_about and move.role.pay_about
        if same and page.role.pay_about.group == move.role.pay_about.group:  # type: ignore[union-attr]
            assert change is not None
            assert change.same_group
            kinds.add("same")
        elif other is None or other.median is None or mine.median is None:
            assert change is not None
            assert change.amount is None
            kinds.add("unknown")
        else:
            assert change is not None
            assert change.amount == pytest.approx(other.median - mine.median, abs=0.02)
            kinds.add("known")
    assert "same" in kinds
    assert kinds & {"known", "unknown"}


def test_a_limit_cuts_the_last(catalogue: Catalogue) -> None:
    """And the page says how many there are."""
    whole = after(catalogue, "cloud-shepherd")
    cut = next_page(catalogue, find(catalogue, "cloud-shepherd"), limit=2)
    assert cut.moves == whole.moves[:2]
    assert cut.found == whole.found


@pytest.mark.parametrize("sort", NEXT_ORDERS)
def test_the_filters_keep_what_they_say(sort: str, catalogue: Catalogue) -> None:
    """Each keeps a part of what there is without it; up and sideways part it in two."""
    role = find(catalogue, "cloud-shepherd")

    def slugs(**wanted: object) -> list[str]:
        page = next_page(catalogue, role, Wanted(**wanted), sort)  # type: ignore[arg-type]
        return [move.role.slug for move in page.moves]

    everything = slugs()
    up, sideways = slugs(up=True), slugs(sideways=True)
    assert up
    assert sideways
    assert not {*up} & {*sideways}
    assert {*up} | {*sideways} == {*everything}
    page = next_page(catalogue, role, Wanted(max_study=0), sort)
    assert all(move.way is not None and move.way.study is None for move in page.moves)
    assert {move.role.slug for move in page.moves} < {*everything}
    nights = next_page(catalogue, role, Wanted(without=["nights"]), sort)
    assert {move.role.slug for move in nights.moves} <= {*everything}


def test_a_diploma_is_had_in_place_of_what_the_job_asks(catalogue: Catalogue) -> None:
    """And keeps what asks no more, or no more than the study that is wanted."""
    role = find(catalogue, "cloud-shepherd")
    little = next_page(catalogue, role, Wanted(with_diploma=["mbo-2"]))
    much = next_page(catalogue, role, Wanted(with_diploma=["wo"]))
    assert [diploma.id for diploma in much.having] == ["wo"]
    assert {move.role.slug for move in little.moves} < {move.role.slug for move in much.moves}
    with pytest.raises(UsageError, match="--with-diploma"):
        next_page(catalogue, role, Wanted(with_diploma=["rhubarb"]))


def test_the_ways_in_are_the_other_way_round(catalogue: Catalogue) -> None:
    """Skills and pay are counted from each of those jobs to this one."""
    role = find(catalogue, "cloud-shepherd")
    for other, step in catalogue.steps_from(role):
        page = next_page(catalogue, other, Wanted(into=True))
        (here,) = (move for move in page.moves if move.role.slug == "cloud-shepherd")
        there = next(
            move for move in next_page(catalogue, role).moves if move.role.slug == step.role.slug
        )
        assert (here.have, here.missing) == (there.have, there.missing)
        assert here.pay_change == there.pay_change
        assert here.kind == step.kind


def test_after_an_imported_occupation_come_those_with_its_skills(
    imports: object, tmp_path: object, catalogue: Catalogue
) -> None:
    """Of its own classification, or the written role that stands for one."""
    keep("esco", unpacked(esco(), tmp_path / "esco"))  # type: ignore[operator]
    with_esco = Catalogue(open_catalogue(), Reader())
    page = after(with_esco, "app mender")
    assert page.moves
    assert page.title not in [move.role.title for move in page.moves]
    assert [term.id for term in page.compared] == ["skills"]
    assert all(move.likeness and 0 < move.likeness <= 1 for move in page.moves)
    with pytest.raises(UsageError, match="--up"):
        next_page(with_esco, find(with_esco, "app mender"), Wanted(up=True))


def test_after_a_group_comes_what_roa_finds_comparable(catalogue: Catalogue) -> None:
    """Its written roles, or its unit groups; and it says so."""
    page = next_of_group(catalogue, "6121")
    assert page.moves
    assert {move.kind for move in page.moves} == {"comparable"}
    assert [term.id for term in page.compared] == ["comparable"]
    assert next_of_group(catalogue, "6121", limit=2).moves == page.moves[:2]
    with pytest.raises(UsageError, match="--sort pay"):
        next_of_group(catalogue, "6121", sort="pay")


@pytest.mark.shipped
def test_moves_that_an_adviser_has_judged(catalogue: Catalogue) -> None:
    """What people in the field do stands among the first fifteen; what makes them laugh does not.

    Unless the page says that it asks for a training of its own.
    """
    verdicts: dict[str, list[tuple[str, str, bool]]] = {"must": [], "never": []}
    pages = {
        slug: next_page(catalogue, find(catalogue, slug), limit=15)
        for slug in {move["from"] for move in JUDGED["move"]}
    }
    for move in JUDGED["move"]:
        page = pages[move["from"]]
        reach = {one.role.slug: one.reach.id for one in page.moves if one.reach}
        shown = move["to"] in reach and (
            move["verdict"] == "must" or reach[move["to"]] not in ("far", "higher")
        )
        verdicts[move["verdict"]].append((move["from"], move["to"], shown))
    assert [one for one in verdicts["never"] if one[-1]] == []
    missed = [one for one in verdicts["must"] if not one[-1]]
    assert len(missed) <= 2, missed
    assert {len(found) for found in verdicts.values()} == {30}


@pytest.mark.shipped
def test_a_condition_may_be_met_by_another(catalogue: Catalogue) -> None:
    """A qualified maths teacher may teach in the mbo and head a school, and no gym."""
    moves = {move.role.slug: move for move in after(catalogue, "maths-teacher").moves}
    for slug in ("mbo-teacher", "school-head", "special-education-teacher"):
        assert [one for one in moves[slug].conditions if one.kind == "title"] == []
        assert moves[slug].way is not None
        assert moves[slug].way.years is None
    assert moves["pe-teacher"].reach is not None
    assert moves["pe-teacher"].reach.id == "far"
    back = {move.role.slug: move for move in after(catalogue, "school-head").moves}
    assert back["primary-teacher"].reach is not None
    assert back["primary-teacher"].reach.id == "far", "not every head may teach"


def test_the_page_says_by_what_likeness_goes(catalogue: Catalogue) -> None:
    """And names the source of what is no editor's, where that is used: a role may have no code."""
    page = after(catalogue, "cloud-shepherd")
    assert [term.id for term in page.compared] == ["skills", "titles", "diploma"], (
        "O*NET has not rated its occupation"
    )
    assert "onet-near" in {source.id for source in page.sources}
    bare = after(catalogue, "puddle-keeper")
    assert {term.id for term in bare.compared} <= {"skills", "diploma"}
    assert "onet-near" not in {source.id for source in bare.sources}
