"""Read the skills of resumes, and print which share of them is recognised.

    python benchmarks/skills.py FOLDER [--esco FOLDER] [--onet FOLDER] [--told]

FOLDER has resumes as JSON Resume: the names and keywords of their skills are read. With the shipped
data, and with downloads of ESCO and O*NET beside it. ``--told`` prints what was read as what.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.taxonomies.downloads import keep

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.skills import skills_called
from careercli.catalogue.store import open_catalogue


def phrases(resume: Path) -> list[str]:
    """Return what a resume names as skills, each phrase once."""
    skills = json.loads(resume.read_text("utf-8")).get("skills") or []
    said = (text for skill in skills for text in (skill.get("name"), *skill.get("keywords", ())))
    return list(dict.fromkeys(filter(None, said)))


def readings(catalogue: Catalogue, phrase: str) -> Iterator[str]:
    """Yield what was read in a phrase, each with the names of the skills."""
    for called in skills_called(catalogue, phrase):
        rows = catalogue.rows(
            "SELECT en FROM skill WHERE number IN (SELECT value FROM json_each(:numbers))",
            numbers=json.dumps(called.skills),
        )
        yield f"{called.said} = {' | '.join(row['en'] for row in rows)}"


def report(catalogue: Catalogue, resumes: list[Path], *, told: bool) -> None:
    """Print the share of every resume, and of all of them."""
    known = total = 0
    for resume in resumes:
        read = {phrase: list(readings(catalogue, phrase)) for phrase in phrases(resume)}
        here = sum(map(bool, read.values()))
        known, total = known + here, total + len(read)
        print(f"{resume.stem:44}{_share(here, len(read))}")
        for phrase, found in read.items() if told else ():
            print(f"    {phrase:44}{'; '.join(found) or '-'}")
    print(f"{'all':44}{_share(known, total)}\n")


def _share(part: int, whole: int) -> str:
    return f"{part:>4} of {whole:>4}" + (f"{part / whole:>6.0%}" if whole else "")


def main() -> None:
    """Print the shares for each state of the catalogue."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder of resumes as JSON")
    parser.add_argument("--esco", type=Path, help="a download of ESCO")
    parser.add_argument("--onet", type=Path, help="a download of O*NET")
    parser.add_argument("--told", action="store_true", help="tell what was read as what")
    asked = parser.parse_args()
    imports = {name: getattr(asked, name) for name in ("esco", "onet") if getattr(asked, name)}
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"CAREERS_IMPORTS": f"{home}/imports", "CAREERS_CACHE": f"{home}/cache"}
        for state in ({}, imports) if imports else ({},):
            for name, folder in state.items():
                keep(name, folder)
            print(f"imported: {', '.join(state) or 'nothing'}")
            catalogue = Catalogue(open_catalogue(), Reader())
            report(catalogue, sorted(asked.folder.glob("*.json")), told=asked.told)
            catalogue.connection.close()


if __name__ == "__main__":
    main()
