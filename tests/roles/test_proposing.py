"""Codes proposed for a title: what comes nearest by name, in either language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.roles.subject import LEAST, Workspace, propose


@pytest.mark.parametrize(
    "title, isco08, esco, soc2018",
    [
        ("Dental hygienist", "2261", "dental hygienist", "29-1292"),
        ("mondhygiënist", "2261", "dental hygienist", "29-1292"),
        ("MONDHYGIENIST", "2261", "dental hygienist", "29-1292"),
        ("loodgieter", "7126", "plumber", "47-2152"),
        ("Plumber", "7126", "plumber", "47-2152"),
        ("Trambestuurder", "8331", "tram driver", None),
        ("Data scientist", "2511", "data scientist", "15-2051"),
    ],
)
def test_a_known_title_is_found(
    title: str, isco08: str, esco: str, soc2018: str | None, shipped: Workspace
):
    """The classification's own name comes first, whatever the language, case and accents."""
    found = propose(title, shipped)
    assert found.isco08[0].code == isco08
    assert found.esco[0].name.startswith(esco)
    assert shipped.tables["esco"][found.esco[0].code]["isco08"] == isco08
    assert soc2018 is None or soc2018 in [proposal.code for proposal in found.soc2018]


def test_a_title_like_nothing_gets_nothing(shipped: Workspace):
    """Where no name comes near, nothing is proposed rather than something."""
    assert all(found == () for found in propose("Qwzx Jkvb", shipped))


@settings(max_examples=15)
@given(st.text(min_size=1, max_size=40))
def test_every_proposal_is_a_code_of_its_table(shipped: Workspace, title: str):
    """Whatever is typed, what comes back exists, nearest first, and no more than asked for."""
    found = propose(title, shipped, most=3)
    for system, (_label, table, *_rest) in shipped.published.own_systems.items():
        proposals = getattr(found, system)
        assert len(proposals) <= 3
        assert all(proposal.code in shipped.tables[table] for proposal in proposals)
        assert all(proposal.nearness >= LEAST for proposal in proposals)
