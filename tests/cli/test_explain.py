"""careers explain, and the glossary that is shipped."""

import json
import re

import pytest
import tomli

from careercli.locale import LANGUAGES
from careercli.names import compound_key
from tests.conftest import ROOT, Run, always
from tests.dutch import english_in

GLOSSARY = tomli.loads((ROOT / "data" / "glossary.toml").read_text(encoding="utf-8"))
STYLE = tomli.loads((ROOT / "data" / "style.toml").read_text(encoding="utf-8"))
LONGEST = 420  # characters of a text
GLOSSED = ("electrician", "primary-teacher")  # roles whose pages have words to explain


def test_a_word_is_explained(ask: Run) -> None:
    """With its law, what it has to do with, and where to read on."""
    assert ask("explain", "bbl").stdout == (
        "bbl (a way to learn)\n====================\n"
        "A course of which most is work. You need an employer first.\n\n"
        "Law: WEB, art. 7.2.2, text of 2021-01-01\n"
        "See also: NLQF\nRead on: https://example.org/bbl\n"
    )
    dutch = ask("explain", "bbl", "--lang", "nl").stdout
    assert dutch.startswith("bbl (een leerweg)")
    assert "tekst van" in dutch


def test_several_words_need_no_quotes(ask: Run) -> None:
    """One term of two words."""
    assert ask("explain", "AI", "exposure").stdout == ask("explain", "exposure").stdout


def test_all_words_have_a_line(ask: Run) -> None:
    """The first sentence of each."""
    out = ask("explain").stdout
    assert "A course of which most is work.\n" in out
    assert "You need" not in out
    assert "Exposure" not in ask("explain", "bbl").stdout


def test_an_unknown_word_is_refused(ask: Run) -> None:
    """In the reader's language, with exit code 1."""
    done = ask("explain", "exposur")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        'careers: "exposur" is not explained here. Did you mean exposure? '
        "All words: careers explain\n"
    )
    assert english_in(ask("explain", "zzz", "--lang", "nl").stderr) == []


@pytest.mark.shipped
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_word_is_found_by_all_its_names(language: str, ask: Run) -> None:
    """And the words that a page names can be asked for in turn."""
    page = json.loads(ask("explain", "--format", "json", "--lang", language).stdout)
    assert {word["id"] for word in page["words"]} == set(GLOSSARY)
    for key in list(GLOSSARY)[::7]:
        entry = GLOSSARY[key]
        for name in (key, entry[language]["title"], *entry["words"]):
            found = json.loads(ask("explain", name, "--format", "json").stdout)
            assert [word["id"] for word in found["words"]] == [key], name


@pytest.mark.shipped
def test_the_shipped_glossary_is_whole() -> None:
    """What it refers to is there, and no name leads to two words."""
    owners: dict[str, str] = {}
    for key, entry in GLOSSARY.items():
        assert set(entry.get("see", ())) <= set(GLOSSARY) - {key}, key
        titles = [entry[language]["title"] for language in LANGUAGES]
        names = [key, *titles, *(title.partition(" (")[0] for title in titles), *entry["words"]]
        for name in map(compound_key, names):
            assert owners.setdefault(name, key) == key, name


@pytest.mark.shipped
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_texts_are_short_and_plain(language: str) -> None:
    """No text is longer than a screen has room for; none has a phrase that says nothing."""
    banned = re.compile(rf"\b(?:{'|'.join(map(re.escape, STYLE['banned'][language]))})\b", re.I)
    for key, entry in GLOSSARY.items():
        text = entry[language]["text"]
        assert 60 <= len(text) <= LONGEST, key
        assert text.endswith("."), key
        assert not banned.search(text), key
        assert len(entry.get("gloss", "")) <= 45, key


@pytest.mark.shipped
@pytest.mark.parametrize(
    "slug",
    always(
        GLOSSED,
        sorted(path.stem for path in (ROOT / "data" / "roles").glob("*.toml")),
    ),
)
def test_glosses_stand_once_and_in_english_only(slug: str, ask: Run) -> None:
    """Behind the first use of a word, never on the first screen, never within brackets."""
    page = " ".join(ask("show", slug, COLUMNS="200").stdout.split())
    brief = " ".join(ask("show", slug, "--brief", COLUMNS="200").stdout.split())
    dutch = " ".join(ask("show", slug, "--lang", "nl", COLUMNS="200").stdout.split())
    met = 0
    for key, entry in GLOSSARY.items():
        if gloss := entry.get("gloss"):
            told = re.compile(rf"\((?:[^():]+: )?{re.escape(gloss)}\)")
            assert not told.search(brief + dutch), key
            for found in told.finditer(page):
                met += 1
                before = page[: found.start()]
                assert before.count("(") == before.count(")"), key
            assert len(told.findall(page)) <= 1, key
    assert met or slug not in GLOSSED
