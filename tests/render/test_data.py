"""Pages as data."""

import json
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercli.names import is_control
from careercli.render.data import to_json
from careercli.screen import Screen


class Page(NamedTuple):
    """A page with one text."""

    title: str


@pytest.mark.parametrize("ascii_only", [False, True])
@given(title=st.text())
@example(title="\U000e0020 tag")
@example(title="\x1b[31mred\x9b0m \u202etnorf\u2066 \u2028\x7f")
def test_json_holds_any_text_and_never_steers(title: str, ascii_only: bool) -> None:
    """A terminal that shows JSON obeys nothing in it; whoever parses it gets the text as it was."""
    text = to_json(Page(title), Screen(80, False, False, ascii_only))
    assert not any(map(is_control, text.replace("\n", "")))
    assert json.loads(text) == {"title": title}
    assert text.isascii() or not ascii_only
