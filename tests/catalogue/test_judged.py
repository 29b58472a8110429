"""Search finds what people mean: judged queries, with the shipped roles and at full size."""

from collections import Counter
from collections.abc import Iterator

import pytest

from careercli.catalogue import spelling, steps
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.store import open_catalogue
from careercli.taxonomies import NAMES
from tests.catalogue.judging import (
    Query,
    judge,
    judge_phrases,
    judge_title,
    queries,
    score,
    shares,
    titles,
)
from tests.conftest import ROOT
from tests.taxonomies.downloads import keep

pytestmark = pytest.mark.shipped

DOWNLOADS = {
    "esco": ROOT.parent / "shared" / "data" / "esco-1.2.0-en",
    "onet": ROOT.parent / "shared" / "data" / "onet-30.1",
}
# Shares of the judged sets that were reached; what people type must not be found less often.
FIRST, AMONG_FIVE = 0.9, 0.95


@pytest.fixture(scope="module")
def full_size(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """The shipped roles with ESCO and O*NET, where those downloads lie beside the checkout."""
    if not all(path.is_dir() for path in DOWNLOADS.values()):
        pytest.skip("needs the ESCO and O*NET downloads beside the checkout")
    home = tmp_path_factory.mktemp("full-size")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERS_IMPORTS", str(home / "imports"))
        patch.setenv("CAREERS_CACHE", str(home / "cache"))
        for name in NAMES:
            keep(name, DOWNLOADS[name])
        connection = open_catalogue()
        yield Catalogue(connection, Reader())
        connection.close()


@pytest.mark.parametrize(("name", "least"), [("shipped", 60), ("full", 40)])
def test_judged_sets_are_large_and_in_both_languages(name: str, least: int) -> None:
    """There are enough queries, none twice, some of them Dutch."""
    found = queries(name)
    assert len({(query.words, query.lang) for query in found}) == len(found) >= least
    assert {query.lang for query in found} == {"en", "nl"}


def test_shipped_roles_are_found(catalogue: Catalogue) -> None:
    """Nine of ten queries have what people mean first, nearly all among the first five."""
    verdicts = [judge(catalogue, query) for query in queries("shipped")]
    missed = [(v.query.words, v.found[:3]) for v in verdicts if v.place != 1]
    assert shares(verdicts)[0] >= FIRST, missed
    assert shares(verdicts)[1] >= AMONG_FIVE, missed


@pytest.mark.long
def test_all_occupations_are_found(full_size: Catalogue) -> None:
    """The same holds among four thousand occupations."""
    verdicts = [judge(full_size, query) for query in queries("full")]
    missed = [(v.query.words, v.found[:3]) for v in verdicts if v.place != 1]
    assert shares(verdicts)[0] >= FIRST, missed
    assert shares(verdicts)[1] >= AMONG_FIVE, missed


def test_phrases_of_resumes_are_read_as_what_they_name(catalogue: Catalogue) -> None:
    """Six in ten of those that name a skill, and hardly a reading is wrong."""
    named, right, read = judge_phrases(catalogue)
    assert named > 100
    assert right / named >= 0.6
    assert right / read >= 0.95


# Of the judged titles of each language: right answers with right guesses, and wrong ones. The last
# ones are of whole lines of advertisements, and of titles that only their page explains.
HARD = ("eighth", "ninth", "eleventh")
LEAST_RIGHT, MOST_WRONG = {"nl": 0.8, "en": 0.75}, 0.06
LEAST_OF_HARD, MOST_OF_HARD = {"nl": 0.75, "en": 0.57}, 0.12


@pytest.mark.long
@pytest.mark.parametrize("lang", LEAST_RIGHT)
def test_titles_as_people_write_them(lang: str, catalogue: Catalogue) -> None:
    """They lead to their page or group, or to nothing; hardly ever to another job."""
    judged = [title for title in titles() if title.lang == lang]
    found = Counter(judge_title(catalogue, title) for title in judged if title.set not in HARD)
    assert found.total() >= 200
    assert (found["right"] + found["likely"]) / found.total() >= LEAST_RIGHT[lang], found
    assert found["wrong"] / found.total() <= MOST_WRONG, found
    hard = Counter(judge_title(catalogue, title) for title in judged if title.set in HARD)
    assert (hard["right"] + hard["likely"]) / hard.total() >= LEAST_OF_HARD[lang], hard
    assert hard["wrong"] / hard.total() <= MOST_OF_HARD, hard


def without(rules: tuple[object, ...], place: int) -> tuple[object, ...]:
    """Return the rules but for one."""
    return rules[:place] + rules[place + 1 :]


IES = spelling.ENDINGS.index(("ies", "y"))

# Every rule of the search: where it stands, what is there without it.
ABLATED = {
    "called so": ("searching.called_so", lambda *_given: ()),
    "step: title": ("steps.STEPS", without(steps.STEPS, 0)),
    "some of the words": ("suggesting._some_words", lambda *_given: ()),
    "the job's word": ("steps._head", lambda _query, _row: ()),
    "names as one word": ("naming._is_word", lambda _word: False),
    "beginnings of words": ("query.PREFIX", 100),
    "short words are whole": ("query.PREFIX", 1),
    "typing errors": ("suggesting.meant_by", lambda _catalogue, word: word),
    "typing errors: how near": ("spelling.CLOSE", 0.85),
    "typing errors: first letters": ("spelling.FIRST", 1),
    "forms of words": ("query.known_forms", lambda _catalogue, _word: []),
    "forms of names": ("naming.other_forms", lambda _word: []),
} | {
    f"form: {ending}": ("spelling.ENDINGS", without(spelling.ENDINGS, place))
    for place, (ending, _other) in enumerate(spelling.ENDINGS)
    if place != IES
}
ABLATED_AT_FULL_SIZE = {
    "step: alias": ("steps.STEPS", without(steps.STEPS, 1)),
    "readers first": ("steps._readers_first", lambda _catalogue, _row: ()),
    "form: ies": ("spelling.ENDINGS", without(spelling.ENDINGS, IES)),
}


REACHED: dict[str, float] = {}  # by a judged set with every rule, once


def assert_needed(
    name: str, rule: tuple[str, object], catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fail if a judged set is answered as well without a rule."""
    if name not in REACHED:
        REACHED[name] = score(catalogue, name)
    place, instead = rule
    monkeypatch.setattr(f"careercli.catalogue.{place}", instead)
    assert score(catalogue, name) < REACHED[name]


@pytest.mark.long
@pytest.mark.parametrize("rule", ABLATED)
def test_each_rule_is_needed(
    rule: str, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any one rule the judged queries are answered worse."""
    assert_needed("shipped", ABLATED[rule], catalogue, monkeypatch)


@pytest.mark.long
@pytest.mark.parametrize("rule", ABLATED_AT_FULL_SIZE)
def test_each_rule_is_needed_at_full_size(
    rule: str, full_size: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same, for rules that matter only among four thousand occupations."""
    assert_needed("full", ABLATED_AT_FULL_SIZE[rule], full_size, monkeypatch)


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        ("verpleger", "nl", "hbo-nurse"),
        ("nurse", "en", "hbo-nurse"),
        ("NURSE practitioner", "en", "nurse-specialist"),
        ("software enginer", "en", "software-developer"),
    ],
)
def test_what_everybody_types_first(
    words: str, lang: str, expected: str, catalogue: Catalogue
) -> None:
    """The plainest queries have the plainest answers."""
    assert judge(catalogue, Query(words, lang, (expected,))).place == 1
