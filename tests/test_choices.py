"""Closed lists of the command line: words of either language, and slips of the finger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalogue.choices import ORDERS, WRITTEN
from careercli.choices import DUTCH, PERIODS, SWITCH, Choices, nearest, unknown
from careercli.cli.commands import COMMANDS
from careercli.locale import LANGUAGES, speak
from careercli.settings import SETTINGS

LISTS = (PERIODS, SWITCH, tuple(ORDERS), WRITTEN, tuple(SETTINGS), LANGUAGES)


@given(st.sampled_from(LISTS), st.sampled_from(LANGUAGES), st.data())
def test_what_is_shown_is_understood(
    ids: tuple[str, ...], language: str, data: st.DataObject
) -> None:
    """Each shown word reads back to its id, in any case and with blanks around it."""
    choices = Choices(ids)
    shown = choices.shown(language)
    assert len(shown) == len(ids)
    number = data.draw(st.integers(0, len(ids) - 1))
    cased = data.draw(st.sampled_from([str.lower, str.upper, str.title]))
    assert choices.read(f" {cased(shown[number])} ") == ids[number]


@pytest.mark.parametrize("name", DUTCH)
def test_every_dutch_word_is_read(name: str) -> None:
    """The shown one and the others alike."""
    for word in (name, *DUTCH[name]):
        assert Choices((name,)).read(word.upper()) == name


@pytest.mark.parametrize("ids", LISTS)
def test_no_word_means_two_things(ids: tuple[str, ...]) -> None:
    """Within a list, in both languages together."""
    meanings = [{name, *DUTCH.get(name, ())} for name in ids]
    assert len(set().union(*meanings)) == sum(map(len, meanings))


def test_a_list_reads_only_its_own() -> None:
    """A word of another list is none of this one's."""
    assert Choices(PERIODS).read("maand") == "month"
    assert Choices(PERIODS).read("loon") is None
    assert Choices(SWITCH).read("") is None


def test_a_reader_sees_their_language() -> None:
    """Words that Dutch has no other for stay."""
    assert Choices(PERIODS).shown("nl") == ["uur", "maand", "jaar"]
    assert Choices(PERIODS).shown("en") == ["hour", "month", "year"]
    assert Choices(("json", "text")).shown("nl") == ["json", "tekst"]


@pytest.mark.parametrize(
    ("typed", "known", "found"),
    [
        ("lsit", COMMANDS, ["list"]),
        ("SEARHC", COMMANDS, ["search"]),
        ("comapre", COMMANDS, ["compare"]),
        ("mont", PERIODS, ["month"]),
        ("com", COMMANDS, ["compare", "completion"]),
        ("verpleegkundge", ["Verpleegkundige", "kok"], ["Verpleegkundige"]),
        ("ceo", ["cook", "courier", "coach"], []),
        ("ceo", ["crebo"], []),
        ("html", ["toml"], []),
        ("ceo", COMMANDS, []),
        ("week", PERIODS, []),
        ("zzz", COMMANDS, []),
        ("", COMMANDS, []),
        ("list", [], []),
        ("x" * 10_000, COMMANDS, []),
    ],
)
def test_the_nearest_is_near(typed: str, known: list[str], found: list[str]) -> None:
    """A slip finds its word, in any case, and so does a beginning; another word finds none."""
    assert nearest(typed, known) == found


@given(st.sampled_from(list(COMMANDS)), st.data())
def test_two_letters_swapped_are_a_slip(word: str, data: st.DataObject) -> None:
    """Of a word of five letters or more."""
    if len(word) < 5:
        return
    at = data.draw(st.integers(0, len(word) - 2))
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert word in nearest(swapped, COMMANDS)


def test_an_unknown_word_is_told_with_what_is_known() -> None:
    """Each word once, and the nearest only where it is near."""
    told = unknown("mont", ["month", "year", "month"])
    assert told == 'there is no "mont". Did you mean month? Known: month, year'
    assert unknown("week", PERIODS) == 'there is no "week". Known: hour, month, year'
    speak("nl")
    assert unknown("week", ["uur"]) == '"week" is er niet. Wat er is: uur'


def test_a_long_list_is_counted() -> None:
    """What has no room in a message stands in the help."""
    told = unknown("x", [f"word-{number}" for number in range(50)])
    assert told == 'there is no "x". --help names all 50.'
    assert unknown("ferst", ["one"], also=["first"]).startswith(
        'there is no "ferst". Did you mean first?'
    )
