"""The full-size test: no text of ours is taken from ESCO, O*NET, or another of our roles."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from careercli.locale import LANGUAGES
from careercli.roles.library import read_library
from careercli.roles.reading import PROSE
from tests.conftest import ROOT

RUN = 8  # words in a row that two writers do not choose by chance
SHARED = ROOT.parent / "shared" / "data"
ELSEWHERE = (
    "esco-1.2.0-en/occupations_en.csv",
    "esco-1.2.0-en/skills_en.csv",
    "esco-1.2.0-en/ISCOGroups_en.csv",
    "onet-30.1/Occupation Data.txt",
    "onet-30.1/Task Statements.txt",
)


def runs(text: str) -> Iterator[str]:
    """Yield every run of eight words of a text."""
    words = re.findall(r"[\w'’-]+", text.casefold())
    for i in range(len(words) - RUN + 1):
        yield " ".join(words[i : i + RUN])


@cache
def own() -> dict[str, set[str]]:
    """Return the runs of words of each role, in both languages."""
    return {
        slug: {
            run
            for language in LANGUAGES
            for name in PROSE
            for run in runs(draft.string(f"{language}.{name}"))
        }
        for slug, draft in read_library().drafts.items()
    }


def test_no_two_roles_share_a_run_of_words():
    """Each role is written for itself."""
    shared = {
        (one, other): common
        for (one, first), (other, second) in combinations(own().items(), 2)
        if (common := first & second)
    }
    assert shared == {}


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"the publishers' texts are not here: {SHARED}")
@pytest.mark.parametrize("file", ELSEWHERE)
def test_nothing_is_copied(file: str):
    """No run of eight words stands in what ESCO or O*NET publish."""
    csv.field_size_limit(10_000_000)
    with (SHARED / file).open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t" if file.endswith(".txt") else ",")
        theirs = {run for row in rows for cell in row for run in runs(cell)}
    assert theirs
    assert {slug: common for slug, ours in own().items() if (common := ours & theirs)} == {}
