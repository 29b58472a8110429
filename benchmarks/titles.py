"""Judge what job titles lead to, as people write them, and print the shares.

    python benchmarks/titles.py [--esco FOLDER] [--onet FOLDER]

With the shipped data, and with downloads of ESCO and O*NET beside it. ``first`` are the titles that
the rules of naming were made with, the others those that were collected and judged after, each
before the titles that the editors added then; no rule was made with ``fourth`` and ``fifth``. Of
``sixth`` 72% were right when it was first asked, of ``seventh`` 80% (7% were wrong), of ``eighth``
75% (9%), and of the English ``ninth``, whole lines of advertisements, 57% (8%). ``tenth`` and
``eleventh`` are drawn from published lists (an insurer's trades, mbo qualifications, Flemish and
other Dutch lists; American vacancies and a thesaurus of them, British and American indexes): 75%
(8%) and 72% (10%), before other titles of those lists were placed. The last three came after that
and are of other lists, vacancies and articles, but for the lists of ``thirteenth``: 75% (5%), 80%
(6%) and 81% (7%) when they were first asked; where a choice is right that is 6, 1 and 3% more.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.catalogue.judging import VERDICTS, Title, judge_title, titles
from tests.taxonomies.downloads import keep

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.store import open_catalogue


def shares(catalogue: Catalogue, judged: Iterable[Title]) -> str:
    """Return the share of each verdict, as a row."""
    found = Counter(judge_title(catalogue, title) for title in judged)
    return "".join(f"{found[verdict] / found.total():>9.0%}" for verdict in VERDICTS)


def main() -> None:
    """Print a table for each state of the catalogue."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--esco", type=Path, help="a download of ESCO")
    parser.add_argument("--onet", type=Path, help="a download of O*NET")
    asked = vars(parser.parse_args())
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"CAREERS_IMPORTS": f"{home}/imports", "CAREERS_CACHE": f"{home}/cache"}
        for imports in ([], [name for name, folder in asked.items() if folder]):
            for name in imports:
                keep(name, asked[name])
            report(", ".join(imports) or "nothing")
            if not any(asked.values()):
                break


def report(imported: str) -> None:
    """Print the shares of every set in every language."""
    catalogue = Catalogue(open_catalogue(), Reader())
    print(f"imported: {imported}")
    print(f"{'':24}" + "".join(f"{verdict:>9}" for verdict in VERDICTS))
    judged = titles()
    for lang in ("nl", "en"):
        for name in dict.fromkeys(title.set for title in judged if title.lang == lang):
            rows = [title for title in judged if (title.lang, title.set) == (lang, name)]
            print(f"{lang}, {name}, {len(rows):<14}" + shares(catalogue, rows))
    catalogue.connection.close()


if __name__ == "__main__":
    main()
