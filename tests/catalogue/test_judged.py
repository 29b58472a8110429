"""Search finds what people mean: judged queries, with the shipped roles and at full size."""

from collections.abc import Iterator

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.store import open_catalogue
from careercli.taxonomies import NAMES
from tests.catalogue.judging import Query, judge, queries, shares
from tests.conftest import ROOT
from tests.taxonomies.downloads import keep

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


def test_all_occupations_are_found(full_size: Catalogue) -> None:
    """The same holds among four thousand occupations."""
    verdicts = [judge(full_size, query) for query in queries("full")]
    missed = [(v.query.words, v.found[:3]) for v in verdicts if v.place != 1]
    assert shares(verdicts)[0] >= FIRST, missed
    assert shares(verdicts)[1] >= AMONG_FIVE, missed


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
