"""The shipped library: what a reader of the whole world of work may expect to find."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.roles.subject import (
    Role,
    Workspace,
    check,
    read_workspace,
    style_problems,
    upkeep_problems,
)


@pytest.fixture(scope="module")
def roles(shipped: Workspace) -> dict[str, Role]:
    """The shipped roles by slug."""
    return {slug: draft.role() for slug, draft in shipped.drafts.items()}


def test_the_shipped_roles_have_no_problem(shipped: Workspace):
    """Every shipped role passes every check."""
    assert check(shipped.drafts.values(), shipped) == []


def test_the_shipped_roles_are_well_written(shipped: Workspace):
    """Every shipped role passes every rule of style."""
    assert style_problems(shipped.drafts.values(), shipped) == []


def test_the_shipped_lists_are_in_order(shipped: Workspace, monkeypatch: pytest.MonkeyPatch):
    """No shipped skill or source is unused, and no two skills are one."""
    monkeypatch.delenv("CAREERS_DATA")
    assert upkeep_problems(shipped) == []


def test_what_the_shipped_lists_name_is_in_them(shipped: Workspace):
    """A condition is met by conditions, and not by itself; a diploma comes after diplomas."""
    conditions, education = shipped.vocabulary.conditions, shipped.vocabulary.education
    for key, condition in conditions.items():
        assert set(condition.met_by) <= conditions.keys() - {key}
    for key, diploma in education.items():
        assert {*diploma.after, diploma.builds_on or key} <= education.keys()


@pytest.mark.parametrize("group", "123456789")
def test_every_major_group_has_roles(group: str, roles: dict[str, Role]):
    """Managers to elementary occupations: each ISCO-08 major group has at least two roles."""
    found = [slug for slug, role in roles.items() if role.codes.isco08.startswith(group)]
    assert len(found) >= 2, found


def test_the_whole_world_of_work_is_there(shipped: Workspace, roles: dict[str, Role]):
    """Sixty roles or more, and no category that nobody is in."""
    assert len(roles) >= 60
    assert {role.category for role in roles.values()} == set(shipped.vocabulary.categories)


def test_every_word_of_law_is_used(shipped: Workspace, roles: dict[str, Role]):
    """No register or licence stands on the list without a role that needs it."""
    asked = {condition for role in roles.values() for condition in role.conditions}
    assert asked == set(shipped.vocabulary.conditions)


def test_promotions_lead_to_a_top_within_ten_rungs(roles: dict[str, Role]):
    """Whoever goes up and up comes to a role that says why it goes no further, or where else."""
    for start in roles:
        slug, rungs = start, 0
        while roles[slug].ladder.up:
            slug, rungs = roles[slug].ladder.up[0].role, rungs + 1
            assert rungs < 10, start
        role = roles[slug]
        assert role.ladder.leads_to or (role.en.ladder_note and role.nl.ladder_note), slug


def test_no_role_is_a_dead_end_in_silence(shipped: Workspace, roles: dict[str, Role]):
    """A role that cannot be reached from another, or left for one, says so in both languages."""
    silent = [
        slug
        for slug, role in roles.items()
        if not ((role.ladder.up or role.ladder.leads_to) and shipped.led_to_by.get(slug))
        and not (role.en.ladder_note and role.nl.ladder_note)
    ]
    assert silent == []


def test_the_example_in_the_documentation_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whoever begins from the whole file in docs/role-files.md has no problem, strict or not."""
    monkeypatch.delenv("CAREERS_DATA")
    text = (ROOT / "docs" / "role-files.md").read_text(encoding="utf-8")
    example = re.findall(r"```toml\n(#:schema .*?)```", text, re.DOTALL)[-1]
    path = tmp_path / "dental-hygienist.toml"
    path.write_text(example, encoding="utf-8")
    library = read_workspace([path])
    assert check(library.to_check, library) == []
    assert style_problems(library.to_check, library) == []
