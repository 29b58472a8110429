"""A role made of an unfinished file: it holds, and nothing of it is guessed."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.roles.cases import TEXT, VALID, cases
from tests.roles.subject import (
    Draft,
    Workspace,
    barring_problems,
    mended,
    missing,
    read_draft,
    read_workspace,
    with_missing,
)

DATA = tomli.loads(TEXT)
ODD = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just([]) | st.just({})


def places(data: Any, loc: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return every key and entry of a file."""
    inner = (
        data.items() if isinstance(data, dict) else enumerate(data if type(data) is list else ())
    )
    return [p for key, value in inner for p in ((*loc, key), *places(value, (*loc, key)))]


@pytest.fixture
def library() -> Workspace:
    """The lists of these tests."""
    return read_workspace()


def holds(draft: Draft, library: Workspace) -> Draft:
    """Return a draft mended, which must hold now."""
    lists = with_missing(library)
    done = mended(draft, lists)
    assert barring_problems(done, lists) == []
    return done


def test_a_role_that_holds_stays_as_it_is(library: Workspace):
    """Nothing is mended where nothing is wrong."""
    draft = read_draft(VALID, "given")
    assert holds(draft, library).data == draft.data


def test_of_nothing_everything_is_missing(library: Workspace):
    """An empty file becomes a role that says of each thing that it is missing."""
    role = holds(Draft(VALID, "given"), library).role()
    assert role.en.title == role.nl.summary == role.en.automates[0] == missing()
    assert (
        role.category
        == role.level
        == role.education.minimum
        == role.skills.essential[0]
        == "missing"
    )
    assert (role.codes.isco08, role.reviewed.year) == ("0000", 1)
    assert role.salary is role.outlook is role.codes.esco is None


@pytest.mark.parametrize(
    "name", [n for n, case in cases("mistakes").items() if not case.file[0].isupper()]
)
def test_each_mistake_is_mended(name: str, tmp_path: Path, library: Workspace):
    """Whatever is wrong in a file that can be read, the rest is kept."""
    draft = read_draft(cases("mistakes")[name].write(tmp_path), "given")
    if draft.unread or draft.slug != VALID.stem:
        return
    kept = holds(draft, library).data
    same = [key for key in DATA if kept.get(key) == draft.data.get(key)]
    assert len(same) >= len(DATA) - 2


@given(st.data())
def test_any_file_is_mended(data: st.DataObject):
    """Keys taken out, and anything in place of others: a role comes of it, in the end."""
    changed = deepcopy(DATA)
    for loc in data.draw(st.lists(st.sampled_from(places(DATA)), max_size=6)):
        parent: Any = changed
        try:
            for part in loc[:-1]:
                parent = parent[part]
            parent[loc[-1]] = json.loads(json.dumps(data.draw(ODD)))
        except (LookupError, TypeError):
            continue
    holds(Draft(VALID, "given", data=changed), read_workspace())
