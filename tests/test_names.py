"""How names are compared, and what may reach a screen."""

import re
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercli.names import (
    as_slug,
    is_control,
    name_key,
    readings,
    sanitize,
    shortened,
    without_employer,
    written_out,
)
from careercli.roles.model import SLUG


@given(st.text())
@example("™")
@example("ϒ")
@example("ẞİ")
def test_name_key_is_idempotent(name: str):
    """The key of a key is that key."""
    assert name_key(name_key(name)) == name_key(name)


@given(st.text())
def test_name_key_ignores_case_and_spaces(name: str):
    """Upper case, lower case and space around a name make no difference."""
    ascii_name = name.encode("ascii", "ignore").decode()
    assert name_key(ascii_name.upper()) == name_key(f"  {ascii_name.lower()} ")


@given(st.text(st.characters(codec="ascii")))
@example("C++/C# \x1f_developer\n")
def test_name_key_of_ascii_is_that_of_any_text(name: str):
    """The shorter way gives what the long one does: a lone accent after it leads that way."""
    assert name_key(name) == name_key(f"{name}\N{COMBINING ACUTE ACCENT}")


@pytest.mark.parametrize(
    "name, key",
    [
        ("Data-analist", "data analist"),
        ("  Data   Analist ", "data analist"),
        ("Coördinator (m/v)", "coordinator m v"),
        ("computerlinguïst", "computerlinguist"),
        ("C++ developer", "c++ developer"),
        ("C# developer", "c# developer"),
        ("Straße", "strasse"),
        ("AI", "ai"),
        ("?!", ""),
    ],
)
def test_name_key_of(name: str, key: str):
    """Accents, case and punctuation go; the plus and hash that tell languages apart stay."""
    assert name_key(name) == key


@given(st.text())
@example("C++ developer")
@example("日本")
def test_as_slug_gives_a_slug_or_nothing(title: str):
    """What a title is turned into is a slug by the model's own rule, or empty."""
    slug = as_slug(title)
    assert slug == "" or re.fullmatch(SLUG, slug)


@pytest.mark.parametrize(
    "title, slug",
    [
        ("Head of AI", "head-of-ai"),
        ("New_Role", "new-role"),
        ("Coördinator", "coordinator"),
        ("data-analyst", "data-analyst"),
        ("C++ developer", "c-developer"),
    ],
)
def test_as_slug_of(title: str, slug: str):
    """A title becomes lower case with single hyphens."""
    assert as_slug(title) == slug


@given(st.text(st.characters(codec=None)) | st.text(st.characters(categories=["Cc", "Cf", "Cs"])))
def test_harmless_returns_no_steering_character(text: str):
    """Nothing but line ends and tabs is left of the control, format and surrogate characters."""
    shown = sanitize(text)
    assert len(shown) == len(text)
    assert {unicodedata.category(c) for c in shown if c not in "\n\t"}.isdisjoint(
        {"Cc", "Cf", "Cs"}
    )


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs"], include_characters="\n\t")))
def test_harmless_leaves_other_text_alone(text: str):
    """A text without steering characters comes out as it went in."""
    assert sanitize(text) == text


@pytest.mark.parametrize(
    "char", ["\x1b", "\x07", "\r", "\x9b", "\u202e", "\u200b", "\x7f", "\ufeff"]
)
def test_is_steering(char: str):
    """Escape, bell, carriage return, C1 codes, bidi and zero-width characters steer."""
    assert is_control(char)
    assert sanitize(f"a{char}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("char", ["a", " ", "\n", "\t", "é", "–", "↗", "日", "\u00a0"])
def test_is_not_steering(char: str):
    """Letters, spaces, line ends, dashes and arrows do not."""
    assert not is_control(char)


def test_no_steering_character_gets_through():
    """Every single character of Unicode that steers is replaced, and no other one."""
    every = map(chr, range(sys.maxunicode + 1))
    assert [c for c in every if (sanitize(c) == c) is is_control(c)] == []


@pytest.mark.parametrize(
    "title, names",
    [
        ("UX/UI designer", ("UX designer", "UI designer")),
        ("leraar/lerares", ("leraar", "lerares")),
        ("senior UX/UI designer", ("senior UX designer", "senior UI designer")),
        ("data analist / BI-specialist", ("data analist", "BI-specialist")),
        ("Verpleegkundige, hbo", ("hbo Verpleegkundige",)),
        ("Kok (m/v)", ("Kok",)),
        ("Kok m/v/x", ("Kok",)),
        ("cook", ()),
        ("cook, baker, miller", ()),
        ("/", ()),
        ("cook/", ()),
        ("cook,", ()),
    ],
)
def test_readings(title: str, names: tuple[str, ...]):
    """A slash stands between names that share the other words; a comma turns two parts round."""
    assert readings(title) == names


@given(st.text(st.sampled_from("/, ab(m/v)")))
def test_any_title_has_few_readings(title: str):
    """However many slashes, there is not much to look up."""
    assert len(readings(title)) <= 6


@pytest.mark.parametrize(
    ("title", "without"),
    [
        ("quality engineer bij Maanlicht", "quality engineer"),
        ("buyer at the Moon", "buyer"),
        ("inkoper bij de Maan", "inkoper"),
        ("hulp bij het huishouden", "hulp bij het huishouden"),  # the job itself
        ("bij Maanlicht", "bij Maanlicht"),  # nothing is in front
    ],
)
def test_without_employer(title: str, without: str):
    """Who somebody works for is set aside by its name."""
    assert without_employer(title) == without


@pytest.mark.parametrize(
    ("title", "out", "short"),
    [
        ("Sales Mgr.", "Sales manager", "Sales Mgr."),
        ("RN Neuro ICU", "registered nurse Neuro ICU", "RN Neuro ICU"),
        ("Vice President Quality", "Vice President Quality", "vp Quality"),
        ("spectrum technician", "spectrum technician", "spectrum technician"),
        ("", "", ""),
    ],
)
def test_short_forms(title: str, out: str, short: str):
    """Whole words only, with their dot; what is mostly shortened may be written in full."""
    assert written_out(title) == out
    assert shortened(title) == short
