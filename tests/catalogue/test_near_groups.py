"""What O*NET and ROA say of a group, by the crosswalk and by the Dutch group."""

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.near_groups import comparable, linked_interests


def test_interests_are_those_on_which_most_linked_occupations_agree(catalogue: Catalogue) -> None:
    """Four nurses of the US: the first kind of three, another that stands out in all."""
    found = linked_interests(catalogue, "2221")
    assert found is not None
    assert [tuple(kind) for kind in found.kinds] == [("S", 3, 4), ("I", 1, 4)]
    assert [one.name for one in found.occupations][:2] == ["Registered Nurses", "Acute Care Nurses"]
    assert (found.about.group, found.about.source) == (None, "onet-interests")
    assert found.link_source == "onet-isco08"


@pytest.mark.parametrize(
    ("isco08", "why"),
    [("2511", "they do not agree"), ("9112", "none is linked"), ("0000", "no such group")],
)
def test_else_nothing_is_said(catalogue: Catalogue, isco08: str, why: str) -> None:
    """No mean of what differs, and none of other groups."""
    assert linked_interests(catalogue, isco08) is None, why


def test_comparable_groups_come_with_a_way_on(catalogue: Catalogue) -> None:
    """The nearest first, each with the roles and the unit groups in it."""
    near = comparable(catalogue, "6121")
    assert [found.group.code for found in near] == ["1121", "0813", "1224"]
    assert near[0].group.system == "BRC 2014 ed. 2025"
    assert [role.slug for role in near[0].roles] == ["moon-polisher"]
    assert [unit.id for unit in near[1].unit_groups] == ["2511"]
    assert len(near[1].roles) == 5


def test_groups_are_named_in_the_reader_s_language(catalogue: Catalogue) -> None:
    """CBS's names in Dutch."""
    catalogue.reader = Reader("nl")
    assert comparable(catalogue, "7212")[0].group.name == "Veetelers"


def test_what_roa_does_not_list_has_none(catalogue: Catalogue) -> None:
    """A group that the table lacks, a code that is none."""
    assert comparable(catalogue, "2221") == comparable(catalogue, "0000") == ()
