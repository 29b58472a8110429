"""Words explained: found by any name, and glossed on English pages."""

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.explaining import explain_page
from careercli.catalogue.finding import find
from careercli.catalogue.role_page import role_page
from careercli.errors import NotFoundError
from careercli.locale import LANGUAGES
from careercli.pages import Gloss


@pytest.mark.parametrize(
    "word",
    ["bbl", "BBL", " bbl ", "bbl (een leerweg)", "Beroepsbegeleidende-Leerweg", "b b l"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_has_many_names(word: str, language: str, catalogue: Catalogue) -> None:
    """Its id, its titles in both languages and others, however they are written."""
    catalogue.reader = Reader(language)
    page = explain_page(catalogue, word)
    (found,) = page.words
    assert (found.id, page.language, page.whole) == ("bbl", language, False)
    assert found.text.startswith({"en": "A course", "nl": "Een opleiding"}[language])
    assert [(other.id, other.label[:4]) for other in found.see] == [("nlqf", "NLQF")]


def test_all_words_stand_by_title(catalogue: Catalogue) -> None:
    """In the reader's language."""
    page = explain_page(catalogue, None)
    assert page.whole
    assert [word.id for word in page.words] == ["bbl", "exposure", "nlqf"]
    catalogue.reader = Reader("nl")
    assert [word.id for word in explain_page(catalogue, None).words] == ["bbl", "exposure", "nlqf"]
    titles = [word.title for word in explain_page(catalogue, None).words]
    assert titles == sorted(titles, key=str.casefold)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("exposur", "Did you mean exposure?"),
        ("blootsteling", "Did you mean blootstelling?"),
        ("zzz", '"zzz" is not explained here. All words: careers explain'),
        ("", "is not explained here"),
        ("\x1b[2J", "is not explained here"),
    ],
)
def test_an_unknown_word_is_told(word: str, told: str, catalogue: Catalogue) -> None:
    """With the nearest if it is near, and nothing that steers a terminal."""
    with pytest.raises(NotFoundError) as error:
        explain_page(catalogue, word)
    assert told in str(error.value)
    assert "\x1b" not in str(error.value)


@pytest.mark.shipped
def test_an_english_page_has_glosses_of_what_it_uses(catalogue: Catalogue) -> None:
    """And a Dutch page none: who reads Dutch knows the words."""
    role = find(catalogue, "electrician")
    glosses = role_page(catalogue, role).glosses
    assert Gloss("bbl", ("bbl",), "an mbo course alongside a job") in glosses
    assert "pabo" not in {gloss.id for gloss in glosses}
    catalogue.reader = Reader("nl")
    assert role_page(catalogue, role).glosses == ()
