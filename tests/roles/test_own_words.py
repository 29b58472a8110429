"""The full-size test: no text of ours is taken from ESCO or O*NET."""

import csv

import pytest

from tests.conftest import ROOT
from tests.roles.subject import LANGUAGES, PROSE, Workspace, runs_of_words

SHARED = ROOT.parent / "shared" / "data"
ELSEWHERE = (
    "esco-1.2.0-en/occupations_en.csv",
    "esco-1.2.0-en/skills_en.csv",
    "esco-1.2.0-en/ISCOGroups_en.csv",
    "onet-30.1/Occupation Data.txt",
    "onet-30.1/Task Statements.txt",
)


@pytest.fixture(scope="module")
def own(shipped: Workspace) -> dict[str, set[str]]:
    """Return the runs of words of each role, in both languages."""
    return {
        slug: {
            run
            for language in LANGUAGES
            for name in PROSE
            for run in runs_of_words(draft.string(f"{language}.{name}"))
        }
        for slug, draft in shipped.drafts.items()
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"the publishers' texts are not here: {SHARED}")
@pytest.mark.parametrize("file", ELSEWHERE)
def test_nothing_is_copied(file: str, own: dict[str, set[str]]):
    """No run of eight words stands in what ESCO or O*NET publish."""
    csv.field_size_limit(10_000_000)
    with (SHARED / file).open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t" if file.endswith(".txt") else ",")
        theirs = {run for row in rows for cell in row for run in runs_of_words(cell)}
    assert theirs
    assert {slug: common for slug, ours in own.items() if (common := ours & theirs)} == {}
