"""Comparisons of shipped roles at many widths: every one can be read."""

import random
import re
from collections.abc import Iterator

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.compare_page import compare_page
from careercli.catalogue.finding import find
from careercli.catalogue.store import open_catalogue
from careercli.locale import speak
from careercli.pages import ComparePage
from careercli.render import render
from careercli.screen import Screen
from tests.conftest import ROLE, always

WIDTHS = (40, 66, 80, 100, 120, 200)
SHIPPED = sorted(path.stem for path in ROLE.parent.glob("*.toml"))
NURSES = ("nurse-specialist", "mbo-nurse", "hbo-nurse", "care-worker", "general-practitioner")
LONGEST = tuple(sorted(SHIPPED, key=len)[-5:])
DRAWING = re.compile(r"[╭─╮│╰╯━┃●┄▶•█·]+")

pytestmark = pytest.mark.shipped


def picks() -> Iterator[tuple[str, ...]]:
    """Yield two to five roles by chance, sixty times each; the same ones every time."""
    chance = random.Random(2026)
    for count in (2, 3, 4, 5):
        for _time in range(60):
            yield tuple(chance.sample(SHIPPED, count))


CASES = always(
    kept := [NURSES, NURSES[:2], LONGEST, LONGEST[:3]],
    [*kept, *picks()],
)


@pytest.fixture(params=["en", "nl"])
def reader(request: pytest.FixtureRequest) -> Iterator[Catalogue]:
    """The catalogue for a reader of each language."""
    speak(request.param)
    connection = open_catalogue()
    yield Catalogue(connection, Reader(request.param))
    connection.close()


def shown(page: ComparePage, catalogue: Catalogue, width: int, *, drawn: bool) -> str:
    """Return a page as it stands on a terminal, or in plain text."""
    screen = Screen(width, boxes=drawn, color=False, ascii_only=False, piped=not drawn)
    output = render(page, "text", screen, lambda: catalogue.number_style)
    if isinstance(output, str):
        return output
    return "".join(part.text for part in output.segments)


def words(text: str) -> set[str]:
    """Return the words of a page; drawn signs and the colon after a label are none."""
    return {word.rstrip(":") for word in DRAWING.sub(" ", text).split(" ")}


@pytest.mark.parametrize("slugs", CASES, ids=" ".join)
def test_no_word_is_broken_and_no_line_too_long(slugs: tuple[str, ...], reader: Catalogue) -> None:
    """No column is narrower than its longest word, at any width in either language.

    What is drawn has the words of the plain page and no others, but for the ticks of an axis and
    the pieces of an address that no line could hold.
    """
    page = compare_page(reader, [find(reader, slug) for slug in slugs])
    plain = words(shown(page, reader, 10_000, drawn=False).replace("\n", " "))
    long = [word for word in plain if word.startswith("http")]
    for width in WIDTHS:
        text = shown(page, reader, width, drawn=True)
        assert max(map(len, text.split("\n"))) <= width
        strange = {
            word
            for word in words(text.replace("\n", " ")) - plain
            if not re.fullmatch(r"[\d,.]+k?", word) and not any(word in whole for whole in long)
        }
        assert not strange, width


@pytest.mark.parametrize("slugs", [NURSES, LONGEST], ids=["nurses", "longest"])
def test_the_first_screen_answers(slugs: tuple[str, ...], reader: Catalogue) -> None:
    """Of any two at 80 columns: pay, what is asked, outlook and whose skills, in 24 lines."""
    two = compare_page(reader, [find(reader, slug) for slug in slugs[:2]])
    screen = "\n".join(shown(two, reader, 80, drawn=True).split("\n")[:24])
    needed = {
        "en": ("Salary", "Education", "Growth to 2030", "Vacancies a seeker", "essential only"),
        "nl": ("Salaris", "Opleiding", "Groei tot 2030", "Vacatures per zoeker", "alleen hier"),
    }[reader.reader.language]
    for answer in needed:
        assert answer in screen


def test_a_wide_screen_is_not_filled_for_its_own_sake(reader: Catalogue) -> None:
    """Two roles take no more than a page of prose."""
    page = compare_page(reader, [find(reader, slug) for slug in NURSES[:2]])
    assert max(map(len, shown(page, reader, 200, drawn=True).split("\n"))) <= 100
