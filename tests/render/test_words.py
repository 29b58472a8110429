"""Figures in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.locale import Numbers
from careercli.pages import Amounts
from careercli.render.layout.role import in_sentence, takes_an
from careercli.render.words import Words, nice_axis, to_three_digits

STYLE = {
    "decimal": ".",
    "group": ",",
    "currency_gap": "",
    "currencies": {"EUR": "€", "USD": "US$"},
}
WORDS = Words(Numbers(STYLE))


@pytest.mark.parametrize(
    ("value", "rounded"),
    [(68764.8, 68800), (5730.4, 5730), (999.4, 999), (34.8, 35), (110000, 110000), (0, 0)],
)
def test_converted_amounts_have_three_digits(value: float, rounded: float) -> None:
    """A converted amount pretends no more than its hourly wage."""
    assert to_three_digits(value) == rounded


@given(st.lists(st.floats(1, 1e7), min_size=1, max_size=10))
def test_an_axis_holds_its_values(values: list[float]) -> None:
    """Start and end enclose every value, the ticks are even, and there are not too many."""
    start, end, ticks = nice_axis(values)
    assert start <= min(values)
    assert end >= max(values) * (1 - 1e-9)
    assert 2 <= len(ticks) <= 8
    assert start < end


def test_an_open_band_says_from() -> None:
    """A lead's band has no upper end, and none is invented."""
    assert WORDS.span_of(Amounts(85758.4, None, None, "EUR/year")) == "from €85,800"


def test_hourly_amounts_keep_their_cents() -> None:
    """The hourly wage stands as it was published."""
    assert WORDS.span_of(Amounts(27.0, 34.8, 43.4, "EUR/hour")) == "€27.00 – €34.80 – €43.40"


@pytest.mark.parametrize(
    ("title", "sentence", "an"),
    [
        ("Machine Learning Engineer", "machine learning engineer", False),
        ("NLP Engineer", "NLP engineer", True),
        ("AI Consultant", "AI consultant", True),
        ("MLOps Engineer", "MLOps engineer", True),
        ("Head of AI", "head of AI", False),
        ("Data Analyst", "data analyst", False),
        ("University Lecturer", "university lecturer", False),
        ("Estate Agent", "estate agent", True),
    ],
)
def test_a_title_in_a_sentence(title: str, sentence: str, an: bool) -> None:
    """Titles lose their capitals in a sentence, abbreviations keep them."""
    assert in_sentence(title) == sentence
    assert takes_an(sentence) is an
