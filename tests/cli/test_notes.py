"""The notes of a page: numbered as they are read, each explained, the same wherever they stand."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.conftest import ROLE, SHEPHERD, Run, always
from tests.taxonomies.downloads import esco, keep, unpacked
from tests.taxonomies.onet_downloads import onet

MADE_UP = sorted(path.stem for path in SHEPHERD.parent.glob("*.toml"))
SOME = ("machine-learning-engineer", "hbo-nurse", "plumber", "warehouse-worker")
SHIPPED = sorted(path.stem for path in ROLE.parent.glob("*.toml"))
HEADING = re.compile(r"^(?:Sources|Bronnen)\n=======$", re.MULTILINE)
ENTRY = re.compile(r"^\[(\d+)\] (.*(?:\n {4}.*)*)$", re.MULTILINE)
LANGUAGES = pytest.mark.parametrize("lang", ["en", "nl"])


class Notes(NamedTuple):
    """The numbers of a page in the order in which they are first met, and what explains them."""

    met: list[int]
    explained: dict[int, str]


def notes(text: str) -> Notes:
    """Return the notes of a page of text."""
    body, listed = HEADING.split(text)
    body += ENTRY.sub("", listed)  # a ladder has its legend there
    met = dict.fromkeys(int(number) for number in re.findall(r"\[(\d+)\]", body))
    return Notes(list(met), explained(listed))


def explained(listed: str) -> dict[int, str]:
    """Return a list of sources by their number, each on one line."""
    return {int(number): " ".join(entry.split()) for number, entry in ENTRY.findall(listed)}


def shown(ask: Run, *arguments: str) -> str:
    """Return what a command prints."""
    done = ask(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def cited(ask: Run, *arguments: str) -> dict[str, str]:
    """Return how the sources that a page has in JSON stand on it, and how on their own page."""
    page: Any = json.loads(shown(ask, *arguments, "--format", "json"))
    return {
        f"{one['name']}, {one['year']}, {one['link']}": (
            f"{one['authors']} ({one['year']}). {one['title']}. "
        )
        for one in page["sources"]
    }


def check(ask: Run, slug: str, lang: str) -> None:
    """Check everything that holds of the notes on the page of a role."""
    show = ("show", slug, "--lang", lang)
    whole = notes(shown(ask, *show))
    for page in (whole, notes(shown(ask, *show, "--section", "salary,ai"))):
        assert page.met == [*range(1, len(page.met) + 1)]
        assert [*page.explained] == page.met
    assert notes(shown(ask, *show, "--section", "sources")).explained == whole.explained
    at_length = explained(shown(ask, "sources", slug, "--lang", lang))
    sources = cited(ask, *show)
    assert set(whole.explained.values()) == set(sources)
    assert [*at_length] == [*whole.explained]
    for number, entry in whole.explained.items():
        assert at_length[number].startswith(sources[entry])


@LANGUAGES
@pytest.mark.parametrize("slug", MADE_UP)
def test_notes_of_a_role(slug: str, lang: str, ask: Run) -> None:
    """They count from 1 as one reads, the list has just those, and so has the page in JSON."""
    check(ask, slug, lang)


@pytest.mark.shipped
@LANGUAGES
@pytest.mark.parametrize("slug", always(SOME, SHIPPED))
def test_notes_of_a_shipped_role(slug: str, lang: str, ask: Run) -> None:
    """The same holds for every page that comes with the program."""
    check(ask, slug, lang)


@LANGUAGES
def test_notes_of_imported_occupations(lang: str, ask: Run, imports: Path, tmp_path: Path) -> None:
    """And for pages of which a classification says what no role does."""
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    for slug in ("app-mender", "welder-esco", "hive-counter", "computer-programmers"):
        check(ask, slug, lang)


@LANGUAGES
@pytest.mark.parametrize("command", [["compare", *MADE_UP[:3]], ["ladder", "cloud-shepherd"]])
def test_notes_of_other_pages(command: list[str], lang: str, ask: Run) -> None:
    """A comparison and a ladder number and explain theirs the same way."""
    page = notes(shown(ask, *command, "--lang", lang))
    assert page.met == [*range(1, len(page.met) + 1)]
    assert [*page.explained] == page.met
