"""The first screen of every shipped role: it answers within the rows that a terminal has."""

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.role_page import role_page
from careercli.catalogue.store import open_catalogue
from careercli.locale import speak
from careercli.render import render
from careercli.screen import Screen
from tests.conftest import always

pytestmark = pytest.mark.shipped

PANELS = {
    "en": ("─ Salary ", "─ Requirements ", "─ AI ", "─ Ladder "),
    "nl": ("─ Loon ", "─ Eisen ", "─ AI ", "─ Ladder "),
}


SIZES = ((40, 30), (60, 30), (80, 24), (100, 40), (200, 50))
CASES = [(language, *size) for language in PANELS for size in SIZES]


@pytest.mark.parametrize("case", always([("nl", 80, 24)], CASES), ids=str)
def test_it_fits_and_has_all_four_panels(case: tuple[str, int, int]) -> None:
    """With a row to spare for what a pager or a shell prints below; no line is too long.

    The quick run has the language of longer words.
    """
    language, width, rows = case
    connection = open_catalogue()
    catalogue = Catalogue(connection, Reader(language))
    speak(language)
    screen = Screen(width, boxes=True, color=False, ascii_only=False)
    found = catalogue.rows("SELECT id, slug FROM role WHERE kind = 'role'")
    assert len(found) > 90
    for row in found:
        page = role_page(catalogue, row["id"])
        drawn = render(page, "text", screen, lambda: catalogue.number_style, brief=True)
        assert not isinstance(drawn, str)
        lines = "".join(part.text for part in drawn.segments).rstrip("\n").split("\n")
        assert len(lines) < rows, row["slug"]
        assert max(map(len, lines)) <= width, row["slug"]
        assert all(any(panel in line for line in lines) for panel in PANELS[language]), row["slug"]
    connection.close()
