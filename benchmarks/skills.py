"""Read the skills of resumes, and print which share of them is recognised.

    python benchmarks/skills.py FOLDER [--esco FOLDER] [--onet FOLDER] [--told]

FOLDER has resumes as JSON Resume: the names and keywords of their skills are read, as ``careers
match`` reads them. With the shipped data, and with downloads of ESCO and O*NET beside it. Traits of
a character are left out of the count. ``--told`` prints what was read as what. Then phrases that
were judged by hand (tests/catalogue/judged/phrases.tsv): how many of those that name a skill are
recognised, and how many of the readings are right.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.catalogue.judging import judge_phrases
from tests.taxonomies.downloads import keep

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.profile import Read, profile_of
from careercli.catalogue.store import open_catalogue
from careercli.resumes.reading import read_resume


def report(catalogue: Catalogue, resumes: list[Path], *, told: bool) -> None:
    """Print the share of every resume, and of all of them."""
    known = total = 0
    for resume in resumes:
        found = profile_of(catalogue, (), listed=read_resume(resume).skills)
        here = len({read.said for read in found.read})
        every = here + len(found.titles) + len(found.unknown)
        known, total = known + here, total + every
        print(f"{resume.stem:44}{_share(here, every)}")
        for read in found.read if told else ():
            print(f"    {read.said:44}{_names(catalogue, read)}")
        for phrase in found.unknown if told else ():
            print(f"    {phrase:44}-")
    print(f"{'all':44}{_share(known, total)}\n")
    if catalogue.imports:  # they were judged by our own skills
        return
    named, right, read_ = judge_phrases(catalogue)
    print(f"{'judged phrases, recognised':44}{_share(right, named)}")
    print(f"{'judged phrases, readings that are right':44}{_share(right, read_)}\n")


def _names(catalogue: Catalogue, read: Read) -> str:
    if read.role is not None:
        return catalogue.ref(read.role).title
    rows = catalogue.rows(
        "SELECT en FROM skill WHERE number IN (SELECT value FROM json_each(:numbers))",
        numbers=json.dumps(read.skills),
    )
    return " | ".join(row["en"] for row in rows)


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
