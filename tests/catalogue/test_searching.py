"""Searching titles, aliases, skills and prose."""

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.searching import search_page
from careercli.errors import NotFoundError


def found(catalogue: Catalogue, words: str) -> list[str]:
    """Return the slugs that a search finds, best first."""
    page = search_page(catalogue, words, 200)
    return [hit.role.slug for hit in (*page.hits, *page.guesses)]


def found_or_none(catalogue: Catalogue, words: str) -> list[str]:
    """Return the slugs that a search finds, if any."""
    try:
        return found(catalogue, words)
    except NotFoundError:
        return []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_exact_title_comes_first(catalogue: Catalogue, language: str) -> None:
    """Whoever types a title or slug gets that role first, in both languages."""
    catalogue.reader = Reader(language)
    for row in catalogue.rows(
        "SELECT shown, slug FROM name JOIN role ON role.id = name.role WHERE rank < 2"
    ):
        assert found(catalogue, row["shown"])[0] == row["slug"], row["shown"]


def test_exact_alias_comes_first(catalogue: Catalogue) -> None:
    """Whoever types an alias gets the role of that alias first."""
    assert found(catalogue, "CS herder")[0] == "cloud-shepherd"
    assert found(catalogue, "cro")[0] == "chief-rain-officer"


@pytest.mark.parametrize("words", ["regenpoeet", "regenpoëet", "REGENPOËET", "regenpôeet"])
def test_accents_and_case_do_not_matter(catalogue: Catalogue, words: str) -> None:
    """A word is found with and without its accents, in any case."""
    assert found(catalogue, words) == ["rain-reader"]


def test_beginnings_of_words_are_enough(catalogue: Catalogue) -> None:
    """The beginning of a word finds what the word finds, and perhaps more."""
    assert set(found(catalogue, "shepherd")) <= set(found(catalogue, "sheph"))
    assert "cloud-shepherd" in found(catalogue, "cloud shep")


def test_all_words_must_stand_there(catalogue: Catalogue) -> None:
    """Two words find only what each of them finds."""
    both = set(found(catalogue, "python maps"))
    assert both
    assert both <= set(found(catalogue, "python")) & set(found(catalogue, "maps"))


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "words, slug",
    [("mistweger", "mist-weigher"), ("mist weigher", "mist-weigher")],
)
def test_both_languages_are_searched(
    catalogue: Catalogue, language: str, words: str, slug: str
) -> None:
    """English and Dutch words find the role whatever the reader's language."""
    catalogue.reader = Reader(language)
    page = search_page(catalogue, words, 1)
    assert page.hits[0].role.slug == slug
    assert page.corrected is None


@pytest.mark.parametrize(
    "typed, read, slug",
    [
        ("clould shepherd", "cloud shepherd", "cloud-shepherd"),
        ("pyhton", "python", "rain-reader"),
        ("baromter", "barometer", "wind-nurse"),
    ],
)
def test_typing_errors_are_forgiven(catalogue: Catalogue, typed: str, read: str, slug: str) -> None:
    """Words that stand nowhere are read as the nearest that do: a guess, kept from the hits."""
    page = search_page(catalogue, typed, 200)
    assert page.corrected == read
    assert page.query == typed
    assert (page.hits, page.groups) == ((), ())
    assert page.is_guess
    assert slug in [hit.role.slug for hit in page.guesses]


def test_the_job_in_words_that_never_meet_is_a_guess(catalogue: Catalogue) -> None:
    """Where no role has all words, roles that are called as the last of them may be meant."""
    page = search_page(catalogue, "zymbals shepherds", 5)
    assert page.hits == ()
    assert "cloud-shepherd" in [hit.role.slug for hit in page.guesses]


@pytest.mark.parametrize("typed", ["pythn3", "clud", "c++", "x1", "shepherd"])
def test_what_is_no_slip_is_not_corrected(catalogue: Catalogue, typed: str) -> None:
    """A short word, one with a digit or a sign, a word that is right."""
    try:
        page = search_page(catalogue, typed, 5)
    except NotFoundError:
        return
    assert page.corrected is None


@pytest.mark.parametrize(
    "words",
    [
        '"python"',
        '"python',
        "python*",
        "*python",
        "-python",
        "^python",
        "+python",
        "(python",
        "{python}",
        "'python'",
        "python;",
        "python\0",
        "python\udcff",
    ],
)
def test_signs_of_the_index_mean_nothing(catalogue: Catalogue, words: str) -> None:
    """What is syntax to the index is only a sign around a word here."""
    assert sorted(found(catalogue, words)) == sorted(found(catalogue, "python"))


@pytest.mark.parametrize(
    "words", ["title:python", "NEAR(python maps)", "python AND maps", "a NOT b"]
)
def test_words_of_the_index_are_words(catalogue: Catalogue, words: str) -> None:
    """What is an operator to the index is looked for as a word."""
    plain = words.replace(":", " ").replace("(", " ").replace(")", " ").lower()
    assert found_or_none(catalogue, words) == found_or_none(catalogue, plain)


@pytest.mark.parametrize(
    "words", ["", " ", '"', "*", "-", ":", "((", "xqzxqzxqz", "🦄", "#", "\udcff"]
)
def test_nonsense_is_not_found(catalogue: Catalogue, words: str) -> None:
    """Without a word there is nothing to find."""
    with pytest.raises(NotFoundError, match="Nothing found"):
        search_page(catalogue, words, 5)


def test_limit_cuts_the_worst(catalogue: Catalogue) -> None:
    """A limit keeps the best hits, in the same order."""
    assert found(catalogue, "weather")[:3] == [
        hit.role.slug for hit in search_page(catalogue, "weather", 3).hits
    ]


def test_role_is_found_once(catalogue: Catalogue) -> None:
    """A role whose texts match in both languages is one hit."""
    slugs = found(catalogue, "python")
    assert len(slugs) == len(set(slugs)) > 3


def test_passage_shows_the_match(catalogue: Catalogue) -> None:
    """The passage marks the word that was found and the field says where it stands."""
    catalogue.reader = Reader("nl")
    (hit,) = search_page(catalogue, "wolkfinancien", 5).hits
    assert hit.field == "prose"
    assert "⟦wolkfinanciën⟧" in hit.passage


@pytest.mark.parametrize("language, title", [("en", "Mist Weigher"), ("nl", "Mistweger")])
def test_titles_are_in_the_readers_language(
    catalogue: Catalogue, language: str, title: str
) -> None:
    """Whatever language matches, the titles of hits are in the reader's."""
    catalogue.reader = Reader(language)
    hits = search_page(catalogue, "mist", 200).hits
    titles = {hit.role.slug: hit.role.title for hit in hits}
    assert titles["mist-weigher"] == title


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_passage_is_in_the_readers_language(catalogue: Catalogue, language: str) -> None:
    """Where a word stands in the prose of both languages, the reader gets what they can read."""
    catalogue.reader = Reader(language)
    hits = [hit for hit in search_page(catalogue, "chatbot", 20).hits if hit.field == "prose"]
    assert len(hits) >= 3
    for hit in hits:
        (row,) = catalogue.rows(
            "SELECT summary || role_text.data AS text FROM role_text "
            "JOIN role ON role.id = role WHERE slug = :slug AND language = :language",
            slug=hit.role.slug,
        )
        marked = hit.passage[hit.passage.index("⟦") :].replace("⟦", "").replace("⟧", "")
        assert marked[:20].rstrip("…") in row["text"]
