"""The picture of a page: what it says is what the page says, and all of it has room."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO

import pytest
from PIL import Image

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.directory import names, unit_groups, written_roles
from careercli.catalogue.groups import group_page
from careercli.catalogue.role_page import role_page
from careercli.catalogue.store import open_catalogue
from careercli.locale import LANGUAGES, speak
from careercli.pages import RolePage
from careercli.render import laid_out
from careercli.render.blocks import Gauge, line, span, text_of
from careercli.render.plain import render as in_words
from careercli.site.building import SCREEN
from careercli.site.card import Card, card
from careercli.site.picture import MARGIN, TALL, TITLE, WIDE, fitted, font, picture

UNKNOWN = "\uffff"
"""No letter: what a font draws for it is what it draws for all that it lacks."""


def cards(limit: int | None = None) -> Iterator[tuple[RolePage, Card, str]]:
    """Yield pages in both languages with their card and their words: so many of each kind."""
    connection = open_catalogue()
    for lang in LANGUAGES:
        speak(lang)
        catalogue = Catalogue(connection, Reader(lang))
        pages = [role_page(catalogue, role) for role in written_roles(catalogue)[:limit]]
        pages += [group_page(catalogue, code, code) for code in unit_groups(catalogue)[:limit]]
        for page in pages:
            document = laid_out(page, SCREEN, partial(getattr, catalogue, "number_style"))
            yield page, card(page, document), in_words(document, SCREEN._replace(width=10_000))
    connection.close()


def seen(data: bytes) -> Image.Image:
    """Return the file as a picture."""
    return Image.open(BytesIO(data))


def has_room(shown: Image.Image) -> bool:
    """Return whether nothing stands in the margins, the strip along the top apart."""
    shown = shown.convert("L")
    sides = ((0, 12, MARGIN - 2, TALL), (WIDE - MARGIN + 2, 12, WIDE, TALL))
    below = (0, TALL - 24, WIDE, TALL)
    return all(shown.crop(box).getextrema() == (255, 255) for box in (*sides, below))


def test_it_is_as_large_as_a_link_shows_it() -> None:
    """And small to send: dots with a place in a palette."""
    for page, shown, _words in cards(3):
        data = picture(shown)
        found = seen(data)
        assert (found.size, found.mode, found.format) == ((1200, 630), "P", "PNG"), page.slug
        assert has_room(found), page.slug
        assert len(data) < 25_000


def test_the_same_card_gives_the_same_bytes() -> None:
    """And another one others."""
    first, second = (picture(shown) for _page, shown, _words in [*cards(1)][:2])
    assert [picture(shown) for _page, shown, _words in [*cards(1)][:2]] == [first, second]
    assert first != second


def test_it_says_what_the_page_says() -> None:
    """Word for word, the figures and their sources above all."""
    for page, shown, words in cards():
        facts = [text_of(item) for row in shown.facts for item in row]
        for told in (text_of(shown.pay), text_of(shown.per), *facts):
            plain = without_notes(told.removeprefix("Diploma: "))
            assert plain in without_notes(words), (page.slug, told)
        group = page.salary.group
        sources = {source.id: source.name for source in page.sources}
        if group:
            assert sources[group.about.source] in shown.sources, page.slug
        assert page.title in shown.told


def without_notes(text: str) -> str:
    """Return words alone: no marks of notes, no breaks."""
    kept = [word for word in text.split() if not (word[0] == "[" and word[1:2].isdigit())]
    return " ".join(kept).replace("[1]", "").replace("[2]", "").replace(" :", ":")


def test_the_bar_is_that_of_the_page(catalogue: Catalogue) -> None:
    """The same ends and the same range, and none where the page has none."""
    for role in written_roles(catalogue):
        page = role_page(catalogue, role)
        document = laid_out(page, SCREEN, lambda: catalogue.number_style)
        assert document.overview
        blocks = document.overview.panels[0].blocks
        paid = bool(page.salary.group and page.salary.group.shown.median is not None)
        gauges = [block for block in blocks if isinstance(block, Gauge)] if paid else []
        assert [card(page, document).bar] == (gauges or [None]), page.slug


@pytest.mark.shipped
def test_without_pay_it_says_so() -> None:
    """No bar, no amount, and not that of another country either."""
    found = [(page, shown) for page, shown, _words in cards(30) if not shown.per]
    assert {page.kind for page, _shown in found} == {"role", "group"}
    for page, shown in found:
        assert page.salary.group
        assert page.salary.group.shown.median is None
        assert (shown.bar, shown.remarks) == (None, ())
        assert not any(char.isdigit() for char in text_of(shown.pay)), page.slug
        assert "$" not in shown.told
        assert has_room(seen(picture(shown)))


def test_where_no_group_is_known_it_says_so(catalogue: Catalogue) -> None:
    """Though the page has what is paid abroad."""
    page = role_page(catalogue, written_roles(catalogue)[0])
    page = page._replace(salary=page.salary._replace(group=None))
    shown = card(page, laid_out(page, SCREEN, lambda: catalogue.number_style))
    assert text_of(shown.pay).startswith("Unknown: no group")
    assert (shown.per, shown.bar, shown.remarks) == ((), None, ())


def test_the_minimum_is_told_where_it_must_be_known() -> None:
    """As the first remark of the page does."""
    for page, shown, _words in cards():
        assert len(shown.remarks) == (0 if not shown.per else 2 if page.salary.minimum else 1)


@pytest.mark.parametrize("count", [1, 2, 5, 12, 40])
def test_a_long_title_has_room(count: int) -> None:
    """In lines or in smaller letters, whatever it is; one long word too."""
    shown = next(cards(1))[1]
    for title in (" ".join(["Bedieningspersoneel"] * count), "Bedieningspersoneel" * count):
        assert has_room(seen(picture(shown._replace(title=title)))), title


def test_a_short_title_is_large() -> None:
    """And stands on one line."""
    assert fitted("Cook", 200) == (TITLE[0], ["Cook"])


def test_what_has_no_room_in_a_row_goes() -> None:
    """The last of its items first, never the one that matters most."""
    shown = next(cards(1))[1]
    items = tuple(line(span(f"item {place} of many")) for place in range(20))
    assert has_room(seen(picture(shown._replace(facts=(items,)))))


@pytest.mark.long
@pytest.mark.shipped
def test_every_letter_is_drawn() -> None:
    """Of all titles and words of both languages: none is the sign for a letter that lacks."""
    connection = open_catalogue()
    used = set("€–…·àçêîïóôöûüÉ")
    for lang in LANGUAGES:
        used |= {char for page in names(Catalogue(connection, Reader(lang))) for char in page.title}
    used |= {
        char
        for _page, shown, _words in cards(60)
        for char in f"{shown.told}{shown.sources}{''.join(end for _at, end in ends(shown))}"
    }
    connection.close()
    assert {"ë", "é", "\xa0"} <= used
    for weight in ("Semibold", "Regular"):
        face = font(weight, 40)
        lacking = bytes(face.getmask(UNKNOWN))
        assert lacking
        assert [char for char in sorted(used) if bytes(face.getmask(char)) == lacking] == []


def ends(shown: Card) -> tuple[tuple[float, str], ...]:
    """Return the ends of its scale."""
    return (shown.bar.start, shown.bar.end) if shown.bar else ()


@pytest.mark.long
@pytest.mark.shipped
def test_every_shipped_page_has_room() -> None:
    """In both languages, with the longest titles there are."""
    total = count = 0
    for page, shown, _words in cards():
        data = picture(shown)
        assert has_room(seen(data)), page.slug
        total, count = total + len(data), count + 1
    assert total / count < 18_000


def test_a_page_without_first_screen_has_no_card(catalogue: Catalogue) -> None:
    """Rather than a picture of nothing."""
    page = role_page(catalogue, written_roles(catalogue)[0])
    document = laid_out(page, SCREEN, lambda: catalogue.number_style)
    with pytest.raises(ValueError, match="no first screen"):
        card(page, document._replace(overview=None))
