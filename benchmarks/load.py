"""Measure a large catalogue: made-up roles beside the shipped ones.

    python benchmarks/load.py [--roles 1000] [--runs 11]

Prints how long compiling takes and how much memory, and how much slower show, completion and
search are with so many roles than with the shipped ones alone, as whole processes in turn.
"""

import argparse
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from careercli.paths import data_dir
from careercli.roles.workspace import read_reference_data

CAREERS = [sys.executable, "-m", "careercli"]
COMPLETING = {
    "_CAREERS_COMPLETE": "complete_bash",
    "COMP_WORDS": "careers show ma",
    "COMP_CWORD": "2",
}
CASES = {
    "show": (["show", "welder"], {}),
    "completion": ([], COMPLETING),
    "search, a rare word": (["search", "refrigerants"], {}),
    "search, two common words": (["search", "python", "statistics", "--limit", "10"], {}),
}


def make_roles(folder: Path, count: int) -> None:
    """Write role files with titles, aliases, skills and ladders of their own, and shared prose."""
    chance = random.Random(1)  # noqa: S311 - the same roles every time
    text = (data_dir() / "roles" / "data-engineer.toml").read_text("utf-8")
    words = sorted(set(re.findall("[a-z]{4,12}", text)))
    head, _, rest = text.partition("[[skills]]")
    rest = rest[rest.index("[ladder]") :]
    skills = sorted(read_reference_data().skills)
    folder.mkdir()
    for number in range(count):
        chosen = chance.sample(skills, 12)
        tables = "".join(f'[[skills]]\nid = "{skill}"\nneed = "useful"\n' for skill in chosen)
        name = f"{chance.choice(words)} {number}"
        role = head + tables + rest
        role = re.sub(r"^title = .*", f'title = "Made-up {name}"', role, flags=re.MULTILINE)
        role = re.sub(r"^aliases = .*", f'aliases = ["alias {name}"]', role, flags=re.MULTILINE)
        role = re.sub(r"^leads_to = .*", f'leads_to = ["made-up-{number // 2}"]', role, flags=re.M)
        (folder / f"made-up-{number}.toml").write_text(role, "utf-8")


def seconds(case: str, environment: dict[str, str]) -> float:
    """Return how long one run of a case takes."""
    arguments, more = CASES[case]
    began = time.perf_counter()
    subprocess.run(
        [*CAREERS, *arguments],
        env=environment | more,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - began


def main() -> None:
    """Make the roles, compile them, measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--roles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=11)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        print(f"making {asked.roles} roles ...", flush=True)
        make_roles(Path(home, "roles"), asked.roles)
        few = os.environ | {"CAREERS_ROLES": f"{home}/none", "CAREERS_CACHE": f"{home}/few"}
        many = os.environ | {"CAREERS_ROLES": f"{home}/roles", "CAREERS_CACHE": f"{home}/many"}
        base = seconds("show", few)
        took = seconds("show", many) - base
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        size = sum(file.stat().st_size for file in Path(home, "many").iterdir()) / 1e6
        print(f"compiling: {took:.0f} s, {1000 * took / asked.roles:.2f} ms a role")
        print(f"memory at most {most:.0f} MB, catalogue {size:.0f} MB")
        for case in CASES:
            pairs = [(seconds(case, many), seconds(case, few)) for _ in range(asked.runs)]
            ratio = statistics.median(slow / quick for slow, quick in pairs)
            middle = statistics.median(slow for slow, _ in pairs)
            print(f"{case}: {middle:.3f} s, {ratio:.2f} x the shipped roles alone", flush=True)


if __name__ == "__main__":
    main()
