"""What somebody searches for, as the index takes it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.query import parse


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Cloud Shepherd", ("cloud", "shepherd")),
        ('"cloud shepherd" python', ("cloud shepherd", "python")),
        ("C++ developer", ("c++", "developer")),
        ("P&O", ("p o",)),
        ("UX/UI", ("ux", "ui")),
        ("+python", ("python",)),
        ("I want to work with animals", ("animals",)),
        ("where is the", ("where", "is", "the")),
        ("IT", ("it",)),
        ('"', ()),
    ],
)
def test_words(typed: str, words: tuple[str, ...], catalogue: Catalogue) -> None:
    """What is one to whoever types it is one; words that say nothing go where others are left."""
    assert parse(catalogue, typed, None).words == words


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_whatever_is_typed_is_no_syntax(catalogue: Catalogue, typed: str) -> None:
    """SQLite takes each expression."""
    query = parse(catalogue, typed, None)
    for expression in filter(None, (query.words and query.expression(), query.any_two())):
        catalogue.rows(
            "SELECT rowid FROM search WHERE search MATCH :words LIMIT 1", words=expression
        )
