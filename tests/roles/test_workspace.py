"""The shipped library: what a reader of the whole world of work may expect to find."""

import pytest

from careercli.roles.workspace import read_workspace

LIBRARY = read_workspace()
ROLES = {slug: draft.role() for slug, draft in LIBRARY.drafts.items()}


@pytest.mark.parametrize("group", "123456789")
def test_every_major_group_has_roles(group: str):
    """Managers to elementary occupations: each ISCO-08 major group has at least two roles."""
    found = [slug for slug, role in ROLES.items() if role.codes.isco08.startswith(group)]
    assert len(found) >= 2, found


def test_the_whole_world_of_work_is_there():
    """Sixty roles or more, and no category that nobody is in."""
    assert len(ROLES) >= 60
    assert {role.category for role in ROLES.values()} == set(LIBRARY.vocabulary.categories)


def test_every_word_of_law_is_used():
    """No register or licence stands on the list without a role that needs it."""
    assert {role.education.regulated for role in ROLES.values()} - {None} == set(
        LIBRARY.vocabulary.regulated
    )


def test_promotions_lead_to_a_top_within_ten_rungs():
    """Whoever goes up and up comes to a role that says why it goes no further, or where else."""
    for start in ROLES:
        slug, rungs = start, 0
        while ROLES[slug].ladder.up:
            slug, rungs = ROLES[slug].ladder.up[0].role, rungs + 1
            assert rungs < 10, start
        role = ROLES[slug]
        assert role.ladder.leads_to or (role.en.ladder_note and role.nl.ladder_note), slug


@pytest.mark.parametrize("slug", sorted(ROLES))
def test_no_role_is_a_dead_end_in_silence(slug: str):
    """A role that cannot be reached from another, or left for one, says so in both languages."""
    role = ROLES[slug]
    onward = bool(role.ladder.up or role.ladder.leads_to)
    inward = bool(LIBRARY.led_to_by.get(slug))
    assert (onward and inward) or (role.en.ladder_note and role.nl.ladder_note)
