"""What may come after a job, with what lies between."""

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.choices import NEXT_ORDERS
from careercli.catalogue.finding import find
from careercli.catalogue.next_page import next_page
from careercli.errors import NotFoundError
from careercli.pages import NextPage
from tests.taxonomies.downloads import esco, keep, unpacked


def after(catalogue: Catalogue, name: str, sort: str | None = None) -> NextPage:
    """Return the page of what comes after a role."""
    return next_page(catalogue, find(catalogue, name), sort)


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
            assert change.same_group
            kinds.add("same")
        elif other is None or other.median is None or mine.median is None:
            assert change.amount is None
            kinds.add("unknown")
        else:
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


def test_of_an_imported_occupation_its_neighbours_are_named(
    imports: object, tmp_path: object, catalogue: Catalogue
) -> None:
    """Nobody has written what comes after it."""
    from careercli.catalogue.store import open_catalogue

    keep("esco", unpacked(esco(), tmp_path / "esco"))  # type: ignore[operator]
    with_esco = Catalogue(open_catalogue(), Reader())
    with pytest.raises(NotFoundError, match="careers show app-mender --section discover"):
        after(with_esco, "app mender")
