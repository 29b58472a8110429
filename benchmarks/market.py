"""Measure careers at full size: ESCO and O*NET imported, beside pandas and sqlite-utils.

    python benchmarks/market.py --esco PATH --onet PATH [--runs 11]

The paths are downloads that you have; ESCO in English, as a folder. Everything is timed as whole
processes, in turn. Prints medians, the ratios that the design names, the memory that an import
takes at most, and how many judged queries are answered right. Peers that are not installed are
left out, and the output says so.
"""

import argparse
import importlib.util
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from run import BIN, Case, seconds

ROOT = Path(__file__).parents[1]
TEN = ("--limit", "10")  # of a search, whoever does it
FILES = ("occupations_en.csv", "skills_en.csv", "occupationSkillRelations_en.csv")
READ = "import pandas, sys\nfor path in sys.argv[1:]: pandas.read_csv(path)"
FILTER = (
    "import pandas, sys\n"
    "table = pandas.read_csv(sys.argv[1])\n"
    "text = table.preferredLabel.str.cat([table.altLabels, table.description], na_rep=' ')\n"
    "print(table[text.str.contains(sys.argv[2], case=False)].preferredLabel.head(10).to_string())"
)
# What search looks through: titles, other titles, text and the names of skills.
ANSWER = (
    "import pandas, sys\n"
    "jobs, skills, links = (pandas.read_csv(path) for path in sys.argv[1:4])\n"
    "names = links.merge(skills[['conceptUri', 'preferredLabel']], left_on='skillUri', "
    "right_on='conceptUri').groupby('occupationUri').preferredLabel.agg(' '.join)\n"
    "text = jobs.preferredLabel.str.cat([jobs.altLabels, jobs.description, "
    "jobs.conceptUri.map(names)], na_rep=' ')\n"
    "print(jobs[text.str.contains(sys.argv[4], case=False)].preferredLabel.head(10).to_string())"
)
COMPLETING = {
    "_CAREERS_COMPLETE": "complete_bash",
    "COMP_WORDS": "careers show we",
    "COMP_CWORD": "2",
}
WORD = "welding"


class Home(NamedTuple):
    """Folders of one reader: what was imported, and the cache."""

    path: Path

    def environment(self) -> dict[str, str]:
        """Return the environment that makes careers use these folders."""
        return {
            "CAREERS_IMPORTS": str(self.path / "imports"),
            "CAREERS_CACHE": str(self.path / "cache"),
            "CAREERS_ROLES": str(self.path / "roles"),
        }


def careers(*arguments: str) -> list[str]:
    """Return a command line of the program beside this Python."""
    return [str(BIN / "careers"), *arguments]


def cases(esco: Path, onet: Path, full: Home, few: Home) -> list[Case]:
    """Return every case whose program is installed."""
    at_size, shipped = full.environment(), few.environment()
    elsewhere = at_size | {"CAREERS_IMPORTS": str(full.path / "again")}
    files = [str(esco / name) for name in FILES]
    found = [
        Case("import esco", careers("import", "esco", str(esco)), elsewhere),
        Case("import onet", careers("import", "onet", str(onet)), elsewhere),
        Case("show, shipped roles alone", careers("show", "welder"), shipped),
        Case("show, at size", careers("show", "welder"), at_size),
        Case("show an imported role", careers("show", "veterinary nurse"), at_size),
        Case("completion, shipped roles alone", careers(), shipped | COMPLETING),
        Case("completion, at size", careers(), at_size | COMPLETING),
        Case("search, at size", careers("search", WORD, *TEN), at_size),
        Case("search two words, at size", careers("search", "sales", "manager", *TEN), at_size),
        Case(
            "search with a slip, at size", careers("search", "software", "enginer", *TEN), at_size
        ),
    ]
    if importlib.util.find_spec("pandas"):
        python = [sys.executable, "-c"]
        found += [
            Case("pandas reads the three files", [*python, READ, *files], {}),
            Case("pandas filters occupations", [*python, FILTER, files[0], WORD], {}),
            Case("pandas filters all three", [*python, ANSWER, *files, WORD], {}),
        ]
    if shutil.which("sqlite-utils", path=str(BIN)):
        found.append(Case("sqlite-utils searches FTS", prepared_fts(esco, full.path), {}))
    return found


def prepared_fts(esco: Path, folder: Path) -> list[str]:
    """Prepare a table with full-text search in sqlite-utils; return the command that searches."""
    tool, database = str(BIN / "sqlite-utils"), str(folder / "esco.db")
    columns = ("preferredLabel", "altLabels", "description")
    for command in (
        [tool, "insert", database, "occupations", str(esco / FILES[0]), "--csv"],
        [tool, "enable-fts", database, "occupations", *columns],
    ):
        subprocess.run(command, check=True, capture_output=True)
    return [tool, "search", database, "occupations", WORD, *TEN, "-c", columns[0]]


RATIOS = (
    ("import esco", "pandas reads the three files", None),
    ("show, at size", "show, shipped roles alone", 1.1),
    ("completion, at size", "completion, shipped roles alone", 1.1),
    ("search, at size", "show, at size", 1.2),
    ("search two words, at size", "show, at size", 1.2),
    ("search with a slip, at size", "show, at size", None),
    ("show an imported role", "show, at size", None),
    ("search, at size", "pandas filters occupations", 1 / 5),
    ("search, at size", "pandas filters all three", 1 / 5),
    ("search, at size", "sqlite-utils searches FTS", 1.0),
)


def print_times(timed: dict[str, list[float]]) -> None:
    """Print the medians, then the ratios, run by run."""
    for name, times in timed.items():
        print(f"{name:32} {statistics.median(times):6.3f} s   (least {min(times):.3f})")
    print()
    for what, beside, limit in RATIOS:
        if beside not in timed:
            print(f"left out, not installed: {beside}")
            continue
        ratio = statistics.median(a / b for a, b in zip(timed[what], timed[beside], strict=True))
        print(f"{what} / {beside}: {ratio:.2f}" + (f"   (at most {limit:.2f})" if limit else ""))


def print_judged(full: Home, few: Home) -> None:
    """Print which share of the judged queries is right at the first place and in the top five."""
    sys.path.insert(0, str(ROOT))
    from tests.catalogue.judging import judge, queries, shares

    from careercli.catalogue.catalogue import Catalogue, Reader
    from careercli.catalogue.store import open_catalogue

    for name, home in (("shipped", few), ("full", full)):
        os.environ.update(home.environment())
        catalogue = Catalogue(open_catalogue(), Reader())
        verdicts = [judge(catalogue, query) for query in queries(name)]
        first, five = shares(verdicts)
        print(
            f"judged, {name}: {len(verdicts)} queries, {first:.0%} first, {five:.0%} in the top 5"
        )


def main() -> None:
    """Import, compile, time everything in turn, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--esco", type=Path, required=True)
    parser.add_argument("--onet", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=11)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        full, few = Home(Path(folder, "full")), Home(Path(folder, "few"))
        for name, path in (("esco", asked.esco), ("onet", asked.onet)):
            seconds(Case(name, careers("import", name, str(path)), full.environment()))
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        size = sum(file.stat().st_size for file in full.path.glob("*/*")) / 1e6
        everything = cases(asked.esco, asked.onet, full, few)
        timed: dict[str, list[float]] = {case.name: [] for case in everything}
        for case in everything:
            seconds(case)  # warm the disk and the catalogue
        for _ in range(asked.runs):
            for case in everything:
                timed[case.name].append(seconds(case))
        print(f"{asked.runs} runs each, in turn; Python {sys.version.split()[0]}\n")
        print_times(timed)
        print(f"memory of an import: at most {most:.0f} MB   (at most 400)")
        print(f"both imports and the catalogue: {size:.0f} MB")
        print_judged(full, few)


if __name__ == "__main__":
    main()
