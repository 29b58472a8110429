"""The reader's language: choice, messages, numbers."""

import gettext
import string
from functools import cache
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli import locale
from careercli.catalogue.compiling import number_style
from careercli.locale import LANGUAGES, Numbers, choose_language
from tests.conftest import load_tool

ENGLISH, DUTCH = number_style("en"), number_style("nl")
TRANSLATED = [language for language in LANGUAGES if language != "en"]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The developer's tool that makes the message catalogues."""
    return load_tool("messages")


@pytest.mark.parametrize(
    "asked, environment, language",
    [
        (None, {}, "en"),
        ("nl", {}, "nl"),
        ("en", {"CAREERS_LANG": "nl", "LC_ALL": "nl_NL", "LANG": "nl_NL"}, "en"),
        (None, {"CAREERS_LANG": "nl", "LC_ALL": "en_GB"}, "nl"),
        (None, {"LC_ALL": "nl_NL.UTF-8", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, "nl"),
        (None, {"LC_MESSAGES": "nl_BE", "LANG": "en_GB"}, "nl"),
        (None, {"LANG": "nl_NL.UTF-8"}, "nl"),
        (None, {"CAREERS_LANG": "", "LC_ALL": "", "LANG": "nl_NL"}, "nl"),
        (None, {"LC_ALL": "C", "LANG": "nl_NL"}, "en"),
        (None, {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, {"LANG": "NL"}, "nl"),
        (None, {"LANG": "nld_NL"}, "en"),
        (None, {"LANGUAGE": "nl:en", "LANG": "en_US.UTF-8"}, "nl"),
        (None, {"LANGUAGE": "de:nl", "LC_ALL": "en_GB"}, "nl"),
        (None, {"LANGUAGE": "fr", "LANG": "nl_NL"}, "en"),
        (None, {"LANGUAGE": "nl", "LANG": "C.UTF-8"}, "nl"),
        (None, {"LANGUAGE": "nl", "LC_ALL": "C", "LANG": "nl_NL"}, "en"),
        (None, {"LANGUAGE": "", "LANG": "nl_NL"}, "nl"),
        (None, {"CAREERS_LANG": "Dutch", "LANG": "en_GB"}, "nl"),
        (None, {"CAREERS_LANG": "nl_BE", "LANG": "en_GB"}, "nl"),
        (None, {"CAREERS_LANG": "de", "LANG": "nl_NL"}, "nl"),
    ],
)
def test_choice_of_language(
    monkeypatch: pytest.MonkeyPatch, asked: str | None, environment: dict[str, str], language: str
) -> None:
    """What is asked for wins, then our variable, then gettext's in its order, else English."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert choose_language(asked) == language


def test_speaking_changes_the_messages() -> None:
    """Messages come in the language spoken last, with their plurals."""
    try:
        locale.speak("nl")
        assert locale.translate("an hour") == "per uur"
        locale.speak("en")
        assert locale.translate("an hour") == "an hour"
        assert locale.translate_plural("one", "many", 1) == "one"
        assert locale.translate_plural("one", "many", 2) == "many"
    finally:
        locale.speak("en")


@cache
def updated(tool: ModuleType, language: str) -> Any:
    """Return the messages of the code with their translations, read once for all that is asked."""
    return tool.updated(language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(tool: ModuleType, language: str) -> None:
    """No message in the code lacks a translation (python tools/messages.py)."""
    assert tool.untranslated(updated(tool, language)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_compiled_messages_are_current(tool: ModuleType, language: str) -> None:
    """The .mo file that the program reads says what the .po file says (tools/messages.py)."""
    with tool.po_file(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in updated(tool, language):
        if not message.id:
            continue
        if message.pluralizable:
            one, many = message.id
            assert compiled.ngettext(one, many, 1) == message.string[0]
            assert compiled.ngettext(one, many, 2) == message.string[1]
        else:
            assert compiled.gettext(message.id) == message.string


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_same_placeholders(tool: ModuleType, language: str) -> None:
    """A translation names the placeholders of its message, and no other."""

    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    for message in updated(tool, language):
        texts = message.string if message.pluralizable else (message.string,)
        source = message.id[1] if message.pluralizable else message.id
        for text in texts if message.id else ():
            assert fields(text) == fields(source), source


@pytest.mark.parametrize(
    "style, ascii_only, whole, pay, dollars, change, score",
    [
        (ENGLISH, False, "1,234,567", "€55,000", "US$34.80", "+33.5%", "0.49"),
        (ENGLISH, True, "1,234,567", "EUR 55,000", "USD 34.80", "+33.5%", "0.49"),
        (DUTCH, False, "1.234.567", "€\u00a055.000", "US$\u00a034,80", "+33,5%", "0,49"),
        (DUTCH, True, "1.234.567", "EUR 55.000", "USD 34,80", "+33,5%", "0,49"),
    ],
)
def test_numbers(
    style: dict[str, object],
    ascii_only: bool,
    whole: str,
    pay: str,
    dollars: str,
    change: str,
    score: str,
) -> None:
    """Numbers, money, changes and scores are written as the reader's language does."""
    numbers = Numbers(style, ascii_only)
    assert numbers.number(1_234_567) == whole
    assert numbers.money(55_000, "EUR") == pay
    assert numbers.money(34.8, "USD", 2) == dollars
    assert numbers.percent(33.5) == change
    assert numbers.score(0.49) == score


@pytest.mark.parametrize(
    "value, text", [(-4.7, "-4.7%"), (0.0, "0.0%"), (-0.04, "0.0%"), (0.04, "0.0%"), (0.1, "+0.1%")]
)
def test_sign_of_a_change(value: float, text: str) -> None:
    """A change has its sign, a plain hyphen for less, and none where it rounds to nothing."""
    assert Numbers(ENGLISH).percent(value) == text


@given(
    st.floats(min_value=-1e9, max_value=1e9), st.integers(0, 3), st.sampled_from([ENGLISH, DUTCH])
)
def test_numbers_can_be_read_back(value: float, decimals: int, style: dict[str, str]) -> None:
    """A number as written, read with the language's own signs, is the number rounded."""
    text = Numbers(style).number(value, decimals)
    plain = text.replace(style["group"], "").replace(style["decimal"], ".")
    assert float(plain) == pytest.approx(value, abs=0.5001 * 10**-decimals)


@given(st.floats(min_value=0, max_value=1e9), st.sampled_from(["EUR", "USD"]))
def test_ascii_money_is_ascii(value: float, currency: str) -> None:
    """Where only ASCII can be shown, money is ASCII in both languages."""
    for style in (ENGLISH, DUTCH):
        assert Numbers(style, ascii_only=True).money(value, currency, 2).isascii()
